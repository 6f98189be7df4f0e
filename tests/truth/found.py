"""What the product makes of a file, in the form of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from corpus.model import Document, Level
from corpus.records import Digest
from tests.truth.tables import SPANS

_IDENTITY = (
    "kind",
    "title",
    "language",
    "jurisdiction",
    "region",
    "issuers",
    "document_number",
    "adopted",
    "promulgated",
    "effective",
    "repealed",
    "subjects",
    "version_on",
)
_LEVELS = {"recitals": Level.RECITAL, "footnotes": Level.FOOTNOTE, "annexes": Level.ANNEX}
_DIGEST = (
    "case_number",
    "court",
    "court_level",
    "date",
    "published",
    "parties",
    "subjects",
    "procedure",
    "keywords",
)


@dataclass(frozen=True, slots=True)
class Found:
    """A file's values, and those of each case in it."""

    document: Mapping[str, str]
    digests: tuple[Mapping[str, str], ...]


def found_in(document: Document) -> Found:
    """The values of a document as the tables write them."""
    identity = document.identity
    values = {field: _shown(getattr(identity, field)) for field in _IDENTITY}
    articles = [each for each in document.provisions if each.level is Level.ARTICLE]
    ends = (articles[0], articles[-1]) if articles else (None, None)
    for column, article in zip(("first", "last"), ends, strict=True):
        values[column] = (article.number or "") if article else ""
        values[f"{column}_id"] = article.fragment if article else ""
    values |= {
        "amended": ";".join(sorted({_shown(e.on) for e in identity.events if e.kind == "amended"})),
        "articles": str(len(articles)),
        "digests": str(len(document.digests)),
        "items": str(len(document.minutes.items) if document.minutes else 0),
        "places": ";".join(_places(document)),
        "deleted": str(sum(1 for article in articles if article.deleted)),
    }
    for column, level in _LEVELS.items():
        values[column] = str(sum(1 for each in document.provisions if each.level is level))
    return Found(values, tuple(_digest(digest) for digest in document.digests))


def _places(document: Document) -> list[str]:
    """Each article with how many paragraphs and items it has: what is not divided is one paragraph.

    Of several articles with one number, as in annexes and in a second language, the first counts.
    """
    parents = {each.fragment: each.parent for each in document.provisions}
    articles = {e.fragment: e.number or "" for e in document.provisions if e.level is Level.ARTICLE}
    counts = {fragment: {Level.PARAGRAPH: 0, Level.ITEM: 0} for fragment in articles}
    for each in document.provisions:
        if each.level not in (Level.PARAGRAPH, Level.ITEM):
            continue
        above = each.parent
        while above is not None and above not in articles:
            above = parents[above]
        if above is not None:
            counts[above][each.level] += 1
    first: dict[str, str] = {}
    for fragment, count in counts.items():
        place = f"{articles[fragment]}:{max(1, count[Level.PARAGRAPH])}:{count[Level.ITEM]}"
        first.setdefault(articles[fragment], place)
    return list(first.values())


def _digest(digest: Digest) -> dict[str, str]:
    values = {field: _shown(getattr(digest, field)) for field in _DIGEST}
    values["rules"] = ";".join(f"{rule.work}#{rule.article or ''}" for rule in digest.rules)
    for field in SPANS:
        places = [e for e in digest.evidence if e.field == field and e.start is not None]
        values[field] = (
            f"{min(e.start or 0 for e in places)}-{max(e.end or 0 for e in places)}" if places else ""
        )
    return values


def _shown(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str | date):
        return str(value)
    if isinstance(value, Iterable):
        return ";".join(map(_shown, value))
    raise TypeError(f"no form of {value!r} in a table")
