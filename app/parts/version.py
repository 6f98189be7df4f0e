"""What is known of a version: its data, the other versions of its work, evidence, source files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st
from markupsafe import Markup

from app.parts.hits import file_name
from app.parts.markup import NOTHING, badge, bullets, joined, link, pairs, table
from app.parts.notes import said
from app.parts.page import Page
from corpus.evidence import Evidence
from corpus.model import Identity, Kind, Source, Version
from corpus.whole import whole_of

_LONG = 24  # characters that fit into a column of the data
_MOST_ENDED = 20  # documents that the head of a version lists as ended by it
_ADOPTED = {
    Kind.JUDGMENT: "reader.decided",
    Kind.FOREIGN_CASE: "reader.decided",
    Kind.TREATY: "reader.signed",
    Kind.MINUTES: "reader.held",
}
"""What is said of the day of adoption, where the document is no enactment."""


def version_head(page: Page, version: Version) -> Markup:
    """Title, validity and data of a version."""
    identity = version.identity
    shown = badge(version.status(page.today), page.texts)
    day = page.text("reader.status_on", day=page.today.isoformat())
    status = Markup("{} <span>{}</span>").format(shown, day) if shown else NOTHING
    return Markup(
        '<div class="zk-version"><h1 lang="{}">{}</h1><div class="zk-line"><span>{}</span>{}</div>{}</div>'
    ).format(
        identity.language,
        page.title(version),
        page.texts.label("kind", str(identity.kind)),
        status,
        pairs(_facts(page, version)),
    )


def _facts(page: Page, version: Version) -> list[tuple[str, object]]:
    identity = version.identity
    days = {
        "adopted": identity.adopted,
        "promulgated": identity.promulgated,
        "effective": identity.effective,
        "repealed": identity.repealed,
    }
    return [
        (page.text("reader.issuers"), page.listed(identity.issuers)),
        (page.text("reader.number"), identity.document_number),
        (page.text(_ADOPTED.get(identity.kind, "reader.adopted")), _day(identity.adopted)),
        *((page.text(f"reader.{name}"), _day(day)) for name, day in days.items() if name != "adopted"),
        # The day that names the version, where none of those above is it.
        (
            page.text("field.version_on"),
            None if identity.version_on in days.values() else _day(identity.version_on),
        ),
        (page.text("reader.valid"), _span(page, version)),
        (page.text("reader.part_of"), _whole(page, identity)),
        (page.text("reader.ended_by"), _ended(page, version)),
        (page.text("reader.ends"), _ends(page, version)),
        (page.text("reader.jurisdiction"), page.texts.label("jurisdiction", identity.jurisdiction)),
        (page.text("reader.region"), _region(page, identity)),
        (page.text("reader.language"), page.texts.label("language", identity.language)),
        (
            page.text("reader.subjects"),
            page.listed(page.texts.label("subject", s) for s in identity.subjects),
        ),
        (page.text("reader.names"), _names(page, identity)),
        (page.text("reader.access"), page.texts.label("access", version.access)),
        (page.text("reader.count"), _size(page, version)),
        (page.text("reader.history"), _history(page, identity)),
        (page.text("reader.confidence"), _confidence(page, version)),
        (page.text("reader.warnings"), _doubts(page, identity)),
    ]


def _confidence(page: Page, version: Version) -> str | None:
    """How sure the characters of a scan are."""
    if version.confidence is None:
        return None
    return page.text("reader.confidence_of", percent=round(version.confidence * 100))


def _region(page: Page, identity: Identity) -> str | None:
    areas = page.listed(identity.areas)
    if identity.region is None:
        return areas or None
    return f"{identity.region} ({areas})" if areas else identity.region


def _doubts(page: Page, identity: Identity) -> Markup:
    """What does not fit together in the data."""
    return (
        bullets(said(page.texts, warning) for warning in identity.warnings) if identity.warnings else NOTHING
    )


def _names(page: Page, identity: Identity) -> Markup:
    """Other names; many of them take a line of their own."""
    names = page.listed(identity.names)
    kind = "zk-long" if len(names) > _LONG else ""
    return Markup('<span class="{}">{}</span>').format(kind, names) if names else NOTHING


def _size(page: Page, version: Version) -> str:
    provisions = f"{version.provisions:,}"
    if not version.articles:
        return page.text("reader.count_units", provisions=provisions)
    return page.text("reader.count_text", articles=f"{version.articles:,}", provisions=provisions)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _span(page: Page, version: Version) -> str | None:
    if version.valid_from is None:
        return None
    return page.text(
        "reader.valid_span",
        start=version.valid_from.isoformat(),
        end=_day(version.valid_to) or page.text("reader.open_end"),
    )


def _whole(page: Page, identity: Identity) -> Markup:
    """The rule of which the document is a part: a link to its text of the same day, else to the work."""
    whole = whole_of(identity)
    if whole is None:
        return NOTHING
    held = page.base.catalogue.reads.versions(page.access, work=whole.work)
    if not held:
        return Markup("{}").format(whole.title)
    same_day = next((v.id for v in held if v.identity.version_on == identity.version_on), whole.work)
    return link(page.document_link(same_day), whole.title)


def _ended(page: Page, version: Version) -> Markup:
    """The document that ends this one, with the day; a link for those who may see it."""
    if version.ended is None:
        return NOTHING
    by = page.base.catalogue.reads.versions_by_id([version.ended.by], page.access).get(version.ended.by)
    if by is None:
        return NOTHING
    return Markup("{} {} {}").format(
        version.ended.on.isoformat(),
        link(page.document_link(by.id), page.title(by)),
        page.text(f"reader.relation_{version.ended.relation}"),
    )


def _ends(page: Page, version: Version) -> Markup:
    """The documents that this one ends; those in the base are links."""
    listed = page.base.catalogue.records.endings(page.access, version.id).get(version.id, [])
    if not listed:
        return NOTHING
    shown = []
    for each in listed[:_MOST_ENDED]:
        name = " ".join(filter(None, (each.ending.title, each.ending.document_number)))
        shown.append(link(page.document_link(each.work), name) if each.work else Markup("{}").format(name))
    if len(listed) > _MOST_ENDED:
        shown.append(Markup("{}").format(page.text("reader.more_ended", count=len(listed) - _MOST_ENDED)))
    return bullets(shown)


def _history(page: Page, identity: Identity) -> Markup:
    if len(identity.events) < 2:
        return NOTHING
    return joined(
        (
            Markup("<span class='zk-event'>{} {}</span>").format(
                event.on.isoformat(), page.texts.label("event", event.kind)
            )
            for event in identity.events
        ),
        " ",
    )


def versions_list(page: Page, version: Version, siblings: Sequence[Version]) -> Markup:
    """The versions of a work, newest first, with their validity; this one is no link."""
    rows = []
    for other in sorted(siblings, key=lambda v: (v.follows_on or date.min, v.id), reverse=True):
        day = _day(other.identity.version_on) or page.text("app.unknown_date")
        name = f"{day} {page.texts.label('language', other.identity.language)}"
        shown: object = (
            Markup("<strong>{}</strong> {}").format(name, page.text("reader.this_version"))
            if other.id == version.id
            else link(page.document_link(other.id), name)
        )
        rows.append(
            Markup("{} {} <span>{}</span>").format(
                shown, badge(other.status(page.today), page.texts), other.identity.document_number or ""
            )
        )
    return bullets(rows, "zk-versions")


def evidence_table(page: Page, version: Version) -> Markup:
    """For each value of the data: the characters that say so, and where they stand."""
    heads = [page.text(f"reader.evidence_{name}") for name in ("field", "value", "surface", "origin")]
    return table(heads, evidence_rows(page, version.identity))


def evidence_rows(page: Page, identity: Identity) -> list[tuple[str, str, str, str]]:
    """The field, its value, the characters that say so and their origin, for each piece of evidence."""
    return [
        (
            page.texts.label("field", evidence.field),
            _value(page, identity, evidence),
            evidence.surface,
            _origin(page, evidence),
        )
        for evidence in identity.evidence
    ]


def _origin(page: Page, evidence: Evidence) -> str:
    """Where a value stands; of what a copy says, in which file."""
    origin = page.texts.label("origin", evidence.origin)
    if evidence.source is None:
        return origin
    return page.text("reader.evidence_copy", origin=origin, name=file_name(evidence.source))


def _value(page: Page, identity: Identity, evidence: Evidence) -> str:
    value = getattr(identity, evidence.field, None)
    if value is None or evidence.field == "events":
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return page.listed(page.texts.label("subject", str(v)) for v in value)
    return page.texts.label(evidence.field, str(value))


def sources(page: Page, version: Version) -> None:
    """Each source file with its checksum and a button that downloads the bytes as they were given."""
    for source in version.sources:
        name = file_name(source.location)
        st.html(str(pairs(_source_facts(page, source, name))))
        st.download_button(
            page.text("reader.download", name=_plain(name)),
            data=_content(page, version.id, source.checksum),
            file_name=name,
            mime="application/octet-stream",
            on_click="ignore",
            key=f"source-{source.checksum}-{name}",
        )


def _source_facts(page: Page, source: Source, name: str) -> list[tuple[str, object]]:
    size = f"{source.size:,} B" if source.size < 10_000 else f"{source.size / 1000:,.0f} kB"
    return [
        (page.text("ingest.column_source"), name),
        (page.text("reader.format"), str(source.format)),
        (page.text("reader.size"), size),
        (page.text("reader.checksum"), Markup("<code>{}</code>").format(source.checksum)),
    ]


def _plain(name: str) -> str:
    """A file's name in a button, whose label is Markdown: every mark of it is escaped."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!:$~<>|" else c for c in name)


def _content(page: Page, version: str, checksum: str) -> Callable[[], bytes]:
    """Fetches the bytes, when somebody asks for them and may see them."""
    return lambda: page.base.catalogue.reads.original(version, checksum, page.access).content
