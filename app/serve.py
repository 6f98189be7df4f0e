"""Starts the pages: Streamlit in this process, on 127.0.0.1, without usage reports and without a browser."""

from __future__ import annotations

import http.client
import os
import socket
import sys
import threading
from importlib.resources import as_file, files
from typing import Any

from corpus.errors import UnavailableError
from corpus.settings import Settings

ADDRESS = "127.0.0.1"

QUIET = {
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "DO_NOT_TRACK": "true",
    "SCARF_NO_ANALYTICS": "true",
    "UNSTRUCTURED_DISABLE_NOTICE": "1",
}
"""What keeps the libraries from reporting to their makers; without internet that costs seconds at start."""

OPTIONS: dict[str, Any] = {
    "server.address": ADDRESS,
    "server.headless": True,
    "server.fileWatcherType": "none",
    "server.maxUploadSize": 200,
    "server.enableStaticServing": False,
    # Streamlit's cache of large messages counts runs on both sides; runs that interrupt each other let the counts part,
    # and the page breaks with "Cached ForwardMsg MISS". On one machine sending a page again costs nothing.
    "global.minCachedMessageSize": 1_000_000_000,
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "client.showErrorDetails": "none",
    "client.showSidebarNavigation": False,
    "logger.hideWelcomeMessage": True,
    "theme.base": "light",
    "theme.primaryColor": "#8c2f26",
    "theme.backgroundColor": "#fbf9f4",
    "theme.secondaryBackgroundColor": "#f1ede3",
    "theme.textColor": "#24221f",
    "theme.linkColor": "#8c2f26",
    "theme.borderColor": "#d9d2c3",
    "theme.baseRadius": "4px",
    "theme.font": (
        "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Hiragino Sans GB','Microsoft YaHei',"
        "system-ui,sans-serif"
    ),
}
"""How Streamlit runs."""


def serve(settings: Settings, port: int) -> int:
    """Run the pages until the process is told to stop.

    Args:
        settings: the base to show.
        port: on 127.0.0.1.

    Returns:
        The exit status.

    Raises:
        UnavailableError: if the port cannot be used.
    """
    _require_free(port)
    os.environ.update(environment(settings))
    from streamlit.web import bootstrap

    options = {**OPTIONS, "server.port": port}
    with as_file(files("app") / "main.py") as script:
        bootstrap.load_config_options(options)
        stopped = threading.Event()
        threading.Thread(target=_announce, args=(port, stopped), daemon=True).start()
        try:
            bootstrap.run(str(script), False, [], options)
        finally:
            stopped.set()
    return 0


def environment(settings: Settings) -> dict[str, str]:
    """The variables from which the pages read the same settings. The day stays out: it changes while they run."""
    access = settings.access.labels if settings.access is not None else None
    return {
        **QUIET,
        "ZHIKU_HOME": str(settings.home),
        "ZHIKU_DATABASE_URL": settings.database_url,
        "ZHIKU_ELASTICSEARCH_URL": settings.elasticsearch_url or "",
        **({"ZHIKU_ACCESS": ",".join(sorted(access))} if access is not None else {}),
    }


def _require_free(port: int) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # A port that was just given up may be used again, as the server itself does.
        if os.name == "posix":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise UnavailableError(
                f"The pages cannot be opened on port {port} of {ADDRESS}: {error.strerror}.",
                "Choose another one with --port, or stop the program that uses it.",
            ) from None


def _announce(port: int, stopped: threading.Event) -> None:
    """Say where the pages are, as soon as they answer."""
    while not stopped.wait(0.1):
        connection = http.client.HTTPConnection(ADDRESS, port, timeout=2)
        try:
            connection.request("GET", "/_stcore/health")
            if connection.getresponse().status == http.HTTPStatus.OK:
                print(f"知库 Zhiku: http://{ADDRESS}:{port}", file=sys.stderr, flush=True)
                return
        except (OSError, http.client.HTTPException):
            continue
        finally:
            connection.close()
