"""Days and subjects in Chinese heads that a hand reader found read wrongly; all texts written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ingest.identify.test_chinese_heads import ARTICLES, found, headed

TITLE = "最高人民法院、最高人民检察院关于办理示例刑事案件适用法律若干问题的解释"


@pytest.mark.parametrize(
    "head",
    [
        (
            "2003年8月29日 最高人民法院审判委员会第1287次会议、2003年2月13日最高人民检察院第九届检察委员会第119次会议通过",
        ),
        (
            "2003年2月13日 最高人民法院审判委员会第1287次会议、2003年8月29日最高人民检察院第九届检察委员会第119次会议通过",
        ),
        (
            "2003年8月29日 最高人民法院审判委员会第1287次会议",
            "2003年2月13日 最高人民检察院第九届检察委员会第119次会议通过",
        ),
    ],
)
def test_what_two_bodies_adopt_is_adopted_on_the_later_day(head: tuple[str, ...]) -> None:
    rule = headed(TITLE, *head, "2003年10月1日 施行")
    assert (rule.adopted, rule.effective) == (date(2003, 8, 29), date(2003, 10, 1))
    assert not [event for event in rule.events if event.kind == "amended"]


def test_a_meeting_whose_verb_is_cut_off_adopted_it_again() -> None:
    rule = headed(
        "最高人民法院关于适用《中华人民共和国示例法》若干问题的解释（二）的补充规定",
        "2003年12月4日 最高人民法院审判委员会第1299次会议通过",
        "2017年2月20日 最高人民法院审判委员会第1710次会议最高人民法院《关于适用〈中华人民共和国示例法〉若干问题的解释（二）",
        rest="在第二十四条的基础上增加一款。\n\n附件\n\n第一条 甲。\n\n第二条 本解释自2004年4月1日起施行。\n",
    )
    assert (rule.adopted, rule.effective) == (date(2017, 2, 20), None)
    assert [event.on for event in rule.events if event.kind == "amended"] == [date(2017, 2, 20)]


@pytest.mark.parametrize(
    "line",
    [
        "2018年6月28日 中华人民共和国国务院令第699号修订",
        "2018年6月28日 中华人民共和国国务院令第699号第二次修订）",
    ],
)
def test_an_order_that_revises_promulgates(line: str) -> None:
    rule = headed("示例标志保护条例", "2002年2月4日 中华人民共和国国务院令第345号公布", line)
    assert (rule.adopted, rule.promulgated) == (date(2018, 6, 28), date(2018, 6, 28))


def test_an_order_that_changes_a_rule_promulgates_it() -> None:
    rule = headed(
        "示例市展会样本保护办法",
        "（2007年11月27日示例市人民政府令第195号公布　根据2021年12月30日示例市人民政府令第302号修改）",
    )
    assert (rule.adopted, rule.promulgated) == (date(2021, 12, 30), date(2021, 12, 30))


@pytest.mark.parametrize(
    "line", ["（2019年1月15日 沪高法〔2019〕12号）", "沪高法〔2019〕12号（2019年1月15日）"]
)
def test_a_number_may_stand_with_its_day(line: str) -> None:
    answers = found(
        f"上海市高级人民法院关于审理样本纠纷案件若干问题的解答\n{line}\n一、如何认定管辖？\n答：由侵权行为地法院管辖。\n"
    )
    assert (answers.kind, answers.document_number, answers.promulgated) == (
        "qa",
        "沪高法〔2019〕12号",
        date(2019, 1, 15),
    )


def test_who_signs_an_announcement_without_a_title_issued_it() -> None:
    paper = found(
        "国家知识产权局公告\n第五〇七号\n\n为深入落实改革要求，现就专利证书电子化有关事项公告如下：\n\n"
        "一、以电子形式获得授权的，颁发电子证书。\n\n二、以纸质形式申请的，可以选择。\n\n特此公告。\n\n国家知识产权局\n2023年1月12日\n"
    )
    assert paper.issuers == ("国家知识产权局",)


def test_a_day_below_long_signatures_is_a_line_of_its_own() -> None:
    paper = found(
        "最高人民法院 最高人民检察院 公安部 司法部\n关于办理样本刑事案件适用法律若干问题的意见\n\n法发〔2011〕3号\n\n"
        "为解决实践问题，制定本意见。\n\n一、关于管辖问题\n\n由犯罪地公安机关立案侦查。\n\n二、关于证据问题\n\n依法收集。\n\n"
        "最高人民法院　最高人民检察院　公安部　司法部\n二〇一一年一月十日\n",
        "a.txt",
    )
    assert paper.promulgated == date(2011, 1, 10)


def test_an_adoption_told_twice_is_no_amendment() -> None:
    rule = headed(
        "示例省样本条例",
        "《示例省样本条例》已于2021年9月29日经示例省第十三届人民代表大会常务委员会第三十一次会议通过，现予公布。",
        "（2021年9月29日示例省第十三届人民代表大会常务委员会第三十一次会议通过）",
    )
    assert [(event.kind, event.on) for event in rule.events] == [("adopted", date(2021, 9, 29))]


@pytest.mark.parametrize(
    ("charge", "subjects"),
    [
        ("指控被告人甲某某犯侵犯著作权罪", ("copyright",)),
        ("指控被告人甲某某犯销售假冒注册商标的商品罪", ("trademark",)),
        ("指控被告人甲某某犯故意伤害罪", ()),
        ("因与乙公司侵害发明专利权纠纷一案", ("patent",)),
    ],
)
def test_a_judgment_on_one_line_is_about_its_charge_or_cause(charge: str, subjects: tuple[str, ...]) -> None:
    text = (
        "示例省示例市人民法院 刑事判决书 （2014）示法知刑初字第26号 公诉机关示例市人民检察院。"
        "被告人甲某某，女，1965年11月12日出生，汉族，初中文化，农民，户籍所在地示例市。因本案于2014年9月18日被刑事拘留，"
        "同年9月26日被逮捕。现押于示例市看守所。辩护人丁某，示例律师事务所律师。辩护人戊某，示例律师事务所律师。"
        f"示例市人民检察院以示检刑诉（2014）7号起诉书{charge}，于2014年12月1日向本院提起公诉。本案现已审理终结。"
        "本院认为，上述事实清楚。判决如下：一、驳回。审判员丙某 二〇一四年十二月十日 书记员庚某"
    )
    judgment = found(text, "a.txt")
    assert (judgment.kind, judgment.subjects) == ("judgment", subjects)


def test_franchises_are_no_patents() -> None:
    paper = headed("示例市高级人民法院关于审理商业特许经营合同纠纷案件若干问题的指导意见", rest=ARTICLES)
    assert paper.subjects == ()
