"""Every value of every digest of the real documents has a place, and the place holds it."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.evidence import Span
from corpus.model import Block, BlockKind, Document, Format, Identity, Kind, Reading
from ingest.digests import digests_of
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


_PIECES = ("判决如下：", "本院认为，", "依照《法》第一条，", "【基本案情】", "案例一", "基本案情\n", "某法院", "（2020）京01民初1号", "诉", "和", "第一条、",
           "v. ", "CASE No. ", "Held: ", "§ 1 ", "主文\n", "理由\n", "a | b: ", "WT/DS1/R ", "《", "》", "二〇二〇年一月一日\n", "\n")  # fmt: skip


@pytest.mark.parametrize("piece", _PIECES)
@pytest.mark.parametrize(
    "head",
    [
        "某市人民法院\n民事判决书\n（2020）京01民初1号\n",
        "Report of the Panel\nWT/DS1/R\n",
        "案例一\n甲诉乙案\n",
    ],
)
def test_hostile_texts_take_no_time(head: str, piece: str) -> None:
    text = head + piece * (60_000 // len(piece))
    reading = Reading(Format.TXT, text, (Block(BlockKind.PARAGRAPH, text, (Span(0, len(text)),)),))
    identity = Identity("某", Kind.FOREIGN_CASE if head.isascii() else Kind.JUDGMENT, "zh", "CN")
    began = time.process_time()
    digests_of(Document(identity, (), Format.TXT), reading)
    assert time.process_time() - began < 3


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=12), max_size=40).map("".join))
def test_every_text_gives_digests_whose_values_have_places(text: str) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, text, (Span(0, len(text)),)),) if text else ()
    for kind in (Kind.OTHER, Kind.FOREIGN_CASE, Kind.JUDGMENT):
        identity = Identity("某", kind, "zh", "CN")
        document = Document(identity, (), Format.TXT)
        for digest in digests_of(document, Reading(Format.TXT, text, blocks)):
            assert misplaced(digest, text) == []
