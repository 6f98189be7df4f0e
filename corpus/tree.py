"""The tree of a version's provisions: what stands below one, and the whole text of a unit with what stands below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.model import Level, Provision


def below(provision: Provision, provisions: Sequence[Provision]) -> list[Provision]:
    """A provision and all that stands below it, in document order."""
    within = {provision.fragment}
    found = [provision]
    for other in provisions:
        if other.parent in within:
            within.add(other.fragment)
            found.append(other)
    return found


def whole(provisions: Iterable[Provision]) -> list[Provision]:
    """The provisions with the parts of articles taken up into their articles, as the articles are searched and shown.

    Args:
        provisions: all of a version, parents before their children, in document order.

    Returns:
        All that are no parts of an article; an article's text is its whole text, paragraphs and items with their
        labels, as it reads.
    """
    kept: list[Provision] = []
    within: dict[str, int] = {}
    parts: dict[int, list[Provision]] = {}
    for provision in provisions:
        if provision.is_part and provision.parent in within:
            within[provision.fragment] = within[provision.parent]
            parts.setdefault(within[provision.parent], []).append(provision)
            continue
        if provision.level is Level.ARTICLE:
            within[provision.fragment] = len(kept)
        kept.append(provision)
    for index, found in parts.items():
        kept[index] = replace(
            kept[index], text=joined_text((replace(kept[index], label="", heading=""), *found))
        )
    return kept


def joined_text(provisions: Iterable[Provision]) -> str:
    """Provisions as lines: a label before its text, and labels that have no text of their own before the next one."""
    lines: list[str] = []
    waiting = ""
    for provision in provisions:
        label = provision.label
        if provision.heading:
            lines.append(_before(waiting, _before(label, provision.heading)))
            waiting, label = "", ""
        if provision.text:
            lines.append(_before(waiting, _before(label, provision.text)))
            waiting = ""
        elif label:
            waiting = _before(waiting, label)
    if waiting:
        lines.append(waiting)
    return "\n".join(lines)


def _before(label: str, text: str) -> str:
    """A label and what follows it: parted by a blank, but for the marks that Chinese sets close."""
    if not label or not text:
        return label or text
    return f"{label}{text}" if label[-1] in "）、．“：" else f"{label} {text}"
