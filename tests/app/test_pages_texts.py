"""The strings of the pages: all there in both languages, none in the code."""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from app.state import LANGUAGES
from app.texts import texts
from corpus.model import Kind, Status
from corpus.tables import table
from index.schema import FACETS, Sort
from ingest.report import STATUSES

PAGES = [
    path for folder in ("pages", "parts") for path in sorted(Path(str(files("app") / folder)).glob("*.py"))
]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys_and_places() -> None:
    chinese, english = (texts(language).strings for language in LANGUAGES)
    assert chinese.keys() == english.keys()
    assert {key for key in chinese if places(chinese[key]) != places(english[key])} == set()
    assert {key for key in chinese if not chinese[key].strip() or not english[key].strip()} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_of_the_vocabularies_has_a_name(language: str) -> None:
    named = texts(language).strings
    wanted = [f"kind.{kind}" for kind in Kind]
    wanted += [f"status.{status}" for status in Status]
    wanted += [f"sort.{sort}" for sort in Sort]
    wanted += [f"facet.{facet}" for facet in FACETS]
    wanted += [f"outcome.{status}" for status in STATUSES]
    wanted += [f"subject.{row['subject']}" for row in table("subjects")]
    wanted += [f"jurisdiction.{row['code']}" for row in table("countries")]
    wanted += ["jurisdiction.INT", "jurisdiction.EU"]
    assert [key for key in wanted if key not in named] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_problem_of_a_query_has_a_message_and_a_cure(language: str) -> None:
    source = "".join(p.read_text(encoding="utf-8") for p in Path(str(files("search.query"))).glob("*.py"))
    codes = set(re.findall(r'QueryProblem\(\s*"(\w+)"', source))
    assert len(codes) > 5
    named = texts(language).strings
    wanted = [f"problem.{code}.{part}" for code in codes for part in ("message", "cure")]
    assert [key for key in wanted if key not in named] == []


def test_keys_in_the_code_exist() -> None:
    known = texts(LANGUAGES[0]).strings
    groups = {key.split(".")[0] for key in known}
    used = {
        node.value
        for path in [*PAGES, Path(str(files("app") / "main.py"))]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and re.fullmatch(r"[a-z]+(\.[a-z_]+)+", node.value) and node.value.split(".")[0] in groups
    }  # fmt: skip
    # A key may be put together: its beginning stands in the code.
    assert {
        key for key in used if not any(k == key or (key[-1] == "_" and k.startswith(key)) for k in known)
    } == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_no_visible_chinese_stands_in_the_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {ast.get_docstring(node, clean=False) for node in ast.walk(tree)
                     if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef)}  # fmt: skip
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and node.value not in documentation and re.search("[\u4e00-\u9fff]", node.value)
    ]  # fmt: skip
    assert found == []
