"""What the model's values derive from themselves."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.evidence import Span
from corpus.model import Block, BlockKind
from corpus.records import Citation, Digest, ItemState, Minutes, MinutesItem, Unresolved
from tests.documents import provision


@pytest.mark.parametrize(
    ("label", "heading", "caption"),
    [
        ("第一章", "总　　则", "第一章 总则"),
        ("第一章", "附 则", "第一章 附则"),
        ("第二章", "专利权的 保护", "第二章 专利权的 保护"),
        ("Article  6bis", "Well-Known\nMarks", "Article 6bis Well-Known Marks"),
        ("第五条", "", "第五条"),
        ("", "序言", "序言"),
    ],
)
def test_a_caption_is_one_line(label: str, heading: str, caption: str) -> None:
    assert provision(0, "1", "", label=label, heading=heading).caption == caption


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(1, 5)), min_size=1, max_size=6), st.data())
def test_a_part_of_a_block_keeps_its_places(pieces: list[tuple[int, int]], data: st.DataObject) -> None:
    source = "第一条示例权受法律保护，任何单位不得侵犯；法律另有规定的除外。" * 3
    spans, place = [], 0
    for gap, length in pieces:
        spans.append(Span(place + gap, place + gap + length))
        place += gap + length
    block = Block(BlockKind.PARAGRAPH, "".join(source[s.start : s.end] for s in spans), tuple(spans))
    start = data.draw(st.integers(0, len(block.text) - 1))
    end = data.draw(st.integers(start + 1, len(block.text)))
    part = block.part(start, end)
    assert part.text == block.text[start:end]
    assert part.text == "".join(source[s.start : s.end] for s in part.spans)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (2, 1), (0, 99), (-1, 2)])
def test_there_is_no_empty_part_and_none_beyond_the_text(start: int, end: int) -> None:
    block = Block(BlockKind.PARAGRAPH, "甲乙丙", (Span(0, 3),))
    with pytest.raises(ValueError, match="no part"):
        block.part(start, end)


def test_records_never_change_and_cross_processes() -> None:
    citation = Citation("cn/甲法@2020-01-01#3", 0, 4, "乙法第一条", Unresolved("there is no 乙法"))
    digest = Digest("示例案", "CN", case_number="（2020）示01民初1号", date=date(2020, 1, 2))
    minutes = Minutes("联席会议", date(2020, 3, 5), items=(MinutesItem("移送清单", state=ItemState.OPEN),))
    for record in (citation, digest, minutes):
        assert copy.deepcopy(record) is record
        assert pickle.loads(pickle.dumps(record)) == record
        with pytest.raises(FrozenInstanceError):
            setattr(record, fields(record)[0].name, "")
