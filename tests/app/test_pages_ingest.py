"""Adding documents on the page: the choice of files, the job in the background, the report."""

from __future__ import annotations

import json
import threading
from types import SimpleNamespace

import pytest

from app.base import Base
from app.pages import ingest
from app.parts.jobs import Job, Jobs, jobs
from app.parts.report import report_table, rows_of
from app.parts.times import moment
from app.parts.upload import Upload
from corpus.access import Access
from ingest.report import Outcome, summarise
from tests.app.base import HOSTILE, markup, page, words

LAW = "示例规定\n\n第一条 为了检验入库，制定本规定。\n\n第二条 本规定自2020年1月1日起施行。\n"


def wait(job: Job | None) -> Job:
    assert job is not None
    assert job.ended.wait(120)
    return job


@pytest.fixture(autouse=True)
def fresh_jobs() -> None:
    jobs.cache_clear()


def test_a_batch_is_read_and_its_report_names_what_failed_first(base: Base) -> None:
    done = wait(jobs().start(base, [Upload("law.txt", LAW.encode()), Upload("empty.txt", b"")], None))
    assert done.error is None
    shown = page(view="ingest", job=done.name)
    assert "入库完成，有文件未能读入" in words(shown)
    assert words(shown).index("empty.txt") < words(shown).index("law.txt")
    assert "view=reader" in markup(shown)
    lines = [json.loads(line) for line in done.report(done.outcomes, Access.everything()).splitlines()]
    assert [line.get("status") for line in lines] == ["added", "failed", None]
    assert lines[-1]["summary"]["added"] == 1


def test_what_was_added_is_found(base: Base) -> None:
    wait(jobs().start(base, [Upload("law.txt", LAW.encode())], None))
    assert "示例规定" in words(page(q="检验入库"))


def test_a_label_hides_what_was_added(base: Base) -> None:
    done = wait(jobs().start(base, [Upload("law.txt", LAW.encode())], "secret"))
    shown = words(page(view="ingest", job=done.name))
    assert "按您的查看范围" in shown
    assert base.catalogue.reads.versions(Access.of("secret"))
    assert "检验入库" not in words(page(q="检验入库")).replace("检验入库", "", 1)


def test_one_job_at_a_time_and_the_next_one_after_it(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    held, go_on = threading.Event(), threading.Event()

    def slowly(*_: object) -> None:
        held.set()
        go_on.wait(60)
        raise RuntimeError("broken inside")

    monkeypatch.setattr("app.parts.jobs.IngestionRun", slowly)
    first = jobs().start(base, [Upload("a.txt", b"a")], None)
    assert held.wait(60)
    assert jobs().busy
    assert jobs().start(base, [Upload("b.txt", b"b")], None) is None
    assert "另一批文件正在入库" in words(page(view="ingest"))
    # Other pages do not wait for it.
    assert "示例专利法" in words(page(q="诉前保全"))
    go_on.set()
    shown = page(view="ingest", job=wait(first).name)
    assert "入库中断" in words(shown)
    assert "broken inside" not in markup(shown)
    assert not jobs().busy


def test_nobody_else_sees_a_job_or_its_report(base: Base) -> None:
    done = wait(jobs().start(base, [Upload("secret-name.txt", b"")], None))
    assert "secret-name" in words(page(view="ingest", job=done.name))
    assert "secret-name" not in words(page(view="ingest"))
    guessed = words(page(view="ingest", job="guess"))
    assert "secret-name" not in guessed
    assert "已经不在了" in guessed


def test_finished_jobs_are_forgotten_in_the_end(base: Base, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.parts.jobs._REMEMBERED", 1)
    kept = Jobs()
    first = wait(kept.start(base, [], None))
    second = wait(kept.start(base, [], None))
    assert kept.get(first.name) is None
    assert kept.get(second.name) is second


def test_the_page_asks_for_files_before_it_starts(base: Base) -> None:
    test = page(view="ingest")
    (start,) = [button for button in test.button if button.label == "直接入库（不核对）"]
    assert start.disabled
    test.selectbox[0].select("own").run()
    assert "请填写分组名称" in test.caption[0].value


def test_earlier_runs_are_listed(base: Base) -> None:
    assert "还没有入库记录" in words(page(view="ingest"))
    wait(jobs().start(base, [Upload("law.txt", LAW.encode())], None))
    assert "新增 1" in words(page(view="ingest"))


def test_a_report_holds_no_folders_and_no_markup(base: Base) -> None:
    from app.parts.page import Page
    from app.state import State
    from app.texts import texts

    outcomes = [
        Outcome(f"/secret/folder/{HOSTILE.replace('/', '')}", "failed", reason=HOSTILE),
        Outcome("/secret/folder/b.pdf", "failed", reason="/secret/folder/b.pdf: cannot be read."),
    ]
    shown = report_table(Page(base, State(), texts("zh")), rows_of(outcomes))
    assert "/secret" not in shown
    assert "b.pdf: cannot be read." in shown
    assert "<script" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize(
    ("behind", "shown"),
    [
        (None, "2026-11-22 23:30 UTC"),
        (0, "2026-11-22 23:30 UTC"),
        (-480, "2026-11-23 07:30 UTC+08:00"),
        (300, "2026-11-22 18:30 UTC-05:00"),
    ],
)
def test_moments_are_told_in_the_readers_zone(
    behind: int | None, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("streamlit.context", SimpleNamespace(timezone_offset=behind))
    assert moment("2026-11-22T23:30:59.123456+00:00") == shown


@pytest.mark.parametrize(
    ("location", "shown"),
    [
        ("/secret/a.txt", "a.txt"),
        ("upload/0123abcd/包.zip!/内/空.txt", "包.zip!/内/空.txt"),
        ("/secret/b.zip!/inner.zip!/c.md", "b.zip!/inner.zip!/c.md"),
    ],
)
def test_a_file_in_an_archive_is_told_with_its_archive(base: Base, location: str, shown: str) -> None:
    from app.parts.page import Page
    from app.state import State
    from app.texts import texts

    rows = rows_of([Outcome(location, "failed", reason=f"{location}: no text.")])
    table = report_table(Page(base, State(), texts("zh")), rows)
    assert f"<td>{shown}</td>" in table
    assert f"{shown}: no text." in table
    assert "secret" not in table


def test_an_index_that_is_away_is_told_without_its_address(base: Base) -> None:
    from app.parts.page import Page
    from app.state import State
    from app.texts import texts

    job = Job("x", 1, [Outcome("a.txt", "added", "cn/a@2020-01-01", 1)])
    job.summary = summarise(job.outcomes, 1.0, 0.1, "http://secret:9200 does not answer")
    shown = ingest._outcome(Page(base, State(), texts("zh")), job, job.outcomes)
    assert "检索引擎没有应答" in shown
    assert "secret" not in shown
