"""Scopes: parts of a document that number their articles anew."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence

from corpus.model import Level
from corpus.numbering import order_key
from ingest.cut.lines import Line
from ingest.cut.marks import Mark

_SCOPE_RANK = 6
_TITLE = re.compile(
    r"[^。；;，：:]{4,80}(?:法|条例|规定|办法|决定|解释|规则|细则|意见|通知|公告|协议|公约)(?:[（(][^()（）]*[)）])?$"
)


def is_true_scope(marks: Mapping[int, Mark], index: int) -> bool:
    """Whether numbers begin anew behind a scope's heading; where they count on, the line is a mention of an annex."""
    families: dict[str, list[int]] = {}
    for place in sorted(marks):
        mark = marks[place]
        if mark.is_article and mark.number and mark.weight >= 1:
            families.setdefault(mark.family, []).append(place)
    for places in families.values():
        before = [place for place in places if place < index]
        after = [place for place in places if place > index]
        if before and after:
            last, first = _main(marks[before[-1]]), _main(marks[after[0]])
            if first > 1 and first in (last, last + 1):
                return False
    return True


def fresh_start(lines: Sequence[Line], marks: MutableMapping[int, Mark], first: int) -> None:
    """Open a scope at the title above an article with which the numbers begin again, where there is a title."""
    index = first - 1
    while index >= 0 and not (index in marks and (marks[index].is_article or marks[index].scope)):
        line = lines[index]
        if index not in marks and (line.is_heading or _TITLE.fullmatch(line.text)):
            marks[index] = Mark(
                Level.DIVISION, None, "", line.text, "", _SCOPE_RANK, family="text", scope=True, prefix="text"
            )
            return
        index -= 1


def _main(mark: Mark) -> int:
    return next((value for value, text in order_key(mark.number or "") if not text), 0)
