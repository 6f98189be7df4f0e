"""Which house style a document is in: the first that its kind and jurisdiction suggest and its lines bear out."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.model import Identity, Kind
from corpus.numbering import order_key
from ingest.cut.grammar import Grammar
from ingest.cut.lines import Line
from ingest.cut.outline import Outline, gaps, outline
from ingest.cut.styles import chinese

_NO_UNITS = frozenset(
    {Kind.JUDGMENT, Kind.GUIDING_CASE, Kind.TYPICAL_CASE, Kind.FORM, Kind.MINUTES, Kind.GLOSSARY}
)


def choose(lines: Sequence[Line], identity: Identity) -> Outline | None:
    """The outline of the document under the house style it is in, ``None`` where it has no units to cite by."""
    for grammar in _suggested(identity):
        found = outline(lines, grammar)
        if _convinces(found):
            return found
    return None


def _suggested(identity: Identity) -> tuple[Grammar, ...]:
    if identity.kind in _NO_UNITS:
        return ()
    if identity.kind is Kind.GUIDELINE:
        return chinese.GUIDELINE, chinese.LAW, chinese.ITEMS
    if identity.kind is Kind.QA:
        return chinese.QUESTIONS, chinese.ITEMS, chinese.LAW
    return chinese.LAW, chinese.ITEMS


def _convinces(found: Outline) -> bool:
    """Whether the articles are a text's own: believed, from near the beginning or without a break."""
    numbers = found.articles
    if not numbers or found.belief < len(numbers) * 0.5:
        return False
    first = order_key(numbers[0])[0][0] if order_key(numbers[0]) else 0
    if len(numbers) == 1:
        return first == 1 and found.belief >= 2
    return first <= 3 or gaps(numbers) * 3 <= len(numbers)
