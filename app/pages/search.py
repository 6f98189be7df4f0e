"""检索: a question, what was understood of it, hits with facets; without a question, ways to ask."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

import streamlit as st
from markupsafe import Markup

from app.parts.facets import chips, facet_column, value_name, without_filters
from app.parts.hits import card, pager
from app.parts.markup import NOTHING, badge, bullets, joined, link, notice
from app.parts.page import Page, draw, go
from app.parts.problem import problem_notice
from app.state import FIRST_DAY, LAST_DAY, LONGEST_VALUE, Place, address
from index.schema import FACETS, Sort
from search.loosen import is_question
from search.query import QueryProblem
from search.service import Answer, Question

PER_PAGE = 10
"""Hits on a page."""

_SUGGESTIONS = 6
_TIPS = ("reference", "words", "phrase", "field", "foreign")


def show(page: Page) -> None:
    """Draw the page."""
    state = page.state
    with st.container(key="ask" if state.asks else "ask-calm"):
        draw(_heading(page) if state.asks else _greeting(page))
        _box(page)
        _options(page)
    if not state.asks:
        _start(page)
        return
    try:
        answer = page.base.search.search(_question(page))
    except QueryProblem as problem:
        draw(problem_notice(page, state.query, problem))
        draw(_named(page, set()))
        return
    if answer.hits:
        _answer(page, answer)
    elif answer.total:
        draw(_beyond(page, answer.total))
    else:
        _nothing(page, answer)


# --- asking ----------------------------------------------------------------------------------------------------


def _box(page: Page) -> None:
    """The search box. Its key follows the URL, so that going back in the browser shows the query of then."""
    state = page.state
    with st.form(f"search-{_key(state.query)}", border=False, enter_to_submit=True):
        field, button = st.columns([8, 1], vertical_alignment="bottom", gap="small")
        typed = field.text_input(
            page.text("search.label"),
            value=state.query,
            key=f"query-{_key(state.query)}",
            placeholder=page.text("search.placeholder"),
            label_visibility="collapsed",
            max_chars=LONGEST_VALUE,
        )
        if button.form_submit_button(page.text("search.button"), type="primary", width="stretch"):
            go(replace(state, query=typed or "", page=1))


def _options(page: Page) -> None:
    """The day and the versions that are searched."""
    state = page.state
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="options"):
        day = st.date_input(
            page.text("search.as_of"),
            value=state.as_of or page.today,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="YYYY-MM-DD",
            key=f"day-{state.as_of}",
            help=page.text("search.as_of_help"),
            disabled=state.all_versions,
            width=180,
        )
        every = st.toggle(
            page.text("search.all_versions"),
            value=state.all_versions,
            key=f"every-{state.all_versions}",
            help=page.text("search.all_versions_help"),
        )
    if every != state.all_versions:
        go(replace(state, all_versions=every, page=1))
    if day is not None and day != (state.as_of or page.today):
        go(replace(state, as_of=None if day == page.today else day, page=1))


def _question(page: Page) -> Question:
    state = page.state
    return Question(
        text=state.query,
        access=page.access,
        as_of=state.as_of,
        all_versions=state.all_versions,
        filters={facet: frozenset(values) for facet, values in state.filters.items()},
        facets=FACETS,
        sort=state.sort,
        limit=PER_PAGE,
        offset=(state.page - 1) * PER_PAGE,
    )


def _key(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


# --- before a question -----------------------------------------------------------------------------------------


def _greeting(page: Page) -> Markup:
    return Markup('<div class="zk-greeting"><h1>{}</h1><p>{}</p></div>').format(
        page.text("app.name"), page.text("app.tagline")
    )


def _heading(page: Page) -> Markup:
    """The page's name for those who hear it; everybody else sees it in the header."""
    return Markup('<h1 class="zk-unseen">{}</h1>').format(page.text("app.search"))


def _start(page: Page) -> None:
    everything = _everything(page)
    if not everything.total:
        draw(Markup('<div class="zk-start">{}</div>').format(_empty(page)))
        return
    tips = bullets(
        (
            Markup("{}<span>{}</span>").format(
                link(
                    page.link(Place.SEARCH, query=page.text(f"search.tip_{tip}")),
                    page.text(f"search.tip_{tip}"),
                ),
                page.text(f"search.tip_{tip}_about"),
            )
            for tip in _TIPS
        ),
        "zk-tips",
    )
    kinds = joined(
        link(
            page.link(Place.SEARCH, filters={"kind": (count.value,)}),
            Markup("{}<span>{}</span>").format(page.texts.label("kind", count.value), f"{count.count:,}"),
            "zk-suggestion",
        )
        for count in everything.facets["kind"]
    )
    draw(
        Markup(
            '<section class="zk-start"><h2>{}</h2>{}<h2>{}</h2><div class="zk-kinds">{}</div></section>'
        ).format(
            page.text("search.tips"),
            tips,
            page.text("search.browse", count=f"{everything.total:,}"),
            kinds,
        )
    )


