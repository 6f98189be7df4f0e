"""XML of no known shape: an element that holds text is a paragraph, one that is named like a title a heading."""

from __future__ import annotations

from lxml import etree

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.xml.shape import DEEPEST, children, entries, gathered, local, text_of

_HEADINGS = frozenset(
    {"title", "heading", "head", "header", "caption", "name", "ti", "sti", "subtitle", "subheading"}
)
_METADATA = frozenset({"meta", "metadata", "head", "identification", "properties", "info"})
_ROWS = frozenset({"tr", "row"})
_ITEMS = frozenset({"li", "item", "listitem"})


class Generic:
    """Takes any XML."""

    def fits(self, root: etree._Element) -> bool:
        """Always."""
        return True

    def write(self, root: etree._Element, builder: TextBuilder) -> dict[str, str]:
        """Append a block for each innermost element with text; a first child named like metadata is metadata."""
        metadata: dict[str, str] = {}
        for child in children(root):
            if local(child).lower() in _METADATA and len(child):
                metadata = gathered(entries(child))
                break
        self._element(root, builder, 0, frozenset() if not metadata else _METADATA)
        return metadata

    def _element(
        self, element: etree._Element, builder: TextBuilder, depth: int, skipped: frozenset[str]
    ) -> None:
        name = local(element).lower()
        inner = list(children(element))
        mixed = bool((element.text or "").strip()) or any((child.tail or "").strip() for child in inner)
        if name in _ROWS and inner:
            builder.add(BlockKind.TABLE_ROW, " | ".join(filter(None, map(text_of, inner))))
        elif mixed or not inner or depth >= DEEPEST:
            heading = name in _HEADINGS
            kind = (
                BlockKind.HEADING
                if heading
                else BlockKind.LIST_ITEM
                if name in _ITEMS
                else BlockKind.PARAGRAPH
            )
            builder.add(kind, text_of(element), min(max(depth, 1), 6) if heading else 0)
        else:
            for child in inner:
                if depth or local(child).lower() not in skipped:
                    self._element(child, builder, depth + 1, skipped)
