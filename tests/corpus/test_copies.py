"""What copies of a version say fills what it leaves open, in whatever order they arrive, and never more than that."""

from __future__ import annotations

import itertools
from datetime import date
from typing import Any

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.corrections import Change
from corpus.doubts import doubts
from corpus.evidence import Evidence
from corpus.model import Document, SourceFile, Version
from tests.documents import LONG, document, source

ALL = Access.everything()
DAY, OTHER = date(2020, 3, 1), date(2020, 5, 1)
VERSION = "cn/示例管理办法@2020-01-01"


def told(**values: Any) -> Document:
    """A document that says these values, with evidence for each."""
    evidence = tuple(Evidence(name, f"据{name}", "text", 1, 3) for name in values)
    return document(evidence=evidence, **values)


def at(name: str) -> SourceFile:
    return source(f"/文件/{name}.txt", name.encode())


def store(catalogue: Catalogue, *given: tuple[str, Document]) -> Version:
    for name, each in given:
        catalogue.writes.store(each, at(name))
    return catalogue.reads.version(VERSION, ALL)


PLAIN = ("a", told())
FULL = (
    "b",
    told(
        effective=DAY,
        promulgated=date(2020, 1, 5),
        document_number="示发〔2020〕1号",
        issuers=("示例局",),
        names=("示例法",),
    ),
)
LATER = ("c", told(effective=OTHER, names=("示范法",)))


@pytest.mark.parametrize("order", list(itertools.permutations((PLAIN, FULL))))
def test_what_only_a_copy_says_fills_what_is_open(
    catalogue: Catalogue, order: tuple[tuple[str, Document], ...]
) -> None:
    version = store(catalogue, *order)
    identity = version.identity
    assert (identity.effective, identity.promulgated) == (DAY, date(2020, 1, 5))
    assert (identity.document_number, identity.issuers, identity.names) == (
        "示发〔2020〕1号",
        ("示例局",),
        ("示例法",),
    )
    assert version.valid_from == DAY
    assert [each.work for each in catalogue.reads.named(["示例法"], ALL)] == [version.work]
    assert [each.id for each in catalogue.reads.numbered("示发〔2020〕1号", ALL)] == [VERSION]
    assert identity.warnings == ()


def test_filled_values_name_the_copy_that_says_them(catalogue: Catalogue) -> None:
    identity = store(catalogue, PLAIN, FULL).identity
    filled = {e.field: e.source for e in identity.evidence if e.source}
    assert set(filled) == {"effective", "promulgated", "document_number", "issuers", "names"}
    assert set(filled.values()) == {"/文件/b.txt"}


@pytest.mark.parametrize("order", list(itertools.permutations((PLAIN, FULL, LATER))))
def test_of_several_copies_the_first_by_location_fills_in_any_order(
    catalogue: Catalogue, order: tuple[tuple[str, Document], ...]
) -> None:
    given = [("1甲", PLAIN[1]), ("2乙", FULL[1]), ("3丙", LATER[1])]
    by_document = {id(each): name for name, each in given}
    for _, each in order:
        catalogue.writes.store(each, at(by_document[id(each)]))
    for name, each in given:  # the leading copy is read again: then all is as if it had come first
        catalogue.writes.store(each, at(name))
    identity = catalogue.reads.version(VERSION, ALL).identity
    assert set(identity.names) == {"示例法", "示范法"}
    days = {DAY: OTHER, OTHER: DAY}
    assert identity.effective is not None
    (warning,) = identity.warnings
    assert days[identity.effective].isoformat() in warning


def test_a_copy_that_disagrees_is_reported_and_changes_nothing(catalogue: Catalogue) -> None:
    version = store(catalogue, FULL, ("d", told(effective=OTHER)))
    assert version.identity.effective == DAY
    (warning,) = version.identity.warnings
    assert "d.txt" in warning
    assert "days_disagree" in [doubt.reason for doubt in doubts(version, (), None, ())]


def test_reading_again_changes_nothing(catalogue: Catalogue) -> None:
    before = store(catalogue, PLAIN, FULL)
    catalogue.writes.settle(catalogue.reads.pending())
    for name, each in (FULL, PLAIN):
        assert catalogue.writes.store(each, at(name)).status == "unchanged"
    assert catalogue.reads.pending() == {}
    assert catalogue.reads.version(VERSION, ALL) == before


def test_the_index_hears_of_what_is_filled_in(catalogue: Catalogue) -> None:
    store(catalogue, PLAIN)
    catalogue.writes.settle(catalogue.reads.pending())
    store(catalogue, FULL)
    assert set(catalogue.reads.pending()) == {VERSION}


def test_what_a_copy_said_goes_when_it_leaves(catalogue: Catalogue) -> None:
    store(catalogue, PLAIN, FULL)
    catalogue.writes.store(document("另一办法", (LONG + "甲", "乙")), at("b"))
    identity = catalogue.reads.version(VERSION, ALL).identity
    assert (identity.effective, identity.names, identity.evidence) == (None, (), ())
    assert catalogue.reads.named(["示例法"], ALL) == []


def test_what_a_copy_says_follows_it_when_it_is_read_again(catalogue: Catalogue) -> None:
    store(catalogue, PLAIN, FULL)
    assert store(catalogue, ("b", told(effective=OTHER))).identity.effective == OTHER
    assert store(catalogue, ("b", told())).identity.effective is None


def test_a_value_without_evidence_fills_nothing(catalogue: Catalogue) -> None:
    assert store(catalogue, PLAIN, ("b", document(effective=DAY))).identity.effective is None


def test_nothing_internal_fills_what_is_public(catalogue: Catalogue) -> None:
    store(catalogue, PLAIN)
    catalogue.writes.store(FULL[1], at("密"), "internal")
    assert catalogue.reads.version(VERSION, ALL).identity.effective is None
    internal = catalogue.reads.version(f"{VERSION}~internal", ALL)
    assert internal.identity.effective == DAY


def test_a_person_has_the_last_word(catalogue: Catalogue) -> None:
    store(catalogue, PLAIN, FULL)
    own = date(2021, 1, 1)
    made = catalogue.writes.correct(VERSION, [Change("effective", own.isoformat())], "某人", ALL)
    assert made.corrections[0].before == DAY.isoformat()
    now = catalogue.reads.version(VERSION, ALL).identity
    assert (now.effective, now.names, now.warnings) == (own, ("示例法",), ())
    assert store(catalogue, FULL, PLAIN).identity.effective == own
    catalogue.writes.withdraw(made.corrections[0].number, "某人", ALL)
    assert catalogue.reads.version(VERSION, ALL).identity.effective == DAY


def test_what_a_person_left_open_stays_open(catalogue: Catalogue) -> None:
    store(catalogue, PLAIN, FULL)
    catalogue.writes.correct(VERSION, [Change("effective", None)], "某人", ALL)
    assert catalogue.reads.version(VERSION, ALL).identity.effective is None


def test_a_copy_dates_what_names_no_day(catalogue: Catalogue) -> None:
    undated = document(version_on=None)
    first = catalogue.writes.store(undated, at("a"))
    dated = document(evidence=(Evidence("adopted", "据", "text", 1, 2),))
    assert catalogue.writes.store(dated, at("b")).version == first.version
    held = catalogue.reads.version(first.version, ALL)
    assert (held.identity.version_on, held.follows_on) == (date(2020, 1, 1), date(2020, 1, 1))
    assert {e.field for e in held.identity.evidence if e.source} == {"adopted", "version_on"}
    assert catalogue.writes.store(undated, at("a")).status == "unchanged"
    assert catalogue.reads.version(first.version, ALL) == held
