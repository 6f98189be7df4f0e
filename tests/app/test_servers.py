"""The same commands on Elasticsearch and PostgreSQL: two addresses are all that changes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch
from sqlalchemy import create_engine, make_url, text

from tests.app.conftest import Zhiku
from tests.app.test_cli import AMENDED, LAW


@pytest.fixture
def on_servers(
    home: Path, postgresql_url: str, elasticsearch_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """A base whose catalogue is in PostgreSQL and whose index is in Elasticsearch."""
    name = f"test_{uuid4().hex[:12]}"
    base = make_url(postgresql_url)
    admin = create_engine(base)
    with admin.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    url = base.update_query_dict({"options": f"-csearch_path={name}"}).render_as_string(hide_password=False)
    monkeypatch.setenv("ZHIKU_DATABASE_URL", url)
    monkeypatch.setenv("ZHIKU_ELASTICSEARCH_URL", elasticsearch_url)
    monkeypatch.setenv("ZHIKU_ELASTICSEARCH_PREFIX", name)
    try:
        yield
    finally:
        with Elasticsearch(elasticsearch_url) as client:
            for index in client.indices.get(index=f"{name}*"):
                client.indices.delete(index=index)
        with admin.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
        admin.dispose()


@pytest.mark.elasticsearch
@pytest.mark.postgresql
@pytest.mark.usefixtures("on_servers")
def test_the_whole_line_on_servers(zhiku: Zhiku, tmp_path: Path, home: Path) -> None:
    (tmp_path / "old.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "new.md").write_text(AMENDED, encoding="utf-8")
    paths = (tmp_path / "old.md", tmp_path / "new.md")
    assert [line["status"] for line in zhiku("ingest", *paths, "--json", "--workers", "1").lines[:-1]] == [
        "added"
    ] * 2
    assert zhiku("verify", "--json").lines == [{"missing": 0, "stale": 0, "orphaned": 0}]
    hits = zhiku("search", "示例权保护法第二条", "--json").lines
    assert hits[0]["id"] == "cn/示例权保护法@2020-01-01#2"
    assert zhiku("rebuild").status == 0
    assert zhiku("search", "示例权保护法第二条", "--json").lines == hits
    assert not (home / "index").exists()
    assert not (home / "catalogue.sqlite").exists()
