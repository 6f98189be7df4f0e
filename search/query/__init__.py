"""What a person typed becomes a query tree and filters."""

from search.query.lexer import Token, TokenKind, lex
from search.query.parser import ParsedQuery, parse
from search.query.problems import QueryProblem

__all__ = ["ParsedQuery", "QueryProblem", "Token", "TokenKind", "lex", "parse"]
