"""Which tables and lines list pairs of terms. All texts are written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.ids import checksum
from corpus.model import Document, Kind, SourceFile
from corpus.records import Term
from ingest.clean import clean
from ingest.identify import identify
from ingest.read import read
from ingest.terms import language_of, terms_of


def terms(text: str, name: str, kind: Kind | None = None) -> tuple[Term, ...]:
    content = text.encode()
    source = SourceFile(name, content, checksum(content))
    reading = clean(read(source))
    identity = identify(reading, source)
    if kind is not None:
        assert identity.kind is kind
    found = terms_of(Document(identity, (), reading.format), reading)
    for term in found:
        assert 0 <= term.start < term.end <= len(reading.text)
    return found


def pairs(found: tuple[Term, ...]) -> list[tuple[str, str, str, str]]:
    return [(each.language, each.term, each.other_language, each.other_term) for each in found]


TWO = [("zh", "样品", "en", "sample"), ("zh", "寄存", "en", "deposit")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "zh,en\n样品,sample\n寄存,deposit\n"),
        ("a.tsv", "编号\t中文术语\tEnglish term\t备注\n1\t样品\tsample\t甲\n2\t寄存\tdeposit\t\n"),
        ("a.csv", "术语,译名\n样品,sample\n寄存,deposit\n"),
        ("a.json", '[{"zh": "样品", "en": "sample"}, {"zh": "寄存", "en": "deposit"}]'),
        ("a.json", '{"样品": "sample", "寄存": "deposit"}'),
        ("术语表.md", "# 样品管理术语对照表\n\n| 中文 | 英文 |\n|---|---|\n| 样品 | sample |\n| 寄存 | deposit |\n"),
        ("术语表.md", "# 样品管理术语对照表\n\n- 样品（sample）\n- 寄存（deposit）\n"),
        ("术语表.txt", "样品管理术语对照表\n\n样品 sample\n\n寄存 deposit\n"),
    ],
)  # fmt: skip
def test_pairs_stand_in_tables_and_lines_of_a_glossary(name: str, text: str) -> None:
    assert pairs(terms(text, name, Kind.GLOSSARY)) == TWO


def test_a_table_with_named_languages_counts_in_any_document() -> None:
    text = (
        "# 示例局样品审查指南\n\n第一条 为了规范样品审查，制定本指南。\n\n附录 中英文对照表\n\n"
        "| 中文 | 英文 |\n|---|---|\n| 样品 | sample |\n| 寄存 | deposit |\n"
    )
    assert pairs(terms(text, "a.md")) == TWO


def test_three_languages_are_pairs_with_the_first() -> None:
    text = "en,fr,de\nsample,échantillon,Probe\ndeposit,dépôt,Hinterlegung\n"
    assert pairs(terms(text, "a.csv"))[:2] == [
        ("en", "sample", "de", "Probe"),
        ("en", "sample", "fr", "échantillon"),
    ]


def test_traditional_characters_are_told_from_simplified_ones() -> None:
    assert {each.language for each in terms("zh,en\n樣品,sample\n專利權,patent right\n", "a.csv")} == {
        "zh-Hant"
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "term,meaning\nsample,a thing that stands for others\ndeposit,the act of leaving it\n"),
        ("a.csv", "zh,en\n" + "".join(f"第{i}条规定，样品应当寄存。,Samples are deposited. See article {i}.\n" for i in range(9))),
        ("a.md", "# 示例管理办法\n\n第一条 为了规范样品（sample）管理，制定本办法。\n\n第二条 样品（sample）应当寄存。\n"),
        ("a.json", '{"Acad.": ["Academy"], "Admin.": ["Administration"]}'),
    ],
)  # fmt: skip
def test_one_language_sentences_and_definitions_give_none(name: str, text: str) -> None:
    assert terms(text, name) == ()


@pytest.mark.parametrize(
    ("name", "language"),
    [("中文名称", "zh"), ("EN", "en"), ("English term", "en"), ("日文", "ja"), ("备注", None), ("", None)],
)
def test_columns_are_named_by_language(name: str, language: str | None) -> None:
    assert language_of(name) == language


@settings(deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=4), max_size=8))
def test_any_table_is_read_in_its_bounds(rows: list[list[str]]) -> None:
    text = "zh\ten\n样品\tsample\n" + "\n".join(
        "\t".join(cell.replace("\t", " ") for cell in row) for row in rows
    )
    terms(text.replace("\x00", ""), "a.tsv")
