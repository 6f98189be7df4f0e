"""What the comparison with the tables of hand readers sees, and that the tables hold no text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.truth.score import Miss, Score, counted, plain, same, score
from tests.truth.tables import Row, earlier, own


def test_no_table_holds_a_text() -> None:
    """Places and values only."""
    assert max(len(value) for row in (*own(), *earlier()) for value in row.values.values()) < 700


@pytest.mark.parametrize(
    ("column", "expected", "found"),
    [
        ("title", "样本法（试行）", "样本法(试行)"),
        ("title", "关于〈样本〉的决定", "关于《样本》的决定"),
        ("document_number", "示函〔2020〕3号", "示函[2020] 3号"),
        ("subjects", "patent;trademark", "trademark;patent"),
        ("places", "22:3:0;25:2:7", "25:2:7;22:3:0"),
        ("holding", "100-200", "101-200"),
        ("holding", "", ""),
    ],
)
def test_typography_and_order_of_subjects_do_not_count(column: str, expected: str, found: str) -> None:
    assert same(column, expected, found)


@pytest.mark.parametrize(
    ("column", "expected", "found"),
    [
        ("title", "样本法", "样本法（试行）"),
        ("issuers", "甲局;乙局", "乙局;甲局"),
        ("adopted", "2020-01-01", ""),
        ("holding", "100-200", "100-260"),
        ("holding", "100-200", ""),
    ],
)
def test_values_that_differ_are_told(column: str, expected: str, found: str) -> None:
    assert not same(column, expected, found)


def test_files_with_a_miss_in_any_table_are_not_right() -> None:
    result = Score()
    for name in ("a", "b", "c", "d"):
        result.files["one"].add(name)
        result.looked["one", "title"] += 1
    result.misses.append(Miss(Row("one", "a", {}), "title", "甲", "乙"))
    result.misses.append(Miss(Row("two", "b", {}), "articles", "3", "4"))
    assert result.share("one", "title") == 0.75
    assert result.right(["one"]) == 0.5
    assert result.right(["one"], counted) == 0.75


def test_a_file_of_a_table_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        score([Row("one", "nowhere.md", {"title": "甲"})], tmp_path)


def test_plain_text_keeps_its_words() -> None:
    assert plain("《样本 法》（二）— A") == plain("<样本法>(二)-a")
