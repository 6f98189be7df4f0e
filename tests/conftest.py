"""What every test may use: the corpora, the services, a fixed day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

TODAY = date(2026, 11, 22)
"""The day of every test."""

_REPOSITORY = Path(__file__).resolve().parent.parent


def missing(part: str, cure: str) -> NoReturn:
    """Skip a test whose part is missing; in CI, where everything is installed, fail instead."""
    message = f"{part} is missing: {cure}"
    if os.environ.get("ZHIKU_REQUIRE_ALL"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the corpora and the benchmark data."""
    folder = Path(os.environ.get("ZHIKU_SHARED") or _REPOSITORY.parent / "shared")
    if not (folder / "corpus").is_dir():
        missing(
            "the folder with the test corpora", "put it beside the checkout as ../shared or set ZHIKU_SHARED"
        )
    return folder


@pytest.fixture(scope="session")
def corpora(shared: Path) -> Path:
    """The real documents, Chinese and international."""
    return shared / "corpus"


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """A running Elasticsearch."""
    url = os.environ.get("ZHIKU_TEST_ELASTICSEARCH_URL")
    if not url:
        missing(
            "Elasticsearch",
            "start one with tests/services/elasticsearch and set ZHIKU_TEST_ELASTICSEARCH_URL",
        )
    return url


@pytest.fixture(scope="session")
def postgresql_url() -> str:
    """A running PostgreSQL, as an SQLAlchemy URL of a database that tests may write into."""
    url = os.environ.get("ZHIKU_TEST_DATABASE_URL")
    if not url:
        missing("PostgreSQL", "start one with tests/services/postgresql and set ZHIKU_TEST_DATABASE_URL")
    return url
