"""Files, folders and archives become candidates for reading; what is left out is named with its reason."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import UnreadableError
from corpus.ids import checksum
from corpus.model import SourceFile
from corpus.notes import Note
from ingest.archives import Member, members, unpack_member
from ingest.companions import Known, classify, is_hidden

LARGEST_FILE = 200 * 1024 * 1024
"""Bytes of a file that is still read, unless a caller says otherwise."""

_LARGEST_TABLE = 20_000_000
_NO_FILE = Note("not a regular file (a socket, pipe or device)", code="skipped_no_file")
_HIDDEN = Note("a hidden file or folder", code="skipped_hidden")
_SYSTEM = Note("a file of the operating system", code="skipped_system")
_EMPTY_FOLDER = Note("an empty folder", code="skipped_empty_folder")
_EMPTY_ARCHIVE = Note("an empty archive", code="skipped_empty_archive")
_FOLDER_LINK = Note("a link to a folder; give the folder itself to read it", code="skipped_folder_link")
_OUTER_LINK = Note(
    "a link to a file outside of the folder; give the file itself to read it", code="skipped_outer_link"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a document.

    Attributes:
        location: where it is, as people see it: the absolute path with ``/``; ``archive.zip!/inner/name`` inside an
            archive; the name of an upload. The same file has the same location however it was named.
        size: in bytes.
        path: the file, or the archive that holds it; ``None`` for an upload.
        member: its place in the archive, or ``None``.
        content: the bytes of an upload, or of a file of an uploaded archive.
        companions: the files that describe it.
    """

    location: str
    size: int
    path: Path | None = None
    member: Member | None = None
    content: bytes | None = field(default=None, repr=False)
    companions: tuple[Candidate, ...] = ()

    @property
    def name(self) -> str:
        """The last part of the location."""
        return self.location.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file or folder that is no document, and why."""

    location: str
    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A path that cannot be read, and the error that says why and what to do."""

    location: str
    error: UnreadableError


@dataclass(frozen=True, slots=True)
class Discovery:
    """What was found under the given paths, in a fixed order."""

    candidates: tuple[Candidate, ...]
    skipped: tuple[Skipped, ...]
    failed: tuple[Failed, ...]


def discover(paths: Sequence[Path]) -> Discovery:
    """Find the documents in files, folders and zip archives; never raises for what it meets there.

    Folders are walked in the order of names. Links to folders inside of a folder are not followed. A file that a
    caller names himself is a candidate whatever it is called.
    """
    search = _Search()
    for path in paths:
        search.root(path)
    return search.result()


def from_upload(name: str, content: bytes) -> Discovery:
    """The documents of an uploaded file, which may be a zip archive of many.

    Two uploads of one name may be two documents, so their locations carry a part of their checksum: what is uploaded
    never takes the place of something else.
    """
    search = _Search()
    plain = unicodedata.normalize("NFC", name.replace("\\", "/").rsplit("/", 1)[-1]) or "upload"
    location = f"upload/{checksum(content)[:8]}/{plain}"
    whole = Candidate(location, len(content), content=content)
    search.given(whole)
    return search.result()


def load(candidate: Candidate, largest: int = LARGEST_FILE) -> SourceFile:
    """Read the bytes of a candidate and of its companions.

    Raises:
        UnreadableError: if the file is too large, has vanished, may not be read, or is damaged in its archive.
    """
    content = _bytes(candidate, largest)
    companions = {companion.name: _bytes(companion, largest) for companion in candidate.companions}
    return SourceFile(candidate.location, content, checksum(content), companions)


def _bytes(candidate: Candidate, largest: int) -> bytes:
    _check_size(candidate.location, candidate.size, largest)
    if candidate.content is not None:
        return candidate.content
    if candidate.path is None:
        raise UnreadableError(
            f"{candidate.location}: nothing is known of this file.", "Find it again.", code="lost"
        )
    if candidate.member is not None:
        return unpack_member(candidate.location, candidate.path, candidate.member)
    try:
        with candidate.path.open("rb") as stream:
            _check_size(candidate.location, os.fstat(stream.fileno()).st_size, largest)
            content = stream.read(largest + 1)
    except OSError as error:
        raise _unreadable(candidate.location, error) from None
    _check_size(candidate.location, len(content), largest)
    return content


