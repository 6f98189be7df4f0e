"""Image files, and office documents that hold nothing but images of pages."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from corpus.model import Format, Reading, SourceFile
from ingest.read.base import TextBuilder, with_text
from ingest.read.contents import mark_contents
from ingest.read.packed import open_zip, unpack
from ingest.read.paged import write_pages
from ingest.read.scan.pictures import MOST_PAGES, Picture, pictures_of, too_many_pages
from ingest.read.scan.recognition import Recognition
from ingest.read.scan.tesseract import Tesseract, missing

_PICTURE = re.compile(
    r"(?:^|/)(?:media|Pictures|images?)/[^/]*\.(?:png|jpe?g|tiff?|bmp|gif|webp)$", re.IGNORECASE
)
_DIGITS = re.compile(r"(\d+)")
_SMALLEST_PAGE = 20_000  # bytes: a logo or a bullet is smaller, a page of text larger


def read_image(source: SourceFile) -> Reading:
    """Read an image of one page or of several (tiff).

    Raises:
        UnreadableError: if it is damaged or too large, shows no text, or nothing is installed to recognise it.
    """
    return _recognised(source, Format.IMAGE, pictures_of(source.location, source.content))


def read_pictures(source: SourceFile, form: Format) -> Reading | None:
    """Read an office document without text by the pictures packed in it; ``None`` where it holds none of a page's size.

    Raises:
        UnreadableError: as for an image.
    """
    with open_zip(source.location, source.content) as archive:
        entries = [
            entry
            for entry in archive.infolist()
            if _PICTURE.search(entry.filename) and entry.file_size >= _SMALLEST_PAGE
        ]
        entries.sort(key=lambda entry: _natural(entry.filename))
        if not entries:
            return None
        pages = (
            picture
            for entry in entries
            for picture in pictures_of(source.location, unpack(source.location, archive, entry))
        )
        return _recognised(source, form, pages)


def _recognised(source: SourceFile, form: Format, pictures: Iterable[Picture]) -> Reading:
    tesseract = Tesseract.installed()
    if tesseract is None:
        raise missing(source.location, sum(1 for _ in pictures))
    recognition = Recognition(tesseract)
    pages = [
        recognition.lines(picture, number)
        for number, picture in enumerate(_counted(source.location, pictures))
    ]
    builder = TextBuilder()
    write_pages(pages, builder)
    reading = builder.reading(source, form, None, None, recognition.warnings(), recognition.confidence)
    return with_text(source, mark_contents(reading))


def _counted(location: str, pictures: Iterable[Picture]) -> Iterator[Picture]:
    yield from itertools.islice(iterator := iter(pictures), MOST_PAGES)
    if next(iterator, None) is not None:
        raise too_many_pages(location)


def _natural(name: str) -> list[tuple[int, str]]:
    """A key by which image2 comes before image10: the order in which office programs number them."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(name)]
