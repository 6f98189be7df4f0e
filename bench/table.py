"""What benchmarks share: figures as tables for people and as JSON for programs."""

from __future__ import annotations

import json
import math
import platform
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

Value = str | int | float | None

Row = Mapping[str, Value]
"""A line of a table: the figure under each column."""


def report(name: str, tables: Mapping[str, Sequence[Row]], path: Path | None = None) -> None:
    """Print tables, by title, on standard output; write them to ``path`` as JSON where one is given.

    The columns of a table are the keys of its rows, in the order in which they turn up.
    """
    console = Console(width=None if sys.stdout.isatty() else 160)
    for title, rows in tables.items():
        console.print(_table(f"{name}: {title}", rows))
    if path is not None:
        machine = {
            "python": platform.python_version(),
            "machine": platform.machine(),
            "system": platform.system(),
        }
        content = {
            "benchmark": name,
            "on": machine,
            "tables": {title: list(rows) for title, rows in tables.items()},
        }
        path.write_text(json.dumps(content, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least ``share`` (0 to 1) of all values do not exceed.

    Raises:
        ValueError: if there are no values.
    """
    if not values:
        raise ValueError("no values, no percentile")
    ordered = sorted(values)
    return ordered[max(math.ceil(share * len(ordered)) - 1, 0)]


def _table(title: str, rows: Sequence[Row]) -> Table:
    table = Table(title=title, title_justify="left")
    columns = list(dict.fromkeys(column for row in rows for column in row))
    for column in columns:
        numeric = all(isinstance(row.get(column), int | float | None) for row in rows)
        table.add_column(column, justify="right" if numeric else "left")
    for row in rows:
        table.add_row(*(_shown(row.get(column)) for column in columns))
    return table


def _shown(value: Value) -> str:
    if value is None:
        return "-"
    if isinstance(value, float):
        return f"{value:,.3f}" if abs(value) < 1 else f"{value:,.2f}" if abs(value) < 100 else f"{value:,.0f}"
    return f"{value:,}" if isinstance(value, int) else value
