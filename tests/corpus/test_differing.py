"""What is said of a text that differs from another copy of the same day."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.catalogue import Catalogue
from corpus.catalogue.differing import difference
from corpus.notes import Note
from tests.documents import LONG, document, source


def told(new: tuple[str, ...], old: tuple[str, ...]) -> tuple[int, list[str]]:
    found = difference(document(articles=new).provisions, document(articles=old).provisions)
    return found.count, [number for number, _, _ in found.shown]


@pytest.mark.parametrize(
    ("new", "old", "expected"),
    [
        (("甲。", "乙。"), ("甲。", "乙。"), (0, [])),
        (("甲，乙。",), ("甲、 乙．",), (0, [])),
        (("甲乙。", "丙。"), ("甲丁。", "丙。"), (1, ["1"])),
        (("甲。", "乙。", "丙。"), ("甲。", "乙。"), (1, ["3"])),
        (("甲。",), ("甲。", "乙。"), (1, ["2"])),
        (tuple(f"甲{i}。" for i in range(9)), tuple(f"乙{i}。" for i in range(9)), (9, ["1", "2", "3", "4", "5"])),
    ],
)  # fmt: skip
def test_articles_that_differ_are_named(
    new: tuple[str, ...], old: tuple[str, ...], expected: tuple[int, list[str]]
) -> None:
    assert told(new, old) == expected


def test_a_few_words_of_both_are_shown() -> None:
    found = difference(
        document(articles=("当事人应当在三十日内提交样品并说明理由，逾期不受理。",)).provisions,
        document(articles=("当事人应当在三个月内提交样品并说明理由，逾期不受理。",)).provisions,
    )
    ((number, new, old),) = found.shown
    assert number == "1"
    assert "三十日内" in new
    assert "三个月内" in old
    assert len(str(found)) < 120


def test_the_report_of_a_differing_copy_says_where(catalogue: Catalogue) -> None:
    catalogue.writes.store(document(), source())
    changed = document(articles=(LONG.replace("说明理由", "说明缘由"), "本办法自公布之日起施行。"))
    note = catalogue.writes.store(changed, source("/b.txt", b"two")).note
    assert isinstance(note, Note)
    assert note.facts["version"] == "cn/示例管理办法@2020-01-01"
    assert note.facts["count"] == 1
    assert "缘由" in str(note.facts["difference"])


def test_a_later_day_is_another_version_and_no_difference(catalogue: Catalogue) -> None:
    catalogue.writes.store(document(), source())
    later = document(articles=(LONG + "新",), version_on=date(2021, 1, 1))
    assert catalogue.writes.store(later, source("/b.txt", b"two")).note is None


def test_catchwords_of_an_edition_make_no_difference(catalogue: Catalogue) -> None:
    catalogue.writes.store(document(), source())
    edition = document(articles=(f"【样品管理】{LONG}", "【施行日期】本办法自公布之日起施行。"))
    assert catalogue.writes.store(edition, source("/b.txt", b"two")).status == "copy"
