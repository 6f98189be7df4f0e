"""The parts of a document that corrections are about, and the keys by which cases and items are known again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from corpus.corrections.fields import field_of
from corpus.corrections.record import Part
from corpus.errors import UsageError
from corpus.ids import checksum
from corpus.model import Document
from corpus.names import name_key, plain_key
from corpus.records import Digest, Minutes, MinutesItem

_KEY = 10  # characters of a checksum: enough among the items of one document


def item_keys(items: Iterable[MinutesItem]) -> tuple[str, ...]:
    """A key for each item, made of its words: it stays when items are added, moved or renumbered."""
    return _told_apart(_hashed(plain_key(item.text)) for item in items)


def case_keys(digests: Iterable[Digest]) -> tuple[str, ...]:
    """A key for each digest, made of its case number, else of its title, as they were read."""
    return _told_apart(_hashed(name_key(digest.case_number or digest.title)) for digest in digests)


def _hashed(text: str) -> str:
    return checksum(text.encode("utf-8", "replace"))[:_KEY]


def _told_apart(keys: Iterable[str]) -> tuple[str, ...]:
    met: Counter[str] = Counter()
    told = []
    for key in keys:
        met[key] += 1
        told.append(key if met[key] == 1 else f"{key}-{met[key]}")
    return tuple(told)


def value_of(
    document: Document, name: str, part: Part = Part.DOCUMENT, key: str = "", read: Document | None = None
) -> Any:
    """The value of a field as JSON.

    Args:
        document: whose value it is.
        name, part, key: the field.
        read: what was read of the document, where corrections made ``document`` of it: keys are made of that.

    Raises:
        UsageError: if the document has no such part, or the part no such field.
    """
    field = field_of(name, part)
    if not field.attribute:
        return None
    return field.shape.keep(getattr(_holder(document, read or document, part, key), field.attribute))


def _holder(document: Document, read: Document, part: Part, key: str) -> Any:
    if part is Part.DOCUMENT:
        return document.identity
    if part is Part.MINUTES:
        return _minutes(document)
    if part is Part.ITEM:
        items = _minutes(document).items
        return _chosen(dict(zip(item_keys(_minutes(read).items), items, strict=True)), key, "item")
    return _chosen(dict(zip(case_keys(read.digests), document.digests, strict=True)), key, "case")


def _minutes(document: Document) -> Minutes:
    if document.minutes is None:
        raise UsageError("These are no minutes.", "Only minutes have a meeting and items.")
    return document.minutes


def _chosen(found: dict[str, Any], key: str, what: str) -> Any:
    if key not in found:
        keys = ", ".join(found) or "none"
        raise UsageError(f"There is no {what} {key!r} in this document.", f"It has: {keys}.")
    return found[key]
