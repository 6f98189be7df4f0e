"""The documents that a person should look at, with the reasons, each a link to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from app.parts.fields import field_label
from app.parts.markup import NOTHING, bullets, joined, link
from app.parts.notes import said
from app.parts.page import Page
from app.state import Place
from corpus.catalogue import Doubtful
from corpus.corrections import Part
from corpus.doubts import Doubt

_SHORT = 60


def doubtful(page: Page) -> Sequence[Doubtful]:
    """The doubtful documents that the reader may see, the most doubtful first."""
    labels = page.access.labels
    seen = ",".join(sorted(labels)) if labels is not None else "*"
    return _found(page.base.settings.database_url, seen, page.base.catalogue.doubts.state(), page)


@st.cache_resource(show_spinner=False, max_entries=4)
def _found(database: str, labels: str, state: str, _page: Page) -> Sequence[Doubtful]:
    return _page.base.catalogue.doubts.doubtful(_page.access)


def doubts_list(page: Page, listed: Sequence[Doubtful]) -> Markup:
    """Documents with their doubts."""
    if not listed:
        return Markup('<p class="zk-quiet">{}</p>').format(page.text("doubt.none"))
    return bullets((_entry(page, each) for each in listed), "zk-doubts")


def _entry(page: Page, each: Doubtful) -> Markup:
    version = each.version
    told: dict[tuple[str, str], list[Doubt]] = {}
    for doubt in each.reasons:
        told.setdefault((doubt.reason, doubt.field), []).append(doubt)
    reasons = joined(
        Markup("<div>{}{}</div>").format(
            link(mending(page, version.id, same[0]), reason_words(page, same[0])),
            _said(page, same),
        )
        for same in told.values()
    )
    return Markup('<div class="zk-doubt-head">{}<span class="zk-score">{}</span></div>{}').format(
        link(page.document_link(version.id), page.version_caption(version)),
        page.text("doubt.score", score=f"{each.score:g}"),
        reasons,
    )


def _said(page: Page, same: Sequence[Doubt]) -> Markup:
    said_of = said(page.texts, same[0].said) if same[0].said else ""
    if len(said_of) > _SHORT:
        said_of = f"{said_of[:_SHORT]}…"
    more = page.text("doubt.more", count=len(same)) if len(same) > 1 else ""
    return (
        Markup(' <span class="zk-quiet">{} {}</span>').format(said_of, more) if said_of or more else NOTHING
    )


def reason_words(page: Page, doubt: Doubt) -> str:
    """A reason with the name of its field."""
    return page.text(f"doubt.{doubt.reason}", field=field_label(page, doubt.field, doubt.part))


def mending(page: Page, version: str, doubt: Doubt) -> str:
    """The address at which a doubt is settled."""
    fragment = f"#{doubt.part}:{doubt.key}" if doubt.part in (Part.ITEM, Part.CASE) else ""
    return page.link(Place.CORRECT, identifier=f"{version}{fragment}")
