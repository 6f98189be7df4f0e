"""References typed alone into the search box."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.references import Reference, readings


@pytest.mark.parametrize(
    ("query", "name", "number"),
    [
        ("示例法第六十五条", "示例法", "65"),
        ("示例法65条", "示例法", "65"),
        ("第65条 示例法", "示例法", "65"),
        ("示例法 §11", "示例法", "11"),
        ("《示例法》第24条第2款", "示例法", "24"),
        ("示例法第二十二条第三款第（二）项", "示例法", "22"),
        ("示例法第１７条", "示例法", "17"),
        ("示例法第十七条之一", "示例法", "17-1"),
        ("示例法一千一百六十五条", "示例法", "1165"),
        ("示例法第十條", "示例法", "10"),
        ("示〔2020〕7号 第三条", "示〔2020〕7号", "3"),
        ("TRIPS Article 27", "TRIPS", "27"),
        ("Article 27 TRIPS", "TRIPS", "27"),
        ("Article 31(f) of the TRIPS Agreement", "TRIPS Agreement", "31"),
        ("Art. 83 EPC", "EPC", "83"),
        ("§ 9 PatG", "PatG", "9"),
        ("PCT Rule 4.9", "PCT", "R4.9"),
        ("35 USC 112", "35 U.S.C.", "112"),
        ("35 U.S.C. § 112(b)", "35 U.S.C.", "112"),
        ("Paris Convention Article 6bis", "Paris Convention", "6bis"),
        ("특허법 제29조", "특허법", "29"),
        ("特許法第四十八条の三", "特許法", "48-3"),
        ("article L. 122-5 du code", "code", "L122-5"),
    ],
)
def test_a_name_and_a_unit(query: str, name: str, number: str) -> None:
    found = readings(query)[0]
    assert (found.name, found.number) == (name, number)


@pytest.mark.parametrize(
    "query", ["示例法（1992年修正）第十一条", "示例法 1992 第11条", "示例法1992年第十一条"]
)
def test_a_year_beside_the_name_is_tried_too(query: str) -> None:
    assert Reference("示例法", "11", 1992) in readings(query)


@pytest.mark.parametrize("query", ["", "   ", "第五条", "《》", "甲" * 500])
def test_no_reference(query: str) -> None:
    assert all(reading.number is None for reading in readings(query))


@given(st.text(max_size=150))
def test_any_text_is_read_without_fault(query: str) -> None:
    assert len(readings(query)) < 60
