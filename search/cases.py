"""Cases found by words and by facets: which match, and how many each value of a facet would leave."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.catalogue.records import BriefEntry
from corpus.records import AppliedRule, Brief
from index.schema import FacetCount

CASE_FACETS = ("jurisdiction", "court", "subject", "year", "rule")
"""What cases are filtered by."""

_STATE = "中华人民共和国"


@dataclass(frozen=True, slots=True)
class FoundCases:
    """The cases that match, in the order in which they were given, and the counts of each facet's values."""

    entries: tuple[BriefEntry, ...]
    facets: Mapping[str, tuple[FacetCount, ...]]


def find_cases(
    entries: Sequence[BriefEntry], words: str = "", filters: Mapping[str, Iterable[str]] | None = None
) -> FoundCases:
    """The cases that hold all words in title, number, court or parties, and one of the values of each facet chosen.

    The counts of a facet leave its own filter out, so that they say what choosing another value would show.
    """
    wanted = {facet: frozenset(values) for facet, values in (filters or {}).items() if facet in CASE_FACETS}
    wanted = {facet: values for facet, values in wanted.items() if values}
    terms = _plain(words).split()
    counts: dict[str, Counter[str]] = {facet: Counter() for facet in CASE_FACETS}
    found: list[BriefEntry] = []
    for entry in entries:
        if terms and not all(term in _searched(entry) for term in terms):
            continue
        values = {facet: values_of(entry.brief, facet) for facet in CASE_FACETS}
        failed = [facet for facet, chosen in wanted.items() if chosen.isdisjoint(values[facet])]
        if not failed:
            found.append(entry)
        for facet in CASE_FACETS:
            if not failed or failed == [facet]:
                counts[facet].update(values[facet])
    return FoundCases(tuple(found), {facet: _ordered(facet, counter) for facet, counter in counts.items()})


def values_of(brief: Brief, facet: str) -> tuple[str, ...]:
    """The values that a case has in a facet."""
    match facet:
        case "jurisdiction":
            return (brief.jurisdiction,)
        case "court":
            return (brief.court,) if brief.court else ()
        case "subject":
            return brief.subjects
        case "year":
            return (str(brief.year),) if brief.year else ()
        case _:
            return tuple(dict.fromkeys(rule_name(rule) for rule in brief.rules))


def rule_name(rule: AppliedRule) -> str:
    """A rule as one reads it: 专利法第59条, 17 U.S.C. 102."""
    work = rule.work.removeprefix(_STATE) or rule.work
    if rule.article is None:
        return work
    return (
        f"{work}第{rule.article}条"
        if "一" <= work[-1] <= "鿿" or work[-1] in "）)》"
        else f"{work} {rule.article}"
    )


def _ordered(facet: str, counter: Counter[str]) -> tuple[FacetCount, ...]:
    if facet == "year":
        return tuple(FacetCount(value, counter[value]) for value in sorted(counter, reverse=True))
    return tuple(FacetCount(v, n) for v, n in sorted(counter.items(), key=lambda item: (-item[1], item[0])))


def _searched(entry: BriefEntry) -> str:
    brief = entry.brief
    return _plain(
        "\n".join(
            (
                brief.title,
                entry.title,
                brief.case_number or "",
                brief.court or "",
                *brief.parties,
                *brief.keywords,
            )
        )
    )


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
