"""What happened to a document, as its own text tells it: adopted, promulgated, amended, effective, repealed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.evidence import Evidence
from corpus.model import Event
from corpus.numerals import find_dates, parse_date
from ingest.identify.forms import is_issuer_line, is_number_line
from ingest.identify.labels import is_label, labels_of
from ingest.identify.passages import breaks_off, goes_on, is_border, tells_of_another
from ingest.identify.view import Line, View, lines_of

_ROLES = ("adopted", "promulgated", "amended", "effective", "repealed")
_QUOTED = re.compile(r"《[^《》]{0,200}(?:《[^《》]{0,100}》[^《》]{0,100}){0,3}》|〈[^〈〉]{0,100}〉")
_CHANGING = re.compile(r"修[改正订]")
_SEGMENT = re.compile(r"[，,；;。]")
_VERBS = {
    "amended": re.compile(r"修[订正](?!案)|修正公布|增訂公布|修改|修訂|刪除公布"),
    "adopted": re.compile(r"通过|通過|批准|审议通过|制定公布|核准"),
    "promulgated": re.compile(r"公布|发布|颁布|印发|發布|頒布|公告(?!第)"),
    "effective": re.compile(r"施行|实施|生效|执行|實施"),
}
_IN_FORCE = re.compile(
    r"(?:本(?:法|条例|办法|规定|解释|细则|规则|决定|修正案|批复|安排|标准|通知|意见|指引|指南|规范|公告|章程|條例|辦法|細則)[^。]{0,12}|[》，,]|^)自"
    r"(?P<day>[^。，；]{6,24}?)\s?起?(?:施行|实施|执行|生效|试行|實施)"
)
_FIXED_DAY = re.compile(
    r"定?自(?P<day>(?:中華民國)?\s?[〇零○一二三四五六七八九十百]{1,6}\s?年\s?[一二三四五六七八九十]{1,3}\s?月\s?[一二三四五六七八九十]{1,3}\s?日)\s?(?:起)?施行"
)
_MET = re.compile(
    r"[\s　]{0,3}[一-龥]{2,30}(?:第[〇零一二三四五六七八九十百\d]{1,6}[届次][一-龥]{0,20}){1,2}会议(?![一-龥]{0,12}(?:决定|授权|关于))"
)
"""A meeting named behind a day: where its verb stands behind that of the next body, or was cut off, it adopted."""
_REVISING_ORDER = re.compile(
    r"令第?[〇零一二三四五六七八九十百\d]{1,5}号(?:第[一二三四五六七八九十]{1,3}次)?修[订正改]"
)
_CONCLUDED = re.compile(
    r"(?:本(?:协定|条约|公约|议定书|备忘录|安排)|于)[^。；]{0,12}?于?(?P<day>(?:[一二]|[12]\d{3})[^。；，于]{5,16}日)[^。；]{0,24}?(?:签订|签署|订立|签字)"
)
_OFFICER = re.compile(
    r"(?:中华人民共和国)?(?:(?:局|部|署|主|省|市|院|检察|会|秘书|国家主)\s{0,6}(?:长|任|席)|总\s{0,6}理)\s{0,6}[一-龥]"
)
_TOLD = re.compile(r"(?:通过|公布|发布|颁布|印发|出台|作出|修订|修正|制定)了")
_FACTS = re.compile(r"[【\[]?(?:基本|简要|主要)?案情(?:简介|摘要|回顾|介绍)?[】\]]?$")
_RELEASED = re.compile(r"[一-龥、，和\s]{4,60}(?:发布|公布)")
_OF_GUIDELINES = re.compile(r"指引|指南|手册")


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its evidence; ``weight`` tells the head of a document (3) from its last article (2) and from labels and signatures (1)."""

    event: Event
    evidence: Evidence
    weight: int = 3


def chinese(view: View, title: str) -> tuple[Told, ...]:
    """The events in the head of a Chinese document, in its labels, its signature and its last article."""
    told = [*_of_head(view, title), *_of_labels(view), *_of_number(view), *_of_signature(view, title)]
    told.extend(_of_last_article(view, title))
    told.extend(_of_fixed_day(view))
    told.extend(_of_conclusion(view))
    return tuple(told)


