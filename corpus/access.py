"""Who may see what: every read of the catalogue and of an engine takes an ``Access``."""

from __future__ import annotations

from dataclasses import dataclass

PUBLIC = "public"
INTERNAL = "internal"


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
