"""What is doubtful in the record, and that what a person settled is doubtful no more."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.corrections import Change, Part, case_keys, parsed
from corpus.doubts import WEIGHTS
from corpus.evidence import Evidence
from corpus.model import Document, Kind
from corpus.notes import Note
from corpus.records import Digest, Minutes, MinutesItem
from tests.documents import LONG, document, provision, source

ALL = Access.everything()
SURE: dict[str, Any] = {"issuers": ("甲局",)}


def numbered(*numbers: str) -> Document:
    made = document(**SURE)
    listed = [provision(i, n, LONG, fragment=f"{n}-{i}") for i, n in enumerate(numbers)]
    return replace(made, provisions=tuple(listed))


def deleted_run() -> Document:
    """第二条 stands for 第二条至第四条, which were deleted."""
    made = numbered("1", "2", "5")
    first, second, last = made.provisions
    return replace(made, provisions=(first, replace(second, deleted=True), last))


def guideline() -> Document:
    made = numbered("1", "2", "1", "2")
    return replace(made, identity=replace(made.identity, kind=Kind.GUIDELINE))


def reasons(catalogue: Catalogue, given: Document) -> list[str]:
    catalogue.writes.store(given, source())
    return [doubt.reason for each in catalogue.doubts.doubtful(ALL) for doubt in each.reasons]


JUDGED = Digest("甲诉乙案", "CN")
NAME = Note("title: taken from the name", code="title_of_name", name="a.txt")
DAY = Note(
    "adopted: x", code="day_of_metadata", field="adopted", key="k", day="2020-01-02", text="2020-01-01"
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (document(**SURE), []),
        (document(version_on=None, **SURE), ["no_day"]),
        (document(warnings=(NAME,), **SURE), ["title_of_name"]),
        (document(warnings=(DAY,), **SURE), ["days_disagree"]),
        (document(evidence=(Evidence("adopted", "a(2020).txt", "name"),), **SURE), ["day_of_name"]),
        (document(evidence=(Evidence("adopted", "d: 2020", "metadata"),), **SURE), ["day_of_metadata_alone"]),
        (document(kind=Kind.OTHER), ["kind_other"]),
        (document(), ["no_issuer"]),
        (numbered("1", "2", "2", "3"), ["numbers_repeat"]),
        (numbered("1", "2", "5"), ["numbers_lack"]),
        (numbered("1", "2", "2-1", "3"), []),
        (numbered("1", "2", "3", "1", "2"), []),
        (numbered("1", "3", "2", "4"), []),
        (deleted_run(), []),
        (guideline(), []),
        (replace(document(**SURE), confidence=0.7), ["recognised"]),
        (replace(document(**SURE), confidence=0.97), []),
        (document(kind=Kind.GUIDING_CASE), ["no_case"]),
        (replace(document(kind=Kind.GUIDING_CASE), digests=(JUDGED,)), ["no_case_number", "no_court"]),
        (document(kind=Kind.MINUTES), ["no_items"]),
        (
            replace(document(kind=Kind.MINUTES), minutes=Minutes("示例会议", items=(MinutesItem("研究。"),))),
            ["no_meeting_date", "no_lead"],
        ),
    ],
)
def test_each_doubt_has_its_reason(catalogue: Catalogue, given: Document, expected: list[str]) -> None:
    assert reasons(catalogue, given) == expected


def test_a_text_that_differs_from_another_copy_is_doubtful(catalogue: Catalogue) -> None:
    catalogue.writes.store(document(**SURE), source())
    catalogue.writes.store(document(articles=(LONG + "另。",), **SURE), source("/b.txt", b"two"))
    [doubtful] = catalogue.doubts.doubtful(ALL)
    assert [doubt.reason for doubt in doubtful.reasons] == ["differs"]


def test_the_most_doubtful_comes_first(catalogue: Catalogue) -> None:
    catalogue.writes.store(document("甲"), source("/a.txt", b"1"))
    catalogue.writes.store(document("乙", (LONG, "二。"), None), source("/b.txt", b"2"))
    scores = [each.score for each in catalogue.doubts.doubtful(ALL)]
    assert scores == [WEIGHTS["no_day"] + WEIGHTS["no_issuer"], WEIGHTS["no_issuer"]]


@pytest.mark.parametrize(
    ("given", "change"),
    [
        (document(), Change("issuers", ["甲局"])),
        (document(), Change("issuers", [])),
        (document(version_on=None, **SURE), Change("version_on", None)),
        (document(kind=Kind.OTHER), Change("kind", "other")),
        (numbered("1", "5"), Change("articles", None)),
    ],
)
def test_what_was_corrected_or_confirmed_is_not_doubtful(
    catalogue: Catalogue, given: Document, change: Change
) -> None:
    version = catalogue.writes.store(given, source()).version
    assert catalogue.doubts.doubtful(ALL)
    made = catalogue.writes.correct(version, [change], "李四", ALL)
    assert catalogue.doubts.doubtful(ALL) == []
    catalogue.writes.withdraw(made.corrections[0].number, "李四", ALL)
    assert len(catalogue.doubts.doubtful(ALL)) == 1


def test_a_case_is_settled_by_its_key(catalogue: Catalogue) -> None:
    given = replace(document(kind=Kind.GUIDING_CASE), digests=(JUDGED,))
    version = catalogue.writes.store(given, source()).version
    [key] = case_keys([JUDGED])
    changes = [
        Change(name, parsed(name, text, Part.CASE), Part.CASE, key)
        for name, text in (("case_number", "示1号"), ("court", "某院"))
    ]
    catalogue.writes.correct(version, changes, "李四", ALL)
    assert catalogue.doubts.doubtful(ALL) == []


def test_doubts_of_internal_documents_are_for_those_who_may_see_them(catalogue: Catalogue) -> None:
    catalogue.writes.store(document(kind=Kind.MINUTES), source())
    assert catalogue.doubts.doubtful(Access.public()) == []
    assert len(catalogue.doubts.doubtful(ALL)) == 1
