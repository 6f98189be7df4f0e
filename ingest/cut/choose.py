"""Which house style a document is in: the first that its kind and jurisdiction suggest and its lines bear out."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Identity, Kind, Level
from corpus.numbering import main_number
from ingest.cut.grammar import Grammar
from ingest.cut.lines import Line
from ingest.cut.outline import Outline, gaps, outline
from ingest.cut.styles import cases, chinese, east_asian, latin, sections

_NO_UNITS = frozenset(
    {Kind.JUDGMENT, Kind.GUIDING_CASE, Kind.TYPICAL_CASE, Kind.FORM, Kind.MINUTES, Kind.GLOSSARY}
)
_BY_LANGUAGE: dict[str, tuple[Grammar, ...]] = {
    "ja": (east_asian.JAPANESE,),
    "ko": (east_asian.KOREAN,),
    "zh-Hant": (east_asian.TAIWANESE, chinese.ITEMS),
    "de": (sections.GERMAN, latin.TREATY),
    "es": (latin.CODE,),
    "fr": (latin.CODE, sections.COMMONWEALTH),
}
_BY_JURISDICTION: dict[str, tuple[Grammar, ...]] = {
    "US": (sections.AMERICAN, latin.CODE, sections.COMMONWEALTH),
    "CA": (sections.COMMONWEALTH, sections.PRINTED),
    "GB": (sections.COMMONWEALTH, sections.PRINTED, latin.CODE),
    "SG": (sections.PRINTED, sections.COMMONWEALTH),
    **dict.fromkeys(("AU", "HK", "IE", "IN", "MY", "NZ"), (sections.PRINTED, sections.COMMONWEALTH)),
    "TW": (east_asian.TAIWANESE, latin.CODE),
    "FR": (latin.CODE,),
    "ES": (latin.CODE,),
    "DE": (sections.GERMAN,),
}
_CASES = frozenset({Kind.FOREIGN_CASE})
"""Kinds for which a statute with numbers in its text may be taken."""
_MIXED = frozenset({Kind.POLICY, Kind.GUIDELINE, Kind.OTHER, Kind.QA})
"""Kinds whose documents quote laws and come in several house styles."""
_CHINESE: dict[Kind, tuple[Grammar, ...]] = {
    Kind.GUIDELINE: (chinese.GUIDELINE, chinese.LAW, chinese.ITEMS),
    Kind.QA: (chinese.QUESTIONS, chinese.NUMBERED_QUESTIONS, chinese.ITEMS, chinese.LAW),
    Kind.OTHER: (chinese.LAW, chinese.QUESTIONS, chinese.ITEMS, chinese.GUIDELINE),
    Kind.POLICY: (chinese.LAW, chinese.ITEMS, chinese.QUESTIONS, chinese.GUIDELINE),
}


_ANY: tuple[Grammar, ...] = (
    *(
        east_asian.JAPANESE,
        east_asian.KOREAN,
        east_asian.TAIWANESE,
        chinese.LAW,
        chinese.GUIDELINE,
        chinese.QUESTIONS,
    ),
    *(latin.TREATY, sections.GERMAN, sections.AMERICAN, sections.COMMONWEALTH),
)
_FAR_BETTER = 3.0
_SURE, _FEWEST_SURE = 9.0, 4
_FEWEST_CLAUSES = 3


def choose(lines: Sequence[Line], identity: Identity) -> Outline | None:
    """The outline of the document under the house style it is in, ``None`` where it has no units to cite by.

    The first suggested style that convinces wins, unless a later one is believed far more. Where none does, a
    style whose units the source itself marks as headings is taken, whatever the document was thought to be.
    """
    best = _sure(lines) if identity.kind in _CASES else None
    if best is not None:
        return best
    for grammar in _suggested(identity):
        found = outline(lines, grammar)
        if _convinces(found, grammar, identity.kind) and (best is None or _is_better(found, best)):
            best = found
        if best is not None and identity.kind not in _MIXED:
            break
    return best or _sure(lines) or _clauses(lines, identity)


def _clauses(lines: Sequence[Line], identity: Identity) -> Outline | None:
    """The numbered sentences of a Chinese guideline without any other units, counted on from the first one."""
    if identity.kind is not Kind.GUIDELINE or identity.language != "zh":
        return None
    found = outline(lines, chinese.CLAUSES)
    counts_on = [str(number) for number in range(1, len(found.articles) + 1)] == list(found.articles)
    return found if len(found.articles) >= _FEWEST_CLAUSES and counts_on else None


def _is_better(later: Outline, first: Outline) -> bool:
    """Whether a style of lower standing fits the document far better: one or two articles may be quoted ones."""
    counts = len(later.articles), len(first.articles)
    return later.belief > _FAR_BETTER * first.belief or (counts[1] < 3 and counts[0] > counts[1])


def _sure(lines: Sequence[Line]) -> Outline | None:
    if sum(1 for line in lines if line.is_heading) < _FEWEST_SURE:
        return None
    outlines = [outline(lines, grammar) for grammar in _ANY]
    best = max(outlines, key=lambda found: found.belief)
    numbers = best.articles
    is_sure = len(numbers) >= _FEWEST_SURE and best.belief >= _SURE * len(numbers) and _begins_well(numbers)
    return best if is_sure else None


def _suggested(identity: Identity) -> tuple[Grammar, ...]:
    if identity.kind in _NO_UNITS:
        return ()
    if identity.kind is Kind.FOREIGN_CASE:
        return cases.REPORT, cases.JUDGMENT
    chinese_text = identity.language == "zh"
    if not chinese_text and (identity.kind is Kind.TREATY or identity.jurisdiction in {"EU", "INT"}):
        return (latin.TREATY,)
    if chinese_text:
        return _CHINESE.get(identity.kind, (chinese.LAW, chinese.ITEMS, chinese.GUIDELINE))
    suggested = (*_BY_JURISDICTION.get(identity.jurisdiction, ()), *_BY_LANGUAGE.get(identity.language, ()))
    return tuple(dict.fromkeys((*suggested, latin.TREATY)))


def _convinces(found: Outline, grammar: Grammar, kind: Kind) -> bool:
    """Whether the units are the text's own: believed, from near the beginning or without a break."""
    if grammar in (cases.REPORT, cases.JUDGMENT):
        return _counts_on(found)
    numbers = found.articles
    if (
        grammar is chinese.GUIDELINE
        and kind is not Kind.GUIDELINE
        and sum(1 for number in numbers if "." in number) < 2
    ):
        return False
    if not numbers or found.belief < len(numbers) * 0.5:
        return False
    if len(numbers) == 1:
        return _begins_well(numbers) and found.belief >= 2
    return _begins_well(numbers) or gaps(numbers) * 3 <= len(numbers) or found.belief >= 5 * len(numbers)


def _counts_on(found: Outline) -> bool:
    """Whether numbered paragraphs follow each other: the notes of a letter leave gaps where they were not read."""
    numbers = [mark.number or "" for _, mark in sorted(found.marks.items()) if mark.level is Level.PARAGRAPH]
    return len(numbers) >= 8 and gaps(numbers) * 10 <= len(numbers)


def _begins_well(numbers: Sequence[str]) -> bool:
    return main_number(numbers[0]) <= (1 if len(numbers) == 1 else 3)
