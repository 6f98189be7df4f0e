"""Whose local document it is, and to which areas the place belongs."""

from __future__ import annotations

import pytest

from corpus.evidence import Evidence
from corpus.ids import checksum
from corpus.model import Identity, SourceFile
from ingest.identify import identify
from ingest.identify.region import place_of
from ingest.read import read


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("广东省深圳市中级人民法院", "深圳市"),
        ("上海市嘉定区人民法院", "上海市"),
        ("北京知识产权法院", "北京市"),
        ("吉林高院", "吉林省"),
        ("吉林市人民政府", "吉林市"),
        ("深圳经济特区样品条例", "深圳市"),
        ("海南自由贸易港样品条例", "海南省"),
        ("浦东新区人民法院", "上海市"),
        ("中国（上海）自由贸易试验区样品办法", "上海市"),
        ("甘肃省甘南藏族自治州人民政府", "甘南藏族自治州"),
        ("国家知识产权局", None),
        ("最高人民法院", None),
        ("中华人民共和国海关总署", None),
        ("北京某样品公司", None),
    ],
)
def test_a_name_begins_with_its_place(name: str, place: str | None) -> None:
    assert place_of(name) == place


def identity(title: str, body: str = "第一条 为了规范样品管理，制定本办法。") -> Identity:
    content = f"# {title}\n\n{body}\n".encode()
    source = SourceFile("a.md", content, checksum(content))
    return identify(read(source), source)


@pytest.mark.parametrize(
    ("title", "region", "areas"),
    [
        ("浙江省样品管理条例", "浙江省", ("长三角", "长江经济带")),
        ("佛山市样品管理办法", "佛山市", ("粤港澳大湾区",)),
        ("韶关市样品管理办法", "韶关市", ()),
        ("天津市高级人民法院关于审理样品案件的指引", "天津市", ("京津冀",)),
        ("成都市样品管理办法", "成都市", ("成渝", "长江经济带", "西部", "黄河流域")),
        ("示例局关于印发《长三角地区样品保护协作方案》的通知", None, ("长三角",)),
        ("中华人民共和国样品法", None, ()),
    ],
)
def test_a_local_document_has_its_region_and_areas(
    title: str, region: str | None, areas: tuple[str, ...]
) -> None:
    found = identity(title)
    assert (found.region, found.areas) == (region, areas)
    if region:
        assert any(entry.field == "region" and isinstance(entry, Evidence) for entry in found.evidence)


def test_the_party_of_a_case_gives_it_no_region() -> None:
    found = identity(
        "北京市样品公司诉示例局行政纠纷案", "【基本案情】\n\n原告称。\n\n【裁判理由】\n\n法院认为。"
    )
    assert found.region is None


def test_a_judgment_belongs_to_its_court_and_to_no_region() -> None:
    found = identity(
        "民事判决书", "示例市中级人民法院\n\n（2020）沪0199民初12号\n\n原告甲。\n\n本院认为，样品属于甲。"
    )
    assert found.region is None
