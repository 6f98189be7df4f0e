"""What the other questions have found, for the rules that tell the kind."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.evidence import Evidence
from ingest.identify.decisions import Decision
from ingest.identify.history import Told
from ingest.identify.issuers import classes
from ingest.identify.view import View

_BRACKETS = re.compile(r"[（(](?:试行|暂行|[一二三四五六七八九十]{1,3}|草案|\d{4}年?)[）)]$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the other questions have found."""

    view: View
    title: str
    title_evidence: tuple[Evidence, ...]
    language: str
    jurisdiction: str
    issuers: tuple[str, ...]
    told: tuple[Told, ...]
    decision: Decision | None = None

    @property
    def bare(self) -> str:
        """The title without brackets at its end."""
        plain = self.title
        while match := _BRACKETS.search(plain):
            plain = plain[: match.start()]
        return plain.split("——")[0]

    @property
    def bodies(self) -> frozenset[str]:
        """Classes of the issuers."""
        return classes(self.issuers)

    def saw(self, field: str = "kind") -> tuple[Evidence, ...]:
        """The title as evidence."""
        return tuple(Evidence(field, e.surface, e.origin, e.start, e.end) for e in self.title_evidence[:1])
