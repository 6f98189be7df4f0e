"""The sample minutes that are made in code: Word files with tables, told cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.ingest.read.builders import docx, paragraph, pdf

SAMPLES = Path(__file__).parent / "samples"

Box = tuple[int, int, int, int]
Cell = str | tuple[str, str]


def table(rows: Sequence[Sequence[Cell]]) -> str:
    """A Word table; ``("restart", text)`` begins a cell over several rows, ``("continue", "")`` goes on with it."""
    shown = []
    for row in rows:
        cells = []
        for cell in row:
            merged, text = cell if isinstance(cell, tuple) else ("", cell)
            properties = f'<w:tcPr><w:vMerge w:val="{merged}"/></w:tcPr>' if merged else ""
            lines = "".join(paragraph(line) for line in text.split("\n"))
            cells.append(f"<w:tc>{properties}{lines}</w:tc>")
        shown.append(f"<w:tr>{''.join(cells)}</w:tr>")
    return f"<w:tbl>{''.join(shown)}</w:tbl>"


def paragraphs(*lines: str) -> str:
    """Word paragraphs."""
    return "".join(paragraph(line) for line in lines)


def word_table() -> bytes:
    """A form: the head as a table, people as a table, items as a table with cells over several rows."""
    return docx(
        paragraphs("示例区集成电路布图设计保护座谈会会议记录")
        + table(
            [
                ["会议名称", "示例区集成电路布图设计保护座谈会", "时间", "2026年3月12日"],
                ["地点", "示例区政务服务中心", "主持人", "邵华"],
                ["议题", "1.布图设计登记辅导 2.侵权鉴定的委托"],
            ]
        )
        + paragraphs("参会人员")
        + table(
            [
                ["单位", "姓名", "职务"],
                [("restart", "示例区市场监督管理局"), "邵华", "副局长"],
                [("continue", ""), "丁一", "科长"],
                ["示例区人民法院", "齐珊", "法官"],
            ]
        )
        + paragraphs("会议议定事项")
        + table(
            [
                ["序号", "类别", "任务内容", "责任单位", "配合单位", "完成时限", "进展情况"],
                ["1", ("restart", "服务"), "为企业提供布图设计登记辅导", "区市场监督管理局", "", "长期", "正在推进"],
                ["2", ("continue", ""), "编印布图设计保护手册", "区市场监督管理局", "区人民法院", "5月底前",
                 "已印发《示例区布图设计保护手册》（示市监〔2026〕8号）"],
                ["3", "办案", "明确侵权鉴定委托的流程，参照《集成电路布图设计保护条例》第三十条办理", "区人民法院",
                 "区市场监督管理局", "下次会议前", "未启动"],
            ]
        )
    )  # fmt: skip


def word_follow_up() -> bytes:
    """The second meeting: what became of the items of the first (``running.txt``), and a new one."""
    return docx(
        paragraphs(
            "示例省专利行政执法与司法衔接第二次专题会议纪要",
            "时间：2026年7月10日",
            "地点：省高级人民法院",
            "主持人：段云（省高级人民法院副院长）",
            "参加单位：省知识产权局、省公安厅",
            "一、上次会议议定事项落实情况",
        )
        + table(
            [
                ["序号", "事项", "落实情况", "备注"],
                ["1", "制定衔接工作办法", "已完成", "已印发《示例省专利行政裁决与司法确认衔接工作办法》（示知发〔2026〕15号）"],
                ["2", "建立案件线索移送台账", "已落实", ""],
                ["3", "建立季度会商机制", "持续推进", ""],
            ]
        )
        + paragraphs("二、下一步工作安排", "1. 省公安厅于2026年9月底前完成台账与省知识产权局系统的对接。")
    )  # fmt: skip


_EDGES = (50, 80, 250, 350, 450, 550)


def _row(top: int, height: int, cells: Sequence[str]) -> tuple[list[tuple[int, int, int, str]], list[Box]]:
    """The lines and the rules of a row of a ruled table."""
    lines = [
        (left + 3, top - 12 * (number + 1), 10, line)
        for left, cell in zip(_EDGES, cells, strict=False)
        for number, line in enumerate(cell.split("\n"))
        if line
    ]
    rules = [
        (50, top - height, 500, 1),
        (50, top, 500, 1),
        *((edge, top - height, 1, height) for edge in _EDGES),
    ]
    return lines, rules


def pdf_table() -> bytes:
    """A ruled table over a page break, with its head again on the second page and a row that goes on there."""
    head = ("序号", "议定事项", "牵头单位", "配合单位", "完成时限")
    first = [
        (780, 16, head),
        (
            764,
            40,
            (
                "1",
                "开通外观设计快速预审绿色通道，\n先行覆盖家居和灯具两个产业，\n压缩预审周期",
                "市知识产权局",
                "市中级人民\n法院",
                "2026年10\n月底前",
            ),
        ),
        (724, 28, ("2", "编制快速维权证据清单", "市中级人民\n法院", "", "会后30日内")),
    ]
    second = [
        (780, 16, head),
        (
            764,
            40,
            (
                "3",
                "在展会期间派驻执法人员，受理\n投诉并当场固定证据，形成案件\n移送记录",
                "市公安局",
                "市知识产权局",
                "长期",
            ),
        ),
    ]
    pages, rules = [], []
    for shift, rows in ((-130, first), (0, second)):
        made = [_row(top + shift, height, cells) for top, height, cells in rows]
        pages.append([line for lines, _ in made for line in lines])
        rules.append([rule for _, boxes in made for rule in boxes])
    opening = [
        (100, 770, 16, "示例市知识产权快速协同保护联席会议第五次会议纪要"),
        (50, 745, 10, "会议时间：2026年9月3日"),
        (50, 730, 10, "会议地点：示例市知识产权保护中心"),
        (50, 715, 10, "主持人：程远"),
        (50, 700, 10, "参加单位：市知识产权局、市中级人民法院、市公安局"),
        (50, 680, 10, "会议听取了各单位的工作汇报，经研究，议定事项如下："),
    ]
    return pdf([opening + pages[0], pages[1]], rules=rules)


def papers() -> dict[str, tuple[str, bytes]]:
    """The sample minutes by the name of their truth: name of the file and its bytes."""
    found = {
        path.stem: (path.name, path.read_bytes())
        for path in sorted(SAMPLES.iterdir())
        if path.suffix != ".toml"
    }
    return {
        **found,
        "table": ("table.docx", word_table()),
        "pages": ("pages.pdf", pdf_table()),
        "followup": ("followup.docx", word_follow_up()),
    }
