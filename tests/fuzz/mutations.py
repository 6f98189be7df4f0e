"""Ways to break a file. Each takes a source of chance and the bytes, and gives other bytes."""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Mapping

from tests.fuzz.originals import File, nested, originals, parts
from tests.ingest.read.builders import zipped

Mutation = Callable[[random.Random, bytes], bytes]

_LARGEST = 3_000_000
_ENCODINGS = (
    "utf-8",
    "gb18030",
    "big5",
    "utf-16",
    "utf-16-be",
    "utf-8-sig",
    "latin-1",
    "shift_jis",
    "euc-kr",
)
_UNITS = (
    "第一条", "（一）", "（", "《", "“", "1.1.", "    ", "\n", "<div>", "<p>", "[", "{\"a\":", "&a;", "<!--", "第一条　甲\n", "| a ",
    "0", "甲", "§ 1 ", "\0", "\ufeff", "]]>", "<a>", "</w:p>", "{\\b ", "--part\n", "---\n", "#", "* ", "\"", "'", "\\", "\u202e",
)  # fmt: skip
_SUFFIXES = (
    "txt", "md", "html", "docx", "doc", "pdf", "json", "jsonl", "xml", "csv", "yaml", "rtf", "odt", "epub", "pptx",
    "xlsx", "eml", "mht", "png", "zip", "", "exe",
)  # fmt: skip
_CENTRAL = b"PK\x01\x02"


def _place(chance: random.Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + int(chance.paretovariate(0.4)))


def flipped(chance: random.Random, content: bytes) -> bytes:
    changed = bytearray(content)
    for _ in range(min(int(chance.paretovariate(0.6)), 500) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(chance: random.Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def dropped(chance: random.Random, content: bytes) -> bytes:
    start, end = _place(chance, content)
    return content[:start] + content[end:]


def doubled(chance: random.Random, content: bytes) -> bytes:
    start, end = _place(chance, content)
    return content[:end] + content[start:end] * chance.choice((1, 1, 1, 5, 100)) + content[end:]


def swapped(chance: random.Random, content: bytes) -> bytes:
    a, b, c = sorted(chance.randrange(len(content) + 1) for _ in range(3))
    return content[:a] + content[b:c] + content[a:b] + content[c:]


def noise(chance: random.Random, content: bytes) -> bytes:
    start, end = _place(chance, content)
    return content[:start] + chance.randbytes(min(int(chance.paretovariate(0.5)), 5_000)) + content[end:]


def encoded(chance: random.Random, content: bytes) -> bytes:
    """The text in another character set, or read in a wrong one and written anew."""
    read, write = chance.choice(_ENCODINGS), chance.choice(_ENCODINGS)
    return content.decode(read if chance.random() < 0.4 else "utf-8", "replace").encode(write, "replace")


def marked(chance: random.Random, content: bytes) -> bytes:
    return chance.choice((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\xff\xfe\0\0", b"\0")) + content


def runs(chance: random.Random, content: bytes) -> bytes:
    """A long run of something that rules look for."""
    unit = chance.choice(_UNITS).encode()
    start, _ = _place(chance, content)
    return content[:start] + unit * chance.choice((10, 300, 5_000, 20_000)) + content[start:]


def tags(chance: random.Random, content: bytes) -> bytes:
    """Signs of markup left out, doubled or exchanged."""
    changed = bytearray(content)
    places = [place for place, byte in enumerate(changed) if byte in b'<>{}[]"&/=:|-#\\']
    for place in sorted(chance.sample(places, min(len(places), chance.choice((1, 2, 5, 30)))), reverse=True):
        changed[place : place + 1] = chance.choice(
            (b"", b"<", b">", b'"', b"{", b"]", changed[place : place + 1] * 2)
        )
    return bytes(changed)


def lying(chance: random.Random, content: bytes) -> bytes:
    """A zip archive whose directory lies about sizes, methods, flags or places."""
    changed = bytearray(content)
    place = -1
    places = []
    while (place := changed.find(_CENTRAL, place + 1)) >= 0:
        places.append(place)
    for place in chance.sample(places, min(len(places), chance.choice((1, 1, 3)))):
        offset, form = chance.choice(
            ((8, "<H"), (10, "<H"), (16, "<I"), (20, "<I"), (24, "<I"), (28, "<H"), (42, "<I"))
        )
        size = struct.calcsize(form)
        if place + offset + size <= len(changed):
            value = chance.choice((0, 1, 9, 0x7FFF, 0xFFFF, chance.randrange(1 << 16)))
            value = chance.choice((value, 0xFFFFFFFF, chance.randrange(1 << 31))) if size == 4 else value
            struct.pack_into(form, changed, place + offset, value)
    return bytes(changed)


BYTES: Mapping[str, Mutation] = {
    "flipped": flipped,
    "cut": cut,
    "dropped": dropped,
    "doubled": doubled,
    "swapped": swapped,
    "noise": noise,
    "encoded": encoded,
    "marked": marked,
    "runs": runs,
    "tags": tags,
}


def within(chance: random.Random, content: bytes) -> bytes:
    """A zip archive with a part of it broken and packed again."""
    try:
        held = parts(content)
    except Exception:
        return flipped(chance, content)
    name = chance.choice(sorted(held)) if held else ""
    if name:
        held[name] = BYTES[chance.choice(sorted(BYTES))](chance, held[name])[:_LARGEST]
    if chance.random() < 0.2 and name:
        held[chance.choice(("../../a.txt", "/etc/a.txt", "a\\..\\b.md", "CON", name + "\0"))] = held.pop(name)
    return zipped({part.replace("\0", ""): data for part, data in held.items()})


PACKED: Mapping[str, Mutation] = {"within": within, "lying": lying}


def broken(corpora_files: tuple[File, ...], seed: int) -> tuple[File, str]:
    """The file of a seed, and how it was made."""
    chance = random.Random(seed)
    # Formats count alike, however many files of each there are.
    suffix = chance.choice(sorted({file.suffix for file in corpora_files}))
    file = chance.choice([file for file in corpora_files if file.suffix == suffix])
    content = file.content
    made = [file.name]
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        packed = content[:2] == b"PK" and chance.random() < 0.7
        kinds = PACKED if packed else BYTES
        name = chance.choice(sorted(kinds))
        mutation = kinds[name]
        content = mutation(chance, content)[:_LARGEST]
        made.append(name)
    name = f"{seed}.{suffix}"
    if chance.random() < 0.12:
        name = f"{seed}.{chance.choice(_SUFFIXES)}".rstrip(".")
        made.append(f"named {name}")
    if chance.random() < 0.08:
        content = nested({name: content}, chance.choice((1, 2, 3)))
        name = f"{name}.zip"
        made.append("zipped")
    return File(name, content), " ".join(made)


def broken_file(seed: int) -> tuple[File, str]:
    """The same, out of all originals that are there."""
    from tests.fuzz.originals import corpora_folder

    return broken(originals(corpora_folder()), seed)
