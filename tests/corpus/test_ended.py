"""How one document ends another, whatever came first and whoever may see it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.model import Document, Event, Kind, Status
from corpus.records import Ending, Relation
from tests.documents import LONG, document, source

ALL = Access.everything()
PUBLIC = Access.public()
OLD = "cn/示例管理办法@2020-01-01"
CODE = "cn/示例法典@2024-03-01"


def clause(title: str | None = "示例管理办法", number: str | None = None, on: date | None = None) -> Ending:
    return Ending(Relation.REPEALS, title, number, on, "《示例管理办法》同时废止", 0, 12)


def old(**changes: object) -> Document:
    return document(**{"effective": date(2020, 3, 1), **changes})  # type: ignore[arg-type]


def code(*endings: Ending, title: str = "示例法典", **changes: object) -> Document:
    values: dict[str, object] = {
        "title": title,
        "articles": (f"{LONG}{title}。", "本法自2024年6月1日起施行。"),
        "version_on": date(2024, 3, 1),
        "effective": date(2024, 6, 1),
        **changes,
    }
    return replace(document(**values), endings=endings or (clause(),))  # type: ignore[arg-type]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_repealed_work_ends_on_the_day_the_other_takes_effect(
    catalogue: Catalogue, order: tuple[int, int]
) -> None:
    both = [(old(), source()), (code(), source("/b.txt", b"two"))]
    for place in order:
        catalogue.writes.store(*both[place])
    ended = catalogue.reads.version(OLD, PUBLIC)
    assert ended.valid_to == date(2024, 6, 1)
    assert ended.ended is not None
    assert (ended.ended.by, ended.ended.on, ended.ended.relation) == (
        CODE,
        date(2024, 6, 1),
        Relation.REPEALS,
    )
    assert ended.status(date(2024, 5, 31)) is Status.IN_FORCE
    assert ended.status(date(2024, 6, 1)) is Status.REPEALED
    assert set(catalogue.reads.pending()) == {OLD, CODE}


def test_the_day_of_the_clause_wins(catalogue: Catalogue) -> None:
    catalogue.writes.store(code(clause(on=date(2025, 1, 1))), source("/b.txt", b"two"))
    catalogue.writes.store(old(), source())
    assert catalogue.reads.version(OLD, PUBLIC).valid_to == date(2025, 1, 1)


@pytest.mark.parametrize(
    ("ending", "ended"),
    [
        (clause("中华人民共和国示例管理办法"), True),
        (clause(None, "示令〔2020〕1号"), True),
        (clause("示例管理办法", "示令〔2020〕1号"), True),
        (clause("关于印发示例管理办法的通知", "示令〔2020〕1号"), True),
        (clause("示例管理"), False),
        (clause(None, "示令〔2020〕2号"), False),
    ],
)
def test_only_an_exact_name_or_number_ends(catalogue: Catalogue, ending: Ending, ended: bool) -> None:
    catalogue.writes.store(old(document_number="示令[2020]1号"), source())
    catalogue.writes.store(code(ending), source("/b.txt", b"two"))
    assert (catalogue.reads.version(OLD, PUBLIC).ended is not None) is ended


def test_another_jurisdiction_is_not_meant(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(), source())
    catalogue.writes.store(code(jurisdiction="TW"), source("/b.txt", b"two"))
    assert catalogue.reads.version(OLD, PUBLIC).ended is None


def test_a_name_that_two_works_bear_ends_neither(catalogue: Catalogue) -> None:
    documents = (
        old(title="甲市示例规定", articles=(LONG + "甲",), names=("示例规定",)),
        old(title="乙市示例规定", articles=(LONG + "乙",), names=("示例规定",)),
        code(clause("示例规定")),
    )
    for order in permutations(range(3)):
        for place in order:
            catalogue.writes.store(documents[place], source(f"/{place}.txt", str(place).encode()))
        versions = catalogue.reads.versions(PUBLIC)
        assert all(version.ended is None for version in versions)
        for version in versions:
            catalogue.writes.remove(version.id)


def test_what_comes_later_under_the_same_name_goes_on(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(), source())
    catalogue.writes.store(code(), source("/b.txt", b"two"))
    again = old(version_on=date(2025, 2, 2), effective=date(2025, 3, 1), articles=(LONG + "新",))
    later = catalogue.writes.store(again, source("/c.txt", b"three"))
    assert catalogue.reads.version(later.version, PUBLIC).ended is None
    assert catalogue.reads.version(OLD, PUBLIC).valid_to == date(2024, 6, 1)


def test_a_version_that_was_amended_before_stays_amended(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(), source())
    second = old(version_on=date(2022, 1, 1), effective=date(2022, 2, 1), articles=(LONG + "二",))
    newer = catalogue.writes.store(second, source("/c.txt", b"three"))
    catalogue.writes.store(code(), source("/b.txt", b"two"))
    assert catalogue.reads.version(OLD, PUBLIC).status(date(2026, 1, 1)) is Status.AMENDED
    assert catalogue.reads.version(newer.version, PUBLIC).status(date(2026, 1, 1)) is Status.REPEALED


def test_the_end_goes_with_the_document_that_made_it(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(), source())
    catalogue.writes.store(code(), source("/b.txt", b"two"))
    catalogue.writes.remove(CODE)
    held = catalogue.reads.version(OLD, PUBLIC)
    assert (held.ended, held.valid_to) == (None, None)


def test_a_file_read_anew_without_its_clause_ends_nothing_any_more(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(), source())
    catalogue.writes.store(code(), source("/b.txt", b"two"))
    catalogue.writes.store(replace(code(), endings=()), source("/b.txt", b"two"))
    assert catalogue.reads.version(OLD, PUBLIC).ended is None


def test_an_internal_clause_never_changes_what_the_public_sees(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(), source())
    before = catalogue.reads.version(OLD, PUBLIC)
    catalogue.writes.store(code(), source("/b.txt", b"two"), access="internal")
    assert catalogue.reads.version(OLD, PUBLIC) == before
    assert catalogue.records.endings(PUBLIC) == {}


def test_a_public_clause_ends_internal_copies_too(catalogue: Catalogue) -> None:
    stored = catalogue.writes.store(old(), source(), access="internal")
    catalogue.writes.store(code(), source("/b.txt", b"two"))
    ended = catalogue.reads.version(stored.version, ALL).ended
    assert ended is not None
    assert ended.by == CODE


def test_notices_of_one_title_are_told_apart_by_their_numbers(catalogue: Catalogue) -> None:
    notice = {"title": "关于做好示例工作的通知", "kind": Kind.POLICY, "effective": None}
    first = old(**notice, document_number="示发〔2019〕1号", version_on=date(2019, 1, 1))
    second = old(**notice, document_number="示发〔2021〕7号", articles=(LONG + "二",))
    catalogue.writes.store(first, source())
    stored = catalogue.writes.store(second, source("/c.txt", b"three"))
    catalogue.writes.store(
        code(clause("关于做好示例工作的通知", "示发〔2019〕1号")), source("/b.txt", b"two")
    )
    assert catalogue.reads.version("cn/关于做好示例工作的通知@2019-01-01", PUBLIC).ended is not None
    assert catalogue.reads.version(stored.version, PUBLIC).ended is None


def test_judgments_are_never_ended(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(kind=Kind.JUDGMENT), source())
    catalogue.writes.store(code(), source("/b.txt", b"two"))
    assert catalogue.reads.version(OLD, PUBLIC).ended is None


def test_the_clauses_are_told_with_the_work_that_they_mean(catalogue: Catalogue) -> None:
    catalogue.writes.store(old(), source())
    catalogue.writes.store(code(clause(), clause("不在库中的办法")), source("/b.txt", b"two"))
    told = catalogue.records.endings(PUBLIC, CODE)[CODE]
    assert [(each.ending.title, each.work) for each in told] == [
        ("示例管理办法", "cn/示例管理办法"),
        ("不在库中的办法", None),
    ]


def test_a_change_without_a_version_ends_the_one_before(catalogue: Catalogue) -> None:
    """The history of a later version tells of a change between the two."""
    told = (
        Event("adopted", date(2020, 1, 1)),
        Event("amended", date(2022, 5, 5)),
        Event("amended", date(2024, 4, 4)),
    )
    catalogue.writes.store(old(), source())
    newest = old(
        version_on=date(2024, 4, 4),
        adopted=date(2024, 4, 4),
        effective=None,
        articles=(LONG + "四",),
        events=told,
    )
    stored = catalogue.writes.store(newest, source("/c.txt", b"three"))
    assert catalogue.reads.version(OLD, PUBLIC).valid_to == date(2022, 5, 5)
    middle = old(
        version_on=date(2022, 5, 5), effective=date(2022, 8, 1), articles=(LONG + "二",), events=told[:2]
    )
    between = catalogue.writes.store(middle, source("/d.txt", b"four"))
    assert catalogue.reads.version(OLD, PUBLIC).valid_to == date(2022, 8, 1)
    assert catalogue.reads.version(between.version, PUBLIC).valid_to == date(2024, 4, 4)
    assert catalogue.reads.version(stored.version, PUBLIC).valid_to is None


def test_the_next_version_may_be_in_another_language(catalogue: Catalogue) -> None:
    french = old(
        jurisdiction="INT", language="fr", kind=Kind.TREATY, title="Sample Convention", effective=None
    )
    english = replace(
        french,
        identity=replace(
            french.identity, language="en", version_on=date(2024, 4, 4), adopted=date(2024, 4, 4)
        ),
    )
    stored = catalogue.writes.store(french, source())
    catalogue.writes.store(english, source("/c.txt", b"three"))
    assert catalogue.reads.version(stored.version, PUBLIC).valid_to == date(2024, 4, 4)


def test_the_days_of_one_change_are_no_change_between(catalogue: Catalogue) -> None:
    """A city adopts, the province approves: the history of the later version tells of both days."""
    told = (Event("amended", date(2024, 1, 1)), Event("amended", date(2024, 4, 4)))
    catalogue.writes.store(old(), source())
    newest = old(
        version_on=date(2024, 4, 4), effective=date(2024, 9, 1), articles=(LONG + "四",), events=told
    )
    catalogue.writes.store(newest, source("/c.txt", b"three"))
    assert catalogue.reads.version(OLD, PUBLIC).valid_to == date(2024, 9, 1)


def test_an_act_of_the_union_is_known_by_its_number(catalogue: Catalogue) -> None:
    earlier = old(
        title="Council Regulation (EC) No 77/2009 of 26 February 2009 on samples",
        jurisdiction="EU",
        language="en",
        kind=Kind.STATUTE,
        document_number="77/2009",
    )
    stored = catalogue.writes.store(earlier, source())
    later = code(
        clause("Regulation (EC) No 77/2009", "77/2009"),
        title="Samples Regulation",
        jurisdiction="EU",
        language="en",
    )
    catalogue.writes.store(later, source("/b.txt", b"two"))
    assert catalogue.reads.version(stored.version, PUBLIC).ended is not None
