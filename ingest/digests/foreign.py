"""Decisions of courts and panels outside the mainland, by the forum that their head shows."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from corpus.model import Document, Kind, Reading, SourceFile
from corpus.numerals import find_dates, parse_date
from ingest.digests.courts import level_of
from ingest.digests.draft import Draft, rule
from ingest.digests.finish import finish
from ingest.digests.headings import Heading, heading_of
from ingest.digests.rules import all_rules, foreign_rules
from ingest.digests.sheet import Sheet
from ingest.forum_heads import HEAD, SIGN_WITHIN, court_in, day_in, flat, forum_in, number_in, sides_in
from ingest.forums import Forum

_KINDS = (Kind.FOREIGN_CASE, Kind.JUDGMENT, Kind.OTHER, Kind.TYPICAL_CASE, Kind.GUIDING_CASE)
_PASSAGES = ("facts", "holding", "result", "reasoning", "issue")
_HOLDS = re.compile(
    r"^[^\n]{0,500}\b(?:[Ww]e (?:therefore |thus |accordingly |also )?(?:hold|conclude) that|Held:)[^\n]{10,3000}$",
    re.MULTILINE,
)
_OPINION_HEADING = re.compile(
    r"^(?:majority|lead|unanimous|per curiam|opinion of the court|combined|plurality)", re.IGNORECASE
)
_DELIVERED = re.compile(
    r"delivered the opinion of the Court|^Opinion for the court|^Before [A-Z]", re.IGNORECASE | re.MULTILINE
)
_NEXT_OPINION = re.compile(r"^(?:concurr|dissent|concurring-in)|(?:concurring|dissenting)", re.IGNORECASE)
_ORDERED = re.compile(
    r"^[^\n]{0,1500}(?:is therefore|is (?:hereby )?|we )(?:reversed?|affirm(?:ed)?|vacated?|remand(?:ed)?)[^\n]{0,400}$|^[^\n]{0,300}\bjudgment\b[^\n]{0,200}\bis\n(?:reversed|affirmed|vacated)[^\n]{0,80}$|^It is so ordered\.?$",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSES = re.compile(
    r"^(?:Sincerely|Respectfully|\\?\[Signatures?|\* \* \*|Footnotes?$|Notes$|Endnotes|/s/|Enclosures?|Counsel for|COSTS$|Costs$|Delivered|\d{1,3}$|The Registrar|Gegen diese|Rechtsmittelbelehrung)",
    re.MULTILINE,
)
_DISPOSED = re.compile(
    r"^(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|DENIED|GRANTED)[A-Z ,;.–-]{0,80}$|^[^\n]{0,400}IT IS SO ORDERED\.?$",
    re.MULTILINE,
)
"""The line with which an opinion of an American court ends; notes may follow."""
_LONGEST_RESULT = 6000
_CODED = re.compile(rb"\bnode:\s{0,4}/us/(usc|cfr)/t(\d{1,3})/s([\w.-]{1,16})")
"""A statute in a file of coded holdings, by its path in the form of United States Legislative Markup."""
_DAY_KEYS = ("decision_date", "decidedOn", "date_filed", "dateDecided")


def forum_of(sheet: Sheet, document: Document) -> Forum | None:
    """The forum whose decision a text is, by its head: the one whose sign stands first."""
    return forum_in(f"{document.identity.document_number or ''}\n{sheet.text[:SIGN_WITHIN]}")


def is_decision(sheet: Sheet, document: Document, forum: Forum | None) -> bool:
    """Whether a text is a decision: so its kind says, or its head shows a forum, a number and the parts of one."""
    if document.identity.kind is Kind.FOREIGN_CASE:
        return True
    if forum is None or document.identity.kind not in _KINDS:
        return False
    parts = {h.word.field for h in _headings(sheet) if h.word.field in _PASSAGES}
    return bool(
        forum.number.search(sheet.text[:HEAD]) and (len(parts) >= 2 or forum.operative.search(sheet.text))
    )


def decision_of(
    sheet: Sheet, document: Document, reading: Reading, forum: Forum | None, source: SourceFile | None
) -> Draft:
    """What a decision comes to: headnote or the operative words as holding, grounds as reasoning."""
    draft = Draft(sheet, document.identity.title)
    _from_metadata(draft, reading)
    if forum is not None:
        if forum.day is None:
            _from_identity(draft, document)
        _head(draft, forum)
    _segments(draft)
    _opinions(draft)
    _reasons(draft, forum)
    if forum is not None:
        _operative(draft, forum)
    _holding(draft)
    _rules(draft, forum)
    if source is not None:
        _coded(draft, source)
    _from_identity(draft, document)
    if forum is not None:
        draft.set("court_level", _level(draft) or forum.level)
        draft.set("jurisdiction", forum.jurisdiction)
    at = sheet.text.find(draft.title) if draft.title else -1
    if at >= 0:
        draft.saw("title", at, at + len(draft.title))
    elif any(e.field == "title" and e.origin == "name" for e in document.identity.evidence):
        draft.title = _name(draft) or draft.title
    finish(draft, at if at >= 0 else None)
    draft.set("subjects", list(document.identity.subjects))
    return draft


def _name(draft: Draft) -> str | None:
    """How a decision without a title is called: by its two sides, else by its court and number."""
    sides = draft.values.get("parties", ())
    if len(sides) == 2 and all(side.isascii() for side in sides):
        return " v. ".join(sides)
    court, number = draft.values.get("court"), draft.values.get("case_number")
    return f"{court} {number}" if court and number else None


def _level(draft: Draft) -> str | None:
    return level_of(str(draft.values.get("court") or ""))[0]


def _head(draft: Draft, forum: Forum) -> None:
    text = draft.sheet.text
    court, number, day = court_in(forum, text), number_in(forum, text), day_in(forum, text)
    if court:
        draft.set("court", *court)
    if number:
        draft.set("case_number", *number)
    if day:
        draft.set("date", *day)
    draft.add("parties", sides_in(forum, text).items())
    procedure = forum.procedure.search(text, 0, HEAD)
    if procedure:
        draft.set("procedure", procedure["procedure"].strip(), procedure.span("procedure"))
    issue = forum.issue.search(text)
    if issue:
        draft.passage("issue", *issue.span())


def _headings(sheet: Sheet) -> list[Heading]:
    return [
        h
        for line in sheet.lines
        if len(line.text) < 400 and (h := heading_of(line, ("foreign",))) is not None
    ]


def _segments(draft: Draft) -> None:
    """What stands under the forum's headings; a word alone in a line or before a colon."""
    headings = _headings(draft.sheet)
    if not headings:
        return
    ends = [*(h.line.start for h in headings[1:]), len(draft.sheet.text)]
    for heading, end in zip(headings, ends, strict=True):
        start, name = heading.body, heading.word.field
        if heading.name == "decision" and not any(field in draft for field in _PASSAGES):
            continue  # the name of the paper, at its head
        if name in _PASSAGES and end > start:
            draft.passage(name, start, _closed(draft.sheet.text, start, end) if name == "result" else end)
        elif name == "keywords":
            first, last = draft.sheet.trimmed(start, end)
            line = draft.sheet.text.find("\n", first, last)
            last = line if line > 0 else last
            words = re.split(r"\s*[;；,，、–—]\s*|\s-\s", draft.sheet.text[first:last])
            draft.add(
                "keywords", ((w.strip(" ."), (first, last)) for w in words if 1 < len(w.strip(" .")) <= 80)
            )
        elif name == "rules":
            draft.add("rules", foreign_rules(draft.sheet.text, start, end))
        elif name in ("court", "case_number", "date") and heading.inline is not None:
            _labelled(draft, name, start, heading.line.end)


