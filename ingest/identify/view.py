"""What identification looks at: the lines of a document's text, its head, and what the file says of itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.evidence import Evidence
from corpus.model import Block, BlockKind, Reading, SourceFile

_SILENT = (BlockKind.COMMENT, BlockKind.FURNITURE)
_MOST_HEAD_LINES = 160
_LONGEST_LINE = 3000
_FIRST_UNIT = re.compile(
    r"第[〇零一二三四五六七八九十百\d]{1,6}[条條章编編节節](?:[\s　（(【]|$|[^第]{0,30}$)|[一二三四五六七八九十]{1,3}、\S"
    r"|(?!Art\.\s[^\n]{0,24}\sG\sv\.)(?:Article|ARTICLE|Art\.|Artículo|Artikel|Articolo)\s{0,4}(?:\d|[IVX]{1,5}\b|[Pp]remier|PREMIER|[Uu]nique|L\.?\s?\d)"
    r"|§{1,2}\s?\d|(?:Section|SECTION)\s\d|\d{1,3}\s(?:Short title|Titre abrégé)"
    r"|(?:CHAPTER|Chapter|PART|Part|TITLE|TITRE|Titre|LIVRE|Livre|CAPÍTULO|TÍTULO|Chapitre|CHAPITRE)\s{0,4}[\dIVXivx]{1,6}\b"
    r"|(?:Erster|Erste[rs]?)\s(?:Abschnitt|Teil)|Teil\s1|제\s?\d{1,4}\s?[조장편]"
)
_OF_HISTORY = re.compile(
    r"(?:Article|Section|Art\.)s?\s[^.;:]{1,80}?\b(?:amended|deleted|added|revised|repealed)\b.{0,40}\b(?:promulgated|on)\b"
)
"""An entry of a history: ``Article 53 amended and promulgated on …``."""
_COMMENT_ENTRY = re.compile(r"([A-Z][A-Z_]{3,40}|[一-龥]{2,6})\s?[:：]\s?([^|｜]{1,300})")
_MOST_COMPANION_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block: ``text`` is ``block.text[start:end]`` without blanks around it."""

    block: Block
    start: int
    end: int
    text: str

    @property
    def level(self) -> int:
        """Depth of the heading that the line is, 0 for other text."""
        return self.block.level if self.block.kind is BlockKind.HEADING else 0

    def evidence(self, field: str, start: int = 0, end: int | None = None) -> Evidence:
        """The characters ``[start, end)`` of the line as evidence for a field."""
        stop = len(self.text) if end is None else end
        part = self.block.part(self.start + start, self.start + stop)
        return Evidence(field, part.text, "text", part.start, part.end)


def lines_of(block: Block) -> Iterator[Line]:
    """The lines of a block that show something; very long ones are cut."""
    start = 0
    for piece in block.text.split("\n"):
        text = piece.strip()
        if text:
            left = start + piece.index(text)
            text = text[:_LONGEST_LINE]
            yield Line(block, left, left + len(text), text)
        start += len(piece) + 1


class View:
    """A reading, prepared once for all the questions that identification asks.

    Attributes:
        reading, source: what was given.
        blocks: the blocks that are text of the document.
    """

    def __init__(self, reading: Reading, source: SourceFile) -> None:
        self.reading = reading
        self.source = source
        self.blocks = tuple(block for block in reading.blocks if block.kind not in _SILENT)

    @cached_property
    def head(self) -> tuple[Line, ...]:
        """The lines before the first article, chapter or section; the whole beginning where there is none."""
        found: list[Line] = []
        for line in self._first_lines(self.blocks):
            begins = _FIRST_UNIT.match(line.text) and len(line.text) < 2000
            if found and begins and not _OF_HISTORY.match(line.text[:200]):
                break
            found.append(line)
        return tuple(found)

    @cached_property
    def opening(self) -> tuple[Line, ...]:
        """The first lines, whether or not articles have begun."""
        return tuple(self._first_lines(self.blocks))

    @cached_property
    def surroundings(self) -> tuple[Line, ...]:
        """The head with the furniture around it, in which web pages print their dates."""
        return tuple(self._first_lines(b for b in self.reading.blocks if b.kind is not BlockKind.COMMENT))

    @staticmethod
    def _first_lines(blocks: Iterator[Block] | tuple[Block, ...]) -> Iterator[Line]:
        count = 0
        for block in blocks:
            for line in lines_of(block):
                yield line
                count += 1
                if count >= _MOST_HEAD_LINES:
                    return

    @cached_property
    def body(self) -> str:
        """Running text of the document, without headings, for language and for marks of a country."""
        pieces: list[str] = []
        length = 0
        for block in self.blocks:
            if block.kind is BlockKind.HEADING or length > 20_000:
                continue
            pieces.append(block.text[:4000])
            length += len(pieces[-1])
        return "\n".join(pieces) or "\n".join(block.text for block in self.blocks[:200])

    @cached_property
    def comments(self) -> Mapping[str, str]:
        """Entries of comments in the source, such as ``EFFECTIVE_FROM``."""
        found: dict[str, str] = {}
        for block in self.reading.blocks:
            if block.kind is BlockKind.COMMENT:
                text = block.text.removeprefix("<!--").removesuffix("-->")
                for key, value in _COMMENT_ENTRY.findall(text[:1000]):
                    found.setdefault(key.lower(), value.strip(" -"))
        return found

    @cached_property
    def metadata(self) -> Mapping[str, str]:
        """What the file and its companions say of themselves, by key in lower case; the file's own entries win."""
        found: dict[str, str] = {}
        entries = [*self.reading.metadata.items(), *self.comments.items(), *self._companions()]
        for key, value in entries:
            text = value.strip().strip("'\"").strip()
            if text and text not in ("null", "None"):
                found.setdefault(key.lower(), text)
        for key in list(found):
            found.setdefault(key.rsplit(".", 1)[-1], found[key])
        return found

    def _companions(self) -> Iterator[tuple[str, str]]:
        for name, content in self.source.companions.items():
            if not name.endswith(".meta.json") or len(content) > _MOST_COMPANION_BYTES:
                continue
            try:
                entries = json.loads(content)
            except (ValueError, RecursionError):
                continue
            if isinstance(entries, dict):
                yield from ((key, value) for key, value in entries.items() if isinstance(value, str))

    def said(self, *keys: str) -> tuple[str, str] | None:
        """The first of the metadata entries with one of the keys: key and value."""
        for key in keys:
            value = self.metadata.get(key.lower())
            if value:
                return key, value
        return None
