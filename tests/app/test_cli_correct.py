"""``zhiku correct``: who says what of which document, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.base import Base
from tests.app.conftest import Zhiku
from tests.app.test_cli import folder

__all__ = ["folder"]

OLD = "cn/示例专利法@2010-04-01"


@pytest.fixture
def stored(base: Base) -> Base:
    """A base with documents, known to the commands."""
    return base


def test_a_correction_shows_everywhere_and_is_taken_back(stored: Base, zhiku: Zhiku) -> None:
    ran = zhiku("correct", OLD, "title=示例商标法", "issuers=甲局；乙院", "--by", "李四", "--json")
    assert ran.status == 0, ran.err
    first, second = ran.lines
    assert (first["field"], first["before"], first["value"], first["by"]) == (
        "title",
        "示例专利法",
        "示例商标法",
        "李四",
    )
    assert second["value"] == ["甲局", "乙院"]
    assert zhiku("show", OLD, "--json").lines[0]["version"] == "cn/示例商标法@2010-04-01"
    found = zhiku("search", "title:示例商标法 第一款", "--all-versions", "--json")
    assert {line["work"] for line in found.lines} == {"示例商标法"}
    assert zhiku("verify").status == 0
    for line in (first, second):
        assert zhiku("correct", "--undo", str(line["number"])).status == 0
    assert zhiku("show", OLD, "--json").lines[0]["title"] == "示例专利法"
    listed = zhiku("correct", "--list", OLD, "--json").lines
    assert [bool(line["withdrawn"]) for line in listed] == [True, True]
    assert zhiku("verify").status == 0


def test_corrections_survive_reading_again(zhiku: Zhiku, folder: Path) -> None:
    zhiku("ingest", folder, "--workers", "1")
    version = "cn/示例权保护法@2001-01-01"
    assert zhiku("correct", version, "adopted=2001-02-02", "effective=").status == 0
    (folder / "示例权保护法(2001).md").rename(folder / "改名.md")
    for _ in range(2):
        assert zhiku("ingest", folder, "--workers", "1", "--again").status == 0
    found = {line["id"]: line for line in zhiku("list", "--work", "cn/示例权保护法", "--json").lines}
    assert set(found) == {"cn/示例权保护法@2001-02-02", "cn/示例权保护法@2020-01-01"}
    assert found["cn/示例权保护法@2001-02-02"]["effective"] is None
    assert zhiku("rebuild").status == 0
    assert zhiku("show", version, "--json").lines[0]["version"] == "cn/示例权保护法@2001-02-02"


def test_works_are_joined_and_part_again(stored: Base, zhiku: Zhiku) -> None:
    assert zhiku("correct", "--join", "cn/未来条例", "cn/示例专利法").status == 0
    assert len(zhiku("list", "--work", "cn/示例专利法", "--json").lines) == 3
    number = zhiku("correct", "--list", "--json").lines[0]["number"]
    assert zhiku("correct", "--undo", str(number)).status == 0
    assert len(zhiku("list", "--work", "cn/示例专利法", "--json").lines) == 2


def test_a_version_is_moved(stored: Base, zhiku: Zhiku) -> None:
    ran = zhiku("correct", "--move", "cn/未来条例@2026-06-01", "cn/示例专利法")
    assert ran.status == 0
    assert "cn/示例专利法@2026-06-01" in ran.out


def test_an_item_gets_a_state_by_its_place_or_key(zhiku: Zhiku, folder: Path) -> None:
    zhiku("ingest", folder / "纪要.md", "--workers", "1")
    [version] = [line["id"] for line in zhiku("list", "--kind", "minutes", "--json").lines]
    read = zhiku("read", folder / "纪要.md", "--json").lines[0]["minutes"]
    if read is None or not read["items"]:
        pytest.skip("no items are read of minutes yet")
    key = read["items"][0]["key"]
    assert zhiku("correct", version, "state=落实中", "--item", key).status == 0
    assert zhiku("correct", version, "lead=甲局", "--item", "1").status == 0
    assert {line["key"] for line in zhiku("correct", "--list", "--json").lines} == {key}


def test_a_trial_keeps_nothing(stored: Base, zhiku: Zhiku) -> None:
    ran = zhiku("correct", OLD, "title=示例商标法", "--dry-run")
    assert "cn/示例商标法@2010-04-01 then" in ran.out
    assert zhiku("correct", "--list", "--json").lines == []


def test_a_field_is_confirmed(stored: Base, zhiku: Zhiku) -> None:
    [line] = zhiku("correct", OLD, "--confirm", "issuers", "--json").lines
    assert line["value"] == line["before"] == ["示例大会"]


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        (OLD,),
        (OLD, "title"),
        (OLD, "nothing=1"),
        (OLD, "kind=laws"),
        (OLD, "adopted=yesterday"),
        (OLD, "work=cn/没有"),
        (OLD, "state=落实中", "--item", "1"),
        (OLD, "court=某院", "--case", "2"),
        (OLD, "title=甲", "--undo", "1"),
        ("cn/没有@2020-01-01", "title=甲"),
        ("--undo", "77"),
        ("--join", "cn/没有", "cn/示例专利法"),
        ("--list", "cn/没有@2020-01-01"),
        (OLD, "title=甲", "--by", " "),
    ],
)
def test_wrong_usage_is_named(stored: Base, zhiku: Zhiku, wrong: tuple[str, ...]) -> None:
    ran = zhiku("correct", *wrong)
    assert ran.status == 2
    assert ran.err.strip()


def test_others_see_nothing_of_internal_documents(
    stored: Base, zhiku: Zhiku, monkeypatch: pytest.MonkeyPatch
) -> None:
    [hidden] = [line["id"] for line in zhiku("list", "--kind", "minutes", "--json").lines]
    assert zhiku("correct", hidden, "title=密议").status == 0
    monkeypatch.setenv("ZHIKU_ACCESS", "public")
    assert zhiku("correct", "--list", "--json").lines == []
    assert zhiku("correct", hidden, "title=公开").status == 2
    assert zhiku("correct", "--undo", "1").status == 2


def test_doubts_name_the_field_and_the_command_that_settles_it(stored: Base, zhiku: Zhiku) -> None:
    lines = zhiku("doubts", "--json").lines
    assert [line["score"] for line in lines] == sorted((line["score"] for line in lines), reverse=True)
    first = next(line for line in lines if line["id"].startswith("cn/未来条例"))
    [reason] = [each for each in first["reasons"] if each["field"] == "issuers"]
    assert f"zhiku correct '{first['id']}' issuers=" in reason["cure"]
    assert zhiku("correct", first["id"], "--confirm", "issuers").status == 0
    left = {line["id"]: line for line in zhiku("doubts", "--json").lines}
    assert "issuers" not in {r["field"] for r in left.get(first["id"], {"reasons": []})["reasons"]}
    assert "minutes without items" in zhiku("doubts", "--limit", "1").out
