"""Names of works: official titles with the short and popular names by which people cite them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Self

from opencc import OpenCC

from corpus.names import name_key, plain_key
from corpus.tables import table

_LONGEST = 400


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A work by its official title.

    Attributes:
        jurisdiction: ISO 3166, ``EU`` or ``INT``.
        title: the official title.
    """

    jurisdiction: str
    title: str


@dataclass(frozen=True, slots=True)
class WorkName:
    """A name of a work: ``language`` is that of the name, ``source`` says where the name comes from."""

    work: OfficialName
    name: str
    language: str
    source: str


@cache
def _simplifier() -> OpenCC:
    return OpenCC("t2s")


@cache
def normalised(name: str) -> str:
    """A name for comparison: as ``plain_key``, and traditional characters do not count either."""
    plain = name[:_LONGEST]
    if any("一" <= character <= "鿿" for character in plain):
        plain = _simplifier().convert(plain)
    return plain_key(plain)


class WorkNames:
    """The table of names, looked up in both directions."""

    def __init__(self, names: Iterable[WorkName]) -> None:
        self._names = tuple(names)
        self._works: dict[str, list[OfficialName]] = {}
        self._of_title: dict[str, list[str]] = {}
        for entry in self._names:
            for written in (entry.name, entry.work.title):
                self._add(written, entry.work)
            known = self._of_title.setdefault(normalised(entry.work.title), [])
            if entry.name not in known and entry.name != entry.work.title:
                known.append(entry.name)

    def _add(self, written: str, work: OfficialName) -> None:
        for key in {normalised(written), name_key(normalised(written))}:
            works = self._works.setdefault(key, [])
            if work not in works:
                works.append(work)

    @classmethod
    def load(cls) -> Self:
        """The table that comes with the product."""
        return cls(
            WorkName(
                OfficialName(row["jurisdiction"], row["title"]), row["name"], row["language"], row["source"]
            )
            for row in table("work_names")
        )

    @property
    def entries(self) -> tuple[WorkName, ...]:
        """All rows of the table."""
        return self._names

    def canonical(self, name: str, jurisdiction: str | None = None) -> tuple[OfficialName, ...]:
        """The works that are called ``name``; several where it is ambiguous, none where it is unknown.

        Args:
            name: an official, short or popular name, in any width, case or variant of writing.
            jurisdiction: leaves only works of this jurisdiction.
        """
        works = self._works.get(normalised(name), [])
        return tuple(work for work in works if jurisdiction is None or work.jurisdiction == jurisdiction)

    def names_of(self, title: str) -> tuple[str, ...]:
        """The other names of the work with this official title, in the order of the table."""
        return tuple(self._of_title.get(normalised(title), ()))


@cache
def work_names() -> WorkNames:
    """The table that comes with the product, read once."""
    return WorkNames.load()