def _check_size(location: str, size: int, largest: int) -> None:
    if size > largest:
        raise UnreadableError(
            f"{location}: the file has {size / 1024**2:,.1f} MiB; at most {largest / 1024**2:,.1f} MiB are read.",
            "Split it, or save it without its pictures.",
            code="too_large",
            size=size / 1024**2,
            limit=largest / 1024**2,
        )


class _Search:
    """Collects what is found; each location counts once."""

    def __init__(self) -> None:
        self._candidates: dict[str, Candidate] = {}
        self._skipped: dict[str, Skipped] = {}
        self._failed: dict[str, Failed] = {}

    def result(self) -> Discovery:
        return Discovery(
            tuple(self._candidates.values()), tuple(self._skipped.values()), tuple(self._failed.values())
        )

    def root(self, path: Path) -> None:
        """A path as a caller gave it."""
        absolute = absolute_path(path)
        location = _location(absolute)
        try:
            status = absolute.stat()
        except OSError as error:
            self._fail(location, _unreadable(location, error))
            return
        if stat.S_ISDIR(status.st_mode):
            self._folder(absolute)
        elif stat.S_ISREG(status.st_mode):
            self.given(Candidate(location, status.st_size, absolute))
        else:
            self._skip(location, _NO_FILE)

    def given(self, candidate: Candidate) -> None:
        """A file that is a candidate whatever it is called; companions beside it are taken along."""
        if _is_zip(candidate):
            self._archive(candidate)
            return
        beside: list[Candidate] = []
        if candidate.path is not None:
            beside = [
                found for found in self._beside(candidate.path.parent) if found.location != candidate.location
            ]
        known = classify([_known(candidate), *map(_known, beside)], lambda _: b"")
        by_location = {found.location: found for found in beside}
        companions = tuple(by_location[place] for place in known.companions.get(candidate.location, ()))
        self._add(_with(candidate, companions))

    def _beside(self, folder: Path) -> list[Candidate]:
        """Regular files in a folder; nothing where it may not be listed."""
        try:
            with os.scandir(folder) as entries:
                files = sorted((entry.name for entry in entries if os.path.isfile(entry.path)), key=_order)
        except OSError:
            return []
        return [
            Candidate(_location(folder / name), 0, folder / name) for name in files if not is_hidden(name)
        ]

    def _folder(self, root: Path) -> None:
        found = list(self._walk(root))
        prefix = len(_location(root).rstrip("/")) + 1
        self._classified(found, prefix)

    def _walk(self, root: Path) -> Iterator[Candidate]:
        """The regular files below a folder, in the order of names; no link to a folder is followed."""
        todo = [root]
        while todo:
            folder = todo.pop()
            try:
                with os.scandir(folder) as listing:
                    entries = sorted(listing, key=lambda entry: _order(entry.name))
            except OSError as error:
                self._fail(_location(folder), _unreadable(_location(folder), error, folder=True))
                continue
            if not entries:
                self._skip(_location(folder), _EMPTY_FOLDER)
            folders: list[Path] = []
            for entry in entries:
                path = folder / entry.name
                if (reason := self._reason(entry, root)) is not None:
                    self._skip(_location(path), reason)
                elif entry.is_dir(follow_symlinks=False):
                    folders.append(path)
                else:
                    yield from self._file(path)
            todo.extend(reversed(folders))

    def _file(self, path: Path) -> Iterator[Candidate]:
        try:
            status = path.stat()
        except OSError as error:
            self._fail(_location(path), _unreadable(_location(path), error))
            return
        if stat.S_ISREG(status.st_mode):
            yield Candidate(_location(path), status.st_size, path)
        else:
            self._skip(_location(path), _NO_FILE)

    @staticmethod
    def _reason(entry: os.DirEntry[str], root: Path) -> str | None:
        if is_hidden(entry.name):
            return _HIDDEN if entry.name.startswith(".") else _SYSTEM
        if entry.is_symlink() and os.path.isdir(entry.path):
            return _FOLDER_LINK
        if entry.is_symlink() and os.path.isfile(entry.path) and not _below(Path(entry.path), root):
            # A folder from elsewhere must not make its reader's private files part of the base.
            return _OUTER_LINK
        return None

    def _classified(self, found: list[Candidate], prefix: int) -> None:
        """Sort files into documents, companions, readmes and manifests."""
        by_location = {candidate.location: candidate for candidate in found}
        known = classify(
            [_known(candidate, prefix) for candidate in found], lambda place: _head(by_location[place])
        )
        for location, reason in known.skipped.items():
            self._skip(location, reason)
        taken = {place for places in known.companions.values() for place in places}
        for candidate in found:
            if candidate.location in known.skipped or candidate.location in taken:
                continue
            companions = tuple(by_location[place] for place in known.companions.get(candidate.location, ()))
            if _is_zip(candidate):
                self._archive(candidate)
            else:
                self._add(_with(candidate, companions))

    def _archive(self, archive: Candidate) -> None:
        listing = members(archive.location, archive.path or archive.content or b"")
        for location, error in listing.failed:
            self._fail(location, error)
        found = [self._member(archive, member) for member in listing.members]
        hidden = {
            candidate.location for candidate in found if any(map(is_hidden, _inner(candidate).split("/")))
        }
        for location in sorted(hidden):
            self._skip(location, _HIDDEN)
        self._classified(
            [candidate for candidate in found if candidate.location not in hidden], len(archive.location) + 2
        )
        if not listing.members and not listing.failed:
            self._skip(archive.location, _EMPTY_ARCHIVE)

    @staticmethod
    def _member(archive: Candidate, member: Member) -> Candidate:
        """A file of an archive; one of an uploaded archive keeps its own bytes rather than all of the archive's."""
        if archive.content is None:
            return Candidate(member.location, member.size, archive.path, member)
        content = unpack_member(member.location, archive.content, member)
        return Candidate(member.location, member.size, content=content)

    def _add(self, candidate: Candidate) -> None:
        self._candidates.setdefault(candidate.location, candidate)

    def _skip(self, location: str, reason: str) -> None:
        self._skipped.setdefault(location, Skipped(location, reason))

    def _fail(self, location: str, error: UnreadableError) -> None:
        self._failed.setdefault(location, Failed(location, error))


