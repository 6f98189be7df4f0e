"""What an article quotes of another text: 将第二条修改为：“第二条 …”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.numbering import article_number
from ingest.cut.lines import Line

_LONGEST = 120
"""Lines after which a quotation mark that was never closed is taken for a slip of the source."""
_VERBS = r"(?:修改为|改为|改成|修订为|表述为|规定为|如下|增加|新增|作为第[^：:“]{1,30}|作为本[条款项])[^：:“”。]{0,60}[：:]"
_OPENS = re.compile(
    rf"{_VERBS}\s*(?=[“「])|[：:]\s*(?=[“「]\s*第\s*[一二三四五六七八九十百千零0-9]{{1,9}}\s*[条條编章节])"
)
_ANNOUNCES = re.compile(rf"{_VERBS}$")
_INTRODUCES = re.compile(r"(?:内容如下|条文如下|修改为|增加[^。；]{0,40}作为第[^。；]{1,20})\s*[：:]$")
_UNIT = re.compile(
    r"[“「]?\s*(?P<unit>第\s*[一二三四五六七八九十百千零〇0-9]{1,9}\s*[条條](?:\s*之[一二三四五六七八九十]{1,2})?)[\s　：:]"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """The lines of a quotation, its marks included."""

    lines: tuple[Line, ...]

    def articles(self) -> Iterator[list[Line]]:
        """The lines of each quoted article; what stands before the first one comes by itself."""
        group: list[Line] = []
        for line in self.lines:
            if group and _UNIT.match(line.text):
                yield group
                group = []
            group.append(line)
        if group:
            yield group


def quoted_number(text: str) -> str | None:
    """The number of the article with which a quotation begins, ``None`` where it begins with none."""
    match = _UNIT.match(text)
    return article_number(match["unit"]) if match else None


def with_quotations(lines: Sequence[Line]) -> Iterator[Line | Quotation]:
    """The lines, those of a quotation together; a line in which one begins or ends is parted there."""
    index = 0
    rest: Line | None = None
    before = ""
    while index < len(lines) or rest is not None:
        line = rest if rest is not None else lines[index]
        if rest is None:
            index += 1
        rest = None
        announced = bool(_ANNOUNCES.search(before))
        if _INTRODUCES.search(before) and _UNIT.match(line.text) and line.text[0] not in "“「":
            yield Quotation((line, *lines[index:]))
            return
        before = line.text
        match = _OPENS.search(line.text)
        begin = match.end() if match else None
        if begin is None and line.text[0] in "“「" and (announced or _UNIT.match(line.text)):
            begin = 0
        if begin is None or begin >= len(line.text):
            yield line
            continue
        inside = line
        if begin > 0:
            opening, inside = line.parts(begin)
            yield opening
        taken, rest, index = _until_closed(inside, lines, index)
        before = taken[-1].text
        yield Quotation(tuple(taken))


def _until_closed(first: Line, lines: Sequence[Line], index: int) -> tuple[list[Line], Line | None, int]:
    """The lines up to the closing mark, what follows it on its line, and the next line."""
    taken: list[Line] = []
    depth, line, start = 0, first, index
    while True:
        end, depth = _closing(line.text, depth, is_first=not taken)
        if end is not None:
            if line.text[end:].strip():
                left, rest = line.parts(end)
                return [*taken, left], rest, index
            return [*taken, line], None, index
        taken.append(line)
        if index >= len(lines) or len(taken) > _LONGEST:
            break
        line = lines[index]
        index += 1
    # Never closed: only the line itself is quoted.
    return [first], None, start


def _closing(text: str, depth: int, is_first: bool) -> tuple[int | None, int]:
    """Where the quotation that stands open ends in a line, and how many marks stand open at its end.

    A quotation of several paragraphs repeats the opening mark before each and closes once.
    """
    if depth > text.count("”") + text.count("」"):
        again = 1 if not is_first and text[0] in "“「" else 0
        opened = text.count("“") + text.count("「") - again
        return None, depth + opened - text.count("”") - text.count("」")
    for at, character in enumerate(text):
        if character in "“「" and (is_first or at > 0):
            depth += 1
        elif character in "”」":
            depth -= 1
            if depth <= 0:
                end = at + 1
                while end < len(text) and text[end] in "。；;，":
                    end += 1
                return end, 0
    return None, depth
