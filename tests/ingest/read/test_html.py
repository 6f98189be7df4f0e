"""HTML: what a browser shows, block by block."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableError
from tests.ingest.read.builders import is_exact, read_text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>第一章<br>总则</h2><p>甲<br/>乙</p>", [("heading", 2, "第一章 总则"), ("paragraph", 0, "甲"), ("paragraph", 0, "乙")]),
        ("<p>甲</p><script>x()</script><nav>菜单</nav><style>p{}</style>", [("paragraph", 0, "甲")]),
        ('<p>甲</p><p style="display: none">隐</p>', [("paragraph", 0, "甲")]),
        ("<ul><li>甲<ul><li>乙</li></ul></li></ul>", [("list_item", 0, "甲"), ("list_item", 1, "乙")]),
        ("<ol start=3><li>甲</li><li>乙</li></ol>", [("list_item", 0, "3. 甲"), ("list_item", 0, "4. 乙")]),
        ("<table><tr><th>名</th><th>号</th></tr><tr><td>甲</td><td>1<br>2</td></tr></table>",
         [("table_row", 0, "名 | 号"), ("table_row", 0, "甲 | 1 2")]),
        ("<table><tr><td>(a)</td><td><p>a text;</p></td></tr></table>", [("list_item", 0, "(a) a text;")]),
        ('<div><div><span>(a) </span></div><div><p class="norm">a text</p></div></div>', [("paragraph", 0, "(a) a text")]),
        ("<pre>第一行\n第二行</pre>", [("paragraph", 0, "第一行"), ("paragraph", 0, "第二行")]),
        ('<p class="oj-ti-art">Article 1</p><p class="oj-sti-art">Scope</p>', [("heading", 3, "Article 1"), ("heading", 4, "Scope")]),
        ('<p class="title-article-norm">Article&nbsp;1</p>', [("heading", 3, "Article 1")]),
        ('<p><a href="#1">第一章</a><br><a href="#2">第二章</a></p><p>甲</p>',
         [("furniture", 0, "第一章"), ("furniture", 0, "第二章"), ("paragraph", 0, "甲")]),
        ('<p class="MsoTitle">题</p><blockquote>引</blockquote>', [("heading", 1, "题"), ("quotation", 0, "引")]),
        ("<p>第一\n      条</p><p>one\n two</p>", [("paragraph", 0, "第一条"), ("paragraph", 0, "one two")]),
        ('<p class="oj-note">(1) OJ L 1.</p>', [("footnote", 0, "(1) OJ L 1.")]),
    ],
)  # fmt: skip
def test_blocks(body: str, expected: list[tuple[str, int, str]]) -> None:
    reading = read_text("a.html", f"<html><body>{body}</body></html>")
    assert [(block.kind.value, block.level, block.text) for block in reading.blocks] == expected
    assert is_exact(reading)


def test_title_and_meta_are_metadata() -> None:
    head = '<head><title>题</title><meta name="DC.date" content="2020-01-02"></head>'
    reading = read_text("a.html", f"<html>{head}<body><p>甲</p></body></html>")
    assert reading.metadata == {"title": "题", "DC.date": "2020-01-02"}


def test_amendment_marks_are_left_out_and_told() -> None:
    reading = read_text("a.html", "<html><body><p>▼M2</p><p>►M1 new text ◄ old</p></body></html>")
    assert [block.text for block in reading.blocks] == ["new text old"]
    assert reading.metadata["amendment marks"] == "M1; M2"


def test_the_declared_character_set_is_used() -> None:
    page = '<html><head><meta charset="gb2312"></head><body><p>第一条　示例</p></body></html>'
    reading = read_text("a.html", page.encode("gb18030"))
    assert [block.text for block in reading.blocks] == ["第一条　示例"]


def test_deep_nesting_does_not_overflow() -> None:
    with pytest.raises(UnreadableError):
        read_text("a.html", "<html><body>" + "<div>" * 20_000 + "甲")
