"""Deadlines of minutes: what day a printed deadline means, counted from the day of the meeting.

What depends on a day that the minutes do not know (the next meeting, the day of issue, the public holidays between
working days) has no day, and neither has what may be read in two ways (``6月前``: before June or within it).
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.numerals import chinese_number, english_number, find_dates
from ingest.minutes import deadline_forms as forms


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline in a text: its place, and the day that it means, ``None`` where nobody can say it."""

    start: int
    end: int
    day: date | None


@dataclass(frozen=True, slots=True)
class _Moment:
    """A match of a form, with the groups that took part in it (``year2`` and so on count as ``year``)."""

    groups: Mapping[str, str]
    meeting: date | None

    def __getitem__(self, name: str) -> str:
        return self.groups.get(name, "")

    @property
    def year(self) -> int | None:
        """The year that is printed, or the one that words like 次年 mean, or that of the meeting."""
        if self["year"]:
            return chinese_number(self["year"])
        if self.meeting is None:
            return None
        return self.meeting.year + (1 if self["next"] else 0)

    def forward(self, day: date | None) -> date | None:
        """A day whose year nobody printed and that lies before the meeting is one of the next year."""
        fixed = self["year"] or self["this"] or self["next"]
        if day is None or fixed or self.meeting is None or day >= self.meeting:
            return day
        return months_later(day, 12)


def deadlines_in(text: str, meeting: date | None) -> list[Deadline]:
    """The deadlines that a running text names, in order: days are only those that something has to be done by.

    Args:
        text: a sentence or paragraph of minutes.
        meeting: the day of the meeting.
    """
    plain = text.translate(forms.WIDTH)
    found = [
        d
        for d in _all(plain, meeting)
        if forms.is_limit(plain, d.start, d.end)
        or (meeting and d.day and d.day >= meeting and forms.is_period(plain, d.start, d.end))
    ]
    return [_with_words_before(plain, deadline) for deadline in found]


def deadline_day(text: str, meeting: date | None) -> date | None:
    """The day that a printed deadline means: the last one where it names several.

    Args:
        text: the whole deadline as a table or a label gives it, such as ``会后一个月内`` or ``end of Q2``.
        meeting: the day of the meeting.
    """
    plain = text.translate(forms.WIDTH)
    found = _all(plain, meeting)
    if not found or forms.RECURRING.search(plain) or any(deadline.day is None for deadline in found):
        return None
    return found[-1].day


