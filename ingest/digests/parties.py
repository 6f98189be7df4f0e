"""Parties: from the name of a case (甲诉乙…案, A v. B), and from the lines of a Chinese decision that name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.tables import table

Part = tuple[str, tuple[int, int]]

_CASE = re.compile(r"(?:一案|案件|[系]?列案|案)(?:[（(][^（()）]{1,30}[)）])?$")
_SUES = re.compile(r"诉|(?<=[一-龥])与(?=[一-龥])|申请执行")
_ACTS = re.compile(r"(?<=[局会队院关府署部厅所])(?:依法)?(?:查处|处罚|处理)(?=[一-龥])")
"""An authority's act: what stands before it is the authority, no party. 水处理 is a trade."""
_AND = re.compile(r"[、，,；;]|(?<=[一-龥）)])(?:和|与|及)(?=[一-龥])")
_LONGEST_PERSON = 3
_MORE = re.compile(r"等(?:[一二三四五六七八九十百\d]{0,4}[人名家]|公司)?$")
_ROLE_WORDS = (
    "原告人?|被告(?:单位|人)?|上诉人|被上诉人|再审申请人|再审被申请人|被申请人|申请人|申诉人|被申诉人|第三人|公诉机关|抗诉机关|自诉人|"
    "附带民事诉讼原告人|附带民事诉讼被告人|申请执行人|被执行人|利害关系人|异议人|复议申请人|起诉人|请求人|被请求人|专利权人|无效宣告请求人|赔偿请求人|"
    "原审(?:原告|被告|第三人|被告人)|反诉原告|反诉被告|案外人|当事人|被处罚人|投诉人|被投诉人|上訴人|被上訴人|聲請人"
)
_PARTY_LINE = re.compile(
    rf"(?:{_ROLE_WORDS})(?:[（(][^（()）\n]{{1,60}}[)）]){{0,2}}[\s　]?[:：]?[\s　]*(?P<name>[^\s，,。；;:：、\n][^，,。；;:：\n]{{1,80}})"
)
_NO_NAME = re.compile(
    r"诉称|辩称|认为|提出|主张|请求|系|的|不服|与|因|向|在|对|为|是|经|未|应|或|指控|及其|均|已|违反|于"
)
_SENTENCE = re.compile(r"因与|一案|不服|诉称|辩称|提起|向本院|认为|犯.{2,24}罪|未到庭|到庭|出庭|经本院")
"""What shows that a line tells of the case and does not name a party."""
_AFTER = re.compile(r"[（(](?:以下|下称|简称|原名|曾用名|绰号|又名|化名|别名|自报)[^（()）\n]{0,60}[)）]")
_V = re.compile(r"\s(?:v\.?|vs\.?|versus|V\.)\s")
_TAIL = re.compile(
    r",?\s(?:\d{1,4}\s[A-Z][\w.\s]{0,16}\d{1,5}|No\.|Nos\.|\d{1,2}:\d\d-cv|\[\d{4}\]|\(\d{4}\)|Case\s).*$|\s\([^()]*\d{4}\)$|（示例）$"
)


@cache
def _causes() -> re.Pattern[str]:
    words = sorted({w for row in table("causes") for w in row["words"].split("|")}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)))


def parties_of_title(title: str, at: int) -> Iterator[Part]:
    """The parties that a case's name names, with their places; ``at`` is where the title stands."""
    bare = _CASE.search(title)
    if bare and re.search(r"[一-龥]", title):
        yield from _chinese(title, bare.start(), at)
    elif _V.search(title):
        yield from _english(title, at)


