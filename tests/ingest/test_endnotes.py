"""Notes at the end of a document; the texts were written for these tests."""

from __future__ import annotations

import pytest

from corpus.ids import checksum
from corpus.model import BlockKind, Reading, SourceFile
from ingest.clean import clean
from ingest.read import read

TEXT = "<p>Having regard to the proposal of the Office(1),</p><p>in view of Act 12/99(2) and of 'samples'(3), under Article 4(2):</p>"
END = "<p>Done at Sample Town.</p><p>(1) SJ 108, p. 6 and</p><p>SJ 180, p. 6.</p><p>(2) SJ 407, p. 30.</p><p>(3) A view of samples.</p>"


def cleaned(html: str) -> Reading:
    content = f"<html><body>{html}</body></html>".encode()
    return clean(read(SourceFile("a.html", content, checksum(content))))


def notes(reading: Reading) -> list[str]:
    return [block.text for block in reading.blocks if block.kind is BlockKind.FOOTNOTE]


def test_numbered_lines_at_the_end_are_the_notes_of_the_marks() -> None:
    reading = cleaned(TEXT.replace("12/99(2)", "Samples(2)") + END)
    assert notes(reading) == [
        "(1) SJ 108, p. 6 and\nSJ 180, p. 6.",
        "(2) SJ 407, p. 30.",
        "(3) A view of samples.",
    ]
    for block in reading.blocks:
        assert block.text == "".join(reading.text[span.start : span.end] for span in block.spans)


@pytest.mark.parametrize(
    "html",
    [
        TEXT + END,  # the mark of the second one is none: it stands behind a number
        "<p>Article 1</p>" + END,
        TEXT.replace("12/99(2)", "Samples(2)") + END.replace("(2) SJ", "(4) SJ"),
        TEXT.replace("12/99(2)", "Samples(2)") + END + "<p>Other text.</p>" * 4,
        "<p>(1) First paragraph.</p><p>(2) Second paragraph.</p>",
    ],
)
def test_other_numbered_lines_are_text(html: str) -> None:
    assert notes(cleaned(html)) == []
