"""What every test may use: the corpora, the services, a fixed day."""

from __future__ import annotations

import os
import shutil
import tempfile
import uuid
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest
from elasticsearch import Elasticsearch
from sqlalchemy import create_engine, make_url, text

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


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def catalogue_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty catalogue."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'catalogue.sqlite'}"
        return
    base = make_url(request.getfixturevalue("postgresql_url"))
    schema = f"test_{uuid.uuid4().hex}"
    admin = create_engine(base)
    with admin.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    try:
        url = base.update_query_dict({"options": f"-csearch_path={schema}"})
        yield url.render_as_string(hide_password=False)
    finally:
        with admin.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        admin.dispose()


@pytest.fixture
def prefix(elasticsearch_url: str) -> Iterator[str]:
    """A name of its own for every test; what was made under it is removed."""
    name = f"zhiku-test-{uuid.uuid4().hex[:10]}"
    yield name
    with Elasticsearch(elasticsearch_url) as client:
        for index in client.indices.get_alias(index=f"{name}-*"):
            client.indices.delete(index=index)


@pytest.fixture
def common_folder() -> Iterator[Path]:
    """A folder in which the test works as a common user, even where the administrator runs it."""
    folder = Path(tempfile.mkdtemp(prefix="zhiku-"))
    administrator = os.geteuid() == 0
    if administrator:
        nobody = 65534
        os.chown(folder, nobody, nobody)
        os.seteuid(nobody)
    try:
        yield folder
    finally:
        if administrator:
            os.seteuid(0)
        shutil.rmtree(folder)
