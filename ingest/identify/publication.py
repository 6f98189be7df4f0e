"""The day on which a journal printed an act, and the day of effect that an act counts from it or states at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.evidence import Evidence
from corpus.model import Event
from corpus.numerals import find_dates, parse_date
from ingest.identify.history import Told
from ingest.identify.view import View

_HEAD_LINES = 12
_LONGEST = 6000

_JOURNAL = r"(?:Official Journal|Journal officiel|Amtsblatt|Diario Oficial|Publicatieblad|Gazzetta ufficiale)"
_PRINTED = re.compile(
    rf"{_JOURNAL}(?: of the European \w{{5,11}}| der Europäischen \w{{5,14}})?,? (?:n[°o]\s?)?[LC] ?\d{{1,3}} ?(?:,|du|vom|de|van|del)? ?(?P<day>\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
    rf"|^(?P<first>\d{{1,2}}\.\d{{1,2}}\.\d{{4}})\W{{1,5}}[A-Z]{{2}}\W{{1,5}}{_JOURNAL}",
    re.I,
)

_ORDINALS = {
    "day": 1,
    "first": 1,
    "third": 3,
    "tenth": 10,
    "twentieth": 20,
    "thirtieth": 30,
    "vingtième": 20,
    "dixième": 10,
    "trentième": 30,
    "zwanzigsten": 20,
    "zehnten": 10,
    "veinte": 20,
    "diez": 10,
    "quince": 15,
    "treinta": 30,
    "tres": 3,
    "seis": 6,
    "dos": 2,
    "un": 1,
}

_AT_ONCE = re.compile(
    r"(?:本[一-龥]{1,6}|现[予将]?[^。；“”]{0,80}(?:公布|发布|印发)[^。；“”]{0,24}，)自(?:公布|发布|颁布|印发)之日起(?:施行|实施|执行|生效)"
)
_OF_ENTRY = re.compile(r"\d{1,2}\.\s{0,2}中華民國")
_ENTRY_AT_ONCE = re.compile(r"自(?:公布|發布)日施行(?!，?(?:但|除))")
_SAME_DAY = re.compile(
    r"(?:enters? into force on the (?:day|date) of its publication"
    r"|entre en vigueur le jour de sa publication"
    r"|tritt am Tag(?:e)? (?:seiner|ihrer) Veröffentlichung"
    r"|entrará en vigor (?:el mismo|el) día de su publicación)",
    re.I,
)
_NEXT_DAY = re.compile(
    r"(?:enters? into force on the day (?:following|after) (?:that of )?its publication"
    r"|entre en vigueur le (?:jour suivant celui|lendemain) de sa publication"
    r"|tritt am Tag(?:e)? nach (?:seiner|ihrer) Veröffentlichung"
    r"|entrará en vigor (?:el día siguiente al|al día siguiente(?: al)?) de su publicación)",
    re.I,
)
_AFTER_DAYS = re.compile(
    r"(?:enters? into force on the (?P<en>\d{1,2}|[a-z]{5,9})(?:st|nd|rd|th)? day (?:following|after) (?:that of )?its publication"
    r"|entre en vigueur le (?P<fr>\d{1,2}e|[a-zéè]{5,9}) jour suivant (?:celui de )?sa publication"
    r"|tritt am (?P<de>[a-zä]{5,12}) Tag(?:e)? nach (?:seiner|ihrer) Veröffentlichung"
    r"|entrará en vigor a los (?P<es>\d{1,3}|[a-z]{2,7}) días de su publicación)",
    re.I,
)
_AFTER_MONTHS = re.compile(
    r"entrará en vigor a(?:l|l cabo de| los)? (?P<months>\d{1,2}|[a-z]{2,7}) mes(?:es)? de su publicación",
    re.I,
)
_STATED = re.compile(
    r"(?:(?:This|These|The) (?:Act|Law|Regulations?|Rules|Order|Measures) (?:shall |are to |is to )?"
    r"(?:(?:enters?|comes?) into (?:force|effect|operation)|takes? effect|(?:become|becomes) effective) (?:on|from|as from|as of) "
    r"|(?:La presente ley|El presente real decreto(?: legislativo| ley|-ley)?|Esta ley) entrará en vigor el (?:día )?"
    r"|La présente loi entre en vigueur le |Le présent (?:décret|règlement) entre en vigueur le )"
    r"(?P<day>[^.;,()]{6,24}\d{4}|[A-Z][a-z]{2,8} \d{1,2}, \d{4})",
    re.I,
)
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2009\u202f"), " ")
_OF_EFFECT = (
    "into force",
    "into effect",
    "into operation",
    "takes effect",
    "take effect",
    "become effective",
    "becomes effective",
    "entrará en vigor",
    "entre en vigueur",
)
_OF_PUBLICATION = ("ts publication", "sa publication", "su publicación", "Veröffentlichung")
_FIRST_PUBLICATION = ("publication_date", "fecha_publicacion")
_LAST_CHANGE = ("last_updated", "ultima_actualizacion")


@dataclass(frozen=True, slots=True)
class Delay:
    """From which day on an act applies, counted from its publication.

    Attributes:
        evidence: the words that say so.
        days, months: how long after.
    """

    evidence: Evidence
    days: int = 0
    months: int = 0

    def after(self, published: date) -> date:
        """The day of effect of an act that was published on a day."""
        month = published.month - 1 + self.months
        year, month = published.year + month // 12, month % 12 + 1
        last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
        return date(year, month, min(published.day, last)) + timedelta(days=self.days)


def printed(view: View) -> Iterator[Told]:
    """The day of the official journal that a page of it, or the notice above an act, bears."""
    for line in view.surroundings[:_HEAD_LINES]:
        match = _PRINTED.search(line.text[:300].translate(_BLANKS))
        if not match:
            continue
        name = "day" if match["day"] else "first"
        parts = [int(part) for part in re.split(r"[/.]", match[name])]
        try:
            day = date(parts[2], parts[1], parts[0])
        except ValueError:
            return
        evidence = line.evidence("promulgated", match.start(name), match.end(name))
        yield Told(Event("promulgated", day, None, line.text[:200]), evidence)
        return


def stated(view: View) -> Iterator[Told]:
    """``This Act comes into force on 1 May 2020``, at the end of an act that was not changed since.

    In a later state the words are the first version's.
    """
    if _changed_since(view):
        return
    for block in reversed(view.blocks):
        text = block.text[:_LONGEST]
        if not any(word in text for word in _OF_EFFECT):
            continue
        match = _STATED.search(text.translate(_BLANKS))
        if not match:
            continue
        days = find_dates(match["day"])
        day = days[0][2] if days else parse_date(match["day"])
        if day:
            part = block.part(match.start(), match.end())
            evidence = Evidence("effective", part.text, "text", part.start, part.end)
            yield Told(Event("effective", day, None, part.text), evidence, 2)
        return


def at_once(view: View) -> Delay | None:
    """``本条例自公布之日起施行``, or ``並自公布日施行`` in the last entry of a history: in force on the day of promulgation."""
    for block in view.blocks[-25:]:
        match = _AT_ONCE.search(block.text[:_LONGEST])
        if match:
            part = block.part(match.start(), match.end())
            return Delay(Evidence("effective", part.text, "text", part.start, part.end))
    entries = [line for line in view.opening if _OF_ENTRY.match(line.text)]
    match = _ENTRY_AT_ONCE.search(entries[-1].text) if entries else None
    if match and "除" not in entries[-1].text:
        return Delay(entries[-1].evidence("effective", match.start(), match.end()))
    return None


def delay(view: View) -> Delay | None:
    """``… on the twentieth day following that of its publication``: how long after its publication an act applies."""
    for block in reversed(view.blocks):
        text = block.text[:_LONGEST]
        if not any(word in text for word in _OF_PUBLICATION):
            continue
        text = text.translate(_BLANKS)
        for pattern, days in ((_SAME_DAY, 0), (_NEXT_DAY, 1), (_AFTER_DAYS, None), (_AFTER_MONTHS, None)):
            match = pattern.search(text)
            if not match:
                continue
            part = block.part(match.start(), match.end())
            evidence = Evidence("effective", part.text, "text", part.start, part.end)
            if days is not None:
                return Delay(evidence, days)
            word = next(filter(None, match.groups())).lower()
            number = int(re.sub(r"\D", "", word)) if word[0].isdigit() else _ORDINALS.get(word)
            if number is None:
                return None
            return Delay(evidence, months=number) if pattern is _AFTER_MONTHS else Delay(evidence, number)
    return None


def _changed_since(view: View) -> bool:
    first, last = view.said(*_FIRST_PUBLICATION), view.said(*_LAST_CHANGE)
    return bool(first and last and first[1] < last[1])
