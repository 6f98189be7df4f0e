"""Which sentences end a document, and which only look like it. All texts are written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.ids import checksum
from corpus.model import Document, SourceFile
from corpus.records import Ending, Relation
from ingest.clean import clean
from ingest.endings import endings_of
from ingest.identify import identify
from ingest.read import read

HEAD = "# 示例市样品管理办法\n\n（2024年3月1日示例部令第9号公布　自2024年6月1日起施行）\n\n第一条 为了规范样品管理，制定本办法。\n\n"


def endings(text: str, name: str = "a.md") -> tuple[Ending, ...]:
    content = text.encode()
    source = SourceFile(name, content, checksum(content))
    reading = clean(read(source))
    found = endings_of(Document(identify(reading, source), (), reading.format), reading)
    for ending in found:
        assert 0 <= ending.start < ending.end <= len(reading.text)
    return found


def named(text: str) -> list[tuple[str | None, str | None]]:
    return [(each.title, each.document_number) for each in endings(HEAD + text)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("第九条 本办法自2024年6月1日起施行。《旧样品办法》同时废止。", ["旧样品办法"]),
        (
            "第九条 本办法自2024年6月1日起施行，1998年5月6日示例部发布的《旧样品办法》同时废止。",
            ["旧样品办法"],
        ),
        ("第九条 自本办法施行之日起，《旧样品办法（试行）》即行废止。", ["旧样品办法（试行）"]),
        ("第九条 《甲办法》、《乙办法》和《丙规定》同时废止。", ["甲办法", "乙办法", "丙规定"]),
        (
            "第九条 1991年2月3日示例部发布的《甲办法》、1992年4月5日示例委批准、示例局发布的《乙办法》同时废止。",
            ["甲办法", "乙办法"],
        ),
        (
            "第九条 《示例局关于执行〈样品法〉的通知》自2024年6月1日起停止执行。",
            ["示例局关于执行〈样品法〉的通知"],
        ),
        ("现决定废止《旧样品办法》。", ["旧样品办法"]),
        ("第九条 本办法施行后，《旧样品办法》不再适用。", ["旧样品办法"]),
        ("第九条 根据《样品法》，《旧样品办法》予以废止。", ["旧样品办法"]),
        ("第九条 本规定取代《旧样品办法》。", ["旧样品办法"]),
        ("第九条 《旧样品办法》第三条同时废止。", []),
        ("第九条 《旧样品办法》中与本办法不一致的规定同时废止。", []),
        ("第九条 以前的规定与本办法不一致的，以本办法为准。", []),
        ("第九条 凡与本办法抵触的规定同时失效。", []),
        ("第九条 已经废止的《旧样品办法》不再列入。", []),
        ("第九条 《旧样品办法》已于2001年废止。", []),
        ("第九条 将第十条修改为：“《旧样品办法》同时废止。”", []),
        ("第九条 被宣告无效的，专利权自始失效。", []),
        (
            "第九条 有下列情形之一的，要约失效：\n\n（一）要约被拒绝的通知；\n\n（二）要约人依法撤销的决定。",
            [],
        ),
    ],
)
def test_a_clause_ends_whole_documents_by_name(sentence: str, expected: list[str]) -> None:
    assert [title for title, _ in named(sentence)] == expected


def test_numbers_stand_behind_the_title_or_before_it() -> None:
    assert named(
        "第九条 《甲办法》（示发〔2001〕3号）、《乙解释》（法（研）发〔1987〕32号）同时废止。\n\n"
        "第十条 2016年7月4日原示例总局令第87号公布的《丙办法》同时废止。"
    ) == [
        ("甲办法", "示发〔2001〕3号"),
        ("乙解释", "法（研）发〔1987〕32号"),
        ("丙办法", "示例总局令第87号"),
    ]


def test_a_number_alone_is_enough() -> None:
    assert named("第九条 示知发〔2010〕12号文件同时废止。") == [(None, "示知发〔2010〕12号")]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("第九条 本办法自2024年6月1日起施行。《旧样品办法》同时废止。", date(2024, 6, 1)),
        ("第九条 《旧样品办法》自2025年1月1日起废止。", date(2025, 1, 1)),
        ("第八条 本办法自2024年6月1日起施行。\n\n第九条 《旧样品办法》同时废止。", date(2024, 6, 1)),
        ("第九条 自本办法施行之日起，《旧样品办法》同时废止。", None),
    ],
)
def test_the_day_is_the_one_that_stands_beside_the_clause(sentence: str, day: date | None) -> None:
    assert [each.on for each in endings(HEAD + sentence)] == [day]


def test_an_amended_law_repeats_the_clause_of_its_first_version() -> None:
    text = (
        "# 中华人民共和国样品法\n\n（1991年4月9日第七届全国人民代表大会第四次会议通过　2021年12月24日第十三届全国人民代表大会"
        "常务委员会第三十二次会议修正）\n\n第一条 为了管理样品，制定本法。\n\n"
        "第九条 本法自公布之日起施行，《中华人民共和国样品法（试行）》同时废止。\n"
    )
    assert [(each.title, each.on) for each in endings(text)] == [
        ("中华人民共和国样品法（试行）", date(1991, 4, 9))
    ]


def test_a_text_that_was_passed_anew_ends_with_its_own_day() -> None:
    text = (
        "# 样品专营办法\n\n（1996年5月27日国务院令第197号发布　2017年12月26日国务院令第696号修订）\n\n"
        "第一条 为了管理样品，制定本办法。\n\n第九条 本办法自公布之日起施行。1990年3月2日国务院发布的《样品管理条例》同时废止。\n"
    )
    assert [(each.title, each.on) for each in endings(text)] == [("样品管理条例", date(2017, 12, 26))]


def test_a_decision_lists_what_it_repeals_and_what_it_amends() -> None:
    text = (
        "# 示例总局关于废止和修改部分规章的决定\n\n（2022年5月6日示例总局令第33号公布）\n\n"
        "一、对下列规章予以废止：\n\n（一）甲样品管理办法（1999年2月3日示例总局令第4号公布）\n\n"
        "（二）《乙样品管理规定》（示发〔2003〕5号）\n\n二、对下列规章予以修改：\n\n（一）丙样品管理办法\n\n将第三条修改为：“略”。\n"
    )
    assert [(each.title, each.document_number) for each in endings(text)] == [
        ("甲样品管理办法", "示例总局令第4号"),
        ("乙样品管理规定", "示发〔2003〕5号"),
    ]


def test_an_attached_table_lists_titles_and_numbers() -> None:
    text = (
        "# 示例局关于公布废止文件目录的公告\n\n现将废止的文件公布如下，自公布之日起停止执行。\n\n附件：废止的规范性文件目录\n\n"
        "| 序号 | 文件名称 | 文号 |\n|---|---|---|\n| 1 | 关于加强甲类样品管理的通知 | 示发〔2001〕1号 |\n"
        "| 2 | 关于印发《乙类样品指引》的通知 | 示发〔2002〕2号 |\n"
    )
    assert [(each.title, each.document_number) for each in endings(text)] == [
        ("关于加强甲类样品管理的通知", "示发〔2001〕1号"),
        ("关于印发《乙类样品指引》的通知", "示发〔2002〕2号"),
    ]


@pytest.mark.parametrize(
    ("head", "sentence", "expected"),
    [
        ("# Sample Act 2021\n\n1. Short title\n\nThis Act is the Sample Act 2021.\n\n", "The Specimens Act 1987 is repealed.", "Specimens Act 1987"),
        ("# Sample Act 2021\n\n1. Short title\n\nThis Act is the Sample Act 2021.\n\n", "Section 3 of the Specimens Act 1987 is repealed.", None),
        ("# Sample Act 2021\n\n1. Short title\n\nThis Act is the Sample Act 2021.\n\n", "This Act repeals the Specimens Act 1987.", "Specimens Act 1987"),
        ("# Regulation (EU) 2031/12 of the European Parliament and of the Council of 3 May 2031 on samples\n\n", "Regulation (EC) No 77/2009, as amended by the acts in Annex I, is repealed.", "Regulation (EC) No 77/2009"),
        ("# Loi n° 2031-5 du 3 mai 2031 relative aux échantillons\n\nArticle 1\n\nLa présente loi règle le dépôt des échantillons.\n\n", "La loi n° 68-1 du 2 janvier 1968 sur les dépôts est abrogée.", "loi n° 68-1 du 2 janvier 1968 sur les dépôts"),
        ("# Loi n° 2031-5 du 3 mai 2031 relative aux échantillons\n\nArticle 1\n\nLa présente loi règle le dépôt des échantillons.\n\n", "L'article 3 de la loi n° 68-1 est abrogé.", None),
        ("# Probengesetz\n\n§ 1 Dieses Gesetz regelt die Hinterlegung von Proben.\n\n", "§ 9 Gleichzeitig tritt das Musterprobengesetz vom 2. Mai 1965 außer Kraft.", "Musterprobengesetz vom 2. Mai 1965"),
        ("# Ley 9/2031, de 3 de mayo, de Muestras\n\nArtículo 1. Objeto. La presente ley regula las muestras.\n\n", "Queda derogada la Ley 4/1986, de 20 de marzo, de Depósitos.", "Ley 4/1986, de 20 de marzo, de Depósitos"),
        ("# 見本法\n\n第一条　この法律は、見本の寄託について定めることを目的とする。\n\n", "第九条　旧見本法（昭和二十五年法律第八号）は、廃止する。", "旧見本法"),
        ("# 견본법\n\n제1조(목적) 이 법은 견본의 기탁에 관한 사항을 정함을 목적으로 한다.\n\n", "제9조(다른 법률의 폐지) 「구견본법」은 폐지한다.", "구견본법"),
    ],
)  # fmt: skip
def test_other_languages_say_it_in_one_sentence(head: str, sentence: str, expected: str | None) -> None:
    assert [each.title for each in endings(head + sentence + "\n")] == ([expected] if expected else [])


def test_taking_over_is_no_repeal() -> None:
    (taken,) = endings(HEAD + "第九条 本办法代替《旧样品办法》。")
    assert taken.relation is Relation.REPLACES


def test_a_judgment_ends_nothing() -> None:
    text = "# 示例市中级人民法院民事判决书\n\n（2020）示01民初1号\n\n本院认为，《旧样品办法》同时废止。\n"
    assert endings(text) == ()


@given(st.text(alphabet="《》〈〉（）、，。；：废止同时失效的自起施行1年月日\n和 第条", max_size=400))
def test_any_text_is_read_in_its_bounds(text: str) -> None:
    endings(HEAD + text)
