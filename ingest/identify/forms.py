"""How titles, issuers and numbers look: forms that several questions share."""

from __future__ import annotations

import re
from functools import cache

from corpus.tables import table

CHINESE_FORM = re.compile(
    r"(?:法|法典|宪法|条例|办法|规定|规则|细则|解释|批复|通知|意见|决定|公告|通告|答复|复函|函|指引|指南|标准|通则|规范|规程|导则|准则|制度|"
    r"纲要|规划|方案|计划|要点|纪要|备忘录|安排|解答|问答|答问|名单|目录|判决书|裁定书|决定书|起诉状|答辩状|申请书|示范文本|样式|典型案例|"
    r"案例|案|一案|会签[单表稿]|台账|(?:任务|事项|责任)(?:分解|分工|清单)表?|公约|条约|协定|议定书|声明|修正案|章程|合同|协议|法|條例|辦法|規定|規則|細則|準則|標準|要點|契约|會議紀要|工作报告|白皮书|措施|清单)"
    r"(?:[（(](?:试行|暂行|[一二三四五六七八九十]{1,3}|草案|征求意见稿|修[订正]草案|第[一二三四五六七八九十\d]{1,4}批|农业部分|林业部分|\d{4}年?)[）)])*"
    r"(?:——.{2,40})?$"
)
WESTERN_FORM = re.compile(
    r"\b(?:Act|Code|Law|Regulations?|Rules?|Directive|Treaty|Convention|Agreement|Protocol|Arrangement|Understanding|Constitution|Ordinance|"
    r"Charter|Guide|Policy|Statute|Decree|Order|Title \d{1,3}|Loi|Code|Décret|Règlement|Traité|Accord|Protocole|Acte|Gesetz|\w+gesetz|"
    r"\w+gesetzbuch|Verordnung|\w+ordnung|Ley|Real Decreto|Reglamento|Tratado|Convenio|Acuerdo|Verdrag|Overeenkomst|Conventie|Schikking|"
    r"\w+wet|Legge|Decreto|Codice|Lei|Código)\b|\bv\.?\s|\bTRIPS\b|\b(?:Agreed|Draft|Meeting)\sMinutes\b|\bMinutes\sof\b|^(?:AGREED\s)?MINUTES\b|\bGuidelines?\b|MEASURES|AGREEMENT|TREATY|CONVENTION|ACT,? \d{4}"
    r"|(?:法|法律|規則|令|条約|법|법률|규칙|령|시행령)$",
)
STRUCTURAL = re.compile(
    r"第\s?[〇零一二三四五六七八九十百\d]{1,6}\s?(?:[条條章编編节節]|分编|部分)(?![一-龥]{0,2}法$)|[一二三四五六七八九十]{1,3}、"
    r"|(?:Article|ARTICLE|Artículo|Artikel|Section|SECTION|PART|Part|CHAPTER|Chapter|TITRE|Titre|LIVRE|Livre|ANNEX|Annex|SCHEDULE|Rule)"
    r"\s{1,4}(?:\d|[A-Z]{1,2}\.?\s?\d|[IVXL]{1,6}\b|[Pp]remier|first|one|[A-D]\b)|§|제\s?\d{1,4}\s?[조장편]|附則|부칙|SUBCHAPTER|Subchapter|#"
)
DOCUMENT_NUMBER = re.compile(
    r"(?P<word>[一-龥]{1,14}?)\s?[〔\[［【(（﹝]\s?(?P<year>(?:19|20)\d{2})\s?[〕\]］】)）﹞]\s?(?:第\s?)?\d{1,10}(?:[-－]\d{1,4})?\s?号"
)
DECREE = re.compile(
    r"(?:中华人民共和国)?[一-龥、\s]{2,60}?(?:令|公告|通告)\s{0,2}(?:(?:19|20)\d{2}\s?年)?\s?第?\s{0,2}"
    r"[〇零一二三四五六七八九十百\d]{1,6}\s{0,2}号(?:令)?"
)
CASE_NUMBER = re.compile(
    r"[（(〔\[]\s?(?:19|20)\d{2}\s?[）)〕\]]\s?[一-龥][一-龥\d]{1,14}?(?:字)?第?\s?\d{1,7}(?:-\d{1,3})?号(?:之[一二三四五六七八九十])?"
)
STANDARD_NUMBER = re.compile(
    r"(?:GB(?:/T|/Z)?|YY(?:/T)?|SN/T|DB\d{2}(?:/T)?)\s?\d{2,6}(?:\.\d{1,3})?\s?[—–-]\s?(?:19|20)\d{2}"
)
_SEPARATORS = re.compile(r"[、，,\s/和与及]+")


@cache
def issuer_classes() -> dict[str, tuple[str, str]]:
    """Names of issuers with their official name and class."""
    return {row["name"]: (row["canonical"], row["class"]) for row in table("issuers")}


def is_issuer(name: str) -> bool:
    """Whether a name is that of an issuer, known or by its form."""
    return name in issuer_classes() or bool(
        re.fullmatch(
            r"[一-龥]{2,20}(?:人民政府(?:办公厅)?|人民代表大会(?:常务委员会)?|(?:高级|中级)?人民法院|(?:互联网|海事|金融)法院|人民检察院|领导小组(?:办公室)?|联席会议(?:办公室)?|知识产权局|知识产权法院|市场监督管理局)",
            name,
        )
    )


def is_issuer_line(text: str) -> bool:
    """Whether a line holds nothing but issuers."""
    names = [name for name in _SEPARATORS.split(text.strip()) if name]
    spaceless = re.sub(r"\s", "", text)
    return bool(names) and len(text) <= 80 and (all(map(is_issuer, names)) or is_issuer(spaceless))


def is_number_line(text: str) -> bool:
    """Whether a line holds nothing but a document number, with or without brackets around it."""
    plain = re.sub(r"\s{1,4}原文$", "", text.strip().strip("（()）*"))
    whole = (DOCUMENT_NUMBER, CASE_NUMBER, STANDARD_NUMBER)
    if any(pattern.fullmatch(candidate) for pattern in whole for candidate in (plain, text.strip())):
        return True
    return bool(
        re.fullmatch(
            r"(?:中华人民共和国)?[一-龥、\s]{0,60}(?:令|公告)?\s?第\s?[〇零一二三四五六七八九十百\d]{1,6}\s?号",
            plain,
        )
    )
