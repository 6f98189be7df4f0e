"""Tables of a PDF page that are drawn with rules: their rows, cell by cell.

A text layer knows no tables: it gives the lines of the cells as they come. The rules around the cells say which lines
belong together, and where a cell reaches over several rows or columns.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.read.base import BETWEEN_CELLS
from ingest.read.html import visible
from ingest.read.paged.layout import join
from ingest.read.paged.lines import Line

_THIN = 3.0  # points: what is thinner is a rule
_SHORT = 6.0  # points: what is shorter is none
_NEAR = 3.0  # points between rules that are one
_MOST_OBJECTS = 20_000
_MOST_RULES = 4_000
_PARTED = re.compile("(?<=[0-9]) (?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff]) (?=[0-9])")
_PATH = 2  # FPDF_PAGEOBJ_PATH


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule along ``at``, from ``start`` to ``end``."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its row and column, and its box as left, bottom, right, top."""

    row: int
    column: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its box, its cells in reading order, and by row the columns that a cell of a row above covers."""

    box: tuple[float, float, float, float]
    cells: tuple[Cell, ...]
    covered: dict[int, tuple[int, ...]]

    def holds(self, left: float, base: float) -> bool:
        """Whether a place lies inside."""
        return self.box[0] - _NEAR <= left <= self.box[2] and self.box[1] - _NEAR <= base <= self.box[3]


def with_rows(page: Any, text_page: Any, lines: list[Line]) -> list[Line]:
    """The lines of a page with the rows of its tables in place of the lines inside them."""
    for grid in grids(page) if lines else ():
        inside = {
            place for place, line in enumerate(lines) if not line.cells and grid.holds(line.left, line.base)
        }
        if not inside:
            continue
        rows = _rows(text_page, grid, lines[min(inside)])
        before = [line for place, line in enumerate(lines) if place < min(inside)]
        after = [line for place, line in enumerate(lines) if place > min(inside) and place not in inside]
        lines = [*before, *rows, *after]
    return lines


def _rows(text_page: Any, grid: Grid, like: Line) -> list[Line]:
    """The rows of a table that show something."""
    rows: dict[int, list[tuple[Cell, str]]] = {}
    for cell in grid.cells:
        left, bottom, right, top = cell.box
        text = text_page.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
        shown = [visible(line.replace("\ufffe", "-").replace("\x02", "-")) for line in text.split("\n")]
        rows.setdefault(cell.row, []).append((cell, _joined(shown)))
    return [
        Line(
            BETWEEN_CELLS.join(text for _, text in cells if text),
            grid.box[0],
            grid.box[2],
            cells[0][0].box[1],
            like.size,
            like.page,
            tuple(text for _, text in cells),
            tuple(cell.column for cell, _ in cells),
            grid.covered.get(row, ()),
        )
        for row, cells in sorted(rows.items())
        if any(text for _, text in cells)
    ]


def _joined(lines: Iterable[str]) -> str:
    """The lines of a cell in one; a number that its narrow column parted from its Chinese unit stands before it again."""
    shown = [line for line in lines if line]
    return _PARTED.sub("", join(shown)) if len(shown) > 1 else "".join(shown)


def grids(page: Any) -> list[Grid]:
    """The tables of a page with at least two columns and two rows, from the top down."""
    across, down = _rules(page)
    if len(down) < 3 or len(across) < 3:
        return []
    found = [grid for rules in _tables(across, down) if (grid := _grid(*rules)) is not None]
    return sorted(found, key=lambda grid: -grid.box[3])


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    """The rules of a page: those across as (height, left, right), those down as (left, bottom, top)."""
    import pypdfium2.raw as raw

    across: list[Rule] = []
    down: list[Rule] = []
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        shape = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(shape) != _PATH or not raw.FPDFPageObj_GetBounds(shape, *edges):
            continue
        left, bottom, right, top = (edge.value for edge in edges)
        wide, high = right - left, top - bottom
        if high <= _THIN and wide >= _SHORT:
            across.append(Rule((top + bottom) / 2, left, right))
        elif wide <= _THIN and high >= _SHORT:
            down.append(Rule((left + right) / 2, bottom, top))
        elif wide >= _SHORT and high >= _SHORT:
            across += [Rule(top, left, right), Rule(bottom, left, right)]
            down += [Rule(left, bottom, top), Rule(right, bottom, top)]
        if len(across) + len(down) > _MOST_RULES:
            return [], []
    return across, down


def _tables(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Rules that reach the same heights, as one table each."""
    bands: list[tuple[float, float, list[Rule]]] = []
    for rule in sorted(down, key=lambda rule: -rule.end):
        for place, (low, high, members) in enumerate(bands):
            if rule.start <= high + _NEAR and rule.end >= low - _NEAR:
                bands[place] = (min(low, rule.start), max(high, rule.end), [*members, rule])
                break
        else:
            bands.append((rule.start, rule.end, [rule]))
    return [
        ([rule for rule in across if low - _NEAR <= rule.at <= high + _NEAR], members)
        for low, high, members in bands
    ]


def _grid(across: Sequence[Rule], down: Sequence[Rule]) -> Grid | None:
    lefts, tops = _places(rule.at for rule in down), _places(rule.at for rule in across)[::-1]
    if len(lefts) < 3 or len(tops) < 3:
        return None
    cells: list[Cell] = []
    covered: dict[int, tuple[int, ...]] = {}
    for row in range(len(tops) - 1):
        middle = (tops[row] + tops[row + 1]) / 2
        column = 0
        while column < len(lefts) - 1:
            last = column
            while last + 1 < len(lefts) - 1 and not _is_ruled(down, lefts[last + 1], middle):
                last += 1
            centre = (lefts[column] + lefts[column + 1]) / 2
            if row and not _is_ruled(across, tops[row], centre):
                covered[row] = (*covered.get(row, ()), *range(column, last + 1))
            else:
                bottom = row + 1
                while bottom < len(tops) - 1 and not _is_ruled(across, tops[bottom], centre):
                    bottom += 1
                cells.append(Cell(row, column, (lefts[column], tops[bottom], lefts[last + 1], tops[row])))
            column = last + 1
    if len(cells) < 4:
        return None
    return Grid((lefts[0], tops[-1], lefts[-1], tops[0]), tuple(cells), covered)


def _places(values: Any) -> list[float]:
    """The places of rules, those that are one but once, in rising order."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _is_ruled(rules: Sequence[Rule], at: float, through: float) -> bool:
    return any(abs(rule.at - at) <= _NEAR and rule.start - 1 <= through <= rule.end + 1 for rule in rules)
