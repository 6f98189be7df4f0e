"""Cases told under headings: guiding and typical cases, press releases with several, digests with labelled lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from corpus.model import Document, Reading
from corpus.numerals import chinese_number, find_dates
from corpus.tables import table
from ingest.digests.courts import CASE_NUMBER, Decision, bodies_in, deciding, decisions_in
from ingest.digests.draft import Draft, rule
from ingest.digests.finish import find_rules, finish, procedure_of_number
from ingest.digests.headings import Heading, heading_of
from ingest.digests.rules import all_rules
from ingest.digests.sheet import Line, Sheet

_SHORTEST = 6  # characters that a case's segments hold at least; a blank form holds none
_MANY = 3  # kinds of segments that tell a case whatever their words
_LONGEST_TITLE = 160
_LONGEST_NAME = 60
_TOLD = 80  # characters in which a case without headings is told
_DECIDED = re.compile(r"法院|判决|裁定|裁决|处罚|查处|责令|审查决定")
_MOST_HEAD = 12
_MARK = re.compile(
    r"[\s*【\[]{0,3}(?:(?:典型|指导|指导性|参考|示范|优秀|示例)?案例|案件|检例|例|[Cc]ase|第)\s?(?:第\s?)?(?P<number>[一二三四五六七八九十百\d]{1,5})\s?(?:号|例|案)?"
    r"(?=[\s:：、.．。—\-】\]|]|$|[^\d一二三四五六七八九十年月日条款项章节批届次审]{2})[\s:：、.．】\]|—\-]{0,4}"
)
_NUMBER = re.compile(
    r"[\s*]{0,3}(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}\s?[、.．)])\s?"
)
_NAMED = re.compile(r"(?:案|案件)(?:[（(][^（()）]{1,40}[)）])?$|[一-龥](?:诉|与)[一-龥].{0,60}案|\sv\.?\s")
_PUBLISHED_KEYS = frozenset({"发布时间", "发布日期", "publishedAt", "published", "pubDate"})
_REFUSED = re.compile(r"[^。\n]{0,20}裁定[^。\n]{0,12}驳回[^。\n]{0,60}再审申请")
_REVIEWS = re.compile(r"二审(?:法院|判决)|再审申请")
_TAIL = re.compile(r"\s?[〔【\[（(][^\n]{0,60}?(?:号|书)[〕】\])）]$")
"""The decision behind a case's name: 〔…人民法院（2022）…号民事判决书〕."""
_GUIDING = re.compile(r"(?:指导性?案例|检例|指导案例)\s?第?\s?(\d{1,4}|[一二三四五六七八九十百]{1,6})\s?号")
_PUBLISHED = re.compile(r"发布|公布|发布时间|发布日期")
_ADMINISTRATIVE = re.compile(
    r"行政裁决|行政处罚|处罚决定|查处|无效宣告|复审|口头审理|仲裁委员会裁决|仲裁裁决|行政调解|责令"
)
_TRADES = ("民事", "刑事", "行政", "执行", "国家赔偿")
_KEYWORDS = re.compile(r"[\s　/／]+")
_SEPARATORS = (re.compile(r"\s*[;；\n]\s*"), re.compile(r"\s*[、,，/／]\s*"))
"""What parts keywords, the strongest mark first: 公平、合理、无歧视 is one of several where ； parts them."""
_STAGES = {"初": "一审", "终": "二审", "再": "再审", "申": "再审", "提": "再审"}
_NO_DIGITS = str.maketrans("", "", "0123456789 -")
_TYPES = ("行政裁决", "行政处罚", "行政调解", "无效宣告", "复审", "仲裁", "行政复议")
_SUBJECTS = re.compile(r"[、，,；;\s]+")


@dataclass(slots=True)
class Told:
    """A case in the making: the lines of its head, its headings, where it ends."""

    head: tuple[Line, ...]
    headings: list[Heading] = field(default_factory=list)
    end: int = 0

    @property
    def start(self) -> int:
        """Where the case begins."""
        return self.head[0].start if self.head else self.headings[0].line.start

    def is_case(self, sheet: Sheet) -> bool:
        """Whether a case is told: two segments with text, one of them under a word that shows it."""
        filled = [
            h for h, start, end in self.segments() if len(sheet.text[start:end].strip("_□ \n")) >= _SHORTEST
        ]
        told = {h.word.field for h in filled} & {
            "facts",
            "holding",
            "result",
            "reasoning",
            "significance",
            "issue",
        }
        return len(told) >= 2 and (any(h.strong for h in filled) or len(told) >= _MANY)

    def segments(self) -> Iterable[tuple[Heading, int, int]]:
        """Each heading with the range of the text below it."""
        ends = [*(h.line.start for h in self.headings[1:]), self.end]
        for heading, end in zip(self.headings, ends, strict=False):
            yield heading, heading.body, max(heading.body, end)


