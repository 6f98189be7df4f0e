"""A person has the last word on the pages: the dry run, the correction form, the list of doubts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from app.base import Base
from app.parts.jobs import jobs
from app.parts.trials import Trial
from app.parts.upload import Upload
from corpus.access import Access
from corpus.catalogue import Confirmed
from corpus.corrections import Change, Part, item_keys
from corpus.model import Kind
from corpus.records import Minutes, MinutesItem
from tests.app.base import HOSTILE, links, markup, page, parameters, words
from tests.app.test_pages_ingest import LAW, fresh_jobs, wait
from tests.documents import document, source

__all__ = ["fresh_jobs"]

PATENTS = "cn/示例专利法@2020-10-17"
ALL = Access.everything()


def tried(base: Base, *files: tuple[str, str], label: str | None = None) -> Trial:
    trial = jobs().try_out([Upload(name, text.encode()) for name, text in files], label)
    assert trial is not None
    assert trial.ended.wait(120)
    return trial


def press(test: AppTest, label: str) -> AppTest:
    next(button for button in test.button if button.label == label).click()
    test.run()
    assert not test.exception, test.exception
    return test


def address_of(test: AppTest) -> dict[str, str]:
    """What the URL says, in whichever form the test runner keeps it."""
    return {name: value if isinstance(value, str) else value[0] for name, value in test.query_params.items()}


def write(test: AppTest, label: str, value: str) -> None:
    next(each for each in test.text_input if each.label == label).set_value(value)


class TestDryRun:
    def test_nothing_is_stored_before_somebody_says_so(self, base: Base) -> None:
        before = base.catalogue.reads.known(ALL)
        trial = tried(base, ("law.txt", LAW), ("空.txt", ""))
        shown = page(view="ingest", job=trial.name)
        assert "读出 1 份文件，尚未入库" in words(shown)
        for part in ("示例规定", "新作品", "2 条", "空.txt", "失败", "本规定自2020年1月1日起施行"):
            assert part in words(shown)
        assert base.catalogue.reads.known(ALL) == before

    def test_what_was_confirmed_is_stored_with_its_corrections(self, base: Base) -> None:
        trial = tried(base, ("law.txt", LAW))
        test = page(view="ingest", job=trial.name)
        write(test, "标题", "改正规定")
        press(test, "采用更正")
        assert "cn/改正规定@2020-01-01" in words(test)
        write(test, "更正人", "李四")
        test.run()
        press(test, "入库（1 份）")
        job = jobs().get(address_of(test)["job"])
        assert job is not None
        assert job.ended.wait(60)
        version = base.catalogue.reads.version("cn/改正规定@2020-01-01", ALL)
        assert [c.by for c in base.catalogue.corrections.corrections(ALL, version.id)] == ["李四"]
        assert "改正规定" in words(page(q="检验入库"))
        assert jobs().get(trial.name) is None

    def test_what_is_discarded_leaves_nothing(self, base: Base) -> None:
        before = base.catalogue.reads.known(ALL)
        trial = tried(base, ("law.txt", LAW))
        press(page(view="ingest", job=trial.name), "放弃")
        assert jobs().get(trial.name) is None
        assert base.catalogue.reads.known(ALL) == before

    def test_a_value_that_cannot_be_is_refused_and_named(self, base: Base) -> None:
        trial = tried(base, ("law.txt", LAW))
        test = page(view="ingest", job=trial.name)
        write(test, "通过日期", "去年")
        press(test, "采用更正")
        assert "不能这样填写" in words(test)
        assert trial.tried[0].confirmed.changes == ()

    def test_a_file_can_be_left_out(self, base: Base) -> None:
        trial = tried(base, ("law.txt", LAW), ("other.txt", LAW.replace("示例规定", "另一规定")))
        test = page(view="ingest", job=trial.name, page="2")
        test.checkbox[0].check().run()
        assert [each.leave_out for each in trial.tried] == [False, True]
        assert any(button.label == "入库（1 份）" for button in test.button)

    def test_copies_and_new_versions_are_told(self, base: Base) -> None:
        wait(jobs().start(base, [Upload("law.txt", LAW.encode())], None))
        trial = tried(base, ("copy.txt", LAW + " "), ("new.txt", LAW.replace("2020年1月", "2024年5月")))
        shown = words(page(view="ingest", job=trial.name))
        assert "新版本 2024-05-01：" in shown

    def test_nobody_else_finds_it(self, base: Base) -> None:
        trial = tried(base, ("law.txt", LAW))
        assert "示例规定" not in words(page(view="ingest"))
        assert "示例规定" in words(page(view="ingest", job=trial.name, lang="en"))

    def test_what_is_there_internally_is_not_told(self, base: Base) -> None:
        wait(jobs().start(base, [Upload("law.txt", LAW.encode())], "internal"))
        trial = tried(base, ("copy.txt", LAW), label="internal")
        shown = words(page(view="ingest", job=trial.name))
        assert "可见范围：内部" in shown
        assert "已有" not in shown
        assert "副本" not in shown

    def test_what_a_file_holds_is_no_markup(self, base: Base) -> None:
        trial = tried(base, ("a.txt", f"恶意规定{HOSTILE}\n\n第一条 月亮{HOSTILE}。\n"))
        shown = markup(page(view="ingest", job=trial.name))
        assert "<script>alert" not in shown
        assert "<img" not in shown


class TestCorrectionForm:
    def test_the_reader_leads_to_it(self, base: Base) -> None:
        address = links(page(view="reader", id=PATENTS))["更正"]
        assert parameters(address) == {"view": "correct", "id": PATENTS}

    def test_a_field_is_corrected_and_taken_back(self, base: Base) -> None:
        test = page(view="correct", id=PATENTS)
        write(test, "更正人", "李四")
        write(test, "标题", "示例商标法")
        press(test, "保存更正")
        assert "已更正：标题" in words(test)
        assert address_of(test)["id"] == "cn/示例商标法@2020-10-17"
        assert "标题：示例专利法 → 示例商标法" in words(test)
        assert "示例商标法" in words(page(q="诉前保全"))
        press(test, "撤回")
        assert address_of(test)["id"] == PATENTS
        assert "由李四于" in words(test)
        assert "示例商标法" not in words(page(q="诉前保全"))

    def test_nobody_corrects_without_a_name(self, base: Base) -> None:
        test = page(view="correct", id=PATENTS)
        write(test, "标题", "示例商标法")
        press(test, "保存更正")
        assert "请先填写更正人" in words(test)
        assert base.catalogue.corrections.corrections(ALL) == []

    def test_works_are_joined_after_asking(self, base: Base) -> None:
        test = page(view="correct", id="cn/未来条例@2026-06-01")
        write(test, "更正人", "李四")
        write(test, "目标作品的标识", "cn/示例专利法")
        test.run()
        [join] = [button for button in test.button if button.label == "合并作品"]
        assert join.disabled
        test.checkbox[0].check().run()
        press(test, "合并作品")
        assert len(base.catalogue.reads.versions(ALL, work="cn/示例专利法")) == 3
        assert "cn/未来条例 并入 cn/示例专利法" in words(test)
        press(test, "撤回")
        assert len(base.catalogue.reads.versions(ALL, work="cn/示例专利法")) == 2

    def test_a_version_is_moved(self, base: Base) -> None:
        test = page(view="correct", id="cn/未来条例@2026-06-01")
        write(test, "更正人", "李四")
        write(test, "目标作品的标识", "cn/示例专利法")
        test.run()
        press(test, "只移动这个版本")
        assert address_of(test)["id"] == "cn/示例专利法@2026-06-01"

    def test_an_item_gets_a_state(self, base: Base) -> None:
        item = MinutesItem("由甲局研究。")
        made = replace(document("示例纪要", kind=Kind.MINUTES), minutes=Minutes("示例会议", items=(item,)))
        version = base.catalogue.writes.store(made, source("/m.txt", b"m"), "public").version
        [key] = item_keys([item])
        test = page(view="correct", id=f"{version}#item:{key}")
        write(test, "更正人", "李四")
        next(box for box in test.selectbox if box.label == "状态").select("已落实")
        write(test, "牵头单位", "甲局")
        press(test, "保存更正")
        [held] = base.catalogue.records.meetings(ALL, version)
        assert (str(held.minutes.items[0].state), held.minutes.items[0].lead) == ("已落实", ("甲局",))

    @pytest.mark.parametrize("language", ["zh", "en"])
    def test_what_may_not_be_seen_cannot_be_corrected(self, base: Base, language: str) -> None:
        [hidden] = base.catalogue.reads.versions(ALL, kind=Kind.MINUTES)
        base.catalogue.writes.correct(hidden.id, [Change("issuers", ["密局"])], "李四", ALL)
        test = page(view="correct", id=hidden.id, lang=language)
        assert not test.text_input
        assert "密" not in words(test)

    def test_an_old_address_leads_to_the_document(self, base: Base) -> None:
        base.catalogue.writes.correct(PATENTS, [Change("title", "示例商标法")], "李四", ALL)
        assert "示例商标法" in words(page(view="reader", id=f"{PATENTS}#2"))
        assert "示例商标法" in words(page(view="correct", id=PATENTS))


class TestDoubts:
    def test_the_most_doubtful_are_listed_with_the_way_to_mend_them(self, base: Base) -> None:
        assert "没有发布机关" in words(page(view="doubts"))
        assert "没有发布机关" in words(page(view="ingest"))
        address = links(page(view="doubts"))["没有发布机关"]
        assert parameters(address)["view"] == "correct"

    def test_what_is_confirmed_goes_from_the_list(self, base: Base) -> None:
        test = page(view="correct", id="cn/未来条例@2026-06-01")
        write(test, "更正人", "李四")
        press(test, "确认无误")
        assert "机关：确认为 无" in words(test)
        assert "未来条例" not in words(page(view="doubts"))

    def test_doubts_of_internal_documents_are_not_told(
        self, base: Base, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as wider:
            wider.setenv("ZHIKU_ACCESS", "internal")
            assert "机密" in words(page(view="doubts"))
        assert "机密" not in words(page(view="doubts"))
        assert "机密" not in words(page(view="ingest"))

    def test_what_a_document_holds_is_no_markup(self, base: Base) -> None:
        base.catalogue.writes.store_corrected(
            Confirmed(
                document("甲", warnings=(HOSTILE,), kind=Kind.OTHER, names=(HOSTILE,)),
                source("/h.txt", b"h"),
                None,
                (Change("document_number", HOSTILE, Part.DOCUMENT),),
            ),
            HOSTILE,
        )
        for shown in (markup(page(view="doubts")), markup(page(view="correct", id="cn/甲@2020-01-01"))):
            assert "<script>alert" not in shown
            assert "<img" not in shown