def absolute_path(path: Path) -> Path:
    """The path by which a file is known: absolute, its folder without links, its own name as it is."""
    whole = Path(os.path.abspath(path))
    if not whole.name:
        return whole
    return Path(os.path.realpath(whole.parent)) / whole.name


def _below(link: Path, root: Path) -> bool:
    """Whether what a link leads to lies in a folder."""
    return Path(os.path.realpath(link)).is_relative_to(os.path.realpath(root))


def _location(path: Path) -> str:
    # A name in bytes that are no characters is shown with replacements; it is still opened by its own path.
    shown = path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", shown)


def _order(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _inner(candidate: Candidate) -> str:
    return candidate.location.rpartition("!/")[2]


def _is_zip(candidate: Candidate) -> bool:
    if not candidate.name.lower().endswith(".zip") or candidate.member is not None:
        return False
    return not _head(candidate) or _head(candidate).startswith(b"PK")


def _head(candidate: Candidate, size: int = 65_536) -> bytes:
    """The first bytes of a file, as far as it can be read."""
    if candidate.content is not None or candidate.path is None:
        return (candidate.content or b"")[:size]
    try:
        if candidate.member is not None:
            small = candidate.size <= _LARGEST_TABLE
            return (
                unpack_member(candidate.location, candidate.path, candidate.member)[:size] if small else b""
            )
        with candidate.path.open("rb") as stream:
            return stream.read(size)
    except (OSError, UnreadableError):
        return b""


def _known(candidate: Candidate, prefix: int = 0) -> Known:
    place = candidate.location[prefix:] if prefix else candidate.name
    return Known(candidate.location, place)


def _with(candidate: Candidate, companions: tuple[Candidate, ...]) -> Candidate:
    return Candidate(
        candidate.location, candidate.size, candidate.path, candidate.member, candidate.content, companions
    )


def _unreadable(location: str, error: OSError, folder: bool = False) -> UnreadableError:
    kind = "folder" if folder else "file"
    if isinstance(error, FileNotFoundError):
        return UnreadableError(
            f"{location}: there is no such file or folder.", "Check the path.", code="not_there"
        )
    if isinstance(error, PermissionError):
        return UnreadableError(
            f"{location}: you have no right to read this {kind}.",
            "Give yourself the right to read it, or run the command as somebody who has it.",
            code="no_right",
        )
    reason = error.strerror or str(error)
    return UnreadableError(
        f"{location}: the {kind} cannot be read ({reason}).", "Check the disk.", code="disk", reason=reason
    )
