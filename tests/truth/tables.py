"""The tables that hand readers wrote, as rows of what is expected of each file."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent
_TESTS = _HERE.parent

UNREAD = "?"
"""Stands in a column of which nobody read the value."""

SPANS = ("issue", "holding", "reasoning", "facts")
"""The columns of a digest that hold a span of the source text."""

LISTS = frozenset({"issuers", "amended", "subjects", "places", "parties", "keywords", "rules"})


@dataclass(frozen=True, slots=True)
class Row:
    """What is expected of a file, or of one case in it.

    Attributes:
        table: the name of the table.
        path: the file, below the folder of the corpora.
        values: the expected values by field, without those that nobody read.
        case: which case of the file it is, from 1; ``None`` for the document.
    """

    table: str
    path: str
    values: Mapping[str, str]
    case: int | None = None


def own() -> list[Row]:
    """The rows of the tables beside this module."""
    rows = _documents("chinese") + _documents("foreign")
    file = _HERE / "digests.tsv"
    if file.is_file():
        for record in _records(file):
            path, case = record.pop("path"), int(record.pop("order"))
            rows.append(Row("digests", path, record, case))
    return rows


def earlier() -> list[Row]:
    """The rows of the tables that stand beside the tests of identity and of the cut."""
    identify = _TESTS / "ingest" / "identify"
    rows = [Row("identity", r.pop("path"), r) for r in _records(identify / "truth.tsv")]
    for record in _records(identify / "truth_chinese.tsv"):
        path = record.pop("path_read_by_hand")
        if not record["articles"]:
            for field in ("articles", "first", "last"):
                del record[field]
        record["issuers"] = record["issuers"].replace("|", ";")
        rows.append(Row("identity_chinese", path, record))
    rows.extend(
        Row(
            "articles",
            record["path"],
            {"articles": record["articles"], "first_id": record["first"], "last_id": record["last"]},
        )
        for record in _records(_TESTS / "ingest" / "cut" / "articles.tsv")
    )
    return rows


def _documents(name: str) -> list[Row]:
    file = _HERE / f"{name}.tsv"
    if not file.is_file():
        return []
    return [Row(name, record.pop("path"), record) for record in _records(file)]


def _records(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return [
            {key: value for key, value in record.items() if value != UNREAD}
            for record in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
