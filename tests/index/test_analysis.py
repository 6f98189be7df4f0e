"""How text becomes tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import GAP, MARK, analyse, analyse_words, fold, is_character, stream

STREAMS = [
    ("Han runs are unigrams and the bigrams between them", "恢复原状", "恢 恢复 复 复原 原 原状 状"),
    ("one character", "权", "权"),
    ("punctuation ends a run", "茶，叶", "茶 | | 叶"),
    ("however much of it there is", "茶”），　《叶", "茶 | | 叶"),
    ("spaces and line breaks do not", "茶 \n　叶", "茶 茶叶 叶"),
    ("traditional is simplified", "專利權", "专 专利 利 利权 权"),
    ("full width", "第６５條", "第 65 条"),
    ("words in lower case without diacritics", "État Übung", "etat ubung"),
    ("composed in two ways", "e\u0301tat", "etat"),
    ("a letter of its own", "Straße Øl œuvre", "strasse ol oeuvre"),
    ("digits and letters stay together", "6bis 5A 第44b条", "6bis 5a 第 44b 条"),
    ("linked where a digit is involved", "L121-1 2001/29 18.46", "l121 l121-1 1 2001 2001-29 29 18 18-46 46"),
    ("also by hyphens that do not break", "C‑610/15", "c c-610 610 610-15 15"),
    ("words with a hyphen are side by side", "well-known", "well known"),
    ("an apostrophe too", "l'article", "l article"),
    ("brackets are punctuation", "102(a)", "102 | | a | |"),
    ("a hyphen between spaces as well", "a - b", "a | | b"),
    ("kana", "ガスﾃﾞータ", "ガ ガス ス スデ デ デー ー ータ タ"),
    ("hangul, however spaced", "특허 법", "특 특허 허 허법 법"),
    ("ligatures and numbers in one sign", "ﬁn Ⅳ", "fin iv"),
    ("a circled number", "①茶", "1 茶"),
    ("signs that nobody sees", "茶\u200b叶\ufeff", "茶 茶叶 叶"),
    ("a lone surrogate", "茶\ud800叶", "茶 | | 叶"),
    ("nothing", "，。", "| |"),
    ("rare characters", "𠮷野", "𠮷 𠮷野 野"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [case[1:] for case in STREAMS], ids=[case[0] for case in STREAMS]
)
def test_streams(text: str, expected: str) -> None:
    assert stream(text) == expected


def test_offsets_lead_into_the_original() -> None:
    text = "依ﬁn法，第 ６\n条 e\u0301t 茶 葉"
    places = {token.text: text[token.start : token.end] for run in analyse(text) for token in run.tokens}
    assert places == {
        "依": "依", "fin": "ﬁn", "法": "法", "第": "第", "6": "６", "条": "条", "et": "e\u0301t",
        "茶": "茶", "茶叶": "茶 葉", "叶": "葉",
    }  # fmt: skip


def test_what_a_word_asks_for() -> None:
    assert [[token.text for token in run.terms] for run in analyse_words("诉前保全 权 2001/29")] == [
        ["诉前", "前保", "保全"],
        ["权"],
        ["2001-29"],
    ]


@pytest.mark.parametrize(
    ("text", "cover"),
    [("诉前保全", ["诉前", "保全"]), ("诉前保", ["诉前", "前保"]), ("诉前", ["诉前"]), ("诉", ["诉"])],
)
def test_the_fewest_tokens_that_say_a_run(text: str, cover: list[str]) -> None:
    (run,) = analyse(text)
    assert [token.text for token in run.cover] == cover


def test_a_long_word_is_cut_the_same_way_everywhere() -> None:
    assert stream("x" * 1000) == "x" * 64
    assert [token.text for run in analyse("x" * 1000) for token in run.tokens] == ["x" * 64]


def test_characters_and_words() -> None:
    assert is_character("茶")
    assert not is_character("a")
    assert not is_character("茶叶")


TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("茶葉园法第條一 ,，。\n-/.'_aé\u03016０ⅣﬁガｶﾞＡ①특𠮷\u200b|"), st.characters()
    )
)


@given(TEXTS)
def test_the_stream_says_what_the_tokens_say(text: str) -> None:
    placed = {token.position: token.text for run in analyse(text) for token in run.tokens}
    said = stream(text).split(" ") if stream(text) else []
    assert {position: token for position, token in enumerate(said) if token != MARK} == placed


@given(TEXTS)
def test_tokens_hold_their_place_and_come_in_order(text: str) -> None:
    tokens = [token for run in analyse(text) for token in run.tokens]
    for token in tokens:
        assert 0 <= token.start < token.end <= len(text)
        assert token.text
        assert not any(sign.isspace() for sign in token.text)
        assert MARK not in token.text
    assert [token.position for token in tokens] == sorted({token.position for token in tokens})
    assert [token.start for token in tokens] == sorted(token.start for token in tokens)


@given(TEXTS)
def test_folding_twice_changes_no_token(text: str) -> None:
    assert stream(fold(text)) == stream(text)


@given(TEXTS, TEXTS)
def test_texts_beside_a_gap_keep_their_own_tokens(one: str, two: str) -> None:
    together = [token for token in stream(f"{one}。{two}").split(" ") if token != MARK]
    apart = [token for token in f"{stream(one)} {GAP} {stream(two)}".split(" ") if token and token != MARK]
    assert together == apart
