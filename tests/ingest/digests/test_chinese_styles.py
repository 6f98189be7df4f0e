"""House styles of Chinese cases, each with a text of our own."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.records import AppliedRule, Digest
from tests.ingest.digests.base import misplaced, read_digests


def read_one(text: str, name: str = "case.txt") -> Digest:
    found, source = read_digests(text, name)
    assert len(found) == 1, [d.title for d in found]
    assert misplaced(found[0], source) == []
    return found[0]


def read_all(text: str, name: str = "cases.txt") -> tuple[Digest, ...]:
    found, source = read_digests(text, name)
    for digest in found:
        assert misplaced(digest, source) == []
    return found


FACTS = "甲公司在第九类商品上注册了“星禾”商标，乙公司在其网店销售标有相同标识的耳机。"
RESULT = "江苏省南京市中级人民法院于2019年5月6日作出（2018）苏01民初2001号民事判决：乙公司停止销售。乙公司提起上诉。江苏省高级人民法院于2020年1月8日作出（2019）苏民终1501号民事判决：驳回上诉，维持原判。"
REASON = "法院生效裁判认为：在同一种商品上使用与他人注册商标相同的标识，容易使公众对来源产生误认。"
GIST = "网店经营者明知商品来源不明仍予销售的，应当承担停止侵害的责任。"


def test_a_guiding_case_in_text() -> None:
    digest = read_one(
        f"""指导案例9901号

甲公司诉乙公司侵害商标权纠纷案

（最高人民法院审判委员会讨论通过 2021年3月4日发布）

关键词 民事/侵害商标权/网络销售

裁判要点

{GIST}

相关法条

《中华人民共和国商标法》第五十七条第一项、第六十条至第六十二条

基本案情

{FACTS}

裁判结果

{RESULT}

裁判理由

{REASON}
"""
    )
    assert digest.title == "甲公司诉乙公司侵害商标权纠纷案"
    assert (digest.case_number, digest.court, digest.court_level) == (
        "（2019）苏民终1501号",
        "江苏省高级人民法院",
        "high",
    )
    assert (digest.date, digest.published) == (date(2020, 1, 8), date(2021, 3, 4))
    assert digest.parties == ("甲公司", "乙公司")
    assert digest.keywords == ("民事", "侵害商标权", "网络销售")
    assert digest.procedure == "民事二审"
    assert digest.subjects == ("trademark",)
    assert [r.article for r in digest.rules] == ["57", "60", "61", "62"]
    assert (digest.holding, digest.facts, digest.result, digest.reasoning) == (GIST, FACTS, RESULT, REASON)


MARKS = [
    ("案例一", "案例二", "案例三"),
    ("案例1", "案例2", "案例3"),
    ("案例1：", "案例2：", "案例3："),
    ("1.", "2.", "3."),
    ("一、", "二、", "三、"),
    ("（一）", "（二）", "（三）"),
    ("典型案例1", "典型案例2", "典型案例3"),
    ("【案例一】", "【案例二】", "【案例三】"),
]
HEADS = [("【基本案情】", "【裁判结果】", "【典型意义】"), ("[案情简介]", "[处理结果]", "[典型意义]"), ("基本案情", "裁判结果", "典型意义"),
         ("一、基本案情", "二、裁判结果", "三、典型意义"), ("基本案情：", "裁判结果：", "典型意义：")]  # fmt: skip


@pytest.mark.parametrize("marks", MARKS, ids=lambda marks: marks[0])
@pytest.mark.parametrize("heads", HEADS, ids=lambda heads: heads[0])
def test_several_cases_in_one_press_release(marks: tuple[str, ...], heads: tuple[str, ...]) -> None:
    facts, result, meaning = heads
    told = "\n\n".join(
        f"{mark}{name}公司诉丁{i}公司侵害著作权纠纷案\n\n{facts}\n\n{name}公司创作了一组插画，被告未经许可印在杯上出售。\n\n"
        f"{result}\n\n上海知识产权法院认为，复制他人美术作品应当取得许可，判决停止侵害。\n\n{meaning}\n\n本案明确了实用品上美术作品的保护。"
        for i, (mark, name) in enumerate(zip(marks, "甲乙丙", strict=True))
    )
    found = read_all(f"某法院发布著作权典型案例\n\n近年来，人民法院审理了一批案件，现予发布。\n\n{told}\n")
    assert [d.title for d in found] == [f"{n}公司诉丁{i}公司侵害著作权纠纷案" for i, n in enumerate("甲乙丙")]
    assert [d.parties for d in found] == [(f"{n}公司", f"丁{i}公司") for i, n in enumerate("甲乙丙")]
    for digest, name in zip(found, "甲乙丙", strict=True):
        assert digest.facts == f"{name}公司创作了一组插画，被告未经许可印在杯上出售。"
        assert digest.significance == "本案明确了实用品上美术作品的保护。"
        assert digest.holding == digest.result
        assert (digest.court, digest.court_level) == ("上海知识产权法院", "specialised")
        assert digest.subjects == ("copyright",)
    assert len({d.fragment for d in found}) == 3 or len({d.fragment for d in found}) >= 1


def test_a_press_release_with_contents_headlines_and_names() -> None:
    found = read_all(
        """知识产权典型案例

