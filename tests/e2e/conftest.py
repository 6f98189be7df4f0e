"""A server of the pages on a base with the samples, and a browser that tells what went wrong in it."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

from tests.conftest import TODAY, missing

_REPOSITORY = Path(__file__).resolve().parents[2]
_PATIENCE = 90  # seconds for the server to answer
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Opens = Callable[[str], Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the samples in its base."""
    folder = tmp_path_factory.mktemp("served")
    paths = filter(None, (str(_REPOSITORY), os.environ.get("PYTHONPATH")))
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ZHIKU_")},
        "PYTHONPATH": os.pathsep.join(paths),
        "ZHIKU_HOME": str(folder / "home"),
        "ZHIKU_TODAY": TODAY.isoformat(),
    }
    command = [sys.executable, "-m", "app"]
    subprocess.run([*command, "samples"], env=environment, cwd=folder, check=True, capture_output=True)
    port = _free_port()
    log = folder / "serve.log"
    with log.open("wb") as stream:
        server = subprocess.Popen(
            [*command, "serve", "--port", str(port)],
            env=environment,
            cwd=folder,
            stdout=stream,
            stderr=stream,
        )
    try:
        _await(server, port, log)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait(30)
    assert "Traceback" not in log.read_text(encoding="utf-8")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.HTTPStatus.OK:
                return
        except OSError:
            continue
        finally:
            connection.close()
    pytest.fail(f"the server does not answer:\n{log.read_text(encoding='utf-8')}")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, as the system has it."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        missing("Chromium", "apt-get install chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def opens(browser: Browser, address: str) -> Iterator[Opens]:
    """Opens a page of the server in a context of its own; the test fails where the browser had to complain."""
    troubles: list[str] = []
    contexts = []

    def console(message: ConsoleMessage) -> None:
        if message.type == "error":
            troubles.append(f"console: {message.text}")

    def response(answer: Response) -> None:
        if answer.status >= 400:
            troubles.append(f"HTTP {answer.status}: {answer.url}")

    def request(asked: Request) -> None:
        if not asked.url.startswith((address, "data:", "blob:", address.replace("http", "ws"))):
            troubles.append(f"left the server: {asked.url}")

    def open_page(path: str = "") -> Page:
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"]
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("console", console)
        page.on("pageerror", lambda error: troubles.append(f"page: {error}"))
        page.on("response", response)
        page.on("request", request)
        page.goto(path if path.startswith("http") else f"{address}{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []
