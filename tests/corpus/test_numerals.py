"""Numerals and dates of legal texts."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numerals import chinese_number, english_number, find_dates, parse_date, roman_number, to_roman

DIGITS = "〇一二三四五六七八九"


def in_han(value: int) -> str:
    """A number below ten thousand as Chinese statutes print it."""
    text, zero = "", False
    for size, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, size)
        if digit:
            text += ("零" if zero else "") + DIGITS[digit] + unit
            zero = False
        elif text and value:
            zero = True
    return text.replace("一十", "十", 1) if text.startswith("一十") else text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千一百六十五", 1165),
        ("二〇二三", 2023),
        ("廿一", 21),
        ("〇零○", 0),
        ("壹佰贰拾叁", 123),
        ("貳拾參", 23),
        ("１２", 12),
        ("百二十一", 121),
        ("二百五十万", 2_500_000),
        ("三十五", 35),
        ("제", None),
        ("十十", None),
        ("十百", None),
        ("一二十", None),
        ("", None),
        ("第三", None),
        ("一" * 70, None),
    ],
)
def test_chinese_numerals(text: str, value: int | None) -> None:
    assert chinese_number(text) == value


@given(st.integers(min_value=1, max_value=9999))
def test_chinese_numerals_come_back(value: int) -> None:
    assert chinese_number(in_han(value)) == value
    assert chinese_number("".join(DIGITS[int(digit)] for digit in str(value))) == value


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numerals_come_back(value: int) -> None:
    assert roman_number(to_roman(value)) == value
    assert roman_number(to_roman(value).upper()) == value


@pytest.mark.parametrize(
    ("text", "value"), [("Ⅳ", 4), ("IIII", None), ("IC", None), ("", None), ("mix", 1009), ("x1", None)]
)
def test_roman_numerals(text: str, value: int | None) -> None:
    assert roman_number(text) == value


@pytest.mark.parametrize(("value", "hint"), [(0, "0"), (4000, "4000")])
def test_no_roman_numeral_outside_the_range(value: int, hint: str) -> None:
    with pytest.raises(ValueError, match=hint):
        to_roman(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Eleven", 11),
        ("twenty-first", 21),
        ("ninety nine", 99),
        ("thirtieth", 30),
        ("lots", None),
        ("fifth one", None),
    ],
)
def test_english_numerals(text: str, value: int | None) -> None:
    assert english_number(text) == value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1991 年 4 月 9 日", date(1991, 4, 9)),
        ("一九七九年七月一日", date(1979, 7, 1)),
        ("二００六年十一月十日", date(2006, 11, 10)),
        ("2020.07.31", date(2020, 7, 31)),
        ("2020-07-31", date(2020, 7, 31)),
        ("２０２０年１０月１７日", date(2020, 10, 17)),
        ("201O年12月1日", date(2010, 12, 1)),
        ("中華民國 100 年 12 月 21 日", date(2011, 12, 21)),
        ("民國一百零三年一月二十二日", date(2014, 1, 22)),
        ("令和元年五月十日", date(2019, 5, 10)),
        ("平成１７年４月１日", date(2005, 4, 1)),
        ("昭和三十四年四月十三日", date(1959, 4, 13)),
        ("8. Oktober 2017", date(2017, 10, 8)),
        ("8.10.2017", date(2017, 10, 8)),
        ("le 3 juillet 1992", date(1992, 7, 3)),
        ("1er juillet 1992", date(1992, 7, 1)),
        ("24 de julio de 2015", date(2015, 7, 24)),
        ("March 20, 1883", date(1883, 3, 20)),
        ("20 March 1883", date(1883, 3, 20)),
        ("20th day of March, 1883", date(1883, 3, 20)),
        ("14 juli 1967", date(1967, 7, 14)),
        ("2025년 11월 11일", date(2025, 11, 11)),
        ("2025. 11. 11.", date(2025, 11, 11)),
        ("20190417", date(2019, 4, 17)),
        ("2026-07-02 09:01:42", date(2026, 7, 2)),
        ("fifth day of October one thousand nine hundred and seventy-three", date(1973, 10, 5)),
        ("le dix novembre mil neuf cent soixante-douze", date(1972, 11, 10)),
        ("２０２０年", None),
        ("2020年2月30日", None),
        ("2019-13-01", None),
        ("31.04.2020", None),
        ("thirty-first day of April, 1999", None),
        ("soon", None),
    ],
)
def test_dates(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@given(st.dates(min_value=date(1500, 1, 1), max_value=date(2199, 12, 31)))
def test_dates_come_back_in_every_form(day: date) -> None:
    han = (
        "".join(DIGITS[int(digit)] for digit in str(day.year)) + f"年{in_han(day.month)}月{in_han(day.day)}日"
    )
    forms = [
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        han,
        f"{day:%d.%m.%Y}",
        f"{day.day} {day:%B} {day.year}",
    ]
    assert [parse_date(form) for form in forms] == [day] * len(forms)


@given(st.text(alphabet="0123456789年月日.-/ 一二十〇民國of March", max_size=60))
def test_places_of_dates_are_exact_and_in_order(text: str) -> None:
    last = 0
    for start, end, day in find_dates(text):
        assert last <= start < end <= len(text)
        assert parse_date(text[start:end]) == day
        last = end


def test_dates_in_a_sentence() -> None:
    text = "（2001年3月1日发布，根据２０１１年１月８日的决定修订）版本 2.1.2020.4 不是日期"
    assert [day for _, _, day in find_dates(text)] == [date(2001, 3, 1), date(2011, 1, 8)]
