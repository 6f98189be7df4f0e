"""Every state of a page is a URL, and every URL is a state."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.state import FACETS_OF, FIRST_DAY, LAST_DAY, Place, Refused, State, address, decode, encode
from corpus.model import Kind
from index.schema import FACETS, Sort

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=80)
VALUES = {
    "kind": st.sampled_from([str(kind) for kind in Kind]),
    "year": st.integers(1000, 2999).map(str),
}


@st.composite
def states(draw: st.DrawFn) -> State:
    place = draw(st.sampled_from(Place))
    chosen = {
        facet: tuple(draw(st.lists(VALUES.get(facet, TEXT.filter(bool)), max_size=3, unique=True)))
        for facet in FACETS_OF.get(place, FACETS)
    }
    return State(
        place=place,
        language=draw(st.sampled_from(["zh", "en"])),
        query=draw(TEXT),
        filters={facet: values for facet, values in chosen.items() if values},
        as_of=draw(st.none() | st.dates(FIRST_DAY, LAST_DAY)),
        all_versions=draw(st.booleans()),
        sort=draw(st.sampled_from(Sort)),
        page=draw(st.integers(1, 100_000)),
        identifier=draw(TEXT),
        part=draw(st.none() | st.integers(1, 500)),
        job=draw(st.from_regex(r"[A-Za-z0-9_-]{1,20}", fullmatch=True).filter(str.isalnum)),
        cards=draw(st.booleans()),
        segment=draw(st.sampled_from(["", "holding", "rules"])),
    )


@given(states())
def test_a_state_comes_back_from_its_address(state: State) -> None:
    query = urlsplit(address(state)).query
    assert decode(parse_qs(query, keep_blank_values=True)) == (state, ())


@given(st.dictionaries(st.text(max_size=8) | st.sampled_from(["q", "asof", "page", "kind", "id", "view"]),
                       st.lists(st.text(max_size=30), min_size=1, max_size=3)))  # fmt: skip
def test_no_url_raises_and_what_is_taken_can_be_said_again(parameters: dict[str, list[str]]) -> None:
    state, _ = decode(parameters)
    again: dict[str, list[str]] = {}
    for name, value in encode(state):
        again.setdefault(name, []).append(value)
    assert decode(again) == (state, ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("view", "admin"),
        ("lang", "xx"),
        ("asof", "2021-02-30"),
        ("asof", "yesterday"),
        ("asof", "0001-01-01"),
        ("asof", "20210601"),
        ("all", "maybe"),
        ("sort", "best"),
        ("page", "0"),
        ("page", "-1"),
        ("page", "1e9"),
        ("page", "٣"),
        ("part", "x"),
        ("kind", "spell"),
        ("year", "19"),
        ("q", "x\x00y"),
        ("q", "x" * 5000),
        ("job", "../../etc"),
    ],
)
def test_what_means_nothing_falls_back_and_is_named(name: str, value: str) -> None:
    state, refused = decode({name: [value]})
    assert state == State()
    assert [r.parameter for r in refused] == [name]
    assert len(refused[0].value) <= 61


def test_unknown_and_repeated_parameters_are_named() -> None:
    state, refused = decode({"foo": ["1"], "q": ["a", "b"]})
    assert state.query == "a"
    assert set(refused) == {Refused("foo", ""), Refused("q", "b")}


def test_addresses_leave_out_what_is_usual() -> None:
    assert address(State()) == "./"
    assert address(State(Place.READER, identifier="cn/法@2020-01-01#7")) == (
        "./?view=reader&id=cn%2F%E6%B3%95%402020-01-01%237"
    )


def test_a_filter_is_chosen_and_taken_back_on_the_first_page() -> None:
    state = State(query="q", page=4, as_of=date(2020, 1, 1))
    chosen = state.with_filter("kind", "law").with_filter("kind", "treaty").with_filter("kind", "law")
    assert chosen.filters == {"kind": ("law", "treaty")}
    assert chosen.page == 1
    assert chosen.without_filter("kind", "law").without_filter("kind", "treaty").filters == {}