def _closed(text: str, start: int, end: int) -> int:
    """Where what was decided ends: at a signature or the notes, and a long way off at the latest."""
    closing = _CLOSES.search(text, start, end)
    stop = closing.start() if closing else end
    disposed = _DISPOSED.search(text, start, stop)
    stop = disposed.end() if disposed else stop
    return (
        stop
        if stop - start <= _LONGEST_RESULT
        else max(text.rfind("\n", start, start + _LONGEST_RESULT), start + 1)
    )


def _labelled(draft: Draft, name: str, start: int, end: int) -> None:
    value = draft.sheet.text[start:end].strip()
    if name == "date":
        for first, last, day in find_dates(value)[:1]:
            draft.set("date", day, (start + first, start + last))
    elif len(value) <= 120:
        draft.set(name, value, (start, end))


def _opinions(draft: Draft) -> None:
    """The opinion of the court under its heading, where it is told apart from concurrences and dissents."""
    if "reasoning" in draft:
        return
    headings = [line for line in draft.sheet.lines if line.level]
    for line, following in pairwise([*headings, None]):
        if line is not None and _OPINION_HEADING.match(line.text):
            draft.passage("reasoning", line.end, following.start if following else len(draft.sheet.text))
            return
    delivered = _DELIVERED.search(draft.sheet.text)
    if delivered:
        start = draft.sheet.text.find("\n", delivered.end())
        stop = next(
            (
                x.start
                for x in draft.sheet.lines
                if x.start > start and len(x.text) < 120 and _NEXT_OPINION.search(x.text)
            ),
            len(draft.sheet.text),
        )
        if start > 0:
            draft.passage("reasoning", start, stop)


