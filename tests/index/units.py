"""Units for tests: a small base written by ourselves, and a maker of single units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.access import INTERNAL, PUBLIC
from index.schema import SearchUnit

_PLAIN = SearchUnit(
    id="",
    version="cn/示例条例@2020-01-01",
    work="cn/示例条例",
    fingerprint="f1",
    order=0,
    title="示例条例",
    names=(),
    document_number=None,
    kind="law",
    jurisdiction="CN",
    language="zh",
    issuers=(),
    subjects=(),
    level="article",
    article=None,
    path=(),
    label="",
    heading="",
    text="",
    version_on=None,
    adopted=None,
    valid_from=None,
    valid_to=None,
    follows_on=None,
    repealed=None,
    access=PUBLIC,
)


def unit(version: str, order: int = 0, **values: object) -> SearchUnit:
    """The unit ``order`` of a version; what is not said is empty."""
    work = version.partition("@")[0]
    named: dict[str, object] = {"title": work.partition("/")[2], **values}
    made = replace(_PLAIN, version=version, work=work, order=order, id=f"{version}#{order}")
    return replace(made, **named)  # type: ignore[arg-type]


def grouped(units: list[SearchUnit]) -> dict[str, list[SearchUnit]]:
    """Units by version, as an engine takes them."""
    versions: dict[str, list[SearchUnit]] = {}
    for each in units:
        versions.setdefault(each.version, []).append(each)
    return versions


OLD = "cn/示例茶叶条例@2010-03-01"
NEW = "cn/示例茶叶条例@2020-03-01"
CASE = "cn/示例茶叶案@2021-06-01"
TREATY = "int/tea-agreement@1999-01-01"
DRAFT = "cn/示例茶具办法@2024-05-01~internal"
UNDATED = "cn/示例问答@abcdef12"

_OLD = {
    "names": ("茶叶条例",),
    "issuers": ("示例部", "示例局"),
    "subjects": ("trademark",),
    "document_number": "示发〔2010〕3号",
    "version_on": date(2010, 3, 1),
    "adopted": date(2010, 3, 1),
    "follows_on": date(2010, 6, 1),
    "valid_from": date(2010, 6, 1),
    "valid_to": date(2020, 9, 1),
}
_NEW = _OLD | {
    "subjects": ("trademark", "geographical_indication"),
    "document_number": "示发〔2020〕12号",
    "version_on": date(2020, 3, 1),
    "adopted": date(2020, 3, 1),
    "follows_on": date(2020, 9, 1),
    "valid_from": date(2020, 9, 1),
    "valid_to": None,
}

BASE = [
    unit(OLD, 0, path=("第一条",), label="第一条", text="为了保护茶园，恢复原状，制定本条例。", **_OLD),
    unit(
        OLD, 1, path=("第二章 保全", "第二条"), label="第二条", text="申请诉前保全的，应当提供担保。", **_OLD
    ),
    unit(NEW, 0, path=("第一条",), label="第一条", text="为了保护茶园，\n恢复\n原状，制定本条例。", **_NEW),
    unit(
        NEW,
        1,
        path=("第二章 保全", "第二条"),
        label="第二条",
        text="起诉前申请财产保全，适用本条例。",
        **_NEW,
    ),
    unit(
        NEW,
        2,
        path=("第三条",),
        label="第三条",
        heading="鑑定機構",
        text="恢复。原状不明的，不予受理。",
        **_NEW,
    ),
    unit(
        CASE,
        0,
        title="示例茶叶案",
        kind="typical_case",
        issuers=("示例法院",),
        subjects=("trademark",),
        text="法院适用茶叶条例第二条，准许诉前保全。",
        version_on=date(2021, 6, 1),
        follows_on=date(2021, 6, 1),
    ),
    unit(
        TREATY,
        0,
        title="Tea Agreement",
        names=("Agreement on Teas and Herbs",),
        kind="treaty",
        jurisdiction="INT",
        language="en",
        path=("Part II", "Article 6bis Well-known teas"),
        label="Article 6bis",
        heading="Well-known teas",
        text="Members shall protect well-known teas; see Directive 2001/29/EC and Article 102(a).",
        version_on=date(1999, 1, 1),
        adopted=date(1999, 1, 1),
        follows_on=date(2000, 1, 1),
        repealed=date(2015, 1, 1),
    ),
    unit(
        DRAFT,
        0,
        kind="department_rule",
        issuers=("示例局",),
        text="茶具的诉前保全由本办法规定。",
        version_on=date(2024, 5, 1),
        follows_on=date(2024, 7, 1),
        access=INTERNAL,
    ),
    unit(UNDATED, 0, kind="qa", text="問：什麼是「茶葉」？答：茶树的叶。"),
]