def cases_in(sheet: Sheet) -> list[Told]:
    """The cases that stand under headings in a text, in order."""
    headings = [h for line in sheet.lines if (h := heading_of(line)) is not None]
    cases: list[Told] = []
    floor = 0
    for group in _groups(headings, sheet):
        cases.append(Told(_head(sheet, group[0].line, floor), list(group)))
        floor = group[-1].line.end
    for told, following in pairwise(cases):
        told.end = following.start
    if cases:
        cases[-1].end = len(sheet.text)
    return [told for told in cases if told.is_case(sheet)]


def marked_cases(sheet: Sheet) -> list[Told]:
    """Cases that stand under marks alone (案例1, 案例2 ...), counted from one and each told in some sentences."""
    marks = [
        (m, line)
        for line in sheet.lines
        if _is_title(line) and (m := _MARK.match(line.text)) and "案例" in m[0]
    ]
    cases: list[Told] = []
    ends = [*(line.start for _, line in marks[1:]), len(sheet.text)]
    for (mark, line), end in zip(marks, ends, strict=False):
        within = sheet.within(line.end, end)
        head = (
            (line, *within[:1])
            if len(line.text) == mark.end() and within and _is_title(within[0])
            else (line,)
        )
        if (
            chinese_number(mark["number"]) == len(cases) + 1
            and end - head[-1].end >= _TOLD
            and _DECIDED.search(sheet.text, head[-1].end, end)
        ):
            cases.append(Told(head, [], end))
    return cases if len(cases) > 1 else []


def _groups(headings: Sequence[Heading], sheet: Sheet) -> Iterable[list[Heading]]:
    """The headings case by case: where one comes again, or a mark stands between, another case has begun."""
    group: list[Heading] = []
    for heading in headings:
        seen = {h.name for h in group if h.word.field != "party"}
        if group and (heading.name in seen or _begins_anew(sheet, group[-1], heading, group)):
            yield group
            group = []
        group.append(heading)
    if group:
        yield group


def _begins_anew(sheet: Sheet, before: Heading, heading: Heading, group: Sequence[Heading]) -> bool:
    if not {h.word.field for h in group} & {"facts", "holding", "result"}:
        return False
    between = sheet.within(before.body, heading.line.start)
    return any(_MARK.match(line.text) and _is_title(line) for line in between[-_MOST_HEAD:])


def _is_title(line: Line) -> bool:
    return len(line.text) <= _LONGEST_TITLE and not line.text.endswith(("。", "；", "，", "、"))


def _head(sheet: Sheet, first: Line, floor: int) -> tuple[Line, ...]:
    """The lines above a case's first heading that are its name and data, at most from ``floor`` on."""
    lines = sheet.within(floor, first.start)
    if floor == 0:
        return _first_head(lines)
    taken: list[Line] = []
    for line in reversed(lines[-_MOST_HEAD:]):
        if not _is_title(line):
            break
        taken.insert(0, line)
        if _MARK.match(line.text) or (_NUMBER.match(line.text) and not _NUMBER.fullmatch(line.text)):
            break
    return tuple(taken)


