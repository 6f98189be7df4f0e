"""Every other office format: rtf, odt, epub, mail and web archives, slides, spreadsheets, old Word files.

``unstructured`` knows these formats. Where it goes by way of a web page (pandoc), that page is taken before it is cut
into elements, and the reader for HTML reads it, because the elements melt lines together and lose headings.
"""

from __future__ import annotations

import email
import email.policy
import io
import os
import re
import shutil
import sys
import tempfile
import types
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableError
from corpus.model import BlockKind, Format, Reading, SourceFile
from corpus.notes import Note
from ingest.read.base import TextBuilder
from ingest.read.docx import read_docx
from ingest.read.docx.body import mime_pages
from ingest.read.encoding import decode, normalise_lines
from ingest.read.html import visible, write_html
from ingest.read.packed import open_zip
from ingest.read.plain import paragraphs
from ingest.read.sniff import sniff

_LARGEST = 100_000_000
_NEWER = {"doc": "docx", "ppt": "pptx", "xls": "xlsx"}
_KINDS = {
    "Title": BlockKind.HEADING,
    "ListItem": BlockKind.LIST_ITEM,
    "Header": BlockKind.FURNITURE,
    "Footer": BlockKind.FURNITURE,
    "PageNumber": BlockKind.FURNITURE,
    "Footnote": BlockKind.FOOTNOTE,
}
_BRACES = re.compile(rb"(?<!\\)[{}]")
_DEEPEST_GROUP = 500
_HEADERS = ("Subject", "From", "To", "Cc", "Date")


def read_office(source: SourceFile) -> Reading:
    """Read an office document of a format that has no reader of its own.

    Raises:
        UnreadableError: if it is too large, damaged, holds no text, or needs a program that is not installed.
    """
    if len(source.content) > _LARGEST:
        raise UnreadableError(
            f"{source.location}: the document has {len(source.content):,} bytes; at most {_LARGEST:,} are read.",
            "Save it without its pictures, or as text.",
            code="too_large",
            size=len(source.content) / 1024**2,
            limit=_LARGEST / 1024**2,
        )
    suffix = sniff(source).suffix
    if suffix in _NEWER:
        return _read_old(source, suffix)
    if suffix in ("odt", "epub", "pptx", "xlsx"):
        open_zip(source.location, source.content).close()
    builder = TextBuilder()
    try:
        if suffix in ("eml", "mht", "mhtml"):
            return _read_mail(source)
        _WRITERS.get(suffix, _write_elements)(source, suffix, builder)
    except UnreadableError:
        raise
    except Exception as error:
        # The programs behind the many formats raise whatever they like on a damaged file.
        raise UnreadableError(
            f"{source.location}: the {suffix or 'office'} document cannot be read ({_brief(error)}).",
            "Open it in its program and save it as docx or pdf.",
            code="damaged",
            reason=_brief(error),
        ) from error
    return builder.reading(source, Format.OFFICE, {"office.format": suffix})


def _write_pandoc(source: SourceFile, suffix: str, builder: TextBuilder) -> None:
    if suffix == "rtf" and _depth(source.content) > _DEEPEST_GROUP:
        raise UnreadableError(
            f"{source.location}: it is nested too deeply to be read.",
            "Save it anew in its own program, or as text.",
            code="nested",
        )
    prepare()
    from unstructured.file_utils.file_conversion import convert_file_to_html_text_using_pandoc

    page = convert_file_to_html_text_using_pandoc(source_format=suffix, file=io.BytesIO(source.content))
    write_html(source.location, page, builder)


def _depth(content: bytes) -> int:
    """How deeply the groups of an RTF file are nested: pandoc's time grows with its square."""
    deepest = depth = 0
    for brace in _BRACES.findall(content):
        depth = depth + 1 if brace == b"{" else max(depth - 1, 0)
        deepest = max(deepest, depth)
    return deepest


def _write_elements(source: SourceFile, suffix: str, builder: TextBuilder) -> None:
    prepare()
    from unstructured.partition.auto import partition

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document.{suffix}"
        path.write_bytes(source.content)
        add_elements(partition(filename=str(path), languages=["zho"]), source, builder)


