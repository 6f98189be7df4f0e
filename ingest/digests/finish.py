"""What all styles share at the end: subject matters, court levels, rules out of passages, parties out of names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.tables import table
from ingest.digests.courts import level_of
from ingest.digests.draft import Draft
from ingest.digests.parties import parties_of_title
from ingest.digests.rules import all_rules

_OPENING = 500  # characters of a passage that tell its subject
_OFTEN = 3
_SHORT = 4000  # characters of facts and reasoning in which one word tells
_CODES = {"17": "copyright", "35": "patent"}
"""Titles of the United States Code that are of one subject."""
_SUBJECT_PASSAGES = ("issue", "holding", "result")
_OTHER_SENSES = re.compile(r"特许(?:权协议|经营|协议|加盟|权)")
"""Words of the table in another sense: a concession is no patent."""
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")


@dataclass(frozen=True, slots=True)
class Procedure:
    """A type of procedure, with the words of a case number that show it."""

    words: re.Pattern[str]
    name: str


def _procedures() -> tuple[Procedure, ...]:
    fields = {"刑": "刑事", "民": "民事", "行": "行政"}
    stages = {
        "初": "一审",
        "终": "二审",
        "終": "二审",
        "再": "再审",
        "申": "再审",
        "提": "再审",
        "监": "再审",
    }
    made = [
        Procedure(re.compile(rf"{sign}[一-龥]{{0,2}}{stage}"), fields[sign] + name)
        for sign in fields
        for stage, name in stages.items()
    ]
    return (*made, Procedure(re.compile(r"执"), "执行"), Procedure(re.compile(r"[财行证]保"), "保全"))


PROCEDURES = _procedures()


@cache
def _subjects() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for row in table("subjects"):
        words = [
            rf"\b{re.escape(word)}" if _LATIN.match(word) else re.escape(word)
            for word in row["words"].split("|")
        ]
        found.append((row["subject"], re.compile("|".join(words), re.IGNORECASE)))
    return tuple(found)


def procedure_of_number(number: str) -> str | None:
    """The type of procedure that a Chinese case number tells: 刑初 is 刑事一审, 民终 is 民事二审."""
    return next((p.name for p in PROCEDURES if p.words.search(number)), None)


def finish(draft: Draft, title_at: int | None = None) -> None:
    """Fill in what follows from the values that were found.

    Args:
        title_at: where the title stands in the sheet, if it stands there.
    """
    court = draft.values.get("court")
    if court:
        level, jurisdiction = level_of(court)
        draft.set("court_level", level)
        draft.set("jurisdiction", jurisdiction)
    if "parties" not in draft:
        found = parties_of_title(draft.title, title_at or 0)
        draft.add("parties", ((name, span if title_at is not None else None) for name, span in found))
    _find_subjects(draft)


def _find_subjects(draft: Draft) -> None:
    if "subjects" in draft:
        return
    values = draft.values
    tiers = (
        (draft.title, *values.get("keywords", ()), str(values.get("procedure") or "")),
        tuple(str(values.get(field) or "")[:_OPENING] for field in _SUBJECT_PASSAGES),
        tuple(_CODES.get(rule.work.split()[0], rule.work) for rule in values.get("rules", ())),
    )
    found: list[str] = []
    for texts in tiers:
        near = _OTHER_SENSES.sub("", "\n".join(texts))
        found = found or [
            subject for subject, words in _subjects() if subject != "other" and words.search(near)
        ]
    if not found:
        far = "\n".join(str(values.get(field) or "")[:20_000] for field in ("facts", "reasoning"))
        counts = {s: len(words.findall(far)) for s, words in _subjects() if s != "other"}
        enough = _OFTEN if len(far) > _SHORT else max(1, *counts.values())
        found = [subject for subject, count in counts.items() if count >= enough]
    draft.set("subjects", found)


def find_rules(draft: Draft, *fields: str) -> None:
    """The rules cited in the passages of the fields, unless rules are known already."""
    if "rules" in draft:
        return
    for field in fields:
        for first, last in draft.spans(field):
            draft.add("rules", all_rules(draft.sheet.text, first, last))
