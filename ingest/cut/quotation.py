"""Which lines stand inside a quotation that began on an earlier line: what is quoted there is another text's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from corpus.numbering import main_number
from ingest.cut.lines import Line
from ingest.cut.marks import Mark

_LONGEST = 120
"""Lines after which a quotation mark that was never closed is taken for a slip of the source."""
_INTRODUCES = re.compile(r"(?:内容如下|条文如下|修改为|增加[^。；]{0,40}作为第[^。；]{1,20})\s*[：:]$")


def quoted_lines(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[bool]:
    """For each line whether it begins inside a quotation."""
    between = _between_marks(lines)
    introduced = _introduced(lines, marks)
    return [left or right for left, right in zip(between, introduced, strict=True)]


def _between_marks(lines: Sequence[Line]) -> list[bool]:
    """Lines between quotation marks.

    A quotation of several paragraphs repeats the opening mark before each of them and closes once.
    """
    quoted: list[bool] = []
    is_open, since = False, 0
    for line in lines:
        if since > _LONGEST:
            is_open = False
        quoted.append(is_open)
        text = line.text
        opened = text.count("“") + text.count("「") - (1 if is_open and text[0] in "“「" else 0)
        closed = text.count("”") + text.count("」")
        is_open = int(is_open) + opened - closed > 0
        since = since + 1 if is_open else 0
    return quoted


def _introduced(lines: Sequence[Line], marks: Mapping[int, Mark]) -> list[bool]:
    """Lines after "to read as follows:" without quotation marks, up to the article that comes next by its number."""
    quoted: list[bool] = []
    last: int | None = None
    until: int | None = None
    for index, line in enumerate(lines):
        mark = marks.get(index)
        number = main_number(mark.number or "") if mark is not None and mark.is_article else None
        if number is not None and until is not None and number == until:
            until = None
        quoted.append(until is not None)
        if number is not None and until is None:
            last = number
        if until is None and last is not None and _INTRODUCES.search(line.text):
            until = last + 1
    return quoted
