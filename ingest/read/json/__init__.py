"""JSON and JSON Lines: one small class for each shape, and a general one for what no class knows."""

from __future__ import annotations

import json
import re
from typing import Any

from corpus.errors import UnreadableError
from corpus.model import BlockKind, Format, Reading, SourceFile
from corpus.notes import Note
from ingest.read.base import TextBuilder
from ingest.read.encoding import decode
from ingest.read.json.cases import CaseLaw, GuidingCase, OralArgument
from ingest.read.json.generic import Generic, row
from ingest.read.json.shape import Shape
from ingest.read.json.statutes import ArticleList

__all__ = ["read_json", "read_jsonl"]

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")

SHAPES: tuple[Shape, ...] = (ArticleList(), GuidingCase(), CaseLaw(), OralArgument(), Generic())


def read_json(source: SourceFile) -> Reading:
    """Read a JSON file; values outside the text go to the metadata.

    Raises:
        UnreadableError: if it is no JSON, is nested too deeply, or holds no text.
    """
    decoded = decode(source.location, source.content)
    try:
        value = _load(decoded.text)
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":
            return read_jsonl(source)
        raise _broken(source, f"line {error.lineno}, column {error.colno}: {error.msg}") from None
    except (RecursionError, ValueError) as error:
        raise _broken(source, str(error)) from None
    builder = TextBuilder()
    shape = next(shape for shape in SHAPES if shape.fits(value))
    metadata = shape.write(value, builder)
    return builder.reading(source, Format.JSON, metadata, decoded.encoding, decoded.warnings)


def read_jsonl(source: SourceFile) -> Reading:
    """Read a file with a JSON value on each line: each becomes a row ``key: value | key: value``.

    A line that is no JSON is left out with a warning.

    Raises:
        UnreadableError: if no line is JSON.
    """
    decoded = decode(source.location, source.content)
    builder = TextBuilder()
    warnings = list(decoded.warnings)
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            builder.add(BlockKind.TABLE_ROW, row(_load(line)))
        except (ValueError, RecursionError) as error:
            left_out = f"line {number} is no JSON and was left out ({error})"
            warnings.append(Note(left_out, code="line_left_out", line=number))
    if not builder.blocks:
        raise _broken(source, warnings[-1] if warnings else "no line is JSON")
    return builder.reading(source, Format.JSONL, {}, decoded.encoding, warnings[:20])


def _load(text: str) -> Any:
    value = json.loads(text.lstrip("\ufeff"))
    if _SURROGATE.search(text):  # half of a pair is no character, and nothing can store it
        value = json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
    return value


def _broken(source: SourceFile, place: str) -> UnreadableError:
    message = f"{source.location}: this is no JSON that can be read ({place})."
    return UnreadableError(message, "Save it anew as JSON.", code="no_json", place=place)
