"""Heads of Chinese documents in which a hasty reader goes wrong; all of them written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.ids import checksum
from corpus.model import Identity, Kind, SourceFile
from ingest.clean import clean
from ingest.identify import identify
from ingest.read import read

ARTICLES = "第一条 为了规范示例活动，保护当事人的合法权益，制定本办法。\n\n第二条 示例活动适用本办法。\n\n"


def found(text: str, name: str = "a.md") -> Identity:
    content = text.encode()
    source = SourceFile(name, content, checksum(content))
    return identify(clean(read(source)), source)


def headed(title: str, *head: str, rest: str = ARTICLES, name: str = "a.md") -> Identity:
    return found("\n\n".join([f"# {title}", *head, rest]), name)


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("中华人民共和国示例保护条例实施办法", Kind.DEPARTMENT_RULE),
        ("中华人民共和国示例检验方法", Kind.OTHER),
        ("中华人民共和国示例法", Kind.LAW),
    ],
)
def test_a_law_ends_with_law_and_not_with_measures(title: str, kind: Kind) -> None:
    assert headed(title).kind is kind


def test_an_event_broken_over_two_lines_is_one_event() -> None:
    law = headed("中华人民共和国示例法", "2019年3月15日 第十三届全国人民代表大会第二次\n\n会议通过）")
    assert (law.adopted, law.issuers) == (date(2019, 3, 15), ("全国人民代表大会",))


@pytest.mark.parametrize(
    ("line", "issuers"),
    [
        ("2021年11月16日 国家互联网信息办公室2021年第20次室务会议审议通过", ("国家互联网信息办公室",)),
        ("2008年7月17日 经人力资源和社会保障部第6次部务会议通过", ("人力资源和社会保障部",)),
        ("1985年3月7日 国务院批准\n\n1985年3月15日 国家示例局发布", ("国家示例局",)),
        ("1985年3月15日 城乡示例建设部发布", ("城乡示例建设部",)),
    ],
)
def test_the_body_that_met_or_published_is_the_issuer(line: str, issuers: tuple[str, ...]) -> None:
    assert headed("示例活动管理办法", line).issuers == issuers


@pytest.mark.parametrize(
    "prose",
    [
        "为正确适用示例法，现就人民法院2015年11月1日以后审理的案件，适用修正前后法律的有关问题规定如下：",
        "现对发生在1997年9月30日以前、1997年10月1日后尚未处理的行为公布如下规定：",
        "2020年10月17日，全国人民代表大会常务委员会通过了《关于修改〈中华人民共和国样本法〉的决定》，现规定如下：",
        "《中华人民共和国样本法》已由全国人民代表大会常务委员会于2020年10月17日修订通过，现规定如下：",
    ],
)
def test_days_of_which_the_preamble_tells_are_not_the_documents_own(prose: str) -> None:
    rule = headed("最高人民法院关于示例问题的解释", prose)
    assert (rule.adopted, rule.promulgated, rule.effective, rule.version_on) == (None, None, None, None)


def test_the_announcement_of_the_document_itself_tells_its_days() -> None:
    rule = headed(
        "示例省样本条例",
        "《示例省样本条例》已于2020年7月31日经示例省第十三届人民代表大会常务委员会第二十二次会议修订通过，现予公布，自2020年9月1日起施行。",
    )
    assert (rule.adopted, rule.effective) == (date(2020, 7, 31), date(2020, 9, 1))


def test_a_decision_named_before_the_next_day_of_a_history_is_no_subject() -> None:
    law = headed(
        "中华人民共和国示例法",
        "（1990年3月4日第七届全国人民代表大会常务委员会第十次会议通过　根据2009年8月27日第十一届全国人民代表大会常务委员会第十次会议"
        "《关于修改部分法律的决定》第一次修正　2021年5月6日第十三届全国人民代表大会常务委员会第二十次会议修订）",
    )
    assert law.adopted == date(2021, 5, 6)


CASE = "## 甲某诉乙公司服务合同纠纷案\n\n## 基本案情\n\n2019年2月1日，甲某付款。\n\n## 裁判结果\n\n应当返还。\n\n## 典型意义\n\n值得参考。"


def test_a_case_is_of_the_day_on_which_it_was_released() -> None:
    case = headed("预付款应当返还", "消费者权益保护典型案例", "最高人民法院发布", "2022-03-15", rest=CASE)
    assert case.kind is Kind.TYPICAL_CASE
    assert (case.promulgated, case.effective, case.adopted) == (date(2022, 3, 15), None, None)
    assert case.issuers == ("最高人民法院",)
    assert "甲某诉乙公司服务合同纠纷案" in case.names


def test_a_case_without_a_day_of_release_has_none_of_its_facts() -> None:
    case = headed("预付款应当返还", rest=CASE)
    assert (case.promulgated, case.adopted, case.version_on, case.document_number) == (None,) * 4


def test_the_rule_of_a_case_is_its_title_also_where_it_ends_like_a_sentence() -> None:
    case = headed("收取预付款而不履行的，按照示例法处理。", rest=CASE)
    assert case.title == "收取预付款而不履行的，按照示例法处理"


QUESTIONS = "问题1：如何认定？\n\n答疑意见：应当综合认定。\n\n问题2：如何处理？\n\n答疑意见：依法处理。"


@pytest.mark.parametrize(
    ("title", "head", "issuers"),
    [
        ("示例网精选答问（第1批）", "来源：中华人民共和国最高人民法院", ("最高人民法院",)),
        ("示例网精选答问（第2批）", "来源：最高人民法院 / 人民法院报", ("最高人民法院",)),
        ("示例网精选答问（第3批）", "来源：国家知识产权局官网 https://example.org/1", ("国家知识产权局",)),
        ("示例网精选答问（第4批）", "来源：示例日报", ()),
        ("法答网精选答问（第五批）", "示例县人民法院\n\n2025年5月7日 16:57", ("最高人民法院",)),
    ],
)
def test_answers_are_those_of_the_court_that_publishes_them(
    title: str, head: str, issuers: tuple[str, ...]
) -> None:
    answers = headed(title, head, rest=QUESTIONS)
    assert (answers.kind, answers.issuers) == (Kind.QA, issuers)


def test_a_news_title_names_who_releases() -> None:
    cases = headed("最高法发布示例合同纠纷典型案例", "案例一\n\n" + CASE)
    assert cases.issuers == ("最高人民法院",)


GUIDELINE = "上下文（编）：上编\n\n## {chapter}\n\n## 1 引言\n\n示例内容。\n\n## 2 内容\n\n《样本办法》规定，本办法自2003年6月1日起施行。\n"


@pytest.mark.parametrize(
    ("chapter", "title"),
    [
        ("第二十四章 示例公告", "示例审查指南 第二十四章 示例公告"),
        ("第三章 样本决定", "示例审查指南 第三章 样本决定"),
        (
            "第四章 示例延伸申请审查示例延伸申请，是外国申请人提出的申请",
            "示例审查指南 第四章 示例延伸申请审查",
        ),
    ],
)
def test_a_chapter_of_a_guideline_is_a_guideline(chapter: str, title: str) -> None:
    part = headed("示例审查指南 - Chapter 24", rest=GUIDELINE.format(chapter=chapter))
    assert (part.title, part.kind) == (title, Kind.GUIDELINE)
    assert part.effective is None, "the day on which a rule that it quotes came into force"


@pytest.mark.parametrize(
    "head", ["民事起诉状    （示例合同纠纷）", "民事起诉状\n（示例合同纠纷）", "民事起诉状（示例合同纠纷）"]
)
def test_a_pleading_is_called_with_its_kind_of_dispute(head: str) -> None:
    form = found(f"{head}\n说明：\n请填写本表。\n", "a.txt")
    assert (form.title, form.kind) == ("民事起诉状（示例合同纠纷）", Kind.FORM)


def test_a_number_cited_in_the_text_is_not_the_documents_own() -> None:
    notice = headed(
        "关于示例工资折算问题的通知",
        "示社部发[2008]3号",
        "各省、自治区、直辖市示例厅（局）：",
        "根据《示例节日办法》（国务院令第513号）的规定，调整如下：",
        rest="## 一、时间的计算\n\n按年计算。\n\n## 二、折算\n\n示例部发布的《旧通知》（示部发[2000]8号）同时废止。",
    )
    assert notice.document_number == "示社部发[2008]3号"


DECREE = "《示例管理条例》已经2021年9月15日国务院第149次常务会议通过，现予公布，自2021年12月1日起施行。"


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("中华人民共和国国务院令\n第 748 号", "中华人民共和国国务院令第748号"),
        ("中华人民共和国国务院令\n（第748号）", "中华人民共和国国务院令第748号"),
        ("国务院令\n第七百四十八号", "国务院令第七百四十八号"),
    ],
)
def test_an_order_stands_above_the_rule_that_it_promulgates(head: str, number: str) -> None:
    rule = found(
        f"{head}\n{DECREE}\n总理　李某某\n2021年10月21日\n示例管理条例\n第一章　总　则\n第一条　为了示例，制定本条例。\n"
        "第二条　本条例适用于示例。\n第三条　本条例自2021年12月1日起施行。\n",
        "a.txt",
    )
    assert (rule.title, rule.kind) == ("示例管理条例", Kind.ADMINISTRATIVE_REGULATION)
    assert (rule.document_number, rule.issuers) == (number, ("国务院",))
    assert (rule.adopted, rule.promulgated, rule.effective) == (
        date(2021, 9, 15),
        date(2021, 10, 21),
        date(2021, 12, 1),
    )


def test_an_order_is_no_title_even_as_the_main_heading() -> None:
    rule = headed(
        "国家知识产权局令",
        "第七十六号",
        "《示例标识管理办法》已经局务会审议通过，现予公布，自2020年4月5日起施行。",
        "局长 申某某",
        "2020年3月5日",
        "**示例标识管理办法**",
    )
    assert (rule.title, rule.kind) == ("示例标识管理办法", Kind.DEPARTMENT_RULE)
    assert (rule.document_number, rule.issuers) == ("国家知识产权局令第七十六号", ("国家知识产权局",))
    assert (rule.promulgated, rule.effective) == (date(2020, 3, 5), date(2020, 4, 5))


def test_an_announcement_about_something_has_a_title_of_its_own() -> None:
    text = "国家示例委、示例总局关于实施样本标签有关事项的公告\n为了示例，现公告如下：\n一、甲。\n二、乙。\n"
    assert found(text, "a.txt").title == "国家示例委、示例总局关于实施样本标签有关事项的公告"


def test_the_day_on_which_a_law_that_is_applied_came_into_force_is_not_the_replys() -> None:
    reply = found(
        "国家知识产权局关于示例纠纷中有关问题的批复\n国知发保函字〔2021〕50号\n示例省知识产权局：\n你局的请示收悉。经研究，现批复如下：\n"
        "一、《中华人民共和国样本法》已于2020年10月17日修改通过，自2021年6月1日起施行，相关案件适用修改后的规定。\n"
        "二、其他案件适用修改前的规定。\n国家知识产权局\n2021年4月8日\n",
        "a.txt",
    )
    assert (reply.adopted, reply.promulgated, reply.effective) == (None, date(2021, 4, 8), None)
    assert reply.document_number == "国知发保函字〔2021〕50号"


def test_a_number_stands_on_its_own_line_below_a_long_title() -> None:
    plan = found(
        "国务院关于印发“样本”国家示例权保护和运用规划的通知\n国发〔2021〕20号\n各省、自治区、直辖市人民政府，国务院各部委、各直属机构：\n"
        "现将《“样本”国家示例权保护和运用规划》印发给你们。\n国务院\n2021年10月9日\n“样本”国家示例权保护和运用规划\n"
        "为贯彻落实决策部署，制定本规划。\n一、规划背景\n取得成效。\n二、总体要求\n加强领导。\n",
        "a.txt",
    )
    assert plan.title == "国务院关于印发“样本”国家示例权保护和运用规划的通知"
    assert (plan.document_number, plan.promulgated) == ("国发〔2021〕20号", date(2021, 10, 9))


def test_a_judgment_of_the_supreme_court_with_its_form_in_spaced_letters() -> None:
    judgment = found(
        "中华人民共和国最高人民法院\n民 事 判 决 书\n（2019）最高法知民终147号\n上诉人（原审被告）：甲公司。\n"
        "上诉人不服样本市中级人民法院于2019年5月6日作出的（2018）鲁01民初1481号民事判决，向本院提起上诉。\n驳回上诉，维持原判。\n"
        "审　判　长　　朱某\n审　判　员　　原某\n二〇一九年十二月六日\n书　记　员　　陈某\n",
        "a.txt",
    )
    assert judgment.title == "中华人民共和国最高人民法院 民事判决书 （2019）最高法知民终147号"
    assert (judgment.kind, judgment.issuers) == (Kind.JUDGMENT, ("最高人民法院",))
    assert (judgment.document_number, judgment.adopted) == ("（2019）最高法知民终147号", date(2019, 12, 6))


@pytest.mark.parametrize(
    ("head", "number", "issuers", "released"),
    [
        (
            "指导案例83号\n甲公司诉乙公司侵害专利权纠纷案\n（最高人民法院审判委员会讨论通过 2017年3月6日发布）",
            "指导案例83号",
            ("最高人民法院",),
            date(2017, 3, 6),
        ),
        ("检例第193号\n梁某某等人侵犯著作权案", "检例第193号", ("最高人民检察院",), None),
    ],
)
def test_a_guiding_case_as_text(
    head: str, number: str, issuers: tuple[str, ...], released: date | None
) -> None:
    case = found(
        f"{head}\n关键词 示例\n基本案情\n2009年1月16日，甲公司申请专利，许可合同自2015年1月1日起施行。\n裁判结果\n"
        "样本市中级人民法院于2015年5月8日作出（2015）样知民初字第148号民事判决。\n",
        "a.txt",
    )
    assert (case.kind, case.document_number, case.issuers) == (Kind.GUIDING_CASE, number, issuers)
    assert (case.promulgated, case.adopted, case.effective, case.version_on) == (
        released,
        None,
        None,
        released,
    )


def test_a_treaty_in_chinese_is_international() -> None:
    treaty = found(
        "保护示例权样本公约\n（1883年3月20日签订，1967年7月14日在样本城修订）\n第一条 [本联盟的建立]\n（1）适用本公约的国家组成联盟，以保护示例权。\n"
        "第二条 [国民待遇]\n（1）本联盟任何国家的国民享有保护。\n第六条之二 [其他]\n（1）本联盟各国承诺。\n",
        "a.txt",
    )
    assert (treaty.kind, treaty.jurisdiction, treaty.language) == (Kind.TREATY, "INT", "zh")
    assert treaty.version_on == date(1967, 7, 14)
    pact = headed("示例行业自律公约", "本公约由行业成员制定。")
    assert pact.jurisdiction == "CN"


def test_a_decision_on_a_request_has_its_number_and_its_day() -> None:
    decision = found(
        "国家知识产权局\n无效宣告请求审查决定书\n（第56432号）\n决定日：2022年6月10日\n请求人：某甲\n一、案由\n"
        "本请求涉及2015年8月19日授权公告的专利。\n二、决定\n维持有效。\n",
        "a.txt",
    )
    assert (decision.document_number, decision.adopted) == ("第56432号", date(2022, 6, 10))
    assert decision.issuers == ("国家知识产权局",)


def test_facts_in_rows_below_the_text_fill_what_the_text_leaves_open() -> None:
    notice = headed(
        "关于发布《示例认定指南》的公告",
        "各有关单位：",
        rest="一、甲。\n\n二、乙。\n\n发文机关 | ： | 国家市场监督管理总局(已撤销),国家中医药管理局\n\n发布日期 | ： | 2025.07.17\n\n"
        "生效日期 | ： | 2025.08.01\n\n时效性 | ： | 现行有效\n\n文号 | ： | 国家市场监督管理总局公告2025年第29号\n",
    )
    assert notice.issuers == ("国家市场监督管理总局", "国家中医药管理局")
    assert (notice.promulgated, notice.effective) == (date(2025, 7, 17), date(2025, 8, 1))
    assert notice.document_number == "国家市场监督管理总局公告2025年第29号"


@pytest.mark.parametrize(
    ("line", "number"),
    [
        (
            "国家市场监督管理总局 国家卫生健康委员会 国家中医药管理局公告2025年第29号",
            "国家市场监督管理总局 国家卫生健康委员会 国家中医药管理局公告2025年第29号",
        ),
        ("**2023年第6号公告，2023年2月25日发布**", "2023年第6号公告"),
        ("根据国务院令第748号的规定，公告如下：", None),
    ],
)
def test_the_number_of_an_announcement(line: str, number: str | None) -> None:
    notice = headed("示例认定指南", line, rest="一、甲。\n\n二、乙。\n")
    assert notice.document_number == number


CUT_OFF = "2001年6月15日 中华人民共和国国务院令第306号公布\n\n2002年12月28日 《国务院关于修改〈示例条例〉的决定》第一次修订"


@pytest.mark.parametrize(
    ("head", "name", "version"),
    [
        (CUT_OFF, "示例条例(2010-01-09).md", date(2010, 1, 9)),
        (CUT_OFF, "示例条例(2001-01-09).md", date(2002, 12, 28)),
        (CUT_OFF, "示例条例.md", date(2002, 12, 28)),
        (CUT_OFF.replace("第一次", ""), "示例条例(2010-01-09).md", date(2002, 12, 28)),
        (
            CUT_OFF + "\n\n2008年3月2日 《国务院关于修改部分行政法规的决定》第二次修订",
            "示例条例(2010-01-09).md",
            date(2008, 3, 2),
        ),
        (
            CUT_OFF + "\n\n2008年3月2日 《国务院关于修改部分行政法规的决定》第二次修订  根据",
            "示例条例(2010-01-09).md",
            date(2010, 1, 9),
        ),
        (
            CUT_OFF + "\n\n2008年3月2日 国务院第118次常务会议修订通过",
            "示例条例(2010-01-09).md",
            date(2008, 3, 2),
        ),
    ],
)
def test_a_history_that_breaks_off_leaves_the_day_to_the_name(head: str, name: str, version: date) -> None:
    rule = headed("示例条例", head, name=name)
    assert rule.version_on == version
    named = version == date(2010, 1, 9)
    assert (rule.adopted is None) is named, "the last event that is told is not this version's"
    assert any("breaks off" in warning for warning in rule.warnings) is named


@pytest.mark.parametrize(
    "day",
    ["二Ｏ二Ｏ年十月十日", "二O二O年十月十日", "二○二○年十月十日", "二〇二〇年十月十日", "2O2O年10月10日"],
)
def test_the_zeros_of_a_judgments_day_are_printed_in_many_ways(day: str) -> None:
    judgment = found(
        f"示例市高级人民法院\n行 政 判 决 书\n（2020）示行终55号\n上诉人：某甲。\n驳回上诉。\n审 判 长  张某\n{day}\n书 记 员  赵某\n",
        "a.txt",
    )
    assert judgment.adopted == date(2020, 10, 10)


def test_an_outline_printed_as_news_is_a_policy_of_those_who_issue_it() -> None:
    outline = found(
        "中共中央 国务院印发《示例强国建设纲要（2021－2035年）》\n2021-09-22 20:06 来源：示例社\n为统筹推进建设，制定本纲要。\n"
        "一、战略背景\n取得成效。\n二、总体要求\n（一）指导思想。\n三、建设制度\n健全体系。\n",
        "a.txt",
    )
    assert (outline.kind, outline.issuers) == (Kind.POLICY, ("中共中央", "国务院"))
    assert "示例强国建设纲要（2021－2035年）" in outline.names


def test_an_announcement_without_a_title_is_called_by_its_number() -> None:
    notice = found(
        "国家知识产权局公告\n第四六二号\n为贯彻落实《样本法》，国家知识产权局制定了《示例指南》，现予发布，自2022年1月1日起施行。\n"
        "特此公告。\n国家知识产权局\n2021年11月16日\n",
        "b.txt",
    )
    assert (notice.title, notice.kind) == ("国家知识产权局公告第四六二号", Kind.POLICY)
    assert (notice.document_number, notice.promulgated) == (
        "国家知识产权局公告第四六二号",
        date(2021, 11, 16),
    )


def test_a_report_that_tells_when_rules_came_into_force_has_no_day_of_effect() -> None:
    report = headed(
        "2023年示例保护状况",
        rest="一、概述\n\n成效显著。\n\n二、制度\n\n2023年10月16日，最高人民法院通过了规定，自2023年11月1日起施行。\n",
    )
    assert (report.effective, report.version_on) == (None, None)


def test_a_bracket_with_the_adoption_is_no_part_of_the_title() -> None:
    ruling = headed(
        "全国人民代表大会常务委员会关于《中华人民共和国样本法》第九条的解释（2000年4月29日第九届全国人民代表大会常务委员会第十五次会议通过）",
        "解释如下：",
        rest="村民委员会等人员属于依照法律从事公务的人员：\n\n（一）救灾；\n\n（二）管理。\n",
    )
    assert ruling.title == "全国人民代表大会常务委员会关于《中华人民共和国样本法》第九条的解释"
    assert (ruling.kind, ruling.adopted) == (Kind.LAW, date(2000, 4, 29))


def test_the_facts_of_a_case_are_no_history() -> None:
    case = found(
        "甲公司诉乙公司侵害商业秘密纠纷案\n【关键词】\n商业秘密\n【基本案情】\n2019年7月2日，国务院令第174号公布的条例施行后，甲公司起诉。\n"
        "【裁判结果】\n样本市法院于2021年5月1日作出（2020）样终1号判决。\n【典型意义】\n有意义。\n",
        "a.txt",
    )
    assert case.kind is Kind.TYPICAL_CASE
    assert (case.issuers, case.document_number, case.version_on) == ((), None, None)


@pytest.mark.parametrize(
    ("title", "kind", "issuers"),
    [
        ("国家知识产权局示例信用管理规定", Kind.DEPARTMENT_RULE, ("国家知识产权局",)),
        ("国家知识产权局有关负责人就《样本法实施细则》答记者问", Kind.QA, ()),
        ("最高人民法院知识产权法庭裁判要旨摘要", Kind.TYPICAL_CASE, ("最高人民法院知识产权法庭",)),
    ],
)
def test_what_a_title_says_of_kind_and_issuer(title: str, kind: Kind, issuers: tuple[str, ...]) -> None:
    text = f"{title}\n1.权利要求的解释\n2020年10月17日修改了法律。\n2.等同侵权\n答：甲。\n"
    document = found(text, "a.txt")
    assert (document.title, document.kind, document.issuers) == (title, kind, issuers)
    assert document.version_on is None