def add_elements(elements: Iterable[Any], source: SourceFile, builder: TextBuilder) -> None:
    """Append the elements that ``unstructured`` found: tables row by row, the rest line by line."""
    for element in elements:
        table = getattr(element.metadata, "text_as_html", None)
        if table:
            write_html(source.location, table, builder)
            continue
        kind = _KINDS.get(type(element).__name__, BlockKind.PARAGRAPH)
        depth = getattr(element.metadata, "category_depth", None) or 0
        level = (
            min(depth + 1, 6) if kind is BlockKind.HEADING else depth if kind is BlockKind.LIST_ITEM else 0
        )
        for line in normalise_lines(element.text or "").split("\n"):
            builder.add(kind, visible(line), level)


_WRITERS: dict[str, Callable[[SourceFile, str, TextBuilder], None]] = {
    "rtf": _write_pandoc,
    "odt": _write_pandoc,
    "epub": _write_pandoc,
}


def _read_mail(source: SourceFile) -> Reading:
    """A mail or a web archive: its pages, or its plain text where it has none; attachments are named in a warning."""
    message = email.message_from_bytes(source.content.lstrip(), policy=email.policy.default)
    metadata = {f"mail.{name}": visible(str(message[name])) for name in _HEADERS if message[name]}
    builder = TextBuilder()
    builder.add(BlockKind.HEADING, metadata.get("mail.Subject", ""), 1)
    pages = list(mime_pages(source.content))
    for page in pages:
        write_html(source.location, page, builder)
    attachments = []
    for part in message.walk():
        payload = part.get_payload(decode=True)
        if part.get_filename():
            attachments.append(str(part.get_filename()))
        elif part.get_content_type() == "text/plain" and not pages and isinstance(payload, bytes):
            text = decode(source.location, payload, part.get_content_charset()).text
            for block in paragraphs(normalise_lines(text)):
                builder.add(block.kind, visible(block.text))
    names = ", ".join(attachments)
    note = Note(f"attachments were left out: {names}", code="attachments_left_out", names=names)
    warnings = [note] if attachments else []
    return builder.reading(source, Format.OFFICE, metadata, None, warnings)


def _read_old(source: SourceFile, suffix: str) -> Reading:
    """A file of an old Office program, by way of LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise UnreadableError(
            f"{source.location}: .{suffix} files of old Office programs can be read only with LibreOffice.",
            f"Install LibreOffice, or open the file and save it as {_NEWER[suffix]}.",
            code="libreoffice_missing",
            suffix=suffix,
            newer=_NEWER[suffix],
        )
    prepare()
    from unstructured.partition.common.common import convert_office_doc

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"document.{suffix}"
        path.write_bytes(source.content)
        convert_office_doc(str(path), folder, target_format=_NEWER[suffix])
        newer = path.with_suffix(f".{_NEWER[suffix]}")
        if not newer.is_file():
            raise UnreadableError(
                f"{source.location}: LibreOffice could not open it.",
                f"Save it as {_NEWER[suffix]}.",
                code="libreoffice_refused",
                newer=_NEWER[suffix],
            )
        converted = SourceFile(source.location, newer.read_bytes(), source.checksum)
    return read_docx(converted) if suffix == "doc" else read_office(converted)


def prepare() -> None:
    """Make ``unstructured`` work without internet: no telemetry, and no language model that it would download.

    Its tokenizer loads a model for English at its first import; the words that it asks for serve only to classify
    English elements, so plain splitting stands in for it.
    """
    os.environ["HAYSTACK_TELEMETRY_ENABLED"] = "False"
    os.environ["DO_NOT_TRACK"] = "true"
    os.environ["SCARF_NO_ANALYTICS"] = "true"
    os.environ["UNSTRUCTURED_DISABLE_NOTICE"] = "1"
    name = "unstructured.nlp.tokenize"
    if name not in sys.modules:
        tokenizer = types.ModuleType(name)
        tokenizer.sent_tokenize = lambda text: [text]  # type: ignore[attr-defined]
        tokenizer.word_tokenize = lambda text: text.split()  # type: ignore[attr-defined]
        tokenizer.pos_tag = lambda text: [(word, "NN") for word in text.split()]  # type: ignore[attr-defined]
        sys.modules[name] = tokenizer


def _brief(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:200] if lines else type(error).__name__
