"""Cut a reading into the tree of its provisions, by the grammar of its jurisdiction, kind and language."""

from __future__ import annotations

from corpus.model import Identity, Provision, Reading
from ingest.cut.build import build
from ingest.cut.choose import choose
from ingest.cut.fallback import paragraphs
from ingest.cut.lines import lines_of
from ingest.cut.styles.schemes import scheme_of

__all__ = ["cut"]


def cut(reading: Reading, identity: Identity) -> tuple[Provision, ...]:
    """The provisions of a document, parents before children, in document order.

    Args:
        reading: the blocks of the file; comments and furniture are left out.
        identity: what the document is: decides which house styles are tried, and in which order.

    Returns:
        Provisions whose label, heading and text together are the text of the document: nothing is lost and nothing
        comes twice, but for headings that the source prints again over each piece of one unit. A document without
        units of its own comes as its headings and paragraphs; one without text gives an empty tuple.
    """
    lines = lines_of(reading)
    found = choose(lines, identity)
    if found is None:
        return paragraphs(lines)
    return build(found, scheme_of(found.grammar, identity))
