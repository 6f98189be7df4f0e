"""YAML front matter and the metadata in comments of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import yaml

from corpus.model import Block, BlockKind
from ingest.read.base import block_of, collapse
from ingest.read.markdown.inline import cuts_of
from ingest.read.metadata import flat, load_yaml
from ingest.read.plain import line_ranges, without

_LONGEST = 262_144
_OPEN = re.compile(r"\s{0,64}---[ \t]*\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ENTRY = re.compile(r"^([^\s:#-][^:\n]{0,60}?)[ \t]*[:：][ \t]*(.*)$", re.MULTILINE)
_LINE = re.compile(r"(?:(?P<key>[^\s:#-][^:\n]{0,60}?)[ \t]*:|-)(?:[ \t]+[\"']?|$)(?P<value>.*?)[\"']?$")
_TITLES = ("title", "titulo", "titre", "제목", "标题", "名称")
_PAIR = re.compile(r"\s*([^\s:：|][^:：|\n]{0,40}?)\s*[:：]\s*([^|\n]+)")


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """The entries before the text and where the text begins; nothing and 0 where there is no front matter."""
    opening = _OPEN.match(text)
    if opening is None:
        return {}, 0
    closing = _CLOSE.search(text, opening.end(), opening.end() + _LONGEST)
    if closing is None:
        return {}, 0
    inner = text[opening.end() : closing.start()]
    try:
        value = load_yaml(inner)
    except (yaml.YAMLError, ValueError):
        value = {key.strip(): content.strip(" \"'") for key, content in _ENTRY.findall(inner)}
    if not isinstance(value, dict) or not value:
        return {}, 0
    return flat(value), closing.end()


def comment_entries(comment: str) -> dict[str, str]:
    """The ``KEY: value`` pairs of a comment, under ``comment.KEY``; several may stand in it, parted by ``|``."""
    return {f"comment.{key}": collapse(value) for key, value in _PAIR.findall(comment) if value.strip()}


def front_blocks(text: str, end: int) -> Iterator[Block]:
    """The front matter as text, for records that have nothing else: its title, then an entry a line.

    Args:
        text: the whole file.
        end: where the front matter ends.
    """
    for start, stop in line_ranges(text[:end]):
        match = _LINE.match(text, start, stop)
        if _CLOSE.match(text[start:stop]):
            continue
        if match is None:
            yield from _goes_on(text, start, stop)
            continue
        key, value = match.group("key"), match.span("value")
        cuts = cuts_of(text, *value)
        if key is None:
            kind, first = BlockKind.LIST_ITEM, value[0]
        elif key.lower() in _TITLES:
            kind, first = BlockKind.HEADING, value[0]
        else:
            kind, first = BlockKind.PARAGRAPH, start
        level = 1 if kind is BlockKind.HEADING else 0
        edges = [first, *(at for at in cuts.breaks if at > first), value[1]]
        for left, right in pairwise(edges):
            quotes = [(at, at + 1) for at in (value[0] - 1,) if left < value[0] and text[at] in "\"'"]
            block = block_of(text, kind, without([(left, right)], sorted(quotes + cuts.ranges)), level)
            if block is not None:
                yield block


def _goes_on(text: str, start: int, stop: int) -> Iterator[Block]:
    """A line that goes on with the value begun above it; the quotation mark that ends the value is none of it."""
    end = start + len(text[start:stop].rstrip())
    end -= end > start and text[end - 1] in "\"'"
    block = block_of(text, BlockKind.PARAGRAPH, without([(start, end)], cuts_of(text, start, end).ranges), 0)
    if block is not None:
        yield block
