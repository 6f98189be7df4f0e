"""How text becomes tokens: one analysis for both engines, for queries, for highlights and for suggestions.

Every character is folded by itself (width, case, diacritics, traditional to simplified), so offsets survive. Chinese,
Japanese and Korean characters become unigrams with the overlapping bigram between each two of them; other scripts
become words. The tokens of a text stand in one stream, each at its own position::

    恢复原状，§ 6bis        恢 恢复 复 复原 原 原状 状 | | 6bis

Punctuation takes two positions that no token holds (marked ``|``), so that no phrase runs across it; one position would
look like the link of two characters. Spaces and line breaks end no run of Chinese characters: a phrase that the source
breaks over two lines is still found. Parts
joined by a hyphen, dot or slash are words side by side; where a digit is involved, the pair is linked like two Chinese
characters (``2001/29`` is ``2001 2001-29 29``), so that a search for the pair does not find its parts far apart.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from operator import add

MARK = "|"
"""Stands in a stream for a position without a token; never part of a token."""

GAP = f"{MARK} {MARK}"
"""Punctuation in a stream."""

BREAK = f" {GAP} {GAP} "
"""Between two texts of one field: wider than punctuation, so that no phrase at all spans it."""

_REVISION = 1  # raise whenever the same text gives other tokens than before

_GAP_WIDTH = 2  # positions
_LONGEST_WORD = 64
_CJK = (
    r"\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf"
    r"\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
_CHARACTER = re.compile(f"[{_CJK}]")
_LETTER = rf"[^\W_{_CJK}]"
_PIECES = re.compile(
    rf"([{_CJK}](?:\s*+[{_CJK}])*+)"
    rf"|({_LETTER}++(?:[-\u2010\u2013./'’&_]{_LETTER}++)*+)"
    rf"|((?:[^\w\s{_CJK}]|_)(?:[^\w{_CJK}]|_)*+)"
)
_HAS_DIGIT = re.compile(r"\d")
_PARTS = re.compile(rf"({_LETTER}++)([-\u2010\u2013./'’&_]?)")
_LINKS = frozenset("-\u2010\u2013./")
# A base with marks after it, and Korean letters that make a syllable: they are composed before they are folded.
_CLUSTER = re.compile(r"[^\s\u0300-\u036f][\u0300-\u036f\u3099\u309a\uff9e\uff9f]+|[\u1100-\u11ff]{2,3}")
_UNDECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th"}
)


@cache
def _simplified() -> dict[str, str]:
    """Traditional to simplified, one character to one character, from OpenCC's dictionary."""
    content = (files("opencc") / "dictionary" / "TSCharacters.txt").read_text(encoding="utf-8")
    pairs: dict[str, str] = {}
    for line in content.splitlines():
        traditional, _, candidates = line.partition("\t")
        first = candidates.split(" ")[0].strip()
        if len(traditional) == len(first) == 1:
            pairs[traditional] = first
    return pairs


class _Folding(dict[int, str]):
    """Code point to folded text, filled as characters turn up (``str.translate`` asks it)."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""  # soft hyphens, joiners, byte order marks: not there for the eye either
    if category == "Cs":
        return "\ufffd"
    compatible = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", character).casefold())
    return "".join(_fold_compatible(part) for part in compatible)


def _fold_compatible(character: str) -> str:
    if "\u0300" <= character <= "\u036f" or character in "\u3099\u309a":
        return ""
    base = unicodedata.normalize("NFD", character)[0]
    if base != character and base < "\u0530":
        return base
    return _simplified().get(character, character).translate(_UNDECOMPOSED)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Text for comparison: compatibility forms, lower case, without diacritics, simplified characters."""
    return _composed(text).translate(_FOLDING)


def is_character(atom: str) -> bool:
    """Whether an atom is a character of Chinese, Japanese or Korean and no word."""
    return _CHARACTER.fullmatch(atom) is not None


def _composed(text: str) -> str:
    if text.isascii() or not _CLUSTER.search(text):
        return text
    return _CLUSTER.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def stream(text: str) -> str:
    """The tokens of a text in order, separated by spaces, with ``| |`` for punctuation: what engines index."""
    tokens: list[str] = []
    for piece in _PIECES.finditer(fold(text)):
        which = piece.lastindex
        if which == 1:
            run = piece[1]
            if not run.isalnum():  # spaces in it
                run = "".join(run.split())
            tokens += _interleaved(run)
        elif which == 2:
            word = piece[2]
            if word.isalnum() and len(word) <= _LONGEST_WORD:
                tokens.append(word)
            else:
                tokens += (token.text for run_ in _chain(word, 0, 0) for token in run_.tokens)
        else:
            tokens.append(GAP)
    return " ".join(tokens)


def _interleaved(run: str) -> list[str]:
    both = [""] * (2 * len(run) - 1)
    both[::2] = run
    both[1::2] = map(add, run, run[1:])
    return both


