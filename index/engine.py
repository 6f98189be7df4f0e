"""The engine: what every search engine of the product can do. Two implement it, one contract suite holds for both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import TracebackType
from typing import Protocol, Self

from corpus.access import Access
from corpus.errors import ZhikuError
from index.schema import IndexedVersion, SearchPage, SearchRequest, SearchUnit, Suggestion


class IndexingError(ZhikuError):
    """An engine refused single units; all others of the same call were written.

    Args:
        refused: id of each refused unit and the engine's reason.
    """

    _SHOWN = 10

    def __init__(self, refused: Mapping[str, str]) -> None:
        shown = "; ".join(f"{unit}: {reason}" for unit, reason in list(refused.items())[: self._SHOWN])
        more = f"; and {len(refused) - self._SHOWN} more" if len(refused) > self._SHOWN else ""
        super().__init__(
            f"The index refused {len(refused)} unit(s): {shown}{more}.",
            "Mend the documents named, then run zhiku verify --repair.",
        )
        self.refused = dict(refused)

    def __reduce__(self) -> tuple[type[IndexingError], tuple[dict[str, str]]]:  # type: ignore[override]
        return type(self), (self.refused,)


class Engine(Protocol):
    """A derived, rebuildable store of search units.

    Every method may raise ``corpus.errors.UnavailableError`` when the store or the server does not answer; a message
    names the address or folder and the cure.
    """

    def replace(self, versions: Mapping[str, Sequence[SearchUnit]]) -> None:
        """Make each version hold exactly these units (none: the version goes). Searchable when it returns.

        Raises:
            IndexingError: if the engine refused single units; it names each, all others are written.
        """
        ...

    def search(self, request: SearchRequest) -> SearchPage:
        """One page of an answer.

        Raises:
            UsageError: if the query's brackets are nested too deeply.
        """
        ...

    def fetch(self, ids: Sequence[str], access: Access) -> dict[str, SearchUnit]:
        """Units by id, those that exist and may be seen."""
        ...

    def suggest(self, prefix: str, access: Access, limit: int = 10) -> list[Suggestion]:
        """Works of which the title, a name or a later word of either begins with ``prefix``, best first."""
        ...

    def inventory(self) -> dict[str, IndexedVersion]:
        """What the engine holds of each version, for ``verify``."""
        ...

    def is_current(self) -> bool:
        """Whether the index was built with the present schema and analysis (their fingerprint is stored in it)."""
        ...

    def is_built(self) -> bool:
        """Whether there is an index at all: one that was never written, or was taken away, finds nothing."""
        ...

    def rebuild(
        self,
        versions: Iterable[tuple[str, Sequence[SearchUnit]]],
        progress: Callable[[int], None] | None = None,
    ) -> None:
        """Build a new index beside the present one, then swap; search never sees an empty or half-built index.

        ``progress`` is told how many versions were written since it was last told. If it fails, the present index
        stays as it is.
        """
        ...

    def close(self) -> None:
        """Release files, locks and connections."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
