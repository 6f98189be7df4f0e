"""Checksums that tell whether two documents say the same, and whether a version changed."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import date
from operator import attrgetter

from corpus.catalogue.validity import Validity
from corpus.model import Document, Level, Provision

_MARKS = re.compile(r"[\W_]+")
_CATCHWORD = re.compile(r"【[^【】]{1,40}】")
_ENOUGH_TEXT = 200
_values = attrgetter(*(field.name for field in fields(Provision)))  # many times faster than asdict


def text_checksum(document: Document) -> str:
    """A checksum of the words alone: width, case, spaces and marks do not count.

    Where a document has articles, only they count: copies of a law in other house styles differ in their heads.
    """
    return hashlib.sha256(_words(_compared(document)).encode("utf-8", "surrogatepass")).hexdigest()


def tells_apart(document: Document) -> bool:
    """Whether the text alone is long enough to say that an equal one is the same document."""
    return sum(len(p.label) + len(p.text) for p in _compared(document)) >= _ENOUGH_TEXT


def content_checksum(document: Document) -> str:
    """A checksum of everything that the document puts into the catalogue."""
    records = (document.digests, document.minutes, document.endings, document.terms, document.confidence)
    said = repr((document.identity, document.warnings, records))
    digest = hashlib.sha256(said.encode("utf-8", "surrogatepass"))
    for provision in document.provisions:
        digest.update(repr(_values(provision)).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def fingerprint(content: str, validity: Validity, access: str, ended: date | None = None) -> str:
    """A checksum of everything that the index takes from a version."""
    known = (validity.valid_from, validity.valid_to, validity.follows_on, *([ended] if ended else ()))
    days = ",".join(_iso(day) for day in known)
    return hashlib.sha256(f"{content}|{days}|{access}".encode()).hexdigest()[:32]


def _compared(document: Document) -> Sequence[Provision]:
    if document.articles:
        return [p for p in document.provisions if p.level is Level.ARTICLE or p.is_part]
    return document.provisions


def worded(provision: Provision) -> str:
    """What a provision says, without the catchword that some editions print before a Chinese article's text."""
    heading = "" if _CATCHWORD.fullmatch(provision.heading) else provision.heading
    text = _CATCHWORD.sub("", provision.text, count=1) if provision.text.startswith("【") else provision.text
    return f"{provision.label}{heading}{text}"


def _words(provisions: Iterable[Provision]) -> str:
    joined = "\n".join(map(worded, provisions))
    return _MARKS.sub("", unicodedata.normalize("NFKC", joined)).casefold()


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
