"""Other names by which a document is cited: those it gives itself, and those that people use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Evidence
from corpus.works import normalised, work_names
from ingest.identify.forms import CHINESE_FORM, STRUCTURAL, WESTERN_FORM, is_issuer_line
from ingest.identify.found import Found, stated
from ingest.identify.language import by_stopwords
from ingest.identify.view import View
from ingest.identify.wording import clean

_SHORT = re.compile(
    r"(?:以下|下文)?(?:简称|簡稱|统称为?)[为：:]?[《“\"]?(?P<name>[^《》“”\"）)，。]{2,30})[》”\"]?"
)
_CITED_AS = re.compile(
    r"(?:(?:may|shall) be (?:cited|known) as|short title (?:of this \w{3,12} )?is|[Tt]his (?:Act|Law|Ordinance|Order) is the|(?:[Tt]his|[Tt]he present) \w{3,14},? \(?hereinafter (?:referred to as|called))"
    r"\s{1,2}(?:[Tt]he\s)?[“\"*]{0,2}(?P<name>[A-Z][^“”\"*.;\n]{3,120}?)(?=[“”\"*.;,)\n]|\sand (?:shall|comes?|is)\b|$)"
)
_IN_BRACKETS = re.compile(
    r"\s\((?P<long>[A-ZÄÖÜ][\wÄÖÜäöüß’' -]{2,60}?)(?:\s?[–—,-]\s(?P<short>[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,14}))?\)$"
)
"""``Gesetz über … (Mustergesetz – MuG)``: the short title and the abbreviation behind the long one."""
_GENERIC = re.compile(
    r"(?:本|该|此|上述).*|(?:原)?(?:办法|规定|解释|条例|通知|意见|细则|决定|公告|指引|指南|规则|方案|法|批复|安排|标准|目录|清单|协议|纲要|规划|计划|要点)"
)
"""Short names that hold within the text alone: 《办法》, 本法."""
_ISSUER_ABOVE = re.compile(r"^(?P<issuers>[一-龥、，\s]{4,90}?)(?=关于)")
_KEYS = (
    "jurabk",
    "abbrev",
    "name_abbreviation",
    "英文法規名稱",
    "中文法規名稱",
    "short_title",
    "약칭",
    "법령약칭",
    "law_title_short",
)
_LONG_KEYS = ("long_title", "name", "titulo_largo")
_STATE = "中华人民共和国"


def find(view: View, title: str, language: str, jurisdiction: str) -> Found[tuple[str, ...]]:
    """Short names and aliases in order, without the title itself."""
    names: dict[str, Evidence | None] = {}
    for name, evidence in (*_of_itself(view, title), *_stated(view, title), *_defined(view, title)):
        plain = clean(name)
        if plain and normalised(plain) != normalised(title) and len(plain) <= 300:
            names.setdefault(plain, evidence)
    for work in work_names().canonical(title, jurisdiction) or ():
        if normalised(work.title) == normalised(title):
            for name in work_names().names_of(work.title):
                names.setdefault(name, None)
    names.pop(title, None)
    return Found(tuple(names), tuple(evidence for evidence in names.values() if evidence))


_Pairs = Iterator[tuple[str, "Evidence | None"]]


def _of_itself(view: View, title: str) -> _Pairs:
    """The title without the state's name; the abbreviation in brackets behind a heading; a case's party line."""
    if title.startswith(_STATE) and len(title) > len(_STATE) + 1:
        yield title.removeprefix(_STATE), None
    notice = re.search(r"(?:印发|发布)《([^《》]{4,80})》(?:的(?:通知|公告))?$", title)
    if notice:
        yield notice[1], None
    yield from _shorter(title)
    yield from _translated(view, title)
    for line in view.opening[:20]:
        match = re.fullmatch(r"(.{6,300}?)\s\(([A-Z][A-Za-zÄÖÜ]{1,14})\)", line.text)
        if match and clean(match[1]) in (title, title.removesuffix(f" ({match[2]})")):
            yield match[2], line.evidence("names", match.start(2), match.end(2))
        if line.level == 2 and re.search(r"(?:案|一案)$", line.text) and line.text != title:
            yield line.text, line.evidence("names")


def _shorter(title: str) -> _Pairs:
    """A title without those who issued it, without the state's name within, and its short form in brackets."""
    issuers = _ISSUER_ABOVE.match(title)
    if issuers and is_issuer_line(issuers["issuers"]) and len(title) - issuers.end() > 8:
        yield title[issuers.end() :], None
    for mark in "《〈":
        if f"{mark}{_STATE}" in title:
            yield title.replace(f"{mark}{_STATE}", mark), None
    bracket = _IN_BRACKETS.search(title) if title.isascii() or not re.search(r"[一-龥]", title) else None
    if bracket and len(title) - len(bracket[0]) > 10:
        yield title[: bracket.start()], None
        yield bracket["long"], None
        if bracket["short"]:
            yield bracket["short"], None


def _translated(view: View, title: str) -> _Pairs:
    """The title in another language, printed as a heading or a line beside it."""
    lines = view.opening[:8]
    place = next((i for i, line in enumerate(lines) if line.text and clean(line.text) == title), None)
    if place is None:
        return
    for line in (*lines[max(0, place - 2) : place], *lines[place + 1 : place + 3]):
        other = clean(line.text)
        script = bool(re.search(r"[一-龥]", other)) != bool(re.search(r"[一-龥]", title))
        tongue = line.level > 0 and other_tongue(other, title)
        form = CHINESE_FORM.search(other) or WESTERN_FORM.search(other)
        if form and (script or tongue) and 4 <= len(other) <= 300 and not STRUCTURAL.match(other):
            yield other, line.evidence("names")


def other_tongue(one: str, title: str) -> bool:
    """Whether two titles are in different languages, as far as their small words tell."""
    here, there = by_stopwords(one), by_stopwords(title)
    return here is not None and there is not None and here != there


def _stated(view: View, title: str) -> _Pairs:
    for key in (*_KEYS, *_LONG_KEYS):
        entry = view.said(key)
        if entry and len(entry[1]) < 300:
            yield entry[1], stated("names", *entry)


def _defined(view: View, title: str) -> _Pairs:
    """``《…》（以下简称《解释》）`` about the document itself, ``This Act may be cited as``."""
    for block in view.blocks[:60]:
        text = block.text[:3000]
        match = _CITED_AS.search(text)
        if match:
            part = block.part(match.start("name"), match.start("name") + len(match["name"].rstrip()))
            yield match["name"], Evidence("names", part.text, "text", part.start, part.end)
        for short in _SHORT.finditer(text):
            before = text[max(0, short.start() - 160) : short.start()]
            named = re.search(
                r"《([^《》]{2,150}(?:〈[^〈〉]{1,80}〉[^《》]{0,80})?)》[^《》，。]{0,12}$", before
            )
            if named and normalised(named[1]) == normalised(title):
                if _GENERIC.fullmatch(short["name"].strip("《》〈〉“”")):
                    continue
                part = block.part(short.start("name"), short.end("name"))
                yield short["name"], Evidence("names", part.text, "text", part.start, part.end)