def _of_head(view: View, title: str) -> Iterator[Told]:
    bodies: dict[str, date] = {}
    listed = ""
    for passage in _history(view):
        text = passage.text
        days = find_dates(text)
        for index, (start, end, day) in enumerate(days):
            if is_border(text, end) or tells_of_another(text, start, end, title):
                continue
            stop = days[index + 1][0] if index + 1 < len(days) else len(text)
            clause = text[end:stop][:240]
            happened = list(_happened(clause))
            if (
                not happened
                and listed
                and re.match(r"[\d一二三四五六七八九十.、（）() ]{0,6}$", text[:start])
            ):
                happened = [(listed, _body(clause + "《"))]
            elif not happened and days[0][0] <= 3 and _MET.match(clause):
                happened = [("adopted", _body(clause))]
            for kind, by in happened:
                if kind == "adopted":
                    body = re.sub(r"第[〇零一二三四五六七八九十百\d]{1,6}[届次号]", "", by or "")
                    kind = "amended" if body and bodies.get(body, day) < day else kind
                    bodies.setdefault(body, day)
                surface = text[start : min(stop, end + len(clause))].strip(" （(　")
                yield Told(Event(kind, day, by, surface[:200]), passage.evidence(start, start + len(surface)))
        heads_list = re.search(r"修[正订]案?[^。]{0,6}[:：]$", text)
        listed = "amended" if heads_list else listed if days else ""


@dataclass(frozen=True, slots=True)
class _Passage:
    """Lines of the head that are one passage: a bracket that goes over several lines."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    def evidence(self, start: int, end: int) -> Evidence:
        passed = 0
        for line in self.lines:
            if start < passed + len(line.text):
                return line.evidence("events", start - passed, min(end - passed, len(line.text)))
            passed += len(line.text)
        return self.lines[-1].evidence("events")


def _history(view: View) -> Iterator[_Passage]:
    before_facts = itertools.takewhile(lambda line: not _FACTS.match(line.text), view.head)
    lines = [line for line in before_facts if not is_label(line) and len(line.text) < 3000]
    index = 0
    while index < len(lines):
        group = [lines[index]]
        index += 1
        if index < len(lines) and breaks_off(group[0].text) and goes_on(lines[index].text):
            group.append(lines[index])
            index += 1
        elif group[0].text[0] in "（(":
            while index < len(lines) and len(group) < 14 and not re.search(r"[）)]\s{0,2}$", group[-1].text):
                group.append(lines[index])
                index += 1
            closed = re.search(r"[）)]\s{0,2}$", group[-1].text) is not None
            if not closed:
                index -= len(group) - 1
                group = group[:1]
        yield _Passage(tuple(group))


def _happened(clause: str) -> Iterator[tuple[str, str | None]]:
    """What a clause after a date says: the first verb, and others joined to it without a comma."""
    changing = any(_CHANGING.search(quoted) for quoted in _QUOTED.findall(clause))
    bare = _QUOTED.sub("《》", clause)
    for segment in _SEGMENT.split(bare):
        found = {kind: match for kind, pattern in _VERBS.items() if (match := pattern.search(segment))}
        by = _body(segment)
        if "定自" in segment or (clause.lstrip().startswith("起") and "effective" not in found):
            return
        if "amended" in found or (changing and "《》" in segment and ("adopted" in found or not found)):
            yield "amended", by
            published = "promulgated" in found and (
                ("公布" in segment and "令" in segment) or "發布" in segment
            )
            if published or _REVISING_ORDER.search(segment):
                yield "promulgated", by
        elif found:
            first = min(found, key=lambda kind: found[kind].start())
            yield first, by
            if first == "adopted" and "制定公布" in segment:
                yield "promulgated", by
            if first == "promulgated" and "effective" in found:
                yield "effective", by
        if found or "《》" in segment:
            return


def _body(segment: str) -> str | None:
    """Who acted: the words before the verb."""
    match = re.match(
        r"[\s　]{0,3}(?:经|由|根据|以|，)?([一-龥、，\s〇\d]{2,60}?)(?:第[〇零一二三四五六七八九十百\d]{1,6}次(?:会议|全体会议|常务会议)|审议|修[订正改]|通过|批准|公布|发布|令|公告|《)",
        segment,
    )
    return re.sub(r"\s", "", match[1]) if match else None


def _of_labels(view: View) -> Iterator[Told]:
    seen: set[str] = set()
    for label in labels_of(view):
        if label.role not in _ROLES or label.role in seen:
            continue
        seen.add(label.role)
        days = find_dates(label.value)
        day = days[0][2] if days and days[0][0] <= 2 else parse_date(label.value)
        if day:
            yield Told(Event(label.role, day, None, label.value), label.evidence(label.role), 1)


def _of_number(view: View) -> Iterator[Told]:
    """The day that stands with the document's number in one line and with nothing else: that of its issue."""
    for line in view.opening[:8]:
        days = find_dates(line.text) if len(line.text) <= 50 else []
        rest = re.sub(r"\s", "", line.text[: days[0][0]] + line.text[days[0][1] :]) if len(days) == 1 else ""
        if rest and is_number_line(rest):
            start, end, day = days[0]
            surface = line.text[start:end]
            yield Told(Event("promulgated", day, None, surface), line.evidence("promulgated", start, end), 1)
            return


