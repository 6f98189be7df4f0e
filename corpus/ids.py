"""Readable, deterministic ids: ``cn/专利法``, ``cn/专利法@2020-10-17``, ``cn/专利法@2020-10-17#71``."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import date

from corpus.access import PUBLIC

_STATE_PREFIX = re.compile(r"^中华人民共和国(?=.)")
_SEPARATORS = re.compile(r"[^\w]+", re.UNICODE)
_LONGEST_SLUG = 80


def slug(title: str) -> str:
    """A title as it stands in an id: letters and digits of any script, the rest as single hyphens.

    The name of the state before a Chinese law is left out, as people cite it. A title longer than 80 characters is
    cut and closed with six characters of its checksum, so that two long titles never share an id.
    """
    plain = _STATE_PREFIX.sub("", unicodedata.normalize("NFKC", title).strip())
    joined = _SEPARATORS.sub("-", plain.replace("_", " ")).strip("-").lower()
    if not joined:
        return checksum(title.encode())[:8]
    if len(joined) <= _LONGEST_SLUG:
        return joined
    return f"{joined[: _LONGEST_SLUG - 7].rstrip('-')}-{checksum(title.encode())[:6]}"


def work_id(jurisdiction: str, title: str) -> str:
    """The id of a work: jurisdiction and slug of its title."""
    return f"{jurisdiction.lower()}/{slug(title)}"


def version_id(
    work: str, version_on: date | None, text_checksum: str, access: str, language: str | None = None
) -> str:
    """The id of a version: its work and the day that names it, or eight characters of its text's checksum.

    A version in another language than the main one of its jurisdiction carries that (``~fr``).

    Ids of documents that are not public carry their label, so that the ids of public ones never depend on what
    stands beside them.
    """
    day = version_on.isoformat() if version_on else text_checksum[:8]
    day = f"{day}~{language.lower()}" if language else day
    return f"{work}@{day}" if access == PUBLIC else f"{work}@{day}~{_label_slug(access)}"


def _label_slug(label: str) -> str:
    """A label as it stands in an id; two labels never share one."""
    plain = slug(label)
    return plain if plain == label else f"{plain}-{checksum(label.encode())[:6]}"


def variant_id(version: str, text_checksum: str) -> str:
    """The id of a text that differs from another copy of the same version."""
    return f"{version}~{text_checksum[:6]}"


def provision_id(version: str, fragment: str) -> str:
    """The id of a provision."""
    return f"{version}#{fragment}"


def split_provision_id(identifier: str) -> tuple[str, str | None]:
    """The version and the fragment of an id; the fragment is ``None`` for a version's own id."""
    version, mark, fragment = identifier.partition("#")
    return version, fragment if mark and fragment else None


def checksum(content: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(content).hexdigest()
