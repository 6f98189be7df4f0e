"""The title of a document: the line of its beginning that reads most like an official title."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from opencc import OpenCC

from corpus.evidence import Evidence
from corpus.model import BlockKind, Format
from corpus.notes import Note
from corpus.works import work_names
from ingest.identify import language as languages
from ingest.identify.forms import (
    CHINESE_FORM,
    STRUCTURAL,
    WESTERN_FORM,
    is_issuer_line,
    is_number_line,
)
from ingest.identify.found import Found, named, stated
from ingest.identify.labels import is_label
from ingest.identify.title_styles import STYLES
from ingest.identify.view import Line, View
from ingest.identify.wording import clean

_SIMPLE = OpenCC("t2s")
_ABBREVIATION = re.compile(r"\s\((?=[^()]*[A-ZÄÖÜ][^()]*[A-ZÄÖÜ])[A-Za-zÄÖÜ]{2,14}\)$")
_TAG = re.compile(r"<[^<>]{1,80}>")
_ORDER = re.compile(
    r"(?!.{0,40}关于)[一-龥、\s]{0,40}(?:国务院|主席|部|局|署|委员会|院|厅|办公室|政府|行)(?:令|公告)"
)
"""What stands above the rule that is promulgated: ``国务院令``."""
_HEADLINE = re.compile(
    r"^(?:重磅|刚刚|最新|官宣|速递|速览|收藏|权威发布|关注|突发|附全文|今起|明起)|[！!]|来了$|全文$"
)
"""How those who pass a document on call their posts."""
_ADOPTION = re.compile(
    r"[（(](?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日[^（）()]{0,200}(?:通过|公布|发布|批准|修[订正]|施行)[）)]$"
)
"""The history of a document in brackets on the line of its title."""
_STAGE = re.compile(
    r"[（(](?:征求意见稿|公开征求意见稿|送审稿|草案|修[订正]草案|试行|暂行|[一二三四五六七八九十]{1,3})[）)]"
)
"""What belongs to a title also where it stands on the next line."""
_PARTIES_OF = re.compile(r",?\s(?:conclu|concluded|signed by|made)\s(?:entre|between)?\b")
_TABLES = (Format.CSV, Format.TSV, Format.JSONL)
_DATA = (Format.JSON, Format.XML, Format.YAML)
_TELLING = (Format.MARKDOWN, *_DATA)
_GOOD = 4.0
_LOOKED_AT = 45
_LONGEST = 400
_KEYS = {
    "zh": ("title", "法规名称", "法規名稱", "标题", "名称", "titulo", "name"),
    "zh-Hant": ("法規名稱", "中文法規名稱", "lawname", "title", "標題", "name"),
    "en": (
        "name_abbreviation",
        "casename",
        "英文法規名稱",
        "englawname",
        "dc.description",
        "title",
        "name",
        "titulo",
    ),
    "ja": ("law_title", "title", "法令名"),
    "ko": ("제목", "법령명", "법령명한글", "title"),
}
_OTHER_KEYS = ("title", "titulo", "titre", "titel", "dc.description", "name")
_PROVISION = re.compile(r"For the purposes? of\b|.*\b(?:shall|means|may not|is entitled)\b")
"""How a sentence of the text reads that is no title, however short."""
_POOR_TITLE = re.compile(
    r"EUR-Lex - |^L_\d{6}|\.xml$|\.html?$|^Consolidated TEXT|^TEXTE consolid|^untitled|^Title \d+$", re.I
)
_PAGE = re.compile(r"第\s?\d{1,4}\s?页|-\s?\d{1,4}\s?-|\d{1,4}|Page \d{1,4}")
_NAVIGATION = re.compile(
    r"首页|法律法规速查|当前位置|所在位置|打印本页|字号|微信公众平台|登录|关注|\[ 中文版 \]|Processing|Please wait|Error Information|"
    r"Avis juridique|Contracted Parties|Metadata|Choices|Context|Answer|目\s{0,6}[录錄次]|Contents|Members|News|Videos|"
    r"中\s?华\s?人\s?民\s?共\s?和\s?国\s?(?:国\s?家|[一-龥]{2,4}行业)\s?标\s?准$|"
    r"WORLD TRADE\b.{0,16}$|ORGANIZATION$|THE STATUTES OF|\d{4} REVISED EDITION|"
    r"附件\d{0,2}[:：]?|附录|前\s{0,4}言|序\s{0,4}言|Preamble|PREAMBLE",
    re.I,
)
_NOT_A_TITLE = re.compile(
    r"(?:Original|Translation|Text|Remarks|Notes?|Summary)(?: \w+)?\s?:?|[a-z_]{3,20}:\s.*|An Act (?:to|respecting|for)\b.*",
    re.S,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    lines: tuple[Line, ...]
    score: float

    @property
    def text(self) -> str:
        return join([line.text for line in self.lines])

    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(line.evidence("title") for line in self.lines)


def find(view: View, language: str) -> Found[str]:
    """The title, with its evidence; from the metadata where the text has none, from the name as a last resort."""
    for style in STYLES:
        found = style(view, language)
        if found:
            return found
    said = _said(view, language)
    if view.reading.format in _TABLES:
        return Found(clean(said[1]), (stated("title", *said),)) if said else _from_name(view, language, None)
    best = _best(view, language, said[1] if said else "")
    if said and best and "<sup>" in said[1] and clean(_TAG.sub("", said[1])) == clean(best.text):
        return Found(clean(said[1]), (stated("title", *said),))
    if (
        said
        and view.reading.format in _TELLING
        and not (best and best.lines[0].level and best.score >= _GOOD)
    ):
        return Found(clean(said[1]), (stated("title", *said),))
    if said and view.reading.format in _DATA:
        return Found(clean(said[1]), (stated("title", *said),))
    if best and view.reading.format is Format.JSON and not best.lines[0].level:
        return _from_name(view, language, None)
    if best and best.score >= _GOOD:
        return _completed(view, language, best)
    if said:
        return Found(clean(said[1]), (stated("title", *said),))
    return _of_order(view, language) or _from_name(view, language, best)


def _of_order(view: View, language: str) -> Found[str] | None:
    """An announcement without a title is called by those who make it and its number."""
    first = view.opening[0] if view.opening and language == "zh" else None
    if first and is_number_line(first.text) and re.search(r"[令告]\s?(?:\d{4}年)?\s?第", first.text):
        return Found(re.sub(r"[\s*]", "", first.text), (first.evidence("title"),))
    for line, following in itertools.pairwise(view.opening[:6] if language == "zh" else ()):
        if _ORDER.fullmatch(line.text) and is_number_line(following.text):
            title = re.sub(r"[\s（()）*]", "", line.text + following.text)
            return Found(title, (line.evidence("title"), following.evidence("title")))
    return None


def join(lines: list[str]) -> str:
    """Lines as one: without a space between Han characters, with one elsewhere."""
    text = ""
    for line in lines:
        han = bool(text) and text[-1] >= "⺀" and not (line[0].isascii() and line[0].isalnum())
        glue = "" if not text or han or (line[0] >= "⺀" and text[-1] in "”’）") else " "
        text += glue + line
    return text


def _said(view: View, language: str) -> tuple[str, str] | None:
    for key in (*_KEYS.get(language, ()), *_OTHER_KEYS):
        entry = view.said(key)
        if entry and not _POOR_TITLE.search(entry[1]) and len(entry[1]) <= _LONGEST:
            return entry
    return None


def _best(view: View, language: str, said: str) -> _Candidate | None:
    lines = [line for line in view.opening[:_LOOKED_AT] if _possible(line)]
    candidates: list[_Candidate] = []
    for index, line in enumerate(lines):
        group = _joined(lines, index, language)
        text = clean(join([part.text for part in group]))
        if len(text) > _LONGEST:
            text = _PARTIES_OF.split(text)[0]
        if not text or len(text) > _LONGEST * 2:
            continue
        candidates.append(_Candidate(group, _score(line, text, index, language, said)))
    return max(candidates, key=lambda candidate: candidate.score, default=None)


def _possible(line: Line) -> bool:
    text = line.text
    return not (
        len(text) > (_LONGEST if not line.level else 3 * _LONGEST)
        or _PAGE.fullmatch(text)
        or _NOT_A_TITLE.fullmatch(text)
        or (not line.level and _PROVISION.match(text))
        or (_NAVIGATION.match(text) and len(text) < 60)
        or text[0] in "（([【|{<"
        or is_label(line)
        or is_number_line(text)
        or STRUCTURAL.match(text)
    )


def _score(line: Line, text: str, index: int, language: str, said: str) -> float:
    chinese = language.startswith("zh")
    score = {0: 0.0, 1: 6.0, 2: 4.0}.get(line.level, 2.0)
    score += max(0.0, 2.0 - index * 0.2)
    main = line.level == 1 and index == 0
    score += 5.0 if main else 0.0
    score -= 6.0 if line.block.kind is BlockKind.LIST_ITEM or text[0].islower() else 0.0
    form = CHINESE_FORM if chinese else WESTERN_FORM
    score += 4.0 if form.search(text) or form.search(text.capitalize()) else 0.0
    score += 3.0 if said and clean(said) == text else 0.0
    score -= (
        5.0
        if re.search(r"[。；;！!]|[:：，,]$|\.\s", text[:-1] if main and text.endswith("。") else text)
        and not re.search(r"\b(?:v|vs|No|n|Inc|Co|Art)\. ", text)
        else 0.0
    )
    score -= 3.0 if len(text) < 4 or is_issuer_line(text) else 0.0
    score -= 8.0 if chinese and (_ORDER.fullmatch(text) or _HEADLINE.search(text)) else 0.0
    score -= 4.0 if chinese and not line.level and re.match(r"\d{1,2}[.．、]", text) else 0.0
    score -= 4.0 if len(text) > 110 and not line.level else 0.0
    if chinese:
        score -= 0.0 if any("一" <= c <= "鿿" for c in text) else 4.0
    elif language in ("ja", "ko"):
        score -= 0.0 if any(c > "⺀" for c in text) else 4.0
    else:
        hint = languages.by_stopwords(text)
        score -= 5.0 if hint is not None and hint != language else 0.0
        score -= 1.5 if _capitals(text) and not line.level else 0.0
        score -= 4.0 if not line.level and (index > 10 or " " not in text) else 0.0
    return score


def _joined(lines: list[Line], index: int, language: str) -> tuple[Line, ...]:
    """A line with those that go on with it: a broken title, or issuers above 关于…."""
    first = lines[index]
    group = [first]
    if not language.startswith("zh"):
        return tuple(_upper_case_run(lines, index)) if not first.level else (first,)
    for following in lines[index + 1 : index + 5]:
        text, last = join([line.text for line in group]), following.text
        if following.level != first.level or following.text[0] in "（(" or len(last) > 60:
            break
        waits_for_rest = is_issuer_line(text) and (last.startswith("关于") or is_issuer_line(last))
        broken = (
            re.match(r".{0,60}关于|“", text)
            and not CHINESE_FORM.search(clean(text))
            and not re.search(r"[。；：:]", text + last)
        ) or (not first.level and _wraps(text, last))
        if not (waits_for_rest or broken):
            break
        group.append(following)
    return tuple(group)


def _wraps(text: str, following: str) -> bool:
    """Whether a line that is no title becomes one with the next line."""
    return (
        6 <= len(text) <= 40
        and (text.endswith("国家标准") or not CHINESE_FORM.search(clean(text)))
        and bool(re.search(r"(?:申请|审查|保护|管理|行政|纠纷|外观设计|专利|商标|国家标准)$", text))
        and bool(CHINESE_FORM.search(clean(following)))
        and not re.search(r"[。；：:]", text + following)
    )


def _upper_case_run(lines: list[Line], index: int) -> list[Line]:
    """A title in capitals over several lines."""
    group = [lines[index]]
    if not _capitals(lines[index].text):
        return group
    for line in lines[index + 1 : index + 4]:
        so_far = " ".join(part.text for part in group)
        complete = WESTERN_FORM.search(so_far) and not re.search(
            r"\b(?:AND|OF|THE|FOR|ON|IN|TO)$|[,–-]$", so_far
        )
        if not _capitals(line.text) or line.level or complete:
            break
        group.append(line)
    return group


def _capitals(text: str) -> bool:
    return (
        len(text) > 12
        and text.upper() == text
        and any(c.isalpha() for c in text)
        and not any(c > "ɏ" and c.isalpha() for c in text)
    )


def _completed(view: View, language: str, best: _Candidate) -> Found[str]:
    """The title made whole: the part of a code, the chapter of a guideline, the usual writing."""
    title = clean(best.text)
    evidence = best.evidence()
    if language == "zh":
        title = _SIMPLE.convert(_ADOPTION.sub("", title) or title).removesuffix("。")
        stage = _stage_below(view, best.lines[-1])
        if stage:
            title, evidence = title + stage.text, (*evidence, stage.evidence("title"))
        part = _second_heading(view, best.lines[-1])
        if part:
            return Found(f"{title}·{clean(part.text)}", (*evidence, part.evidence("title")))
        return _chapter_of_guideline(view, title, evidence)
    if language.startswith("zh") or language in ("ja", "ko"):
        return Found(title, evidence)
    return _in_calm_letters(view, _ABBREVIATION.sub("", title) or title, evidence)


def _in_calm_letters(view: View, title: str, evidence: tuple[Evidence, ...]) -> Found[str]:
    """A title in capitals as the document itself writes it in small letters, be it in its running head."""
    if _capitals(title):
        for line in view.surroundings:
            plain = clean(line.text)
            if plain.casefold() == title.casefold() and not _capitals(plain):
                return Found(plain, (line.evidence("title"),))
    return Found(title, evidence)


def _stage_below(view: View, last: Line) -> Line | None:
    """``（试行）`` or ``（征求意见稿）`` alone on the line below the title."""
    for line, following in itertools.pairwise(view.opening[:_LOOKED_AT]):
        if line == last:
            return following if _STAGE.fullmatch(following.text) else None
    return None


def _second_heading(view: View, first: Line) -> Line | None:
    """The part of a code that a file holds, where it is printed as a second main heading: 人格权编."""
    lines = view.opening[:6]
    for line, following in itertools.pairwise(lines):
        if (
            line == first
            and line.level == 1
            and following.level == 1
            and re.fullmatch(r"[一-龥]{1,8}编|总则|附则|分则|序言", following.text)
        ):
            return following
    return None


def _chapter_of_guideline(view: View, title: str, evidence: tuple[Evidence, ...]) -> Found[str]:
    """A guideline printed in chapters: its name (also where a file gives it in English) and the chapter's heading."""
    match = re.fullmatch(
        r"(.{4,80}?)\s{0,3}[-–—:：]\s{0,3}(?:Chapter|Part|第)\s{0,3}[\d一二三四五六七八九十]{1,4}[章编部分]{0,2}",
        title,
    )
    if not match:
        return Found(title, evidence)
    works = work_names().canonical(match[1])
    name = works[0].title if works else match[1]
    for line in view.opening[:_LOOKED_AT]:
        if line.level and re.match(r"第[一二三四五六七八九十百]{1,4}[章编]", line.text):
            heading = _without_sentence(re.split(r"本章|本节|为了|根据", line.text)[0])
            return Found(f"{name} {clean(heading)}", (*evidence, line.evidence("title")))
    return Found(f"{name} {title.removeprefix(match[1]).strip(' -')}", evidence)


