"""The state of every page as its URL, and back: the one place that knows the parameters.

What a URL does not say has its default; what it says wrongly falls back to the default and is named, so that a page
can tell the reader. Defaults are left out of URLs, so that equal states have equal URLs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import quote

from corpus.model import Kind
from index.schema import FACETS, Sort
from search.agreed import ITEM_FACETS
from search.cases import CASE_FACETS

LANGUAGES = ("zh", "en")
"""Languages of the pages; the first is the default."""

FIRST_DAY = date(1800, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""Days for which the law can be asked."""

LONGEST_VALUE = 4000
"""Characters of one parameter; queries have their own, lower limit, which the search explains."""
MOST_VALUES = 50
LAST_PAGE = 100_000

ALL_FACETS = tuple(dict.fromkeys((*FACETS, *CASE_FACETS, *ITEM_FACETS)))
"""What any page filters by."""

T = TypeVar("T")


class Place(StrEnum):
    """The pages. They share one path: the server would look for itself below any other one first."""

    SEARCH = "search"
    READER = "reader"
    CASES = "cases"
    MEETINGS = "meetings"
    INGEST = "ingest"
    CORRECT = "correct"
    DOUBTS = "doubts"
    OVERVIEW = "overview"


FACETS_OF = {Place.CASES: CASE_FACETS, Place.MEETINGS: ITEM_FACETS}
"""What a page filters by, where that is not what the search filters by."""


@dataclass(frozen=True, slots=True)
class State:
    """What a URL says.

    Attributes:
        place: the page.
        language: of the pages.
        query: as typed.
        filters: facet name to the values chosen, in order; facets without any are left out.
        as_of: the day whose law is searched, ``None`` for today.
        all_versions: search every version, whatever the day.
        sort: order of hits.
        page: page of hits or of a list, or the file of a batch that is being checked, from 1.
        identifier: what the reader shows: the id of a work, a version or a provision.
        part: the part of a long document, from 1; ``None`` for the one with the provision of ``identifier``. On the page
            of cases: which case of the document.
        segment: the part of a case that is in view; on the page of meetings what is listed; in the reader the item of
            minutes that is marked, by its key.
        cards: show cases as cards, not as a list.
        job: the files that are being added, by the name that only the one who added them knows.
    """

    place: Place = Place.SEARCH
    language: str = LANGUAGES[0]
    query: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    as_of: date | None = None
    all_versions: bool = False
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    identifier: str = ""
    part: int | None = None
    job: str = ""
    cards: bool = False
    segment: str = ""

    @property
    def asks(self) -> bool:
        """Whether something is searched for."""
        return bool(self.query.strip() or self.filters)

    def with_filter(self, facet: str, value: str) -> State:
        """The state with one more value chosen, on the first page."""
        chosen = self.filters.get(facet, ())
        if value in chosen:
            return self
        return replace(self, filters={**self.filters, facet: (*chosen, value)}, page=1)

    def without_filter(self, facet: str, value: str) -> State:
        """The state with one value chosen no more, on the first page."""
        kept = tuple(v for v in self.filters.get(facet, ()) if v != value)
        filters = {name: values for name, values in self.filters.items() if name != facet}
        return replace(self, filters={**filters, facet: kept} if kept else filters, page=1)


@dataclass(frozen=True, slots=True)
class Refused:
    """A parameter that means nothing: its name and what was given, shortened."""

    parameter: str
    value: str


# --- from a URL ------------------------------------------------------------------------------------------------


def decode(parameters: Mapping[str, Sequence[str]]) -> tuple[State, tuple[Refused, ...]]:
    """What the parameters of a URL say, and those of them that mean nothing. Never raises."""
    refused: list[Refused] = []
    reader = _Parameters(parameters, refused)
    place = reader.one("view", Place, Place.SEARCH)
    facets = FACETS_OF.get(place, FACETS)
    state = State(
        place=place,
        language=reader.one("lang", _language, LANGUAGES[0]),
        query=reader.one("q", _text, ""),
        filters=_filters(reader, facets),
        as_of=reader.one("asof", _day, None),
        all_versions=reader.one("all", _flag, False),
        sort=reader.one("sort", Sort, Sort.RELEVANCE),
        page=reader.one("page", _number, 1),
        identifier=reader.one("id", _text, ""),
        part=reader.one("part", _number, None),
        job=reader.one("job", _name, ""),
        cards=reader.one("cards", _flag, False),
        segment=reader.one("seg", _name, ""),
    )
    refused += [
        Refused(_short(name), "")
        for name in parameters
        if name not in _NAMES or name in _OTHERS - set(facets)
    ]
    return state, tuple(refused)


