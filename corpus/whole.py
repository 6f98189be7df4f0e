"""Parts of a rule that stand in files of their own: of which whole they are parts, by their titles.

A part is no version of the whole: its articles are some of the articles, its text is not the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus import ids
from corpus.evidence import Immutable
from corpus.model import Identity
from corpus.same_work import RULES, work_title

_COUNT = r"第[〇零一二三四五六七八九十百\d]{1,5}(?:分编|编|章|部分|分册|卷|篇)"
_WHOLES = (
    # 示例法 第二编 程序; 示例指南 第三部分第四章
    re.compile(
        rf"^(?P<whole>[^\s·《》]{{2,60}}?)[\s·•—-]{{0,3}}(?:{_COUNT}\s?){{1,4}}(?:(?<=\s).{{0,80}}|[·•、：:—-].{{0,80}})?$"
    ),
    # 示例法典·合同编
    re.compile(r"^(?P<whole>[^\s·《》]{2,60})[\s·•—-]{1,3}[一-鿿]{1,12}编$"),
    re.compile(r"^(?P<whole>[^\s·《》]{0,40}法典)(?!的)[一-鿿]{1,12}编$"),
    # Title 9— SAMPLES, CHAPTER 2— MARKS
    re.compile(
        r"^(?P<whole>[^,]{4,120}),\s(?:SUB)?(?:CHAPTER|Chapter|PART|Part|TITLE|Title|BOOK|Book)\s"
        r"(?:\d{1,4}[A-Z]?|[IVXLC]{1,7})\b[^,]{0,200}$"
    ),
)
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Whole(Immutable):
    """The rule that a document is a part of: its title, and the id of its work whether or not the base holds it."""

    title: str
    work: str


def whole_of(identity: Identity) -> Whole | None:
    """The rule of which a document is a part, as its title says; ``None`` where it is one by itself.

    >>> from corpus.model import Kind
    >>> whole_of(Identity("示例法 第二编 程序", Kind.LAW, "zh", "CN"))
    Whole(title='示例法', work='cn/示例法')
    """
    if identity.kind not in RULES or len(identity.title) > _LONGEST:
        return None
    for form in _WHOLES:
        found = form.match(identity.title)
        if found:
            title = found["whole"].strip()
            own = work_title(replace(identity, title=title, names=()))
            return Whole(title, ids.work_id(identity.jurisdiction, own))
    return None