def _first_head(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The head of the first case: from its mark on, without a table of contents before it; else all lines."""
    for index in range(len(lines) - 1, -1, -1):
        if not _is_title(lines[index]):
            break
        if _MARK.match(lines[index].text):
            return tuple(lines[index:])
    return tuple(lines[-40:])


# --- the digest ------------------------------------------------------------------------------------------------


def digest_of(sheet: Sheet, told: Told, document: Document, reading: Reading, several: bool) -> Draft:
    """What a case under headings comes to."""
    title, title_at = _title(sheet, told, document, several)
    draft = Draft(sheet, title)
    if title_at is not None:
        draft.saw("title", title_at, title_at + len(title))
    if not told.headings:
        draft.passage("facts", told.head[-1].end, told.end)
    for heading, start, end in told.segments():
        _segment(draft, heading, start, end)
    if "holding" not in draft:
        for heading, start, end in told.segments():
            if heading.word.gist and heading.word.field == "result":
                draft.passage("holding", start, end)
    _head_facts(draft, told)
    _published(draft, reading)
    _decision(draft, told)
    _procedure(draft)
    find_rules(draft, "reasoning", "result", "holding")
    find_rules(draft, "significance")
    find_rules(draft, "facts")
    finish(draft, title_at)
    return draft


def _title(sheet: Sheet, told: Told, document: Document, several: bool) -> tuple[str, int | None]:
    """The case's name where one is printed, else its headline, else the document's title."""
    lines = [line for line in told.head if not heading_of(line)]
    for line in reversed(lines):
        name = line.text.lstrip("—-– ")
        mark = _MARK.match(name) or _NUMBER.match(name)
        name = name[mark.end() :] if mark else name
        name = _TAIL.sub("", name.rsplit("——", 1)[-1].strip("*【】 —"))
        if name and _NAMED.search(name) and len(name) <= _LONGEST_TITLE:
            return name, line.start + line.text.rindex(name)
    if several:
        for line in lines:
            mark = _MARK.match(line.text) or _NUMBER.match(line.text)
            name = line.text[mark.end() :].strip("*【】 —") if mark else line.text
            if name:
                return name, line.start + line.text.index(name)
    title = document.identity.title
    at = sheet.text.find(title) if title else -1
    return title, at if at >= 0 else None


def _segment(draft: Draft, heading: Heading, start: int, end: int) -> None:
    name = heading.word.field
    text = draft.sheet.text
    start, end = draft.sheet.trimmed(start, end)
    if start >= end or name == "other":
        return
    if name in ("facts", "holding", "result", "reasoning", "significance", "issue"):
        draft.passage(name, start, end)
    elif name == "rules":
        draft.add("rules", all_rules(text, start, end, whole=True))
        draft.add("rules", _plain_rules(draft, start, end))
    elif name == "keywords":
        draft.add("keywords", _words(text, start, end))
    elif name == "index":
        draft.add("rules", all_rules(text, start, end, whole=True))
    else:
        _label(draft, name, start, end)


def _plain_rules(draft: Draft, start: int, end: int) -> list[tuple[object, tuple[int, int] | None]]:
    """Works listed without marks and articles: ``Directive 2004/48/EC`` between semicolons."""
    if "rules" in draft and "；" not in draft.sheet.text[start:end]:
        return []
    found: list[tuple[object, tuple[int, int] | None]] = []
    for match in re.finditer(r"[^；;\n]{4,90}", draft.sheet.text[start:end]):
        piece = match[0].strip()
        at = start + match.start()
        if re.match(r"(?:Directive|Regulation)\s", piece) and not all_rules(
            draft.sheet.text, at, start + match.end()
        ):
            found.append((rule(piece, None), (at, start + match.end())))
    return found


def _words(text: str, start: int, end: int) -> Iterable[tuple[object, tuple[int, int] | None]]:
    """Keywords one by one; Latin ones keep their blanks."""
    shown = text[start:end].split("\n\n")[0]
    separator = next((mark for mark in _SEPARATORS if mark.search(shown)), _KEYWORDS)
    at = start
    for piece in separator.split(shown):
        word = piece.strip(" \n*。.")
        if word and len(word) <= 60:
            left = text.find(word, at, end)
            yield word, (left, left + len(word)) if left >= 0 else None
            at = left + len(word) if left >= 0 else at


def _label(draft: Draft, name: str, start: int, end: int) -> None:
    """A line with a label: number, court, day, parties ..."""
    text = draft.sheet.text
    line_end = text.find("\n", start, end)
    stop = line_end if line_end >= 0 and name != "parties" else end
    value, span = text[start:stop].strip(), (start, stop)
    if name in ("date", "published"):
        days = find_dates(value)
        if days:
            draft.set(name, days[0][2], (start + days[0][0], start + days[0][1]))
    elif name == "party":
        party = value.split("，")[0].split("。")[0]
        draft.add("parties", [(party, (start, start + len(party)))] if len(party) <= _LONGEST_NAME else [])
    elif name == "parties":
        at = start
        for piece in re.split(r"\s*[；;\n]\s*" if re.search("[；;\n]", value) else r"、", value):
            left = text.find(piece, at)
            draft.add("parties", [(piece.strip(), (left, left + len(piece)))] if piece.strip() else [])
            at = left + len(piece)
    elif name == "jurisdiction":
        draft.set(name, _country(value), span)
    elif name == "subjects":
        draft.add(name, ((s, span) for s in _subjects_named(value)))
    elif name == "title":
        draft.title = value
    elif name == "case_number" and CASE_NUMBER.search(value):
        numbers = list(CASE_NUMBER.finditer(text, start, stop))
        if (
            len(numbers) == 1
        ):  # several are those of the courts one after the other: the last decision is looked for
            draft.set(name, numbers[0][0], numbers[0].span())
    elif name in ("court", "case_number", "procedure"):
        draft.set(name, value, span)


def _country(name: str) -> str | None:
    if name in ("欧盟", "欧洲联盟", "EU", "European Union"):
        return "EU"
    if name in ("国际", "国际组织", "INT"):
        return "INT"
    for row in table("countries"):
        if name == row["code"] or name in row["names"].split("|"):
            return row["code"]
    return None


def _subjects_named(value: str) -> list[str]:
    found = []
    for word in _SUBJECTS.split(value):
        found += [row["subject"] for row in table("subjects") if word and word in row["words"].split("|")]
    return found


def _head_facts(draft: Draft, told: Told) -> None:
    """What the lines above the first heading say: number, court, day of publication."""
    for line in told.head:
        for number in CASE_NUMBER.finditer(line.text):
            draft.set("case_number", number[0], (line.start + number.start(), line.start + number.end()))
        if _PUBLISHED.search(line.text):
            for first, last, day in find_dates(line.text)[-1:]:
                draft.set("published", day, (line.start + first, line.start + last))
    if "published" not in draft:
        bare = [
            line
            for line in told.head
            if (d := find_dates(line.text)) and d[0][0] == 0 and d[0][1] == len(line.text)
        ]
        for line in bare[:1]:
            draft.set("published", find_dates(line.text)[0][2], (line.start, line.end))


def _published(draft: Draft, reading: Reading) -> None:
    """The day on which the page or record that holds the cases says that it was published."""
    for key, value in reading.metadata.items():
        if key.rsplit(".", 1)[-1] in _PUBLISHED_KEYS:
            for _, _, day in find_dates(value)[:1]:
                draft.stated("published", day, f"{key}: {value}")


def _decision(draft: Draft, told: Told) -> None:
    """Number, court and day of the decision that counts: the last one of the index, the result, the whole case."""
    text = draft.sheet.text
    ranges = [(s, e) for h, s, e in told.segments() if h.word.field in ("index", "case_number")]
    ranges += draft.spans("result")
    ranges += [(line.start, line.end) for line in told.head]
    ranges += [*draft.spans("reasoning"), *draft.spans("holding"), *draft.spans("facts")]
    for start, end in ranges:
        decisions = decisions_in(text, start, end)
        if decisions and ("case_number" not in draft or "court" not in draft):
            last = _that_counts(draft, decisions, end)
            if last.number:
                draft.set("case_number", text[slice(*last.number)], last.number)
            if last.court:
                draft.set("court", text[slice(*last.court)], last.court)
            if last.day:
                draft.set("date", last.day[2], last.day[:2])
            break
    if "court" not in draft:
        for start, end in ranges:
            span = deciding(text, start, end)
            if span:
                draft.set("court", text[slice(*span)], span)
                break
    if "court" not in draft:
        _authority(draft, told, ranges)
    if "case_number" not in draft:
        for line in told.head:
            number = _GUIDING.search(line.text)
            if number:
                span = (line.start + number.start(), line.start + number.end())
                draft.set("case_number", number[0], span)


def _that_counts(draft: Draft, decisions: Sequence[Decision], end: int) -> Decision:
    """The last decision; but a refusal to try again only where the reasoning is its own, which reviews a judgment."""
    last = decisions[-1]
    at = (last.number or (last.day[:2] if last.day else (end, end)))[1]
    if len(decisions) > 1 and _REFUSED.match(draft.sheet.text, at, end):
        reasons = "".join(draft.sheet.text[first:stop] for first, stop in draft.spans("reasoning"))
        if not _REVIEWS.search(reasons):
            return decisions[-2]
    return last


def _authority(draft: Draft, told: Told, ranges: Sequence[tuple[int, int]]) -> None:
    """The authority that decided, in a case of an administration."""
    text = draft.sheet.text
    whole = text[told.start : told.end]
    if not _ADMINISTRATIVE.search(whole):
        return
    for start, end in ranges:
        for first, last in reversed(bodies_in(text, start, end)):
            if re.match(
                r"[^。；\n]{0,60}(?:作出|认为|认定|裁决|决定|责令|处罚|立案|受理|审理|查处|依法|[）)]?申请(?:仲裁|裁决|行政裁决))",
                text[last:end],
            ):
                draft.set("court", text[first:last], (first, last))
                return


def _procedure(draft: Draft) -> None:
    number = str(draft.values.get("case_number") or "")
    keywords = draft.values.get("keywords", ())
    near = draft.title + " " + " ".join(keywords)
    trade = next(
        (t for t in _TRADES if t in keywords[:2]), next((t for t in _TRADES if t in draft.title), None)
    )
    if CASE_NUMBER.fullmatch(number):
        stage = _STAGES.get(number[-12:].translate(_NO_DIGITS).replace("字第", "")[-2:-1], "")
        draft.set("procedure", procedure_of_number(number) or (f"{trade}{stage}" if trade else None))
    draft.set("procedure", trade if trade != "行政" else None)
    draft.set("procedure", next((name for name in _TYPES if name in near), trade))
