"""The fields that a person can correct, by part of a document, and what each may hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from corpus.corrections import shapes
from corpus.corrections.record import Part
from corpus.corrections.shapes import Shape
from corpus.errors import UsageError


@dataclass(frozen=True, slots=True)
class Field:
    """A field: ``attribute`` is its name in the model, empty for what no document holds itself."""

    name: str
    shape: Shape
    attribute: str


def _fields(**named: Shape) -> Mapping[str, Field]:
    return {name: Field(name, shape, name) for name, shape in named.items()}


WORK = "work"
CONFIRMED = ("articles", "text")
"""What a person can only confirm: that the units were counted right, and that the text is as it should be."""

FIELDS: Mapping[Part, Mapping[str, Field]] = {
    Part.DOCUMENT: {
        **_fields(
            title=shapes.NEEDED,
            names=shapes.LIST,
            kind=shapes.KIND,
            issuers=shapes.LIST,
            document_number=shapes.LINE,
            adopted=shapes.DAY,
            promulgated=shapes.DAY,
            effective=shapes.DAY,
            repealed=shapes.DAY,
            version_on=shapes.DAY,
            language=shapes.LANGUAGE,
            jurisdiction=shapes.JURISDICTION,
            region=shapes.REGION,
            areas=shapes.LIST,
            subjects=shapes.SUBJECTS,
            events=shapes.EVENT_LIST,
        ),
        WORK: Field(WORK, shapes.NEEDED, ""),
        **{name: Field(name, shapes.CONFIRMED, "") for name in CONFIRMED},
    },
    Part.MINUTES: {
        "meeting": Field("meeting", shapes.NEEDED, "meeting"),
        "meeting_date": Field("meeting_date", shapes.DAY, "date"),
        "place": Field("place", shapes.LINE, "place"),
        "chair": Field("chair", shapes.LINE, "chair"),
        "agenda": Field("agenda", shapes.LIST, "agenda"),
    },
    Part.ITEM: _fields(
        lead=shapes.LIST,
        support=shapes.LIST,
        deadline=shapes.DAY,
        state=shapes.STATE,
        settled_by=shapes.LINE,
    ),
    Part.CASE: _fields(
        title=shapes.NEEDED,
        case_number=shapes.LINE,
        court=shapes.LINE,
        court_level=shapes.COURT_LEVEL,
        jurisdiction=shapes.JURISDICTION,
        date=shapes.DAY,
        published=shapes.DAY,
        parties=shapes.LIST,
        subjects=shapes.SUBJECTS,
        procedure=shapes.LINE,
        issue=shapes.PASSAGE,
        holding=shapes.PASSAGE,
        reasoning=shapes.PASSAGE,
        facts=shapes.PASSAGE,
        significance=shapes.PASSAGE,
        rules=shapes.RULES,
        keywords=shapes.LIST,
        exception_code=shapes.LINE,
    ),
}
"""Every field, by part and name."""


def field_of(name: str, part: Part = Part.DOCUMENT) -> Field:
    """The field of that name; fields of minutes are also found from their document.

    Raises:
        UsageError: if there is none; the message lists those there are.
    """
    if found := FIELDS[part].get(name):
        return found
    raise UsageError(f"There is no field {name[:40]!r} here.", f"Fields are: {', '.join(FIELDS[part])}.")


def part_of(name: str) -> Part:
    """The part that a field given for a whole document belongs to: the document, or its minutes."""
    in_minutes = name not in FIELDS[Part.DOCUMENT] and name in FIELDS[Part.MINUTES]
    return Part.MINUTES if in_minutes else Part.DOCUMENT


def parsed(name: str, text: str, part: Part = Part.DOCUMENT) -> Any:
    """What a person wrote for a field, as JSON.

    Raises:
        UsageError: naming the field, and what it may hold.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise shapes.refused(name, ascii(text), "Write it anew: it holds characters that are none.") from None
    return field_of(name, part).shape.parse(name, text.replace("\x00", ""))


def shown(value: Any) -> str:
    """A kept value as a person writes it: what ``parsed`` takes."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(_entry(each) for each in value)
    return str(value)


def _entry(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if "kind" in value:
        return " ".join(str(value[name]) for name in ("kind", "on", "by") if value[name])
    if "work" in value:
        return f"{value['work']} #{value['article']}" if value["article"] else str(value["work"])
    return json.dumps(value, ensure_ascii=False)
