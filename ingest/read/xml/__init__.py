"""XML: one small class for each shape, and a general one for what no class knows."""

from __future__ import annotations

import re

from lxml import etree

from corpus.errors import UnreadableError
from corpus.model import Format, Reading, SourceFile
from corpus.notes import Note
from ingest.read.base import TextBuilder
from ingest.read.encoding import decode
from ingest.read.html import declared_charset, read_html
from ingest.read.xml.formex import Formex
from ingest.read.xml.generic import Generic
from ingest.read.xml.numbered import Numbered
from ingest.read.xml.shape import Shape, local
from ingest.read.xml.treaty import Treaty

__all__ = ["read_xml"]

SHAPES: tuple[Shape, ...] = (Treaty(), Formex(), Numbered(), Generic())
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read_xml(source: SourceFile) -> Reading:
    """Read an XML file; XHTML goes to the HTML reader.

    Raises:
        UnreadableError: if the file declares entities, is no XML, is nested too deeply, or holds no text.
    """
    decoded = decode(source.location, source.content, declared_charset(source.content))
    root, warnings = _parse(source, decoded.text)
    if local(root) == "html":
        return read_html(source)
    builder = TextBuilder()
    shape = next(shape for shape in SHAPES if shape.fits(root))
    metadata = shape.write(root, builder)
    return builder.reading(source, Format.XML, metadata, decoded.encoding, (*decoded.warnings, *warnings))


def _parse(source: SourceFile, text: str) -> tuple[etree._Element, tuple[str, ...]]:
    if "<!ENTITY" in text:
        raise UnreadableError(
            f"{source.location}: the file declares entities, which are not read because they can be used for attacks.",
            "Save it without a document type definition.",
            code="entities",
        )
    content = _DECLARATION.sub("", text).encode("utf-8", "replace")
    try:
        return etree.fromstring(content, _parser(recover=False)), ()
    except etree.XMLSyntaxError as error:
        message = str(error)
    if "depth" not in message.lower():
        root = etree.fromstring(content, _parser(recover=True))
        if root is not None and (len(root) or (root.text or "").strip()):
            warning = f"the XML is broken ({message}); what could be read was read"
            return root, (Note(warning, code="xml_mended", reason=message),)
    raise UnreadableError(
        f"{source.location}: this is no well-formed XML ({message}).",
        "Save it anew as XML.",
        code="no_xml",
        reason=message,
    )


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
        recover=recover,
    )
