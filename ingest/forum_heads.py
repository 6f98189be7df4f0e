"""What the head of a decision says in the form of its forum: court, number, day and sides, with their places.

Identification and digests both ask here, each with its own text of the same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpus.numerals import find_dates, parse_date
from ingest.forums import FORUMS, Forum

HEAD = 5000
"""How many characters of a decision are its head."""
SIGN_WITHIN = 2500
_END = 4000  # characters at the end in which a day may stand
_LEAD = 12  # characters before a day that its words lead to
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?!\d)")
_FIRST_OF_ALL = 1
"""Panels of international organisations, the first rows, count also where their head names a court before them."""
_ROLE = re.compile(
    r"\s[–—]\s|,\s(?:of|a|an|represented|et al|plaintiffs?|defendants?|petitioners?|respondents?|appellants?|appellees?|opposers?|"
    r"applicants?|registrants?|patent owner|cross-appellants?)\b",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"(?:Inc|Co|Corp|Ltd|al|Bros|Cie|Assn|Mfg|\b[A-Z]|[A-Z]\.[A-Z])\.$", re.IGNORECASE)

Span = tuple[int, int]


def forum_in(head: str) -> Forum | None:
    """The forum whose sign stands first in a head."""
    found = [(m.start(), i) for i, forum in enumerate(FORUMS) if (m := forum.sign.search(head))]
    if not found:
        return None
    return FORUMS[min(found, key=lambda item: (item[1] > _FIRST_OF_ALL, item[0]))[1]]


def court_in(forum: Forum, text: str) -> tuple[str, Span] | None:
    """The court as printed."""
    for match in (forum.court.search(text, 0, HEAD), forum.sign.search(text, 0, SIGN_WITHIN)):
        if match and match.groupdict().get("court"):
            return match["court"].strip(), match.span("court")
    return None


def number_in(forum: Forum, text: str) -> tuple[str, Span] | None:
    """The number of the case, with plain hyphens and blanks."""
    match = forum.number.search(text, 0, HEAD)
    if match is None:
        return None
    group = "number" if match["number"] else "number_of_office"
    return flat(match[group]), match.span(group)


def flat(text: str) -> str:
    """Words with plain hyphens and single blanks."""
    return re.sub(r"\s+", " ", text.replace("‑", "-").replace("‐", "-")).strip()


def day_in(forum: Forum, text: str) -> tuple[date, Span] | None:
    """The day of the decision behind the words that lead to it, in the head or at the end; else the first of the head."""
    matches = (
        (*forum.day.finditer(text, 0, HEAD), *forum.day.finditer(text, max(HEAD, len(text) - _END)))
        if forum.day is not None
        else ()
    )
    for match in matches:
        rest = text[match.end() : match.end() + 60]
        line = rest.split("\n")[1 if rest.startswith("\n") else 0]
        found = _in_line(line, forum.jurisdiction != "US")
        if found is not None:
            start = text.index(line, match.end())
            return found[2], (start + found[0], start + found[1])
    return next(((day, (first, last)) for first, last, day in find_dates(text[:3000])), None)


def _in_line(line: str, day_first: bool) -> tuple[int, int, date] | None:
    """The day with which a line begins; one printed wide (中　華　民　國　112　年) is the whole line."""
    days = find_dates(line[:48])
    if days and days[0][0] <= _LEAD:
        return days[0]
    slashed = _SLASHED.match(line) if day_first else None
    if slashed:
        day = parse_date(f"{slashed[3]}-{int(slashed[2]):02}-{int(slashed[1]):02}")
        return (*slashed.span(), day) if day else None
    day = parse_date("".join(line.split())) if line.strip() else None
    return (0, len(line), day) if day is not None else None


def sides_in(forum: Forum, text: str) -> dict[str, Span]:
    """The parties as published, in order, each with its place; those of the first form in which the head names them."""
    found: dict[str, Span] = {}
    for pattern in forum.parties:
        everywhere = "claims" in pattern.pattern
        for match in pattern.finditer(text, 0, len(text) if everywhere else HEAD):
            for name, span in _names(match):
                found.setdefault(name, span)
        if ("role" in pattern.groupindex and found and "WTO" not in forum.name) or len(found) >= 2:
            break
    return found


def _names(match: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """The names of a match, without roles and marks behind them."""
    for group in ("party", "party2"):
        if group not in match.re.groupindex or not match[group]:
            continue
        name = _ROLE.split(match[group])[0].strip(" ,;:")
        if name.endswith(".") and not _ABBREVIATED.search(name):
            name = name[:-1]
        if len(name) > 1:
            at = match.start(group) + match[group].index(name)
            yield name, (at, at + len(name))