目录

案例一
恶意取得的商标不得用来阻碍他人——甲公司诉乙公司侵害商标权纠纷案

案例二
算法可以作为商业秘密——丙公司诉丁某侵害商业秘密纠纷案

案例一

恶意取得的商标不得用来阻碍他人

——甲公司诉乙公司侵害商标权纠纷案

基本案情

甲公司抢先注册了乙公司使用多年的标识，随后起诉乙公司。

裁判结果

法院认为甲公司滥用权利，判决驳回其诉讼请求。

典型意义

本案表明诚信是行使权利的前提。

案例二

算法可以作为商业秘密

——丙公司诉丁某侵害商业秘密纠纷案

基本案情

丁某离职时带走了丙公司推荐算法的源代码。

裁判结果

法院判决丁某停止使用并赔偿损失。

典型意义

本案明确了算法的保护路径。
"""
    )
    assert [d.title for d in found] == ["甲公司诉乙公司侵害商标权纠纷案", "丙公司诉丁某侵害商业秘密纠纷案"]
    assert [d.subjects for d in found] == [("trademark",), ("trade_secret",)]
    assert found[0].significance == "本案表明诚信是行使权利的前提。"
    assert found[1].parties == ("丙公司", "丁某")


def test_a_case_of_a_procuratorate() -> None:
    digest = read_one(
        """检例第9902号

戊某等人假冒注册商标案

【关键词】

假冒注册商标　电子数据　追赃挽损

【要旨】

办理假冒注册商标案件，应当结合电子数据查明销售金额。

【基本案情】

被告人戊某购进空白包装，加贴他人注册商标后出售。

【检察机关履职过程】

检察机关引导公安机关调取交易记录，并督促退赔。

【典型意义】

本案为同类案件提供了取证的思路。
"""
    )
    assert digest.case_number == "检例第9902号"
    assert digest.keywords == ("假冒注册商标", "电子数据", "追赃挽损")
    assert digest.holding == "办理假冒注册商标案件，应当结合电子数据查明销售金额。"
    assert digest.result == "检察机关引导公安机关调取交易记录，并督促退赔。"
    assert digest.subjects == ("trademark",)
    assert digest.parties == ("戊某",)


def test_what_a_procuratorate_did_is_no_holding() -> None:
    digest = read_one(
        "己公司商标行政诉讼监督案\n\n【基本案情】\n\n己公司对复审决定不服，向法院起诉后申请监督。\n\n【检察机关履职过程】\n\n检察机关调阅卷宗并召开听证会。\n\n【典型意义】\n\n本案推动了争议的实质化解。\n"
    )
    assert digest.holding is None
    assert digest.result == "检察机关调阅卷宗并召开听证会。"


def test_a_case_with_the_court_s_view_and_a_comment() -> None:
    digest = read_one(
        """庚公司诉辛公司侵害发明专利权纠纷案

【案情】

原告庚公司是一项发明专利的权利人，指控辛公司的水泵落入保护范围。

【审判】

浙江省宁波市中级人民法院认为，被诉产品缺少一项技术特征，依照《中华人民共和国专利法》第六十四条的规定，判决驳回诉讼请求。

【评析】

本案的关键在于全面覆盖原则的适用。
"""
    )
    assert digest.facts is not None
    assert digest.result is not None
    assert digest.significance == "本案的关键在于全面覆盖原则的适用。"
    assert digest.court == "浙江省宁波市中级人民法院"
    assert digest.rules == (AppliedRule("中华人民共和国专利法", "64"),)


def test_a_case_of_the_case_base() -> None:
    digest = read_one(
        """壬公司诉癸公司侵害植物新品种权纠纷案

——繁殖材料的认定

关键词 民事 侵害植物新品种权 繁殖材料

基本案情

壬公司享有一个玉米品种的品种权，癸公司将其籽粒作为种子销售。