def _chinese(title: str, end: int, at: int) -> Iterator[Part]:
    begin = max(title.rfind("——", 0, end), title.rfind("—", 0, end), title.rfind("：", 0, end)) + 1
    acts = _ACTS.search(title, begin, end)
    begin = acts.end() if acts else begin
    sues = _SUES.search(title, begin, end)
    if sues is None:
        cause = _cause(title, begin, end)
        if cause is None or cause == begin:
            return
        yield from _names(title, begin, cause, at)
        return
    yield from _names(title, begin, sues.start(), at)
    cause = _cause(title, sues.end(), end)
    if cause is not None:
        yield from _names(title, sues.end(), cause, at)
    elif re.fullmatch(r"[一-龥A-Za-z· ]{1,30}", title[sues.end() : end]) and "：" not in title[:end]:
        yield from _names(title, sues.end(), end, at)


_ENDS = re.compile(
    r"公司|集团|厂|店|中心|局|委员会|政府|某[某甲乙丙丁]?\d?|[甲乙丙丁]|银行|支行|大学|学院|学校|研究院|研究所|协会|办事处|办公室|社|站|所|院|部|场|网|馆|[）)]|等(?:人|公司)?|机构|商行|基金会|超市|广场|影楼|厅|处|会|队|委"
)


def _cause(title: str, start: int, end: int) -> int | None:
    """Where the cause begins: the first word of a cause behind something that ends a name, else the first one."""
    fallback = None
    for match in _causes().finditer(title, start, end):
        before = title[start : match.start()]
        if not before:
            continue
        if any(m.end() == len(before) for m in _ENDS.finditer(before)):
            rest = title[match.start() : end]
            if not _ENDS_NAME.search(rest):
                return match.start()
        elif fallback is None and _is_person(re.split("[、，]", before)[-1]):
            fallback = match.start()
    return fallback


_ENDS_NAME = re.compile(
    r"(?:公司|中心|委员会|政府|管理局|资源局|办公室|办事处)(?!名称|决议|章程|股权|信息|行为|证照|盈余|债券|设立|解散|减资|增资|分立|合并|清算|登记)"
)


def _is_person(name: str) -> bool:
    return 2 <= len(name) <= _LONGEST_PERSON and not name.startswith("某")


def _parts(title: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Where one name ends and the next begins; an 和 inside a name (住房和城乡建设局) does not count."""
    begin = start
    for cut in _AND.finditer(title, start, end):
        name = title[begin : cut.start()]
        if cut[0] in "和与及" and not (
            _is_person(name) or any(m.end() == len(name) for m in _ENDS.finditer(name))
        ):
            continue
        yield cut
        begin = cut.end()


def _names(title: str, start: int, end: int, at: int) -> Iterator[Part]:
    begin = start
    for cut in [*_parts(title, start, end), None]:
        stop = cut.start() if cut else end
        name = title[begin:stop]
        left = begin + len(name) - len(name.lstrip(" 　—“"))
        name = _MORE.sub("", name.strip(" 　—“”"))
        name = re.sub(
            r"^(?:被告人|原告|被告单位|被告|上诉人|再审申请人|申请人|申请执行人)", lambda m: "", name
        )
        left = title.find(name, left) if name else left
        if 1 < len(name) <= 60 or name.endswith("某"):
            yield name, (at + left, at + left + len(name))
        begin = cut.end() if cut else stop


def _english(title: str, at: int) -> Iterator[Part]:
    tail = _TAIL.search(title)
    end = tail.start() if tail else len(title)
    begin = 0
    for cut in [*(m for m in _V.finditer(title, 0, end)), None]:
        stop = cut.start() if cut else end
        name = title[begin:stop].strip(" ,;")
        if name:
            left = title.index(name, begin)
            yield name, (at + left, at + left + len(name))
        begin = cut.end() if cut else stop


def party_line(line: str, at: int) -> Part | None:
    """The party that a line of the head of a Chinese decision names, without its data."""
    match = _PARTY_LINE.match(line)
    if match is None:
        return None
    name = _AFTER.sub("", match["name"])
    name = re.split(r"[（(](?:统一|身份|公民|住|原|以下|下|系|国籍|曾|又|绰|化|别|自)", name)[0].rstrip()
    if not name or len(name) > 60 or _NO_NAME.match(name) or _SENTENCE.search(name):
        return None
    return name, (at + match.start("name"), at + match.start("name") + len(name))
