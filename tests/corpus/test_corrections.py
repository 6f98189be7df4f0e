"""Corrections: a person has the last word, whatever becomes of the file."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue, Confirmed
from corpus.corrections import FIELDS, Change, Part, case_keys, item_keys, parsed, shown
from corpus.errors import NotFoundError, UsageError
from corpus.evidence import PERSON
from corpus.model import Document, Kind, SourceFile, Status
from corpus.records import Digest, ItemState, Minutes, MinutesItem
from tests.documents import LONG, document, source

ALL = Access.everything()
PUBLIC = Access.public()
WHO = "李四"


def change(name: str, text: str, part: Part = Part.DOCUMENT, key: str = "") -> Change:
    return Change(name, parsed(name, text, part), part, key)


def correct(catalogue: Catalogue, version: str, *changes: Change) -> str:
    return catalogue.writes.correct(version, changes, WHO, ALL).version


def title(catalogue: Catalogue, version: str) -> str:
    return catalogue.reads.version(version, ALL).identity.title


class TestCorrecting:
    def test_a_corrected_value_shows_with_who_and_when(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), source())
        version = correct(catalogue, stored.version, change("issuers", "甲局; 乙院"))
        held = catalogue.reads.version(version, PUBLIC).identity
        assert held.issuers == ("甲局", "乙院")
        evidence = [e for e in held.evidence if e.field == "issuers"]
        assert [(e.origin, e.surface) for e in evidence] == [(PERSON, f"{WHO} 2026-11-22 08:00")]

    def test_a_correction_says_what_was_before_and_can_be_taken_back(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(document_number="示〔2020〕1号"), source())
        made = catalogue.writes.correct(
            stored.version, [change("document_number", "示〔2020〕2号")], WHO, ALL
        )
        [correction] = made.corrections
        assert (correction.before, correction.value, correction.by) == ("示〔2020〕1号", "示〔2020〕2号", WHO)
        taken = catalogue.writes.withdraw(correction.number, "王五", ALL)
        held = catalogue.reads.version(taken.version, PUBLIC)
        assert held.identity.document_number == "示〔2020〕1号"
        [listed] = catalogue.corrections.corrections(PUBLIC, stored.version)
        assert (listed.withdrawn_by, listed.versions) == ("王五", (stored.version,))
        with pytest.raises(UsageError, match="taken back before"):
            catalogue.writes.withdraw(correction.number, "王五", ALL)

    def test_taking_all_back_leaves_what_storing_left(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(names=("示例办法",)), source())
        before = catalogue.reads.version(stored.version, ALL)
        version = correct(
            catalogue, stored.version, change("title", "另一办法"), change("effective", "2021-01-01")
        )
        assert catalogue.reads.version(version, ALL).fingerprint != before.fingerprint
        for correction in catalogue.corrections.corrections(ALL):
            catalogue.writes.withdraw(correction.number, WHO, ALL)
        assert catalogue.reads.version(stored.version, ALL) == before
        assert [v.id for v in catalogue.reads.versions(ALL)] == [stored.version]

    def test_the_last_of_several_corrections_holds(self, catalogue: Catalogue) -> None:
        version = catalogue.writes.store(document(), source()).version
        for issuer in ("甲局", "乙院"):
            version = correct(catalogue, version, change("issuers", issuer))
        assert catalogue.reads.version(version, ALL).identity.issuers == ("乙院",)
        newest = catalogue.corrections.corrections(ALL)[0]
        catalogue.writes.withdraw(newest.number, WHO, ALL)
        assert catalogue.reads.version(version, ALL).identity.issuers == ("甲局",)

    def test_a_value_that_is_right_is_confirmed(self, catalogue: Catalogue) -> None:
        version = catalogue.writes.store(document(), source()).version
        made = catalogue.writes.correct(version, [change("title", "示例管理办法")], WHO, ALL)
        assert [c.confirms for c in made.corrections] == [True]
        assert made.version == version

    def test_a_trial_keeps_nothing(self, catalogue: Catalogue) -> None:
        version = catalogue.writes.store(document(), source()).version
        tried = catalogue.writes.correct(version, [change("title", "另一办法")], WHO, ALL, dry_run=True)
        assert tried.version == "cn/另一办法@2020-01-01"
        assert catalogue.corrections.corrections(ALL) == []
        assert title(catalogue, version) == "示例管理办法"

    def test_what_stands_in_the_index_follows(self, catalogue: Catalogue) -> None:
        version = catalogue.writes.store(document(), source()).version
        catalogue.writes.settle(catalogue.reads.pending())
        now = correct(catalogue, version, change("title", "另一办法"))
        state = catalogue.reads.version(now, ALL).fingerprint
        assert catalogue.reads.pending() == {version: None, now: state}

    def test_a_corrected_title_is_a_name_and_the_false_one_is_none(self, catalogue: Catalogue) -> None:
        version = catalogue.writes.store(document("误读标题"), source()).version
        correct(catalogue, version, change("title", "示例条例"))
        assert [n.work for n in catalogue.reads.named(["示例条例"], PUBLIC)] == ["cn/示例条例"]
        assert catalogue.reads.named(["误读标题"], PUBLIC) == []

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("title", " "),
            ("kind", "statutes"),
            ("language", "Chinese"),
            ("jurisdiction", "XX"),
            ("adopted", "2020年1月1日"),
            ("subjects", "patent; patents"),
            ("region", "某省"),
            ("events", "begun 2020-01-01"),
            ("nothing", "1"),
        ],
    )
    def test_a_value_that_cannot_be_is_refused(self, name: str, text: str) -> None:
        with pytest.raises(UsageError, match=name):
            parsed(name, text)

    @pytest.mark.parametrize(
        ("name", "text", "part"),
        [
            ("names", "甲; 乙", Part.DOCUMENT),
            ("events", "adopted 2008-12-27; amended 2020-10-17 某常务委员会", Part.DOCUMENT),
            ("effective", "", Part.DOCUMENT),
            ("rules", "示例法 #17-1; 另一法", Part.CASE),
            ("state", "落实中", Part.ITEM),
        ],
    )
    def test_a_kept_value_is_written_as_a_person_writes_it(self, name: str, text: str, part: Part) -> None:
        assert shown(parsed(name, text, part)) == text

    def test_every_field_of_the_model_can_be_corrected(self) -> None:
        names = {name for name, field in FIELDS[Part.DOCUMENT].items() if field.attribute}
        assert names | {"evidence", "warnings"} == set(document().identity.__dataclass_fields__)


HOSTILE = (
    "",
    "<script>alert(1)</script>",
    "\u202e反\u202c\u200b",
    "a\x00b",
    "x" * 1001,
    "x" * 100_001,
    "\ud800",
    "'; drop table versions;--",
    "cn/甲@2020-01-01#1",
    "../../etc/passwd",
    "[" * 50_000,
    '[{"a": 1}, null]',
    '["\\ud800"]',
    "2020-13-01",
    "0001-01-01",
    "9999-12-31",
    "amended 0000-00-00",
    "%s{0}{{x}}",
    "###",
)


class TestHostileValues:
    @pytest.mark.parametrize(
        ("part", "name"), [(part, name) for part in FIELDS for name in FIELDS[part]], ids=str
    )
    def test_what_is_written_is_refused_or_read_and_taken_back(
        self, catalogue: Catalogue, part: Part, name: str
    ) -> None:
        held = replace(document(), minutes=Minutes("会", items=(ITEM,)), digests=(Digest("案", "CN"),))
        version = catalogue.writes.store(held, source()).version
        keys = {Part.ITEM: item_keys((ITEM,))[0], Part.CASE: case_keys(held.digests)[0]}
        for text in HOSTILE:
            try:
                made = [change(name, text, part, keys.get(part, ""))]
                done = catalogue.writes.correct(version, made, WHO, ALL)
            except UsageError:
                continue
            assert catalogue.records.meetings(ALL)
            assert catalogue.records.digests(ALL)
            for correction in done.corrections:
                catalogue.writes.withdraw(correction.number, WHO, ALL)
        assert catalogue.reads.version(version, ALL).identity == held.identity


class TestIds:
    def test_a_new_title_makes_a_new_id_and_the_old_one_leads_to_it(self, catalogue: Catalogue) -> None:
        old = catalogue.writes.store(document(), source()).version
        new = correct(catalogue, old, change("title", "另一办法"))
        assert new == "cn/另一办法@2020-01-01"
        assert catalogue.reads.version(old, PUBLIC).id == new
        assert catalogue.reads.provision(f"{old}#1", PUBLIC)[0].id == new
        assert catalogue.reads.provisions(old, PUBLIC) == catalogue.reads.provisions(new, PUBLIC)
        assert [v.id for v in catalogue.reads.versions(ALL)] == [new]

    def test_links_lead_on_however_often_a_version_moves(self, catalogue: Catalogue) -> None:
        first = catalogue.writes.store(document(), source()).version
        second = correct(catalogue, first, change("title", "乙办法"))
        third = correct(catalogue, second, change("title", "丙办法"))
        assert {catalogue.reads.version(each, ALL).id for each in (first, second, third)} == {third}
        back = correct(catalogue, first, change("title", "乙办法"))
        assert {catalogue.reads.version(each, ALL).id for each in (first, second, third)} == {back}

    def test_an_id_that_moved_shows_nobody_what_they_may_not_see(self, catalogue: Catalogue) -> None:
        old = catalogue.writes.store(document(), source(), "internal").version
        correct(catalogue, old, change("title", "另一办法"))
        with pytest.raises(NotFoundError):
            catalogue.reads.version(old, PUBLIC)

    @pytest.mark.parametrize(
        ("changes", "day"),
        [
            ([("adopted", "2019-12-28")], "2019-12-28"),
            ([("adopted", "")], "2020-02-01"),
            ([("effective", "2021-01-01")], "2020-01-01"),
            ([("events", "adopted 2008-12-27; amended 2020-10-17")], "2020-10-17"),
            ([("version_on", "2018-05-05")], "2018-05-05"),
        ],
    )
    def test_the_day_that_names_a_version_follows_its_dates(
        self, catalogue: Catalogue, changes: list[tuple[str, str]], day: str
    ) -> None:
        stored = catalogue.writes.store(document(promulgated=date(2020, 2, 1)), source())
        version = correct(catalogue, stored.version, *(change(*each) for each in changes))
        assert version == f"cn/示例管理办法@{day}"

    def test_a_version_that_meets_another_one_stays_beside_it(self, catalogue: Catalogue) -> None:
        one = catalogue.writes.store(document(), source()).version
        other = catalogue.writes.store(document("另一办法", (LONG, "二。")), source("/b.txt", b"two")).version
        now = correct(catalogue, other, change("title", "示例管理办法"))
        assert now.startswith(f"{one}~")
        assert len(catalogue.reads.work("cn/示例管理办法", ALL).versions) == 2

    def test_the_language_of_a_version_stays_in_its_id(self, catalogue: Catalogue) -> None:
        law = document("Sample Law", (LONG,), date(2010, 1, 1), language="en")
        english = catalogue.writes.store(law, source("/en.txt")).version
        assert english.endswith("~en")
        assert correct(catalogue, english, change("adopted", "2011-01-01")).endswith("@2011-01-01~en")

    def test_a_corrected_language_names_the_version_as_reading_it_again_would(
        self, catalogue: Catalogue
    ) -> None:
        law, file = document("示例法", (LONG,), date(2010, 1, 1)), source("/法.txt")
        first = catalogue.writes.store(law, file).version
        now = correct(catalogue, first, change("language", "en"))
        assert catalogue.writes.store(law, file).version == now
        assert catalogue.reads.version(first, ALL).id == now
        number = catalogue.corrections.corrections(ALL)[0].number
        assert catalogue.writes.withdraw(number, "李四", ALL).version == first

    @pytest.mark.parametrize("seed", range(12))
    def test_whatever_was_corrected_all_of_it_can_be_taken_back_in_any_order(
        self, catalogue: Catalogue, seed: int
    ) -> None:
        files = (
            (document("甲法", (LONG + "一",), date(2010, 1, 1)), source("/a.txt", b"a"), None),
            (document("甲法", (LONG + "二",), date(2020, 1, 1)), source("/b.txt", b"b"), None),
            (document("乙条例", (LONG + "三",), date(2010, 1, 1)), source("/c.txt", b"c"), None),
            (document("丙条例", (LONG + "三",), date(2010, 1, 1)), source("/d.txt", b"d"), "internal"),
            (document("Law", (LONG + "four",), date(2010, 1, 1), language="en"), source("/e.txt", b"e"), None),
            (document("丁办法", (LONG + "五",), None), source("/f.txt", b"f"), None),
        )  # fmt: skip
        for read, file, label in files:
            catalogue.writes.store(read, file, label)
        before = catalogue.reads.versions(ALL)
        texts = {v.id: catalogue.reads.provisions(v.id, ALL) for v in before}
        chance = Random(seed)
        made: list[int] = []
        values = (
            "title=甲法",
            "title=乙条例",
            "adopted=2020-01-01",
            "version_on=",
            "language=en",
            "kind=policy",
        )
        for _ in range(6):
            held = catalogue.reads.versions(ALL)
            version, work = chance.choice(held).id, chance.choice(held).work
            name, _, text = chance.choice((*values, f"work={work}")).partition("=")
            with suppress(UsageError):  # a work that not all may see who see the version
                done = catalogue.writes.correct(version, [change(name, text)], "李四", ALL)
                made += [c.number for c in done.corrections]
            read, file, label = chance.choice(files)
            assert catalogue.writes.store(read, file, label).status == "unchanged"
        with suppress(UsageError, NotFoundError):
            joined = catalogue.writes.join("cn/乙条例", "cn/甲法", "李四", ALL)
            made += [c.number for c in joined.corrections]
        chance.shuffle(made)
        for number in made:
            catalogue.writes.withdraw(number, "李四", ALL)
        assert len(catalogue.reads.versions(ALL)) == len(before)
        for was in before:  # by the id that it had, whatever id it has now
            now = catalogue.reads.version(was.id, ALL)
            assert replace(now, id="", fingerprint="") == replace(was, id="", fingerprint="")
            assert catalogue.reads.provisions(was.id, ALL) == texts[was.id]


class TestValidity:
    def test_dates_of_both_works_are_derived_anew(self, catalogue: Catalogue) -> None:
        old = catalogue.writes.store(document(), source()).version
        new = catalogue.writes.store(
            document("误读标题", (LONG, "二。"), date(2024, 1, 1)), source("/b.txt", b"two")
        ).version
        assert catalogue.reads.version(old, ALL).valid_to is None
        correct(catalogue, new, change("title", "示例管理办法"))
        assert catalogue.reads.version(old, ALL).valid_to == date(2024, 1, 1)
        [made] = catalogue.corrections.corrections(ALL)
        catalogue.writes.withdraw(made.number, WHO, ALL)
        assert catalogue.reads.version(old, ALL).valid_to is None

    def test_a_repeal_that_a_person_knows_ends_a_version(self, catalogue: Catalogue) -> None:
        version = catalogue.writes.store(document(), source()).version
        correct(catalogue, version, change("repealed", "2025-01-01"))
        assert catalogue.reads.version(version, ALL).status(date(2026, 1, 1)) is Status.REPEALED


class TestSurviving:
    """Whatever is read again, the person keeps the last word."""

    FIRST = source("/a.txt", b"one")

    @pytest.mark.parametrize(
        ("read", "file"),
        [
            pytest.param(document(), FIRST, id="the same file"),
            pytest.param(document(articles=(LONG, "改。")), source("/a.txt", b"mended"), id="a changed file"),
            pytest.param(document(), source("/新.txt", b"one"), id="a renamed file"),
            pytest.param(document(), source("/副本.docx", b"other"), id="a copy in another format"),
            pytest.param(document(issuers=("丙部",)), FIRST, id="understood otherwise"),
            pytest.param(document(version_on=date(2021, 1, 1)), FIRST, id="with another day"),
        ],
    )
    def test_corrections_hold(self, catalogue: Catalogue, read: Document, file: SourceFile) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        correct(catalogue, stored.version, change("title", "示例条例"), change("kind", "policy"))
        again = catalogue.writes.store(read, file)
        held = catalogue.reads.version(again.version, ALL)
        assert (held.identity.title, held.identity.kind, held.work) == (
            "示例条例",
            Kind.POLICY,
            "cn/示例条例",
        )

    def test_the_same_file_again_changes_nothing(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        version = correct(catalogue, stored.version, change("title", "示例条例"))
        catalogue.writes.settle(catalogue.reads.pending())
        again = catalogue.writes.store(document(), self.FIRST)
        assert (again.status, again.version) == ("unchanged", version)
        assert catalogue.reads.pending() == {}

    def test_a_file_that_was_changed_and_then_renamed_is_still_known(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        correct(catalogue, stored.version, change("title", "示例条例"))
        changed = document(articles=(LONG + "另有规定的除外。", "二。"))
        catalogue.writes.store(changed, source("/a.txt", b"mended"))
        renamed = catalogue.writes.store(changed, source("/b.txt", b"mended"))
        assert title(catalogue, renamed.version) == "示例条例"

    def test_a_document_that_was_removed_comes_back_corrected(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        version = correct(catalogue, stored.version, change("title", "示例条例"))
        catalogue.writes.remove(version)
        assert title(catalogue, catalogue.writes.store(document(), self.FIRST).version) == "示例条例"

    def test_another_version_at_the_same_place_is_another_document(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        correct(catalogue, stored.version, change("issuers", "甲局"))
        later = catalogue.writes.store(
            document(articles=(LONG, "二。"), version_on=date(2024, 1, 1)), source("/a.txt", b"later")
        )
        assert catalogue.reads.version(later.version, ALL).identity.issuers == ()

    def test_a_short_text_that_happens_to_be_equal_is_another_document(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document("甲批复", ["同意。"]), self.FIRST)
        correct(catalogue, stored.version, change("issuers", "甲局"))
        other = catalogue.writes.store(document("乙批复", ["同意。"]), source("/b.txt", b"two"))
        assert catalogue.reads.version(other.version, ALL).identity.issuers == ()

    def test_what_was_taken_back_stays_so(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        correct(catalogue, stored.version, change("title", "示例条例"))
        catalogue.writes.withdraw(catalogue.corrections.corrections(ALL)[0].number, WHO, ALL)
        again = catalogue.writes.store(document(issuers=("丙部",)), self.FIRST)
        assert title(catalogue, again.version) == "示例管理办法"
        assert len(catalogue.corrections.corrections(ALL, again.version)) == 1

    def test_after_reading_again_it_can_still_be_taken_back(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        correct(catalogue, stored.version, change("title", "示例条例"))
        catalogue.writes.store(document(issuers=("丙部",)), self.FIRST)
        taken = catalogue.writes.withdraw(catalogue.corrections.corrections(ALL)[0].number, WHO, ALL)
        held = catalogue.reads.version(taken.version, ALL)
        assert (held.id, held.identity.issuers) == (stored.version, ("丙部",))

    def test_a_document_with_another_label_takes_its_corrections_along(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(document(), self.FIRST)
        correct(catalogue, stored.version, change("title", "示例条例"))
        hidden = catalogue.writes.store(document(), self.FIRST, "internal")
        assert title(catalogue, hidden.version) == "示例条例"
        assert catalogue.corrections.corrections(PUBLIC) == []

    def test_a_correction_of_an_internal_document_does_not_show_in_a_public_copy(
        self, catalogue: Catalogue
    ) -> None:
        hidden = catalogue.writes.store(document(), self.FIRST, "internal")
        correct(catalogue, hidden.version, change("title", "示例条例"))
        other = catalogue.writes.store(document(), source("/b.txt", b"two"))
        assert title(catalogue, other.version) == "示例管理办法"


class TestWorks:
    def two(self, catalogue: Catalogue) -> tuple[str, str]:
        old = catalogue.writes.store(document("旧办法"), source("/a.txt", b"one")).version
        new = catalogue.writes.store(
            document("新办法", (LONG, "二。"), date(2024, 1, 1)), source("/b.txt", b"two")
        ).version
        return old, new

    def test_a_version_moves_to_another_work(self, catalogue: Catalogue) -> None:
        old, new = self.two(catalogue)
        moved = correct(catalogue, old, change("work", "cn/新办法"))
        assert moved == "cn/新办法@2020-01-01"
        assert catalogue.reads.work("cn/新办法", ALL).versions == (moved, new)
        assert catalogue.reads.version(moved, ALL).valid_to == date(2024, 1, 1)
        assert title(catalogue, old) == "旧办法"
        again = catalogue.writes.store(document("旧办法"), source("/a.txt", b"one"))
        assert (again.status, again.version) == ("unchanged", moved)

    def test_no_version_moves_to_a_work_that_is_not_there(self, catalogue: Catalogue) -> None:
        old, _ = self.two(catalogue)
        catalogue.writes.store(document("内部办法", (LONG, "三。")), source("/c.txt", b"3"), "internal")
        for work in ("cn/没有", "cn/内部办法"):
            with pytest.raises(UsageError, match="work"):
                correct(catalogue, old, change("work", work))

    def test_joined_works_are_one_with_what_comes_later(self, catalogue: Catalogue) -> None:
        old, new = self.two(catalogue)
        catalogue.writes.join("cn/旧办法", "cn/新办法", WHO, ALL)
        later = catalogue.writes.store(
            document("旧办法", (LONG, "三。"), date(2022, 1, 1)), source("/c.txt", b"three")
        )
        versions = catalogue.reads.work("cn/新办法", ALL).versions
        assert versions == ("cn/新办法@2020-01-01", "cn/新办法@2022-01-01", new)
        assert later.version in versions
        assert catalogue.reads.version(old, ALL).id == versions[0]

    def test_joined_works_part_again(self, catalogue: Catalogue) -> None:
        old, new = self.two(catalogue)
        joined = catalogue.writes.join("cn/旧办法", "cn/新办法", WHO, ALL)
        catalogue.writes.store(
            document("旧办法", (LONG, "三。"), date(2022, 1, 1)), source("/c.txt", b"three")
        )
        catalogue.writes.withdraw(joined.corrections[0].number, WHO, ALL)
        assert catalogue.reads.work("cn/旧办法", ALL).versions == (old, "cn/旧办法@2022-01-01")
        assert catalogue.reads.work("cn/新办法", ALL).versions == (new,)
        assert catalogue.reads.version(old, ALL).valid_to == date(2022, 1, 1)

    def test_works_are_joined_by_way_of_others_and_never_in_a_circle(self, catalogue: Catalogue) -> None:
        self.two(catalogue)
        catalogue.writes.store(document("第三办法", (LONG, "三。"), date(2025, 1, 1)), source("/c.txt", b"3"))
        catalogue.writes.join("cn/旧办法", "cn/新办法", WHO, ALL)
        catalogue.writes.join("cn/新办法", "cn/第三办法", WHO, ALL)
        assert len(catalogue.reads.work("cn/第三办法", ALL).versions) == 3
        with pytest.raises((UsageError, NotFoundError)):
            catalogue.writes.join("cn/第三办法", "cn/旧办法", WHO, ALL)
        for correction in catalogue.corrections.corrections(ALL):
            catalogue.writes.withdraw(correction.number, WHO, ALL)
        assert len(catalogue.reads.work("cn/旧办法", ALL).versions) == 1

    def test_a_join_of_internal_works_does_not_concern_public_documents(self, catalogue: Catalogue) -> None:
        _, new = self.two(catalogue)
        catalogue.writes.store(document("密办法", (LONG, "四。")), source("/d.txt", b"4"), "internal")
        catalogue.writes.join("cn/密办法", "cn/新办法", WHO, ALL)
        assert catalogue.corrections.corrections(PUBLIC) == []
        assert catalogue.reads.work("cn/新办法", PUBLIC).versions == (new,)
        open_one = catalogue.writes.store(document("密办法", (LONG, "五。")), source("/e.txt", b"5"))
        assert open_one.version == "cn/密办法@2020-01-01"


ITEM = MinutesItem("由甲局牵头研究修改方案。", lead=("甲局",))
OTHER = MinutesItem("由丙院整理案例。", lead=("丙院",))


def meeting(*items: MinutesItem, **changes: Any) -> Document:
    made = document("示例会议纪要", kind=Kind.MINUTES)
    return replace(made, minutes=Minutes(meeting="示例会议", items=items), **changes)


class TestParts:
    def test_an_item_gets_another_party_and_state_wherever_it_stands(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(meeting(ITEM), source())
        [key] = item_keys([ITEM])
        changes = [
            change("lead", "乙院", Part.ITEM, key),
            change("state", "已落实", Part.ITEM, key),
            change("settled_by", "cn/示例管理办法@2020-01-01", Part.ITEM, key),
        ]
        version = correct(catalogue, stored.version, *changes)
        again = catalogue.writes.store(meeting(OTHER, ITEM), source(content=b"more"))
        assert again.version == version
        [held] = catalogue.records.meetings(ALL, version)
        assert held.minutes.items[0] == OTHER
        item = held.minutes.items[1]
        assert (item.lead, item.state) == (("乙院",), ItemState.SETTLED)
        assert {e.field for e in item.evidence if e.origin == PERSON} == {"lead", "state", "settled_by"}

    def test_items_of_the_same_words_are_told_apart(self) -> None:
        one, two = item_keys([ITEM, ITEM])
        assert one != two

    def test_a_digest_gets_another_court_and_rules(self, catalogue: Catalogue) -> None:
        digest = Digest("甲诉乙案", "CN", case_number="（2020）示民终1号")
        given = replace(document(kind=Kind.JUDGMENT), digests=(digest,))
        stored = catalogue.writes.store(given, source())
        [key] = case_keys([digest])
        changes = [change("court", "示例法院", Part.CASE, key), change("rules", "示例法 #3", Part.CASE, key)]
        version = correct(catalogue, stored.version, *changes)
        [held] = catalogue.records.digests(ALL, version)
        assert held.digest.court == "示例法院"
        assert [(r.work, r.article) for r in held.digest.rules] == [("示例法", "3")]
        for each in catalogue.corrections.corrections(ALL):
            catalogue.writes.withdraw(each.number, WHO, ALL)
        assert catalogue.records.digests(ALL, version)[0].digest == digest

    def test_a_part_that_is_not_there_is_named(self, catalogue: Catalogue) -> None:
        stored = catalogue.writes.store(meeting(ITEM), source())
        for wrong in (change("lead", "乙院", Part.ITEM, "none"), change("court", "法院", Part.CASE, "none")):
            with pytest.raises(UsageError, match="There is no"):
                correct(catalogue, stored.version, wrong)


class TestAccess:
    def test_nobody_corrects_what_they_may_not_see(self, catalogue: Catalogue) -> None:
        hidden = catalogue.writes.store(meeting(ITEM), source()).version
        correct(catalogue, hidden, change("title", "另一纪要"))
        [made] = catalogue.corrections.corrections(ALL)
        for attempt in (
            lambda: catalogue.writes.correct(hidden, [change("title", "三")], WHO, PUBLIC),
            lambda: catalogue.writes.withdraw(made.number, WHO, PUBLIC),
            lambda: catalogue.corrections.corrections(PUBLIC, hidden),
            lambda: catalogue.writes.join("cn/另一纪要", "cn/另一纪要", WHO, PUBLIC),
        ):
            with pytest.raises(NotFoundError):
                attempt()
        assert catalogue.corrections.corrections(PUBLIC) == []

    def test_who_corrects_is_named(self, catalogue: Catalogue) -> None:
        version = catalogue.writes.store(document(), source()).version
        with pytest.raises(UsageError, match="Nobody"):
            catalogue.writes.correct(version, [change("title", "二")], " ", ALL)


class TestStoringCorrected:
    @pytest.mark.parametrize(("read", "said"), [("policy", "minutes"), ("minutes", "policy")])
    def test_what_is_read_as_minutes_or_said_to_be_such_is_internal(
        self, catalogue: Catalogue, read: str, said: str
    ) -> None:
        paper = document("示例会议", (LONG,), kind=Kind(read))
        confirmed = Confirmed(paper, source("/会.txt"), None, (change("kind", said),))
        stored = catalogue.writes.store_corrected(confirmed, "李四")
        assert catalogue.reads.version(stored.version, ALL).access == "internal"

    def test_a_document_is_stored_with_its_corrections_at_once(self, catalogue: Catalogue) -> None:
        confirmed = Confirmed(document("误读标题"), source(), None, (change("title", "示例条例"),))
        stored = catalogue.writes.store_corrected(confirmed, WHO)
        assert (stored.status, stored.version) == ("added", "cn/示例条例@2020-01-01")
        assert len(catalogue.corrections.corrections(ALL, stored.version)) == 1

    def test_a_trial_says_what_would_become_of_each(self, catalogue: Catalogue) -> None:
        one, two = Confirmed(document(), source()), Confirmed(document(), source("/b.txt", b"two"))
        tried = catalogue.writes.try_out([one, two], WHO)
        assert [(each.status, each.version) for each in tried] == [
            ("added", "cn/示例管理办法@2020-01-01"),
            ("copy", "cn/示例管理办法@2020-01-01"),
        ]
        assert catalogue.reads.known(ALL) == {}

    def test_nothing_is_stored_where_a_change_cannot_be(self, catalogue: Catalogue) -> None:
        confirmed = Confirmed(document(), source(), None, (change("lead", "甲局", Part.ITEM, "none"),))
        with pytest.raises(UsageError):
            catalogue.writes.store_corrected(confirmed, WHO)
        assert catalogue.reads.versions(ALL) == []
