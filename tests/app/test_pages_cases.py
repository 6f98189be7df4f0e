"""The page of cases: lists, cards, facets, words, a case by its segments; and what may not be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.base import Base
from corpus.evidence import Evidence
from corpus.model import Document, Kind
from corpus.records import AppliedRule, Digest
from tests.app.base import HOSTILE, links, markup, page, parameters, settings, words
from tests.documents import LONG, document, source

_RULE = AppliedRule("示例专利法", "2")


def digest(title: str, **changes: Any) -> Digest:
    values: dict[str, Any] = {
        "title": title,
        "jurisdiction": "CN",
        "court": "某省高级人民法院",
        "court_level": "high",
        "date": date(2012, 5, 6),
        "year": 2012,
        "subjects": ("patent",),
        "holding": "要点的内容。",
        "facts": "事实的内容。",
        "rules": (_RULE,),
        "evidence": (Evidence("court", "某省高级人民法院", "text", 3, 11),),
    }
    return Digest(**{**values, **changes})


def telling(title: str, texts: tuple[str, ...], digests: tuple[Digest, ...], **changes: Any) -> Document:
    """A document that tells of cases."""
    kind = changes.pop("kind", Kind.TYPICAL_CASE)
    return replace(document(title, texts, kind=kind, **changes), digests=digests)


@pytest.fixture
def cases(home: Path) -> Iterator[Base]:
    """Two cases in one document, a foreign one, one that only some may see, and a law in two versions."""
    with Base(settings(home)) as base:
        store = base.catalogue.writes.store
        for day in (date(2010, 4, 1), date(2020, 10, 17)):
            store(
                document("示例专利法", (f"第一条 {day}。", "侵犯专利权的，应当赔偿。"), day, effective=day),
                source(f"/laws/{day}.txt", str(day).encode()),
            )
        first = digest(
            "甲公司诉乙公司案", parties=("甲公司", "乙公司"), case_number="（2012）示民终1号", fragment="1"
        )
        second = digest(
            "丙公司诉丁公司案",
            subjects=("trademark",),
            date=date(2015, 1, 2),
            year=2015,
            court="某市中级人民法院",
            reasoning="理由的内容。",
            fragment="2",
            rules=(AppliedRule("不在库中的法", "1"), AppliedRule("示例专利法", "9")),
        )
        foreign = digest(
            f"A v. B {HOSTILE}",
            jurisdiction="US",
            court="Sample Court",
            date=None,
            year=1999,
            holding=HOSTILE,
        )
        store(
            telling("示例典型案例", ("第一案的原文。", "第二案的原文。"), (first, second)),
            source("/cases/two.txt", b"two"),
        )
        store(
            telling("A v. B", (LONG,), (foreign,), kind=Kind.FOREIGN_CASE, jurisdiction="US"),
            source("/cases/foreign.txt", b"foreign"),
        )
        secret = telling("内部案例", ("不公开。",), (digest("机密案", court="机密法院"),))
        store(secret, source("/cases/secret.txt", b"secret"), "internal")
        base.index.catch_up()
        yield base


def cases_page(**changes: Any) -> Any:
    return page(view="cases", **changes)


@pytest.mark.usefixtures("cases")
def test_cases_stand_newest_first_with_their_facts() -> None:
    read = words(cases_page())
    assert "共 3 个案例" in read
    assert read.index("丙公司诉丁公司案") < read.index("甲公司诉乙公司案") < read.index("A v. B")
    assert "（2012）示民终1号" in read
    assert "某省高级人民法院" in read
    assert "要点的内容" in read


@pytest.mark.usefixtures("cases")
def test_what_may_not_be_seen_shows_nowhere() -> None:
    for shown in (cases_page(), cases_page(cards="1"), cases_page(q="机密"), cases_page(court="机密法院")):
        assert "机密案" not in markup(shown)
    assert "机密法院" not in markup(cases_page())
    assert "没有找到这个案例" in words(cases_page(id="cn/内部案例@2020-01-01"))


@pytest.mark.usefixtures("cases")
def test_cards_are_a_state_of_the_url() -> None:
    assert "zk-case-cards" not in markup(cases_page())
    to = links(cases_page())["卡片"]
    assert parameters(to) == {"view": "cases", "cards": "1"}
    assert "zk-case-cards" in markup(cases_page(cards="1"))


@pytest.mark.usefixtures("cases")
def test_facets_narrow_and_count_without_their_own_filter() -> None:
    shown = cases_page(jurisdiction="CN", subject="patent")
    read = words(shown)
    assert "共 1 个案例" in read
    assert "甲公司诉乙公司案" in read
    assert "丙公司诉丁公司案" not in read
    body = markup(shown)
    facet = body[body.index('data-facet="subject"') : body.index('data-facet="year"')]
    assert "商标" in facet  # another value of the same facet can still be chosen
    assert "示例专利法第2条" in words(cases_page(rule="示例专利法第2条"))
    assert "共 1 个案例" in words(cases_page(year="1999"))


@pytest.mark.usefixtures("cases")
def test_words_are_looked_for_in_names_numbers_and_parties() -> None:
    assert "共 1 个案例" in words(cases_page(q="乙公司"))
    assert "共 1 个案例" in words(cases_page(q="(2012)示民终1号"))
    nothing = cases_page(q="没有这个词", subject="patent")
    assert "没有符合条件的案例" in words(nothing)
    assert parameters(links(nothing)["去掉“没有这个词”再看"]) == {"view": "cases", "subject": "patent"}


@pytest.mark.usefixtures("cases")
def test_a_case_opens_by_its_segments_with_the_original_beside_it() -> None:
    shown = page(**parameters(links(cases_page())["丙公司诉丁公司案"]))
    body = markup(shown)
    assert [body.index(f'id="case-{name}"') for name in ("holding", "facts", "reasoning", "rules")] == sorted(
        body.index(f'id="case-{name}"') for name in ("holding", "facts", "reasoning", "rules")
    )
    assert "第二案的原文" in body
    assert "第一案的原文" not in body
    assert parameters(links(shown)["在阅读页打开原文"])["id"] == "cn/示例典型案例@2020-01-01#2"
    assert "某市中级人民法院" in words(shown)


@pytest.mark.usefixtures("cases")
def test_a_segment_can_be_linked_to() -> None:
    asked = {"id": "cn/示例典型案例@2020-01-01", "part": "2"}
    to = links(cases_page(**asked))["理由"]
    assert parameters(to) == {"view": "cases", "seg": "reasoning", **asked}
    body = markup(page(**parameters(to)))
    assert 'id="case-reasoning" class="zk-p zk-case-segment zk-target"' in body


@pytest.mark.usefixtures("cases")
def test_a_rule_leads_to_the_text_of_the_day_and_never_to_a_guess() -> None:
    first = links(cases_page(id="cn/示例典型案例@2020-01-01", part="1"))
    assert parameters(first["示例专利法第2条"])["id"] == "cn/示例专利法@2010-04-01#2"
    second = cases_page(id="cn/示例典型案例@2020-01-01", part="2")
    assert "不在库中的法第1条" not in links(second)
    assert "不在库中的法第1条" in words(second)
    assert parameters(links(second)["示例专利法第9条"])["id"] == "cn/示例专利法@2010-04-01"


@pytest.mark.usefixtures("cases")
def test_no_markup_comes_out_of_a_case() -> None:
    shown = cases_page(jurisdiction="US")
    assert "<script>alert" not in markup(shown)
    assert "<img" not in markup(shown)
    opened = page(**parameters(next(to for name, to in links(shown).items() if name.startswith("A v. B"))))
    assert "<script>alert" not in markup(opened)
    assert "<img" not in markup(opened)


@pytest.mark.usefixtures("cases")
def test_wrong_pages_and_cases_get_a_way_out() -> None:
    assert "没有第 9 页" in words(cases_page(page="9"))
    missing = cases_page(id="cn/示例典型案例@2020-01-01", part="7")
    assert "没有找到这个案例" in words(missing)
    assert "全部案例" in links(missing)


@pytest.mark.usefixtures("cases")
def test_the_page_is_there_in_english() -> None:
    read = words(cases_page(lang="en"))
    assert "3 cases" in read
    assert "Court or authority" in read
    assert "Cards" in read


@pytest.mark.usefixtures("base")
def test_a_base_without_cases_says_how_to_get_some() -> None:
    assert "库中还没有案例" in words(cases_page())
