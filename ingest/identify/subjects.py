"""Subject matters, by words in the title; for cases and questions also by their keywords and first lines,
for judgments by charge and cause of action."""

from __future__ import annotations

import re
from functools import cache

from corpus.evidence import Evidence
from corpus.model import Kind
from corpus.tables import table
from ingest.identify.found import Found
from ingest.identify.view import View

_FROM_TEXT = (Kind.GUIDING_CASE, Kind.TYPICAL_CASE, Kind.JUDGMENT, Kind.FOREIGN_CASE, Kind.FORM, Kind.QA)

_CAUSE = re.compile(r"犯[^，。；、]{2,30}罪|[^，。；、]{2,30}纠纷一案")
"""The charge or the cause of action, which stands far from the beginning where a judgment is one line."""


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["subject"], re.compile("|".join(map(re.escape, row["words"].split("|"))), re.I))
        for row in table("subjects")
    )


def find(view: View, kind: Kind, title: str, evidence: tuple[Evidence, ...]) -> Found[tuple[str, ...]]:
    """The subject matters that are plain; ``other`` stands for intellectual property at large."""
    text = title
    if kind in _FROM_TEXT:
        keywords = view.said("keywords", "tags")
        opening = view.opening[:6]
        text = "\n".join([text, keywords[1] if keywords else "", *(line.text[:160] for line in opening)])
        if kind is Kind.JUDGMENT:
            text += "\n".join(
                found for line in view.opening[:25] for found in _CAUSE.findall(line.text[:4000])
            )
    found = [subject for subject, pattern in _words() if pattern.search(text)]
    if len(found) > 1 and "other" in found:
        found.remove("other")
    if not found:
        return Found(())
    return Found(
        tuple(found), tuple(Evidence("subjects", e.surface, e.origin, e.start, e.end) for e in evidence[:1])
    )
