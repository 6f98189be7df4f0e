"""Items of minutes found by words and by facets, and how many each value of a facet would leave."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.catalogue.settlement import AgreedItem
from corpus.records import ItemState
from index.schema import FacetCount

ITEM_FACETS = ("party", "progress", "due")
"""What items are filtered by."""


class Progress(StrEnum):
    """The state of an item as a filter."""

    OPEN = "open"
    UNDER_WAY = "under_way"
    SETTLED = "settled"
    UNSAID = "unsaid"


class Due(StrEnum):
    """The deadline of an item as a filter, as of a day."""

    OVERDUE = "overdue"
    COMING = "coming"
    PASSED = "passed"  # and settled
    UNDATED = "undated"


_PROGRESS = {
    ItemState.OPEN: Progress.OPEN,
    ItemState.UNDER_WAY: Progress.UNDER_WAY,
    ItemState.SETTLED: Progress.SETTLED,
}


@dataclass(frozen=True, slots=True)
class FoundItems:
    """The items that match, those due first before those due later, and the counts of each facet's values."""

    items: tuple[AgreedItem, ...]
    facets: Mapping[str, tuple[FacetCount, ...]]
    overdue: int


def find_items(
    items: Sequence[AgreedItem],
    today: date,
    words: str = "",
    filters: Mapping[str, Iterable[str]] | None = None,
) -> FoundItems:
    """The items that hold all words and one of the values of each facet chosen.

    The counts of a facet leave its own filter out, so that they say what choosing another value would show.
    """
    wanted = {
        facet: frozenset(values)
        for facet, values in (filters or {}).items()
        if facet in ITEM_FACETS and values
    }
    terms = _plain(words).split()
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in ITEM_FACETS}
    found: list[AgreedItem] = []
    for item in items:
        if terms and not all(term in _searched(item) for term in terms):
            continue
        values = {facet: values_of(item, facet, today) for facet in ITEM_FACETS}
        failed = [facet for facet, chosen in wanted.items() if chosen.isdisjoint(values[facet])]
        if not failed:
            found.append(item)
        for facet in ITEM_FACETS:
            if not failed or failed == [facet]:
                counts[facet].update(values[facet])
    found.sort(key=lambda item: _urgency(item, today))
    overdue = sum(item.is_overdue(today) for item in found)
    return FoundItems(tuple(found), {facet: _ordered(facet, counts[facet]) for facet in ITEM_FACETS}, overdue)


def values_of(item: AgreedItem, facet: str, today: date) -> tuple[str, ...]:
    """The values that an item has in a facet."""
    if facet == "party":
        return item.parties
    if facet == "progress":
        return (str(_PROGRESS[item.state]) if item.state else str(Progress.UNSAID),)
    return (str(due_of(item, today)),)


def due_of(item: AgreedItem, today: date) -> Due:
    """How an item's deadline lies on a day."""
    if item.item.deadline is None:
        return Due.UNDATED
    if item.is_overdue(today):
        return Due.OVERDUE
    return Due.COMING if item.item.deadline >= today and item.state is not ItemState.SETTLED else Due.PASSED


def _urgency(item: AgreedItem, today: date) -> tuple[int, date]:
    order = {Due.OVERDUE: 0, Due.COMING: 1, Due.UNDATED: 2, Due.PASSED: 4}[due_of(item, today)]
    is_done = item.state is ItemState.SETTLED
    return (3 if is_done and order == 2 else order, item.item.deadline or date.max)


def _ordered(facet: str, counter: Counter[str]) -> tuple[FacetCount, ...]:
    if facet == "party":
        return tuple(
            FacetCount(v, n) for v, n in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))
        )
    order = list(Progress) if facet == "progress" else list(Due)
    return tuple(FacetCount(str(value), counter[str(value)]) for value in order if counter[str(value)])


def _searched(item: AgreedItem) -> str:
    own = item.item
    return _plain("\n".join((own.text, own.topic or "", item.meeting.minutes.meeting, *item.parties)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
