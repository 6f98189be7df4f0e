"""Small documents made in code, for tests that need some without reading files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from corpus.ids import checksum
from corpus.model import Document, Format, Identity, Kind, Level, Provision, SourceFile

LONG = "当事人应当依照本办法提交材料并说明理由，受理机关收到后应当登记、审查并在规定的期限内答复。" * 6
"""Text long enough to tell a document apart by its words alone."""


def provision(order: int, number: str, text: str, **changes: Any) -> Provision:
    """An article."""
    values: dict[str, Any] = {
        "fragment": number,
        "parent": None,
        "order": order,
        "level": Level.ARTICLE,
        "number": number,
        "label": f"第{number}条",
        "heading": "",
        "text": text,
        "start": order * 100,
        "end": order * 100 + 50,
        "article": number,
    }
    return Provision(**{**values, **changes})


def document(
    title: str = "示例管理办法",
    articles: Sequence[str] = (LONG, "本办法自公布之日起施行。"),
    version_on: date | None = date(2020, 1, 1),
    **changes: Any,
) -> Document:
    """A document with one article for each text."""
    values: dict[str, Any] = {
        "title": title,
        "kind": Kind.LAW,
        "language": "zh",
        "jurisdiction": "CN",
        "version_on": version_on,
        "adopted": version_on,
    }
    identity = Identity(**{**values, **changes})
    provisions = tuple(provision(i, str(i + 1), text) for i, text in enumerate(articles))
    return Document(identity=identity, provisions=provisions, format=Format.TXT)


def source(
    location: str = "/文件/示例.txt", content: bytes = b"one", companions: Mapping[str, bytes] | None = None
) -> SourceFile:
    """A source file."""
    return SourceFile(location, content, checksum(content), companions or {})
