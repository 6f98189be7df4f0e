"""The one schema of both engines: what a search unit holds, what can be asked, what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.access import Access
from corpus.evidence import Immutable

FACETS = ("kind", "jurisdiction", "language", "issuer", "subject", "year")
"""Fields with counts. A filter on one of them names the values of which a unit must have at least one."""


@dataclass(frozen=True, slots=True)
class SearchUnit(Immutable):
    """One provision as an engine holds it. The engine stores all of it, so a hit needs no second look-up.

    Attributes:
        id: id of the provision; ``version`` and ``work`` are those of its version and work.
        fingerprint: the version's fingerprint, by which drift is found.
        order: position in the version, the tie-breaker within it.
        title: official title; ``names`` other names of the work.
        document_number: as printed.
        article: normalised number of the article; ``level`` the provision's level.
        path: captions from the outermost container to the provision itself.
        label, heading, text: as in the provision.
        issuers, subjects: facet values, several each.
        version_on: the day that names the version; its year is the facet ``year``.
        follows_on, valid_to, repealed: as in ``Version``; the filter by date works on them.
        access: label.
    """

    id: str
    version: str
    work: str
    fingerprint: str
    order: int
    title: str
    names: tuple[str, ...]
    document_number: str | None
    kind: str
    jurisdiction: str
    language: str
    issuers: tuple[str, ...]
    subjects: tuple[str, ...]
    level: str
    article: str | None
    path: tuple[str, ...]
    label: str
    heading: str
    text: str
    version_on: date | None
    adopted: date | None
    valid_from: date | None
    valid_to: date | None
    follows_on: date | None
    repealed: date | None
    access: str

    @property
    def year(self) -> str | None:
        """The facet value of the version's year."""
        return str(self.version_on.year) if self.version_on else None


# --- what is asked ---------------------------------------------------------------------------------------------


class Field(StrEnum):
    """Text fields that a word or phrase can be bound to."""

    TEXT = "text"
    HEADING = "heading"
    TITLE = "title"
    NUMBER = "document_number"


class Node(Immutable):
    """A node of a query tree."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Word(Node):
    """All tokens of ``text`` must occur (in any order) in ``field``, or in any text field where it is ``None``."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Phrase(Node):
    """The tokens of ``text`` in this order, side by side, within one run of text."""

    text: str
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class And(Node):
    """All parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """At least one part."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """Not ``part``. Alone it means everything that is not ``part``."""

    part: Node


@dataclass(frozen=True, slots=True)
class Everything(Node):
    """Every unit (browsing by filters)."""


class Sort(StrEnum):
    """Order of hits; ties are broken by version and order in it, so that paging is stable."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class SearchRequest(Immutable):
    """A search as an engine understands it.

    Attributes:
        query: the tree.
        access: what the reader may see; holds for hits, total and facets.
        as_of: only versions that were the text of their work on that day, or that had been adopted by then and
            were still to come into force; ``None`` searches all versions.
        filters: facet name to accepted values (any of them); different facets must all hold.
        facets: names of facets to count; each count leaves out the filter on its own facet.
        works: only units of these works, or ``None`` for all; ``versions`` likewise.
        exclude: ids of units that must not come back (they are shown already); they count in no total.
        limit, offset: the page.
        facet_size: the most values to return for each facet.
    """

    query: Node
    access: Access
    as_of: date | None
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    works: frozenset[str] | None = None
    versions: frozenset[str] | None = None
    exclude: frozenset[str] = frozenset()
    sort: Sort = Sort.RELEVANCE
    limit: int = 10
    offset: int = 0
    facet_size: int = 50


# --- what comes back -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scored(Immutable):
    """A unit found, with its score (higher is better; comparable within one answer only)."""

    unit: SearchUnit
    score: float


@dataclass(frozen=True, slots=True)
class FacetCount(Immutable):
    """How many units have ``value``."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class SearchPage(Immutable):
    """One page of an answer: hits best first, the exact total, counts by facet (largest first, ties by value)."""

    hits: tuple[Scored, ...]
    total: int
    facets: Mapping[str, tuple[FacetCount, ...]]


@dataclass(frozen=True, slots=True)
class Suggestion(Immutable):
    """A completion of what was typed: the title or a name of a work."""

    text: str
    work: str


@dataclass(frozen=True, slots=True)
class IndexedVersion(Immutable):
    """What an engine holds of a version: how many units, and the fingerprints they carry (one when sound)."""

    units: int
    fingerprints: frozenset[str]
