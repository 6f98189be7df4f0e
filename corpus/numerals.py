"""Numerals and dates as legal texts print them: Chinese, Japanese, Korean, Roman, English words, European dates.

Pure functions without state. What is no number or no possible day gives ``None``; nothing is guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from corpus.spelled import spelled_dates

_LONGEST = 64

_DIGITS = {
    **{character: value for value, character in enumerate("〇一二三四五六七八九")},
    **{character: value for value, character in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{character: value for value, character in enumerate("영일이삼사오육칠팔구")},
    **dict.fromkeys("○◯Oo", 0),
    **{"貳": 2, "貮": 2, "弐": 2, "參": 3, "叄": 3, "参": 3, "陸": 6, "壱": 1, "弌": 1, "两": 2, "兩": 2},
}
_UNITS = {
    **{"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "십": 10, "백": 100, "천": 1000},
    **{"廿": 20, "卄": 20, "卅": 30, "卌": 40},
}
_MYRIADS = {**dict.fromkeys("万萬만", 10**4), **dict.fromkeys("亿億억", 10**8)}
_POSITIONAL = re.compile(r"[0-9]+")

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)

_BELOW_TWENTY = {
    "cardinal": "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen",
    "ordinal": "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth",
}
_TENS = {
    "cardinal": "twenty thirty forty fifty sixty seventy eighty ninety",
    "ordinal": "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
}
_WORDS = {
    **{word: value for words in _BELOW_TWENTY.values() for value, word in enumerate(words.split())},
    **{word: value * 10 for words in _TENS.values() for value, word in enumerate(words.split(), start=2)},
}


def chinese_number(text: str) -> int | None:
    """The value of a numeral in Han characters (any variant), Hangul or ASCII or full-width digits.

    Takes ``一千一百六十五``, ``二〇二三`` (digit by digit), ``廿一``, ``百二十一`` (Japanese), ``壹仟``, ``第`` not
    included. Gives ``None`` for anything that is not wholly one number.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain or len(plain) > _LONGEST:
        return None
    if all(character in _DIGITS or character in "0123456789" for character in plain):
        digits = "".join(str(_DIGITS.get(character, character)) for character in plain)
        return int(digits) if plain[0] not in "Oo" or any(c in "0123456789" for c in plain) else None
    return _structured(plain)


def _structured(text: str) -> int | None:
    """A number written with units; every unit has to be smaller than the one before it."""
    total, below_myriad = 0, 10**12
    section = ""
    for character in text:
        size = _MYRIADS.get(character)
        if size is None:
            section += character
            continue
        value = _section(section)
        if not value or size >= below_myriad:
            return None
        total, below_myriad, section = total + value * size, size, ""
    rest = _section(section) if section else 0
    return None if rest is None else total + rest


def _section(text: str) -> int | None:
    """A number below ten thousand: digits and units in falling order."""
    total, below, coefficient = 0, 10**4, ""
    for character in text:
        size = _UNITS.get(character)
        if size is not None:
            value = _coefficient(coefficient)
            order = 10 if size < 100 else size
            if value is None or order >= below or (size in (20, 30, 40) and value != 1):
                return None
            total, below, coefficient = total + value * size, order, ""
        elif character in "〇零○◯영" and not coefficient:
            continue
        else:
            coefficient += character
    if not coefficient:
        return total
    last = _coefficient(coefficient)
    return None if last is None or last >= below else total + last


def _coefficient(text: str) -> int | None:
    """What stands before a unit: one digit, or a run of ASCII digits; nothing means one."""
    if not text:
        return 1
    if _POSITIONAL.fullmatch(text):
        return int(text)
    return _DIGITS.get(text) if len(text) == 1 and text not in "Oo" else None