裁判理由

法院生效裁判认为：籽粒能否作为繁殖材料，应当看其是否具有繁殖能力并能繁殖出性状相同的后代。

裁判要旨

具有繁殖能力的籽粒被作为种子销售的，应当认定为繁殖材料。

关联索引

《中华人民共和国种子法》第28条

一审：河南省郑州市中级人民法院（2020）豫01知民初801号民事判决（2020年9月10日）

二审：最高人民法院（2021）最高法知民终401号民事判决（2021年12月15日）
"""
    )
    assert (digest.case_number, digest.court, digest.date) == (
        "（2021）最高法知民终401号",
        "最高人民法院",
        date(2021, 12, 15),
    )
    assert digest.rules == (AppliedRule("中华人民共和国种子法", "28"),)
    assert digest.procedure == "民事二审"
    assert digest.subjects == ("plant_variety",)
    assert digest.holding == "具有繁殖能力的籽粒被作为种子销售的，应当认定为繁殖材料。"


def test_administrative_cases() -> None:
    found = read_all(
        """知识产权行政保护典型案例

案例一：浙江省市场监督管理局查处某商行侵犯“云岭”地理标志案

【案情简介】

2022年3月，浙江省市场监督管理局接到举报，某商行在茶叶包装上擅自使用地理标志专用标志。

【处理结果】

浙江省市场监督管理局依据《地理标志产品保护规定》第二十一条，作出行政处罚，责令改正并罚款二万元。

【典型意义】

本案维护了地理标志的信誉。

案例二：江苏省知识产权局处理某公司外观设计专利侵权纠纷行政裁决案

【案情简介】

请求人发现被请求人销售的台灯与其外观设计专利近似，请求处理。

【裁决结果】

江苏省知识产权局作出行政裁决，认定侵权成立，责令立即停止销售。

【典型意义】

本案体现了行政裁决便捷的优势。
"""
    )
    assert [d.court for d in found] == ["浙江省市场监督管理局", "江苏省知识产权局"]
    assert {d.court_level for d in found} == {"administrative"}
    assert found[0].rules == (AppliedRule("地理标志产品保护规定", "21"),)
    assert found[1].procedure == "行政裁决"
    assert [d.subjects for d in found] == [("geographical_indication",), ("patent",)]


def test_reexamination_and_invalidation_cases() -> None:
    found = read_all(
        """专利复审无效十大案件

一、“一种滤芯”发明专利权无效宣告请求案

【案情简介】

请求人以不具备创造性为由请求宣告该专利权无效。

【审查结论】

国家知识产权局作出第99001号无效宣告请求审查决定，宣告专利权部分无效。

【典型意义】

本案对技术启示的判断具有参考价值。

二、“手持风扇”外观设计专利权无效宣告请求案

【案情简介】

请求人提交了在先销售的产品照片。

【审查结论】

国家知识产权局作出第99002号无效宣告请求审查决定，维持专利权有效。

【典型意义】

本案明确了网络证据公开时间的认定。
"""
    )
    assert [d.title for d in found] == [
        "“一种滤芯”发明专利权无效宣告请求案",
        "“手持风扇”外观设计专利权无效宣告请求案",
    ]
    assert {d.court for d in found} == {"国家知识产权局"}
    assert {d.procedure for d in found} == {"无效宣告"}


def test_labelled_lines() -> None:
    digest = read_one(
        """# 甲诉乙案：等同的判断（示例）

案号：[2030] UKSC 7

当事人：Alpha Ltd；Beta plc

法院：英国最高法院

日期：2030年2月3日

法域：英国

主题：专利、垄断

程序：驳回上诉

争点：替换一个特征是否构成等同。

裁判要旨：以实质相同的方式达到实质相同效果的，构成等同。

理由：保护范围不限于文字。

适用规则：《欧洲专利公约》第69条；Patents Act 1977, s 60

