"""Chinese house styles, on texts written for the tests."""

from __future__ import annotations

import pytest

from corpus.model import Kind, Level
from corpus.tree import whole
from ingest.cut import cut
from tests.ingest.cut.papers import articles_of, faults, identity, outline_of, paper

LAW = """# 示例条例
（2001年1月1日通过）
目　录
第一章 总则
第二章 保护
第一章　总　则
第一条　为了示例，制定本条例。
第二条 本条例所称示例，是指：
（一）甲；
（二）乙。
第二款所称乙，包括丙。
第二章 保护
第三条 第三人不得侵害。
第一条规定的目的优先。
第五条之一 不得滥用。
附　则
第六条 本条例自公布之日起施行。
"""


def test_a_law_is_cut_into_chapters_and_articles() -> None:
    provisions = cut(paper(LAW), identity())
    units = [each for each in outline_of(provisions) if not each.startswith(("2.", "3."))]
    assert units == ["head", "toc", "ch1", "1", "2", "ch2", "3", "5-1", "final", "6"]
    two = next(each for each in provisions if each.fragment == "2")
    assert (two.label, two.parent, two.article) == ("第二条", "ch1", "2")
    whole_two = next(each for each in whole(provisions) if each.fragment == "2")
    assert whole_two.text == "本条例所称示例，是指：\n（一）甲；\n（二）乙。\n第二款所称乙，包括丙。"
    assert faults(paper(LAW), identity(), provisions) == []


BODY = {
    "bold label without a space": (
        ["第一条为了示例。", "第二条经批准可以。", "第三条自公布之日起施行。"],
        ["1", "2", "3"],
    ),
    "full-width digits": (["第１条 甲。", "第２条 乙。"], ["1", "2"]),
    "gap in the numbering": (["第一条 甲。", "第二条 乙。", "第七条 丙。"], ["1", "2", "7"]),
    "reference far ahead": (["第一条 甲。", "第四十条规定的除外。", "第二条 乙。"], ["1", "2"]),
    "reference ahead with a space": (
        ["第一条 甲。", "第九十条 规定的除外。", "第二条 乙。", "第三条 丙。"],
        ["1", "2", "3"],
    ),
    "list of references": (
        ["第一条 甲。", "第三条、第四条另有规定的，从其规定。", "第二条 乙。"],
        ["1", "2"],
    ),
    "misnumbered article": (
        ["第一条 甲。", "第二条 乙。", "第二条 丙。", "第四条 丁。"],
        ["1", "2", "2~2", "4"],
    ),
    "article whose line break was lost": (["第一条 甲。第二条 乙。", "第三条 丙。"], ["1", "2", "3"]),
    "numerals set wide": (["第 一 条  甲。", "第 二 条  乙。", "第 十 二 条  丙。"], ["1", "2", "12"]),
    "comma or colon behind the number": (["第一条：甲。", "第二条、乙。"], ["1", "2"]),
    "number on a line of its own": (["第一条", "甲。", "第二条", "乙。"], ["1", "2"]),
    "heading in brackets": (["第一条 【目的】为了示例。", "第二条（定义） 本法。"], ["1", "2"]),
    "quoted articles": (
        ["第一条 将甲法第九条修改为：", "“第九条 新文。", "第十条 新文。”", "第二条 本决定施行。"],
        ["1", "2"],
    ),
    "quotation without marks": (
        [
            "第八条 增加二条，作为第二十条至第二十一条。内容如下：",
            "第二十条 甲。",
            "第二十一条 乙。",
            "第九条 丙。",
        ],
        ["8", "9"],
    ),
}


@pytest.mark.parametrize("case", BODY)
def test_what_is_an_article(case: str) -> None:
    lines, expected = BODY[case]
    reading = paper("# 示例\n" + "\n".join(lines))
    provisions = cut(reading, identity())
    assert articles_of(provisions) == expected
    assert faults(reading, identity(), provisions) == []


def test_a_heading_at_the_end_of_an_articles_line_is_a_heading() -> None:
    provisions = cut(paper("第一条 甲。\n第二条 乙。 第二章 权利\n第三条 丙。"), identity())
    assert outline_of(provisions) == ["1", "2", "ch2", "3"]
    assert provisions[2].heading == "权利"


def test_a_heading_printed_too_early_stays_in_the_head() -> None:
    text = "# 示例法\n## 第二章 附则\n## 第一章 总则\n第一条 甲。\n第二条 乙。\n## 第二章 附则\n第三条 丙。"
    provisions = cut(paper(text), identity())
    assert outline_of(provisions) == ["head", "ch1", "1", "2", "ch2", "3"]


def test_a_second_law_in_the_same_file_has_a_scope_of_its_own() -> None:
    text = "# 甲办法\n第一条 甲。\n第二条 乙。\n# 乙规定\n第一条 丙。\n第二条 丁。"
    assert articles_of(cut(paper(text), identity())) == ["1", "2", "text1.1", "text1.2"]


