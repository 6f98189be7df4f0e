"""What format a file has: its content decides, its suffix only where the content leaves a choice."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from corpus.errors import UnreadableError
from corpus.model import Format, SourceFile
from corpus.notes import Note

_HEAD = 8192
_SUFFIXES = {
    "txt": Format.TXT,
    "text": Format.TXT,
    "md": Format.MARKDOWN,
    "markdown": Format.MARKDOWN,
    "html": Format.HTML,
    "htm": Format.HTML,
    "xhtml": Format.HTML,
    "shtml": Format.HTML,
    "mht": Format.OFFICE,
    "mhtml": Format.OFFICE,
    "docx": Format.DOCX,
    "docm": Format.DOCX,
    "pdf": Format.PDF,
    "json": Format.JSON,
    "jsonl": Format.JSONL,
    "ndjson": Format.JSONL,
    "xml": Format.XML,
    "csv": Format.CSV,
    "tsv": Format.TSV,
    "tab": Format.TSV,
    "yaml": Format.YAML,
    "yml": Format.YAML,
    "eml": Format.OFFICE,
    **dict.fromkeys(("png", "jpg", "jpeg", "tif", "tiff", "gif", "bmp", "webp"), Format.IMAGE),
    "rst": Format.TXT,
    "org": Format.TXT,
}
OFFICE_SUFFIXES = ("doc", "rtf", "odt", "epub", "pptx", "ppt", "xlsx", "xls", "eml", "msg", "mht", "mhtml")
"""Suffixes of the formats that the office reader tells apart."""

_MAGIC = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "ole",
    b"{\\rtf": "rtf",
    b"\x89PNG": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\x00": "image",
    b"MM\x00*": "image",
    b"BM": "image",
    b"RIFF": "sound or film",
    b"\x1f\x8b": "archive",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"BZh": "archive",
    b"\xfd7zXZ": "archive",
    b"\x7fELF": "program",
    b"MZ": "program",
    b"SQLite format 3": "database",
}
_MAIL = re.compile(
    rb"(?:(?:From|To|Date|Subject|Received|MIME-Version|Message-ID|Return-Path|Content-[A-Za-z-]+|X-[A-Za-z-]+|Snapshot-Content-Location):[^\n]*\n(?:[ \t][^\n]*\n)*){2}",
    re.I,
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_XML = re.compile(r"\s*(?:<\?xml\b|<!DOCTYPE\s+\w)", re.I)
_ELEMENT = re.compile(r"\s*<([A-Za-z][\w.:-]*)[\s>/]")
_JSON = re.compile(
    r'\s*(?:\{\s*(?:"|\})|\[\s*(?:[\[{"]|\]\s*\Z|-?\d[\d.eE+-]{0,30}\s*(?:,|\]\s*\Z)|true|false|null))'
)
_MD_HEADING = re.compile(r"^(?:\s*\n)?#{1,6} \S[^\n]*$", re.MULTILINE)
_FRONT = re.compile(r"\s{0,64}---[ \t]*\n[^\n]{1,200}:")


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The format of a file.

    Attributes:
        form: the format.
        suffix: for ``OFFICE``, which one (``rtf``, ``odt`` ...).
        warning: what to tell a person where content and suffix disagree.
    """

    form: Format
    suffix: str = ""
    warning: str | None = None


def sniff(source: SourceFile) -> Sniffed:
    """The format of a file, judged by its content first.

    Raises:
        UnreadableError: if the file is empty, or holds neither text nor a document of a known format.
    """
    if not source.content.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableError(
            f"{source.location}: the file is empty.",
            "Get the file again from where it came from.",
            code="empty",
        )
    suffix = source.name.rpartition(".")[2].lower() if "." in source.name else ""
    found = _binary(source, suffix) or _text(source, suffix)
    expected = _SUFFIXES.get(suffix)
    known = expected is not None or suffix in OFFICE_SUFFIXES
    agrees = expected is found.form or (expected is None and found.form is Format.OFFICE)
    if not known or agrees or _both_text(expected, found.form):
        return found
    name = found.suffix or found.form.value
    warning = f"the file is named .{suffix}, but it is {name}; it was read as {name}"
    return Sniffed(found.form, found.suffix, Note(warning, code="misnamed", suffix=suffix, name=name))


def _both_text(expected: Format | None, found: Format) -> bool:
    """Markdown in a text file and XHTML in an XML file are no mistake."""
    pairs = ({Format.TXT, Format.MARKDOWN}, {Format.HTML, Format.XML})
    return any(expected in pair and found in pair for pair in pairs)


