"""Deadlines: what day is meant, counted from the day of the meeting."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.minutes.deadlines import deadline_day, deadlines_in, months_later

MEETING = date(2026, 3, 5)  # a Thursday

DAYS: dict[str, str | None] = {
    "2026年6月30日前": "2026-06-30",
    "２０２６年６月３０日前": "2026-06-30",
    "二〇二六年六月三十日": "2026-06-30",
    "2026-06-30": "2026-06-30",
    "2026.6.30": "2026-06-30",
    "6月30日前": "2026-06-30",
    "1月15日前": "2027-01-15",
    "次年1月15日前": "2027-01-15",
    "明年3月31日以前": "2027-03-31",
    "6月底前": "2026-06-30",
    "六月底": "2026-06-30",
    "2月底前": "2027-02-28",
    "2028年2月底前": "2028-02-29",
    "2026年6月": "2026-06-30",
    "2026年6月前": None,
    "6月中旬前": "2026-06-20",
    "5月上旬": "2026-05-10",
    "本月底前": "2026-03-31",
    "月底前": "2026-03-31",
    "下月底前": "2026-04-30",
    "下个月底前": "2026-04-30",
    "季度末": "2026-03-31",
    "本季度末前": "2026-03-31",
    "下季度末": "2026-06-30",
    "二季度末前": "2026-06-30",
    "第三季度内": "2026-09-30",
    "三季度末前": "2026-09-30",
    "2026年第四季度": "2026-12-31",
    "次年一季度末前": "2027-03-31",
    "三季度前": None,
    "上半年": "2026-06-30",
    "下半年内": "2026-12-31",
    "2027年上半年": "2027-06-30",
    "年底前": "2026-12-31",
    "今年年底前": "2026-12-31",
    "明年年底": "2027-12-31",
    "2026年底前": "2026-12-31",
    "2026年年底前": "2026-12-31",
    "2026年内": "2026-12-31",
    "年内": "2026-12-31",
    "本年度内": "2026-12-31",
    "会后一个月内": "2026-04-05",
    "会议结束后两周内": "2026-03-19",
    "会后三个月内": "2026-06-05",
    "会后15日内": "2026-03-20",
    "自会议召开之日起三十日内": "2026-04-04",
    "本次会议后半个月内": "2026-03-20",
    "会后一个半月内": "2026-04-20",
    "会后半年内": "2026-09-05",
    "一个月内": "2026-04-05",
    "两周内": "2026-03-19",
    "会后10个工作日内": None,
    "收到材料后十日内": None,
    "文件印发之日起一个月内": None,
    "修订计划批准后六个月内": None,
    "下次会议前": None,
    "下一次联席会议召开前": None,
    "春节前": None,
    "尽快": None,
    "下月15日前": "2026-04-15",
    "自本纪要印发之日起30日内": None,
    "长期": None,
    "持续推进": None,
    "每年12月底前": None,
    "每季度末": None,
    "立即": None,
    "本周五前": "2026-03-06",
    "下周一前": "2026-03-09",
    "3月至6月": "2026-06-30",
    "2026年3月10日至6月30日": "2026-06-30",
    "2026年2月30日前": None,
    "2026年13月底前": None,
    "30 June 2026": "2026-06-30",
    "by 30 June 2026": "2026-06-30",
    "by June 30, 2026": "2026-06-30",
    "by June 30": "2026-06-30",
    "15 January": "2027-01-15",
    "by the end of June": "2026-06-30",
    "end of June 2026": "2026-06-30",
    "end-June 2026": "2026-06-30",
    "June 2026": "2026-06-30",
    "by June 2026": None,
    "by the end of Q2": "2026-06-30",
    "Q3 2026": "2026-09-30",
    "third quarter of 2026": "2026-09-30",
    "H2 2026": "2026-12-31",
    "by year-end": "2026-12-31",
    "by the end of the year": "2026-12-31",
    "end of 2027": "2027-12-31",
    "end of the month": "2026-03-31",
    "end of next month": "2026-04-30",
    "end of the quarter": "2026-03-31",
    "within 30 days": "2026-04-04",
    "within 30 days of the meeting": "2026-04-04",
    "within one month": "2026-04-05",
    "within two weeks of the meeting": "2026-03-19",
    "two weeks after the meeting": "2026-03-19",
    "within 30 days of receipt": None,
    "within ten working days": None,
    "within 10 business days": None,
    "next meeting": None,
    "before the next meeting": None,
    "ongoing": None,
    "ASAP": None,
    "TBC": None,
    "30/06/2026": "2026-06-30",
    "06/07/2026": None,
    "": None,
}  # fmt: skip


@pytest.mark.parametrize(("printed", "day"), DAYS.items())
def test_a_printed_deadline_means_a_day_or_none(printed: str, day: str | None) -> None:
    assert deadline_day(printed, MEETING) == (date.fromisoformat(day) if day else None)


SENTENCES: dict[str, tuple[str, str | None] | None] = {
    "由市局牵头，于2026年6月底前完成。": ("2026年6月底前", "2026-06-30"),
    "请各单位于会后一个月内报送材料。": ("会后一个月内", "2026-04-05"),
    "由市局提出方案，三十日内报送。": ("三十日内", "2026-04-04"),
    "争取年底前上线运行。": ("年底前", "2026-12-31"),
    "于文件印发之日起六十日内完成。": ("文件印发之日起六十日内", None),
    "会后10个工作日内反馈意见。": ("会后10个工作日内", None),
    "下次会议前提出建议。": ("下次会议前", None),
    "2026年3月5日召开会议，交流了情况。": None,
    "联席会议第二次会议于2026年9月召开。": None,
    "持续推进信息共享。": None,
    "对2025年以来的案件开展梳理。": None,
    "市局组织两场对接会，第四季度完成。": ("第四季度", "2026-12-31"),
    "2026年一季度挂牌。": ("2026年一季度", "2026-03-31"),
    "会议通报了2025年第四季度案件情况。": None,
    "市局对二季度的案件进行分析。": None,
    "请各单位尽快报送材料。": ("尽快", None),
    "应当在自本纪要印发之日起30日内书面答复。": ("自本纪要印发之日起30日内", None),
    "发现涉嫌犯罪的，应当在三日内通报。": ("三日内", None),
    "The course will be held in the third quarter of 2026.": ("third quarter of 2026", "2026-09-30"),
    "EPO to circulate the draft by 30 June 2026.": ("by 30 June 2026", "2026-06-30"),
    "The Office will reply within 30 days of the meeting.": ("within 30 days of the meeting", "2026-04-04"),
    "The meeting of 5 March 2026 was opened by the chair.": None,
    "The parties may meet again.": None,
}


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items())
def test_a_sentence_names_its_deadline(sentence: str, expected: tuple[str, str | None] | None) -> None:
    found = [
        (sentence[d.start : d.end], d.day.isoformat() if d.day else None)
        for d in deadlines_in(sentence, MEETING)
    ]
    assert found == ([expected] if expected else [])


def test_without_the_meetings_day_only_whole_dates_are_known() -> None:
    assert deadline_day("会后一个月内", None) is None
    assert deadline_day("6月底前", None) is None
    assert deadline_day("2026年6月底前", None) == date(2026, 6, 30)


MEETINGS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(MEETINGS, st.integers(1, 48))
def test_months_are_counted_to_the_same_day_or_the_months_end(meeting: date, months: int) -> None:
    later = months_later(meeting, months)
    assert later is not None
    assert (later.year - meeting.year) * 12 + later.month - meeting.month == months
    assert later.day == meeting.day or (later + timedelta(days=1)).day == 1


@given(
    MEETINGS,
    st.sampled_from(
        [
            d
            for d, day in DAYS.items()
            if day and not d[:4].isdigit() and not re.search("20[0-9]|二〇|２０", d)
        ]
    ),
)
def test_a_deadline_without_a_year_never_lies_before_the_meetings_week(meeting: date, printed: str) -> None:
    day = deadline_day(printed, meeting)
    assert day is None or day >= meeting - timedelta(days=6)


@given(MEETINGS, st.text("年月日前底内会后一二三十个周季度第上下半0123456789 aQbyendofthmr-/", max_size=40))
def test_any_text_is_read_or_not_but_never_breaks(meeting: date, printed: str) -> None:
    deadline_day(printed, meeting)
    for deadline in deadlines_in(printed, meeting):
        assert 0 <= deadline.start < deadline.end <= len(printed)
