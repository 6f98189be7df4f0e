"""A digest in the making: values with the places that they come from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from corpus.evidence import Evidence
from corpus.records import AppliedRule, Digest
from ingest.digests.sheet import Sheet

PASSAGES = ("issue", "holding", "result", "reasoning", "facts", "significance")
"""Fields that hold passages of the text, word for word."""


class Draft:
    """Collects what a case comes to. The first value of a field stays; passages of one field are joined."""

    def __init__(self, sheet: Sheet, title: str = "") -> None:
        self.sheet = sheet
        self.title = title
        self.values: dict[str, Any] = {}
        self._evidence: list[Evidence] = []
        self._begins = 0
        self._spans: dict[str, list[tuple[int, int]]] = {}

    def __contains__(self, field: str) -> bool:
        return bool(self.values.get(field))

    @property
    def begins(self) -> int:
        """Where the title stands in the sheet, 0 if it does not stand there."""
        return self._begins

    def set(self, field: str, value: object, span: tuple[int, int] | None = None) -> None:
        """Give a field its value, unless it has one."""
        if field in self or not value:
            return
        self.values[field] = value
        if span is not None:
            self.saw(field, *span)

    def saw(self, field: str, start: int, end: int) -> None:
        """Note a place of the sheet as evidence."""
        start, end = self.sheet.trimmed(start, end)
        if field == "title":
            self._begins = start
        if start < end:
            self._evidence.append(self.sheet.evidence(field, start, end))

    def heard(self, field: str, evidence: Evidence) -> None:
        """Note evidence that identification found."""
        self._evidence.append(
            Evidence(field, evidence.surface, evidence.origin, evidence.start, evidence.end)
        )

    def passage(self, field: str, start: int, end: int) -> None:
        """Add a passage; what stands apart in the text is parted by an empty line."""
        start, end = self.sheet.trimmed(start, end)
        if start >= end:
            return
        text = self.sheet.text[start:end]
        before = self.values.get(field)
        self.values[field] = f"{before}\n\n{text}" if before else text
        self._spans.setdefault(field, []).append((start, end))
        self.saw(field, start, end)

    def add(self, field: str, values: Iterable[tuple[object, tuple[int, int] | None]]) -> None:
        """Add values to a list; each once."""
        listed: list[object] = self.values.setdefault(field, [])
        held = set(listed)
        for value, span in values:
            if value and value not in held:
                held.add(value)
                listed.append(value)
                if span is not None:
                    self.saw(field, *span)

    def spans(self, field: str) -> list[tuple[int, int]]:
        """Where the passages of a field stand in the sheet."""
        return self._spans.get(field, [])

    def stated(self, field: str, value: object, entry: str) -> None:
        """Give a field a value that the file says of itself outside its text."""
        if value and field not in self:
            self.values[field] = value
            self._evidence.append(Evidence(field, entry[:300], "metadata"))

    def coded(self, field: str, value: object, entry: str) -> None:
        """Add a value to a list that a file beside the document gives; each once."""
        listed: list[object] = self.values.setdefault(field, [])
        if value not in listed:
            listed.append(value)
            self._evidence.append(Evidence(field, entry[:300], "metadata"))

    def digest(self, jurisdiction: str) -> Digest:
        """What was collected."""
        values: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in self.values.items() if v
        }
        year = values.pop("year", None)
        day = values.get("date")
        return Digest(
            title=self.title,
            jurisdiction=values.pop("jurisdiction", jurisdiction),
            year=day.year if day else year,
            evidence=tuple(self._evidence),
            **values,
        )


def rule(work: str, article: str | None) -> AppliedRule:
    """A rule applied."""
    return AppliedRule(" ".join(work.split()), article)
