"""Marks words in the text of a document that was drawn."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_SHORTEST_MARK = 4  # characters that are told from others


def with_mark(text: Markup, words: str) -> Markup:
    """The text of a part with some words marked: as a whole, else sentence by sentence, each where it first stands."""
    pieces = re.split("(<[^>]*>)", str(text))  # tags of ours: characters of a document are escaped
    whole = words.strip()
    if not _mark(pieces, whole):
        for sentence in re.split(r"(?<=[。；.;])|\n", whole):
            if not _mark(pieces, sentence.strip()):
                _mark(pieces, sentence.strip().rstrip("。"))
    return Markup("".join(pieces))


def _mark(pieces: list[str], words: str) -> bool:
    """Mark words in the first piece of text that holds them; whether one does."""
    wanted = str(escape(words))
    if len(wanted) < _SHORTEST_MARK:
        return False
    for place in range(0, len(pieces), 2):
        if wanted in pieces[place]:
            pieces[place] = pieces[place].replace(wanted, f"<mark>{wanted}</mark>", 1)
            return True
    return False
