"""更正: the fields of a stored document, its cases and items, its work, and what was corrected before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st
from markupsafe import Markup

from app.parts.doubt_list import doubtful, reason_words
from app.parts.fields import changes, editable, field_label, fields, who
from app.parts.layout import title_of
from app.parts.markup import NOTHING, bullets, link, notice
from app.parts.notes import said
from app.parts.page import Page, draw, go
from app.parts.times import moment
from app.state import Place
from corpus.catalogue import Outcome
from corpus.corrections import Change, Correction, Part, item_keys, shown
from corpus.corrections.fields import WORK
from corpus.doubts import Doubt
from corpus.errors import NotFoundError, UnavailableError, UsageError, ZhikuError
from corpus.ids import split_provision_id
from corpus.model import Version

_SHORT = 40


def show(page: Page) -> None:
    """Draw the page."""
    identifier, fragment = split_provision_id(page.state.identifier)
    try:
        version = page.base.catalogue.reads.version(identifier, page.access)
    except NotFoundError:
        back = link(page.link(Place.SEARCH), page.text("app.back"), "zk-button")
        draw(notice(page.text("correct.missing"), back, kind="warning"))
        return
    st.set_page_config(title_of(page, f"{page.text('correct.title')} · {page.title(version)}"))
    draw(
        Markup(
            '<div class="zk-page-head"><h1>{}</h1><p>{} <span class="zk-quiet">{}</span></p><p>{}</p></div>'
        ).format(
            page.text("correct.title"),
            link(page.document_link(version.id), page.version_caption(version)),
            version.id,
            page.text("correct.about"),
        )
    )
    # Each in a container of its own: a message that comes or goes leaves what stands below it as it is.
    with st.container():
        if told := st.session_state.pop("told", None):
            draw(notice(told, kind="success"))
    by = who(page)
    part, key = _part(fragment)
    with st.container():
        draw(_parts(page, version, part, key))
    with st.container():
        _form(page, version, part, key, by)
    with st.container():
        _doubts(page, version, by)
    _work(page, version, by)
    _history(page, version, by)


def _part(fragment: str | None) -> tuple[Part, str]:
    """The part that the URL names."""
    name, _, key = (fragment or "").partition(":")
    return (Part(name), key) if name in (Part.ITEM, Part.CASE) and key else (Part.DOCUMENT, "")


def _parts(page: Page, version: Version, part: Part, key: str) -> Markup:
    """Links to the forms of the document, its cases and its items."""
    listed: list[tuple[Part, str, str]] = [(Part.DOCUMENT, "", page.text("correct.document"))]
    reads = page.base.catalogue
    digests = reads.records.digests(page.access, version.id)
    for place, (case, entry) in enumerate(
        zip(reads.corrections.cases(version.id, page.access), digests, strict=False), 1
    ):
        listed.append(
            (Part.CASE, case, page.text("correct.case", place=place, title=_brief(entry.digest.title)))
        )
    for meeting in reads.records.meetings(page.access, version.id):
        items = meeting.minutes.items
        for place, (item, held) in enumerate(zip(item_keys(items), items, strict=True), 1):
            listed.append((Part.ITEM, item, page.text("correct.item", place=place, title=_brief(held.text))))
    if len(listed) == 1:
        return NOTHING
    entries = (
        Markup('<strong aria-current="page">{}</strong>').format(label)
        if (kind, each) == (part, key)
        else link(
            page.link(Place.CORRECT, identifier=f"{version.id}#{kind}:{each}" if each else version.id), label
        )
        for kind, each, label in listed
    )
    return bullets(entries, "zk-parts-list")


def _form(page: Page, version: Version, part: Part, key: str, by: str) -> None:
    reads = page.base.catalogue.corrections
    forms = [(part, key)]
    if part is Part.DOCUMENT and page.base.catalogue.records.meetings(page.access, version.id):
        forms.append((Part.MINUTES, ""))
    held = [
        (p, k, {f.name: reads.value(version.id, f.name, p, k, page.access) for f in editable(p)})
        for p, k in forms
    ]
    with st.form(f"form-{version.fingerprint}-{part}-{key}", border=False):
        written = [fields(page, p, values, f"{version.fingerprint}-{p}-{k}") for p, k, values in held]
        pressed = st.form_submit_button(page.text("correct.save"), type="primary")
    if not pressed:
        return
    made = [changes(page, p, k, values, texts) for (p, k, values), texts in zip(held, written, strict=True)]
    if any(each is None for each in made):
        return
    wanted = [change for each in made for change in each or ()]
    if not wanted:
        draw(notice(page.text("correct.nothing"), kind="info"))
        return
    _correct(page, version, wanted, by)


def _correct(page: Page, version: Version, wanted: Sequence[Change], by: str) -> None:
    names = page.listed(field_label(page, change.field, change.part) for change in wanted)
    _attempt(
        page,
        by,
        lambda: page.base.catalogue.writes.correct(version.id, wanted, by, page.access),
        page.text("correct.done", names=names),
    )


def _attempt(page: Page, by: str, act: Callable[[], Outcome], told: str, stay: bool = True) -> None:
    """Do something, bring the index up to date, and show the page anew with what was done."""
    if not by:
        draw(notice(page.text("correct.nobody"), kind="warning"))
        return
    try:
        done = act()
    except UnavailableError:
        raise
    except UsageError as error:
        draw(notice(said(page.texts, error.note), kind="error"))
        return
    try:
        page.base.index.catch_up()
    except ZhikuError:
        told = f"{told} {page.text('note.unindexed')}"
    st.session_state["told"] = told
    _, fragment = split_provision_id(page.state.identifier)
    now = done.version if stay else split_provision_id(page.state.identifier)[0]
    moved = page.base.catalogue.reads.moved([now]).get(now, now)
    go(replace(page.state, identifier=f"{moved}#{fragment}" if fragment else moved))


def _doubts(page: Page, version: Version, by: str) -> None:
    """What is doubtful in this document, each with a button that says that it is right."""
    reasons: Sequence[Doubt] = next((d.reasons for d in doubtful(page) if d.version.id == version.id), ())
    if not reasons:
        return
    draw(Markup('<h2 class="zk-section">{}</h2>').format(page.text("correct.doubts")))
    for number, doubt in enumerate(reasons):
        left, right = st.columns([5, 1], vertical_alignment="center")
        with left:
            words = f" {said(page.texts, doubt.said)}" if doubt.said else ""
            draw(Markup('<p>{}<span class="zk-quiet">{}</span></p>').format(reason_words(page, doubt), words))
        if right.button(page.text("correct.confirm"), key=f"confirm-{version.fingerprint}-{number}"):
            reads = page.base.catalogue.corrections
            value = reads.value(version.id, doubt.field, doubt.part, doubt.key, page.access)
            _correct(page, version, [Change(doubt.field, value, doubt.part, doubt.key)], by)


# --- works -----------------------------------------------------------------------------------------------------


def _work(page: Page, version: Version, by: str) -> None:
    with st.expander(page.text("correct.works")):
        draw(Markup("<p>{} <code>{}</code></p>").format(page.text("correct.work_now"), version.work))
        target = st.text_input(
            page.text("correct.target"),
            placeholder="cn/…",
            key=f"target-{version.fingerprint}",
            max_chars=300,
        ).strip()
        if not target:
            return
        versions = page.base.catalogue.reads.versions
        known = versions(page.access, work=target)
        if not known or target == version.work:
            draw(notice(page.text("correct.no_work", work=target), kind="warning"))
            return
        own = versions(page.access, work=version.work)
        draw(
            Markup("<p>{}</p>").format(
                page.text("correct.target_is", title=page.title(known[-1]), count=len(known))
            )
        )
        left, right = st.columns(2)
        if left.button(page.text("correct.move"), key="move"):
            _correct(page, version, [Change(WORK, target)], by)
        sure = right.checkbox(
            page.text("correct.join_sure", work=version.work, count=len(own), into=target), key="sure"
        )
        if right.button(page.text("correct.join"), disabled=not sure, key="join"):
            writes = page.base.catalogue.writes
            _attempt(
                page,
                by,
                lambda: writes.join(version.work, target, by, page.access),
                page.text("correct.joined", work=version.work, into=target),
                stay=False,
            )


# --- what was corrected before ---------------------------------------------------------------------------------


def _history(page: Page, version: Version, by: str) -> None:
    reads = page.base.catalogue.corrections
    listed = reads.corrections(page.access, version.id)
    joins = [
        c for c in reads.corrections(page.access) if c.part is Part.WORK and version.work in (c.key, c.value)
    ]
    draw(Markup('<h2 class="zk-section">{}</h2>').format(page.text("correct.history")))
    if not listed and not joins:
        draw(Markup('<p class="zk-quiet">{}</p>').format(page.text("correct.no_history")))
        return
    for correction in sorted((*listed, *joins), key=lambda c: -c.number):
        left, right = st.columns([5, 1], vertical_alignment="center")
        with left:
            draw(_described(page, correction))
        if correction.withdrawn is None and right.button(
            page.text("correct.undo"), key=f"undo-{correction.number}"
        ):
            _withdraw(page, correction, by)


def _withdraw(page: Page, correction: Correction, by: str) -> None:
    writes = page.base.catalogue.writes
    _attempt(
        page,
        by,
        lambda: writes.withdraw(correction.number, by, page.access),
        page.text("correct.undone", number=correction.number),
        stay=correction.part is not Part.WORK,
    )


def _described(page: Page, correction: Correction) -> Markup:
    name = field_label(page, correction.field, correction.part)
    if correction.part is Part.WORK:
        what = page.text("correct.was_joined", work=correction.key, into=correction.value)
    elif correction.confirms:
        what = page.text("correct.was_confirmed", field=name, value=_value(page, correction.value))
    else:
        before, now = _value(page, correction.before), _value(page, correction.value)
        what = page.text("correct.was_changed", field=name, before=before, value=now)
    made = page.text("correct.made", number=correction.number, by=correction.by, on=moment(correction.made))
    taken = NOTHING
    if correction.withdrawn is not None:
        words = page.text(
            "correct.was_undone", by=correction.withdrawn_by or "", on=moment(correction.withdrawn)
        )
        taken = Markup('<div class="zk-quiet">{}</div>').format(words)
    kind = "zk-correction zk-undone" if correction.withdrawn else "zk-correction"
    return Markup('<div class="{}"><div>{}</div><div class="zk-quiet">{}</div>{}</div>').format(
        kind, what, made, taken
    )


def _value(page: Page, value: Any) -> str:
    return _brief(shown(value).replace("\n", " ")) or page.text("correct.none")


def _brief(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
