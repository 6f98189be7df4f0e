"""Cuts a query into words, phrases, operators, parentheses and fields, each with its place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto

from search.query.problems import QueryProblem

LONGEST = 2000
"""Characters of a query that are looked at; a longer one is refused."""

_QUOTES = {'"': '"', "“": "”", "”": "”", "「": "」", "『": "』", "＂": "＂", "„": "“", "«": "»"}
_OPENING = "(（"
_CLOSING = ")）"
_FIELD = re.compile(r"([^\W\d]{1,20})[:：](?=\S)")
_BIDIRECTIONAL = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


class TokenKind(Enum):
    """What a token of a query is."""

    WORD = auto()
    PHRASE = auto()
    AND = auto()
    OR = auto()
    NOT = auto()
    OPEN = auto()
    CLOSE = auto()
    FIELD = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A token and its place ``[start, end)`` in the query."""

    kind: TokenKind
    text: str
    start: int
    end: int


_OPERATORS = {
    "AND": TokenKind.AND,
    "OR": TokenKind.OR,
    "NOT": TokenKind.NOT,
    "&&": TokenKind.AND,
    "||": TokenKind.OR,
}


def lex(query: str) -> list[Token]:
    """The tokens of a query. Control and bidirectional characters count as blanks.

    Raises:
        QueryProblem: if the query is too long or a quotation mark has no partner.
    """
    if len(query) > LONGEST:
        raise QueryProblem(
            "too_long",
            LONGEST,
            "",
            f"The query has {len(query)} characters; at most {LONGEST} are searched for.",
            "Ask for its most telling words or one sentence of it.",
        )
    plain = _BIDIRECTIONAL.sub(" ", query)
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in plain)
    tokens: list[Token] = []
    place = 0
    while place < len(plain):
        if plain[place].isspace():
            place += 1
            continue
        token = _token(plain, place, tokens)
        tokens.append(token)
        place = token.end
    return tokens


def _token(plain: str, place: int, before: list[Token]) -> Token:
    character = plain[place]
    if character in _QUOTES:
        return _phrase(plain, place)
    if character in _OPENING and not _inside_word(plain, place):
        return Token(TokenKind.OPEN, character, place, place + 1)
    if character in _CLOSING and _open(before):
        return Token(TokenKind.CLOSE, character, place, place + 1)
    if character == "-" and (place == 0 or plain[place - 1].isspace() or plain[place - 1] in _OPENING):
        return Token(TokenKind.NOT, character, place, place + 1)
    field = _FIELD.match(plain, place)
    if field:
        return Token(TokenKind.FIELD, field[1], place, field.end())
    end = _word_end(plain, place, bool(_open(before)))
    word = plain[place:end]
    return Token(_OPERATORS.get(word, TokenKind.WORD), word, place, end)


def _phrase(plain: str, place: int) -> Token:
    closing = _QUOTES[plain[place]]
    end = plain.find(closing, place + 1)
    if end < 0:
        raise QueryProblem(
            "unbalanced_quote",
            place,
            plain[place],
            f"The quotation mark {plain[place]} at character {place + 1} has no partner.",
            f"Close it with {closing}, or take it away.",
        )
    return Token(TokenKind.PHRASE, plain[place + 1 : end], place, end + 1)


def _inside_word(plain: str, place: int) -> bool:
    """Whether a parenthesis belongs to the word before it: 专利法（1992年修正）, 35(a), 解释（二）."""
    return place > 0 and (plain[place - 1].isalnum() or plain[place - 1] in "》〉)）")


def _open(tokens: list[Token]) -> int:
    opened = sum(token.kind is TokenKind.OPEN for token in tokens)
    return opened - sum(token.kind is TokenKind.CLOSE for token in tokens)


def _word_end(plain: str, place: int, in_parentheses: bool) -> int:
    """A word ends at a blank or a quotation mark, or at the parenthesis that closes the group it stands in."""
    depth = 0
    end = place
    while end < len(plain):
        character = plain[end]
        if character.isspace() or (character in _QUOTES and end > place):
            break
        if character in _OPENING:
            depth += 1
        elif character in _CLOSING:
            if depth == 0 and in_parentheses:
                break
            depth = max(depth - 1, 0)
        end += 1
    return max(end, place + 1)
