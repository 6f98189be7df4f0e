"""Starting the pages: on this machine only, without reports to anybody, with a message where the port is taken."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from app import serve
from corpus.access import Access
from corpus.errors import UnavailableError
from corpus.settings import Settings
from tests.app.base import settings


def test_a_port_that_is_taken_is_named_with_the_cure(tmp_path: Path) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        with pytest.raises(UnavailableError, match=rf"port {port} .*--port"):
            serve.serve(settings(tmp_path), port)


@pytest.mark.parametrize("access", [None, Access.public(), Access.of("internal", "team")])
def test_the_pages_read_the_settings_that_were_given(tmp_path: Path, access: Access | None) -> None:
    given = replace(settings(tmp_path), access=access, elasticsearch_url="http://127.0.0.1:9")
    read = Settings.read(serve.environment(given))
    assert replace(read, today=given.today) == given


def test_nothing_is_reported_and_nobody_else_is_served() -> None:
    assert serve.OPTIONS["server.address"] == "127.0.0.1"
    assert serve.OPTIONS["browser.gatherUsageStats"] is False
    assert serve.OPTIONS["server.headless"] is True
    assert serve.QUIET["HAYSTACK_TELEMETRY_ENABLED"] == "False"
