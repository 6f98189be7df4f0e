"""CSV and TSV: a row is a block, each value with the name of its column."""

from __future__ import annotations

import csv
import io

from corpus.errors import UnreadableError
from corpus.model import BlockKind, Format, Reading, SourceFile
from ingest.read.base import TextBuilder, collapse
from ingest.read.encoding import Decoded, decode, normalise_lines

_LONGEST_FIELD = 5_000_000
_MOST_COLUMNS = 500


def read_csv(source: SourceFile) -> Reading:
    """Read a table with commas, semicolons or strokes between its fields; see ``read_tsv``."""
    decoded = decode(source.location, source.content)
    head = decoded.text[:4096].partition("\n")[0]
    separator = max(",;\t|", key=head.count)
    return _read(source, Format.CSV, decoded, separator)


def read_tsv(source: SourceFile) -> Reading:
    """Read a table with tabs between its fields: a row becomes ``column: value | column: value``.

    Raises:
        UnreadableError: if a quotation mark is never closed, there are no rows, or there are too many columns.
    """
    return _read(source, Format.TSV, decode(source.location, source.content), "\t")


def _read(source: SourceFile, form: Format, decoded: Decoded, separator: str) -> Reading:
    csv.field_size_limit(_LONGEST_FIELD)
    text = normalise_lines(decoded.text).replace("\x00", "")
    lines = io.StringIO(text, newline="\n")
    # A quotation mark in a table with tabs is a character like any other.
    rows = (
        csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)
        if form is Format.TSV
        else csv.reader(lines, delimiter=separator)
    )
    builder = TextBuilder()
    header: list[str] = []
    try:
        for row in rows:
            if not header:
                header = [collapse(name) for name in row]
                if len(header) > _MOST_COLUMNS:
                    raise UnreadableError(
                        f"{source.location}: the table has {len(header)} columns.",
                        _FEWER,
                        code="too_many_columns",
                        count=len(header),
                        limit=_MOST_COLUMNS,
                    )
            else:
                builder.add(BlockKind.TABLE_ROW, named(header, row))
    except csv.Error as error:
        raise UnreadableError(
            f"{source.location}, line {rows.line_num}: {error}.",
            "Save the table anew.",
            code="no_table",
            line=rows.line_num,
            reason=str(error),
        ) from None
    if not builder.blocks and any(header):
        builder.add(BlockKind.TABLE_ROW, " | ".join(filter(None, header)))
    return builder.reading(source, form, {"columns": "; ".join(header)}, decoded.encoding, decoded.warnings)


_FEWER = f"Split it into tables of at most {_MOST_COLUMNS} columns."


def named(header: list[str], row: list[str]) -> str:
    """A row as a reader understands it: each value that is not empty after the name of its column."""
    parts = []
    for index, value in enumerate(row):
        shown = collapse(value.replace("\\n", " "))
        name = header[index] if index < len(header) else ""
        if shown:
            parts.append(f"{name}: {shown}" if name else shown)
    return " | ".join(parts)
