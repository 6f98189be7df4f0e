"""Paragraphs and items of real articles, read in the files."""

from __future__ import annotations

import csv
from pathlib import Path

from corpus.model import Level, Provision
from ingest.discover import discover, load
from ingest.pipeline import understand

_TABLE = Path(__file__).with_name("places.tsv")
_LEVELS = (Level.PARAGRAPH, Level.ITEM, Level.SUBITEM)


def _below(article: str, provisions: tuple[Provision, ...]) -> list[Provision]:
    within = {article}
    found: list[Provision] = []
    for each in provisions:
        if each.is_part and each.parent in within:
            within.add(each.fragment)
            found.append(each)
    return found


def test_articles_of_real_documents_have_the_places_they_have(corpora: Path) -> None:
    """How many paragraphs, items and subitems, the first and the last at the top, and one deep place."""
    with _TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    read: dict[str, tuple[Provision, ...]] = {}
    misses: list[str] = []
    for row in rows:
        path = row["path"]
        if path not in read:
            [candidate] = discover([corpora / path]).candidates
            document, _ = understand(load(candidate))
            read[path] = document.provisions
        parts = _below(row["article"], read[path])
        counts = tuple(str(sum(1 for part in parts if part.level is level)) for level in _LEVELS)
        top = [part for part in parts if part.level is Level.PARAGRAPH] or [
            part for part in parts if part.level is Level.ITEM
        ]
        ends = (top[0].fragment, top[-1].fragment) if top else ("", "")
        expected = (row["paragraphs"], row["items"], row["subitems"], row["first"], row["last"])
        if (*counts, *ends) != expected:
            misses.append(f"{path} {row['article']}: {(*counts, *ends)}, expected {expected}")
        if row["deep"] and row["deep"] not in {part.fragment for part in parts}:
            misses.append(f"{path} {row['article']}: {row['deep']} is not there")
    assert not misses, "\n".join(misses)
    assert len(rows) >= 60
