"""Plain text: lines, wrapped paragraphs, tables of strokes."""

from __future__ import annotations

import pytest

from corpus.evidence import Span
from corpus.model import BlockKind, Format
from tests.ingest.read.builders import is_exact, read_text, shown

LATIN = """The office keeps a register of marks, in which every mark that was filed
is entered with its date, its owner and the goods for which it is used by
him.

Article 2 says more. An owner may ask that his entry be corrected where the
office made a mistake, as provided in
section 14 of these rules and in the rules on fees that were made under them.
(a) The request is made in writing and names the entry that is to be changed,
with the reasons.
(b) The office answers within a month.
"""


def test_each_chinese_line_is_a_block() -> None:
    reading = read_text(
        "a.txt", "示例条例\n\n第一章　总则\n　　第一条　为了举例，制定本条例。\r\n第二条　略。\n"
    )
    assert reading.format is Format.TXT
    assert reading.encoding == "utf-8"
    assert "\r" not in reading.text
    assert shown(reading) == ["示例条例", "第一章　总则", "第一条　为了举例，制定本条例。", "第二条　略。"]


def test_wrapped_latin_lines_are_one_block_with_the_line_break_as_blank() -> None:
    reading = read_text("a.txt", LATIN * 2)
    first = reading.blocks[0]
    assert first.text.startswith("The office keeps")
    assert first.text.endswith("used by\nhim.")
    assert first.spans == (Span(0, len(first.text)),)
    units = shown(reading)[1:4]
    assert "provided in\nsection 14" in units[0]
    assert [unit[:3] for unit in units[1:]] == ["(a)", "(b)"]


def test_wrapped_chinese_lines_are_joined_without_the_break() -> None:
    line = "为了说明如何把折断的行连在一起本示例写了许多没有标点的字以便占满整行"
    text = "\n".join([line, line, "结束。"] * 4)
    reading = read_text("a.txt", text)
    assert shown(reading) == [line + line + "结束。"] * 4
    assert is_exact(reading)


def test_lines_of_their_own_length_are_not_joined() -> None:
    text = "\n".join(
        ["Short title", "A much longer paragraph that stands on one line. " * 6, "Another one"] * 4
    )
    assert len(read_text("a.txt", text).blocks) == 12


def test_a_judgment_that_was_run_together_is_parted_at_its_blanks() -> None:
    parts = ["某某市中级人民法院", "刑事判决书", "（2011）某刑初字第20号", "公诉机关某某市人民检察院。"]
    parts += [
        f"被告人某{sign}，农民，因涉嫌犯罪被拘留。" + "本院经审理查明了有关事实。" * 12 for sign in "甲乙丙丁"
    ]
    reading = read_text("a.txt", " ".join(parts) + "\n")
    assert shown(reading) == parts
    assert is_exact(reading)


def test_a_long_line_with_blanks_between_words_stays_whole() -> None:
    line = "分词 文本 每个 词 后面 都 有 空格 。" * 60
    assert shown(read_text("a.txt", line)) == [line]


def test_rows_of_strokes_are_table_rows_without_padding() -> None:
    reading = read_text("a.txt", "表格\n|  姓名   |  甲某  |\n|---------|--------|\n| 住址    |        |\n")
    assert [(block.kind, block.text) for block in reading.blocks] == [
        (BlockKind.PARAGRAPH, "表格"),
        (BlockKind.TABLE_ROW, "姓名 | 甲某"),
        (BlockKind.TABLE_ROW, "住址"),
    ]
    assert is_exact(reading)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16-le"), ("utf-8", "utf-8")],
)
def test_character_sets(encoding: str, expected: str) -> None:
    text = "第一条　为了规范示例文件的读取，根据有关规定，制定本条例。\n第二条　本条例自公布之日起施行。\n"
    reading = read_text("a.txt", text.encode(encoding))
    assert reading.encoding == expected
    assert reading.text == text


def test_big5_where_plainly_so() -> None:
    text = "第一條　為規範範例檔案之讀取，依有關規定，特制定本辦法。\n第二條　本辦法自發布日施行。\n" * 3
    reading = read_text("a.txt", text.encode("big5"))
    assert (reading.encoding, reading.text) == ("big5", text)


def test_latin_text_with_accents_is_windows_1252_and_says_so() -> None:
    reading = read_text("a.txt", "Das Gesetz gilt für die Übertragung der Rechte.\n".encode("cp1252"))
    assert "für die Übertragung" in reading.text
    assert "windows-1252" in reading.warnings[0]


@pytest.mark.parametrize("cut", [1, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_character_cut_off_at_the_end_is_left_out(cut: int, encoding: str) -> None:
    content = "第一条　为了举例，制定本条例".encode(encoding)
    if encoding == "gb18030":
        cut = 1
    reading = read_text("a.txt", content[:-cut])
    assert reading.text == "第一条　为了举例，制定本条"
    assert bool(reading.warnings) is (encoding == "utf-8")


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("THE SCHEDULE", True),
        ("SAMPLES WHICH ARE NOT FOR SALE", True),
        ("rules and notices made under them by", False),
        ("WIPO and the office", False),
    ],
)
def test_capitals_alone_on_their_line_are_a_heading(line: str, alone: bool) -> None:
    full = "The office keeps a register in which each sample is entered with its number and its own day of entry."
    text = "\n".join([full, full, line, "Sections 2 and 16A of this part", full, full] * 3)
    assert (line in shown(read_text("a.txt", text))) is alone


def test_a_heading_that_the_contents_list_ends_with_its_line() -> None:
    heading = "2. 多件样品的示例可以作为相似样品一并提出申请并共同缴纳费用的情形"
    line = "为了说明如何把折断的行连在一起本示例写了许多没有标点的字以便占满整行"
    contents = f"1. 样品 ........... 2\n{heading} ........... 3"
    text = "\n".join([contents, *[line, line, "结束。"] * 4, heading, line, line, "结束。"])
    assert heading in shown(read_text("a.txt", text))
    assert heading not in shown(read_text("a.txt", text.removeprefix(contents)))
