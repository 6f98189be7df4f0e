"""The fields of the embedded index, and a unit as its document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import tantivy

from index.analysis import MARK
from index.fields import FIRST_DAY, KEYWORDS, LONGEST_KEYWORD, MANY, STREAMS, Indexed, clean

SORTED = ("newest", "oldest", "natural")

_TOKENS = "tokens"


@cache
def schema() -> tantivy.Schema:
    """The one schema of embedded indexes."""
    builder = tantivy.SchemaBuilder()
    for name in STREAMS:
        builder.add_text_field(name, tokenizer_name=_TOKENS, index_option="position")
    for name in (*KEYWORDS, *MANY, *SORTED):
        builder.add_text_field(
            name, tokenizer_name="raw", index_option="basic", fast=name not in {"id", "access"}
        )
    builder.add_unsigned_field("since", indexed=True, fast=True)
    builder.add_unsigned_field("until", indexed=True, fast=True)
    builder.add_boolean_field("first", indexed=True)
    builder.add_bytes_field("unit", stored=True)
    return builder.build()


def create(folder: Path | None) -> tantivy.Index:
    """A new index in an empty folder, or in memory."""
    index = tantivy.Index(schema(), path=str(folder) if folder else None)
    return _prepared(index)


def opened(folder: Path) -> tantivy.Index:
    """The index in a folder.

    Raises:
        ValueError: if there is none, or it is damaged.
    """
    return _prepared(tantivy.Index.open(str(folder)))


def _prepared(index: tantivy.Index) -> tantivy.Index:
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace())
    # The filter drops the mark and keeps the position that it stood at.
    index.register_tokenizer(_TOKENS, builder.filter(tantivy.Filter.custom_stopword([MARK])).build())
    index.config_reader("manual")
    return index


def document(entry: Indexed) -> tantivy.Document:
    """A unit as a document of the index."""
    made = tantivy.Document()
    for name, tokens in entry.streams.items():
        if tokens:
            made.add_text(name, tokens)
    for name, values in entry.keywords.items():
        for value in values:
            made.add_text(name, clean(value))
    made.add_text("newest", clean(entry.newest))
    made.add_text("oldest", clean(entry.oldest))
    made.add_text("natural", clean(entry.natural))
    made.add_unsigned("since", max(entry.since, FIRST_DAY))
    made.add_unsigned("until", entry.until)
    made.add_boolean("first", entry.first)
    made.add_bytes("unit", clean(entry.stored).encode())
    return made


def refusal(entry: Indexed) -> str | None:
    """Why the index cannot hold a unit, or ``None``: a value longer than a term may be would be dropped in silence."""
    for name, values in entry.keywords.items():
        for value in values:
            if len(value) > LONGEST_KEYWORD:
                return f"{name} has {len(value)} characters, more than {LONGEST_KEYWORD}"
    if len(entry.newest) > 2 * LONGEST_KEYWORD:
        return "its id and its version are too long to sort by"
    return None
