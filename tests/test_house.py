"""The rules of the house: which package may know which, what is declared, how long things are, what is never named."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import missing

REPOSITORY = Path(__file__).resolve().parent.parent

KNOWS = {
    "corpus": set[str](),
    "index": {"corpus"},
    "ingest": {"index", "corpus"},
    "search": {"index", "corpus"},
    "app": {"search", "ingest", "index", "corpus"},
    "bench": {"app", "search", "ingest", "index", "corpus"},
    "tests": {"app", "search", "ingest", "index", "corpus", "bench"},
}
"""Which packages of the house a package may import, besides itself."""

PRODUCT = ("corpus", "index", "ingest", "search", "app")

LONGEST_FUNCTION = 60
LONGEST_FILE = 450

NEVER_NAMED = {
    "a path of somebody's machine": re.compile(r"(?<![\w.])/(?:work|root|farm|home)/[\w.]+"),
    "the host of a registry": re.compile(
        r"\b(?:pypi|pythonhosted|npmjs|maven\.apache|repo1\.maven|deb\.debian)\.(?:org|com)\b"
    ),
}


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git tracks and that is still there."""
    try:
        listing = subprocess.run(
            ["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True, text=True
        )
    except (OSError, subprocess.CalledProcessError):
        missing("a git checkout", "run the tests in a clone with git installed")
    return tuple(
        file for name in listing.stdout.split("\0") if name and (file := REPOSITORY / name).is_file()
    )


def modules(*packages: str) -> list[Path]:
    """The Python files of packages."""
    return [
        file
        for file in tracked()
        if file.suffix == ".py" and file.relative_to(REPOSITORY).parts[0] in packages
    ]


def syntax(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imported(file: Path) -> Iterator[tuple[str, int]]:
    """The top-level packages that a file imports, anywhere in it, with the line."""
    for node in ast.walk(syntax(file)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.split(".")[0], node.lineno
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0] if not node.level else own_package(file), node.lineno


def own_package(file: Path) -> str:
    return file.relative_to(REPOSITORY).parts[0]


def at(file: Path, line: int) -> str:
    return f"{file.relative_to(REPOSITORY)}:{line}"


@cache
def project() -> dict[str, list[str]]:
    """Names of the declared requirements, normalised: ``runtime`` and ``test``."""
    declared = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {
        "runtime": [normalised(line) for line in declared["dependencies"]],
        "test": [normalised(line) for line in declared["optional-dependencies"]["test"]],
    }


def normalised(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name.group()).lower()


@pytest.mark.parametrize("package", KNOWS)
def test_imports_run_one_way(package: str) -> None:
    allowed = KNOWS[package] | {package}
    upward = [
        f"{at(file, line)} imports {name}"
        for file in modules(package)
        for name, line in imported(file)
        if name in KNOWS and name not in allowed
    ]
    assert upward == []


@pytest.mark.parametrize("package", KNOWS)
def test_what_is_imported_is_declared(package: str) -> None:
    declared = set(project()["runtime"])
    if package not in PRODUCT:
        declared |= set(project()["test"])
    distributions = packages_distributions()
    undeclared = [
        f"{at(file, line)} imports {name}"
        for file in modules(package)
        for name, line in imported(file)
        if name not in sys.stdlib_module_names
        and name not in KNOWS
        and not declared & {normalised(found) for found in distributions.get(name, [])}
    ]
    assert undeclared == []


def test_every_dependency_has_its_reason_on_a_page() -> None:
    pages = list((REPOSITORY / "docs" / "decisions").glob("*.md"))
    code = re.findall(
        r"`([A-Za-z][\w.-]*)(?:\[[\w,]+\])?`", "\n".join(page.read_text(encoding="utf-8") for page in pages)
    )
    explained = {normalised(name) for name in [*code, *(page.stem for page in pages)]}
    declared = {*project()["runtime"], *project()["test"]}
    assert declared - explained == set()


def test_exact_versions_cover_every_dependency() -> None:
    lines = (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.+!-]+", pin)] == []
    declared = {*project()["runtime"], *project()["test"]}
    assert declared - {normalised(pin) for pin in pins} == set()


def test_functions_fit_on_a_screen() -> None:
    # A migration is a list of tables that is written once and never changed.
    long = [
        f"{at(file, node.lineno)} {node.name}: {length} lines"
        for file in modules(*KNOWS)
        if "migrations" not in file.parts
        for node in ast.walk(syntax(file))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]
    assert long == []


def test_files_have_one_reason_to_change() -> None:
    long = [
        f"{at(file, 1)}: {length} lines"
        for file in modules(*PRODUCT, "bench")
        if (length := file.read_bytes().count(b"\n")) > LONGEST_FILE
    ]
    assert long == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    named = []
    for file in tracked():
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue  # a picture or a fixture of bytes
        for number, line in enumerate(lines, 1):
            named += [
                f"{at(file, number)} names {what}: {found.group()}"
                for what, pattern in NEVER_NAMED.items()
                if (found := pattern.search(line))
            ]
    assert named == []


def test_commands_of_the_readme_exist() -> None:
    targets = set(
        re.findall(r"^([\w-]+):", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    # Commands stand in code; "make" in a sentence is a verb.
    code = re.findall(r"```[^\n]*\n(.*?)```|`([^`\n]+)`", readme, re.DOTALL)
    commands = re.findall(r"^\s*\$?\s*make ([\w-]+)", "\n".join(a or b for a, b in code), re.MULTILINE)
    assert {"run", "test"} <= set(commands)
    assert set(commands) - targets == set()


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{page.relative_to(REPOSITORY)} links to {target}"
        for page in tracked()
        if page.suffix == ".md" and "samples" not in page.parts
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]
    assert broken == []
