"""Readings written by hand, and what must hold of every cut: nothing lost, nothing twice, parents first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.evidence import Span
from corpus.model import Block, BlockKind, Format, Identity, Kind, Level, Provision, Reading
from corpus.tree import whole
from ingest.cut.choose import choose
from ingest.cut.lines import NO_TEXT, lines_of

_WHITE = re.compile(r"\s+")


def identity(kind: Kind = Kind.LAW, language: str = "zh", jurisdiction: str = "CN") -> Identity:
    """An identity of which the cut looks at kind, language and jurisdiction only."""
    return Identity("a title", kind, language, jurisdiction)


def paper(text: str) -> Reading:
    """A reading of ``text``: a line is a block; ``#`` makes headings, ``|`` rows, ``[^`` footnotes, ``<!--`` comments."""
    blocks: list[Block] = []
    position = 0
    for raw in text.splitlines(keepends=True):
        line = raw.rstrip("\n")
        kind, level, skip = _kind(line)
        content = line[skip:].strip()
        if content:
            start = position + line.index(content, skip)
            blocks.append(Block(kind, content, (Span(start, start + len(content)),), level))
        position += len(raw)
    return Reading(Format.MARKDOWN, text, tuple(blocks))


def _kind(line: str) -> tuple[BlockKind, int, int]:
    if line.startswith("#"):
        level = len(line) - len(line.lstrip("#"))
        return BlockKind.HEADING, level, level
    starts = {"|": BlockKind.TABLE_ROW, "[^": BlockKind.FOOTNOTE, "<!--": BlockKind.COMMENT}
    return next((kind for start, kind in starts.items() if line.startswith(start)), BlockKind.PARAGRAPH), 0, 0


def outline_of(provisions: Sequence[Provision]) -> list[str]:
    """Fragments in order."""
    return [provision.fragment for provision in provisions]


def articles_of(provisions: Sequence[Provision]) -> list[str]:
    """Fragments of the articles, in order."""
    return [provision.fragment for provision in provisions if provision.level is Level.ARTICLE]


def faults(reading: Reading, who: Identity, provisions: Sequence[Provision]) -> list[str]:
    """What is wrong with a cut, in words; empty where all holds."""
    return [*_tree_faults(reading, provisions), *_text_faults(reading, who, provisions)]


def _tree_faults(reading: Reading, provisions: Sequence[Provision]) -> list[str]:
    found: list[str] = []
    seen: set[str] = set()
    for order, provision in enumerate(provisions):
        if provision.fragment in seen or not provision.fragment:
            found.append(f"fragment {provision.fragment!r} is empty or given twice")
        if provision.parent is not None and provision.parent not in seen:
            found.append(f"{provision.fragment}: parent {provision.parent} does not precede it")
        if provision.order != order:
            found.append(f"{provision.fragment}: order {provision.order} is not {order}")
        if not 0 <= provision.start < provision.end <= len(reading.text):
            found.append(f"{provision.fragment}: span outside the source")
        if provision.level is Level.ARTICLE and provision.article != provision.number:
            found.append(f"{provision.fragment}: an article's own number is its article")
        seen.add(provision.fragment)
    return [*found, *_part_faults(provisions)]


def _part_faults(provisions: Sequence[Provision]) -> list[str]:
    """Where a part of an article does not stand below it, or not behind all that comes before it there."""
    found: list[str] = []
    by_fragment = {each.fragment: each for each in provisions}
    for each in provisions:
        if not each.is_part:
            continue
        above = by_fragment.get(each.parent or "")
        while above is not None and above.level is not Level.ARTICLE:
            above = by_fragment.get(above.parent or "")
        if above is None or above.article != each.article:
            found.append(f"{each.fragment}: not below article {each.article}")
    kept = "".join(each.label + each.heading + each.text for each in whole(provisions))
    given = "".join(each.label + each.heading + each.text for each in provisions)
    if sorted(_plain(kept)) != sorted(_plain(given)):
        found.append("the articles with what stands below them are not the whole text")
    return found


def _text_faults(reading: Reading, who: Identity, provisions: Sequence[Provision]) -> list[str]:
    """Where the provisions' text parts from the document's; footnotes are compared by themselves."""
    lines = lines_of(reading)
    outline = choose(lines, who)
    repeated = outline.repeats if outline is not None else set()
    if outline is None:
        blocks = [block for block in reading.blocks if block.kind not in NO_TEXT]
    else:
        blocks = [line.piece for index, line in enumerate(outline.lines) if index not in repeated]
        captions = {_plain(each.label + each.heading) for each in provisions}
        strange = [i for i in repeated if _plain(outline.lines[i].text) not in captions]
        if strange:
            return [f"left out, but repeats nothing: {outline.lines[strange[0]].text[:60]}"]
    notes = [block.text for block in blocks if block.kind is BlockKind.FOOTNOTE]
    got_notes = [each.text for each in provisions if each.level is Level.FOOTNOTE]
    if _plain("".join(notes)) != _plain("".join(got_notes)):
        return ["the footnotes differ"]
    text = _plain("".join(block.text for block in blocks if block.kind is not BlockKind.FOOTNOTE))
    cursor = 0
    for each in provisions:
        if each.level is Level.FOOTNOTE:
            continue
        forms = {_plain(each.label + each.heading + each.text), _plain(each.heading + each.label + each.text)}
        fit = next((form for form in forms if text.startswith(form, cursor)), None)
        if fit is None:
            return [f"{each.fragment}: {next(iter(forms))[:50]!r} is not {text[cursor : cursor + 50]!r}"]
        cursor += len(fit)
    return [] if cursor == len(text) else [f"lost: {text[cursor : cursor + 60]!r}"]


def _plain(text: str) -> str:
    return _WHITE.sub("", text)


__all__ = ["Kind", "articles_of", "faults", "identity", "outline_of", "paper"]
