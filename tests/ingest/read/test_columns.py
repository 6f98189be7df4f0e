"""Rows of tables keep the columns of their cells, also where some show nothing or reach over several rows."""

from __future__ import annotations

import pytest

from corpus.model import BlockKind
from tests.ingest.read.builders import docx, read_text

_MERGED = docx(
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc>"
    '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
    "<w:tc><w:p><w:r><w:t>丁</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)

CASES: list[tuple[str, str | bytes, list[tuple[str, tuple[int, ...], tuple[int, ...]]]]] = [
    ("a.md", "| a | b | c |\n|---|---|---|\n| 1 | | x |\n", [("a | b | c", (0, 1, 2), ()), ("1 | x", (0, 2), ())]),
    ("a.txt", "| 1 | 甲 | | 乙 |\n\n| | 丙 | | |\n", [("1 | 甲 | 乙", (0, 1, 3), ()), ("丙", (1,), ())]),
    (
        "a.html",
        "<table><tr><td>甲</td><td rowspan=2>乙</td><td></td></tr><tr><td></td><td>丙</td></tr></table>",
        [("甲 | 乙", (0, 1), ()), ("丙", (2,), (1,))],
    ),
    ("a.docx", _MERGED, [("甲 | 丁", (0, 3), ()), ("乙", (1,), (0,))]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "rows"), CASES)
def test_cells_keep_their_columns(
    name: str, content: str | bytes, rows: list[tuple[str, tuple[int, ...], tuple[int, ...]]]
) -> None:
    blocks = [block for block in read_text(name, content).blocks if block.kind is BlockKind.TABLE_ROW]
    assert [(block.text, block.columns, block.covered) for block in blocks] == rows
