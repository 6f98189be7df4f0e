"""入库: drop files, check what is read of them before it is stored, read the report; doubts and runs below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.uploaded_file_manager import UploadedFile

from app.parts.doubt_list import doubtful, doubts_list
from app.parts.hits import file_name
from app.parts.jobs import Job, jobs
from app.parts.markup import NOTHING, link, notice
from app.parts.notes import in_words
from app.parts.page import Page, draw, go
from app.parts.report import counts_line, report_table, rows_of, rows_of_entries, visible
from app.parts.times import moment
from app.parts.trial_page import trial_page, watch_trial
from app.parts.trials import Trial
from app.parts.upload import Upload
from app.state import Place
from corpus.access import INTERNAL, PUBLIC
from corpus.catalogue import RunReport
from ingest.report import Outcome, counts_of

LARGEST_UPLOAD = 200
"""MB of one file."""

LARGEST_BATCH = 500
"""MB of all files that are dropped at once."""

_DOUBTS = 3  # of all: the list has a page of its own
_RUNS = 5
_ROWS = 60  # of an earlier run
_REFRESH = 1.0  # seconds
_AUDIENCES = ("auto", "public", "internal", "own")


def show(page: Page) -> None:
    """Draw the page."""
    draw(
        Markup('<div class="zk-page-head"><h1>{}</h1><p>{}</p></div>').format(
            page.text("ingest.title"), page.text("ingest.about")
        )
    )
    job = jobs().get(page.state.job) if page.state.job else None
    if isinstance(job, Trial):
        if job.ended.is_set():
            trial_page(page, job)
        else:
            watch_trial(page, job)
        return
    if job is None:
        if page.state.job:
            draw(notice(page.text("ingest.job_gone"), page.text("ingest.job_gone_cure"), kind="warning"))
        _form(page)
    elif job.ended.is_set():
        _report(page, job)
    else:
        _watch(page, job)
    _doubts(page)
    _runs(page)


# --- before ----------------------------------------------------------------------------------------------------


def _form(page: Page) -> None:
    if jobs().busy:
        draw(notice(page.text("ingest.busy"), kind="info"))
    st.html(_uploader_words(page))
    uploaded = st.file_uploader(
        page.text("ingest.files"),
        accept_multiple_files=True,
        help=page.text("ingest.files_help", limit=LARGEST_UPLOAD),
        max_upload_size=LARGEST_UPLOAD,
        key="files",
    )
    label, is_ready = _audience(page)
    lacking = not uploaded or not is_ready
    with st.container(horizontal=True):
        if st.button(page.text("trial.start"), type="primary", disabled=lacking, key="try"):
            _start(page, uploaded, label, trial=True)
        if st.button(page.text("trial.quick"), disabled=lacking, key="start"):
            _start(page, uploaded, label)


def _uploader_words(page: Page) -> str:
    """The words in the field for files, which Streamlit knows in English only."""
    words = {"choose": page.text("ingest.choose"), "limit": page.text("ingest.limit", limit=LARGEST_UPLOAD)}
    values = "".join(f'--{name}: "{word}";' for name, word in words.items())
    return f"<style>:root {{{values}}}</style>"


def _audience(page: Page) -> tuple[str | None, bool]:
    """The label for every document (``None`` lets their kind decide), and whether the choice is complete."""
    left, right = st.columns(2)
    choice = left.selectbox(
        page.text("ingest.access"),
        _AUDIENCES,
        format_func=lambda name: page.text(f"ingest.access_{name}"),
        key="audience",
    )
    if choice != "own":
        return {"public": PUBLIC, "internal": INTERNAL}.get(choice), True
    group = right.text_input(
        page.text("ingest.access_own_label"),
        help=page.text("ingest.access_own_help"),
        max_chars=60,
        key="group",
    ).strip()
    if not group:
        right.caption(page.text("ingest.access_own_missing"))
    return group, bool(group)


def _start(page: Page, uploaded: Sequence[UploadedFile], label: str | None, trial: bool = False) -> None:
    if sum(file.size for file in uploaded) > LARGEST_BATCH * 1_000_000:
        draw(notice(page.text("ingest.too_much", limit=LARGEST_BATCH), kind="warning"))
        return
    uploads = [Upload(file.name, file.getvalue()) for file in uploaded]
    job = jobs().try_out(uploads, label) if trial else jobs().start(page.base, uploads, label)
    if job is None:
        draw(notice(page.text("ingest.busy"), kind="warning"))
        return
    go(replace(page.state, job=job.name))


# --- during ----------------------------------------------------------------------------------------------------


def _watch(page: Page, job: Job) -> None:
    """A progress bar that looks after the job by itself, until it has ended."""

    @st.fragment(run_every=_REFRESH)
    def bar() -> None:
        if job.ended.is_set():
            st.rerun()
        done = len(job.outcomes)
        if job.total is None:
            st.progress(0.0, page.text("ingest.preparing"))
            return
        share = min(done / job.total, 1.0) if job.total else 1.0
        st.progress(share, page.text("ingest.running", done=done, total=job.total))
        if done:
            name = file_name(job.outcomes[-1].source)
            draw(Markup('<p class="zk-quiet">{}</p>').format(page.text("ingest.current", name=name)))

    bar()


# --- after -----------------------------------------------------------------------------------------------------


def _report(page: Page, job: Job) -> None:
    outcomes = visible(page, job.outcomes)
    draw(_outcome(page, job, outcomes))
    draw(report_table(page, rows_of(outcomes)))
    with st.container(horizontal=True):
        st.download_button(
            page.text("ingest.download"),
            data=job.report(outcomes, page.access),
            file_name="zhiku-report.jsonl",
            mime="application/x-ndjson",
            on_click="ignore",
        )
        if st.button(page.text("ingest.new"), key="again"):
            go(replace(page.state, job=""))


def _outcome(page: Page, job: Job, outcomes: Sequence[Outcome]) -> Markup:
    if job.error is not None or job.summary is None:
        cause = in_words(page.texts, job.error)
        return notice(page.text("ingest.broken"), cause, page.text("ingest.broken_cure"), kind="error")
    summary = job.summary
    title = page.text("ingest.finished_failed" if summary.counts["failed"] else "ingest.finished")
    unindexed = None
    if summary.unindexed:
        unindexed = in_words(page.texts, summary.unindexed) or page.text("note.unindexed")
    if not outcomes:
        title = page.text("ingest.nothing")
    return notice(
        title,
        counts_line(page, counts_of(outcomes)),
        page.text("ingest.seconds", number=f"{summary.seconds['total']:.1f}"),
        unindexed,
        kind="warning" if summary.failed else "success",
    )


# --- what is doubtful ------------------------------------------------------------------------------------------


def _doubts(page: Page) -> None:
    """The most doubtful documents, and the way to all of them."""
    found = doubtful(page)
    draw(Markup('<h2 class="zk-section">{}</h2>').format(page.text("doubt.title")))
    draw(doubts_list(page, found[:_DOUBTS]))
    if len(found) > _DOUBTS:
        draw(link(page.link(Place.DOUBTS), page.text("doubt.all", count=len(found))))


# --- earlier runs ----------------------------------------------------------------------------------------------


def _runs(page: Page) -> None:
    runs = page.base.catalogue.reads.runs(page.access, _RUNS)
    draw(Markup('<h2 class="zk-section">{}</h2>').format(page.text("ingest.runs")))
    if not runs:
        draw(Markup('<p class="zk-quiet">{}</p>').format(page.text("ingest.no_runs")))
    for run in runs:
        draw(_run(page, run))


def _run(page: Page, run: RunReport) -> Markup:
    ended = moment(run.finished) if run.finished else page.text("ingest.run_unfinished")
    files = NOTHING
    if run.entries:
        files = Markup("<details><summary>{}</summary>{}</details>").format(
            page.text("ingest.run_files", count=len(run.entries)),
            report_table(page, rows_of_entries(run.entries), _ROWS),
        )
    return Markup(
        '<section class="zk-run"><div class="zk-line"><time>{}</time> – <time>{}</time>{}</div>{}</section>'
    ).format(moment(run.started), ended, counts_line(page, run.summary), files)
