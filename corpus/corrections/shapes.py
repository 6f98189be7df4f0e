"""The shapes of values that can be corrected: how a person writes them, how they are kept, what they are in the model.

A shape takes what a person wrote, checks it, and gives JSON; JSON and the model's value turn into each other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from corpus.errors import UsageError
from corpus.model import Event, Kind
from corpus.records import AppliedRule, ItemState
from corpus.tables import table

_LONGEST_LINE = 1000
_LONGEST_PASSAGE = 100_000
_SEPARATOR = re.compile(r"[;；\n]")
_EVENT = re.compile(r"(\w+)\s+(\d{4}-\d{2}-\d{2})(?:\s+(.+))?")
_EVENT_WORDS = {
    "通过": "adopted",
    "公布": "promulgated",
    "修正": "amended",
    "修订": "amended",
    "施行": "effective",
    "废止": "repealed",
}
_RULE = re.compile(r"(.+?)(?:\s*#\s*(\S+))?")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
EVENTS = ("adopted", "promulgated", "amended", "effective", "repealed")
COURT_LEVELS = (
    "supreme",
    "high",
    "intermediate",
    "basic",
    "specialised",
    "international",
    "administrative",
)


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of values.

    Attributes:
        name: by which pages choose the widget.
        parse: from a field's name and what was written to JSON; raises ``UsageError`` naming the field and the cure.
        revive: from JSON to the model's value.
        keep: from the model's value to JSON.
        choices: the values that there are, for those with a vocabulary.
    """

    name: str
    parse: Callable[[str, str], Any]
    revive: Callable[[Any], Any] = _same
    keep: Callable[[Any], Any] = _same
    choices: Callable[[], Sequence[str]] | None = None


def refused(field: str, text: str, cure: str) -> UsageError:
    """The error for a value that a field cannot take."""
    shown = text if len(text) <= 60 else f"{text[:60]}…"
    return UsageError(f"{field}: {shown!r} cannot be its value.", cure, code="bad_value", field=field)


def _line(field: str, text: str) -> str | None:
    plain = " ".join(text.split())
    if not plain:
        return None
    if len(plain) > _LONGEST_LINE or not plain.isprintable():
        raise refused(field, text, f"Write one line of at most {_LONGEST_LINE} characters.")
    return plain


def _needed(field: str, text: str) -> str:
    plain = _line(field, text)
    if plain is None:
        raise refused(field, text, "It cannot be empty.")
    return plain


def _passage(field: str, text: str) -> str | None:
    lines = (" ".join(line.split()) for line in text.splitlines())
    plain = "\n".join(line for line in lines if line)
    if len(plain) > _LONGEST_PASSAGE or not plain.replace("\n", "").isprintable():
        raise refused(field, text, f"Write at most {_LONGEST_PASSAGE:,} characters of text.")
    return plain or None


def _day(field: str, text: str) -> str | None:
    plain = text.strip()
    if not plain:
        return None
    try:
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        raise refused(field, text, "Write the day as 2021-06-01, or nothing where there is none.") from None


