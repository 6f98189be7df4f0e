"""What became of the items of minutes: what texts say, in whatever order they arrive, and what may be seen of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.catalogue.settlement import AgreedItem, Basis, bears, promised_titles
from corpus.evidence import PERSON, Evidence
from corpus.model import Document, Kind, SourceFile
from corpus.records import ItemReport, ItemState, Minutes, MinutesItem
from tests.documents import LONG, document, source

EVERYTHING = Access.everything()
PROMISE = MinutesItem(
    "由甲局制定《示例证据标准》，于6月底前印发。", ("甲局",), deadline=date(2026, 6, 30), number="一"
)
LEDGER = MinutesItem("建立案件线索移送台账。", ("乙厅",), deadline=date(2026, 4, 5), number="二")
TITLE = "示例协同保护第{}次会议"


def minutes(number: str, on: date, *items: MinutesItem, reports: tuple[ItemReport, ...] = ()) -> Document:
    title = TITLE.format(number)
    made = document(f"{title}纪要", (f"{LONG}{title}",), on, kind=Kind.MINUTES)
    return replace(made, minutes=Minutes(title, on, items=items, reports=reports))


def first(*items: MinutesItem) -> tuple[Document, SourceFile]:
    return minutes("一", date(2026, 3, 5), *(items or (PROMISE, LEDGER))), source("/一.txt", b"1")


def second(*reports: ItemReport) -> tuple[Document, SourceFile]:
    return minutes("二", date(2026, 7, 10), reports=reports), source("/二.txt", b"2")


def standard(
    title: str = "示例证据标准", on: date = date(2026, 6, 1), **changes: Any
) -> tuple[Document, SourceFile]:
    return document(title, (f"{LONG}标准。",), on, kind=Kind.POLICY, **changes), source("/标准.txt", b"3")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}") as opened:
        yield opened


def store(catalogue: Catalogue, *arrivals: tuple[Document, SourceFile], access: str | None = None) -> None:
    for each, file in arrivals:
        catalogue.writes.store(each, file, access)


def items(catalogue: Catalogue, access: Access = EVERYTHING) -> dict[str, AgreedItem]:
    return {item.item.number or "": item for item in catalogue.agreed.items(access)}


def test_a_later_document_of_the_promised_title_is_suggested(catalogue: Catalogue) -> None:
    store(catalogue, first(), standard())
    found = items(catalogue)["一"]
    assert (found.settled_by, found.settled_basis) == ("cn/示例证据标准@2026-06-01", Basis.PROMISED)
    assert found.is_suggested
    assert found.state is None
    assert not found.is_overdue(date(2026, 11, 22))
    assert items(catalogue)["二"].settled_by is None


@pytest.mark.parametrize(
    "other",
    [
        standard(on=date(2026, 1, 1)),
        standard("示例证据标准解读"),
        standard("证据标准"),
    ],
)
def test_an_earlier_or_other_document_settles_nothing(
    catalogue: Catalogue, other: tuple[Document, SourceFile]
) -> None:
    store(catalogue, first(), other)
    assert items(catalogue)["一"].settled_by is None


REPORTS = (
    ItemReport("制定证据标准", "1", None, ItemState.SETTLED, "《示例证据标准》（示发〔2026〕3号）", "已印发"),
    ItemReport("案件线索移送台账", None, "第一次会议", ItemState.UNDER_WAY, None, "已建立电子台账"),
)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_reports_and_documents_link_in_whatever_order_they_arrive(
    catalogue: Catalogue, order: tuple[int, ...]
) -> None:
    arrivals = (first(), second(*REPORTS), standard(document_number="示发〔2026〕3号"))
    store(catalogue, *(arrivals[place] for place in order))
    found = items(catalogue)
    assert (found["一"].state, found["一"].settled_by) == (ItemState.SETTLED, "cn/示例证据标准@2026-06-01")
    assert found["一"].state_source == "cn/示例协同保护第二次会议纪要@2026-07-10~internal"
    assert (found["二"].state, found["二"].state_basis) == (ItemState.UNDER_WAY, Basis.REPORTED)
    assert found["二"].note == "已建立电子台账"
    assert found["二"].is_overdue(date(2026, 11, 22))
    assert not found["二"].is_overdue(date(2026, 4, 5))


def test_what_settled_it_is_named_as_printed_where_the_base_does_not_hold_it(catalogue: Catalogue) -> None:
    store(catalogue, first(), second(*REPORTS))
    assert items(catalogue)["一"].settled_by == "《示例证据标准》（示发〔2026〕3号）"


def test_the_latest_report_counts(catalogue: Catalogue) -> None:
    third = minutes("三", date(2026, 9, 1), reports=(replace(REPORTS[1], state=ItemState.SETTLED),))
    store(catalogue, (third, source("/三.txt", b"4")), first(), second(*REPORTS))
    assert items(catalogue)["二"].state is ItemState.SETTLED


@pytest.mark.parametrize(
    ("report", "number"),
    [
        (ItemReport("", "二", "第一次会议", ItemState.SETTLED), "二"),
        (ItemReport("", "2", None, ItemState.SETTLED), "二"),
        (ItemReport("建立移送台账", "1", None, ItemState.SETTLED), "二"),
        (ItemReport("毫不相干的事情", "2", None, ItemState.SETTLED), None),
        (ItemReport("", "9", None, ItemState.SETTLED), None),
        (ItemReport("案件线索移送台账", None, "第五次会议", ItemState.SETTLED), None),
    ],
)
def test_a_report_means_the_item_of_its_words_or_number_and_no_other(
    catalogue: Catalogue, report: ItemReport, number: str | None
) -> None:
    store(catalogue, first(), second(report))
    settled = [item.item.number for item in items(catalogue).values() if item.state is ItemState.SETTLED]
    assert settled == ([number] if number else [])


def test_minutes_of_another_series_report_nothing_of_it(catalogue: Catalogue) -> None:
    other = replace(
        minutes("二", date(2026, 7, 10)), minutes=Minutes("商标协调会", date(2026, 7, 10), reports=REPORTS)
    )
    store(catalogue, first(), (other, source("/别.txt", b"5")))
    assert items(catalogue)["二"].state is None


def test_what_a_person_set_stands_above_reports(catalogue: Catalogue) -> None:
    by_hand = replace(LEDGER, state=ItemState.OPEN, evidence=(Evidence("state", "某人", PERSON),))
    store(catalogue, first(PROMISE, by_hand), second(replace(REPORTS[1], state=ItemState.SETTLED)))
    found = items(catalogue)["二"]
    assert (found.state, found.state_basis) == (ItemState.OPEN, Basis.PERSON)


# --- access ----------------------------------------------------------------------------------------------------


def test_minutes_are_internal_and_their_items_show_to_nobody_else(catalogue: Catalogue) -> None:
    store(catalogue, first(), second(*REPORTS), standard())
    assert items(catalogue, Access.public()) == {}
    assert catalogue.agreed.meetings(Access.public()) == []
    assert len(items(catalogue, Access(frozenset({"public", "internal"})))) == 2


def test_public_minutes_show_nothing_of_internal_documents(catalogue: Catalogue) -> None:
    store(catalogue, first(), access="public")
    store(catalogue, second(*REPORTS))
    store(catalogue, standard(), access="internal")
    public = items(catalogue, Access.public())
    assert [(item.state, item.settled_by, item.note) for item in public.values()] == [(None, None, None)] * 2
    assert items(catalogue)["一"].settled_by == "cn/示例证据标准@2026-06-01~internal"


# --- titles ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("由甲局起草《示例办法》。", ("示例办法",)),
        ("联合印发《甲办法》《乙规定》。", ("甲办法",)),
        ("依照《示例办法》第三条办理。", ()),
        ("制定《示例办法》第三条的口径。", ()),
        ("The Office will publish “Guidance on Proof” by June.", ("Guidance on Proof",)),
    ],
)
def test_an_item_promises_the_titles_that_it_makes(text: str, titles: tuple[str, ...]) -> None:
    assert promised_titles(MinutesItem(text)) == titles


@pytest.mark.parametrize(
    ("title", "bearing"),
    [
        ("示例市证据标准", True),
        ("示例市证据标准（试行）", True),
        ("甲局 乙局关于印发《示例市证据标准》的通知", True),
        ("示例市证据标准解读", False),
        ("证据标准", False),
    ],
)
def test_a_title_is_borne_by_the_document_or_the_notice_that_issues_it(title: str, bearing: bool) -> None:
    assert bears(title, "示例市证据标准") is bearing
