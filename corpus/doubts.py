"""What in the record of a document a person should look at: reasons with weights, from what the record itself knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.corrections import Part, item_keys
from corpus.evidence import Immutable
from corpus.model import Kind, Level, Version
from corpus.notes import Note
from corpus.records import Digest, Minutes

WEIGHTS: Mapping[str, float] = {
    "title_of_name": 4,
    "no_title": 5,
    "no_day": 3,
    "day_of_name": 2,
    "day_of_metadata_alone": 1,
    "days_disagree": 2,
    "kind_other": 3,
    "no_issuer": 2,
    "no_number": 1,
    "no_jurisdiction": 2,
    "language_unknown": 2,
    "numbers_repeat": 3,
    "numbers_lack": 3,
    "differs": 2,
    "recognised": 4,  # times what the recognition of characters lacks of certainty, below
    "no_case": 2,
    "no_case_number": 1.5,
    "no_court": 1.5,
    "no_items": 2,
    "no_meeting_date": 1.5,
    "no_lead": 0.5,  # for each item, five at most
}
"""How doubtful each reason makes a document."""

_UNSURE = 0.9  # recognition below this is told
_MOST_ITEMS = 5
_MOST_LACKING = 100
_RULES = frozenset(
    {
        Kind.LAW,
        Kind.ADMINISTRATIVE_REGULATION,
        Kind.DEPARTMENT_RULE,
        Kind.LOCAL_REGULATION,
        Kind.JUDICIAL_INTERPRETATION,
        Kind.TREATY,
        Kind.STATUTE,
    }
)
_ISSUED = frozenset(
    {
        Kind.LAW,
        Kind.ADMINISTRATIVE_REGULATION,
        Kind.DEPARTMENT_RULE,
        Kind.LOCAL_REGULATION,
        Kind.JUDICIAL_INTERPRETATION,
        Kind.POLICY,
    }
)
_NUMBERED = frozenset({Kind.JUDICIAL_INTERPRETATION, Kind.JUDGMENT})
_UNDATED = frozenset({Kind.FORM, Kind.QA, Kind.GLOSSARY, Kind.TYPICAL_CASE})
_DECIDED = frozenset({Kind.JUDGMENT, Kind.GUIDING_CASE, Kind.FOREIGN_CASE})
_DAYS = ("adopted", "promulgated", "effective", "repealed", "version_on")
_OF_WARNINGS: Mapping[str, tuple[str, str]] = {
    "title_of_name": ("title_of_name", "title"),
    "title_of_codes": ("title_of_name", "title"),
    "version_of_name": ("day_of_name", "version_on"),
    "name_differs": ("days_disagree", "version_on"),
    "day_of_label": ("days_disagree", ""),
    "day_before_amendment": ("days_disagree", ""),
    "copies_disagree": ("days_disagree", ""),
    "day_of_metadata": ("days_disagree", ""),
    "no_jurisdiction": ("no_jurisdiction", "jurisdiction"),
    "language_unknown": ("language_unknown", "language"),
}
"""Warnings of identification, with the reason that they are and the field that they are about."""


@dataclass(frozen=True, slots=True)
class Doubt(Immutable):
    """A reason to look at a document.

    Attributes:
        reason: one of ``WEIGHTS``.
        field, part, key: what is to be corrected or confirmed.
        weight: how much it counts.
        said: what the record says of it: the warning, or the evidence as it stands in the source.
    """

    reason: str
    field: str
    weight: float
    said: str = ""
    part: Part = Part.DOCUMENT
    key: str = ""

    @property
    def place(self) -> tuple[Part, str, str]:
        """What a correction that settles it is about."""
        return self.part, self.key, self.field


@dataclass(frozen=True, slots=True)
class Unit:
    """A provision as far as its number goes."""

    fragment: str
    parent: str | None
    level: str
    number: str | None
    deleted: bool = False


def doubts(
    version: Version, cases: Sequence[tuple[str, Digest]], minutes: Minutes | None, units: Iterable[Unit]
) -> list[Doubt]:
    """The reasons to look at a version with its cases by their keys, the weightiest first."""
    found = [
        *_of_warnings(version),
        *_of_identity(version),
        *_of_numbers(version, units),
        *_of_records(version, cases, minutes),
    ]
    told: dict[tuple[str, str, str], Doubt] = {}
    for doubt in found:
        told.setdefault((doubt.reason, doubt.field, doubt.key), doubt)
    return sorted(told.values(), key=lambda doubt: -doubt.weight)


def _doubt(reason: str, field: str, said: str = "", part: Part = Part.DOCUMENT, key: str = "") -> Doubt:
    return Doubt(reason, field, WEIGHTS[reason], said, part, key)


def _of_warnings(version: Version) -> Iterable[Doubt]:
    for warning in version.identity.warnings:
        if isinstance(warning, Note) and warning.code in _OF_WARNINGS:
            reason, field = _OF_WARNINGS[warning.code]
            yield _doubt(reason, field or str(warning.facts.get("field", "version_on")), warning)


def _of_identity(version: Version) -> Iterable[Doubt]:
    identity = version.identity
    if not identity.title:
        yield _doubt("no_title", "title")
    elif any(e.field == "title" and e.origin == "name" for e in identity.evidence):
        yield _doubt("title_of_name", "title", identity.title)
    if identity.version_on is None and identity.kind not in _UNDATED:
        yield _doubt("no_day", "version_on")
    for day in _DAYS:
        origins = {e.origin: e.surface for e in identity.evidence if e.field == day}
        if getattr(identity, day) is not None and origins and not origins.keys() & {"text", "person"}:
            name = "day_of_name" if "name" in origins else "day_of_metadata_alone"
            yield _doubt(name, day, next(iter(origins.values())))
    if identity.kind is Kind.OTHER:
        yield _doubt("kind_other", "kind")
    if identity.kind in _ISSUED and identity.jurisdiction == "CN" and not identity.issuers:
        yield _doubt("no_issuer", "issuers")
    if identity.kind in _NUMBERED and identity.jurisdiction == "CN" and not identity.document_number:
        yield _doubt("no_number", "document_number")
    if _is_variant(version):
        yield _doubt("differs", "text", version.id.rpartition("~")[0])
    if version.confidence is not None and version.confidence < _UNSURE:
        weight = WEIGHTS["recognised"] * min(2 * (1 - version.confidence) + 0.5, 1)
        yield Doubt("recognised", "text", weight, f"{version.confidence:.0%}")


def _is_variant(version: Version) -> bool:
    suffix = version.id.rpartition("~")[2] if "~" in version.id else ""
    return len(suffix) == 6 and all(c in "0123456789abcdef" for c in suffix)


def _of_numbers(version: Version, units: Iterable[Unit]) -> Iterable[Doubt]:
    """Articles of rules that stand twice; in Chinese documents also numbers that are left out.

    Guidelines number their sections anew in each part, and a run of deleted articles may be printed as its first one.
    """
    if version.identity.kind not in _RULES:
        return
    repeated: list[str] = []
    lacking: list[str] = []
    for sequence in _sequences(units):
        numbers = [str(unit.number) for unit in sequence]
        met = Counter(numbers)
        repeated += [number for number in met if met[number] > 1]
        plain = {int(n): unit for n, unit in zip(numbers, sequence, strict=True) if n.isdecimal()}
        if version.identity.language.startswith("zh"):
            gaps = [(one, two) for one, two in pairwise(sorted(plain)) if not plain[one].deleted]
            lacking += [str(n) for one, two in gaps for n in range(one + 1, min(two, one + _MOST_LACKING))]
    if repeated:
        yield _doubt("numbers_repeat", "articles", _few(repeated))
    if lacking:
        yield _doubt("numbers_lack", "articles", _few(lacking))


def _few(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:8]) + (" …" if len(numbers) > 8 else "")


_APART = frozenset({Level.ANNEX, Level.SUPPLEMENT, Level.QUOTATION})


def _sequences(units: Iterable[Unit]) -> Iterable[list[Unit]]:
    """Articles with numbers, in sequences that each count by themselves: apart from the body, and from each 1 on."""
    scope: dict[str, str] = {}
    sequences: dict[str, list[list[Unit]]] = {}
    for unit in units:
        above = scope.get(unit.parent or "", "")
        scope[unit.fragment] = unit.fragment if unit.level in _APART else above
        if unit.level != Level.ARTICLE or not unit.number:
            continue
        listed = sequences.setdefault(above, [[]])
        if unit.number == "1" and listed[-1]:
            listed.append([])
        listed[-1].append(unit)
    return [sequence for listed in sequences.values() for sequence in listed]


def _of_records(
    version: Version, cases: Sequence[tuple[str, Digest]], minutes: Minutes | None
) -> Iterable[Doubt]:
    if version.identity.kind in _DECIDED and not cases:
        yield _doubt("no_case", "text")
    # Only decisions have both for certain: typical cases are often told without, and lists of exceptions are no cases.
    decided = [each for each in cases if version.identity.kind in _DECIDED and not each[1].exception_code]
    for key, digest in decided[:_MOST_ITEMS]:
        if not digest.case_number:
            yield _doubt("no_case_number", "case_number", digest.title, Part.CASE, key)
        if not digest.court:
            yield _doubt("no_court", "court", digest.title, Part.CASE, key)
    if version.identity.kind is Kind.MINUTES and (minutes is None or not minutes.items):
        yield _doubt("no_items", "text")
    if minutes is not None:
        if minutes.date is None:
            yield _doubt("no_meeting_date", "meeting_date", minutes.meeting or "", Part.MINUTES)
        led = zip(item_keys(minutes.items), minutes.items, strict=True)
        for key, item in [each for each in led if not each[1].lead][:_MOST_ITEMS]:
            yield _doubt("no_lead", "lead", item.text[:80], Part.ITEM, key)
