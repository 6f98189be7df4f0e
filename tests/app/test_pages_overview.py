"""The overview: what the base holds, for those who may see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.base import Base
from tests.app.base import links, markup, page, parameters, words


def test_numbers_plots_and_tables(base: Base) -> None:
    test = page(view="overview")
    shown = words(test)
    assert "规则与文件 4 版本 5" in shown
    assert "法律 4" in shown
    assert len(test.get("vega_lite_chart")) == 4
    assert [expander.label for expander in test.expander] == ["以表格查看"] * 4


def test_the_last_additions_and_what_is_to_come_are_links(base: Base) -> None:
    test = page(view="overview")
    assert parameters(links(test)["Sample Treaty"]) == {
        "view": "reader",
        "id": "int/sample-treaty@1994-04-15",
    }
    assert "2027-01-01 起施行" in words(test)
    assert "/somewhere" not in markup(test)


def test_it_counts_only_what_may_be_seen(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "会议纪要" not in words(page(view="overview"))
    monkeypatch.setenv("ZHIKU_ACCESS", "internal")
    assert "规则与文件 5 版本 6" in words(page(view="overview"))


def test_in_english(base: Base) -> None:
    shown = words(page(view="overview", lang="en"))
    assert "By kind" in shown
    assert "概览" not in shown


def test_an_empty_base_says_how_to_fill_it(home: Path) -> None:
    assert "知识库还是空的" in words(page(view="overview"))
