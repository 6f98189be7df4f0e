"""A query tree becomes a plan of terms and sequences that any engine can run: the meaning of search lives here.

- A word asks for all its terms (see ``Run.terms``), each in the text or in the head of a unit, or in its field. Spaces
  in it separate words.
- A phrase asks for its tokens at their distances in one field; punctuation inside it stands for any punctuation.
- What has no token at all (only punctuation) matches nothing, wherever it stands; so does an empty ``Or``, while an
  empty ``And`` asks for nothing and matches everything.

Scores are BM25 of the terms; where the whole run of a word stands in one place, its sequence adds to them.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import UsageError
from index.analysis import MARK, Run, analyse, analyse_words
from index.fields import HEAD
from index.schema import And, Everything, Field, Node, Not, Or, Phrase, Word

HEAD_BOOST = 1.2
"""A term in title, names, path or heading, compared with one in the text."""

QUESTION_HEAD_BOOST = 0.1
"""The same in a question: its many words stand in titles by chance, and being rare there would weigh too much."""

QUESTION_WORDS = 5
"""From how many alternatives on an ``Or`` is a question."""

RUN_BOOST = 1.6
"""What the whole run of a word adds to the scores of its terms."""

PHRASE_BOOST = 1.0
"""A phrase that was asked for as such."""


DEEPEST = 24
"""Levels of a plan; Elasticsearch takes no more than 30 in a whole request."""


class Plan:
    """A condition with a score."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Term(Plan):
    """Units with ``token`` in ``field``."""

    field: str
    token: str
    boost: float


@dataclass(frozen=True, slots=True)
class Sequence(Plan):
    """Units in which a piece of a stream stands in ``field``, said in two ways.

    Attributes:
        tokens: the fewest tokens that say it, each with its distance from the first.
        stream: the whole piece, every position filled, for engines that cannot leave a position open.
    """

    field: str
    tokens: tuple[tuple[int, str], ...]
    stream: str
    boost: float


@dataclass(frozen=True, slots=True)
class AllOf(Plan):
    """Units that meet all of ``must`` and none of ``without``; ``also`` adds to the score only."""

    must: tuple[Plan, ...]
    also: tuple[Plan, ...] = ()
    without: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf(Plan):
    """Units that meet at least one of ``parts``."""

    parts: tuple[Plan, ...]


@dataclass(frozen=True, slots=True)
class Whole(Plan):
    """Every unit, with score 0."""


@dataclass(frozen=True, slots=True)
class Nothing(Plan):
    """No unit."""


def plan(query: Node) -> Plan:
    """The plan of a query tree.

    Raises:
        UsageError: if its brackets are nested more deeply than every engine can follow.
    """
    try:
        made = _plan(query)
        if _depth(made) <= DEEPEST:
            return made
    except RecursionError:
        pass
    raise UsageError("The query has too many brackets inside brackets.", "Write it with fewer of them.")


def _depth(made: Plan) -> int:
    match made:
        case AllOf(must, also, without):
            return 1 + max((_depth(part) for part in (*must, *also, *without)), default=0)
        case AnyOf(parts):
            return 1 + max((_depth(part) for part in parts), default=0)
        case _:
            return 0


def _plan(query: Node) -> Plan:
    match query:
        case Word(text, field):
            return _word(text, field, HEAD_BOOST)
        case Phrase(text, field):
            return _phrase(text, field)
        case And(parts):
            return _all(parts)
        case Or(parts):
            return _any(parts)
        case Not():
            return _all((query,))
        case Everything():
            return Whole()
        case _:
            raise TypeError(f"not a query: {query!r}")


def scores(wanted: Plan) -> bool:
    """Whether units can differ in their score; where they cannot, only the order of versions is left."""
    match wanted:
        case Whole() | Nothing():
            return False
        case AllOf(must, also, _):
            return any(scores(part) for part in (*must, *also))
        case AnyOf(parts):
            return any(scores(part) for part in parts)
        case _:
            return True


