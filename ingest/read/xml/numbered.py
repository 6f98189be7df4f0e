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
_CAPTIONS = ("num", "heading", "subheading")
_LINES = frozenset({"p", "tr", "row", "sourceCredit", "footnote", "colgroup", "header", "tocItem"})
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
        heading = next((text_of(part) for part in parts if local(part) in _CAPTIONS[1:]), "")
        caption = f"{number} {heading}".strip()
        if name in _DIVISIONS and caption:
            self._release()
            self._builder.add(BlockKind.HEADING, caption, _DIVISIONS[name])
        elif heading:
            self._add(BlockKind.PARAGRAPH, caption)
        elif number:
            self._label = f"{self._label} {number}".strip()
        run = [element.text or ""]
        for part in parts:
            if _is_block(part):
                self._add(BlockKind.PARAGRAPH, visible("".join(run)))
                run.clear()
                self.element(part, depth + 1)
            elif local(part) not in _CAPTIONS:
                run.append(" ".join(map(str, part.itertext())))
            run.append(part.tail or "")
        self._add(BlockKind.PARAGRAPH, visible("".join(run)))
        self._release()

    def _is_container(self, element: etree._Element, name: str) -> bool:
        """Whether an element holds blocks rather than a line of text."""
        if name in _DIVISIONS:
            return True
        known = any(_is_block(child) or local(child) in _CAPTIONS for child in children(element))
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


def _is_block(element: etree._Element) -> bool:
    """Whether an element stands on lines of its own."""
    name = local(element)
    return (
        name in _DIVISIONS or name in _CONTAINERS or name in _CONTENTS or name in _LINES or name in _SKIPPED
    )
