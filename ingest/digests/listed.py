"""Lists of many cases (tables, JSON Lines): one digest for each case, and comparisons of copyright exceptions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.model import BlockKind, Document, Reading
from corpus.numerals import find_dates
from ingest.digests.draft import Draft, rule
from ingest.digests.finish import finish
from ingest.digests.rules import foreign_rules
from ingest.digests.sheet import Sheet

_FEWEST = 2
_CELL = re.compile(
    r"(?:^|\s\|\s)(?P<key>[^|:：\n]{1,40})[:：]\s?(?P<value>.*?)(?=\s\|\s[^|:：\n]{1,40}[:：]|$)", re.DOTALL
)
COLUMNS: dict[str, tuple[str, ...]] = {
    "title": ("case", "casename", "case name", "name", "title", "案件名称", "案名", "案件", "标题", "case title"),
    "case_number": ("docket", "docket number", "docketnumber", "case number", "case no", "case no.", "案号", "neutral citation", "case_number"),
    "citation": ("citation", "cite"),
    "court": ("court", "法院", "审理法院", "tribunal"),
    "date": ("decidedon", "decided", "date", "decision date", "decision_date", "judgment date", "裁判日期", "判决日期", "日期"),
    "year": ("year", "年份", "年度", "term"),
    "party": ("petitioner", "respondent", "plaintiff", "defendant", "appellant", "appellee", "complainant", "原告", "被告", "上诉人", "被上诉人", "当事人", "parties"),
    "holding": ("holding", "outcome details", "裁判要旨", "裁判要点", "ruling", "summary", "key holding", "wikidata.holding"),
    "result": ("outcome", "裁判结果", "result", "disposition"),
    "facts": ("facts", "基本案情", "案情"),
    "keywords": ("category", "categories", "keywords", "关键词", "tags", "topic", "topics"),
    "procedure": ("procedure", "程序", "案由", "type of proceeding"),
    "rules": ("statute", "statutes", "laws applied", "wikidata.lawsapplied", "适用法条", "相关法条", "法律依据"),
    "jurisdiction": ("country", "国家", "法域"),
}  # fmt: skip
"""Names that columns bear, by what they hold."""
_FIELD = {name: field for field, names in COLUMNS.items() for name in names}
_YEAR = re.compile(r"(?:1[89]|20)\d{2}")
_REPORTED = re.compile(r"\b\d{1,3}\sU\.?\s?S\.?\s(?:\d|_)")
"""The reports of the Supreme Court of the United States hold no other court's decisions."""
_DOCKET = re.compile(r"\bNos?\.\s?[\w:.-]{0,24}\d[\w:-]{0,16}(?:,\s[\w:.-]{0,12}\d[\w:-]{0,12})*")
_REPORTER = re.compile(
    r"\b\d{1,4}\s(?:U\.S\.|S\.\sCt\.|F\.(?:\s?Supp\.)?(?:\s?[234](?:d|th))?|F\.\s?App['’]x)\s\d{1,5}\b"
)
_VERSUS = re.compile(r"\sv\.?\s|^In\sre\s")
_USC = re.compile(r"\{\{usc\|(\d+)\|(\w+)\}\}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a row with its place in the sheet."""

    field: str
    text: str
    start: int

    @property
    def span(self) -> tuple[int, int]:
        """Its place."""
        return self.start, self.start + len(self.text)


def rows_of(reading: Reading, sheet: Sheet) -> list[list[Cell]]:
    """The rows of a list of cases; none where the rows do not name cases."""
    blocks = [b for b in reading.blocks if b.kind not in (BlockKind.COMMENT, BlockKind.FURNITURE)]
    rows: list[list[Cell]] = []
    at = 0
    for block in blocks:
        if block.kind is BlockKind.TABLE_ROW:
            rows.append(list(_cells(block.text, at)))
        at += len(block.text) + 1
    named = [row for row in rows if _is_case(row)]
    return named if len(named) >= _FEWEST and len(named) * 2 > len(rows) else []


def _cells(text: str, at: int) -> Iterator[Cell]:
    for match in _CELL.finditer(text):
        value = match["value"].strip()
        field = _FIELD.get(match["key"].strip().casefold())
        if field and value:
            yield Cell(field, value, at + match.start("value") + match["value"].index(value))


def _is_case(row: list[Cell]) -> bool:
    fields = {cell.field for cell in row}
    return "title" in fields and bool(fields & {"case_number", "court", "party"}) and len(fields) >= 3


def listed_drafts(reading: Reading, sheet: Sheet, document: Document) -> list[Draft]:
    """A draft for each case of a list. Rows of one case that differ in their keywords alone are one."""
    drafts: list[Draft] = []
    before: tuple[str, ...] | None = None
    for row in rows_of(reading, sheet):
        key = tuple(c.text for c in row if c.field in ("title", "case_number", "date", "year"))
        if before == key:
            drafts[-1].add("keywords", ((c.text, c.span) for c in row if c.field == "keywords"))
            continue
        before = key
        drafts.append(_row(sheet, row))
    return drafts


def _row(sheet: Sheet, row: list[Cell]) -> Draft:
    title = next(c for c in row if c.field == "title")
    draft = Draft(sheet, " ".join(title.text.split()))
    draft.saw("title", *title.span)
    for cell in row:
        if cell.field in ("holding", "result", "facts"):
            if cell.field not in draft:
                draft.passage(cell.field, *cell.span)
        elif cell.field == "party":
            draft.add("parties", [(cell.text, cell.span)])
        elif cell.field == "keywords":
            draft.add("keywords", ((w.strip(), cell.span) for w in re.split(r"[;；]", cell.text)))
        elif cell.field in ("court", "case_number", "procedure"):
            draft.set(cell.field, cell.text, cell.span)
        elif cell.field == "date":
            for first, last, day in find_dates(cell.text)[:1]:
                draft.set("date", day, (cell.start + first, cell.start + last))
        elif cell.field == "year" and _YEAR.fullmatch(cell.text):
            draft.set("year", int(cell.text), cell.span)
        elif cell.field == "rules":
            draft.add("rules", ((rule(f"{a} U.S.C.", b), cell.span) for a, b in _USC.findall(cell.text)))
            draft.add("rules", foreign_rules(sheet.text, *cell.span))
    _from_name(draft, title)
    reported = _REPORTED.search(" ".join(cell.text for cell in row if cell.field == "citation"))
    if reported and "court" not in draft:
        draft.set("court", "Supreme Court of the United States")
    finish(draft, title.start)
    return draft


def _from_name(draft: Draft, title: Cell) -> None:
    """Number and day, where a list prints them only with the name: A v. B, No. 15-CV-1 (S.D.N.Y. May 11, 2023)."""
    number = _DOCKET.search(title.text) or _REPORTER.search(title.text)
    if number and _VERSUS.search(title.text, 0, number.start()):
        draft.set("case_number", number[0], (title.start + number.start(), title.start + number.end()))
    for first, last, day in find_dates(title.text)[:1]:
        draft.set("date", day, (title.start + first, title.start + last))


# --- exceptions ------------------------------------------------------------------------------------------------

_OF_EXCEPTION = {
    "description": "holding",
    "summary": "holding",
    "remarks": "significance",
    "more": "significance",
}
_LISTS = ("beneficiaries", "purposes", "usage", "subjectmatter")


def exception_draft(reading: Reading, sheet: Sheet, document: Document) -> Draft | None:
    """An entry of a comparison of copyright exceptions: a country and the code of the exception; ``None`` for others."""
    data = reading.metadata
    code = data.get("exceptions") or (data.get("short") if "linklaw" in data else None)
    country = data.get("jurisdictions") or ("EU" if "linklaw" in data else None)
    if not code or not country or len(country) > 10:
        return None
    draft = Draft(sheet, document.identity.title)
    _place(draft, "exception_code", code.split(";")[0].strip())
    draft.set("jurisdiction", country.split(";")[0].strip().upper())
    for key, field in _OF_EXCEPTION.items():
        value = data.get(key, "").strip()
        at = sheet.text.find(value) if value else -1
        if at >= 0:
            draft.passage(field, at, at + len(value))
    words = [w.strip() for key in _LISTS for w in data.get(key, "").split(";") if w.strip()]
    for word in words:
        at = sheet.text.find(word)
        draft.add("keywords", [(word, (at, at + len(word)) if at >= 0 else None)])
    at = sheet.text.find(draft.title) if draft.title else -1
    if at >= 0:
        draft.saw("title", at, at + len(draft.title))
        draft.add("rules", foreign_rules(sheet.text, at, at + len(draft.title)))
    draft.set("subjects", ["copyright"])
    return draft


def _place(draft: Draft, field: str, value: str) -> None:
    at = draft.sheet.text.find(value)
    draft.set(field, value, (at, at + len(value)) if at >= 0 else None)
