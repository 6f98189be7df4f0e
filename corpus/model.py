"""The model: frozen dataclasses that pass between the layers, in the words of the library world.

Work, version (expression) and provision follow IFLA LRM and Akoma Ntoso. Every value is immutable, so that it may
cross threads, processes and pipelines without copies.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from corpus.evidence import Evidence, Immutable, Span
from corpus.levels import PARTS as PARTS
from corpus.levels import Level as Level
from corpus.records import Digest, Ending, Minutes, Relation, Term

_SPREAD = re.compile(r"(?:[\u4e00-\u9fff]\s+)+[\u4e00-\u9fff]")


class Kind(StrEnum):
    """What sort of document a work is (the vocabulary of the command line)."""

    LAW = "law"
    ADMINISTRATIVE_REGULATION = "administrative_regulation"
    DEPARTMENT_RULE = "department_rule"
    LOCAL_REGULATION = "local_regulation"
    JUDICIAL_INTERPRETATION = "judicial_interpretation"
    POLICY = "policy"
    GUIDELINE = "guideline"
    GUIDING_CASE = "guiding_case"
    TYPICAL_CASE = "typical_case"
    JUDGMENT = "judgment"
    QA = "qa"
    FORM = "form"
    MINUTES = "minutes"
    TREATY = "treaty"
    STATUTE = "statute"
    FOREIGN_CASE = "foreign_case"
    GLOSSARY = "glossary"
    OTHER = "other"


class Format(StrEnum):
    """The sniffed format of a source file."""

    TXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    JSON = "json"
    JSONL = "jsonl"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"
    YAML = "yaml"
    IMAGE = "image"  # png, jpg, tiff ...: pages that were recognised
    OFFICE = "office"  # whatever else unstructured partitions: rtf, odt, epub, pptx, eml, doc ...


class BlockKind(StrEnum):
    """What a block of a reading is in its source."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTATION = "quotation"
    FOOTNOTE = "footnote"
    COMMENT = "comment"  # <!-- ... -->: may carry metadata, is no text of the document
    FURNITURE = "furniture"  # navigation, share bars, running heads: kept in the source, left out of the text


