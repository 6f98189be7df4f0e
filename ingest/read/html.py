"""HTML: the text that a browser shows, block by block, without scripts, navigation and layout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from corpus.errors import UnreadableError
from corpus.model import BlockKind, Format, Reading, SourceFile
from ingest.read.base import BLANKS, TextBuilder, collapse
from ingest.read.encoding import decode

_DROPPED_NAMES = (
    "script style noscript template head nav iframe svg select option button textarea object embed "
    "canvas audio video map math input"
)
_DROPPED = frozenset(_DROPPED_NAMES.split())
_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section "
    "summary table tbody td tfoot th thead tr ul txt_te"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HEADING_CLASSES = (
    (re.compile(r"(?:^|\s)(?:oj-)?(?:doc-ti|title-doc-(?:first|last|\w+)|title-annex-1)\b"), 1),
    (
        re.compile(
            r"(?:^|\s)(?:oj-)?(?:ti-section-[12]|title-division-[12]|ti-grseq-1|title-gr-seq-level-1)\b"
        ),
        2,
    ),
    (re.compile(r"(?:^|\s)(?:oj-)?(?:ti-art|title-article-norm)\b"), 3),
    (re.compile(r"(?:^|\s)(?:oj-)?(?:sti-art|stitle-article-norm)\b"), 4),
    (re.compile(r"(?:^|\s)MsoTitle\b"), 1),
)
_WORD_HEADING = re.compile(r"(?:^|\s)(?:Mso)?Heading([1-6])\b")
_NOTE_CLASS = re.compile(r"(?:^|\s)(?:oj-)?(?:note|footnote|MsoFootnoteText)\b")
_FURNITURE_CLASS = re.compile(
    r"(?:^|\s)(?:breadcrumbs?|navbar|site-footer|skip-link|cookie-\w+|hd-toc-[12]|toc-[1-9])\b"
)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_MARKS = re.compile(r"[►▼]\s?([A-Z]{1,2}\d{0,3})\b\s?|◄")
_LABEL = re.compile(
    r"(?:[(\[（]?\s?(?:\d{1,3}[a-z]{0,2}|[a-zA-Z]{1,3}|[ivxlc]{1,7})\s?[)\].）]\.?|[—–•●▪○-])"
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.-]{2,40})[\"']", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CJK_BREAK = re.compile("(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t]*[\r\n]\\s*(?=[\u2e80-\u9fff\uff00-\uffef])")
_SPACES = re.compile("[ \t\r\n\x0b\x0c\xa0]+")


_LAYOUT_CELLS = 3
"""Cells of a row that may do nothing but set a label before its text."""


def read_html(source: SourceFile) -> Reading:
    """Read an HTML file; title and ``meta`` elements go to the metadata.

    Raises:
        UnreadableError: if the character set is unknown or there is no text.
    """
    declared = declared_charset(source.content)
    decoded = decode(source.location, source.content, declared)
    builder = TextBuilder()
    metadata = write_html(source.location, decoded.text, builder)
    return builder.reading(source, Format.HTML, metadata, decoded.encoding, decoded.warnings)


def declared_charset(content: bytes) -> str | None:
    """The character set that an HTML or XML file states at its beginning."""
    match = _XML_CHARSET.search(content[:256]) or _CHARSET.search(content[:4096])
    return match.group(1).decode("ascii") if match else None


def write_html(location: str, document: str, builder: TextBuilder) -> dict[str, str]:
    """Append the blocks of an HTML document and give back its metadata.

    Raises:
        UnreadableError: if there is no HTML in the text.
    """
    parser = lxml_html.HTMLParser(no_network=True, remove_pis=True, encoding="utf-8")
    content = _XML_DECLARATION.sub("", document).replace("\x00", "").encode("utf-8", "replace")
    try:
        root = lxml_html.document_fromstring(content, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError(
            f"{location}: there is no text in this page ({error}).", "Save the page anew.", code="no_text"
        ) from None
    walker = _Walker(builder)
    walker.walk(root)
    metadata = _metadata(root)
    if walker.marks:
        metadata["amendment marks"] = "; ".join(sorted(walker.marks))
    return metadata


def _metadata(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("title", "meta"):
        if element.tag == "title":
            key, value = "title", element.text or ""
        else:
            key = element.get("name") or element.get("property") or ""
            value = element.get("content") or ""
        if key and value.strip() and len(value) < 20_000:
            found.setdefault(key, collapse(value))
    return found


class _Walker:
    """Goes once over the tree, without recursion, and flushes a block wherever a browser would begin a line."""

    def __init__(self, builder: TextBuilder) -> None:
        self.marks: set[str] = set()
        self._builder = builder
        self._parts: list[str] = []
        self._label = ""
        self._context: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
        self._lists: list[_List] = []
        self._verbatim = 0
        self._links = 0
        self._unlinked = False
        self._grid = _Grid()

    def walk(self, root: etree._Element) -> None:
        todo: list[tuple[etree._Element, bool]] = [(root, False)]
        while todo:
            element, finished = todo.pop()
            if finished:
                self._end(element)
            elif not isinstance(element.tag, str) or _is_dropped(element):
                self._text(element.tail)
            elif element.tag == "tr" and (cells := _data_cells(element)):
                self._row(element, cells)
                self._text(element.tail)
            else:
                self._start(element)
                todo.append((element, True))
                todo.extend((child, False) for child in reversed(element))
        self._flush()
        self._release()

    def _start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag == "a" and (element.get("href") or "").startswith("#"):
            self._links += 1
        elif tag == "br":
            if self._context[-1][0] is BlockKind.HEADING:
                self._parts.append(" ")
            else:
                self._flush()
        elif tag in _BLOCKS or _heading_level(element):
            self._flush()
            self._context.append(self._kind(element))
            if tag in ("ul", "ol"):
                self._lists.append(_List(element))
            elif tag == "li" and self._lists:
                self._label = self._lists[-1].number(element)
            self._verbatim += tag == "pre"
        self._text(element.text)

    def _end(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS or _heading_level(element):
            self._flush()
            self._context.pop()
            if element.tag in ("ul", "ol"):
                self._lists.pop()
            self._verbatim -= element.tag == "pre"
        elif element.tag == "a" and (element.get("href") or "").startswith("#"):
            self._links -= 1
        self._text(element.tail)

    def _kind(self, element: etree._Element) -> tuple[BlockKind, int]:
        names = element.get("class") or ""
        kind, level = self._context[-1]
        if found := _heading_level(element):
            return BlockKind.HEADING, found
        if element.tag == "footer" or (names and _FURNITURE_CLASS.search(names)):
            return BlockKind.FURNITURE, 0
        if names and _NOTE_CLASS.search(names):
            return BlockKind.FOOTNOTE, 0
        if element.tag == "blockquote":
            return BlockKind.QUOTATION, 0
        if element.tag == "li":
            return BlockKind.LIST_ITEM, max(len(self._lists) - 1, 0)
        return kind, level

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self._verbatim and "\n" in text:
            first, *others = text.split("\n")
            self._append(first)
            for line in others:
                self._flush()
                self._append(line)
        else:
            self._append(text)

    def _append(self, text: str) -> None:
        self._unlinked = self._unlinked or (not self._links and text != "" and not text.isspace())
        self._parts.append(text)

    def _flush(self) -> None:
        if not self._parts:
            return
        text = self._clean("".join(self._parts))
        self._parts.clear()
        contents, self._unlinked = not self._unlinked, False
        if not text:
            return
        kind, level = self._context[-1]
        if contents and kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            # Nothing but links to places of the same page: a table of contents.
            kind, level = BlockKind.FURNITURE, 0
        if kind is BlockKind.PARAGRAPH and _LABEL.fullmatch(text):
            self._label = f"{self._label} {text}".strip()
            return
        if kind is BlockKind.HEADING:
            self._release()
        elif self._label:
            text, self._label = f"{self._label} {text}", ""
        self._builder.add(kind, text, level)

    def _row(self, row: etree._Element, cells: list[etree._Element]) -> None:
        self._flush()
        texts = [self._clean("".join(_cell_text(cell))) for cell in cells]
        places, covered = self._grid.row(row, cells)
        shown = [text for text in texts if text]
        if len(shown) == 2 and len(cells) <= _LAYOUT_CELLS and _LABEL.fullmatch(shown[0]):
            self._release()
            self._builder.add(BlockKind.LIST_ITEM, " ".join(shown), len(self._lists))
        elif shown:
            self._release()
            self._builder.add_row(texts, places, covered)

    def _release(self) -> None:
        """A label that no text followed stands for itself."""
        if self._label:
            self._builder.add(BlockKind.PARAGRAPH, self._label)
            self._label = ""

    def _clean(self, text: str) -> str:
        if "►" in text or "▼" in text or "◄" in text:
            self.marks.update(mark for mark in _MARKS.findall(text) if mark)
            text = _MARKS.sub("", text)
        return visible(text)


class _List:
    """Counts the items of an ordered list."""

    def __init__(self, element: etree._Element) -> None:
        start = element.get("start") or "1"
        self._ordered = element.tag == "ol" and "none" not in (element.get("style") or "")
        self._style = element.get("type") or "1"
        self._next = int(start) if start.isascii() and start.isdigit() and len(start) < 6 else 1

    def number(self, item: etree._Element) -> str:
        """What a browser shows before an item; empty for a bullet."""
        if not self._ordered:
            return ""
        value = item.get("value") or ""
        at = int(value) if value.isascii() and value.isdigit() and len(value) < 6 else self._next
        self._next = at + 1
        if self._style in "aA" and 1 <= at <= 26:
            return f"{chr(ord(self._style) + at - 1)}."
        return f"{at}."


def visible(text: str) -> str:
    """Text as a browser shows it: a run of blanks is one, and a line break between Han characters is none."""
    if "\n" in text:
        text = _CJK_BREAK.sub("", text)
    return _SPACES.sub(" ", text).strip(BLANKS)


def _is_dropped(element: etree._Element) -> bool:
    style = element.get("style")
    return element.tag in _DROPPED or (style is not None and _HIDDEN.search(style) is not None)


def _heading_level(element: etree._Element) -> int:
    level = _HEADINGS.get(element.tag, 0)
    names = element.get("class")
    if level or not names or element.tag not in ("p", "div", "td", "span"):
        return level
    if (match := _WORD_HEADING.search(names)) is not None:
        return int(match.group(1))
    return next((rank for pattern, rank in _HEADING_CLASSES if pattern.search(names)), 0)


class _Grid:
    """Where the cells of a table stand, also those that reach over several rows or columns."""

    def __init__(self) -> None:
        self._table: etree._Element | None = None
        self._reach: dict[int, int] = {}

    def row(self, row: etree._Element, cells: list[etree._Element]) -> tuple[list[int], list[int]]:
        """The column of each cell of a row, and the columns that cells of rows above cover."""
        table = next(row.iterancestors("table"), None)
        if table is not self._table:
            self._table, self._reach = table, {}
        covered = sorted(self._reach)
        left = {place: rows - 1 for place, rows in self._reach.items() if rows > 1}
        places: list[int] = []
        place = 0
        for cell in cells:
            while place in self._reach:
                place += 1
            places.append(place)
            rows = _reach(cell, "rowspan")
            if rows > 1:
                left[place] = rows - 1
            place += _reach(cell, "colspan")
        self._reach = left
        return places, covered


def _reach(cell: etree._Element, name: str) -> int:
    value = (cell.get(name) or "1").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 4 else 1


def _data_cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row of data; nothing for a row that only lays out paragraphs."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2:
        return []
    for cell in cells:
        inner = [child.tag for child in cell.iterdescendants() if child.tag in _BLOCKS]
        if len(inner) > 3 or any(tag in ("table", "ul", "ol", *_HEADINGS) for tag in inner):
            return []
        if any(_heading_level(child) for child in cell.iterdescendants("p", "div")):
            return []
    return cells


def _cell_text(cell: etree._Element) -> Iterator[str]:
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if not isinstance(element.tag, str):
            continue
        shown = element.tag not in _DROPPED
        if event == "start":
            if element.tag == "br" or element.tag in _BLOCKS:
                yield " "
            if shown and element.text:
                yield element.text
        elif element is not cell and element.tail:
            yield element.tail
