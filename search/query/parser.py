"""Query text -> tree and filters, by recursive descent over the tokens.

query  = or ;  or = and { OR and } ;  and = unary { [AND] unary } ;  unary = { NOT } part ;
part   = WORD | PHRASE | FIELD (WORD | PHRASE) | "(" or ")" ;
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from index.schema import And, Everything, Node, Not, Or, Phrase, Word
from search.query.fields import AS_OF_FIELDS, FILTER_FIELDS, TEXT_FIELDS, filter_values
from search.query.lexer import Token, TokenKind, lex
from search.query.problems import QueryProblem

_DEEPEST = 30  # parentheses inside each other


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query understood.

    Attributes:
        tree: what must hold; ``Everything`` where only filters were given.
        filters: facet name to accepted values.
        as_of: the day named by 有效于:, or ``None``.
        plain: whether it is words only, without any operator, phrase, field or parenthesis.
    """

    tree: Node
    filters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    as_of: date | None = None
    plain: bool = True


def parse(query: str) -> ParsedQuery:
    """Understand a query.

    Raises:
        QueryProblem: naming the place and the cure.
    """
    tokens = lex(query)
    parser = _Parser(tokens, len(query))
    tree = parser.query()
    plain = all(token.kind is TokenKind.WORD for token in tokens)
    if tree is None:
        # Only filters, or nothing at all, browse everything; characters that mean nothing find nothing.
        browses = bool(tokens) or not query.strip()
        tree = Everything() if browses else Word(query)
    return ParsedQuery(tree, parser.filters, parser.as_of, plain)


class _Parser:
    """One parse: a place in the tokens, and the filters met so far."""

    def __init__(self, tokens: list[Token], length: int) -> None:
        self._tokens = tokens
        self._length = length
        self._place = 0
        self._depth = 0
        self._inside = 0  # of OR or NOT, where a filter on the whole answer has no meaning
        self.filters: dict[str, frozenset[str]] = {}
        self.as_of: date | None = None

    def query(self) -> Node | None:
        # Filters are found on the way; whether one stands inside an OR is known only after the whole is read.
        tree = self._or()
        if self._place < len(self._tokens):
            token = self._tokens[self._place]
            raise QueryProblem(
                "unbalanced_parenthesis",
                token.start,
                token.text,
                f"The parenthesis {token.text} at character {token.start + 1} closes nothing.",
                "Take it away, or open it before.",
            )
        return tree

    def _peek(self) -> Token | None:
        return self._tokens[self._place] if self._place < len(self._tokens) else None

    def _next(self, kind: TokenKind) -> Token | None:
        token = self._peek()
        if token is not None and token.kind is kind:
            self._place += 1
            return token
        return None

    def _or(self) -> Node | None:
        parts = [self._and()]
        filters = dict(self.filters)
        while operator := self._next(TokenKind.OR):
            if parts[-1] is None:
                raise _nothing_to_join(operator)
            self._inside += 1
            parts.append(self._and())
            self._inside -= 1
            if parts[-1] is None or filters != self.filters:
                raise _nothing_to_join(operator)
        present = tuple(part for part in parts if part is not None)
        return Or(present) if len(present) > 1 else (present[0] if present else None)

    def _and(self) -> Node | None:
        parts: list[Node] = []
        while token := self._peek():
            if token.kind in (TokenKind.OR, TokenKind.CLOSE):
                break
            if token.kind is TokenKind.AND:
                self._place += 1
                following = self._peek()
                if following is None or following.kind in (TokenKind.OR, TokenKind.CLOSE, TokenKind.AND):
                    raise _nothing_to_join(token)
                continue
            part = self._unary()
            if part is not None:
                parts.append(part)
        return And(tuple(parts)) if len(parts) > 1 else (parts[0] if parts else None)

    def _unary(self) -> Node | None:
        negations = 0
        last: Token | None = None
        while token := self._next(TokenKind.NOT):
            negations += 1
            last = token
        self._inside += negations
        part = self._part()
        self._inside -= negations
        if part is None and last is not None:
            raise _nothing_to_join(last)
        return Not(part) if part is not None and negations % 2 else part

    def _part(self) -> Node | None:
        token = self._peek()
        if token is None or token.kind in (TokenKind.AND, TokenKind.OR, TokenKind.CLOSE):
            return None
        self._place += 1
        if token.kind is TokenKind.OPEN:
            return self._group(token)
        if token.kind is TokenKind.FIELD:
            return self._bound(token)
        return Phrase(token.text) if token.kind is TokenKind.PHRASE else Word(token.text)

    def _group(self, opening: Token) -> Node | None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise QueryProblem(
                "too_deep",
                opening.start,
                opening.text,
                "Too many parentheses stand inside each other.",
                "Use fewer.",
            )
        tree = self._or()
        self._depth -= 1
        if not self._next(TokenKind.CLOSE):
            raise QueryProblem(
                "unbalanced_parenthesis",
                opening.start,
                opening.text,
                f"The parenthesis {opening.text} at character {opening.start + 1} is never closed.",
                "Close it, or take it away.",
            )
        return tree

    def _bound(self, name: Token) -> Node | None:
        value = self._next(TokenKind.WORD) or self._next(TokenKind.PHRASE)
        if value is None:
            raise QueryProblem(
                "empty_field",
                name.start,
                name.text,
                f"Nothing stands after {name.text}: at character {name.start + 1}.",
                "Write the value right after the colon.",
            )
        key = name.text.lower()
        if key in TEXT_FIELDS:
            bound = Phrase(value.text) if value.kind is TokenKind.PHRASE else Word(value.text)
            return replace(bound, field=TEXT_FIELDS[key])
        if key in AS_OF_FIELDS:
            self.as_of = _day(value)
        elif key in FILTER_FIELDS:
            self._filter(name, FILTER_FIELDS[key], value)
        else:
            raise QueryProblem(
                "unknown_field",
                name.start,
                name.text,
                f"There is no field {name.text!r} (character {name.start + 1}).",
                "Fields are: " + " ".join([*TEXT_FIELDS, *FILTER_FIELDS, *sorted(AS_OF_FIELDS)]) + ".",
            )
        return None

    def _filter(self, name: Token, facet: str, value: Token) -> None:
        if self._inside:
            raise QueryProblem(
                "filter_inside",
                name.start,
                name.text,
                f"{name.text}: at character {name.start + 1} narrows the whole answer and cannot stand after OR or NOT.",
                "Take it out of there.",
            )
        values: frozenset[str] = frozenset()
        for word in value.text.replace("，", ",").split(","):
            meant = filter_values(facet, word.strip())
            if meant is None:
                raise QueryProblem(
                    "unknown_value",
                    value.start,
                    word,
                    f"{name.text}: knows no {word!r} (character {value.start + 1}).",
                    "See the filters beside the hits for the values there are.",
                )
            values |= meant
        self.filters[facet] = self.filters.get(facet, frozenset()) | values


def _day(value: Token) -> date:
    try:
        return date.fromisoformat(value.text)
    except ValueError:
        raise QueryProblem(
            "bad_date",
            value.start,
            value.text,
            f"{value.text!r} at character {value.start + 1} is no date.",
            "Write it as 2021-06-01.",
        ) from None


def _nothing_to_join(token: Token) -> QueryProblem:
    return QueryProblem(
        "nothing_to_join",
        token.start,
        token.text,
        f"{token.text} at character {token.start + 1} has nothing to join.",
        "Write a word on each side of it, or put it in quotation marks to search for it.",
    )