@dataclass(frozen=True, slots=True)
class SourceFile(Immutable):
    """A file as it was given.

    Attributes:
        location: the path or upload name by which people know the file, with ``/`` as separator.
        content: its bytes.
        checksum: SHA-256 of ``content``, hexadecimal.
        companions: contents of files that describe this one (``.meta.json``, ``.holdings.yaml``), by name.
    """

    location: str
    content: bytes = field(repr=False)
    checksum: str
    companions: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def name(self) -> str:
        """The last part of the location."""
        return self.location.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Block(Immutable):
    """A heading, paragraph, list item or table row with its place in the source text.

    Attributes:
        kind: what it is.
        text: its text without markup: exactly the characters of ``spans``, joined.
        spans: where the characters stand in ``Reading.text``, in order, not overlapping.
        level: depth of a heading (1 is the outermost) or of a list item (0 is the outermost); else 0.
        columns: of a row of a table, the column (from 0) of each cell that shows something; empty where unknown.
        covered: its columns that a cell of a row above covers.
    """

    kind: BlockKind
    text: str
    spans: tuple[Span, ...]
    level: int = 0
    columns: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()

    @property
    def start(self) -> int:
        """First character of the block in the source text."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """One past the last character of the block in the source text."""
        return self.spans[-1].end

    def part(self, start: int, end: int | None = None) -> Block:
        """The block of the characters ``[start, end)`` of ``text``, with their own spans.

        Raises:
            ValueError: if the part is empty or reaches beyond the text.
        """
        stop = len(self.text) if end is None else end
        if not 0 <= start < stop <= len(self.text):
            raise ValueError(f"no part [{start}, {stop}) in a block of {len(self.text)} characters")
        spans: list[Span] = []
        passed = 0
        for span in self.spans:
            length = span.end - span.start
            first, last = max(start - passed, 0), min(stop - passed, length)
            if first < last:
                spans.append(Span(span.start + first, span.start + last))
            passed += length
        return Block(self.kind, self.text[start:stop], tuple(spans), self.level)


@dataclass(frozen=True, slots=True)
class Reading(Immutable):
    """What a reader makes of a file: its source text and the blocks in it, in reading order.

    Attributes:
        format: the sniffed format.
        text: the source text. For txt and md the decoded file itself; for other formats the text taken out of it.
        blocks: blocks with spans into ``text``; kinds COMMENT and FURNITURE are not text of the document.
        metadata: what the file says of itself outside its text (front matter, meta elements, JSON fields), as read;
            keys as in the file, nested keys joined by a dot.
        encoding: the character set that was found, for text formats.
        warnings: what a person should know (replaced characters, pages without text ...).
        confidence: how sure the recognition of a scan's characters was, from 0 to 1; ``None`` for text that was not
            recognised but read.
    """

    format: Format
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    metadata: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Event(Immutable):
    """Something that happened to a work: ``kind`` is adopted, promulgated, amended, effective or repealed."""

    kind: str
    on: date
    by: str | None = None
    surface: str = ""


@dataclass(frozen=True, slots=True)
class Identity(Immutable):
    """What a document is. What its text (or, second, its metadata) does not support stays ``None`` or empty.

    Attributes:
        title: the official title.
        kind, language (BCP 47), jurisdiction (ISO 3166, ``EU`` or ``INT``): see the interfaces page.
        names: other names by which it is cited (short names, aliases), without the title itself.
        issuers: in order.
        document_number: as printed.
        adopted, promulgated, effective, repealed: dates of this version, not of the first one.
        events: the history that the document tells, oldest first.
        subjects: patent, trademark ... (the vocabulary of the interfaces page).
        region: the province or city whose local rule it is, by its official name (``浙江省``, ``杭州市``).
        areas: the areas of coordinated development that the region belongs to (``长三角``).
        version_on: the day that names the version: the last of its adoption and amendments, else promulgation, else
            a day in the file's name within 400 days before effect, else effect, else a date that the metadata or the
            file name gives; ``None`` where nothing does.
        evidence: one entry for each value that was found.
        warnings: disagreements between text, metadata and name.
    """

    title: str
    kind: Kind
    language: str
    jurisdiction: str
    names: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    document_number: str | None = None
    adopted: date | None = None
    promulgated: date | None = None
    effective: date | None = None
    repealed: date | None = None
    events: tuple[Event, ...] = ()
    subjects: tuple[str, ...] = ()
    region: str | None = None
    areas: tuple[str, ...] = ()
    version_on: date | None = None
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision(Immutable):
    """A node of a version's tree. ``label`` + ``heading`` + ``text`` of all nodes in order give back the text.

    Attributes:
        fragment: its name within the version: ``71``, ``17-1``, ``ch2``, ``annex1.3``; unique, the part of an id
            after ``#``.
        parent: the fragment of its parent, ``None`` at the top.
        order: position in document order, from 0.
        level: see ``Level``.
        number: normalised number of its own (``71``, ``17-1``, ``6bis``, ``L121-1``), ``None`` where it has none.
        label: the number as printed (``第七十一条``, ``Article 6bis``, ``§ 14``), may be empty.
        heading: its heading as printed, may be empty.
        text: its own text, without label and heading and without that of its children; paragraphs end with a line
            feed between them.
        start, end: the span of label, heading and own text in the source text.
        article: the normalised number of the article in which it stands (its own for an article), else ``None``.
        deleted: whether the source says that the unit was deleted and keeps only its number.
        language: BCP 47, where it stands in another language than its document.
    """

    fragment: str
    parent: str | None
    order: int
    level: Level
    number: str | None
    label: str
    heading: str
    text: str
    start: int
    end: int
    article: str | None = None
    deleted: bool = False
    language: str | None = None

    @property
    def is_part(self) -> bool:
        """Whether it is part of an article: a paragraph, an item, what the article quotes."""
        return self.article is not None and self.level in PARTS

    @property
    def searchable(self) -> bool:
        """Whether it is found by itself.

        A mere heading is found through the provisions below it, a part of an article in the article.
        """
        return self.level is Level.ARTICLE or (bool(self.text) and not self.is_part)

    @property
    def caption(self) -> str:
        """Label and heading in one line, as a path shows them: without the blanks that print 总　　则 wide."""
        heading = (
            "".join(self.heading.split())
            if _SPREAD.fullmatch(self.heading)
            else " ".join(self.heading.split())
        )
        return f"{' '.join(self.label.split())} {heading}".strip()


@dataclass(frozen=True, slots=True)
class Document(Immutable):
    """A file understood: what it is and its provisions, before the catalogue gives it ids.

    Attributes:
        digests: what each case in it comes to.
        minutes: what the meeting that it records came to.
        endings: the clauses by which it ends other documents.
        terms: the pairs of terms that it lists.
        confidence: as in a reading.
    """

    identity: Identity
    provisions: tuple[Provision, ...] = field(repr=False)
    format: Format
    warnings: tuple[str, ...] = ()
    digests: tuple[Digest, ...] = ()
    minutes: Minutes | None = None
    endings: tuple[Ending, ...] = ()
    terms: tuple[Term, ...] = ()
    confidence: float | None = None

    @property
    def articles(self) -> int:
        """How many units by which the jurisdiction cites."""
        return sum(1 for provision in self.provisions if provision.level is Level.ARTICLE)


WITHOUT_VALIDITY = frozenset(
    {
        Kind.GUIDING_CASE,
        Kind.TYPICAL_CASE,
        Kind.JUDGMENT,
        Kind.FOREIGN_CASE,
        Kind.MINUTES,
        Kind.QA,
        Kind.FORM,
        Kind.GLOSSARY,
    }
)
"""Kinds of documents that are no rules: they are never in force, amended or to come."""


class Status(StrEnum):
    """Validity of a version on a day, always derived from dates and later versions."""

    NOT_YET_EFFECTIVE = "not_yet_effective"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    REPEALED = "repealed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"  # judgments, minutes, forms ...: nobody asks whether they are in force


@dataclass(frozen=True, slots=True)
class Work(Immutable):
    """The abstract rule or document, whatever its versions.

    Attributes:
        id: ``cn/专利法``.
        title: the official title of its newest visible version.
        versions: ids of its visible versions, oldest first.
    """

    id: str
    title: str
    kind: Kind
    jurisdiction: str
    versions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source(Immutable):
    """A file from which a version was read; the bytes are kept under the checksum."""

    location: str
    checksum: str
    format: Format
    size: int


@dataclass(frozen=True, slots=True)
class Ended(Immutable):
    """How another document ends a version: on which day, by which version, ``repeals`` or ``replaces``."""

    on: date
    by: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Version(Immutable):
    """A work's text at a time and in a language, as the catalogue holds it.

    Attributes:
        id: ``cn/专利法@2020-10-17``.
        work: id of its work.
        identity: what the document says of itself.
        access: ``public``, ``internal`` or the name of a group.
        sources: the files that hold this text, as far as the reader may see them.
        articles, provisions: counts.
        fingerprint: changes whenever anything changes that search shows or filters by.
        valid_from, valid_to: the days between which it is in force, ``valid_to`` excluded; ``None`` where unknown
            (from) or open (to).
        follows_on: the day from which search counts the version as the text of its work, ``valid_from`` or else the
            day that names the version; ``None`` where neither is known.
        added: when it came into the catalogue, ISO 8601.
        confidence: as in a reading.
        ended: how another document ends it, derived from the clauses of all that its readers may see.
    """

    id: str
    work: str
    identity: Identity
    access: str
    sources: tuple[Source, ...]
    articles: int
    provisions: int
    fingerprint: str
    valid_from: date | None
    valid_to: date | None
    follows_on: date | None
    added: str
    confidence: float | None = None
    ended: Ended | None = None

    @property
    def repealed_on(self) -> date | None:
        """The day on which it is repealed, as it says itself or as another document does."""
        days = (self.identity.repealed, self.ended.on if self.ended else None)
        return min((day for day in days if day is not None), default=None)

    def status(self, on: date) -> Status:
        """Validity on a day, derived from the dates."""
        if self.identity.kind in WITHOUT_VALIDITY:
            return Status.NOT_APPLICABLE
        repealed = self.repealed_on
        if repealed is not None and repealed <= on and (self.valid_to is None or repealed <= self.valid_to):
            return Status.REPEALED
        if self.valid_to is not None and self.valid_to <= on:
            return Status.AMENDED
        if self.follows_on is None:
            return Status.UNKNOWN
        return Status.NOT_YET_EFFECTIVE if self.follows_on > on else Status.IN_FORCE
