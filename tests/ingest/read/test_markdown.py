"""Markdown: the text is the file; markup is left out of blocks by their spans."""

from __future__ import annotations

import pytest

from corpus.model import BlockKind
from tests.ingest.read.builders import is_exact, read_text, shown

H, P, L, T, Q, F, C, X = (
    BlockKind.HEADING,
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.TABLE_ROW,
    BlockKind.QUOTATION,
    BlockKind.FOOTNOTE,
    BlockKind.COMMENT,
    BlockKind.FURNITURE,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("# 示例条例", [(H, 1, "示例条例")]),
        ("####Artikel 4 ", [(H, 4, "Artikel 4")]),
        ("## 第一章　总　则 ##", [(H, 2, "第一章　总　则")]),
        ("示例条例\n========", [(H, 1, "示例条例")]),
        ("###\n文", [(P, 0, "文")]),
        ("**第一条**　为了*举例*。", [(P, 0, "第一条　为了举例。")]),
        ("**第一条** 是**“引用”**的", [(P, 0, "第一条 是“引用”的")]),
        ("姓名：张**，电话 12***34", [(P, 0, "姓名：张**，电话 12***34")]),
        ("1\\. 甲\n가\\. 을", [(L, 0, "1. 甲"), (P, 0, "가. 을")]),
        ("- 甲\n  - 乙\n- 丙", [(L, 0, "甲"), (L, 1, "乙"), (L, 0, "丙")]),
        ("2. 第二\n3. 第三", [(L, 0, "2. 第二"), (L, 0, "3. 第三")]),
        ("> - 一九九九年通过\n>\n> 机关：某会<br>", [(Q, 0, "一九九九年通过"), (Q, 0, "机关：某会")]),
        ("参见[某法](https://example.org/a_(b))。", [(P, 0, "参见某法。")]),
        ("- [第一章 总则](#第一章-总则)", [(X, 0, "第一章 总则")]),
        ("- 见 [第一章](#1)", [(L, 0, "见 第一章")]),
        ("第一行<br>第二行<br />第三行", [(P, 0, "第一行"), (P, 0, "第二行"), (P, 0, "第三行")]),
        ("| 甲 | 乙 |\n|:--|--:|\n| **一** |  二  |", [(T, 0, "甲 | 乙"), (T, 0, "一 | 二")]),
        ("甲 | 乙\n--- | ---\n一 | 二", [(T, 0, "甲 | 乙"), (T, 0, "一 | 二")]),
        ("正文[^1]。\n\n[^1]: 注释", [(P, 0, "正文。"), (F, 0, "注释")]),
        (
            "<details>\n<summary>Note</summary>\n\n- R.S., s. 1\n\n</details>",
            [(P, 0, "Note"), (L, 0, "R.S., s. 1")],
        ),
        ("<개정 2009.4.22> 이 법은", [(P, 0, "<개정 2009.4.22> 이 법은")]),
        ("::: tip 提示\n内容\n:::", [(P, 0, "提示"), (P, 0, "内容")]),
        ("![图](a.png)\n\n<https://example.org>", [(P, 0, "https://example.org")]),
        ("Term\n:   1957-07-25", [(P, 0, "Term"), (P, 0, "1957-07-25")]),
        ("```\n# 不是标题\n```", [(P, 0, "# 不是标题")]),
        ("snake_case_name and _this_", [(P, 0, "snake_case_name and this")]),
        ("甲\n\n---\n\n乙", [(P, 0, "甲"), (P, 0, "乙")]),
        ("  *   *   * MENU", [(L, 0, "MENU")]),
    ],
)
def test_markup(line: str, expected: list[tuple[BlockKind, int, str]]) -> None:
    reading = read_text("a.md", line + "\n")
    assert [(block.kind, block.level, block.text) for block in reading.blocks] == expected
    assert reading.text == line + "\n"
    assert is_exact(reading)


