"""No word is lost and none comes twice: every real file against its words by other means (``plain_text``)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from ingest.discover import discover, load
from ingest.pipeline import understand
from tests.ingest.plain_text import plain_text, words

_DESCRIBING = (".meta.json", ".holdings.yaml", "MANIFEST.tsv", "README.md")
_RECORDS = {".csv", ".tsv", ".jsonl", ".json"}
"""Formats whose readers print the name of each column or key before its value, and leave out codes and addresses."""
_MARK = re.compile(r"[\W_]+")
_SHORT = 120

LOST = {".json": 0.02}
"""Words of a document that may be missing, as a share: marks between words and sentences, else 0.6 %. A record's codes
and switches are no text of it."""
ADDED = {".json": 0.02}
"""Words that may be there beyond those of the file: what an extraction parts and ours joins, such as ``3 bis``: else
0.3 %. A record's keys are named in the words of its kind."""
FURNITURE = (1200, 0.075)
"""Characters, or share, of short lines that stand in no provision: navigation, share bars, footers, labels of a
database, running heads, lists of contents with pages."""

EXCEPTIONS = {
    "zh/cases/建设工程施工合同纠纷典型案例(2026-06-29).md": "a list of contents that shortens the cases' headings",
    "intl/statutes/us/usc-title-17-uslm.release-116-12.xml": "lists of chapters and sections with their numbers",
    "intl/glossaries/tw-ip-articles-parallel.zh-Hant-en.tsv": "its cells print line ends as letters",
}


@dataclass(frozen=True, slots=True)
class Balance:
    """What became of the words of a file."""

    path: str
    suffix: str
    lost: float
    added: float
    furniture: int
    characters: int
    samples: str


def _balance(file: Path, root: Path) -> Balance:
    (candidate,) = discover([file]).candidates
    document, _ = understand(load(candidate))
    kept = "\n".join(f"{each.label} {each.heading} {each.text}" for each in document.provisions)
    plain = plain_text(file)
    expected, found = words(plain), words(kept)
    left_out, repeated, characters = _short_lines(plain, _MARK.sub("", kept).lower())
    lost = expected - found - words("\n".join(left_out)) - repeated
    added = found - expected
    if file.suffix in _RECORDS:
        # What a reader prints before a value: the name of its column or key, or what that key means.
        added -= Counter({name: added[name] for name in _names(file, plain)})
    total = sum(expected.values()) or 1
    return Balance(
        file.relative_to(root).as_posix(),
        file.suffix,
        sum(lost.values()) / total,
        sum(added.values()) / total,
        sum(len(_MARK.sub("", line)) for line in left_out),
        characters,
        f"lost {lost.most_common(6)}, added {added.most_common(6)}, left out {left_out[:4]}",
    )


def _short_lines(plain: str, kept: str) -> tuple[list[str], Counter[str], int]:
    """Short lines that stand nowhere, the words of lines that come again, and how long all lines are."""
    left_out: list[str] = []
    seen: set[str] = set()
    repeated: Counter[str] = Counter()
    place = length = 0
    for line in plain.split("\n"):
        key = _MARK.sub("", line).lower()
        length += len(key)
        if not key:
            continue
        here = kept.find(key, place)
        here = kept.find(key) if here < 0 else here
        if here >= 0:
            place = here
        elif len(key) <= _SHORT:
            left_out.append(line.strip())
        if key in seen:
            repeated += words(line)
        seen.add(key)
    return left_out, repeated, length


def _names(file: Path, plain: str) -> set[str]:
    """The words of the names of columns or keys."""
    if file.suffix in (".csv", ".tsv"):
        return set(words(file.read_text(encoding="utf-8-sig").split("\n", 1)[0].replace("_", " ")))
    text = file.read_text(encoding="utf-8-sig")
    records = text.splitlines() if file.suffix == ".jsonl" else [text]
    return {
        word
        for record in records
        if record.strip()
        for name in _keys(json.loads(record))
        for word in words(name)
    }


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, child in value.items():
            yield key
            yield from _keys(child)
    elif isinstance(value, list):
        for child in value:
            yield from _keys(child)


def _faults(balance: Balance) -> Iterator[str]:
    if balance.lost > LOST.get(balance.suffix, 0.006):
        yield f"{balance.path}: {balance.lost:.1%} of the words are lost; {balance.samples}"
    if balance.added > ADDED.get(balance.suffix, 0.003):
        yield f"{balance.path}: {balance.added:.1%} of the words are added; {balance.samples}"
    most, share = FURNITURE
    if balance.furniture > max(most, share * balance.characters):
        yield f"{balance.path}: {balance.furniture} characters of short lines are left out; {balance.samples}"


def _files(corpora: Path) -> list[Path]:
    return [
        file for file in sorted(corpora.rglob("*")) if file.is_file() and not file.name.endswith(_DESCRIBING)
    ]


@pytest.mark.parametrize("part", ["zh", "intl"])
def test_every_file_keeps_its_words(corpora: Path, part: str) -> None:
    files = _files(corpora / part)
    with ProcessPoolExecutor(2) as pool:
        balances = list(pool.map(_balance, files, [corpora] * len(files), chunksize=8))
    faults = [fault for balance in balances for fault in _faults(balance) if balance.path not in EXCEPTIONS]
    assert not faults, "\n".join(faults)
