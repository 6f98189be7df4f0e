"""案例: the cases in the base as a list or as cards, with facets; and one case by its segments, the original beside it."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import streamlit as st
from markupsafe import Markup

from app.pages.case import show_case
from app.parts.facets import chips, facet_column, value_name, without_filters
from app.parts.hits import pager
from app.parts.markup import NOTHING, bullets, joined, link, notice
from app.parts.page import Page, draw, go
from app.state import LONGEST_VALUE, Place, address
from corpus.catalogue.records import BriefEntry
from search.cases import CASE_FACETS, FoundCases, find_cases, rule_name

PER_PAGE = 20
"""Cases on a page."""

_RULES = 4  # rules on a card
_PARTIES = 4


def show(page: Page) -> None:
    """Draw the page: the case that the URL names, else the cases that it asks for."""
    if page.state.identifier:
        show_case(page)
        return
    draw(
        Markup('<div class="zk-page-head"><h1>{}</h1><p>{}</p></div>').format(
            page.text("case.title"), page.text("case.about")
        )
    )
    entries = page.base.catalogue.records.briefs(page.access)
    if not entries:
        draw(
            notice(
                page.text("case.empty"),
                page.text("case.empty_body"),
                link(page.link(Place.INGEST), page.text("search.empty.action"), "zk-button"),
            )
        )
        return
    with st.container(key="ask"):
        _box(page)
    found = find_cases(entries, page.state.query, page.state.filters)
    if found.entries:
        _listed(page, found)
    else:
        _nothing(page)


def _box(page: Page) -> None:
    """The filter for words. Its key follows the URL, so that going back in the browser shows the words of then."""
    state = page.state
    key = sha256(state.query.encode()).hexdigest()[:12]
    with st.form(f"cases-{key}", border=False, enter_to_submit=True):
        field, button = st.columns([8, 1], vertical_alignment="bottom", gap="small")
        typed = field.text_input(
            page.text("case.words"),
            value=state.query,
            key=f"words-{key}",
            placeholder=page.text("case.placeholder"),
            label_visibility="collapsed",
            max_chars=LONGEST_VALUE,
        )
        if button.form_submit_button(page.text("case.filter"), type="primary", width="stretch"):
            go(replace(state, query=typed or "", page=1))


def _listed(page: Page, found: FoundCases) -> None:
    state, total = page.state, len(found.entries)
    pages = -(-total // PER_PAGE)
    if state.page > pages:
        back = link(address(replace(state, page=1)), page.text("search.first_page"))
        draw(notice(page.text("search.beyond", page=state.page, pages=pages), back))
        return
    shown = found.entries[(state.page - 1) * PER_PAGE : state.page * PER_PAGE]
    drawn = joined(_card(page, entry) if state.cards else _row(page, entry) for entry in shown)
    draw(
        Markup(
            '<div class="zk-results"><aside>{}</aside><section class="zk-hits" aria-live="polite">{}{}'
            '<div class="{}">{}</div>{}</section></div>'
        ).format(
            facet_column(page, found.facets, CASE_FACETS, "case_facet"),
            chips(page, CASE_FACETS),
            _summary(page, total),
            "zk-case-cards" if state.cards else "zk-case-list",
            drawn,
            pager(page, pages),
        )
    )


def _summary(page: Page, total: int) -> Markup:
    """How many, and the switch between list and cards."""
    state = page.state
    views = joined(
        Markup('<span aria-current="true">{}</span>').format(page.text(f"case.{name}"))
        if state.cards is cards
        else link(address(replace(state, cards=cards)), page.text(f"case.{name}"))
        for name, cards in (("as_list", False), ("as_cards", True))
    )
    return Markup(
        '<div class="zk-summary"><span><strong>{}</strong></span>'
        '<span class="zk-orders" role="group" aria-label="{}">{}</span></div>'
    ).format(page.text("case.total", count=f"{total:,}"), page.text("case.view"), views)


def case_link(page: Page, version: str, order: int) -> str:
    """The address of a case."""
    return page.link(Place.CASES, identifier=version, part=order + 1)


def _heading(page: Page, entry: BriefEntry) -> Markup:
    name = entry.brief.title or entry.title or entry.version
    return Markup('<h2><a class="zk-link" href="{}"><span class="zk-title">{}</span></a></h2>').format(
        case_link(page, entry.version, entry.order), name
    )


def _line(page: Page, entry: BriefEntry) -> Markup:
    """Court, number, day: what tells one case from another."""
    brief = entry.brief
    day = brief.date or brief.year or brief.published
    facts = [
        page.texts.label("jurisdiction", brief.jurisdiction),
        brief.court,
        brief.case_number,
        Markup("<time>{}</time>").format(day) if day else None,
        brief.procedure if brief.procedure and len(brief.procedure) <= 24 else None,
    ]
    return Markup('<div class="zk-line">{}</div>').format(
        joined(Markup("<span>{}</span>").format(fact) for fact in facts if fact)
    )


def _facts(page: Page, entry: BriefEntry) -> Markup:
    brief = entry.brief
    parts = [
        page.listed(page.texts.label("subject", subject) for subject in brief.subjects),
        page.listed(brief.parties[:_PARTIES]) + (" …" if len(brief.parties) > _PARTIES else ""),
        page.listed(rule_name(rule) for rule in brief.rules[:_RULES])
        + (" …" if len(brief.rules) > _RULES else ""),
        brief.exception_code,
        entry.title if entry.title != brief.title else None,
    ]
    return Markup('<div class="zk-facts">{}</div>').format(
        joined(Markup("<span>{}</span>").format(part) for part in parts if part)
    )


def _row(page: Page, entry: BriefEntry) -> Markup:
    gist = Markup('<p class="zk-snippet">{}</p>').format(entry.brief.gist) if entry.brief.gist else NOTHING
    return Markup('<article class="zk-hit">{}{}{}{}</article>').format(
        _heading(page, entry), _line(page, entry), gist, _facts(page, entry)
    )


def _card(page: Page, entry: BriefEntry) -> Markup:
    gist = Markup('<p class="zk-snippet">{}</p>').format(entry.brief.gist) if entry.brief.gist else NOTHING
    return Markup('<article class="zk-case-card">{}{}{}{}</article>').format(
        _line(page, entry), _heading(page, entry), gist, _facts(page, entry)
    )


def _nothing(page: Page) -> None:
    """No case matches: what to take back."""
    state = page.state
    ways: list[object] = [
        link(
            address(state.without_filter(facet, value)),
            page.text("search.nothing.remove", value=value_name(facet, value, page.texts)),
        )
        for facet in CASE_FACETS
        for value in state.filters.get(facet, ())
    ]
    if state.query:
        ways.append(
            link(
                address(replace(state, query="", page=1)), page.text("case.without_words", words=state.query)
            )
        )
    if len(ways) > 1:
        ways.append(link(address(replace(without_filters(state), query="")), page.text("case.all")))
    ways.append(
        link(page.link(Place.SEARCH, query=state.query), page.text("case.search_text"))
        if state.query
        else page.text("search.nothing.words")
    )
    draw(chips(page, CASE_FACETS))
    draw(
        Markup('<div class="zk-notice zk-notice-info" role="status"><strong>{}</strong>{}</div>').format(
            page.text("case.nothing"), bullets(ways)
        )
    )
