"""What stands below an article, on texts written for the tests."""

from __future__ import annotations

import pytest

from corpus.evidence import Span
from corpus.model import Block, BlockKind, Format, Kind, Level, Provision, Reading
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
    "subitems inside the line of an item": (
        ["第一条 有下列情形：（一）甲：（1）子；（2）丑；（二）乙。"],
        ["I 1.1.1 （一）", "S 1.1.1.1 （1）", "S 1.1.1.2 （2）", "I 1.1.2 （二）"],
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


FOREIGN = {
    "Japan": (
        ("ja", "JP"),
        "第一条（目的）　甲をいう。\n一　子\nイ　丑\nロ　寅\n二　卯\n二の二　辰\n２　乙。\n３　丙。\n第二条　丁。\n第三条　戊。",
        [
            *("P 1.1", "I 1.1.1 一", "S 1.1.1.イ イ", "S 1.1.1.ロ ロ", "I 1.1.2 二", "I 1.1.2-2 二の二"),
            *("P 1.2 ２", "P 1.3 ３"),
        ],
    ),
    "Japan, items of the only paragraph": (
        ("ja", "JP"),
        "第一条　次に掲げるもの\n一　子\n二　丑\n第二条　丁。\n第三条　戊。",
        ["I 1.1.1 一", "I 1.1.2 二"],
    ),
    "Korea": (
        ("ko", "KR"),
        "제1조 (목적)\n① 갑은 다음과 같다.\n1. 자\n가. 인\n나. 묘\n1의2. 진\n2. 축\n② 을.\n[전문개정 2014.6.11]\n제2조 병.\n제3조 정.",
        [
            *("P 1.1 ①", "I 1.1.1 1.", "S 1.1.1.가 가.", "S 1.1.1.나 나.", "I 1.1.1-2 1의2.", "I 1.1.2 2."),
            *("P 1.2 ②", "B 1.p1"),
        ],
    ),
    "Taiwan": (
        ("zh-Hant", "TW"),
        "第 1 條\n甲如下：\n一、子。\n（一）寅。\n（二）卯。\n二、丑。\n乙。\n第 2 條\n丙。\n第 3 條\n丁。",
        ["P 1.1", "I 1.1.1 一、", "S 1.1.1.1 （一）", "S 1.1.1.2 （二）", "I 1.1.2 二、", "P 1.2"],
    ),
    "Germany": (
        ("de", "DE"),
        "#### § 1 Zweck\n(1) Es gilt:\n1.  dies,\na) so,\nb) anders,\n1a.  jenes.\nDas ist alles.\n(2) (weggefallen)\n#### § 2 Wort\nX.",
        ["P 1.1 (1)", "I 1.1.1 1.", "S 1.1.1.a a)", "S 1.1.1.b b)", "I 1.1.1a 1a.", "B 1.1.p1", "P 1.2 (2)"],
    ),
    "France": (
        ("fr", "FR"),
        "#### Article L111-1\nUn.\nDeux :\n1° Trois ;\na) Quatre ;\nb) Cinq ;\n1° bis Six ;\n2° Sept.\nHuit.\n#### Article L111-2\nX.",
        [
            *("P L111-1.1", "P L111-1.2", "I L111-1.2.1 1°", "S L111-1.2.1.a a)", "S L111-1.2.1.b b)"),
            *("I L111-1.2.1bis 1° bis", "I L111-1.2.2 2°", "P L111-1.3"),
        ],
    ),
    "Spain": (
        ("es", "ES"),
        "##### Artículo 1. Objeto.\n1. Uno:\na) Dos.\n1.º Tres.\n2.º Cuatro.\nb) Cinco.\n2. Seis.\n##### Artículo 2. X.\nY.",
        ["P 1.1 1.", "I 1.1.a a)", "S 1.1.a.1 1.º", "S 1.1.a.2 2.º", "I 1.1.b b)", "P 1.2 2."],
    ),
    "United States": (
        ("en", "US"),
        "#### § 1. Aim\n###### (a) In General .\nText—\n(1) one; and\n(2) two—\n(A)(i) three;\n(ii) four; or\n(B) five.\n"
        "(b) Exception.\n#### § 2. Word\nX.\n#### § 3. Word\nY.",
        [
            *("P 1.a (a)", "I 1.a.1 (1)", "I 1.a.2 (2)", "S 1.a.2.A (A)", "S 1.a.2.A.i (i)"),
            *("S 1.a.2.A.ii (ii)", "S 1.a.2.B (B)", "P 1.b (b)"),
        ],
    ),
    "letters go on through (i)": (
        ("en", "US"),
        "#### § 1. Aim\n"
        + "\n".join(f"({letter}) Text." for letter in "abcdefghij")
        + "\n#### § 2. Word\nX.",
        [f"P 1.{letter} ({letter})" for letter in "abcdefghij"],
    ),
    "a Roman row after (h)": (
        ("en", "US"),
        "#### § 1. Aim\n"
        + "\n".join(f"({letter}) Text:" for letter in "abcdefgh")
        + "\n(i) x\n(ii) y\n#### § 2. W\nX.",
        [*(f"P 1.{letter} ({letter})" for letter in "abcdefgh"), "I 1.h.i (i)", "I 1.h.ii (ii)"],
    ),
    "Canada": (
        ("en", "CA"),
        "# Act\n### 1 Aim\n(1) This applies to\n(a) one;\n(a.1) two; or\n(b) three.\nMarginal words\n(2) and (3) [Repealed, 1999, c. 1, s. 1]\n"
        "(4) Four.\n1999, c. 1, s. 2\n### 2 Word\nX.\n### 3 Word\nY.",
        [
            *("P 1.1 (1)", "I 1.1.a (a)", "I 1.1.a.1 (a.1)", "I 1.1.b (b)", "P 1.2 (2) and (3)", "P 1.4 (4)"),
            "B 1.p1",
        ],
    ),
    "treaty": (
        ("en", "INT"),
        "### Article  1\n1. One:\na) two\ni) three;\nii) four;\nb) five.\n\n2. Six.\n### Article  2\nX.",
        ["P 1.1 1.", "I 1.1.a a)", "S 1.1.a.i i)", "S 1.1.a.ii ii)", "I 1.1.b b)", "P 1.2 2."],
    ),
    "rules of a treaty": (
        ("en", "INT"),
        "### Rule  1\n1.1.   Words\n(a) One.\n(b) Two.\n1.2.   More.\n### Rule  2\nX.",
        ["P R1.1 1.1.", "I R1.1.a (a)", "I R1.1.b (b)", "P R1.2 1.2."],
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_articles_of_other_jurisdictions(name: str) -> None:
    (language, jurisdiction), text, expected = FOREIGN[name]
    kind = Kind.TREATY if jurisdiction == "INT" else Kind.STATUTE
    who = identity(kind, language, jurisdiction)
    provisions = cut(paper(text), who)
    first = next(each.article for each in provisions if each.level is Level.ARTICLE)
    assert parts_of(provisions, first or "") == expected
    assert faults(paper(text), who, provisions) == []


def test_a_marginal_heading_is_the_paragraphs_own_and_a_repealed_one_is_marked() -> None:
    language, jurisdiction = FOREIGN["Canada"][0]
    provisions = cut(paper(FOREIGN["Canada"][1]), identity(Kind.STATUTE, language, jurisdiction))
    two = next(each for each in provisions if each.fragment == "1.2")
    assert (two.heading, two.number, two.deleted) == ("Marginal words", "2", True)


def test_the_second_language_of_a_file_is_named() -> None:
    text = "### Article  1\nOne.\n### Article  2\nTwo.\n#### Verdrag van het Nergens\n### Artikel  1\n1. Een.\n2. Twee.\n### Artikel  2\nX."
    provisions = cut(paper(text), identity(Kind.TREATY, "en", "INT"))
    assert {each.fragment: each.language for each in provisions} == {
        **{"1": None, "2": None, "nl": "nl", "nl.1": "nl", "nl.1.1": "nl", "nl.1.2": "nl", "nl.2": "nl"},
    }


def test_paragraphs_put_in_between_stand_in_the_order_of_their_fractions() -> None:
    text = "# Act\n### 1 Aim\n(1) One.\n(2) Two.\n(2.1) Three.\n(2.11) Four.\n(2.2) Five.\n(3) Six.\n### 2 Word\nX.\n### 3 Word\nY."
    provisions = cut(paper(text), identity(Kind.STATUTE, "en", "CA"))
    numbers = ("1", "2", "2.1", "2.11", "2.2", "3")
    assert parts_of(provisions, "1") == [f"P 1.{number} ({number})" for number in numbers]


def test_letters_alone_on_their_line_hold_numbered_items() -> None:
    text = "### Article  4\nA.\n1) One.\n2) Two.\nB. Three.\nC.\n1) Four.\n2) Five.\n### Article  5\nX."
    provisions = cut(paper(text), identity(Kind.TREATY, "en", "INT"))
    expected = ["P 4.A A.", "I 4.A.1 1)", "I 4.A.2 2)", "P 4.B B.", "P 4.C C.", "I 4.C.1 1)", "I 4.C.2 2)"]
    assert parts_of(provisions, "4") == expected


def test_items_may_be_numbered_like_the_paragraph_above_them() -> None:
    text = "### Article  1\n1. One.\n2. Two:\n1. three;\n2. four.\n3. Five.\n### Article  2\nX."
    provisions = cut(paper(text), identity(Kind.TREATY, "en", "INT"))
    assert parts_of(provisions, "1") == ["P 1.1 1.", "P 1.2 2.", "I 1.2.1 1.", "I 1.2.2 2.", "P 1.3 3."]


def test_a_line_break_before_a_label_is_no_wrapping() -> None:
    text = "### Article 1\n1). One:\na) two\nb) three\n2). Four\nand five.\n### Article 2\nX."
    start = text.index("1).")
    blocks = [
        block for block in paper(text).blocks if block.start < start or block.start > text.index("and five")
    ]
    whole_text = text[start : text.index("\n### Article 2")]
    block = Block(BlockKind.PARAGRAPH, whole_text, (Span(start, start + len(whole_text)),))
    reading = Reading(Format.MARKDOWN, text, (blocks[0], block, *blocks[-2:]))
    provisions = cut(reading, identity(Kind.TREATY, "en", "INT"))
    assert parts_of(provisions, "1") == ["P 1.1 1).", "I 1.1.a a)", "I 1.1.b b)", "P 1.2 2)."]
