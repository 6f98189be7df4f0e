"""Texts made to be slow: runs of whatever a rule looks for, in one line or in many, and documents nested without end.

Each is long enough that anything quadratic takes minutes, and has a time that is generous for what is linear.
"""

from __future__ import annotations

import json
import time

import pytest

from corpus.errors import ZhikuError
from ingest.pipeline import understand
from tests.ingest.read.builders import docx, mht, paragraph, source

_HEAD = "示例市信息管理办法\n\n"
_SECONDS = 6.0  # of the processor, not of the wall
_LONG = 150_000  # characters of one line
_MANY = 24_000  # characters in short lines

ONE_LINE = (
    *"（《“「【(<[{*_`#-=|!&:;,。，、：；§①第条0a甲",
    " ", "　", "\t", "\0", "\u200b", "\ufeff", "\u202e", "    ",
    "第一条第一条", "第一", "第一条の二", "제1조", "1.1.1.1.", "1.1.1.1 ", "0123456789", "（一）甲；", "一、", "IV. ", "(1) Whereas ",
    "the office ", "Article ", "Article 1(2)(b) ", "Sec. 1. ", "35 U.S.C. § 1 ", ". . . ", "C-610/15 ", "bis", "v. ",
    "《甲乙", "“甲", "《专利法》第一条", "（以下简称《甲》）", "本办法所称甲，是指乙。", "应当依法处理。", "甲公司、", "知识产权",
    "2021年3月5日", "2021年3月5日公布 ", "一九七九年", "１２３", "根据2021年3月5日第一次会议《关于修改的决定》修正 ",
    "同时废止", "《甲办法》同时废止。", "自2021年5月1日起施行。", "国知发保字〔2023〕3号", "国家知识产权局 ", "（2021）最高法知民终1号",
    "牵头单位：甲局；", "2021年3月底前完成；", "会议议定：一、甲局负责。", "会后一个月内", "原告：甲公司 ", "问：甲？答：乙。", "法官 甲 ",
    "[a](", "](", "[^1]", "![", "<p>", "<br>", "<div>", "<!-- ", "&amp;", "&#99999999;", "> ", "http://a.b/", "a@b.", "<개정 2020. 1. 1.>",
)  # fmt: skip
MANY_LINES = (
    "\n", " \n \n", "第一条\n", "第一条　甲\n", "# 标题\n", "## 第一章 总则\n", "第一章 总则……1\n", "一、甲\n", "（一）甲；\n", "（删除）\n",
    "§ 1 a\n", "Article 1\n", "1. a\n", "(a) b\n", "제1조(목적) 가\n", "**第一条**　甲\n", "附則\n第一条　甲\n", "| a | b |\n", "甲\t乙\n",
    "甲：乙\n", "原告：甲公司\n", "裁判要点\n甲\n", "问：甲？\n答：乙。\n", "会议议定：甲局负责。\n", "- a\n", " - a\n", "> a\n", "```\n", ":::\n",
    "---\n", "---\na: b\n", "<!-- a: b -->\n", "<div>\n", "第二条修改为：“第二条 甲。”\n", "《甲办法》同时废止。\n", "[^1]: 甲\n", "时间：2021年3月5日\n",
)  # fmt: skip
NESTED: dict[str, str | bytes] = {
    "a.html": "<div>" * 100_000 + "第一条 甲",
    "b.html": "<table><tr><td>甲" * 2_000,
    "c.html": "<table><tr><td colspan=100000000>甲<td rowspan=1000000000>乙</table>",
    "d.html": "<b><p>第一条" * 8_000,
    "e.html": "<ul><li>甲" * 50_000,
    "f.html": "<meta name=a content=b>" * 50_000 + "第一条 甲",
    "a.json": "[" * 90_000 + '"第一条"' + "]" * 90_000,
    "b.json": '{"a":' * 100_000,
    "c.json": json.dumps({f"a{number}": "第一条" for number in range(10_000)}),
    "d.json": '{"text":"' + "\\ud800" * 20_000 + '"}',
    "e.json": '{"text":"第一条","n":' + "9" * 100_000 + "}",
    "a.xml": "<a>" * 100_000 + "第一条" + "</a>" * 100_000,
    "b.xml": "<r " + " ".join(f'a{number}="1"' for number in range(50_000)) + ">第一条</r>",
    "a.yaml": "a: &a [甲]\n" + "".join(f"a{n}: &a{n} [{'*a,' * 9}]\n" for n in range(20)),
    "b.yaml": "[" * 100_000,
    "a.csv": "甲," * 100_000,
    "b.csv": '"' * 100_000 + "甲",
    "a.eml": "From: a\nTo: b\nSubject: c\n"
    + "".join(f'Content-Type: multipart/mixed; boundary="p{n}"\n\n--p{n}\n' for n in range(2_000))
    + "Content-Type: text/plain\n\n第一条\n",
    "b.eml": "From: a\nTo: " + "(" * 50_000 + "\nSubject: " + "=?utf-8?b?" * 10_000 + "\n\n第一条\n",
    "c.eml": "From: a\nTo: b\nContent-Type: multipart/mixed; boundary=p\n\n" + "--p\n\n第一条\n" * 2_000,
    "a.mht": mht("<p>第一条 甲</p>" * 2_000),
    "a.docx": docx("<w:tbl><w:tr><w:tc>" * 300 + paragraph("甲") + "</w:tc></w:tr></w:tbl>" * 300),
    "b.docx": docx('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>' + paragraph("甲") + "</w:tc></w:tr></w:tbl>"),
    "a.md": "---\na: " + "[" * 100_000 + "\n---\n第一条 甲",
    "b.md": "---\n" + "a: " * 50_000,
}  # fmt: skip


