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


def red_head() -> bytes:
    """A special meeting below a red head: number of the document, dispatch, day of printing."""
    return docx(
        paragraphs(
            "白石市人民政府办公室文件",
            "专题会议纪要",
            "〔2026〕12号",
            "白石市人民政府办公室　　　　2026年4月10日",
            "关于研究地理标志保护工作的会议纪要",
            "2026年4月7日上午，副市长姜立在市政府第三会议室主持召开专题会议，研究白石茶地理标志保护工作。现将会议议定事项纪要如下：",
            "一、会议原则同意市市场监管局提出的《白石茶地理标志保护工程实施方案》，由市市场监管局根据会议意见修改完善，按程序报批。",
            "二、市农业农村局要加快编制白石茶种植技术规程，于本月底前完成。",
            "三、由市财政局安排专项资金，市市场监管局、市农业农村局做好配合，下月15日前拨付到位。",
            "四、市公安局牵头开展假冒白石茶专项打击行动，上半年形成阶段性战果。",
            "出席：姜立，市市场监管局孟平、市农业农村局吴川、市财政局许慧、市公安局田野。",
            "主送：市市场监管局、市农业农村局、市财政局、市公安局。",
            "抄送：市委办公室，市人大常委会办公室。",
            "白石市人民政府办公室　　2026年4月10日印发",
        )
    )


def opinions() -> bytes:
    """A countersigning form: a table with the opinions of units."""
    return docx(
        paragraphs("关于《东湾市专利代理监管办法（送审稿）》的会签单")
        + table(
            [
                ["会签事项", "《东湾市专利代理监管办法（送审稿）》", "会签日期", "2026年1月20日"],
                ["主办单位", "东湾市知识产权局", "联系人", "罗敏"],
            ]
        )
        + table(
            [
                ["会签单位", "会签意见", "负责人签字", "日期"],
                ["市司法局", "建议将第十二条中的罚则与上位法保持一致。", "冯涛", "2026年1月22日"],
                ["市公安局", "同意。", "唐宁", "2026年1月23日"],
                ["市财政局", "无意见", "白露", "2026年1月23日"],
                ["市人民法院", "请在第二十条增加行政裁决与诉讼衔接的内容。", "秦岚", "2026年1月26日"],
            ]
        )
    )


def procuratorate() -> bytes:
    """A memorandum in numbered sections with run-in headings."""
    return docx(
        paragraphs(
            "知识产权协同保护合作备忘录",
            "甲方：南屏市人民检察院",
            "乙方：南屏市知识产权局",
            "为加强知识产权综合保护，经双方协商，于2026年4月26日签订本备忘录。",
            "一、合作目标",
            "建立行政执法与检察监督衔接机制，提升保护水平。",
            "二、合作内容",
            "（一）线索移送。乙方在行政执法中发现涉嫌犯罪的，应当在三日内向甲方通报。",
            "（二）专家库共享。由乙方牵头，甲方配合，于2026年9月底前建成技术专家库。",
            "（三）联合发布典型案例。双方每年4月联合发布保护典型案例。",
            "三、保障措施",
            "（一）双方各指定一名联络员，负责日常联络。",
            "四、附则",
            "本备忘录自签订之日起生效，一式四份，双方各执两份。",
            "甲方（盖章）　　　　乙方（盖章）",
            "2026年4月26日",
        )
    )


def ledger() -> bytes:
    """A ledger of items: parties in a cell over two rows, the meeting in brackets below the title."""
    return docx(
        paragraphs(
            "知识产权执法协作联席会议议定事项台账", "（会议时间：2026年1月15日，地点：市中级人民法院）"
        )
        + table(
            [
                ["项次", "议定事项", "责任单位", "协办单位", "办结时限", "办理情况"],
                [
                    ("restart", "一"),
                    "制定技术调查官选任办法",
                    ("restart", "市中级人民法院"),
                    "市知识产权局",
                    "2026年2月底前",
                    "已办结",
                ],
                [
                    ("continue", ""),
                    "组建技术调查官名册",
                    ("continue", ""),
                    "市知识产权局\n市科技局",
                    "3月31日前",
                    "办理中",
                ],
                ["二", "开展秋季联合执法", "市市场监督管理局", "市公安局", "第三季度末前", "未启动"],
            ]
        )
    )


def circled() -> bytes:
    """Points at three depths: （一）, 1., ①."""
    return docx(
        paragraphs(
            "西川省植物新品种保护专题协调会议纪要",
            "会议时间：2026年4月2日",
            "会议地点：省农业农村厅",
            "主持人：省农业农村厅种业处处长 苏禾",
            "参加单位：省农业农村厅、省林业和草原局、省高级人民法院",
            "（一）明确的事项",
            "1.建立品种权侵权案件联合鉴定机制，由省农业农村厅牵头，省林业和草原局、省高级人民法院参与。具体任务：",
            "①省农业农村厅负责遴选检测机构，4月底前完成；",
            "②省高级人民法院负责制定委托鉴定规范，6月30日前完成。",
            "2.省林业和草原局于5月中旬前报送林木品种权台账。",
            "（二）有关要求",
            "各单位要加强沟通协作。",
        )
    )


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
        "red_head": ("red_head.docx", red_head()),
        "opinions": ("opinions.docx", opinions()),
        "procuratorate": ("procuratorate.docx", procuratorate()),
        "ledger": ("ledger.docx", ledger()),
        "circled": ("circled.docx", circled()),
    }
