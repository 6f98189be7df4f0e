"""Zip archives, opened with care: everything is checked before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

from corpus.errors import UnreadableError

_MOST_ENTRIES = 20_000
_LARGEST_TOTAL = 1_000_000_000
_HIGHEST_RATIO = 300
_SMALL = 1_000_000
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    EOFError,
    zlib.error,
)
"""What the standard library raises for damaged archives."""


def open_zip(location: str, content: bytes | Path, largest_total: int = _LARGEST_TOTAL) -> zipfile.ZipFile:
    """An archive, from its bytes or its file, whose directory has been checked; the caller closes it.

    Raises:
        UnreadableError: if it is damaged, is protected by a password, or would unpack to something enormous.
    """
    try:
        size = content.stat().st_size if isinstance(content, Path) else len(content)
        archive = zipfile.ZipFile(content if isinstance(content, Path) else io.BytesIO(content))
    except PermissionError:
        raise UnreadableError(
            f"{location}: you have no right to read this file.",
            "Give yourself the right to read it.",
            code="no_right",
        ) from None
    except BROKEN as error:
        raise damaged(location, error) from None
    try:
        _check(location, archive, size, largest_total)
    except UnreadableError:
        archive.close()
        raise
    return archive


def _check(location: str, archive: zipfile.ZipFile, size: int, largest_total: int) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise UnreadableError(
            f"{location}: the archive is protected by a password.",
            "Pack it anew without one.",
            code="archive_password",
        )
    if len(entries) > _MOST_ENTRIES:
        raise UnreadableError(
            f"{location}: the archive holds {len(entries):,} files; at most {_MOST_ENTRIES:,} are read.",
            "Split it into smaller archives.",
            code="archive_too_many",
            count=len(entries),
            limit=_MOST_ENTRIES,
        )
    if total > largest_total or (total > _SMALL and total > _HIGHEST_RATIO * max(size, 1)):
        raise UnreadableError(
            f"{location}: the archive of {size:,} bytes would unpack to {total:,} bytes, which is refused.",
            "Unpack it yourself, if you trust it, and give the files.",
            code="archive_too_large",
            size=total / 1024**2,
        )


def unpack(location: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes of an entry, never more than its directory says.

    Raises:
        UnreadableError: if the entry is damaged.
    """
    try:
        with archive.open(entry) as stream:
            return stream.read(entry.file_size + 1)[: entry.file_size]
    except BROKEN as error:
        raise damaged(location, error) from None


def entry_name(entry: zipfile.ZipInfo) -> str:
    """The name of an entry; names that are not marked as UTF-8 come from Chinese systems in GBK more than others."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    for name in ("utf-8", "gb18030"):
        try:
            return raw.decode(name)
        except UnicodeDecodeError:
            continue
    return entry.filename


def damaged(location: str, error: Exception) -> UnreadableError:
    """What to say of an archive that cannot be unpacked."""
    return UnreadableError(
        f"{location}: the file is cut off or damaged ({error}).",
        "Get it again from where it came from, or open it in its program and save it anew.",
        code="damaged",
        reason=str(error),
    )
