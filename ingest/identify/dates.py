"""The dates of a version out of its history, its labels, the metadata and the file's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from corpus.evidence import Evidence
from corpus.model import Block, Event, Kind
from corpus.notes import Note
from corpus.numerals import find_dates, parse_date
from ingest.identify.decisions import Decision
from ingest.identify.expiry import expiry
from ingest.identify.found import named, stated
from ingest.identify.history import Told
from ingest.identify.labels import labels_of
from ingest.identify.passages import is_cut_off
from ingest.identify.publication import Delay
from ingest.identify.view import View
from ingest.identify.western import edition

_KEYS = {
    "adopted": (
        "enactment_date",
        "date_signed",
        "decision_date",
        "decidedon",
        "adopted",
        "fecha_disposicion",
    ),
    "promulgated": (
        "공포일자",
        "publication_date",
        "fecha_publicacion",
        "publish_date",
        "page.发布日期",
        "page.发文日期",
        "发布日期",
        "公布日期",
        "publishedat",
        "published",
        "issued",
    ),
    "effective": (
        "시행일자",
        "implement_date",
        "effective_date",
        "date_into_force",
        "effective_from",
        "施行日期",
        "实施日期",
        "生效日期",
        "page.生效日期",
        "page.实施日期",
        "valid_from",
        "enforced_at",
    ),
    "state": (
        "last_updated",
        "ultima_actualizacion",
        "最新異動日期",
        "最新英文異動日期",
        "lawmodifieddate",
        "englawmodifieddate",
        "enforced_at",
        "valid_from",
        "created",
        "date",
    ),
    "repealed": ("repeal_date", "date_inactive", "fecha_derogacion"),
}
_FIRST_PUBLICATION = ("publication_date", "fecha_publicacion", "publish_date")
_CASES = (Kind.JUDGMENT, Kind.FOREIGN_CASE, Kind.GUIDING_CASE, Kind.TYPICAL_CASE, Kind.QA)
_STATE = re.compile(
    r"(?:version in force from|in force (?:as )?from|as at|consolidated (?:as of|to)|Stand:?|en vigueur au|Applicable as from|Compilation date|Version date|[Cc]urrent to):?\s{1,3}\**(?P<day>[^\n]{6,24})"
    r"|[—–-]\s[A-Z]{2}\s[—–-]\s(?P<eu>\d{2}\.\d{2}\.\d{4})(?:\s[—–-]|$)"
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})")
_DECIDED = re.compile(r"\b(?:Decided|DECIDED|Filed|Date of judgment)\s?:?\s(?:on )?")
_JUDGES = re.compile(r"(?:审判长|审判员|人民陪审员|代理审判员)[^。，]{2,12}\s")
_RELEASED = re.compile(r"(?:审判|检察)委员会[^。]{0,60}(?:发布|公布)")
_NAME_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>[0-3]\d)(?!\d)"
)
_FAR = timedelta(days=92)
_AN_EPISODE = timedelta(days=400)
_SOON = timedelta(days=40)


@dataclass(slots=True)
class Dates:
    """What the dates come to."""

    adopted: date | None = None
    promulgated: date | None = None
    effective: date | None = None
    repealed: date | None = None
    version_on: date | None = None
    events: tuple[Event, ...] = ()
    evidence: list[Evidence] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def find(
    view: View,
    told: tuple[Told, ...],
    kind: Kind,
    jurisdiction: str,
    delay: Delay | None,
    decision: Decision | None = None,
) -> Dates:
    """Dates of this version: the text's first, the metadata's where the text does not contradict, the name's last."""
    dates = Dates()
    if kind in (Kind.OTHER, Kind.POLICY, Kind.GLOSSARY) and jurisdiction != "CN":
        told = tuple(item for item in told if item.weight == 1)
    if kind in _CASES:
        told = tuple(item for item in told if item.weight == 1 and kind is not Kind.GUIDING_CASE)
    said = _said(view)
    if kind in (Kind.JUDGMENT, Kind.FOREIGN_CASE, Kind.GUIDING_CASE):
        _of_case(view, kind, dates, decision)
    _from_text(dates, told)
    if jurisdiction == "CN":
        _beyond_a_cut_history(dates, view)
    _from_labels(dates, view, kind)
    state = _state(view, said, jurisdiction)
    _from_metadata(dates, said, state[0] if state else None, jurisdiction)
    if delay and dates.effective is None and dates.promulgated:
        dates.effective = delay.after(dates.promulgated)
        dates.evidence.append(delay.evidence)
    term = expiry(view, dates.effective) if jurisdiction == "CN" and dates.repealed is None else None
    if term:
        dates.repealed = term[0]
        dates.evidence.append(term[1])
    _version(dates, state, view, kind, jurisdiction)
    dates.events = _unique([*dates.events, *(item.event for item in told)])
    return dates


