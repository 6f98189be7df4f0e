"""The pipelines: from a file to a document, and from a document into the catalogue.

They are two because files are understood by several processes at once and stored by one.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from typing import Any

from haystack import Pipeline
from lxml import etree

from corpus.catalogue import CatalogueWrites, Stored
from corpus.errors import UnreadableError, ZhikuError
from corpus.model import Document, SourceFile
from ingest.components import Clean, Cut, Identify, Read, Record, Store, Timed
from ingest.limits import out_of_memory

# On an error Haystack logs what it could not serialise of its inputs; here an error is an outcome, told elsewhere.
logging.getLogger("haystack").setLevel(logging.CRITICAL)

_NO_MEMORY = 2  # XML_ERR_NO_MEMORY of libxml2, whose message is "unknown error"

STAGES = ("read", "clean", "identify", "cut", "record")

Seconds = dict[str, float]


def understanding() -> Pipeline:
    """read -> clean -> identify -> cut -> record."""
    pipeline = Pipeline()
    pipeline.add_component("read", Read())
    pipeline.add_component("clean", Clean())
    pipeline.add_component("identify", Identify())
    pipeline.add_component("cut", Cut())
    pipeline.add_component("record", Record())
    pipeline.connect("read.reading", "clean.reading")
    pipeline.connect("clean.reading", "identify.reading")
    pipeline.connect("clean.reading", "cut.reading")
    pipeline.connect("identify.identity", "cut.identity")
    pipeline.connect("clean.reading", "record.reading")
    pipeline.connect("cut.document", "record.document")
    return pipeline


def storing(writes: CatalogueWrites) -> Pipeline:
    """store."""
    pipeline = Pipeline()
    pipeline.add_component("store", Store(writes))
    return pipeline


def understand(source: SourceFile) -> tuple[Document, Seconds]:
    """What a file comes to, and how long each stage took.

    Raises:
        UnreadableError: naming the file, what is wrong and the cure.
    """
    pipeline = _understanding()
    given: dict[str, dict[str, Any]] = {
        "read": {"source": source},
        "identify": {"source": source},
        "record": {"source": source},
    }
    document: Document = _run(pipeline, given, source)["record"]["document"]
    if not document.provisions:
        raise UnreadableError(
            f"{source.location}: nothing in this file but headings and page furniture was found.",
            "Open it in the program it was made with and save it again with its text.",
            code="no_text",
        )
    return document, {name: _seconds(pipeline, name) for name in STAGES}


def store(
    pipeline: Pipeline, document: Document, source: SourceFile, access: str | None
) -> tuple[Stored, Seconds]:
    """Put a document into the catalogue by a pipeline that ``storing`` made.

    Raises:
        UnavailableError: if the catalogue fails; nothing of the document is stored then.
    """
    given = {"store": {"document": document, "source": source, "access": access}}
    stored: Stored = _run(pipeline, given, source)["store"]["stored"]
    return stored, {"store": _seconds(pipeline, "store")}


@lru_cache(maxsize=1)
def _understanding() -> Pipeline:
    return understanding()


def _run(pipeline: Pipeline, given: dict[str, dict[str, Any]], source: SourceFile) -> dict[str, Any]:
    """Run a pipeline, and give back the error of a stage as it was, not wrapped into Haystack's."""
    try:
        return dict(pipeline.run(given))
    except Exception as error:
        if _is_memory(error):
            raise out_of_memory(source.location) from None
        if _is_recursion(error):
            raise UnreadableError(
                f"{source.location}: it is nested too deeply to be read.",
                "Save it anew in its own program, or as text.",
                code="nested",
            ) from None
        cause = _cause(error)
        if cause is not None:
            raise cause from error
        raise UnreadableError(
            f"{source.location}: {type(error.__cause__ or error).__name__}: {str(error.__cause__ or error)[:300]}.",
            "This is a fault of the program: please report it with the file.",
            code="fault",
        ) from error


def _cause(error: BaseException | None) -> ZhikuError | None:
    while error is not None:
        if isinstance(error, ZhikuError):
            return error
        error = error.__cause__ or error.__context__
    return None


def _is_memory(error: BaseException | None) -> bool:
    """Whether memory gave out, at the bottom of whatever was raised."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        if isinstance(error, etree.XMLSyntaxError) and getattr(error, "code", 0) == _NO_MEMORY:
            return True
        error = error.__cause__ or error.__context__
    return False


def _is_recursion(error: BaseException | None) -> bool:
    """Whether a document is nested more deeply than what reads it can follow."""
    while error is not None:
        if isinstance(error, RecursionError):
            return True
        error = error.__cause__ or error.__context__
    return False


def _seconds(pipeline: Pipeline, name: str) -> float:
    stage = pipeline.get_component(name)
    return stage.seconds if isinstance(stage, Timed) else 0.0
