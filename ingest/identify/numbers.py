"""The number of a document, as printed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from corpus.evidence import Evidence
from corpus.model import Kind
from corpus.numerals import find_dates
from ingest.identify import enactments
from ingest.identify.decisions import Decision
from ingest.identify.forms import (
    CASE_NUMBER,
    DECREE,
    DOCUMENT_NUMBER,
    STANDARD_NUMBER,
    is_issuer_line,
    is_number_line,
)
from ingest.identify.found import Found, stated
from ingest.identify.labels import labels_of
from ingest.identify.view import Line, View

_DECREE_BODY = re.compile(
    r"(?:中华人民共和国)?(?:主席|国务院|[一-龥、]{2,40}?(?:部|局|总局|委员会|委|办公室|办|署|会|行|政府|院))(?:令|公告|通告)\s{0,2}"
    r"(?:(?:19|20)\d{2}\s?年)?\s?第?\s{0,2}[〇零一二三四五六七八九十百\d]{1,6}\s{0,2}号(?:、[一-龥]{2,20}令\s?第[〇零一二三四五六七八九十百\d]{1,6}\s?号){0,3}|(?:主席|国务院)令\s?第[〇零一二三四五六七八九十百\d]{1,6}号"
)
_BEFORE_BODY = re.compile(r"(?:.*日)?[\s、，]*(?:根据|由|经|以)?")
_GUIDING = re.compile(r"(?:指导性?案例|检例第|指导案例)\s?第?\s?\d{1,4}\s?号")
_ORDER_ABOVE = re.compile(r"\**((?!.{0,60}关于)(?:中华人民共和国)?[一-龥、\s]{2,60}(?:令|公告))\**")
_NAMED_ABOVE = re.compile(r"(?:决定|裁决)书?$|关于.{2,120}(?:公告|通告)$")
_DECISION = re.compile(
    r"[一-龥\s]{0,30}(?:决定|裁决)书\s{0,3}[（(]\s{0,2}(第\s{0,2}\d{1,8}\s{0,2}号)\s{0,2}[）)]"
)
_MOST_AROUND = 6
_DONE_BY = re.compile(
    r"\s{0,4}[）)]?\s{0,4}(?:公布|发布|颁布|公告|印发|修[订正改]|第[一二三四五六七八九十]{1,3}次修|[，,]\s{0,2}(?:(?:19|20)\d{2}|自)|\*{0,2}$)"
)
"""What follows the number of the order by which a rule was promulgated or amended."""
_YEARLY = re.compile(r"[（(*]{0,3}((?:19|20)\d{2}\s?年第\s?\d{1,4}\s?号(?:公告|通告|令))(?=[，,）)*\s]|$)")
_NUMBER_BELOW = re.compile(
    r"\**[（(]?\s{0,2}(第\s{0,2}[〇零一二三四五六七八九十百\d]{1,6}\s{0,2}号)\s{0,2}[）)]?\**"
)
_WESTERN = (
    re.compile(r"\bWT/DS\d{1,4}/(?:AB/)?(?:R|RW\d?|ARB)\b"),
    re.compile(r"\b[CTF][-‐‑–]\d{1,4}/\d{2}(?:\s?P(?:PU)?)?\b"),
    re.compile(r"\b\d{1,4}\s(?:U\.S\.|US|F\.(?:2d|3d|4th)|F\. ?Supp\. ?(?:2d|3d)?|S\. ?Ct\.)\s\d{1,5}(?!\d)"),
    re.compile(r"(?:法律|政令|勅令|省令|規則)第[〇一二三四五六七八九十百千\d]{1,8}号"),
)
_DOCKETS = (
    re.compile(
        r"\[(?:19|20)\d{2}\] (?:UKSC|UKHL|UKPC|EWCA (?:Civ|Crim)|EWHC|CSIH|SGCA|SGHC|HKCFA|HKCA|HCA|FCAFC|FCA|NZSC|NZCA|IESC|IEHC) \d{1,5}"
    ),
    re.compile(r"\b(?:19|20)\d{2} (?:SCC|CSC|FCA|CAF) \d{1,4}\b"),
    re.compile(r"\b(?:[IVX]{1,4}[a-z]?|\d{1,2}) (?:ZR|ZB|ARZ|W \(pat\)|U|O) \d{1,4}/\d{2}\b"),
)
"""Neutral citations of the Commonwealth, and numbers of German courts."""
_SYMBOL = re.compile(
    r"(?P<number>(?:TRT|WO|WIPO|PCT|MM|SCCR|SCP|SCT|CDIP|IPC|UPOV|IP|TAD)(?=[^\s]{0,40}\d)(?:/[A-Z0-9][A-Za-z0-9.-]{0,14}){1,5}"
    r"|(?:PUBLIC LAW|Public Law|Pub\. L\.)\s(?:No\. )?\d{1,3}[–-]\d{1,4})(?=[\s—–,.]|$)"
)
_EU = re.compile(
    r"(?:\((?:EU|EC|EEC|UE|CE|CEE)\)\s(?:[Nn]\s?[o°]\.?\s{1,2})?\d{1,4}/\d{1,4}|\b\d{2,4}/\d{1,4}/(?:EC|EU|EEC|CE|UE|CEE|Euratom)\b)"
)
_OF_TITLE = {
    "ES": re.compile(
        r"(?:Ley|Real Decreto|Decreto|Orden)(?:-ley)?(?: \w{3,14})?\s(?P<number>\d{1,4}/\d{4})\b"
    ),
    "FR": re.compile(r"(?:Loi|Décret|Ordonnance)\b.{0,24}?\bn[°ºo]\s?(?P<number>\d{2,4}-\d{1,5})\b", re.I),
}
"""The number that laws of a country carry in their titles."""
_IN_HEAD = {
    "JP": re.compile(
        r"[（(](?P<number>(?:明治|大正|昭和|平成|令和)[^（）()]{2,12}年[^（）()]{1,8}第[^（）()]{1,16}号)[）)]"
    ),
    "KR": re.compile(r"\[(?P<number>(?:법률|대통령령|[가-힣]{2,12}령) 제\d{1,6}호),"),
}
"""The number that the heads of laws of a country print in brackets."""
_KEYS = (
    ("law_num", "{}"),
    ("instrument_number", "{}"),
    ("docket_number", "{}"),
    ("official_number", "{}"),
    ("공포번호", "법률 제{}호"),
    ("page.文号", "{}"),
    ("page.发文字号", "{}"),
    ("document_number", "{}"),
    ("doc_number", "{}"),
    ("文号", "{}"),
    ("发文字号", "{}"),
    ("chapter", "R.S.C., 1985, c. {}"),
)
_ANNUAL_STATUTE = re.compile(
    r"(?:\[NOTE: |- )?(?P<year>(?:19|20)\d{2}), (?P<word>c|ch)\. (?P<number>\d{1,3}), (?:s|art)\. \d"
)
"""The note below a section of a Canadian act that is no chapter of the revised statutes."""


def find(
    view: View, kind_hint: Kind | None, jurisdiction: str, title: str, decision: Decision | None
) -> Found[str | None]:
    """The document's own number: from labels, lines of the head, the title, or the metadata."""
    if decision:
        for candidate in (*_of_reports(view), *([decision.number] if decision.number.value else [])):
            return candidate
    for candidate in (
        *_labelled(view),
        *_guiding(view, title),
        *_printed(view, kind_hint, jurisdiction, title),
    ):
        return candidate
    return _of_annual_statute(view, jurisdiction) or _stated(view, jurisdiction)


