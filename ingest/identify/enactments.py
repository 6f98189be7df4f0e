"""How the laws of a country print their number and the day on which they were enacted, below or in their titles.

Sources: the forms of the official journals (Gazzetta Ufficiale, Diário Oficial da União, Gazette of India, Amtliche
Sammlung, the King's Printer's acts, Công báo).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from corpus.numerals import find_dates
from ingest.identify.view import Line, View

_LINES = 24
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Form:
    """A line of the head: its groups ``number`` and ``day``, as far as it has them."""

    where: str
    line: re.Pattern[str]


def _form(where: str, pattern: str) -> Form:
    return Form(where, re.compile(pattern, re.IGNORECASE))


FORMS = (
    _form("United Kingdom", r"(?P<number>(?:19|20)\d{2} (?:CHAPTER|c\.) \d{1,3})"),
    _form("Commonwealth", r"(?:Act )?(?P<number>No\. \d{1,3} of (?:19|20)\d{2})"),
    _form("Commonwealth", r"\[(?P<day>\d{1,2}(?:st|nd|rd|th)? (?:day of )?[a-z]{3,9},? (?:19|20)\d{2})\.?\]"),
    _form("Switzerland", r"(?:vom|du|del) (?P<day>\d{1,2}(?:\.|er|°)? [a-zéûäèà]{3,9} (?:19|20)\d{2})(?: \((?:Stand|[EÉ]tat|Stato) [^()]{4,40}\))?"),
    _form(
        "Italy",
        r"(?:Decreto(?: legislativo|-legge| del Presidente della Repubblica| ministeriale)?|Legge) (?P<day>\d{1,2}°? [a-z]{4,9} (?:19|20)\d{2}),? (?P<number>n\. ?\d{1,4})\b.*",
    ),
    _form(
        "Brazil",
        r"(?:Lei(?: Complementar)?|Decreto(?:-Lei)?|Medida Provisória) N[º°o]\.? ?(?P<number>[\d.]{1,8}\d),? de (?P<day>\d{1,2}[º°]? de [a-zç]{4,9} de (?:19|20)\d{2})\b.*",
    ),
    _form("Viet Nam", r"(?:Law |Decree |Circular )?No\.?:? ?(?P<number>\d{1,3}/(?:19|20)\d{2}/[A-Z\dĐ-]{2,14})"),
    _form("Viet Nam", r"Ha ?noi, (?:date |on )?(?P<day>[a-z]{3,9} \d{1,2}, (?:19|20)\d{2})"),
    _form("Russia", r"No\. ?(?P<number>\d{1,4}-FZ)(?: of [a-z]{3,9} \d{1,2}, (?:19|20)\d{2})?"),
)  # fmt: skip


def found_in(view: View, group: str) -> Iterator[tuple[Line, int, int]]:
    """The lines of the head that print a number or a day of enactment, with the place in each."""
    for line in view.head[:_LINES]:
        for form in FORMS if len(line.text) <= _LONGEST else ():
            match = form.line.fullmatch(line.text) if group in form.line.groupindex else None
            if match:
                yield line, match.start(group), match.end(group)


def day_of(line: Line, start: int, end: int) -> date | None:
    """The day at a place of a line."""
    days = find_dates(line.text[start:end])
    return days[0][2] if days else None
