"""Every value of every digest of the real documents has a place, and the place holds it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.ingest.digests.base import misplaced, read_digests


def _files(corpora: Path) -> list[Path]:
    return sorted(
        path
        for folder in ("zh/cases", "intl/cases", "intl/statutes/eu-exceptions")
        for path in (corpora / folder).iterdir()
        if path.suffix in (".md", ".txt", ".json", ".jsonl", ".csv")
    )


def test_every_value_stands_where_its_evidence_says(corpora: Path) -> None:
    wrong: list[str] = []
    for path in _files(corpora):
        found, text = read_digests(path.read_bytes(), path.name)
        for digest in found:
            wrong += misplaced(digest, text)
    assert not wrong, "\n".join(wrong[:20])


def test_documents_that_tell_of_no_case_have_no_digest(corpora: Path) -> None:
    with (corpora / "zh" / "MANIFEST.tsv").open(encoding="utf-8") as lines:
        paths = [row["path"] for row in csv.DictReader(lines, delimiter="\t")]
    wrong = []
    for path in [p for p in paths if p.startswith("interpretations/")][::3]:
        found, _ = read_digests((corpora / "zh" / path).read_bytes(), Path(path).name)
        wrong += [path] if found else []
    assert not wrong


@pytest.mark.parametrize(
    "text", ["", "一", "【基本案情】", "案例一\n案例二\n", "判决如下：", "主文\n理由\n", "v.\n" * 50]
)
def test_scraps_are_no_cases(text: str) -> None:
    if text:
        assert read_digests(text + "\n某办公室关于放假安排的说明。")[0] == ()
