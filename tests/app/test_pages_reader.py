"""The reader: a whole document, the article of the URL marked in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from markupsafe import Markup

from app.base import Base
from app.parts.document import anchor, contents_markup, prepare, text_markup, with_target
from corpus.access import Access
from corpus.evidence import Evidence
from corpus.model import Kind, Level
from corpus.records import Ending, Relation
from tests.app.base import HOSTILE, chapters, links, markup, page, parameters, words
from tests.documents import document, provision, source

LAW = "cn/示例专利法@2020-10-17"


def reader(identifier: str, **given: str) -> str:
    return markup(page(view="reader", id=identifier, **given))


def test_the_article_of_the_url_is_marked_in_the_whole_document(base: Base) -> None:
    shown = reader(f"{LAW}#2")
    assert shown.count("zk-target") == 1
    assert '<section id="zk-2" class="zk-target ' in shown
    assert "诉前保全应当提供担保" in shown
    assert 'data-to="zk-2" aria-current="true"' in shown


def test_paragraphs_stand_apart_and_the_label_before_the_first(base: Base) -> None:
    assert '<p><b class="zk-label">第1条</b> 第一款内容。</p><p>第二款内容。</p>' in reader(LAW)


def test_what_is_known_of_the_version_is_shown(base: Base) -> None:
    shown = words(page(view="reader", id=LAW))
    for part in (
        "现行有效",
        "截至 2026-11-22",
        "示例大会",
        "示发〔2020〕3号",
        "2020-10-17",
        "公开",
        "专利",
        "4 条",
    ):
        assert part in shown
    assert "2001-01-01 通过" in shown


def test_the_other_versions_are_links_with_their_validity(base: Base) -> None:
    test = page(view="reader", id=LAW)
    assert parameters(links(test)["2010-04-01 中文"])["id"] == "cn/示例专利法@2010-04-01"
    assert "已修改" in words(test)


def test_a_work_opens_in_the_version_of_the_day(base: Base) -> None:
    assert "诉前保全" in reader("cn/示例专利法")
    assert "旧的规定" in reader("cn/示例专利法", asof="2015-01-01")


def test_evidence_and_sources_are_there(base: Base) -> None:
    test = page(view="reader", id=LAW)
    labels = [expander.label for expander in test.expander]
    assert labels == ["各版本（2）", "著录依据", "来源文件（1）"]
    assert "law-2020-10-17.txt" in words(test)
    assert "/somewhere/private" not in markup(test)
    held = base.catalogue.reads.version(LAW, Access.public()).sources[0]
    assert held.checksum in words(test)
    assert len(test.get("download_button")) == 1


@pytest.mark.parametrize(
    "identifier", ["cn/没有", "cn/没有@2020-01-01#1", "x", "#", "@", HOSTILE, "cn/示例专利法@1999-01-01"]
)
def test_an_id_that_is_not_there_gets_a_message_and_a_way_back(base: Base, identifier: str) -> None:
    test = page(view="reader", id=identifier)
    assert "没有找到这个文件或条文" in words(test)
    assert links(test)["回到检索"] == "./"
    assert "<script" not in markup(test)


def test_what_may_not_be_seen_looks_like_what_is_not_there(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = "cn/机密纪要@2020-01-01~internal"
    assert "没有找到这个文件或条文" in words(page(view="reader", id=minutes))
    monkeypatch.setenv("ZHIKU_ACCESS", "internal")
    assert "机密事项" in words(page(view="reader", id=minutes))
    monkeypatch.delenv("ZHIKU_ACCESS")
    # What was drawn for one reader is not kept for the next one.
    assert "机密事项" not in words(page(view="reader", id=minutes))


def test_an_unknown_article_shows_the_whole_document_with_a_message(base: Base) -> None:
    shown = page(view="reader", id=f"{LAW}#999")
    assert "此版本中没有 999" in words(shown)
    assert "诉前保全" in words(shown)


def test_without_an_id_it_says_what_to_do(base: Base) -> None:
    assert "请在检索结果中选择" in words(page(view="reader"))


def test_what_a_document_holds_is_never_markup(base: Base) -> None:
    (hostile,) = [v for v in base.catalogue.reads.versions(Access.public()) if "坏文件" in v.identity.title]
    body = reader(f"{hostile.id}#1")
    assert "alert(1)" in body
    assert "<script" not in body
    assert "<img" not in body


def test_a_changed_document_is_drawn_anew(base: Base) -> None:
    base.catalogue.writes.store(
        document("短规定", ("甲规定。",), kind=Kind.LAW), source("/somewhere/short.txt", b"1")
    )
    assert "甲规定" in reader("cn/短规定")
    base.catalogue.writes.store(
        document("短规定", ("乙规定。",), kind=Kind.LAW), source("/somewhere/short.txt", b"2")
    )
    assert "乙规定" in reader("cn/短规定")


def test_a_long_document_is_shown_in_parts_that_lose_nothing(base: Base) -> None:
    long = document("长法典", ("x",))
    base.catalogue.writes.store(
        replace(long, provisions=tuple(chapters(20))), source("/somewhere/long.txt", b"long")
    )
    provisions = base.catalogue.reads.provisions("cn/长法典@2020-01-01", Access.public())
    prepared = prepare(provisions, longest=2000)
    assert len(prepared.parts) > 3
    assert [p for part in prepared.parts for p in part.provisions] == list(provisions)
    assert set(prepared.part_of) == {p.fragment for p in provisions}
    assert prepare(provisions).parts[0].provisions == provisions


def test_contents_follow_the_tree_and_open_on_the_way() -> None:
    prepared = prepare(chapters(20))
    shown = contents_markup(prepared.outline, dict.fromkeys(prepared.part_of, "./"), "15")
    assert shown.count("<details open>") == 1
    assert shown.count("<details>") == 19
    assert shown.index("<details open>") < shown.index('data-to="zk-15" aria-current="true"')


def test_entries_of_one_name_are_told_apart_by_how_they_begin() -> None:
    listed = [
        provision(0, "s1", "自公布之日起施行。", label="附则", level=Level.SUPPLEMENT, article=None),
        provision(1, "s2", "", label="附则", level=Level.SUPPLEMENT, article=None),
        provision(2, "s2.1", "自明年起施行。", parent="s2"),
        provision(3, "a", "附件内容。", label="附件", level=Level.ANNEX, article=None),
    ]
    prepared = prepare(listed)
    shown = contents_markup(prepared.outline, dict.fromkeys(prepared.part_of, "./"), None)
    assert "<b>附则</b> 自公布之日起施行。</a>" in shown
    assert "<b>附则</b> 自明年起施行。</a>" in shown
    assert "附件内容" not in shown


@pytest.mark.parametrize(
    ("text", "markup_"),
    [
        ("甲 | 乙\n丙 | 丁", "<tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr>"),
        (
            "a: 1 | b: 2\na: 3 | b: 4",
            '<th scope="col">b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr>',
        ),
        ("只有一行 | 的", "<p>只有一行 | 的</p>"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"),
    ],
)
def test_text_is_set_by_what_it_is(text: str, markup_: str) -> None:
    part = prepare([provision(0, "1", text, label="", level=Level.BODY)]).parts[0]
    assert markup_ in text_markup(part, {}, "已删除")


def test_an_article_holds_its_paragraphs_and_items() -> None:
    listed = [
        provision(0, "22", "", label="第二十二条"),
        provision(1, "22.1", "甲：", label="", level=Level.PARAGRAPH, parent="22", article="22"),
        provision(2, "22.1.1", "子；", label="（一）", level=Level.ITEM, parent="22.1", article="22"),
        provision(3, "22.2", "乙。", label="", level=Level.PARAGRAPH, parent="22", article="22"),
        provision(4, "23", "", label="第二十三条", deleted=True),
    ]
    shown = str(text_markup(prepare(listed).parts[0], {}, "已删除"))
    assert '<p><b class="zk-label">第二十二条</b> 甲：</p>' in shown
    assert 'id="zk-22.1.1" class="zk-part zk-l-item zk-in" data-hang' in shown
    assert shown.index("</section></section>") < shown.index('id="zk-22.2"') < shown.index('id="zk-23"')
    assert shown.count("已删除") == 1
    assert shown.count("data-pin=") == 5


def test_forms_keep_their_lines() -> None:
    part = prepare([provision(0, "p1", "□ 是　□ 否\n┌──┐\n说明。", label="", level=Level.BODY)]).parts[0]
    assert '<pre class="zk-form">□ 是　□ 否\n┌──┐</pre><p>说明。</p>' in text_markup(part, {}, "已删除")


def test_lines_that_a_latin_text_broke_in_a_sentence_are_joined() -> None:
    part = prepare([provision(0, "1", "means the\nConvention\nof Paris.\nNext.", label="")]).parts[0]
    assert "<p>means the Convention of Paris.</p><p>Next.</p>" in text_markup(part, {}, "deleted")


def test_only_the_asked_provision_is_marked() -> None:
    listed = [provision(0, "1", 'id="zk-2" class="'), provision(1, "2", "x")]
    text = text_markup(prepare(listed).parts[0], {}, "已删除")
    shown = with_target(text, "2")
    assert isinstance(shown, Markup)
    assert shown.count("zk-target") == 1
    assert f'<section id="{anchor("2")}" class="zk-target ' in shown


def test_both_ends_of_a_repeal_are_shown_with_links(base: Base) -> None:
    clauses = tuple(
        Ending(Relation.REPEALS, title, None, None, f"《{title}》同时废止", 0, 9)
        for title in ("示例专利法", "不在库中的条例")
    )
    code = replace(
        document(
            "示例法典", ("示例法典统一规定。",), date(2025, 1, 1), effective=date(2025, 6, 1), region="示例省"
        ),
        endings=clauses,
    )
    base.catalogue.writes.store(code, source("/somewhere/code.txt", b"code"))
    ended = page(view="reader", id=LAW)
    assert "已废止" in words(ended)
    assert "2025-06-01 示例法典 予以废止" in words(ended)
    assert parameters(links(ended)["示例法典"])["id"] == "cn/示例法典@2025-01-01"
    ender = page(view="reader", id="cn/示例法典@2025-01-01")
    assert parameters(links(ender)["示例专利法"])["id"] == "cn/示例专利法"
    assert "不在库中的条例" in words(ender)
    assert "不在库中的条例" not in links(ender)
    assert "示例省" in words(ender)


def test_a_part_filed_alone_leads_to_the_whole(base: Base) -> None:
    writes = base.catalogue.writes
    part = writes.store(document("示例专利法 第一编 总则", ("分编的条文。",)), source("/编.txt", b"part"))
    alone = writes.store(document("某法 第一编 总则", ("另一条文。",)), source("/某.txt", b"other"))
    shown = page(view="reader", id=part.version)
    assert "所属文件" in words(shown)
    assert parameters(links(shown)["示例专利法"])["id"] == "cn/示例专利法"
    other = page(view="reader", id=alone.version)
    assert "所属文件 某法" in words(other)
    assert "某法" not in links(other)


def test_the_evidence_of_what_a_copy_says_names_the_copy(base: Base) -> None:
    texts = ("第一条的文字。" * 40,)
    stored = base.catalogue.writes.store(document("示例办法", texts), source("/甲.txt", b"a"))
    told = document(
        "示例办法",
        texts,
        effective=date(2020, 3, 1),
        evidence=(Evidence("effective", "自三月起", "text", 1, 2),),
    )
    base.catalogue.writes.store(told, source("/文件/乙.txt", b"b"))
    shown = words(page(view="reader", id=stored.version))
    assert "2020-03-01 自三月起 正文（副本 乙.txt）" in shown