def _binary(source: SourceFile, suffix: str) -> Sniffed | None:
    head = source.content[:_HEAD]
    if head.startswith(b"PK\x03\x04") or head.startswith(b"PK\x05\x06"):
        return _zipped(source)
    if b"%PDF-" in head[:1024]:
        return Sniffed(Format.PDF)
    for magic, name in _MAGIC.items():
        if head.startswith(magic) and (len(magic) > 2 or b"\x00" in head):
            return _by_magic(source, name, suffix)
    mail = _MAIL.match(head.lstrip())
    if mail is not None and suffix not in ("txt", "md"):
        return Sniffed(Format.OFFICE, "mht" if suffix in ("mht", "mhtml") else "eml")
    return None


def _by_magic(source: SourceFile, name: str, suffix: str) -> Sniffed:
    if name == "rtf":
        return Sniffed(Format.OFFICE, "rtf")
    if name == "image" or source.content[8:12] == b"WEBP":
        return Sniffed(Format.IMAGE)
    if name == "ole":
        if b"E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e" in source.content:
            raise UnreadableError(
                f"{source.location}: the document is protected by a password.",
                "Open it with the password, save it without one and read it again.",
                code="password",
            )
        return Sniffed(Format.OFFICE, suffix if suffix in ("doc", "xls", "ppt", "msg") else "doc")
    kind = "an archive that is no zip" if name == "archive" else f"a {name}"
    cure = (
        "Unpack it, or pack it anew as zip."
        if name == "archive"
        else "Give the document itself (docx, pdf, html, md, txt ...)."
    )
    raise UnreadableError(
        f"{source.location}: this is {kind}, not a document.", cure, code="no_document", what=name
    )


_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
)
_PACKED = (("ppt/presentation.xml", "pptx"), ("xl/workbook.xml", "xlsx"))


def _zipped(source: SourceFile) -> Sniffed:
    try:
        found = _packed(source.content)
    except _BROKEN as error:
        raise UnreadableError(
            f"{source.location}: the file is cut off or damaged ({error}).",
            "Get it again from where it came from, or open it in its program and save it anew.",
            code="damaged",
            reason=str(error),
        ) from None
    if found is None:
        raise UnreadableError(
            f"{source.location}: this is a zip archive, not a document.",
            "Give the archive itself a name that ends in .zip, or unpack it.",
            code="zip_named_otherwise",
        )
    return found


def _packed(content: bytes) -> Sniffed | None:
    """The format of a document that is packed as zip; nothing for an archive of files."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = set(archive.namelist())
        kind = ""
        if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
            kind = archive.read("mimetype").decode("ascii", "replace")
    if any(name.startswith("word/document") for name in names):
        return Sniffed(Format.DOCX)
    for inner, suffix in _PACKED:
        if inner in names:
            return Sniffed(Format.OFFICE, suffix)
    if "epub" in kind:
        return Sniffed(Format.OFFICE, "epub")
    return Sniffed(Format.OFFICE, "odt") if "opendocument.text" in kind else None


def _text(source: SourceFile, suffix: str) -> Sniffed:
    head = source.content[:_HEAD]
    expected = _SUFFIXES.get(suffix)
    sample = _sample(head)
    if _HTML.match(sample):
        return Sniffed(Format.HTML)
    if _XML.match(sample) or (expected in (Format.XML, Format.HTML) and _ELEMENT.match(sample)):
        return Sniffed(Format.HTML if expected is Format.HTML else Format.XML)
    if _JSON.match(sample) and expected is not Format.MARKDOWN:
        return Sniffed(_json_kind(source.content, expected))
    if expected in (Format.JSON, Format.JSONL):
        return Sniffed(expected) if sample.lstrip("\ufeff \n\r\t")[:1] in "{[" else Sniffed(Format.TXT)
    if expected in (Format.CSV, Format.TSV, Format.YAML, Format.MARKDOWN):
        return Sniffed(expected)
    if _FRONT.match(sample) or len(_MD_HEADING.findall(sample)) >= 2:
        return Sniffed(Format.MARKDOWN)
    if expected is None and suffix and _ELEMENT.match(sample) and sample.rstrip().endswith(">"):
        return Sniffed(Format.XML)
    return Sniffed(Format.TXT)


def _json_kind(content: bytes, expected: Format | None) -> Format:
    if expected in (Format.JSON, Format.JSONL):
        return expected
    lines = content[:_HEAD].split(b"\n")
    rows = [line for line in lines[:-1] if line.strip()]
    return (
        Format.JSONL
        if len(rows) > 1 and all(row.strip()[:1] == b"{" and row.strip()[-1:] == b"}" for row in rows)
        else Format.JSON
    )


def _sample(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) // 2 * 2].decode("utf-16", "replace")
    return head.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