def _fields(field: Field | None, head: float) -> tuple[tuple[str, float], ...]:
    return ((Field.TEXT.value, 1.0), (HEAD, head)) if field is None else ((field.value, 1.0),)


def _word(text: str, field: Field | None, head: float) -> Plan:
    runs = analyse_words(text)
    terms = list(dict.fromkeys(token.text for run in runs for token in run.terms))
    if not terms:
        return Nothing()
    must = tuple(
        _either(tuple(Term(name, term, boost) for name, boost in _fields(field, head))) for term in terms
    )
    also = tuple(
        _sequence((run,), name, boost * RUN_BOOST)
        for run in runs
        if len(run.terms) > 1
        for name, boost in _fields(field, head)
    )
    return must[0] if len(must) == 1 and not also else AllOf(must, also)


def _phrase(text: str, field: Field | None) -> Plan:
    runs = analyse(text)
    if not runs:
        return Nothing()
    return _either(
        tuple(_sequence(runs, name, boost * PHRASE_BOOST) for name, boost in _fields(field, HEAD_BOOST))
    )


def _sequence(runs: tuple[Run, ...], field: str, boost: float) -> Plan:
    tokens = [token for run in runs for token in run.cover]
    if len(tokens) == 1:
        return Term(field, tokens[0].text, boost)
    first = tokens[0].position
    distances = tuple((token.position - first, token.text) for token in tokens)
    return Sequence(field, distances, _filled(runs), boost)


def _filled(runs: tuple[Run, ...]) -> str:
    """The stream from the first to the last token of ``runs``."""
    pieces: list[str] = []
    position = runs[0].tokens[0].position
    for token in (token for run in runs for token in run.tokens):
        pieces += [MARK] * (token.position - position)
        pieces.append(token.text)
        position = token.position + 1
    return " ".join(pieces)


def _all(parts: tuple[Node, ...]) -> Plan:
    """All parts; nested ``And`` and negations are merged, so that the plan stays as flat as it can be."""
    must: list[Plan] = []
    also: list[Plan] = []
    without: list[Plan] = []
    for part in parts:
        if isinstance(part, Not):
            without.append(_plan(part.part))
            continue
        inner = _plan(part)
        if isinstance(inner, Nothing):
            return Nothing()
        if isinstance(inner, AllOf):
            must += inner.must
            also += inner.also
            without += inner.without
        elif not isinstance(inner, Whole):
            must.append(inner)
    without = [inner for inner in without if not isinstance(inner, Nothing)]
    if any(isinstance(inner, Whole) for inner in without):
        return Nothing()
    if not must and not without:
        return Whole()
    return (
        must[0]
        if len(must) == 1 and not also and not without
        else AllOf(tuple(must), tuple(also), tuple(without))
    )


def _any(parts: tuple[Node, ...]) -> Plan:
    head = QUESTION_HEAD_BOOST if len(parts) >= QUESTION_WORDS else HEAD_BOOST
    return _either(
        tuple(_word(part.text, part.field, head) if isinstance(part, Word) else _plan(part) for part in parts)
    )


def _either(plans: tuple[Plan, ...]) -> Plan:
    """At least one; a term that several parts ask for is looked up once, with the sum of its boosts."""
    terms: dict[tuple[str, str], float] = {}
    others: list[Plan] = []
    for inner in _flat(plans):
        if isinstance(inner, Term):
            key = (inner.field, inner.token)
            terms[key] = terms.get(key, 0.0) + inner.boost
        else:
            others.append(inner)
    merged = [*(Term(field, token, boost) for (field, token), boost in terms.items()), *others]
    if not merged:
        return Nothing()
    return merged[0] if len(merged) == 1 else AnyOf(tuple(merged))


def _flat(plans: tuple[Plan, ...]) -> list[Plan]:
    flat: list[Plan] = []
    for inner in plans:
        if isinstance(inner, AnyOf):
            flat += inner.parts
        elif not isinstance(inner, Nothing):
            flat.append(inner)
    return flat
