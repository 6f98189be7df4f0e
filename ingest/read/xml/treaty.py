"""Trade agreements: ``<treaty><meta/><body><chapter number name><article number name>text``."""

from __future__ import annotations

from lxml import etree

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.encoding import normalise_lines
from ingest.read.html import visible
from ingest.read.plain import paragraphs
from ingest.read.xml.shape import DEEPEST, children, entries, gathered, local, text_of

_LEVELS = {"part": 1, "title": 1, "chapter": 1, "annex": 1, "protocol": 1, "section": 2, "article": 3}
_TITLES = ("name", "title")


class Treaty:
    """Numbers and names of chapters and articles stand in attributes, the text is plain lines."""

    def fits(self, root: etree._Element) -> bool:
        """Whether the root is a treaty with a body."""
        return local(root) == "treaty" and any(local(child) == "body" for child in children(root))

    def write(self, root: etree._Element, builder: TextBuilder) -> dict[str, str]:
        """Append a heading for each chapter and article, and its lines."""
        metadata: dict[str, str] = {}
        for part in children(root):
            if local(part) == "meta":
                metadata = gathered(entries(part))
            elif local(part) == "body":
                self._inside(part, builder, 0)
        return metadata

    def _inside(self, element: etree._Element, builder: TextBuilder, depth: int) -> None:
        self._lines(element.text, builder)
        for child in children(element):
            name = local(child)
            caption = visible(
                " ".join([child.get("number") or "", *(child.get(key) or "" for key in _TITLES)])
            )
            if name in _LEVELS:
                builder.add(BlockKind.HEADING, caption, _LEVELS[name])
            if depth < DEEPEST:
                self._inside(child, builder, depth + 1)
            else:
                builder.add(BlockKind.PARAGRAPH, text_of(child))
            self._lines(child.tail, builder)

    def _lines(self, text: str | None, builder: TextBuilder) -> None:
        if text and not text.isspace():
            for block in paragraphs(normalise_lines(text)):
                builder.add(block.kind, visible(block.text), block.level)
