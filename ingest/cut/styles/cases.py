"""Judgments and reports with numbered paragraphs: the Court of Justice counts 1, 2, 3, a panel 7.396, 7.397."""

from __future__ import annotations

import re

from corpus.model import Level
from ingest.cut.grammar import Rules
from ingest.cut.marks import ARTICLE_RANK, FORMED, Rule

_NUMBERED = Rule(
    Level.PARAGRAPH,
    ARTICLE_RANK,
    re.compile(r"(?P<label>(?P<number>\d{1,4})\.?)[\s ]+(?=[A-ZÀ-Ý‘“\"])"),
    number=lambda text: text,
    belief=lambda match, rest: FORMED if len(rest) > 40 else 0.0,
)
_DOTTED = Rule(
    Level.PARAGRAPH,
    ARTICLE_RANK,
    re.compile(r"(?P<label>(?P<number>\d{1,2}\.\d{1,4})\.?)[\s ]+(?=[A-ZÀ-Ý‘“\"(])"),
    number=lambda text: text,
    belief=lambda match, rest: FORMED if len(rest) > 40 else 0.0,
)
_HEADING = re.compile(r"[–—-]?\s*[A-ZÀ-Ý(][^.;:]{2,160}$")
JUDGMENT = Rules("numbered-judgment", (_NUMBERED,), re.compile(r"\d"), heading_before=_HEADING)
REPORT = Rules("numbered-report", (_DOTTED,), re.compile(r"\d"), heading_before=_HEADING)
