"""The rules and documents that an item names, as printed."""

from __future__ import annotations

import re
from bisect import bisect_right, insort

from ingest.identify.forms import DOCUMENT_NUMBER

_UNIT = r"第[〇零一二三四五六七八九十百0-9]{1,5}(?:条(?:之[一二三四五六七八九十]{1,2})?|章|节)(?:第[一二三四五六七八九十0-9]{1,3}款)?(?:第[（(]?[一二三四五六七八九十0-9]{1,3}[)）]?项)?"
_TITLE = re.compile(
    rf"《(?:[^《》]|《[^《》]{{1,120}}》){{1,200}}》(?:{_UNIT}(?:(?:、|和|及|与){_UNIT}){{0,8}})?"
)
_ENGLISH = re.compile(
    r"(?:\b(?:Articles?|Rules?|Sections?|Art\.)\s[\w().-]{1,12}(?:\s?(?:,|and|to)\s[\w().-]{1,8})*\s(?:of|under)\s(?:the\s)?)?"
    r"\b(?:[A-Z][\w'-]+\s(?:(?:of|on|for|and|the|to|in)\s(?=\S)){0,2}){0,8}(?:Agreement|Treaty|Convention|Regulations?|Guidelines|Directive|Protocol|Act|Law|Code|Arrangement|Memorandum)\b(?!\s[a-z]+\sto\b)"
    r"|\b(?:Articles?|Rules?|Sections?)\s\d[\w().-]{0,10}(?:\sof\s(?:the\s)?[A-Z]{2,8})?"
)


def cites_in(text: str, settled_by: str) -> tuple[str, ...]:
    """The rules and documents that a text names: titles with their articles, numbers of documents that stand alone.

    Args:
        text: the item.
        settled_by: what settled it, which is no rule that it cites.
    """
    found: list[tuple[int, str]] = []
    covered: list[tuple[int, int]] = []
    for pattern in (_TITLE, DOCUMENT_NUMBER, _ENGLISH):
        for match in pattern.finditer(text):
            before = bisect_right(covered, (match.start(), len(text))) - 1
            behind_title = before >= 0 and match.start() <= covered[before][1] + 2
            if behind_title or (settled_by and match[0] in settled_by):
                continue
            value = re.sub(r"^(?:[Tt]he|[Aa]n?|[Uu]nder|In|By)\s", "", " ".join(match[0].split()))
            if pattern is _ENGLISH and " " not in value:
                continue
            insort(covered, match.span())
            found.append((match.start(), value))
    return tuple(dict.fromkeys(value for _, value in sorted(found)))