def _reasons(draft: Draft, forum: Forum | None) -> None:
    """Grounds without a heading: from where the forum's own findings begin to what was decided."""
    if forum is None or "reasoning" in draft:
        return
    text = draft.sheet.text
    opening = forum.reasons.search(text)
    if opening:
        ends = [first for first, _ in draft.spans("result") if first > opening.start()]
        operative = forum.operative.search(text, opening.end())
        ends += [operative.start()] if operative else []
        draft.passage("reasoning", opening.start(), min(ends, default=len(text)))


def _operative(draft: Draft, forum: Forum) -> None:
    text = draft.sheet.text
    matches = list(forum.operative.finditer(text))
    if not matches or "result" in draft:
        return
    match = matches[-1]
    start, end = match.start(), match.end()
    if text[start:end].rstrip().endswith((":", "：")) or end - start < 90:
        closing = forum.closes.search(text, end)
        end = (
            closing.start()
            if closing
            else min(len(text), end + 6000)
            if forum.closes.pattern != "(?!)"
            else _paragraph(text, end)
        )
    draft.passage("result", start, end)


def _paragraph(text: str, at: int) -> int:
    line = text.find("\n", at)
    return line if line >= 0 else len(text)


def _holding(draft: Draft) -> None:
    text = draft.sheet.text
    for first, last in draft.spans("reasoning"):
        if "result" not in draft:
            ordered = list(_ORDERED.finditer(text, first, last))
            if ordered:
                draft.passage("result", *ordered[-1].span())
        if "holding" not in draft:
            held = _HOLDS.search(text, first, last)
            if held:
                draft.passage("holding", *held.span())
    if "holding" not in draft:
        for span in draft.spans("result"):
            draft.passage("holding", *span)


def _rules(draft: Draft, forum: Forum | None) -> None:
    """Rules of what was decided; where it need not name them, of the grounds too; else of the head."""
    text = draft.sheet.text
    for field in ("result", "holding", "reasoning", "issue", "facts"):
        if "rules" in draft and (field in ("issue", "facts") or _names_its_rules(forum)):
            return
        for first, last in draft.spans(field):
            draft.add("rules", all_rules(text, first, last))
    if "rules" not in draft and forum is not None:
        draft.add("rules", all_rules(text, 0, HEAD))


def _coded(draft: Draft, source: SourceFile) -> None:
    """Statutes on which a file of coded holdings beside the opinion rests them."""
    for name, content in source.companions.items():
        if ".holdings." not in name:
            continue
        for code, title, section in _CODED.findall(content):
            work = f"{title.decode()} {'U.S.C.' if code == b'usc' else 'C.F.R.'}"
            draft.coded("rules", rule(work, section.decode()), f"{name}: {work} {section.decode()}")


def _names_its_rules(forum: Forum | None) -> bool:
    """Whether a forum names in what it decides the rules that it interprets or applies."""
    return forum is not None and forum.jurisdiction in ("EU", "INT")


def _from_metadata(draft: Draft, reading: Reading) -> None:
    data = reading.metadata
    for keys, field in (
        (("court.name", "court"), "court"),
        (("docket_number", "docket", "docketNumber"), "case_number"),
        (("wikiData.Holding", "holding", "syllabus"), "holding"),
    ):
        key = next((k for k in keys if data.get(k)), None)
        if key and (field != "court" or not data[key].isdigit()):
            draft.stated(field, flat(data[key]), f"{key}: {data[key]}")
    for key in _DAY_KEYS:
        day = _stated_day(data.get(key, ""))
        if day is not None:
            draft.stated("date", day, f"{key}: {data[key]}")
    sides = [
        data[key]
        for key in ("petitioner", "respondent", "plaintiff", "defendant", "appellant", "appellee")
        if data.get(key)
    ]
    if sides:
        draft.stated("parties", list(sides), "; ".join(sides))
    if "caseLink" in data and "oyez" in data["caseLink"] and "court" not in draft:
        draft.stated("court", "Supreme Court of the United States", f"caseLink: {data['caseLink']}")
    laws = re.findall(r"\{\{usc\|(\d+)\|([\w]+)\}\}", data.get("wikiData.LawsApplied", ""))
    if laws:
        draft.stated(
            "rules",
            [rule(f"{title} U.S.C.", section) for title, section in laws],
            data["wikiData.LawsApplied"],
        )


def _stated_day(text: str) -> date | None:
    return parse_date(text) or next((day for _, _, day in find_dates(text)), None)


def _from_identity(draft: Draft, document: Document) -> None:
    """What identification found of the document is true of its only case."""
    identity = document.identity
    number = identity.document_number
    draft.set("case_number", number)
    draft.set("date", identity.adopted)
    if identity.issuers:
        draft.set("court", identity.issuers[0])
    draft.set("subjects", [subject for subject in identity.subjects if subject != "other"])
    for evidence in identity.evidence:
        if evidence.field == "document_number" and draft.values.get("case_number") == number:
            draft.heard("case_number", evidence)
