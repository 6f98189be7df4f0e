"""Sample minutes in different styles and formats against truth written by hand: every field of each."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

import pytest

from corpus.model import Document, Kind, Reading
from corpus.records import Minutes
from ingest.clean import clean
from ingest.pipeline import understand
from ingest.read import read
from tests.ingest.minutes.papers import SAMPLES, papers
from tests.ingest.read.builders import source

NAMES = sorted(path.stem for path in SAMPLES.glob("*.toml"))
_LISTS = ("lead", "support", "cites")
_VALUES = ("text", "number", "topic", "deadline_text", "deadline", "state", "settled_by")


@cache
def understood(name: str) -> tuple[Document, Reading]:
    file, content = papers()[name]
    given = source(file, content)
    return understand(given)[0], clean(read(given))


def minutes(name: str) -> Minutes:
    found = understood(name)[0].minutes
    assert found is not None
    return found


def truth(name: str) -> dict[str, Any]:
    return tomllib.loads((SAMPLES / f"{name}.toml").read_text(encoding="utf-8"))


def plain(value: Any) -> Any:
    return None if value is None else str(value)


def test_every_sample_has_its_truth() -> None:
    assert set(NAMES) == set(papers())


@pytest.mark.parametrize("name", NAMES)
def test_minutes_are_known_as_such(name: str) -> None:
    assert understood(name)[0].identity.kind is Kind.MINUTES


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("field", ["meeting", "date", "place", "chair"])
def test_the_meeting(name: str, field: str) -> None:
    assert plain(getattr(minutes(name), field)) == truth(name).get(field)


@pytest.mark.parametrize("name", NAMES)
def test_who_took_part(name: str) -> None:
    found = [[each.organisation or "", *each.people] for each in minutes(name).participants]
    assert found == truth(name)["people"]


@pytest.mark.parametrize("name", NAMES)
def test_the_agenda(name: str) -> None:
    assert list(minutes(name).agenda) == truth(name)["agenda"]


@pytest.mark.parametrize("name", NAMES)
def test_the_items(name: str) -> None:
    found = [
        {key: value for key in (*_VALUES, *_LISTS)
         if (value := list(getattr(item, key)) if key in _LISTS else plain(getattr(item, key)))}
        for item in minutes(name).items
    ]  # fmt: skip
    assert found == truth(name).get("items", [])


@pytest.mark.parametrize("name", NAMES)
def test_reports_on_earlier_items(name: str) -> None:
    found = [
        {
            key: value
            for key in ("number", "text", "state", "settled_by")
            if (value := plain(getattr(report, key)))
        }
        for report in minutes(name).reports
    ]
    assert found == truth(name).get("reports", [])


@pytest.mark.parametrize("name", NAMES)
def test_every_value_has_its_place(name: str) -> None:
    document, reading = understood(name)
    found = document.minutes
    assert found is not None
    inner = [e for item in found.items for e in item.evidence] + [
        e for r in found.reports for e in r.evidence
    ]
    for evidence in (*found.evidence, *inner):
        assert evidence.start is not None
        assert evidence.end is not None
        shown = reading.text[evidence.start : evidence.end]
        assert "".join(evidence.surface.split())[:4] == "".join(shown.split())[:4]
    fragments = {provision.fragment for provision in document.provisions}
    for item in found.items:
        assert item.fragment in fragments
        fields = {evidence.field for evidence in item.evidence}
        assert "text" in fields
        assert {
            name for name in ("lead", "support", "deadline_text", "settled_by") if getattr(item, name)
        } <= fields
