"""Subject matters, by words in the title; for cases and questions also by their keywords and first lines,
for judgments by charge and cause of action."""

from __future__ import annotations

import re
from functools import cache

from corpus.evidence import Evidence
from corpus.model import BlockKind, Kind
from corpus.tables import table
from ingest.identify.decisions import Decision
from ingest.identify.found import Found, stated
from ingest.identify.view import View

_FROM_TEXT = (Kind.GUIDING_CASE, Kind.TYPICAL_CASE, Kind.JUDGMENT, Kind.FOREIGN_CASE, Kind.FORM, Kind.QA)

_CAUSE = re.compile(r"犯[^，。；、]{2,30}罪|[^，。；、]{2,30}纠纷一案")
"""The charge or the cause of action, which stands far from the beginning where a judgment is one line."""

_OFFICE = re.compile(
    r"Patents? (?:and|&) Trade ?marks? (?:Offices?|Office)|(?:Patent|Trademark) Trial and Appeal Board|Intellectual Property (?:Office|Enterprise Court)"
    r"|智慧財產(?:及商業)?法院|知的財産高等裁判所|특\s?허\s?(?:법\s?원|청|심\s?판\s?원)|Institut national de la propriété industrielle",
    re.I,
)
"""Deciding bodies whose names tell of more than what they decide on here."""

_OFTEN = 8
_SPARSE = 250
"""Characters for each word of a matter: beyond that a text only touches it."""
_MANY = 3
_SHORT = 4000
"""Characters up to which one word of a matter tells what a decision is about."""


@cache
def _words() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (row["subject"], re.compile("|".join(map(re.escape, row["words"].split("|"))), re.I))
        for row in table("subjects")
    )


def _most_spoken_of(text: str, others: frozenset[str] = frozenset()) -> list[str]:
    """The matter that an opinion without keywords speaks of again and again, and far more than of any but some others."""
    counts = {s: sum(1 for _ in pattern.finditer(text)) for s, pattern in _words() if s not in others}
    first, second = sorted(counts.values(), reverse=True)[:2]
    if first < (_OFTEN if len(text) > _SHORT or not others else 1) or first < 2 * second:
        return []
    return [subject for subject, count in counts.items() if count == first]


def _full_of(text: str) -> list[str]:
    """The matter of a text whose title names none, where every few lines name it; ``other`` where they name many."""
    counts = {subject: sum(1 for _ in pattern.finditer(text)) for subject, pattern in _words()}
    total = sum(counts.values())
    if total < _OFTEN or total * _SPARSE < len(text):
        return []
    named = [subject for subject, count in counts.items() if count >= _OFTEN / 2 and subject != "other"]
    return _most_spoken_of(text) or (
        ["other"] if len(named) >= _MANY or counts.get("other", 0) >= _OFTEN else named
    )


def _of_headings(view: View) -> Found[tuple[str, ...]]:
    """The matters that the headings of a treaty name: a chapter on intellectual property is about all of them."""
    evidence: dict[str, Evidence] = {}
    for block in view.blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        for subject, pattern in _words():
            if subject not in evidence and (match := pattern.search(block.text)):
                named = block.part(*match.span())
                evidence[subject] = Evidence("subjects", named.text, "text", named.start, named.end)
    listed = tuple(subject for subject, _ in _words() if subject in evidence)
    return Found(listed, tuple(evidence[subject] for subject in listed))


def find(
    view: View, kind: Kind, title: str, evidence: tuple[Evidence, ...], decision: Decision | None = None
) -> Found[tuple[str, ...]]:
    """The subject matters that are plain; ``other`` stands for intellectual property at large."""
    text = title
    if kind in _FROM_TEXT:
        keywords = view.said("keywords", "tags")
        opening = view.opening[:6]
        text = "\n".join([text, keywords[1] if keywords else "", *(line.text[:160] for line in opening)])
        text = _OFFICE.sub("", text)
        if kind is Kind.JUDGMENT:
            text += "\n".join(
                found for line in view.opening[:25] for found in _CAUSE.findall(line.text[:4000])
            )
    code = view.said("exceptions") if kind is Kind.OTHER and view.said("jurisdictions") else None
    if code:
        # A comparison of countries by their exceptions to copyright, whatever the title of the provision says.
        return Found(("copyright",), (stated("subjects", *code),))
    found = [subject for subject, pattern in _words() if pattern.search(text)]
    if not found and kind is Kind.TREATY and (named := _of_headings(view)).value:
        return named
    at_large = found == ["other"] and decision and not dict(_words())["other"].search(_OFFICE.sub("", title))
    if kind is Kind.FOREIGN_CASE and (not found or at_large):
        of_forum = decision.forum.subject if decision else ""
        spoken = _OFFICE.sub("", view.body) if decision else view.body
        found = [of_forum] if of_forum else _most_spoken_of(spoken, frozenset(["other"])) or found
    elif not found and kind not in _FROM_TEXT:
        found = _full_of(view.body)
    if len(found) > 1 and "other" in found:
        found.remove("other")
    if not found:
        return Found(())
    return Found(
        tuple(found), tuple(Evidence("subjects", e.surface, e.origin, e.start, e.end) for e in evidence[:1])
    )
