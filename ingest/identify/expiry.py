"""The day on which a document itself says that it ends: ``有效期5年``, ``有效期至2026年6月30日``."""

from __future__ import annotations

import re
from datetime import date

from corpus.evidence import Evidence
from corpus.numerals import chinese_number, parse_date
from ingest.identify.view import View

_LAST_BLOCKS = 12
_LONGEST = 3000
_OWN = r"本(?:办法|规定|规则|细则|通知|意见|方案|指引|指南|标准|措施|政策|决定|条例|公告|规范|制度|实施细则|实施办法)"
_OF_RULE = re.compile(
    rf"(?:{_OWN}|自[^。；]{{4,24}}起?(?:施行|实施|执行|生效|试行))[^。；]{{0,24}}?(?:有效期|试行期|暂行期|施行期限?)(?:限)?"
    r"(?P<rest>[^。；]{1,30})"
)
"""A term of the document itself, not of a certificate that it speaks of."""
_UNTIL = re.compile(
    r"(?:[为:：]?\s?(?:至|到|截至|截止到?|延长至)|[^。；]{4,20}?[日起]至)\s?(?P<day>[^，,。；）)]{6,18})"
)
_YEARS = re.compile(r"[为:：]?\s?(?P<years>\d{1,2}|[一二三四五六七八九十两]{1,3})\s?年")


_RUNS_UNTIL = re.compile(
    rf"{_OWN}(?:自[^。；]{{4,24}}起)?[^。；]{{0,12}}?(?:执行|实施|施行|有效)(?:期限)?(?:至|到|截至)\s?(?P<day>[^，,。；）)]{{6,18}})"
)
"""``本公告执行至2027年12月31日``."""


def expiry(view: View, effective: date | None) -> tuple[date, Evidence] | None:
    """The last day that the document gives itself, or the day a number of years after it took effect."""
    for block in reversed(view.blocks[-_LAST_BLOCKS:]):
        text = block.text[:_LONGEST]
        match = _RUNS_UNTIL.search(text)
        day = parse_date(match["day"].removesuffix("止").strip()) if match else None
        if match is None and "期" in text:
            match = _OF_RULE.search(text)
            day = _day(match["rest"], effective) if match else None
        if match is None:
            continue
        if day:
            part = block.part(match.start(), match.end())
            return day, Evidence("repealed", part.text, "text", part.start, part.end)
    return None


def _day(rest: str, effective: date | None) -> date | None:
    until = _UNTIL.match(rest)
    if until:
        return parse_date(until["day"].removesuffix("止").strip())
    years = _YEARS.match(rest)
    number = chinese_number(years["years"].replace("两", "二")) if years else None
    if not number or effective is None:
        return None
    try:
        return effective.replace(year=effective.year + number)
    except ValueError:  # the 29th of February
        return effective.replace(year=effective.year + number, day=28)
