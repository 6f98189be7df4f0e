"""Judgments and rulings of Chinese courts as plain text, and decisions of authorities in the same form."""

from __future__ import annotations

import re

from corpus.model import Document
from corpus.numerals import find_dates, parse_date
from ingest.digests.courts import CASE_NUMBER, bodies_in, courts_in
from ingest.digests.draft import Draft
from ingest.digests.finish import find_rules, finish, procedure_of_number
from ingest.digests.parties import party_line
from ingest.digests.rules import all_rules
from ingest.digests.sheet import Line, Sheet

_HEAD = 3000  # characters in which court, number and parties begin
_RULED = re.compile(
    r"(?:判决|裁定|决定|判決|裁決)如下\s?[:：]?|(?:判决|裁定|调解协议)\s?[:：]\s?(?=一、)|达成如下(?:调解)?协议\s?[:：]?"
)
_OPINION = re.compile(
    r"(?:本院|合议庭|本局|本委|我局|合议组)(?:经审[查理]|综合|再审)?(?:后)?认为\s?[,，:：;；]?|法院认为\s?[,，:：]"
)
_FACTS = re.compile(
    r"(?:经(?:依法)?审理查明|(?:本院)?(?:经)?审理查明|经查明|经审查明|经查|本院查明|(?:公诉机关|检察院)指控|原告[^。\n]{0,30}诉称|原告[^。\n]{0,40}向本院提出诉讼请求)"
)
_BASIS = re.compile(r"(?:综上[^。]{0,40}[,，])?(?:依照|依据|根据|按照|参照)[《]")
_LAST = re.compile(
    r"如不服本|本判决为终审|本裁定为终审|本(?:判决|裁定)(?:为终审|一经作出|送达后)|审\s*判\s*长|(?:代理|人民)?\s*审\s*判\s*员|人民陪审员|书\s*记\s*员|法官助理|二[〇○OＯ0零][一二三四五六七八九〇○0零]{2}年"
)
_FORM = re.compile(
    r"(?:刑\s*事|民\s*事|行\s*政|国家赔偿|执\s*行)?(?:附带民事)?\s*(?:判\s*决\s*书|裁\s*定\s*书|调\s*解\s*书|决\s*定\s*书|支\s*付\s*令|判\s*決)"
)
_SIGNED = re.compile(r"(?:审判长|审判员|书记员|法官助理|代理审判员|人民陪审员|裁判日期)")
_ISSUE = re.compile(r"[^。；\n]{0,60}(?:争议焦点|焦点问题|争点)[^。\n]{0,400}。?")
_OWN_DAY = 16
_LONGEST_DAY = 48


def is_judgment(sheet: Sheet) -> bool:
    """Whether a text is one: a number or the form's name in the head, an opinion, and what was ruled."""
    head = sheet.text[:_HEAD]
    return bool(
        _RULED.search(sheet.text)
        and (CASE_NUMBER.search(head) or _FORM.search(head[:400]))
        and (_OPINION.search(sheet.text) or _BASIS.search(sheet.text))
    )


def judgment_of(sheet: Sheet, document: Document) -> Draft:
    """What a judgment comes to: its 本院认为 is the reasoning, what was ruled is holding and result."""
    draft = Draft(sheet, document.identity.title)
    ruled = _ruled(sheet)
    opinion = _opinion(sheet, ruled)
    head_end = min(_HEAD, opinion[0] if opinion else _HEAD)
    _head(draft, head_end)
    parties = _parties(draft, head_end)
    if ruled is not None:
        end = _end(sheet, ruled.end())
        draft.passage("holding", ruled.end(), end)
        draft.passage("result", ruled.end(), end)
        _day(draft, ruled.end())
        begin = _basis(sheet, ruled.start())
        draft.add("rules", all_rules(sheet.text, begin, ruled.end(), whole=True))
    if opinion:
        draft.passage("reasoning", *opinion)
        issue = _ISSUE.search(sheet.text, *opinion)
        if issue:
            draft.passage("issue", *issue.span())
    _facts(draft, parties, opinion[0] if opinion else ruled.start() if ruled else len(sheet.text))
    find_rules(draft, "reasoning")
    finish(draft)
    return draft


