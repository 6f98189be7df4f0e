"""Tables of minutes: rows of cells by column, from table rows, and from lines with tabs or aligned columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from corpus.evidence import Immutable
from corpus.model import Block, BlockKind
from ingest.minutes.text import Piece, Text
from ingest.minutes.wording import COLUMNS
from ingest.read.base import BETWEEN_CELLS
from ingest.read.wrapping import columns as width_of

_GAP = re.compile(r"\t+|[ \u3000\xa0]{2,}|\u3000")
_FEWEST_ROLES = 2
_AGAIN = frozenset({"同上", "〃", "″", '"', "ditto", "as above", "同前"})


@dataclass(frozen=True, slots=True)
class Row(Immutable):
    """A row of a table: its cells by column, and the columns that a cell of a row above covers."""

    cells: Mapping[int, Text]
    covered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Table(Immutable):
    """A table with a head: the role of each column that has one, and the rows below."""

    roles: Mapping[int, str]
    rows: tuple[Row, ...]

    def column(self, role: str) -> int | None:
        """The first column of a role."""
        return next((place for place, own in self.roles.items() if own == role), None)


@dataclass
class _Growing:
    roles: Mapping[int, str]
    names: Mapping[int, str]
    rows: list[Row] = field(default_factory=list)


Part = Text | Row | Table


def parts_of(blocks: Iterable[Block], source: str, is_plain: bool) -> list[Part]:
    """Lines and tables of a document, in order. A row of a table without a head stays a row by itself.

    Args:
        blocks: the blocks that are text.
        source: the source text.
        is_plain: whether the source is a text file, in which columns may be aligned by blanks.
    """
    parts: list[Part] = []
    growing: _Growing | None = None
    for row_or_line in _rows_and_lines(blocks, source, is_plain):
        if isinstance(row_or_line, Text):
            parts, growing = _closed(parts, growing)
            parts.append(row_or_line)
            continue
        roles = roles_of(row_or_line)
        if growing is not None and (not roles or _is_repeated(row_or_line, growing)):
            if not roles:
                growing.rows.append(row_or_line)
            continue
        parts, growing = _closed(parts, growing)
        if roles:
            names = {place: _key(cell.text) for place, cell in row_or_line.cells.items()}
            growing = _Growing(roles, names)
        else:
            parts.append(row_or_line)
    return _closed(parts, growing)[0]


def _closed(parts: list[Part], growing: _Growing | None) -> tuple[list[Part], None]:
    if growing is not None:
        parts.append(Table(growing.roles, tuple(_filled(growing.rows))))
    return parts, None


def _is_repeated(row: Row, growing: _Growing) -> bool:
    """The head again, at the top of a page."""
    return {place: _key(cell.text) for place, cell in row.cells.items()} == growing.names


def _key(text: str) -> str:
    return "".join(text.split()).lower()


def roles_of(row: Row) -> dict[int, str]:
    """The role of each column, where a row is the head of a table."""
    roles: dict[int, str] = {}
    for place, cell in row.cells.items():
        printed = re.sub(r"[（(][^（）()]{0,20}[)）]|[:：*]", "", cell.text).strip()
        role = _role(printed) or _role("".join(re.findall("[一-龥]+", printed))) or _loosely(printed)
        if role and (role not in roles.values() or role == "topic"):
            roles[place] = role
    has_subject = not {"text", "topic", "organisation", "person"}.isdisjoint(roles.values())
    return roles if len(roles) >= _FEWEST_ROLES and has_subject and len(roles) * 2 >= len(row.cells) else {}


def _role(printed: str) -> str | None:
    return next((role for role, words in COLUMNS.items() if words.fullmatch(printed)), None)


def _loosely(printed: str) -> str | None:
    """Heads such as ``牵头单位/责任人`` or ``主要工作内容`` hold a word of the table."""
    if not 2 <= len(printed) <= 14:
        return None
    order = ("deadline", "support", "lead", "state", "settled_by", "text", "person", "post", "note")
    return next(
        (
            role
            for role in order
            if re.search(COLUMNS[role].pattern + r"$", printed, re.I)
            or re.match(COLUMNS[role].pattern + r"[/、与和及或]", printed, re.I)
        ),
        None,
    )


def _filled(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows in which cells that reach down, and 同上, hold what stands above."""
    above: Mapping[int, Text] = {}
    for row in rows:
        cells = dict(row.cells)
        for place, cell in row.cells.items():
            if cell.text.strip().lower() in _AGAIN and place in above:
                cells[place] = above[place]
        for place in row.covered:
            if place not in cells and place in above:
                cells[place] = above[place]
        above = cells
        yield Row(cells, row.covered)


# --- where rows come from --------------------------------------------------------------------------------------


