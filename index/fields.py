"""What both engines index of a unit, under the same names, and how a unit is stored and read back."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from index.analysis import ANALYSIS_FINGERPRINT, BREAK, short_stream, stream
from index.schema import Field, SearchUnit

HEAD = "head"
"""Everything that names a unit (title, names, number, path, label, heading) in one field, for unbound words."""

STREAMS = (Field.TEXT.value, HEAD, Field.TITLE.value, Field.HEADING.value, Field.NUMBER.value)
"""Fields that hold streams of tokens."""

KEYWORDS = ("id", "version", "work", "fingerprint", "access", "kind", "jurisdiction", "language", "year")
"""Fields with one exact value."""

MANY = {"issuer": "issuers", "subject": "subjects"}
"""Facets with several values in a unit, and the unit's attribute."""

LONGEST_KEYWORD = 8191
"""Characters; four bytes each make the most that both engines take as one term."""

FIRST_DAY = 0
LAST_DAY = date.max.toordinal() + 1

_NO_DATE = 99_999_999
_REVISION = 1  # raise whenever the fields of a unit are made otherwise than before
_NAMES = tuple(field.name for field in dataclasses.fields(SearchUnit))
_DATES = frozenset({"version_on", "adopted", "valid_from", "valid_to", "follows_on", "repealed"})
_TUPLES = frozenset({"names", "issuers", "subjects", "path"})


@dataclass(frozen=True, slots=True)
class Indexed:
    """A unit as an engine takes it.

    Attributes:
        streams: tokens of each field of ``STREAMS``.
        keywords: values of each field of ``KEYWORDS``, ``issuer`` and ``subject``; none where the unit has none.
        since, until: the days (ordinals) between which a search as of a day finds it, ``until`` excluded.
        newest, oldest, natural: sort keys; as strings they sort by date (unknown last), then version, then order.
        first: whether the unit stands for its version where titles are looked up.
        stored: the whole unit, to be read back by ``read_unit``.
    """

    id: str
    streams: Mapping[str, str]
    keywords: Mapping[str, tuple[str, ...]]
    since: int
    until: int
    newest: str
    oldest: str
    natural: str
    first: bool
    stored: str


def indexed(units: Sequence[SearchUnit]) -> list[Indexed]:
    """The units of one version, ready for an engine. Of those with the same access, title and names one is first."""
    seen: set[object] = set()
    entries: list[Indexed] = []
    for unit in units:
        naming = (unit.access, unit.work, unit.title, unit.names)
        entries.append(_indexed(unit, naming not in seen))
        seen.add(naming)
    return entries


def _indexed(unit: SearchUnit, first: bool) -> Indexed:
    since, until = searchable_days(unit)
    day = unit.version_on
    number = day.year * 10_000 + day.month * 100 + day.day if day else _NO_DATE
    natural = f"{unit.version}\0{unit.order:09d}\0{unit.id}"
    keywords = {name: _values(getattr(unit, name)) for name in KEYWORDS}
    keywords |= {facet: _values(*getattr(unit, attribute)) for facet, attribute in MANY.items()}
    return Indexed(
        id=unit.id,
        streams=_streams(unit),
        keywords=keywords,
        since=since,
        until=until,
        newest=f"{_NO_DATE - number if day else _NO_DATE:08d}{natural}",
        oldest=f"{number:08d}{natural}",
        natural=natural,
        first=first,
        stored=_stored(unit),
    )


def _values(*values: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value is not None))


def _streams(unit: SearchUnit) -> dict[str, str]:
    title = _joined(unit.title, *unit.names)
    # The path mostly ends with the provision's own caption; label and heading are added where it does not.
    captions = (*unit.path, *(part for part in (unit.label, unit.heading) if not _in(part, unit.path)))
    heading = _joined(*captions)
    number = _joined(unit.document_number or "")
    return {
        Field.TEXT.value: stream(unit.text),
        HEAD: BREAK.join(part for part in (title, heading, number) if part),
        Field.TITLE.value: title,
        Field.HEADING.value: heading,
        Field.NUMBER.value: number,
    }


def _in(part: str, path: Sequence[str]) -> bool:
    return bool(path) and f" {short_stream(part)} " in f" {short_stream(path[-1])} "


def _joined(*texts: str) -> str:
    return BREAK.join(short_stream(text) for text in texts if text)


def searchable_days(unit: SearchUnit) -> tuple[int, int]:
    """From which day on and up to which day (excluded) a search as of a day finds the unit.

    A version is found from the day on which it was adopted (or else from the day that names it), or earlier where
    its effect began earlier, until it is repealed or replaced. One whose beginning nobody knows is always found.
    """
    if unit.follows_on is None:
        return FIRST_DAY, LAST_DAY
    begins = [unit.follows_on]
    announced = unit.adopted or unit.version_on
    if announced is not None:
        begins.append(announced)
    ends = [day for day in (unit.valid_to, unit.repealed) if day is not None]
    return min(begins).toordinal(), min(ends).toordinal() if ends else LAST_DAY


def _stored(unit: SearchUnit) -> str:
    values = [_plain(name, getattr(unit, name)) for name in _NAMES]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def _plain(name: str, value: object) -> object:
    return value.isoformat() if name in _DATES and isinstance(value, date) else value


def read_unit(stored: str | bytes) -> SearchUnit:
    """The unit that was stored."""
    values = dict(zip(_NAMES, json.loads(stored), strict=True))
    for name in _DATES:
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    for name in _TUPLES:
        values[name] = tuple(values[name])
    return SearchUnit(**values)


def clean(text: str) -> str:
    """Text that can be written as UTF-8: a lone surrogate (from a damaged file) becomes the replacement mark."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


INDEX_FINGERPRINT = hashlib.sha256(
    "|".join((ANALYSIS_FINGERPRINT, str(_REVISION), *_NAMES, *STREAMS)).encode()
).hexdigest()[:16]
"""Changes with the schema or the analysis; an index that carries another one has to be rebuilt."""
