"""Minutes: the meeting, who took part, and the items on which it agreed, out of a document's lines and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from corpus.evidence import Evidence
from corpus.model import BlockKind, Document, Format, Kind, Provision, Reading
from corpus.names import plain_key
from corpus.records import Minutes, MinutesItem
from ingest.minutes.cites import cites_in
from ingest.minutes.head import read_head
from ingest.minutes.items import Draft, Finder, places_of
from ingest.minutes.outline import outline
from ingest.minutes.reports import reports_of
from ingest.minutes.rows import Part, parts_of
from ingest.minutes.text import Text

_SILENT = (BlockKind.COMMENT, BlockKind.FURNITURE, BlockKind.FOOTNOTE)
_AGREEMENT = re.compile(r"备忘录|协议|memorandum|agreement|arrangement", re.IGNORECASE)
_COUNTERSIGNING = re.compile(r"会签|联签|征求意见|countersign", re.IGNORECASE)


def minutes_of(document: Document, reading: Reading) -> Minutes | None:
    """What the meeting that the document records came to, ``None`` for other documents.

    Deadlines are counted from the day of the meeting; where the minutes name none, from the document's own day.
    What the text does not say stays ``None`` or empty.
    """
    identity = document.identity
    if identity.kind is not Kind.MINUTES:
        return None
    blocks = [block for block in reading.blocks if block.kind not in _SILENT]
    parts = parts_of(blocks, reading.text, reading.format is Format.TXT)
    title, parts = _title(parts, identity.title)
    root = outline(parts)
    head = read_head(root, title, identity.title, identity.adopted)
    finder = Finder(
        head.date, bool(_AGREEMENT.search(identity.title)), bool(_COUNTERSIGNING.search(identity.title))
    )
    finder.walk(root)
    items = _items(finder.drafts, head.date, document.provisions)
    return Minutes(
        meeting=head.meeting,
        date=head.date,
        place=head.place,
        chair=head.chair,
        participants=tuple(head.participants),
        agenda=tuple(head.agenda),
        items=items,
        reports=tuple(reports_of(finder.reported, root, head.date)),
        evidence=tuple(dict.fromkeys(head.evidence)),
    )


def _title(parts: list[Part], title: str) -> tuple[Text | None, list[Part]]:
    """The line of the title, and the rest without it."""
    for index, part in enumerate(parts[:8]):
        if (
            isinstance(part, Text)
            and part.text.strip()
            and _key(part.text)
            and _key(part.text) in _key(title)
        ):
            if index and not part.heading and len(part.text) < 6:
                continue
            if _key(part.text) == _key(title) or part.heading:
                return part, [*parts[:index], *parts[index + 1 :]]
    return None, parts


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


def _items(
    drafts: Sequence[Draft], meeting: date | None, provisions: Sequence[Provision]
) -> tuple[MinutesItem, ...]:
    """The finished items in the order of the text; one whose words stand there twice is one."""
    found: dict[str, MinutesItem] = {}
    for draft in sorted(drafts, key=lambda d: d.text.start):
        item = _item(draft, meeting, provisions)
        found.setdefault(plain_key(item.text), item)
    return tuple(found.values())


def _item(draft: Draft, meeting: date | None, provisions: Sequence[Provision]) -> MinutesItem:
    assignment = draft.assignment(meeting)
    evidence: list[Evidence] = list(draft.text.evidence("text"))
    if draft.cells:
        evidence += [
            place
            for role, cell in draft.cells
            for place in cell.evidence("deadline_text" if role == "deadline" else role)
        ]
        if assignment.settled_by and not any(role == "settled_by" for role, _ in draft.cells):
            told = next(
                (cell for _, cell in draft.cells if assignment.settled_by.value in cell.text), draft.text
            )
            evidence += told.evidence("settled_by")
    else:
        for name, place in places_of(assignment):
            evidence += draft.words.evidence(name, place.start, place.end)
    inherited = draft.inherited
    if inherited is not None:
        if not assignment.lead or {p.value for p in assignment.lead} & {p.value for p in inherited.lead}:
            assignment.support = assignment.support or inherited.support
        assignment.lead = assignment.lead or inherited.lead
        if assignment.deadline is None:
            assignment.deadline, assignment.day = inherited.deadline, inherited.day
        taken = [id(place) for place in (*assignment.lead, *assignment.support, assignment.deadline)]
        for name, place in places_of(inherited):  # what the point takes over stands in the one above it
            if draft.above is not None and id(place) in taken:
                evidence += draft.above.evidence(name, place.start, place.end)
    return MinutesItem(
        text=draft.text.text,
        lead=tuple(place.value for place in assignment.lead),
        support=tuple(place.value for place in assignment.support),
        deadline_text=assignment.deadline.value if assignment.deadline else None,
        deadline=assignment.day,
        state=assignment.state,
        cites=cites_in(draft.words.text, assignment.settled_by.value if assignment.settled_by else ""),
        settled_by=assignment.settled_by.value if assignment.settled_by else None,
        topic=draft.topic or None,
        number=draft.number or None,
        fragment=_fragment(draft.text.start, provisions),
        evidence=tuple(dict.fromkeys(evidence)),
    )


def _fragment(start: int, provisions: Sequence[Provision]) -> str | None:
    """The innermost provision in which a place of the source text stands."""
    around = [p for p in provisions if p.start <= start < p.end]
    return min(around, key=lambda p: p.end - p.start).fragment if around else None


__all__ = ["minutes_of"]
