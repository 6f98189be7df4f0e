"""What the classes for shapes of XML share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from lxml import etree

from ingest.read.base import TextBuilder
from ingest.read.html import visible

DEEPEST = 200
"""Levels of nesting below which elements are taken as flat text."""


class Shape(Protocol):
    """A way in which publishers lay out a law in XML."""

    def fits(self, root: etree._Element) -> bool:
        """Whether the document has this shape."""
        ...

    def write(self, root: etree._Element, builder: TextBuilder) -> dict[str, str]:
        """Append the document's blocks and give back its metadata."""
        ...


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def text_of(element: etree._Element) -> str:
    """All text in an element, as a reader sees it."""
    return visible("".join(part for part in element.itertext() if isinstance(part, str)))


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The child elements, without comments."""
    return (child for child in element if isinstance(child.tag, str))


def entries(element: etree._Element, prefix: str = "") -> Iterator[tuple[str, str]]:
    """The leaves of a metadata element with their names joined by dots."""
    for child in children(element):
        name = f"{prefix}.{local(child)}" if prefix else local(child)
        if len(child):
            yield from entries(child, name)
        elif value := text_of(child):
            yield name, value


def gathered(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """Entries as a mapping; values under one name are joined by semicolons."""
    found: dict[str, str] = {}
    for key, value in pairs:
        found[key] = f"{found[key]}; {value}" if key in found else value
    return found
