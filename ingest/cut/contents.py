"""Tables of contents: lists of headings, and of articles, that the text prints again in full."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.model import Level
from ingest.cut.chain import Candidate
from ingest.cut.lines import Line
from ingest.cut.marks import Mark

_LEADER = re.compile(r"(?:\.{4}|…{2}|·{4})[\s.…·]*\d*$")
_SHORTEST_ARTICLE = 60
"""Characters: a list whose entries run to fewer on average is no text of articles."""


def is_contents(
    chain: Sequence[Candidate], following: Sequence[Candidate], lines: Sequence[Line], end: int
) -> bool:
    """Whether a chain of articles is the list of the ones that follow: as many, and each no more than its heading."""
    if len(chain) < 3 or not following:
        return False
    numbers = {candidate.number for candidate in following}
    shared = sum(1 for candidate in chain if candidate.number in numbers)
    if shared * 10 < len(chain) * 6:
        return False
    indexes = [candidate.index for candidate in chain]
    sizes = sorted(
        sum(len(line.text) for line in lines[begin:stop])
        for begin, stop in zip(indexes, [*indexes[1:], min(end, indexes[-1] + 2)], strict=True)
    )
    return sizes[len(sizes) // 2] <= _SHORTEST_ARTICLE


def listed_headings(marks: Mapping[int, Mark], lines: Sequence[Line]) -> set[int]:
    """The lines of headings before the first article that are a table of contents.

    Going back from the first article, the headings that stand directly above it (each of a higher rank than the one
    below) are its own. Those before are a list where the text has them again, or where the list says what it is.
    """
    opened = next((index for index in sorted(marks) if marks[index].prefix == "toc"), None)
    end = None if opened is None else _end_of_list(marks, lines, opened)
    if opened is not None and end is not None:
        return set(range(opened + 1, end))
    first = next((index for index in sorted(marks) if marks[index].is_article), len(lines))
    before = [index for index in sorted(marks) if index < first and _is_division(marks[index])]
    own: list[int] = []
    while before and (not own or marks[before[-1]].rank < marks[own[-1]].rank):
        own.append(before.pop())
    candidates = [index for index in before if marks[index].prefix != "toc"]
    later = {_name(marks[index]) for index in marks if index >= (own[-1] if own else first)}
    again = [index for index in candidates if _name(marks[index]) in later]
    return set(again)


def _end_of_list(marks: Mapping[int, Mark], lines: Sequence[Line], opened: int) -> int | None:
    """Where a list that says what it is ends: at the second print of its first heading.

    Entries with dotted leaders are no headings to the grammar; then the first heading that is one ends the list.
    """
    divisions = [index for index in sorted(marks) if index > opened and _is_division(marks[index])]
    if not divisions:
        return None
    first = _name(marks[divisions[0]])
    again = next((index for index in divisions[1:] if _name(marks[index]) == first), None)
    if again is not None:
        return again
    leaders = sum(1 for line in lines[opened + 1 : divisions[0]] if _LEADER.search(line.text))
    return divisions[0] if leaders > 1 else None


def _is_division(mark: Mark) -> bool:
    return (
        mark.level in {Level.PART, Level.SUBPART, Level.TITLE, Level.CHAPTER, Level.SECTION}
        or mark.prefix == "toc"
    )


def _name(mark: Mark) -> tuple[Level, str]:
    return mark.level, mark.number or "".join(mark.heading.split())
