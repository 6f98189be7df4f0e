"""What holds of every text, hostile ones included; and of every real document."""

from __future__ import annotations

import csv
import hashlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Identity, Kind, Level, SourceFile
from corpus.tree import whole
from ingest.cut import cut
from ingest.read import read
from tests.ingest.cut.papers import articles_of, faults, identity, paper

_TABLE = Path(__file__).with_name("articles.tsv")
_PIECES = [
    *(
        "第一条 甲。",
        "第二条规定的，乙。",
        "第三条之一",
        "第一章 总则",
        "第二章乙",
        "附则",
        "附件1",
        "目录",
        "一、总则",
        "（一）丙；",
    ),
    *(
        "“第九条 引。",
        "引文。”",
        "修改为：",
        "# 标题",
        "## 第三节 丁",
        "### 5.1 戊",
        "问题1：己？",
        "| 行 | 列 |",
        "[^1] 注",
    ),
    *(
        "### Article  1",
        "Article 2 of it",
        "#### Aim",
        "### Artikel 1",
        "### Rule 3bis",
        "ANNEX I",
        "(1) Recital.",
        "Whereas:",
    ),
    *(
        "#### § 14 Zweck",
        "# Title 9— X",
        "### 27 Heading",
        "1.—(1) Text.",
        "제1조 (목적)",
        "부칙",
        "## 附則",
        "第二条（定義）　甲",
    ),
    *(
        "（一）辛；（二）壬。",
        "（二）癸。",
        "（三）项规定的。",
        "1.子；",
        "2.丑。",
        "一、寅：",
        "卯。",
        "有下列情形之一的：",
        "辰，",
        "（删除）",
        "将第二条修改为：“巳。",
    ),
    *(
        "(a) one;",
        "(b) two—",
        "(i) three",
        "(ii) four.",
        "(1)(a) five",
        "1. Six:",
        "2. Seven.",
        "a) eight",
        "1° neuf ;",
        "2° dix.",
        "I.-Onze.",
        "closing words.",
        "Marginal words",
        "1999, c. 1, s. 2",
        "(weggefallen)",
    ),
    *("２　甲", "一　乙", "イ　丙", "① 갑.", "② 을:", "1. 병", "가. 정", "[전문개정 2014.6.11]"),
    *(
        "<!-- STATUS: x -->",
        "plain text. 第四条 庚。",
        "IN WITNESS WHEREOF",
        "7.1 The Panel finds that it is so, and not otherwise.",
    ),
]
_IDENTITIES = st.builds(
    identity,
    st.sampled_from(list(Kind)),
    st.sampled_from(["zh", "zh-Hant", "en", "fr", "de", "es", "ja", "ko", "nl"]),
    st.sampled_from(["CN", "TW", "US", "CA", "GB", "SG", "DE", "FR", "ES", "JP", "KR", "EU", "INT"]),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40), _IDENTITIES)
def test_nothing_is_lost_and_nothing_comes_twice(pieces: list[str], who: Identity) -> None:
    reading = paper("\n".join(pieces))
    provisions = cut(reading, who)
    assert faults(reading, who, provisions) == []
    assert cut(reading, who) == provisions
    searched = [each for each in whole(provisions) if each.searchable]
    assert [each.fragment for each in searched] == [each.fragment for each in provisions if each.searchable]


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="第一二三条章节附则 Article§1.(a)（）①。；“”：#|\n", max_size=300), _IDENTITIES)
def test_nor_in_any_other_text(text: str, who: Identity) -> None:
    reading = paper(text)
    assert faults(reading, who, cut(reading, who)) == []


HOSTILE = {
    "falling numbers": "\n".join(f"第{n}条 甲" for n in range(60_000, 0, -1)),
    "one number": "第一条 甲\n" * 100_000,
    "one long line": "第一条" + "第二条规定的" * 500_000,
    "open quotations": "“第九条 甲\n" * 100_000,
    "blanks": "第" + " " * 2_000_000 + "条",
    "capitals": "Article " * 400_000,
    "headings": "# a\n" * 100_000,
    "breaks lost": "。第二条 甲" * 200_000,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    ("kind", "language", "jurisdiction"), [(Kind.LAW, "zh", "CN"), (Kind.STATUTE, "en", "US")]
)
def test_a_hostile_text_is_cut_in_seconds(name: str, kind: Kind, language: str, jurisdiction: str) -> None:
    reading = paper(HOSTILE[name])
    began = time.process_time()
    cut(reading, identity(kind, language, jurisdiction))
    assert time.process_time() - began < 20


def _rows() -> list[dict[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_real_documents_have_the_articles_they_have(corpora: Path) -> None:
    """Counts, first and last article of real files, taken from the files by other means than the cut."""
    misses: list[str] = []
    for row in _rows():
        content = (corpora / row["path"]).read_bytes()
        reading = read(SourceFile(row["path"], content, hashlib.sha256(content).hexdigest()))
        who = identity(Kind(row["kind"]), row["language"], row["jurisdiction"])
        provisions = cut(reading, who)
        numbers = articles_of(provisions)
        got = (str(len(numbers)), *((numbers[0], numbers[-1]) if numbers else ("", "")))
        expected = (row["articles"], row["first"], row["last"])
        if got != expected:
            misses.append(f"{row['path']}: {got}, expected {expected}")
        misses.extend(f"{row['path']}: {fault}" for fault in faults(reading, who, provisions))
    assert not misses, "\n".join(misses)


def test_levels_of_real_documents_are_told_apart(corpora: Path) -> None:
    path = next((corpora / "intl" / "statutes" / "eu").glob("directive-2019-790*.en.xml"))
    content = path.read_bytes()
    reading = read(SourceFile(path.name, content, hashlib.sha256(content).hexdigest()))
    provisions = cut(reading, identity(Kind.STATUTE, "en", "EU"))
    counts = {level: sum(1 for each in provisions if each.level is level) for level in Level}
    assert (counts[Level.RECITAL], counts[Level.ARTICLE]) == (86, 32)
