"""Units whose line break was lost: an article or a chapter heading at the end of another article's line."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.numbering import article_number, main_number
from ingest.cut.grammar import Grammar
from ingest.cut.lines import Line


def parted(lines: Sequence[Line], grammar: Grammar) -> list[Line]:
    """The lines, cut where a unit begins inside one.

    A division's heading is cut off where it ends the line. An article is, where its number is the one that follows
    the last article's and no line begins with it.
    """
    if grammar.joined is None:
        return list(lines)
    begun = {mark.number for mark in map(grammar.mark, lines) if mark is not None and mark.is_article}
    result: list[Line] = []
    last = 0
    for line in lines:
        pending = [line]
        while pending:
            current = pending.pop()
            mark = grammar.mark(current)
            if mark is not None and mark.is_article and mark.number and mark.number.isdigit():
                last = int(mark.number)
            at = _break(current, grammar, last, begun)
            if at is None:
                result.append(current)
                continue
            left, right = current.parts(at)
            result.append(left)
            pending.append(right)
    return result


def _break(line: Line, grammar: Grammar, last: int, begun: set[str | None]) -> int | None:
    assert grammar.joined is not None
    for match in grammar.joined.finditer(line.text):
        if line.text.count("“", 0, match.start()) > line.text.count("”", 0, match.start()):
            continue
        article = match["article"]
        if article is None:
            return match.start("unit")
        number = article_number(article)
        if number is not None and number not in begun and main_number(number) == last + 1:
            return match.start("unit")
    return None
