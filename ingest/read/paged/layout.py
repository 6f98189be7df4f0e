"""Which lines of a page belong to one paragraph, judged by margins, indents, gaps and font sizes."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from statistics import median

from ingest.read.paged.lines import Line
from ingest.read.wrapping import begins_unit, is_cjk, refers_onward

_STOP = tuple("。；：！？…;:!?.”」』）)")
_CHAPTER = re.compile(r"第\s?[〇零一二三四五六七八九十百\d]{1,5}\s?[编章节部]")
_LARGER = 1.15
_INDENT = 1.3
_WIDEST_INDENT = 4.5
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages of a document are set.

    Attributes:
        left, right: the margins of the running text.
        size: its font size.
        pitch: the distance from one line to the next.
        indents: whether paragraphs begin with an indent.
        gaps: whether paragraphs stand apart from each other.
    """

    left: float
    right: float
    size: float
    pitch: float
    indents: bool
    gaps: bool

    @classmethod
    def of(cls, lines: list[Line]) -> Layout:
        """Judge from all lines of a document that are no furniture."""
        if not lines:
            return cls(0, 0, 1, 1, False, False)
        size = (
            Counter(round(line.size, 1) for line in lines for _ in range(len(line.text))).most_common(1)[0][0]
            or 1.0
        )
        body = [line for line in lines if abs(line.size - size) < 0.6] or lines
        left = float(Counter(round(line.left) for line in body).most_common(1)[0][0])
        rights = sorted(line.right for line in body)
        right = rights[min(len(rights) - 1, len(rights) * 19 // 20)]
        steps = [
            one.base - other.base
            for one, other in itertools.pairwise(body)
            if one.page == other.page and 0 < one.base - other.base < 6 * size
        ]
        pitch = median(sorted(steps)[: max(len(steps) // 2, 1)]) if steps else size * 1.5
        indented = sum(1 for line in body if _INDENT * size < line.left - left < _WIDEST_INDENT * size)
        apart = sum(1 for step in steps if step > pitch * 1.35)
        return cls(left, right, size, pitch, indented * 20 >= len(body), apart * 10 >= max(len(steps), 1))

    def continues(self, line: Line, following: Line) -> bool:
        """Whether ``following`` goes on with the paragraph of ``line``."""
        if abs(line.size - following.size) > 0.15 * max(line.size, following.size):
            return False
        if begins_unit(following.text) and not (self._full(line, following) and refers_onward(line.text)):
            return False
        same_page = line.page == following.page
        if same_page and line.base - following.base > self.pitch * 1.35 * max(line.size / self.size, 1):
            return False
        if not self._full(line, following):
            return False
        indented = following.left - self.left > _INDENT * following.size
        if indented and abs(following.left - line.left) > following.size * 0.5:
            return False
        if line.text.endswith(_STOP):
            return (self.indents and not indented) or (self.gaps and same_page)
        return True

    def heading(self, lines: list[Line]) -> int:
        """The level of a heading that is set larger than the running text; 0 for a paragraph."""
        length = sum(len(line.text) for line in lines)
        size = lines[0].size
        if length > _LONGEST_HEADING or size < self.size * _LARGER or lines[-1].text.endswith(("。", "；")):
            return 0
        if _CHAPTER.match(lines[0].text):
            return 2
        return 1 if size >= self.size * 1.5 else 3

    def _full(self, line: Line, following: Line) -> bool:
        """Whether the next word had no place left on the line."""
        if is_cjk(line.text) or is_cjk(following.text):
            return line.right >= self.right - 2.5 * line.size
        word = following.text.split(None, 1)[0]
        return line.right + (len(word) + 1) * line.size * 0.5 >= self.right - line.size


def join(lines: list[str]) -> str:
    """The lines of a paragraph in one: without a blank between Han characters, without a hyphen that parts a word."""
    text = lines[0]
    for line in lines[1:]:
        if text.endswith("-") and text[-2:-1].islower() and line[:1].islower():
            text = text[:-1] + line
        elif is_cjk(text[-2:]) and is_cjk(line[:2]):
            text += line
        else:
            text += " " + line
    return text
