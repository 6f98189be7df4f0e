"""The search page: what it shows for every state."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from app.base import Base
from corpus.errors import UnavailableError
from tests.app.base import HOSTILE, links, markup, page, parameters, words


def test_an_empty_base_says_how_to_fill_it(home: Path) -> None:
    for given in ({}, {"q": "专利"}):
        shown = page(**given)
        assert "知识库还是空的" in words(shown)
        assert "view=ingest" in links(shown)["去入库"]


def test_without_a_question_it_shows_ways_to_ask(base: Base) -> None:
    shown = links(page())
    assert parameters(shown["专利法第六十五条"]) == {"q": "专利法第六十五条"}
    assert [parameters(a) for label, a in shown.items() if label.startswith("条约")] == [{"kind": "treaty"}]


def test_a_hit_is_a_card_with_a_link_that_can_be_passed_on(base: Base) -> None:
    shown = page(q="诉前保全")
    assert "<mark>诉前保全</mark>应当提供担保" in markup(shown)
    card = words(shown)
    for part in (
        "示例专利法",
        "第4条",
        "2020-10-17",
        "现行有效",
        "法律",
        "中国",
        "示发〔2020〕3号",
        "law-2020-10-17.txt",
    ):
        assert part in card
    assert "/somewhere/private" not in markup(shown)
    assert parameters(links(shown)["示例专利法 第4条"]) == {
        "view": "reader",
        "id": "cn/示例专利法@2020-10-17#4",
    }


@pytest.mark.parametrize(
    ("given", "badges"),
    [
        ({"q": '"旧的规定"'}, []),
        ({"q": '"旧的规定"', "all": "1"}, ["已修改"]),
        ({"q": '"旧的规定"', "asof": "2015-01-01"}, ["现行有效"]),
        ({"q": "二〇二七年"}, ["尚未生效"]),
        ({"q": "二〇二七年", "asof": "2027-06-01"}, ["现行有效"]),
    ],
)
def test_the_day_decides_what_is_found_and_how_valid_it_is(
    base: Base, given: dict[str, str], badges: list[str]
) -> None:
    assert re.findall(r"zk-badge [^>]*>([^<]*)<", markup(page(**given))) == badges


def test_a_facet_is_chosen_by_a_link_and_taken_back_by_a_chip(base: Base) -> None:
    before = page(q="恢复原状 OR patents")
    choose = next(a for label, a in links(before).items() if label.startswith("条约"))
    after = page(**parameters(choose))
    assert "Sample Treaty" in words(after)
    assert "示例专利法" not in words(after)
    # The other values keep their counts: the facet leaves out its own filter.
    assert any(label.startswith("法律") for label in links(after))
    assert parameters(links(after)["条约 ×"]) == {"q": "恢复原状 OR patents"}


def test_a_known_document_is_offered_first(base: Base) -> None:
    shown = page(q="示例专利法")
    assert "您要找的可能是" in words(shown)
    assert parameters(links(shown)["示例专利法"])["id"] == "cn/示例专利法@2020-10-17"


def test_a_reference_opens_its_article(base: Base) -> None:
    shown = markup(page(q="示例专利法第二条"))
    assert 'class="zk-hit zk-known"' in shown
    assert shown.index("zk-known") < shown.index("%40202")


def test_a_question_is_said_to_be_read_as_one(base: Base) -> None:
    assert "按问句理解" in words(page(q="诉前保全要不要担保呢"))


def test_loosened_words_are_said_so(base: Base) -> None:
    assert "没有同时含有全部词的条文" in words(page(q="诉前 月亮"))


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ('专利 "恢复', "引号"),
        ("(专利", "括号"),
        ("专利 OR", "连接"),
        ("颜色:红", "字段"),
        ("类型:魔法", "值"),
        ("有效于:明天", "日期"),
        ("x" * 3000, "太长"),
    ],
)
def test_a_wrong_query_is_explained_in_the_readers_language(base: Base, query: str, told: str) -> None:
    shown = page(q=query)
    assert "检索式有误" in words(shown)
    assert told in words(shown)
    assert "<mark>" in markup(shown)
    english = words(page(q=query, lang="en"))
    assert "The query cannot be understood" in english
    assert "检索" not in english


def test_nothing_found_shows_ways_out(base: Base) -> None:
    shown = page(q='"月亮"', kind="law", asof="2021-01-01")
    ways = links(shown)
    assert parameters(ways["取消筛选条件“法律”"]) == {"q": '"月亮"', "asof": "2021-01-01"}
    assert parameters(ways["在全部版本（含已修改、已废止）中检索"])["all"] == "1"
    assert "asof" not in parameters(ways["按今天有效的文本检索"])


def test_a_page_beyond_the_last_one_leads_back(base: Base) -> None:
    shown = page(q="专利", page="77")
    assert "没有第 77 页" in words(shown)
    assert "page" not in parameters(links(shown)["回到第一页"])


def test_asking_changes_the_url(base: Base) -> None:
    test = page(kind="law", page="3", sort="newest")
    test.text_input[0].input("恢复原状")
    test.button[0].click().run()
    assert test.query_params == {"q": "恢复原状", "sort": "newest", "kind": "law"}
    assert "示例专利法" in words(test)


def test_the_switch_for_all_versions_changes_the_url(base: Base) -> None:
    test = page(q='"旧的规定"')
    test.toggle[0].set_value(True).run()
    assert test.query_params == {"q": '"旧的规定"', "all": "1"}
    assert "已修改" in words(test)


def test_the_language_is_switched_by_a_link_that_keeps_the_state(base: Base) -> None:
    shown = page(q="诉前保全", kind="law")
    other = parse_qs(urlsplit(links(shown)["English"]).query)
    assert other == {"q": ["诉前保全"], "kind": ["law"], "lang": ["en"]}
    english = page(q="诉前保全", kind="law", lang="en")
    assert "in force" in words(english)
    assert all("lang=en" in a for label, a in links(english).items() if label != "中文")


def test_a_wrong_url_is_named_and_the_page_stays(base: Base) -> None:
    shown = words(page(q="保全", asof="morgen", foo="1"))
    assert "网址中的 asof=morgen、foo 无法识别" in shown
    assert "示例专利法" in shown


def test_what_a_document_or_a_query_holds_is_never_markup(base: Base) -> None:
    for given in (
        {"q": "恢复原状"},
        {"q": HOSTILE},
        {"q": f'"{HOSTILE}'},
        {"issuer": HOSTILE},
        {"foo": HOSTILE},
    ):
        body = markup(page(**given))
        assert "<script" not in body
        assert "<img" not in body
        assert 'href="javascript' not in body


def test_what_is_not_public_is_not_found(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "机密纪要" not in words(page(q="机密"))
    monkeypatch.setenv("ZHIKU_ACCESS", "internal")
    assert "机密纪要" in words(page(q="机密"))


def test_an_engine_that_is_away_leaves_the_page_up(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise UnavailableError("Elasticsearch at http://secret:9200 does not answer.", "Start it.")

    monkeypatch.setattr("search.service.SearchService.search", away)
    shown = page(q="保全")
    assert "暂时没有应答" in words(shown)
    assert "secret" not in markup(shown)
    assert shown.text_input[0].value == "保全"


def test_an_error_of_ours_leaves_the_page_up(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("inner matters")

    monkeypatch.setattr("search.service.SearchService.search", broken)
    shown = page(q="保全")
    assert "意外错误" in words(shown)
    assert "inner matters" not in markup(shown)
