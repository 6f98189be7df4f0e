"""Days spelled in words, as treaties close: ``this fifth day of October one thousand nine hundred and seventy-three``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_ENGLISH_UNITS = {
    "one first": 1,
    "two second": 2,
    "three third": 3,
    "four fourth": 4,
    "five fifth": 5,
    "six sixth": 6,
    "seven seventh": 7,
    "eight eighth": 8,
    "nine ninth": 9,
    "ten tenth": 10,
    "eleven eleventh": 11,
    "twelve twelfth": 12,
    "thirteen thirteenth": 13,
    "fourteen fourteenth": 14,
    "fifteen fifteenth": 15,
    "sixteen sixteenth": 16,
    "seventeen seventeenth": 17,
    "eighteen eighteenth": 18,
    "nineteen nineteenth": 19,
    "twenty twentieth": 20,
    "thirty thirtieth": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_FRENCH_UNITS = {
    "un une premier": 1,
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "treize": 13,
    "quatorze": 14,
    "quinze": 15,
    "seize": 16,
    "vingt": 20,
    "vingts": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
}
_VALUES = {
    word: value
    for words, value in (*_ENGLISH_UNITS.items(), *_FRENCH_UNITS.items())
    for word in words.split()
}
_HUNDREDS = frozenset(("hundred", "cent", "cents"))
_THOUSANDS = frozenset(("thousand", "mil", "mille"))
_JOINING = frozenset(("and", "et"))
_MONTHS = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)
_MONTH = {name: number for names in _MONTHS for number, name in enumerate(names.split(), start=1)}
_WORD = r"[A-Za-zéû]{2,12}"
_SPELLED = re.compile(
    rf"\b(?P<day>{_WORD}(?:-{_WORD})?)\s(?:day\sof\s)?(?P<month>{'|'.join(_MONTH)}),?\s{{1,2}}"
    rf"(?P<year>(?:1[4-9]|20)\d\d|(?:{_WORD}(?:[-\s]|\b)){{2,10}})",
    re.IGNORECASE,
)


def spelled_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """The days that an English or French text spells in words, with their places."""
    for match in _SPELLED.finditer(text):
        day = words_number(match["day"])
        year, length = _year(match["year"])
        if day is None or year is None or not 1 <= day <= 31:
            continue
        try:
            found = date(year, _MONTH[match["month"].lower()], day)
        except ValueError:
            continue
        yield match.start(), match.start("year") + length, found


def words_number(text: str) -> int | None:
    """The value of a number in English or French words, cardinal or ordinal, below ten thousand; else ``None``."""
    words = re.findall(_WORD, text.lower())
    value, used = _sum(words)
    return value if words and used == len(words) else None


def _year(text: str) -> tuple[int | None, int]:
    """The year with which a text begins, and how many characters it takes."""
    if text[:4].isdigit():
        return int(text[:4]), 4
    found = list(re.finditer(_WORD, text))
    value, used = _sum([match[0].lower() for match in found])
    return (value, found[used - 1].end()) if used and 1400 <= value < 2200 else (None, 0)


def _sum(words: list[str]) -> tuple[int, int]:
    """The value of as many words as make a number, and their count. ``nineteen hundred`` counts as 1900."""
    total, part, used = 0, 0, 0
    for index, word in enumerate(words):
        if word in _THOUSANDS:
            total, part = max(part, 1) * 1000, 0
        elif word in _HUNDREDS:
            part = max(part, 1) * 100
        elif word in ("vingt", "vingts") and part % 100 == 4:
            part += 76
        elif word in _VALUES:
            part += _VALUES[word]
        elif word not in _JOINING:
            break
        if word not in _JOINING:
            used = index + 1
    return total + part, used
