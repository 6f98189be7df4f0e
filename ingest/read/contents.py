"""Tables of contents: their lines repeat the headings and are no text of the document."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.model import Block, BlockKind, Reading

_TITLE = re.compile(
    r"目\s*[录錄次]|contents|table of contents|arrangement of (?:sections|rules)|inhaltsübersicht|inhaltsverzeichnis"
    r"|sommaire|table des matières|índice",
    re.IGNORECASE,
)
_LEADERS = re.compile(
    r"\w[^\w\n]{0,8}(?:(?:\.{5,}|·{5,}|(?:\. ){5,}|-{8,})[\s.…·-]*\d{0,4}|…{2,}[\s.…·-]*\d{1,4})$"
)
_TAIL = re.compile(r"(?:[.…·]{2,}[\s.…·]*|(?<=[\u4e00-\u9fff])\s+|\s{3,})\d{1,4}$|[.…·\s]+$")
_BLANKS = re.compile(r"[\s\u3000*.…·]+")
_LONGEST_ENTRY = 120
_BETWEEN = 20
_MOST_ENTRIES = 1500
_MOST_TABLES = 50
_LONGEST_TITLE = 60
_SILENT = (BlockKind.FURNITURE, BlockKind.COMMENT)


def mark_contents(reading: Reading) -> Reading:
    """The reading with the lines of its table of contents as furniture.

    A line with leaders and a page number is one. Below a title such as 目录 all lines are, up to the place where the
    first of them comes back as the heading that it announced; where it never comes back, nothing is marked.
    """
    blocks = list(reading.blocks)
    marked = {index for index, block in enumerate(blocks) if _is_leader(block)}
    titles = [
        index
        for index, block in enumerate(blocks)
        if block.kind not in _SILENT
        and len(block.text) < _LONGEST_TITLE
        and _TITLE.fullmatch(block.text.strip("*# :：　"))
    ]
    for index in titles[:_MOST_TABLES]:
        end = _end(blocks, index + 1)
        if end > index + 1 and not _holds_sentences(blocks[index + 1 : end]):
            marked.update(range(index, end))
    if not marked:
        return reading
    changed = [
        replace(block, kind=BlockKind.FURNITURE, level=0)
        if index in marked and block.kind not in _SILENT
        else block
        for index, block in enumerate(blocks)
    ]
    return replace(reading, blocks=tuple(changed))


def _is_leader(block: Block) -> bool:
    return len(block.text) <= 2 * _LONGEST_ENTRY and _LEADERS.search(block.text) is not None


def _holds_sentences(entries: list[Block]) -> bool:
    """Whether this is text of the document after all: entries are names, not sentences."""
    return sum(entry.kind not in _SILENT and entry.text.endswith(("。", "；")) for entry in entries) > 2


def _end(blocks: list[Block], start: int) -> int:
    """Where the entries end; ``start`` where there is no table.

    A reader may have told some entries by their style already. So the first entry is looked for among all blocks and
    among those that are still text, and the table ends at the nearer return of the two.
    """
    near = range(start, min(len(blocks), start + _MOST_ENTRIES))
    written = [index for index in near if blocks[index].kind is not BlockKind.COMMENT]
    visible = [index for index in written if blocks[index].kind not in _SILENT]
    firsts = {first[0] for first in (written, visible) if first}
    ends = [end for first in firsts if (end := _return(blocks, visible, first)) is not None]
    return min(ends, default=start)


def _return(blocks: list[Block], visible: list[int], first: int) -> int | None:
    """Where the first entry comes back as a heading, or the long text before that begins; ``None`` if it does not."""
    entry = _key(blocks[first].text)
    last: int | None = None
    following = [index for index in visible if index > first]
    for place, index in enumerate(following):
        text = blocks[index].text
        if entry and _key(text) == entry:
            return index if last is None else last
        if last is None and len(text) > _LONGEST_ENTRY and not _is_leader(blocks[index]):
            # A long title or preamble may stand between the table and the first heading, but not much more.
            last, following = index, following[: place + 1 + _BETWEEN]
        if last is not None and index > following[-1]:
            break
    return None


def _key(text: str) -> str:
    return _BLANKS.sub("", _TAIL.sub("", text))
