"""The query language: what is understood, and how a wrong query is told."""

from __future__ import annotations

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.schema import And, Everything, Field, Node, Not, Or, Phrase, Word
from search.query import QueryProblem, parse
from search.query.lexer import LONGEST


def w(text: str) -> Word:
    return Word(text)


TREES: list[tuple[str, Node]] = [
    ("恢复原状", w("恢复原状")),
    ("诉前保全 担保", And((w("诉前保全"), w("担保")))),
    ("甲 AND 乙", And((w("甲"), w("乙")))),
    ("甲 OR 乙 丙", Or((w("甲"), And((w("乙"), w("丙")))))),
    ("(甲 OR 乙) 丙", And((Or((w("甲"), w("乙"))), w("丙")))),
    ("（甲 OR 乙） 丙", And((Or((w("甲"), w("乙"))), w("丙")))),
    ("甲 NOT 乙", And((w("甲"), Not(w("乙"))))),
    ("甲 -乙", And((w("甲"), Not(w("乙"))))),
    ("NOT NOT 甲", w("甲")),
    ("-甲", Not(w("甲"))),
    ('"恢复原状"', Phrase("恢复原状")),
    ("“恢复原状”", Phrase("恢复原状")),
    ("「恢复原状」", Phrase("恢复原状")),
    ("『恢复原状』", Phrase("恢复原状")),
    ('专利"恢复 原状"', And((w("专利"), Phrase("恢复 原状")))),
    ("解释（二）", w("解释（二）")),
    ("35(a)", w("35(a)")),
    ("(解释（二） OR 甲)", Or((w("解释（二）"), w("甲")))),
    ("标题:专利", Word("专利", Field.TITLE)),
    ('文号："法释〔2020〕7号"', Phrase("法释〔2020〕7号", Field.NUMBER)),
    ("well-known", w("well-known")),
    ("and or", And((w("and"), w("or")))),
    ("", Everything()),
    ("   \t", Everything()),
    ("类型:司法解释", Everything()),
    ("《专利法》", w("《专利法》")),
    ("甲\u202e乙", And((w("甲"), w("乙")))),
]


@pytest.mark.parametrize(("query", "tree"), TREES)
def test_a_query_is_understood(query: str, tree: Node) -> None:
    assert parse(query).tree == tree


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("类型:司法解释 专利", {"kind": {"judicial_interpretation"}}),
        ("kind:case 专利", {"kind": {"guiding_case", "typical_case", "judgment", "foreign_case"}}),
        ("类型:法律,行政法规", {"kind": {"law", "administrative_regulation"}}),
        ("类型:法律 类型:政策", {"kind": {"law", "policy"}}),
        ("辖区:cn 主题:商业秘密", {"jurisdiction": {"CN"}, "subject": {"trade_secret"}}),
        ("机关:国家知识产权局 年份:2023", {"issuer": {"国家知识产权局"}, "year": {"2023"}}),
    ],
)
def test_fields_that_narrow_the_answer(query: str, filters: dict[str, set[str]]) -> None:
    assert {facet: set(values) for facet, values in parse(query).filters.items()} == filters


def test_the_day_of_the_law() -> None:
    assert parse("保护期 有效于:2011-05-01").as_of == date(2011, 5, 1)


@pytest.mark.parametrize(
    ("query", "code", "position"),
    [
        ('"恢复原状', "unbalanced_quote", 0),
        ("专利 “恢复", "unbalanced_quote", 3),
        ("(甲 乙", "unbalanced_parenthesis", 0),
        ("甲 OR", "nothing_to_join", 2),
        ("OR 甲", "nothing_to_join", 0),
        ("甲 AND", "nothing_to_join", 2),
        ("甲 AND AND 乙", "nothing_to_join", 2),
        ("NOT", "nothing_to_join", 0),
        ("颜色:红", "unknown_field", 0),
        ("类型:诗歌", "unknown_value", 3),
        ("甲 OR 类型:法律", "filter_inside", 5),
        ("NOT 类型:法律", "filter_inside", 4),
        ("有效于:2011-02-30", "bad_date", 4),
        ("有效于:明天", "bad_date", 4),
        ("标题:(甲)", "empty_field", 0),
        ("(" * 60 + "甲" + ")" * 60, "too_deep", 30),
        ("甲" * (LONGEST + 1), "too_long", LONGEST),
    ],
)
def test_a_wrong_query_names_the_place_and_the_cure(query: str, code: str, position: int) -> None:
    with pytest.raises(QueryProblem) as caught:
        parse(query)
    assert (caught.value.code, caught.value.position) == (code, position)
    assert caught.value.cure


@given(
    st.text(
        alphabet=st.sampled_from('甲乙a1 "“”「」()（）:：-ANDORNOT类型标题,，《》\u202e\x00'), max_size=40
    )
)
def test_no_query_of_such_marks_fails_otherwise(query: str) -> None:
    with contextlib.suppress(QueryProblem):
        parse(query)


@given(st.text(max_size=200))
def test_any_text_is_a_query_or_a_named_problem(query: str) -> None:
    with contextlib.suppress(QueryProblem):
        parse(query)