def _rows_and_lines(blocks: Iterable[Block], source: str, is_plain: bool) -> Iterator[Text | Row]:
    aligned: _Aligned | None = None
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            aligned = None
            yield _row(block)
            continue
        lines = list(_source_lines(block, source)) if is_plain else []
        if len(lines) > 1 and not any(_Aligned.of(line, source) for line in lines) and aligned is None:
            lines = []
        whole = Text.of_block(block)
        if not lines:
            yield from _as_lines(block, whole)
            continue
        taken = False
        for line in lines:
            head = _Aligned.of(line, source)
            if head is not None:
                aligned, taken = head, True
                yield head.row(line, source)
            elif aligned is not None and aligned.holds(line, source):
                taken = True
                yield aligned.row(line, source)
            elif taken or len(lines) == 1:
                aligned = None
                yield from _as_lines(block, line if len(lines) > 1 else whole)
            else:
                aligned = None
                yield line


def _as_lines(block: Block, text: Text) -> Iterator[Text]:
    heading = block.level if block.kind is BlockKind.HEADING else 0
    bullet = block.kind is BlockKind.LIST_ITEM
    for line in text.lines() if _is_lines(text.text) else [text]:
        yield Text(line.text, line.pieces, line.scattered, heading, bullet)


_LABELLED = re.compile(r"^[A-Z][A-Za-z /&]{1,30}:\s", re.MULTILINE)


def _is_lines(text: str) -> bool:
    """Whether the lines of a block are lines of their own and not one sentence that was wrapped."""
    return "\n" in text and (re.search("[一-龥]", text) is not None or len(_LABELLED.findall(text)) > 1)


def _row(block: Block) -> Row:
    """The cells of a table row; the columns where the reader knows them, else as they come."""
    whole = Text.of_block(block)
    cells: list[Text] = []
    start = 0
    for printed in block.text.split(BETWEEN_CELLS):
        cells.append(whole.part(start, start + len(printed)))
        start += len(printed) + len(BETWEEN_CELLS)
    places = block.columns if len(block.columns) == len(cells) else tuple(range(len(cells)))
    return Row(dict(zip(places, cells, strict=True)), block.covered)


def _source_lines(block: Block, source: str) -> Iterator[Text]:
    """The lines of the source that a block of a text file was made of."""
    for span in block.spans:
        start = span.start
        for line in source[span.start : span.end].split("\n"):
            if line.strip():
                left = start + len(line) - len(line.lstrip())
                shown = line.strip()
                yield Text(shown, (Piece(0, len(shown), left),))
            start += len(line) + 1


@dataclass(frozen=True, slots=True)
class _Aligned:
    """Columns of a text file: by tabs, or by where they begin on the line."""

    starts: tuple[int, ...]
    tabs: bool

    @classmethod
    def of(cls, line: Text, source: str) -> _Aligned | None:
        """The columns that a line begins, if it is the head of a table."""
        tabs = "\t" in line.text
        cells = _split(line.text, tabs)
        if len(cells) < _FEWEST_ROLES + 1:
            return None
        row = Row({place: line.part(start, end) for place, (start, end) in enumerate(cells)})
        if not roles_of(row):
            return None
        indent = _indent(line, source)
        return cls(tuple(indent + width_of(line.text[:start]) for start, _ in cells), tabs)

    def holds(self, line: Text, source: str) -> bool:
        """Whether a line is a row of the table."""
        if self.tabs:
            return "\t" in line.text
        cells = _split(line.text, False)
        return len(cells) > 1 or (len(cells) == 1 and _indent(line, source) >= self.starts[1])

    def row(self, line: Text, source: str) -> Row:
        """The cells of a line by column."""
        cells: dict[int, Text] = {}
        indent = _indent(line, source)
        for number, (start, end) in enumerate(_split(line.text, self.tabs)):
            if start == end:
                continue
            place = (
                number
                if self.tabs
                else self._place(indent + width_of(line.text[:start]), indent + width_of(line.text[:end]))
            )
            part = line.part(start, end)
            cells[place] = Text.joined([cells[place], part], " ") if place in cells else part
        return Row(cells)

    def _place(self, start: int, end: int) -> int:
        """The column of which most of a cell stands below."""
        edges = [*self.starts, 10_000]
        shares = [min(end, edges[i + 1]) - max(start, edges[i]) for i in range(len(self.starts))]
        nearest = min(range(len(self.starts)), key=lambda i: abs(self.starts[i] - start))
        return (
            nearest
            if abs(self.starts[nearest] - start) <= 1
            else max(range(len(shares)), key=lambda i: (shares[i], -i))
        )


def _indent(line: Text, source: str) -> int:
    feed = source.rfind("\n", 0, line.start)
    return width_of(source[feed + 1 : line.start])


def _split(text: str, tabs: bool) -> list[tuple[int, int]]:
    """The places of the cells of a line; with tabs also of those that show nothing."""
    cells: list[tuple[int, int]] = []
    start = 0
    for match in re.finditer("\t", text) if tabs else _GAP.finditer(text):
        cells.append((start, match.start()))
        start = match.end()
    cells.append((start, len(text)))
    return cells
