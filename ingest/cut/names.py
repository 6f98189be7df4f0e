"""Fragments: the readable, unique names of provisions within a version."""

from __future__ import annotations

import re
from collections import Counter

from corpus.model import Level
from ingest.cut.marks import Mark

_CODES = {
    Level.PREAMBLE: "preamble",
    Level.RECITAL: "rec",
    Level.PART: "pt",
    Level.SUBPART: "sp",
    Level.TITLE: "ti",
    Level.CHAPTER: "ch",
    Level.SECTION: "s",
    Level.DIVISION: "d",
    Level.ANNEX: "annex",
    Level.SUPPLEMENT: "supp",
    Level.PARAGRAPH: "par",
    Level.BODY: "p",
    Level.TABLE: "t",
    Level.FOOTNOTE: "fn",
}
_COUNTED_THROUGH = frozenset({Level.BODY, Level.TABLE, Level.FOOTNOTE})
_SINGLE = frozenset({"head", "toc", "preamble", "closing", "general", "special", "final"})
_UNSAFE = re.compile(r"[^\w.\-*]+")


class Namer:
    """Gives each provision of one version its fragment."""

    def __init__(self) -> None:
        self._given: Counter[str] = Counter()
        self._counts: Counter[tuple[str, str]] = Counter()

    def name(self, mark: Mark, parent: str | None, prefix: str) -> str:
        """The fragment of a unit below ``parent``; ``prefix`` is the fragment of the scope around it."""
        if mark.is_article or mark.level in {Level.RECITAL, Level.PARAGRAPH}:
            code = _CODES.get(mark.level, "")
            return self._unique(_joined(prefix, f"{code}{_safe(mark.number or '')}"))
        code = mark.prefix or _CODES[mark.level]
        if code in _SINGLE:
            return self._unique(_joined(prefix, code))
        base = prefix if mark.level in _COUNTED_THROUGH or mark.scope else (parent or "")
        base = "" if base == "head" else base
        number = mark.number
        if number is None and not (mark.scope and len(code) == 2):
            self._counts[base, code] += 1
            number = str(self._counts[base, code])
        return self._unique(_joined(base, f"{code}{_safe(number or '')}"))

    def below(self, parent: str, name: str) -> str:
        """The fragment of a part of an article."""
        return self._unique(_joined(parent, _safe(name)))

    def _unique(self, fragment: str) -> str:
        self._given[fragment] += 1
        times = self._given[fragment]
        if times == 1:
            return fragment
        return self._unique(f"{fragment}~{times}")


def _joined(base: str, name: str) -> str:
    return f"{base}.{name}" if base else name


def _safe(number: str) -> str:
    return _UNSAFE.sub("", number)
