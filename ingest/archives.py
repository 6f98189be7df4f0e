"""The files in zip archives: listed and unpacked in memory, never on a disk."""

from __future__ import annotations

import threading
import unicodedata
import zipfile
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from corpus.errors import UnreadableError
from ingest.read.packed import entry_name, open_zip, unpack

_DEEPEST = 1
_KEPT_OPEN = 2


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        location: ``archive.zip!/inner/name``.
        size: unpacked, in bytes.
        chain: its index in the archive, after the index of the archive within the archive where there is one.
    """

    location: str
    size: int
    chain: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of an archive in the order of their names, and what of it cannot be read."""

    members: tuple[Member, ...]
    failed: tuple[tuple[str, UnreadableError], ...]


def members(location: str, archive: Path | bytes) -> Listing:
    """List the files of an archive, and of archives in it one level deep."""
    found: list[Member] = []
    failed: list[tuple[str, UnreadableError]] = []
    _list(location, archive, (), found, failed)
    return Listing(tuple(found), tuple(failed))


def unpack_member(location: str, archive: Path | bytes, member: Member) -> bytes:
    """The bytes of a file in an archive.

    Raises:
        UnreadableError: if the archive or the file in it is damaged.
    """
    return _Opened.unpack(location, archive, member.chain)


def _list(
    location: str,
    archive: Path | bytes,
    chain: tuple[int, ...],
    found: list[Member],
    failed: list[tuple[str, UnreadableError]],
) -> None:
    try:
        opened = open_zip(location, archive)
    except UnreadableError as error:
        failed.append((location, error))
        return
    with opened:
        named = [(_clean(entry_name(entry)), index, entry) for index, entry in enumerate(opened.infolist())]
        for name, index, entry in sorted(named, key=lambda item: (item[0], item[1])):
            inner = f"{location}!/{name}"
            if entry.is_dir():
                continue
            if not _is_safe(name):
                message, cure = f"{inner}: the name leads out of the archive.", "Pack it anew."
                failed.append((inner, UnreadableError(message, cure, code="name_leads_out")))
            elif not name.lower().endswith(".zip"):
                found.append(Member(inner, entry.file_size, (*chain, index)))
            elif len(chain) < _DEEPEST:
                try:
                    content = unpack(inner, opened, entry)
                except UnreadableError as error:
                    failed.append((inner, error))
                else:
                    _list(inner, content, (*chain, index), found, failed)
            else:
                message, cure = f"{inner}: archives are nested too deeply.", "Unpack it first."
                failed.append((inner, UnreadableError(message, cure, code="archive_nested")))


def _clean(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _is_safe(name: str) -> bool:
    return not name.startswith("/") and ".." not in name.split("/") and ":" not in name.split("/")[0]


class _Opened:
    """The archives that were used last stay open, so that a file of a large one is found at once."""

    _lock = threading.Lock()
    # The content is kept with its archive, so that no other content can take its identity meanwhile.
    _archives: ClassVar[OrderedDict[tuple[object, ...], tuple[zipfile.ZipFile, Path | bytes]]] = OrderedDict()

    @classmethod
    def unpack(cls, location: str, archive: Path | bytes, chain: tuple[int, ...]) -> bytes:
        with cls._lock:
            opened = cls._open(location, archive)
            for place in chain[:-1]:
                opened = cls._inside(location, archive, opened, place)
            return unpack(location, opened, opened.infolist()[chain[-1]])

    @classmethod
    def _open(cls, location: str, archive: Path | bytes) -> zipfile.ZipFile:
        return cls._kept(_identity(archive), location, archive)

    @classmethod
    def _inside(
        cls, location: str, archive: Path | bytes, opened: zipfile.ZipFile, place: int
    ) -> zipfile.ZipFile:
        key = (*_identity(archive), place)
        if key in cls._archives:
            return cls._archives[key][0]
        return cls._kept(key, location, unpack(location, opened, opened.infolist()[place]))

    @classmethod
    def _kept(cls, key: tuple[object, ...], location: str, content: Path | bytes) -> zipfile.ZipFile:
        if key not in cls._archives:
            cls._archives[key] = (open_zip(location, content), content)
            while len(cls._archives) > _KEPT_OPEN:
                cls._archives.popitem(last=False)
        cls._archives.move_to_end(key)
        return cls._archives[key][0]


def _identity(archive: Path | bytes) -> tuple[object, ...]:
    if isinstance(archive, bytes):
        return (id(archive), len(archive))
    try:
        status = archive.stat()
    except OSError:
        return (str(archive),)
    return (str(archive), status.st_size, status.st_mtime_ns)
