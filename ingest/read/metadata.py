"""Nested values of a file become flat entries: keys joined by a dot, values as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from ingest.read.base import collapse

_DEEPEST = 40
_MOST_ENTRIES = 2000


def load_yaml(text: str) -> Any:
    """The value of a YAML text with all scalars as strings.

    Raises:
        yaml.YAMLError: if it is no YAML, is nested too deeply, or uses aliases, with which a small text becomes an
            enormous value.
    """
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise yaml.YAMLError(f"it is nested more than {_DEEPEST} levels deep")
    return yaml.load(text, Loader=yaml.CBaseLoader)


def flat(value: Any, prefix: str = "") -> dict[str, str]:
    """Entries of a nested value; a list of plain values is one entry, joined by semicolons.

    At most 2,000 entries and 40 levels are taken.
    """
    found: dict[str, str] = {}
    for key, text in _entries(value, prefix, 0):
        if len(found) >= _MOST_ENTRIES:
            break
        if text and key not in found:
            found[key] = text
    return found


def plain(value: Any) -> str:
    """A scalar as people write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return collapse(str(value))


def _entries(value: Any, prefix: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entries(item, f"{prefix}.{key}" if prefix else str(key), depth + 1)
    elif isinstance(value, list):
        if any(isinstance(item, Mapping | list) for item in value):
            for index, item in enumerate(value):
                yield from _entries(item, f"{prefix}.{index}", depth + 1)
        else:
            yield prefix, "; ".join(filter(None, map(plain, value)))
    else:
        yield prefix, plain(value)