RECORDS = {
    "minutes": "示例局知识产权会议纪要\n\n时间：2021年3月5日\n地点：甲\n主持人：乙\n会议议定：\n一、甲局负责。\n",
    "case": "指导案例9号：甲公司诉乙公司侵害专利权纠纷案\n\n关键词 专利\n裁判要点\n甲。\n相关法条\n《专利法》第一条\n基本案情\n",
    "judgment": "示例市中级人民法院\n民事判决书\n（2021）示01民初1号\n原告：甲公司。\n被告：乙公司。\n本院认为，",
    "glossary": "术语表\n\n| 中文 | English |\n| --- | --- |\n| 专利 | patent |\n",
}  # fmt: skip
"""Beginnings of documents whose records are read out of them."""

OF_RECORDS = (
    "，", "“甲", "《甲乙", "（以下简称《甲》）", "《甲办法》同时废止。", "《专利法》第一条", "牵头单位：甲局；", "2021年3月底前完成；", "原告：甲公司 ",
    "甲公司、", "应当依法处理。", "第一条　甲\n", "甲：乙\n", "| 甲 | b |\n", "一、甲局负责。\n", "the office ",
)  # fmt: skip


def seconds(name: str, content: str | bytes) -> float:
    """Seconds of the processor that it takes to understand a file, or to refuse it with a named error."""
    began = time.process_time()
    try:
        understand(source(name, content))
    except ZhikuError as error:
        assert error.code not in ("fault", ""), str(error)  # noqa: PT017
    return time.process_time() - began


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    """Tables are loaded once, and not at the cost of the first text."""
    understand(source("a.txt", _HEAD * 3))


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("unit", ONE_LINE, ids=ascii)
def test_one_line(unit: str, suffix: str) -> None:
    assert seconds(f"a.{suffix}", _HEAD + unit * (_LONG // len(unit))) < _SECONDS


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("unit", MANY_LINES, ids=ascii)
def test_many_lines(unit: str, suffix: str) -> None:
    assert seconds(f"a.{suffix}", _HEAD + unit * (_MANY // len(unit))) < _SECONDS


@pytest.mark.parametrize("unit", OF_RECORDS, ids=ascii)
@pytest.mark.parametrize("kind", RECORDS)
def test_records(kind: str, unit: str) -> None:
    assert seconds("a.txt", RECORDS[kind] + unit * (_MANY * 2 // len(unit))) < _SECONDS


@pytest.mark.parametrize("name", NESTED)
def test_nested(name: str) -> None:
    assert seconds(name, NESTED[name]) < _SECONDS


def test_one_line_of_five_megabytes() -> None:
    assert seconds("a.txt", "第一条 " + "应当依法处理，" * 250_000) < 2 * _SECONDS
