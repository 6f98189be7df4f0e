"""What an ingestion run tells, as markup: counts, a row for each file, those that failed first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from app.parts.hits import file_name
from app.parts.markup import NOTHING, joined, link, table
from app.parts.notes import said
from app.parts.page import Page
from corpus.catalogue import RunEntry
from corpus.model import Version
from corpus.notes import Note
from ingest.report import STATUSES, Outcome

MOST_ROWS = 400
"""Rows that a page shows; the downloaded report has all."""

_NOT_VISIBLE = Note("with your access this document cannot be seen here", code="not_visible")
_ORDER = ("failed", "added", "changed", "copy", "unchanged", "skipped")


def counts_line(page: Page, summary: Mapping[str, Any]) -> Markup:
    """How many files came to what; what did not occur is left out."""
    return joined(
        Markup('<span class="zk-outcome zk-o-{}">{} <b>{}</b></span>').format(
            status, page.text(f"outcome.{status}"), f"{summary[status]:,}"
        )
        for status in STATUSES
        if summary.get(status)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A file in a report, of this run or of an earlier one."""

    location: str
    status: str
    version: str | None
    remarks: tuple[str, ...]


def visible(page: Page, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Outcomes as the reader may know them: of a document that they may not see, only that it was taken in.

    Who adds files under such a label learns neither what is there with it, nor whether their text was there before.
    """
    if page.access.labels is None:
        return list(outcomes)
    reads = page.base.catalogue.reads
    named = [outcome.version for outcome in outcomes if outcome.version]
    now = reads.moved(named)
    held = reads.versions_by_id([now.get(version, version) for version in named], page.access)
    return [
        outcome
        if outcome.version is None or now.get(outcome.version, outcome.version) in held
        else Outcome(outcome.source, "added", reason=_NOT_VISIBLE, warnings=outcome.warnings)
        for outcome in outcomes
    ]


def rows_of(outcomes: Sequence[Outcome]) -> list[Row]:
    """The rows of a run that has just ended."""
    return [Row(o.source, o.status, o.version, _remarks(o.reason, *o.warnings)) for o in outcomes]


def rows_of_entries(entries: Sequence[RunEntry]) -> list[Row]:
    """The rows of an earlier run."""
    return [Row(e.location, e.status, e.version, _remarks(e.reason)) for e in entries]


def _remarks(*sentences: str | None) -> tuple[str, ...]:
    return tuple(sentence for sentence in sentences if sentence)


def report_table(page: Page, entries: Sequence[Row], most: int = MOST_ROWS) -> Markup:
    """A row for each file with its status, its document and what a person should know."""
    if not entries:
        return NOTHING
    ordered = sorted(entries, key=lambda entry: _ORDER.index(entry.status) if entry.status in _ORDER else 0)
    shown = ordered[:most]
    ids = [entry.version for entry in shown if entry.version]
    versions = page.base.catalogue.reads.versions_by_id(ids, page.access)
    heads = [page.text(f"ingest.column_{name}") for name in ("status", "source", "result")]
    body = table(heads, (_row(page, entry, versions) for entry in shown), "zk-report")
    rest = len(ordered) - len(shown)
    more = Markup("<p>{}</p>").format(page.text("ingest.run_rest", count=rest)) if rest else NOTHING
    return joined([body, more])


def _name(location: str) -> str:
    """A file's name; one in an archive with the archive's name and its place in there."""
    outer, *inner = location.split("!/")
    return "!/".join((file_name(outer), *inner))


def _row(page: Page, entry: Row, versions: Mapping[str, Version]) -> tuple[Markup, str, Markup]:
    name = _name(entry.location)
    status = Markup('<span class="zk-outcome zk-o-{}">{}</span>').format(
        entry.status, page.texts.label("outcome", entry.status)
    )
    version = versions.get(entry.version or "")
    result = NOTHING
    if version is not None:
        result = link(page.document_link(version.id), page.version_caption(version))
    # Folders of the server are not for readers: the file's name says enough.
    remarks = (said(page.texts, remark).replace(entry.location, name) for remark in entry.remarks)
    shown = joined(Markup('<div class="zk-remark">{}</div>').format(remark) for remark in remarks)
    return status, name, joined([result, shown])
