"""Every file that cannot be read is named, with the cure; every wrong suffix is read all the same."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableError
from corpus.model import Format
from tests.ingest.read.builders import docx, paragraph, pdf, read_text, zipped

WORD = docx(paragraph("第一条　示例。"))
PAGE = pdf([[(50, 700, 12, "第一条 为了举例，制定本条例。")]])
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = docx(paragraph("甲"), parts={"media.bin": b"\0" * 30_000_000})


@pytest.mark.parametrize(
    ("name", "content", "message", "cure"),
    [
        ("a.txt", b"", "empty", "again"),
        ("a.txt", b" \r\n\xef\xbb\xbf", "empty", "again"),
        ("a.md", "<!-- 只有注释 -->".encode(), "no text", "save"),
        ("a.html", b"<html><body></body></html>", "no text", ""),
        ("a.txt", "……，，——".encode(), "no text", "save"),
        ("a.txt", b"\xff\xfe\x00", "no text", "save"),
        ("a.txt", bytes(range(256)) * 40, "no text file", "UTF-8"),
        ("a.txt", b"\x81\x20\xff\xfe\x90" * 50, "character set", "UTF-8"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "image is cut off or damaged", "again"),
        ("a.docx", WORD[: len(WORD) // 2], "cut off or damaged", "again"),
        ("a.docx", WORD[:40] + b"\0" * 40 + WORD[80:], "a.docx", "again"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password", "without one"),
        ("a.docx", BOMB, "unpack", "Unpack"),
        ("a.docx", zipped({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "entities", "Save"),
        ("a.pdf", PAGE[:200], "cut off or damaged", "again"),
        ("a.pdf", pdf([[(50, 700, 12, "甲")]], encrypted=True), "password", "without one"),
        ("a.pdf", pdf([[], []]), "no text", "save"),
        ("a.zip", zipped({"a.txt": "甲"}), "zip archive", ".zip"),
        ("a.epub", b"PK\x03\x04 and nothing more", "damaged", "again"),
        ("a.json", b'{"a": ', "line 1", "JSON"),
        ("a.rtf", b"{\\rtf1 " + b"{\\b a" * 1_000, "nested too deeply", "Save"),
        ("a.rar", b"Rar!\x1a\x07\x00" + b"\0" * 20, "archive", "zip"),
    ],
)  # fmt: skip
def test_refused(name: str, content: bytes, message: str, cure: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_text(name, content)
    assert caught.value.message.startswith(name)
    assert message in caught.value.message
    assert cure in caught.value.cure


def test_more_paragraphs_than_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read._MOST_BLOCKS", 3)
    with pytest.raises(UnreadableError, match=r"a\.txt: it has 16 characters in 4 paragraphs"):
        read_text("a.txt", "甲乙。\n" * 4)


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("a.txt", WORD, Format.DOCX),
        ("a.docx", PAGE, Format.PDF),
        ("a.pdf", WORD, Format.DOCX),
        ("a.docx", "第一条　示例。\n".encode(), Format.TXT),
        ("a.doc", b"<html><body><p>a</p></body></html>", Format.HTML),
        ("a.pdf", "{\"title\": \"甲\"}".encode(), Format.JSON),
        ("a.json", "第一条　示例。\n".encode(), Format.TXT),
    ],
)  # fmt: skip
def test_a_wrong_suffix_is_read_with_a_warning(name: str, content: bytes, form: Format) -> None:
    reading = read_text(name, content)
    assert reading.format is form
    assert name.rpartition(".")[2] in reading.warnings[0]
    assert form.value in reading.warnings[0]


def test_half_a_pair_of_surrogates_is_no_character() -> None:
    reading = read_text("a.json", r'{"title": "\ud800", "text": "\u7532 \ud83d\ude00 \udc00"}')
    assert "甲 😀 ?" in reading.text
    reading.text.encode()


@pytest.mark.parametrize("name", ["无后缀", "a.unknown", "a.TXT"])
def test_an_unknown_suffix_needs_no_warning(name: str) -> None:
    assert read_text(name, "第一条　示例。\n").warnings == ()
