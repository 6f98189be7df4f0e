"""Identification of real files, against facts read from their texts by hand."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from corpus.ids import checksum
from corpus.model import Identity, SourceFile
from ingest.clean import clean
from ingest.identify import identify
from ingest.read import read

TRUTH = Path(__file__).with_name("truth.tsv")
FIELDS = (
    "title",
    "kind",
    "language",
    "jurisdiction",
    "version_on",
    "adopted",
    "promulgated",
    "effective",
    "document_number",
)
ENOUGH = 0.97


def truth() -> list[dict[str, str]]:
    with TRUTH.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def identity_of(file: Path) -> Identity:
    """The identity of a file that is given without its folder: the folder must not matter."""
    content = file.read_bytes()
    source = SourceFile(file.name, content, checksum(content))
    return identify(clean(read(source)), source)


@pytest.mark.corpora
def test_real_files_are_what_their_texts_say(corpora: Path) -> None:
    misses: dict[str, list[str]] = defaultdict(list)
    rows = truth()
    assert len(rows) >= 60
    for row in rows:
        identity = identity_of(corpora / row["path"])
        for field in FIELDS:
            value = getattr(identity, field)
            found = "" if value is None else str(value)
            if found != row[field]:
                misses[field].append(f"{row['path']}: {field} is {found!r}, the text says {row[field]!r}")
    print("\n".join(line for lines in misses.values() for line in lines))
    shares = {field: 1 - len(misses[field]) / len(rows) for field in FIELDS}
    assert {field: share for field, share in shares.items() if share < ENOUGH} == {}


@pytest.mark.corpora
def test_the_evidence_stands_where_it_says(corpora: Path) -> None:
    for row in truth()[::4]:
        content = (corpora / row["path"]).read_bytes()
        source = SourceFile(row["path"], content, checksum(content))
        reading = clean(read(source))
        for entry in identify(reading, source).evidence:
            if entry.origin == "text" and entry.start is not None:
                assert entry.end is not None
                place = reading.text[entry.start : entry.end]
                assert place.startswith(entry.surface[:2]), (row["path"], entry)
