"""Running heads, feet and page numbers: what stands at the edge of one page after the other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ingest.read.wrapping import begins_unit

_EDGE = 3
_FEWEST_PAGES = 3
_SHARE = 0.4
_PAGE_NUMBER = re.compile(
    r"[\s\-—–·•|/]*(?:第\s*)?(?:page\s*)?\d{1,4}(?:\s*页)?"
    r"(?:\s*(?:/|of|，|,|共)\s*(?:共\s*)?\d{1,4}(?:\s*页)?)?[\s\-—–·•|]*|[ivxlc]{1,7}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+|[\s.…·-]+")


def furniture_lines(pages: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Page and place of each line that is no text of the document.

    A page number is furniture in the outermost two lines of a page. Any other line among the outermost three is, if
    it comes back (but for its digits) on three pages and on two of five.
    """
    found: set[tuple[int, int]] = set()
    counts = Counter(key for lines in pages for key in {_key(lines[place]) for place in _edges(lines)})
    needed = max(_FEWEST_PAGES, len(pages) * _SHARE)
    for number, lines in enumerate(pages):
        for place in _edges(lines):
            outermost = place < 2 or place >= len(lines) - 2
            repeated = counts[_key(lines[place])] >= needed and not begins_unit(lines[place])
            if repeated or (outermost and len(pages) > 1 and _PAGE_NUMBER.fullmatch(lines[place])):
                found.add((number, place))
    return found


def _edges(lines: Sequence[str]) -> set[int]:
    return {place for place in range(len(lines)) if place < _EDGE or place >= len(lines) - _EDGE}


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.lower())
