"""Internal documents show nowhere: every page with every address, every record, every command that lists them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.base import Base
from app.parts.jobs import Job, jobs
from app.parts.page import Page
from app.parts.report import visible
from app.parts.upload import Upload
from app.state import Place, State
from app.texts import texts
from corpus.access import INTERNAL, Access
from corpus.catalogue import RunEntry
from corpus.catalogue.arrival import copy_of
from corpus.corrections import Change, Part, item_keys, parsed
from corpus.evidence import Evidence
from corpus.model import Kind
from corpus.records import (
    AppliedRule,
    Digest,
    Ending,
    ItemReport,
    ItemState,
    Minutes,
    MinutesItem,
    Participants,
    Relation,
    Term,
)
from tests.app.base import markup, page, settings
from tests.app.conftest import Zhiku
from tests.documents import LONG, document, source

SECRET = "机密茶具"
"""Stands in everything that is not public, and nowhere else."""

PUBLIC, ALL = Access.public(), Access.everything()
OPEN = "cn/示例茶具法@2010-01-01"
MINUTES_ID = f"cn/{SECRET}会议纪要@2024-03-01~internal"
CASES_ID = f"cn/{SECRET}案例@2024-01-01~甲组"
REPEAL_ID = f"cn/{SECRET}办法@2024-01-01~internal"
HIDDEN = (MINUTES_ID, CASES_ID, REPEAL_ID)

ITEM = MinutesItem(
    f"{SECRET}局牵头修订《示例茶具法》。",
    lead=(f"{SECRET}局",),
    support=(f"{SECRET}处",),
    deadline=date(2024, 6, 1),
    state=ItemState.OPEN,
    cites=("示例茶具法",),
    settled_by=OPEN,
    topic=SECRET,
    number="一",
    fragment="1",
    evidence=(Evidence("lead", SECRET, "text", 0, 4),),
)
MEETING = Minutes(
    f"{SECRET}会议",
    date(2024, 3, 1),
    f"{SECRET}室",
    f"{SECRET}长",
    (Participants(SECRET, (SECRET,)),),
    (SECRET,),
    (ITEM,),
    (ItemReport(SECRET, "一", state=ItemState.SETTLED, settled_by="示例茶具法"),),
)
MINUTES = document(
    f"{SECRET}会议纪要",
    (f"{SECRET}局牵头修订。",),
    date(2024, 3, 1),
    kind=Kind.MINUTES,
    subjects=("monopoly",),
)
CASES = document(f"{SECRET}案例", (f"{SECRET}" + LONG,), date(2024, 1, 1), kind=Kind.TYPICAL_CASE)
CASE = Digest(
    f"{SECRET}案",
    "TW",
    case_number=f"（2024）{SECRET}1号",
    court=f"{SECRET}法院",
    date=date(1999, 1, 1),
    parties=(SECRET,),
    subjects=("monopoly",),
    holding=SECRET,
    rules=(AppliedRule(f"{SECRET}法", "1"),),
    keywords=(SECRET,),
)
REPEAL = document(
    f"{SECRET}办法", (f"{SECRET}废止《示例茶具法》。",), date(2024, 1, 1), effective=date(2024, 1, 1)
)
ENDING = Ending(Relation.REPEALS, "示例茶具法", None, date(2024, 1, 1), f"{SECRET}废止", 0, 4)
TERM = Term("zh", f"{SECRET}词", "en", "secretware", 0, 4)


def fill(base: Base, hidden_too: bool = True) -> None:
    """A public law and case; minutes, cases and a repeal that are not public and speak of them."""
    store = base.catalogue.writes.store
    law = document("示例茶具法", (LONG, "第二条内容。"), date(2010, 1, 1), effective=date(2010, 1, 1))
    case = document("示例公开案", (LONG + "案",), date(2015, 1, 1), kind=Kind.JUDGMENT)
    digest = Digest("示例公开案", "CN", court="示例法院", date=date(2015, 1, 1), subjects=("patent",))
    store(law, source("/公开/法.md", b"law"))
    store(replace(case, digests=(digest,)), source("/公开/案.md", b"case"))
    if not hidden_too:
        base.catalogue.writes.end_run(base.catalogue.writes.begin_run(), {"copy": 0, "failed": 0}, [], None)
        base.index.catch_up()
        return
    store(replace(MINUTES, minutes=MEETING), source(f"/{SECRET}/纪要.md", b"minutes"))
    store(replace(CASES, digests=(CASE,)), source(f"/{SECRET}/案.md", b"cases"), "甲组")
    store(
        replace(REPEAL, endings=(ENDING,), terms=(TERM,)), source(f"/{SECRET}/办法.md", b"repeal"), INTERNAL
    )
    entries = [
        RunEntry(f"/{SECRET}/纪要.md", "copy", MINUTES_ID, copy_of(MINUTES_ID)),
        RunEntry(f"/{SECRET}/坏.md", "failed", None, f"{SECRET} is damaged"),
    ]
    base.catalogue.writes.end_run(base.catalogue.writes.begin_run(), {"copy": 1, "failed": 1}, entries, None)
    key = item_keys(MEETING.items)[0]
    for part, name, text in ((Part.ITEM, "lead", f"{SECRET}委"), (Part.ITEM, "state", "落实中")):
        change = Change(name, parsed(name, text, part), part, key)
        base.catalogue.writes.correct(MINUTES_ID, [change], "张三", ALL)
    joined = document(f"{SECRET}旧办法", (f"{SECRET}旧。",), date(2001, 1, 1))
    store(joined, source(f"/{SECRET}/旧.md", b"old"), INTERNAL)
    base.catalogue.writes.join(f"cn/{SECRET}旧办法", "cn/示例茶具法", "张三", ALL)
    renamed = Change("title", parsed("title", f"{SECRET}新办法"))
    base.catalogue.writes.correct(REPEAL_ID, [renamed], "张三", ALL)
    base.index.catch_up()


@pytest.fixture
def base(home: Path) -> Iterator[Base]:
    """The base, which the environment names."""
    with Base(settings(home)) as opened:
        fill(opened)
        yield opened


RECORDS: dict[str, Callable[[Base, Access], object]] = {
    "digests": lambda base, access: base.catalogue.records.digests(access),
    "briefs": lambda base, access: base.catalogue.records.briefs(access),
    "meetings": lambda base, access: base.catalogue.records.meetings(access),
    "endings": lambda base, access: base.catalogue.records.endings(access),
    "terms": lambda base, access: base.catalogue.records.terms(access),
    "digests of one": lambda base, access: base.catalogue.records.digests(access, CASES_ID),
    "meetings of one": lambda base, access: base.catalogue.records.meetings(access, MINUTES_ID),
    "corrections": lambda base, access: base.catalogue.corrections.corrections(access),
    "doubts": lambda base, access: base.catalogue.doubts.doubtful(access),
    "run reports": lambda base, access: base.catalogue.reads.runs(access),
}


@pytest.mark.parametrize("asked", RECORDS)
def test_records_are_for_those_who_may_see_them(base: Base, asked: str) -> None:
    seen = repr(RECORDS[asked](base, PUBLIC))
    assert SECRET not in seen
    assert "~" not in seen
    assert SECRET in repr(RECORDS[asked](base, ALL))


def test_what_is_not_public_ends_nothing_public(base: Base) -> None:
    law = base.catalogue.reads.version(OPEN, PUBLIC)
    assert (law.valid_to, law.ended) == (None, None)
    assert len(base.catalogue.reads.versions(PUBLIC, work="cn/示例茶具法")) == 1


QUESTIONS: tuple[dict[str, str], ...] = (
    {},
    {"q": SECRET},
    {"q": "茶具", "all": "1"},
    {"q": "secretware"},
    {"subject": "monopoly"},
    {"party": f"{SECRET}局"},
)
DOCUMENTS: tuple[dict[str, str], ...] = (
    {"id": OPEN},
    *({"id": hidden} for hidden in HIDDEN),
    {"id": f"{MINUTES_ID}#1"},
    {"id": f"{MINUTES_ID}#item:0"},
    {"id": CASES_ID, "part": "1"},
    {"id": f"cn/{SECRET}办法"},
)


def drawn(place: Place) -> list[str]:
    """All that a place shows for each address: its markup, and the words of what can be pressed and typed into."""
    pages = []
    for address in (
        (*QUESTIONS, *DOCUMENTS) if place in (Place.SEARCH, Place.CASES, Place.MEETINGS) else ({}, *DOCUMENTS)
    ):
        shown = page(view=str(place), **address)
        fields = (*shown.text_input, *shown.text_area, *shown.selectbox, *shown.multiselect, *shown.checkbox)
        widgets = [(field.label, field.value) for field in fields]
        labels = [element.label for element in (*shown.button, *shown.expander)]
        pages.append(repr((re.sub(r"\d\d:\d\d UTC", "", markup(shown)), widgets, labels)))
    return pages


@pytest.mark.parametrize("place", Place)
def test_pages_look_to_public_readers_as_if_it_were_not_there(
    home: Path, tmp_path: Path, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIKU_ACCESS", "public")
    pages = []
    for name, hidden_too in (("with", True), ("without", False)):
        monkeypatch.setenv("ZHIKU_HOME", str(tmp_path / name))
        with Base(settings(tmp_path / name)) as opened:
            fill(opened, hidden_too)
            pages.append(drawn(place))
    for seen, plain in zip(*pages, strict=True):
        assert seen == plain


SECRET_TEXT = f"# {SECRET}规定\n\n（2024年1月1日发布）\n\n第一条 {SECRET}条款应当严格保密。\n\n第二条 本规定自2024年1月1日起施行。\n"


@pytest.mark.parametrize(
    "text", [SECRET_TEXT, SECRET_TEXT.replace("严格保密", "公开")], ids=["copy", "differing"]
)
@pytest.mark.parametrize("trial", [True, False], ids=["dry run", "at once"])
def test_what_is_there_is_not_told_to_who_adds_a_file_under_a_label_that_they_may_not_see(
    base: Base, text: str, trial: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    stored = jobs().start(base, [Upload("本.md", SECRET_TEXT.encode())], INTERNAL)
    assert stored is not None
    assert stored.ended.wait(120)
    version = stored.outcomes[0].version
    assert version is not None
    base.catalogue.writes.correct(version, [Change("title", f"{SECRET}已更名规定")], "张三", ALL)
    monkeypatch.setenv("ZHIKU_ACCESS", "public")
    uploads = [Upload("别.md", text.encode())]
    job = jobs().try_out(uploads, INTERNAL) if trial else jobs().start(base, uploads, INTERNAL)
    assert job is not None
    assert job.ended.wait(120)
    shown = page(view="ingest", job=job.name)
    told = " ".join((markup(shown), *(str(field.value) for field in shown.text_input)))
    if isinstance(job, Job):
        told += job.report(visible(Page(base, State(), texts("zh")), job.outcomes), PUBLIC)
    for part in ("已更名", "~internal", '"status": "copy"', '"copy": 1', "副本", "differs"):
        assert part not in told, part
    assert ("严格保密" in told) <= ("严格保密" in text)


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("list",),
    ("list", "--json"),
    ("list", "--work", "cn/示例茶具法", "--json"),
    ("cases",),
    ("cases", "--json"),
    ("cases", "--court", "法院", "--json"),
    ("minutes",),
    ("minutes", "--json"),
    ("minutes", "--party", SECRET, "--json"),
    ("minutes", "--overdue"),
    ("doubts",),
    ("doubts", "--json"),
    ("correct", "--list"),
    ("correct", "--list", "--json"),
    ("correct", "--list", OPEN),
    ("show", OPEN, "--json"),
    ("search", "茶具", "--all-versions", "--json"),
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_commands_tell_public_readers_nothing_of_it(
    base: Base, zhiku: Zhiku, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIKU_ACCESS", "public")
    ran = zhiku(*command)
    assert ran.status == 0, ran.err
    for part in (SECRET, "~internal", "~甲组", "张三", "secretware"):
        assert part not in ran.out + ran.err


@pytest.mark.parametrize(
    "command",
    [
        ("show", "{}"),
        ("show", "{}#1", "--json"),
        ("correct", "{}", "title=x"),
        ("correct", "{}", "state=落实中", "--item", "1"),
        ("correct", "{}", "court=x", "--case", "1"),
        ("correct", "{}", "--confirm", "title"),
        ("correct", "--list", "{}"),
        ("correct", "--move", "{}", "cn/示例茶具法"),
        ("correct", "--move", OPEN, "{work}"),
        ("correct", "--join", "{work}", "cn/示例茶具法"),
        ("correct", "--join", "cn/示例茶具法", "{work}"),
        ("correct", OPEN, "work={work}"),
    ],
    ids=" ".join,
)
def test_a_command_says_the_same_of_what_is_hidden_and_of_what_is_not_there(
    base: Base, zhiku: Zhiku, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZHIKU_ACCESS", "public")
    told = {}
    for name in (MINUTES_ID, "cn/没有的会议纪要@2024-03-01~internal"):
        work = name.partition("@")[0]
        ran = zhiku(*(word.format(name, work=work) for word in command))
        told[name] = (ran.status, ran.out.replace(work, "W"), ran.err.replace(work, "W"))
    hidden, absent = told.values()
    assert hidden == absent
    assert hidden[0] == 2
