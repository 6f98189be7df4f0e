"""What sort of document it is: rules in order, the most telling first; each names what it saw."""

from __future__ import annotations

import re
from collections.abc import Callable

from corpus.evidence import Evidence
from corpus.model import BlockKind, Format, Kind
from corpus.notes import Note
from ingest.identify import foreign_kinds
from ingest.identify.facts import Facts
from ingest.identify.forms import STANDARD_NUMBER
from ingest.identify.found import Found, stated
from ingest.identify.issuers import region_of
from ingest.identify.labels import labels_of

_CASE_HEADING = re.compile(
    r"(?:基本|简要|主要)?案情(?:回顾|简介|介绍)?|裁判(?:要点|要旨|结果|理由)|典型意义|法官(?:解读|提醒|说法)|申请人请求|处理结果|案例分析|案件事实|评析|仲裁委员会裁决"
)
_BLANK_FORM = re.compile(
    r"(?:表|请求书|申请书|委托书|承诺书|声明书|陈述书|授权书|说明书|请求单|登记簿|模板|格式)$"
)
_BLANKS = re.compile(r"[□☐]|_{4,}|＿{3,}|（签字?章?）|\(盖章\)|（盖章）")
_REPORTS = re.compile(
    r"白皮书|蓝皮书|(?:保护|发展|审判|工作)(?:状况|概况)|统计(?:公报|数据|简报)|年度报告|工作要点|倡议书?$|通报$"
)
_NOUN = re.compile(r"(?:法释|高检发释字)")
_UNKNOWN = Note("kind: no rule recognises the document", code="kind_unknown")
_RANKS = (
    ("法律", Kind.LAW),
    ("行政法规", Kind.ADMINISTRATIVE_REGULATION),
    ("地方性法规", Kind.LOCAL_REGULATION),
    ("地方政府规章", Kind.LOCAL_REGULATION),
    ("地方规范性文件", Kind.POLICY),
    ("司法解释", Kind.JUDICIAL_INTERPRETATION),
    ("部门规章", Kind.DEPARTMENT_RULE),
    ("规范性文件", Kind.POLICY),
    ("工作文件", Kind.POLICY),
    ("公告", Kind.POLICY),
    ("宪法", Kind.LAW),
)


Rule = Callable[[Facts], "Found[Kind] | None"]


def find(facts: Facts) -> Found[Kind]:
    """The kind, by the first rule that recognises the document; ``other`` with a warning where none does."""
    rules: tuple[Rule, ...] = (
        _CHINESE if facts.jurisdiction == "CN" and facts.language.startswith("zh") else _FOREIGN
    )
    for rule in (*_EVERYWHERE, *rules):
        found = rule(facts)
        if found:
            return found
    return Found(Kind.OTHER, warnings=(_UNKNOWN,))


def _seen(facts: Facts, kind: Kind) -> Found[Kind]:
    return Found(kind, facts.saw())


def _ends(facts: Facts, *forms: str) -> bool:
    return facts.bare.endswith(forms)


def _form(facts: Facts) -> Found[Kind] | None:
    if re.match(
        r"(?:民事|行政|刑事|国家赔偿|知识产权)?[^，。]{0,12}(?:起诉状|答辩状|申请书|自诉状|上诉状|示范文本)",
        facts.title,
    ):
        return _seen(facts, Kind.FORM)
    if _ends(facts, "示范文本", "样式", "申请表", "登记表", "（样本）") and "关于" not in facts.title:
        return _seen(facts, Kind.FORM)
    return _blank_form(facts)


def _blank_form(facts: Facts) -> Found[Kind] | None:
    """``请求书``, ``承诺书``: a paper whose boxes and blanks are still to be filled."""
    if not _BLANK_FORM.search(facts.bare) or "关于" in facts.title:
        return None
    text = facts.view.reading.text[:20_000]
    blank = _BLANKS.search(text)
    return _seen(facts, Kind.FORM) if blank else None


_MEETING_HEAD = re.compile(
    r"^[-*•\s]{0,4}(?:(?P<when>时\s{0,4}间|日\s{0,4}期|date)|(?P<where>地\s{0,4}点|place|venue|location)|(?P<chair>主\s{0,4}持\s{0,4}人?|主席|chair(?:person|ed\sby)?)"
    r"|(?P<who>参[会加](?:单位|人员|部门)|出席(?:人员)?|与会人员|attendees|participants|present|in\sattendance))(?:\s?/\s?[A-Za-z ]{2,24})?\s?[:：]",
    re.M | re.I,
)
"""Labels that open the minutes of a meeting, whatever their title; three of them together."""


