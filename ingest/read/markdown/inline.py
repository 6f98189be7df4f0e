"""Markup inside a paragraph: which characters are no text of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

Range = tuple[int, int]

_TAGS = (
    "a|abbr|article|aside|b|big|blockquote|body|br|button|caption|center|cite|code|col|colgroup|dd|del|details|dfn"
    "|div|dl|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label"
    "|li|link|main|mark|meta|nav|ol|option|p|pre|q|rp|rt|ruby|s|samp|script|section|select|small|span|strike|strong"
    "|style|sub|summary|sup|table|tbody|td|textarea|tfoot|th|thead|title|tr|tt|u|ul|var|wbr"
)
_BREAKING = re.compile(
    r"</?(?:br|p|div|details|summary|li|tr|td|th|h[1-6]|table|blockquote|ul|ol|hr|dt|dd|section|figure)\b",
    re.IGNORECASE,
)
SPECIAL = re.compile(r"[\\*_\[<`~!]|&[a-z]+;")
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<comment><!--(?:[^-<]|-(?!->)|<(?!!--)){0,20000}-->)"
    rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>]{{0,2000}})?/?>)"
    r"|(?P<auto><(?:https?|ftp|mailto):[^<>\s]{1,2000}>)"
    r"|(?P<image>!\[[^\]\n]{0,500}\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\))"
    r"|(?P<note>\[\^[^\]\s]{1,40}\])"
    r"|(?P<close>\](?:\((?:[^()]|\([^()]{0,500}\)){0,2000}\))?)"
    r"|(?P<open>\[)"
    r"|(?P<mark>\*{1,3}(?!\*)|(?<![_\w])_{1,3}(?![_\s])|(?<![_\s])_{1,3}(?![_\w])|~~)"
    r"|(?P<run>[*_]{2,})"
    r"|(?P<code>`{1,3})"
    r"|(?P<blank>&(?:nbsp|ensp|emsp|thinsp|zwnj);)",
    re.IGNORECASE,
)
_MOST_OPEN = 64
_OPENING_SIGNS = "“‘《〈（(【[〔「『\"'〖［*_~"


@dataclass(slots=True)
class Cuts:
    """What is left out of a paragraph.

    Attributes:
        ranges: the characters of markup, in order.
        breaks: where a line ends although no line feed says so (``<br>`` and tags of blocks).
        comments: ranges of the comments among them.
        internal: ranges of the links to other places of the same document.
    """

    ranges: list[Range] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    comments: list[Range] = field(default_factory=list)
    internal: list[Range] = field(default_factory=list)


def cuts_of(text: str, start: int, end: int) -> Cuts:
    """The markup between two places of a text: emphasis, escapes, links, images, tags, comments, footnote marks."""
    cuts = Cuts()
    if SPECIAL.search(text, start, end) is None:
        return cuts
    brackets: list[Range] = []
    marks: list[tuple[str, Range]] = []
    for match in _TOKEN.finditer(text, start, end):
        _take(text, match, cuts, brackets, marks)
    cuts.ranges.sort()
    cuts.internal.sort()
    return cuts


def _take(
    text: str, match: re.Match[str], cuts: Cuts, brackets: list[Range], marks: list[tuple[str, Range]]
) -> None:
    kind, span = match.lastgroup, match.span()
    if kind == "escape":
        cuts.ranges.append((span[0], span[0] + 1))
    elif kind == "auto":
        cuts.ranges += [(span[0], span[0] + 1), (span[1] - 1, span[1])]
    elif kind == "open":
        brackets.append(span)
    elif kind == "close":
        _close_link(match, cuts, brackets)
    elif kind == "mark":
        _pair(text, match.group(), span, cuts, marks)
    elif kind == "code":
        _pair_code(match.group(), span, cuts, marks)
    elif kind != "run":
        cuts.ranges.append(span)
        if kind == "comment":
            cuts.comments.append(span)
        elif kind == "tag" and _BREAKING.match(match.group()):
            cuts.breaks.append(span[0])


def _close_link(match: re.Match[str], cuts: Cuts, brackets: list[Range]) -> None:
    if not brackets:
        return
    opening = brackets.pop()
    target = match.group()
    if len(target) > 1:
        cuts.ranges += [opening, match.span()]
        if target.startswith("](#"):
            cuts.internal.append((opening[0], match.end()))


def _pair(text: str, mark: str, span: Range, cuts: Cuts, marks: list[tuple[str, Range]]) -> None:
    before = text[span[0] - 1] if span[0] else "\n"
    after = text[span[1]] if span[1] < len(text) else "\n"
    if not before.isspace():
        for index in range(len(marks) - 1, -1, -1):
            if marks[index][0] == mark:
                cuts.ranges += [marks[index][1], span]
                del marks[index:]
                return
    opens = not after.isspace() and (
        after.isalnum() or after in _OPENING_SIGNS or after in "\\§<" or not before.isalnum()
    )
    if opens:
        marks.append((mark, span))
        del marks[:-_MOST_OPEN]


def _pair_code(mark: str, span: Range, cuts: Cuts, marks: list[tuple[str, Range]]) -> None:
    for index in range(len(marks) - 1, -1, -1):
        if marks[index][0] == mark:
            cuts.ranges += [marks[index][1], span]
            del marks[index:]
            return
    marks.append((mark, span))
