"""A small base in memory and what answers questions on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.catalogue import Catalogue
from corpus.model import Document
from index.embedded import EmbeddedEngine
from index.sync import IndexSync
from search.service import SearchService
from tests.conftest import TODAY
from tests.documents import source

Fill = Callable[..., SearchService]


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Fill]:
    """A function that makes a base of documents, each with an access label, and gives its search."""
    catalogue = Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}")
    engine = EmbeddedEngine(None)

    def fill(*documents: Document | tuple[Document, str]) -> SearchService:
        for number, given in enumerate(documents):
            document, access = given if isinstance(given, tuple) else (given, None)
            catalogue.writes.store(document, source(f"/{number}.txt", str(number).encode()), access)
        IndexSync(catalogue, engine).catch_up()
        return SearchService(catalogue.reads, engine, TODAY)

    with catalogue, engine:
        yield fill
