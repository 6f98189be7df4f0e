"""The table of names of works."""

from __future__ import annotations

from collections import Counter

import pytest

from corpus.works import OfficialName, WorkName, WorkNames, normalised, work_names

NAMES = work_names()


def test_no_row_stands_twice_and_every_row_names_its_source() -> None:
    rows = Counter((entry.work, entry.name) for entry in NAMES.entries)
    assert [row for row, count in rows.items() if count > 1] == []
    assert [
        entry for entry in NAMES.entries if not (entry.source and entry.language and entry.work.jurisdiction)
    ] == []
    assert len(NAMES.entries) > 800


@pytest.mark.parametrize(
    ("name", "jurisdiction", "title"),
    [
        ("专利法", "CN", "中华人民共和国专利法"),
        ("《專利法》", "CN", "中华人民共和国专利法"),
        ("《中华人民共和国专利法》", None, "中华人民共和国专利法"),
        ("消保法", None, "中华人民共和国消费者权益保护法"),
        ("ＴＲＩＰＳ协定", None, "Agreement on Trade-Related Aspects of Intellectual Property Rights"),
        ("trips agreement", None, "Agreement on Trade-Related Aspects of Intellectual Property Rights"),
        ("巴黎公约", None, "Paris Convention for the Protection of Industrial Property"),
        ("PatG", None, "Patentgesetz"),
        ("Lanham Act", None, "Title 15— COMMERCE AND TRADE, CHAPTER 22— TRADEMARKS"),
        ("35 U.S.C.", None, "Title 35— PATENTS"),
        ("不競法", None, "不正競争防止法"),
        ("Patent Act", "CA", "Patent Act"),
    ],
)
def test_a_name_leads_to_its_work(name: str, jurisdiction: str | None, title: str) -> None:
    assert [work.title for work in NAMES.canonical(name, jurisdiction)] == [title]


def test_an_ambiguous_name_gives_all_its_works() -> None:
    assert {work.jurisdiction for work in NAMES.canonical("专利法")} == {"CN", "TW"}
    assert len({work.jurisdiction for work in NAMES.canonical("Patent Act")}) > 2


def test_an_unknown_name_gives_nothing() -> None:
    assert NAMES.canonical("从来没有的条例") == ()
    assert NAMES.names_of("从来没有的条例") == ()


def test_other_names_of_a_title() -> None:
    assert "专利法" in NAMES.names_of("中华人民共和国专利法")
    assert "中华人民共和国专利法" not in NAMES.names_of("中华人民共和国专利法")


def test_width_case_variants_and_punctuation_do_not_count() -> None:
    assert normalised("《ＡＢ　商標法》（試行）") == normalised("ab商标法(试行)")


def test_a_table_of_ones_own() -> None:
    names = WorkNames([WorkName(OfficialName("CN", "示例条例"), "例条", "zh", "made for this test")])
    assert names.canonical("例条") == (OfficialName("CN", "示例条例"),)
