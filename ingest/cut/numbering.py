"""How units below an article are numbered: each way of printing a number as data, with its value and normal form."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from corpus.numbering import LATIN_MULTIPLES
from corpus.numerals import chinese_number, roman_number

Value = tuple[int, int]
"""The place of a number in its row: 3 is (3, 0), ``三之一`` and ``3-1`` are (3, 1), ``3bis`` is (3, 2)."""

_HAN = "一二三四五六七八九十百〇零"
_MULTIPLE = "|".join(sorted(LATIN_MULTIPLES, key=len, reverse=True))
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
_HANGUL = "가나다라마바사아자차카타파하"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵"


@dataclass(frozen=True, slots=True)
class Numbering:
    """A way of numbering.

    Attributes:
        name: for messages and tests.
        pattern: matches the label at the beginning of a line; group ``number``, and ``more`` for an inserted one
            (``之一``, ``bis``). It has to be linear.
        value: the place of the number in its row, ``None`` where it is none.
        normal: the number as it stands in ``Provision.number``.
    """

    name: str
    pattern: re.Pattern[str]
    value: Callable[[str], int | None]
    normal: Callable[[str], str]

    def read(self, text: str) -> Label | None:
        """The label at the beginning of a line."""
        match = self.pattern.match(text)
        if match is None or not match["number"]:
            return None
        value = self.value(match["number"])
        if value is None:
            return None
        inserted, suffix = _inserted(match.groupdict().get("more") or "")
        return Label(self, (value, inserted), f"{self.normal(match['number'])}{suffix}", match.end())


@dataclass(frozen=True, slots=True)
class Label:
    """A label that was read: its numbering, its value, the normalised number, and where it ends in the line."""

    numbering: Numbering
    value: Value
    number: str
    end: int


def _inserted(more: str) -> tuple[int, str]:
    """The place of an inserted unit behind its number, and how it is written."""
    plain = more.strip().lower()
    if not plain:
        return 0, ""
    if plain in LATIN_MULTIPLES:
        return LATIN_MULTIPLES.index(plain) + 2, plain
    if plain.strip(".").isdecimal():
        digits = plain.strip(".")
        return int(digits.ljust(2, "0")), f".{digits}"  # 2.1, 2.11, 2.2: as a fraction
    if plain.isascii() and plain.isalpha():
        return ord(plain[0]) - ord("a") + 1, more.strip()
    value = chinese_number(plain.strip("之の의-"))
    return (value, f"-{value}") if value else (0, "")


def _number(text: str) -> int | None:
    return chinese_number(text)


def _decimal(text: str) -> str:
    value = chinese_number(text)
    return text if value is None else str(value)


def _letter(text: str) -> int | None:
    """a is 1, z is 26, aa is 27 (and bb 28): double letters go on behind the single ones."""
    plain = text.lower()
    if len(set(plain)) != 1 or not "a" <= plain[0] <= "z":
        return None
    return ord(plain[0]) - ord("a") + 1 + 26 * (len(plain) - 1)


def _double(text: str) -> int | None:
    """aa is 1, bb is 2: items below those of single letters."""
    plain = text.lower()
    return ord(plain[0]) - ord("a") + 1 if len(plain) == 2 and plain[0] == plain[1] else None


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _in(row: str) -> Callable[[str], int | None]:
    return lambda text: row.index(text) + 1 if text in row else None


def _of(
    name: str, pattern: str, value: Callable[[str], int | None], normal: Callable[[str], str]
) -> Numbering:
    return Numbering(name, re.compile(pattern), value, normal)


_MORE_HAN = rf"(?:\s*(?P<more>[之の][{_HAN}]{{1,3}}))?"
_MORE_LATIN = rf"(?:\s?(?P<more>(?:{_MULTIPLE})|[A-Za-z]))?"

HAN_PAREN = _of("（一）", rf"[（(〔]\s*(?P<number>[{_HAN}]{{1,5}})\s*[）)〕]{_MORE_HAN}", _number, _decimal)
HAN_COMMA = _of("一、", rf"(?P<number>[{_HAN}]{{1,5}}){_MORE_HAN}\s*[、．.]", _number, _decimal)
HAN_BARE = _of("一　", rf"(?P<number>[{_HAN}]{{1,5}}){_MORE_HAN}(?=[\s　]+\S)", _number, _decimal)
DIGIT_WIDE = _of("２　", r"(?P<number>[０-９]{1,3}|\d{1,3})(?=[\s　]+\S)", _number, _decimal)
DIGIT_DOT = _of(
    "1.", rf"(?P<number>[0-9０-９]{{1,3}}){_MORE_LATIN}(?:\s?[.．](?![0-9ºo°])|[、﹒])", _number, _decimal
)
DIGIT_INSERTED_DOT = _of("1의2.", r"(?P<number>\d{1,3})(?P<more>의\d{1,2})?\.(?!\d)", _number, _decimal)
DIGIT_PAREN = _of(
    "(1)",
    rf"[（(]\s*(?P<number>[0-9０-９]{{1,3}})(?:\s?(?P<more>(?:{_MULTIPLE})|[A-Za-z]|\.\d{{1,2}}))?\s*[）)]\.?"
    r"(?:\s(?:and|to|et|à|und|bis)\s\(\d{1,3}\)(?=\s*[\[(]))?",
    _number,
    _decimal,
)
DIGIT_CLOSE = _of("1)", rf"(?P<number>[0-9０-９]{{1,2}}){_MORE_LATIN}\s?[）)]\.?", _number, _decimal)
CIRCLED = _of(
    "①", rf"(?P<number>[{_CIRCLED}])(?P<more>의\d)?", _in(_CIRCLED), lambda t: str(_CIRCLED.index(t) + 1)
)
IROHA = _of("イ　", rf"(?P<number>[{_IROHA}])(?=[\s　]+\S)", _in(_IROHA), _plain)
HANGUL = _of("가.", rf"(?P<number>[{_HANGUL}])\.", _in(_HANGUL), _plain)
HANGUL_CLOSE = _of("가)", rf"(?P<number>[{_HANGUL}])\)", _in(_HANGUL), _plain)
DEGREE = _of(
    "1°", rf"(?P<number>\d{{1,2}})\s?(?:°|º|\.º|\.°)(?:\s?(?P<more>{_MULTIPLE}))?\)?[.:]?", _number, _decimal
)
LOWER_PAREN = _of(
    "(a)", rf"\(\s*(?P<number>[a-z]{{1,2}})(?:[. ]?(?P<more>\d|{_MULTIPLE}))?\s*\)\.?", _letter, _plain
)
LOWER_CLOSE = _of("a)", rf"(?P<number>[a-z]{{1}})(?:\s?(?P<more>{_MULTIPLE}))?\s?\)\.?", _letter, _plain)
LOWER_DOT = _of("a.", r"(?P<number>[a-z])\.(?=\s)", _letter, _plain)
DOUBLE_PAREN = _of("(aa)", r"\(\s*(?P<number>[a-z]{2})\s*\)", _double, _plain)
DOUBLE_CLOSE = _of("aa)", r"(?P<number>[a-z]{2})\s?\)", _double, _plain)
ROMAN_PAREN = _of("(i)", r"\(\s*(?P<number>[ivxl]{1,7})(?:\.(?P<more>\d))?\s*\)", roman_number, _plain)
ROMAN_CLOSE = _of("i)", r"(?P<number>[ivxl]{1,7})\s?\)", roman_number, _plain)
UPPER_PAREN = _of("(A)", r"\(\s*(?P<number>[A-Z])(?:\.(?P<more>\d))?\s*\)", _letter, _plain)
ROMAN_UPPER_PAREN = _of("(I)", r"\(\s*(?P<number>[IVXL]{1,7})\s*\)", roman_number, _plain)
ROMAN_DASH = _of(
    "I.-", rf"(?P<number>[IVX]{{1,6}})(?:\s(?P<more>{_MULTIPLE}))?\.?\s?[-–—]+", roman_number, _plain
)
UPPER_DOT = _of("A.", r"(?P<number>[A-Z])\.\s?[-–—]?(?=[\s(]|$)", _letter, _plain)
DOTTED = _of(
    "4.1", r"\d{1,3}(?:bis|ter|quater)?\.(?P<number>\d{1,2})(?P<more>bis|ter)?\.?(?=\s)", _number, _decimal
)
