"""Cases that a hand reader found read wrongly; all texts written for these tests."""

from __future__ import annotations

from datetime import date

from corpus.records import AppliedRule
from ingest.digests.parties import parties_of_title
from tests.ingest.digests.base import misplaced, read_digests

_CASE = """指导案例999号

甲公司诉乙公司侵害技术秘密纠纷案

（最高人民法院审判委员会讨论通过　2023年12月15日发布）

关键词　民事／侵害技术秘密

裁判要点

以侵害为业的，应当从重。

相关法条

《中华人民共和国反不正当竞争法》第17条

基本案情

乙公司获取甲公司的工艺。

裁判结果

广州知识产权法院于2019年7月19日作出（2017）粤73民初1号民事判决：赔偿。乙公司提起上诉。最高人民法院于2020年11月24日作出（2019）最高法知民终2号民事判决：驳回上诉，维持原判。乙公司申请再审。

最高人民法院于2021年10月12日作出（2021）最高法民申3号民事裁定：驳回乙公司的再审申请。

裁判理由

侵害成立。
"""

_COLLECTION = """# 最高法发布样本合同纠纷典型案例

来源：最高人民法院新闻局
发布时间：2026-06-29 14:50:42

为统一裁判尺度，最高人民法院发布两个典型案例。

案例一

质量合格的，应当支付价款
——甲公司诉乙公司建设工程施工合同纠纷案

基本案情

双方签订合同，甲公司完成了全部工程并请求支付。

裁判结果

审理法院认为，《最高人民法院关于审理样本案件适用法律问题的解释（一）》（法释〔2020〕26号）第三十五条有规定，判决支付。

典型意义

维护了承包人的权益。

案例二

逾期的，应当承担责任
——丙公司诉丁公司建设工程施工合同纠纷案

基本案情

丁公司逾期交付，丙公司请求赔偿损失。

裁判结果

审理法院认为，逾期应当承担责任，判决赔偿。

典型意义

促进了诚信。
"""


def test_a_refusal_to_retry_is_not_the_decision_that_counts() -> None:
    (digest,), text = read_digests(_CASE)
    assert (digest.case_number, digest.date) == ("（2019）最高法知民终2号", date(2020, 11, 24))
    assert (digest.procedure, digest.published) == ("民事二审", date(2023, 12, 15))
    assert misplaced(digest, text) == []


def test_the_law_applied_tells_the_subject_only_where_nothing_else_does() -> None:
    (digest,), _ = read_digests(_CASE)
    assert digest.subjects == ("trade_secret",)


def test_cases_are_published_with_the_paper_that_releases_them() -> None:
    digests, text = read_digests(_COLLECTION, "a.md")
    assert [digest.published for digest in digests] == [date(2026, 6, 29)] * 2
    assert [fault for digest in digests for fault in misplaced(digest, text)] == []


def test_a_number_may_stand_between_a_rule_and_its_article() -> None:
    first, _ = read_digests(_COLLECTION, "a.md")[0]
    assert first.rules == (AppliedRule("最高人民法院关于审理样本案件适用法律问题的解释（一）", "35"),)


def test_a_trade_in_a_name_is_no_act_of_an_authority() -> None:
    title = "甲化工有限公司诉乙自来水有限公司、丙水处理设备有限公司侵害发明专利权纠纷案"
    assert [name for name, _ in parties_of_title(title, 0)] == [
        "甲化工有限公司",
        "乙自来水有限公司",
        "丙水处理设备有限公司",
    ]
    act = "示例市市场监督管理局查处丁公司侵犯注册商标专用权案"
    assert [name for name, _ in parties_of_title(act, 0)] == ["丁公司"]
