"""What documents come to beside their provisions: digests of cases, minutes, endings of other documents, terms.

The vocabulary of these records, in the forms of the command line. What a text does not say is ``None`` or empty.
Each record keeps the places that its values come from: ``Evidence`` with the name of the record's field, whose surface
is cut where it is long; its span is the whole place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day
from enum import StrEnum

from corpus.evidence import Evidence, Immutable


@dataclass(frozen=True, slots=True)
class Resolved(Immutable):
    """A citation whose target is known: the id of a work, version or provision."""

    target: str


@dataclass(frozen=True, slots=True)
class Ambiguous(Immutable):
    """A citation that may mean several things: their ids."""

    candidates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unresolved(Immutable):
    """A citation whose target is not known, and why."""

    reason: str


class Relation(StrEnum):
    """What the citing text does to the cited one."""

    CITES = "cites"
    INTERPRETS = "interprets"
    IMPLEMENTS = "implements"
    AMENDS = "amends"
    REPEALS = "repeals"
    REPLACES = "replaces"
    APPLIES = "applies"
    INCORPORATES = "incorporates"


@dataclass(frozen=True, slots=True)
class Citation(Immutable):
    """A place ``[start, end)`` in a provision's text that refers to something, and what became of it."""

    provision: str
    start: int
    end: int
    surface: str
    outcome: Resolved | Ambiguous | Unresolved
    relation: Relation = Relation.CITES


@dataclass(frozen=True, slots=True)
class Ending(Immutable):
    """A clause by which a document ends another one: ``同时废止``, or a code that takes over a law.

    Attributes:
        relation: ``REPEALS`` or ``REPLACES``.
        title: the title of the ended document as printed, without its marks; ``None`` where only a number is given.
        document_number: its number as printed.
        on: the day that the clause gives; ``None`` means the day on which the ending document takes effect.
        surface: the clause.
        start, end: its span in the source text.
    """

    relation: Relation
    title: str | None
    document_number: str | None
    on: Day | None
    surface: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Term(Immutable):
    """A term and what it is called in another language (BCP 47), with the span of the pair in the source text."""

    language: str
    term: str
    other_language: str
    other_term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AppliedRule(Immutable):
    """A rule that a case applies: the work as the text names it, and the article, normalised."""

    work: str
    article: str | None = None


@dataclass(frozen=True, slots=True)
class Digest(Immutable):
    """What a case comes to.

    Attributes:
        title: the name of the case, or what stands for it.
        fragment: the provision with which the case begins in its document, ``None`` for its beginning.
        jurisdiction: ISO 3166, ``EU`` or ``INT``.
        case_number: as printed.
        court: the court (or authority, panel) that decided.
        court_level: ``supreme``, ``high``, ``intermediate``, ``basic``, ``specialised``, ``international`` or
            ``administrative``.
        date: the day of the decision.
        published: the day of its publication as a case.
        parties: as published.
        subjects: the vocabulary of the interfaces page.
        procedure: type of procedure, as the text says it or its case number tells (``民事二审``, ``appeal``).
        issue, holding, reasoning, facts, significance: passages of the text; paragraphs part at line feeds.
        rules: the rules applied.
        keywords: as printed.
        exception_code: the code of a copyright exception in a comparison of countries.
        result: what was decided, where the text tells it apart from the gist.
        year: the year of the decision, also where the text gives no day.
        evidence: a place for each value.
    """

    title: str
    jurisdiction: str
    fragment: str | None = None
    case_number: str | None = None
    court: str | None = None
    court_level: str | None = None
    date: Day | None = None
    published: Day | None = None
    parties: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    procedure: str | None = None
    issue: str | None = None
    holding: str | None = None
    reasoning: str | None = None
    facts: str | None = None
    significance: str | None = None
    rules: tuple[AppliedRule, ...] = ()
    keywords: tuple[str, ...] = ()
    exception_code: str | None = None
    result: str | None = None
    year: int | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief(Immutable):
    """What lists and facets show of a digest: everything short. ``gist`` is the beginning of what it holds."""

    title: str
    jurisdiction: str
    case_number: str | None = None
    court: str | None = None
    court_level: str | None = None
    date: Day | None = None
    published: Day | None = None
    year: int | None = None
    parties: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    procedure: str | None = None
    rules: tuple[AppliedRule, ...] = ()
    keywords: tuple[str, ...] = ()
    exception_code: str | None = None
    gist: str = ""


_GIST = 260


def brief_of(digest: Digest) -> Brief:
    """The short values of a digest."""
    told = next((p for p in (digest.holding, digest.result, digest.issue, digest.facts) if p), "")
    gist = " ".join(told[: _GIST * 2].split())
    return Brief(
        title=digest.title,
        jurisdiction=digest.jurisdiction,
        case_number=digest.case_number,
        court=digest.court,
        court_level=digest.court_level,
        date=digest.date,
        published=digest.published,
        year=digest.year or (digest.published.year if digest.published else None),
        parties=digest.parties,
        subjects=digest.subjects,
        procedure=digest.procedure,
        rules=digest.rules,
        keywords=digest.keywords,
        exception_code=digest.exception_code,
        gist=gist if len(gist) <= _GIST else f"{gist[:_GIST]}…",
    )


class ItemState(StrEnum):
    """How far an item of minutes is."""

    OPEN = "待落实"
    UNDER_WAY = "落实中"
    SETTLED = "已落实"


@dataclass(frozen=True, slots=True)
class Participants(Immutable):
    """Who took part for one organisation; ``None`` where the text names people alone."""

    organisation: str | None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MinutesItem(Immutable):
    """What a meeting agreed.

    Attributes:
        text: the sentence or row.
        lead, support: who leads (牵头, 责任单位) and who supports (配合单位), as printed.
        deadline_text: the deadline as printed.
        deadline: the day that it means; ``None`` where it depends on an unknown day.
        state: what the text says of it, else ``None``.
        cites: rules and documents that it names, as printed.
        settled_by: what settled it: the id of a document, or its name as printed where it is not in the base.
        topic: the heading or agenda item below which it stands.
        number: its number as printed, without brackets and stops (``一``, ``3``, ``A1``), by which reports name it.
        fragment: the provision in which it stands.
        evidence: a place for each value.
    """

    text: str
    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    deadline_text: str | None = None
    deadline: Day | None = None
    state: ItemState | None = None
    cites: tuple[str, ...] = ()
    settled_by: str | None = None
    topic: str | None = None
    number: str | None = None
    fragment: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemReport(Immutable):
    """What minutes say of an item that an earlier meeting agreed.

    Attributes:
        text: the item's name or words as the report prints them; may be empty where only its number is given.
        number: its number in the earlier minutes, as printed.
        meeting: the earlier meeting as printed (``第一次会议``); ``None`` means the one before.
        state: how far it is.
        settled_by: what settled it, as printed.
        note: what the report says of it.
        evidence: its place.
    """

    text: str
    number: str | None = None
    meeting: str | None = None
    state: ItemState | None = None
    settled_by: str | None = None
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Minutes(Immutable):
    """A meeting and its items.

    Attributes:
        meeting: its name.
        date: its (first) day.
        reports: what it says of items of earlier meetings.
    """

    meeting: str
    date: Day | None = None
    place: str | None = None
    chair: str | None = None
    participants: tuple[Participants, ...] = ()
    agenda: tuple[str, ...] = ()
    items: tuple[MinutesItem, ...] = ()
    reports: tuple[ItemReport, ...] = ()
    evidence: tuple[Evidence, ...] = ()