def _minutes(facts: Facts) -> Found[Kind] | None:
    head = "\n".join(line.text for line in facts.view.head[:12])
    if re.search(
        r"(?:会议|座谈会|会商|联席会)?纪要|会签|(?:会议?|会商|议定)[^《》]{0,12}(?:台账|事项清单|任务分[解工]表?|责任清单)|备忘录|(?:会议|会商|会谈|座谈会|联席会)记录|會議紀[要錄]"
        r"|(?:会商|磋商|合作|协作|协同)[^《》]{0,12}协议$|\b(?:Agreed|Meeting|Draft)\sMinutes\b|\bMinutes\s(?:of|–|-|:)"
        r"|\bRecords?\sof\s(?:Discussions?|Consultations?|(?:the\s)?[^:.]{0,80}\bMeeting)\b|^Memorandum\sof\s(?:Meeting|Discussions?|Consultations?)"
        r"|\b(?:Action\s(?:Points|Items|Log)|Meeting\s(?:Notes|Record|Summary))\b",
        facts.title,
        re.I,
    ) and not re.search(r"关于印发《", facts.title):
        return _seen(facts, Kind.MINUTES)
    if re.search(
        r"^[（(]?会议(?:时间|名称)\s?[:：|]|^(?:(?:agreed|draft|final|meeting)\s)?(?:minutes|meeting\s(?:notes|record))$",
        head,
        re.M | re.I,
    ):
        return _seen(facts, Kind.MINUTES)
    return (
        _seen(facts, Kind.MINUTES) if len({m.lastgroup for m in _MEETING_HEAD.finditer(head)}) >= 3 else None
    )


def _guiding_case(facts: Facts) -> Found[Kind] | None:
    issued = facts.view.said("issuedLine")
    if issued and re.search(r"审判委员会|检察委员会", issued[1]):
        return Found(Kind.GUIDING_CASE, (stated("kind", *issued),))
    for line in facts.view.opening[:15]:
        match = re.match(r"(?:指导性?案例|检例第?)\s?第?\s?\d{1,4}\s?号", line.text)
        if match:
            return Found(Kind.GUIDING_CASE, (line.evidence("kind", 0, match.end()),))
    return None


def _of_forum(facts: Facts) -> Found[Kind] | None:
    """A decision whose head is that of a court or panel outside the mainland."""
    decision = facts.decision
    return Found(Kind.FOREIGN_CASE, decision.evidence("kind")) if decision else None


def _judgment(facts: Facts) -> Found[Kind] | None:
    if (
        re.search(r"(?:判决书|裁定书|调解书|决定书|裁决书)(?:\s|$)", facts.title)
        and "关于" not in facts.title
    ):
        return _seen(
            facts, Kind.JUDGMENT if facts.jurisdiction in ("CN", "TW", "HK", "MO") else Kind.FOREIGN_CASE
        )
    return None


def _decision(facts: Facts) -> Found[Kind] | None:
    """What an authority or a board decides in one case: ``复审决定书``, ``行政处罚决定书``, ``裁决书``."""
    if not re.search(
        r"(?:处罚|复审|审查|无效宣告|异议|撤销|评审|复议|裁决|裁定)[^，。《》]{0,8}(?:决定书?|裁定书|裁决书)$",
        facts.bare,
    ):
        return None
    if not re.search(r"书$", facts.bare) and not re.search(r"第\s?\d{3,}\s?号", facts.title):
        return None
    home = facts.jurisdiction in ("CN", "TW", "HK", "MO")
    return _seen(facts, Kind.JUDGMENT if home else Kind.FOREIGN_CASE)


def _digest(facts: Facts) -> Found[Kind] | None:
    """A summary of a case, by the head that says its number and its court."""
    labels = {label.role: label for label in labels_of(facts.view)}
    if not {"case", "court"} <= set(labels):
        return None
    home = facts.jurisdiction in ("CN", "TW", "HK", "MO")
    return Found(Kind.TYPICAL_CASE if home else Kind.FOREIGN_CASE, (labels["case"].evidence("kind"),))


def _answers(facts: Facts) -> Found[Kind] | None:
    if re.search(r"答问|问答|答记者问|解答(?:[（(一-龥）)]{0,8})?$|FAQ|Questions and Answers", facts.title):
        return _seen(facts, Kind.QA)
    levels = [line.text.lower() for line in facts.view.opening if line.level]
    if "question" in levels and ("choices" in levels or "answer" in levels):
        line = next(line for line in facts.view.opening if line.level and line.text.lower() == "question")
        return Found(Kind.QA, (line.evidence("kind"),))
    return None


