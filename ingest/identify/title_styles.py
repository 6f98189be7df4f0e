"""Titles of documents that have a form of their own: letters, pleadings, judgments, acts of the Union, titles of codes."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from corpus.evidence import Evidence
from corpus.notes import Note
from ingest.identify.forms import is_number_line
from ingest.identify.found import Found, stated
from ingest.identify.view import View
from ingest.identify.wording import calm, clean

_JUDGMENT = re.compile(
    r"(?P<caption>[^\s。]{2,60}?(?:判决书|裁定书|决定书|调解书))?\s{0,4}(?P<court>[^\s。]{3,40}?(?:人民法院|法院))\s{0,4}"
    r"(?P<form>(?:刑事|民事|行政|执行|国家赔偿|知识产权)?[^\s。]{0,10}?(?:判决书|裁定书|决定书|调解书))\s{0,4}"
    r"(?P<number>[（(〔]\s?\d{4}\s?[）)〕][^\s。]{3,30}?号)?"
)


_PLEADING = re.compile(
    r"(?:民事|行政|刑事|国家赔偿)?[一-龥]{0,8}(?:起诉状|答辩状|自诉状|上诉状|申请书)(?P<dispute>\s{0,12}[（(][^（）()]{2,40}[）)])?"
)


def _subject_of_letter(view: View, language: str) -> Found[str] | None:
    """``Re:`` above the subject of a letter."""
    lines = view.opening[:25]
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        match = re.match(r"Re:\s{0,3}(.{0,200})", line.text)
        if match and match[1]:
            return Found(clean(match[1]), (line.evidence("title", match.start(1)),))
        if match and following is not None:
            return Found(clean(following.text), (following.evidence("title"),))
    return None


def _form(view: View, language: str) -> Found[str] | None:
    """The form of a pleading with the kind of dispute below it in brackets."""
    lines = view.opening[:4]
    for line, following in zip(lines, (*lines[1:], None), strict=False):
        alone = _PLEADING.fullmatch(line.text)
        if not alone:
            continue
        if alone["dispute"]:
            return Found(re.sub(r"\s", "", line.text), (line.evidence("title"),))
        if following is not None and re.fullmatch(r"[（(][^（）()]{2,40}[）)]", following.text):
            return Found(line.text + following.text, (line.evidence("title"), following.evidence("title")))
        return Found(line.text, (line.evidence("title"),))
    return None


def _question(view: View, language: str) -> Found[str] | None:
    """A question with choices, as sets of examination questions print it."""
    lines = view.opening
    for line, following in itertools.pairwise(lines):
        if line.level and line.text.lower() in ("question", "问题") and not following.level:
            text = following.text
            end = len(text) if len(text) <= 200 else text.rfind(" ", 0, 200)
            return Found(text[:end], (following.evidence("title", 0, end),))
    return None


def _spaceless(text: str) -> str:
    """A line whose letters are set apart, ``民 事 判 决 书``, without the spaces between them."""
    return re.sub(r"\s", "", text) if re.fullmatch(r"(?:[一-龥]\s{1,3}){2,12}[一-龥]", text) else text


def _judgment(view: View, language: str) -> Found[str] | None:
    """Court, form and number at the beginning of a Chinese judgment, or the caption above them."""
    if language != "zh" or not view.opening:
        return None
    lines = view.opening[:4]
    match = _JUDGMENT.match(lines[0].text)
    if match:
        if match["caption"]:
            return Found(
                match["caption"], (lines[0].evidence("title", match.start("caption"), match.end("caption")),)
            )
        return Found(clean(match[0]), (lines[0].evidence("title", 0, len(match[0].rstrip())),))
    texts = [_spaceless(line.text) for line in lines[:3]]
    match = _JUDGMENT.fullmatch(" ".join(texts)) or _JUDGMENT.fullmatch(" ".join(texts[:2]))
    if match and not lines[0].level:
        used = lines[: 3 if match.end() > len(" ".join(texts[:2])) else 2]
        return Found(clean(match["caption"] or match[0]), tuple(line.evidence("title") for line in used))
    return None


_AUTHORITY = re.compile(r"[一-龥（）()]{2,40}(?:局|部|院|委员会|厅|办公室|中心)")
_DECISION = re.compile(r"[一-龥]{0,16}(?:决定书|裁决书)(?P<number>[（(]?第?\d{1,8}号[）)]?)?")
_OWN_NUMBER = re.compile(r"[（(]?\s?第?\s?\d{1,8}\s?号\s?[）)]?")


def _decision(view: View, language: str) -> Found[str] | None:
    """Authority, form and number of a decision that it made on a request, as of a judgment."""
    lines = view.opening[:5] if language == "zh" else ()
    for index, (line, following) in enumerate(itertools.pairwise(lines)):
        form = _DECISION.fullmatch(re.sub(r"\s", "", following.text))
        if not form or not _AUTHORITY.fullmatch(re.sub(r"\s", "", line.text)):
            continue
        used = [line, following]
        below = lines[index + 2] if index + 2 < len(lines) else None
        if below and not form["number"] and (_OWN_NUMBER.fullmatch(below.text) or is_number_line(below.text)):
            used.append(below)
        title = " ".join(re.sub(r"\s", "", part.text) for part in used)
        if form["number"]:
            title = title.removesuffix(form["number"]) + f" {form['number']}"
        return Found(title, tuple(part.evidence("title") for part in used))
    return None


_ROLE_OF_PARTY = re.compile(
    r"_{3,80}|(?:(?:Plaintiffs?|Defendants?|Petitioners?|Respondents?|Appellants?|Appellees?|Cross)[-–](?:Appellants?|Appellees?|Petitioners?|Respondents?)|Petitioners?|Respondents?|applicants?|appellants?|claimants?|plaintiffs?|defendants?|interveners?|parties?|requérante?s?|demandeurs?|Klägerin|Kläger)"
    r"(?: (?:in|at|before) [^,]{1,60})?,?",
    re.I,
)
_SEAT = re.compile(
    r",\s(?:Klägerin(?:nen)?|Kläger|Beklagte[rn]?|established|residing|represented|having its|établie?|demeurant|représentée?|mit Sitz|vertreten)\b.*",
    re.S,
)


def _party(text: str) -> str:
    """A party without its seat and its counsel."""
    return _SEAT.sub("", text).rstrip(",")


def _case_of_parties(view: View, language: str) -> Found[str] | None:
    """The parties of a European judgment, who stand above and below a ``v``."""
    if language not in ("en", "fr", "de"):
        return None
    lines = view.opening[:60]
    if not any(
        re.match(
            r"(?:JUDGMENT|ORDER|ARRÊT|OPINION) |(?:URTEIL|BESCHLUSS)\b|(?:United States|UNITED STATES) (?:Court|COURT|District|DISTRICT)",
            line.text,
        )
        for line in lines[:6]
    ):
        return None
    for index, (line, after) in enumerate(itertools.pairwise(lines)):
        above = [
            other for other in lines[max(0, index - 4) : index] if not _ROLE_OF_PARTY.fullmatch(other.text)
        ]
        if line.text in ("v", "v.", "contre", "gegen") and above and len(after.text) < 200:
            before = above[-1]
            if len(before.text) >= 200:
                continue
            between = "v." if line.text == "v." else "v"
            text = f"{_party(before.text)} {between} {_party(after.text)}"
            return Found(
                clean(text), (before.evidence("title"), line.evidence("title"), after.evidence("title"))
            )
    return None


_MEASURES = re.compile(r"[A-Z][A-Z ,.'’-]{3,60} [–—-] [A-Z]")


def _dispute(view: View, language: str) -> Found[str] | None:
    """The country and its measures on the first page of a report of the World Trade Organization, in capitals."""
    lines = view.opening[:24]
    if not any(re.match(r"WT/DS\d", line.text) for line in view.surroundings[:24]):
        return None
    for index, line in enumerate(lines):
        if _MEASURES.match(line.text) and line.text.isupper():
            group = [
                line,
                *itertools.takewhile(lambda after: _shouts(after.text), lines[index + 1 : index + 4]),
            ]
            text = clean(" ".join(part.text for part in group))
            return Found(text, tuple(part.evidence("title") for part in group))
    return None


def _shouts(text: str) -> bool:
    return text.isupper() and len(text) > 6 and not re.search(r"\d", text)


_EU_FORM = re.compile(
    r"(?:[►▼][A-Z]\d{0,3}\s)*(?:COUNCIL |COMMISSION )?(?:IMPLEMENTING |DELEGATED |D'EXÉCUTION |DÉLÉGUÉ )?"
    r"(?:DIRECTIVE|REGULATION|DECISION|RÈGLEMENT|DÉCISION|REGLAMENTO|DIRECTIVA|RICHTLINIE|VERORDNUNG)\s"
    r"(?:\((?:EU|EC|EEC|UE|CE|CEE|EG)\)\s?)?(?:[Nn]\s?[oO°r]\.?\s{0,2})?\d{1,4}/\d{1,4}",
    re.I,
)
_APART = re.compile(r"\b[Nn]\s[oº°]\s(?=\d)")
"""``N o 5``, where the letter was raised in print."""
_EU_END = re.compile(
    r"\s*\((?:Text with EEA relevance|Texte présentant de l['’]intérêt pour l['’]EEE)\).*$", re.I | re.S
)


def _european_act(view: View, language: str) -> Found[str] | None:
    """Act of the European Union: form and number, date and subject, often in three lines."""
    lines = [line for line in view.opening[:80] if len(line.text) < 700]
    for index, line in enumerate(lines):
        if not _EU_FORM.match(line.text) or re.search(r"\bL\s?\d{1,4}\b.{0,20}\d{4}$", line.text):
            continue
        group = [line]
        for following in lines[index + 1 : index + 5]:
            if re.match(
                r"\(OJ|\(JO|THE EUROPEAN|LE PARLEMENT|LE CONSEIL|THE COUNCIL|Official|Journal|Amended|Modifi|[►▼]M|Corrected|Having|Rectifi",
                following.text,
            ):
                break
            group.append(following)
        text = re.sub(r"[►▼◄][A-Z]{0,2}\d{0,3}", " ", " ".join(part.text for part in group))
        text = _APART.sub("no " if language == "fr" else "No ", text)
        text = re.split(r"\s\((?:OJ|JO) ", _EU_END.sub("", re.sub(r"\s+", " ", text)))[0]
        if re.search(r"\d{4}", text) and len(text) > 40:
            return Found(calm(clean(text)), tuple(part.evidence("title") for part in group))
    return None


def _code_title(view: View, language: str) -> Found[str] | None:
    """A title of a code, with the chapter where the file holds one chapter only: ``Title 35— PATENTS``."""
    first = next(
        (line for line in view.opening[:12] if re.match(r"Title \d{1,3}\s?[—–-]\s?\S", line.text, re.I)), None
    )
    if first is None:
        return None
    title = re.sub(r"\s?[—–]\s?", "— ", clean(first.text), count=1)
    chapters: dict[str, Evidence] = {}
    for block in view.blocks:
        if re.match(r"CHAPTER \d{1,4}[A-Z]?\s?[—–-]", block.text) and len(block.text) < 200:
            chapters.setdefault(block.text, Evidence("title", block.text, "text", block.start, block.end))
    if len(chapters) == 1:
        chapter, evidence = next(iter(chapters.items()))
        return Found(f"{title}, {chapter}", (first.evidence("title"), evidence))
    return Found(title, (first.evidence("title"),))


def _exception(view: View, language: str) -> Found[str] | None:
    """A record of an exception in a country that has no title yet: the code of the exception and the country."""
    code, country = view.said("exceptions"), view.said("jurisdictions")
    if not code or not country or view.said("title"):
        return None
    evidence = (stated("title", *code), stated("title", *country))
    sentence = "title: the record gives none, made of the codes of its exception and its country"
    warning = Note(sentence, code="title_of_codes")
    return Found(f"{code[1]} ({country[1]})", evidence, (warning,))


Style = Callable[[View, str], Found[str] | None]
STYLES: tuple[Style, ...] = (
    _form,
    _subject_of_letter,
    _question,
    _judgment,
    _decision,
    _case_of_parties,
    _dispute,
    _european_act,
    _code_title,
    _exception,
)
"""Each takes a view and the language, and gives the title where the document has its form."""
