"""By what a document is known again, so that corrections find it whatever becomes of its file.

A correction keeps keys of the document it was made for, and takes over those of every document that it is applied to:

- its place and what stood there: a file that is changed stays the document that it was, if it reads as the same
  version of the same work;
- its words at that place, should it be understood otherwise, or get another label;
- its bytes, and its words, wherever they lie, among documents with the same label: renamed files and copies. Labels
  part corrections as they part ids.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from corpus.ids import checksum


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a document is known by.

    Attributes:
        work, version_on: as they were read, without any correction.
        text: the checksum of its words.
        tells_apart: whether those are enough to know it by.
        access: its label.
    """

    work: str
    version_on: date | None
    text: str
    tells_apart: bool
    access: str

    def keys(self, location: str, content: str) -> frozenset[str]:
        """The keys of the document that was read from a place, from bytes with the checksum ``content``."""
        day = self.version_on.isoformat() if self.version_on else ""
        words = ("words", self.access, self.text)
        return frozenset(
            (
                _key("place", location, self.work, day),
                _key("here", location, self.text),
                _key("bytes", self.access, content),
                _key(*words) if self.tells_apart else _key(*words, self.work),
            )
        )


def _key(*parts: str) -> str:
    return checksum("\x00".join(parts).encode("utf-8", "replace"))
