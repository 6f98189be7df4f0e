"""Files as they were dropped, and what was found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.discover import Discovery

WORKERS = 1
"""Processes that read the files of a job: one keeps a parser that hangs away from the pages."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was dropped."""

    name: str
    content: bytes = field(repr=False)


def merged(discoveries: Sequence[Discovery]) -> Discovery:
    """What was found in several uploads, as one."""
    return Discovery(
        tuple(candidate for found in discoveries for candidate in found.candidates),
        tuple(skipped for found in discoveries for skipped in found.skipped),
        tuple(failed for found in discoveries for failed in found.failed),
    )
