"""Invented heads in many house styles, and what a librarian reads in them (``unseen_heads.toml``)."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.ids import checksum
from corpus.model import SourceFile
from ingest.clean import clean
from ingest.identify import identify
from ingest.read import read

HEADS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("unseen_heads.toml").read_text(encoding="utf-8")
)["head"]


@pytest.mark.parametrize("head", HEADS, ids=lambda head: str(head["name"]))
def test_a_head_is_read_as_a_librarian_reads_it(head: dict[str, Any]) -> None:
    content = head["text"].encode()
    source = SourceFile(head["name"], content, checksum(content))
    identity = identify(clean(read(source)), source)
    wanted = {key: value for key, value in head.items() if key not in ("name", "text")}
    assert {key: plain(getattr(identity, key)) for key in wanted} == wanted


def plain(value: object) -> object:
    """A value as the table writes it: empty where there is none."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def test_there_are_enough_of_them() -> None:
    assert len(HEADS) >= 70
