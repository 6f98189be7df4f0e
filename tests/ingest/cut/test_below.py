"""What stands below an article, on texts written for the tests."""

from __future__ import annotations

import pytest

from corpus.model import Kind, Level, Provision
from corpus.tree import whole
from ingest.cut import cut
from tests.ingest.cut.papers import faults, identity, paper

_ABBREVIATED = {
    Level.PARAGRAPH: "P",
    Level.ITEM: "I",
    Level.SUBITEM: "S",
    Level.BODY: "B",
    Level.QUOTATION: "Q",
    Level.FOOTNOTE: "F",
}


def parts_of(provisions: tuple[Provision, ...], article: str) -> list[str]:
    """Level, fragment and label of what stands below an article."""
    return [
        f"{_ABBREVIATED[each.level]} {each.fragment} {each.label}".strip()
        for each in provisions
        if each.article == article and each.level is not Level.ARTICLE
    ]


CHINESE = {
    "one paragraph": (["第一条 甲。"], []),
    "paragraphs": (["第一条 甲。", "乙。", "丙。"], ["P 1.1", "P 1.2", "P 1.3"]),
    "items below the only paragraph": (
        ["第一条 有下列情形：", "（一）甲；", "（二）乙。"],
        ["I 1.1.1 （一）", "I 1.1.2 （二）"],
    ),
    "items inside one line": (
        ["第一条 有下列情形：（一）甲；（二）乙。"],
        ["I 1.1.1 （一）", "I 1.1.2 （二）"],
    ),
    "a paragraph behind the items": (
        ["第一条 有下列情形：", "（一）甲；", "（二）乙。", "前款丙。"],
        ["P 1.1", "I 1.1.1 （一）", "I 1.1.2 （二）", "P 1.2"],
    ),
    "an item of two lines": (
        ["第一条 有下列情形：", "（一）甲。", "乙。", "（二）丙。"],
        ["I 1.1.1 （一）", "I 1.1.2 （二）"],
    ),
    "subitems": (
        ["第一条 有下列情形：", "（一）甲：", "1.子；", "2.丑；", "（二）乙。"],
        ["I 1.1.1 （一）", "S 1.1.1.1 1.", "S 1.1.1.2 2.", "I 1.1.2 （二）"],
    ),
    "items of old laws": (["第一条 下列各项：", "一、甲；", "二、乙。"], ["I 1.1.1 一、", "I 1.1.2 二、"]),
    "an inserted item": (
        ["第一条 下列各项：", "（一）甲；", "（一）之一 乙；", "（二）丙。"],
        ["I 1.1.1 （一）", "I 1.1.1-1 （一）之一", "I 1.1.2 （二）"],
    ),
    "a wrapped line": (["第一条 甲乙", "丙丁。"], []),
    "a reference at the beginning of a line": (["第一条 甲。", "（三）项规定的除外。"], ["P 1.1", "P 1.2"]),
    "a reference in a sentence": (["第一条 依照前款第（一）、（二）项办理。"], []),
    "a signature": (["第一条 甲。", "乙。", "某某机关"], ["P 1.1", "P 1.2", "B 1.p1"]),
    "rows of a table": (["第一条 甲：", "| 一 | 二 |", "| 三。 | 四。 |", "乙。"], ["P 1.1", "P 1.2"]),
    "items that lead on without a colon": (
        ["第一条 甲。", "有下列情形之一的", "（一）乙；", "（二）丙。"],
        ["P 1.1", "P 1.2", "I 1.2.1 （一）", "I 1.2.2 （二）"],
    ),
    "quoted articles": (
        ["第一条 将甲法第九条修改为：", "“第九条 新文。", "“第十条 新文。”", "删去第八条。"],
        ["P 1.1", "Q 1.1.q1", "Q 1.1.q2", "P 1.2"],
    ),
}


@pytest.mark.parametrize("case", CHINESE)
def test_chinese_articles(case: str) -> None:
    lines, expected = CHINESE[case]
    reading = paper("# 示例法\n" + "\n".join([*lines, "第二条 终。"]))
    provisions = cut(reading, identity())
    assert parts_of(provisions, "1") == expected
    assert faults(reading, identity(), provisions) == []


def test_an_article_of_several_paragraphs_has_no_text_of_its_own() -> None:
    provisions = cut(
        paper("第一条 甲。\n乙：\n（一）子；\n（二）丑。\n第二条 丙：\n（一）寅；\n（二）卯。"), identity()
    )
    texts = {each.fragment: (each.text, each.number, each.parent) for each in provisions}
    assert texts["1"] == ("", "1", None)
    assert texts["1.2"] == ("乙：", "2", "1")
    assert texts["1.2.2"] == ("丑。", "2", "1.2")
    assert texts["2"] == ("丙：", "2", None)
    assert texts["2.1.1"] == ("寅；", "1", "2")


def test_the_whole_text_of_an_article_reads_as_it_is_printed() -> None:
    provisions = cut(paper("第一条 甲：（一）子；\n（二）丑。\n乙。\n第二条 丙。"), identity())
    units = whole(provisions)
    assert [(each.fragment, each.text) for each in units] == [
        ("1", "甲：\n（一）子；\n（二）丑。\n乙。"),
        ("2", "丙。"),
    ]
    assert [each.fragment for each in provisions if each.searchable] == ["1", "2"]


def test_a_decision_quotes_below_its_items() -> None:
    text = (
        "# 关于修改甲等二件解释的决定\n一、修改《甲》\n1.将第二条修改为：\n“第二条 子。\n丑。”\n"
        "2.删去第三条。\n二、修改《乙》\n1.第一条修改为：“寅。”\n2.卯。\n三、本决定施行。"
    )
    who = identity(Kind.JUDICIAL_INTERPRETATION)
    provisions = cut(paper(text), who)
    assert parts_of(provisions, "一") == ["I 一.1 1.", "Q 一.1.q1", "I 一.2 2."]
    assert parts_of(provisions, "二") == ["I 二.1 1.", "Q 二.1.q1", "I 二.2 2."]
    quoted = next(each for each in provisions if each.fragment == "一.1.q1")
    assert quoted.text == "“第二条 子。\n丑。”"
    assert faults(paper(text), who, provisions) == []


DELETED = {
    "第二条 （删除）": True,
    "第二条 删除": True,
    "第二条 删除商标的，应当公告。": False,
    "第二条 本条已废止。": True,
}


@pytest.mark.parametrize("line", DELETED)
def test_deleted_articles(line: str) -> None:
    provisions = cut(paper(f"第一条 甲。\n{line}\n第三条 乙。"), identity())
    assert [each.deleted for each in provisions] == [False, DELETED[line], False]
