"""A file becomes a reading: one small reader for each format, chosen by what the file holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from corpus.errors import UnreadableError
from corpus.model import Format, Reading, SourceFile
from ingest.read.base import Reader
from ingest.read.docx import read_docx
from ingest.read.html import read_html
from ingest.read.json import read_json, read_jsonl
from ingest.read.markdown import read_markdown
from ingest.read.office import read_office
from ingest.read.pdf import read_pdf
from ingest.read.plain import read_plain
from ingest.read.scan.images import read_image, read_pictures
from ingest.read.sniff import Sniffed, sniff
from ingest.read.tables import read_csv, read_tsv
from ingest.read.xml import read_xml
from ingest.read.yaml import read_yaml

__all__ = ["Reader", "read"]

READERS: Mapping[Format, Reader] = {
    Format.TXT: read_plain,
    Format.MARKDOWN: read_markdown,
    Format.HTML: read_html,
    Format.OFFICE: read_office,
    Format.PDF: read_pdf,
    Format.DOCX: read_docx,
    Format.XML: read_xml,
    Format.JSON: read_json,
    Format.JSONL: read_jsonl,
    Format.CSV: read_csv,
    Format.TSV: read_tsv,
    Format.YAML: read_yaml,
    Format.IMAGE: read_image,
}

_MOST_CHARACTERS = 40_000_000
_MOST_BLOCKS = 400_000
_PACKED = ("odt", "pptx", "epub")
"""Office formats that may hold nothing but pictures of pages."""


def read(source: SourceFile) -> Reading:
    """Read a file of any known format, judged by its content.

    Raises:
        UnreadableError: if no text can be taken out of it; names the file, the place and the cure.
    """
    sniffed = sniff(source)
    reading = _read(source, sniffed)
    _check(source, reading)
    if sniffed.warning:
        return replace(reading, warnings=(sniffed.warning, *reading.warnings))
    return reading


def _check(source: SourceFile, reading: Reading) -> None:
    """Refuse at once what would run into the limits of time and memory further on."""
    if len(reading.text) > _MOST_CHARACTERS or len(reading.blocks) > _MOST_BLOCKS:
        raise UnreadableError(
            f"{source.location}: it has {len(reading.text):,} characters in {len(reading.blocks):,} paragraphs; at most"
            f" {_MOST_CHARACTERS:,} in {_MOST_BLOCKS:,} are read.",
            "Split it.",
            code="too_long",
            characters=len(reading.text),
            blocks=len(reading.blocks),
            most_characters=_MOST_CHARACTERS,
            most_blocks=_MOST_BLOCKS,
        )


def _read(source: SourceFile, sniffed: Sniffed) -> Reading:
    try:
        return READERS[sniffed.form](source)
    except UnreadableError as error:
        packed = sniffed.form is Format.DOCX or sniffed.suffix in _PACKED
        reading = read_pictures(source, sniffed.form) if packed and error.code == "no_text" else None
        if reading is None:
            raise
        return reading
