"""Where things live and which day it is: read once from the environment, passed on as a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus.access import Access, label
from corpus.errors import UsageError

_PREFIX = re.compile(r"[a-z][a-z0-9_-]{0,59}")


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the catalogue and the index live.

    Attributes:
        home: folder of the catalogue (SQLite) and of the embedded index.
        database_url: SQLAlchemy URL of the catalogue.
        elasticsearch_url: address of Elasticsearch, or ``None`` for the embedded engine.
        today: the day that "in force today" means.
        access: what readers may see, from ``ZHIKU_ACCESS`` (labels, separated by commas); ``None`` where it is not
            set: then the pages show what is public, and the command line, whose user owns the base, shows all.
        elasticsearch_prefix: beginning of the names of the indexes, from ``ZHIKU_ELASTICSEARCH_PREFIX``: several
            bases may share a server.
    """

    home: Path
    database_url: str
    elasticsearch_url: str | None
    today: date
    access: Access | None = None
    elasticsearch_prefix: str = "zhiku"

    @classmethod
    def read(cls, environment: Mapping[str, str], home: Path | None = None) -> Settings:
        """Settings from ``ZHIKU_*`` variables; ``home`` (from ``--home``) goes before ``ZHIKU_HOME``.

        Raises:
            UsageError: if ``ZHIKU_TODAY`` is no date, ``ZHIKU_ACCESS`` holds what is no label, or
                ``ZHIKU_ELASTICSEARCH_PREFIX`` cannot begin the name of an index.
        """
        folder = home or Path(environment.get("ZHIKU_HOME") or Path.home() / ".zhiku")
        folder = folder.expanduser().absolute()
        url = environment.get("ZHIKU_DATABASE_URL") or f"sqlite:///{folder / 'catalogue.sqlite'}"
        return cls(
            home=folder,
            database_url=url,
            elasticsearch_url=environment.get("ZHIKU_ELASTICSEARCH_URL") or None,
            today=_day(environment.get("ZHIKU_TODAY")),
            access=_access(environment.get("ZHIKU_ACCESS")),
            elasticsearch_prefix=_prefix(environment.get("ZHIKU_ELASTICSEARCH_PREFIX") or "zhiku"),
        )


def _day(value: str | None) -> date:
    if not value:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError(f"ZHIKU_TODAY={value!r} is no date.", "Write it as 2026-11-22.") from None


def _prefix(value: str) -> str:
    if not _PREFIX.fullmatch(value):
        raise UsageError(
            f"ZHIKU_ELASTICSEARCH_PREFIX={value!r} cannot begin the name of an index.",
            "Use at most 60 of a-z, 0-9, - and _, beginning with a letter.",
        )
    return value


def _access(value: str | None) -> Access | None:
    if value is None:
        return None
    return Access.of(*(label(part) for part in value.split(",") if part.strip()))
