"""Decisions of courts and panels outside the mainland, by the forum that their head shows.

The form of a decision tells most of what it is: whose law, which court, its number, its day, and its sides, by which
it is called where it has no title. The table of forums is that of the digests.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.evidence import Evidence
from corpus.model import Format
from ingest.forum_heads import SIGN_WITHIN, Span, court_in, day_in, forum_in, number_in, sides_in
from ingest.forums import Forum
from ingest.identify.found import Found
from ingest.identify.view import Line, View
from ingest.identify.wording import clean

_LINES = 120
_LONG = 200  # characters of a line that is prose
_TABLES = (Format.CSV, Format.TSV, Format.JSONL)
_FORM = re.compile(
    r"(?:(?:FINAL|EX TEMPORE|RESERVED|APPROVED|SUMMARY|CONSENT|INTERIM) )?(?:WRITTEN )?(?:JUDGE?MENT|DECISION|ORDER|OPINION|RULING|AWARD|INITIAL DETERMINATION)(?: (?:AND|ON|OF|OFFERING|GRANTING|DENYING|RE)\b.{0,120})?"
    r"|(?:MEMORANDUM|COMMISSION) (?:OPINION|DECISION|ORDER)(?: AND ORDER)?|(?:ADMINISTRATIVE )?PANEL DECISION|(?:PER CURIAM|SLIP OPINION|SYLLABUS)"
    r"|(?:REASONS FOR (?:JUDGMENT|ORDER|DECISION)|GROUNDS OF DECISION|ORAL JUDGMENT|REPORT OF THE (?:PANEL|APPELLATE BODY)|AWARD OF THE ARBITRATORS?)(?: AND .{0,60})?"
    r"|(?:(?:END|TEIL|VERSÄUMNIS)?URTEIL|(?:HINWEIS)?BESCHLUSS|ENTSCHEIDUNG|SCHLUSSANTRÄGE)(?: (?:VOM|DES|DER)\b.{0,80})?|IM NAMEN DES VOLKES"
    r"|(?:ARRÊT|ORDONNANCE|JUGEMENT|DÉCISION|CONCLUSIONS)(?: (?:DU|DE|RENDUE?)\b.{0,80})?|AU NOM DU PEUPLE FRAN[CÇ]AIS"
    r"|判決|決定|審決|異議の決定|[一-龥]{0,16}(?:民事|行政|刑事)?(?:判決|裁定|審定書|評決書|訴願決定書|處分書)|판결|결정|심결"
    r"|SENTENCIA(?: .{0,60})?|SENTENZA(?: .{0,60})?|ORDINANZA|AUTO|ARREST|VONNIS|BESCHIKKING|UITSPRAAK|ACÓRDÃO|EMENTA",
    re.IGNORECASE,
)
"""The name of the paper, alone on its line."""
_OPERATIVE = re.compile(
    r"IT IS (?:HEREBY |SO )?ORDERED|(?:appeal|claim|petition|application) is (?:allowed|dismissed|granted)|AFFIRMED|REVERSED|VACATED",
    re.IGNORECASE,
)
_BESIDE_NAME = re.compile(
    r"^(?:(?:Neutral )?Citation|Case Name|Between|RE|In the matter of)\s?[:：]\s?|\s\(?\[(?:19|20)\d{2}\]\s[A-Z].*$|,\s(?:19|20)\d{2}\s[A-Z]{2,6}\s\d.*$|\s(?:19|20)\d{2}\sINSC\s\d.*$",
    re.IGNORECASE,
)
"""What stands beside the name of a case on its line."""
_NO_TITLE = re.compile(
    r"[\d\W]*|.{0,40}\d{1,2}[日.].{0,12}(?:判決)?言渡.*|.*原本領収.*|.{0,30}\bNos?\.\s?[\w:-]{4,30}|(?:Case|Claim|Citation|Appeal|Docket)\b.{0,12}(?:No|Number)\b.{0,60}"
    r"|(?:Date|Before|Coram|Between|Heard|Present)\b.{0,80}|(?:Dkt|ECF)\. No.*|Slip Opinion|NOTE: .*|\(?Slip Opinion\)?.*|.{0,60}\bTERM,? \d{4}.*|.{0,30}(?:Hilary|Trinity|Michaelmas|Easter) Term.*|FOR PUBLICATION|NOT FOR PUBLICATION",
    re.IGNORECASE,
)
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "at",
        "on",
        "to",
        "de",
        "la",
        "du",
        "des",
        "et",
        "le",
        "der",
        "des",
        "für",
        "d’",
        "und",
        "cassation",
        "d'appel",
        "d’appel",
        "judiciaire",
    ]
)
_KNOWS_PLAIN = re.compile(
    r"^(?:(?:IN|BEFORE)\s)?(?:THE\s(?=UNITED|PATENT|TRADEMARK|GENERAL\sDIV|HIGH|COURT|SUPREME|FEDERAL|INTELL))?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:EUIPO|EPO|WIPO|OHIM|BPATG|BGH|OLG|LG|USA|WTO)")
_WITHOUT_POINT = ("GB", "SG", "AU", "NZ", "HK", "IE", "IN", "EU")
"""Where cases are called ``A v B``."""
_JOINED = ("v.", "v", "vs.", "versus", "contre", "gegen", "against")


class _Head:
    """The first lines of a document as one text, from whose places its lines are found again."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.text = "\n".join(line.text for line in lines)
        self._starts = list(itertools.accumulate((len(line.text) + 1 for line in lines), initial=0))

    def at(self, place: int) -> int:
        """Which line a place is in."""
        return min(bisect_right(self._starts, place) - 1, len(self.lines) - 1)

    def evidence(self, field: str, span: Span) -> tuple[Evidence, ...]:
        """The lines of a span as evidence."""
        found = []
        for index in range(self.at(span[0]), self.at(max(span[0], span[1] - 1)) + 1):
            line, start = self.lines[index], self._starts[index]
            first, last = max(0, span[0] - start), min(len(line.text), span[1] - start)
            if last > first:
                found.append(line.evidence(field, first, last))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision, as its head shows it.

    Attributes:
        forum: how it prints its decisions.
        sign: where the head shows the forum.
        court, number, day: as far as the head says them.
        name: what it is called by: its sides, else its court and number.
    """

    forum: Forum
    sign: Evidence
    court: Found[str | None]
    number: Found[str | None]
    day: Found[date | None]
    name: Found[str | None]

    def evidence(self, field: str) -> tuple[Evidence, ...]:
        """The sign of the forum as evidence for a field."""
        return (Evidence(field, self.sign.surface, self.sign.origin, self.sign.start, self.sign.end),)


def find(view: View, language: str) -> Decision | None:
    """The decision that a document is; ``None`` where its head is not that of one, whatever courts it speaks of."""
    if language == "zh" or view.reading.format in _TABLES:
        return None
    head = _Head(view.surroundings[:_LINES])
    forum = forum_in(head.text[:SIGN_WITHIN])
    sign = forum.sign.search(head.text[:SIGN_WITHIN]) if forum else None
    if forum is None or sign is None or len(head.lines[head.at(sign.start())].text) > _LONG:
        return None
    number, sides = number_in(forum, head.text), sides_in(forum, head.text)
    if number and len(head.lines[head.at(number[1][0])].text) > _LONG:
        number = None
    form = any(_FORM.fullmatch(_plain(line.text)) for line in head.lines[:60])
    decides = forum.operative.search(view.body) or _OPERATIVE.search(view.body[-3000:])
    if not number and not (form and len(sides) >= 2):
        return None
    if not (form or len(sides) >= 2 or decides):
        return None
    court, day = court_in(forum, head.text), day_in(forum, head.text)
    of = "WTO " if forum.name.startswith("WTO") else ""
    printed: Found[str | None] = Found(None)
    if court:
        printed = Found(of + _calm(court[0]), head.evidence("issuers", court[1]))
    return Decision(
        forum,
        head.evidence("jurisdiction", sign.span())[0],
        printed,
        Found(number[0], head.evidence("document_number", number[1])) if number else Found(None),
        Found(day[0], head.evidence("adopted", day[1])) if day else Found(None),
        _name(head, language, printed, number, sides, "v" if forum.jurisdiction in _WITHOUT_POINT else "v."),
    )


def title(view: View, decision: Decision, found: Found[str]) -> Found[str]:
    """The title of a decision: the one that was found, unless that is the court, the form or the number of its head."""
    plain = _plain(found.value)
    if found.evidence and found.evidence[0].origin == "metadata":
        return found
    bare = clean(_BESIDE_NAME.sub("", _BESIDE_NAME.sub("", found.value)))
    of_name = not found.evidence or found.evidence[0].origin == "name"
    useless = (
        of_name
        or _FORM.fullmatch(plain)
        or _NO_TITLE.fullmatch(plain)
        or decision.forum.court.fullmatch(found.value)
        or decision.forum.sign.fullmatch(found.value)
        or decision.forum.number.fullmatch(found.value)
        or len(found.value) > _LONG
    )
    named = decision.name
    if named.value and (useless or not bare):
        return Found(named.value, named.evidence)
    return Found(bare, found.evidence, found.warnings) if bare and not of_name else found


def _plain(text: str) -> str:
    """A line without the spaces between letters that are set apart."""
    spaced = re.fullmatch(r"(?:\S\s{1,4}){2,16}\S", text)
    return re.sub(r"\s", "", text) if spaced else re.sub(r"\s+", " ", text).strip(" *_.")


def _name(
    head: _Head,
    language: str,
    court: Found[str | None],
    number: tuple[str, Span] | None,
    sides: dict[str, Span],
    usual: str,
) -> Found[str | None]:
    """How a decision is called: by its two sides, else by its court and number, with the form in Chinese."""
    if len(sides) == 2 and language not in ("ja", "ko", "zh-Hant", "de", "fr"):
        (first, at), (second, to) = sides.items()
        between = [
            word for line in head.lines[head.at(at[0]) : head.at(to[0]) + 1] for word in line.text.split()
        ]
        mark = next((word for word in _JOINED if word in between), usual)
        return Found(f"{first} {mark} {second}", (*head.evidence("title", at), *head.evidence("title", to)))
    if number is None or court.value is None:
        return Found(None)
    places = (*court.evidence, *head.evidence("title", number[1]))
    evidence = tuple(Evidence("title", e.surface, e.origin, e.start, e.end) for e in places)
    form = next((line for line in head.lines[:6] if court.value in _plain(line.text)), None)
    whole = re.sub(r"\s", "", form.text) if form and language == "zh-Hant" else court.value
    return Found(f"{whole} {number[0]}", evidence)


def _calm(court: str) -> str:
    """A court without the words that lead to it, in small letters where it is printed in capitals."""
    plain = _KNOWS_PLAIN.sub("", " ".join(court.split()))
    if re.fullmatch(r"(?:\S ){2,24}\S", plain):
        plain = plain.replace(" ", "")
    if plain.upper() != plain or plain.lower() == plain:
        return plain
    words = [
        word if _INITIALS.fullmatch(word) else word.lower() if word.lower() in _SMALL else word.capitalize()
        for word in plain.split()
    ]
    return " ".join([words[0].capitalize() if not _INITIALS.fullmatch(words[0]) else words[0], *words[1:]])
