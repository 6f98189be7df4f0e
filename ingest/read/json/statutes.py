"""Statutes as lists of articles, such as the law database of the Taiwan region publishes them."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.html import visible
from ingest.read.json.shape import add_lines, outside

_BODIES = ("法規內容", "英文法規內容", "LawArticles", "EngLawArticles", "articles")
_TITLES = ("法規名稱", "英文法規名稱", "EngLawName", "LawName", "title", "name")
_DIVISIONS = ("編章節", "ArticleDivision", "division")
_NUMBERS = ("條號", "ArticleNo", "EngArticleNo", "number")
_TEXTS = ("條文內容", "ArticleContent", "EngArticleContent", "text", "content")
_HISTORY = ("沿革內容", "LawHistories", "EngLawHistories")
_PREAMBLE = ("前言", "LawForeword", "EngLawForeword")
_TYPES = ("ArticleType", "EngArticleType")
_ATTACHMENTS = ("附件", "LawAttachements", "EngLawAttachements")
_NEW_ENTRY = re.compile(r"\d{1,3}\s?[.．](?!\d)|中華民國|[（(]")
_WRAPPED_AT = 50


class ArticleList:
    """A title, and a list whose entries are divisions or articles with number and text."""

    def fits(self, value: Any) -> bool:
        """Whether there is a title and a list with an entry that has a number and a text."""
        if not isinstance(value, dict) or not _first(value, _TITLES):
            return False
        return any(_first(entry, _NUMBERS) and _first(entry, _TEXTS) for entry in _entries(value))

    def write(self, value: Any, builder: TextBuilder) -> dict[str, str]:
        """Append the title, divisions and articles as headings, and the lines of each article.

        The history of the law is text of the document too: it tells its dates.
        """
        builder.add(BlockKind.HEADING, visible(_first(value, _TITLES)), 1)
        add_lines(builder, _unwrapped(_first(value, _HISTORY)))
        add_lines(builder, _first(value, _PREAMBLE))
        for entry in _entries(value):
            is_division = _first(entry, _TYPES) == "C" and not _first(entry, _NUMBERS)
            if is_division:
                builder.add(BlockKind.HEADING, visible(_first(entry, _TEXTS)), 2)
                continue
            builder.add(BlockKind.HEADING, visible(_first(entry, _DIVISIONS)), 2)
            builder.add(BlockKind.HEADING, visible(_first(entry, _NUMBERS)), 3)
            add_lines(builder, _first(entry, _TEXTS))
        return outside(value, *_BODIES, *_HISTORY, *_PREAMBLE, *_ATTACHMENTS)


def _unwrapped(history: str) -> str:
    """A history whose lines were broken at a fixed width, even within words, with its entries whole.

    Only lines of Chinese are joined: in other languages a line is an event of its own.
    """
    lines: list[str] = []
    width = 0
    for line in history.splitlines():
        text = line.strip()
        whole = not text or not lines or width < _WRAPPED_AT or _NEW_ENTRY.match(text) is not None
        if whole or not (_is_chinese(text) and _is_chinese(lines[-1])):
            lines.append(text)
        else:
            lines[-1] += text
        width = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line.rstrip())
    return "\n".join(lines)


def _is_chinese(text: str) -> bool:
    return any("一" <= char <= "鿿" for char in text)


def _entries(value: dict[str, Any]) -> list[dict[str, Any]]:
    for key in _BODIES:
        if isinstance(value.get(key), list):
            return [entry for entry in value[key] if isinstance(entry, dict)]
    return []


def _first(value: dict[str, Any], keys: tuple[str, ...]) -> str:
    """The first entry under one of the keys that is a text or a number."""
    for key in keys:
        item = value.get(key)
        if isinstance(item, str) and item.strip():
            return item
        if isinstance(item, int) and not isinstance(item, bool):
            return str(item)
    return ""
