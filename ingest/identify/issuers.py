"""Who issued a document, in order, by official names."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache

from corpus.evidence import Evidence
from corpus.numerals import parse_date
from corpus.tables import table
from ingest.identify.decisions import Decision
from ingest.identify.forms import is_issuer, is_issuer_line, issuer_classes
from ingest.identify.found import Found, stated
from ingest.identify.history import Told
from ingest.identify.labels import labels_of
from ingest.identify.view import View, lines_of

_CONGRESS = re.compile(
    r"([一-龥]{2,14}?(?:省|市|自治区|自治州|自治县|特别行政区|经济特区|中华人民共和国|全国)?)第?[〇零一二三四五六七八九十]{0,3}届?(?:全国)?人民代表大会(常务委员会|常委会)?"
)
_NATIONAL = re.compile(
    r"(?:第[〇零一二三四五六七八九十]{1,3}届)?全国(?:人民代表大会|人大)(常务委员会|常委会)?"
)
_COURT = re.compile(r"[一-龥]{2,24}?(?:最高|高级|中级|知识产权|互联网|海事|金融)?(?:人民法院|法院)")
_SPLIT = re.compile(r"[、，,;；/\s]+|(?<=[局部会办院署])和(?=[一-龥])")
_APPROVAL = re.compile(r"人民代表大会[^《]{0,40}批准")
_ORDER = re.compile(
    r"\**[（(]?(?:中华人民共和国)?((?:国务院|[一-龥]{2,16}(?:部|局|署|委员会|办公室))(?:、[一-龥]{2,16}(?:部|局|署|委员会|办公室)){0,6})令(?:第|\**\s{0,2}$)"
)
_ORDERS = re.compile(
    r"([一-龥]{2,16}?(?:部|局|署|委员会|办公室))令\s?第[〇零一二三四五六七八九十百\d]{1,6}\s?号"
)
_OFFICE = re.compile(
    r"(?:国家|中国|全国)[一-龥]{2,14}(?:局|署|会|委|办公室|银行|院)|(?!全部|内部|本部)[一-龥]{2,9}部"
)
"""How an office of the central government is called that the table does not know (any more)."""
_RELEASES = re.compile(r"(?:联合)?(?:发布|公布|印发)|精选|典型案例|(?:十大|参考)案例|裁判要旨")
"""What follows the name of an issuer at the beginning of a title."""
_SOURCE = re.compile(
    r"(?:中华人民共和国)?([一-龥]{2,20}?)(?:新闻局|官网|官方[一-龥]{0,8}|网站|门户网站)?(?=$|[\s/／（(])"
)
_SUPREME = re.compile(r"最高人民法院|最高人民检察院")
_SIGNATURE = 12  # blocks at the end among which a signature stands
_STATE = "中华人民共和国"
_KEYS = ("issuing_authority", "department", "소관부처", "court.name", "issuer", "发布机关")
_EDITOR = re.compile(r"\b(?:database|publisher|publications office|law revision)\b", re.I)
"""Who keeps and prints statutes does not issue them."""
_MINISTRY = re.compile(
    r"(?:日|令、)\s?(?P<body>[一-龥]{2,12}(?:部|院|會|局|署)(?<!署署)(?<!院院))\s?(?:（\d{1,3}）)?[一-龥（）一二三四五六七八九十]{2,10}?字第"
)


def find(
    view: View, title: str, told: tuple[Told, ...], jurisdiction: str, decision: Decision | None
) -> Found[tuple[str, ...]]:
    """The issuers by the court of a decision, by the title, the last act of the history, labels, lines of the head, or the metadata."""
    union = _of_union_court(view) if jurisdiction == "EU" else None
    if union:
        return union
    if decision and decision.court.value and not any(view.said(key) for key in _KEYS):
        return Found((decision.court.value,), decision.court.evidence)
    if jurisdiction in ("CN", "TW", "HK", "MO"):
        for names, evidence in (
            *_in_title(view, title),
            *_at_the_beginning_of_title(view, title),
            *_in_guiding_case(view),
            *(_in_orders(told) if jurisdiction == "TW" else ()),
            *_in_history(told),
            *_labelled(view),
            *_in_lines(view),
            *_in_entries(view),
            *_in_signature(view),
            *_below_text(view),
            *_of_own_rule(view, title),
            *_in_source(view),
        ):
            if names:
                return Found(names, evidence)
    if jurisdiction == "EU":
        return _european(view, title)
    for key in _KEYS:
        entry = view.said(key)
        if entry and len(entry[1]) < 200 and not _EDITOR.search(entry[1]):
            return Found(
                tuple(official(name) for name in re.split(r";\s?", entry[1]) if name),
                (stated("issuers", *entry),),
            )
    return Found(())


def official(name: str) -> str:
    """The official name of an issuer, as far as the table knows it."""
    plain = (
        re.sub(r"[（(]含.{0,40}?[）)]|机构沿革|\s", "", name) if re.search(r"[一-龥]", name) else name.strip()
    )
    if plain not in issuer_classes() and is_issuer(plain.removeprefix(_STATE)):
        plain = plain.removeprefix(_STATE)
    return issuer_classes().get(plain, (plain, ""))[0]


def classes(issuers: tuple[str, ...]) -> frozenset[str]:
    """What sort of bodies the issuers are."""
    known = issuer_classes()
    found = {known[name][1] for name in issuers if name in known}
    for name in issuers:
        if name in known:
            continue
        if re.search(r"人民代表大会|人大", name):
            found.add("local_congress")
        elif name.endswith(("人民政府", "人民政府办公厅")):
            found.add("local_government")
        elif name.endswith("法院"):
            found.add("local_court")
        elif region_of(name) is not None:
            found.add("local_office")
    return frozenset(found)


@cache
def _regions() -> dict[str, str]:
    return {row["name"]: row["province"] for row in table("regions")}


@cache
def region_of(text: str) -> str | None:
    """The province, city or autonomous area with which a text begins."""
    for length in range(min(len(text), 9), 2, -1):
        if text[:length] in _regions():
            return text[:length]
    match = re.match(r"[一-龥]{2,8}?(?:自治州|自治县|自治旗)|[一-龥]{2,3}[市县](?=[一-龥])", text)
    return match[0] if match and not text.startswith(("城市", "都市", "超市", "股市")) else None


_Pairs = Iterator[tuple[tuple[str, ...], tuple[Evidence, ...]]]


def _in_title(view: View, title: str) -> _Pairs:
    before = re.match(r"(.{2,90}?)(?:关于|印发《|发布《)", title)
    head = before[1] if before else ""
    names = [name for name in _SPLIT.split(head) if name]
    if names and len(head) < 90 and all(map(is_issuer, names)):
        for line in view.opening[:45]:
            place = line.text.find(names[0])
            if place >= 0:
                yield tuple(map(official, names)), (line.evidence("issuers", place, place + len(names[0])),)
                return


def _at_the_beginning_of_title(view: View, title: str) -> _Pairs:
    """``某局发布典型案例``, and what an issuer's own platform has selected."""
    for length in range(min(len(title), 24), 2, -1):
        if title[:length] in issuer_classes() and _RELEASES.match(title, length):
            line = next((line for line in view.opening[:45] if line.text.startswith(title[:length])), None)
            yield (official(title[:length]),), (line.evidence("issuers", 0, length),) if line else ()
            return


