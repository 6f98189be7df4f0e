"""Other names by which a document is cited: those it gives itself, and those that people use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.evidence import Evidence
from corpus.works import normalised, work_names
from ingest.identify.found import Found, stated
from ingest.identify.view import View
from ingest.identify.wording import clean

_SHORT = re.compile(
    r"(?:以下|下文)?(?:简称|簡稱|统称为?)[为：:]?[《“\"]?(?P<name>[^《》“”\"）)，。]{2,30})[》”\"]?"
)
_CITED_AS = re.compile(
    r"(?:may be cited as|short title (?:of this Act )?is|hereinafter (?:referred to as|called))\s{1,2}(?:the\s)?[“\"*]{0,2}(?P<name>[A-Z][^“”\"*.\n]{3,120})"
)
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
    for line in view.opening[:20]:
        match = re.fullmatch(r"(.{6,300}?)\s\(([A-Z][A-Za-zÄÖÜ]{1,14})\)", line.text)
        if match and clean(match[1]) in (title, title.removesuffix(f" ({match[2]})")):
            yield match[2], line.evidence("names", match.start(2), match.end(2))
        if line.level == 2 and re.search(r"(?:案|一案)$", line.text) and line.text != title:
            yield line.text, line.evidence("names")


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
                part = block.part(short.start("name"), short.end("name"))
                yield short["name"], Evidence("names", part.text, "text", part.start, part.end)
