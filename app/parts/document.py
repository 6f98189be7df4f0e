"""A document as markup: its text, its contents, and the parts into which a very long one is cut.

Markup depends on the provisions only, so it is kept by the version's fingerprint; who may see the version is asked
of the catalogue before, at every reading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import east_asian_width

from markupsafe import Markup, escape

from app.parts.markup import NOTHING, joined
from corpus.model import Level, Provision

PART_LENGTH = 400_000
"""Characters of text (with an allowance for each provision) from which on a document is shown in parts."""

_ALLOWANCE = 60  # what a provision costs a browser beside its characters
_SHORT_HEADING = 40  # characters of a heading in the contents
_HINT = 22  # characters of a text that tell entries of one name apart
_DEEPEST = 6
_BETWEEN = " | "  # cells of a table's row
_FORM = re.compile(r"[\u2500-\u257f]|[□☐☑■].*[□☐☑■]|_{5,}|^\+[-=]{3,}")
"""Lines of printed forms: drawn boxes, boxes to tick, lines to write on. They keep their blanks."""
_FORM_LINES = 3
"""So many of them make all lines of a unit those of a form."""

CONTAINERS = frozenset(
    {
        Level.PART,
        Level.SUBPART,
        Level.TITLE,
        Level.CHAPTER,
        Level.SECTION,
        Level.DIVISION,
        Level.ANNEX,
        Level.SUPPLEMENT,
    }
)
"""Levels that hold other provisions and stand in the contents with their headings."""


@dataclass(frozen=True, slots=True)
class Part:
    """Provisions that are shown together.

    Attributes:
        first: caption of its first provision that has one.
        provisions: in order.
    """

    first: str
    provisions: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A node of the contents: a container with what stands in it, or an article."""

    provision: Provision
    below: tuple[Outline, ...]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A document ready to be drawn.

    Attributes:
        parts: at least one.
        outline: the contents.
        part_of: fragment to the number of its part, from 1.
        depths: fragment to depth in the tree, from 0.
        entry_of: fragment to that of the entry of the contents in which it stands.
    """

    parts: tuple[Part, ...]
    outline: tuple[Outline, ...]
    part_of: Mapping[str, int]
    depths: Mapping[str, int]
    entry_of: Mapping[str, str]


def prepare(provisions: Sequence[Provision], longest: int = PART_LENGTH) -> Prepared:
    """Cut a document into parts of at most about ``longest`` characters and find its contents."""
    cut = _cut(provisions, longest)
    parts = tuple(Part(_first_caption(part), tuple(part)) for part in cut)
    part_of = {p.fragment: number for number, part in enumerate(parts, 1) for p in part.provisions}
    return Prepared(parts, _outline(provisions), part_of, _depths(provisions), _entries_of(provisions))


def anchor(fragment: str) -> str:
    """The id of a provision's element. The prefix keeps a document from naming elements of the page."""
    return f"zk-{fragment}"


# --- parts -----------------------------------------------------------------------------------------------------


def _cut(provisions: Sequence[Provision], longest: int) -> list[list[Provision]]:
    parts: list[list[Provision]] = [[]]
    size = 0
    for provision in provisions:
        own = len(provision.text) + len(provision.caption) + _ALLOWANCE
        # A part rather ends before a chapter or an article than in the middle of one.
        is_seam = provision.level in CONTAINERS or provision.level is Level.ARTICLE
        if parts[-1] and size + own > (longest if is_seam else 2 * longest):
            parts.append([])
            size = 0
        parts[-1].append(provision)
        size += own
    return parts


def _first_caption(part: Sequence[Provision]) -> str:
    return next((p.caption for p in part if p.caption), "")[:_SHORT_HEADING]


def _depths(provisions: Sequence[Provision]) -> dict[str, int]:
    depths: dict[str, int] = {}
    for provision in provisions:
        above = depths.get(provision.parent or "", -1)
        depths[provision.fragment] = min(above + 1, _DEEPEST)
    return depths


