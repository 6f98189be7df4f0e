"""The house styles of Japan, Korea and the Taiwan region: 条, 조, 條, with supplementary provisions that start again."""

from __future__ import annotations

import re

from corpus.model import Level
from corpus.numbering import article_number, container_number
from ingest.cut.grammar import Rules
from ingest.cut.marks import ARTICLE_RANK, DOUBTFUL, FORMED, RUN_ON, Rule

_N = r"[一二三四五六七八九十百千零〇○0-9０-９]{1,9}"
_STOPS = re.compile(r"[。；;，、]")
_SUPPLEMENT_RANK = 4


def _title(match: re.Match[str], rest: str) -> float:
    return 0.0 if _STOPS.search(match["heading"]) and len(match["heading"]) > 40 else FORMED


_REFERENCE_JA = re.compile(
    rf"第{_N}[項号]|(?:の規定|に規定|及び第|又は第|若しくは第|から第|まで|、|，|中|を|に|の|は|と|で)"
)


def _japanese(match: re.Match[str], rest: str) -> float:
    spaced = bool(match["sep"]) or bool(match["heading"]) or not rest
    if match.groupdict().get("range"):
        return FORMED
    if _REFERENCE_JA.match(rest):
        return DOUBTFUL if match["sep"] and not match["heading"] else (FORMED if match["heading"] else 0.0)
    return FORMED if spaced else RUN_ON


def _divisions(words: tuple[tuple[str, Level, int], ...], opening: str) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            level,
            rank,
            re.compile(
                rf"(?P<label>{opening}\s*(?P<number>{_N})\s*{word}(?:(?:の|의|之)\s*{_N})*)(?P<heading>(?:[\s　(（<].*)?|[^\s].{{0,40}})$"
            ),
            number=lambda text: container_number(text),
            belief=_title,
            longest=70,
            takes_next=True,
        )
        for word, level, rank in words
    )


_JAPANESE_DIVISIONS = (
    ("編", Level.PART, 10),
    ("章", Level.CHAPTER, 30),
    ("節", Level.SECTION, 40),
    ("款", Level.DIVISION, 50),
    ("目", Level.DIVISION, 52),
)
JAPANESE = Rules(
    "ja-law",
    (
        Rule(
            Level.ARTICLE,
            ARTICLE_RANK,
            re.compile(
                rf"(?P<label>第(?P<number>{_N}条(?:の{_N})*)(?P<range>(?:及び|から)第{_N}条(?:の{_N})*(?:まで)?(?=[\s　]*削除))?)"
                r"(?P<heading>[（(](?:[^（）()]|[（(][^（）()]*[)）]){1,80}[)）])?(?P<sep>[\s　]*)"
            ),
            number=article_number,
            belief=_japanese,
        ),
        *_divisions(_JAPANESE_DIVISIONS, "第"),
        Rule(
            Level.SUPPLEMENT,
            _SUPPLEMENT_RANK,
            re.compile(r"(?P<label>附[\s　]*則)(?P<heading>(?:[\s　（(].*)?)$"),
            scope=True,
            prefix="supp",
            longest=120,
        ),
        Rule(
            Level.ANNEX,
            _SUPPLEMENT_RANK,
            re.compile(rf"(?P<label>別表(?:第(?P<number>{_N}))?)(?P<heading>(?:[\s　（(].*)?)$"),
            number=container_number,
            scope=True,
            prefix="annex",
            longest=80,
        ),
        Rule(Level.PREAMBLE, 30, re.compile(r"(?P<label>)(?P<heading>前\s*文)$"), longest=6),
        Rule(Level.DIVISION, 88, re.compile(r"(?P<label>)(?P<heading>目\s*次)$"), longest=6, prefix="toc"),
    ),
    re.compile(r"[第附別前目]"),
    heading_before=re.compile(r"[（(][^（）()。]{1,60}[)）]$"),
)

_KO_REFERENCE = re.compile(
    r"제\s*\d+\s*[항호조]|(?:본문|단서|전단|후단|각 호)?\s?중\s?[\"“「‘']|에|의|및|부터|까지|를|을|와|과|또는|,|ㆍ|·"
)


_KO_LEFT_OUT = re.compile(
    r"(?:부터|내지|및|와|과)\s?제\s?\d{1,4}\s?조(?:\s?의\s?\d{1,3})?(?:\s?까지)?(?:는|은)?\s?(?:생략|삭제)"
)
"""``제2조부터 제7조까지 생략``: one unit for the articles that a compilation leaves out."""


def _korean(match: re.Match[str], rest: str) -> float:
    if match["heading"] or not rest or rest.startswith("삭제") or _KO_LEFT_OUT.match(rest):
        return FORMED
    if _KO_REFERENCE.match(rest):
        return 0.0
    return FORMED if match["sep"] else RUN_ON


KOREAN = Rules(
    "ko-law",
    (
        Rule(
            Level.ARTICLE,
            ARTICLE_RANK,
            re.compile(
                r"(?P<label>제\s*(?P<number>\d{1,4}\s*조(?:\s*의\s*\d{1,3})*))(?P<sep>\s*)"
                r"(?P<heading>[（(](?:[^（）()]|[（(][^（）()]*[)）]){1,120}[)）])?"
            ),
            number=article_number,
            belief=_korean,
        ),
        *(
            Rule(
                level,
                rank,
                re.compile(
                    rf"(?P<label>제\s*(?P<number>\d{{1,3}})\s*{word}(?:의\s*\d+)?)(?P<heading>(?:\s.*)?)$"
                ),
                number=container_number,
                longest=120,
            )
            for word, level, rank in (
                ("편", Level.PART, 10),
                ("장", Level.CHAPTER, 30),
                ("절", Level.SECTION, 40),
                ("관", Level.DIVISION, 50),
            )
        ),
        Rule(
            Level.SUPPLEMENT,
            _SUPPLEMENT_RANK,
            re.compile(r"(?P<label>부\s*칙)(?P<heading>(?:[\s<〈(（\[].*)?)$"),
            scope=True,
            prefix="supp",
            longest=160,
        ),
        Rule(
            Level.ANNEX,
            _SUPPLEMENT_RANK,
            re.compile(r"(?P<label>\[?별표\s*(?P<number>\d{1,3})?\]?)(?P<heading>(?:[\s(<].*)?)$"),
            number=container_number,
            scope=True,
            prefix="annex",
            longest=120,
        ),
    ),
    re.compile(r"[제부별\[]"),
)


def _taiwanese(match: re.Match[str], rest: str) -> float:
    return (
        FORMED
        if not rest or match["sep"]
        else (0.0 if re.match(r"第|規定|之規定|所|及|至|、", rest) else RUN_ON)
    )


TAIWANESE = Rules(
    "zh-hant-law",
    (
        Rule(
            Level.ARTICLE,
            ARTICLE_RANK,
            re.compile(
                rf"(?P<label>第\s*(?P<number>{_N}(?:[-‐–]\d{{1,3}})?\s*條(?:之\s*{_N})*))(?P<sep>[\s　]*)"
                r"(?P<heading>[（(【][^（）()【】]{1,40}[)）】])?"
            ),
            number=article_number,
            belief=_taiwanese,
        ),
        *_divisions(
            (
                ("編", Level.PART, 10),
                ("章", Level.CHAPTER, 30),
                ("節", Level.SECTION, 40),
                ("款", Level.DIVISION, 50),
                ("目", Level.DIVISION, 52),
            ),
            "第",
        ),
    ),
    re.compile("第"),
)