def _of_own_rule(view: View, title: str) -> _Pairs:
    """``某部某某管理规定``: a rule that begins with the name of an office is its own."""
    if not re.search(r"(?:规定|办法|规则|细则|规程)(?:[（(][^（）()]{2,6}[）)])?$", title):
        return
    for length in range(min(len(title), 24), 3, -1):
        if issuer_classes().get(title[:length], ("", ""))[1] in ("ministry", "supreme_court"):
            line = next((line for line in view.opening[:45] if line.text.startswith(title[:length])), None)
            yield (official(title[:length]),), (line.evidence("issuers", 0, length),) if line else ()
            return


def _below_text(view: View) -> _Pairs:
    """The bodies that a page names in rows below the text."""
    said = view.said("page.发文机关", "page.制定机关", "page.发布机关")
    names = _SPLIT.split(re.sub(r"[（(][^（）()]{0,60}[）)]|机构沿革", "", said[1])) if said else []
    if said and any(names) and all(map(is_issuer, filter(None, names))):
        yield tuple(dict.fromkeys(official(name) for name in names if name)), (stated("issuers", *said),)


def _in_source(view: View) -> _Pairs:
    """The office from whose own pages the text is said to be taken; where else it was printed says nothing."""
    said = view.said("来源", "信息来源", "文章来源")
    match = _SOURCE.match(said[1]) if said else None
    if said and match and is_issuer(match[1]):
        yield (official(match[1]),), (stated("issuers", *said),)


