"""Normalised numbers of the units by which law is cited: ``71``, ``17-1``, ``6bis``, ``L121-1``, ``R43bis``, ``问题3``.

A citation and the heading of the article it means come to the same number, whatever the script and the house style.
Pure functions without state; what is no number gives ``None``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from corpus.numerals import chinese_number, roman_number

_LONGEST = 80

LATIN_MULTIPLES = (
    *(
        "bis",
        "ter",
        "quater",
        "quinquies",
        "sexies",
        "septies",
        "octies",
        "nonies",
        "novies",
        "decies",
        "undecies",
    ),
    *("duodecies", "terdecies", "quaterdecies", "quindecies"),
)
"""What stands after a number for the second, third ... article put in behind it, in their order."""

_MULTIPLE = "|".join(sorted(LATIN_MULTIPLES, key=len, reverse=True))
_ORDINALS = {
    word: str(value)
    for value, words in enumerate(
        (
            "premier première first 1er 1re 1ère ier er primero primera único única unique eerste erster",
            "second segundo segunda deuxième tweede zweiter",
            "third tercero tercera troisième derde dritter",
            "fourth cuarto cuarta quatrième vierde vierter",
            "fifth quinto quinta cinquième vijfde fünfter",
            "sixth sexto sexta sixième zesde sechster",
            "seventh séptimo séptima septième zevende siebter",
            "eighth octavo octava huitième achtste achter",
            "ninth noveno novena neuvième negende neunter",
            "tenth décimo décima dixième tiende zehnter",
        ),
        start=1,
    )
    for word in words.split()
}
_HAN = r"[一二三四五六七八九十百千零〇○两廿卅0-9]"
_EAST_ASIAN = re.compile(
    rf"[第제]?\s*(?P<main>{_HAN}+(?:[-‐‑–]\d+)?)\s*(?:条|條|조|条款)?\s*(?P<rest>(?:\s*(?:之|の|의|ノ)\s*{_HAN}+)*)"
)
_INSERTED = re.compile(rf"(?:之|の|의|ノ)\s*({_HAN}+)")
_QUESTION = re.compile(rf"(?:问题|問題)\s*(?P<number>{_HAN}+)")
_WORD = re.compile(
    r"(?P<word>articles?|article|artículos?|articulo|artikel|articolo|artigo|arts?\b\.?|§§?|sections?|sec\.|sect\.|clause|"
    r"paragraphs?|para\.|rules?|regel|voorschrift|règles?|regla|regulation|s\.)\s*",
    re.IGNORECASE,
)
_RULES = frozenset({"rule", "rules", "regel", "voorschrift", "règle", "règles", "regla"})
_CODED = re.compile(r"(?P<code>[LRDA])\s*(?:\*\s*)?\.?\s*(?P<number>\d+(?:-\d+)*)", re.IGNORECASE)
_LATIN = re.compile(
    rf"(?P<main>\d+(?:\.\d+)*)(?:\s*(?P<multiple>{_MULTIPLE})(?![a-z])|\s?(?P<letters>[A-Z]{{1,3}}|[a-z]{{1,2}})(?![A-Za-z]))?"
    r"(?P<tail>(?:[-‐‑–.]\d+)*)",
    re.IGNORECASE,
)
_ROMAN = re.compile(rf"(?P<roman>[IVXL]{{1,8}})\s*(?P<multiple>{_MULTIPLE})?(?![A-Za-z])")
_KEY = re.compile(r"[0-9]+|[^\W\d_]+")


@lru_cache(maxsize=16384)
def article_number(printed: str) -> str | None:
    """The normalised number of a printed label such as ``第十七条之一``, ``Article L. 121-1`` or ``§ 31a``.

    A rule carries ``R`` (``Rule 43bis`` is ``R43bis``), so that it is never taken for the article of the same number.
    Gives ``None`` where the label holds no number, or anything beside it.
    """
    if len(printed) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", printed).strip().rstrip(".:：、—– ").strip("[]()*").strip()
    question = _QUESTION.fullmatch(plain)
    if question:
        value = chinese_number(question["number"])
        return None if value is None else f"问题{value}"
    return _east_asian(plain) or _latin(plain)


def item_number(printed: str) -> str | None:
    """The numeral of a top item, without its mark: ``一、`` and ``一`` give ``一``; ``1.`` and ``（1）`` give ``1``."""
    plain = unicodedata.normalize("NFKC", printed).strip().strip("()").rstrip(".,、:·").strip()
    return plain if plain and len(plain) <= 12 and chinese_number(plain) is not None else None


def container_number(numeral: str) -> str | None:
    """The number of a part, chapter or section: Chinese, Roman or Latin numeral, or an ordinal word."""
    plain = unicodedata.normalize("NFKC", numeral).strip().strip(".")
    if not plain or len(plain) > 24:
        return None
    if plain.lower() in _ORDINALS:
        return _ORDINALS[plain.lower()]
    value = chinese_number(plain) if not plain.isascii() or plain.isdigit() else roman_number(plain)
    if value is not None:
        return str(value)
    return (
        plain
        if re.fullmatch(r"\d+[A-Za-z]{0,3}(?:[.-]\d+)*|[IVXLivxl]+[a-z]{0,3}|[A-Za-z]\d*", plain)
        else None
    )


@lru_cache(maxsize=16384)
def order_key(number: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts numbers in the order in which articles stand: 5, 5bis, 5ter, 5A, 6, 6-1, 7."""
    parts: list[tuple[int, str]] = []
    for part in _KEY.findall(number):
        if part.isdecimal():
            parts.append((int(part[:9]), ""))
        elif part.lower() in LATIN_MULTIPLES:
            parts.append((LATIN_MULTIPLES.index(part.lower()) + 2, ""))
        else:
            value = chinese_number(part)
            parts.append((0, part) if value is None else (value, ""))
    return tuple(parts)


def main_number(number: str) -> int:
    """The first whole number in it: 43 for ``R43bis``, 17 for ``17-1``, 3 for ``三``; 0 where there is none."""
    return next((value for value, text in order_key(number) if not text), 0)


def _east_asian(plain: str) -> str | None:
    match = _EAST_ASIAN.fullmatch("".join(plain.split()) if plain[:1] in "第제" else plain)
    if not match or (plain.isascii() and not plain.isdigit()):
        return None
    head, *tail = re.split(r"[-‐‑–]", match["main"])
    numbers = [head, *tail, *_INSERTED.findall(match["rest"])]
    values = [chinese_number(number) for number in numbers]
    return None if any(value is None for value in values) else "-".join(str(value) for value in values)


def _latin(plain: str) -> str | None:
    word = _WORD.match(plain)
    bare = plain[word.end() :] if word else plain
    rule = bool(word) and word is not None and word["word"].lower() in _RULES
    if bare.lower() in _ORDINALS:
        return _prefixed(_ORDINALS[bare.lower()], rule)
    coded = _CODED.fullmatch(bare)
    if coded and not rule:
        return coded["code"].upper() + coded["number"]
    match = _LATIN.fullmatch(bare)
    if match:
        suffix = (match["multiple"] or "").lower() or match["letters"] or ""
        tail = re.sub(r"[‐‑–]", "-", match["tail"])
        return _prefixed(f"{match['main']}{suffix}{tail}", rule)
    roman = _ROMAN.fullmatch(bare) if word else None
    value = roman_number(roman["roman"]) if roman else None
    if roman is None or value is None:
        return None
    return _prefixed(f"{value}{(roman['multiple'] or '').lower()}", rule)


def _prefixed(number: str, rule: bool) -> str:
    return f"R{number}" if rule else number