def _is_signatory(line: str) -> bool:
    return bool(is_issuer_line(line) or _OFFICER.match(line) or _RELEASED.fullmatch(line))


def _of_signature(view: View, title: str) -> Iterator[Told]:
    """A date alone on its line, below an issuer or an officer's name, or anywhere in a notice: the day of signing."""
    notice = re.search(r"(?:通知|公告|通告|批复|函|意见|答复)$", title) is not None
    before = ""
    for block in view.blocks:
        if len(block.text) > 400:
            before = ""
            continue
        for line in lines_of(block):
            day = parse_date(line.text.strip("（）()* ")) if len(line.text) <= 26 else None
            if day and (notice or _is_signatory(before)) and not is_label(line):
                yield Told(Event("promulgated", day, None, line.text), line.evidence("promulgated"), 1)
                return
            before = line.text


def _of_last_article(view: View, title: str) -> Iterator[Told]:
    """``本法自2021年6月1日起施行``, the last time that the text says so outside quotations.

    A guideline that says so of a law or of measures quotes them.
    """
    guideline = _OF_GUIDELINES.search(title) is not None
    for block in reversed(view.blocks):
        text = block.text
        if "自" not in text or len(text) > 6000:
            continue
        for match in _IN_FORCE.finditer(text):
            day = parse_date(match["day"].removesuffix("起").strip())
            quoted = text[: match.start()].rstrip().endswith("“")
            quoted = quoted or (guideline and _OF_GUIDELINES.search(match[0]) is None)
            quoted = quoted or _TOLD.search(text[: match.start()].rsplit("。", 1)[-1][-160:]) is not None
            quoted = quoted or tells_of_another(text, match.start("day"), match.end("day"), title)
            if day and not quoted:
                part = block.part(match.start(), match.end())
                evidence = Evidence("effective", part.text, "text", part.start, part.end)
                yield Told(Event("effective", day, None, part.text), evidence, 2)
                return


def _of_conclusion(view: View) -> Iterator[Told]:
    """``本协定于二〇二〇年九月十四日在北京签订``: the day on which a treaty was signed."""
    for block in reversed(view.blocks[-40:]):
        match = _CONCLUDED.search(block.text[:3000])
        day = parse_date(match["day"].strip()) if match else None
        if match and day:
            part = block.part(match.start(), match.end())
            evidence = Evidence("adopted", part.text, "text", part.start, part.end)
            yield Told(Event("adopted", day, None, part.text), evidence, 2)
            return


def _of_fixed_day(view: View) -> Iterator[Told]:
    """``定自一百十一年七月一日施行``: a day fixed by a later order, counted in the era named before it."""
    for line in view.opening:
        for match in _FIXED_DAY.finditer(line.text):
            day = parse_date(match["day"] if match["day"][0] == "中" else f"民國{match['day']}")
            if day:
                yield Told(
                    Event("effective", day, None, match[0]),
                    line.evidence("effective", match.start(), match.end()),
                )
