"""Which line breaks end a paragraph and which only wrapped a line that was too long for its page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]"
)
_UNIT = re.compile(
    r"(?:[(\[（]?\s?[0-9０-９]{1,3}[A-Za-z]{0,2}\s?[)）](?!\s?[,，])"  # (1)  1)
    r"|[(\[（]\s?(?:[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6}|bis|[一二三四五六七八九十百]{1,4})\s?[)\]）](?!\s?[,，])"  # (a) (iv) （一）
    r"|[a-zA-Z]\)\s"  # a)
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){0,4}[A-Za-z]{0,2}[.．、](?:\s|$|[^\d\s])"  # 1.  2.3.  1、
    r"|[0-9]{1,2}\.[0-9]{1,4}(?:\.[0-9]{1,3})*\s{1,4}[^\W\d_]"  # 7.396 This
    r"|[0-9]{1,3}[A-Z]?\.?[—–-]\s?\([0-9]+\)"  # 13.—(1)
    r"|[IVXLC]{1,6}[.)]\s"
    r"|§{1,2}\s?\d"
    r"|第\s?[〇零一二三四五六七八九十百千万两0-9０-９]{1,9}\s?[编編章节節条條款项項部]"
    r"|제\s?\d{1,4}\s?[편장절조관]"
    r"|[一二三四五六七八九十]{1,3}、"
    r"|[①-⑳㈠-㈩]"
    r"|[-–—•·●○■□◆★▪*]\s)"
)
_NUMBER_OF_DOCUMENT = re.compile(
    r"[（(]?[一-龥]{1,14}\s?[〔\[【（(]\s?(?:19|20)\d{2}\s?[〕\]】）)]\s?(?:第\s?)?\d{1,5}\s?号[）)]?"
)
"""国发〔2021〕20号 alone on its line, below a title that may be as long as a line."""
_DAY = re.compile(
    r"[（(]?(?:(?:19|20)\d{2}|[一二][〇○零ОOＯ０0一二三四五六七八九]{3})\s?年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月"
    r"\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日[）)]?"
)
"""The day of signing alone on its line, below signatures that may be as long as a line."""
_TOWARDS_DAY = tuple("于自至在从由到的、，,")
_LABEL = re.compile(r"[(\[]?(?:[0-9]{1,3}[A-Za-z]{0,2}|[a-zA-Z]{1,2}|[ivxlcIVXLC]{1,6})[)\].]\.?")
_NAMED_UNIT = re.compile(
    r"(?:articles?|art\.|sections?|sec\.|rule|chapter|part|annex|schedule|title|artikel|artículo|capítulo|chapitre"
    r"|titre|livre|partie|abschnitt|teil)\s+(?:\d|[IVXLC]+\b|premier)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(?:\b(?:articles?|art|arts|paragraphs?|para|paras|subparagraphs?|sections?|subsections?|sec|clauses?|items?"
    r"|rules?|points?|part|nos?|nr|satz|abs|absatz|artikel|artículos?|apartados?|alinéas?|under|of|in|to|by|with|see"
    r"|the|§{1,2})\.?|§)$",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?=[^a-z]{0,90}[A-Z]{5})[A-Z0-9][A-Z0-9 ,'’()&/—–-]{6,90}")
"""A line of capitals alone: a heading, behind the end of a sentence or above smaller letters."""
_SCHEDULE = re.compile(r"(?:[A-Z]{3,10} )?(?:SCHEDULE|ANNEX|APPENDIX)(?: [0-9A-Z]{1,5})?")
_CJK_STOP = tuple("。；：！？…;:!?.”」』）)")
_STOP = (".", ";", ":", "!", "?", "。", "”", '."')
_DOTTED = "......"
_WIDEST_PAGE = 132
_NEARLY_FULL = 0.8
_WRAPPED_SHARE = 0.25
_FEWEST_LINES = 6
_SOFT_WRAP = 40
_SAMPLE = 80


def columns(line: str) -> int:
    """How many columns of a fixed-width page the line takes: a Han character takes two."""
    # A wide character takes three bytes of UTF-8 and two columns; this counts them without looking at each.
    return (
        len(line) if line.isascii() else len(line) + (len(line.encode("utf-8", "replace")) - len(line)) // 2
    )


def is_cjk(line: str) -> bool:
    """Whether a line is Chinese, Japanese or Korean rather than Latin."""
    sample = line[:_SAMPLE]
    return not sample.isascii() and len(_WIDE.findall(sample)) * 6 >= len(sample)


def begins_unit(line: str) -> bool:
    """Whether a line begins with a number, letter or sign of a provision or list item."""
    return _UNIT.match(line) is not None


def refers_onward(line: str) -> bool:
    """Whether a line breaks off inside a reference, so that the number on the next line belongs to it."""
    return _REFERENCE.search(line[-16:]) is not None


def _is_heading(line: str, following: str) -> bool:
    """Whether a line of capitals stands behind the end of a sentence, or opens a schedule."""
    if _CAPITALS.fullmatch(following) is None or _CAPITALS.fullmatch(line) is not None:
        return False
    return line.endswith(_STOP) or _SCHEDULE.fullmatch(following) is not None


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a text were wrapped.

    Attributes:
        width: the columns of a full line, or ``None`` where lines are whole paragraphs.
        soft: whether line breaks of Latin text count for nothing, as in Markdown.
        listed: the headings that a table of contents with dots lists: they end where it says, however long they are.
    """

    width: int | None
    soft: bool = False
    listed: frozenset[str] = frozenset()

    @classmethod
    def of(cls, lines: Iterable[str], soft: bool = False) -> Wrapping:
        """Judge from the lines of a whole text: wrapped lines end close to one and the same column."""
        given = list(lines)
        listed = frozenset(line.partition(_DOTTED)[0].rstrip() for line in given if _DOTTED in line)
        widths = sorted(columns(line) for line in given if line and _DOTTED not in line)
        if len(widths) < _FEWEST_LINES:
            return cls(None, soft)
        full = widths[min(len(widths) - 1, len(widths) * 9 // 10)]
        near = sum(1 for width in widths if width >= full * _NEARLY_FULL)
        wrapped = _SOFT_WRAP <= full <= _WIDEST_PAGE and near >= len(widths) * _WRAPPED_SHARE
        return cls(full if wrapped else None, soft, listed)

    def continues(self, line: str, following: str) -> bool:
        """Whether ``following`` goes on with the paragraph of ``line``; both without blanks at their ends."""
        if is_cjk(line) or is_cjk(following):
            return self._continues_cjk(line, following)
        if self.width is not None and _LABEL.fullmatch(line):
            return not begins_unit(following)
        if _is_heading(line, following):
            return False
        if begins_unit(following):
            return self._full(line, following) and refers_onward(line)
        if _NAMED_UNIT.match(following) and line.endswith(_STOP):
            return False
        return self._full(line, following)

    def _full(self, line: str, following: str) -> bool:
        """Whether the next word had no place left on the line."""
        if self.soft:
            return columns(line) >= _SOFT_WRAP or following[:1].islower()
        if self.width is None:
            return False
        room = columns(line) + 1 + len(following.split(None, 1)[0])
        return room >= self.width * _NEARLY_FULL or (following[:1].islower() and room >= self.width * 0.55)

    def _continues_cjk(self, line: str, following: str) -> bool:
        if line in self.listed:
            return False
        if self.width is None or begins_unit(following) or columns(line) < self.width * 0.88:
            return False
        if _DAY.fullmatch(following):
            return line.endswith(_TOWARDS_DAY)
        return not line.endswith(_CJK_STOP) and _NUMBER_OF_DOCUMENT.fullmatch(following) is None
