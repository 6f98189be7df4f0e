"""Furniture of pages is told from text; facts of pages go to the metadata; cut paragraphs are joined."""

from __future__ import annotations

import pytest

from corpus.evidence import Span
from corpus.model import Block, BlockKind, Format, Reading
from ingest.clean import clean
from ingest.read.base import TextBuilder
from tests.ingest.read.builders import is_exact, read_text, source

SITE = """首页

机构

当前位置: 首页>政务>通知

## 关于示例工作的意见

发布时间: 2023-02-24

字号: 大 中 小 分享:

某发〔2023〕3号

各单位：

第一条　为了举例，制定本意见。

某局

相关链接

某网

主办单位：某局 版权所有：某局

京ICP备00000001号-1 京公网安备 00000000000001号
"""
APP = """示例条例（2020年）

某某速查APP

发布机关：某机关

当前效力：有效

第一条　为了举例，制定本条例。

来源：不是网页的说明

第二条　略。
"""


def parts(text: str, name: str = "a.md") -> tuple[list[str], list[str], dict[str, str]]:
    cleaned = clean(read_text(name, text))
    assert is_exact(cleaned)
    furniture = [block.text for block in cleaned.blocks if block.kind is BlockKind.FURNITURE]
    rest = [block.text for block in cleaned.blocks if block.kind is not BlockKind.FURNITURE]
    return rest, furniture, dict(cleaned.metadata)


def test_a_page_of_a_site() -> None:
    rest, furniture, metadata = parts(SITE)
    assert rest == [
        "关于示例工作的意见",
        "某发〔2023〕3号",
        "各单位：",
        "第一条　为了举例，制定本意见。",
        "某局",
    ]
    assert len(furniture) == 9
    assert metadata == {"page.发布时间": "2023-02-24"}


def test_a_text_out_of_an_app() -> None:
    rest, furniture, metadata = parts(APP)
    assert rest == [
        "示例条例（2020年）",
        "第一条　为了举例，制定本条例。",
        "来源：不是网页的说明",
        "第二条　略。",
    ]
    assert furniture == ["某某速查APP", "发布机关：某机关", "当前效力：有效"]
    assert metadata == {"page.发布机关": "某机关", "page.当前效力": "有效"}


@pytest.mark.parametrize(
    "line",
    [
        "打印本页", "责任编辑：某甲", "Please wait...", "CancelNoYesOk", "— 12 —", "第 3 页 共 9 页", "字号： 大 中 小",
        "扫描二维码阅读原文", "[ 中文版 ]   [ English ]", "京ICP备00000001号", "某某法规APP", "Page 4 of 9", "上一篇：某文",
    ],
)  # fmt: skip
def test_lines_that_are_furniture_anywhere(line: str) -> None:
    rest, furniture, _ = parts(f"第一条　甲。\n\n{line}\n\n第二条　乙。\n")
    assert (rest, furniture) == (["第一条　甲。", "第二条　乙。"], [line])


@pytest.mark.parametrize(
    "line",
    [
        "第三条　网站应当在首页标明ICP备案编号，并且链接到备案系统的网页，供公众查询核对，其中备案编号应当放在页面底部的中央位置，以便公众看到，否则由主管部门责令改正，并处罚款，同时将处罚结果向社会公布，接受社会各界的监督。",
        "经营者应当保留版权所有人的授权书，不得删除、篡改版权所有人的声明，也不得在没有授权的情况下使用其作品，更不得把作品的全部或者一部分提供给第三人使用，否则应当依照本条例承担责任，并且赔偿因此造成的损失，包括合理的开支。",
        "首页",
        "……",
        "下列商品：",
        "[Repealed, 2014, c. 39, s. 130]",
        "2020年1月1日",
        "附件",
        "来源",
        "联系电话：",
        "12",
    ],
)
def test_lines_that_stay_text(line: str) -> None:
    rest, furniture, _ = parts(f"示例条例\n\n第一条　甲。\n\n{line}\n\n第二条　乙。\n")
    assert (rest[2], furniture) == (line, [])


def test_what_a_page_tells_below_the_text() -> None:
    rest, furniture, metadata = parts(
        "示例办法\n\n第一条　甲。\n\n附：发布日期 | 样本\n\n第二条　乙。\n\n扫一扫，手机阅读更方便\n\n"
        "发文机关 | ： | 某局(已撤销)\n\n生效日期 | ： | 2022.01.01\n\n*注：本文格式遵循《某平台规范》标准。\n\n"
        "©北大法宝：（www.example.org）提供信息。某某提供资料，引用时请核对。 欢迎查看所有产品和服务。\n\n"
        "原文链接：https://www.example.org/1.html\n"
    )
    assert rest == ["示例办法", "第一条　甲。", "附：发布日期 | 样本", "第二条　乙。"]
    assert len(furniture) == 6
    assert metadata == {
        "page.发文机关": "某局(已撤销)",
        "page.生效日期": "2022.01.01",
        "page.原文链接": "https://www.example.org/1.html",
    }


