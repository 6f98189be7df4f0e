"""Which places of a text are marked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.highlight import LONGEST_TEXT, MOST_MARKS, marks
from index.schema import And, Everything, Field, Node, Not, Or, Phrase, Word

TEXT = "申请诉前保全的，应当在保全前\n担保；恢复。原状。See Directive 2001/29/EC."

CASES: list[tuple[str, Node, list[str]]] = [
    ("a run that stands whole is marked whole, and nothing else of it", Word("诉前保全"), ["诉前保全"]),
    ("its terms where it stands nowhere whole", Word("保全金"), ["保全", "保全"]),
    ("terms that touch become one mark", Word("请诉前的"), ["请诉前"]),
    ("a line break inside", Word("前担保"), ["前\n担保"]),
    ("a phrase", Phrase("保全前"), ["保全前"]),
    ("a phrase stands or does not", Phrase("诉前担保"), []),
    ("not across punctuation", Phrase("恢复原状"), []),
    ("unless the phrase has some", Phrase("恢复，原状"), ["恢复。原状"]),
    ("traditional characters", Word("訴前"), ["诉前"]),
    ("a word in any case", Word("directive"), ["Directive"]),
    ("linked parts", Word("2001/29"), ["2001/29"]),
    ("words of a question", Or((Word("担保"), Word("原状"), Word("没有"))), ["担保", "原状"]),
    ("not what is excluded", And((Word("担保"), Not(Word("保全")))), ["担保"]),
    ("a word of another field too", Word("担保", Field.TITLE), ["担保"]),
    ("nothing to mark", Everything(), []),
    ("no token", Word("《》"), []),
]


@pytest.mark.parametrize(("query", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_marks(query: Node, expected: list[str]) -> None:
    assert [TEXT[start:end] for start, end in marks(query, TEXT)] == expected


def test_a_huge_text_is_bounded() -> None:
    assert len(marks(Word("茶"), "茶，" * 300_000)) == MOST_MARKS
    assert marks(Word("末"), "茶" * LONGEST_TEXT + "末") == ()


LETTERS = st.text(alphabet="茶叶园，\n ab-1", max_size=12)


@given(st.one_of(st.builds(Word, LETTERS), st.builds(Phrase, LETTERS)), LETTERS)
def test_marks_are_in_order_and_apart(query: Node, text: str) -> None:
    places = marks(query, text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] < after[0] for before, after in pairwise(places))
