"""Lines by which exports of apps, web pages and gazettes label their facts: ``发布日期：2020年10月17日``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.evidence import Evidence
from ingest.identify.view import Line, View

_KEYS = {
    "number": "发布字号 发文字号 文号 字号 发布文号 发文 发文号 公告编号 令号 文件编号 发文编号 批准文号",
    "issuer": "发布机关 制定机关 发文机关 颁布机关 发布部门 发文单位 发布单位 颁布单位 发文部门 制定主体 印发机关 发文机构 发布机构 联合发文单位",
    "promulgated": "发布日期 公布日期 发文日期 成文日期 印发日期 发布时间 公布时间 发文时间 颁布日期 颁布时间 印发 发布 公布 签署日期",
    "effective": "实施日期 施行日期 生效日期 施行时间 生效时间 实施时间 执行日期 时效日期 施行 生效",
    "adopted": "通过日期 批准日期 通过时间 通过 批准 审议通过",
    "repealed": "失效日期 废止日期 失效时间 废止时间",
    "rank": "效力位阶 效力级别 法规类型 效力等级 法律效力位阶 文件类型 法规性质",
    "title": "标题 名称 法规名称 文件名称 法规标题",
    "amended": "修订日期 修正日期 修改日期",
    "other": "来源 作者 责任编辑 字体 字号大小 时效性 当前效力 法规类别 专题分类 原文网址 原文链接 源文件 来源url 专题 地位 浏览次数 信息来源 索引号 主题词 分类 有效性",
    "country": "法域 国家 国别 司法辖区",
    "case": "案号 案件号 案件编号",
    "court": "法院 审理法院 裁判法院 审判法院",
    "decided": "决定日 决定日期 裁判日期 判决日期 裁决日期 宣判日期 日期",
    "held": "会议时间 会议日期 召开时间 时间",
    "state": "",
}
_ROLES = {key: role for role, keys in _KEYS.items() for key in keys.split()}
_SPLIT = re.compile(r"[|｜┃]| {3,}|　{2,}")
_LABEL = re.compile(
    r"[>\-*•·\s\[【]{0,6}([一-龥A-Za-z](?:[一-龥A-Za-z ]|　){0,11}[一-龥A-Za-z])(?:[】\]]?\s{0,3}[:：]|】)\s{0,4}(\S.{0,200})"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled fact: its role, its text and its place."""

    role: str
    value: str
    line: Line
    start: int

    def evidence(self, field: str) -> Evidence:
        """The value as evidence for a field."""
        return self.line.evidence(field, self.start, self.start + len(self.value))


@lru_cache(maxsize=1)  # each field of a document asks for them
def labels_of(view: View) -> tuple[Label, ...]:
    """The labelled facts at the beginning of a document and in the furniture around it."""
    return tuple(label for line in view.surroundings for label in labels_in(line))


def labels_in(line: Line) -> Iterator[Label]:
    """The labelled facts of a line; several may stand in it, divided by bars."""
    if len(line.text) > 600:
        return
    start = 0
    for piece in _SPLIT.split(line.text):
        place = line.text.find(piece, start)
        match = _LABEL.match(piece)
        role = _ROLES.get(re.sub(r"\s", "", match[1]).lower()) if match else None
        if match and role:
            value = match[2].rstrip()
            yield Label(role, value, line, place + match.start(2))
        start = place + len(piece)


def is_label(line: Line) -> bool:
    """Whether a line is nothing but a labelled fact."""
    return any(True for _ in labels_in(line))
