"""Schemes: how a house style divides its articles, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from ingest.cut.numbering import Numbering


class Unnumbered(Enum):
    """What a paragraph without a number is."""

    COUNTED = "counted"  # 款, 項, alinéa: the next paragraph
    FIRST = "first"  # Japan: the first paragraph of the row 1, 2, 3, whose number is not printed
    TEXT = "text"  # the article's own words, or closing words behind the items


@dataclass(frozen=True, slots=True)
class Scheme:
    """How a house style divides its articles.

    Attributes:
        paragraphs: numberings that make paragraphs where they stand at the top of an article.
        items: all other numberings, outermost first where two fit.
        unnumbered: what a paragraph without a number is.
        implied: whether an item below an article's only paragraph is named through it (``25.1.4``).
        gaps: whether a row may leave numbers out: repealed ones go in some jurisdictions without a trace.
        inline: where inside a line items may begin; group ``label``.
        notes: lines behind an article that are no paragraph of it.
        quotes: whether the article may quote articles of another text.
        headings: whether a paragraph may have a heading on the line before its number.
    """

    paragraphs: tuple[Numbering, ...]
    items: tuple[Numbering, ...]
    unnumbered: Unnumbered = Unnumbered.TEXT
    implied: bool = False
    gaps: bool = False
    inline: re.Pattern[str] | None = None
    notes: re.Pattern[str] | None = None
    quotes: bool = False
    headings: bool = False

    @property
    def numberings(self) -> tuple[Numbering, ...]:
        """All of them."""
        return (*self.paragraphs, *self.items)
