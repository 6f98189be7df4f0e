"""The forms in which minutes print deadlines, Chinese and English: tables that ``deadlines`` reads."""

from __future__ import annotations

import itertools
import re

WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
"""Full-width characters to ASCII, one to one, so that offsets stay."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul"),
            *("august aug", "september sept sep", "october oct", "november nov", "december dec"),
        ),
        start=1,
    )
    for name in names.split()
}
NUMBERS = {
    **{"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "上": 1, "下": 2},
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4},
}
WEEKDAYS = {
    **{"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6, "末": 6},
    **{"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6},
}
UNITS = {
    **dict.fromkeys(("日", "天", "自然日", "day", "calendar day"), (1, 0)),
    **dict.fromkeys(("周", "星期", "礼拜", "week"), (7, 0)),
    **dict.fromkeys(("月", "month", "calendar month"), (0, 1)),
    **dict.fromkeys(("季度", "quarter"), (0, 3)),
    **dict.fromkeys(("年", "year"), (0, 12)),
}
"""Units as days and months. Working days are none of them: public holidays decide."""

_N = r"(?:\d{1,3}|[一二两三四五六七八九十百]{1,4})"
_DIGITS = r"(?:\d{4}|[〇零○一二三四五六七八九]{4})"
_YEAR = (
    rf"(?:(?<!\d)(?P<year>{_DIGITS})\s?年度?|(?P<this>今年|本年度?|当年)"
    r"|(?P<next>明年|次年|来年|翌年|下一?年度?))?\s?的?"
)
_PERIOD = re.compile(r"半年$|季度$|\bquarter(?:\sof\s\d{4})?$|^Q[1-4]\b|\bhalf\sof\b", re.IGNORECASE)
_NO_PERIOD = re.compile(
    r"\s?(?:的|工作|案件|情况|数据|会议|例会|以来|累计|总结|报告|统计|新增|同比|[a-z]+\sresults)"
)
_END = r"(?P<end>月?底|月?末|终|份?内|份[底末]|之内|以内)?"
_UNTIL = r"\s?(?P<until>之?前|以前|止)?"
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_ORDINAL = r"first|second|third|fourth|last|1st|2nd|3rd|4th"
_OF_YEAR = r"(?:\s?(?:of\s|/|,)?\s?(?P<year>\d{4})(?!\d))?"

UNTIL = re.compile(r"\s?(?:之前|以前|前|止)")


def _form(pattern: str) -> re.Pattern[str]:
    """A form whose groups may share a name: each gets a number of its own behind it."""
    numbers = itertools.count(1)
    named = re.sub(r"\(\?P<([a-z]+)>", lambda group: f"(?P<{group[1]}{next(numbers)}>", pattern)
    return re.compile(named, re.IGNORECASE)


MOMENTS: dict[str, re.Pattern[str]] = {
    name: _form(pattern)
    for name, pattern in {
        "han day": rf"{_YEAR}(?P<month>{_N})\s?月\s?(?P<day>{_N})\s?[日号]{_UNTIL}",
        "han month": rf"{_YEAR}(?<!个)(?P<month>{_N})\s?月(?!\s?\d)份?(?P<third>[上中下]旬)?{_END}{_UNTIL}",
        "this month": rf"(?:(?P<which>本|当|下个?|次)月(?:\s?(?P<day>{_N})\s?[日号])?(?P<third>[上中下]旬)?{_END}{_UNTIL}"
        rf"|(?<![\d一二三四五六七八九十个两])(?:月(?P<end>底|末|内)|(?P<third>[中下]旬)){_UNTIL})",
        "quarter": rf"{_YEAR}(?P<quarter>第?[一二三四1-4]|本|当|下一?)个?季度?{_END}{_UNTIL}"
        rf"|(?<![一二三四1-4本当下个])季度?(?P<end>末|底|内)(?P<quarter>){_UNTIL}"
        rf"|\bQ(?P<quarter>[1-4]){_OF_YEAR}"
        rf"|(?P<quarter>{_ORDINAL}|this|next|current|the)\squarter(?:\s?(?:of\s|/)?(?P<year>\d{{4}}))?",
        "half": rf"{_YEAR}(?P<half>[上下])半年{_END}{_UNTIL}"
        rf"|\bH(?P<half>[12]){_OF_YEAR}|(?P<half>first|second)\shalf(?:\sof\s(?:the\syear|(?P<year>\d{{4}})))?",
        "year end": rf"(?:(?<!\d)(?P<year>{_DIGITS})\s?年?度?|(?P<this>今|本|当)年?度?|(?P<next>明|次|来|翌|下一?)年?度?)\s?年?[底末内终]{_UNTIL}"
        rf"|年度?[底末内终]{_UNTIL}|end[\s-](?:of\s)?(?P<year>\d{{4}})\b|\byear[\s-]end(?:\s(?P<year>\d{{4}}))?|\bEOY\b",
        "week": r"(?P<which>本|这|下下|下)(?:周|星期)(?P<day>[一二三四五六日天末])?(?:内|之?前|以前)?"
        r"|(?P<which>this|next)\s(?:week|(?P<day>monday|tuesday|wednesday|thursday|friday))"
        r"|end\sof\s(?:the|(?P<which>this|next))\sweek",
        "english day": rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})(?:,?\s(?P<year>\d{{4}}))?"
        rf"|\b(?P<month>{_MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,?\s(?P<year>\d{{4}}))?",
        "english month": rf"(?:(?P<by>by|before)\s)?(?:the\s)?(?P<end>end[\s-](?:of\s)?)?\b(?P<month>{_MONTH})(?:\s(?P<year>\d{{4}}))?(?!\s?\d)",
        "english period": r"end\sof\s(?:the|(?P<which>this|next|current))\s(?P<unit>month|calendar\syear|year)",
        "slashed": r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?!\d)",
    }.items()
}

SPANS: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"(?P<number>半|{_N})\s?个?(?P<half>半)?\s?(?P<unit>工作日|交易日|自然日|日|天|周|星期|礼拜|月|季度|年)(?:时间)?(?:之内|以内|内)"
    ),
    re.compile(
        rf"(?<=后)(?P<number>半|{_N})\s?个?(?P<half>半)?\s?(?P<unit>工作日|自然日|日|天|周|星期|月|年)(?!度)"
    ),
    re.compile(
        r"\bwithin\s(?P<number>\d{1,3}|[a-z]{1,9}(?:-[a-z]{1,6})?)\s(?P<unit>(?:(?:calendar|working|business)\s)?(?:day|week|month|quarter|year)s?)\b"
        r"(?P<after>\s(?:of|after|from|following)\s[a-z' ]{1,60})?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<number>\b\d{1,3}|\b[a-z]{1,9}(?:-[a-z]{1,6})?)\s(?P<unit>(?:(?:calendar|working|business)\s)?(?:day|week|month|quarter|year)s?)"
        r"(?P<after>\s(?:after|from|following)\s[a-z' ]{1,60})",
        re.IGNORECASE,
    ),
)
"""Spans of time. What they are counted from stands before them in Chinese, behind them in English."""

LONGEST_ANCHOR = 24
ANCHOR = re.compile(r"(?:自|从)?[^，,。；;：:、\s（(于]{0,18}(?:之?后|之日起|当日起|起)的?\s?$")
FROM_MEETING = re.compile(
    r"(?:自|从)?(?:本次|此次|该次|这次)?(?:联席|专题|会商|协调|工作)?(?:会议?(?:结束|召开|闭幕|举行)?(?:之?后|之日起|当日起|起)|散会后|会商后)的?\s?"
    r"|(?:of|after|from|following)\s(?:(?:the|this)\s)?(?:(?:date|day|close|end)\sof\s)?(?:(?:the|this)\s)?(?:joint\s)?(?:meeting|session|consultation|today)",
    re.IGNORECASE,
)

ON_CONDITION = re.compile(r"(?:的|时|之?后)[，,][^，,。；;]{0,14}$")
"""Before a span: a clause with the event from which it is counted, ``发现…的，应当在三日内``."""

UNKNOWN = re.compile(
    r"(?:下一?次|下届|下一轮)[^，。；\s]{0,8}(?:会议?|会商)(?:召开)?(?:之?前|以前)?|长期(?:坚持|推进|开展)?|常态化|持续(?:推进)?|(?<=[，,于在])(?:[今明]年)?(?:(?![月季年底末日周旬])[一-龥]){2,8}之?前(?=(?:完成|提交|报送|印发|发放|出台|上线|建成))|另行(?:通知|商定|确定)|尽快|尽早|(?:春节|元旦|清明|“?五一”?|端午|中秋|国庆)(?:节|假期|长假)?之?(?:前|以前)"
    r"|(?:before|by|at|prior\sto|in\stime\sfor)\s(?:the\s|our\s)?next\s(?:joint\s|regular\s|plenary\s)?(?:meeting|session)"
    r"|\bongoing\b|\bcontinuous(?:ly)?\b|\bASAP\b|as\ssoon\sas\spossible|\bto\sbe\s(?:agreed|confirmed|determined)\b|\bTB[CD]\b",
    re.IGNORECASE,
)
"""Deadlines that name no day."""

RECURRING = re.compile(
    r"每(?:年|半年|季度?|月|周|个)|逐[年月]|\b(?:every|each|annually|monthly|quarterly|per)\b", re.IGNORECASE
)

LIMIT_WORDS = re.compile(
    r"(?:\b(?:by|before|until|till|due|within|no\slater\sthan|not\slater\sthan|on\sor\sbefore)\s(?:the\s)?)+(?:end\sof\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_LIMIT_BEFORE = re.compile(
    r"(?:即日起[至到]|至迟|最迟|不迟于|不晚于|截至|截止(?:到|至)?|务于|力争|争取|[限]于?|时限为?|期限为?)\s?(?:在|于)?\s?$"
)
_DUE = re.compile(r"(?:前|止|底|末|内|旬|尽快|尽早)$")
_DONE_AFTER = re.compile(r"\s?(?:完成|报送|提交|印发|出台|上线|启用|建成|前完成)")
_OPEN_ENDED = re.compile(r"^(?:长期|常态化|持续|另行|ongoing|continuous)", re.IGNORECASE)
_LIMIT_ENGLISH = re.compile(
    r"^(?:by|before|within|at|prior|in\stime|end|year.end|EOY|ASAP|as soon)\b", re.IGNORECASE
)


def is_period(text: str, start: int, end: int) -> bool:
    """Whether a quarter or half a year in a running text may be the time of a task: not 一季度的案件."""
    if re.search(r"每$|\bevery\s$|\beach\s$", text[max(start - 6, 0) : start]):
        return False
    return bool(_PERIOD.search(text[start:end])) and not _NO_PERIOD.match(text, end)


def is_limit(text: str, start: int, end: int) -> bool:
    """Whether a day in a running text is one that something has to be done by, and not a day of an event."""
    printed = text[start:end]
    if _OPEN_ENDED.match(printed) or re.search(r"每$|\bevery\s$|\beach\s$", text[max(start - 6, 0) : start]):
        return False
    if _DUE.search(printed) or _LIMIT_ENGLISH.match(printed):
        return True
    before = text[max(start - 24, 0) : start]
    return bool(LIMIT_WORDS.search(before) or _LIMIT_BEFORE.search(before) or _DONE_AFTER.match(text, end))
