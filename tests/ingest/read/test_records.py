"""JSON, YAML and tables."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.errors import UnreadableError
from tests.ingest.read.builders import is_exact, read_text

STATUTE = {
    "法規名稱": "範例法",
    "最新異動日期": "20200102",
    "法規內容": [{"編章節": "第 一 章 總則"}, {"條號": "第 1 條", "條文內容": "本法為範例。\r\n一、甲。"}],
}
GUIDING = {
    "number": 900,
    "title": "某甲诉某乙案",
    "keywords": ["民事"],
    "gist": ["要点。"],
    "reasoning": ["理由。"],
    "publishedAt": "2020-01-02",
}
OPINION = {
    "name": "A v. B",
    "decision_date": "2001-02-03",
    "casebody": {
        "data": {
            "head_matter": "No. 1",
            "opinions": [{"type": "majority", "author": "J", "text": "One.\nTwo."}],
        }
    },
}
ARGUMENT = {
    "caseName": "A v. B",
    "docket": "1-2",
    "caseTranscripts": [
        {"transcriptTitle": "Argument", "transcript": [{"speakerName": "C", "text": "We start."}]}
    ],
}


@pytest.mark.parametrize(
    ("value", "blocks", "entry"),
    [
        (STATUTE, ["範例法", "第 一 章 總則", "第 1 條", "本法為範例。", "一、甲。"], ("最新異動日期", "20200102")),
        (GUIDING, ["指导案例900号", "某甲诉某乙案", "关键词", "民事", "裁判要点", "要点。", "裁判理由", "理由。"],
         ("publishedAt", "2020-01-02")),
        (OPINION, ["A v. B", "No. 1", "majority — J", "One.", "Two."], ("decision_date", "2001-02-03")),
        (ARGUMENT, ["A v. B", "Argument", "C: We start."], ("docket", "1-2")),
        ({"title": "T", "a": {"b": 1}, "c": [{"d": "x"}, {"d": "y"}]},
         ["T", "title: T", "a.b: 1", "c | d: x", "c | d: y"], ("title", "T")),
    ],
    ids=["statute", "guiding case", "opinion", "argument", "other"],
)  # fmt: skip
def test_shapes_of_json(value: Any, blocks: list[str], entry: tuple[str, str]) -> None:
    reading = read_text("a.json", json.dumps(value, ensure_ascii=False))
    assert [block.text for block in reading.blocks] == blocks
    assert reading.metadata[entry[0]] == entry[1]
    assert is_exact(reading)


@pytest.mark.parametrize(
    ("name", "content", "rows"),
    [
        ("a.jsonl", '{"a": "x", "b": {"c": 1}}\n\n{"a": "y"}\n', ["a: x | b.c: 1", "a: y"]),
        ("a.csv", '名称,说明\n甲,"一,二"\n乙,\n', ["名称: 甲 | 说明: 一,二", "名称: 乙"]),
        ("a.csv", "a;b\n1;2\n", ["a: 1 | b: 2"]),
        ("a.tsv", 'zh\ten\n甲\tsaid "x\n', ['zh: 甲 | en: said "x']),
        ("a.yaml", "- name: n\n  list: [a, b]\n", ["name: n | list: a; b"]),
    ],
)
def test_rows(name: str, content: str, rows: list[str]) -> None:
    reading = read_text(name, content)
    assert [block.text for block in reading.blocks] == rows


@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.yaml"])
def test_deep_nesting_is_refused(name: str) -> None:
    with pytest.raises(UnreadableError):
        read_text(name, "[" * 200_000)


def test_yaml_aliases_are_refused() -> None:
    with pytest.raises(UnreadableError, match="aliases"):
        read_text("a.yaml", "a: &x [1]\nb: [*x, *x]\n")


def test_a_line_that_is_no_json_is_left_out_with_its_number() -> None:
    reading = read_text("a.jsonl", '{"a": 1}\n{"a": \n')
    assert "line 2" in reading.warnings[0]
