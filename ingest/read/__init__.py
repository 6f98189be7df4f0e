"""A file becomes a reading: one small reader for each format, chosen by what the file holds."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.model import Format, Reading, SourceFile
from ingest.read.base import Reader
from ingest.read.markdown import read_markdown
from ingest.read.plain import read_plain

__all__ = ["Reader", "read"]

READERS: Mapping[Format, Reader] = {
    Format.TXT: read_plain,
    Format.MARKDOWN: read_markdown,
}


def read(source: SourceFile) -> Reading:
    """Read a file of any known format.

    Raises:
        UnreadableError: if no text can be taken out of it; names the file, the place and the cure.
    """
    form = Format.MARKDOWN if source.name.endswith(".md") else Format.TXT
    return READERS[form](source)
