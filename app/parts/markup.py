"""Markup of small things. Everything that is not ``Markup`` itself is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from app.texts import Texts
from corpus.model import Status

NOTHING = Markup("")


def joined(parts: Iterable[object], between: str | Markup = NOTHING) -> Markup:
    """Parts one after the other, each escaped unless it is markup."""
    return Markup(escape(between)).join(escape(part) for part in parts)


def link(href: str, label: object, kind: str = "", title: str = "") -> Markup:
    """A link within the pages.

    Args:
        href: an address made by ``app.state.address``.
        label: what stands in it.
        kind: classes for its look.
        title: what the mouse is told, where the label is short.
    """
    hint = Markup(' title="{}" aria-label="{}"').format(title, title) if title else NOTHING
    return Markup('<a class="zk-link {}" href="{}"{}>{}</a>').format(kind, href, hint, label)


def badge(status: Status, texts: Texts) -> Markup:
    """The validity of a version."""
    if status is Status.NOT_APPLICABLE:
        return Markup("")
    return Markup('<span class="zk-badge zk-{}">{}</span>').format(status, texts.label("status", str(status)))


def marked(text: str, marks: Sequence[tuple[int, int]]) -> Markup:
    """A text with marked places: each piece is escaped by itself, then the marks are set between them."""
    pieces: list[Markup] = []
    place = 0
    for start, end in marks:
        if not place <= start < end <= len(text):
            continue
        pieces += [escape(text[place:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        place = end
    return joined([*pieces, escape(text[place:])])


def pairs(entries: Iterable[tuple[object, object]]) -> Markup:
    """Names and values; entries without a value are left out."""
    shown = [
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value) for name, value in entries if value
    ]
    return Markup('<dl class="zk-pairs">{}</dl>').format(joined(shown)) if shown else NOTHING


def table(heads: Sequence[object], rows: Iterable[Sequence[object]], kind: str = "") -> Markup:
    """A table that scrolls by itself where the screen is narrow."""
    head = joined(Markup('<th scope="col">{}</th>').format(cell) for cell in heads)
    body = joined(
        Markup("<tr>{}</tr>").format(joined(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in rows
    )
    return Markup(
        '<div class="zk-scroll"><table class="zk-table {}"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(kind, head, body)


def notice(title: object, *lines: object, kind: str = "info") -> Markup:
    """A message that stands out: what is the matter, and what to do."""
    body = joined(Markup("<p>{}</p>").format(line) for line in lines if line)
    return Markup('<div class="zk-notice zk-notice-{}" role="status"><strong>{}</strong>{}</div>').format(
        kind, title, body
    )


def bullets(entries: Iterable[object], kind: str = "") -> Markup:
    """A list."""
    return Markup('<ul class="zk-list {}">{}</ul>').format(
        kind, joined(Markup("<li>{}</li>").format(entry) for entry in entries)
    )
