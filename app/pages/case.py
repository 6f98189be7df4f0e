"""One case: its data, its segments with jumps, the rules that it applies, and the original beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from markupsafe import Markup

from app.parts.document import prepare, text_markup
from app.parts.layout import title_of
from app.parts.markup import NOTHING, bullets, joined, link, notice, pairs, table
from app.parts.page import Page, draw
from app.state import Place, address
from corpus.catalogue.records import CaseEntry
from corpus.errors import NotFoundError
from corpus.ids import provision_id
from corpus.model import Provision
from corpus.records import Digest
from search.applied import AppliedTarget, applied_targets
from search.cases import rule_name

SEGMENTS = ("issue", "holding", "facts", "reasoning", "result", "significance")
"""The passages of a digest, in the order in which a case is read."""

_LONG = 3000  # characters of a segment before the rest is folded away
_MOST_ORIGINAL = 120_000  # characters of the original beside a case; the reader shows the rest
_LONG_VALUE = 24


def show_case(page: Page) -> None:
    """Draw the case that the URL names, or say that there is none."""
    records, state = page.base.catalogue.records, page.state
    try:
        entry = records.digest(state.identifier, (state.part or 1) - 1, page.access)
    except NotFoundError:
        draw(
            notice(
                page.text("case.missing_title"),
                page.texts.markup("case.missing", id=Markup("<code>{}</code>").format(state.identifier)),
                link(page.link(Place.CASES), page.text("case.back"), "zk-button"),
                kind="warning",
            )
        )
        return
    st.set_page_config(title_of(page, entry.digest.title))
    draw(_head(page, entry))
    with st.container(key="details"):
        if entry.digest.evidence:
            with st.expander(page.text("case.evidence")):
                draw(_evidence(page, entry.digest))
    draw(_body(page, entry))


def _head(page: Page, entry: CaseEntry) -> Markup:
    digest = entry.digest
    return Markup(
        '<div class="zk-version"><p class="zk-case-back">{}</p><h1>{}</h1><div class="zk-line"><span>{}</span></div>{}</div>'
    ).format(
        link(page.link(Place.CASES), page.text("case.back")),
        digest.title or entry.title,
        page.texts.label("jurisdiction", digest.jurisdiction),
        pairs(_data(page, entry)),
    )


def _data(page: Page, entry: CaseEntry) -> list[tuple[str, object]]:
    digest = entry.digest
    level = page.texts.label("court_level", digest.court_level) if digest.court_level else ""
    day = digest.date.isoformat() if digest.date else (str(digest.year) if digest.year else None)
    values: list[tuple[str, object]] = [
        ("case_number", digest.case_number),
        ("court", digest.court),
        ("court_level", level),
        ("date", day),
        ("published", digest.published.isoformat() if digest.published else None),
        ("procedure", digest.procedure),
        ("subjects", page.listed(page.texts.label("subject", s) for s in digest.subjects)),
        ("parties", page.listed(digest.parties)),
        ("keywords", page.listed(digest.keywords)),
        ("exception_code", digest.exception_code),
        ("document", link(_original_link(page, entry), entry.title) if entry.title != digest.title else None),
    ]
    return [(page.text(f"case_field.{name}"), _wide(value)) for name, value in values if value]


def _wide(value: object) -> object:
    """A long value takes a line of its own."""
    if isinstance(value, str) and len(value) > _LONG_VALUE:
        return Markup('<span class="zk-long">{}</span>').format(value)
    return value


def _original_link(page: Page, entry: CaseEntry) -> str:
    fragment = entry.digest.fragment
    return page.document_link(provision_id(entry.version, fragment) if fragment else entry.version)


def _body(page: Page, entry: CaseEntry) -> Markup:
    """Jumps at the left, segments in the middle, the original at the right."""
    digest = entry.digest
    held = {name: text for name in SEGMENTS if (text := getattr(digest, name))}
    if held.get("result") == held.get("holding"):
        held.pop("result", None)
    targets = applied_targets(page.base.catalogue.reads, digest, page.access)
    names = [*held, *(["rules"] if targets else [])]
    asked = page.state.segment if page.state.segment in names else None
    jumps = bullets(_jump(page, name, name == asked) for name in names)
    segments = [_segment(page, name, text, name == asked) for name, text in held.items()]
    if targets:
        segments.append(_rules(page, targets, asked == "rules"))
    if not segments:
        segments = [notice(page.text("case.no_segments"))]
    version = page.base.catalogue.reads.version(entry.version, page.access)
    language = Markup(' lang="{}"').format(version.identity.language)
    return Markup(
        '<div class="zk-case"><aside><nav class="zk-contents" aria-label="{}">{}</nav></aside>'
        '<div class="zk-text zk-case-segments"{}>{}{}</div><div class="zk-case-original"{}>{}</div></div>'
    ).format(
        page.text("case.jumps"),
        jumps,
        language,
        _place(page, digest),
        joined(segments),
        language,
        _original(page, entry),
    )


def _jump(page: Page, name: str, is_asked: bool) -> Markup:
    return Markup('<a class="zk-link" href="{}" data-to="{}"{}>{}</a>').format(
        address(replace(page.state, segment=name)),
        f"case-{name}",
        Markup(' aria-current="true"') if is_asked else NOTHING,
        page.text(f"case_field.{name}"),
    )


def _place(page: Page, digest: Digest) -> Markup:
    return Markup(
        '<div class="zk-place"><span>{}</span><button type="button" class="zk-copy" data-copy="{}" data-done="{}">{}</button></div>'
    ).format(
        digest.case_number or digest.title,
        address(page.state),
        page.text("reader.copied"),
        page.text("reader.copy"),
    )


def _opened(name: str, is_asked: bool) -> Markup:
    return Markup('<section id="case-{}" class="zk-p zk-case-segment{}">').format(
        name, " zk-target" if is_asked else ""
    )


def _segment(page: Page, name: str, text: str, is_asked: bool) -> Markup:
    paragraphs = [line for line in text.split("\n") if line.strip()]
    first: list[str] = []
    length = 0
    for paragraph in paragraphs:
        if first and length + len(paragraph) > _LONG and len(text) > 2 * _LONG:
            break
        first.append(paragraph)
        length += len(paragraph)
    rest = paragraphs[len(first) :]
    folded = (
        Markup("<details><summary>{}</summary>{}</details>").format(
            page.text("case.rest", count=f"{sum(map(len, rest)):,}"), _paragraphs(rest)
        )
        if rest
        else NOTHING
    )
    return Markup("{}<h2>{}</h2>{}{}</section>").format(
        _opened(name, is_asked), page.text(f"case_field.{name}"), _paragraphs(first), folded
    )


def _paragraphs(paragraphs: Sequence[str]) -> Markup:
    return joined(Markup("<p>{}</p>").format(paragraph) for paragraph in paragraphs)


def _rules(page: Page, targets: Sequence[AppliedTarget], is_asked: bool) -> Markup:
    """The rules applied: a link where the base holds the text of the day, else the work, else words."""
    entries = [
        link(
            page.document_link(target.identifier),
            rule_name(target.rule),
            "",
            page.text(f"case.to_{target.reach}"),
        )
        if target.identifier
        else rule_name(target.rule)
        for target in targets
    ]
    return Markup("{}<h2>{}</h2>{}</section>").format(
        _opened("rules", is_asked), page.text("case_field.rules"), bullets(entries, "zk-case-rules")
    )


def _evidence(page: Page, digest: Digest) -> Markup:
    rows = [
        (page.texts.label("case_field", e.field), e.surface, page.texts.label("origin", e.origin))
        for e in digest.evidence
    ]
    return table([page.text(f"reader.evidence_{name}") for name in ("field", "surface", "origin")], rows)


def _original(page: Page, entry: CaseEntry) -> Markup:
    """The text from which the digest was read: this case's part of its document."""
    reads = page.base.catalogue.reads
    provisions = _of_case(page, entry, reads.provisions(entry.version, page.access))
    shown: list[Provision] = []
    length = 0
    for provision in provisions:
        if shown and length > _MOST_ORIGINAL:
            break
        shown.append(provision)
        length += len(provision.text)
    held = prepare(shown)
    text = (
        joined(text_markup(part, held.depths, page.text("reader.deleted")) for part in held.parts)
        if shown
        else NOTHING
    )
    more = page.text("case.original_cut") if len(shown) < len(provisions) else ""
    return Markup(
        '<details class="zk-wide"><summary>{}</summary><div class="zk-text zk-case-text">{}</div><p class="zk-remark">{}</p></details>'
        "<p>{}</p>"
    ).format(
        page.text("case.original"),
        text,
        more,
        link(_original_link(page, entry), page.text("case.open_original")),
    )


def _of_case(page: Page, entry: CaseEntry, provisions: Sequence[Provision]) -> Sequence[Provision]:
    """The provisions from the one where the case begins to the one where the next begins."""
    order = {provision.fragment: i for i, provision in enumerate(provisions)}
    first = order.get(entry.digest.fragment or "", 0)
    siblings = page.base.catalogue.records.digests(page.access, entry.version)
    following = [
        order[e.digest.fragment]
        for e in siblings
        if e.order > entry.order and e.digest.fragment in order and order[e.digest.fragment] > first
    ]
    return provisions[first : min(following, default=len(provisions))]
