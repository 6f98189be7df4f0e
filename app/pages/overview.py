"""概览: what the base holds, what came in last, what is still to come into force."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from app.parts.charts import bars, columns
from app.parts.markup import badge, bullets, joined, link, notice
from app.parts.page import Page, draw
from app.state import Place
from corpus.catalogue.reads import Overview
from corpus.model import Version

_LAST = 10


def show(page: Page) -> None:
    """Draw the page."""
    draw(Markup('<div class="zk-page-head"><h1>{}</h1></div>').format(page.text("overview.title")))
    found = page.base.catalogue.reads.overview(page.access, page.today, _LAST)
    if not found.versions:
        draw(
            notice(
                page.text("search.empty.title"),
                page.text("search.empty.body"),
                link(page.link(Place.INGEST), page.text("search.empty.action"), "zk-button"),
            )
        )
        return
    draw(_numbers(page, found))
    _plots(page, found)
    left, right = st.columns(2, gap="large")
    with left:
        draw(_list(page, page.text("overview.last_added"), [_added(page, v) for v in found.last_added]))
    with right:
        coming: list[Markup] = [_coming(page, version) for version in found.to_come]
        none = Markup('<span class="zk-quiet">{}</span>').format(page.text("overview.to_come_none"))
        draw(_list(page, page.text("overview.to_come"), coming or [none]))


def _numbers(page: Page, found: Overview) -> Markup:
    figures = {
        "works": found.works,
        "versions": found.versions,
        "provisions": found.provisions,
        "to_come_count": len(found.to_come),
    }
    return Markup('<dl class="zk-numbers-row">{}</dl>').format(
        joined(
            Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(page.text(f"overview.{name}"), f"{number:,}")
            for name, number in figures.items()
        )
    )


def _plots(page: Page, found: Overview) -> None:
    by = {"kind": found.by_kind, "jurisdiction": found.by_jurisdiction, "language": found.by_language}
    left, right = st.columns(2, gap="large")
    for place, names in ((left, ("kind",)), (right, ("jurisdiction", "language"))):
        for name in names:
            title = page.text(f"overview.by_{name}")
            with place:
                draw(Markup('<h2 class="zk-section">{}</h2>').format(title))
                bars(page, title, [(page.texts.label(name, value), n) for value, n in by[name].items()])
    if found.by_year:
        title = page.text("overview.by_year")
        draw(Markup('<h2 class="zk-section">{}</h2>').format(title))
        columns(page, title, list(found.by_year.items()))


def _list(page: Page, title: str, entries: Sequence[Markup]) -> Markup:
    return Markup('<section><h2 class="zk-section">{}</h2>{}</section>').format(
        title, bullets(entries, "zk-documents")
    )


def _added(page: Page, version: Version) -> Markup:
    return Markup("{} {}<span>{} · {}</span>").format(
        link(page.document_link(version.id), page.title(version)),
        badge(version.status(page.today), page.texts),
        page.texts.label("kind", str(version.identity.kind)),
        version.identity.version_on or page.text("app.unknown_date"),
    )


def _coming(page: Page, version: Version) -> Markup:
    day = version.follows_on.isoformat() if version.follows_on else page.text("app.unknown_date")
    return Markup("{}<span>{}</span>").format(
        link(page.document_link(version.id), page.title(version)),
        page.text("overview.to_come_from", day=day),
    )