def _in_orders(told: tuple[Told, ...]) -> _Pairs:
    """``經濟部經智字第…號令、財政部台財關字第…號令會銜訂定發布``: the bodies by whose last order a rule was made.

    A law is promulgated by the president, who does not make it.
    """
    for item in sorted(told, key=lambda item: item.event.on, reverse=True):
        names = tuple(dict.fromkeys(match["body"] for match in _MINISTRY.finditer(item.event.surface)))
        if names and "總統" not in item.event.surface:
            place = item.evidence
            yield names, (Evidence("issuers", place.surface, "text", place.start, place.end),)
            return


def _in_history(told: tuple[Told, ...]) -> _Pairs:
    acts = [
        item for item in told if item.weight >= 2 and item.event.kind in ("adopted", "amended", "promulgated")
    ]
    own = [item for item in acts if not _APPROVAL.search(item.event.surface)]
    for item in sorted(own or acts, key=lambda item: item.event.on, reverse=True):
        names = tuple(bodies_in(item.event.surface))
        if names:
            yield (
                names,
                (Evidence("issuers", item.evidence.surface, "text", item.evidence.start, item.evidence.end),),
            )
            return


def bodies_in(text: str) -> Iterator[str]:
    """The bodies that a clause of the history names."""
    national = _NATIONAL.search(text)
    quoted = text.find("《")
    before = text if quoted < 0 else text[:quoted]
    if national and (quoted < 0 or national.start() < quoted):
        yield "全国人民代表大会常务委员会" if national[1] else "全国人民代表大会"
        return
    day = re.sub(r"^[^月]{0,12}月[^日]{1,5}[日]\s{0,3}(?:经|由)?\s{0,2}", "", before)
    congress = _CONGRESS.match(day)
    if congress and region_of(congress[1]):
        yield f"{congress[1]}人民代表大会{'常务委员会' if congress[2] else ''}"
        return
    if "国务院" in text[: quoted + 6 if quoted >= 0 else len(text)]:
        yield "国务院"
        if "中央军事委员会" in before:
            yield "中央军事委员会"
        return
    orders = [match[1].lstrip("、") for match in _ORDERS.finditer(day)]
    if len(orders) > 1:
        yield from map(official, orders)
        return
    decree = re.match(
        r"(?:中华人民共和国)?([一-龥、，\s]{2,80}?)(?:审判委员会|检察委员会|令|公告|(?:\d{4}年)?第[〇零一二三四五六七八九十百\d]{1,6}[号次]|公布|发布|颁布|会议)",
        day,
    )
    for name in _SPLIT.split(re.sub(r"第[〇零一二三四五六七八九十]{1,4}届", "", decree[1])) if decree else ():
        if is_issuer(name) or _OFFICE.fullmatch(name):
            yield official(name)
    if re.search(r"[、，].{0,40}最高人民检察院", before) and "最高人民法院" in before[:24]:
        yield "最高人民检察院"


def _labelled(view: View) -> _Pairs:
    for label in labels_of(view):
        if label.role == "issuer":
            names = tuple(
                dict.fromkeys(
                    official(n)
                    for n in _SPLIT.split(re.sub(r"[（(][^（）()]{0,60}[）)]|机构沿革", "", label.value))
                    if n
                )
            )
            yield tuple(_seat(name) for name in names), (label.evidence("issuers"),)


def _seat(name: str) -> str:
    """第十四届全国人民代表大会常务委员会 without its number."""
    return re.sub(r"^第[〇零一二三四五六七八九十]{1,3}届", "", name)


