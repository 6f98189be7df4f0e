"""Both engines under the contract, and what is particular to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.elastic import ElasticEngine
from index.embedded import EmbeddedEngine
from index.engine import Engine
from tests.index.contract import EngineContract, SharedContract


class TestEmbeddedInMemory(EngineContract):
    @pytest.fixture
    def engine(self) -> Iterator[Engine]:
        with EmbeddedEngine(None) as engine:
            yield engine


class TestEmbeddedInFolder(EngineContract, SharedContract):
    @pytest.fixture
    def another(self, tmp_path: Path) -> Callable[[], Engine]:
        return lambda: EmbeddedEngine(tmp_path / "index")

    @pytest.fixture
    def engine(self, another: Callable[[], Engine]) -> Iterator[Engine]:
        with another() as engine:
            yield engine


@pytest.mark.elasticsearch
class TestElastic(EngineContract, SharedContract):
    @pytest.fixture
    def another(self, elasticsearch_url: str, prefix: str) -> Callable[[], Engine]:
        return lambda: ElasticEngine(elasticsearch_url, prefix)

    @pytest.fixture
    def engine(self, another: Callable[[], Engine]) -> Iterator[Engine]:
        with another() as engine:
            yield engine


@pytest.mark.elasticsearch
class TestElasticWalkingBeyondItsWindow(TestElastic):
    """The same with a window of a few hits, so that every longer page is walked."""

    @pytest.fixture
    def another(self, elasticsearch_url: str, prefix: str) -> Callable[[], Engine]:
        return lambda: ElasticEngine(elasticsearch_url, prefix, window=20)