def test_front_matter_is_metadata_and_no_text() -> None:
    reading = read_text("a.md", '---\ntitle: "示例"\ntags: [甲, 乙]\nextra:\n  date: 2020-01-02\n---\n正文\n')
    assert reading.metadata == {"title": "示例", "tags": "甲; 乙", "extra.date": "2020-01-02"}
    assert shown(reading) == ["正文"]


def test_a_record_that_is_all_front_matter_is_its_own_text() -> None:
    reading = read_text(
        "a.md", '---\ntitle: "Section 4"\nremarks: "One.<br />Two."\nusage:\n- copying\n---\n'
    )
    assert [(block.kind, block.text) for block in reading.blocks] == [
        (H, "Section 4"),
        (P, "remarks: One."),
        (P, "Two."),
        (P, "usage:"),
        (L, "copying"),
    ]
    assert is_exact(reading)


def test_a_value_may_go_on_over_several_lines() -> None:
    reading = read_text("a.md", '---\ntitle: "Section 4"\nremarks: "One.\n  Two.\nThree."\nlink: x\n---\n')
    assert [block.text for block in reading.blocks] == [
        "Section 4",
        "remarks: One.",
        "Two.",
        "Three.",
        "link: x",
    ]
    assert is_exact(reading)


def test_comments_are_blocks_and_metadata() -> None:
    reading = read_text(
        "a.md", "<!-- STATUS: 已修改 | 源文件: a.docx -->\n\n正文<!-- KEY: v -->继续\n\n<!-- INFO\nEND -->\n"
    )
    assert [(block.kind, block.text) for block in reading.blocks] == [
        (C, "STATUS: 已修改 | 源文件: a.docx"),
        (P, "正文继续"),
        (C, "INFO\nEND"),
    ]
    assert reading.metadata == {"comment.STATUS": "已修改", "comment.源文件": "a.docx", "comment.KEY": "v"}


def test_a_comment_that_never_ends_is_text() -> None:
    assert shown(read_text("a.md", "<!-- 没有结尾\n\n正文\n"))[-1] == "正文"


def test_wrapped_german_paragraphs_and_items_are_joined() -> None:
    text = (
        "(1) Erfindungen von Arbeitnehmern im Sinne dieser Regel sind entweder\n"
        "gebundene oder freie Erfindungen.\n\n"
        "1.  aus der dem Arbeitnehmer im Betrieb obliegenden Arbeit entstanden\n"
        "    sind oder\n"
    )
    reading = read_text("a.md", text)
    assert shown(reading) == [
        "(1) Erfindungen von Arbeitnehmern im Sinne dieser Regel sind entweder\ngebundene oder freie Erfindungen.",
        "1.  aus der dem Arbeitnehmer im Betrieb obliegenden Arbeit entstanden\nsind oder",
    ]
    assert is_exact(reading)


def test_a_text_file_with_markdown_headings_is_markdown() -> None:
    reading = read_text("a.txt", "## 关于示例的意见\n\n### 一、总体要求\n\n**（一）明确机构。**正文\n")
    assert reading.format.value == "md"
    assert reading.warnings == ()
    assert shown(reading)[-1] == "（一）明确机构。正文"


@pytest.mark.parametrize(
    "hostile", ["[" * 50_000, "*a " * 50_000, "<!--" * 30_000, "](" * 50_000, "![" * 20_000]
)
def test_hostile_markup_takes_no_time(hostile: str) -> None:
    assert is_exact(read_text("a.md", f"正文 {hostile}\n"))


def test_a_note_inside_a_sentence_stands_behind_it() -> None:
    reading = read_text(
        "a.md",
        '1. Other use<sup> 2)  "Other use" means use by others.</sup>, under Article 3 <sup>ter</sup>, is free.\n',
    )
    assert [(block.kind, block.text) for block in reading.blocks][-2:] == [
        (reading.blocks[0].kind, reading.blocks[0].text),
        (BlockKind.FOOTNOTE, '2)  "Other use" means use by others.'),
    ]
    assert reading.blocks[0].text.startswith("1. Other use")
    assert reading.blocks[0].text.endswith(", under Article 3 ter, is free.")
    assert is_exact(reading)
