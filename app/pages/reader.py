"""阅读: a whole document with its contents beside it, the article of the URL in view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from app.parts.document import Part, Prepared, contents_markup, prepare, text_markup, with_target
from app.parts.layout import title_of
from app.parts.marking import with_mark
from app.parts.markup import NOTHING, badge, joined, link, notice
from app.parts.page import Page, draw
from app.parts.version import evidence_table, sources, version_head, versions_list
from app.state import Place, address
from corpus.corrections import item_keys
from corpus.errors import NotFoundError
from corpus.ids import provision_id, split_provision_id
from corpus.model import Kind, Provision, Version

_KEPT = 24  # documents and parts of them whose markup is kept


def show(page: Page) -> None:
    """Draw the page."""
    if not page.state.identifier:
        draw(notice(page.text("reader.title"), page.text("reader.nothing_asked"), _back(page)))
        return
    try:
        version, fragment = _asked(page)
    except NotFoundError:
        draw(
            notice(
                page.text("reader.missing_title"),
                page.texts.markup(
                    "reader.missing", id=Markup("<code>{}</code>").format(page.state.identifier)
                ),
                page.text("reader.missing_cure"),
                _back(page),
                kind="warning",
            )
        )
        return
    _document(page, version, fragment)


def _back(page: Page) -> Markup:
    return link(page.link(Place.SEARCH), page.text("app.back"), "zk-button")


def _asked(page: Page) -> tuple[Version, str | None]:
    """The version that the URL names, or the current one of the work that it names; and the fragment in it.

    Raises:
        NotFoundError: if there is no such version or work, or it may not be seen.
    """
    reads = page.base.catalogue.reads
    identifier, fragment = split_provision_id(page.state.identifier)
    found = reads.versions_by_id([identifier], page.access).get(identifier)
    if found is None and (now := reads.moved([identifier]).get(identifier)):
        found = reads.versions_by_id([now], page.access).get(now)  # a correction gave it another id
    if found is None and "@" not in identifier:
        found = reads.current_version(identifier, page.state.as_of or page.today, page.access)
    if found is None:
        raise NotFoundError(f"There is no document {identifier!r}.")
    return found, fragment


def _document(page: Page, version: Version, asked: str | None) -> None:
    reads = page.base.catalogue.reads
    provisions = _loader(page, version)
    document = _prepared(version.id, version.fingerprint, provisions)
    fragment = asked if asked in document.part_of else None
    number = min(page.state.part or document.part_of.get(fragment or "", 1), len(document.parts))
    st.set_page_config(title_of(page, page.title(version)))
    draw(version_head(page, version))
    _details(page, version, reads.versions(page.access, work=version.work))
    if asked and fragment is None:
        missing = Markup("<code>{}</code>").format(asked)
        draw(notice(page.texts.markup("reader.no_fragment", fragment=missing), kind="warning"))
    if not version.provisions:
        draw(notice(page.text("reader.empty")))
        return
    text = _text(version.id, version.fingerprint, number, page.text("reader.deleted"), document)
    shown = with_target(text, fragment) if fragment else text
    draw(_grid(page, version, document, number, fragment, _with_item(page, version, shown)))


def _with_item(page: Page, version: Version, text: Markup) -> Markup:
    """The text with the item of minutes marked that the URL names, where its words stand in one piece."""
    if not page.state.segment or version.identity.kind is not Kind.MINUTES:
        return text
    for meeting in page.base.catalogue.records.meetings(page.access, version.id):
        items = meeting.minutes.items
        for key, item in zip(item_keys(items), items, strict=True):
            if key == page.state.segment:
                return with_mark(text, item.text)
    return text


def _loader(page: Page, version: Version) -> Callable[[], Sequence[Provision]]:
    return lambda: page.base.catalogue.reads.provisions(version.id, page.access)


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _prepared(version: str, fingerprint: str, _load: Callable[[], Sequence[Provision]]) -> Prepared:
    """A document cut into parts; kept for as long as its fingerprint stays what it is."""
    return prepare(_load())


@st.cache_resource(show_spinner=False, max_entries=_KEPT)
def _text(version: str, fingerprint: str, number: int, deleted: str, _document: Prepared) -> Markup:
    return text_markup(_document.parts[number - 1], _document.depths, deleted)


def _details(page: Page, version: Version, siblings: Sequence[Version]) -> None:
    with st.container(key="details"):
        if len(siblings) > 1:
            with st.expander(page.text("reader.versions", count=len(siblings)), expanded=len(siblings) < 5):
                draw(versions_list(page, version, siblings))
        if version.identity.evidence:
            with st.expander(page.text("reader.evidence")):
                draw(evidence_table(page, version))
        with st.expander(page.text("reader.sources", count=len(version.sources))):
            sources(page, version)
        draw(link(page.link(Place.CORRECT, identifier=version.id), page.text("correct.open"), "zk-correct"))


def _grid(
    page: Page, version: Version, document: Prepared, number: int, fragment: str | None, text: Markup
) -> Markup:
    """Contents at the left, the text at the right."""
    entries = dict.fromkeys(document.entry_of.values())
    links = {name: page.document_link(provision_id(version.id, name)) for name in entries}
    contents = contents_markup(document.outline, links, document.entry_of.get(fragment or ""))
    aside = (
        Markup(
            '<details class="zk-wide"><summary>{}</summary><nav class="zk-contents">{}</nav></details>'
        ).format(page.text("reader.contents"), contents)
        if document.outline
        else NOTHING
    )
    switch = _parts(page, document.parts, number)
    return Markup(
        '<div class="zk-reader{}"><aside>{}</aside><div class="zk-text" lang="{}">{}{}{}{}</div></div>'
    ).format(
        "" if document.outline else " zk-plain",
        aside,
        version.identity.language,
        _place(page, version, fragment),
        switch,
        text,
        switch,
    )


def _place(page: Page, version: Version, fragment: str | None) -> Markup:
    """Where one is, above the text, with the link to pass on."""
    address = page.document_link(provision_id(version.id, fragment) if fragment else version.id)
    return Markup(
        '<div class="zk-place"><span>{}</span><time>{}</time>{}<button type="button" class="zk-copy" data-copy="{}" data-done="{}">'
        "{}</button></div>"
    ).format(
        page.title(version),
        version.identity.version_on or page.text("app.unknown_date"),
        badge(version.status(page.today), page.texts),
        address,
        page.text("reader.copied"),
        page.text("reader.copy"),
    )


def _parts(page: Page, parts: Sequence[Part], number: int) -> Markup:
    """Links between the parts of a long document."""
    if len(parts) == 1:
        return NOTHING
    links = joined(
        Markup('<span aria-current="page">{}</span>').format(_part_name(page, part, i))
        if i == number
        else link(address(replace(page.state, part=i)), _part_name(page, part, i))
        for i, part in enumerate(parts, 1)
    )
    return Markup('<nav class="zk-parts" aria-label="{}"><span>{}</span>{}</nav>').format(
        page.text("reader.part", part=number, parts=len(parts)),
        page.text("reader.parts", parts=len(parts)),
        links,
    )


def _part_name(page: Page, part: Part, number: int) -> str:
    return f"{number} · {page.text('reader.part_from', first=part.first)}" if part.first else str(number)
