"""Every real file is read, and no letter of a text file is lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.model import BlockKind, Format, Reading
from ingest.clean import clean
from ingest.discover import discover, load
from ingest.read import read
from tests.ingest.read.builders import is_exact

pytestmark = pytest.mark.corpora

_LETTER = re.compile(r"[^\W_]")
_MARKUP = re.compile(
    r"\A\s*---\n.*?\n---$"  # front matter
    r"|<!--.*?-->|</?[A-Za-z][^<>]*>"  # comments and tags
    r"|(?:!\[[^\]]*)?\]\((?:[^()]|\([^()]*\))*\)"  # images, targets of links
    r"|\[\^[^\]]*\]|^:::+[ \t]*[a-z]*",  # marks of notes, names of containers
    re.DOTALL | re.MULTILINE,
)


@pytest.fixture(scope="module")
def readings(corpora: Path) -> list[tuple[str, Reading]]:
    found = discover([corpora])
    assert not found.failed
    return [(candidate.name, read(load(candidate))) for candidate in found.candidates]


def test_every_file_is_read_with_exact_blocks(readings: list[tuple[str, Reading]]) -> None:
    assert len(readings) > 800
    assert [name for name, reading in readings if not is_exact(reading)] == []


def test_cleaning_keeps_text_and_exactness(readings: list[tuple[str, Reading]]) -> None:
    for name, reading in readings:
        cleaned = clean(reading)
        assert cleaned.text is reading.text
        assert is_exact(cleaned), name
        assert any(block.kind is not BlockKind.FURNITURE for block in cleaned.blocks), name


def _lost(reading: Reading) -> Iterator[str]:
    covered = bytearray(len(reading.text))
    for match in _MARKUP.finditer(reading.text):
        covered[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for block in reading.blocks:
        for span in block.spans:
            covered[span.start : span.end] = b"\1" * (span.end - span.start)
    for gap in re.finditer(rb"\0+", covered):
        if _LETTER.search(reading.text, gap.start(), gap.end()):
            yield reading.text[gap.start() : gap.end()]


def test_no_letter_of_a_text_stands_outside_of_the_blocks(readings: list[tuple[str, Reading]]) -> None:
    for name, reading in readings:
        if reading.format in (Format.TXT, Format.MARKDOWN):
            assert list(_lost(reading)) == [], name
