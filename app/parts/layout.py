"""What stands around every page: look, behaviour, header with the language switch, messages about the URL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

import streamlit as st
from markupsafe import Markup

from app.parts.markup import NOTHING, joined, notice
from app.parts.page import Page, draw
from app.state import LANGUAGES, Place, Refused, address

MARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="5" fill="#8c2f26"/>'
    '<path d="M9 8h14M9 13h14M9 18h9M9 23h14" stroke="#fbf9f4" stroke-width="2.4" fill="none"/></svg>'
)
"""The mark of the product: a seal with lines of text."""

_TABS = (Place.SEARCH, Place.CASES, Place.MEETINGS, Place.INGEST, Place.OVERVIEW)
_LONGEST_TITLE = 80
_KEYS = {
    Place.SEARCH: "app.search",
    Place.CASES: "app.cases",
    Place.MEETINGS: "app.meetings",
    Place.INGEST: "app.ingest",
    Place.OVERVIEW: "app.overview",
    Place.READER: "app.reader",
    Place.CORRECT: "correct.title",
    Place.DOUBTS: "doubt.title",
}


@cache
def _file(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def frame(page: Page, refused: Sequence[Refused]) -> None:
    """The header of a page, and a message where its URL says something that means nothing."""
    st.html(f"<style>{_file('style.css')}</style>")
    st.html(_file("behaviour.html"), unsafe_allow_javascript=True)
    draw(_header(page))
    if refused:
        names = page.listed(
            dict.fromkeys(r.parameter if not r.value else f"{r.parameter}={r.value}" for r in refused)
        )
        draw(notice(page.text("app.refused", names=names), kind="warning"))


def title_of(page: Page, subject: str = "") -> str:
    """What the browser's tab says: the document or the question, where there is one, else the page."""
    shown = subject or (page.state.query if page.state.place is Place.SEARCH else "")
    return f"{shown[:_LONGEST_TITLE] or page.text(_KEYS[page.state.place])} · {page.text('app.name')}"


def _header(page: Page) -> Markup:
    tabs = joined(
        Markup('<a class="zk-link zk-tab" href="{}"{}>{}</a>').format(
            page.link(tab),
            Markup(' aria-current="page"') if tab is page.state.place else NOTHING,
            page.text(_KEYS[tab]),
        )
        for tab in _TABS
    )
    other = next(language for language in LANGUAGES if language != page.state.language)
    switch = Markup(
        '<a class="zk-link zk-switch" href="{}" title="{}" lang="{}" data-lang="{}">{}</a>'
    ).format(
        address(replace(page.state, language=other)),
        page.text("app.switch_title"),
        other,
        "" if other == LANGUAGES[0] else other,
        page.text("app.switch"),
    )
    return Markup(
        '<header class="zk-header" lang="{}"><a class="zk-link zk-brand" href="{}"><span class="zk-seal"></span>{}</a>'
        '<nav aria-label="{}">{}</nav>{}</header>'
    ).format(
        page.state.language,
        page.link(Place.SEARCH),
        page.text("app.name"),
        page.text("app.navigation"),
        tabs,
        switch,
    )
