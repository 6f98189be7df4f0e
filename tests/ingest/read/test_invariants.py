"""Properties that hold for every text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import UnreadableError
from ingest.clean import clean
from ingest.read import read
from ingest.read.markdown import read_markdown
from ingest.read.plain import read_plain
from tests.ingest.read.builders import is_exact, source

SIGNS = (
    "第一条 条文 （一） Article_1 ** * _ ` # ##_ >_ -_ 1._ | |_a_|_b_| --- <!-- --> <br> <b> [ ] ](#x) ](y) ![ [^1] [^1]:"
    " \\ \\. &nbsp; ~~ ::: === ``` 。 the_law_says_so_and"
)
BLANKS = ["\n", "\n\n", " ", "\u3000", "\ufeff", "\u200b", "\x0c", "\t"]
pieces = st.sampled_from(
    [piece.replace("_", " ") if len(piece) > 1 else piece for piece in SIGNS.split(" ")] + BLANKS
)
texts = st.lists(pieces | st.text(max_size=6), max_size=40).map("".join)


@given(texts)
def test_markdown_blocks_are_exact(text: str) -> None:
    try:
        reading = read_markdown(source("a.md", text.encode("utf-8", "ignore")))
    except UnreadableError:
        return
    assert is_exact(reading)
    assert is_exact(clean(reading))


@given(texts)
def test_plain_blocks_are_exact_and_leave_out_no_letter(text: str) -> None:
    content = ("文" + text).replace("|", "").encode("utf-8", "ignore")
    try:
        reading = read_plain(source("a.txt", content))
    except UnreadableError:
        return
    assert is_exact(reading)
    covered = {
        place for block in reading.blocks for span in block.spans for place in range(span.start, span.end)
    }
    assert not [place for place, sign in enumerate(reading.text) if sign.isalnum() and place not in covered]


@given(
    st.binary(max_size=400),
    st.sampled_from(["txt", "md", "html", "xml", "json", "pdf", "docx", "csv", "yaml", "eml"]),
)
def test_any_bytes_are_read_or_refused_with_a_cure(content: bytes, suffix: str) -> None:
    try:
        reading = read(source(f"a.{suffix}", content))
    except UnreadableError as error:
        refused = error
    else:
        assert is_exact(reading)
        return
    assert refused.message.startswith("a.")
    assert refused.cure


@given(texts, st.sampled_from(["html", "xml", "json", "csv", "tsv", "yaml"]))
def test_any_text_is_read_or_refused(text: str, suffix: str) -> None:
    try:
        reading = read(source(f"a.{suffix}", text.encode("utf-8", "ignore")))
    except UnreadableError:
        return
    assert is_exact(reading)
