"""What identification makes of every house style, on heads written for these tests."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.evidence import Span
from corpus.ids import checksum
from corpus.model import Block, BlockKind, Format, Identity, Kind, Reading, SourceFile
from ingest.identify import identify
from ingest.read import read


def identity(text: str, name: str = "a.md") -> Identity:
    content = text.encode()
    source = SourceFile(name, content, checksum(content))
    return identify(read(source), source)


BODY = "## 第一章 总则\n\n第一条 为了规范示例管理活动，保护各方当事人的合法权益，根据有关法律，制定本{form}。\n\n第二条 示例活动适用本{form}。\n"


def chinese(title: str, head: str, form: str = "法", last: str = "", name: str = "a.md") -> Identity:
    return identity(f"# {title}\n\n{head}\n\n{BODY.format(form=form)}\n{last}\n", name)


def test_a_law_with_its_history_is_its_last_event() -> None:
    law = chinese(
        "中华人民共和国示例法",
        "1990年3月4日第七届全国人民代表大会常务委员会第十次会议通过\n\n"
        "根据2021年5月6日第十三届全国人民代表大会常务委员会第二十次会议《关于修改〈中华人民共和国示例法〉的决定》第一次修正",
        last="第九条 本法自1990年10月1日起施行。",
    )
    assert (law.kind, law.jurisdiction, law.language) == (Kind.LAW, "CN", "zh")
    assert law.title == "中华人民共和国示例法"
    assert "示例法" in law.names
    assert law.issuers == ("全国人民代表大会常务委员会",)
    assert (law.version_on, law.adopted) == (date(2021, 5, 6), date(2021, 5, 6))
    assert law.effective is None, "1990-10-01 belongs to the first version"
    assert [(event.kind, event.on.year) for event in law.events] == [
        ("adopted", 1990),
        ("effective", 1990),
        ("amended", 2021),
    ]


def test_a_revised_law_names_its_own_day_of_effect() -> None:
    law = chinese(
        "中华人民共和国示例法",
        "（1990年3月4日第七届全国人民代表大会常务委员会第十次会议通过　2021年5月6日第十三届全国人民代表大会常务委员会第二十次会议修订）",
        last="第九条 本法自2021年10月1日起施行。",
    )
    assert (law.adopted, law.effective) == (date(2021, 5, 6), date(2021, 10, 1))


def test_an_app_export_labels_its_facts() -> None:
    rule = identity(
        "<!-- 类型: 部门规章 | 源文件: x.docx -->\n\n示例产品管理办法（2020年）\n\n法律法规速查APP\n\n发布字号：示例总局令第12号\n\n"
        "发布机关：市场监管总局 公安部\n\n发布日期：2020.07.31\n\n实施日期：2020年9月1日\n\n"
        + BODY.format(form="办法")
    )
    assert rule.title == "示例产品管理办法"
    assert rule.kind is Kind.DEPARTMENT_RULE
    assert rule.issuers == ("国家市场监督管理总局", "公安部")
    assert rule.document_number == "示例总局令第12号"
    assert (rule.promulgated, rule.effective, rule.version_on) == (
        date(2020, 7, 31),
        date(2020, 9, 1),
        date(2020, 7, 31),
    )


def test_front_matter_with_the_first_promulgation_is_a_disagreement() -> None:
    law = identity(
        '---\ntitle: "中华人民共和国示例法"\npublish_date: "1990-03-04"\n---\n# 中华人民共和国示例法\n\n'
        "1990年3月4日 第七届全国人民代表大会常务委员会第十次会议通过\n\n"
        "2021年5月6日 第十三届全国人民代表大会常务委员会第二十次会议修订\n\n" + BODY.format(form="法")
    )
    assert law.version_on == date(2021, 5, 6)
    assert law.promulgated is None
    assert any("publish_date" in warning for warning in law.warnings)


def test_an_interpretation_adopted_again_is_amended() -> None:
    rule = chinese(
        "最高人民法院关于审理示例案件适用法律若干问题的规定",
        "2010年5月17日 最高人民法院审判委员会第1487次会议通过\n\n2020年12月23日 最高人民法院审判委员会第1823次会议通过",
        form="规定",
    )
    assert rule.kind is Kind.JUDICIAL_INTERPRETATION
    assert rule.issuers == ("最高人民法院",)
    assert [(event.kind, event.on) for event in rule.events] == [
        ("adopted", date(2010, 5, 17)),
        ("amended", date(2020, 12, 23)),
    ]


@pytest.mark.parametrize(
    ("title", "head", "kind", "issuers"),
    [
        (
            "示例管理条例",
            "2001年2月3日 中华人民共和国国务院令第999号公布",
            Kind.ADMINISTRATIVE_REGULATION,
            ("国务院",),
        ),
        (
            "示例办法",
            "1997年1月2日 国务院批准\n\n1997年1月9日 公安部令第98号发布",
            Kind.ADMINISTRATIVE_REGULATION,
            ("公安部",),
        ),
        (
            "浙江省示例条例",
            "2001年2月3日 浙江省第九届人民代表大会常务委员会第三次会议通过",
            Kind.LOCAL_REGULATION,
            ("浙江省人民代表大会常务委员会",),
        ),
        ("示例审查指引", "", Kind.GUIDELINE, ()),
        ("国家知识产权局关于示例工作的通知", "国知发保字〔2023〕99号", Kind.POLICY, ("国家知识产权局",)),
        ("示例工作联席会议纪要", "", Kind.MINUTES, ()),
        (
            "最高人民法院关于示例问题的批复",
            "法释〔2021〕99号",
            Kind.JUDICIAL_INTERPRETATION,
            ("最高人民法院",),
        ),
        ("示例问题答问（第九批）", "", Kind.QA, ()),
        ("民事起诉状（示例纠纷）", "", Kind.FORM, ()),
        ("示例侵权典型案例", "", Kind.TYPICAL_CASE, ()),
    ],
)
def test_kinds_and_issuers_of_chinese_documents(
    title: str, head: str, kind: Kind, issuers: tuple[str, ...]
) -> None:
    found = chinese(title, head, form="规定")
    assert (found.title, found.kind, found.issuers) == (title, kind, issuers)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("国知发保字〔2023〕99号", "国知发保字〔2023〕99号"),
        ("（国知发保字[2020]98号）", "国知发保字[2020]98号"),
        ("法释〔2021〕97号", "法释〔2021〕97号"),
        ("2001年2月3日 国家知识产权局令第96号公布", "国家知识产权局令第96号"),
        ("根据法释〔2021〕95号的规定，现将有关事项通知如下，请各单位结合实际认真贯彻执行。", None),
    ],
)
def test_document_numbers_are_those_of_the_document(line: str, number: str | None) -> None:
    assert chinese("国家知识产权局关于示例工作的通知", line, form="通知").document_number == number


def test_a_broken_title_is_joined_with_its_issuers() -> None:
    found = identity(
        "最高人民法院\n\n关于审理示例案件若干问题的解释\n\n法释〔2022〕94号\n\n第一条 人民法院审理示例案件，适用本解释。\n",
        "b.txt",
    )
    assert found.title == "最高人民法院关于审理示例案件若干问题的解释"
    assert found.document_number == "法释〔2022〕94号"


def test_a_judgment() -> None:
    found = identity(
        "浙江省示例市中级人民法院 刑事判决书 （2031）浙99刑初7号 公诉机关示例市人民检察院。 被告人甲某，男，农民。"
        "本院认为被告人的行为已构成犯罪。 审判长乙某 二〇三一年八月九日 书记员丙某",
        "c.txt",
    )
    assert found.kind is Kind.JUDGMENT
    assert found.document_number == "（2031）浙99刑初7号"
    assert found.issuers == ("浙江省示例市中级人民法院",)
    assert found.adopted == date(2031, 8, 9)


def test_a_guiding_case_as_json() -> None:
    found = identity(
        '{"number": 999, "title": "甲公司诉乙公司侵害商标权纠纷案", "issuedLine": "（最高人民法院审判委员会讨论通过2031年3月6日发布）",'
        ' "publishedAt": "2031-03-16", "gist": ["当事人应当诚实信用。"], "facts": ["甲公司起诉。"], "relatedLaws": ["《中华人民共和国商标法》第一条"]}',
        "d.json",
    )
    assert (found.kind, found.title) == (Kind.GUIDING_CASE, "甲公司诉乙公司侵害商标权纠纷案")
    assert (found.document_number, found.promulgated) == ("指导案例999号", date(2031, 3, 6))
    assert "trademark" in found.subjects


GERMAN = (
    "Der Schutz wird nach den Vorschriften dieses Gesetzes gewährt, wenn die Voraussetzungen erfüllt sind."
)
FRENCH = (
    "Les présentes dispositions s'appliquent aux œuvres de l'esprit, quels qu'en soient le genre et la forme."
)
ENGLISH = "The protection of this instrument shall be granted to every person who fulfils the conditions laid down in it."
SPANISH = "La protección de la presente ley se concede a las personas que cumplan las condiciones establecidas en ella."


def articles(sentence: str, form: str = "### Article {}") -> str:
    return "\n\n".join(f"{form.format(number)}\n\n{sentence}" for number in range(1, 6))


def test_a_german_statute_is_of_its_last_change() -> None:
    found = identity(
        "---\nTitle: Mustergesetz\njurabk: MusG\n---\n# Mustergesetz (MusG)\n\nAusfertigungsdatum\n:   1950-01-02\n\nFundstelle\n:   BGBl I: 1950, 1\n\n"
        "Zuletzt geändert durch\n:   Art. 2 G v. 8.10.2017 I 9999\n\n" + articles(GERMAN, "### § {}"),
        "musg.v2012-01-01.md",
    )
    assert (found.title, found.kind, found.language, found.jurisdiction) == (
        "Mustergesetz",
        Kind.STATUTE,
        "de",
        "DE",
    )
    assert "MusG" in found.names
    assert found.version_on == date(2017, 10, 8)
    assert any("2012-01-01" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("front", "body", "expected"),
    [
        (
            'titulo: "Code de la musique"\npais: "fr"\nrango: "code"\nfecha_publicacion: "1992-07-03"\nultima_actualizacion: "2020-02-03"',
            articles(FRENCH, "##### Article L111-{}"),
            ("Code de la musique", "fr", "FR", date(2020, 2, 3), None),
        ),
        (
            'title: "Ley 9/2019, de 20 de febrero, de Muestras"\ncountry: "es"\nrank: "ley"\npublication_date: "2019-02-21"\nlast_updated: "2019-02-21"',
            articles(SPANISH, "###### Artículo {}."),
            ("Ley 9/2019, de 20 de febrero, de Muestras", "es", "ES", date(2019, 2, 21), date(2019, 2, 21)),
        ),
        (
            'title: "見本法"\ncountry: "jp"\nrank: "act"\nlast_updated: "2026-06-24"\nextra:\n  law_num: "昭和九十九年法律第九号"',
            "### 第一章　総則\n\n**第一条（目的）**　この法律は、見本の保護及び利用を図ることにより、産業の発達に寄与することを目的とする。",
            ("見本法", "ja", "JP", date(2026, 6, 24), None),
        ),
        (
            "제목: 견본법\n법령구분: 법률\n공포일자: 2025-11-11\n공포번호: '99'\n시행일자: 2025-12-12",
            "# 견본법\n\n##### 제1조 (목적)\n\n이 법은 견본을 보호하고 그 이용을 도모함으로써 산업발전에 이바지함을 목적으로 한다.",
            ("견본법", "ko", "KR", date(2025, 11, 11), date(2025, 11, 11)),
        ),
    ],
)
def test_statutes_by_their_front_matter(front: str, body: str, expected: tuple[object, ...]) -> None:
    found = identity(f"---\n{front}\n---\n\n{body}\n")
    assert found.kind is Kind.STATUTE
    assert (found.title, found.language, found.jurisdiction, found.version_on, found.promulgated) == expected


def test_front_matter_that_lies_about_the_language() -> None:
    found = identity(
        f'---\ntitle: "Loi sur les modèles"\nlanguage: "en"\ntype: "act"\n---\n\n# Loi sur les modèles\n\n{articles(FRENCH)}\n\nS.R., ch. Z-99, art. 1'
    )
    assert (found.language, found.jurisdiction) == ("fr", "CA")
    assert any("language" in warning for warning in found.warnings)


def test_a_treaty_has_the_title_of_its_own_language() -> None:
    found = identity(
        "##Verdrag inzake de bescherming van voorbeelden\n\n####Convention for the protection of examples of March 20, 1983, as revised at Geneva on May 13, 1997\n\n"
        "The Contracting States, desiring to protect examples in as effective and uniform a manner as possible, have agreed as follows:\n\n"
        + articles(ENGLISH)
    )
    assert (found.kind, found.jurisdiction, found.language) == (Kind.TREATY, "INT", "en")
    assert found.title.startswith("Convention for the protection of examples")
    assert found.version_on == date(1997, 5, 13)


def test_a_treaty_is_dated_by_its_closing_words() -> None:
    found = identity(
        f"# Agreement on Examples\n\nThe Contracting Parties have agreed as follows:\n\n{articles(ENGLISH)}\n\n"
        "DONE at Geneva, this thirteenth day of May, one thousand nine hundred and seventy-seven.\n"
    )
    assert found.adopted == date(1977, 5, 13)


def test_an_act_of_the_european_union_in_three_lines() -> None:
    found = identity(
        "<html><head><title>L_1.xml</title></head><body><p>DIRECTIVE (EU) 2031/99 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL</p><p>of 17 April 2031</p>"
        "<p>on the protection of examples</p><p>(Text with EEA relevance)</p><p>THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,</p>"
        + "".join(f"<p>Article {number}</p><p>{ENGLISH}</p>" for number in range(1, 6))
        + "</body></html>",
        "e.html",
    )
    assert (
        found.title
        == "Directive (EU) 2031/99 of the European Parliament and of the Council of 17 April 2031 on the protection of examples"
    )
    assert (found.kind, found.jurisdiction, found.document_number) == (Kind.STATUTE, "EU", "2031/99")
    assert found.adopted == date(2031, 4, 17)


def test_a_european_judgment_is_called_by_its_parties() -> None:
    found = identity(
        "JUDGMENT OF THE COURT (Ninth Chamber)\n\n17 June 2031\n\nIn Case C‑999/29,\n\nAlpha Limited\n\nv\n\nBeta BV,\n\nTHE COURT (Ninth Chamber),\n\n"
        + ENGLISH * 4
    )
    assert (found.title, found.kind, found.jurisdiction) == (
        "Alpha Limited v Beta BV",
        Kind.FOREIGN_CASE,
        "EU",
    )
    assert (found.document_number, found.adopted) == ("C-999/29", date(2031, 6, 17))


def test_a_law_of_the_taiwan_region() -> None:
    found = identity(
        '{"法規性質": "法律", "法規名稱": "樣本法", "最新異動日期": "20220504", "法規內容": [{"條號": "第 1 條", "條文內容": "為鼓勵、保護樣本之創作，以促進產業發展，特制定本法。"}]}',
        "f.json",
    )
    assert (found.title, found.kind, found.language, found.jurisdiction) == (
        "樣本法",
        Kind.STATUTE,
        "zh-Hant",
        "TW",
    )
    assert found.version_on == date(2022, 5, 4)


def test_a_name_is_the_last_resort_and_a_warning() -> None:
    found = identity("前款所称示例，是指当事人约定的示例。当事人应当诚信履行。\n", "商标法(2013-08-30).txt")
    assert found.title == "中华人民共和国商标法"
    assert found.version_on == date(2013, 8, 30)
    assert {"title", "version_on"} <= {entry.field for entry in found.evidence if entry.origin == "name"}
    assert any("title" in warning for warning in found.warnings)


def test_the_folder_does_not_matter() -> None:
    text = f"# 中华人民共和国示例法\n\n{BODY.format(form='法')}"
    assert identity(text, "treaties/a.md") == identity(text, "zh/laws/a.md")


def test_every_value_of_a_law_has_its_place() -> None:
    text = f"# 中华人民共和国示例法\n\n2021年5月6日第十三届全国人民代表大会第四次会议通过\n\n{BODY.format(form='法')}"
    found = identity(text)
    assert {"title", "kind", "language", "jurisdiction", "issuers", "adopted"} <= {
        entry.field for entry in found.evidence
    }
    for entry in found.evidence:
        if entry.start is not None:
            assert text[entry.start : entry.end] == entry.surface


@given(
    st.lists(
        st.text(alphabet="第一条法（）《》〈〉：。2020年月日 \nArticle§()*-通过修正施行自", max_size=200),
        min_size=1,
        max_size=6,
    )
)
def test_any_text_has_an_identity(pieces: list[str]) -> None:
    blocks: list[Block] = []
    text = ""
    for piece in pieces:
        if piece.strip():
            kept = piece.strip()
            blocks.append(Block(BlockKind.PARAGRAPH, kept, (Span(len(text), len(text) + len(kept)),)))
            text += kept + "\n"
    reading = Reading(Format.TXT, text, tuple(blocks))
    found = identify(reading, SourceFile("x.txt", text.encode(), checksum(text.encode())))
    assert found.title
    assert all(entry.start is None or text[entry.start : entry.end] for entry in found.evidence)


def test_a_file_that_calls_itself_repealed_is_doubted() -> None:
    rule = identity(
        '---\ntitle: "示例管理办法"\nstatus: "废止或失效"\n---\n# 示例管理办法\n\n（2020年1月2日示例部令第3号公布）\n\n'
        + BODY.format(form="办法")
    )
    assert rule.repealed is None
    assert [warning for warning in rule.warnings if "废止或失效" in warning]


def test_a_treaty_is_about_all_that_its_headings_name() -> None:
    articles = ("Trademarks", "Procedures", "Geographical indications", "Patents")
    body = "\n\n".join(
        f"### Article 9.{number} {heading}\n\nEach Party shall provide for the samples of the other Party."
        for number, heading in enumerate(articles, 1)
    )
    head = "# Free Trade Agreement between Freedonia and Sylvania\n\n## Chapter 9 Intellectual Property\n\n"
    found = identity(f"{head}The Parties have agreed as follows:\n\n{body}\n")
    assert found.kind == "treaty"
    assert found.subjects == ("patent", "trademark", "geographical_indication", "other")
    surfaces = [e.surface for e in found.evidence if e.field == "subjects"]
    assert surfaces == ["Patent", "Trademark", "Geographical indication", "Intellectual Property"]


def test_a_text_may_be_full_of_what_its_title_does_not_name() -> None:
    narrow = identity(
        "# 示例代理机构管理办法\n\n"
        + "第一条 专利代理机构应当登记。\n\n专利代理师应当诚信，专利申请应当真实。\n\n" * 6
    )
    assert narrow.subjects == ("patent",)
    wide = identity(
        "# Sample – Example\n\n"
        + "Each Party shall protect patents, trademarks, copyright and integrated circuits.\n\n" * 9
    )
    assert wide.subjects == ("other",)
    touched = identity(
        "# 示例市场管理办法\n\n"
        + "第一条 市场应当登记，经营者应当诚信，货物应当真实，价格应当明示，计量应当准确。\n\n" * 30
        + "第九条 不得假冒专利。\n"
    )
    assert touched.subjects == ()
