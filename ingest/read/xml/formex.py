"""Formex, the XML of the Official Journal of the European Union."""

from __future__ import annotations

from lxml import etree

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.html import visible
from ingest.read.xml.shape import DEEPEST, children, entries, gathered, local, text_of

_ROOTS = frozenset(
    {"ACT", "CONS.ACT", "CONS.DOC", "GENERAL", "CORR", "AGR", "ANNEX", "DECISION", "REG", "DOC"}
)
_SIGNS = frozenset({"TI.ART", "ENACTING.TERMS", "CONSID", "PREAMBLE", "BIB.INSTANCE", "GR.SEQ", "NP"})
_HEADINGS = {"TI.ART": 3, "STI.ART": 4, "TI": 2, "STI": 2, "TI.CJT": 2}
_LABELS = frozenset({"NO.P", "NO.PARAG", "NO.CONSID", "NO.ITEM", "NO.SEQ", "NO.DIVISION"})
_LEAVES = frozenset(
    {"P", "TXT", "VISA", "PREAMBLE.INIT", "PREAMBLE.FINAL", "GR.CONSID.INIT", "SIGNATURE", "INTRO"}
)
_NOTES = frozenset({"NOTE"})
_METADATA = frozenset({"BIB.INSTANCE", "BIB.DATA", "BIB.ACT", "BIB.DOC", "BIB.CONS.ACT"})
_SKIPPED = frozenset({"INCL.ELEMENT", "FAM.COMP", "TOC"})


class Formex:
    """Articles with ``TI.ART`` and ``STI.ART``, numbered paragraphs with ``NO.PARAG``, recitals with ``CONSID``."""

    def fits(self, root: etree._Element) -> bool:
        """Whether the root and some element in it have Formex names."""
        if local(root) not in _ROOTS:
            return False
        return any(local(element) in _SIGNS for element in root.iter(etree.Element))

    def write(self, root: etree._Element, builder: TextBuilder) -> dict[str, str]:
        """Append headings, recitals, paragraphs, items and footnotes."""
        metadata: dict[str, str] = {}
        for element in root.iter(etree.Element):
            if local(element) in _METADATA:
                metadata.update(gathered(entries(element)))
        self._label = ""
        self._notes: list[str] = []
        self._inside(root, builder, 0, False)
        self._release(builder)
        return metadata

    def _inside(self, element: etree._Element, builder: TextBuilder, depth: int, title: bool) -> None:
        name = local(element)
        if name in _METADATA or name in _SKIPPED:
            return
        if name in _LABELS:
            self._label = f"{self._label} {self._text(element)}".strip()
        elif name == "TITLE" and not element.findall(".//TI.ART"):
            self._title(element, builder)
        elif name in _HEADINGS:
            self._release(builder)
            self._add(builder, BlockKind.HEADING, self._text(element), _HEADINGS[name])
        elif name == "ROW":
            self._add(
                builder, BlockKind.TABLE_ROW, " | ".join(filter(None, map(self._text, children(element))))
            )
        elif name in _LEAVES or _mixed(element) or not len(element) or depth > DEEPEST:
            self._leaf(element, builder, depth)
        else:
            for child in children(element):
                self._inside(child, builder, depth + 1, title)

    def _leaf(self, element: etree._Element, builder: TextBuilder, depth: int) -> None:
        nested = [
            child
            for child in children(element)
            if local(child) in ("LIST", "TBL", "ALINEA", "P", "NP", "ITEM")
        ]
        if nested and depth <= DEEPEST:
            first = visible(element.text or "")
            self._paragraph(first, builder)
            for child in children(element):
                self._inside(child, builder, depth + 1, False)
                self._paragraph(visible(child.tail or ""), builder)
            return
        self._paragraph(self._text(element), builder)

    def _paragraph(self, text: str, builder: TextBuilder) -> None:
        if text:
            self._add(builder, BlockKind.PARAGRAPH, f"{self._label} {text}".strip())
            self._label = ""

    def _title(self, element: etree._Element, builder: TextBuilder) -> None:
        self._release(builder)
        parent = element.getparent()
        level = 2 if parent is not None and local(parent) in ("DIVISION", "GR.SEQ") else 1
        lines = [part for part in element.iter("P", "NP") if isinstance(part.tag, str)] or [element]
        for line in lines:
            self._add(builder, BlockKind.HEADING, self._text(line), level)

    def _add(self, builder: TextBuilder, kind: BlockKind, text: str, level: int = 0) -> None:
        builder.add(kind, text, level)
        for note in self._notes:
            builder.add(BlockKind.FOOTNOTE, note)
        self._notes.clear()

    def _release(self, builder: TextBuilder) -> None:
        if self._label:
            builder.add(BlockKind.PARAGRAPH, self._label)
            self._label = ""

    def _text(self, element: etree._Element) -> str:
        parts: list[str] = []
        todo: list[tuple[etree._Element, bool]] = [(element, False)]
        while todo:
            current, finished = todo.pop()
            if finished:
                parts.append(current.tail or "")
                continue
            if current is not element:
                todo.append((current, True))
            if local(current) in _NOTES and current is not element:
                self._notes.append(text_of(current))
            elif local(current) in ("QUOT.START", "QUOT.END"):
                parts.append(_character(current.get("CODE") or ""))
            elif isinstance(current.tag, str):
                parts.append(current.text or "")
                todo.extend((child, False) for child in reversed(current))
        return visible("".join(parts))


def _mixed(element: etree._Element) -> bool:
    return bool((element.text or "").strip()) or any((child.tail or "").strip() for child in element)


def _character(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return '"'
