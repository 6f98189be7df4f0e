"""The outline of a document under a grammar: which lines open units, which are headings of them, which repeat one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.model import BlockKind, Level
from corpus.numbering import main_number
from ingest.cut.chain import Candidate, chosen, is_weaker, restarts, without_mentions
from ingest.cut.contents import is_contents, listed_headings
from ingest.cut.grammar import Grammar
from ingest.cut.joined import parted
from ingest.cut.lines import Line
from ingest.cut.marks import QUOTED, RUN_ON, Mark
from ingest.cut.quotation import quoted_lines
from ingest.cut.scopes import fresh_start, keep_front, part_languages, settle_scopes

_NEVER = frozenset({BlockKind.TABLE_ROW, BlockKind.FOOTNOTE})
"""Kinds of block that open no unit, whatever they begin with."""
COUNTED = frozenset({Level.ARTICLE, Level.PARAGRAPH, Level.RECITAL})
"""Levels whose numbers have to rise."""


@dataclass(slots=True)
class Outline:
    """What is known about each line.

    Attributes:
        lines: the lines of the document.
        grammar: the house style.
        marks: the units that lines open, by line.
        adopted: lines that are the heading of a unit: the line of the heading by the line of the unit.
        plain: lines that look like headings and are ordinary text (tables of contents).
        repeats: lines that print the heading of an open unit once more.
        belief: how far all articles together are believed.
    """

    lines: list[Line]
    grammar: Grammar
    marks: dict[int, Mark] = field(default_factory=dict)
    adopted: dict[int, int] = field(default_factory=dict)
    plain: set[int] = field(default_factory=set)
    repeats: set[int] = field(default_factory=set)
    belief: float = 0.0

    @property
    def articles(self) -> list[str]:
        """The numbers of the articles, in order."""
        return [mark.number or "" for _, mark in sorted(self.marks.items()) if mark.level is Level.ARTICLE]


def outline(lines: Sequence[Line], grammar: Grammar) -> Outline:
    """The outline of ``lines`` under ``grammar``."""
    lines = parted(lines, grammar)
    found = Outline(list(lines), grammar)
    marks: dict[int, Mark] = {}
    for index, line in enumerate(lines):
        mark = None if line.piece.kind in _NEVER else grammar.mark(line)
        if mark is not None:
            marks[index] = mark
    quoted = quoted_lines(lines, marks) if grammar.quotes else [False] * len(lines)
    for index in [index for index in marks if quoted[index] and marks[index].level not in COUNTED]:
        del marks[index]
    _drop_repeats(found, marks)
    settle_scopes(marks)
    keep_front(marks, lines)
    for begin, end in _segments(marks, len(lines)):
        _settle(found, marks, begin, end, quoted)
    part_languages(lines, found.marks)
    found.plain |= listed_headings(found.marks, lines)
    for index in found.plain:
        found.marks.pop(index, None)
    _adopt(found)
    return found


def _drop_repeats(found: Outline, marks: dict[int, Mark]) -> None:
    """Set aside headings that are printed again at the head of the next piece of the same unit."""
    standing: dict[tuple[int, Level], tuple[str, str]] = {}
    for index in sorted(marks):
        mark = marks[index]
        if mark.scope or mark.rest or not found.lines[index].is_heading:
            continue
        name, place = (mark.label, mark.heading), (mark.rank, mark.level)
        repeated = mark.number is not None and standing.get(place) == name
        # A piece repeats from the outermost division on, line after line; a unit printed twice by itself is two.
        outermost = all(other[0] >= mark.rank for other in standing) and mark.level not in COUNTED
        if repeated and (outermost or index - 1 in found.repeats):
            found.repeats.add(index)
            del marks[index]
            continue
        standing = {other: value for other, value in standing.items() if other[0] < mark.rank}
        standing[place] = name


def _segments(marks: dict[int, Mark], length: int) -> list[tuple[int, int]]:
    """The stretches of lines in which numbers count on, each but the first opened by a scope."""
    borders = [0, *(index for index in sorted(marks) if marks[index].scope), length]
    return [(begin, end) for begin, end in itertools.pairwise(borders) if begin < end]


def _settle(found: Outline, marks: dict[int, Mark], begin: int, end: int, quoted: Sequence[bool]) -> None:
    """Choose the units of one segment."""
    families: dict[str, list[Candidate]] = {}
    appended = _behind_annex(found, marks, begin, end)
    for index in range(begin, end):
        mark = marks.get(index)
        if mark is None:
            continue
        if mark.level not in COUNTED or mark.number is None:
            found.marks[index] = mark
            continue
        if mark.family == "item" and index >= appended:
            continue  # 一、 in what was appended below the annexes is no item of the notice
        weight = min(mark.weight, RUN_ON) if found.lines[index].continued else mark.weight
        weight = QUOTED if quoted[index] else weight
        families.setdefault(mark.family, []).append(Candidate(index, mark.number, weight))
    opening = marks.get(begin)
    if opening is not None and opening.level is Level.ANNEX and not found.grammar.annex_articles:
        return
    for candidates in families.values():
        _count(found, marks, candidates, (begin, end))


def _behind_annex(found: Outline, marks: dict[int, Mark], begin: int, end: int) -> int:
    """Where a heading of a higher order ends the annex that opens a segment; its end where there is none."""
    opening = marks.get(begin)
    if opening is None or opening.level is not Level.ANNEX:
        return end
    level = found.lines[begin].level
    return next((i for i in range(begin + 1, end) if 0 < found.lines[i].level < level), end)


def _count(
    found: Outline, marks: dict[int, Mark], candidates: list[Candidate], segment: tuple[int, int]
) -> None:
    """Choose the units of one family, part by part where its numbers begin again."""
    candidates = without_mentions(candidates)
    starts = restarts(candidates)
    borders = [segment[0], *starts, segment[1]]
    parts = [
        chosen([each for each in candidates if begin <= each.index < end], found.grammar.any_order)
        for begin, end in itertools.pairwise(borders)
    ]
    listed = False
    for place, chain in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else []
        if is_contents(chain, following, found.lines, borders[place + 1]):
            found.plain |= set(range(chain[0].index, borders[place + 1])) - set(found.marks)
            listed = True
            continue
        if place and any(is_weaker(chain, part) for part in parts[:place]):
            continue
        for candidate in chain:
            found.marks[candidate.index] = marks[candidate.index]
            found.belief += candidate.weight
        if place and chain and not listed:
            fresh_start(found.lines, found.marks, chain[0].index)
        listed = False


def _adopt(found: Outline) -> None:
    """Give units the headings that stand alone on the line after or before them."""
    taken: set[int] = set()
    for index in sorted(found.marks):
        mark = found.marks[index]
        if mark.heading or mark.rest:
            if mark.level in COUNTED and not mark.heading:
                _adopt_before(found, index, taken)
            continue
        following = index + 1
        if mark.takes_next and _is_heading_of(found, mark, index, following):
            found.adopted[index] = following
            taken.add(following)
        elif mark.is_article:
            _adopt_before(found, index, taken)


def _is_heading_of(found: Outline, mark: Mark, index: int, following: int) -> bool:
    if following >= len(found.lines) or following in found.marks or following in found.plain | found.repeats:
        return False
    line, own = found.lines[following], found.lines[index]
    if line.is_heading:
        return line.level > own.level or not own.is_heading or own.level == line.level
    short = (
        len(line.text) <= 120
        and line.text[-1] not in ".;:,。；：，、"
        and line.text[0] not in "(（1234567890"
    )
    later = following + 1 < len(found.lines)
    return short and later and not mark.is_article and (own.is_heading or own.text.isupper())


def _adopt_before(found: Outline, index: int, taken: set[int]) -> None:
    before = index - 1
    if (
        found.grammar.heading_before is None
        or before < 0
        or before in found.marks
        or before in taken | found.plain
    ):
        return
    if found.grammar.heading_before.match(found.lines[before].text):
        found.adopted[index] = before
        taken.add(before)


def gaps(numbers: Sequence[str]) -> int:
    """How many jumps the main numbers make."""
    mains = [main_number(number) for number in numbers]
    return sum(1 for left, right in itertools.pairwise(mains) if right - left > 1)
