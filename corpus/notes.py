"""Sentences for people that also say by a code what they are about.

The command line prints the sentence. A page that speaks another language takes the code and the facts, and says the
same in its own words, without reading English.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

Fact = str | int | float


class Note(str):
    """An English sentence that is equal to its characters, with the code and the facts it was made of.

    Attributes:
        code: stable name of what the sentence says; empty where it has none.
        facts: the plain values in it, by name.
    """

    code: str
    facts: Mapping[str, Fact]

    def __new__(cls, sentence: str, /, code: str = "", **facts: Fact) -> Self:
        """Make a note of ``sentence``."""
        note = super().__new__(cls, sentence)
        note.code = code
        note.facts = facts
        return note


def kept(sentence: str) -> str | dict[str, Any]:
    """A sentence in a form that JSON can hold; ``revived`` gives it back."""
    if isinstance(sentence, Note) and sentence.code:
        return {"text": str(sentence), "code": sentence.code, "facts": dict(sentence.facts)}
    return str(sentence)


def revived(value: str | Mapping[str, Any]) -> str:
    """The sentence that ``kept`` was given, as a note where it was one."""
    if isinstance(value, str):
        return value
    return Note(value["text"], value["code"], **value["facts"])
