"""The lines of a PDF with their place on the page, by PDFium."""

from __future__ import annotations

import ctypes
import threading
from dataclasses import dataclass
from typing import Any

from corpus.errors import UnreadableError
from corpus.model import SourceFile
from ingest.read.html import visible

_MOST_PAGES = 5_000
_LONGEST_PAGE = 200_000
# PDFium may be used by one thread at a time only.
_PDFIUM = threading.Lock()
_FIELDS = ("Title", "Author", "Subject", "Keywords", "CreationDate")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its left and right edge and its base in points, its font size, and its page from 0."""

    text: str
    left: float
    right: float
    base: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines of each page, in reading order, and what the document says of itself."""

    lines: list[list[Line]]
    metadata: dict[str, str]

    @classmethod
    def of(cls, source: SourceFile) -> Pages:
        """Take the text layer out of a PDF.

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
        return cls([_lines(document, number) for number in range(count)], metadata)


def _lines(document: Any, number: int) -> list[Line]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        characters = min(text_page.count_chars(), _LONGEST_PAGE)
        return _cut(text_page, text_page.get_text_range(0, characters), number) if characters > 0 else []
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