def _in_lines(view: View) -> _Pairs:
    for lines in (view.head[:40], view.opening[-1:]):
        for line in lines:
            if is_issuer_line(line.text):
                names = [name for name in _SPLIT.split(line.text) if name]
                whole = re.sub(r"\s", "", line.text)
                found = (official(whole),) if is_issuer(whole) else tuple(map(official, names))
                yield found, (line.evidence("issuers"),)
                return
            match = re.match(
                r"(?:最高人民法院|最高人民检察院|[一-龥]{2,12}?高级人民法院)(?=发布|公布|新闻局)", line.text
            )
            caption = re.search(r"(?:判决书|裁定书|决定书)\s{1,4}([^\s]{3,40}?法院)\s", line.text[:200])
            if caption:
                yield (
                    (official(caption[1]),),
                    (line.evidence("issuers", caption.start(1), caption.end(1)),),
                )
                return
            court = match or (
                _COURT.match(line.text) if re.search(r"(?:判决书|裁定书)", line.text[:90]) else None
            )
            if court:
                name = re.sub(r"^.*(?:判决书|裁定书)", "", court[0])
                place = court.start() + len(court[0]) - len(name)
                yield (official(name),), (line.evidence("issuers", place, court.end()),)
                return


def _in_guiding_case(view: View) -> _Pairs:
    """The court that a guiding case's line of issue names, or whose series it belongs to."""
    said = view.said("issuedLine")
    match = _SUPREME.search(said[1]) if said else None
    if said and match:
        yield (match[0],), (stated("issuers", *said),)
    for line in view.opening[:15]:
        match = _SUPREME.search(line.text) if re.search(r"讨论(?:通过|决定)", line.text[:60]) else None
        if match:
            yield (match[0],), (line.evidence("issuers", match.start(), match.end()),)
        elif re.match(r"检例第\s?\d{1,4}\s?号", line.text):
            yield ("最高人民检察院",), (line.evidence("issuers"),)


def _in_entries(view: View) -> _Pairs:
    """The bodies that an order's number names."""
    for place in view.head[:30]:
        order = _ORDER.match(place.text)
        names = [name for name in _SPLIT.split(order[1]) if name] if order else []
        if order and names and all(map(is_issuer, names)):
            yield tuple(map(official, names)), (place.evidence("issuers", order.start(1), order.end(1)),)
            return


def _in_signature(view: View) -> _Pairs:
    """The bodies that sign at the end, above the day."""
    lines = [line for block in view.blocks[-_SIGNATURE:] for line in lines_of(block)]
    for line, following in itertools.pairwise(lines):
        if len(following.text) <= 26 and parse_date(following.text) and is_issuer_line(line.text):
            whole = re.sub(r"\s", "", line.text)
            names = [whole] if is_issuer(whole) else [name for name in _SPLIT.split(line.text) if name]
            yield tuple(map(official, names)), (line.evidence("issuers"),)
            return


_UNION_COURT = re.compile(
    r"(?:JUDGMENT|ORDER|OPINION) OF THE (?P<general>GENERAL )?COURT\b|(?:ARRÊT|ORDONNANCE) (?:DE LA COUR|DU (?P<tribunal>TRIBUNAL))\b"
)


def _of_union_court(view: View) -> Found[tuple[str, ...]] | None:
    for first in view.opening[:12]:
        court = _UNION_COURT.match(first.text)
        if court:
            general = court["general"] or court["tribunal"]
            name = "General Court" if general else "Court of Justice of the European Union"
            return Found((name,), (first.evidence("issuers", court.start(), court.end()),))
    return None


def _european(view: View, title: str) -> Found[tuple[str, ...]]:
    lower = title.lower()
    names = []
    if "parliament" in lower or "parlement" in lower:
        names.append("European Parliament")
    if re.search(r"\bcouncil|\bconseil", lower):
        names.append("Council of the European Union")
    if re.match(r"commission", lower):
        names.append("European Commission")
    line = next(
        (
            line
            for line in view.opening[:80]
            if names and re.search(r"PARL|COUNCIL|CONSEIL|Parl|Council", line.text)
        ),
        None,
    )
    return Found(tuple(names), (line.evidence("issuers"),) if line else ())
