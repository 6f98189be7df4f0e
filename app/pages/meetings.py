"""会商: the meetings, and what they agreed by responsible party, state and deadline; one meeting with its items."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

import streamlit as st
from markupsafe import Markup

from app.pages.meeting import item_card, show_meeting
from app.parts.facets import chips, facet_column, without_filters
from app.parts.hits import pager
from app.parts.markup import NOTHING, bullets, joined, link, notice
from app.parts.page import Page, draw, go
from app.state import LONGEST_VALUE, Place, address
from corpus.catalogue.settlement import AgreedItem, Held
from search.agreed import ITEM_FACETS, Due, FoundItems, find_items

PER_PAGE = 20
"""Items or meetings on a page."""

MEETINGS = "meetings"
"""The part of the page that lists meetings; without it, it lists items."""


def show(page: Page) -> None:
    """Draw the page: the meeting that the URL names, else items or meetings."""
    if page.state.identifier:
        show_meeting(page)
        return
    draw(
        Markup('<div class="zk-page-head"><h1>{}</h1><p>{}</p></div>').format(
            page.text("meeting.title"), page.text("meeting.about")
        )
    )
    agreed = page.base.catalogue.agreed
    meetings = agreed.meetings(page.access)
    if not meetings:
        draw(
            notice(
                page.text("meeting.empty"),
                page.text("meeting.empty_body"),
                link(page.link(Place.INGEST), page.text("search.empty.action"), "zk-button"),
            )
        )
        return
    items = agreed.items(page.access)
    draw(_views(page, len(meetings), len(items)))
    if page.state.segment == MEETINGS:
        _meetings(page, meetings, items)
        return
    with st.container(key="ask"):
        _box(page)
    _items(page, find_items(items, page.today, page.state.query, page.state.filters))


def _views(page: Page, meetings: int, items: int) -> Markup:
    """The switch between items and meetings."""
    chosen = MEETINGS if page.state.segment == MEETINGS else ""
    entries = (("", "meeting.items", items), (MEETINGS, "meeting.meetings", meetings))
    links = joined(
        Markup('<span aria-current="true">{}</span>').format(page.text(name, count=f"{count:,}"))
        if segment == chosen
        else link(page.link(Place.MEETINGS, segment=segment), page.text(name, count=f"{count:,}"))
        for segment, name, count in entries
    )
    return Markup(
        '<div class="zk-summary zk-views"><span class="zk-orders" role="group" aria-label="{}">{}</span></div>'
    ).format(page.text("meeting.view"), links)


def _box(page: Page) -> None:
    """The filter for words. Its key follows the URL, so that going back in the browser shows the words of then."""
    state = page.state
    key = sha256(state.query.encode()).hexdigest()[:12]
    with st.form(f"items-{key}", border=False, enter_to_submit=True):
        field, button = st.columns([8, 1], vertical_alignment="bottom", gap="small")
        typed = field.text_input(
            page.text("meeting.words"),
            value=state.query,
            key=f"words-{key}",
            placeholder=page.text("meeting.placeholder"),
            label_visibility="collapsed",
            max_chars=LONGEST_VALUE,
        )
        if button.form_submit_button(page.text("case.filter"), type="primary", width="stretch"):
            go(replace(state, query=typed or "", page=1))


def _items(page: Page, found: FoundItems) -> None:
    state, total = page.state, len(found.items)
    pages = max(-(-total // PER_PAGE), 1)
    if state.page > pages:
        back = link(address(replace(state, page=1)), page.text("search.first_page"))
        draw(notice(page.text("search.beyond", page=state.page, pages=pages), back))
        return
    shown = found.items[(state.page - 1) * PER_PAGE : state.page * PER_PAGE]
    body = joined(item_card(page, item, with_meeting=True) for item in shown) if shown else _nothing(page)
    draw(
        Markup(
            '<div class="zk-results"><aside>{}</aside><section class="zk-hits" aria-live="polite">{}{}{}{}</section></div>'
        ).format(
            facet_column(page, found.facets, ITEM_FACETS, "item_facet"),
            chips(page, ITEM_FACETS),
            _summary(page, found),
            body,
            pager(page, pages),
        )
    )


def _summary(page: Page, found: FoundItems) -> Markup:
    """How many items, and how many of them are overdue as of today."""
    late = NOTHING
    if found.overdue:
        text = page.text("meeting.overdue_count", count=f"{found.overdue:,}", day=page.today.isoformat())
        late = link(address(page.state.with_filter("due", str(Due.OVERDUE))), text, "zk-late")
    return Markup('<div class="zk-summary"><span><strong>{}</strong></span>{}</div>').format(
        page.text("meeting.total", count=f"{len(found.items):,}"), late
    )


def _nothing(page: Page) -> Markup:
    """No item fits: which step leads to some."""
    state = page.state
    steps = []
    if state.query.strip() and state.filters:
        steps.append(link(address(replace(without_filters(state), page=1)), page.text("search.remove_all")))
    steps.append(link(page.link(Place.MEETINGS), page.text("meeting.all")))
    return notice(page.text("meeting.nothing"), bullets(steps))


def _meetings(page: Page, meetings: Sequence[Held], items: Sequence[AgreedItem]) -> None:
    state = page.state
    pages = -(-len(meetings) // PER_PAGE)
    if state.page > pages:
        back = link(address(replace(state, page=1)), page.text("search.first_page"))
        draw(notice(page.text("search.beyond", page=state.page, pages=pages), back))
        return
    own: dict[str, list[AgreedItem]] = {}
    for item in items:
        own.setdefault(item.meeting.version, []).append(item)
    shown = meetings[(state.page - 1) * PER_PAGE : state.page * PER_PAGE]
    entries = [_meeting(page, held, own.get(held.version, [])) for held in shown]
    draw(Markup("{}{}").format(bullets(entries, "zk-documents zk-meetings"), pager(page, pages)))


def _meeting(page: Page, held: Held, items: Sequence[AgreedItem]) -> Markup:
    minutes = held.minutes
    overdue = sum(item.is_overdue(page.today) for item in items)
    facts = [
        minutes.date.isoformat() if minutes.date else page.text("app.unknown_date"),
        minutes.place,
        page.text("meeting.item_count", count=len(items)),
        Markup('<em class="zk-late">{}</em>').format(page.text("meeting.overdue_short", count=overdue))
        if overdue
        else None,
    ]
    return Markup("{}<span>{}</span>").format(
        link(page.link(Place.MEETINGS, identifier=held.version), minutes.meeting or held.title),
        joined([fact for fact in facts if fact], " · "),
    )
