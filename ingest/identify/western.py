"""What happened to a document that is not Chinese, as its own text tells it: adopted, amended, in force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpus.evidence import Evidence
from corpus.model import BlockKind, Event
from corpus.numerals import find_dates, parse_date
from ingest.identify import enactments, publication
from ingest.identify.history import Told
from ingest.identify.view import View

_LONGEST_PASSAGE = 20_000
_MOST_SILENT_LINES = 60
_WESTERN_VERBS = (
    (
        "amended",
        re.compile(
            r"(?:amended|revised|modified|revised at|révisée?|revisée?|evisé|modifiée?|complétée?|herzien|aangevuld|gewijzigd|zuletzt geändert|änderung|geändert|supplemented|completed)\b",
            re.I,
        ),
    ),
    (
        "effective",
        re.compile(
            r"(?:entered into force|entr(?:y|ies) into force|effective|in force|comes? into (?:operation|force)|applicable as from|en vigueur|became effective|enforced)\b",
            re.I,
        ),
    ),
    (
        "promulgated",
        re.compile(
            r"(?:promulgated|published|neugefasst|Official Journal|Journal officiel|OJ L|JO L|fundstelle|publiée?)\b",
            re.I,
        ),
    ),
    (
        "adopted",
        re.compile(
            r"(?:adopted|done at|done in|signed|signée?|conclu|ondertekend|fait à|ausfertigungsdatum|concluded)\b",
            re.I,
        ),
    ),
)
_ACT = re.compile(
    r"(?:[►▼][A-Z]\d{0,3}\s)*(?:COUNCIL |COMMISSION )?(?:DIRECTIVE|REGULATION|RÈGLEMENT)\b|of \d{1,2} [A-Z][a-z]+ \d{4}$|du \d{1,2} [a-zéû]+ \d{4}$",
    re.I,
)
_CHANGE_PROMULGATED = re.compile(r"\b(?:amend(?:ed|ments?)|revis(?:ed|ions?))\b.{0,60}?\bpromulgated\b", re.I)
_AND_EFFECTIVE = re.compile(
    r"\b(promulgated|issued|published|amended|revised|added) and (?:enter(?:ed|s) into force|came into (?:force|effect)|enforced|effective)\s(?:as |on |of |from ){0,3}$",
    re.I,
)
_STATE_OF = re.compile(r"\b(?:incorporat|includ)\w{1,3} all amendments [^.]{0,60}$", re.I)
"""A consolidation tells up to which day it goes: nothing need have happened on that day."""
_BY_ORDER_OF = re.compile(r"\b(?:promulgated|fixed|prescribed) (?:per|by order of)\s{0,3}$", re.I)
"""The day of an order that fixes another day."""
_ABOUT_OTHERS = re.compile(r"[►▼]?C\d|Corrected|Corrigend|Rectif|Norma derogada|Incluye la corrección", re.I)
_LIST_OF_CHANGES = re.compile(
    r"(?:Amended by|Modifiée? par|Geändert durch|Modificado por|Gewijzigd bij)\s?:$", re.I
)
"""Above the table of a consolidated act: each row is an act that changed it."""
_GOES_ON = re.compile(r"(?:,|\b(?:and|et|en|und))$")
_REVISED = re.compile(
    r"(?:revis|herzien|amended|modifi|gewijzigd|complét|aangevuld|signé|signed|ondertekend)", re.I
)
_DONE = re.compile(
    r"(?:\b(?:DONE|Done) (?:[Aa][Tt]|[Ii][Nn])|\b(?:FAIT|Fait) [àÀ]|\b(?:GEDAAN|Gedaan) te|\b(?:HECHO|Hecho) en"
    r"|\b(?:FATTO|Fatto) a|\b(?:GESCHEHEN|Geschehen) zu|\bont signé l[ea] présente? \w+ à)\s(?P<rest>.{4,160})",
    re.S,
)
_CLOSING = re.compile(
    r"DONE|Done|FAIT|Fait|G(?:EDAAN|edaan)|H(?:ECHO|echo)|F(?:ATTO|atto)|G(?:ESCHEHEN|eschehen)|ont signé"
)


_LAST_CHANGE = re.compile(
    r"zuletzt durch [^\n]{1,160}?\bvom (?P<day>\d{1,2}\. ?[A-Za-zä]{3,9} \d{4})[^\n]{0,80}?(?:geändert|neu gefasst)"
)
_EDITION = re.compile(
    r"\bas (?:adopted|amended|revised) by (?:a |the )?(?:decision|act)\b[^.;\n]{0,120}? (?:of|on) (?P<day>\d{1,2} [A-Z][a-z]{2,8} \d{4})\b"
)
_KOREAN_HEAD = re.compile(
    r"\[시행 (?P<effective>\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?)\] ?\[[^\[\],]{2,40}, (?P<promulgated>\d{4}\. ?\d{1,2}\. ?\d{1,2})\.?, [^\[\]]{1,20}\]"
)


def western(view: View, title: tuple[Evidence, ...]) -> tuple[Told, ...]:
    """The events in the title, the head and the closing words of other documents."""
    told = [*_of_western_head(view, frozenset(entry.surface for entry in title))]
    told.extend(_of_last_change(view))
    told.extend(_of_korean_head(view))
    if not any(item.event.kind == "adopted" for item in told):
        told.extend(_of_enactment(view))
    told.extend(_of_closing(view))
    told.extend(publication.printed(view))
    told.extend(publication.stated(view))
    return tuple(told)


def edition(view: View) -> tuple[date, Evidence] | None:
    """The day of the edition that a heading inside a treaty names, such as that of its regulations."""
    for block in view.blocks:
        match = (
            _EDITION.search(block.text) if block.kind is BlockKind.HEADING and len(block.text) < 400 else None
        )
        day = parse_date(match["day"]) if match else None
        if match and day:
            part = block.part(match.start(), match.end())
            return day, Evidence("version_on", part.text, "text", part.start, part.end)
    return None


def _of_last_change(view: View) -> Iterator[Told]:
    """``zuletzt durch Artikel 5 des Gesetzes vom … geändert``: the verb stands behind the day."""
    for line in view.head[:20]:
        match = _LAST_CHANGE.search(line.text)
        day = parse_date(match["day"]) if match else None
        if match and day:
            start, end = match.span("day")
            yield Told(Event("amended", day, None, line.text[:200]), line.evidence("events", start, end))
            return


def _of_korean_head(view: View) -> Iterator[Told]:
    """``[시행 …] [법률 제…호, …, 일부개정]``: the days of effect and of promulgation."""
    for line in view.head[:6]:
        match = _KOREAN_HEAD.search(line.text)
        for role in ("promulgated", "effective") if match else ():
            day = parse_date(re.sub(r"\s", "", match[role]).rstrip("."))  # type: ignore[index]
            if day:
                start, end = match.span(role)  # type: ignore[union-attr]
                yield Told(Event(role, day, None, line.text[:200]), line.evidence("events", start, end))


def _of_enactment(view: View) -> Iterator[Told]:
    """The day in the form in which a country's laws print that of their enactment."""
    for line, start, end in enactments.found_in(view, "day"):
        day = enactments.day_of(line, start, end)
        if day:
            yield Told(Event("adopted", day, None, line.text[:200]), line.evidence("events", start, end))
            return


