"""Which house style a document is in: the first that its kind and jurisdiction suggest and its lines bear out."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Identity, Kind
from corpus.numbering import order_key
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
    "TW": (east_asian.TAIWANESE, latin.CODE),
    "FR": (latin.CODE,),
    "ES": (latin.CODE,),
    "DE": (sections.GERMAN,),
}
_CHINESE: dict[Kind, tuple[Grammar, ...]] = {
    Kind.GUIDELINE: (chinese.GUIDELINE, chinese.LAW, chinese.ITEMS),
    Kind.QA: (chinese.QUESTIONS, chinese.ITEMS, chinese.LAW),
    Kind.OTHER: (chinese.LAW, chinese.QUESTIONS, chinese.ITEMS, chinese.GUIDELINE),
    Kind.POLICY: (chinese.LAW, chinese.ITEMS, chinese.QUESTIONS, chinese.GUIDELINE),
}


def choose(lines: Sequence[Line], identity: Identity) -> Outline | None:
    """The outline of the document under the house style it is in, ``None`` where it has no units to cite by."""
    for grammar in _suggested(identity):
        found = outline(lines, grammar)
        if _convinces(found, grammar, identity.kind):
            return found
    return None


def _suggested(identity: Identity) -> tuple[Grammar, ...]:
    if identity.kind in _NO_UNITS:
        return ()
    if identity.kind is Kind.FOREIGN_CASE:
        return cases.REPORT, cases.JUDGMENT
    if identity.kind is Kind.TREATY or identity.jurisdiction in {"EU", "INT"}:
        return (latin.TREATY,)
    if identity.language == "zh":
        return _CHINESE.get(identity.kind, (chinese.LAW, chinese.ITEMS, chinese.GUIDELINE))
    suggested = (*_BY_JURISDICTION.get(identity.jurisdiction, ()), *_BY_LANGUAGE.get(identity.language, ()))
    return tuple(dict.fromkeys((*suggested, latin.TREATY)))


def _convinces(found: Outline, grammar: Grammar, kind: Kind) -> bool:
    """Whether the units are the text's own: believed, from near the beginning or without a break."""
    if grammar in (cases.REPORT, cases.JUDGMENT):
        return len(found.marks) >= 8
    numbers = found.articles
    if (
        grammar is chinese.GUIDELINE
        and kind is not Kind.GUIDELINE
        and sum(1 for number in numbers if "." in number) < 2
    ):
        return False
    if not numbers or found.belief < len(numbers) * 0.5:
        return False
    keys = [key for key in map(order_key, numbers) if key]
    first = keys[0][0][0] if keys else 0
    if len(numbers) == 1:
        return first == 1 and found.belief >= 2
    return first <= 3 or gaps(numbers) * 3 <= len(numbers) or found.belief >= 5 * len(numbers)
