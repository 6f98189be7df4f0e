"""What became of the items of minutes: derived at every reading from what may be seen, never stored.

An item is settled by what its own minutes say, by what later minutes report of it, or, as a suggestion, by a later
document that bears the title which the item promised. So it does not matter in which order documents arrive, and an
internal link never shows to those who may not see both ends.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from corpus.corrections import item_keys
from corpus.evidence import PERSON
from corpus.names import name_key
from corpus.numerals import chinese_number, english_number
from corpus.records import ItemReport, ItemState, Minutes, MinutesItem


class Basis(StrEnum):
    """What a state or a settlement rests on."""

    STATED = "stated"  # the minutes themselves say it
    REPORTED = "reported"  # later minutes report it
    PROMISED = "promised"  # a later document bears the title that the item promised: a suggestion
    PERSON = "person"  # a person set it


@dataclass(frozen=True, slots=True)
class Held:
    """Minutes in the catalogue: the version that they were read from, and its title."""

    version: str
    title: str
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that may settle an item: its version, title, number and day."""

    version: str
    title: str
    number: str | None
    on: date | None


@dataclass(frozen=True, slots=True)
class AgreedItem:
    """An item of minutes with what is known of it by now.

    Attributes:
        meeting: the minutes in which it stands.
        key: its name among the items of its minutes.
        item: as its minutes print it.
        state: the latest that any text says, or what a person set.
        state_basis: what the state rests on.
        state_source: the version that says so.
        settled_by: what settled it: the id of a version, or its name as printed where the base does not hold it.
        settled_basis: what that rests on.
        note: what the source says, as printed.
    """

    meeting: Held
    key: str
    item: MinutesItem
    state: ItemState | None = None
    state_basis: Basis | None = None
    state_source: str | None = None
    settled_by: str | None = None
    settled_basis: Basis | None = None
    note: str | None = None

    @property
    def is_suggested(self) -> bool:
        """Whether what settled it is only inferred."""
        return self.settled_basis is Basis.PROMISED

    @property
    def parties(self) -> tuple[str, ...]:
        """Who leads and who supports."""
        return tuple(dict.fromkeys((*self.item.lead, *self.item.support)))

    def is_overdue(self, today: date) -> bool:
        """Whether its day has passed and no text says, or suggests, that it is settled."""
        is_done = self.state is ItemState.SETTLED or self.is_suggested
        return self.item.deadline is not None and self.item.deadline < today and not is_done