short_stream = lru_cache(maxsize=16384)(stream)
"""``stream`` for texts that come again and again: titles, headings, captions."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token with the place ``[start, end)`` in the original text and its position in the stream."""

    text: str
    start: int
    end: int
    position: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters or parts that are linked: atoms at even places of ``tokens``, the links between them at odd ones."""

    tokens: tuple[Token, ...]

    @property
    def atoms(self) -> tuple[Token, ...]:
        """Characters or words."""
        return self.tokens[::2]

    @property
    def terms(self) -> tuple[Token, ...]:
        """What a search for the run as a word asks for: its links, or its only atom."""
        return self.tokens[1::2] or self.tokens

    @property
    def cover(self) -> tuple[Token, ...]:
        """The fewest tokens that, each at its position, say the whole run."""
        links = self.tokens[1::2]
        if not links:
            return self.tokens
        return links[::2] if len(links) % 2 else (*links[::2], links[-1])


def analyse(text: str) -> tuple[Run, ...]:
    """The runs of a text, with offsets into it as it was given; positions leave two out for punctuation."""
    return tuple(iterate(text))


@lru_cache(maxsize=8192)
def analyse_words(text: str) -> tuple[Run, ...]:
    """The runs of words that someone typed: here, other than in a document, a space separates.

    Positions hold within a run only.
    """
    return tuple(run for part in text.split() for run in iterate(part))


def iterate(text: str) -> Iterator[Run]:
    """Like ``analyse``, one run at a time."""
    folded, origins = _fold_with_origins(text)
    position = 0
    for piece in _PIECES.finditer(folded):
        start = piece.start()
        if piece.lastindex == 1:
            found = [_han_run(piece[1], start, position)]
        elif piece.lastindex == 2:
            found = _chain(piece[2], start, position)
        else:
            position += _GAP_WIDTH
            continue
        for run in found:
            position += len(run.tokens)
            yield run if origins is None else _placed(run, origins)


def _han_run(run: str, start: int, position: int) -> Run:
    atoms = [(character, start + index) for index, character in enumerate(run) if not character.isspace()]
    tokens: list[Token] = []
    for index, (character, place) in enumerate(atoms):
        if index:
            before, first = atoms[index - 1]
            tokens.append(Token(before + character, first, place + 1, position + 2 * index - 1))
        tokens.append(Token(character, place, place + 1, position + 2 * index))
    return Run(tuple(tokens))


def _chain(word: str, start: int, position: int) -> list[Run]:
    """The runs of a word with connectors in it: linked where a digit is involved, else side by side."""
    runs: list[Run] = []
    tokens: list[Token] = []
    linked = False
    for part in _PARTS.finditer(word):
        atom = part[1][:_LONGEST_WORD]
        place = (start + part.start(1), start + part.start(1) + len(atom))
        last = tokens[-1] if tokens else None
        if last is not None and linked and (_HAS_DIGIT.search(last.text) or _HAS_DIGIT.search(atom)):
            tokens.append(Token(f"{last.text}-{atom}", last.start, place[1], position))
            position += 1
        elif last is not None:
            runs.append(Run(tuple(tokens)))
            tokens = []
        tokens.append(Token(atom, *place, position))
        position += 1
        linked = part[2] in _LINKS
    runs.append(Run(tuple(tokens)))
    return runs


def _fold_with_origins(text: str) -> tuple[str, list[tuple[int, int]] | None]:
    """The folded text and for each of its characters the span it came from (``None``: each its own place)."""
    clusters = [] if text.isascii() else [match.span() for match in _CLUSTER.finditer(text)]
    folded = text.translate(_FOLDING)
    if not clusters and len(folded) == len(text) and all(len(_FOLDING[ord(each)]) == 1 for each in set(text)):
        return folded, None
    pieces: list[str] = []
    origins: list[tuple[int, int]] = []
    place = 0
    for start, end in [*clusters, (len(text), len(text))]:
        for index in range(place, start):
            pieces.append(_FOLDING[ord(text[index])])
            origins += [(index, index + 1)] * len(pieces[-1])
        pieces.append(fold(text[start:end]))
        origins += [(start, end)] * len(pieces[-1])
        place = end
    return "".join(pieces), origins


def _placed(run: Run, origins: list[tuple[int, int]]) -> Run:
    return Run(
        tuple(
            Token(token.text, origins[token.start][0], origins[token.end - 1][1], token.position)
            for token in run.tokens
        )
    )


@cache
def _fingerprint() -> str:
    digest = hashlib.sha256(str(_REVISION).encode())
    for pair in sorted(_simplified().items()):
        digest.update("".join(pair).encode())
    return digest.hexdigest()[:16]


ANALYSIS_FINGERPRINT = _fingerprint()
"""Changes whenever the same text would give other tokens: stored with every index."""
