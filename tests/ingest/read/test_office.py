"""Other office formats, without internet."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableError
from tests.ingest.read.builders import mht, read_text, shown

RTF = r"{\rtf1\ansi\ansicpg1252 {\b Example Act}\par Section 1. First.\line Second line.\par}"
MAIL = (
    "From: a@example.org\nSubject: =?utf-8?b?5Lya6K6u?=\nMIME-Version: 1.0\n"
    "Content-Type: text/plain; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n"
)


def test_rtf() -> None:
    reading = read_text("a.rtf", RTF)
    assert shown(reading) == ["Example Act", "Section 1. First.", "Second line."]
    assert reading.metadata["office.format"] == "rtf"


def test_spreadsheets_are_rows() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    import io

    book = openpyxl.Workbook()
    book.active.append(["姓名", "专业"])
    book.active.append(["某甲", "专利"])
    stream = io.BytesIO()
    book.save(stream)
    assert shown(read_text("a.xlsx", stream.getvalue())) == ["姓名 | 专业", "某甲 | 专利"]


def test_mail_has_its_subject_as_heading() -> None:
    reading = read_text("a.eml", MAIL.encode() + "第一条　示例。\n第二条　示例。\n".encode("gb18030"))
    assert shown(reading) == ["会议", "第一条　示例。", "第二条　示例。"]
    assert reading.metadata["mail.From"] == "a@example.org"


def test_mail_with_a_header_that_cannot_be_taken_apart_is_damaged() -> None:
    with pytest.raises(UnreadableError, match="cannot be read") as caught:
        read_text("a.eml", b"From: a@example.org\nTo: g: h: b@example.org;;\nSubject: s\nDate: x\n\nx\n")
    assert caught.value.note.code == "damaged"


def test_web_archive() -> None:
    assert shown(read_text("a.mht", mht("<html><body><p>甲</p></body></html>"))) == ["甲"]


def test_old_word_files_need_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(UnreadableError, match="LibreOffice") as caught:
        read_text("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    assert "docx" in caught.value.cure