def _labelled(view: View) -> Iterator[Found[str | None]]:
    for label in labels_of(view):
        if label.role == "number":
            match = (
                DOCUMENT_NUMBER.search(label.value)
                or DECREE.search(label.value)
                or STANDARD_NUMBER.search(label.value)
            )
            if match or re.fullmatch(r"\S{3,40}号", label.value):
                value = match[0] if match else label.value
                yield Found(value.strip(), (label.evidence("document_number"),))


def _guiding(view: View, title: str) -> Iterator[Found[str | None]]:
    number = view.said("number")
    if number and view.said("issuedLine") and number[1].isdigit():
        yield Found(f"指导案例{number[1]}号", (stated("document_number", *number),))
    for line in view.opening[:12]:
        match = _GUIDING.match(line.text)
        if match and not title.endswith("通知"):
            yield Found(match[0], (line.evidence("document_number", 0, match.end()),))


def _printed(
    view: View, kind_hint: Kind | None, jurisdiction: str, title: str
) -> Iterator[Found[str | None]]:
    if jurisdiction == "EU":
        yield from _european(view, title)
    if kind_hint in (Kind.TYPICAL_CASE, Kind.QA):
        yield from _with_day(view)
        return
    if jurisdiction not in ("CN", "HK", "MO", "TW"):
        yield from _of_country(view, jurisdiction)
        if kind_hint is Kind.FOREIGN_CASE:
            yield from _western(view)
        yield from _of_organisation(view)
        return
    yield from _below_order(view)
    yield from _of_year(view)
    decree: Found[str | None] | None = None
    for index, line in enumerate(view.head[:60]):
        match = _own_number(line, index)
        if match:
            start, end = match
            text = line.text[start:end].strip()
            yield Found(text, (line.evidence("document_number", start, start + len(text)),))
            return
        for found in _DECREE_BODY.finditer(re.sub(r"[　]", " ", line.text)):
            if _is_act(line.text, found.start(), found.end()):
                start = found.start() + len(_BEFORE_BODY.match(found[0])[0])  # type: ignore[index]
                start = 0 if is_issuer_line(line.text[:start]) else start
                text = line.text[start : found.end()]
                decree = Found(text, (line.evidence("document_number", start, found.end()),))
    if decree:
        yield decree


