"""The catalogue's tables. A change here needs a migration beside it (a test compares the two)."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

versions = Table(
    "versions",
    metadata,
    Column("id", String(400), primary_key=True),
    Column("work", String(300), nullable=False, index=True),
    Column("access", String(100), nullable=False, index=True),
    Column("title", Text, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("language", String(20), nullable=False),
    Column("jurisdiction", String(10), nullable=False),
    Column("document_number", Text),
    Column("number_key", Text, index=True),  # the form in which numbers are compared
    Column("adopted", Date),
    Column("promulgated", Date),
    Column("effective", Date),
    Column("repealed", Date),
    Column("version_on", Date),
    Column("region", String(60)),
    Column("details", JSON, nullable=False),  # names, issuers, areas, events, subjects, evidence, warnings
    Column("confidence", Float),
    Column("format", String(20), nullable=False),
    Column("articles", Integer, nullable=False),
    Column("provisions", Integer, nullable=False),
    Column("text_checksum", String(64), nullable=False, index=True),
    Column("content_checksum", String(64), nullable=False),
    Column("valid_from", Date),
    Column("valid_to", Date),
    Column("follows_on", Date),
    Column("ended_on", Date),  # how another document ends it, derived
    Column("ended_by", String(400)),
    Column("ended_how", String(20)),
    Column("fingerprint", String(64), nullable=False),
    Column("added", String(40), nullable=False, index=True),  # ISO 8601, UTC
    Column("read", JSON(none_as_null=True)),  # what was read of a version that a person corrected
)

names = Table(
    "names",
    metadata,
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("key", Text, nullable=False, index=True),  # the form in which names are compared
)

provisions = Table(
    "provisions",
    metadata,
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("fragment", String(300), primary_key=True),
    Column("parent", String(300)),
    Column("order", Integer, nullable=False),
    Column("level", String(20), nullable=False),
    Column("number", String(100)),
    Column("label", Text, nullable=False),
    Column("heading", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("article", String(100)),
    Column("deleted", Boolean, nullable=False),
    Column("language", String(20)),
    Index("ix_provisions_version_article", "version", "article"),
)

digests = Table(
    "digests",
    metadata,
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("order", Integer, primary_key=True),
    Column("jurisdiction", String(10), nullable=False, index=True),
    Column("date", Date),
    Column("brief", JSON, nullable=False),  # what lists and facets show
    Column("record", JSON, nullable=False),  # the whole digest
)

meetings = Table(
    "meetings",
    metadata,
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("date", Date),
    Column("record", JSON, nullable=False),  # the minutes, with their items
)

endings = Table(
    "endings",
    metadata,
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("order", Integer, primary_key=True),
    Column("title_key", Text, index=True),  # the forms in which names and numbers are compared
    Column("number_key", Text, index=True),
    Column("on", Date),
    Column("record", JSON, nullable=False),  # the whole ending
)

terms = Table(
    "terms",
    metadata,
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True),
    Column("order", Integer, primary_key=True),
    Column("language", String(20), nullable=False),
    Column("term", Text, nullable=False),
    Column("other_language", String(20), nullable=False),
    Column("other_term", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("checksum", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)

sources = Table(
    "sources",
    metadata,
    Column("location", Text, primary_key=True),
    Column("checksum", String(64), ForeignKey("originals.checksum"), primary_key=True),
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("format", String(20), nullable=False),
    Column("size", Integer, nullable=False),
    Column("companions", String(64), nullable=False),  # checksum of the files that describe this one
    Column("facts", JSON(none_as_null=True)),  # what this file alone says: see corpus/catalogue/copies.py
)

corrections = Table(
    "corrections",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("part", String(20), nullable=False, index=True),
    Column("key", String(300), nullable=False),  # of an item or case; of a join, the work that was joined
    Column("field", String(40), nullable=False),
    Column("value", JSON, nullable=False),
    Column("before", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("made", String(40), nullable=False),  # ISO 8601, UTC
    Column("withdrawn", String(40)),
    Column("withdrawn_by", Text),
    Column("access", String(100), nullable=False),
)

correction_keys = Table(  # by what a document is known again: see corpus/catalogue/recognition.py
    "correction_keys",
    metadata,
    Column("correction", Integer, ForeignKey("corrections.number", ondelete="CASCADE"), primary_key=True),
    Column("key", String(64), primary_key=True, index=True),
)

correction_versions = Table(
    "correction_versions",
    metadata,
    Column("correction", Integer, ForeignKey("corrections.number", ondelete="CASCADE"), primary_key=True),
    Column(
        "version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), primary_key=True, index=True
    ),
)

moved = Table(  # ids that versions had before a correction gave them another one: links to them go on working
    "moved",
    metadata,
    Column("id", String(400), primary_key=True),
    Column("version", String(400), ForeignKey("versions.id", ondelete="CASCADE"), nullable=False, index=True),
)

pending = Table(
    "pending",
    metadata,
    Column("version", String(400), primary_key=True),
    Column("fingerprint", String(64)),  # what the index has to hold; null: the version is gone
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("started", String(40), nullable=False),
    Column("finished", String(40)),
    Column("summary", JSON, nullable=False),
)

run_entries = Table(
    "run_entries",
    metadata,
    Column("run", Integer, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("order", Integer, primary_key=True),
    Column("access", String(100), nullable=False),
    Column("location", Text, nullable=False),
    Column("status", String(20), nullable=False),
    Column("version", String(400)),
    Column("reason", Text),
    Column("note", JSON(none_as_null=True)),  # code and facts of the reason
)
