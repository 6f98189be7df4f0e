"""Reasons and doubts in the reader's language: every code has its words, and every failure to read has a code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from string import Formatter

import pytest

from app.parts.notes import said
from app.state import LANGUAGES
from app.texts import texts
from corpus.notes import Note

_MAKERS = frozenset({"Note", "UnreadableError", "UnavailableError", "UsageError"})
_PACKAGES = ("corpus", "index", "search", "ingest", "app")


def calls(*packages: str) -> Iterator[tuple[str, ast.Call]]:
    """Every place at which something with a code is made, and which class it is."""
    for package in packages:
        for path in sorted(Path(str(files(package))).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _MAKERS:
                    yield f"{path.name}:{node.lineno} {node.func.id}", node


def codes(call: ast.Call) -> set[str]:
    """The codes that a call may give."""
    given = [keyword.value for keyword in call.keywords if keyword.arg == "code"]
    return {
        node.value
        for value in given
        for node in ast.walk(value)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


CODED = [(place, call) for place, call in calls(*_PACKAGES) if codes(call)]


def test_every_failure_to_read_has_a_code() -> None:
    made = [(place, call) for place, call in calls("ingest") if place.endswith("UnreadableError")]
    assert len(made) > 30
    assert [place for place, call in made if not codes(call)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_its_words_and_only_the_facts_that_are_given(language: str) -> None:
    strings = texts(language).strings
    wrong = []
    for place, call in CODED:
        facts = {keyword.arg for keyword in call.keywords} - {"code"}
        for code in codes(call):
            words = strings.get(f"note.{code}")
            asked = {name for _, name, _, _ in Formatter().parse(words or "") if name is not None}
            if words is None or not asked <= facts:
                wrong.append(f"{place}: {code}")
    assert wrong == []


def test_no_words_are_left_over() -> None:
    used = {code for _, call in CODED for code in codes(call)}
    assert {
        key.removeprefix("note.") for key in texts("zh").strings if key.startswith("note.")
    } - used == set()


@pytest.mark.parametrize(
    ("sentence", "chinese", "english"),
    [
        (
            Note("…", code="too_many_pages", count=9000, limit=5000),
            "PDF 有 9,000 页，最多读 5,000 页。请拆分。",
            "The PDF has 9,000 pages; at most 5,000 are read. Split it.",
        ),
        (
            Note("…", code="day_of_label", field="adopted", label="2020-01-02", text="2021-01-02"),
            "通过日期：标注为 2020-01-02，正文为 2021-01-02",
            "Adopted: a label says 2020-01-02, the text 2021-01-02",
        ),
    ],
)
def test_a_note_is_said_in_the_readers_language(sentence: str, chinese: str, english: str) -> None:
    assert said(texts("zh"), sentence) == chinese
    assert said(texts("en"), sentence) == english


@pytest.mark.parametrize(
    "sentence",
    ["a plain sentence", Note("of a later release", code="no_such_code"), Note("without facts", code="scan")],
)
def test_what_has_no_words_here_stays_as_it_is(sentence: str) -> None:
    assert said(texts("zh"), sentence) == sentence


def test_what_stands_in_a_fact_is_no_place_to_fill() -> None:
    assert said(texts("zh"), Note("…", code="copy_of", version="{0.__class__}")).endswith(
        "{0.__class__} 相同"
    )
