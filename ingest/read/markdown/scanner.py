"""Lines of a Markdown file become blocks whose spans are exact."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from operator import itemgetter

from corpus.model import Block, BlockKind
from ingest.read.base import BLANKS, block_of
from ingest.read.markdown.front import comment_entries
from ingest.read.markdown.inline import Cuts, cuts_of
from ingest.read.plain import Range, is_row, joined, line_ranges, table_row, without
from ingest.read.wrapping import Wrapping

_HEADING = re.compile(r"(#{1,9})(?:[ \t\u3000\xa0]+|(?<=##)(?=[^#\s])|(?=[\u2e80-\u9fff]))(.*?)#*$")
_RULE_LINE = re.compile(r"(?:[-*_][ \t]*){3,}$")
_BULLET = re.compile(r"(?:[-*+][ \t\xa0]+)+")
_PAGE_NUMBER = re.compile(r"-[ \t]*\d{1,4}[ \t]*-$")
_NUMBER = re.compile(r"\d{1,4}\\?[.)](?=[ \t\xa0])|\d{1,4}\\[.)]")
_QUOTE = re.compile(r"(?:>[ \t]?)+[ \t]*(?:#{1,6}[ \t]+|\[![A-Za-z]+\][ \t]*$)?")
_FENCE = re.compile(r"`{3,}[^`]*$|~{3,}")
_CONTAINER = re.compile(r":::+[ \t]*(?:[a-z][\w-]*[ \t]*)?")
_DEFINITION = re.compile(r":[ \t]+")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,40}\]:[ \t]*")
_REFERENCE = re.compile(r"\[[^\]^\n]{1,200}\]:[ \t]+(?:https?:|/|#|<)\S*$")
_UNDERLINE = re.compile(r"(?:=+|-+)$")
_DELIMITER = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$")
_SENTENCE_END = tuple("。；;，,")
_LONGEST_TITLE = 60


class Scanner:
    """Goes once over the lines; ``blocks`` and ``metadata`` hold what was found after ``run``."""

    def __init__(self, text: str, start: int = 0) -> None:
        self.blocks: list[Block] = []
        self.metadata: dict[str, str] = {}
        self._text = text
        self._lines = list(line_ranges(text, start))
        self._wrapping = Wrapping.of((text[first:last] for first, last in self._lines), soft=True)
        self._pending: list[Range] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._indents: list[int] = []
        self._fence = ""
        self._in_table = False
        self._resume = start
        self._open_comments = True
        self._starters = {
            "#": self._heading,
            ">": self._quotation,
            "<": self._tag,
            "-": self._sign,
            "*": self._sign,
            "+": self._sign,
            "_": self._sign,
            "=": self._underline,
            "`": self._open_fence,
            "~": self._open_fence,
            ":": self._colon,
            "[": self._bracket,
        }

    def run(self) -> None:
        """Read all lines."""
        for start, end in self._lines:
            if end <= self._resume and start < end:
                continue
            if start < self._resume < end:
                start = self._after_blanks(self._resume, end)
            self._line(start, end)
        self._flush()

    def _line(self, start: int, end: int) -> None:
        if start >= end:
            self._flush()
            self._in_table = False
            return
        if self._fence:
            self._fenced(start, end)
            return
        first = self._text[start]
        starter = self._starters.get(first)
        if starter is not None and starter(start, end):
            return
        if first == "|" or self._in_table or (first in "│┃+┌├└" and is_row(self._text[start:end])):
            self._row(start, end)
        elif first.isdigit() and _NUMBER.match(self._text, start, end):
            self._item(start, start)
            self._pending.append((start, end))
        else:
            self._continue(start, end)

    def _continue(self, start: int, end: int) -> None:
        if self._kind is BlockKind.QUOTATION:
            self._flush()
        if not self._pending and start == self._text.rfind("\n", 0, start) + 1:
            self._indents.clear()
        self._pending.append((start, end))

    def _heading(self, start: int, end: int) -> bool:
        match = _HEADING.match(self._text, start, end)
        if match is None:
            return self._text[start:end].strip("#") == ""
        self._flush()
        self._indents.clear()
        self._begin(BlockKind.HEADING, min(len(match.group(1)), 6))
        self._pending.append(match.span(2))
        self._flush()
        return True

    def _quotation(self, start: int, end: int) -> bool:
        match = _QUOTE.match(self._text, start, end)
        if match is None:
            return False
        if self._kind is not BlockKind.QUOTATION:
            self._flush()
        inner = match.end()
        bullet = _BULLET.match(self._text, inner, end)
        if bullet is not None or inner >= end or _RULE_LINE.match(self._text, inner, end):
            self._flush()
            inner = bullet.end() if bullet is not None else end
        self._kind = BlockKind.QUOTATION
        if inner < end:
            self._pending.append((inner, end))
        return True

    def _tag(self, start: int, end: int) -> bool:
        """Take the comments with which a line begins; what stands after them is a line of its own."""
        first = start
        while self._open_comments and self._text.startswith("<!--", start):
            close = self._text.find("-->", start + 4)
            if close < 0:
                self._open_comments = False
                break
            self._flush()
            self._comment(start + 4, close)
            self._resume = close + 3
            start = self._after_blanks(self._resume, end)
        if start == first:
            return False
        if start < end:
            self._line(start, end)
        return True

    def _comment(self, start: int, end: int) -> None:
        for key, value in comment_entries(self._text[start:end]).items():
            self.metadata.setdefault(key, value)
        block = block_of(self._text, BlockKind.COMMENT, [(start, end)])
        if block is not None:
            self.blocks.append(block)

    def _sign(self, start: int, end: int) -> bool:
        if self._text[start] == "-" and self._underline(start, end):
            return True
        if _RULE_LINE.match(self._text, start, end):
            self._flush()
            return True
        bullet = _BULLET.match(self._text, start, end)
        if bullet is None or _PAGE_NUMBER.match(self._text, start, end):
            return False
        self._item(start, bullet.end())
        self._pending.append((bullet.end(), end))
        return True

    def _item(self, start: int, content: int) -> None:
        self._flush()
        indent = start - (self._text.rfind("\n", 0, start) + 1)
        while self._indents and indent <= self._indents[-1]:
            self._indents.pop()
        self._begin(BlockKind.LIST_ITEM, len(self._indents))
        self._indents.append(indent)

    def _underline(self, start: int, end: int) -> bool:
        if _UNDERLINE.match(self._text, start, end) is None:
            return self._delimiter(start, end)
        if len(self._pending) != 1 or self._kind is not BlockKind.PARAGRAPH or end - start < 2:
            return False
        title = self._text[slice(*self._pending[0])]
        if len(title) > _LONGEST_TITLE or title.endswith(_SENTENCE_END) or (end - start) * 2 < len(title):
            return False
        self._begin(BlockKind.HEADING, 1 if self._text[start] == "=" else 2)
        self._flush()
        return True

    def _delimiter(self, start: int, end: int) -> bool:
        if len(self._pending) != 1 or _DELIMITER.match(self._text, start, end) is None:
            return False
        header = self._pending.pop()
        self._begin(BlockKind.PARAGRAPH, 0)
        if "|" in self._text[header[0] : header[1]]:
            self._row(*header)
            self._in_table = True
            return True
        self._pending.append(header)
        return False

    def _row(self, start: int, end: int) -> None:
        self._flush()
        cuts = cuts_of(self._text, start, end)
        self.blocks.extend(table_row(self._text, (start, end), tuple(cuts.ranges)))

    def _open_fence(self, start: int, end: int) -> bool:
        match = _FENCE.match(self._text, start, end)
        if match is None:
            return False
        self._flush()
        self._fence = self._text[start : start + 3]
        return True

    def _fenced(self, start: int, end: int) -> None:
        if self._text.startswith(self._fence, start):
            self._fence = ""
            return
        block = block_of(self._text, BlockKind.PARAGRAPH, [(start, end)])
        if block is not None:
            self.blocks.append(block)

    def _colon(self, start: int, end: int) -> bool:
        match = _CONTAINER.match(self._text, start, end) or _DEFINITION.match(self._text, start, end)
        if match is None:
            return False
        self._flush()
        if match.end() < end:
            self._pending.append((match.end(), end))
        return True

    def _bracket(self, start: int, end: int) -> bool:
        match = _FOOTNOTE.match(self._text, start, end)
        if match is not None:
            self._flush()
            self._begin(BlockKind.FOOTNOTE, 0)
            self._pending.append((match.end(), end))
            return True
        return _REFERENCE.match(self._text, start, end) is not None

    def _begin(self, kind: BlockKind, level: int) -> None:
        self._kind, self._level = kind, level

    def _after_blanks(self, start: int, end: int) -> int:
        while start < end and self._text[start] in BLANKS:
            start += 1
        return start

    def _flush(self) -> None:
        lines, self._pending = self._pending, []
        if lines:
            cuts = cuts_of(self._text, lines[0][0], lines[-1][1])
            for start, end in cuts.comments:
                for key, value in comment_entries(self._text[start + 4 : end - 3]).items():
                    self.metadata.setdefault(key, value)
            for group in self._groups(lines, cuts):
                self._emit(group, cuts)
                if self._kind is not BlockKind.QUOTATION:
                    self._begin(BlockKind.PARAGRAPH, 0)
        self._begin(BlockKind.PARAGRAPH, 0)

    def _emit(self, lines: list[Range], cuts: Cuts) -> None:
        kept = without(joined(self._text, lines), cuts.ranges)
        kind = self._kind
        if kind is BlockKind.LIST_ITEM and _is_contents(kept, cuts):
            kind = BlockKind.FURNITURE
        block = block_of(self._text, kind, kept, self._level)
        if block is not None:
            self.blocks.append(block)

    def _groups(self, lines: list[Range], cuts: Cuts) -> list[list[Range]]:
        """The lines of each block: a line goes on with the last where it was only wrapped."""
        groups: list[list[Range]] = []
        for line in lines:
            for index, part in enumerate(_broken(line, cuts.breaks)):
                if groups and not index and self._goes_on(groups[-1][-1], part):
                    groups[-1].append(part)
                else:
                    groups.append([part])
        return groups

    def _goes_on(self, last: Range, line: Range) -> bool:
        text = self._text
        if last[1] > line[0] or text.startswith("  ", last[1]) or text[last[1] - 1] == "\\":
            return False
        return self._wrapping.continues(text[last[0] : last[1]], text[line[0] : line[1]])


def _broken(line: Range, breaks: list[int]) -> list[Range]:
    start, end = line
    parts = []
    for at in breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]:
        parts.append((start, at))
        start = at
    parts.append((start, end))
    return parts


def _is_contents(kept: list[Range], cuts: Cuts) -> bool:
    """Whether all text of a list item is the text of links to places in the document: a table of contents."""
    if not cuts.internal:
        return False
    for start, end in kept:
        if start < end:
            at = bisect_right(cuts.internal, start, key=itemgetter(0)) - 1
            if at < 0 or cuts.internal[at][1] < end:
                return False
    return True
