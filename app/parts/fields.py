"""Widgets for the fields that a person can correct, and what of them was changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from app.parts.markup import notice
from app.parts.notes import said
from app.parts.page import Page, draw
from corpus.corrections import FIELDS, Change, Field, Part, parsed, shown
from corpus.errors import UsageError

_WIDE = frozenset({"passage", "events", "rules"})
_WIDE_FIELDS = frozenset({"title", "names", "agenda", "parties", "keywords"})
_VOCABULARIES = {"subjects": "subject", "court_level": "court_level", "state": "state"}
_LONGEST = 100_000


def field_label(page: Page, name: str, part: Part = Part.DOCUMENT) -> str:
    """What a field is called."""
    other = page.texts.strings.get(f"correct_field.{name}")
    if part is not Part.DOCUMENT and other is not None:
        return other
    return page.texts.strings.get(f"field.{name}") or other or name


def editable(part: Part) -> list[Field]:
    """The fields of a part that a form shows; the work has a form of its own."""
    return [field for field in FIELDS[part].values() if field.attribute]


def fields(page: Page, part: Part, values: Mapping[str, Any], name: str) -> dict[str, str]:
    """Draw a widget for each field.

    Args:
        page: the page.
        part: which fields.
        values: what they hold now, as JSON.
        name: tells the widgets of one form from those of others.

    Returns:
        What stands in each, as text.
    """
    written: dict[str, str] = {}
    narrow: list[Field] = []
    for field in editable(part):
        if field.shape.name in _WIDE or field.name in _WIDE_FIELDS:
            written |= _side_by_side(page, part, narrow, values, name)
            narrow = []
            written[field.name] = _widget(page, part, field, values[field.name], name)
        else:
            narrow.append(field)
    return written | _side_by_side(page, part, narrow, values, name)


def _side_by_side(
    page: Page, part: Part, listed: Sequence[Field], values: Mapping[str, Any], name: str
) -> dict[str, str]:
    written: dict[str, str] = {}
    for start in range(0, len(listed), 3):
        for column, field in zip(st.columns(3), listed[start : start + 3], strict=False):
            with column:
                written[field.name] = _widget(page, part, field, values[field.name], name)
    return written


def _widget(page: Page, part: Part, field: Field, value: Any, name: str) -> str:
    label, key, shape = field_label(page, field.name, part), f"{name}-{field.name}", field.shape
    vocabulary = _VOCABULARIES.get(field.name, field.name)

    def called(option: str) -> str:
        return page.texts.label(vocabulary, option) if option else page.text("correct.none")

    if shape.choices is not None and shape.name in ("choice", "choice_or_none"):
        options = list(shape.choices())
        if value not in options:
            options.insert(0, value or "")
        if shape.name == "choice_or_none" and "" not in options:
            options.insert(0, "")
        return st.selectbox(label, options, options.index(value or ""), format_func=called, key=key) or ""
    if shape.choices is not None and shape.name == "choices":
        options = list(dict.fromkeys((*shape.choices(), *value)))
        none = page.text("correct.none")
        chosen: list[str] = st.multiselect(
            label, options, value, format_func=called, key=key, placeholder=none
        )
        return "; ".join(chosen)
    hint = page.texts.strings.get(f"correct.hint_{shape.name}")
    if shape.name in _WIDE:
        height = 90 if shape.name == "passage" and value else 68
        return st.text_area(
            label, _written(page, field, value), key=key, placeholder=hint, height=height, max_chars=_LONGEST
        )
    return st.text_input(label, shown(value), key=key, placeholder=hint, max_chars=5000)


def _written(page: Page, field: Field, value: Any) -> str:
    """A value as it stands in its widget; a Chinese page names events in Chinese."""
    if field.shape.name == "events" and page.state.language == "zh":
        value = [{**event, "kind": page.texts.label("event", event["kind"])} for event in value]
    return shown(value)


def changes(
    page: Page, part: Part, key: str, values: Mapping[str, Any], written: Mapping[str, str]
) -> list[Change] | None:
    """What was changed; ``None`` where something cannot be, which is told."""
    made: list[Change] = []
    refused = False
    for name, text in written.items():
        if text == shown(values[name]):
            continue
        try:
            value = parsed(name, text, part)
        except UsageError as error:
            refused = True
            draw(notice(said(page.texts, error.note), kind="error"))
            continue
        if value != values[name]:
            made.append(Change(name, value, part, key))
    return None if refused else made


def who(page: Page) -> str:
    """The name of the one who corrects; kept while the browser's page is open."""
    given: str = st.text_input(
        page.text("correct.who"),
        st.session_state.get("by", ""),
        help=page.text("correct.who_help"),
        max_chars=100,
        key="who",
    )
    st.session_state["by"] = given.strip()
    return given.strip()
