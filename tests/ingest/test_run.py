"""Runs: what becomes of each file, in the catalogue and in the index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.errors import UnavailableError
from index.embedded import EmbeddedEngine
from index.schema import SearchUnit
from index.sync import IndexSync
from ingest.discover import Discovery, discover, load
from ingest.report import Outcome, Summary
from ingest.run import Choices, IngestionRun
from ingest.workers import Workers

TEXT = "# 示例管理办法\n\n2020年1月1日 示例会议通过\n\n" + "".join(
    f"第{number}条 有关单位应当遵守第{number}项要求，并向示例机关报告执行情况。\n\n"
    for number in range(1, 20)
)


class LeavingEngine(EmbeddedEngine):
    """An engine that can go away. A real server cannot be made to leave in the middle of a run."""

    away = False

    def replace(self, versions: Mapping[str, Sequence[SearchUnit]]) -> None:
        if self.away:
            raise UnavailableError("The index is away.", "Start it.")
        super().replace(versions)


class Base:
    """A catalogue, an engine, and runs over a folder of files."""

    def __init__(self, folder: Path) -> None:
        self.files = folder / "files"
        self.files.mkdir()
        self.catalogue = Catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}")
        self.engine = LeavingEngine(None)
        self.index = IndexSync(self.catalogue, self.engine)

    def write(self, name: str, text: str = TEXT) -> None:
        (self.files / name).write_text(text, encoding="utf-8")

    def discovery(self) -> Discovery:
        return discover([self.files])

    def run(self, **choices: object) -> tuple[dict[str, Outcome], Summary]:
        outcomes, summary = IngestionRun(self.catalogue, self.index, Choices(**choices)).run(self.discovery())  # type: ignore[arg-type]
        return {Path(outcome.source).name: outcome for outcome in outcomes}, summary

    @property
    def labels(self) -> dict[str, str]:
        return {v.id: v.access for v in self.catalogue.reads.versions(Access.everything())}


@pytest.fixture
def base(tmp_path: Path) -> Iterator[Base]:
    made = Base(tmp_path)
    with made.catalogue, made.engine:
        yield made


def test_every_file_has_an_outcome(base: Base) -> None:
    base.write("a.md")
    base.write("b.txt")
    base.write("c.json", '{"title": "某案", "text": "' + "事实与理由。" * 50 + '"}')
    base.write("c.meta.json", '{"publisher": "示例机关"}')
    base.write("README.md", "# 说明\n\n这里放示例文件。")
    base.write("空.txt", "")
    outcomes, summary = base.run()
    assert {name: outcome.status for name, outcome in outcomes.items()} == {
        "a.md": "added",
        "b.txt": "copy",
        "c.json": "added",
        "c.meta.json": "skipped",
        "README.md": "skipped",
        "空.txt": "failed",
    }
    assert "c.json" in (outcomes["c.meta.json"].reason or "")
    assert summary.counts == {"added": 2, "changed": 0, "unchanged": 0, "copy": 1, "failed": 1, "skipped": 2}
    assert not base.index.verify()


def test_a_companion_that_changes_makes_its_document_be_read_anew(base: Base) -> None:
    base.write("c.json", '{"title": "某案", "text": "' + "事实与理由。" * 50 + '"}')
    base.write("c.meta.json", '{"publisher": "示例机关"}')
    base.run()
    reads = base.discovery()
    assert [load(candidate).companions for candidate in reads.candidates] != [{}]
    base.write("c.meta.json", '{"publisher": "另一机关"}')
    assert base.run()[0]["c.json"].status in ("unchanged", "changed")
    assert base.run()[0]["c.json"].seconds == {}  # known by now, so it is not read again


def test_a_changed_file_is_changed_in_the_index_too(base: Base) -> None:
    base.write("a.md")
    base.run()
    base.write("a.md", TEXT.replace("示例机关", "上级机关"))
    outcomes, _ = base.run()
    assert outcomes["a.md"].status == "changed"
    assert not base.index.verify()


def test_an_index_that_leaves_in_the_middle_loses_nothing(base: Base) -> None:
    base.write("a.md")
    base.engine.away = True
    _, summary = base.run()
    assert summary.failed
    assert "away" in (summary.unindexed or "")
    assert base.index.verify().missing
    base.engine.away = False
    _, summary = base.run()
    assert (summary.failed, summary.counts["unchanged"]) == (False, 1)
    assert not base.index.verify()


class TestLabels:
    def test_a_label_is_kept_until_another_is_given(self, base: Base) -> None:
        base.write("a.md")
        base.run(access="internal")
        assert set(base.labels.values()) == {"internal"}
        base.write("a.md", TEXT.replace("示例机关", "上级机关"))
        base.run()
        assert set(base.labels.values()) == {"internal"}
        base.run(access="public")
        assert base.labels == {"cn/示例管理办法@2020-01-01": "public"}
        assert not base.index.verify()

    def test_what_turns_internal_leaves_the_index_of_the_public(self, base: Base) -> None:
        base.write("a.md")
        base.run()
        base.run(access="internal")
        assert set(base.labels) == {"cn/示例管理办法@2020-01-01~internal"}
        assert set(base.engine.inventory()) == set(base.labels)

    def test_a_new_name_keeps_the_label(self, base: Base) -> None:
        base.write("a.md")
        base.run(access="internal")
        (base.files / "a.md").rename(base.files / "b.md")
        assert base.run()[0]["b.md"].status == "copy"
        assert set(base.labels.values()) == {"internal"}

    def test_what_is_public_somewhere_is_public_under_a_new_name(self, base: Base) -> None:
        base.write("a.md")
        base.run(access="internal")
        base.write("b.md")
        base.run(access="public")
        (base.files / "b.md").rename(base.files / "c.md")
        base.run()
        assert set(base.labels.values()) == {"public"}


class TestWorkers:
    def test_results_come_in_the_order_of_the_files(self, base: Base) -> None:
        for number in range(12):
            base.write(f"{number:02}.md", TEXT.replace("示例管理", f"第{number}号") * (1 + number % 3))
        sources = [load(candidate) for candidate in base.discovery().candidates]
        with Workers(2) as workers:
            results = list(workers.understand(sources))
        assert [result.source.location for result in results] == [source.location for source in sources]
        assert all(result.document is not None for result in results)

    def test_a_file_that_takes_too_long_fails_alone(self, base: Base) -> None:
        base.write("a.md", TEXT * 2000)
        sources = [load(candidate) for candidate in base.discovery().candidates]
        with Workers(1, timeout=0.02) as workers:
            (result,) = workers.understand(sources)
        assert result.document is None
        assert "a.md" in str(result.error)
        assert "given up" in str(result.error)


def test_a_file_of_which_nothing_is_left_is_named(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.components.cut", lambda *_: ())
    base.write("空.md")
    outcome = base.run()[0]["空.md"]
    assert outcome.status == "failed"
    assert "空.md" in (outcome.reason or "")
    assert base.labels == {}
