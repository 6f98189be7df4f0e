"""From a question to an answer, on a small base."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.errors import UsageError
from corpus.model import Kind, Status
from search.query import QueryProblem
from search.service import Question, SearchService
from tests.documents import document
from tests.search.conftest import Fill

PUBLIC = Access.public()

OLD = document(
    "示例保护法",
    ("为了保护示例权利，制定本法。", "侵犯示例权的，应当停止侵害、恢复原状。", "旧法的保护期为十年。"),
    date(2001, 1, 1),
    effective=date(2001, 7, 1),
)
NEW = document(
    "示例保护法",
    (
        "为了保护示例权利，促进创新，制定本法。",
        "侵犯示例权的，应当停止侵害、恢复原状、赔偿损失。",
        "新法的保护期为十五年。",
    ),
    date(2020, 1, 1),
    effective=date(2020, 7, 1),
)
COMING = document(
    "示例保护法",
    ("为了示例事业，制定本法。", "侵犯示例权的，应当赔偿损失。", "将来的保护期为二十年。"),
    date(2026, 6, 1),
    effective=date(2027, 1, 1),
)
POLICY = document("示例工作的通知", ("各单位应当恢复原状并报告。",), date(2022, 1, 1), kind=Kind.POLICY)
FOREIGN = document(
    "Example Act",
    ("A person may restore the thing.",),
    date(2019, 1, 1),
    language="en",
    jurisdiction="US",
    kind=Kind.STATUTE,
)


def ids(service: SearchService, text: str, **options: Any) -> list[str]:
    answer = service.search(Question(text, PUBLIC, **options))
    return [hit.unit.id for hit in answer.hits]


class TestWhatCannotBeAsked:
    @pytest.mark.parametrize("filters", [{"nothing": frozenset({"x"})}, {"issuer": frozenset({"长" * 501})}])
    def test_filters_that_cannot_be(self, filled: Fill, filters: dict[str, frozenset[str]]) -> None:
        with pytest.raises(UsageError, match="Filters are"):
            filled(NEW).search(Question("示例", PUBLIC, filters=filters))

    def test_no_name_is_that_long(self, filled: Fill) -> None:
        assert filled(NEW).suggest("示例" * 50_000, PUBLIC) == []


class TestKnownItems:
    @pytest.mark.parametrize(
        "query",
        [
            "示例保护法第二条",
            "示例保护法2条",
            "第2条 示例保护法",
            "《示例保护法》第二条",
            "示例保护法 §2",
            "示例保護法第二條",
            "中华人民共和国示例保护法第二条",
        ],
    )
    def test_a_reference_opens_the_provision_in_force(self, filled: Fill, query: str) -> None:
        answer = filled(OLD, NEW, COMING).search(Question(query, PUBLIC))
        assert answer.hits[0].unit.id == "cn/示例保护法@2020-01-01#2"
        assert answer.hits[0].known
        assert answer.hits[0].status is Status.IN_FORCE

    def test_names_that_other_countries_use_too_do_not_hide_the_law_named(self, filled: Fill) -> None:
        law = document("专利法", ("第一条的正文。", "第二条的正文。"))
        foreign = [
            document("Patent Act", (f"The text of {j}.", "More of it."), language="en", jurisdiction=j)
            for j in ("US", "CA", "JP", "KR", "GB", "IN")
        ]
        answer = filled(law, *foreign).search(Question("专利法第二条", PUBLIC))
        assert [hit.unit.id for hit in answer.hits if hit.known] == ["cn/专利法@2020-01-01#2"]

    def test_a_year_names_the_version(self, filled: Fill) -> None:
        assert ids(filled(OLD, NEW), "示例保护法（2001年修正）第三条")[0] == "cn/示例保护法@2001-01-01#3"

    def test_a_day_names_the_version(self, filled: Fill) -> None:
        found = ids(filled(OLD, NEW), "示例保护法第三条", as_of=date(2005, 1, 1))
        assert found[0] == "cn/示例保护法@2001-01-01#3"

    def test_a_title_alone_opens_the_work(self, filled: Fill) -> None:
        answer = filled(OLD, NEW).search(Question("示例保护法", PUBLIC))
        assert [item.version.id for item in answer.known] == ["cn/示例保护法@2020-01-01"]

    def test_an_article_that_is_not_there_is_not_invented(self, filled: Fill) -> None:
        answer = filled(NEW).search(Question("示例保护法第九十九条", PUBLIC))
        assert not any(hit.known for hit in answer.hits)

    def test_a_known_item_is_counted_once_and_paging_has_no_gaps(self, filled: Fill) -> None:
        service = filled(NEW, POLICY)
        whole = service.search(Question("示例保护法第二条", PUBLIC))
        paged = [
            hit.unit.id
            for n in range(whole.total)
            for hit in service.search(Question("示例保护法第二条", PUBLIC, limit=1, offset=n)).hits
        ]
        assert paged == [hit.unit.id for hit in whole.hits]
        assert len(set(paged)) == whole.total

    def test_facets_count_the_known_item(self, filled: Fill) -> None:
        answer = filled(NEW).search(Question("示例保护法第二条", PUBLIC, facets=("kind",)))
        assert sum(count.count for count in answer.facets["kind"]) == answer.total


class TestDays:
    def test_without_a_day_the_law_of_today_and_what_is_to_come(self, filled: Fill) -> None:
        answer = filled(OLD, NEW, COMING).search(Question("保护期", PUBLIC))
        assert {hit.unit.version: hit.status for hit in answer.hits} == {
            "cn/示例保护法@2020-01-01": Status.IN_FORCE,
            "cn/示例保护法@2026-06-01": Status.NOT_YET_EFFECTIVE,
        }

    def test_another_day(self, filled: Fill) -> None:
        assert ids(filled(OLD, NEW), "保护期", as_of=date(2010, 1, 1)) == ["cn/示例保护法@2001-01-01#3"]
        assert ids(filled(OLD, NEW), "保护期 有效于:2010-01-01") == ["cn/示例保护法@2001-01-01#3"]

    def test_all_versions(self, filled: Fill) -> None:
        assert len(ids(filled(OLD, NEW, COMING), "保护期", all_versions=True)) == 3


class TestWords:
    def test_a_phrase_is_found_where_it_stands_and_nowhere_else(self, filled: Fill) -> None:
        assert set(ids(filled(NEW, POLICY), '"恢复原状"')) == {
            "cn/示例保护法@2020-01-01#2",
            "cn/示例工作的通知@2022-01-01#1",
        }
        assert ids(filled(NEW, POLICY), '"原状恢复"') == []

    def test_a_snippet_marks_the_words(self, filled: Fill) -> None:
        hit = filled(NEW).search(Question("恢复原状", PUBLIC)).hits[0]
        assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["恢复原状"]

    def test_words_that_no_text_holds_together_are_loosened_and_that_is_said(self, filled: Fill) -> None:
        answer = filled(NEW, POLICY).search(Question("恢复原状 独角兽", PUBLIC))
        assert answer.loosened
        assert answer.hits

    def test_a_phrase_is_never_loosened(self, filled: Fill) -> None:
        answer = filled(NEW).search(Question('"恢复原状" 独角兽', PUBLIC))
        assert (answer.loosened, answer.total) == (False, 0)

    def test_a_question_in_everyday_words(self, filled: Fill) -> None:
        answer = filled(NEW, POLICY).search(Question("别人侵犯了我的示例权，我能不能要求赔偿损失？", PUBLIC))
        assert answer.loosened
        assert answer.hits[0].unit.id == "cn/示例保护法@2020-01-01#2"

    @pytest.mark.parametrize("query", ["，。", "???", "\u202e\u202e", '""'])
    def test_marks_alone_find_nothing_rather_than_everything(self, filled: Fill, query: str) -> None:
        assert ids(filled(NEW), query) == []

    def test_filters_alone_list_what_they_let_through(self, filled: Fill) -> None:
        assert ids(filled(NEW, POLICY), "类型:政策") == ["cn/示例工作的通知@2022-01-01#1"]
        assert ids(filled(NEW, FOREIGN), "", filters={"jurisdiction": frozenset({"US"})}) == [
            "us/example-act@2019-01-01#1"
        ]


class TestBadInput:
    @pytest.mark.parametrize("query", ['"恢复', "(甲", "颜色:红"])
    def test_a_wrong_query_is_a_named_problem(self, filled: Fill, query: str) -> None:
        with pytest.raises(QueryProblem):
            filled(NEW).search(Question(query, PUBLIC))

    @pytest.mark.parametrize(("limit", "offset"), [(0, 0), (10, -1), (100_000, 0)])
    def test_a_page_that_cannot_be(self, filled: Fill, limit: int, offset: int) -> None:
        with pytest.raises(UsageError):
            filled(NEW).search(Question("甲", PUBLIC, limit=limit, offset=offset))

    def test_beyond_the_last_page_there_is_nothing(self, filled: Fill) -> None:
        answer = filled(NEW).search(Question("示例", PUBLIC, offset=500))
        assert answer.hits == ()
        assert answer.total > 0


class TestAccess:
    def test_an_internal_document_shows_nowhere_without_the_right(self, filled: Fill) -> None:
        secret = document("内部办法", ("恢复原状的内部口径。",), date(2023, 1, 1))
        service = filled(NEW, (secret, "internal"))
        for query in (
            "恢复原状",
            "内部办法第一条",
            "内部办法",
            '"内部口径"',
            "有没有关于恢复原状的内部口径可以参照？",
        ):
            answer = service.search(Question(query, PUBLIC, facets=("year", "kind")))
            assert all(hit.unit.access == "public" for hit in answer.hits)
            assert not answer.known or answer.known[0].version.access == "public"
            assert "2023" not in [count.value for count in answer.facets["year"]]
        assert service.suggest("内部", PUBLIC) == []
        seen = service.search(Question("恢复原状", Access.of("internal")))
        assert "cn/内部办法@2023-01-01~internal#1" in [hit.unit.id for hit in seen.hits]

    def test_what_the_catalogue_dropped_is_no_hit(self, filled: Fill) -> None:
        service = filled(NEW, POLICY)
        writes = Catalogue(service._reads._engine.url.render_as_string()).writes
        writes.remove("cn/示例工作的通知@2022-01-01")
        assert ids(service, '"恢复原状"') == ["cn/示例保护法@2020-01-01#2"]


class TestNames:
    LIKE = document(
        "示例保護法",
        ("臺灣地區的第一條。", "臺灣地區的第二條。"),
        date(2019, 1, 1),
        jurisdiction="TW",
        language="zh-Hant",
    )
    TRANSLATED = document(
        "Example Protection Act", ("First.", "Second."), date(2019, 1, 1), jurisdiction="TW", language="en",
        names=("示例保護法",),
    )  # fmt: skip

    def test_a_like_name_of_another_jurisdiction_is_not_meant(self, filled: Fill) -> None:
        answer = filled(NEW, self.LIKE).search(Question("示例保护法第二条", PUBLIC))
        assert [hit.unit.work for hit in answer.hits if hit.known] == ["cn/示例保护法"]

    def test_a_translation_is_of_the_same_work_and_the_original_goes_before_it(self, filled: Fill) -> None:
        answer = filled(self.TRANSLATED, self.LIKE, NEW).search(Question("示例保護法第二條", PUBLIC))
        known = [hit.unit.id for hit in answer.hits if hit.known]
        assert known == ["tw/示例保護法@2019-01-01#2"]
