"""Recognised words become lines with their place on the page, as those of a PDF's text layer are."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from statistics import median

from ingest.read.paged.lines import Line
from ingest.read.scan.pictures import Picture
from ingest.read.scan.tesseract import Word
from ingest.read.wrapping import is_cjk

_SPACE = 1.3  # of a character's height: what is set apart by so much was set apart by the writer
_SPACE_AFTER_NUMBER = 0.3  # behind 第一条, where there is a blank in every style
_SAME_SIZE = (0.78, 1.25)  # boxes are as high as their ink: a line of 一 is lower than one of 龥
_LEAST_CONFIDENCE = 0.2
_LABEL = re.compile(
    r"第[〇零一二三四五六七八九十百千\d]{1,9}[编編章节節条條款](?:之[一二三四五六七八九十])?$"
)
_MARK = re.compile(r"[“”\"]{1,2}")
_CJK_MARK = re.compile(r"[\u3000-\u303f\uff00-\uff65“”‘’…—]")


def page_lines(words: Iterable[Word], picture: Picture, number: int) -> list[Line]:
    """The lines of a page in points, from the bottom up.

    Args:
        words: in reading order.
        picture: what they were recognised on.
        number: of the page, from 0.
    """
    scale = 72 / picture.dpi
    grouped = [list(group) for _, group in itertools.groupby(words, key=lambda word: word.line)]
    heights = [_height(group) for group in grouped for _ in range(_length(group))]
    usual = median(heights) if heights else 1
    lines: list[Line] = []
    for group in grouped:
        if not _legible(group):
            continue
        height = _height(group)
        size = usual if _SAME_SIZE[0] <= height / usual <= _SAME_SIZE[1] else height
        bottom = median(word.top + word.height for word in group)
        lines.append(
            Line(
                line_text(group),
                min(word.left for word in group) * scale,
                max(word.left + word.width for word in group) * scale,
                (picture.height - bottom) * scale,
                round(size * scale, 1),
                number,
            )
        )
    return lines


def line_text(words: Sequence[Word]) -> str:
    """The words of a line: none of the blanks that Tesseract puts between Han characters, all that stand for a gap."""
    height = _height(words)
    text = ""
    end = 0
    for place, word in enumerate(words):
        piece = word.text
        numbered = _LABEL.match(text) is not None
        gap = word.left - end > (_SPACE_AFTER_NUMBER if numbered else _SPACE) * height
        if numbered and (mark := _MARK.match(piece)):
            if _is_gap(mark[0], piece[1:], words[place + 1 :]):
                piece = piece[mark.end() :]
            gap = True
        if not piece:
            continue
        marked = text and not numbered and (_CJK_MARK.match(text[-1]) or _CJK_MARK.match(piece))
        if text and not marked and (gap or not _touching(text[-1], piece[0])):
            text += " "
        text += piece
        end = word.left + word.width
    return text


def _is_gap(mark: str, rest: str, following: Sequence[Word]) -> bool:
    """Whether a mark of quotation behind the number of an article is the gap there, which Tesseract takes for one:
    nothing was opened that it could close, or what it opens is not closed on the line."""
    if mark == "”":
        return True
    return not any(closing in text for text in (rest, *(word.text for word in following)) for closing in '”"')


def _height(words: Sequence[Word]) -> float:
    """The height of a line's characters: some boxes are too high by half, those of marks and of 一 too low."""
    return median(word.height for word in words for _ in word.text)


def _touching(left: str, right: str) -> bool:
    """Whether two characters stand together without a blank in Chinese, Japanese text; Korean parts its words."""
    return _is_han(left) or _is_han(right)


def _is_han(character: str) -> bool:
    return (is_cjk(character) and not "\uac00" <= character <= "\ud7a3") or bool(_CJK_MARK.match(character))


def _length(words: Iterable[Word]) -> int:
    return sum(len(word.text) for word in words)


def _legible(words: Sequence[Word]) -> bool:
    """Whether a line is more than what a stamp, a fold or a margin was taken for."""
    best = max(word.confidence for word in words)
    return best >= _LEAST_CONFIDENCE and any(map(str.isalnum, line_text(words)))
