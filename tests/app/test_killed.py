"""A run that is killed at any moment, and started again, ends like one that went through."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue

MOMENTS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 70)
"""After how many files known by then the run is killed."""


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    """Eighty regulations in several versions, with copies and a bad file among them."""
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(80):
        year = 2000 + number % 4
        title = f"示例第{number // 4}号管理办法"
        body = "".join(
            f"第{i}条 第{number // 4}号办法{year}年版本的第{i}项要求，有关单位应当遵守。\n\n"
            for i in range(1, 30)
        )
        text = f"# {title}\n\n{year}年1月1日 示例会议通过\n\n{body}"
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    (folder / "15a.txt").write_text((folder / "15.md").read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "30a.docx").write_bytes(b"PK\x03\x04 cut off")
    return folder


def start(documents: Path, home: Path) -> subprocess.Popen[str]:
    """A run in a process of its own."""
    command = [
        sys.executable,
        "-m",
        "app",
        "ingest",
        str(documents),
        "--json",
        "--workers",
        "2",
        "--home",
        str(home),
    ]
    environment = {**os.environ, "ZHIKU_TODAY": "2026-11-22"}
    for name in ("ZHIKU_DATABASE_URL", "ZHIKU_ELASTICSEARCH_URL", "ZHIKU_ACCESS"):
        environment.pop(name, None)
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    )


def state(home: Path) -> list[Any]:
    """Everything in the catalogue but the hours at which it got there."""
    everything = Access.everything()
    with Catalogue(f"sqlite:///{home / 'catalogue.sqlite'}") as catalogue:
        return [
            (
                v.id,
                v.identity,
                v.sources,
                v.valid_from,
                v.valid_to,
                v.fingerprint,
                catalogue.reads.provisions(v.id, everything),
            )
            for v in catalogue.reads.versions(everything)
        ]


def test_killed_at_ten_moments(documents: Path, tmp_path: Path) -> None:
    whole, broken = tmp_path / "whole", tmp_path / "broken"
    assert start(documents, whole).wait() == 1  # the bad file
    for moment in MOMENTS:
        run = start(documents, broken)
        assert run.stdout is not None
        for number, _ in enumerate(run.stdout, 1):
            if number == moment:
                break
        run.send_signal(signal.SIGKILL)
        run.stdout.close()
        run.wait()
    end = start(documents, broken)
    output, _ = end.communicate()
    assert end.returncode == 1
    assert json.loads(output.splitlines()[-1])["summary"]["failed"] == 1
    assert state(broken) == state(whole)
    assert len(state(whole)) == 80
    verify = [sys.executable, "-m", "app", "verify", "--home", str(broken)]
    assert subprocess.run(verify, check=False, capture_output=True).returncode == 0