def _of_western_head(view: View, titles: frozenset[str]) -> Iterator[Told]:
    carried, told_at, listed = "", 0, False
    for index, line in enumerate(view.head):
        if index - told_at > _MOST_SILENT_LINES:
            return
        titled = (
            line.text in titles
            or bool(_ACT.match(line.text))
            or (line.level > 0 and bool(_REVISED.search(line.text)))
        )
        if (len(line.text) > 300 and not titled) or _ABOUT_OTHERS.match(line.text):
            continue
        listed = bool(_LIST_OF_CHANGES.match(line.text)) or (listed and line.level == 0)
        carried = "" if line.level > 0 else carried
        last = 0
        for start, end, day in find_dates(line.text):
            before = line.text[max(last, start - 120) : start]
            kinds = _western_kinds(before, carried, titled)
            if listed and last == 0 and titled:
                kinds = ("amended",)
            last = end
            carried = kinds[-1] if kinds else carried
            for kind in kinds:
                told_at = index
                yield Told(Event(kind, day, None, line.text[:200]), line.evidence("events", start, end))
        if last:
            carried = carried if _GOES_ON.search(line.text) else ""
        else:
            said = _western_kinds(line.text, "", False) if len(line.text) < 60 else ()
            carried = said[-1] if said else ""


def _western_kinds(before: str, carried: str, titled: bool) -> tuple[str, ...]:
    """The verb nearest before a date; a date without one goes on with the last, as lists of revisions do.

    Mere prepositions (``of 22 May 2001``) count in titles only.
    """
    if re.search(r"\b[LC]\s?\d{1,4}\b[^a-z]{0,12}$", before) and not re.search(r"\(?(?:OJ|JO) L", before):
        return ()
    if _STATE_OF.search(before) or _BY_ORDER_OF.search(before):
        return ()
    best, place = "", -1
    for kind, pattern in _WESTERN_VERBS:
        for match in pattern.finditer(before):
            if match.start() > place and len(before) - match.end() < 80:
                best, place = kind, match.start()
    if best:
        return _together(best, before)
    if carried and (carried == "amended" or not re.search(r"[a-zà-ÿ]{4}", before)):
        return (carried,)
    weak = re.search(r"\b(?:of|du|van|vom|de|del|le)\s{0,3}$", before, re.I)
    return ("adopted",) if titled and weak else ()


def _together(verb: str, before: str) -> tuple[str, ...]:
    """A verb with those that share its date: ``amendments promulgated on``, ``promulgated and in force from``."""
    if verb == "promulgated" and _CHANGE_PROMULGATED.search(before):
        return "amended", "promulgated"
    joined = _AND_EFFECTIVE.search(before) if verb == "effective" else None
    if not joined:
        return (verb,)
    if _CHANGE_PROMULGATED.search(before):
        return "amended", "promulgated", verb
    return "promulgated" if joined[1].lower() in ("promulgated", "issued", "published") else "amended", verb


def _of_closing(view: View) -> Iterator[Told]:
    """``DONE at Rome, this …``: the day of the first such words, which may end a long passage."""
    for block in view.blocks:
        text = block.text[:_LONGEST_PASSAGE]
        if not _CLOSING.search(text):
            continue
        for match in _DONE.finditer(text):
            days = find_dates(match["rest"])
            if not days:
                continue
            _start, end, day = days[0]
            part = block.part(match.start(), match.start("rest") + end)
            evidence = Evidence("adopted", part.text, "text", part.start, part.end)
            yield Told(Event("adopted", day, None, part.text[:200]), evidence)
            return
