"""A value together with where it was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from corpus.evidence import Evidence

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Found(Generic[T_co]):
    """A value, its evidence (may be none for a default) and what a person should know about it."""

    value: T_co
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()


def stated(field: str, key: str, value: str) -> Evidence:
    """Evidence from an entry of the metadata."""
    return Evidence(field, f"{key}: {value}"[:300], "metadata")


def named(field: str, name: str) -> Evidence:
    """Evidence from the file's name."""
    return Evidence(field, name[:300], "name")
