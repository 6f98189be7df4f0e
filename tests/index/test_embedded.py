"""What is particular to the embedded engine: its folder, shared by processes that may be killed."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest

from corpus.access import Access
from corpus.errors import UnavailableError, UsageError
from corpus.settings import Settings
from index.elastic import ElasticEngine
from index.embedded import EmbeddedEngine
from index.open import open_engine
from index.schema import Everything, SearchRequest, SearchUnit
from tests.index.units import BASE, NEW, OLD, grouped

ALL = SearchRequest(Everything(), Access.everything(), None, limit=100)

# A process that writes half of its work, says so, and waits for a line on its standard input.
_WRITER = """
import sys
from pathlib import Path
from index.embedded import EmbeddedEngine
from tests.index.units import BASE, grouped

class Halting(dict):
    def items(self):
        for number, item in enumerate(super().items()):
            yield item
            if number == 1:
                print("writing", flush=True)
                sys.stdin.readline()

with EmbeddedEngine(Path(sys.argv[1])) as engine:
    work = Halting(grouped(BASE))
    engine.replace(work) if sys.argv[2] == "replace" else engine.rebuild(work.items())
"""


@contextmanager
def writer(folder: Path, task: str) -> Iterator[subprocess.Popen[str]]:
    """Another process in the middle of writing."""
    process = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(folder), task],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_second_writer_is_told_and_readers_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with EmbeddedEngine(folder, patience=0.1) as engine:
        engine.replace({OLD: BASE[:2]})
        with writer(folder, "replace") as other:
            with pytest.raises(UnavailableError, match="Another process is writing") as caught:
                engine.replace(grouped(BASE))
            assert str(folder) in str(caught.value)
            assert engine.search(ALL).total == 2
            assert other.stdin is not None
            other.stdin.write("go on\n")
            other.stdin.flush()
            other.wait()
        assert engine.search(ALL).total == len(BASE)


@pytest.mark.parametrize("task", ["replace", "rebuild"])
def test_a_killed_writer_leaves_the_last_commit(tmp_path: Path, task: str) -> None:
    folder = tmp_path / "index"
    with EmbeddedEngine(folder, patience=5) as engine:
        engine.replace({OLD: BASE[:1]})
        with writer(folder, task) as other:
            other.kill()
            other.wait()
        assert engine.search(ALL).total == 1
        engine.replace({NEW: BASE[2:5]})
        assert engine.search(ALL).total == 4
        assert len(list(folder.glob("index-*"))) == 1, "what the killed one left behind is gone"


def test_a_first_write_that_is_killed_leaves_an_empty_index(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with writer(folder, "replace") as other:
        other.kill()
        other.wait()
    with EmbeddedEngine(folder) as engine:
        assert engine.search(ALL).total == 0
        engine.replace(grouped(BASE))
        assert engine.search(ALL).total == len(BASE)


def test_a_damaged_index_names_its_folder_and_can_be_rebuilt(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    with EmbeddedEngine(folder) as engine:
        engine.replace(grouped(BASE))
    (generation,) = folder.glob("index-*")
    (generation / "meta.json").write_text("{")
    with EmbeddedEngine(folder) as engine:
        with pytest.raises(UnavailableError, match="zhiku rebuild") as caught:
            engine.search(ALL)
        assert str(folder) in str(caught.value)
        engine.rebuild(grouped(BASE).items())
        assert engine.search(ALL).total == len(BASE)


@pytest.mark.parametrize(
    "pointer",
    ["{", "[]", "{}", '"x"', "", '{"folder": "../../elsewhere", "fingerprint": "x"}', '{"folder": 3}'],
)
def test_a_damaged_pointer_leads_nowhere(tmp_path: Path, pointer: str) -> None:
    folder = tmp_path / "index"
    with EmbeddedEngine(folder) as engine:
        engine.replace(grouped(BASE))
    (folder / "current.json").write_text(pointer)
    with EmbeddedEngine(folder) as engine:
        with pytest.raises(UnavailableError, match="zhiku rebuild"):
            engine.search(ALL)
        engine.rebuild(grouped(BASE).items())
        assert engine.search(ALL).total == len(BASE)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        EmbeddedEngine(tmp_path / "file" / "index") as engine,
        pytest.raises(UnavailableError, match="cannot be written"),
    ):
        engine.replace(grouped(BASE))


def test_reading_makes_no_folder(tmp_path: Path) -> None:
    with EmbeddedEngine(tmp_path / "index") as engine:
        assert engine.search(ALL).total == 0
    assert not (tmp_path / "index").exists()


def _settings(home: Path, url: str | None) -> Settings:
    return Settings(home, "sqlite://", url, date(2026, 11, 22))


def test_settings_choose_the_engine(tmp_path: Path) -> None:
    with open_engine(_settings(tmp_path, None)) as engine:
        assert isinstance(engine, EmbeddedEngine)
        engine.replace(grouped(BASE))
        assert (tmp_path / "index").is_dir()
    with open_engine(_settings(tmp_path, "http://127.0.0.1:9200")) as engine:
        assert isinstance(engine, ElasticEngine)
    with pytest.raises(UsageError, match="ZHIKU_ELASTICSEARCH_URL"):
        open_engine(_settings(tmp_path, "localhost"))


def test_a_source_that_fails_is_not_blamed_on_the_index(tmp_path: Path) -> None:
    def source() -> Iterator[tuple[str, list[SearchUnit]]]:
        yield OLD, BASE[:1]
        raise ValueError("the catalogue is damaged")

    with (
        EmbeddedEngine(tmp_path / "index") as engine,
        pytest.raises(ValueError, match="the catalogue is damaged"),
    ):
        engine.rebuild(source())