def _is_act(text: str, start: int, end: int) -> bool:
    """Whether the number of an order is that by which something was done, and not one that a sentence cites."""
    before = text[:start].rstrip()
    if before.endswith(("《", "关于", "》（", "》(")):
        return False
    return len(text) - (end - start) <= _MOST_AROUND or _DONE_BY.match(text, end) is not None


def _below_order(view: View) -> Iterator[Found[str | None]]:
    """``国务院令`` with its number on the next line; that of a decision or an announcement about
    something alone below its title; that of a decision in the line of its form."""
    for line, following in itertools.pairwise(view.head[:14]):
        order, number = _ORDER_ABOVE.fullmatch(line.text), _NUMBER_BELOW.fullmatch(following.text)
        if order and number:
            value = re.sub(r"\s", "", order[1] + number[1])
            yield Found(value, (line.evidence("document_number"), following.evidence("document_number")))
        elif number and _NAMED_ABOVE.search(line.text):
            value = re.sub(r"\s", "", number[1])
            yield Found(value, (following.evidence("document_number"),))
        decision = _DECISION.fullmatch(line.text)
        if decision:
            value = re.sub(r"\s", "", decision[1])
            yield Found(value, (line.evidence("document_number", decision.start(1), decision.end(1)),))


def _of_year(view: View) -> Iterator[Found[str | None]]:
    """``2023年第6号公告`` at the beginning of a line, before the day of issue."""
    for line in view.head[:14]:
        match = _YEARLY.match(line.text)
        if match:
            yield Found(match[1], (line.evidence("document_number", match.start(1), match.end(1)),))


def _own_number(line: Line, index: int) -> tuple[int, int] | None:
    """The number on a line of its own, or before the day of issue; never one that a sentence refers to."""
    text = line.text
    for pattern in (CASE_NUMBER, DOCUMENT_NUMBER, STANDARD_NUMBER):
        match = pattern.search(text)
        if not match or (pattern is STANDARD_NUMBER and index > 6):
            continue
        if pattern is CASE_NUMBER and text[: match.start()].endswith("字"):
            continue  # 商评字[2021]第…号: the year stands behind the letters
        alone = len(text) - len(match[0]) <= 6 or _is_with_day(text, match)
        leading = (
            match.start() <= 1
            and re.match(r"[，,\s）)]", text[match.end() : match.end() + 1] or " ") is not None
        )
        after_heading = pattern is CASE_NUMBER and re.search(
            r"(?:判决书|裁定书|决定书|调解书)\s{0,4}$", text[: match.start()]
        )
        if alone or after_heading or (leading and pattern is not CASE_NUMBER and len(text) < 160):
            return match.start(), match.end()
    return None


def _is_with_day(text: str, match: re.Match[str]) -> bool:
    """Whether a line holds a number, the day of issue, and nothing else: ``（2019年1月15日 示高法〔2019〕12号）``."""
    days = find_dates(text) if len(text) <= 60 else []
    around = len(text) - len(match[0]) - sum(end - start for start, end, _ in days)
    return len(days) == 1 and around <= _MOST_AROUND


