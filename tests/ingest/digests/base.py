"""Reads invented texts into digests, and says what must hold of every digest."""

from __future__ import annotations

import hashlib

from corpus.model import Document, SourceFile
from corpus.records import Digest
from ingest.clean import clean
from ingest.cut import cut
from ingest.digests import digests_of
from ingest.digests.draft import PASSAGES
from ingest.identify import identify
from ingest.read import read


def read_digests(text: str | bytes, name: str = "case.txt") -> tuple[tuple[Digest, ...], str]:
    """The digests of a file of this content, and its source text."""
    content = text.encode() if isinstance(text, str) else text
    source = SourceFile(f"/cases/{name}", content, hashlib.sha256(content).hexdigest())
    reading = clean(read(source))
    identity = identify(reading, source)
    document = Document(identity, cut(reading, identity), reading.format)
    return digests_of(document, reading), reading.text


def stands_in(words: str, place: str) -> bool:
    """Whether a place shows the words, in order, with nothing but blanks, markup and comments beside them."""
    letters = iter(place)
    return all(c in letters for c in words if not c.isspace()) and place[:1] == words.lstrip()[:1]


def misplaced(digest: Digest, text: str) -> list[str]:
    """The evidence of a digest that does not point at what it says, and passages without their words in the text."""
    wrong = []
    places: dict[str, list[str]] = {}
    for e in digest.evidence:
        if e.origin == "text" and e.start is not None and e.end is not None:
            places.setdefault(e.field, []).append(text[e.start : e.end])
            if not stands_in(e.surface, text[e.start : e.end]):
                wrong.append(
                    f"{digest.title}: {e.field} {e.surface[:40]!r} is not {text[e.start : e.end][:40]!r}"
                )
    stated = {e.field for e in digest.evidence if e.origin == "metadata"}
    for field in PASSAGES:
        passage = getattr(digest, field)
        if passage and field not in stated and not stands_in(passage, "\n".join(places.get(field, ()))):
            wrong.append(f"{digest.title}: the words of {field} do not stand at its places")
    return wrong