关键词：等同；公平、合理、无歧视
""",
        "case.md",
    )
    assert digest.case_number == "[2030] UKSC 7"
    assert digest.parties == ("Alpha Ltd", "Beta plc")
    assert (digest.jurisdiction, digest.court_level, digest.date) == ("GB", "supreme", date(2030, 2, 3))
    assert digest.subjects == ("patent", "monopoly")
    assert digest.keywords == ("等同", "公平、合理、无歧视")
    assert digest.rules == (AppliedRule("欧洲专利公约", "69"), AppliedRule("Patents Act 1977", "60"))


JUDGMENT = """北京知识产权法院
民 事 判 决 书
（2019）京73民终2345号
上诉人（原审被告）：北京某甲科技有限公司，住所地北京市海淀区。
法定代表人：张某，董事长。
委托诉讼代理人：李某，北京某某律师事务所律师。
被上诉人（原审原告）：上海某乙文化有限公司（以下简称某乙公司），住所地上海市。
法定代表人：王某，总经理。
原审第三人：某丙平台有限公司，住所地广东省深圳市。
上诉人北京某甲科技有限公司因与被上诉人上海某乙文化有限公司侵害作品信息网络传播权纠纷一案，不服北京市海淀区人民法院（2018）京0108民初8888号民事判决，向本院提起上诉。本院依法组成合议庭审理了本案，现已审理终结。
某乙公司向一审法院起诉请求：判令停止侵权。
一审法院认为，某甲公司未经许可提供涉案作品。一审法院判决如下：某甲公司赔偿二万元。
本院经审理查明：涉案作品首次发表于2015年，某甲公司在其应用中提供下载。
本院认为，本案的争议焦点是某甲公司是否直接提供了作品。现有证据足以证明某甲公司将作品置于服务器上，一审认定并无不当。
综上，一审判决认定事实清楚，适用法律正确。依照《中华人民共和国著作权法》第四十八条第一项、《中华人民共和国民事诉讼法》第一百七十条第一款第一项之规定，判决如下：
驳回上诉，维持原判。
二审案件受理费三百元，由北京某甲科技有限公司负担。
本判决为终审判决。
审　判　长　　赵某
审　判　员　　钱某
审　判　员　　孙某
二〇一九年十一月二十日
书　记　员　　周某
附：相关法律条文
"""


def test_a_civil_judgment_on_appeal() -> None:
    digest = read_one(JUDGMENT)
    assert (digest.case_number, digest.court, digest.court_level) == (
        "（2019）京73民终2345号",
        "北京知识产权法院",
        "specialised",
    )
    assert digest.parties == ("北京某甲科技有限公司", "上海某乙文化有限公司", "某丙平台有限公司")
    assert (digest.date, digest.procedure) == (date(2019, 11, 20), "民事二审")
    assert digest.rules == (
        AppliedRule("中华人民共和国著作权法", "48"),
        AppliedRule("中华人民共和国民事诉讼法", "170"),
    )
    assert digest.holding is not None
    assert digest.holding.startswith("驳回上诉，维持原判。")
    assert "审" not in digest.holding.split("负担。")[-1]
    assert digest.reasoning is not None
    assert digest.reasoning.startswith("本院认为，本案的争议焦点")
    assert digest.facts is not None
    assert digest.facts.startswith("本院经审理查明")
    assert digest.issue is not None
    assert digest.subjects == ("copyright",)


@pytest.mark.parametrize(
    ("form", "number", "procedure", "roles"),
    [
        ("行 政 判 决 书", "（2020）京73行初1201号", "行政一审", "原告|被告|第三人"),
        ("刑 事 判 决 书", "（2021）浙0106刑初301号", "刑事一审", "公诉机关|被告人|被告单位"),
        ("民 事 裁 定 书", "（2022）最高法民申501号", "民事再审", "再审申请人（一审被告、二审上诉人）|被申请人（一审原告、二审被上诉人）|一审第三人"),
        ("执 行 裁 定 书", "（2022）粤03执异71号", "执行", "异议人|申请执行人|被执行人"),
    ],
)  # fmt: skip
def test_forms_of_judgments(form: str, number: str, procedure: str, roles: str) -> None:
    names = ("某甲有限公司", "某乙管理局", "某丙")
    lines = "\n".join(
        f"{role}{'：' if '人' in role[-1:] else ''}{name}，住所地某市。"
        for role, name in zip(roles.split("|"), names, strict=True)
    )
    kind = "裁定" if "裁" in form else "判决"
    digest = read_one(
        f"广东省深圳市中级人民法院\n{form}\n{number}\n{lines}\n本案由本院受理后，依法组成合议庭进行了审理，现已审理终结。\n"
        f"经审理查明，涉案商标于2010年核准注册，双方因使用发生争议。\n本院认为，申请注册和使用商标应当遵循诚实信用原则。依照《中华人民共和国商标法》第七条的规定，{kind}如下：\n"
        f"驳回请求。\n审判员　吴某\n二○二二年三月一日\n书记员　郑某\n"
    )
    assert (digest.case_number, digest.procedure) == (number, procedure)
    assert digest.parties[:2] == names[:2]
    assert digest.court == "广东省深圳市中级人民法院"
    assert digest.date == date(2022, 3, 1)
    assert digest.result == "驳回请求。"
    assert digest.rules == (AppliedRule("中华人民共和国商标法", "7"),)


@pytest.mark.parametrize("title", ["某办法", "关于开展知识产权保护工作的通知"])
def test_rules_and_notices_are_no_cases(title: str) -> None:
    text = f"{title}\n\n一、总体要求\n\n加强保护。\n\n二、工作任务\n\n各单位应当报送典型案例，写明基本案情、处理结果和典型意义。\n\n三、组织实施\n\n请遵照执行。\n"
    assert read_all(text) == ()


def test_a_blank_form_is_no_case() -> None:
    assert (
        read_all("典型案例报送表\n\n【基本案情】\n\n________\n\n【处理结果】\n\n________\n\n【典型意义】\n\n")
        == ()
    )


def test_cases_with_their_decision_behind_their_name() -> None:
    first, second = read_all(
        """2031年某法院10大知识产权案件

