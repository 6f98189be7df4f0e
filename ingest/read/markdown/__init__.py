"""Markdown: the text is the file itself; markup is left out of the blocks by leaving it out of their spans."""

from __future__ import annotations

from corpus.model import BlockKind, Format, Reading, SourceFile
from ingest.read.base import with_text
from ingest.read.encoding import decode, normalise_lines
from ingest.read.markdown.front import front_blocks, front_matter
from ingest.read.markdown.notes import parted
from ingest.read.markdown.scanner import Scanner

__all__ = ["read_markdown"]


def read_markdown(source: SourceFile) -> Reading:
    """Read a Markdown file.

    ``Reading.text`` is the decoded file with line feeds as line ends. Front matter and comments of the form
    ``KEY: value`` go to the metadata (the latter as ``comment.KEY``). A block's text may hold a line feed where a
    Latin paragraph was wrapped; it counts as a blank. Where a file is nothing but front matter, its entries are the
    blocks.

    Raises:
        UnreadableError: if the character set is unknown or there is no text.
    """
    decoded = decode(source.location, source.content)
    text = normalise_lines(decoded.text)
    metadata, start = front_matter(text)
    scanner = Scanner(text, start)
    scanner.run()
    entries = {**metadata, **scanner.metadata}
    blocks = list(parted(scanner.blocks, text))
    if metadata and not any(block.kind is not BlockKind.COMMENT for block in blocks):
        blocks = [*front_blocks(text, start), *blocks]
    reading = Reading(Format.MARKDOWN, text, tuple(blocks), entries, decoded.encoding, decoded.warnings)
    return with_text(source, reading)