def _day_of(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _parts(field: str, text: str) -> list[str]:
    """The entries of a list: JSON, or parted by semicolons or lines."""
    written: list[Any] = _SEPARATOR.split(text)
    if text.lstrip().startswith("["):
        try:
            written = json.loads(text)
        except (ValueError, RecursionError):
            raise refused(field, text, "Part the entries by semicolons, or write a JSON list.") from None
    entries = (_line(field, str(entry)) for entry in written)
    return list(dict.fromkeys(entry for entry in entries if entry))


def _among(choices: Callable[[], Sequence[str]], empty: bool) -> Callable[[str, str], str | None]:
    def parse(field: str, text: str) -> str | None:
        plain = text.strip()
        if not plain and empty:
            return None
        if plain not in choices():
            raise refused(field, text, _allowed(choices()))
        return plain

    return parse


def _some_of(choices: Callable[[], Sequence[str]]) -> Callable[[str, str], list[str]]:
    def parse(field: str, text: str) -> list[str]:
        entries = _parts(field, text)
        for entry in entries:
            if entry not in choices():
                raise refused(field, entry, _allowed(choices()))
        return entries

    return parse


def _allowed(choices: Sequence[str]) -> str:
    if len(choices) > 40:
        return f"Write one of them as {', '.join(choices[:5])} …"
    return f"Allowed are: {', '.join(choices)}."


def _language(field: str, text: str) -> str:
    if not _LANGUAGE.fullmatch(text.strip()):
        raise refused(field, text, "Write it as BCP 47 has it: zh, zh-Hant, en, de, fr, es, ja, ko.")
    return text.strip()


def _events(field: str, text: str) -> list[dict[str, Any]]:
    events = []
    for entry in _parts(field, text):
        match = _EVENT.fullmatch(entry)
        kind = _EVENT_WORDS.get(match[1], match[1]) if match else ""
        if match is None or kind not in EVENTS:
            cure = (
                f"Write `amended 2020-10-17 全国人民代表大会常务委员会`, beginning with {', '.join(EVENTS)}."
            )
            raise refused(field, entry, cure)
        events.append({"kind": kind, "on": _day(field, match[2]), "by": match[3]})
    return sorted(events, key=lambda event: str(event["on"]))


def _rules(field: str, text: str) -> list[dict[str, str | None]]:
    rules = []
    for entry in _parts(field, text):
        match = _RULE.fullmatch(entry)
        if match is not None:
            rules.append({"work": match[1], "article": match[2]})
    return rules


@cache
def jurisdictions() -> tuple[str, ...]:
    """ISO 3166 codes of the table of countries, with ``EU`` and ``INT``."""
    return tuple(dict.fromkeys((*(row["code"] for row in table("countries")), "EU", "INT")))


@cache
def regions() -> tuple[str, ...]:
    """Official names of provinces and cities."""
    return tuple(row["name"] for row in table("regions"))


@cache
def subjects() -> tuple[str, ...]:
    """Subject matters."""
    return tuple(row["subject"] for row in table("subjects"))


def kinds() -> tuple[str, ...]:
    """Kinds of documents."""
    return tuple(str(kind) for kind in Kind)


def states() -> tuple[str, ...]:
    """States of an item of minutes."""
    return tuple(str(state) for state in ItemState)


def levels() -> tuple[str, ...]:
    """Levels of courts."""
    return COURT_LEVELS


def _kept_events(events: Sequence[Event]) -> list[dict[str, Any]]:
    return [{"kind": e.kind, "on": e.on.isoformat(), "by": e.by} for e in events]


def _revived_events(value: Sequence[dict[str, Any]]) -> tuple[Event, ...]:
    return tuple(Event(e["kind"], date.fromisoformat(e["on"]), e["by"]) for e in value)


def _kept_rules(rules: Sequence[AppliedRule]) -> list[dict[str, Any]]:
    return [{"work": rule.work, "article": rule.article} for rule in rules]


def _revived_rules(value: Sequence[dict[str, Any]]) -> tuple[AppliedRule, ...]:
    return tuple(AppliedRule(r["work"], r["article"]) for r in value)


def _optional(made: type[StrEnum]) -> Callable[[Any], Any]:
    return lambda value: made(value) if value else None


def _word(value: Any) -> str | None:
    return str(value) if value else None


def _only_confirmed(field: str, text: str) -> None:
    raise refused(field, text, f"It can be confirmed (--confirm {field}); its text is mended in the file.")


CONFIRMED = Shape("confirmed", _only_confirmed)
LINE = Shape("line", _line)
NEEDED = Shape("needed", _needed)
PASSAGE = Shape("passage", _passage)
DAY = Shape("day", _day, _day_of, _iso)
LIST = Shape("list", _parts, tuple, list)
KIND = Shape("choice", _among(kinds, empty=False), Kind, str, kinds)
LANGUAGE = Shape("needed", _language)
JURISDICTION = Shape("choice", _among(jurisdictions, empty=False), choices=jurisdictions)
REGION = Shape("line", _among(regions, empty=True), choices=regions)
SUBJECTS = Shape("choices", _some_of(subjects), tuple, list, subjects)
EVENT_LIST = Shape("events", _events, _revived_events, _kept_events)
RULES = Shape("rules", _rules, _revived_rules, _kept_rules)
STATE = Shape("choice_or_none", _among(states, empty=True), _optional(ItemState), _word, states)
COURT_LEVEL = Shape("choice_or_none", _among(levels, empty=True), choices=levels)
