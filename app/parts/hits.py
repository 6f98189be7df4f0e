"""A hit as a card: where it stands, of which version, how valid, and the text around what was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from app.parts.markup import NOTHING, badge, joined, link, marked
from app.parts.page import Page
from app.state import address
from corpus.model import Source
from search.service import Hit

_FILES = 3  # names of files on a card


def card(page: Page, hit: Hit) -> Markup:
    """The card of a hit, with a link that opens the provision in its document."""
    unit = hit.unit
    *containers, own = unit.path or ("",)
    if "".join(own.split()) == "".join(unit.title.split()):
        own = ""  # the heading of a document without articles says nothing new
    path = joined(
        (Markup("<span>{}</span>").format(step) for step in containers), Markup('<i aria-hidden="true">›</i>')
    )
    day = unit.version_on.isoformat() if unit.version_on else page.text("app.unknown_date")
    facts = [
        page.texts.label("kind", unit.kind),
        page.texts.label("jurisdiction", unit.jurisdiction),
        unit.document_number,
        files(page, hit.sources),
    ]
    return Markup(
        '<article class="zk-hit{}"><h2><a class="zk-link" href="{}"><span class="zk-title">{}</span>'
        '<span class="zk-article">{}</span></a></h2>'
        '<div class="zk-line">{}<time>{}</time>{}</div>'
        '<p class="zk-snippet" lang="{}">{}</p><div class="zk-facts">{}</div></article>'
    ).format(
        " zk-known" if hit.known else "",
        page.document_link(unit.id),
        unit.title or unit.version,
        own,
        badge(hit.status, page.texts),
        day,
        Markup('<span class="zk-path">{}</span>').format(path) if path else NOTHING,
        unit.language,
        _snippet(hit),
        joined(Markup("<span>{}</span>").format(fact) for fact in facts if fact),
    )


def _snippet(hit: Hit) -> Markup:
    """The text around what was asked for, without the label and heading that stand above it already."""
    text, marks = hit.snippet.text, hit.snippet.marks
    caption = f"{hit.unit.label} {hit.unit.heading}".strip()
    if not caption or not text.startswith(f"{caption} "):
        return marked(text, marks)
    start = len(caption) + 1
    return marked(text[start:], [(max(s - start, 0), e - start) for s, e in marks if e > start])


def files(page: Page, sources: Iterable[Source]) -> str:
    """Names of files without their folders: where they lie is nobody's business."""
    names = list(dict.fromkeys(file_name(source.location) for source in sources))
    more = f" +{len(names) - _FILES}" if len(names) > _FILES else ""
    return page.listed(names[:_FILES]) + more


def file_name(location: str) -> str:
    """The last part of a location."""
    return location.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def pager(page: Page, pages: int) -> Markup:
    """Links to the pages before and after, and the numbers around this one."""
    if pages <= 1:
        return NOTHING
    current = page.state.page

    def to(number: int, label: str, kind: str = "") -> Markup:
        return link(address(replace(page.state, page=number)), label, kind)

    around = sorted({1, pages, *range(max(current - 2, 1), min(current + 2, pages) + 1)})
    shown: list[Markup] = []
    before = 0
    for number in around:
        if number > before + 1:
            shown.append(Markup('<span class="zk-gap">…</span>'))
        is_current = number == current
        shown.append(
            Markup('<span class="zk-page" aria-current="page">{}</span>').format(number)
            if is_current
            else to(number, str(number), "zk-page")
        )
        before = number
    back = to(current - 1, page.text("search.previous"), "zk-step") if current > 1 else NOTHING
    onward = to(current + 1, page.text("search.next"), "zk-step") if current < pages else NOTHING
    return Markup('<nav class="zk-pager" aria-label="{}">{}{}{}</nav>').format(
        page.text("search.pages"), back, joined(shown), onward
    )
