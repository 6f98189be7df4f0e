"""A fresh catalogue on each database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from corpus.catalogue import Catalogue


def clock() -> datetime:
    """A clock that stands still."""
    return datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@pytest.fixture
def catalogue(catalogue_url: str) -> Iterator[Catalogue]:
    """An empty catalogue."""
    with Catalogue(catalogue_url, clock) as opened:
        yield opened
