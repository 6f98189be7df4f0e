"""Papers of authorities and of publishers in forms that a hand reader met; all texts written for these tests."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.model import Kind
from tests.ingest.identify.test_chinese_heads import ARTICLES, found


def test_labels_in_brackets_need_no_colon() -> None:
    rule = found(
        "【法规标题】样本专利资助管理办法\n【发布部门】国家知识产权局\n【发文字号】国知发运字〔2022〕8号\n【发布日期】2022.03.15\n"
        f"【实施日期】2022.05.01\n\n样本专利资助管理办法\n\n{ARTICLES}",
        "a.txt",
    )
    assert (rule.title, rule.issuers) == ("样本专利资助管理办法", ("国家知识产权局",))
    assert rule.document_number == "国知发运字〔2022〕8号"
    assert (rule.promulgated, rule.effective) == (date(2022, 3, 15), date(2022, 5, 1))


@pytest.mark.parametrize("key", ["document_number", "文号", "发文字号"])
def test_front_matter_gives_the_number_that_the_text_leaves_out(key: str) -> None:
    rule = found(f"---\ntitle: 样本管理规定\n{key}: 样本总局令第63号\n---\n\n# 样本管理规定\n\n{ARTICLES}")
    assert rule.document_number == "样本总局令第63号"


@pytest.mark.parametrize(
    ("head", "title", "number"),
    [
        (
            "国家知识产权局\n行政裁决书\n\n国知保裁字〔2021〕2号",
            "国家知识产权局 行政裁决书 国知保裁字〔2021〕2号",
            "国知保裁字〔2021〕2号",
        ),
        (
            "国家知识产权局专利局复审和无效审理部\n\n无效宣告请求审查决定书（第52010号）",
            "国家知识产权局专利局复审和无效审理部 无效宣告请求审查决定书 （第52010号）",
            "第52010号",
        ),
        (
            "示例市市场监督管理局\n行 政 处 罚 决 定 书\n示市监处罚〔2023〕15号",
            "示例市市场监督管理局 行政处罚决定书 示市监处罚〔2023〕15号",
            "示市监处罚〔2023〕15号",
        ),
    ],
)
def test_a_decision_of_an_authority_is_called_as_a_judgment_is(head: str, title: str, number: str) -> None:
    text = f"{head}\n\n决定日：2021年10月12日\n请求人：甲公司\n被请求人：乙公司\n\n本案涉及专利。\n\n裁决如下：\n\n立即停止侵权。\n"
    decision = found(text, "a.txt")
    assert (decision.title, decision.kind, decision.document_number) == (title, Kind.JUDGMENT, number)
    assert decision.adopted == date(2021, 10, 12)


def test_the_number_below_an_announcement_about_something_is_printed_alone() -> None:
    paper = found(
        "国家知识产权局关于废止部分规范性文件的公告\n\n（第463号）\n\n经研究，决定废止以下文件：\n\n"
        "一、《关于甲的通知》\n\n国家知识产权局\n2021年12月8日\n",
        "a.txt",
    )
    assert (paper.title, paper.document_number) == ("国家知识产权局关于废止部分规范性文件的公告", "第463号")


@pytest.mark.parametrize("stage", ["（征求意见稿）", "（试行）", "（二）"])
def test_the_stage_below_a_title_belongs_to_it(stage: str) -> None:
    assert found(f"样本专利管理办法\n{stage}\n\n{ARTICLES}", "a.txt").title == f"样本专利管理办法{stage}"


def test_a_notice_that_releases_guiding_cases_has_its_own_number() -> None:
    paper = found(
        "关于发布第22批指导性案例的通知\n法〔2019〕293号\n\n各省高级人民法院：\n\n现将甲案作为指导性案例发布。\n\n最高人民法院\n"
        "2019年12月24日\n\n指导案例113号\n\n甲诉乙案\n\n（最高人民法院审判委员会讨论通过　2019年12月24日发布）\n\n裁判要点\n\n甲。\n",
        "a.txt",
    )
    assert (paper.kind, paper.document_number) == (Kind.GUIDING_CASE, "法〔2019〕293号")
