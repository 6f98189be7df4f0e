"""Units whose line break was lost: an article or a chapter heading at the end of another article's line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.numbering import article_number, main_number
from ingest.cut.grammar import Grammar
from ingest.cut.lines import Line

_MOST_BREAKS = 50
"""A line in which more units begin than this is no law whose line breaks were lost."""


def parted(lines: Sequence[Line], grammar: Grammar) -> list[Line]:
    """The lines, cut where a unit begins inside one.

    A division's heading is cut off where it ends the line. An article is, where its number is the one that follows
    the last article's and no line begins with it.
    """
    if grammar.joined is None:
        return list(lines)
    marks = [grammar.mark(line) for line in lines]
    begun = {mark.number for mark in marks if mark is not None and mark.is_article}
    result: list[Line] = []
    last = 0
    for line, mark in zip(lines, marks, strict=True):
        if mark is not None and mark.is_article and mark.number and mark.number.isdecimal():
            last = int(mark.number)
        at, last = _breaks(line, grammar.joined, last, begun)
        pieces = []
        for position in reversed(at):
            line, rest = line.parts(position)
            pieces.append(rest)
        result.extend([line, *reversed(pieces)])
    return result


def _breaks(line: Line, joined: re.Pattern[str], last: int, begun: set[str | None]) -> tuple[list[int], int]:
    """Where units begin inside a line, and the number of the last article up to its end."""
    found: list[int] = []
    quotes, counted = 0, 0
    for match in joined.finditer(line.text):
        quotes += line.text.count("“", counted, match.start()) - line.text.count("”", counted, match.start())
        counted = match.start()
        if quotes > 0 or len(found) >= _MOST_BREAKS:
            continue
        number = None if match["article"] is None else article_number(match["article"])
        if match["article"] is None:
            found.append(match.start("unit"))
        elif number is not None and number not in begun and main_number(number) == last + 1:
            found.append(match.start("unit"))
            last += 1
    return found, last