1. “云母”发明专利侵权纠纷案〔最高人民法院（2030）最高法知民终541号民事判决书〕

【案情摘要】甲公司系涉案专利的权利人，乙公司未经许可使用涉案技术。

【典型意义】本案加大了保护力度。

2. 侵害“绿谷”商标权及不正当竞争纠纷案〔江苏省高级人民法院（2029）苏民终2636号民事判决书〕

【案情摘要】丙公司注册了“绿谷”商标，丁公司恶意注册使用。

【典型意义】本案适用惩罚性赔偿。
"""
    )
    assert (first.title, first.case_number, first.court) == (
        "“云母”发明专利侵权纠纷案",
        "（2030）最高法知民终541号",
        "最高人民法院",
    )
    assert (second.title, second.court) == ("侵害“绿谷”商标权及不正当竞争纠纷案", "江苏省高级人民法院")


def test_the_numbers_of_both_instances_in_one_label() -> None:
    digest = read_one(
        "甲公司诉乙公司侵害计算机软件著作权纠纷案\n\n〔案号〕一审：上海知识产权法院（2019）沪73民初701号 二审：最高人民法院（2021）最高法知民终11号\n\n"
        "〔基本案情〕\n\n原告开发了一套软件，被告复制其源程序并商业使用。\n\n〔裁判结果〕\n\n一审判决停止侵权，二审维持。\n\n〔典型意义〕\n\n明确了比对方法。\n"
    )
    assert (digest.case_number, digest.court) == ("（2021）最高法知民终11号", "最高人民法院")


def test_cases_under_marks_alone() -> None:
    told = "法院经审理认为，被告的行为构成侵权，依照《中华人民共和国商标法》第五十七条，判决其停止侵权并赔偿经济损失。该案判决后双方均未上诉，案件已经执行完毕，起到了良好的示范效果。"
    first, second = read_all(
        f"某市法院发布知识产权司法保护典型案例\n\n案例1：甲公司诉乙公司侵害商标权纠纷案\n\n乙公司在招牌上突出使用他人商标。{told}\n\n"
        f"案例2：丙公司诉丁某侵害商业秘密纠纷案\n\n丁某离职后披露配方。{told}\n"
    )
    assert first.title == "甲公司诉乙公司侵害商标权纠纷案"
    assert first.rules == (AppliedRule("中华人民共和国商标法", "57"),)
    assert second.facts is not None
    assert second.facts.startswith("丁某离职后")


def test_a_decision_on_invalidity() -> None:
    digest = read_one(
        """国家知识产权局无效宣告请求审查决定（第98888号）

案件编号：第4W911111号
决定日：2032年03月04日
无效宣告请求人：甲家具有限公司
专利权人：乙工贸有限公司

决定要点：区别技术特征被其他对比文件公开且作用相同的，不具备创造性。

一、案由
请求人提出无效宣告请求。

二、决定的理由
合议组认为，权利要求1不具备专利法第22条第3款规定的创造性。

三、决定
宣告该实用新型专利权全部无效。
"""
    )
    assert (digest.case_number, digest.date, digest.procedure) == (
        "第4W911111号",
        date(2032, 3, 4),
        "无效宣告",
    )
    assert digest.parties == ("甲家具有限公司", "乙工贸有限公司")
    assert digest.rules == (AppliedRule("专利法", "22"),)
    assert digest.result == "宣告该实用新型专利权全部无效。"
    assert digest.holding == "区别技术特征被其他对比文件公开且作用相同的，不具备创造性。"