_TITLE = re.compile(
    r"《(?P<title>(?:[^《》]|《[^《》]{1,120}》){2,200})》|[\"“](?P<quoted>[^\"”]{3,160})[\"”]"
)
_PROMISE = re.compile(
    r"(?:制定|制订|起草|出台|印发|发布|修[订改]|编[制写印]|拟[定订]|形成|公布|签[署订]|研究|完善|报批|\b(?:draft|issue|publish|adopt|prepare|revise|sign|finali[sz]e)\w*)[^，。；《》.;]{0,16}$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"第([一二三四五六七八九十\d]{1,3})次|\b(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|(\d{1,2})(?:st|nd|rd|th))\b",
    re.I,
)
_OF_SERIES = re.compile(
    r"第[一二三四五六七八九十\d]{1,3}[次期]|[（(][^（）()]{0,20}[)）]|\d{4}年|\d+|会议|专题|纪要|记录|情况|\b(?:minutes|of|the|record|meeting|agreed|first|second|third|fourth|fifth|\w+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_TRIAL = re.compile(r"[（(](?:试行|暂行|修订|\d{4}年?(?:修订|版)?)[)）]$")
_ALIKE = 0.7
_SHORTEST = 4


def promised_titles(item: MinutesItem) -> tuple[str, ...]:
    """The titles of documents that an item promises: ``制定《…办法》``."""
    found = []
    for match in _TITLE.finditer(item.text):
        title = match["title"] or match["quoted"]
        behind = item.text[match.end() : match.end() + 2]
        if _PROMISE.search(item.text[max(match.start() - 24, 0) : match.start()]) and not behind.startswith(
            ("第", "的规")
        ):
            found.append(title)
    return tuple(dict.fromkeys(found))


def printed_document(printed: str) -> tuple[str | None, str | None]:
    """Title and number in a printed name such as ``《…通知》（示知发〔2024〕12号）``."""
    match = _TITLE.search(printed)
    title = (match["title"] or match["quoted"]) if match else None
    rest = printed[match.end() :] if match else printed
    number = re.search(r"[一-龥A-Za-z]{1,14}\s?[〔\[（(]\s?\d{4}\s?[〕\]）)]\s?(?:第\s?)?\d{1,5}\s?号", rest)
    return title or (None if number else printed), number[0] if number else None


def settled_items(meetings: Sequence[Held], documents: Iterable[Issued]) -> list[AgreedItem]:
    """All items of meetings, each with what is known of it.

    Args:
        meetings: the minutes that may be seen.
        documents: the documents that may be seen and that an item promises or names.
    """
    issued = list(documents)
    items = [
        _stated(AgreedItem(held, key, item), issued)
        for held in meetings
        for key, item in zip(item_keys(held.minutes.items), held.minutes.items, strict=True)
    ]
    by_meeting: dict[str, list[int]] = {}
    for place, entry in enumerate(items):
        by_meeting.setdefault(entry.meeting.version, []).append(place)
    for later in sorted(meetings, key=lambda held: (held.minutes.date or date.min, held.version)):
        for report in later.minutes.reports:
            earlier = _meeting_of(report, later, meetings)
            places = by_meeting.get(earlier.version, []) if earlier else []
            which = _item_of(report, [items[place].item for place in places])
            if which is not None:
                items[places[which]] = _reported(items[places[which]], report, later, issued)
    return [_promised(entry, issued) for entry in items]


def _stated(entry: AgreedItem, issued: Sequence[Issued]) -> AgreedItem:
    item = entry.item
    by_person = any(e.field == "state" and e.origin == PERSON for e in item.evidence)
    basis = Basis.PERSON if by_person else Basis.STATED
    if item.state is not None:
        entry = replace(entry, state=item.state, state_basis=basis, state_source=entry.meeting.version)
    if item.settled_by:
        set_by = any(e.field == "settled_by" and e.origin == PERSON for e in item.evidence)
        found = _document(item.settled_by, issued)
        entry = replace(
            entry, settled_by=found or item.settled_by, settled_basis=Basis.PERSON if set_by else Basis.STATED
        )
    return entry


def _reported(entry: AgreedItem, report: ItemReport, later: Held, issued: Sequence[Issued]) -> AgreedItem:
    """What a report says; a person's word stands above it."""
    if report.state is not None and entry.state_basis is not Basis.PERSON:
        entry = replace(
            entry,
            state=report.state,
            state_basis=Basis.REPORTED,
            state_source=later.version,
            note=report.note,
        )
    if (
        entry.state is ItemState.SETTLED
        and entry.settled_basis in (None, Basis.REPORTED)
        and entry.state_basis is Basis.REPORTED
    ):
        found = _document(report.settled_by, issued) if report.settled_by else None
        entry = replace(
            entry,
            settled_by=found or report.settled_by or entry.settled_by or later.version,
            settled_basis=Basis.REPORTED,
        )
    return entry


def _promised(entry: AgreedItem, issued: Sequence[Issued]) -> AgreedItem:
    """A later document that bears a promised title, where no text says what settled the item."""
    on = entry.meeting.minutes.date
    if entry.settled_by is not None or on is None:
        return entry
    for title in promised_titles(entry.item):
        later = [
            d
            for d in issued
            if d.on is not None and d.on > on and d.version != entry.meeting.version and bears(d.title, title)
        ]
        if later:
            first = min(later, key=lambda d: (d.on or date.max, d.version))
            return replace(entry, settled_by=first.version, settled_basis=Basis.PROMISED)
    return entry


def bears(title: str, promised: str) -> bool:
    """Whether a document's title is the promised one, or that of a notice that issues it."""
    wanted = name_key(_TRIAL.sub("", promised))
    if len(wanted) < _SHORTEST:
        return False
    inner = [match["title"] or match["quoted"] for match in _TITLE.finditer(title)]
    return any(name_key(_TRIAL.sub("", name)) == wanted for name in (title, *inner))


def _document(printed: str, issued: Sequence[Issued]) -> str | None:
    """The one document of the base that a printed name means."""
    title, number = printed_document(printed)
    for chosen in (
        {d.version for d in issued if number and d.number and name_key(d.number) == name_key(number)},
        {d.version for d in issued if title and name_key(d.title) == name_key(title)},
        {d.version for d in issued if title and bears(d.title, title)},
    ):
        if len(chosen) == 1:
            return next(iter(chosen))
    return None


# --- which item a report means ---------------------------------------------------------------------------------


def _meeting_of(report: ItemReport, later: Held, meetings: Sequence[Held]) -> Held | None:
    """The earlier meeting that a report means: the one of its number, else the one before, in the same series."""
    before = [
        held
        for held in meetings
        if held.version != later.version and _series(held) == _series(later) and _is_before(held, later)
    ]
    if report.meeting:
        ordinal = _ordinal(report.meeting)
        if ordinal is not None:
            return _only([held for held in before if _ordinal(held.title) == ordinal]) or (
                _only([held for held in before if _ordinal(held.title) is None]) if ordinal == 1 else None
            )
        day = re.search(r"(\d{1,2})月(\d{1,2})日", report.meeting)
        if day:
            wanted = (int(day[1]), int(day[2]))
            return _only(
                [h for h in before if h.minutes.date and (h.minutes.date.month, h.minutes.date.day) == wanted]
            )
    return max(before, key=lambda held: (held.minutes.date or date.min, held.version), default=None)


def _only(found: Sequence[Held]) -> Held | None:
    return found[0] if len(found) == 1 else None


def _is_before(held: Held, later: Held) -> bool:
    mine, theirs = held.minutes.date, later.minutes.date
    return mine is not None and theirs is not None and mine < theirs


def _series(held: Held) -> str:
    """The name of a meeting without its number, year and form."""
    return name_key(_OF_SERIES.sub("", held.minutes.meeting or held.title))


def _ordinal(text: str) -> int | None:
    match = _ORDINAL.search(text)
    if match is None:
        return None
    return chinese_number(match[1]) if match[1] else int(match[3]) if match[3] else english_number(match[2])


def _item_of(report: ItemReport, items: Sequence[MinutesItem]) -> int | None:
    """The item that a report means: by its words, and by its number where the words do not speak against it."""
    alike = [_likeness(report.text, item) for item in items]
    best = max(alike, default=0.0)
    if best >= _ALIKE and alike.count(best) == 1:
        return alike.index(best)
    number = _plain_number(report.number)
    named = [place for place, item in enumerate(items) if number and _plain_number(item.number) == number]
    if len(named) == 1 and (not report.text or (alike[named[0]] > 0.3 and alike[named[0]] == best)):
        return named[0]
    return None


def _plain_number(number: str | None) -> str | None:
    if not number:
        return None
    value = chinese_number(number.strip("第条项次（）() "))
    return str(value) if value is not None else number.casefold()


def _likeness(text: str, item: MinutesItem) -> float:
    """The share of a report's pairs of characters that stand in the item or in its heading."""
    wanted, own = name_key(text), name_key(f"{item.topic or ''} {item.text}")
    if len(wanted) < _SHORTEST:
        return 1.0 if wanted and name_key(item.text).startswith(wanted) else 0.0
    if wanted in own:
        return 1.0 + len(wanted) / 1000
    mine = Counter(wanted[i : i + 2] for i in range(len(wanted) - 1))
    theirs = Counter(own[i : i + 2] for i in range(len(own) - 1))
    return sum((mine & theirs).values()) / max(sum(mine.values()), 1)


def asked_for(meetings: Iterable[Held]) -> Mapping[str, set[str]]:
    """The titles and numbers of documents that items promise and that items or reports name."""
    titles: set[str] = set()
    numbers: set[str] = set()
    for held in meetings:
        for item in held.minutes.items:
            titles.update(promised_titles(item))
        for printed in (
            *(i.settled_by for i in held.minutes.items),
            *(r.settled_by for r in held.minutes.reports),
        ):
            title, number = printed_document(printed) if printed else (None, None)
            titles.update({title} if title else ())
            numbers.update({number} if number else ())
    return {"titles": titles, "numbers": numbers}