def _typical_case(facts: Facts) -> Found[Kind] | None:
    if (
        re.search(r"典型案例|案例(?:选|集|汇编|精选)|十大(?:案件|案例)|参考案例|裁判要旨", facts.title)
        and "关于" not in facts.title[:16]
    ):
        return _seen(facts, Kind.TYPICAL_CASE)
    headings = [
        block
        for block in facts.view.blocks[:400]
        if len(block.text) < 24 and _CASE_HEADING.search(block.text)
    ]
    marked = {match[0] for block in headings if (match := _CASE_HEADING.search(block.text))}
    if len(marked) >= 2 or (marked and facts.title.endswith("案")):
        first = headings[0]
        return Found(Kind.TYPICAL_CASE, (Evidence("kind", first.text, "text", first.start, first.end),))
    return None


def _glossary(facts: Facts) -> Found[Kind] | None:
    if facts.view.said("法規名稱", "英文法規名稱", "中文法規名稱", "LawName"):
        return None
    keys = " ".join(facts.view.reading.metadata)[:4000]
    if re.search(
        r"glossar|術語|术语|單字|单词|词汇|詞彙|对照表|對照表|terminolog|abbreviations|vocabular|terms?\b.{0,20}(?:list|notes)",
        facts.title,
        re.I,
    ):
        return _seen(facts, Kind.GLOSSARY)
    if facts.view.reading.format not in (Format.CSV, Format.TSV, Format.JSON, Format.JSONL):
        return None
    rows = [block for block in facts.view.blocks[:60] if block.kind is BlockKind.TABLE_ROW]
    first = (facts.view.blocks[0].text if facts.view.blocks else "") + " " + keys
    if re.search(
        r"(?:^|[|\s])(?:Case|caseName|case_name|案号|案由|案件名称)\s?(?::|$|\|)|\bdecision_date\b|\bcaseName\b",
        f"{first} {keys}",
    ):
        return _stated_kind(facts, Kind.FOREIGN_CASE if facts.jurisdiction != "CN" else Kind.TYPICAL_CASE)
    return (
        _stated_kind(facts, Kind.GLOSSARY) if rows or facts.view.reading.format is not Format.JSONL else None
    )


def _stated_kind(facts: Facts, kind: Kind) -> Found[Kind]:
    block = facts.view.blocks[0] if facts.view.blocks else None
    if block is None:
        return Found(kind)
    part = block.part(0, min(len(block.text), 80))
    return Found(kind, (Evidence("kind", part.text, "text", part.start, part.end),))


def _interpretation(facts: Facts) -> Found[Kind] | None:
    supreme = facts.bodies & {"supreme_court", "supreme_procuratorate"}
    if not supreme or facts.bodies - {"supreme_court", "supreme_procuratorate", "ministry"}:
        return None
    numbered = next(
        (line for line in facts.view.opening[:40] if _NOUN.search(line.text) and len(line.text) < 80), None
    )
    adopted = any(re.search(r"审判委员会|检察委员会", told.event.surface) for told in facts.told)
    strong = _ends(facts, "解释", "批复", "安排") or (
        _ends(facts, "规定", "规则", "解答") and not facts.bodies & {"ministry"}
    )
    if (
        numbered
        or strong
        or (adopted and _ends(facts, "决定", "意见", "办法", "细则"))
        or re.search(r"关于.{0,80}(?:罪名的(?:意见|规定)|司法解释.{0,20}的决定)$", facts.bare)
    ):
        return _seen(facts, Kind.JUDICIAL_INTERPRETATION)
    return None


def _local(facts: Facts) -> Found[Kind] | None:
    local = region_of(facts.title) is not None
    if not (local or facts.bodies & {"local_congress", "local_government"}):
        return None
    if (
        _ends(facts, "条例", "办法", "规定", "规则", "细则", "决定", "实施办法", "若干规定")
        and "法院" not in facts.title[:14]
    ):
        if _ends(facts, "决定") and not facts.bodies & {"local_congress"}:
            return None
        return _seen(facts, Kind.LOCAL_REGULATION)
    return None


def _law(facts: Facts) -> Found[Kind] | None:
    if _ends(facts, "法", "法典", "宪法", "修正案", "通则") and not facts.title.endswith(("办法", "方法")):
        plain = facts.title.startswith("中华人民共和国") or "npc" in facts.bodies
        return _seen(facts, Kind.LAW) if plain or re.search(r"本法", facts.view.body) else None
    if "npc" in facts.bodies:
        return _seen(facts, Kind.LAW)
    return (
        _seen(facts, Kind.LAW)
        if re.match(r"中华人民共和国[一-龥、]{1,30}(?<![办方])(?:法|法典)(?:[·\s]|$)", facts.title)
        else None
    )


