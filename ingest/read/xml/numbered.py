"""Laws as nested elements with ``num``, ``heading`` and ``content``: USLM (United States) and Akoma Ntoso."""

from __future__ import annotations

from lxml import etree

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.html import visible
from ingest.read.xml.shape import DEEPEST, children, entries, gathered, local, text_of

_ROOTS = frozenset(
    {"uscDoc", "lawDoc", "bill", "resolution", "pLaw", "statuteCompilation", "akomaNtoso", "usrDoc"}
)
_DIVISIONS = {
    "title": 1,
    "subtitle": 2,
    "book": 1,
    "part": 2,
    "subpart": 3,
    "division": 1,
    "chapter": 2,
    "subchapter": 3,
    "hcontainer": 2,
    "attachment": 1,
    "appendix": 1,
    "section": 4,
    "article": 4,
    "rule": 4,
    "notes": 5,
    "note": 6,
}
_CONTENTS = frozenset({"toc"})
_SKIPPED = frozenset({"meta"})
_CONTAINER_NAMES = (
    "main body content chapeau continuation intro wrapUp act doc preface preamble block subsection "
    "paragraph subparagraph clause subclause item subitem list point level quotedContent table tbody "
    "thead layout blockList blockContainer conclusions formula"
)
_CONTAINERS = frozenset(_CONTAINER_NAMES.split())


class Numbered:
    """A number and a heading open a division; the number of a smaller unit stands before its text."""

    def fits(self, root: etree._Element) -> bool:
        """Whether the root is one of the known document types."""
        return local(root) in _ROOTS

    def write(self, root: etree._Element, builder: TextBuilder) -> dict[str, str]:
        """Append divisions as headings and units with their numbers before their text."""
        metadata = gathered(
            pair
            for element in root.iter(etree.Element)
            if local(element) == "meta"
            for pair in entries(element)
        )
        _Writer(builder).element(root, 0)
        return metadata


class _Writer:
    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._label = ""

    def element(self, element: etree._Element, depth: int) -> None:
        """Append an element with all that is in it."""
        name = local(element)
        if not name or name in _SKIPPED:
            return
        if name in _CONTENTS:
            self._contents(element)
        elif name in ("tr", "row"):
            self._add(BlockKind.TABLE_ROW, " | ".join(filter(None, map(text_of, children(element)))))
        elif depth > DEEPEST or not self._is_container(element, name):
            self._add(BlockKind.PARAGRAPH, text_of(element))
        else:
            self._inside(element, name, depth)

    def _inside(self, element: etree._Element, name: str, depth: int) -> None:
        parts = list(children(element))
        number = next((text_of(part) for part in parts if local(part) == "num"), "")
        heading = next((text_of(part) for part in parts if local(part) in ("heading", "subheading")), "")
        caption = f"{number} {heading}".strip()
        if name in _DIVISIONS and caption:
            self._release()
            self._builder.add(BlockKind.HEADING, caption, _DIVISIONS[name])
        elif heading:
            self._add(BlockKind.PARAGRAPH, caption)
        elif number:
            self._label = f"{self._label} {number}".strip()
        self._add(BlockKind.PARAGRAPH, visible(element.text or ""))
        for part in parts:
            if local(part) not in ("num", "heading", "subheading"):
                self.element(part, depth + 1)
            self._add(BlockKind.PARAGRAPH, visible(part.tail or ""))
        self._release()

    def _is_container(self, element: etree._Element, name: str) -> bool:
        """Whether an element holds blocks rather than a line of text."""
        if name in _DIVISIONS:
            return True
        inner = [local(child) for child in children(element)]
        if not inner:
            return False
        known = any(
            child in _DIVISIONS or child in _CONTAINERS or child in ("p", "num", "tr", "row")
            for child in inner
        )
        return known and (name in _CONTAINERS or not (element.text or "").strip())

    def _contents(self, element: etree._Element) -> None:
        self._release()
        rows = [
            row for row in element.iter(etree.Element) if local(row) in ("tocItem", "header", "row", "tr")
        ]
        for row in rows or [element]:
            self._builder.add(
                BlockKind.FURNITURE, " ".join(filter(None, map(text_of, children(row)))) or text_of(row)
            )

    def _add(self, kind: BlockKind, text: str) -> None:
        if text:
            self._builder.add(kind, f"{self._label} {text}".strip())
            self._label = ""

    def _release(self) -> None:
        if self._label:
            self._builder.add(BlockKind.PARAGRAPH, self._label)
            self._label = ""