def _unique(events: Iterable[Event]) -> tuple[Event, ...]:
    seen: dict[tuple[str, date], Event] = {}
    for event in events:
        seen.setdefault((event.kind, event.on), event)
    return tuple(sorted(seen.values(), key=lambda event: event.on))


def _said(view: View) -> dict[str, tuple[date, str, str]]:
    found: dict[str, tuple[date, str, str]] = {}
    for role, keys in _KEYS.items():
        for key in keys:
            entry = view.said(key)
            day = _day(entry[1]) if entry else None
            if entry and day:
                found[role] = (day, key, entry[1])
                break
    return found


def _day(value: str) -> date | None:
    plain = value.strip()
    day = parse_date(plain)
    if day:
        return day
    days = find_dates(plain[:40])
    return days[0][2] if days else None


def _from_text(dates: Dates, told: tuple[Told, ...]) -> None:
    strong = [item for item in told if item.weight >= 2]
    changes = [item for item in strong if item.event.kind in ("adopted", "amended")]
    changes = changes or [item for item in told if item.event.kind in ("adopted", "amended")]
    last = max((item.event.on for item in changes), default=None)
    published = max((item.event.on for item in strong if item.event.kind == "promulgated"), default=None)
    if last and published and published - last > _AN_EPISODE:
        last = None
    if last:
        _set_adopted(dates, changes, last)
    for role in ("promulgated", "effective", "repealed"):
        fitting = [
            item for item in told if item.event.kind == role and (last is None or item.event.on >= last)
        ]
        if role == "effective" and last is None and dates.promulgated:
            fitting = [item for item in fitting if item.event.on >= dates.promulgated - _SOON]
        best = max(fitting, key=lambda item: (item.weight, item.event.on), default=None)
        if best:
            setattr(dates, role, best.event.on)
            dates.evidence.append(_as(best.evidence, role))
        for item in fitting:
            if best and item.weight < best.weight and abs(item.event.on - best.event.on) > _FAR:
                label, text = item.event.on.isoformat(), best.event.on.isoformat()
                warning = f"{role}: a label says {label}, the text {text}"
                dates.warnings.append(Note(warning, code="day_of_label", field=role, label=label, text=text))


def _beyond_a_cut_history(dates: Dates, view: View) -> None:
    """Where the history shows that it breaks off, a later day in the name is that of the version."""
    name = name_date(view.source.name)
    last = max(filter(None, (dates.version_on, dates.adopted)), default=None)
    if name is None or last is None or name <= last or not is_cut_off([line.text for line in view.head]):
        return
    dates.adopted = dates.promulgated = None
    dates.version_on = name
    dates.evidence = [entry for entry in dates.evidence if entry.field not in ("adopted", "promulgated")]
    dates.evidence.append(named("version_on", view.source.name))
    dates.warnings.append(
        f"version: the history breaks off after {last}, the day {name} is taken from the name"
    )


def _from_labels(dates: Dates, view: View, kind: Kind) -> None:
    """The day of a decision or of a meeting, where the head labels it."""
    role = "held" if kind is Kind.MINUTES else "decided" if kind in _CASES else None
    if role is None or dates.adopted:
        return
    for label in labels_of(view):
        day = _day(label.value) if label.role == role else None
        if day:
            dates.adopted = day
            dates.evidence.append(label.evidence("adopted"))
            return