def _is_listed(provision: Provision) -> bool:
    return (provision.level in CONTAINERS or provision.level is Level.ARTICLE) and bool(provision.caption)


def _entries_of(provisions: Sequence[Provision]) -> dict[str, str]:
    found: dict[str, str] = {}
    for provision in provisions:
        entry = provision.fragment if _is_listed(provision) else found.get(provision.parent or "")
        if entry is not None:
            found[provision.fragment] = entry
    return found


def _outline(provisions: Sequence[Provision]) -> tuple[Outline, ...]:
    children: dict[str | None, list[Provision]] = {}
    listed: set[str] = set()
    for provision in provisions:
        if not _is_listed(provision):
            continue
        parent = provision.parent if provision.parent in listed else None
        children.setdefault(parent, []).append(provision)
        listed.add(provision.fragment)
    return tuple(_node(provision, children, 0) for provision in children.get(None, ()))


def _node(provision: Provision, children: Mapping[str | None, list[Provision]], depth: int) -> Outline:
    below = children.get(provision.fragment, []) if depth < _DEEPEST else []
    return Outline(provision, tuple(_node(child, children, depth + 1) for child in below))


# --- text ------------------------------------------------------------------------------------------------------


def text_markup(part: Part, depths: Mapping[str, int], deleted: str) -> Markup:
    """The text of a part.

    Args:
        part: its provisions; the parts of an article stand inside the article's element.
        depths: fragment to depth in the tree.
        deleted: what the mark of a deleted unit says.
    """
    shown: list[Markup] = []
    provisions = part.provisions
    index = 0
    while index < len(provisions):
        first = provisions[index]
        end = index + 1
        if first.level is Level.ARTICLE:
            while end < len(provisions) and _is_below(provisions[end]):
                end += 1
        shown.append(_provision(first, provisions[index + 1 : end], depths.get(first.fragment, 0), deleted))
        index = end
    return joined(shown)


def _is_below(provision: Provision) -> bool:
    return provision.is_part or (provision.level is Level.FOOTNOTE and provision.article is not None)


def with_target(text: Markup, fragment: str) -> Markup:
    """The text of a part with one provision marked as the one that was asked for."""
    # Quotation marks of a document are escaped: this can only be an element of ours.
    opening = Markup('<section id="{}" class="').format(anchor(fragment))
    return Markup(str(text).replace(opening, f"{opening}zk-target ", 1))


def _provision(provision: Provision, below: Sequence[Provision], depth: int, deleted: str) -> Markup:
    """A provision; an article with the parts that stand below it."""
    kind = "container" if provision.level in CONTAINERS else str(provision.level)
    label = _label(provision)
    lead = below[0] if below and label and not provision.text and _has_bare_text(below[0]) else None
    own = NOTHING if lead else _paragraphs(provision, label)
    children: dict[str, list[Provision]] = {}
    for part in below:
        children.setdefault(part.parent or "", []).append(part)
    nested = [
        _part(part, children, label if part is lead else _label(part), deleted)
        for part in children.get(provision.fragment, ())
    ]
    return Markup('<section id="{}" class="zk-p zk-l-{} zk-d{}{}"{}>{}{}{}{}{}</section>').format(
        anchor(provision.fragment),
        kind,
        depth,
        _deleted_class(provision),
        _language(provision),
        _pin(provision) if provision.level is Level.ARTICLE else NOTHING,
        _head(provision, depth),
        _badge(provision, deleted),
        own,
        joined(nested),
    )


_INDENTED = frozenset({Level.ITEM, Level.SUBITEM})


def _part(
    part: Provision, children: Mapping[str, Sequence[Provision]], label: Markup, deleted: str
) -> Markup:
    """A paragraph, an item or a quotation in its article, with what stands below it."""
    below = [_part(child, children, _label(child), deleted) for child in children.get(part.fragment, ())]
    return Markup('<section id="{}" class="zk-part zk-l-{}{}{}"{}{}>{}{}{}{}{}</section>').format(
        anchor(part.fragment),
        part.level,
        Markup(" zk-in") if part.level in _INDENTED else NOTHING,
        _deleted_class(part),
        _hanging(part),
        _language(part),
        _pin(part),
        _head(part, _DEEPEST),
        _badge(part, deleted),
        _paragraphs(part, label),
        joined(below),
    )


