"""The house styles that cite by § or by bare numbers: Germany, the United States, Canada, the United Kingdom, Singapore."""

from __future__ import annotations

import re

from corpus.model import Level
from corpus.numbering import article_number
from ingest.cut.grammar import Rules
from ingest.cut.marks import ARTICLE_RANK, FORMED, RUN_ON, Rule
from ingest.cut.styles import latin

_PARAGRAPH_NUMBER = r"\d{1,5}[a-zA-Z]{0,2}(?:-\d{1,3})?(?![\w])"


def _german(match: re.Match[str], rest: str) -> float:
    after = match["heading"].lstrip("(")
    return (
        0.0
        if re.match(r"(?:(?:Abs|Satz|Nr|und|bis|oder|in|des|der)\b|,|;)", after)
        and "weggefallen" not in after
        else FORMED
    )


GERMAN = Rules(
    "de-law",
    (
        Rule(
            Level.ARTICLE,
            ARTICLE_RANK,
            re.compile(
                rf"(?P<label>(?:\(XXXX\)\s*)?\(?§{{1,2}}\s*(?P<number>{_PARAGRAPH_NUMBER})(?:\s*(?:bis|und|–|-)\s*(?:§\s*)?\d{{1,4}}[a-z]?\)?)?)\s*"
                r"(?P<heading>[^\n]*)$"
            ),
            number=article_number,
            belief=_german,
            longest=160,
        ),
        latin.article(r"artikel|art\.?", "article"),
        latin.division(Level.PART, 8, "buch", prefix="bk"),
        latin.division(Level.PART, 10, "teil"),
        latin.division(Level.CHAPTER, 30, "kapitel"),
        latin.division(Level.SECTION, 40, "abschnitt"),
        latin.division(Level.DIVISION, 50, "unterabschnitt", prefix="sub"),
        latin.division(Level.TITLE, 55, "titel"),
        latin.division(Level.DIVISION, 57, "untertitel", prefix="sub"),
        latin.ANNEX,
    ),
    re.compile(r"[§(A-Za-zÜü0-9]"),
)

AMERICAN = Rules(
    "us-code",
    (
        Rule(
            Level.ARTICLE,
            ARTICLE_RANK,
            re.compile(
                r"(?P<label>\[?(?:§{1,2}|sec(?:tion)?\.?)\s*(?P<number>\d{1,5}(?:\.\d{1,4}(?=[\s\]]))?[a-zA-Z]{0,3}(?:[-–]\d{1,3}[a-z]?)?)"
                r"(?:\s*(?:to|,|and|through|–|-)\s*\d{1,5}[a-z]?)*\s*[.:—–]?)(?=\s|$|\])\s*(?P<heading>[^\n]*)$",
                re.IGNORECASE,
            ),
            number=article_number,
            belief=lambda match, rest: FORMED if not match["heading"][:1].islower() else 0.0,
            longest=200,
            takes_next=True,
        ),
        latin.division(Level.TITLE, 5, "title"),
        latin.division(Level.DIVISION, 8, "subtitle", prefix="subti"),
        latin.division(Level.PART, 20, "part"),
        latin.division(Level.CHAPTER, 30, "chapter"),
        latin.division(Level.DIVISION, 40, "subchapter|subpart", prefix="sub"),
    ),
    re.compile(r"[\[§A-Za-z]"),
)
_BARE = Rule(
    Level.ARTICLE,
    ARTICLE_RANK,
    re.compile(
        r"(?P<label>(?:\[\^\]\s?)?(?P<number>\d{1,4}[A-Z]{0,3}(?:\.\d{1,4})*[A-Z]?)\.?(?:\s(?:to|and|à|et)\s\d{1,4}[A-Z]{0,3}(?:\.\d{1,4})*)?)"
        r"(?=\s|$)\s*(?P<heading>[^\n]*)$"
    ),
    number=article_number,
    headings_only=True,
)
"""``[^]`` before the number marks a section that has come into force since."""
_DIVISIONS = (
    latin.division(Level.PART, 10, "part|partie"),
    latin.division(Level.CHAPTER, 30, "chapter|chapitre"),
    latin.division(Level.DIVISION, 50, "division|subdivision", prefix="div"),
    latin.ANNEX,
)
_RELATED = Rule(
    Level.SUPPLEMENT,
    4,
    re.compile(
        r"(?P<label>)(?P<heading>related provisions|amendments not in force|dispositions connexes|modifications non en vigueur)$",
        re.IGNORECASE,
    ),
    scope=True,
    prefix="supp",
    headings_only=True,
)
_SOURCE = r"[^\n]{0,160}\b(?:c|ch|s|ss|art|DORS|SOR)[./]\s?[\dA-Z]"
"""The note below a section that names the acts it rests on; no heading of the next one."""
COMMONWEALTH = Rules(
    "commonwealth-headings",
    (_RELATED, _BARE, *_DIVISIONS),
    re.compile(r"[\[0-9A-Za-z]"),
    heading_before=re.compile(rf"(?!\[|{_SOURCE})\D[^\n]{{0,160}}$"),
    any_order=True,
)
_PRINTED = Rule(
    Level.ARTICLE,
    ARTICLE_RANK,
    re.compile(
        r"(?P<label>(?P<number>\d{1,4}[A-Z]{0,3})\.(?P<dash>\s?[—–-](?=\s?\())?)(?=\s+[A-Z“\[(]|\(|$)\s*"
    ),
    number=article_number,
    belief=lambda match, rest: FORMED if match["dash"] or not rest else RUN_ON,
)
PRINTED = Rules(
    "commonwealth-print",
    (_PRINTED, *_DIVISIONS),
    re.compile(r"[0-9A-Za-z]"),
    annex_articles=False,
    heading_before=re.compile(r"[A-Z][^.;:]{2,120}$"),
)
