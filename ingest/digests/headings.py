"""Headings under which cases are told, from the table of them: alone on a line, in brackets, or before their text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.evidence import Immutable
from corpus.tables import table
from ingest.digests.sheet import Line

_LEAD = re.compile(
    r"[\s*＊#>■◆●▲★※▶►•·—-]{0,6}"
    r"(?:(?:第[一二三四五六七八九十]{1,3}部分|[一二三四五六七八九十]{1,3}|\d{1,2}|[IVX]{1,5}|[A-H])\s?[、.．)）:]\s*"
    r"|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]\s*|\d{1,2}[\s　]+|Part\s\d\d?\s*)?[\s*]{0,4}",
    re.IGNORECASE,
)
_BRACKETS = dict(zip("【[［〔〖「＜<", "】]］〕〗」＞>", strict=True))
_COLON = re.compile(r"[:：]|——")
_BLANK = re.compile(r"[\s　]")
_HAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_TRAILING = " \t　:：*＊。.—-"
_MOST_WORD = 90
_MOST_PREFIX = 40


@dataclass(frozen=True, slots=True)
class Word(Immutable):
    """A word of the table: the field below it, whether it tells of a case by itself, whether it may be the gist."""

    field: str
    strong: bool
    gist: bool


@dataclass(frozen=True, slots=True)
class Heading(Immutable):
    """A heading found: its line, its words, and where the text after it begins in the same line, if any does."""

    line: Line
    name: str
    word: Word
    inline: int | None
    bracketed: bool = False

    @property
    def strong(self) -> bool:
        """Whether the heading alone shows that a case is told: by its word, or by the brackets around it."""
        return self.word.strong or self.bracketed

    @property
    def body(self) -> int:
        """Where the text below the heading begins."""
        return self.line.end if self.inline is None else self.inline


@cache
def _table(scope: str) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for row in table("case_headings"):
        if row["scope"] == scope:
            word = Word(row["field"], row["strong"] == "yes", row["gist"] == "yes")
            for name in row["words"].split("|"):
                found.setdefault(_key(name), word)
    return found


def heading_of(line: Line, scopes: tuple[str, ...] = ("zh",)) -> Heading | None:
    """The heading that a line is or begins with."""
    lead = _LEAD.match(line.text)
    skipped = lead.end() if lead else 0
    for start in dict.fromkeys((skipped, 0)):
        found = _at(line, start, scopes)
        if found is not None:
            return found
    return None


def _at(line: Line, start: int, scopes: tuple[str, ...]) -> Heading | None:
    text = line.text
    closing = _BRACKETS.get(text[start : start + 1])
    if closing:
        end = text.find(closing, start + 1, start + _MOST_PREFIX)
        word = _word(text[start + 1 : end], scopes) if end > 0 else None
        return _heading(line, text[start + 1 : end], word, end + 1, True) if word else None
    if len(text) - start <= _MOST_WORD:
        name = text[start:].strip(_TRAILING)
        word = _word(name, scopes)
        if word is not None:
            return _heading(line, name, word, len(text))
    colon = _COLON.search(text, start, start + _MOST_PREFIX)
    if colon and colon.start() > start:
        name = text[start : colon.start()].strip(_TRAILING)
        word = _word(name, scopes)
        if word is not None:
            return _heading(line, name, word, colon.end())
    blank = _BLANK.search(text, start, start + _MOST_PREFIX)
    if blank:
        word = _word(text[start : blank.start()], scopes)
        if word is not None and word.field == "keywords":
            return _heading(line, text[start : blank.start()], word, blank.end())
    return None


def _heading(line: Line, name: str, word: Word, end: int, bracketed: bool = False) -> Heading:
    rest = line.text[end:].lstrip(_TRAILING)
    inline = line.end - len(rest) if rest else None
    return Heading(line, _key(name), word, inline, bracketed)


def _word(name: str, scopes: tuple[str, ...]) -> Word | None:
    key = _key(name)
    return next((word for scope in scopes if (word := _table(scope).get(key))), None)


def _key(name: str) -> str:
    plain = name.strip().strip(_TRAILING).casefold().replace("’", "'")
    return "".join(plain.split()) if _HAN.search(plain) else " ".join(plain.split())
