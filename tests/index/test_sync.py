"""The index follows the catalogue, whatever else happens between a look at the one and a write to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from index.embedded import EmbeddedEngine
from index.engine import IndexingError
from index.schema import SearchUnit
from index.sync import IndexSync
from tests.documents import document, source

FIRST = document("甲办法", ("第一次的文本。",))
SECOND = document("甲办法", ("第二次的文本。",))
OTHER = document("乙办法", ("另一件的文本。",))
MORE = document("丙办法", ("还有一件的文本。",), date(2021, 1, 1))
LOCATION = "/甲.txt"


class Interrupted(EmbeddedEngine):
    """An engine during whose writing something else happens, once."""

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__(folder)
        self.before: Callable[[], object] | None = None
        self.within: Callable[[], object] | None = None
        self.refuses: frozenset[str] = frozenset()
        self.sizes: list[int] = []

    def replace(self, versions: Mapping[str, Sequence[SearchUnit]]) -> None:
        happening, self.before = self.before, None
        if happening:
            happening()
        self.sizes.append(len(versions))
        super().replace({name: units for name, units in versions.items() if name not in self.refuses})
        if refused := self.refuses & versions.keys():
            raise IndexingError(dict.fromkeys(refused, "too long"))

    def rebuild(
        self,
        versions: Iterable[tuple[str, Sequence[SearchUnit]]],
        progress: Callable[[int], None] | None = None,
    ) -> None:
        super().rebuild(list(versions), progress)
        # As in Elasticsearch, where others go on writing to the index that is about to be replaced.
        if self.within:
            self.within()


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue(f"sqlite:///{tmp_path / 'catalogue.sqlite'}") as opened:
        yield opened


@pytest.fixture
def engine() -> Iterator[Interrupted]:
    with Interrupted() as opened:
        yield opened


@pytest.fixture
def sync(catalogue: Catalogue, engine: Interrupted) -> IndexSync:
    return IndexSync(catalogue, engine)


def test_a_slower_process_does_not_leave_an_older_state_unnoticed(
    catalogue: Catalogue, engine: Interrupted, sync: IndexSync
) -> None:
    catalogue.writes.store(FIRST, source(LOCATION, b"1"))

    def another_process_is_faster() -> None:
        catalogue.writes.store(SECOND, source(LOCATION, b"2"))
        sync.catch_up()

    engine.before = another_process_is_faster
    sync.catch_up()  # has read the first state, and writes it last
    sync.catch_up()
    assert not sync.verify()


def test_a_version_that_another_process_removed_meanwhile_goes_again(
    catalogue: Catalogue, engine: Interrupted, sync: IndexSync
) -> None:
    stored = catalogue.writes.store(FIRST, source(LOCATION, b"1"))

    def another_process_removes() -> None:
        catalogue.writes.remove(stored.version)
        sync.catch_up()

    engine.before = another_process_removes
    sync.catch_up()
    sync.catch_up()
    assert engine.inventory() == {}


def test_what_is_stored_and_removed_during_a_rebuild_is_not_forgotten(
    catalogue: Catalogue, engine: Interrupted, sync: IndexSync
) -> None:
    gone = catalogue.writes.store(OTHER, source("/乙.txt", b"b"))
    catalogue.writes.store(FIRST, source(LOCATION, b"1"))
    sync.catch_up()

    def meanwhile() -> None:
        catalogue.writes.store(SECOND, source(LOCATION, b"2"))
        catalogue.writes.store(MORE, source("/丙.txt", b"c"))
        catalogue.writes.remove(gone.version)
        catalogue.writes.settle(catalogue.reads.pending())  # another process wrote it, to the old index

    engine.within = meanwhile
    sync.rebuild()
    engine.within = None
    sync.catch_up()
    assert not sync.verify()


def test_an_index_that_was_taken_away_is_built_anew(
    catalogue: Catalogue, engine: Interrupted, sync: IndexSync
) -> None:
    catalogue.writes.store(FIRST, source(LOCATION, b"1"))
    assert sync.is_behind()
    sync.catch_up()
    assert not sync.is_behind()
    engine.close()  # the memory of it is the index
    assert sync.is_behind()
    catalogue.writes.store(OTHER, source("/乙.txt", b"b"))
    sync.catch_up()
    assert not sync.verify()


def test_an_empty_base_is_not_behind(sync: IndexSync) -> None:
    assert not sync.is_behind()


def test_what_the_engine_refuses_is_told_once_and_found_by_verify(
    catalogue: Catalogue, engine: Interrupted, sync: IndexSync
) -> None:
    refused = catalogue.writes.store(FIRST, source(LOCATION, b"1")).version
    catalogue.writes.store(OTHER, source("/乙.txt", b"b"))
    engine.refuses = frozenset({refused})
    with pytest.raises(IndexingError):
        sync.catch_up()
    assert sync.catch_up() == 0
    assert sync.verify().missing == (refused,)


def test_a_batch_has_a_bounded_number_of_provisions(
    catalogue: Catalogue, engine: Interrupted, sync: IndexSync, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.sync._BATCH_PROVISIONS", 5)
    for number in range(4):
        long = document(
            f"第{number}号办法", tuple(f"第{number}号的第{i}件事项。" for i in range(2 + 4 * (number == 2)))
        )
        catalogue.writes.store(long, source(f"/{number}.txt", str(number).encode()))
    sync.catch_up()
    assert engine.sizes == [2, 1, 1]
    assert len(catalogue.reads.versions(Access.everything())) == 4
