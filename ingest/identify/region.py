"""The province or city whose local document it is, and the areas of coordinated development that it belongs to."""

from __future__ import annotations

import re
from functools import cache

from corpus.evidence import Evidence
from corpus.model import Kind
from corpus.tables import table
from ingest.identify.found import Found

_LOCAL = frozenset(
    {
        Kind.LOCAL_REGULATION,
        Kind.DEPARTMENT_RULE,
        Kind.POLICY,
        Kind.GUIDELINE,
        Kind.QA,
        Kind.MINUTES,
        Kind.FORM,
        Kind.OTHER,
    }
)
"""Kinds of local documents. A case belongs to its court, and its title may begin with the place of a party."""
_SPECIAL = {"HK": "香港特别行政区", "MO": "澳门特别行政区"}
_OFFICE = re.compile(
    r"(?:自由贸易区|自贸区)?(?:知识产权|互联网|海事|金融|铁路运输|高级|中级|高院|中院|法院|检察|市场监管|市场监督|版权|科技|人大|政府|市委|省委|经济特区|自由贸易)"
)
"""What follows a place that is called without 省 or 市: ``北京知识产权法院``."""
_FREE_ZONE = re.compile(r"中国[（(](?P<place>[一-龥]{2,4})[）)]自由贸易试验区")
_PREFECTURE = re.compile(r"[一-龥]{2,12}?(?:自治州|地区(?!分)|盟(?=[一-龥]))")
"""What may follow a province whose prefecture the table does not know."""
_SHORTEST = 2
_LONGEST = 12
_ENDS = re.compile(r"(?:维吾尔|壮族|回族)?自治区$|特别行政区$|经济特区$|自由贸易港$|[省市]$")


def find(
    kind: Kind, jurisdiction: str, title: Found[str], issuers: Found[tuple[str, ...]]
) -> tuple[Found[str | None], Found[tuple[str, ...]]]:
    """Region and areas of a local document: by its issuers, or by the beginning of its title."""
    if jurisdiction in _SPECIAL:
        return Found(_SPECIAL[jurisdiction]), _areas(_SPECIAL[jurisdiction], title)
    if jurisdiction != "CN" or kind not in _LOCAL:
        return Found(None), Found(())
    region = _by_issuer(issuers) or _by_title(title)
    return region or Found(None), _areas(region.value if region else None, title)


def _by_issuer(issuers: Found[tuple[str, ...]]) -> Found[str | None] | None:
    for name in issuers.value:
        place = place_of(name)
        if place:
            return Found(place, _as_region(issuers.evidence))
    return None


def _by_title(title: Found[str]) -> Found[str | None] | None:
    place = place_of(title.value)
    return Found(place, _as_region(title.evidence)) if place else None


def _as_region(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence("region", e.surface, e.origin, e.start, e.end) for e in evidence[:1])


@cache
def place_of(text: str) -> str | None:
    """The province, or the city in it, with which a name begins, by its official name.

    >>> place_of("广东省深圳市中级人民法院"), place_of("北京知识产权法院"), place_of("国家知识产权局")
    ('深圳市', '北京市', None)
    """
    zone = _FREE_ZONE.match(text)
    if zone:
        return _short().get(zone["place"])
    found, start = None, 0
    while place := _known(text, start):
        found, start = place, start + len(place)
    if found:
        prefecture = _PREFECTURE.match(text, start) if found.endswith(("省", "自治区")) else None
        return prefecture[0] if prefecture else _official(found)
    for length in range(min(len(text), 8), _SHORTEST - 1, -1):
        if text[:length] in _short() and _OFFICE.match(text, length):
            return _short()[text[:length]]
    return None


def _known(text: str, start: int) -> str | None:
    for length in range(min(len(text) - start, _LONGEST), _SHORTEST, -1):
        if text[start : start + length] in _provinces():
            return text[start : start + length]
    return None


def _official(name: str) -> str:
    """The city or province of a zone: 深圳经济特区 is 深圳市, 浦东新区 lies in 上海市."""
    if not re.search(r"经济特区$|自由贸易港$|新区$", name):
        return name
    if name.endswith("新区"):
        return _provinces()[name]
    city = re.sub(r"(?:经济特区|自由贸易港)$", "市", name)
    return city if city in _provinces() else _provinces()[name]


@cache
def _provinces() -> dict[str, str]:
    return {row["name"]: row["province"] for row in table("regions")}


@cache
def _short() -> dict[str, str]:
    """Places without 省, 市 or 自治区; where two share that, the province is meant."""
    found: dict[str, str] = {}
    for name, province in _provinces().items():
        bare = _ENDS.sub("", name)
        if len(bare) >= _SHORTEST and bare != name and (bare not in found or name == province):
            found[bare] = _official(name)
    return found


@cache
def _members() -> dict[str, frozenset[str]]:
    members: dict[str, set[str]] = {}
    for row in table("areas"):
        members.setdefault(row["area"], set()).add(row["member"])
    return {area: frozenset(places) for area, places in members.items()}


_CALLED = {
    "长三角": ("长三角", "长江三角洲"),
    "粤港澳大湾区": ("粤港澳大湾区",),
    "京津冀": ("京津冀",),
    "成渝": ("成渝", "川渝"),
    "长江经济带": ("长江经济带",),
    "东北": ("东北三省", "东北地区", "东北四省区", "东北振兴", "东北全面振兴"),
    "中部": ("中部六省", "中部地区"),
    "西部": ("西部大开发", "西部地区", "西部十二省"),
    "黄河流域": ("黄河流域", "沿黄九省"),
}
"""How titles call the areas."""


def _areas(region: str | None, title: Found[str]) -> Found[tuple[str, ...]]:
    """The areas to which the region belongs; a city belongs to that of its whole province."""
    named = [area for area, names in _CALLED.items() if any(name in title.value for name in names)]
    province = _provinces().get(region or "", region)
    for area, members in _members().items():
        partly = any(
            _provinces().get(member, member) == province and member != province for member in members
        )
        if region in members or (province in members and not partly):
            named.append(area)
    return Found(tuple(dict.fromkeys(named)))