def _hanging(part: Provision) -> Markup:
    """How far the text of a unit hangs behind its label: as far as the label is wide."""
    if not part.label or part.heading:
        return NOTHING
    width = sum(1.0 if east_asian_width(character) in "WF" else 0.55 for character in part.label) + 0.5
    return Markup(' data-hang style="--hang:{:.2f}em"').format(min(max(width, 1.6), 5.0))


def _pin(provision: Provision) -> Markup:
    """What copies the link to a unit."""
    return Markup('<button type="button" class="zk-pin" data-pin="{0}" aria-label="¶ {0}"></button>').format(
        provision.fragment
    )


def _deleted_class(provision: Provision) -> Markup:
    return Markup(" zk-deleted") if provision.deleted else NOTHING


def _badge(provision: Provision, deleted: str) -> Markup:
    return Markup('<span class="zk-gone">{}</span>').format(deleted) if provision.deleted else NOTHING


def _language(provision: Provision) -> Markup:
    return Markup(' lang="{}"').format(provision.language) if provision.language else NOTHING


def _has_bare_text(part: Provision) -> bool:
    return part.level is Level.PARAGRAPH and not part.label and not part.heading and bool(part.text)


def _label(provision: Provision) -> Markup:
    """The label that stands before the first paragraph, where no heading shows it."""
    is_inline = bool(provision.label) and not provision.heading and provision.level not in CONTAINERS
    return Markup('<b class="zk-label">{}</b> ').format(provision.label) if is_inline else NOTHING


def _head(provision: Provision, depth: int) -> Markup:
    if provision.level in CONTAINERS:
        level = min(depth + 2, 6)
        return (
            Markup("<h{}>{}</h{}>").format(level, provision.caption, level) if provision.caption else NOTHING
        )
    if not provision.heading:
        return NOTHING  # the label stands before the first paragraph
    if provision.label:
        return Markup('<h6><b class="zk-label">{}</b> {}</h6>').format(provision.label, provision.heading)
    return Markup("<h6>{}</h6>").format(provision.caption)


def _paragraphs(provision: Provision, label: Markup) -> Markup:
    lines = _unwrapped([line for line in provision.text.split("\n") if line.strip()])
    if not lines:
        return Markup("<p>{}</p>").format(label) if label else NOTHING
    shown: list[Markup] = []
    is_form = sum(1 for line in lines if _FORM.search(line)) >= _FORM_LINES
    for sort, group in groupby(lines, key=lambda line: _sort(line, is_form)):
        grouped = list(group)
        if sort == "row" and (len(grouped) > 1 or provision.level is Level.TABLE):
            shown.append(_table(grouped))
        elif sort == "form":
            shown.append(Markup('<pre class="zk-form">{}</pre>').format("\n".join(grouped)))
        else:
            shown += [Markup("<p>{}</p>").format(line) for line in grouped]
    if label and str(shown[0]).startswith("<p>"):
        shown[0] = Markup("<p>{}{}").format(label, Markup(str(shown[0])[len("<p>") :]))
    elif label:
        shown.insert(0, Markup("<p>{}</p>").format(label))
    return joined(shown)


