"""What a meeting is called, by the title of its minutes or the line below it, and on which day it began."""

from __future__ import annotations

import re
from datetime import date

from corpus.numerals import find_dates

_RANGE_EN = re.compile(
    r"(?<!\d)(?P<day>\d{1,2})\s?(?:-|–|—|to|and)\s?\d{1,2}\s(?P<rest>[A-Z][a-z]{2,8}\.?,?\s\d{4})|(?P<month>[A-Z][a-z]{2,8})\.?\s(?P<day2>\d{1,2})\s?(?:-|–|—|to|and)\s?\d{1,2},?\s(?P<year>\d{4})"
)
_DAY_ENGLISH = r"(?:\d{1,2}\s[A-Z][a-z]{2,8}|[A-Z][a-z]{2,8}\s\d{1,2},?)\s\d{4}"
_NOTE = re.compile(r"\s?[（(](?:示例|sample|draft|草案|征求意见稿)[)）]$", re.IGNORECASE)
BARE_TITLE = re.compile(
    r"(?:agreed|draft|final|meeting)?\s?minutes|meeting\s(?:notes|record)|(?:会议|专题会议)?纪要|会议记录",
    re.IGNORECASE,
)
MEETING_LINE = re.compile(
    r"[^。；：:]{2,60}(?:会议?|会商)$|关于[^。；：:]{2,60}纪要$|(?:[A-Z0-9][\w-]*\s){0,6}(?:Meeting|Session|Consultations?|Talks|Dialogue|Round|Conference)\b[^.;:]{0,120}$"
)


def meeting_of(title: str) -> str:
    """The name of the meeting of which a title says that these are its minutes."""
    plain = re.sub(r"^Subject:\s", "", _NOTE.sub("", title.strip()))
    halves = plain.split(" / ")
    if len(halves) == 2 and re.search("[一-龥]", halves[0]) and not re.search("[一-龥]", halves[1]):
        plain = halves[0].strip()  # the title in two languages
    english = re.match(
        r"(?:(?:agreed|draft|final|summary)\s)?(?:minutes|records?(?:\sof\sdiscussions?)?|notes|summary|report)\s(?:of|on|from)\s(?:the\s)?(?=\S*\s?.*\b(?:meeting|session|consultations?|talks|dialogue|call|conference|committee)\b)(.+)$",
        plain,
        re.IGNORECASE,
    )
    if english:
        return re.sub(rf",\s{_DAY_ENGLISH}$", "", english[1].strip())
    match = re.match(
        r"(.+?(?:会议|座谈会|联席会|例会|会商会?|协调会|研讨会|推进会|调度会|会))(?:(?<=会)会议)?(?:情况)?(?:纪要|记录|备忘录|报告|(?:(?:议定|决定|落实)?事项)?(?:落实|任务|责任)?(?:台账|清单|分[解工]表))$",
        plain,
    )
    return match[1] if match else plain


def first_day(text: str) -> date | None:
    """The (first) day of a meeting: of ``2026年3月5日至6日`` the 5th."""
    several = _RANGE_EN.search(text)
    if several:
        printed = (
            f"{several['day']} {several['rest']}"
            if several["day"]
            else f"{several['month']} {several['day2']}, {several['year']}"
        )
        text = printed
    found = find_dates(re.sub(r"(\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2})\s?(?=[至到、—–~～-])", r"\1日", text))
    return found[0][2] if found else None
