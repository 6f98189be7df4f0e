"""Any nested value as text: records as rows, everything else a line with the keys that lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.html import visible
from ingest.read.metadata import flat, plain

_TITLES = ("title", "name", "caseName", "标题", "名称", "法規名稱")
_DEEPEST = 100
_WIDEST_ROW = 40
_LONGEST_ROW = 3000


class Generic:
    """Takes any JSON value."""

    def fits(self, value: Any) -> bool:
        """Always."""
        return True

    def write(self, value: Any, builder: TextBuilder) -> dict[str, str]:
        """Append the values; the plain ones at the top of a record are its metadata as well."""
        write_value(value, builder)
        if not isinstance(value, Mapping):
            return {}
        return flat({key: item for key, item in value.items() if not isinstance(item, Mapping | list)})


def write_value(value: Any, builder: TextBuilder) -> None:
    """Append a nested value: its title as a heading, lists of plain records as rows, the rest as ``key: value``."""
    if isinstance(value, Mapping):
        title = next(
            (value[key] for key in _TITLES if isinstance(value.get(key), str) and value[key].strip()), ""
        )
        builder.add(BlockKind.HEADING, visible(title), 1)
    _write(value, "", builder, 0)


def row(value: Any) -> str:
    """A record in one line: ``key: value | key: value``."""
    if not isinstance(value, Mapping | list):
        return plain(value)
    return " | ".join(f"{key}: {text}" for key, text in flat(value).items())


def _write(value: Any, path: str, builder: TextBuilder, depth: int) -> None:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            _write(item, f"{path}.{key}" if path else str(key), builder, depth + 1)
    elif isinstance(value, list):
        if not any(isinstance(item, Mapping | list) for item in value):
            _line(path, "; ".join(filter(None, map(plain, value))), builder)
        else:
            for item in value:
                _record(item, path, builder, depth)
    else:
        _line(path, plain(value), builder)


def _record(item: Any, path: str, builder: TextBuilder, depth: int) -> None:
    """An entry of a list: one row where it is small enough to be read as one."""
    entries = flat(item, path) if isinstance(item, Mapping) else {}
    if 0 < len(entries) <= _WIDEST_ROW and sum(map(len, entries.values())) <= _LONGEST_ROW:
        shown = (f"{key.removeprefix(path).lstrip('.')}: {text}" for key, text in entries.items())
        builder.add(BlockKind.TABLE_ROW, " | ".join([path, *shown] if path else shown))
    else:
        _write(item, path, builder, depth + 1)


def _line(path: str, text: str, builder: TextBuilder) -> None:
    if text:
        builder.add(BlockKind.PARAGRAPH, f"{path}: {text}" if path else text)
