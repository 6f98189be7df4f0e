"""What the rules for endings share: how a clause names a document, and the record made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.model import Block
from corpus.records import Ending, Relation


@dataclass(frozen=True, slots=True)
class Named:
    """A document as a clause names it."""

    title: str | None
    number: str | None


def ending(relation: Relation, named: Named, block: Block, start: int, end: int, on: date | None) -> Ending:
    """The record of the clause ``block.text[start:end]``."""
    text = block.text[start:end]
    left = start + len(text) - len(text.lstrip())
    part = block.part(left, start + len(text.rstrip()))
    return Ending(relation, named.title, named.number, on, part.text, part.start, part.end)
