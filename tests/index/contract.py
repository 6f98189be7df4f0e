"""What every engine has to do: one suite, run on each of them (see test_engines.py)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import pytest

from corpus.access import INTERNAL, Access
from corpus.errors import UnavailableError, UsageError
from index import elastic_schema, embedded_store, fields
from index.engine import Engine, IndexingError
from index.schema import (
    FACETS,
    And,
    Everything,
    FacetCount,
    IndexedVersion,
    Node,
    Or,
    Phrase,
    SearchPage,
    SearchRequest,
    SearchUnit,
    Sort,
    Word,
)
from tests.index.cases import DAYS, QUERIES
from tests.index.units import BASE, CASE, DRAFT, NEW, OLD, TREATY, UNDATED, grouped, unit

PUBLIC = Access.public()


def asked(query: Node | None = None, access: Access = PUBLIC, **values: object) -> SearchRequest:
    request = SearchRequest(query or Everything(), access, None, limit=100)
    return replace(request, **values)  # type: ignore[arg-type]


def ids(page: SearchPage) -> list[str]:
    return [hit.unit.id for hit in page.hits]


class EngineContract:
    """Subclasses give the fixtures ``engine`` (empty) and ``base`` (holds ``BASE``)."""

    @pytest.fixture
    def base(self, engine: Engine) -> Engine:
        engine.replace(grouped(BASE))
        return engine

    # --- queries -----------------------------------------------------------------------------------------------

    def test_queries(self, base: Engine) -> None:
        wrong = []
        for name, query, expected in QUERIES:
            page = base.search(asked(query))
            if set(ids(page)) != expected or page.total != len(expected):
                wrong.append((name, set(ids(page)), expected))
        assert not wrong

    @pytest.mark.parametrize(("depth", "fits"), [(11, True), (14, False), (5000, False)])
    def test_brackets_inside_brackets(self, base: Engine, depth: int, fits: bool) -> None:
        query: Node = Word("保全")
        for _ in range(depth):
            query = And((Or((query, Phrase("担保"))), Word("申请")))
        if fits:
            assert base.search(asked(query)).total == 2
        else:
            with pytest.raises(UsageError, match="brackets"):
                base.search(asked(query))

    def test_units_come_back_whole(self, base: Engine) -> None:
        page = base.search(asked(access=Access.everything()))
        assert sorted(ids(page)) == sorted(each.id for each in BASE)
        assert {hit.unit.id: hit.unit for hit in page.hits} == {each.id: each for each in BASE}

    @pytest.mark.parametrize(("day", "versions"), DAYS)
    def test_as_of_a_day(self, base: Engine, day: date, versions: set[str]) -> None:
        page = base.search(asked(access=Access.everything(), as_of=day))
        assert {hit.unit.version for hit in page.hits} == versions

    def test_works_versions_and_excluded_units(self, base: Engine) -> None:
        assert base.search(asked(works=frozenset({"cn/示例茶叶条例"}))).total == 5
        assert base.search(asked(versions=frozenset({OLD}))).total == 2
        assert base.search(asked(works=frozenset())).total == 0
        page = base.search(
            asked(versions=frozenset({OLD}), exclude=frozenset({f"{OLD}#0"}), facets=("kind",))
        )
        assert (ids(page), page.total) == ([f"{OLD}#1"], 1)
        assert page.facets["kind"] == (FacetCount("law", 1),)

    # --- ranking and order -------------------------------------------------------------------------------------

    def test_the_whole_run_goes_before_scattered_terms(self, engine: Engine) -> None:
        scattered = unit("cn/甲@1", 0, text="在诉前提出，前保全未解除，保全继续。诉前，前保，保全。")
        whole = unit(
            "cn/乙@1", 0, text="当事人可以在情况紧急时，向有管辖权的法院申请诉前保全，并说明理由和依据。"
        )
        engine.replace(grouped([scattered, whole]))
        assert ids(engine.search(asked(Word("诉前保全")))) == [whole.id, scattered.id]

    def test_a_heading_goes_before_a_mention(self, engine: Engine) -> None:
        mention = unit("cn/甲@1", 0, path=("第一条",), text="本条所称的担保，是指保证金。")
        headed = unit(
            "cn/乙@1", 0, path=("第二条 担保",), heading="担保", text="应当提供担保，数额由法院定。"
        )
        engine.replace(grouped([mention, headed]))
        page = engine.search(asked(Word("担保")))
        assert ids(page) == [headed.id, mention.id]
        assert page.hits[0].score > page.hits[1].score > 0

    def test_newest_and_oldest(self, base: Engine) -> None:
        newest = [hit.unit.version for hit in base.search(asked(sort=Sort.NEWEST)).hits]
        assert list(dict.fromkeys(newest)) == [CASE, NEW, OLD, TREATY, UNDATED]
        oldest = base.search(asked(sort=Sort.OLDEST))
        assert list(dict.fromkeys(hit.unit.version for hit in oldest.hits)) == [
            TREATY,
            OLD,
            NEW,
            CASE,
            UNDATED,
        ]
        assert [hit.unit.order for hit in oldest.hits if hit.unit.version == NEW] == [0, 1, 2]

    @pytest.mark.parametrize("sort", Sort)
    @pytest.mark.parametrize("query", [Word("同样"), Everything()], ids=["tied", "everything"])
    def test_paging_to_the_end_over_ties(self, engine: Engine, sort: Sort, query: Node) -> None:
        units = [
            unit(f"cn/卷{n % 7}@1", n, text="同样的一句话。", version_on=date(2000 + n % 3, 1, 1))
            for n in range(110)
        ]
        engine.replace(grouped(units))
        whole = ids(engine.search(asked(query, sort=sort, limit=200)))
        assert len(whole) == 110
        for size in (1, 7, 30):
            paged = [
                id_
                for offset in range(0, 120, size)
                for id_ in ids(engine.search(asked(query, sort=sort, limit=size, offset=offset)))
            ]
            assert paged == whole
        if sort is Sort.RELEVANCE:
            assert whole == [each.id for each in sorted(units, key=lambda each: (each.version, each.order))]

    # --- filters and facets ------------------------------------------------------------------------------------

    def test_filters(self, base: Engine) -> None:
        def found(**filters: set[str]) -> set[str]:
            chosen = {name: frozenset(values) for name, values in filters.items()}
            return {hit.unit.version for hit in base.search(asked(filters=chosen)).hits}

        assert found(kind={"treaty"}) == {TREATY}
        assert found(kind={"treaty", "qa"}) == {TREATY, UNDATED}
        assert found(issuer={"示例局"}) == {OLD, NEW}
        assert found(subject={"trademark"}, year={"2010", "2021"}) == {OLD, CASE}
        assert found(language={"en"}, jurisdiction={"CN"}) == set()
        assert found(kind=set()) == set()

    def test_facets_leave_out_their_own_filter(self, base: Engine) -> None:
        chosen = {"kind": frozenset({"typical_case"}), "subject": frozenset({"trademark"})}
        page = base.search(asked(filters=chosen, facets=FACETS))
        assert (page.total, ids(page)) == (1, [f"{CASE}#0"])
        assert page.facets["kind"] == (FacetCount("law", 5), FacetCount("typical_case", 1))
        assert page.facets["subject"] == (FacetCount("trademark", 1),)
        assert page.facets["issuer"] == (FacetCount("示例法院", 1),)
        assert page.facets["year"] == (FacetCount("2021", 1),)

    def test_facet_order_and_size(self, base: Engine) -> None:
        page = base.search(asked(facets=("issuer", "year"), facet_size=3))
        assert page.facets["issuer"] == (
            FacetCount("示例局", 5),
            FacetCount("示例部", 5),
            FacetCount("示例法院", 1),
        )
        assert page.facets["year"] == (FacetCount("2020", 3), FacetCount("2010", 2), FacetCount("1999", 1))

    def test_an_empty_base(self, engine: Engine) -> None:
        page = engine.search(asked(Word("茶"), facets=("kind",)))
        assert (page.hits, page.total, page.facets) == ((), 0, {"kind": ()})
        assert engine.fetch(["x"], PUBLIC) == {}
        assert engine.suggest("茶", PUBLIC) == []
        assert engine.inventory() == {}
        assert engine.is_current()

    def test_no_hits_asked_for(self, base: Engine) -> None:
        page = base.search(asked(limit=0, facets=("kind",)))
        assert (page.hits, page.total) == ((), 8)
        for sort in Sort:
            for offset in (1000, 2**31, 2**63, 10**30):
                page = base.search(asked(Word("诉前保全"), sort=sort, offset=offset))
                assert (page.hits, bool(page.total)) == ((), True)

    # --- access ------------------------------------------------------------------------------------------------

    @pytest.mark.parametrize(
        ("access", "sees"),
        [
            (PUBLIC, False),
            (Access.of("group"), False),
            (Access.of(INTERNAL), True),
            (Access.everything(), True),
        ],
    )
    def test_access_holds_everywhere(self, base: Engine, access: Access, sees: bool) -> None:
        page = base.search(asked(Word("诉前保全"), access, facets=("kind", "year")))
        assert (f"{DRAFT}#0" in ids(page)) is sees
        assert page.total == (3 if sees else 2)
        assert (FacetCount("department_rule", 1) in page.facets["kind"]) is sees
        assert (FacetCount("2024", 1) in page.facets["year"]) is sees
        assert (f"{DRAFT}#0" in base.fetch([f"{DRAFT}#0", f"{OLD}#0"], access)) is sees
        assert bool(base.suggest("示例茶具", access)) is sees
        assert (base.search(asked(access=access, sort=Sort.NEWEST)).hits[0].unit.version == DRAFT) is sees

    # --- suggestions -------------------------------------------------------------------------------------------

    @pytest.mark.parametrize(
        ("typed", "texts"),
        [
            ("示例茶叶", ["示例茶叶案", "示例茶叶条例"]),
            ("茶叶条", ["茶叶条例"]),
            ("叶条例", ["示例茶叶条例"]),
            ("茶葉條例", ["茶叶条例"]),
            ("te", ["Tea Agreement"]),
            ("AGREE", ["Agreement on Teas and Herbs"]),
            ("tea agr", ["Tea Agreement"]),
            ("herbs", ["Agreement on Teas and Herbs"]),
            ("eement", []),
            ("问答", ["示例问答"]),
            ("《", []),
            ("", []),
        ],
    )
    def test_suggestions(self, base: Engine, typed: str, texts: list[str]) -> None:
        found = base.suggest(typed, PUBLIC)
        assert [suggestion.text for suggestion in found] == texts
        assert len({suggestion.work for suggestion in found}) == len(found)

    def test_suggestions_are_limited(self, base: Engine) -> None:
        assert len(base.suggest("示例", PUBLIC, limit=2)) == 2

    # --- writing -----------------------------------------------------------------------------------------------

    def test_replace_makes_a_version_hold_exactly_these_units(self, base: Engine) -> None:
        kept = replace(BASE[0], text="新的内容。", fingerprint="f2")
        added = replace(BASE[0], id=f"{OLD}#9", order=9, fingerprint="f2")
        base.replace({OLD: [kept, added], CASE: []})
        held = base.search(asked(versions=frozenset({OLD, CASE})))
        assert {hit.unit for hit in held.hits} == {kept, added}
        assert base.inventory()[OLD] == IndexedVersion(2, frozenset({"f2"}))
        assert CASE not in base.inventory()
        assert base.search(asked(Phrase("诉前保全"))).total == 0

    def test_the_same_again_changes_nothing(self, base: Engine) -> None:
        before = base.search(asked(facets=FACETS))
        base.replace(grouped(BASE))
        assert base.search(asked(facets=FACETS)) == before

    def test_fetch_keeps_the_order_and_leaves_out_what_is_not_there(self, base: Engine) -> None:
        found = base.fetch([f"{NEW}#1", "none", f"{OLD}#0", f"{NEW}#1"], PUBLIC)
        assert list(found) == [f"{NEW}#1", f"{OLD}#0"]
        assert found[f"{OLD}#0"] == BASE[0]

    def test_inventory(self, base: Engine) -> None:
        assert base.inventory()[NEW] == IndexedVersion(3, frozenset({"f1"}))
        assert set(base.inventory()) == {OLD, NEW, CASE, TREATY, DRAFT, UNDATED}

    def test_long_ids_and_odd_characters(self, engine: Engine) -> None:
        odd = replace(unit("cn/怪@1", 0, text="坏\ud800字。"), id="cn/怪@1#" + "长" * 400)
        other = replace(odd, id=odd.id + "二", order=1)
        engine.replace(grouped([odd, other]))
        assert ids(engine.search(asked(Word("字")))) == [odd.id, other.id]
        assert list(engine.fetch([other.id], PUBLIC)) == [other.id]
        engine.replace({odd.version: [other]})
        assert ids(engine.search(asked())) == [other.id]

    def test_a_refused_unit_is_named_and_the_others_are_written(self, base: Engine) -> None:
        bad = replace(BASE[1], id=f"{OLD}#bad", issuers=("长" * 40_000,))
        stale = replace(BASE[1], issuers=("长" * 40_000,))
        good = replace(BASE[0], fingerprint="f2")
        with pytest.raises(IndexingError) as caught:
            base.replace({OLD: [good, bad, stale], UNDATED: []})
        assert set(caught.value.refused) == {bad.id, stale.id}
        assert bad.id in str(caught.value)
        assert ids(base.search(asked(versions=frozenset({OLD})))) == [good.id]
        assert UNDATED not in base.inventory()

    # --- rebuilding --------------------------------------------------------------------------------------------

    def test_another_fingerprint_is_not_current(self, base: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
        assert base.is_current()
        # Later on, the program has another schema or analysis.
        for module in (fields, elastic_schema, embedded_store, *_engine_modules()):
            monkeypatch.setattr(module, "INDEX_FINGERPRINT", "another")
        assert not base.is_current()
        with pytest.raises(UnavailableError, match="rebuild"):
            base.replace(grouped(BASE))
        base.rebuild(grouped(BASE).items())
        assert base.is_current()
        assert base.search(asked(access=Access.everything())).total == len(BASE)

    def test_rebuild_beside_and_swap(self, base: Engine) -> None:
        seen: list[int] = []
        told: list[int] = []
        new = [replace(each, fingerprint="f2") for each in BASE if each.version != CASE]

        def source() -> Iterator[tuple[str, Sequence[SearchUnit]]]:
            for item in grouped(new).items():
                seen.append(base.search(asked(Phrase("诉前保全"))).total)
                yield item

        base.rebuild(source(), told.append)
        assert set(seen) == {2}, "while it is built, the old index answers"
        assert base.search(asked(Phrase("诉前保全"))).total == 1
        assert sum(told) == len(grouped(new))
        assert {held.fingerprints for held in base.inventory().values()} == {frozenset({"f2"})}

    def test_a_failing_rebuild_keeps_the_present_index(self, base: Engine) -> None:
        def source() -> Iterator[tuple[str, Sequence[SearchUnit]]]:
            yield OLD, BASE[:1]
            raise RuntimeError("the catalogue went away")

        with pytest.raises(RuntimeError):
            base.rebuild(source())
        assert base.search(asked(access=Access.everything())).total == len(BASE)
        base.replace({CASE: []})
        assert CASE not in base.inventory()

    def test_rebuild_names_what_was_refused(self, engine: Engine) -> None:
        bad = replace(BASE[1], issuers=("长" * 40_000,))
        with pytest.raises(IndexingError) as caught:
            engine.rebuild([(OLD, [BASE[0], bad])])
        assert set(caught.value.refused) == {bad.id}
        assert ids(engine.search(asked())) == [BASE[0].id]


class SharedContract:
    """For engines whose store several processes share: ``another`` opens it a second time."""

    def test_a_reader_sees_what_another_process_committed(
        self, engine: Engine, another: Callable[[], Engine]
    ) -> None:
        with another() as reader:
            assert reader.search(asked()).total == 0
            engine.replace(grouped(BASE))
            assert reader.search(asked()).total == 8
            engine.rebuild([(OLD, BASE[:2])])
            assert reader.search(asked()).total == 2
            engine.replace({OLD: []})
            assert reader.search(asked()).total == 0


def _engine_modules() -> list[object]:
    from index import elastic, embedded

    return [elastic, embedded]