def month_end(year: int, month: int) -> date | None:
    """The last day of a month, or nothing where the calendar has none."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def months_later(day: date, months: int) -> date | None:
    """The same day some months later; the last day of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    end = month_end(index // 12, index % 12 + 1)
    return end.replace(day=min(day.day, end.day)) if end else None


def _all(text: str, meeting: date | None) -> list[Deadline]:
    """Every day, month or span that a text names; of those that overlap the one that begins first, else the longest."""
    found = sorted(_matches(text, meeting), key=lambda d: (d.start, -d.end))
    kept: list[Deadline] = []
    for deadline in found:
        if not kept or deadline.start >= kept[-1].end:
            kept.append(deadline)
    return kept


def _matches(text: str, meeting: date | None) -> Iterator[Deadline]:
    for start, end, day in find_dates(text):
        until = forms.UNTIL.match(text, end)
        yield Deadline(start, until.end() if until else end, day)
    for name, pattern in forms.MOMENTS.items():
        for match in pattern.finditer(text):
            groups = {key.rstrip("0123456789"): value for key, value in match.groupdict().items() if value}
            yield Deadline(match.start(), match.end(), _RESOLVERS[name](_Moment(groups, meeting)))
    for pattern in forms.SPANS:
        for match in pattern.finditer(text):
            yield _span(text, match, meeting)
    for match in forms.UNKNOWN.finditer(text):
        yield Deadline(match.start(), match.end(), None)


def _with_words_before(text: str, deadline: Deadline) -> Deadline:
    """With the English words that make it a deadline: ``by 30 June``."""
    before = forms.LIMIT_WORDS.search(text, max(deadline.start - 24, 0), deadline.start)
    return Deadline(before.start(), deadline.end, deadline.day) if before else deadline


# --- what the forms mean ---------------------------------------------------------------------------------------


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _han_day(found: _Moment) -> date | None:
    return found.forward(_day(found.year, chinese_number(found["month"]), chinese_number(found["day"])))


def _han_month(found: _Moment) -> date | None:
    """``6月底前``; ``6月`` alone is all of June, and ``6月前`` nobody knows."""
    month = chinese_number(found["month"])
    is_open = found["until"] and not found["end"] and not found["third"]
    if found.year is None or month is None or is_open:
        return None
    return found.forward(_third(month_end(found.year, month), found["third"]))


def _third(end: date | None, printed: str) -> date | None:
    """The last day of a third of a month (旬), or of the month."""
    number = {"上": 10, "中": 20}.get(printed[:1])
    return end.replace(day=number) if end and number else end


def _this_month(found: _Moment) -> date | None:
    is_open = found["until"] and not found["end"] and not found["third"] and not found["day"]
    if found.meeting is None or is_open:
        return None
    first = months_later(found.meeting.replace(day=1), 1 if found["which"][:1] in ("下", "次") else 0)
    if first and found["day"]:
        return _day(first.year, first.month, chinese_number(found["day"]))
    return _third(month_end(first.year, first.month), found["third"]) if first else None


def _quarter(found: _Moment) -> date | None:
    printed = found["quarter"].lower().removeprefix("第")
    number = forms.NUMBERS.get(printed)
    if (found["until"] and not found["end"]) or found.year is None:
        return None
    if number is not None:
        return found.forward(month_end(found.year, number * 3)) if number <= 4 else None
    if found.meeting is None:
        return None
    first = date(found.meeting.year, (found.meeting.month - 1) // 3 * 3 + 3, 1)
    last = months_later(first, 3 if printed.startswith(("下", "next")) else 0)
    return month_end(last.year, last.month) if last else None


def _half(found: _Moment) -> date | None:
    number = forms.NUMBERS.get(found["half"].lower())
    if number is None or number > 2 or found.year is None:
        return None
    return found.forward(month_end(found.year, number * 6))


def _year_end(found: _Moment) -> date | None:
    return month_end(found.year, 12) if found.year is not None else None


def _week(found: _Moment) -> date | None:
    if found.meeting is None:
        return None
    printed = found["which"].lower()
    weeks = 1 if printed == "next" else printed.count("下")
    monday = found.meeting - timedelta(days=found.meeting.weekday())
    return monday + timedelta(days=7 * weeks + forms.WEEKDAYS.get(found["day"].lower(), 6))


def _english_day(found: _Moment) -> date | None:
    return found.forward(
        _day(found.year, forms.MONTHS[found["month"].lower().rstrip(".")], int(found["day"]))
    )


def _english_month(found: _Moment) -> date | None:
    """``end of June``, ``June 2026``; ``by June`` may be read in two ways."""
    if found.year is None or (found["by"] and not found["end"]):
        return None
    return found.forward(month_end(found.year, forms.MONTHS[found["month"].lower().rstrip(".")]))


def _english_period(found: _Moment) -> date | None:
    """The end of this or the next month or year."""
    if found.meeting is None:
        return None
    later = 1 if found["which"].lower() == "next" else 0
    if found["unit"].lower().endswith("year"):
        return month_end(found.meeting.year + later, 12)
    first = months_later(found.meeting.replace(day=1), later)
    return month_end(first.year, first.month) if first else None


def _slashed(found: _Moment) -> date | None:
    """``30/06/2026``: where both numbers may be the month, nobody knows."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    if first > 12 or first == second:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


_RESOLVERS: dict[str, Callable[[_Moment], date | None]] = {
    "han day": _han_day,
    "han month": _han_month,
    "this month": _this_month,
    "quarter": _quarter,
    "half": _half,
    "year end": _year_end,
    "week": _week,
    "english day": _english_day,
    "english month": _english_month,
    "english period": _english_period,
    "slashed": _slashed,
}


def _span(text: str, match: re.Match[str], meeting: date | None) -> Deadline:
    """``会后一个月内``: what is counted from something else than the meeting has no day."""
    before = forms.ANCHOR.search(text, max(match.start() - forms.LONGEST_ANCHOR, 0), match.start())
    after = match.groupdict().get("after") or ""
    start = match.start()
    counts = True
    if before:
        known = forms.FROM_MEETING.search(text, before.start(), match.start())
        counts = known is not None
        since = max(
            text.rfind("自", before.start(), match.start()), text.rfind("从", before.start(), match.start())
        )
        start = known.start() if known else max(since, before.start())
    elif forms.ON_CONDITION.search(text, max(match.start() - forms.LONGEST_ANCHOR, 0), match.start()):
        counts = (
            forms.FROM_MEETING.search(text, max(match.start() - forms.LONGEST_ANCHOR, 0), match.start())
            is not None
        )
    elif after:
        counts = forms.FROM_MEETING.fullmatch(after.strip()) is not None
    day = _counted(match, meeting) if counts else None
    return Deadline(start, match.end(), day)


def _counted(match: re.Match[str], meeting: date | None) -> date | None:
    unit = forms.UNITS.get(re.sub(r"\s+", " ", match["unit"].lower()).removesuffix("s"))
    if meeting is None or unit is None:
        return None
    printed = match["number"].lower()
    halves = (
        1 if printed == "半" else 2 * (_number(printed) or 0) + (1 if match.groupdict().get("half") else 0)
    )
    days, months = unit
    if not halves or halves * days % 2:
        return None
    if days:
        return _days_later(meeting, halves * days // 2)
    day = months_later(meeting, halves * months // 2)
    return _days_later(day, 15) if day and halves * months % 2 else day  # half a month has 15 days


def _number(printed: str) -> int | None:
    return chinese_number(printed) or {"a": 1, "an": 1}.get(printed) or english_number(printed)


def _days_later(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
