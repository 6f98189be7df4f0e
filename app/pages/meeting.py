"""One meeting: when, where, who, its agenda and its items; and the card of an item."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup

from app.parts.layout import title_of
from app.parts.markup import NOTHING, bullets, joined, link, notice, pairs
from app.parts.page import Page, draw
from app.state import Place
from corpus.catalogue.settlement import AgreedItem, Basis, Held
from corpus.ids import provision_id
from corpus.records import ItemReport, Participants
from search.agreed import due_of, values_of

_LONGEST_NOTE = 120


def show_meeting(page: Page) -> None:
    """Draw the meeting that the URL names, or say that there is none."""
    agreed = page.base.catalogue.agreed
    asked = page.state.identifier
    held = next((held for held in agreed.meetings(page.access) if held.version == asked), None)
    if held is None:
        draw(
            notice(
                page.text("meeting.missing_title"),
                page.texts.markup("meeting.missing", id=Markup("<code>{}</code>").format(asked)),
                link(page.link(Place.MEETINGS), page.text("meeting.back"), "zk-button"),
                kind="warning",
            )
        )
        return
    st.set_page_config(title_of(page, held.minutes.meeting))
    items = [item for item in agreed.items(page.access) if item.meeting.version == asked]
    draw(_head(page, held))
    draw(
        _section(page.text("meeting.agenda"), bullets(held.minutes.agenda, "zk-agenda"))
        if held.minutes.agenda
        else NOTHING
    )
    draw(
        _section(page.text("meeting.participants"), _participants(page, held.minutes.participants))
        if held.minutes.participants
        else NOTHING
    )
    shown = (
        joined(item_card(page, item) for item in items)
        if items
        else Markup("<p>{}</p>").format(page.text("meeting.no_items"))
    )
    draw(_section(page.text("meeting.items", count=len(items)), shown))
    if held.minutes.reports:
        draw(_section(page.text("meeting.reports"), _reports(page, held.minutes.reports)))


def _head(page: Page, held: Held) -> Markup:
    minutes = held.minutes
    facts = [
        (page.text("meeting.date"), minutes.date.isoformat() if minutes.date else None),
        (page.text("meeting.place"), minutes.place),
        (page.text("meeting.chair"), minutes.chair),
        (page.text("meeting.source"), link(page.document_link(held.version), held.title or held.version)),
    ]
    return Markup('<div class="zk-version"><p class="zk-case-back">{}</p><h1>{}</h1>{}</div>').format(
        link(page.link(Place.MEETINGS), page.text("meeting.back")),
        minutes.meeting or held.title,
        pairs(facts),
    )


def _section(title: str, body: Markup) -> Markup:
    return Markup('<section><h2 class="zk-section">{}</h2>{}</section>').format(title, body)


def _participants(page: Page, participants: Sequence[Participants]) -> Markup:
    """Organisations with their people; people of whom no organisation is named stand by themselves."""
    between = page.text("app.between")
    return bullets(
        (
            Markup("<b>{}</b> {}").format(each.organisation, between.join(each.people))
            if each.organisation
            else between.join(each.people)
            for each in participants
        ),
        "zk-people",
    )


def _reports(page: Page, reports: Sequence[ItemReport]) -> Markup:
    return bullets(
        Markup("{} {} <span>{}</span>").format(
            report.text or report.number or "",
            Markup('<span class="zk-outcome">{}</span>').format(
                page.texts.label("item_state", str(report.state))
            )
            if report.state
            else NOTHING,
            _short(report.note or report.settled_by or ""),
        )
        for report in reports
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_NOTE else f"{text[:_LONGEST_NOTE]}…"


# --- items -----------------------------------------------------------------------------------------------------


def item_card(page: Page, item: AgreedItem, with_meeting: bool = False) -> Markup:
    """An item: its words, who, by when, how far, and what that rests on."""
    own = item.item
    due = str(due_of(item, page.today))
    return Markup(
        '<article class="zk-hit zk-item zk-due-{}"><div class="zk-line">{}</div><p class="zk-snippet">{}</p>{}{}</article>'
    ).format(
        due, _line(page, item, due), own.text, pairs(_facts(page, item)), _foot(page, item, with_meeting)
    )


def _line(page: Page, item: AgreedItem, due: str) -> Markup:
    own = item.item
    progress = values_of(item, "progress", page.today)[0]
    day = own.deadline.isoformat() if own.deadline else None
    return joined(
        part
        for part in (
            Markup('<span class="zk-outcome zk-p-{}">{}</span>').format(
                progress, page.texts.label("progress", progress)
            ),
            Markup('<span class="zk-late">{}</span>').format(page.texts.label("due", due))
            if due == "overdue"
            else NOTHING,
            Markup("<time>{}</time>").format(page.text("meeting.by_day", day=day)) if day else NOTHING,
            Markup("<span>{}</span>").format(own.topic) if own.topic else NOTHING,
        )
        if part
    )


def _facts(page: Page, item: AgreedItem) -> list[tuple[str, object]]:
    own = item.item
    return [
        (page.text("meeting.lead"), page.listed(own.lead)),
        (page.text("meeting.support"), page.listed(own.support)),
        (page.text("meeting.deadline"), own.deadline_text),
        (page.text("meeting.settled_by"), _settled(page, item)),
        (page.text("meeting.state_source"), _source(page, item)),
    ]


def _settled(page: Page, item: AgreedItem) -> Markup:
    """What settled it: a link where the base holds it, marked where that is only inferred."""
    if not item.settled_by:
        return NOTHING
    version = page.base.catalogue.reads.versions_by_id([item.settled_by], page.access).get(item.settled_by)
    name: object = (
        link(page.document_link(version.id), page.version_caption(version)) if version else item.settled_by
    )
    hint = page.text("meeting.suggested") if item.is_suggested else ""
    return Markup('{} <span class="zk-quiet">{}</span>').format(name, hint)


def _source(page: Page, item: AgreedItem) -> Markup:
    """What the state rests on, where it is not the minutes themselves."""
    if item.state_basis is Basis.PERSON:
        return Markup("{}").format(page.text("meeting.by_person"))
    if item.state_basis is not Basis.REPORTED or item.state_source is None:
        return NOTHING
    version = page.base.catalogue.reads.versions_by_id([item.state_source], page.access).get(
        item.state_source
    )
    name = (
        link(page.link(Place.MEETINGS, identifier=version.id), page.version_caption(version))
        if version
        else NOTHING
    )
    note = _short(item.note or "")
    return Markup("{}{}").format(name, page.text("meeting.says", note=note) if note else "")


def _foot(page: Page, item: AgreedItem, with_meeting: bool) -> Markup:
    own, version = item.item, item.meeting.version
    place = provision_id(version, own.fragment) if own.fragment else version
    parts = [
        link(page.link(Place.READER, identifier=place, segment=item.key), page.text("meeting.open_sentence"))
    ]
    if with_meeting:
        minutes = item.meeting.minutes
        day = f" {minutes.date.isoformat()}" if minutes.date else ""
        parts.insert(
            0,
            link(
                page.link(Place.MEETINGS, identifier=version), f"{minutes.meeting or item.meeting.title}{day}"
            ),
        )
    return Markup('<div class="zk-facts">{}</div>').format(
        joined(Markup("<span>{}</span>").format(part) for part in parts)
    )
