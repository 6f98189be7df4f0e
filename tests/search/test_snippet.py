"""What a hit shows of a provision."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.access import Access
from corpus.catalogue import Catalogue
from index.schema import Or, SearchUnit, Word
from index.units import units
from search.snippet import LENGTH, snippet
from tests.documents import document, source


@pytest.fixture(scope="module")
def unit(tmp_path_factory: pytest.TempPathFactory) -> SearchUnit:
    """A unit whose text a test replaces."""
    path = tmp_path_factory.mktemp("home") / "catalogue.sqlite"
    with Catalogue(f"sqlite:///{path}") as catalogue:
        stored = catalogue.writes.store(document(), source())
        access = Access.public()
        version = catalogue.reads.version(stored.version, access)
        return units(version, catalogue.reads.provisions(stored.version, access))[0]


def test_a_short_text_is_shown_whole(unit: SearchUnit) -> None:
    shown = snippet(replace(unit, text="停止侵害、\n恢复原状。"), Word("恢复原状"))
    assert shown.text == "第1条 停止侵害、 恢复原状。"
    assert [shown.text[start:end] for start, end in shown.marks] == ["恢复原状"]


def test_a_long_text_is_shown_where_the_marks_are_densest(unit: SearchUnit) -> None:
    text = "恢复。" + "其他事项照旧办理。" * 60 + "应当恢复原状并赔偿损失。" + "其他事项照旧办理。" * 60
    shown = snippet(replace(unit, text=text), Or((Word("恢复原状"), Word("赔偿损失"))))
    assert shown.text.startswith("…")
    assert shown.text.endswith("…")
    assert "恢复原状并赔偿损失" in shown.text


def test_a_provision_asked_for_by_its_number_is_shown_from_its_beginning(unit: SearchUnit) -> None:
    text = "甲乙丙丁。" * 100 + "恢复原状。"
    assert snippet(replace(unit, text=text), Word("恢复原状"), from_start=True).text.startswith(
        "第1条 甲乙丙丁"
    )


def test_words_are_not_cut(unit: SearchUnit) -> None:
    text = "considerations notwithstanding " * 20 + "infringement " + "considerations notwithstanding " * 20
    shown = snippet(replace(unit, text=text), Word("infringement")).text.strip("…")
    assert set(shown.split()) <= {"considerations", "notwithstanding", "infringement"}


@given(
    st.text(alphabet="甲乙恢复原状 ,。ab\n", max_size=700),
    st.text(alphabet="甲恢复原状ab", min_size=1, max_size=4),
)
def test_marks_lie_within_the_snippet_in_order(text: str, word: str) -> None:
    bare = SearchUnit(
        id="x#1", version="x", work="x", fingerprint="", order=0, title="", names=(), document_number=None, kind="law",
        jurisdiction="CN", language="zh", issuers=(), subjects=(), level="article", article="1", path=(), label="",
        heading="", text=text, version_on=None, adopted=None, valid_from=None, valid_to=None, follows_on=None,
        repealed=None, access="public",
    )  # fmt: skip
    shown = snippet(bare, Word(word))
    assert len(shown.text) <= LENGTH + 2
    before = 0
    for start, end in shown.marks:
        assert before <= start < end <= len(shown.text)
        before = end
