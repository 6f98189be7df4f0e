"""Options that several commands share, and what they come to."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.base import Base
from corpus.access import Access
from corpus.errors import UsageError
from corpus.model import Kind
from corpus.settings import Settings

Home = Annotated[
    Path | None,
    typer.Option(
        "--home", help="Folder of the catalogue and the embedded index (or ZHIKU_HOME).", show_default=False
    ),
]
Json = Annotated[
    bool, typer.Option("--json", help="Print JSON Lines on standard output and nothing else there.")
]
KindOption = Annotated[
    str | None,
    typer.Option("--kind", help="Only documents of this kind, such as law or judicial_interpretation."),
]


def open_base(home: Path | None, patience: float = 10.0) -> Base:
    """The base that the options and the environment name; see ``Base`` for ``patience``.

    Raises:
        UsageError: if a setting cannot be read.
    """
    return Base(Settings.read(os.environ, home), patience)


def reader(base: Base) -> Access:
    """What the one at the command line may see: all, unless ``ZHIKU_ACCESS`` says less. It is their base."""
    return base.settings.access or Access.everything()


def day(value: str | None, option: str) -> date | None:
    """A day in ISO 8601.

    Raises:
        UsageError: if it is none.
    """
    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{option} {value!r} is no date.", "Write it as 2021-06-01.") from None


def kind(value: str | None) -> Kind | None:
    """A kind by its name.

    Raises:
        UsageError: if there is none of that name; the message lists them.
    """
    if value is None:
        return None
    try:
        return Kind(value)
    except ValueError:
        raise UsageError(f"There is no kind {value!r}.", f"Kinds are: {', '.join(Kind)}.") from None
