"""What an engine gets: articles whole, their parts not by themselves."""

from __future__ import annotations

from datetime import date

from corpus.access import PUBLIC
from corpus.model import Identity, Kind, Level, Version
from index.units import units
from tests.documents import provision


def test_an_article_is_one_unit_with_all_that_stands_below_it() -> None:
    part = {"label": "", "article": "1"}
    provisions = [
        provision(0, "1", ""),
        provision(1, "1.1", "甲：", level=Level.PARAGRAPH, parent="1", **part),
        provision(2, "1.1.1", "子；", level=Level.ITEM, parent="1.1", **{**part, "label": "（一）"}),
        provision(3, "fn1", "注。", level=Level.FOOTNOTE, parent="1", **part),
        provision(4, "1.2", "乙。", level=Level.PARAGRAPH, parent="1", **part),
        provision(5, "nl.1", "Een.", label="Artikel 1", article="1", language="nl"),
    ]
    identity = Identity("示例法", Kind.LAW, "zh", "CN")
    day = date(2026, 1, 1)
    version = Version(
        "cn/示例法@2026-01-01", "cn/示例法", identity, PUBLIC, (), 2, 6, "f", day, None, day, "2026-01-01"
    )
    found = units(version, provisions)
    assert [(unit.id.partition("#")[2], unit.text, unit.language) for unit in found] == [
        ("1", "甲：\n（一）子；\n乙。", "zh"),
        ("fn1", "注。", "zh"),
        ("nl.1", "Een.", "nl"),
    ]
    assert sum(1 for each in provisions if each.searchable) == len(found)