def _policy(facts: Facts) -> Found[Kind] | None:
    if _ends(
        facts,
        "通知",
        "意见",
        "公告",
        "通告",
        "批复",
        "函",
        "复函",
        "答复",
        "决定",
        "纲要",
        "规划",
        "方案",
        "计划",
        "要点",
        "制度",
        "清单",
        "目录",
        "措施",
        "名单",
        "报告",
        "白皮书",
    ) and not (_ends(facts, "决定") and facts.bodies & {"state_council", "npc"}):
        return _seen(facts, Kind.POLICY)
    if _REPORTS.search(facts.title):
        return _seen(facts, Kind.POLICY)
    issued = re.search(r"(?:印发|发布|公布)《[^《》]{2,60}》$|(?:公告|通告)第[^号]{1,8}号$", facts.title)
    return _seen(facts, Kind.POLICY) if issued else None


def _guideline(facts: Facts) -> Found[Kind] | None:
    chapter = re.search(
        r"(?:指引|指南|手册|标准|规程|规范)\s第[一二三四五六七八九十百]{1,4}[编章]\s", facts.title
    )
    if _ends(facts, "通知", "公告", "决定", "批复", "函") and not chapter:
        return None
    if re.search(
        r"指引|指南|手册|判断标准|审理标准|审查标准|审理指南|工作规程|业务规范|Guide\b|Guidelines?\b|Manual",
        facts.title,
    ):
        return _seen(facts, Kind.GUIDELINE)
    return (
        _seen(facts, Kind.GUIDELINE)
        if _ends(facts, "标准", "规程", "规范") and "国家标准" not in facts.title
        else None
    )


def _standard(facts: Facts) -> Found[Kind] | None:
    """National and industry standards: none of the kinds of rules."""
    line = next((line for line in facts.view.opening[:8] if STANDARD_NUMBER.fullmatch(line.text)), None)
    return (
        Found(Kind.OTHER, (line.evidence("kind"),))
        if line and re.search(r"标准|通则|规程|规范", facts.title)
        else None
    )


def _administrative(facts: Facts) -> Found[Kind] | None:
    if not _ends(facts, "条例", "办法", "规定", "规则", "细则", "决定"):
        return None
    council = next(
        (
            told
            for told in facts.told
            if re.search(
                r"国务院(?:令|批准|第|修[订正]|《|发布|公布|关于|，)|^[^《]{0,24}《国务院关于",
                told.event.surface,
            )
        ),
        None,
    )
    if council and council.evidence.start is not None:
        return Found(
            Kind.ADMINISTRATIVE_REGULATION,
            (
                Evidence(
                    "kind", council.evidence.surface, "text", council.evidence.start, council.evidence.end
                ),
            ),
        )
    if "state_council" in facts.bodies or (_ends(facts, "条例") and not facts.bodies - {"npc"}):
        return _seen(facts, Kind.ADMINISTRATIVE_REGULATION)
    return None


def _rank(facts: Facts) -> Found[Kind] | None:
    """What a label, a comment or the front matter calls it."""
    for label in labels_of(facts.view):
        for word, kind in _RANKS:
            if label.role == "rank" and word in label.value:
                return Found(kind, (label.evidence("kind"),))
    for key in ("类型", "category", "law_type"):
        entry = facts.view.said(key)
        for word, kind in _RANKS:
            if entry and word in entry[1]:
                return Found(kind, (stated("kind", *entry),))
    return None


def _department(facts: Facts) -> Found[Kind] | None:
    if re.search(r"仲裁[^《》]{0,8}规则", facts.title):
        return Found(Kind.OTHER, facts.saw())  # rules of a body that is no part of the state
    if facts.bodies == {"local_court"}:
        return _seen(facts, Kind.POLICY) if _ends(facts, "办法", "规定", "规则", "细则") else None
    if re.search(
        r"令第[^《》]{1,12}号[^《》]{0,8}《[^《》]{2,60}(?:办法|规定|规则|细则)》的令[）)]?$", facts.title
    ):
        return _seen(facts, Kind.DEPARTMENT_RULE)
    return (
        _seen(facts, Kind.DEPARTMENT_RULE)
        if _ends(facts, "办法", "规定", "规则", "细则", "章程", "准则")
        else None
    )


_EVERYWHERE: tuple[Rule, ...] = (
    _of_forum,
    _form,
    _guiding_case,
    _judgment,
    _decision,
    _digest,
    _minutes,
    _glossary,
    _answers,
)
_CHINESE: tuple[Rule, ...] = (
    _typical_case,
    _standard,
    _interpretation,
    _local,
    _law,
    _guideline,
    _policy,
    _administrative,
    _rank,
    _department,
    foreign_kinds.treaty,
)
_FOREIGN: tuple[Rule, ...] = (
    foreign_kinds.digest_of_law,
    foreign_kinds.treaty,
    foreign_kinds.case,
    foreign_kinds.guide,
    _guideline,
    foreign_kinds.statute,
    foreign_kinds.policy,
)