def test_where_a_page_was_saved_from_stands_before_the_text() -> None:
    rest, furniture, metadata = parts(
        "# 示例答问（第一批）\n\n来源URL: file:///x/1.html\n\n源文件: 1-示例答问.webarchive\n\n专题分类： 样本\n\n问题1：甲？\n"
    )
    assert rest == ["示例答问（第一批）", "问题1：甲？"]
    assert len(furniture) == 3
    assert metadata["page.源文件"] == "1-示例答问.webarchive"


def test_the_frame_of_a_reader_around_a_text() -> None:
    rest, furniture, _ = parts(
        "微信公众平台\n\n示例文章\n\n在小说阅读器读本章\n\n去阅读\n\n第一条　甲。\n\n第二条　乙。\n\n预览时标签不可点\n\n某账号\n\n"
        "微信扫一扫可打开此内容，\n\n使用完整服务\n\n：\n\n，\n\n。\n\n赞\n\n收藏\n"
    )
    assert rest == ["示例文章", "第一条　甲。", "第二条　乙。"]
    assert len(furniture) == 12


def test_a_table_of_contents_is_furniture() -> None:
    text = "示例法\n目　　录\n第一章　总则\n第二章　附则\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。\n"
    rest, furniture, _ = parts(text, "a.txt")
    assert furniture == ["目　　录", "第一章　总则", "第二章　附则"]
    assert len(rest) == 5


def test_a_table_of_contents_of_which_some_lines_are_known_by_their_style() -> None:
    lines = [
        "目录",
        "第一章 总则",
        "*第一节 范围",
        "第二章 附则",
        "第一章 总则",
        "第一条 甲。",
        "第一节 范围",
        "第二条 乙。",
    ]
    text = "\n".join(lines)
    blocks = []
    place = 0
    for number, line in enumerate(lines):
        kind = BlockKind.FURNITURE if number in (1, 3) else BlockKind.PARAGRAPH
        blocks.append(Block(kind, line, (Span(place, place + len(line)),)))
        place += len(line) + 1
    cleaned = clean(Reading(Format.DOCX, text, tuple(blocks)))
    assert [block.text for block in cleaned.blocks if block.kind is not BlockKind.FURNITURE] == lines[4:]


def test_leaders_and_page_numbers_are_contents() -> None:
    rest, furniture, _ = parts("示例\n\n1. 范围 .............. 3\n\n2. 定义 ............ 4\n\n正文……\n")
    assert (rest, len(furniture)) == (["示例", "正文……"], 2)


def test_a_chinese_paragraph_that_a_page_break_cut_is_joined() -> None:
    text = "第一条　申请人应当在收到通知之日起三个月内，向主管\n\n— 3 —\n\n部门提交说明。\n\n第二条　乙。\n"
    rest, furniture, _ = parts(text)
    assert rest == ["第一条　申请人应当在收到通知之日起三个月内，向主管部门提交说明。", "第二条　乙。"]
    assert furniture == []


def test_a_latin_paragraph_that_a_page_break_cut_is_joined_with_the_line_break() -> None:
    text = "The office keeps a register in which every mark is\n\n- 3 -\n\nentered.\n\nNext one.\n"
    rest, _, _ = parts(text)
    assert rest == ["The office keeps a register in which every mark is\nentered.", "Next one."]


@pytest.mark.parametrize(
    ("first", "second"), [("第一条　甲，乙。", "丙。"), ("为了举例，现将有关事项通知如下", "（一）甲。")]
)
def test_whole_paragraphs_are_not_joined(first: str, second: str) -> None:
    rest, _, _ = parts(f"{first}\n\n— 3 —\n\n{second}\n")
    assert rest == [first, second]


def test_running_heads_beside_page_numbers_are_furniture() -> None:
    pages = [
        f"Example Act 1994\n{page}\nSection {page} says that nobody may do the thing number {page}.\n"
        for page in range(1, 12)
    ]
    rest, furniture, _ = parts("\n".join(pages), "a.txt")
    assert len(rest) == 11
    assert furniture.count("Example Act 1994") == 11


def test_a_page_that_is_all_furniture_is_left_as_it_is() -> None:
    builder = TextBuilder()
    builder.add(BlockKind.PARAGRAPH, "打印本页")
    reading = builder.reading(source("a.html", "x"), Format.HTML)
    assert clean(reading) is reading
