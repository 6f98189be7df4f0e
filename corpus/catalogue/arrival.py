"""A document on its way into the catalogue: where it belongs, which label it gets, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus import ids
from corpus.access import INTERNAL, PUBLIC
from corpus.catalogue import contents
from corpus.catalogue.differing import Difference
from corpus.corrections import Change, Part
from corpus.model import Document, Kind, SourceFile
from corpus.names import name_key
from corpus.notes import Note
from corpus.same_work import other_language, work_title

_CASES = frozenset({Kind.JUDGMENT, Kind.FOREIGN_CASE, Kind.GUIDING_CASE, Kind.TYPICAL_CASE})


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document on its way in, with all that its place in the catalogue depends on.

    Attributes:
        document: as it is stored: what was read, with the corrections that hold.
        content: a checksum of all that it puts into the catalogue; worked out where it is not given.
        work: the id of its work; worked out where it is not given.
        read: what was read, where corrections made something else of it.
    """

    document: Document
    source: SourceFile
    access: str
    content: str = ""
    work: str = ""
    read: Mapping[str, Any] | None = None
    text: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", contents.text_checksum(self.document))
        if not self.content:
            object.__setattr__(self, "content", contents.content_checksum(self.document))
        if not self.work:
            object.__setattr__(self, "work", work_of(self.document))

    @property
    def version(self) -> str:
        """The id that the document gets, unless it turns out to be a copy or a variant."""
        identity = self.document.identity
        return ids.version_id(
            self.work, identity.version_on, self.text, self.access, other_language(identity)
        )


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a document.

    Attributes:
        status: ``added``, ``changed``, ``unchanged`` (all is as it was) or ``copy`` (another file of a version that
            is there).
        version: id of the version that holds the text.
        provisions: how many provisions it has.
        note: what a person should know about it, or ``None``.
    """

    status: str
    version: str
    provisions: int
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A document that somebody has looked at before it is stored, with what they want changed.

    Attributes:
        document: what its file came to.
        source: the file.
        access: the label to give it; ``None`` lets its kind decide.
        changes: checked values.
    """

    document: Document
    source: SourceFile
    access: str | None = None
    changes: tuple[Change, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind that decides its label: what was read as minutes, or is to be such, is taken for them."""
        said = {c.value for c in self.changes if (c.part, c.field) == (Part.DOCUMENT, "kind")}
        return Kind.MINUTES if str(Kind.MINUTES) in said else self.document.identity.kind

    @property
    def label(self) -> str:
        """The label that it gets."""
        return self.access or default_access(self.kind)


def copy_of(version: str) -> Note:
    """Says that a document is another file of a version."""
    return Note(f"the same text as {version}", code="copy_of", version=version)


def differs_from(version: str, difference: Difference) -> Note:
    """Says that a document bears the title and the day of a version, but not its words, and where it differs."""
    return Note(
        f"its text differs from {version} in {difference.count} units (here / there): {difference}",
        code="differs_from",
        version=version,
        count=difference.count,
        difference=str(difference),
    )


def default_access(kind: Kind) -> str:
    """The label of a document that nobody gave one: minutes are internal, the rest is public."""
    return INTERNAL if kind is Kind.MINUTES else PUBLIC


def companions_checksum(companions: Mapping[str, bytes]) -> str:
    """One checksum of the files that describe a document, empty where there are none."""
    if not companions:
        return ""
    return ids.checksum(
        "\n".join(f"{name} {ids.checksum(content)}" for name, content in sorted(companions.items())).encode()
    )


def work_of(document: Document) -> str:
    """The id of a document's work.

    Cases often share a title: their number keeps them apart. So does the code of an exception, of which one article
    may implement several.
    """
    identity = document.identity
    title = work_title(identity)
    number = identity.document_number
    if identity.kind in _CASES and number and name_key(number) not in name_key(title):
        title = f"{title} {number}"
    codes = [digest.exception_code for digest in document.digests if digest.exception_code]
    if len(codes) == 1 and name_key(codes[0]) not in name_key(title):
        title = f"{title} {codes[0]}"
    return ids.work_id(identity.jurisdiction, title)
