"""The page of meetings: items by party, state and deadline, meetings, one meeting; and what may not be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.base import Base
from corpus.model import Document, Kind
from corpus.records import ItemReport, ItemState, Minutes, MinutesItem, Participants
from tests.app.base import HOSTILE, links, markup, page, parameters, settings, words
from tests.app.conftest import Zhiku
from tests.documents import LONG, document, source

FIRST = "cn/示例会商第一次会议纪要@2026-03-05"
LATE = MinutesItem(
    "建立案件线索移送台账",
    ("乙厅",),
    ("甲局",),
    "会后一个月内",
    date(2026, 4, 5),
    number="1",
    topic="移送",
    fragment="1",
)
COMING = MinutesItem(
    "编制名录", ("甲局",), deadline_text="年底前", deadline=date(2026, 12, 31), number="2", fragment="2"
)
UNDATED = MinutesItem(f"长期宣传{HOSTILE}", ("丙会",), deadline_text="长期", number="3", fragment="2")


def meeting(number: str, on: date, *items: MinutesItem, reports: tuple[ItemReport, ...] = ()) -> Document:
    title = f"示例会商第{number}次会议"
    made = document(
        f"{title}纪要", (f"{LONG}建立案件线索移送台账。{number}", "编制名录。"), on, kind=Kind.MINUTES
    )
    people = (Participants("甲局", ("张三", "李四")), Participants("乙厅"))
    return replace(
        made, minutes=Minutes(title, on, "甲局会议室", "张三", people, ("研究移送",), items, reports)
    )


@pytest.fixture
def base(home: Path) -> Iterator[Base]:
    """Two public meetings, of which the second reports on the first, and an internal one."""
    with Base(settings(home)) as opened:
        store = opened.catalogue.writes.store
        store(meeting("一", date(2026, 3, 5), LATE, COMING, UNDATED), source("/a.txt", b"a"), "public")
        report = ItemReport("编制名录", "2", None, ItemState.UNDER_WAY, None, "已形成初稿")
        store(meeting("二", date(2026, 7, 1), reports=(report,)), source("/b.txt", b"b"), "public")
        secret = MinutesItem("机密事项", ("密局",), deadline=date(2026, 1, 1))
        store(meeting("三", date(2026, 8, 1), secret), source("/c.txt", b"c"))
        yield opened


def test_items_stand_with_party_deadline_state_and_what_is_overdue(base: Base) -> None:
    test = page(view="meetings")
    shown = words(test)
    assert "共 3 项" in shown
    assert "其中 1 项截至 2026-11-22 已逾期" in shown
    assert shown.index("建立案件线索移送台账") < shown.index("编制名录") < shown.index("长期宣传")
    for part in ("已逾期", "2026-04-05 前", "乙厅", "会后一个月内", "落实中", "：已形成初稿", "无确定日期 1"):
        assert part in shown
    assert "<script" not in markup(test)
    assert "<img" not in markup(test)


@pytest.mark.parametrize(
    ("chosen", "seen", "unseen"),
    [
        ({"party": "丙会"}, "长期宣传", "编制名录"),
        ({"due": "overdue"}, "建立案件线索移送台账", "长期宣传"),
        ({"progress": "under_way"}, "编制名录", "长期宣传"),
        ({"q": "名录"}, "编制名录", "长期宣传"),
    ],
)
def test_the_url_filters_items(base: Base, chosen: dict[str, str], seen: str, unseen: str) -> None:
    shown = words(page(view="meetings", **chosen))
    assert "共 1 项" in shown
    assert seen in shown
    assert unseen not in shown


def test_nothing_found_leads_back_to_all(base: Base) -> None:
    test = page(view="meetings", q="没有的事")
    assert "没有符合条件的事项" in words(test)
    assert parameters(links(test)["查看全部事项"]) == {"view": "meetings"}


def test_meetings_are_listed_newest_first(base: Base) -> None:
    shown = words(page(view="meetings", seg="meetings"))
    assert shown.index("第二次会议") < shown.index("第一次会议")
    assert "1 项逾期" in shown


def test_a_meeting_shows_its_people_agenda_and_items(base: Base) -> None:
    test = page(view="meetings", id=FIRST)
    shown = words(test)
    for part in ("2026-03-05", "甲局会议室", "研究移送", "甲局 张三、李四", "乙厅", "建立案件线索移送台账"):
        assert part in shown
    assert parameters(links(test)["打开原文该处"])["id"] == f"{FIRST}#1"


def test_a_meeting_shows_what_it_reports_of_earlier_items(base: Base) -> None:
    shown = words(page(view="meetings", id="cn/示例会商第二次会议纪要@2026-07-01", lang="en"))
    assert "On earlier items" in shown
    assert "Under way 已形成初稿" in shown


def test_an_item_opens_its_sentence_in_the_reader(base: Base) -> None:
    opened = parameters(links(page(view="meetings", id=FIRST))["打开原文该处"])
    assert "<mark>建立案件线索移送台账</mark>" in markup(page(**opened))


@pytest.mark.parametrize(
    "asked", ["cn/没有@2020-01-01", HOSTILE, "cn/示例会商第三次会议纪要@2026-08-01~internal"]
)
def test_a_meeting_that_is_not_there_looks_like_one_that_may_not_be_seen(base: Base, asked: str) -> None:
    test = page(view="meetings", id=asked)
    assert "没有找到这次会议" in words(test)
    assert "机密" not in words(test)


def test_internal_items_count_for_those_who_may_see_them(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    for given in ({}, {"seg": "meetings"}, {"party": "密局"}, {"q": "机密"}):
        shown = words(page(view="meetings", **given))
        assert "机密事项" not in shown
        assert "第三次会议" not in shown
    assert "密局 1" not in words(page(view="meetings"))
    monkeypatch.setenv("ZHIKU_ACCESS", "internal")
    shown = words(page(view="meetings"))
    assert "机密事项" in shown
    assert "其中 2 项截至" in shown


def test_without_any_minutes_it_says_what_will_stand_here(home: Path) -> None:
    with Base(settings(home)):
        shown = words(page(view="meetings"))
    assert "库中还没有可以显示的会议纪要" in shown
    assert "内部" not in shown


# --- the command line ------------------------------------------------------------------------------------------


def test_the_command_lists_items_of_all_meetings(base: Base, zhiku: Zhiku) -> None:
    found = zhiku("minutes", "--json").lines
    assert [line["text"][:4] for line in found] == ["机密事项", "建立案件", "编制名录", "长期宣传"]
    assert [line["overdue"] for line in found] == [True, True, False, False]
    assert (found[2]["state"], found[2]["state_basis"]) == ("落实中", "reported")
    assert found[1]["id"] == f"{FIRST}#1"


@pytest.mark.parametrize(
    ("arguments", "count"),
    [(("--party", "甲局"), 2), (("--overdue",), 2), (("--state", "落实中"), 1), (("--state", "settled"), 0)],
)
def test_the_command_narrows(base: Base, zhiku: Zhiku, arguments: tuple[str, ...], count: int) -> None:
    assert len(zhiku("minutes", *arguments, "--json").lines) == count


def test_the_command_shows_what_may_be_seen(
    base: Base, zhiku: Zhiku, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIKU_ACCESS", "public")
    assert len(zhiku("minutes", "--json").lines) == 3
    assert "机密" not in zhiku("minutes").out


def test_an_unknown_state_is_wrong_usage(base: Base, zhiku: Zhiku) -> None:
    ran = zhiku("minutes", "--state", "完了")
    assert ran.status == 2
    assert "待落实, 落实中, 已落实" in ran.err
