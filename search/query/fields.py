"""The fields of the query language, in Chinese and English, and the values that people write in them."""

from __future__ import annotations

from corpus.model import Kind
from index.schema import Field

TEXT_FIELDS: dict[str, Field] = {
    "标题": Field.TITLE,
    "title": Field.TITLE,
    "名称": Field.TITLE,
    "正文": Field.TEXT,
    "text": Field.TEXT,
    "章节": Field.HEADING,
    "heading": Field.HEADING,
    "文号": Field.NUMBER,
    "number": Field.NUMBER,
}
"""Fields whose words are searched for in one text field."""

FILTER_FIELDS: dict[str, str] = {
    "类型": "kind",
    "kind": "kind",
    "辖区": "jurisdiction",
    "法域": "jurisdiction",
    "jurisdiction": "jurisdiction",
    "语言": "language",
    "language": "language",
    "机关": "issuer",
    "issuer": "issuer",
    "主题": "subject",
    "subject": "subject",
    "年份": "year",
    "year": "year",
}
"""Fields that narrow the answer to certain documents."""

AS_OF_FIELDS = frozenset({"有效于", "asof", "as_of"})
"""The field that names the day whose law is searched."""

KINDS: dict[str, Kind] = {
    "法律": Kind.LAW,
    "行政法规": Kind.ADMINISTRATIVE_REGULATION,
    "部门规章": Kind.DEPARTMENT_RULE,
    "规章": Kind.DEPARTMENT_RULE,
    "地方性法规": Kind.LOCAL_REGULATION,
    "司法解释": Kind.JUDICIAL_INTERPRETATION,
    "政策": Kind.POLICY,
    "指南": Kind.GUIDELINE,
    "指导性案例": Kind.GUIDING_CASE,
    "指导案例": Kind.GUIDING_CASE,
    "典型案例": Kind.TYPICAL_CASE,
    "裁判文书": Kind.JUDGMENT,
    "判决": Kind.JUDGMENT,
    "问答": Kind.QA,
    "文书样式": Kind.FORM,
    "会议纪要": Kind.MINUTES,
    "纪要": Kind.MINUTES,
    "条约": Kind.TREATY,
    "域外法": Kind.STATUTE,
    "外国法": Kind.STATUTE,
    "域外案例": Kind.FOREIGN_CASE,
    "外国案例": Kind.FOREIGN_CASE,
    "术语表": Kind.GLOSSARY,
    "其他": Kind.OTHER,
    **{str(kind): kind for kind in Kind},
}
"""Kinds by the words that people use for them."""

CASES = frozenset({Kind.GUIDING_CASE, Kind.TYPICAL_CASE, Kind.JUDGMENT, Kind.FOREIGN_CASE})
KIND_GROUPS: dict[str, frozenset[Kind]] = {"案例": CASES, "case": CASES}
"""Words that stand for several kinds."""

SUBJECTS: dict[str, str] = {
    "专利": "patent",
    "商标": "trademark",
    "著作权": "copyright",
    "版权": "copyright",
    "商业秘密": "trade_secret",
    "植物新品种": "plant_variety",
    "集成电路布图设计": "layout_design",
    "布图设计": "layout_design",
    "地理标志": "geographical_indication",
    "不正当竞争": "unfair_competition",
    "垄断": "monopoly",
    "域名": "domain_name",
}
"""Subjects by their Chinese names."""


def filter_values(facet: str, value: str) -> frozenset[str] | None:
    """The values of a facet that a person means, or ``None`` where the word names none of a closed list."""
    if facet == "kind":
        kinds = KIND_GROUPS.get(value.lower()) or ({KINDS[value.lower()]} if value.lower() in KINDS else None)
        return frozenset(str(kind) for kind in kinds) if kinds else None
    if facet == "subject":
        return frozenset({SUBJECTS.get(value, value.lower())})
    if facet == "jurisdiction":
        return frozenset({value.upper()})
    return frozenset({value})
