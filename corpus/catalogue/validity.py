"""From when to when each version of a work is its text: derived from dates and later versions, never typed in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.model import Kind

SUPERSEDING = frozenset(
    {
        Kind.LAW,
        Kind.ADMINISTRATIVE_REGULATION,
        Kind.DEPARTMENT_RULE,
        Kind.LOCAL_REGULATION,
        Kind.JUDICIAL_INTERPRETATION,
        Kind.GUIDELINE,
        Kind.TREATY,
        Kind.STATUTE,
    }
)
"""Kinds of which a later version ends the earlier one. A later judgment of the same title does not."""

_AN_EPISODE = timedelta(days=400)
"""Within it, the days of one change: a city adopts, the province approves."""


@dataclass(frozen=True, slots=True)
class Dated:
    """What validity depends on."""

    id: str
    language: str
    kind: str
    effective: date | None
    version_on: date | None
    repealed: date | None = None
    changes: tuple[
        date, ...
    ] = ()  # days on which the work was adopted or amended, as the version's history tells


@dataclass(frozen=True, slots=True)
class Validity:
    """``valid_from`` is known only where the document gives it; ``follows_on`` orders the versions."""

    valid_from: date | None
    valid_to: date | None
    follows_on: date | None


def derive(versions: Iterable[Dated], ended: Mapping[str, date] | None = None) -> Mapping[str, Validity]:
    """The validity of each version of one work (of one access label), by its id.

    A version ends on the day on which the next one begins, in its language or else in another, or on which it is
    repealed, whichever comes first. Where the history of a later version tells of a change between the two, of which
    there is no version, it ends on the day of that change. Copies that begin on the same day end together. A version
    without any date neither ends another nor is ended by one.

    Args:
        versions: the versions of the work.
        ended: the days on which other documents end some of them.
    """
    listed = list(versions)
    validities: dict[str, Validity] = {}
    for version in listed:
        follows_on = begins(version)
        later = _later(version, listed)
        later.extend(_untold(version, listed))
        ends = (*later, version.repealed, (ended or {}).get(version.id))
        valid_to = min((day for day in ends if day is not None), default=None)
        validities[version.id] = Validity(version.effective, valid_to, follows_on)
    return validities


def _later(version: Dated, versions: Iterable[Dated]) -> list[date]:
    """The days on which later versions begin: those in its language, or else, of a later state, in others."""
    begun = begins(version)
    if begun is None or version.kind not in SUPERSEDING:
        return []
    own: list[date] = []
    others: list[date] = []
    for other in versions:
        day = begins(other)
        if day is None or day <= begun or other.kind not in SUPERSEDING:
            continue
        if other.language == version.language:
            own.append(day)
        elif other.version_on and version.version_on and other.version_on > version.version_on:
            others.append(day)
    return own or others


def _untold(version: Dated, versions: Iterable[Dated]) -> list[date]:
    """The days of changes after a version that later ones tell of, and of which there is no version."""
    begun = begins(version)
    own = version.version_on or begun
    if begun is None or own is None or version.kind not in SUPERSEDING:
        return []
    others = [v for v in versions if v.language == version.language and v.kind in SUPERSEDING]
    held = {v.version_on for v in others if v.version_on is not None}
    return [
        day
        for other in others
        if (begins(other) or begun) > begun
        for day in other.changes
        if max(own, begun) < day < (begins(other) or day)
        and not any(timedelta(0) <= on - day <= _AN_EPISODE for on in held)
    ]


def begins(version: Dated) -> date | None:
    """The day of effect, unless it lies before the version's own day: then it is the first version's."""
    if version.effective is None:
        return version.version_on
    if version.version_on is not None and version.effective < version.version_on:
        return version.version_on
    return version.effective
