"""By which title works are called, so that their versions and translations meet."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.model import Identity, Kind
from corpus.same_work import other_language, work_title
from tests.documents import document, source


def identity(
    title: str, jurisdiction: str, kind: Kind = Kind.STATUTE, *names: str, language: str = "en"
) -> Identity:
    return Identity(title, kind, language, jurisdiction, names)


@pytest.mark.parametrize(
    ("given", "title"),
    [
        (identity("Directive 2031/29/EC of the European Parliament and of the Council of 2 May 2031 on samples", "EU"), "Directive 2031/29"),
        (identity("Directive 2031/29/CE du Parlement européen et du Conseil du 2 mai 2031 sur les échantillons", "EU"), "Directive 2031/29"),
        (identity("Richtlinie 2031/29/EG des Europäischen Parlaments und des Rates vom 2. Mai 2031 über Proben", "EU"), "Directive 2031/29"),
        (identity("Council Regulation (EC) No 77/2009 of 26 February 2009 on samples", "EU"), "Regulation 77/2009"),
        (identity("Règlement (UE) n° 77/2009 du Conseil du 26 février 2009 sur les échantillons", "EU"), "Regulation 77/2009"),
        (identity("Commission Implementing Regulation (EU) 2031/7 of 3 May 2031", "EU"), "Regulation 2031/7"),
        (identity("Samples Act", "TW", Kind.STATUTE, "樣品法"), "樣品法"),
        (identity("樣品法", "TW", Kind.STATUTE, "Samples Act"), "樣品法"),
        (identity("Loi sur les brevets", "CA"), "Patent Act"),
        (identity("Sample Convention of May 2, 1901, as revised at Lima on 3 June 1950", "INT", Kind.TREATY), "Sample Convention"),
        (identity("Convention de l'échantillon du 2 mai 1901, révisée à Lima le 3 juin 1950", "INT", Kind.TREATY), "Convention de l'échantillon"),
        (identity("Acte additionnel du 2 mai 1972 portant modification de la Convention des échantillons", "INT", Kind.TREATY), "Convention des échantillons"),
        (identity("Paris Convention", "INT", Kind.TREATY), "Paris Convention for the Protection of Industrial Property"),
        (identity("Patent Cooperation Treaty", "INT", Kind.OTHER), "Patent Cooperation Treaty other"),
        (identity("专利法", "CN", Kind.LAW, language="zh"), "中华人民共和国专利法"),
        (identity("示例市样品条例", "CN", Kind.LOCAL_REGULATION, language="zh"), "示例市样品条例"),
    ],
)  # fmt: skip
def test_titles_of_one_work_come_to_one(given: Identity, title: str) -> None:
    assert work_title(given) == title


@pytest.mark.parametrize(
    ("given", "language"),
    [
        (identity("Loi sur les échantillons", "CA", language="fr"), "fr"),
        (identity("Samples Act", "CA"), None),
        (identity("Samples Act", "TW"), "en"),
        (identity("樣品法", "TW", language="zh-Hant"), None),
        (identity("Sample v Example", "EU", Kind.FOREIGN_CASE, language="fr"), None),
        (identity("Zakon", "HR", language="hr"), None),
    ],
)
def test_a_translation_says_its_language(given: Identity, language: str | None) -> None:
    assert other_language(given) == language


def test_two_languages_are_versions_of_one_work_in_any_order(catalogue: Catalogue) -> None:
    original = document(
        "樣品法", ("甲" * 300,), date(2019, 1, 1), jurisdiction="TW", language="zh-Hant", kind=Kind.STATUTE
    )
    translated = document(
        "Samples Act", ("a " * 300,), date(2019, 1, 1), jurisdiction="TW", language="en", kind=Kind.STATUTE, names=("樣品法",)
    )  # fmt: skip
    for order in ((original, translated), (translated, original)):
        stored = [
            catalogue.writes.store(
                each, source(f"/{each.identity.language}.txt", each.identity.language.encode())
            )
            for each in order
        ]
        assert {each.version for each in stored} == {"tw/樣品法@2019-01-01", "tw/樣品法@2019-01-01~en"}
        assert {each.note for each in stored} == {None}
        assert {version.work for version in catalogue.reads.versions(Access.public())} == {"tw/樣品法"}
        for each in stored:
            catalogue.writes.remove(each.version)
