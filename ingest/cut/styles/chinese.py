"""The house styles of China: laws by 条, decisions and notices by 一、, guidelines by 5.1, questions by 问题1."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.model import Level
from corpus.numbering import article_number, container_number, item_number
from ingest.cut.grammar import Rules
from ingest.cut.marks import ARTICLE_RANK, DOUBTFUL, FORMED, RUN_ON, Rule

_NUMERAL = "[一二三四五六七八九十百千零〇○两0-9０-９]"
N = rf"{_NUMERAL}(?:[ 　]?{_NUMERAL}){{0,8}}"
_REFERENCE = re.compile(
    rf"第\s*{N}\s*[款项条目]|(?:之|所|中)?规定|所[称列指述]|的|(?:和|及|与|或|或者|以及|至|、|到)\s*(?:第|本|前)|"
    r"修改为|改为|中的|中[，,“]|[，,；;。）)”》〉]|之外|以外|、"
)
_LEADER = re.compile(r"(?:\.{4}|…{2}|·{4})[\s.…·]*\d*$")
_STOPS = re.compile(r"[。；;，]")


def believed(match: re.Match[str], rest: str) -> float:
    """How far ``第N条`` opens an article: a space behind it says so, the grammar of a reference says no."""
    spaced = bool(match["sep"] or match["mark"]) or not rest or bool(match.groupdict().get("heading"))
    if _REFERENCE.match(rest):
        return DOUBTFUL if match["sep"] and not match["mark"] else 0.0
    return FORMED if spaced else RUN_ON


def _title(match: re.Match[str], rest: str) -> float:
    """A heading of a part or chapter is no sentence and no reference."""
    heading = match["heading"]
    return 0.0 if _STOPS.search(heading) or (heading and _REFERENCE.match(heading)) else FORMED


def _division(level: Level, rank: int, word: str) -> Rule:
    return Rule(
        level,
        rank,
        re.compile(rf"(?P<label>第\s*(?P<number>{N})\s*{word})(?P<heading>[^\n]*)$"),
        number=container_number,
        belief=_title,
        longest=50,
        takes_next=True,
    )


DIVISIONS = (
    _division(Level.PART, 10, "部分"),
    _division(Level.SUBPART, 20, "分编"),
    _division(Level.PART, 12, "编"),
    _division(Level.CHAPTER, 30, "章"),
    _division(Level.SECTION, 40, "节"),
)
_UNNUMBERED = tuple(
    Rule(Level.CHAPTER, 30, re.compile(rf"(?P<label>)(?P<heading>{word})\s*$"), longest=12, prefix=prefix)
    for word, prefix in ((r"总\s*则", "general"), (r"分\s*则", "special"), (r"附\s*则", "final"))
)
_PREAMBLE = Rule(
    Level.PREAMBLE, 30, re.compile(r"(?P<label>)(?P<heading>序\s*言|引\s*言|前\s*言)\s*$"), longest=8
)
CONTENTS = Rule(
    Level.DIVISION,
    88,
    re.compile(r"(?P<label>)(?P<heading>[【\[]?目\s*[录錄次][】\]]?)\s*[:：]?\s*$"),
    longest=10,
    prefix="toc",
)
ANNEX = Rule(
    Level.ANNEX,
    8,
    re.compile(
        rf"(?P<label>附(?:件|录|表|錄)\s*(?P<number>{N}|[A-Z])?)(?=$|[\s:：　.．、])(?P<heading>[^\n]*)$"
    ),
    number=container_number,
    scope=True,
    prefix="annex",
    longest=60,
    takes_next=True,
)
ARTICLE = Rule(
    Level.ARTICLE,
    ARTICLE_RANK,
    re.compile(
        rf"(?P<label>第\s*{N}\s*条(?:\s*之\s*[一二三四五六七八九十]{{1,3}}(?=[\s　*【\[（(]|$|[^一二三四五六七八九十]))*(?P<mark>[:：、])?)"
        r"(?P<sep>[\s　]*)(?P<heading>[【\[〔][^】\]〕]{1,40}[】\]〕]|[（(][^（）()。；]{2,20}[)）](?=[\s　]))?"
    ),
    number=article_number,
    belief=believed,
)


ITEM = Rule(
    Level.ARTICLE,
    ARTICLE_RANK,
    re.compile(
        r"(?P<label>(?P<number>[一二三四五六七八九十百]{1,5})\s*[、．.])\s*"
        r"(?P<heading>[^。；;：:]{1,60}(?:[：:？?])?$|[^。；;：:]{1,120}[？?]$)?"
    ),
    number=item_number,
    family="item",
)
QUESTION = Rule(
    Level.ARTICLE,
    ARTICLE_RANK,
    re.compile(rf"(?P<label>(?P<number>问题\s*{N})\s*[:：.、．]?)\s*(?P<heading>[^\n]*)$"),
    number=article_number,
    family="question",
)
_QUESTION_ALONE = replace(
    QUESTION, pattern=re.compile(rf"(?P<label>(?P<number>问题\s*{N}))\s*$"), takes_next=True
)


_SHORT_HEADING = 1.0
"""How far ``1. 引言`` is believed: more than the item of a list, less than ``1.1 引言``."""
_NUMBERED_QUESTION = replace(
    QUESTION,
    pattern=re.compile(r"(?P<label>(?P<number>\d{1,3})\s*[、．.])\s*(?P<heading>[^\n。；;]{2,200}[？?])$"),
)
CLAUSE = Rule(
    Level.ARTICLE,
    ARTICLE_RANK,
    re.compile(r"(?P<label>(?P<number>\d{1,3})\s*[、．.])\s*(?=[^\s\d.．、])(?P<heading>)"),
    number=article_number,
    family="section",
)
"""``1.本指引适用于…``: the numbered sentences of a paper that has no other units."""


def _section(match: re.Match[str], rest: str) -> float:
    """A section of a guideline; ``1.`` without a second number opens a list item as well, so it is believed less."""
    if len(match["heading"]) > 200 or _LEADER.search(match["heading"]):
        return 0.0
    if match["dot"] and "." not in match["number"]:
        return _SHORT_HEADING if re.fullmatch(r"[^，,：:、？?]{2,30}", match["heading"]) else DOUBTFUL
    return FORMED


SECTION = Rule(
    Level.ARTICLE,
    ARTICLE_RANK,
    re.compile(
        r"(?P<label>(?P<number>\d{1,3}(?:[.．]\d{1,3}){0,5})(?P<dot>[.．、]?))\s+(?P<heading>\D[^。；\n]*)$"
    ),
    number=article_number,
    belief=_section,
    family="section",
    longest=80,
)
_SECTION_WITH_TEXT = replace(
    SECTION,
    pattern=re.compile(
        r"(?P<label>(?P<number>\d{1,3}(?:[.．]\d{1,3}){1,5})(?P<dot>[.．、]?))\s+(?=\D)(?P<heading>)"
    ),
    headings_only=True,
    longest=None,
)
"""A section whose heading was printed on into its text: all of it is text."""
_CHAPTERS = tuple(replace(rule, anew=rule.level is Level.CHAPTER) for rule in DIVISIONS)

_START = re.compile(r"[第附序引前总分目【\[]")
_JOINED = re.compile(
    rf"[。；;）)]\s*(?P<unit>(?P<article>第{N}条)(?=[\s　【])|第{N}[编章节][\s　][^。；，、：\s]{{2,30}}$)"
)
LAW = Rules(
    "zh-law",
    (ARTICLE, *DIVISIONS, *_UNNUMBERED, _PREAMBLE, CONTENTS, ANNEX),
    _START,
    quotes=True,
    joined=_JOINED,
)
ITEMS = Rules(
    "zh-items",
    (ITEM, *DIVISIONS, CONTENTS, ANNEX),
    re.compile(r"[第附目【\[一二三四五六七八九十百]"),
    quotes=True,
)
QUESTIONS = Rules("zh-questions", (_QUESTION_ALONE, QUESTION, *DIVISIONS, ANNEX), re.compile(r"[第附问]"))
GUIDELINE = Rules(
    "zh-guideline",
    (SECTION, _SECTION_WITH_TEXT, *_CHAPTERS, CONTENTS, ANNEX),
    re.compile(r"[第附目【\[\d]"),
    quotes=True,
)
NUMBERED_QUESTIONS = Rules(
    "zh-numbered-questions", (_NUMBERED_QUESTION, *DIVISIONS, CONTENTS, ANNEX), re.compile(r"[第附目【\[\d]")
)
CLAUSES = Rules(
    "zh-clauses", (CLAUSE, *DIVISIONS, CONTENTS, ANNEX), re.compile(r"[第附目【\[\d]"), quotes=True
)