def _with_day(view: View) -> Iterator[Found[str | None]]:
    """The number of questions and answers that a court issued, which else only cite the numbers of others."""
    for line in view.head[:6]:
        match = DOCUMENT_NUMBER.search(line.text)
        if match and (_is_with_day(line.text, match) or is_number_line(line.text)):
            start = match.start()
            yield Found(match[0], (line.evidence("document_number", start, match.end()),))
            return


def _european(view: View, title: str) -> Iterator[Found[str | None]]:
    match = _EU.search(title)
    if not match:
        return
    number = re.sub(r"^\(\w+\)\s(?:[Nn]\s?[o°]\.?\s{1,2})?", "", match[0])
    for line in view.opening[:80]:
        start = line.text.upper().find(number.upper())
        if start >= 0:
            yield Found(number, (line.evidence("document_number", start, start + len(number)),))
            return


def _of_country(view: View, jurisdiction: str) -> Iterator[Found[str | None]]:
    """The number where a country's laws print it: in the first line, or in brackets in the head."""
    for line, start, end in enactments.found_in(view, "number"):
        yield Found(line.text[start:end], (line.evidence("document_number", start, end),))
    of_title, in_head = _OF_TITLE.get(jurisdiction), _IN_HEAD.get(jurisdiction)
    for line in view.head[:12]:
        match = (of_title.match(line.text) if of_title else None) or (
            in_head.search(line.text) if in_head else None
        )
        if match:
            yield Found(
                match["number"],
                (line.evidence("document_number", match.start("number"), match.end("number")),),
            )
            return


def _of_organisation(view: View) -> Iterator[Found[str | None]]:
    """The symbol of a document of an international organisation, or the number of a public law, on its own line."""
    for line in view.surroundings[:20]:
        match = _SYMBOL.match(line.text)
        if match:
            number = re.sub(r"^PUBLIC LAW", "Public Law", match["number"])
            yield Found(
                number, (line.evidence("document_number", match.start("number"), match.end("number")),)
            )
            return


def _of_reports(view: View) -> Iterator[Found[str | None]]:
    """The place in the reports by which a case is cited."""
    citations = [value for key, value in view.metadata.items() if key.endswith(("cite", "citation"))]
    for value in citations:
        match = _WESTERN[2].search(value.replace("\xa0", " "))
        if match:
            yield Found(match[0], (stated("document_number", "citation", value),))


def _western(view: View) -> Iterator[Found[str | None]]:
    yield from _of_reports(view)
    for line in view.surroundings[:30]:
        for pattern in (*_WESTERN[:2], *_DOCKETS):
            match = pattern.search(line.text)
            if match and len(line.text) < 60:
                number = re.sub(r"[‐‑–]", "-", match[0])
                yield Found(number, (line.evidence("document_number", match.start(), match.end()),))


def _of_annual_statute(view: View, jurisdiction: str) -> Found[str | None] | None:
    """An act of Canada whose chapter has a point in it came after the revision: its sections name its own year."""
    chapter = view.said("chapter")
    if jurisdiction != "CA" or not chapter or not re.fullmatch(r"[A-Z]{1,2}-\d{1,4}\.\d{1,4}", chapter[1]):
        return None
    for block in view.blocks[:400]:
        match = _ANNUAL_STATUTE.match(block.text)
        if match:
            part = block.part(match.start("year"), match.end("number"))
            series = "S.C." if match["word"] == "c" else "L.C."
            evidence = Evidence("document_number", part.text, "text", part.start, part.end)
            return Found(f"{series} {part.text}", (evidence,))
    return Found(f"c. {chapter[1]}", (stated("document_number", *chapter),))


def _stated(view: View, jurisdiction: str) -> Found[str | None]:
    for key, form in _KEYS:
        entry = view.said(key)
        if not entry or (
            key == "chapter" and (jurisdiction != "CA" or not re.fullmatch(r"[A-Z]{1,2}-\d[\d.]*", entry[1]))
        ):
            continue
        value = entry[1].lstrip("0") if key == "공포번호" else entry[1]
        return Found(form.format(value), (stated("document_number", key, entry[1]),))
    return Found(None)