def roman_number(text: str) -> int | None:
    """The value of a Roman numeral in its usual form, upper or lower case, also ``Ⅳ``; else ``None``."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    if not plain or len(plain) > 15 or plain.strip("mdclxvi"):
        return None
    value, rest = 0, plain
    for size, letters in _ROMAN:
        while rest.startswith(letters):
            value, rest = value + size, rest[len(letters) :]
    return value if not rest and to_roman(value) == plain else None


def to_roman(value: int) -> str:
    """A number from 1 to 3999 as a Roman numeral in lower case.

    Raises:
        ValueError: if the number is outside that range.
    """
    if not 0 < value < 4000:
        raise ValueError(f"no Roman numeral for {value}: give a number from 1 to 3999")
    letters = ""
    for size, sign in _ROMAN:
        count, value = divmod(value, size)
        letters += sign * count
    return letters


def english_number(text: str) -> int | None:
    """The value of an English cardinal or ordinal below one hundred (``twenty-one``, ``Eleventh``), else ``None``."""
    parts = re.split(r"[\s-]+", text.strip().lower()[:_LONGEST])
    values = [_WORDS.get(part) for part in parts]
    match values:
        case [int(single)]:
            return single
        case [int(tens), int(ones)] if tens >= 20 and 0 < ones < 10 and not parts[0].endswith("th"):
            return tens + ones
        case _:
            return None


_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x202F: 0x20}
"""Full-width characters to ASCII, one to one, so that offsets stay."""

_ERAS = {
    **dict.fromkeys(("中華民國", "中华民国", "民國", "民国"), 1911),
    **{"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867},
}
_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "en-short": "jan feb mar apr may jun jul aug sept oct nov dec",
    "en-shorter": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "de-at": "jänner februar maerz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "fr-plain": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "es-old": "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
}
_MONTH = {name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), start=1)}
_MONTH_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))

_HAN = "〇零○◯一二三四五六七八九十廿卅"
_SMALL = rf"[0-9]{{1,2}}|[{_HAN}]{{1,4}}"
_LOOKALIKES = str.maketrans("lΟО", "1OO")
"""Letters, Greek and Cyrillic ones too, that are printed for digits."""
_PATTERNS: dict[str, re.Pattern[str]] = {
    "han": re.compile(
        rf"(?:(?P<era>{'|'.join(_ERAS)})\s{{0,2}})?(?P<year>[0-9Ool]{{1,4}}|[0-9{_HAN}百千]{{1,6}}|[{_HAN}OoΟО]{{4}}|元)\s{{0,2}}年\s{{0,2}}"
        rf"(?P<month>{_SMALL})\s{{0,2}}月\s{{0,2}}(?P<day>{_SMALL})\s{{0,2}}[日号號]"
    ),
    "hangul": re.compile(
        r"(?<![0-9])(?P<year>[0-9]{4})\s{0,2}년\s{0,2}(?P<month>[0-9]{1,2})\s{0,2}월\s{0,2}(?P<day>[0-9]{1,2})\s{0,2}일"
    ),
    "year first": re.compile(
        r"(?<![0-9./-])(?P<year>1[4-9][0-9]{2}|2[01][0-9]{2})(?P<mark>[./-])(?: (?=[0-9]{1,2}\. [0-9]))?"
        r"(?P<month>[0-9]{1,2})(?P=mark) ?(?P<day>[0-9]{1,2})(?![0-9])(?![.-][0-9])"
    ),
    "day first": re.compile(
        r"(?<![0-9.])(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>1[4-9][0-9]{2}|2[01][0-9]{2})(?![0-9])(?!\.[0-9])"
    ),
    "day and name": re.compile(
        r"(?<![0-9.])(?P<day>[0-9]{1,2})(?:\.|er|º|ᵉʳ|st|nd|rd|th)?\s{1,2}(?:day\s{1,2})?(?:de\s{1,2}|of\s{1,2})?"
        rf"(?P<name>{_MONTH_NAMES})\b\.?,?\s{{1,2}}(?:de\s{{1,2}}|del\s{{1,2}})?(?P<year>[0-9]{{4}})(?![0-9])",
        re.IGNORECASE,
    ),
    "name and day": re.compile(
        rf"\b(?P<name>{_MONTH_NAMES})\.?\s{{1,2}}(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s{{1,2}}(?P<year>[0-9]{{4}})(?![0-9])",
        re.IGNORECASE,
    ),
}
_COMPACT = re.compile(r"(?P<year>1[4-9][0-9]{2}|2[01][0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")
_CLOCK = re.compile(r"[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_LEAD = re.compile(
    r"(?:le|am|vom|den|el|on|the|op|公元|西元)\s{0,2}(?=[0-9一二])|(?:le|on|this|the)\s(?=[a-z])",
    re.IGNORECASE,
)


def parse_date(text: str) -> date | None:
    """The day that the whole text names, in any of the forms of ``find_dates``, or as ``20200731`` or a timestamp.

    A year or a month alone is no day, and a day that no calendar has is none: both give ``None``.
    """
    if len(text) > _LONGEST:
        return None
    plain = text.translate(_WIDTH).strip()
    lead = _LEAD.match(plain)
    plain = plain[lead.end() :] if lead else plain
    compact = _COMPACT.fullmatch(plain)
    if compact:
        return _western(compact)
    for start, end, day in find_dates(plain):
        rest = plain[end:]
        if start == 0 and (not rest.strip(". ") or _CLOCK.fullmatch(rest)):
            return day
    return None


def find_dates(text: str) -> list[tuple[int, int, date]]:
    """The days that a text names, with their places, in order and without overlaps.

    Takes ``1991 年 4 月 9 日``, ``一九七九年七月一日``, full-width digits, the eras of the Republic of China and of
    Japan, ``2020.07.31``, ``2020-07-31``, ``31.12.2020``, ``2025년 11월 11일``, and months by name in English, German,
    French, Spanish, Dutch, Italian and Portuguese, also days that English or French spells in words. Days that no calendar has are left out.
    """
    plain = text.translate(_WIDTH)
    found = sorted((*_found(plain), *spelled_dates(plain)), key=lambda item: (item[0], -item[1]))
    days: list[tuple[int, int, date]] = []
    for start, end, day in found:
        if not days or start >= days[-1][1]:
            days.append((start, end, day))
    return days


def _found(text: str) -> Iterator[tuple[int, int, date]]:
    for form, pattern in _PATTERNS.items():
        read: Callable[[re.Match[str]], date | None] = _han if form == "han" else _western
        for match in pattern.finditer(text):
            day = read(match)
            if day is not None:
                yield match.start(), match.end(), day


def _western(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    name = parts.get("name")
    month = _MONTH[name.lower()] if name else int(parts["month"])
    return _day(int(parts["year"]), month, int(parts["day"]))


def _han(match: re.Match[str]) -> date | None:
    """A date with 年, 月 and 日: a bare year needs four digits, the year of an era fewer."""
    era, printed = match["era"], match["year"].translate(_LOOKALIKES)
    count = 1 if printed == "元" else chinese_number(printed)
    month, day = chinese_number(match["month"]), chinese_number(match["day"])
    if count is None or month is None or day is None:
        return None
    if era is None:
        return _day(count, month, day) if len(printed) == 4 and count >= 1000 else None
    return _day(_ERAS[era] + count, month, day) if count < 200 else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
