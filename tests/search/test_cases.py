"""Cases found by words and facets, quickly among many."""

from __future__ import annotations

import time
from datetime import date

from corpus.catalogue.records import BriefEntry
from corpus.records import AppliedRule, Brief
from search.cases import find_cases, rule_name


def entry(order: int, **changes: object) -> BriefEntry:
    values: dict[str, object] = {"title": f"案{order}", "jurisdiction": "CN", "court": "甲法院", "year": 2020}
    return BriefEntry("cn/案例@2020-01-01", order, "案例", Brief(**{**values, **changes}))  # type: ignore[arg-type]


def test_values_of_one_facet_widen_and_facets_narrow() -> None:
    entries = [
        entry(0, court="甲"),
        entry(1, court="乙"),
        entry(2, court="乙", year=2021),
        entry(3, court="丙"),
    ]
    found = find_cases(entries, filters={"court": ("甲", "乙"), "year": ("2020",)})
    assert [e.order for e in found.entries] == [0, 1]
    assert {c.value: c.count for c in found.facets["court"]} == {"甲": 1, "乙": 1, "丙": 1}
    assert {c.value: c.count for c in found.facets["year"]} == {"2021": 1, "2020": 2}


def test_all_words_must_occur_whatever_their_width_and_case() -> None:
    entries = [entry(0, case_number="（2020）示01民终9号"), entry(1, parties=("ACME Ltd",))]
    assert [e.order for e in find_cases(entries, "(2020)示01").entries] == [0]
    assert [e.order for e in find_cases(entries, "acme ＬＴＤ").entries] == [1]
    assert find_cases(entries, "acme 终9").entries == ()


def test_rules_read_as_people_write_them() -> None:
    assert rule_name(AppliedRule("中华人民共和国专利法", "17-1")) == "专利法第17-1条"
    assert rule_name(AppliedRule("17 U.S.C.", "102")) == "17 U.S.C. 102"
    assert rule_name(AppliedRule("Directive 2001/29/EC", None)) == "Directive 2001/29/EC"


def test_ten_thousand_cases_are_counted_in_a_second() -> None:
    many = [
        entry(i, court=f"法院{i % 300}", year=1990 + i % 30, date=date(2020, 1, 1), parties=(f"公司{i}", "某人"),
              rules=(AppliedRule("专利法", str(i % 80)),))
        for i in range(10_000)
    ]  # fmt: skip
    began = time.process_time()
    found = find_cases(many, "公司", {"year": ("2000",)})
    assert time.process_time() - began < 1.5
    assert len(found.entries) == 334 - (10_000 % 30 <= 10)
