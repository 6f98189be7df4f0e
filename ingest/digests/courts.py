"""Courts and other deciding bodies: their levels by name, their names in running text, their decisions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from corpus.numerals import find_dates
from corpus.tables import table

CASE_NUMBER = re.compile(
    r"[（(〔\[［]\s?(?:19|20)\d{2}\s?[)）〕\]］]\s?\d{0,4}[一-龥][一-龥0-9（）()]{0,24}?(?:第\s?)?\d{1,6}(?:-\d{1,3})?\s?号(?:之[一二三四五六七八九])?"
)
"""A Chinese case number: （2017）粤73民初2163号, (2010)成民初字第597号."""
_COURT = re.compile(
    r"[一-龥]{0,30}?(?:人民法院|知识产权法院|互联网法院|海事法院|金融法院|铁路运输(?:中级|高级)?法院|铁路运输中级法院|军事法院)"
    r"(?:知识产权法庭|知识产权审判庭)?"
)
_BODY = re.compile(
    r"专利复审委员会|国家知识产权局|商标评审委员会|国家版权局|[一-龥]{0,20}?(?:市场监督管理(?:总局|局)|知识产权局|工商行政管理(?:总局|局)|版权局"
    r"|文化市场综合(?:行政)?执法(?:总队|支队|大队)|劳动人事争议仲裁委员会|仲裁委员会|人民检察院|海关)"
)
_BEFORE = re.compile(
    r"(?:[经由向在至后对被及与是从到因而并报据为系即当赴]|不服|认为|维持|撤销|原告|被告|上诉人|申请人|一审|二审|再审|原审|终审|遂|故|该|本案"
    r"|指定|指令|交由|委托|移送|发回|起诉|上诉|诉|请求|根据|依照|之后|此后|其中|宣判|作出)"
)
_HOMES = re.compile(
    r"石家庄经济|经济|经开|由拳|和田|呼和|及第|对口|向阳|至德|后旗|在平|因特|从化|从江|即墨|当涂|当阳|高对"
)
_NO_NAME = frozenset(
    ("", "人民", "中级", "高级", "上级", "各级", "基层", "某", "某某", "有关", "受理", "上述", "两级", "当地")
)
_SENTENCE = re.compile(r"[。；;\n]")
_TIED = 60
_QUOTED = re.compile(r"(?:撤销|维持|变更|不服|参见|参照|见)[^。；;]{0,60}$")
"""What stands before a decision that another one is about."""
_UNNUMBERED = re.compile(
    r"(?:于|在)?[^。；;，,\n]{6,18}[日号](?:作出|依法)?[^。；;，,（(\n]{0,8}(?:裁定|判决)"
)
_DECIDED = re.compile(r"一审|二审|再审|终审|判决|裁定|认为|审理|审查|作出|裁决|决定")


@dataclass(frozen=True, slots=True)
class Level:
    """A row of the table of levels."""

    words: re.Pattern[str]
    level: str
    jurisdiction: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision named in a text: spans of court and number in it, and the day with its span."""

    court: tuple[int, int] | None
    number: tuple[int, int] | None
    day: tuple[int, int, date] | None


@cache
def _levels() -> tuple[Level, ...]:
    return tuple(
        Level(re.compile(row["words"], re.IGNORECASE), row["level"], row["jurisdiction"] or None)
        for row in table("court_levels")
    )


@cache
def _regions() -> tuple[str, ...]:
    names = {row["province"] for row in table("regions") if row["province"]}
    short = {re.sub(r"(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)$", "", name) for name in names}
    return tuple(sorted(names | short, key=len, reverse=True))


def level_of(court: str) -> tuple[str | None, str | None]:
    """The level of a court and the jurisdiction that its name alone tells; ``None`` for what it does not tell."""
    for row in _levels():
        if row.words.search(court):
            return row.level, row.jurisdiction
    return None, None


def courts_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where Chinese courts are named in full, in order."""
    return [span for m in _COURT.finditer(text, start, end) if (span := _named(text, m.start(), m.end()))]


def bodies_in(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where administrative authorities and arbitration commissions are named, in order."""
    return [
        span for m in _BODY.finditer(text, start, end) if (span := _named(text, m.start(), m.end(), False))
    ]


def _named(text: str, start: int, end: int, is_court: bool = True) -> tuple[int, int] | None:
    """The name alone, without the words of the sentence that run into it."""
    chunk = text[start:end]
    opened = text.rfind("《", max(0, start - 80), end)
    if opened > text.rfind("》", max(0, start - 80), end) or text[end : end + 2] in ("关于", "《关"):
        return None  # inside the title of a work, or its author
    supreme = chunk.find("最高人民")
    if supreme >= 0:
        return start + supreme, end
    cut = 0
    for match in _BEFORE.finditer(chunk):
        home = _HOMES.search(chunk, max(0, match.start() - 2), match.end() + 3)
        if home is None and match.end() < len(chunk) - 3:
            cut = match.end()
    name = chunk[cut:]
    region = min((at for r in _regions() if (at := name.find(r)) >= 0), default=-1)
    if region > 0 and len(name) - region > 6:
        cut += region
        name = name[region:]
    if name.startswith(("简称", "下称", "仲裁委员")) or name == "人民检察院":
        return None
    if is_court and re.sub(r"(?:人民)?法院.*$", "", name) in _NO_NAME:
        return None
    return (start + cut, end) if len(name) >= 2 else None


def decisions_in(text: str, start: int, end: int) -> list[Decision]:
    """The decisions that a text names by number, in order, each with its court and day where they stand beside it."""
    found: list[Decision] = []
    floor = start
    for number in CASE_NUMBER.finditer(text, start, end):
        left = max(floor, number.start() - 160)
        if _QUOTED.search(text[left : number.start()].rsplit("作出", 1)[-1]):
            continue
        courts = courts_in(text, left, number.start())
        court = courts[-1] if courts else None
        begin = court[1] if court else max(left, number.start() - _TIED)
        days = find_dates(text[begin : number.start()])
        if days:
            first, last, day = days[-1]
            when: tuple[int, int, date] | None = (begin + first, begin + last, day)
        else:
            when = _after(text, number.end(), end)
        found.append(Decision(court, number.span(), when))
        floor = number.end()
    later = _without_number(text, floor, end) if found else None
    return [*found, later] if later else found


def _without_number(text: str, start: int, end: int) -> Decision | None:
    """A later decision that is told with its day alone: 最高人民法院于2012年12月28日裁定驳回…."""
    for court in reversed(courts_in(text, start, end)):
        told = _UNNUMBERED.match(text, court[1], min(end, court[1] + 60))
        days = find_dates(told[0]) if told else []
        if days:
            first, last, day = days[0]
            return Decision(court, None, (court[1] + first, court[1] + last, day))
    return None


def _after(text: str, start: int, end: int) -> tuple[int, int, date] | None:
    """A day right behind a number: …民事判决（2015年6月10日）."""
    limit = min(end, start + 30)
    days = find_dates(text[start:limit])
    return (start + days[0][0], start + days[0][1], days[0][2]) if days else None


def deciding(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The court that a passage names last as deciding."""
    for span in reversed(courts_in(text, start, end)):
        tail = _SENTENCE.split(text[span[1] : min(end, span[1] + 40)])[0]
        if _DECIDED.search(tail):
            return span
    return None
