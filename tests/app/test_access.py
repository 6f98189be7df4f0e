"""What is not public shows to nobody without the right: every way to ask, on both engines and both databases."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.base import Base
from app.cli import main
from corpus.access import INTERNAL, Access
from corpus.catalogue import RunEntry
from corpus.errors import NotFoundError
from corpus.model import Document, Kind
from corpus.settings import Settings
from search.service import Question
from tests.conftest import TODAY
from tests.documents import LONG, document, source

PUBLIC = Access.public()
SECRET = "机密茶具"
"""Stands in everything that is internal, and nowhere else."""

OPEN_LAW = document("示例茶具法", (LONG, "公开的第二条。"), date(2010, 1, 1), effective=date(2010, 1, 1))
NEWER = document("示例茶具法", (LONG, f"{SECRET}的第二条。"), date(2024, 1, 1), effective=date(2024, 1, 1))
MINUTES = document(
    f"{SECRET}会议纪要",
    (f"{SECRET}事项由示例单位落实。",),
    kind=Kind.MINUTES,
    jurisdiction="TW",
    issuers=(f"{SECRET}局",),
    subjects=("monopoly",),
    document_number="密发〔2024〕7号",
    names=(f"{SECRET}别名",),
)
TWIN = document("示例茶具法", (LONG, "公开的第二条。"), date(2010, 1, 1), effective=date(2010, 1, 1))
"""The very words of the public law, in an internal file."""

PLACES = {
    "open": "/公开/法.md",
    "newer": f"/{SECRET}/法.md",
    "minutes": f"/{SECRET}/纪要.md",
    "twin": f"/{SECRET}/副本.md",
}
NEWER_ID = "cn/示例茶具法@2024-01-01~internal"
MINUTES_ID = f"tw/{SECRET}会议纪要@2020-01-01~internal"
OPEN_ID = "cn/示例茶具法@2010-01-01"


@pytest.fixture(params=["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)])
def settings(request: pytest.FixtureRequest, tmp_path: Path, catalogue_url: str) -> Settings:
    """A base on each engine and each database."""
    made = Settings(tmp_path / "home", catalogue_url, None, TODAY)
    if request.param == "embedded":
        return made
    url, prefix = request.getfixturevalue("elasticsearch_url"), request.getfixturevalue("prefix")
    return replace(made, elasticsearch_url=url, elasticsearch_prefix=prefix)


@pytest.fixture(params=["public first", "internal first"])
def base(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Base]:
    """A public law, and internal documents that are close to it."""
    given: list[tuple[str, Document, str | None]] = [
        ("open", OPEN_LAW, None),
        ("twin", TWIN, INTERNAL),
        ("newer", NEWER, INTERNAL),
        ("minutes", MINUTES, None),
    ]
    if request.param == "internal first":
        given.reverse()
    with Base(settings) as opened:
        entries = []
        for name, content, label in given:
            stored = opened.catalogue.writes.store(content, source(PLACES[name], name.encode()), label)
            entries.append(RunEntry(PLACES[name], stored.status, stored.version, stored.note))
        entries.append(RunEntry(f"/{SECRET}.doc", "failed", None, f"{SECRET} is damaged"))
        summary = {"added": 4, "copy": 0, "failed": 1, "unindexed": f"{SECRET} is away"}
        opened.catalogue.writes.end_run(opened.catalogue.writes.begin_run(), summary, entries, None)
        opened.index.catch_up()
        yield opened


def searched(base: Base, access: Access, text: str, **options: object) -> str:
    facets = ("kind", "jurisdiction", "issuer", "subject", "language", "year")
    answer = base.search.search(Question(text, access, facets=facets, **options))  # type: ignore[arg-type]
    hits = [(hit.unit.id, hit.unit.title, hit.snippet.text, hit.sources, hit.status) for hit in answer.hits]
    return repr((hits, answer.total, answer.facets, [item.id for item in answer.known]))


Ask = Callable[[Base, Access], object]
WAYS: dict[str, Ask] = {
    "search": lambda base, access: searched(base, access, SECRET),
    "search by phrase": lambda base, access: searched(base, access, f'"{SECRET}"'),
    "search for everything": lambda base, access: searched(base, access, "", all_versions=True),
    "search beside": lambda base, access: searched(base, access, "第二条", all_versions=True),
    "search by field": lambda base, access: searched(base, access, f"标题:{SECRET} OR 文号:密发"),
    "search for what is not": lambda base, access: searched(base, access, "NOT 公开", all_versions=True),
    "search by filter": lambda base, access: searched(
        base, access, "", filters={"jurisdiction": frozenset({"TW"})}
    ),
    "search a day": lambda base, access: searched(base, access, "示例茶具法第二条", as_of=date(2025, 1, 1)),
    "known item": lambda base, access: searched(base, access, f"{SECRET}会议纪要第一条"),
    "known name": lambda base, access: searched(base, access, f"{SECRET}别名"),
    "known number": lambda base, access: searched(base, access, "密发〔2024〕7号"),
    "suggestions": lambda base, access: base.search.suggest(SECRET, access),
    "units": lambda base, access: base.engine.fetch([f"{NEWER_ID}#2", f"{MINUTES_ID}#1"], access),
    "list": lambda base, access: base.catalogue.reads.versions(access),
    "list a work": lambda base, access: base.catalogue.reads.versions(access, work="cn/示例茶具法"),
    "list a kind": lambda base, access: base.catalogue.reads.versions(access, kind=Kind.MINUTES),
    "versions": lambda base, access: base.catalogue.reads.versions_by_id([NEWER_ID, MINUTES_ID], access),
    "provisions": lambda base, access: base.catalogue.reads.provisions_of([NEWER_ID, MINUTES_ID], access),
    "articles": lambda base, access: base.catalogue.reads.articles(NEWER_ID, "2", access),
    "current version": lambda base, access: base.catalogue.reads.current_version(
        "cn/示例茶具法", TODAY, access
    ),
    "names": lambda base, access: base.catalogue.reads.named([f"{SECRET}别名", "示例茶具法"], access),
    "numbers": lambda base, access: base.catalogue.reads.numbered("密发〔2024〕7号", access),
    "overview": lambda base, access: base.catalogue.reads.overview(access, TODAY),
    "files": lambda base, access: base.catalogue.reads.known(access),
    "run reports": lambda base, access: base.catalogue.reads.runs(access),
}


@pytest.mark.parametrize("way", WAYS)
def test_who_may_not_see_it_learns_nothing(base: Base, way: str) -> None:
    seen = repr(WAYS[way](base, PUBLIC))
    assert SECRET not in seen
    assert "~internal" not in seen
    assert "密发" not in seen
    assert SECRET in repr(WAYS[way](base, Access.of(INTERNAL)))


@pytest.mark.parametrize("query", ["", "第二条", SECRET, "示例茶具", "NOT 第九条"])
def test_totals_and_facets_are_those_of_a_base_without_it(base: Base, query: str) -> None:
    seen = searched(base, PUBLIC, query, all_versions=True)
    for version in (NEWER_ID, MINUTES_ID, f"{OPEN_ID}~internal"):
        base.catalogue.writes.remove(version)
    base.index.catch_up()
    assert searched(base, PUBLIC, query, all_versions=True) == seen


def test_nothing_internal_changes_a_public_version(base: Base) -> None:
    (law,) = base.catalogue.reads.versions(PUBLIC)
    assert (law.id, law.valid_to) == (OPEN_ID, None)
    assert [held.location for held in law.sources] == [PLACES["open"]]
    report = base.catalogue.reads.runs(PUBLIC)[0]
    assert [entry.location for entry in report.entries] == [PLACES["open"]]
    assert report.summary == {"added": 1, "copy": 0, "failed": 0, "unindexed": None}


@pytest.mark.parametrize("kept", [NEWER_ID, MINUTES_ID, f"{OPEN_ID}~internal"])
def test_what_may_not_be_seen_looks_like_what_is_not_there(base: Base, kept: str) -> None:
    reads = base.catalogue.reads
    checksum = source(PLACES["newer"], b"newer").checksum
    ways: tuple[Callable[[str], object], ...] = (
        lambda name: reads.version(name, PUBLIC),
        lambda name: reads.provisions(name, PUBLIC),
        lambda name: reads.provision(f"{name}#2", PUBLIC),
        lambda name: reads.provision(f"{name}#none", PUBLIC),
        lambda name: reads.original(name, checksum, PUBLIC),
    )
    absent = "cn/没有@2001-01-01"
    for way in ways:
        told = []
        for name in (kept, absent):
            with pytest.raises(NotFoundError) as error:
                way(name)
            told.append(str(error.value).replace(name, "ID"))
        assert told[0] == told[1]


def test_a_new_label_takes_effect_everywhere(base: Base) -> None:
    base.catalogue.writes.store(MINUTES, source(PLACES["minutes"], b"minutes"), "public")
    base.index.catch_up()
    assert SECRET in searched(base, PUBLIC, SECRET)
    base.catalogue.writes.store(MINUTES, source(PLACES["minutes"], b"minutes"), "甲组")
    base.index.catch_up()
    assert SECRET not in searched(base, PUBLIC, SECRET, all_versions=True)
    assert MINUTES.identity.title not in searched(base, Access.of(INTERNAL), SECRET, all_versions=True)
    assert SECRET in searched(base, Access.of("甲组"), SECRET, all_versions=True)
    assert not base.index.verify()


@pytest.mark.parametrize(
    "command",
    [
        ("list", "--json"),
        ("list",),
        ("list", "--kind", "minutes", "--json"),
        ("list", "--work", "cn/示例茶具法", "--json"),
        ("search", SECRET[:2], "--json"),
        ("search", "第二条", "--all-versions"),
        ("search", "密发〔2024〕7号"),
        ("search", f"{SECRET[:2]}茶具会议纪要第一条"),
    ],
    ids=" ".join,
)
def test_commands_obey_the_label(
    base: Base,
    command: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    environment = {
        "ZHIKU_HOME": str(base.settings.home),
        "ZHIKU_DATABASE_URL": base.settings.database_url,
        "ZHIKU_ELASTICSEARCH_URL": base.settings.elasticsearch_url or "",
        "ZHIKU_ELASTICSEARCH_PREFIX": base.settings.elasticsearch_prefix,
        "ZHIKU_TODAY": TODAY.isoformat(),
        "ZHIKU_ACCESS": "public",
    }
    for name, value in environment.items():
        monkeypatch.setitem(os.environ, name, value)
    monkeypatch.setattr("sys.argv", ["zhiku", *command])
    with pytest.raises(SystemExit):
        main()
    printed = capfd.readouterr()
    assert SECRET not in printed.out + printed.err
    assert "~internal" not in printed.out + printed.err
    if "--json" in command:
        for line in printed.out.splitlines():
            json.loads(line)