def _set_adopted(dates: Dates, changes: list[Told], last: date) -> None:
    """The last adoption or amendment; where an approval follows an adoption, the adoption."""
    final = max(changes, key=lambda item: item.event.on)
    if "批准" in final.event.surface and "通过" not in final.event.surface:
        earlier = [
            c
            for c in changes
            if c.event.on < last and last - c.event.on < timedelta(days=400) and "通过" in c.event.surface
        ]
        final = max(earlier, key=lambda item: item.event.on, default=final)
    dates.adopted = final.event.on
    dates.version_on = last
    dates.evidence.append(_as(final.evidence, "adopted"))


def _as(evidence: Evidence, role: str) -> Evidence:
    return Evidence(role, evidence.surface, evidence.origin, evidence.start, evidence.end)


def _of_case(view: View, kind: Kind, dates: Dates, decision: Decision | None) -> None:
    """The day of a decision: below a Chinese judgment, above a European one, in a guiding case's line."""
    issued = view.said("issuedLine")
    if issued:
        days = find_dates(issued[1])
        if days:
            dates.promulgated = days[-1][2]
            dates.evidence.append(stated("promulgated", *issued))
        return
    if view.said("decision_date", "decidedon", "arguedon"):
        return
    if kind is Kind.GUIDING_CASE:
        _of_release(view, dates)
        return
    if decision and decision.day.value:
        dates.adopted = decision.day.value
        dates.evidence.extend(decision.day.evidence)
        return
    found = _day_below(view) if kind is Kind.JUDGMENT else _day_above(view)
    if found:
        dates.adopted = found[0]
        dates.evidence.append(found[1])


def _of_release(view: View, dates: Dates) -> None:
    """The day in the line by which a guiding case is released; never one that its facts tell."""
    for line in view.opening[:15]:
        days = find_dates(line.text[:120]) if _RELEASED.search(line.text[:120]) else []
        if days:
            start, end, dates.promulgated = days[-1]
            dates.evidence.append(line.evidence("promulgated", start, end))
            return


def _day_below(view: View) -> tuple[date, Evidence] | None:
    """The day behind the judges' names: alone at the beginning of a line, or within the running text."""
    for block in view.blocks:
        days = find_dates(block.text) if len(block.text) <= 60 else []
        if days and days[0][0] == 0:
            return days[0][2], _placed(block, days[0])
    for block in reversed(view.blocks):
        signed = [match.start() for match in _JUDGES.finditer(block.text)]
        days = find_dates(block.text[signed[-1] : signed[-1] + 200]) if signed else []
        if days:
            start, end, day = days[0]
            return day, _placed(block, (start + signed[-1], end + signed[-1], day))
    return None


def _day_above(view: View) -> tuple[date, Evidence] | None:
    for line in view.surroundings[:40]:
        decided = _DECIDED.search(line.text)
        days = find_dates(line.text[decided.end() :][:40]) if decided else []
        if decided and days and days[0][0] == 0:
            start = decided.end()
            return days[0][2], line.evidence("adopted", start, start + days[0][1])
    for line in view.surroundings[:16]:
        days = find_dates(line.text[:120])
        if days and days[0][0] <= 40:
            return days[0][2], line.evidence("adopted", days[0][0], days[0][1])
    return None


def _placed(block: Block, found: tuple[int, int, date]) -> Evidence:
    part = block.part(found[0], found[1])
    return Evidence("adopted", part.text, "text", part.start, part.end)


def _state(
    view: View, said: dict[str, tuple[date, str, str]], jurisdiction: str
) -> tuple[date, Evidence] | None:
    """The day of which a consolidated text gives the law: from its own words, else from the metadata."""
    if jurisdiction == "CN":
        return None
    for line in view.surroundings[:60]:
        match = _STATE.search(line.text)
        day = _stated_day(match["eu"] or match["day"]) if match else None
        if match and day:
            return day, line.evidence("version_on", match.start(), match.end())
    if "state" in said:
        day, key, value = said["state"]
        return day, stated("version_on", key, value)
    return edition(view) if jurisdiction == "INT" else None