def _ruled(sheet: Sheet) -> re.Match[str] | None:
    """The words that open what was ruled: the last ones, for an appeal tells what the first court ruled."""
    matches = list(_RULED.finditer(sheet.text))
    first = _OPINION.search(sheet.text)
    for match in reversed(matches):
        if first is not None and first.start() < match.start():
            return match
        if _BASIS.search(sheet.text[max(0, match.start() - 400) : match.start()]):
            return match
    return matches[-1] if matches else None


def _opinion(sheet: Sheet, ruled: re.Match[str] | None) -> tuple[int, int] | None:
    """From the court's own opinion (the last one that begins a sentence) to the rules that it applies."""
    stop = ruled.start() if ruled else len(sheet.text)
    first: re.Match[str] | None = None
    for match in _OPINION.finditer(sheet.text, 0, stop):
        before = sheet.text[match.start() - 1] if match.start() else "\n"
        own = match[0].startswith(("本院", "合议", "本局", "本委", "我局"))
        if own and (before == "\n" or (first is None and before in "。；\t 　")):
            is_line = first is not None and sheet.text[first.start() - 1 : first.start()] == "\n"
            first = first if is_line else match
    if first is None:
        return None
    return first.start(), stop


def _basis(sheet: Sheet, stop: int) -> int:
    """Where the sentence begins that names the rules applied."""
    floor = max(sheet.text.rfind("。", 0, stop), sheet.text.rfind("\n", 0, stop), 0)
    found = None
    for match in _BASIS.finditer(sheet.text, floor, stop):
        found = found or match
    return found.start() if found else floor


def _end(sheet: Sheet, start: int) -> int:
    last = _LAST.search(sheet.text, start)
    return last.start() if last else len(sheet.text)


def _head(draft: Draft, end: int) -> None:
    text = draft.sheet.text
    number = CASE_NUMBER.search(text, 0, end)
    if number:
        draft.set("case_number", number[0], number.span())
        draft.set("procedure", procedure_of_number(number[0]))
    first = number.end() if number else min(end, 300)
    spans = courts_in(text, 0, first) or bodies_in(text, 0, first)
    if spans:
        draft.set("court", text[slice(*spans[-1])], spans[-1])
    if draft.title:
        at = text.find(draft.title, 0, end)
        if at >= 0:
            draft.saw("title", at, at + len(draft.title))


def _parties(draft: Draft, end: int) -> int:
    """Take the parties; gives where their block ends."""
    last = 0
    for line in draft.sheet.within(0, end):
        party = party_line(line.text, line.start)
        if party is not None:
            draft.add("parties", [party])
            last = line.end
        elif last and _tells(line):
            break
    return last


def _tells(line: Line) -> bool:
    return len(line.text) > 60 and ("本院" in line.text or "指控" in line.text)


def _day(draft: Draft, start: int) -> None:
    """The day of the decision: a line of its own behind what was ruled."""
    for line in draft.sheet.within(start, len(draft.sheet.text)):
        wide = parse_date("".join(line.text.split())) if len(line.text) <= _LONGEST_DAY else None
        if wide is not None:
            draft.set("date", wide, (line.start, line.end))
            return
        for first, last, day in find_dates(line.text):
            rest = line.text[:first] + line.text[last:]
            if len(rest.strip()) <= _OWN_DAY and (not rest.strip() or _SIGNED.search(rest)):
                draft.set("date", day, (line.start + first, line.start + last))
                return


def _facts(draft: Draft, after: int, stop: int) -> None:
    """What was found, up to the opinion: from the finding, else from the charge or claim."""
    matches = list(_FACTS.finditer(draft.sheet.text, after, stop))
    if not matches:
        return
    found = [m for m in matches if "查" in m[0]]
    start = (found or matches)[0].start()
    line = max(draft.sheet.text.rfind("\n", 0, start) + 1, after)
    draft.passage("facts", line if start - line < 80 else start, stop)
