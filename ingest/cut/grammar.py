"""A grammar: the rules of one house style, and what is peculiar about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from ingest.cut.lines import Line
from ingest.cut.marks import Mark, Rule


class Grammar(Protocol):
    """What the outline asks of a house style."""

    @property
    def name(self) -> str:
        """Its name, for messages and tests."""

    @property
    def quotes(self) -> bool:
        """Whether paragraphs between quotation marks may hold articles of another text."""

    @property
    def any_order(self) -> bool:
        """Whether what the source marks as a heading opens a unit even where its number does not rise."""

    @property
    def annex_articles(self) -> bool:
        """Whether annexes have articles of their own; the paragraphs of a schedule are none."""

    @property
    def joined(self) -> re.Pattern[str] | None:
        """Where inside a line a unit may begin because the break before it was lost; group ``number``."""

    @property
    def heading_before(self) -> re.Pattern[str] | None:
        """What a line looks like that is the heading of the article on the next line."""

    def mark(self, line: Line) -> Mark | None:
        """The unit that the line opens; the tightest rule wins."""


@dataclass(frozen=True, slots=True)
class Rules:
    """A grammar made of rules alone.

    Attributes:
        rules: tightest first.
        start: what the first characters of any line look like that a rule can fit: a quick way to say no.
    """

    name: str
    rules: tuple[Rule, ...]
    start: re.Pattern[str]
    quotes: bool = False
    heading_before: re.Pattern[str] | None = None
    any_order: bool = False
    annex_articles: bool = True
    joined: re.Pattern[str] | None = None

    def mark(self, line: Line) -> Mark | None:
        """The mark of the first rule that fits."""
        if self.start.match(line.text) is None:
            return None
        for rule in self.rules:
            mark = rule.mark(line.text, line.is_heading)
            if mark is not None:
                return mark
        return None
