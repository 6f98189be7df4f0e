"""The words of a file by other means than the readers: what stands in it has to stand in the provisions.

Nothing here knows blocks, furniture or units. Markup, comments, scripts and front matter are no words.
"""

from __future__ import annotations

import csv
import email
import io
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
from lxml import etree, html

_HAN = r"\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_FRONT_MATTER = re.compile(r"\A\ufeff?---\s*\n.*?\n---\s*(?:\n|\Z)", re.S)
_MARKUP = re.compile(
    r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|</?[a-zA-Z][a-zA-Z0-9]{0,12}(?:\s[^<>]{0,400})?/?>|&[a-z]{2,8};|&#\d{1,6};",
    re.S,
)
_LINK = re.compile(
    r"!?\[([^\[\]]{0,400})\]\([^()\s]{0,400}(?:\([^()]{0,200}\)[^()\s]{0,200}){0,6}(?:\s\"[^\"]{0,200}\")?\)"
)
_ADDRESS = re.compile(r"(?:https?://|file://|www\.)[^\s<>()\[\]，。；）]+")
_IDENTIFIER = re.compile(r"(?:https?://|www\.)\S+|^[0-9a-f-]{24,}$")


def words(text: str) -> Counter[str]:
    """Han, kana and hangul one by one, other scripts by word, with how often each stands there; addresses are none."""
    return Counter(match[0].lower() for match in _WORD.finditer(_ADDRESS.sub(" ", text)))


def plain_text(file: Path) -> str:
    """The text of a file, taken out with the plainest means for its format."""
    content = file.read_bytes()
    suffix = file.suffix.lower()
    if suffix == ".docx":
        return _docx(content)
    if suffix == ".pdf":
        return _pdf(content)
    if suffix == ".html":
        return _html(content)
    if suffix == ".xml":
        return _xml(content)
    text = _decoded(content)
    if suffix in (".json", ".jsonl"):
        records = text.splitlines() if suffix == ".jsonl" else [text]
        return "\n".join(
            value for record in records if record.strip() for value in _strings(json.loads(record))
        )
    if suffix in (".csv", ".tsv"):
        rows = csv.reader(io.StringIO(text), delimiter="," if suffix == ".csv" else "\t")
        return "\n".join("\n".join(row) for row in rows)
    if suffix == ".md":
        body = _FRONT_MATTER.sub("", text)
        # A record that is nothing but front matter has its text there.
        text = _LINK.sub(r"\1 ", body if _WORD.search(body) else text)
        return _MARKUP.sub(" ", text)
    return text


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("utf-8", "replace")


def _docx(content: bytes) -> str:
    pieces: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            if name == "word/document.xml":
                root = etree.fromstring(package.read(name))
                pieces.extend(
                    "".join(map(str, node.itertext())) for node in root.iter() if _local(node) == "p"
                )
            elif name.endswith(".mht"):
                pieces.extend(_web_archive(package.read(name)))
    return "\n".join(pieces)


def _web_archive(content: bytes) -> Iterator[str]:
    for part in email.message_from_bytes(content).walk():
        payload = part.get_payload(decode=True)
        if part.get_content_type() == "text/html" and isinstance(payload, bytes):
            yield _html(payload)


def _pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def _html(content: bytes) -> str:
    tree = html.fromstring(_decoded(content).encode(), parser=html.HTMLParser(encoding="utf-8"))
    for node in list(tree.iter("script", "style", "title")):
        node.text = None
        for child in list(node):
            node.remove(child)
    for node in tree.iter("p", "div", "td", "li", "br", "h1", "h2", "h3", "h4"):
        node.tail = "\n" + (node.tail or "")
    return " ".join(map(str, tree.itertext()))


def _xml(content: bytes) -> str:
    root = etree.fromstring(content)
    pieces: list[str] = []
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        pieces.extend(
            str(node.get(key)) for key in ("number", "name") if node.get(key) and _local(node) != "meta"
        )
    for node in list(root.iter()):
        if _local(node) in ("meta", "head", "style", "script"):
            parent = node.getparent()
            if parent is not None:
                parent.remove(node)
    return " ".join([*pieces, *map(str, root.itertext())])


def _local(node: Any) -> str:
    return node.tag.rsplit("}", 1)[-1] if isinstance(node.tag, str) else ""


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)
    elif isinstance(value, str) and not _IDENTIFIER.fullmatch(value):
        yield value
