"""The outline of minutes: sections, numbered points and what stands below each, by the marks before their lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ingest.minutes.rows import Part, Row, Table
from ingest.minutes.text import Text
from ingest.minutes.wording import FIELDS, SECTIONS

_HAN = "一二三四五六七八九十百"
_MARKS: dict[str, re.Pattern[str]] = {
    "article": re.compile(rf"第[{_HAN}0-9]{{1,4}}条(?:[\s　：:]|(?=[^的规之所款项]))"),
    "han": re.compile(rf"[{_HAN}]{{1,3}}[、．.](?!\d)"),
    "bracketed han": re.compile(rf"[（(][{_HAN}]{{1,3}}[)）][、.．]?"),
    "named": re.compile(
        r"(?:action|decision|item|point|agenda\sitem|resolution|议题|事项|任务)\s?(?:point\s|item\s)?(?:no\.?\s?)?(?:\d{1,2}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,2})\s?[:：.、)）-]?\s?",
        re.IGNORECASE,
    ),
    "decimal": re.compile(r"\d{1,2}\.\d{1,2}(?:\.\d{1,2})?\.?(?=\s|[一-龥A-Z])"),
    "number": re.compile(
        r"\d{1,2}(?:[.．、]|\)(?=\s|[一-龥A-Z]))(?!\d)|\d{1,2}\s(?=[一-龥A-Z][a-z一-龥]{2})"
    ),
    "bracketed number": re.compile(r"[（(]\d{1,2}[)）]|[①-⑳㈠-㈩]"),
    "first of": re.compile(rf"[{_HAN}]{{1,2}}是(?=[^的])"),
    "code": re.compile(r"[A-Z]{1,3}-?\d{1,3}[.:)]?\s(?=\S)"),
    "letter": re.compile(r"\(?[a-z][.)]\s|[A-Z][.)]\s"),
    "roman": re.compile(r"[IVX]{1,4}[.)]\s"),
    "bullet": re.compile(r"[-–—•·●○■□◆▪*☐☑]\s?"),
}
_HEADING_MARK = re.compile(
    r"(?:{})?\s*".format(
        "|".join(
            mark.pattern
            for mark in (
                _MARKS["article"],
                _MARKS["han"],
                _MARKS["bracketed han"],
                _MARKS["decimal"],
                _MARKS["number"],
            )
        )
    )
)
_LONGEST_HEADING = 40
_SENTENCE = re.compile(r"[。；;]")


@dataclass
class Node:
    """A point of the outline.

    Attributes:
        style: how it is marked; empty for the document itself.
        mark: the mark as printed.
        text: its first line without the mark.
        heading: whether that line is a heading and no sentence.
        parts: the lines and tables below it that have no mark of their own.
        nodes: the points below it, in order.
        role: what its heading says that it is: a key of ``SECTIONS``, or empty.
    """

    style: str = ""
    mark: str = ""
    text: Text = field(default_factory=lambda: Text("", ()))
    heading: bool = False
    parts: list[Part] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)
    role: str = ""

    def all_parts(self) -> Iterator[Part]:
        """Its lines and tables with those of the points below it."""
        yield from self.parts
        for node in self.nodes:
            yield node.text
            yield from node.all_parts()


def outline(parts: Iterable[Part]) -> Node:
    """The outline of a document: a line with a mark that is in use closes everything up to that mark."""
    root = Node()
    open_nodes = [root]
    for part in parts:
        if isinstance(part, Row | Table):
            open_nodes[-1].parts.append(part)
            continue
        node = _node(part)
        if node is None or (node.style in ("number", "bullet") and _is_field(node.text.text)):
            open_nodes[-1].parts.append(part)
            continue
        styles = [each.style for each in open_nodes]
        if _starts_again(node, open_nodes, styles):
            del open_nodes[styles.index(node.style) - 1 :]
        elif node.style in styles:
            del open_nodes[styles.index(node.style) :]
        elif node.style == "named section" and "bullet" in styles:
            del open_nodes[styles.index("bullet") :]
        elif node.style.startswith("heading"):
            deeper = [
                i for i, style in enumerate(styles) if not style.startswith("heading") or style >= node.style
            ]
            del open_nodes[max(next((i for i in deeper if i), len(open_nodes)), 1) :]
        open_nodes[-1].nodes.append(node)
        open_nodes.append(node)
    return root


def _starts_again(node: Node, open_nodes: list[Node], styles: list[str]) -> bool:
    """Whether numbers begin anew below an agenda: its points are over, and the first of them is dealt with."""
    if node.style not in styles or not re.match(r"[（(]?[1一][^\d一二三四五六七八九十]", node.mark):
        return False
    place = styles.index(node.style)
    return place > 1 and open_nodes[place - 1].role == "agenda"


def _node(line: Text) -> Node | None:
    """The point that a line begins."""
    style, mark = mark_of(line.text)
    rest = line.part(len(mark))
    is_short = len(rest.text) <= _LONGEST_HEADING and not _SENTENCE.search(rest.text)
    role = section_role(rest.text) if is_short else ""
    if not style and line.heading and role != "meeting":
        style = f"heading {line.heading}"
    if not style and role and not _is_field(line.text) and is_short:
        style = "named section"
    if not style and line.bullet:
        style = "bullet"
    if not style or not rest.text:
        return None
    heading = bool(line.heading) or (
        is_short and not rest.text.endswith((".", "：", ":")) and style != "bullet"
    )
    return Node(style, mark, rest, heading or bool(role and is_short), role=role)


def mark_of(text: str) -> tuple[str, str]:
    """The style of the mark with which a line begins, and the mark; empty where it has none."""
    for style, pattern in _MARKS.items():
        match = pattern.match(text)
        if match and match.end() < len(text):
            return style, match[0]
    return "", ""


def section_role(text: str) -> str:
    """What a heading says that its section is, or nothing."""
    plain = re.sub(r"[:：。.]$", "", text.strip())
    if " / " in plain:
        return next((role for half in plain.split(" / ") if (role := section_role(half))), "")
    plain = re.sub(
        r"^(?:关于|本次会议|会议|各方|双方)(?=[一-龥]{2})(?!议程|议题|纪要|议定|决定|明确|商定|确定|达成|形成|内容)",
        "",
        plain,
    )
    plain = re.sub(r"^[本此]次(?=会议|议定|决定)", "", plain)
    for role, words in SECTIONS.items():
        match = words.fullmatch(plain)
        if match:
            return role
    if SECTIONS["previous"].match(plain) or SECTIONS["previous"].search(plain[-30:]):
        return "previous"
    return ""


def _is_field(text: str) -> bool:
    """Whether a line begins with the label of a field of an item, with something behind it."""
    return any(re.match(words.pattern + r"\s?[:：]\s?\S", text, re.IGNORECASE) for words in FIELDS.values())
