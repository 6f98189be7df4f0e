"""Which paragraphs of a Word document are headings, and the numbers that Word shows before paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from ingest.read.docx.package import Package, W

_HEADING = re.compile(r"(?:heading|标题|標題|überschrift|titre)\s*([1-9])$", re.IGNORECASE)
_TITLES = frozenset({"title", "标题", "document title"})
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading)?$", re.IGNORECASE)
_BODY_LEVEL = 9
_PLACE = re.compile(r"%([1-9])")
_DIGITS = "〇一二三四五六七八九"
_LONGEST_CHAIN = 20


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    outline: int | None
    number: tuple[str, int] | None


@dataclass(slots=True)
class _Level:
    form: str
    text: str
    start: int


class Styles:
    """Looks up the style of a paragraph and counts its number."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, _Style] = {}
        for root in package.related("styles"):
            for style in root.iter(f"{W}style"):
                self._styles[style.get(f"{W}styleId") or ""] = _style(style)
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        self._abstract: dict[str, str] = {}
        for root in package.related("numbering"):
            self._load_numbering(root)

    def heading(self, paragraph: etree._Element) -> int:
        """The level of a heading, from 1; 0 for a paragraph that is none."""
        outline = _number(paragraph.find(f"{W}pPr/{W}outlineLvl"))
        if outline is not None:
            return outline + 1 if outline < _BODY_LEVEL else 0
        for style in self._chain(paragraph):
            if style.outline is not None:
                return style.outline + 1 if style.outline < _BODY_LEVEL else 0
            if (match := _HEADING.match(style.name)) is not None:
                return int(match.group(1))
            if style.name.lower() in _TITLES:
                return 1
        return 0

    def is_contents(self, paragraph: etree._Element) -> bool:
        """Whether the paragraph is a line of a table of contents."""
        return any(_CONTENTS.match(style.name) for style in self._chain(paragraph))

    def label(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The number before a paragraph (empty for a bullet) and its depth, or nothing where Word shows none.

        Counts: ask once for each paragraph, in order.
        """
        found = _numbering(paragraph.find(f"{W}pPr")) or next(
            (style.number for style in self._chain(paragraph) if style.number), None
        )
        if found is None or found[0] == "0" or found[0] not in self._abstract:
            return None
        identifier, depth = found
        key = self._abstract[identifier]
        levels, counters = self._levels.get(key, {}), self._counters.setdefault(key, {})
        level = levels.get(depth)
        if level is None:
            return None
        counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]
        if level.form in ("bullet", "none"):
            return "", depth
        return _PLACE.sub(
            lambda match: self._shown(levels, counters, int(match.group(1)) - 1), level.text
        ), depth

    @staticmethod
    def _shown(levels: dict[int, _Level], counters: dict[int, int], depth: int) -> str:
        level = levels.get(depth)
        if level is None:
            return ""
        return _written(counters.get(depth, level.start), level.form)

    def _chain(self, paragraph: etree._Element) -> list[_Style]:
        element = paragraph.find(f"{W}pPr/{W}pStyle")
        name = (element.get(f"{W}val") if element is not None else None) or ""
        chain: list[_Style] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = chain[-1].parent
        return chain

    def _load_numbering(self, root: etree._Element) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {}
            for level in abstract.iter(f"{W}lvl"):
                form, text = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
                start = _number(level.find(f"{W}start"))
                levels[_digits(level.get(f"{W}ilvl"))] = _Level(
                    (form.get(f"{W}val") if form is not None else None) or "decimal",
                    (text.get(f"{W}val") if text is not None else None) or "",
                    1 if start is None else start,
                )
            self._levels[abstract.get(f"{W}abstractNumId") or ""] = levels
        for number in root.iter(f"{W}num"):
            abstract_id = number.find(f"{W}abstractNumId")
            if abstract_id is not None:
                self._abstract[number.get(f"{W}numId") or ""] = abstract_id.get(f"{W}val") or ""


def _style(element: etree._Element) -> _Style:
    name, parent = element.find(f"{W}name"), element.find(f"{W}basedOn")
    return _Style(
        (name.get(f"{W}val") if name is not None else None) or "",
        (parent.get(f"{W}val") if parent is not None else None) or "",
        _number(element.find(f"{W}pPr/{W}outlineLvl")),
        _numbering(element.find(f"{W}pPr")),
    )


def _numbering(properties: etree._Element | None) -> tuple[str, int] | None:
    if properties is None:
        return None
    identifier = properties.find(f"{W}numPr/{W}numId")
    if identifier is None:
        return None
    return identifier.get(f"{W}val") or "", _number(properties.find(f"{W}numPr/{W}ilvl")) or 0


def _number(element: etree._Element | None) -> int | None:
    return None if element is None else _digits(element.get(f"{W}val"))


def _digits(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 7 else 0


def chinese(number: int) -> str:
    """A number below ten thousand in Chinese numerals; larger ones in digits."""
    if not 0 < number < 10_000:
        return str(number)
    written = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            written += ("" if unit == 10 and digit == 1 and not written else _DIGITS[digit]) + name
        elif written and number and not written.endswith("零"):
            written += "零"
    return written.rstrip("零")


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    ):
        count, number = divmod(number, value)
        written += sign * count
    return written


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 200 else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerLetter": _letter,
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(number)),
    "japaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "decimalEnclosedCircle": lambda number: chr(0x2460 + number - 1) if 0 < number <= 20 else str(number),
    "decimalEnclosedCircleChinese": lambda number: (
        chr(0x2460 + number - 1) if 0 < number <= 20 else str(number)
    ),
    "decimalFullWidth": lambda number: "".join(chr(0xFF10 + int(digit)) for digit in str(number)),
}


def _written(number: int, form: str) -> str:
    return _FORMS.get(form, str)(number)
