"""Organisations and people as minutes print them: in lists, in sentences, with their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.records import Participants

_SUFFIX = (
    "(?:人民法院|管委会|居委会|检察院|法院|法庭|人民政府|政府|委员会|海关|总局|分局|[市区县省厅部总]?局|厅|教育部|科技部|公安部|商务部|司法部|财政部|[一-龥]{2,8}部|委|"
    "办公室|办公厅|办|院|庭|[一-龥]处|处|科|司|署|室|中心|协会|学会|联合会|商会|工商联|律协|联盟|公司|集团|企业|大学|学院|研究院|研究所|研究会|所|站|"
    "支队|总队|大队|专班|工作组|专家组|小组|秘书处|秘书组|联络员|联络组|银行|仲裁委|党委|"
    "各单位|成员单位|相关单位|有关单位|有关部门|相关部门|各部门|参会单位|与会单位|承办单位|主办单位|各地|各区县?|各法院|基地|平台公司|团队|机构)"
)
_ANOTHER_SUFFIX = r"(?!办公[室厅]|办(?![理案结法事公])|局(?!长)|厅(?!长)|委(?!托|派|员)|院(?!长)|庭(?!长)|法庭|处(?!理|长)|科(?!学|技|研|普)|司(?!法)|支队|总队|中心|所(?!有|属|在|述|涉|需)|室|分局|党委|会(?!同|商|议|后)|长(?!期)|员|级)"
_VERBS = (
    "牵头|负责|会同|会商|商|联合|主办|协办|承办|承担|统筹|组织|起草|制定|制订|提出|研究|建立|开展|落实|推[进动]|编[制写印]|汇总|配合|协助|协同|协调|参[与加照]|支持|予以|给予|"
    "于|在|应|要|须|需|将|可|每|按|抓紧|尽快|进一步|加[强快大]|完善|梳理|明确|修[订改]|出台|印发|发布|提[供交请]|通报|报|指[定导派]|选派|确[定认保]|共[同享建]|分[别头工]|具体|做好|"
    "建[设成议]|搭建|向|对|就|根据|结合|依[托照法职]|定期|及时|适时|实施|履行|移[送交]|受理|审[查核理]|征求|形成|完成|召[集开]|轮流|继续|持续|积极|主动|督[促办]|健全|优化|举办|承接|"
    "拟[定订]|草拟|签[署订]|公布|启动|筹[备建]|设[立置]|成立|派[员出]?|邀请|聘请|培训|宣传|调[研取查]|跟[进踪]|评估|总结|上[报线]|反馈|回复|答复|核实|对接|收集|整理|牵|为|作为|任|担任|同意|承诺|"
    "安排|强化|深化|探索|试点|推荐|遴选|更新|维护|开[放通发设立办]|接入|录入|报[送请]|简化|压缩|扩大|规范|打击|查处|清[理查]|排查|督导|引导|引入|征集|复核|收[到取]|接到|组[建成]|扶持|培[育养]|拨付|划拨|列[入支]|纳入|采购|购买|公开|撰写|编[辑录]|统[一计]|抽[查取]|会签|接[收受]|转[办交送]|退[回还]|交[办由换]|派驻|入驻|进驻|挂牌|试行|执行|实行|聘任|走访|摸[底排]|监测|监[督管]|查[找询明]|比照|参考|适用|讨论|商[定请]|申[请报]|发[送放起出]|增[设加补配]|调[整解配]|选[聘定]|各(?=[自指派确])|把|以|从|与|和|及|或|等|的|主责|主动|双向|互[相通]|自|会后|年|\\d|本|[一二三四]季度"
)
_STOP = r"，,。；;：:、《》〈〉“”\"\s（）()"
_ALL = "各(?:行政机关|机关|处室|科室|部门单位|区局|县局|市局|分局|法庭|地区|盟市|设区市|市州|县市区|区市县|县区)|双方|各方|三方|[甲乙丙丁]方|各单位|各?成员单位|(?:各?相关|各?有关)(?:单位|部门)|各部门|[参与]会单位|各地|各区县?"
_ORG = rf"(?:(?:{_ALL})|(?:[^{_STOP}由请]|（[^（）、，；]{{1,8}}）){{1,24}}?{_SUFFIX}){_ANOTHER_SUFFIX}(?:（[^（）]{{1,24}}）|\([^()]{{1,24}}\))?"
_ENDS = rf"(?=\s?(?:[{_STOP}]|$|{_VERBS}))"
_BETWEEN = r"\s?(?:、|，(?=[^，。；]{0,24}(?:、|和|共同|联合))|和|与|及|以及|或|/)\s?"
ORGANISATIONS = rf"(?:{_ORG}{_ENDS}(?:{_BETWEEN}{_ORG}{_ENDS})*(?:等(?:相关|有关|各)?(?:成员)?(?:单位|部门|各方|机构|[二两三四五六七八九十]\S{{1,2}}单位)?)?)"
"""A list of organisations within a sentence."""

_IS_ORGANISATION = re.compile(rf"(?:{_ALL}|.{_SUFFIX})(?:[（(][^（）()]{{1,24}}[)）])?$")
_AND = re.compile(r"和|与|及|以及|或")
_SEPARATOR = re.compile(r"[、；;，,/\n]|\s?以及\s?|和|与|及|或|\s{2,}|(?<=\S)\s(?=[一-龥])")
_ETC = re.compile(r"等?(?:相关|有关|各)?(?:单位|部门|机构)?(?:负责(?:同志|人))?$")
_TAIL = re.compile(
    r"等(?:相关|有关|各)?(?:成员)?(?:单位|部门|各方|机构|[二两三四五六七八九十0-9]{1,3}[个家]?(?:单位|部门))?$|等$|(?:按(?:照)?(?:各自)?职责(?:分工)?)?(?:共同|分别|联合)?(?:牵头|负责|配合|协助|主办|协办|落实)$"
)
_ROLE = re.compile(
    r"[（(](?:(?P<lead>牵头|主办|主责|负责|lead|主要)|(?P<support>配合|协办|协助|参与|support(?:ing)?))[)）]",
    re.IGNORECASE,
)
_ENGLISH_SEPARATOR = re.compile(r"\s?[;/\n]\s?|,\s(?:and\s)?|\s(?:and|&)\s")


def split_parties(text: str) -> list[tuple[int, int]]:
    """The places of the single names in a list of organisations or people, without 等单位.

    和 and 与 part two names only behind the name of an organisation: 人力资源和社会保障局 is one.
    """
    if not re.search("[一-龥]", text):
        return list(_parts(text, _ENGLISH_SEPARATOR, _joins_english))
    return list(_parts(text, _SEPARATOR, _joins_chinese))


def _parts(text: str, separator: re.Pattern[str], joins: object) -> Iterator[tuple[int, int]]:
    start, depth = 0, 0
    depths = []
    for character in text:
        depth += (character in "（(") - (character in "）)")
        depths.append(depth)
    for match in separator.finditer(text):
        if match.start() < start or depths[match.start()] > 0:
            continue
        if callable(joins) and joins(text[start : match.start()], match[0], text[match.end() :]):
            continue
        yield from _trimmed(text, start, match.start())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _joins_chinese(before: str, between: str, after: str) -> bool:
    """Whether the sign between two words belongs to one name."""
    if between == " ":
        return not (is_organisation(before.strip()) and is_organisation(_first(after)))
    return _AND.fullmatch(between.strip()) is not None and not is_organisation(before.strip())


def _first(text: str) -> str:
    return re.split(r"[、，,；;\s]", text.strip(), maxsplit=1)[0]


def _joins_english(before: str, between: str, after: str) -> bool:
    return (
        "and" in between.split() and bool(re.search(r"\b(?:Patents?|Trade|Research|Copyright)$", before))
    ) or (between == ", " and re.match(r"(?:Inc|Ltd|LLC|Co)\b", after) is not None)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    tail = _TAIL.search(text, start, end)
    end = tail.start() if tail and tail.start() > start else end
    while start < end and (text[start].isspace() or text[start] in "：:·-–—"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "。.；;，,、"):
        end -= 1
    if start < end and text[start:end] not in ("等", "/", "—", "-", "无", "None", "N/A", "n/a", "TBC"):
        yield start, end


def is_organisation(text: str) -> bool:
    """Whether a name ends as names of organisations do."""
    return _IS_ORGANISATION.search(text) is not None


def role_of(name: str) -> tuple[str, str | None]:
    """A name without the mark of its part in the task, and that part: ``lead``, ``support`` or none."""
    match = _ROLE.search(name)
    if match is None:
        return name, None
    return (name[: match.start()] + name[match.end() :]).strip(), "lead" if match["lead"] else "support"


# --- who took part ---------------------------------------------------------------------------------------------

_PERSON = re.compile(r"[一-龥]{2,4}(?:·[一-龥]{1,8})?(?:[（(][^（）()]{1,40}[)）])?")
_POST = (
    r"(?:党组成员|党组书记|书记|副?主任|副?局长|副?院长|副?庭长|副?处长|副?司长|副?厅长|副?科长|副?部长|副?检察长|副?秘书长|副?会长|副?主席|副?市长|副?关长|副?总队长|副?支队长"
    r"|副?所长|调研员|专委|审判员|法官|检察官|研究员|代表|负责人|同志|科员|干部|助理|处级|联络员)"
)
_ORG_AND_PEOPLE = re.compile(
    rf"(?P<organisation>.{{1,40}}{_SUFFIX}{_ANOTHER_SUFFIX}(?:{_POST}|[、\s])*)(?P<people>[一-龥]{{2,4}}(?:·[一-龥]{{1,8}})?\s?(?:[（(][^（）()]{{1,40}}[)）])?)$"
)
_HOUSE = re.compile(
    r"\b(?:Ministry|Office|Service|Court|Authority|Agency|Department|Association|Administration|Customs|Police|University|Institute|Bureau|Commission|Council|Organi[sz]ation|Secretariat|Board)\b"
)
_COLON = re.compile(r"^(?P<organisation>[^：:]{2,60})[：:]\s*(?P<people>.*)$", re.DOTALL)
_OF = re.compile(r"^(?P<person>[^（(]{2,40}?)\s?[（(](?P<organisation>[^（）()]{2,60})[)）]$")
_LIST = re.compile(r"[、，,]|(?<=[)）])\s|\s{1,4}")
_GENERAL = re.compile(r"(?:主要|分管|有关|相关|部分)?(?:领导|负责(?:同志|人)|代表|人员|同志)")


def participants_of(text: str) -> list[Participants]:
    """Who took part, by organisation: ``甲局：张三、李四``, ``甲局 张三（处长）``, ``甲局张三``, or organisations alone."""
    found: list[Participants] = []
    for group in re.split(r"[；;。\n]", text):
        printed = group.strip(" \t　-–—•·*")
        if printed:
            found += _english(printed) if not re.search("[一-龥]", printed) else _chinese(printed)
    return _gathered(found)


def _gathered(found: list[Participants]) -> list[Participants]:
    people: dict[str | None, list[str]] = {}
    for entry in found:
        listed = people.setdefault(entry.organisation, [])
        listed += [person for person in entry.people if person not in listed]
    return [Participants(organisation, tuple(names)) for organisation, names in people.items()]


def _chinese(text: str) -> list[Participants]:
    colon = _COLON.match(text)
    if colon:
        return [Participants(colon["organisation"].strip(), tuple(_people(colon["people"])))]
    names = [text[start:end] for start, end in split_parties(text)]
    if all(is_organisation(name) or _GENERAL.search(name) for name in names):
        return [_general(name) for name in names]
    found: list[Participants] = []
    for name in names:
        found += _one(name, found[-1].organisation if found else None)
    return found


def _general(name: str) -> Participants:
    """An organisation alone, or with people whom nobody names: 各区局分管负责同志."""
    match = _GENERAL.search(name)
    if match is None or match.start() == 0:
        return Participants(name)
    return Participants(name[: match.start()].strip(), (name[match.start() :],))


def _one(name: str, organisation: str | None) -> list[Participants]:
    """A name in a list: an organisation with a person, a person with his organisation, or another person of the last."""
    of = _OF.match(name)
    if (
        of
        and _PERSON.fullmatch(of["person"])
        and re.search(_SUFFIX, of["organisation"])
        and not is_organisation(of["person"])
    ):
        house = re.sub(rf"{_POST}+$", "", of["organisation"]) or of["organisation"]
        if is_organisation(house) and len(house) > 2:
            return [Participants(house, (name,) if house != of["organisation"] else (of["person"],))]
    split = _ORG_AND_PEOPLE.match(name)
    if split:
        house = re.sub(rf"(?:{_POST}|[、\s])+$", "", split["organisation"])
        post = split["organisation"][len(house) :].strip()
        return [Participants(house, (f"{post}{split['people'].strip()}",))]
    if is_organisation(name):
        return [Participants(name)]
    return [Participants(organisation, (name,))]


def _people(text: str) -> list[str]:
    return [name.strip() for name in _LIST.split(text.strip()) if name.strip()]


def _english(text: str) -> list[Participants]:
    colon = re.match(r"([^:]{2,80}):\s+(.+)$", text)
    if colon:
        return [
            Participants(
                colon[1].strip(), tuple(re.split(r"\s?(?:,(?!\s(?:Dr|PhD|Jr))|\band\b)\s?", colon[2]))
            )
        ]
    found = []
    for name in re.split(r",\s(?![^()]*\))(?=[^,]*\()", text):
        of = re.match(r"(.{2,60}?)\s\(([^()]{2,80})\)$", name.strip())
        if of:
            outside, inside = of[1].strip(), of[2].strip()
            is_house = _HOUSE.search(outside) and not _HOUSE.search(inside)  # Customs Service (Ben Oak)
            found.append(Participants(outside, (inside,)) if is_house else Participants(inside, (outside,)))
        else:
            person, _, house = name.strip().partition(", ")
            found.append(Participants(house, (person,)) if house else Participants(person))
    return found
