"""How the laws of other countries say that they end another: one sentence form a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.model import Block
from corpus.numerals import find_dates
from corpus.records import Ending, Relation
from ingest.ends import Named, ending

_WORDS = {
    "en": ("repeal", "supersedes", "replaces"),
    "fr": ("abrog",),
    "de": ("außer Kraft", "aufgehoben"),
    "es": ("erogad", "deroga", "derógu"),
    "ja": ("廃止する",),
    "ko": ("폐지한다",),
    "nl": ("ingetrokken",),
    "it": ("abrogat",),
}
"""Words without which no sentence of the language ends a document: most texts need no further look."""
_LONGEST = 6000
_ITEM = r"(?:^|(?<=[.;:\n])\s|(?<=[.;:\n])|^\s{0,3}[(（]?[\w一二三四五六七八九十]{1,4}[)）.\\]{1,2}\s{1,4})"
_EU_ACT = (
    r"(?:(?:Council |Commission |European Parliament and Council )?(?:Framework )?(?:Directive|Regulation|Decision|Directive|Règlement|Décision|règlement|directive|décision) "
    r"(?:\((?:EU|EC|EEC|UE|CE|CEE)\) ?)?(?:(?:No|n[o°]) ?)?\d{1,4}/\d{1,4}(?:/(?:EC|EU|EEC|CE|UE|CEE))?)"
)
_EU_NUMBER = re.compile(r"\d{1,4}/\d{1,4}(?:/[A-Z]{2,3})?")


@dataclass(frozen=True, slots=True)
class _Form:
    """A sentence of one language: ``title`` is a group of the pattern."""

    pattern: re.Pattern[str]
    relation: Relation = Relation.REPEALS


_FORMS: dict[str, tuple[_Form, ...]] = {
    "en": (
        _Form(
            re.compile(
                rf"{_ITEM}(?P<title>{_EU_ACT})(?:,? as amended[^.;]{{0,160}}|,? without prejudice[^.;]{{0,160}})?,? (?:is|are|shall be)(?: hereby)? repealed"
            )
        ),
        _Form(
            re.compile(
                rf"{_ITEM}(?:The )?(?P<title>[A-Z][\w’',()-]{{1,30}}(?: [\w’',()&-]{{1,30}}){{0,14}} (?:Act|Law|Ordinance|Code|Regulations|Rules|Order|Decree|Statute)(?:,? (?:of )?\d{{4}})?)"
                r"(?: \([^()]{1,40}\))?(?:,? as amended[^.;]{0,120})? (?:is|are|shall be)(?: hereby)? repealed"
            )
        ),
        _Form(
            re.compile(
                r"\b(?:[Tt]his (?:Act|Law|Ordinance|Regulation|Directive) )(?:hereby )?repeals (?:and replaces )?(?:the )?(?P<title>[A-Z][^.;]{3,120}?(?:\d{4}|Act|Law|Ordinance|Code))(?=[.;,]|$)"
            )
        ),
        _Form(
            re.compile(
                rf"{_ITEM}[Tt]his (?:Directive|Regulation|Act|Law|Agreement) (?:hereby )?(?:replaces|supersedes) (?:the )?(?P<title>[A-Z][^.;]{{3,160}}?)(?=[.;]|$)"
            ),
            Relation.REPLACES,
        ),
    ),
    "fr": (
        _Form(
            re.compile(
                rf"{_ITEM}(?:Le |La |L['’])?(?P<title>{_EU_ACT})[^.;]{{0,160}}? (?:est|sont) abrogée?s?"
            )
        ),
        _Form(
            re.compile(
                rf"{_ITEM}(?:Le |La |L['’]|Les )(?P<title>(?:loi|ordonnance|décret|arrêté|lois|décrets|code)\b[^.;]{{3,200}}?) (?:est|sont) abrogée?s?"
            )
        ),
        _Form(
            re.compile(
                rf"{_ITEM}(?:Est|Sont) abrogée?s?\s?:?\s?(?:le |la |l['’])?(?P<title>(?:loi|ordonnance|décret|arrêté|code)\b[^.;]{{3,200}})"
            )
        ),
    ),
    "de": (
        _Form(
            re.compile(
                r"(?:[Gg]leichzeitig|[Zz]ugleich|[Zz]um selben Zeitpunkt|[Mm]it (?:dem )?Inkrafttreten dieses Gesetzes) (?:tritt|treten) (?:das|die|der) (?P<title>[A-ZÄÖÜ][^;]{3,240}?),? außer Kraft"
            )
        ),
        _Form(
            re.compile(
                rf"{_ITEM}(?:Das|Die|Der) (?P<title>[A-ZÄÖÜ][\wäöüß-]{{0,60}}(?:gesetz|Gesetz|gesetzbuch|ordnung|Verordnung)\b[^;§]{{0,240}}?),? (?:tritt|treten|wird|werden)[^.;§]{{0,120}}?(?:außer Kraft|aufgehoben)"
            )
        ),
    ),
    "es": (
        _Form(
            re.compile(
                r"(?:[Qq]uedan? (?:expresamente )?derogad[oa]s?(?: expresamente)?(?:, [^.;:]{3,120}?,)?|[Ss]e deroga[n]?|[Dd]eróg[au]e?n?se)\s?:?,?\s(?:la |el |las |los )?(?P<title>(?:Ley|Real Decreto|Decreto|Orden|Real Decreto-ley)\b[^.;:]{3,240}?)(?=[.;:]|$| y cuantas| y demás| así como| y todas)"
            )
        ),
    ),
    "ja": (
        _Form(
            re.compile(
                r"(?:^|[\s　。*＊])(?P<title>[^\s　。、（）]{2,60}?(?:法|法律|令|規則|条例))(?:[（(](?P<number>[^（）()。]{4,60}?号)[^（）()]{0,60}[）)])?は、(?:これを)?廃止する"
            )
        ),
    ),
    "ko": (
        _Form(
            re.compile(
                r"(?:「(?P<title>[^「」]{2,80})」|(?:^|[)\s.])(?P<bare>[가-힣·ㆍ ]{1,40}?(?:법|법률|령|규칙|규정)))(?:은|는|을|를)\s?(?:이를\s|각각\s)?폐지한다"
            )
        ),
    ),
    "nl": (_Form(re.compile(r"(?:De|Het) (?P<title>[A-Z][^.;]{3,120}?wet[^.;]{0,80}?) wordt ingetrokken")),),
    "it": (
        _Form(
            re.compile(
                r"(?:È|E['’]|Sono) abrogat[oaie]\s(?:il |la |le |i |gli )?(?P<title>(?:legge|decreto|regio decreto)[^.;]{3,200})"
            )
        ),
    ),
}
_LISTS = {
    "es": re.compile(r"[Qq]uedan derogad[oa]s (?:las|los) siguientes [^.;:]{3,40}:\s?$"),
    "fr": re.compile(r"(?:Sont abrogée?s|Sont et demeurent abrogée?s)\s?:\s?$"),
    "en": re.compile(
        r"(?:following|listed)[^.;:]{0,80} (?:are|is)(?: hereby)? repealed\s?[:—–-]{0,2}\s?$", re.I
    ),
    "ja": re.compile(r"次に掲げる[^。]{1,30}は、廃止する。?$"),
    "de": re.compile(
        r"(?:[Ff]olgende|nachstehenden?)[^.;:]{0,60}(?:außer Kraft|aufgehoben)[^.;:]{0,80}:\s?$|(?:treten|werden) (?:außer Kraft|aufgehoben)[^.;:]{0,60}:\s?$"
    ),
}
_LIST_ENTRY = re.compile(
    r"\s{0,3}(?:[(（]?(?:[a-z]{1,2}|\d{1,3}|[ivx]{1,5}|[一二三四五六七八九十]{1,3})(?:[)）.°º\\]{1,2}|\s|　)\s{0,3}|[-–—•*]\s{0,2}|[①-⑳])(?:[Ll]a |[Ee]l |[Ll]e |[Dd]as |[Dd]ie |the |The )?(?P<title>[A-ZÄÖÜ一-龥a-z][^\n;]{4,200}?)(?:[（(](?P<number>[^（）()]{4,60}号)[）)])?[;.,\s]{0,3}(?:and|et|y|e|und)?$"
)
_A_PART = re.compile(
    r"^(?:Articles?|Artikel|Artículos?|Section|§|Part|Chapter|Annex|Paragraph|The (?:second|first|third)|disposición|definition)\b|\b(?:definition|section|paragraph|subsection)s?\b",
    re.I,
)
_ITSELF = re.compile(r"(?:this|the present|diese[rs]?|esta|la presente|le présent|la présente)\s", re.I)
_TAIL = re.compile(
    r",? (?:in the version|as last amended|in der Fassung|zuletzt geändert|modifiée? (?:en dernier lieu )?par|as amended|in der im Bundesgesetzblatt)\b.*$",
    re.S,
)


_FROM = re.compile(
    r"(?:from|from the|as of|on|am|mit Ablauf des|zum|à compter du|à partir du|a partir del|el día|desde el|with effect from|with effect on)\s{0,2}$"
)


def elsewhere(blocks: list[Block], language: str) -> Iterator[Ending]:
    """The endings in documents that are not Chinese, by the sentence forms of their language."""
    forms, words, opens = _FORMS.get(language, ()), _WORDS.get(language, ()), _LISTS.get(language)
    for index, block in enumerate(blocks):
        text = block.text[:_LONGEST]
        if not any(word in text for word in words):
            continue
        for form in forms:
            yield from _sentences(block, text, form)
        if opens and opens.search(text):
            yield from _listed(blocks[index + 1 : index + 40])


def _sentences(block: Block, text: str, form: _Form) -> Iterator[Ending]:
    for match in form.pattern.finditer(text):
        groups = match.groupdict()
        group = "title" if groups.get("title") else "bare"
        title = _TAIL.sub("", match[group]).strip(" ,：:")
        if len(title) < 3 or _A_PART.search(title) or _ITSELF.match(title):
            continue
        number = groups.get("number") or _number(title)
        day = _from_day(text, match.end(group), match.end())
        yield ending(form.relation, Named(title, number), block, match.start(), match.end(), day)


def _from_day(text: str, start: int, end: int) -> date | None:
    """The day behind the title: ``is repealed with effect from 1 January 2018``."""
    piece = text[start : end + 80].split("\n")[0]
    for place, _, day in find_dates(piece):
        if _FROM.search(piece[:place][-24:]):
            return day
    return None


def _number(title: str) -> str | None:
    """The number that the title itself carries, as those of European, Spanish and French acts do."""
    match = _EU_NUMBER.search(title) or re.search(r"\bn[°ºo]\s?(\d{2,4}-\d{1,5})\b", title)
    return match[match.lastindex or 0] if match else None


def _listed(blocks: list[Block]) -> Iterator[Ending]:
    for block in blocks:
        match = _LIST_ENTRY.match(block.text.strip("\n"))
        if not match or len(block.text) > 400:
            return
        title = _TAIL.sub("", match["title"]).strip(" ,")
        if not _A_PART.search(title):
            yield ending(
                Relation.REPEALS,
                Named(title, match["number"] or _number(title)),
                block,
                0,
                len(block.text),
                None,
            )
