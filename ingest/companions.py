"""Which files stand beside documents without being any: companions, readmes, manifests, system files."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from corpus.notes import Note

COMPANIONS = (".meta.json", ".meta.yaml", ".meta.yml", ".holdings.yaml", ".holdings.yml", ".holdings.json")
"""Endings of files that describe the document of the same stem beside them."""

_README = re.compile(
    r"(?:readme|licen[cs]e|copying|changelog|notice|contributing|authors|contents)(?:[._-][a-z]{2}(?:-[a-z]{2,4})?)?"
    r"(?:\.(?:md|txt|rst|html?))?",
    re.IGNORECASE,
)
_LANGUAGE_AND_SUFFIX = re.compile(r"(?:[a-z]{2,3}(?:-[A-Za-z]{2,4})?\.)?[A-Za-z0-9]{1,8}")
_SYSTEM = frozenset({"__MACOSX", "Thumbs.db", "desktop.ini", "ehthumbs.db", "$RECYCLE.BIN"})
_TABLES = {".tsv": "\t", ".csv": ",", ".txt": "\t"}
_MOST_ROWS = 200
_README_NOTE = Note("a readme, not a document", code="skipped_readme")
_MANIFEST_NOTE = Note("a manifest: a table whose rows name the files beside it", code="skipped_manifest")


@dataclass(frozen=True, slots=True)
class Known:
    """A file with its location and its path below the folder or archive that is searched."""

    location: str
    relative: str


@dataclass(frozen=True, slots=True)
class Classified:
    """What was made of files: the reason for each that is left out, the companions of each document."""

    skipped: Mapping[str, str]
    companions: Mapping[str, tuple[str, ...]]


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is hidden or belongs to an operating system or an open editor."""
    return name.startswith((".", "~$")) or name in _SYSTEM


def classify(files: Iterable[Known], head: Callable[[str], bytes]) -> Classified:
    """Tell documents from readmes, manifests and companions.

    Args:
        files: the files of one folder tree or archive.
        head: gives the first bytes of the file at a location.
    """
    listed = list(files)
    skipped = {file.location: _README_NOTE for file in listed if _README.fullmatch(_name(file))}
    folders: defaultdict[str, list[Known]] = defaultdict(list)
    for file in listed:
        folders[file.relative.rpartition("/")[0]].append(file)
    paths = {file.relative for file in listed}
    for file in listed:
        if file.location not in skipped and _is_manifest(file, paths, head):
            skipped[file.location] = _MANIFEST_NOTE
    companions: defaultdict[str, list[str]] = defaultdict(list)
    for beside in folders.values():
        for file in beside:
            for document in _documents_of(file, beside):
                if document.location not in skipped:
                    companions[document.location].append(file.location)
    return Classified(skipped, {location: tuple(places) for location, places in companions.items()})


def _name(file: Known) -> str:
    return file.relative.rpartition("/")[2]


def _documents_of(companion: Known, beside: list[Known]) -> list[Known]:
    """The documents that a companion describes: those of its stem, whatever their language and suffix."""
    name = _name(companion)
    ending = next(
        (ending for ending in COMPANIONS if name.endswith(ending) and len(name) > len(ending)), None
    )
    if ending is None:
        return []
    stem = name.removesuffix(ending) + "."
    return [
        file
        for file in beside
        if _name(file).startswith(stem)
        and not _name(file).endswith(COMPANIONS)
        and _LANGUAGE_AND_SUFFIX.fullmatch(_name(file)[len(stem) :])
    ]


def _is_manifest(file: Known, paths: set[str], head: Callable[[str], bytes]) -> bool:
    """Whether a column of the table names files beside it; the names are only compared, never opened."""
    name = _name(file).lower()
    separator = next((sign for ending, sign in _TABLES.items() if name.endswith(ending)), None)
    if separator is None:
        return False
    text = head(file.location).decode("utf-8", "replace")
    lines = [line for line in text.split("\n")[: _MOST_ROWS + 1] if line.strip()]
    if len(lines) < 2 or separator not in lines[0]:
        return False
    folder = file.relative.rpartition("/")[0]
    before = f"{folder}/" if folder else ""
    try:
        rows = list(csv.reader(lines[1:-1] or lines[1:], delimiter=separator))
    except csv.Error:
        return False
    width = max(map(len, rows))
    return any(
        sum(1 for row in rows if column < len(row) and before + row[column].strip() in paths) * 2 > len(rows)
        for column in range(min(width, 50))
    )
