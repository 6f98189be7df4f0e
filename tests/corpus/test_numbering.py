"""Normalised numbers: one form for what a citation and a heading print in many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numbering import (
    LATIN_MULTIPLES,
    article_number,
    container_number,
    item_number,
    main_number,
    order_key,
)

ARTICLES = [
    ("第七十一条", "71"),
    ("第７１条", "71"),
    ("第十七条之一", "17-1"),
    ("第一百二十条之六", "120-6"),
    ("第四十八条の三", "48-3"),
    ("第百八十四条の二の三", "184-2-3"),
    ("第 5-1 條", "5-1"),
    ("제140조의2", "140-2"),
    ("제29조", "29"),
    ("Article 6bis", "6bis"),
    ("Article  6 bis", "6bis"),
    ("ARTICLE 18.46", "18.46"),
    ("Article premier", "1"),
    ("Article XVII", "17"),
    ("Article IVbis", "4bis"),
    ("Artículo 5.", "5"),
    ("Art. 12a", "12a"),
    ("Article L. 121-1", "L121-1"),
    ("Article L121-1", "L121-1"),
    ("Article R*613-1", "R613-1"),
    ("5A", "5A"),
    ("§ 44b", "44b"),
    ("§ 1051.", "1051"),
    ("14.01", "14.01"),
    ("Rule 43bis", "R43bis"),
    ("Rule 43bis.1", "R43bis.1"),
    ("Regel 26ter", "R26ter"),
    ("5.1", "5.1"),
    ("问题3", "问题3"),
    ("问题十二：", "问题12"),
    ("", None),
    ("Article", None),
    ("第三人", None),
    ("Articles of association", None),
    ("9" * 200, None),
]


@pytest.mark.parametrize(("printed", "number"), ARTICLES)
def test_article_number(printed: str, number: str | None) -> None:
    assert article_number(printed) == number


@pytest.mark.parametrize(
    ("printed", "number"), [("一、", "一"), ("十二", "十二"), ("（3）", "3"), ("甲", None)]
)
def test_item_number(printed: str, number: str | None) -> None:
    assert item_number(printed) == number


@pytest.mark.parametrize(
    ("numeral", "number"),
    [
        ("十二", "12"),
        ("IV", "4"),
        ("3", "3"),
        ("Ier", "1"),
        ("premier", "1"),
        ("tercero", "3"),
        ("2A", "2A"),
        ("?", None),
    ],
)
def test_container_number(numeral: str, number: str | None) -> None:
    assert container_number(numeral) == number


@pytest.mark.parametrize(
    "rising",
    [
        ["4", "4bis", "4ter", "5", "5quater", "6"],
        ["17", "17-1", "17-2", "18"],
        ["5", "5.1", "5.1.1", "5.2", "10"],
        ["一", "二", "九", "十", "十一"],
        ["问题1", "问题2", "问题10"],
        ["R4", "R26bis", "R96"],
    ],
)
def test_numbers_sort_as_articles_stand(rising: list[str]) -> None:
    assert sorted({*rising}, key=order_key) == rising


@pytest.mark.parametrize(
    ("number", "main"), [("R43bis", 43), ("17-1", 17), ("三", 3), ("问题4", 4), ("A", 0)]
)
def test_main_number(number: str, main: int) -> None:
    assert main_number(number) == main


@given(st.integers(1, 9999), st.sampled_from(["", *LATIN_MULTIPLES]))
def test_a_latin_number_comes_back_from_every_way_of_printing_it(value: int, multiple: str) -> None:
    for form in ("Article {}{}", "art. {} {}", "§ {}{}", "{}{}"):
        assert article_number(form.format(value, multiple)) == f"{value}{multiple}"
    assert article_number(f"Rule {value}{multiple}") == f"R{value}{multiple}"


@given(st.integers(1, 9999), st.integers(1, 99))
def test_a_number_put_in_behind_another_keeps_both(value: int, inserted: int) -> None:
    for form in ("第{}条之{}", "第{}条の{}", "제{}조의{}", "第 {}-{} 條"):
        assert article_number(form.format(value, inserted)) == f"{value}-{inserted}"


@given(st.text(max_size=120))
def test_any_text_gives_a_number_without_blanks_or_nothing(text: str) -> None:
    number = article_number(text)
    assert number is None or (number and number == "".join(number.split()))
    order_key(text)
