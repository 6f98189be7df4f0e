"""What finds what in the base of ``units.py``: queries, and days."""

from __future__ import annotations

from datetime import date

from index.schema import And, Field, Node, Not, Or, Phrase, Word
from tests.index.units import CASE, DRAFT, NEW, OLD, TREATY, UNDATED

QUERIES: list[tuple[str, Node, set[str]]] = [
    ("a word", Word("保全"), {f"{OLD}#1", f"{NEW}#1", f"{CASE}#0"}),
    ("its terms need not stand together", Word("诉前保全"), {f"{OLD}#1", f"{CASE}#0"}),
    ("a word in the path", Word("第二章"), {f"{OLD}#1", f"{NEW}#1"}),
    ("in traditional characters and full width", Word("第二條"), {f"{OLD}#1", f"{NEW}#1", f"{CASE}#0"}),
    ("the text is traditional", Word("什么"), {f"{UNDATED}#0"}),
    ("a heading is traditional", Word("鉴定机构"), {f"{NEW}#2"}),
    (
        "one character",
        Word("叶"),
        {f"{OLD}#{n}" for n in (0, 1)} | {f"{NEW}#{n}" for n in (0, 1, 2)} | {f"{CASE}#0", f"{UNDATED}#0"},
    ),
    ("terms in different fields", Word("茶叶担保"), set()),
    ("two runs in different fields", Word("茶叶 担保"), {f"{OLD}#1"}),
    ("a document number", Word("示发〔2020〕12号", Field.NUMBER), {f"{NEW}#{n}" for n in (0, 1, 2)}),
    ("a Latin word in any case", Word("DIRECTIVE"), {f"{TREATY}#0"}),
    ("a Latin word is no beginning", Word("Direct"), set()),
    ("parts of a number stay together", Word("2001/29"), {f"{TREATY}#0"}),
    ("and are not found apart", Word("29/2001"), set()),
    ("bis", Word("6bis"), {f"{TREATY}#0"}),
    (
        "only in the title",
        Word("茶叶", Field.TITLE),
        {f"{OLD}#0", f"{OLD}#1", *(f"{NEW}#{n}" for n in (0, 1, 2)), f"{CASE}#0"},
    ),
    ("only in the text", Word("茶叶", Field.TEXT), {f"{CASE}#0", f"{UNDATED}#0"}),
    ("only in the heading", Word("保全", Field.HEADING), {f"{OLD}#1", f"{NEW}#1"}),
    ("a phrase, also broken over lines", Phrase("恢复原状"), {f"{OLD}#0", f"{NEW}#0"}),
    ("a phrase with line breaks", Phrase("恢复\n原状"), {f"{OLD}#0", f"{NEW}#0"}),
    ("no phrase across punctuation", Phrase("茶园恢复"), set()),
    ("punctuation in a phrase stands for any", Phrase("茶园；恢复"), {f"{OLD}#0", f"{NEW}#0"}),
    ("a phrase of one character", Phrase("叶", Field.TEXT), {f"{CASE}#0", f"{UNDATED}#0"}),
    ("an odd number of characters", Phrase("诉前保", Field.TEXT), {f"{OLD}#1", f"{CASE}#0"}),
    ("a phrase of numbers and characters", Phrase("例第二条"), {f"{CASE}#0"}),
    ("a phrase of words", Phrase("protect well-known teas"), {f"{TREATY}#0"}),
    ("words in another order", Phrase("teas protect"), set()),
    ("a phrase with linked parts", Phrase("directive 2001/29"), {f"{TREATY}#0"}),
    ("no phrase from the title into the path", Phrase("示例茶叶条例第一条"), set()),
    ("a phrase in the path", Phrase("第二章 保全", Field.HEADING), {f"{OLD}#1", f"{NEW}#1"}),
    ("and", And((Word("保全"), Word("担保"))), {f"{OLD}#1"}),
    ("or", Or((Word("担保"), Word("teas"))), {f"{OLD}#1", f"{TREATY}#0"}),
    ("and not", And((Word("保全"), Not(Word("担保")))), {f"{NEW}#1", f"{CASE}#0"}),
    ("not alone", Not(Word("茶叶")), {f"{TREATY}#0"}),
    ("not not", Not(Not(Word("担保"))), {f"{OLD}#1"}),
    ("or not", Or((Word("teas"), Not(Word("茶叶")))), {f"{TREATY}#0"}),
    ("nested", And((Or((Word("担保"), Word("准许"))), Not(And((Word("法院"), Word("准许")))))), {f"{OLD}#1"}),
    ("only punctuation matches nothing", Word("，"), set()),
    ("not even beside a word", And((Word("保全"), Phrase("《》"))), set()),
    ("an empty or", Or(()), set()),
    (
        "a question as words",
        Or(tuple(Word(term) for term in ("担保", "准许", "没有"))),
        {f"{OLD}#1", f"{CASE}#0"},
    ),
]

DAYS: list[tuple[date, set[str]]] = [
    (date(1998, 1, 1), {UNDATED}),
    (date(1999, 6, 1), {UNDATED, TREATY}),
    (date(2010, 4, 1), {UNDATED, TREATY, OLD}),
    (date(2015, 1, 1), {UNDATED, OLD}),
    (date(2020, 4, 1), {UNDATED, OLD, NEW}),
    (date(2020, 9, 1), {UNDATED, NEW}),
    (date(2024, 6, 1), {UNDATED, NEW, CASE, DRAFT}),
]
