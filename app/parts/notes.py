"""Reasons, doubts and errors in the reader's language: by their code, else as they are."""

from __future__ import annotations

from app.texts import Texts
from corpus.notes import Note


def said(texts: Texts, sentence: str) -> str:
    """A sentence of the catalogue or of ingestion, in the language of ``texts``.

    A fact that is named like a vocabulary (``field``, ``what``) is given by its name there. A sentence without a code,
    or with one that this release does not know, stays as it is.
    """
    words = in_words(texts, sentence)
    return sentence if words is None else words


def in_words(texts: Texts, sentence: str | None) -> str | None:
    """The same where it may name addresses or folders, which are not for readers: without a code, nothing."""
    if not isinstance(sentence, Note):
        return None
    facts = {
        name: texts.label(name, value) if isinstance(value, str) else value
        for name, value in sentence.facts.items()
    }
    try:
        return texts.strings[f"note.{sentence.code}"].format(**facts)
    except (KeyError, ValueError):
        return None
