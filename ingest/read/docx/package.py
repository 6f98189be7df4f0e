"""The parts of a Word document and how they refer to each other."""

from __future__ import annotations

import posixpath
import re
from types import TracebackType
from typing import Self

from lxml import etree

from corpus.errors import UnreadableError
from corpus.model import SourceFile
from ingest.read.packed import damaged, open_zip, unpack
from ingest.read.xml.shape import local, text_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = W[1:-1].encode()
_OFFICE_RELATION = re.compile(rb"http://purl\.oclc\.org/ooxml/officeDocument/relationships")
_RELATIONS = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LARGEST_TOTAL = 400_000_000
_LARGEST_XML = 60_000_000  # a parsed tree takes some twenty times as much memory


class Package:
    """An opened Word document; ``main`` is the root of its text."""

    def __init__(self, source: SourceFile) -> None:
        self.location = source.location
        self.warnings: list[str] = []
        self._archive = open_zip(source.location, source.content, _LARGEST_TOTAL)
        self._entries = {entry.filename.lstrip("/"): entry for entry in self._archive.infolist()}
        self._main_name = self._find_main()
        root = self.xml(self._main_name)
        if root is None:
            raise damaged(self.location, ValueError(f"{self._main_name} is missing"))
        self.main = root
        self.relations = self._relations(self._main_name)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, or nothing where there is none of the name.

        Raises:
            UnreadableError: if it is damaged.
        """
        entry = self._entries.get(name)
        return None if entry is None else unpack(self.location, self._archive, entry)

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part in XML, or nothing where there is none of the name.

        Raises:
            UnreadableError: if it is damaged.
        """
        content = self.part(name)
        if content is None:
            return None
        if len(content) > _LARGEST_XML:
            raise UnreadableError(
                f"{self.location}: {name} unpacks to {len(content) / 1024**2:,.0f} MiB;"
                f" at most {_LARGEST_XML / 1024**2:,.0f} MiB are read.",
                "Split the document.",
                code="too_large",
                size=len(content) / 1024**2,
                limit=_LARGEST_XML / 1024**2,
            )
        if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content:
            raise UnreadableError(
                f"{self.location}: {name} declares entities.",
                "Save it anew in a word processor.",
                code="entities",
            )
        plain = _OFFICE_RELATION.sub(_RELATIONS, content.replace(_STRICT, _TRANSITIONAL))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            return etree.fromstring(plain, parser)
        except etree.XMLSyntaxError as error:
            raise damaged(self.location, error) from None

    def related(self, kind: str) -> list[etree._Element]:
        """The roots of the parts to which the text has relations of a kind (``header``, ``footnotes`` ...)."""
        roots = [self.xml(target) for relation, target in self.relations.values() if relation == kind]
        return [root for root in roots if root is not None]

    def properties(self) -> dict[str, str]:
        """Title, author and dates that the document tells of itself, as ``core.NAME``."""
        root = self.xml("docProps/core.xml")
        if root is None:
            return {}
        return {f"core.{local(child)}": text for child in root if (text := text_of(child))}

    def _find_main(self) -> str:
        for kind, target in self._relations("").values():
            if kind == "officeDocument" and target in self._entries:
                return target
        return "word/document.xml"

    def _relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Kind and target of each relation of a part, by id; targets outside the package are left out."""
        folder, base = posixpath.split(name)
        root = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, tuple[str, str]] = {}
        for relation in root if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External" or not target:
                continue
            path = target if target.startswith("/") else posixpath.join("/", folder, target)
            kind = (relation.get("Type") or "").rpartition("/")[2]
            found[relation.get("Id") or ""] = (kind, posixpath.normpath(path).lstrip("/"))
        return found