class _Parameters:
    """Takes single values out of the parameters and notes those that cannot be taken."""

    def __init__(self, parameters: Mapping[str, Sequence[str]], refused: list[Refused]) -> None:
        self._parameters = parameters
        self._refused = refused

    def one(self, name: str, convert: Callable[[str], T], default: T) -> T:
        values = self._parameters.get(name, ())
        for value in values[1:]:
            self._refused.append(Refused(name, _short(value)))
        return self._converted(name, values[0], convert, default) if values else default

    def many(self, name: str, convert: Callable[[str], str]) -> tuple[str, ...]:
        values = self._parameters.get(name, ())
        for value in values[MOST_VALUES:]:
            self._refused.append(Refused(name, _short(value)))
        taken = (self._converted(name, value, convert, "") for value in values[:MOST_VALUES])
        return tuple(dict.fromkeys(value for value in taken if value))

    def _converted(self, name: str, value: str, convert: Callable[[str], T], default: T) -> T:
        try:
            return convert(value)
        except ValueError:
            self._refused.append(Refused(name, _short(value)))
            return default


def _filters(reader: _Parameters, facets: Sequence[str]) -> dict[str, tuple[str, ...]]:
    special: dict[str, Callable[[str], str]] = {"kind": lambda v: str(Kind(v)), "year": _year}
    found = {facet: reader.many(facet, special.get(facet, _text)) for facet in facets}
    return {facet: values for facet, values in found.items() if values}


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise ValueError(value)
    return value


def _text(value: str) -> str:
    # A lone surrogate cannot be stored or sent anywhere; a NUL is no text for a database.
    if len(value) > LONGEST_VALUE or "\x00" in value or any("\ud800" <= c <= "\udfff" for c in value):
        raise ValueError(value)
    return value


def _day(value: str) -> date:
    day = date.fromisoformat(value)
    if not FIRST_DAY <= day <= LAST_DAY or value != day.isoformat():
        raise ValueError(value)
    return day


def _flag(value: str) -> bool:
    if value not in ("0", "1"):
        raise ValueError(value)
    return value == "1"


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= 6 and 1 <= int(value) <= LAST_PAGE):
        raise ValueError(value)
    return int(value)


def _name(value: str) -> str:
    if not (value.isascii() and len(value) <= 40 and value.replace("-", "").replace("_", "").isalnum()):
        raise ValueError(value)
    return value


def _year(value: str) -> str:
    if not (value.isascii() and value.isdigit() and len(value) == 4):
        raise ValueError(value)
    return value


def _short(value: str) -> str:
    return value if len(value) <= 60 else f"{value[:60]}…"


# --- to a URL --------------------------------------------------------------------------------------------------

_OTHERS = frozenset(ALL_FACETS)
_NAMES = frozenset(
    {"view", "lang", "q", "asof", "all", "sort", "page", "id", "part", "job", "cards", "seg", *ALL_FACETS}
)


def encode(state: State) -> list[tuple[str, str]]:
    """The parameters of a state, in a fixed order, without those that have their default."""
    default = State()
    single: list[tuple[str, Any, Any]] = [
        ("view", state.place, default.place),
        ("q", state.query, default.query),
        ("id", state.identifier, default.identifier),
        ("asof", state.as_of, default.as_of),
        ("all", int(state.all_versions), int(default.all_versions)),
        ("sort", state.sort, default.sort),
        ("page", state.page, default.page),
        ("part", state.part, default.part),
        ("job", state.job, default.job),
        ("cards", int(state.cards), default.cards),
        ("seg", state.segment, default.segment),
        ("lang", state.language, default.language),
    ]
    pairs = [(name, str(value)) for name, value, usual in single if value != usual]
    chosen: Iterable[tuple[str, str]] = (
        (facet, value) for facet in ALL_FACETS for value in state.filters.get(facet, ())
    )
    return [*pairs, *chosen]


def address(state: State) -> str:
    """A link to a state, relative to every other one."""
    # Everything but letters and digits is escaped: an id holds slashes and a hash.
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in encode(state))
    return f"./?{query}" if query else "./"
