"""The command line: the forms that scripts rely on, and what it says to bad input."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree

import pytest
from filelock import FileLock

from corpus.catalogue import Catalogue
from tests.app.conftest import Zhiku
from tests.documents import document, source

LAW = """# 示例权保护法

2001年1月1日 示例会议第一次会议通过

## 第一章 总则

第一条 为了保护示例权利，鼓励示例活动，维护示例市场的秩序，制定本法。

第二条 侵犯示例权的，应当停止侵害、恢复原状、赔偿损失。

## 第二章 附则

第三条 本法自2001年7月1日起施行。
"""
AMENDED = LAW.replace(
    "2001年1月1日 示例会议第一次会议通过",
    "2001年1月1日 示例会议第一次会议通过\n\n2020年1月1日 示例会议第九次会议《关于修改〈示例权保护法〉的决定》修正",
).replace("赔偿损失", "赔偿全部损失")
MINUTES = """# 示例协同保护联席会议纪要

时间：2026年3月5日

一、关于线索移送。会议商定，由示例市知识产权局牵头，于会后一个月内拟定移送清单。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two versions of a law and minutes."""
    documents = tmp_path / "文件"
    documents.mkdir()
    (documents / "示例权保护法(2001).md").write_text(LAW, encoding="utf-8")
    (documents / "示例权保护法(2020).md").write_text(AMENDED, encoding="utf-8")
    (documents / "纪要.md").write_text(MINUTES, encoding="utf-8")
    return documents


class TestIngest:
    def test_a_line_for_each_file_and_a_summary(self, zhiku: Zhiku, folder: Path) -> None:
        ran = zhiku("ingest", folder, "--json", "--workers", "1")
        assert ran.status == 0
        *files, end = ran.lines
        assert {Path(line["source"]).name: line["status"] for line in files} == {
            "示例权保护法(2001).md": "added",
            "示例权保护法(2020).md": "added",
            "纪要.md": "added",
        }
        assert all(line["provisions"] for line in files)
        assert end["summary"]["added"] == 3
        assert {"read", "clean", "identify", "cut", "store", "index", "total"} <= set(
            end["summary"]["seconds"]
        )

    def test_a_second_run_changes_nothing(self, zhiku: Zhiku, folder: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        again = zhiku("ingest", folder, "--json", "--workers", "1")
        assert [line["status"] for line in again.lines[:-1]] == ["unchanged"] * 3

    def test_a_bad_file_is_named_and_the_rest_goes_on(self, zhiku: Zhiku, folder: Path) -> None:
        (folder / "空.txt").write_bytes(b"")
        (folder / "坏.docx").write_bytes(b"PK\x03\x04 cut off")
        ran = zhiku("ingest", folder, "--json", "--workers", "1")
        assert ran.status == 1
        failed = {
            Path(line["source"]).name: line["reason"] for line in ran.lines[:-1] if line["status"] == "failed"
        }
        assert set(failed) == {"空.txt", "坏.docx"}
        assert all(name in reason for name, reason in failed.items())
        assert ran.lines[-1]["summary"]["added"] == 3

    @pytest.mark.parametrize("label", ["", "  ", "a,b"])
    def test_a_label_that_is_none(self, zhiku: Zhiku, folder: Path, home: Path, label: str) -> None:
        ran = zhiku("ingest", folder, "--access", label)
        assert (ran.status, "label" in ran.err) == (2, True)
        assert not home.exists()

    def test_names_and_texts_do_not_command_the_terminal(self, zhiku: Zhiku, folder: Path) -> None:
        (folder / "a\x1b[31m\u202eb.md").write_text(f"{LAW}\x1b]0;x\x07 第二条\u202e完", encoding="utf-8")
        (folder / "c\x1b[2J.docx").write_bytes(b"PK cut off")
        printed = [zhiku("ingest", folder, "--workers", "1"), zhiku("list"), zhiku("search", "第二条 完")]
        printed += [zhiku("show", line["id"]) for line in zhiku("list", "--json").lines]
        shown = "".join(ran.out + ran.err for ran in printed)
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)

    def test_a_path_that_does_not_exist(self, zhiku: Zhiku, tmp_path: Path) -> None:
        ran = zhiku("ingest", tmp_path / "nowhere", "--json")
        assert ran.status in (1, 2)
        assert "nowhere" in ran.out + ran.err

    def test_minutes_are_internal_by_themselves(
        self, zhiku: Zhiku, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        zhiku("ingest", folder, "--workers", "1")
        minutes = zhiku("list", "--kind", "minutes", "--json").lines
        assert [line["access"] for line in minutes] == ["internal"]
        monkeypatch.setenv("ZHIKU_ACCESS", "")
        assert zhiku("list", "--kind", "minutes", "--json").lines == []
        assert zhiku("search", "线索移送", "--json").lines == []
        assert zhiku("show", minutes[0]["id"]).status == 2


class TestRead:
    def test_nothing_is_stored(self, zhiku: Zhiku, folder: Path, home: Path) -> None:
        ran = zhiku("read", folder / "示例权保护法(2020).md", "--json")
        (line,) = ran.lines
        assert (line["title"], line["kind"], line["language"], line["jurisdiction"]) == (
            "示例权保护法",
            "law",
            "zh",
            "CN",
        )
        assert line["articles"] == 3
        source = (folder / "示例权保护法(2020).md").read_text(encoding="utf-8")
        article = next(p for p in line["provisions"] if p["number"] == "2" and p["level"] == "article")
        assert "恢复原状" in source[article["start"] : article["end"]]
        assert article["path"] == "第一章 总则 第二条"
        assert not home.exists()


class TestCatalogue:
    def test_list_and_show(self, zhiku: Zhiku, folder: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        versions = zhiku("list", "--work", "cn/示例权保护法", "--json").lines
        assert [(v["id"], v["status"], v["valid_from"], v["valid_to"]) for v in versions] == [
            ("cn/示例权保护法@2001-01-01", "amended", "2001-07-01", "2020-01-01"),
            ("cn/示例权保护法@2020-01-01", "in_force", None, None),
        ]
        shown = zhiku("show", "cn/示例权保护法@2020-01-01#2", "--json").lines[0]
        assert shown["path"] == "第一章 总则 第二条"
        assert "赔偿全部损失" in shown["text"]
        assert "第三条" in zhiku("show", "cn/示例权保护法@2020-01-01").out

    @pytest.mark.parametrize(
        "identifier", ["cn/没有@2020-01-01", "nonsense", "cn/示例权保护法@2020-01-01#99", "#", "a#b#c"]
    )
    def test_an_id_that_does_not_exist(self, zhiku: Zhiku, folder: Path, identifier: str) -> None:
        zhiku("ingest", folder, "--workers", "1")
        ran = zhiku("show", identifier)
        assert (ran.status, ran.out) == (2, "")
        assert "zhiku" in ran.err

    def test_removing_asks_first(self, zhiku: Zhiku, folder: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        assert zhiku("remove", "cn/示例权保护法@2001-01-01", "--yes").status == 0
        assert len(zhiku("list", "--json").lines) == 2
        assert zhiku("verify").status == 0


class TestSearch:
    def test_a_hit_has_the_form_that_scripts_rely_on(self, zhiku: Zhiku, folder: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        hit = zhiku("search", "示例权保护法第二条", "--json").lines[0]
        assert hit["id"] == "cn/示例权保护法@2020-01-01#2"
        assert (hit["work"], hit["version"], hit["article"]) == ("示例权保护法", "2020-01-01", "2")
        assert (hit["path"], hit["status"]) == ("第一章 总则 第二条", "in_force")
        assert hit["source"].endswith("示例权保护法(2020).md")
        assert hit["sources"] == [hit["source"]]

    def test_the_law_of_a_day(self, zhiku: Zhiku, folder: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        assert [
            h["version"] for h in zhiku("search", "恢复原状", "--as-of", "2010-01-01", "--json").lines
        ] == ["2001-01-01"]
        assert len(zhiku("search", "恢复原状", "--all-versions", "--json").lines) == 2

    def test_an_index_that_another_process_writes_to_is_searched_as_it_is(
        self, zhiku: Zhiku, folder: Path, home: Path
    ) -> None:
        zhiku("ingest", folder / "示例权保护法(2001).md", "--workers", "1")
        with FileLock(home / "index" / "writer.lock"):
            with Catalogue(f"sqlite:///{home / 'catalogue.sqlite'}") as catalogue:
                catalogue.writes.store(document(), source())
            ran = zhiku("search", "恢复原状", "--json")
            assert (ran.status, len(ran.lines)) == (0, 1)
            assert "Another process" in ran.err
        assert zhiku("search", "登记 审查", "--json").lines

    def test_an_index_that_was_taken_away_comes_back(self, zhiku: Zhiku, folder: Path, home: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        rmtree(home / "index")
        assert zhiku("search", "恢复原状", "--json").lines
        assert zhiku("verify").status == 0

    def test_many_queries_from_a_file(self, zhiku: Zhiku, folder: Path, tmp_path: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        batch = tmp_path / "queries.jsonl"
        batch.write_text(
            '{"id": 1, "query": "恢复原状"}\n\n{"id": 2, "query": "\\"没有这话\\"", "as_of": "2010-01-01"}\n'
        )
        first, second = zhiku("search", "--batch", batch).lines
        assert (first["id"], first["total"], second["id"], second["total"]) == (1, 1, 2, 0)
        assert first["milliseconds"] > 0

    @pytest.mark.parametrize(
        ("arguments", "word"),
        [
            (['"恢复'], "quotation mark"),
            (["(甲"], "parenthesis"),
            (["颜色:红"], "颜色"),
            (["甲", "--as-of", "2021-02-30"], "2021-02-30"),
            (["甲", "--kind", "poem"], "poem"),
            (["甲", "--limit", "0"], "limit"),
            ([], "nothing to search for"),
            (["甲", "--batch", "nowhere.jsonl"], "either"),
            (["--batch", "nowhere.jsonl"], "nowhere.jsonl"),
        ],
    )
    def test_wrong_usage_names_the_thing(self, zhiku: Zhiku, arguments: list[str], word: str) -> None:
        ran = zhiku("search", *arguments)
        assert ran.status == 2
        assert word in ran.err
        assert "Traceback" not in ran.err

    def test_a_wrong_query_in_a_batch_leaves_the_others(
        self, zhiku: Zhiku, folder: Path, tmp_path: Path
    ) -> None:
        zhiku("ingest", folder, "--workers", "1")
        batch = tmp_path / "queries.jsonl"
        batch.write_text('{"id": 1, "query": "(甲"}\n{"id": 2, "query": "恢复原状"}\n')
        ran = zhiku("search", "--batch", batch)
        assert ran.status == 1
        assert [line["total"] for line in ran.lines] == [0, 1]

    @pytest.mark.parametrize(
        "bad",
        [
            '{"id": 1}',
            '{"query": null}',
            '{"query": {"a": 1}}',
            '{"query": "x", "as_of": 5}',
            "[]",
            "{",
            "[" * 9999,
        ],
    )
    def test_a_batch_with_a_line_that_is_no_query(self, zhiku: Zhiku, tmp_path: Path, bad: str) -> None:
        batch = tmp_path / "batch.jsonl"
        batch.write_text(f'{{"id": 0, "query": "x"}}\n{bad}\n', encoding="utf-8")
        ran = zhiku("search", "--batch", batch)
        assert (ran.status, "batch.jsonl:2" in ran.err) == (2, True)


class TestMaintenance:
    def test_verify_finds_and_heals(self, zhiku: Zhiku, folder: Path, home: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        assert zhiku("verify", "--json").lines == [{"missing": 0, "stale": 0, "orphaned": 0}]
        from index.embedded import EmbeddedEngine

        with EmbeddedEngine(home / "index") as engine:
            engine.replace({"cn/示例权保护法@2001-01-01": []})
        ran = zhiku("verify", "--json")
        assert (ran.status, ran.lines) == (1, [{"missing": 1, "stale": 0, "orphaned": 0}])
        assert zhiku("verify", "--repair").status == 0
        assert zhiku("verify").status == 0

    def test_rebuilding_gives_the_same_index(self, zhiku: Zhiku, folder: Path) -> None:
        zhiku("ingest", folder, "--workers", "1")
        before = zhiku("search", "恢复原状", "--json").out
        assert zhiku("rebuild", "--json").lines[0]["missing"] == 0
        assert zhiku("search", "恢复原状", "--json").out == before

    def test_samples_fill_an_empty_base_once(self, zhiku: Zhiku) -> None:
        assert zhiku("samples").status == 0
        held = zhiku("list", "--json").lines
        assert {"minutes", "foreign_case"} <= {line["kind"] for line in held}
        zhiku("samples")
        assert zhiku("list", "--json").lines == held


class TestBadSettings:
    def test_a_day_that_is_none(self, zhiku: Zhiku, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ZHIKU_TODAY", "tomorrow")
        ran = zhiku("list")
        assert (ran.status, "ZHIKU_TODAY" in ran.err) == (2, True)

    @pytest.mark.parametrize("prefix", ["*", "Bad Name", "../_all", "a,b", "_x", "a" * 61])
    def test_a_prefix_that_names_other_indexes(
        self, zhiku: Zhiku, monkeypatch: pytest.MonkeyPatch, prefix: str
    ) -> None:
        monkeypatch.setenv("ZHIKU_ELASTICSEARCH_PREFIX", prefix)
        ran = zhiku("list")
        assert (ran.status, "ZHIKU_ELASTICSEARCH_PREFIX" in ran.err) == (2, True)

    def test_an_index_server_that_is_away_loses_nothing(
        self, zhiku: Zhiku, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("ZHIKU_ELASTICSEARCH_URL", "http://127.0.0.1:9")
        ran = zhiku("ingest", folder, "--json", "--workers", "1")
        assert ran.status == 1
        assert "127.0.0.1:9" in ran.lines[-1]["summary"]["unindexed"]
        monkeypatch.delenv("ZHIKU_ELASTICSEARCH_URL")
        assert zhiku("ingest", folder, "--workers", "1").status == 0
        assert zhiku("verify").status == 0
        assert len(zhiku("search", "恢复原状", "--json").lines) == 1

    def test_a_home_that_is_a_file(self, zhiku: Zhiku, home: Path) -> None:
        home.write_text("no folder")
        ran = zhiku("list")
        assert ran.status == 1
        assert "home" in ran.err


def test_cases_are_listed_with_their_digests(zhiku: Zhiku, tmp_path: Path) -> None:
    told = (
        "指导案例9001号\n\n甲公司诉乙公司侵害商标权纠纷案\n\n（示例审判委员会讨论通过 2020年1月2日发布）\n\n关键词\n\n民事 商标\n\n"
        "裁判要点\n\n他人的标识不得用于同一种商品上，以免混淆来源。\n\n相关法条\n\n《中华人民共和国商标法》第五十七条\n\n"
        "基本案情\n\n甲公司持有一枚商标，乙公司在同类商品上使用了相同的标识。\n\n"
        "裁判结果\n\n浙江省杭州市中级人民法院于2019年3月4日作出（2018）浙01民初9001号民事判决：乙公司停止使用。\n"
    )
    (tmp_path / "case.txt").write_text(told, encoding="utf-8")
    assert zhiku("ingest", tmp_path / "case.txt").status == 0
    (found,) = zhiku(
        "cases", "--jurisdiction", "CN", "--year", "2019", "--subject", "trademark", "--json"
    ).lines
    assert found["case_number"] == "（2018）浙01民初9001号"
    assert found["rules"] == [{"work": "中华人民共和国商标法", "article": "57"}]
    assert found["version"].startswith("cn/")
    assert found["case"] == 1
    assert "杭州市中级人民法院" in zhiku("cases", "--court", "杭州市").out
    assert zhiku("cases", "--court", "别处", "--json").lines == []
    assert zhiku("cases", "--year", "二〇一九").status == 2
