"""Papers of courts with numbers alone: questions, and sentences of guidelines; all written for these tests."""

from __future__ import annotations

import pytest

from corpus.model import Kind
from ingest.cut import cut
from tests.ingest.cut.papers import articles_of, faults, identity, paper

CASES = {
    "numbered questions of a court": (
        Kind.QA,
        "1. 如何认定管辖？\n答：由侵权行为地法院管辖。\n2.如何认定赔偿？\n答：根据损失确定：\n1.实际损失；\n2.违法所得。\n3、能否并处？\n答：可以。\n",
        ["1", "2", "3"],
    ),
    "questions named as such": (
        Kind.QA,
        "问题1：甲？\n答：1.乙；\n2.丙。\n问题2：丁？\n答：戊。\n",
        ["问题1", "问题2"],
    ),
    "sentences of a guideline": (
        Kind.GUIDELINE,
        "1.本指引适用于样本纠纷案件。\n2.审理时应当遵循诚实信用原则。\n3、本指引自印发之日起施行。\n",
        ["1", "2", "3"],
    ),
    "a list in a guideline by articles": (
        Kind.GUIDELINE,
        "第一条　应当提交下列材料：\n1.申请书；\n2.证明；\n3.委托书。\n第二条　自印发之日起施行。\n",
        ["1", "2"],
    ),
    "numbers that do not count on": (
        Kind.GUIDELINE,
        "本指引说明如下。\n1.甲材料。\n1.乙材料。\n5.丙材料。\n",
        [],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_numbers_alone_are_units_where_nothing_else_is(case: str) -> None:
    kind, text, expected = CASES[case]
    reading, who = paper(text), identity(kind)
    provisions = cut(reading, who)
    assert articles_of(provisions) == expected
    assert faults(reading, who, provisions) == []
