"""A wheel built from the project works where there is no checkout: with tables, migrations and samples."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = ("app", "corpus", "index", "ingest", "search")
DATA = {".csv", ".css", ".docx", ".html", ".json", ".mako", ".md", ".toml", ".tsv", ".txt", ".xml", ".yaml"}

pytestmark = pytest.mark.xdist_group("wheel")  # built once, by one worker


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What a command prints; fails with all its output where the command does."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy, so that nothing is left in the checkout and nothing stale gets in."""
    source = tmp_path_factory.mktemp("source")
    for name in PACKAGES:
        shutil.copytree(REPOSITORY / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(REPOSITORY / name, source)
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", source / "out", cwd=source)
    (built,) = (source / "out").glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel installed into it; the dependencies are those of the running environment."""
    folder = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-index")
    run(*pip, "--no-deps", "--target", folder, wheel, cwd=folder)
    return folder


@pytest.fixture
def outside(installed: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a person without a checkout: the installed copy goes before the editable one."""
    own = {"ZHIKU_HOME": str(tmp_path / "home"), "ZHIKU_DATABASE_URL": "", "ZHIKU_ELASTICSEARCH_URL": ""}
    return {"PYTHONPATH": str(installed), **own}


def test_every_module_and_every_piece_of_data_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        file.relative_to(REPOSITORY).as_posix()
        for package in PACKAGES
        for file in (REPOSITORY / package).rglob("*")
        if file.is_file() and (file.suffix in {".py", *DATA} or file.name == "py.typed")
    }
    assert wanted - inside == set()


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)


def test_modules_come_from_the_installed_copy(
    installed: Path, outside: dict[str, str], tmp_path: Path
) -> None:
    names = ", ".join(PACKAGES)
    code = f"import {names}\nfor module in ({names}): print(module.__file__)"
    printed = run(sys.executable, "-c", code, cwd=tmp_path, **outside).split()
    assert [path for path in printed if not Path(path).is_relative_to(installed)] == []
    assert len(printed) == len(PACKAGES)


def test_samples_are_there(outside: dict[str, str], tmp_path: Path) -> None:
    code = (
        "from corpus import samples\n"
        "with samples.folder() as root:\n"
        "    print(*(file.name for file in samples.documents(root)), sep='\\n')"
    )
    names = run(sys.executable, "-c", code, cwd=tmp_path, **outside).split("\n")
    with_checkout = [f.name for f in (REPOSITORY / "corpus" / "samples").glob("*/*") if f.suffix != ".pyc"]
    assert sorted(filter(None, names)) == sorted(with_checkout)


@pytest.mark.parametrize("command", [["--help"], ["ingest", "--help"], ["serve", "--help"]])
def test_the_command_line_answers(command: list[str], outside: dict[str, str], tmp_path: Path) -> None:
    assert "zhiku" in run(sys.executable, "-m", "app", *command, cwd=tmp_path, **outside).lower()


def test_samples_are_ingested_and_found(outside: dict[str, str], tmp_path: Path) -> None:
    run(sys.executable, "-m", "app", "samples", cwd=tmp_path, **outside)
    found = run(sys.executable, "-m", "app", "search", "联席会议", "--json", cwd=tmp_path, **outside)
    assert "示例" in found