def _sort(line: str, is_form: bool) -> str:
    """What a line is set as: a row of a table, a line of a form, or a paragraph."""
    if _BETWEEN in line:
        return "row"
    return "form" if is_form or _FORM.search(line) else "paragraph"


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Lines of a Latin text that the source broke inside a sentence, joined again."""
    joined_lines: list[str] = []
    for line in lines:
        if joined_lines and _goes_on(joined_lines[-1], line):
            joined_lines[-1] = f"{joined_lines[-1]} {line}"
        else:
            joined_lines.append(line)
    return joined_lines


def _goes_on(before: str, line: str) -> bool:
    if _BETWEEN in before or not before[-1].isascii() or not before[-1].isalpha():
        return False
    last_word = before.rpartition(" ")[2]
    return line[0].isascii() and (line[0].islower() or (last_word.islower() and len(last_word) < 4))


def _table(lines: Sequence[str]) -> Markup:
    """Rows of cells, between which the readers of files put bars."""
    rows = [[cell.strip() for cell in line.split(_BETWEEN)] for line in lines]
    names = _column_names(rows)
    head = NOTHING
    if names:
        rows = [[cell[len(name) + 2 :] for cell, name in zip(row, names, strict=True)] for row in rows]
        cells = joined(Markup('<th scope="col">{}</th>').format(name) for name in names)
        head = Markup("<thead><tr>{}</tr></thead>").format(cells)
    body = joined(
        Markup("<tr>{}</tr>").format(joined(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in rows
    )
    return Markup('<div class="zk-scroll"><table class="zk-table">{}<tbody>{}</tbody></table></div>').format(
        head, body
    )


def _column_names(rows: Sequence[Sequence[str]]) -> list[str]:
    """Names that stand before every cell of their column (``name: value``), as in a file with a head line."""
    if len(rows) < 2 or len({len(row) for row in rows}) > 1:
        return []
    names = [cell.partition(": ")[0] for cell in rows[0]]
    is_named = all(
        cell.startswith(f"{name}: ") for row in rows for cell, name in zip(row, names, strict=True)
    )
    return names if is_named and len(names) > 1 else []


# --- contents --------------------------------------------------------------------------------------------------


def contents_markup(outline: Sequence[Outline], links: Mapping[str, str], target: str | None) -> Markup:
    """The contents as nested lists; containers fold, those on the way to ``target`` stand open.

    Args:
        outline: the contents.
        links: fragment to address.
        target: the fragment that is shown.
    """
    return _entries(outline, links, target, open_all=_count(outline) <= 80)


def _entries(
    outline: Sequence[Outline], links: Mapping[str, str], target: str | None, open_all: bool
) -> Markup:
    entries: list[Markup] = []
    captions = Counter(node.provision.caption for node in outline)
    for node in outline:
        # Supplements of many amendments are all called alike: how they begin tells them apart.
        bare = node.provision.label.endswith("、") and not node.provision.heading
        hint = _beginning(node) if bare or captions[node.provision.caption] > 1 else ""
        entry = _entry(node.provision, links, target, hint)
        if not node.below:
            entries.append(Markup("<li>{}</li>").format(entry))
            continue
        is_open = open_all or _holds(node, target)
        entries.append(
            Markup("<li><details{}><summary>{}</summary>{}</details></li>").format(
                Markup(" open") if is_open else NOTHING, entry, _entries(node.below, links, target, open_all)
            )
        )
    return Markup("<ul>{}</ul>").format(joined(entries))


def _beginning(node: Outline) -> str:
    """The first words of a provision, or of what stands in it."""
    words = " ".join(node.provision.text[: 2 * _HINT].split())
    short = f"{words[:_HINT]}…" if len(words) > _HINT else words
    return short or next((found for below in node.below if (found := _beginning(below))), "")


def _entry(provision: Provision, links: Mapping[str, str], target: str | None, hint: str = "") -> Markup:
    heading = f"{provision.heading} {hint}".strip()
    short = f"{heading[:_SHORT_HEADING]}…" if len(heading) > _SHORT_HEADING else heading
    return Markup('<a class="zk-link" href="{}" data-to="{}"{}>{} {}</a>').format(
        links[provision.fragment],
        anchor(provision.fragment),
        Markup(' aria-current="true"') if provision.fragment == target else NOTHING,
        Markup("<b>{}</b>").format(provision.label) if provision.label else NOTHING,
        escape(short),
    )


def _holds(node: Outline, target: str | None) -> bool:
    return node.provision.fragment == target or any(_holds(below, target) for below in node.below)


def _count(outline: Sequence[Outline]) -> int:
    return sum(1 + _count(node.below) for node in outline)
