"""Who may see what: every read of the catalogue and of an engine takes an ``Access``."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from corpus.errors import UsageError

PUBLIC = "public"
INTERNAL = "internal"
_LONGEST = 60


def label(text: str) -> str:
    """A label as a person wrote it, without blanks around it; ``Public`` and ``Internal`` mean the labels so called.

    Raises:
        UsageError: if it is empty, too long, or holds a comma or what cannot be seen: no reader could be given it.
    """
    plain = unicodedata.normalize("NFC", text.strip())
    if plain.casefold() in (PUBLIC, INTERNAL):
        return plain.casefold()
    if not plain or len(plain) > _LONGEST or "," in plain or not plain.isprintable():
        raise UsageError(
            f"{text[:_LONGEST]!r} is no access label.",
            f"Write public, internal, or a group's name of at most {_LONGEST} characters without commas.",
        )
    return plain


@dataclass(frozen=True, slots=True)
class Access:
    """The access labels that a reader may see. There is no default: a caller has to say it.

    Attributes:
        labels: the labels, always with ``public``; ``None`` means every label there is (the owner of the base).
    """

    labels: frozenset[str] | None

    @classmethod
    def public(cls) -> Access:
        """Public documents only."""
        return cls(frozenset({PUBLIC}))

    @classmethod
    def of(cls, *labels: str) -> Access:
        """Public documents and those with one of ``labels``."""
        return cls(frozenset({PUBLIC, *labels}))

    @classmethod
    def everything(cls) -> Access:
        """Every document, whatever its label: for maintenance and for the owner at the command line."""
        return cls(None)

    def sees(self, label: str) -> bool:
        """Whether a document with ``label`` may be shown."""
        return self.labels is None or label in self.labels
