"""Compares what was found with what is expected, and counts."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from corpus.errors import ZhikuError
from ingest.discover import discover, load
from ingest.pipeline import understand
from tests.truth.found import Found, found_in
from tests.truth.tables import LISTS, SPANS, Row

_COUNTED = ("articles", "first", "last", "first_id", "last_id")
_AS_ONE = {
    ord(character): plain
    for characters, plain in (
        ("〈《＜", "<"),
        ("〉》＞", ">"),
        ("【〔", "["),
        ("】〕", "]"),
        ("—–―‐‑", "-"),
        ("·•．", "."),
    )
    for character in characters
} | dict.fromkeys(map(ord, "「」『』“”‘’\"'"), "^")
_BLANKS = re.compile(r"\s+")
_ENOUGH = 0.95


@dataclass(frozen=True, slots=True)
class Miss:
    """A value that is not what the text says."""

    row: Row
    field: str
    expected: str
    found: str

    def __str__(self) -> str:
        place = f"{self.row.path}#{self.row.case}" if self.row.case else self.row.path
        return f"{self.row.table}\t{place}\t{self.field}\texpected {self.expected!r}\tfound {self.found!r}"


@dataclass(slots=True)
class Score:
    """Misses, and how many values and files were looked at."""

    misses: list[Miss] = field(default_factory=list)
    looked: dict[tuple[str, str], int] = field(default_factory=lambda: defaultdict(int))
    files: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def share(self, table: str, column: str) -> float:
        """The share of values of a column that are right."""
        wrong = sum(1 for miss in self.misses if (miss.row.table, miss.field) == (table, column))
        return 1 - wrong / self.looked[table, column]

    def right(self, tables: Iterable[str], columns: Callable[[str], bool] = lambda _: True) -> float:
        """The share of files of some tables with every value right of the columns that are asked for."""
        files = {file for table in tables for file in self.files[table]}
        wrong = {m.row.path for m in self.misses if m.row.path in files and columns(m.field)}
        return 1 - len(wrong) / len(files) if files else 1.0


def counted(column: str) -> bool:
    """Whether a column is of the count of articles."""
    return column in _COUNTED


def score(rows: Sequence[Row], corpora: Path, columns: frozenset[str] = frozenset()) -> Score:
    """Read the files of the rows and compare.

    Args:
        rows: what is expected; rows of files that are not below ``corpora`` raise.
        corpora: the folder of the corpora.
        columns: only these fields; empty means all.

    Raises:
        FileNotFoundError: naming a file of a table that is not there.
    """
    result = Score()
    paths = list(dict.fromkeys(row.path for row in rows))
    for missing in (path for path in paths if not (corpora / path).is_file()):
        raise FileNotFoundError(corpora / missing)
    found = {path: read(corpora / path) for path in paths}
    for row in rows:
        result.files[row.table].add(row.path)
        for column, expected in row.values.items():
            if columns and column not in columns:
                continue
            result.looked[row.table, column] += 1
            got = _value(found[row.path], row, column)
            if not same(column, expected, got):
                result.misses.append(Miss(row, column, expected, got))
    return result


@cache
def read(file: Path) -> Found | str:
    """What the product makes of a file, or why it makes nothing of it."""
    (candidate,) = discover([file]).candidates
    try:
        document, _ = understand(load(candidate))
    except ZhikuError as error:
        return str(error)
    return found_in(document)


def _value(found: Found | str, row: Row, column: str) -> str:
    if isinstance(found, str):
        return f"not read: {found}"
    if row.case is None:
        value = found.document[column]
    elif row.case > len(found.digests):
        return "no such case"
    else:
        value = found.digests[row.case - 1][column]
    if column == "places":
        wanted = {place.split(":")[0] for place in row.values[column].split(";")}
        return ";".join(place for place in value.split(";") if place.split(":")[0] in wanted)
    return value


def same(column: str, expected: str, found: str) -> bool:
    """Whether two values mean the same: width, brackets and blanks do not count, nor the order of subjects."""
    if column in SPANS:
        return _overlap(expected, found) >= _ENOUGH
    if column not in LISTS:
        return plain(expected) == plain(found)
    one, other = ([plain(part) for part in value.split(";") if part] for value in (expected, found))
    if column in ("issuers", "parties", "rules"):
        return one == other
    if column == "places":
        return set(one) == set(other)
    return sorted(one) == sorted(other)


def plain(value: str) -> str:
    """A value without differences of typography."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", value).translate(_AS_ONE)).casefold()


def _overlap(expected: str, found: str) -> float:
    """How much of two spans is in both: 1 where they are the same, or both are none."""
    if not expected or not found:
        return float(expected == found)
    try:
        (a, b), (c, d) = (tuple(map(int, span.split("-"))) for span in (expected, found))
    except ValueError:
        return 0.0
    return max(0, min(b, d) - max(a, c)) / max(1, max(b, d) - min(a, c))
