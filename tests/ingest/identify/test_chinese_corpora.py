"""Real Chinese files, against what a second reader read in them by hand: head, first and last articles."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from corpus.ids import checksum
from corpus.model import Level, SourceFile
from ingest.clean import clean
from ingest.cut import cut
from ingest.identify import identify
from ingest.read import read

TRUTH = Path(__file__).with_name("truth_chinese.tsv")
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
    "issuers",
)
UNITS = ("articles", "first", "last")
ENOUGH = 0.97


def truth() -> list[dict[str, str]]:
    with TRUTH.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def found_in(file: Path) -> dict[str, str]:
    """What the program makes of a file that is given without its folder; lists are joined by bars."""
    content = file.read_bytes()
    source = SourceFile(file.name, content, checksum(content))
    reading = clean(read(source))
    identity = identify(reading, source)
    values = {field: getattr(identity, field) for field in FIELDS}
    numbers = [each.number or "" for each in cut(reading, identity) if each.level is Level.ARTICLE]
    shown = {
        field: "" if value is None else "|".join(value) if isinstance(value, tuple) else str(value)
        for field, value in values.items()
    }
    ends = {"first": numbers[0], "last": numbers[-1]} if numbers else {"first": "", "last": ""}
    return shown | ends | {"articles": str(len(numbers))}


@pytest.mark.corpora
def test_chinese_files_are_what_a_reader_finds_in_them(corpora: Path) -> None:
    misses: dict[str, list[str]] = defaultdict(list)
    rows = truth()
    assert len(rows) >= 120
    for row in rows:
        path = row["path_read_by_hand"]
        found = found_in(corpora / path)
        # An empty number of articles says that no one counted them.
        for field in (*FIELDS, *UNITS) if row["articles"] else FIELDS:
            if found[field] != row[field]:
                misses[field].append(f"{path}: {field} is {found[field]!r}, the text says {row[field]!r}")
    print("\n".join(line for lines in misses.values() for line in lines))
    shares = {field: 1 - len(misses[field]) / len(rows) for field in (*FIELDS, *UNITS)}
    assert {field: share for field, share in shares.items() if share < ENOUGH} == {}
