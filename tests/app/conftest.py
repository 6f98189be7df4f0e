"""Runs the command line in this process, on a home of its own."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.base import Base
from app.cli import main
from tests.app.base import fill, settings


@dataclass(frozen=True)
class Ran:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


Zhiku = Callable[..., Ran]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of the base, empty."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ZHIKU_HOME", str(folder))
    monkeypatch.setenv("ZHIKU_TODAY", "2026-11-22")
    for name in ("ZHIKU_DATABASE_URL", "ZHIKU_ELASTICSEARCH_URL", "ZHIKU_ACCESS"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def zhiku(home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Zhiku:
    """Runs ``zhiku ARGUMENTS``."""

    def run(*arguments: str | Path) -> Ran:
        monkeypatch.setattr("sys.argv", ["zhiku", *map(str, arguments)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        printed = capsys.readouterr()
        return Ran(int(ended.value.code or 0), printed.out, printed.err)

    return run


@pytest.fixture
def base(home: Path) -> Iterator[Base]:
    """A base with a few documents, which the environment names."""
    with Base(settings(home)) as opened:
        fill(opened)
        yield opened