def test_an_annex_numbers_anew_and_a_mention_of_one_does_not() -> None:
    own = "第一条 甲。\n第二条 乙。\n附件1：示例表\n第一条 丙。\n第二条 丁。"
    assert outline_of(cut(paper(own), identity())) == ["1", "2", "annex1", "annex1.1", "annex1.2"]
    mention = "第一条 甲。\n第二条 乙。\n附表\n第三条 丙。"
    assert articles_of(cut(paper(mention), identity())) == ["1", "2", "3"]


OTHERS = {
    "amendment by items": (
        Kind.LAW,
        "# 示例法修正案\n一、将第十七条修改为：“甲。\n“第十八条 乙。”\n二、删去第二十条。\n三、本修正案施行。",
        ["一", "二", "三"],
    ),
    "notice": (Kind.POLICY, "# 通知\n各局：\n一、总体要求\n（一）甲。\n二、任务\n1.乙。", ["一", "二"]),
    "notice that quotes an article": (
        Kind.POLICY,
        "# 通知\n一、依据\n第一条 为了甲。\n二、任务\n乙。\n三、施行\n丙。",
        ["一", "二", "三"],
    ),
    "guideline": (
        Kind.GUIDELINE,
        "# 指南\n## 第三章 审查\n### 1 依据\n第八条任何标志。\n第九条其他标志。\n### 1.1 释义\n甲\n### 2 适用",
        ["1", "1.1", "2"],
    ),
    "guideline in plain lines, whose chapters count from 1": (
        Kind.GUIDELINE,
        "指南\n第一部分 甲\n第一章 乙\n1. 引言\n子丑。\n2. 原则\n(1)寅\n3. 程序\n3.1 合格\n卯。\n第二章 丙\n1. 引言\n辰。\n2. 原则\n巳。\n"
        "3. 程序\n3.1 通知\n午。\n第二部分 丁\n第一章 戊\n1. 引言\n未。\n2. 客体\n申。",
        [
            *("ch1.1", "ch1.2", "ch1.3", "ch1.3.1"),
            *("ch2.1", "ch2.2", "ch2.3", "ch2.3.1"),
            *("ch1~2.1", "ch1~2.2"),
        ],
    ),
    "guideline whose headings run into their text": (
        Kind.GUIDELINE,
        "# 指南\n## 第一章 甲\n### 1 引言\n### 1.1 内容示例应当完整，不得遗漏。\n### 1.2 格式示例。\n### 2 程序",
        ["1", "1.1", "1.2", "2"],
    ),
    "guideline of two chapters": (
        Kind.GUIDELINE,
        "# 指南\n## 第一章 甲\n### 1 依据\n### 1.1 释义\n## 第二章 乙\n### 1 依据\n### 1.1 释义",
        ["ch1.1", "ch1.1.1", "ch2.1", "ch2.1.1"],
    ),
    "questions": (
        Kind.QA,
        "# 答问\n问题1：甲？\n答疑意见：乙。\n问题2：丙？\n答疑意见：丁。",
        ["问题1", "问题2"],
    ),
    "case": (
        Kind.GUIDING_CASE,
        "# 指导案例\n## 基本案情\n甲诉乙。\n## 相关法条\n第一条 丙。\n第二条 丁。",
        [],
    ),
    "form": (Kind.FORM, "# 起诉状\n| 原告 | □ |\n| 被告 | □ |", []),
}


@pytest.mark.parametrize("case", OTHERS)
def test_other_kinds(case: str) -> None:
    kind, text, expected = OTHERS[case]
    provisions = cut(paper(text), identity(kind))
    assert articles_of(provisions) == expected
    assert faults(paper(text), identity(kind), provisions) == []


def test_a_case_comes_as_paragraphs_under_its_headings() -> None:
    text = "# 案\n## 基本案情\n" + "甲。" * 250 + "\n乙。\n" + "丙。" * 250 + "\n## 裁判要点\n丁。"
    provisions = cut(paper(text), identity(Kind.GUIDING_CASE))
    assert [(each.fragment, each.parent) for each in provisions if each.level is Level.BODY] == [
        ("head", None),
        ("p1", "d1"),
        ("p2", "d1"),
        ("p3", "d2"),
    ]


def test_rows_come_together_as_tables_and_open_no_articles() -> None:
    text = "# 表\n" + "\n".join(f"| 第{n}条 | 违规行为 | 处罚 |" for n in range(1, 400))
    provisions = cut(paper(text), identity(Kind.POLICY))
    assert articles_of(provisions) == []
    tables = [each for each in provisions if each.level is Level.TABLE]
    assert len(tables) > 1
    assert all(len(each.text) < 4000 for each in tables)


def test_a_document_without_text_has_no_provisions() -> None:
    assert cut(paper("<!-- STATUS -->\n"), identity()) == ()


def test_items_appended_below_the_annexes_are_none_of_the_notice() -> None:
    notice = (
        "## 关于示例的通知\n\n现将示例事项通知如下：\n\n一、各地应当示例。\n\n二、各地应当登记。\n\n三、本通知自发布之日起执行。\n\n"
        "## 附件1：示例名单\n\n甲、乙、丙。\n\n# 摘录\n\n## 第2页\n\n一、甲物。见前。\n\n二、乙物。见前。\n"
    )
    provisions = cut(paper(notice), identity())
    assert articles_of(provisions) == ["一", "二", "三"]
