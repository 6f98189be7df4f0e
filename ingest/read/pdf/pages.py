"""The lines of a PDF with their place on the page, by PDFium; those of pages that are pictures, by recognition."""

from __future__ import annotations

import ctypes
import itertools
import threading
from dataclasses import dataclass
from typing import Any

from corpus.errors import UnreadableError
from corpus.model import SourceFile
from ingest.read.html import visible
from ingest.read.paged.lines import Line
from ingest.read.pdf.ruled import with_rows
from ingest.read.scan import Picture, Recognition, Tesseract
from ingest.read.scan.pictures import MOST_PAGES as _MOST_SCANS
from ingest.read.scan.pictures import too_many_pages

_MOST_PAGES = 5_000
_LONGEST_PAGE = 200_000
# PDFium may be used by one thread at a time only.
_PDFIUM = threading.Lock()
_STRAY = 30  # characters: a stamp of the scanner, a page number
_COVERED = 0.5  # of the page
_MOST_OBJECTS = 2_000
_COARSEST, _USUAL, _FINEST = 150, 300, 400  # dots per inch
_MOST_PIXELS = 24_000_000
_FIELDS = ("Title", "Author", "Subject", "Keywords", "CreationDate")


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of each page, in reading order, and what the document says of itself.

    Attributes:
        lines: of each page.
        metadata: title, author and the like.
        pictures: numbers (from 1) of the pages that are pictures of text rather than text.
        recognition: what recognised them; ``None`` where there are none, or nothing to recognise them with.
    """

    lines: list[list[Line]]
    metadata: dict[str, str]
    pictures: tuple[int, ...] = ()
    recognition: Recognition | None = None

    @classmethod
    def of(cls, source: SourceFile) -> Pages:
        """Take the text layer out of a PDF, and recognise the pages without one where Tesseract is installed.

        Raises:
            UnreadableError: if it is damaged, protected by a password or too long.
        """
        import pypdfium2  # takes a while to load, and most runs meet no PDF

        with _PDFIUM:
            try:
                document = pypdfium2.PdfDocument(source.content)
            except pypdfium2.PdfiumError as error:
                raise _refused(source, str(error)) from None
            try:
                return cls._taken(source, document)
            except pypdfium2.PdfiumError as error:
                raise _refused(source, str(error)) from None
            finally:
                document.close()

    @classmethod
    def _taken(cls, source: SourceFile, document: Any) -> Pages:
        count = len(document)
        if count > _MOST_PAGES:
            raise UnreadableError(
                f"{source.location}: the PDF has {count:,} pages; at most {_MOST_PAGES:,} are read.",
                "Split it.",
                code="too_many_pages",
                count=count,
                limit=_MOST_PAGES,
            )
        if count == 0:
            raise _refused(source, "it has no pages")
        found = document.get_metadata_dict()
        metadata = {f"pdf.{name}": visible(found[name]) for name in _FIELDS if found.get(name)}
        lines = [_lines(document, number) for number in range(count)]
        pictures = [number for number in range(count) if _is_picture(document, number, lines[number])]
        tesseract = Tesseract.installed() if pictures else None
        recognition = Recognition(tesseract) if tesseract is not None else None
        if recognition is not None:
            if len(pictures) > _MOST_SCANS:
                raise too_many_pages(source.location)
            for number in pictures:
                picture = _picture(document, number)
                # What little stood on the page is on its picture too.
                lines[number] = recognition.lines(picture, number) or lines[number]
        return cls(lines, metadata, tuple(number + 1 for number in pictures), recognition)


def _is_picture(document: Any, number: int, lines: list[Line]) -> bool:
    """Whether a page shows text as a picture: it has none, or a few stray characters over a picture of the page."""
    characters = sum(len(line.text) for line in lines)
    if characters > _STRAY:
        return False
    import pypdfium2.raw as raw

    page = document[number]
    try:
        area = max(page.get_width() * page.get_height(), 1.0)
        covered = 0.0
        drawn = False
        # What a page draws may hide in forms; a page that is nothing but a frame or a logo is not recognised for it.
        for item in itertools.islice(page.get_objects(max_depth=3), _MOST_OBJECTS):
            if item.type == raw.FPDF_PAGEOBJ_IMAGE:
                left, bottom, right, top = item.get_bounds()
                covered += max(right - left, 0) * max(top - bottom, 0)
            drawn = drawn or item.type in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
        if characters:
            return bool(covered >= area * _COVERED)
        return covered > 0 or drawn
    finally:
        page.close()


def _picture(document: Any, number: int) -> Picture:
    """A page as a picture in grey."""
    page = document[number]
    try:
        inches = max(page.get_width() * page.get_height() / 72**2, 0.01)
        # What was scanned coarsely becomes no clearer, only blurred, by more dots than it has.
        dpi = max(min(_resolution(page), int((_MOST_PIXELS / inches) ** 0.5)), 1)
        bitmap = page.render(scale=dpi / 72, grayscale=True)
        try:
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            rows = bytes(bitmap.buffer)
        finally:
            bitmap.close()
    finally:
        page.close()
    if stride != width:
        rows = b"".join(rows[row * stride : row * stride + width] for row in range(height))
    return Picture(width, height, dpi, rows)


def _resolution(page: Any) -> int:
    """Dots per inch of the largest image on a page; those of a usual scan where what it shows is drawn."""
    import pypdfium2.raw as raw

    images = itertools.islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3), _MOST_OBJECTS)
    sizes = [(item.get_px_size(), item.get_bounds()) for item in images]
    found = [
        (height * width, round(72 * max(width, height) / max(right - left, top - bottom, 1)))
        for (width, height), (left, bottom, right, top) in sizes
    ]
    return min(max(max(found)[1], _COARSEST), _FINEST) if found else _USUAL


def _lines(document: Any, number: int) -> list[Line]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        characters = min(text_page.count_chars(), _LONGEST_PAGE)
        if characters <= 0:
            return []
        lines = _cut(text_page, text_page.get_text_range(0, characters), number)
        return with_rows(page, text_page, lines)
    finally:
        text_page.close()
        page.close()


def _cut(text_page: Any, text: str, number: int) -> list[Line]:
    import pypdfium2.raw as raw

    lines: list[Line] = []
    at = 0
    for raw_line in text.split("\n"):
        # PDFium marks a hyphen at the end of a line with a character that is none.
        shown = visible(raw_line.replace("\ufffe", "-").replace("\x02", "-").replace("\x00", ""))
        if shown:
            first = at + len(raw_line) - len(raw_line.lstrip())
            last = at + len(raw_line.rstrip()) - 1
            left, bottom, _, _ = _box(raw, text_page, first)
            _, _, right, _ = _box(raw, text_page, last)
            size = float(raw.FPDFText_GetFontSize(text_page.raw, first))
            lines.append(Line(shown, left, right, bottom, size, number))
        at += len(raw_line) + 1
    return lines


def _box(raw: Any, text_page: Any, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(text_page.raw, index, left, right, bottom, top)
    return left.value, bottom.value, right.value, top.value


def _refused(source: SourceFile, reason: str) -> UnreadableError:
    reason = reason.rstrip(".")
    if "password" in reason.lower():
        return UnreadableError(
            f"{source.location}: the PDF is protected by a password.",
            "Open it with the password, save it without one and read it again.",
            code="password",
        )
    return UnreadableError(
        f"{source.location}: the PDF is cut off or damaged ({reason}).",
        "Get it again from where it came from, or print it anew to PDF.",
        code="damaged",
        reason=reason,
    )
