"""A dry run on the page 入库: what was understood of each file, with evidence, every field to be corrected."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from app.parts.fields import changes, editable, field_label, fields, who
from app.parts.hits import file_name
from app.parts.jobs import jobs
from app.parts.markup import NOTHING, bullets, joined, link, notice, table
from app.parts.notes import in_words, said
from app.parts.page import Page, draw, go
from app.parts.report import report_table, rows_of
from app.parts.trials import MOST_FILES, Trial, Tried, label_of
from app.parts.version import evidence_rows
from app.state import address
from corpus.catalogue.arrival import work_of
from corpus.corrections import Change, Part, case_keys, item_keys, value_of
from corpus.corrections.fields import WORK
from corpus.model import Document

_REFRESH = 1.0  # seconds
_BEGINNING = 12  # units shown of a document
_SHORT = 60


def watch_trial(page: Page, trial: Trial) -> None:
    """A progress bar that looks after the trial by itself, until all files are understood."""

    @st.fragment(run_every=_REFRESH)
    def bar() -> None:
        if trial.ended.is_set():
            st.rerun()
        if trial.total is None:
            st.progress(0.0, page.text("ingest.preparing"))
            return
        share = min(trial.done / trial.total, 1.0) if trial.total else 1.0
        st.progress(share, page.text("trial.running", done=trial.done, total=trial.total))
        if trial.current:
            name = file_name(trial.current)
            draw(Markup('<p class="zk-quiet">{}</p>').format(page.text("ingest.current", name=name)))

    bar()


def trial_page(page: Page, trial: Trial) -> None:
    """What was understood of the files, before anything is stored."""
    if trial.error is not None:
        cause = in_words(page.texts, trial.error)
        draw(notice(page.text("trial.broken"), cause, kind="error"))
    if not trial.placed:
        trial.find_places(page.base, st.session_state.get("by") or page.text("correct.somebody"))
    draw(_head(page, trial))
    if trial.outcomes:
        draw(report_table(page, rows_of(trial.outcomes)))
    if trial.tried:
        number = min(page.state.page, len(trial.tried))
        draw(_table(page, trial, number))
        _document(page, trial, number)
    _end(page, trial)


def _head(page: Page, trial: Trial) -> Markup:
    over = page.text("trial.too_many", most=MOST_FILES) if trial.total == MOST_FILES else None
    title = page.text("trial.title", count=len(trial.tried))
    return notice(title, page.text("trial.about"), over, kind="info")


def _table(page: Page, trial: Trial, number: int) -> Markup:
    heads = [page.text(f"trial.column_{name}") for name in ("file", "title", "becomes", "counts")]
    rows = []
    for place, tried in enumerate(trial.tried, 1):
        document = tried.document("", "")
        title = document.identity.title or file_name(tried.source.location)
        shown: object = (
            Markup("<strong>{}</strong>").format(title)
            if place == number
            else link(address(replace(page.state, page=place)), title)
        )
        rows.append((file_name(tried.source.location), shown, _becomes(page, tried), counts(page, document)))
    return table(heads, rows, "zk-report zk-trial")


def counts(page: Page, document: Document) -> str:
    """What a document holds, in numbers."""
    numbers = {
        "articles": document.articles,
        "units": 0 if document.articles else len(document.provisions),
        "digests": len(document.digests),
        "items": len(document.minutes.items) if document.minutes else 0,
        "warnings": len(dict.fromkeys((*document.identity.warnings, *document.warnings))),
    }
    return page.listed(
        page.text(f"trial.count_{name}", count=f"{number:,}") for name, number in numbers.items() if number
    )


def _becomes(page: Page, tried: Tried) -> Markup:
    """What would become of a file: a new work, a version of one that is there, a copy."""
    if tried.leave_out:
        return Markup('<span class="zk-quiet">{}</span>').format(page.text("trial.left_out"))
    becomes, reads = tried.becomes, page.base.catalogue.reads
    # Where the reader may not see documents with the label, what is there with it is not told either.
    if becomes is None or not page.access.sees(label_of(tried)):
        return Markup("{}").format(
            page.text("trial.label", label=page.texts.label("access", label_of(tried)))
        )
    work, _, day = becomes.version.partition("@")
    held = reads.versions_by_id([becomes.version], page.access).get(becomes.version)
    if becomes.status in ("copy", "unchanged") and held is not None:
        return Markup("{} {}").format(
            page.text(f"trial.{becomes.status}"),
            link(page.document_link(held.id), page.version_caption(held)),
        )
    if becomes.status == "copy":
        return Markup("{}").format(page.text("trial.copy_of_batch"))
    remark = f" {said(page.texts, becomes.note)}" if becomes.note else ""
    siblings = reads.versions(page.access, work=work)
    if siblings:
        words = page.text("trial.new_version", day=day)
        known = link(page.document_link(work), page.title(siblings[-1]))
        return Markup("{} {}<div class='zk-remark'>{}</div>").format(words, known, remark)
    return Markup("{}<div class='zk-remark'><code>{}</code>{}</div>").format(
        page.text("trial.new_work"), becomes.version, remark
    )


def _document(page: Page, trial: Trial, number: int) -> None:
    """The form of one file, with evidence and the beginning of its text."""
    tried = trial.tried[number - 1]
    document = tried.document(st.session_state.get("by", ""), "")
    draw(
        Markup('<h2 class="zk-section">{} <span class="zk-quiet">{}</span></h2>').format(
            document.identity.title or "?", file_name(tried.source.location)
        )
    )
    with st.container():
        if told := st.session_state.pop("told", None):
            draw(notice(told, kind="success"))
    warnings = dict.fromkeys((*document.identity.warnings, *document.warnings))
    draw(bullets((said(page.texts, warning) for warning in warnings), "zk-remark") if warnings else NOTHING)
    part, key = _choose_part(page, tried, number)
    with st.container():
        _form(page, trial, tried, number, part, key)
    with st.expander(page.text("reader.evidence")):
        heads = [page.text(f"reader.evidence_{name}") for name in ("field", "value", "surface", "origin")]
        draw(table(heads, evidence_rows(page, document.identity)))
    with st.expander(page.text("trial.text", count=len(document.provisions))):
        draw(_beginning(page, document))
    leave_out = st.checkbox(page.text("trial.leave_out"), tried.leave_out, key=f"leave-{trial.name}-{number}")
    if leave_out != tried.leave_out:
        tried.leave_out = leave_out
        trial.placed = False
        st.rerun()


def _choose_part(page: Page, tried: Tried, number: int) -> tuple[Part, str]:
    """The document itself, or one of its cases and items."""
    document = tried.read
    choices: dict[tuple[Part, str], str] = {(Part.DOCUMENT, ""): page.text("correct.document")}
    if document.minutes is not None:
        choices[Part.MINUTES, ""] = page.text("correct.meeting")
    for place, (key, digest) in enumerate(zip(case_keys(document.digests), document.digests, strict=True), 1):
        choices[Part.CASE, key] = page.text("correct.case", place=place, title=digest.title[:_SHORT])
    items = document.minutes.items if document.minutes else ()
    for place, (key, item) in enumerate(zip(item_keys(items), items, strict=True), 1):
        choices[Part.ITEM, key] = page.text("correct.item", place=place, title=item.text[:_SHORT])
    if len(choices) == 1:
        return Part.DOCUMENT, ""
    return st.selectbox(
        page.text("trial.part"), list(choices), format_func=choices.__getitem__, key=f"part-{number}"
    ) or (Part.DOCUMENT, "")


def _form(page: Page, trial: Trial, tried: Tried, number: int, part: Part, key: str) -> None:
    document = tried.document("", "")
    values = {f.name: value_of(document, f.name, part, key, tried.read) for f in editable(part)}
    name = f"{trial.name}-{number}-{part}-{key}-{len(tried.confirmed.changes)}"
    with st.form(f"form-{name}", border=False):
        written = fields(page, part, values, name)
        work = _work(page, tried, name) if part is Part.DOCUMENT else ""
        pressed = st.form_submit_button(page.text("trial.apply"))
    if not pressed:
        return
    made = changes(page, part, key, values, written)
    if made is None:
        return
    if work and work != _work_of(page, tried):
        if not page.base.catalogue.reads.versions(page.access, work=work):
            draw(notice(page.text("correct.no_work", work=work), kind="error"))
            return
        made.append(Change(WORK, work))
    if made:
        tried.change(made)
        trial.placed = False
        names = page.listed(field_label(page, change.field, change.part) for change in made)
        st.session_state["told"] = page.text("trial.applied", names=names)
    st.rerun()


def _work(page: Page, tried: Tried, name: str) -> str:
    """The work that a file is to belong to: the one that its title says, unless somebody names another."""
    return st.text_input(
        page.text("correct.work"), _work_of(page, tried), max_chars=300, key=f"{name}-work"
    ).strip()


def _work_of(page: Page, tried: Tried) -> str:
    named = [str(c.value) for c in tried.confirmed.changes if c.field == WORK]
    if named:
        return named[-1]
    if tried.becomes is not None and page.access.sees(label_of(tried)):
        return tried.becomes.version.partition("@")[0]
    return work_of(tried.document("", ""))


def _beginning(page: Page, document: Document) -> Markup:
    shown = [
        Markup("<p><b>{}</b> {}</p>").format(p.caption, p.text[:200].replace("\n", " "))
        for p in document.provisions[:_BEGINNING]
    ]
    rest = len(document.provisions) - len(shown)
    more = (
        Markup('<p class="zk-quiet">{}</p>').format(page.text("trial.rest", count=rest)) if rest else NOTHING
    )
    return joined([*shown, more])


def _end(page: Page, trial: Trial) -> None:
    """Store what was confirmed, or discard it."""
    kept = trial.kept()
    changed = any(tried.confirmed.changes for tried in kept)
    by = who(page) if changed else st.session_state.get("by", "")
    with st.container(horizontal=True):
        if st.button(
            page.text("trial.store", count=len(kept)),
            type="primary",
            disabled=not kept or (changed and not by),
            key="store",
        ):
            job = jobs().take(page.base, trial, by or page.text("correct.somebody"))
            if job is None:
                draw(notice(page.text("ingest.busy"), kind="warning"))
                return
            go(replace(page.state, job=job.name, page=1))
        if st.button(page.text("trial.discard"), key="discard"):
            jobs().discard(trial)
            go(replace(page.state, job="", page=1))