def _everything(page: Page) -> Answer:
    """All provisions there are, with their kinds."""
    question = Question("", page.access, all_versions=True, facets=("kind",), limit=1)
    return page.base.search.search(question)


def _empty(page: Page) -> Markup:
    return notice(
        page.text("search.empty.title"),
        page.text("search.empty.body"),
        link(page.link(Place.INGEST), page.text("search.empty.action"), "zk-button"),
    )


# --- the answer ------------------------------------------------------------------------------------------------


def _answer(page: Page, answer: Answer) -> None:
    pages = -(-answer.total // PER_PAGE)
    hits = joined(card(page, hit) for hit in answer.hits)
    draw(
        Markup(
            '<div class="zk-results"><aside>{}</aside><section class="zk-hits" aria-live="polite">{}{}{}{}{}</section></div>'
        ).format(
            facet_column(page, answer.facets),
            _known(page, answer),
            chips(page),
            _summary(page, answer),
            hits,
            pager(page, pages),
        )
    )


def _summary(page: Page, answer: Answer) -> Markup:
    """How many, as of when, in which order; and what was loosened."""
    key = "search.total_loose" if answer.loosened else "search.total"
    when = (
        page.text("search.as_of_note", day=answer.as_of.isoformat())
        if answer.as_of
        else page.text("search.as_of_all")
    )
    orders = joined(
        Markup('<span aria-current="true">{}</span>').format(page.text(f"sort.{sort}"))
        if sort is page.state.sort
        else link(address(replace(page.state, sort=sort, page=1)), page.text(f"sort.{sort}"))
        for sort in Sort
    )
    reason = "search.question" if is_question(answer.query.tree) else "search.loosened"
    loose = Markup('<p class="zk-loose">{}</p>').format(page.text(reason)) if answer.loosened else NOTHING
    return Markup(
        '<div class="zk-summary"><span><strong>{}</strong> {}</span>'
        '<span class="zk-orders" role="group" aria-label="{}">{}</span></div>{}'
    ).format(page.text(key, count=f"{answer.total:,}"), when, page.text("search.sort"), orders, loose)


def _known(page: Page, answer: Answer) -> Markup:
    """Documents that the question names as a whole, then others whose names begin like it."""
    rows = [
        Markup("{} {} <time>{}</time>{}").format(
            link(page.document_link(item.version.id), page.title(item.version), "zk-title"),
            badge(item.version.status(answer.as_of or page.today), page.texts),
            item.version.identity.version_on or page.text("app.unknown_date"),
            link(page.document_link(item.version.id), page.text("search.open_document"), "zk-open"),
        )
        for item in answer.known
    ]
    shown = {item.version.work for item in answer.known}
    if not rows:
        return _named(page, shown)
    return Markup('<section class="zk-known-work"><h2>{}</h2>{}</section>{}').format(
        page.text("search.known"), bullets(rows), _named(page, shown)
    )


def _named(page: Page, without: set[str]) -> Markup:
    """Works whose names begin like what was typed."""
    found = [
        suggestion
        for suggestion in page.base.search.suggest(page.state.query, page.access, _SUGGESTIONS)
        if suggestion.work not in without
    ]
    if not found:
        return NOTHING
    links = joined(link(page.document_link(s.work), s.text, "zk-suggestion") for s in found)
    return Markup('<div class="zk-named"><span>{}</span>{}</div>').format(page.text("search.named"), links)


# --- no answer -------------------------------------------------------------------------------------------------


def _beyond(page: Page, total: int) -> Markup:
    pages = -(-total // PER_PAGE)
    back = link(address(replace(page.state, page=1)), page.text("search.first_page"))
    return notice(page.text("search.beyond", page=page.state.page, pages=pages), back)


def _nothing(page: Page, answer: Answer) -> None:
    if not _everything(page).total:
        draw(_empty(page))
        return
    draw(joined([_known(page, answer), chips(page)]))
    draw(
        Markup('<div class="zk-notice zk-notice-info" role="status"><strong>{}</strong>{}</div>').format(
            page.text("search.nothing.title"), bullets(_ways_out(page, answer))
        )
    )


def _ways_out(page: Page, answer: Answer) -> list[object]:
    """What to try, the likeliest first; whatever a link can do is a link."""
    state = page.state
    ways: list[object] = [
        link(
            address(state.without_filter(facet, value)),
            page.text("search.nothing.remove", value=value_name(facet, value, page.texts)),
        )
        for facet in FACETS
        for value in state.filters.get(facet, ())
    ]
    if len(ways) > 1:
        ways.append(link(address(without_filters(state)), page.text("search.nothing.remove_all")))
    if not state.all_versions:
        every = replace(state, all_versions=True, page=1)
        ways.append(link(address(every), page.text("search.nothing.all_versions")))
    if state.as_of is not None and not state.all_versions:
        now = replace(state, as_of=None, page=1)
        ways.append(link(address(now), page.text("search.nothing.today")))
    if not answer.query.plain:
        ways.append(page.text("search.nothing.quotes"))
    ways.append(page.text("search.nothing.words"))
    return ways
