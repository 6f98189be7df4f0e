"""Bytes become characters: which character set a text is in, judged by its content."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from corpus.errors import UnreadableError
from corpus.notes import Note

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_PAIRS = re.compile(rb"[\x80-\xff]{2,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_LETTERS = re.compile(r"[^\W\d_]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CUT_TAIL = 3
_MOST_REPLACED = 0.002
_SAMPLE = 400_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters with the name of their character set and what a person should know of the decoding."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(location: str, content: bytes, declared: str | None = None) -> Decoded:
    """The characters of a text file.

    A byte order mark goes first, then utf-8 (a character cut off at the end is left out with a warning), then what
    the file declares of itself, then GB 18030, Big5 where plainly so, and windows-1252 for Latin text with a few
    accents. A mark at the beginning is no part of the text.

    Raises:
        UnreadableError: if no character set fits.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _tolerant(location, content[len(mark) :], name)
    if (plain := _utf8(content)) is not None:
        return plain
    if _looks_binary(content):
        raise UnreadableError(
            f"{location}: this is no text file.",
            "Save it as text in UTF-8, or as docx or pdf.",
            code="no_text_file",
        )
    for candidate in (
        _declared(content, declared),
        _chinese(content),
        _mended_utf8(content),
        _western(content),
    ):
        if candidate is not None:
            return candidate
    raise UnreadableError(
        f"{location}: the character set is unknown; it is not UTF-8, GB 18030, Big5 or UTF-16.",
        "Open it in an editor that shows it correctly and save it as UTF-8.",
        code="encoding_unknown",
    )


def normalise_lines(text: str) -> str:
    """The same text with a line feed at the end of each line, whatever stood there."""
    return _LINE_ENDS.sub("\n", text)


def _looks_binary(content: bytes) -> bool:
    sample = content[:65536]
    return len(_CONTROLS.findall(sample)) * 50 > len(sample)


def _utf8(content: bytes) -> Decoded | None:
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        cut_at = error.start
        at_end = len(content) - cut_at <= _CUT_TAIL and error.reason == "unexpected end of data"
    if not at_end or not cut_at:
        return None
    warning = Note(
        "the file breaks off inside its last character; that character was left out", code="breaks_off"
    )
    return Decoded(content[:cut_at].decode("utf-8"), "utf-8", (warning,))


def _tolerant(location: str, content: bytes, name: str) -> Decoded:
    try:
        return Decoded(content.decode(name), name)
    except UnicodeDecodeError:
        text = content.decode(name, errors="replace")
    replaced = text.count("\ufffd")
    if replaced > 1 + len(text) * _MOST_REPLACED:
        raise UnreadableError(
            f"{location}: the file says that it is {name}, but its bytes are not.",
            "Open it in an editor that shows it correctly and save it as UTF-8.",
            code="encoding_wrong",
            name=name,
        )
    warning = Note(f"{replaced} broken characters were replaced", code="replaced", count=replaced)
    return Decoded(text, name, (warning,))


def _declared(content: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    name = (
        "gb18030" if declared.lower().replace("-", "") in ("gb2312", "gbk", "gb18030") else declared.lower()
    )
    try:
        return Decoded(content.decode(name), codecs.lookup(name).name)
    except (LookupError, UnicodeDecodeError):
        return None


def _chinese(content: bytes) -> Decoded | None:
    mainland, taiwan = _strict(content, "gb18030"), _strict(content, "big5")
    share, other = _common(mainland, "gb2312", b"\xb0", b"\xd7"), _common(taiwan, "big5", b"\xa4", b"\xc6")
    if taiwan is not None and other > 0.9 and share < 0.75:
        return Decoded(taiwan, "big5")
    if mainland is not None and share > 0.5:
        return Decoded(mainland, "gb18030")
    return None


def _strict(content: bytes, name: str) -> str | None:
    for cut in range(_CUT_TAIL + 1):
        try:
            return content[: len(content) - cut].decode(name)
        except UnicodeDecodeError as error:
            if error.start < len(content) - cut - _CUT_TAIL:
                return None
    return None


def _common(text: str | None, name: str, first: bytes, last: bytes) -> float:
    """The share of everyday characters among the Han characters: wrong character sets give rare ones."""
    if text is None:
        return 0.0
    sample = text[:_SAMPLE]
    han = _HAN.findall(sample)
    if not han or len(han) * 5 < len(_LETTERS.findall(sample)):
        return 0.0
    everyday = sum(1 for character in han if first <= character.encode(name, errors="replace")[:1] <= last)
    return everyday / len(han)


def _mended_utf8(content: bytes) -> Decoded | None:
    text = content.decode("utf-8", errors="replace")
    replaced = text.count("\ufffd") - content.count("\ufffd".encode())
    if replaced > 1 + len(text) * _MOST_REPLACED or not _HIGH_PAIRS.search(content):
        return None
    return Decoded(text, "utf-8", (f"{replaced} broken characters were replaced",))


def _western(content: bytes) -> Decoded | None:
    high = len(_HIGH.findall(content))
    paired = sum(len(run) for run in _HIGH_PAIRS.findall(content))
    if high * 5 > len(content) or paired * 4 > high:
        return None
    try:
        text = content.decode("windows-1252")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "windows-1252", ("the character set is not stated; it was read as windows-1252",))