def _stated_day(text: str) -> date | None:
    slashed = _SLASHED.match(text)
    if slashed:
        return parse_date(f"{slashed[3]}-{int(slashed[2]):02}-{int(slashed[1]):02}")
    return _day(text)


def _from_metadata(
    dates: Dates, said: dict[str, tuple[date, str, str]], state: date | None, jurisdiction: str
) -> None:
    """Fill what the text leaves open. A first publication or enactment is an event of the work, not of a later state."""
    last = max(filter(None, (dates.adopted, dates.version_on)), default=None)
    for role in ("adopted", "promulgated", "effective", "repealed"):
        if role not in said or (role == "adopted" and last):
            continue
        day, key, value = said[role]
        dates.events = (*dates.events, Event(role, day, None, f"{key}: {value}"))
        printed = said["promulgated"][0] if role == "adopted" and "promulgated" in said else day
        first_only = (
            state is not None and state > printed and (key in _FIRST_PUBLICATION or key == "enactment_date")
        )
        own = (
            role == "promulgated"
            and "effective" in said
            and said["effective"][1] == "valid_from"
            and day == said["effective"][0]
        )
        if first_only or own or (role == "effective" and key == "valid_from"):
            continue
        current: date | None = getattr(dates, role)
        if last and day < last:
            if role != "repealed":
                warning = f"{role}: {key} says {day}, which is before the last amendment of {last}"
                dates.warnings.append(
                    Note(
                        warning,
                        code="day_before_amendment",
                        field=role,
                        key=key,
                        day=day.isoformat(),
                        last=last.isoformat(),
                    )
                )
        elif current is None:
            setattr(dates, role, day)
            dates.evidence.append(stated(role, key, value))
        elif current != day:
            warning = f"{role}: {key} says {day}, the text {current}"
            given, text = day.isoformat(), current.isoformat()
            dates.warnings.append(
                Note(warning, code="day_of_metadata", field=role, key=key, day=given, text=text)
            )


def _version(
    dates: Dates, state: tuple[date, Evidence] | None, view: View, kind: Kind, jurisdiction: str
) -> None:
    own = dates.version_on or dates.adopted or dates.promulgated or dates.effective
    from_text = own is not None
    loose = kind in (Kind.OTHER, Kind.POLICY) and state is not None and state[1].origin == "text"
    if (
        state
        and not loose
        and (own is None or state[0] > own)
        and kind in (Kind.STATUTE, Kind.TREATY, Kind.GUIDELINE, Kind.OTHER, Kind.GLOSSARY, Kind.POLICY)
    ):
        dates.version_on = state[0]
        dates.evidence.append(state[1])
        if "in force" in state[1].surface and state[1].origin == "text":
            dates.effective = state[0]
        return
    name = name_date(view.source.name)
    dated_state = (
        name is not None
        and jurisdiction != "CN"
        and kind in (Kind.STATUTE, Kind.TREATY)
        and re.search(r"\.v\d{4}", view.source.name)
    )
    # A text that says only when it came into force was adopted before that: a day in the name shortly before fits.
    only_effect = own is not None and dates.version_on is None and not dates.adopted and not dates.promulgated
    before_effect = only_effect and own and name and timedelta(0) <= own - name <= _AN_EPISODE
    if name and (own is None or before_effect or (dated_state and name > own and state is None)):
        dates.version_on = name
        dates.evidence.append(named("version_on", view.source.name))
        warning = f"version: its day {name} is taken from the name"
        dates.warnings.append(Note(warning, code="version_of_name", day=name.isoformat()))
        return
    dates.version_on = own
    known = {event.on for event in dates.events} | {dates.adopted, dates.promulgated, dates.effective}
    if name and from_text and own and abs(name - own) > _FAR and name not in known:
        warning = f"version: the name says {name}, the text {own}"
        dates.warnings.append(Note(warning, code="name_differs", day=name.isoformat(), text=own.isoformat()))


def name_date(name: str) -> date | None:
    """The day in a file's name, such as ``(2020-10-17)`` or ``.v2018-11-08``."""
    match = _NAME_DATE.search(name)
    return parse_date("-".join(match.group("year", "month", "day"))) if match else None
