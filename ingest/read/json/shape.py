"""What the classes for shapes of JSON share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.encoding import normalise_lines
from ingest.read.html import visible
from ingest.read.metadata import flat
from ingest.read.plain import paragraphs


class Shape(Protocol):
    """A way in which publishers lay out a document in JSON."""

    def fits(self, value: Any) -> bool:
        """Whether the value has this shape."""
        ...

    def write(self, value: Any, builder: TextBuilder) -> dict[str, str]:
        """Append the document's blocks and give back its metadata."""
        ...


def outside(value: dict[str, Any], *inside: str) -> dict[str, str]:
    """The entries of a record without those that are text of the document."""
    return flat({key: item for key, item in value.items() if key not in inside})


def add_lines(builder: TextBuilder, text: Any, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
    """Append the paragraphs of a text with line feeds; anything but a text is left out."""
    if isinstance(text, str):
        for block in paragraphs(normalise_lines(text)):
            builder.add(kind, visible(block.text))


def texts(value: Any) -> Iterable[str]:
    """The texts of a value that is a text or a list of them."""
    if isinstance(value, str):
        return [value]
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
