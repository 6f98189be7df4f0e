"""PDF: lines become paragraphs, page furniture is told from text."""

from __future__ import annotations

from corpus.model import BlockKind
from tests.ingest.read.builders import is_exact, pdf, read_text, shown

FULL = 40
LEFT = 50


def lines(*texts: str, size: int = 12, start: int = 700, left: int = LEFT) -> list[tuple[int, int, int, str]]:
    return [(left, start - 20 * number, size, text) for number, text in enumerate(texts)]


def test_wrapped_chinese_lines_are_one_paragraph() -> None:
    long = "本" * (FULL - 4)
    reading = read_text(
        "a.pdf",
        pdf(
            [
                lines(
                    "第一条" + long + "行",
                    "续行结束。",
                    "第二条" + long + "款",
                    "也续行。",
                    "（一）" + long + "项",
                    "（二）末项。",
                )
            ]
        ),
    )
    assert shown(reading) == [
        "第一条" + long + "行续行结束。",
        "第二条" + long + "款也续行。",
        "（一）" + long + "项",
        "（二）末项。",
    ]
    assert is_exact(reading)


def test_a_paragraph_goes_on_over_the_page_and_its_furniture() -> None:
    full = [sign * FULL for sign in "甲乙丙丁戊己庚辛壬"]
    pages = [
        [
            (LEFT, 780, 9, "某机关公报"),
            *lines(*full[number : number + 3]),
            (300, 20, 9, f"— {number // 3 + 1} —"),
        ]
        for number in (0, 3, 6)
    ]
    pages.append([(LEFT, 780, 9, "某机关公报"), *lines("完。"), (300, 20, 9, "— 4 —")])
    reading = read_text("a.pdf", pdf(pages))
    assert shown(reading, BlockKind.PARAGRAPH) == ["".join(full) + "完。"]
    assert set(shown(reading, BlockKind.FURNITURE)) == {
        "某机关公报",
        *(f"— {number} —" for number in (1, 2, 3, 4)),
    }


def test_larger_lines_are_headings() -> None:
    page = [*lines("示例条例", size=24), *lines("第一章 总则", size=16, start=660)]
    page += lines(*["第一条 为了举例，制定本条例，并且写得长一些。"] * 4, start=600)
    reading = read_text("a.pdf", pdf([page]))
    assert [(block.level, block.text) for block in reading.blocks if block.kind is BlockKind.HEADING] == [
        (1, "示例条例"),
        (2, "第一章 总则"),
    ]


def test_a_table_of_contents_is_furniture() -> None:
    page = lines(
        "示例条例", "目 录", "第一章 总则", "第二章 附则", "第一章 总则", "第一条 为了举例。", "第二章 附则"
    )
    reading = read_text("a.pdf", pdf([page]))
    assert shown(reading, BlockKind.FURNITURE) == ["目 录", "第一章 总则", "第二章 附则"]


def test_latin_lines_are_joined_with_blanks_and_without_hyphens() -> None:
    page = lines(
        "The office keeps a register of the",
        "marks that were filed with the of-",
        "fice in the year.",
        "2. Next",
    )
    assert shown(read_text("a.pdf", pdf([page])))[0].startswith("The office keeps a register of the marks")
