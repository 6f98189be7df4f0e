"""What minutes say of the items of earlier meetings: in a table, in a section, or in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from corpus.evidence import Evidence
from corpus.records import ItemReport, ItemState
from ingest.minutes.assign import Assignment, assignment_of, state_of, take_field
from ingest.minutes.outline import Node, mark_of
from ingest.minutes.rows import Part, Table
from ingest.minutes.text import Text, sentences

_MEETING = re.compile(
    r"(?:第[一二三四五六七八九十\d]{1,3}次|上一?次|前次|上一?期)(?:联席|专题|会商|工作)?(?:会议|会商|例会)?|(?:20\d{2}年)?\d{1,2}月\d{1,2}日(?:的)?(?:会议|会商)|\b(?:first|second|third|fourth|fifth|\d{1,2}(?:st|nd|rd|th)|last|previous)\s(?:[A-Za-z]+\s){0,2}(?:meeting|session)",
    re.IGNORECASE,
)
_OF_EARLIER = re.compile(
    r"(?:(?:第[一二三四五六七八九十\d]{1,3}次|上一?次|前次)[^，。；]{0,16}(?:会议|会商)?[^，。；]{0,6}(?:议定|确定|明确|部署|决定|提出|安排|要求)|(?:议定|决定)?事项[（(]?[一二三四五六七八九十\d]{1,3}[)）]?|第\s?[一二三四五六七八九十\d]{1,3}\s?项)"
    r"|\b(?:action|item|decision)\s(?:point\s|item\s)?(?:no\.?\s)?[A-Z]?\d{1,2}\b[^.]{0,60}\b(?:of|from)\s(?:the\s)?(?:first|last|previous|earlier|\d{1,2}(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:事项|任务)\s?[（(]?(?P<a>[一二三四五六七八九十]{1,3}|\d{1,2})[)）]?|第\s?(?P<b>[一二三四五六七八九十]{1,3}|\d{1,2})\s?项|[（(](?P<c>[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\b(?:action|item|decision)\s(?:point\s|item\s)?(?:no\.?\s)?(?P<d>[A-Z]?\d{1,2})\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:事项|任务|第[^项]{1,4}项)?\s?[（(]?[一二三四五六七八九十\d]{0,3}[)）]?\s?[“\"「]?(?P<name>[^，。；“”\"」]{2,60}?)[”\"」]?(?:的?(?:工作|事项|任务))?\s?[，,]?\s?(?:目前|现)?(?:已|正在|尚未|待|未|仍|基本|持续)"
)


def reports_of(
    reported: Sequence[tuple[Node, Part]], root: Node, meeting: date | None
) -> Iterator[ItemReport]:
    """The reports of a section on earlier items, and of sentences elsewhere that name an earlier item.

    Args:
        reported: the lines and tables of sections on earlier items, each with its section.
        root: the outline.
        meeting: the day of the meeting.
    """
    seen: list[ItemReport] = []
    for node, part in reported:
        named = _MEETING.search(node.text.text)
        which = named[0] if named else None
        for report in _of_table(part, which) if isinstance(part, Table) else _of_lines(part, which, meeting):
            _join(seen, report)
    inside = {id(part) for _, part in reported}
    for text in _texts(root):
        if id(text) not in inside:
            for report in _of_sentences(text, meeting):
                _join(seen, report)
    yield from seen


def _join(seen: list[ItemReport], report: ItemReport) -> None:
    """A sentence on an item that a table reports already adds to it."""
    for place, other in enumerate(seen):
        same = bool(report.text and other.text and (report.text in other.text or other.text in report.text))
        if same:
            seen[place] = ItemReport(
                text=other.text,
                number=other.number or report.number,
                meeting=other.meeting or report.meeting,
                state=report.state or other.state,
                settled_by=report.settled_by
                if report.settled_by and report.settled_by.startswith(("《", "“", '"'))
                else other.settled_by or report.settled_by,
                note=other.note or report.note,
                evidence=tuple(dict.fromkeys((*other.evidence, *report.evidence))),
            )
            return
    seen.append(report)


def _texts(node: Node) -> Iterator[Text]:
    if node.text and not node.heading:
        yield node.text
    for part in node.parts:
        if isinstance(part, Text):
            yield part
    for child in node.nodes:
        yield from _texts(child)


def _of_table(table: Table, which: str | None) -> Iterator[ItemReport]:
    subject = table.column("text") if table.column("text") is not None else table.column("topic")
    for row in table.rows:
        cell = row.cells.get(subject) if subject is not None else None
        if cell is None:
            continue
        found = Assignment()
        notes: list[str] = []
        evidence: list[Evidence] = list(cell.evidence("reports"))
        number = ""
        for place, role in table.roles.items():
            value = row.cells.get(place)
            if value is None:
                continue
            if role in ("state", "note", "settled_by"):
                was = found.state
                take_field(found, "state" if role == "note" else role, value.text, 0, None)
                found.state = was or found.state
                evidence += value.evidence("reports")
                if role == "note" or state_of(value.text) is None or len(value.text) > 8:
                    notes.append(value.text)
            elif role == "number":
                number = value.text
        mark = mark_of(cell.text)[1]
        yield ItemReport(
            text=cell.text[len(mark) :].strip(),
            number=number or re.sub(r"[\s（）()、．.]+", "", mark) or None,
            meeting=which,
            state=found.state,
            settled_by=found.settled_by.value if found.settled_by else None,
            note="；".join(notes) or None,
            evidence=tuple(evidence),
        )


def _of_lines(part: Part, which: str | None, meeting: date | None) -> Iterator[ItemReport]:
    if not isinstance(part, Text):
        return
    for start, end in sentences(part.text):
        sentence = part.part(start, end)
        report = _report(sentence, which, meeting)
        if report is not None:
            yield report


def _of_sentences(text: Text, meeting: date | None) -> Iterable[ItemReport]:
    for start, end in sentences(text.text):
        sentence = text.part(start, end)
        if _OF_EARLIER.search(sentence.text) and state_of(sentence.text) is not None:
            named = _MEETING.search(sentence.text)
            report = _report(sentence, named[0] if named else None, meeting)
            if report is not None and (named or report.number):
                yield report


def _report(sentence: Text, which: str | None, meeting: date | None) -> ItemReport | None:
    """What a sentence says of an earlier item: its state, its number or name."""
    state = state_of(sentence.text)
    if state is None:
        return None
    own = _MEETING.search(sentence.text)
    mark = mark_of(sentence.text)[1]
    words = sentence.text[len(mark) :]
    number = _NUMBER.search(words)
    after = words[number.end() :] if number else _after_meeting(words)
    name = _NAME.match(after.lstrip("：:，, ")) or re.match(r"(?P<name>[^，。；：:]{2,60})[：:，]", after)
    printed = number[number.lastgroup or 0] if number else re.sub(r"[\s（）()、．.]+", "", mark)
    found = assignment_of(sentence.text, meeting)
    return ItemReport(
        text=name["name"].strip(" ：:") if name else "",
        number=printed or None,
        meeting=own[0] if own else which,
        state=ItemState.SETTLED if found.settled_by and state is not ItemState.OPEN else state,
        settled_by=found.settled_by.value if found.settled_by else None,
        note=sentence.text,
        evidence=sentence.evidence("reports"),
    )


def _after_meeting(words: str) -> str:
    match = re.search(r"(?:议定|确定|明确|部署|决定|提出|安排|要求)的?(?:事项)?[：:，]?", words)
    return words[match.end() :] if match and match.start() < 40 else words
