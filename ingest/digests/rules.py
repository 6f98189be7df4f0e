"""The rules that a case applies: work as the text names it, article normalised. Patterns for each way to cite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.numbering import article_number
from corpus.records import AppliedRule
from corpus.works import work_names
from ingest.digests.draft import rule

Found = tuple[AppliedRule, tuple[int, int]]

_HAN = r"[〇零一二三四五六七八九十百千两\d]"
_ARTICLE = rf"第\s?{_HAN}{{1,8}}\s?[条條](?:\s?之{_HAN}{{1,3}}(?!{_HAN}))?"
_BELOW = rf"(?:\s?第?[（(]?{_HAN}{{1,4}}[)）]?\s?[款项項目](?:[、,，和及至或](?:第?[（(]?{_HAN}{{1,4}}[)）]?\s?[款项項目]))*)*"
_LIST = re.compile(
    rf"{_ARTICLE}{_BELOW}(?:(?:、|,|，|和|及|以及|与|或|至|到|—|-|–|~|～)\s?{_ARTICLE}{_BELOW})*"
)
_ONE = re.compile(rf"(?P<range>至|到|—|-|–|~|～)?\s?(?P<article>{_ARTICLE})")
_BOOK = re.compile(
    r"(?P<open>[《<＜])(?P<work>[^《》<>＜＞\n]{2,90}(?:[〈<＜][^〈〉<>＜＞\n]{2,60}[〉>＞][^《》\n]{0,40})?)[》>＞]"
    r"(?:\s?[（(〔\[](?:[^（()）〔〕\[\]\n]|[〔\[][^〔〕\[\]\n]{1,8}[〕\]]){1,50}[)）〕\]]){0,2}"
)
_BARE = re.compile(r"[一-龥]{2,24}$")
_CONTRACT = re.compile(
    r"^(?!.*(?:知识产权|贸易)).*(?:协议书?|合同|公证书|说明书|报告|证明|通知书|判决书|裁定书)$"
)
"""Papers that are no rules, though parties cite their clauses."""
_RANGE = 30
_OWN = re.compile(r"^[本该此][法条例]")


@dataclass(frozen=True, slots=True)
class Form:
    """A way to cite outside Chinese: ``work`` and ``articles`` are groups, or ``name`` stands for the work."""

    pattern: re.Pattern[str]
    name: str | None = None


_NUMBERS = r"\d{1,4}(?!\d|\sU\.?\s?S|\sC\.?\s?F)(?:bis|ter|quater|[a-zA-Z]{1,2}\b)?(?:\(\w{1,4}\))*(?:\s(?:and|or|to)\s\(\w{1,4}\))*"
_MANY = rf"{_NUMBERS}(?:(?:,\s(?:and\s|or\s)?|\sand\s|\sor\s|\sto\s|\sund\s|\set\s|–|-){_NUMBERS})*"
FORMS = (
    Form(re.compile(rf"(?P<work>\d{{1,2}}\sU\.?\s?S\.?\s?C\.?(?:\s?A\.)?)\s?(?:§{{1,2}}|[Ss]ections?|[Ss]ec\.)\s?(?P<articles>{_MANY})")),
    Form(re.compile(rf"(?P<work>\d{{1,2}}\s(?:U\.S\.C\.|USC))\s(?P<articles>{_NUMBERS})")),
    Form(re.compile(r"(?P<work>\d{1,2}\sC\.?F\.?R\.?)\s(?:§{1,2}\s?)?(?P<articles>\d{1,4}\.\d{1,4})")),
    Form(re.compile(
        rf"(?:Articles?|Art\.)\s(?P<articles>{_MANY})\s(?:of|in)\s(?:the\s)?(?P<work>(?:Council\s)?(?:Directive|Regulation)\s(?:\((?:EC|EU|EEC)\)\s)?(?:No\s)?\d{{2,4}}/\d{{2,4}}(?:/(?:EC|EU|EEC))?)"
    )),
    Form(re.compile(
        rf"(?P<work>(?:Directive|Regulation)\s(?:\((?:EC|EU|EEC)\)\s)?(?:No\s)?\d{{2,4}}/\d{{2,4}}(?:/(?:EC|EU|EEC))?),?\s[Aa]rt(?:icles?|\.)\s(?P<articles>{_MANY})"
    )),
    Form(re.compile(
        rf"(?:Articles?|Art\.|Rules?)\s(?P<articles>{_MANY})\s(?:of\s(?:the\s)?)?(?P<work>TRIPS(?:\sAgreement)?|Berne\sConvention|Paris\sConvention|EPC|European\sPatent\sConvention|TFEU|Treaty\son\sthe\sFunctioning\sof\sthe\sEuropean\sUnion|PCT|RPBA(?:\s20\d\d)?|Charter(?:\sof\sFundamental\sRights\sof\sthe\sEuropean\sUnion)?|DSU)"
    )),
    Form(re.compile(
        rf"(?P<work>(?:[A-Z][\w’'&-]{{1,20}}\s(?:of\s|and\s|the\s)?){{1,6}}Act(?:\s(?:1[89]|20)\d\d)?(?:\s\((?:Cth|Canada|Singapore)\))?),?\s(?:ss?\.?|[Ss]ections?|§{{1,2}})\s?(?P<articles>{_MANY})"
    )),
    Form(re.compile(
        rf"(?:[Ss]ections?|\bss?\.?)\s?(?P<articles>{_MANY})\s(?:of\s)?the\s(?P<work>(?:[A-Z][\w’'&-]{{1,20}}\s(?:of\s|and\s|the\s)?){{1,6}}Act(?:\s(?:1[89]|20)\d\d)?)"
    )),
    Form(re.compile(
        r"(?:[Aa]rticles?|Artikel|[Aa]rt\.)\s(?P<articles>(?:L\.?\s?)?\d{1,4}(?:-\d{1,3})?[a-z]?)(?:,[^.;\n]{0,20}?)?\s(?:of\sthe\s|du\s|de\sla\s|van\sde\s|del\s|der\s|des\s)?(?P<work>[A-Z][a-zà-ÿ]{2,20}(?:wet|gesetz)|[Cc]ode\sde\sla\spropriété\sintellectuelle|Intellectual\sProperty\sCode|CPI|(?:[A-Z][a-z]+\s){1,4}(?:Act|Code|Law))"
    )),
    Form(re.compile(
        r"§{1,2}\s?(?P<articles>\d{1,4}[a-z]?(?:,\s?\d{1,4}[a-z]?\b)*)(?:\s(?:Abs\.|Absatz|Satz|Nr\.|Nummer|S\.|Halbs\.)\s?\d{1,2}[a-z]?|\s[IVX]{1,4}\b)*\s(?P<work>[A-ZÄÖÜ][A-Za-zäöü]{1,20}G(?:esetz)?|BGB|ZPO|GWB|HGB|StGB|GG|PatV|MarkenV)\b"
    )),
    Form(re.compile(r"(?:Art\.|Artikel)\s?(?P<articles>\d{1,4}[a-z]?)(?:\s(?:Abs\.|Buchst\.)\s?\w{1,3})*\s(?P<work>EPÜ|AEUV|GG|DSGVO)\b")),
    Form(re.compile(
        r"(?P<work>(?:日本)?(?:特許|商標|意匠|実用新案|著作権|不正競争防止|民事訴訟|民|刑|種苗|独占禁止|行政事件訴訟)法)\s?第?(?P<articles>[\d〇一二三四五六七八九十百０-９]{1,5}条(?:の[\d一二三四五六七八九十０-９]{1,2})?)"
    )),
    Form(re.compile(r"[「『]?(?P<work>[가-힣]{1,14}법(?:률)?)[」』]?\s?(?P<articles>제\s?\d{1,4}조(?:의\s?\d{1,2})?)")),
    Form(re.compile(r"(?P<work>(?:UDRP|Policy)),?\s(?:paragraphs?|¶)\s?(?P<articles>\d{1,2}(?:\([a-z]\))?)")),
    Form(re.compile(r"[Pp]aragraphs?\s(?P<articles>\d{1,2}(?:\([a-z]\))?)(?:\([ivx]{1,3}\))?\sof\sthe\s(?P<work>Policy|UDRP|Rules)\b")),
)  # fmt: skip
_CUT = re.compile(r"(?:\s(?:and|or|to)\s)?\(\w{1,4}\)")
_SPLIT = re.compile(r",\s(?:and\s|or\s)?|\sand\s|\sor\s|\sund\s|\set\s|,\s?")


def chinese_rules(text: str, start: int, end: int, whole: bool = False) -> Iterator[Found]:
    """Rules cited in Chinese: ``《…》第十一条、第十三条``, known short names before an article.

    Args:
        whole: also works named without an article, as in a list of the law applied.
    """
    taken: list[tuple[int, int]] = []
    for book in _BOOK.finditer(text, start, end):
        if _CONTRACT.search(book["work"]):
            continue
        listed = _LIST.match(text, book.end(), end) or _LIST.match(text, _blank(text, book.end(), end), end)
        work = book["work"]
        if listed:
            taken.append(listed.span())
            for article in _articles(listed[0]):
                yield rule(work, article), (book.start(), listed.end())
        elif whole and work[-1] in "法例定则释见规书)）》〉>约典":
            yield rule(work, None), book.span()
    for listed in _LIST.finditer(text, start, end):
        if any(listed.start() < last and first < listed.end() for first, last in taken):
            continue
        name = _bare(text, start, listed.start())
        if name:
            for article in _articles(listed[0]):
                yield rule(name, article), (listed.start() - len(name), listed.end())


def _blank(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " 　的":
        at += 1
    return at


def _bare(text: str, start: int, at: int) -> str | None:
    """The longest known name of a work that ends at a place."""
    run = _BARE.search(text[max(start, at - 24) : at])
    if run is None:
        return None
    chunk = run[0]
    for left in range(len(chunk) - 1):
        name = chunk[left:]
        if not _OWN.match(name) and len(name) >= 2 and work_names().canonical(name):
            return name
    return None


def _articles(listed: str) -> Iterator[str]:
    """The articles of a list, ranges written out."""
    before: str | None = None
    for match in _ONE.finditer(listed):
        number = article_number("".join(match["article"].split()))
        if number is None:
            continue
        if match["range"] and before and before.isdigit() and number.isdigit():
            first, last = int(before), int(number)
            if 0 < last - first <= _RANGE:
                yield from (str(n) for n in range(first + 1, last))
        yield number
        before = number


def foreign_rules(text: str, start: int, end: int) -> Iterator[Found]:
    """Rules cited in other ways than the Chinese one."""
    for form in FORMS:
        for match in form.pattern.finditer(text, start, end):
            work = form.name or match["work"]
            for part in _SPLIT.split(_CUT.sub("", match["articles"])):
                number = article_number(part.strip())
                if number:
                    yield rule(work, number), match.span()


def all_rules(text: str, start: int, end: int, whole: bool = False) -> list[Found]:
    """Rules of either way, in the order of the text."""
    found = [*chinese_rules(text, start, end, whole), *foreign_rules(text, start, end)]
    return sorted(found, key=lambda item: item[1])
