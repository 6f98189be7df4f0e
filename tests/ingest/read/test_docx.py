"""Word documents: what ordinary readers leave out."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableError
from corpus.model import BlockKind
from ingest.read.docx.styles import chinese
from tests.ingest.read.builders import docx, is_exact, mht, paragraph, read_text, shown, word_part

STYLES = word_part(
    "styles",
    '<w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:styleId="a2"><w:name w:val="某样式"/><w:basedOn w:val="a1"/></w:style>'
    '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:styleId="o"><w:name w:val="x"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
)
NUMBERING = word_part(
    "numbering",
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>',
)
NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="3"/></w:numPr>'


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def test_headings_by_style_by_inheritance_and_by_outline() -> None:
    body = paragraph("一级", style("a1")) + paragraph("继承", style("a2")) + paragraph("三级", style("o"))
    content = docx(body + paragraph("正文"), {"s": ("styles", "styles.xml")}, {"styles.xml": STYLES})
    blocks = read_text("a.docx", content).blocks
    assert [(block.kind.value, block.level) for block in blocks] == [
        ("heading", 1),
        ("heading", 1),
        ("heading", 3),
        ("paragraph", 0),
    ]


def test_numbers_that_word_shows_are_in_the_text() -> None:
    body = "".join(
        paragraph(text, NUMBERED.format(level))
        for text, level in [("甲", 0), ("乙", 1), ("丙", 0), ("丁", 2)]
    )
    content = docx(body, {"n": ("numbering", "numbering.xml")}, {"numbering.xml": NUMBERING})
    assert shown(read_text("a.docx", content)) == ["第一条\u3000甲", "一.1 乙", "第二条\u3000丙", "丁"]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (0, "0"),
    ],
)
def test_chinese_numerals(number: int, written: str) -> None:
    assert chinese(number) == written


def test_tables_breaks_text_boxes_and_changes() -> None:
    table = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>".format(
        paragraph("姓名"), paragraph("某甲")
    )
    changed = (
        "<w:p><w:r><w:t>保留</w:t></w:r><w:ins><w:r><w:t>插入</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>删除</w:delText></w:r></w:del><w:r><w:br/><w:t>新行</w:t></w:r></w:p>"
    )
    box = f"<w:p><w:r><w:t>外</w:t><w:pict><w:txbxContent>{paragraph('框内')}</w:txbxContent></w:pict></w:r></w:p>"
    reading = read_text("a.docx", docx(table + changed + box))
    assert shown(reading) == ["姓名 | 某甲", "保留插入", "新行", "外", "框内"]
    assert reading.blocks[0].kind is BlockKind.TABLE_ROW
    assert is_exact(reading)


def test_headers_are_furniture_contents_too_and_footnotes_follow_their_paragraph() -> None:
    body = (
        paragraph("第一章 1", style("t"))
        + '<w:p><w:r><w:t>正文</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    )
    content = docx(
        body + paragraph("下文"),
        {"h": ("header", "header1.xml"), "f": ("footnotes", "footnotes.xml"), "s": ("styles", "styles.xml")},
        {
            "header1.xml": word_part("hdr", paragraph("某机关文件")),
            "footnotes.xml": word_part("footnotes", f'<w:footnote w:id="2">{paragraph("注释")}</w:footnote>'),
            "styles.xml": STYLES,
        },
    )
    assert [(block.kind.value, block.text) for block in read_text("a.docx", content).blocks] == [
        ("furniture", "某机关文件"),
        ("furniture", "第一章 1"),
        ("paragraph", "正文"),
        ("footnote", "注释"),
        ("paragraph", "下文"),
    ]


@pytest.mark.parametrize("target", ["/word/chunk.mht", "chunk.mht"])
def test_a_body_that_is_a_web_archive(target: str) -> None:
    page = "<html><body><h1>示例条例</h1><pre><code>第一条 甲。\n第二条 乙。\n</code></pre></body></html>"
    content = docx('<w:altChunk r:id="c"/>', {"c": ("aFChunk", target)}, {"chunk.mht": mht(page)})
    reading = read_text("a.docx", content)
    assert shown(reading) == ["示例条例", "第一条 甲。", "第二条 乙。"]
    assert reading.blocks[0].kind is BlockKind.HEADING


def test_a_chunk_that_is_missing_is_told() -> None:
    reading = read_text("a.docx", docx(paragraph("甲") + '<w:altChunk r:id="c"/>'))
    assert "missing" in reading.warnings[0]


def test_a_text_that_unpacks_to_more_than_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.docx.package._LARGEST_XML", 1000)
    with pytest.raises(UnreadableError, match="at most"):
        read_text("a.docx", docx(paragraph("甲" * 1000)))
