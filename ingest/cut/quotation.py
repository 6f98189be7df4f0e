"""Which lines stand inside a quotation that began on an earlier line: what is quoted there is another text's."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.cut.lines import Line

_LONGEST = 120
"""Lines after which a quotation mark that was never closed is taken for a slip of the source."""


def quoted_lines(lines: Sequence[Line]) -> list[bool]:
    """For each line whether it begins inside quotation marks.

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
