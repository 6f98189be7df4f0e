"""Documents of our own, one of every kind, that fill an empty base: each is marked 示例 in its title and its text.

They live in the package, so that they are there wherever it is installed, and are read like any other files.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

FOLDERS = ("regulations", "policies", "minutes", "cases", "treaties")
"""One folder for each sort of document."""


@contextmanager
def folder() -> Iterator[Path]:
    """The samples as a folder on the disk, for as long as the context lasts; not to be written into."""
    with as_file(files(__name__)) as path:
        yield path


def documents(root: Path) -> list[Path]:
    """The sample documents under ``root`` (what ``folder`` gives), in a fixed order."""
    return [
        file for name in FOLDERS for file in sorted((root / name).iterdir()) if not file.name.startswith(".")
    ]
