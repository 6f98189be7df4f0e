"""The text of a Word document, in the order in which it is read."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator

from lxml import etree

from corpus.errors import UnreadableError
from corpus.model import BlockKind
from corpus.notes import Note
from ingest.read.base import TextBuilder
from ingest.read.docx.package import R_ID, Package, W
from ingest.read.docx.styles import Styles
from ingest.read.encoding import decode, normalise_lines
from ingest.read.html import declared_charset, visible, write_html
from ingest.read.plain import paragraphs

_LEFT_OUT = frozenset(
    {
        f"{W}del",
        f"{W}moveFrom",
        f"{W}instrText",
        f"{W}delText",
        f"{W}pPr",
        f"{W}rPr",
        f"{W}sectPr",
        f"{W}tblPr",
    }
)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PARAGRAPH, _TABLE, _ROW, _CELL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"
_TEXT_BOX, _CHUNK = f"{W}txbxContent", f"{W}altChunk"
_SIGNS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}ptab": " ",
}
_LONG_CELL = 3


class Body:
    """Writes the blocks of a document's parts into a builder."""

    def __init__(self, package: Package, builder: TextBuilder) -> None:
        self.warnings: list[str] = []
        self._package = package
        self._builder = builder
        self._styles = Styles(package)
        self._notes: dict[tuple[str, str], etree._Element] = {}
        for kind in ("footnote", "endnote"):
            for root in package.related(f"{kind}s"):
                for note in root.iter(f"{W}{kind}"):
                    self._notes[kind, note.get(f"{W}id") or ""] = note

    def write(self, root: etree._Element) -> None:
        """Append all paragraphs, tables and chunks below an element."""
        for element in _blocks(root):
            if element.tag == _PARAGRAPH:
                self._paragraph(element)
            elif element.tag == _TABLE:
                self._table(element)
            else:
                self._chunk(element)

    def furniture(self, root: etree._Element) -> None:
        """Append a header or footer, which is no text of the document."""
        for paragraph in root.iter(_PARAGRAPH):
            self._builder.add(BlockKind.FURNITURE, visible(_text(paragraph)))

    def _paragraph(self, paragraph: etree._Element) -> None:
        label = self._styles.label(paragraph)
        level = self._styles.heading(paragraph)
        kind = BlockKind.HEADING if level else BlockKind.PARAGRAPH
        if self._styles.is_contents(paragraph):
            kind, level = BlockKind.FURNITURE, 0
        elif label is not None and not level:
            kind, level = BlockKind.LIST_ITEM, label[1]
        number = label[0] if label else ""
        for index, line in enumerate(_text(paragraph).split("\n")):
            shown = visible(line)
            if shown:
                self._builder.add(kind, _numbered(number, shown) if not index else shown, min(level, 9))
        for reference in paragraph.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
            self._note(reference)
        for box in _boxes(paragraph):
            self.write(box)

    def _note(self, reference: etree._Element) -> None:
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        note = self._notes.get((kind, reference.get(f"{W}id") or ""))
        if note is not None:
            text = " ".join(_text(paragraph) for paragraph in note.iter(_PARAGRAPH))
            self._builder.add(BlockKind.FOOTNOTE, visible(text))

    def _table(self, table: etree._Element) -> None:
        for row in table.iterchildren(_ROW):
            cells = [cell for cell in row.iter(_CELL) if _row_of(cell) is row]
            if len(cells) == 1 and len(list(cells[0].iter(_PARAGRAPH))) > _LONG_CELL:
                # A frame around paragraphs rather than a row of data.
                self.write(cells[0])
                continue
            texts = (" ".join(_text(paragraph) for paragraph in cell.iter(_PARAGRAPH)) for cell in cells)
            places, covered = _grid(row, cells)
            self._builder.add_row([visible(text) for text in texts], places, covered)

    def _chunk(self, chunk: etree._Element) -> None:
        """A body in another format, put in as it is: HTML, MIME HTML or text."""
        target = self._package.relations.get(chunk.get(R_ID) or "", ("", ""))[1]
        content = self._package.part(target)
        if content is None:
            missing = f"a part of the text is missing in the file ({target or 'unknown part'})"
            self.warnings.append(Note(missing, code="part_missing"))
            return
        location, suffix = f"{self._package.location}!/{target}", target.rpartition(".")[2].lower()
        if suffix in ("mht", "mhtml"):
            for document in mime_pages(content):
                write_html(location, document, self._builder)
        elif suffix in ("htm", "html", "xhtml"):
            write_html(location, decode(location, content, declared_charset(content)).text, self._builder)
        elif suffix == "txt":
            for block in paragraphs(normalise_lines(decode(location, content).text)):
                self._builder.add(block.kind, visible(block.text))
        else:
            left_out = f"a part of the text is embedded as .{suffix} and was left out"
            self.warnings.append(Note(left_out, code="part_left_out", suffix=suffix))


def mime_pages(content: bytes) -> Iterator[str]:
    """The HTML pages of a web archive (MIME HTML).

    Raises:
        UnreadableError: never; a page in an unknown character set is read as UTF-8.
    """
    message = email.message_from_bytes(content.lstrip(), policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes):
            declared = part.get_content_charset() or declared_charset(payload)
            try:
                yield decode("", payload, declared).text
            except UnreadableError:
                yield payload.decode("utf-8", "replace")


def _blocks(root: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs, tables and chunks below an element, not those inside of each other."""
    todo = list(reversed(root))
    while todo:
        element = todo.pop()
        if element.tag in (_PARAGRAPH, _TABLE, _CHUNK):
            yield element
        elif element.tag not in _LEFT_OUT and element.tag != _FALLBACK:
            todo.extend(reversed(element))


def _text(paragraph: etree._Element) -> str:
    """The visible text of a paragraph, with line feeds where lines were broken by hand; text boxes are left out."""
    parts: list[str] = []
    todo = list(reversed(paragraph))
    while todo:
        element = todo.pop()
        tag = element.tag
        if tag in (f"{W}t", _MATH_TEXT):
            parts.append(element.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif tag in _LEFT_OUT or tag in (_FALLBACK, _TEXT_BOX) or (tag == f"{W}r" and _hidden(element)):
            continue
        else:
            todo.extend(reversed(element))
    return "".join(parts)


def _hidden(run: etree._Element) -> bool:
    vanish = run.find(f"{W}rPr/{W}vanish")
    return vanish is not None and vanish.get(f"{W}val") not in ("0", "false", "off")


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    for box in paragraph.iter(_TEXT_BOX):
        above = [ancestor.tag for ancestor in box.iterancestors()]
        if _FALLBACK not in above and _TEXT_BOX not in above:
            yield box


def _grid(row: etree._Element, cells: list[etree._Element]) -> tuple[list[int], list[int]]:
    """The column of each cell of a row, and those columns that a cell of a row above covers."""
    place = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
    places: list[int] = []
    covered: list[int] = []
    for cell in cells:
        places.append(place)
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val", "continue") == "continue":
            covered.append(place)
        place += _count(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
    return places, covered


def _count(element: etree._Element | None, usual: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else usual


def _row_of(cell: etree._Element) -> etree._Element | None:
    return next(cell.iterancestors(_ROW), None)


def _numbered(number: str, text: str) -> str:
    """A number before its text; Chinese numbers such as 第一条 stand apart by a wide blank, as they are printed."""
    if not number:
        return text
    return f"{number}\u3000{text}" if number.startswith("第") else f"{number} {text}"