def _without_sentence(heading: str) -> str:
    """A heading without the first sentence of the text that was printed on into it and takes it up again."""
    name = re.sub(r"^第[一二三四五六七八九十百]{1,4}[章编]\s{0,3}", "", heading)
    again = name.find(name[:4], 4) if len(name) > 8 else -1
    return heading[: len(heading) - len(name) + again] if again > 0 and "，" in name[again:] else heading


def _from_name(view: View, language: str, best: _Candidate | None) -> Found[str]:
    """The file's name as a title, made official where it is a known name of a work."""
    stem = re.sub(r"\.(?:[A-Za-z]{2,5}|zh-Hant)$", "", re.sub(r"\.[A-Za-z0-9]{1,6}$", "", view.source.name))
    bare = (
        re.sub(r"[\s._-]*(?:v?\d{4}-\d{2}-\d{2}|\(\d{4}[^)]{0,8}\)|__\w+)", "", stem).strip(" ._-")
        or stem
        or view.source.name
    )
    sentence = f"title: the text gives none, taken from the name {view.source.name}"
    warning = Note(sentence, code="title_of_name", name=view.source.name)
    first = view.opening[0] if view.opening else None
    heading = f" {clean(first.text)}" if first and first.level and STRUCTURAL.match(first.text) else ""
    pieces = re.split(r"[-_\s]+", bare)
    for length in range(len(pieces), 0, -1):
        works = work_names().canonical(" ".join(pieces[:length]), "CN" if language == "zh" else None)
        if works and {work.title for work in works} == {works[0].title}:
            return Found(works[0].title + heading, (named("title", view.source.name),), (warning,))
    if best and best.score >= _GOOD / 2 and not first_is_prose(best.text):
        return Found(clean(best.text), best.evidence())
    return Found(clean(bare.replace("_", " ")) + heading, (named("title", view.source.name),), (warning,))


def first_is_prose(text: str) -> bool:
    """Whether a line is a sentence and not a title."""
    return (
        len(text) > 120
        or bool(re.search(r"[。；]|\.\s?$|\b(?:is|are|was|has|have)\b", text))
        or text[-1:] in ",，:："
    )
