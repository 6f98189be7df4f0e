"""The files that are broken: real ones where the corpora are there, and one of our own for every format."""

from __future__ import annotations

import io
import os
import tempfile
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.ingest.read.builders import docx, mht, paragraph, pdf, word_part, zipped

_LARGEST = 150_000  # bytes: what breaks a reader breaks it in a small file too
_OF_A_FORMAT = 12

TEXT = """示例市信息管理办法

（2021年3月5日示例市人民政府令第12号公布）

第一章 总则

第一条 为了规范信息的管理，根据《示例法》第二条，制定本办法。

第二条 本办法所称信息，是指下列内容：
（一）登记；
（二）统计。

第三条 本办法自2021年5月1日起施行，《旧示例办法》同时废止。
"""
MARKDOWN = """---
title: 示例市信息管理办法
date: 2021-03-05
---

# 示例市信息管理办法

<!-- STATUS: 有效 -->

## 第一章 总则

**第一条**　为了规范信息的管理，制定本办法[^1]。

| 项目 | 期限 |
| --- | --- |
| 登记 | 三十日 |

> 第二条　引用的文字。

[^1]: 脚注。
"""
HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>示例市信息管理办法</title></head><body>
<nav><a href="/">首页</a></nav><h1>示例市信息管理办法</h1><p>第一条&emsp;为了规范信息的管理，制定本办法。</p>
<ul><li>登记</li><li>统计</li></ul><table><tr><th colspan="2">项目</th></tr><tr><td>登记</td><td>三十日</td></tr></table>
<p>第二条 <b>本办法</b>自2021年5月1日起施行。</p></body></html>"""
MAIL = """From: a@example.org
To: b@example.org
Subject: =?utf-8?b?5Lya6K6u57qq6KaB?=
Date: Fri, 5 Mar 2021 10:00:00 +0800
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="part"

--part
Content-Type: text/plain; charset="utf-8"

会议议定：一、由示例局牵头，2021年6月底前完成。
--part
Content-Type: text/plain; name="a.txt"
Content-Disposition: attachment; filename="../../a.txt"

附件
--part--
"""
CASE = '{"title": "某公司诉某局案", "case_number": "（2021）示例1号", "sections": [{"heading": "裁判要点", "text": "登记应当公开。"}], "tags": ["登记", null, 1.5, true]}'
FORMEX = '<?xml version="1.0" encoding="UTF-8"?><chapter num="1"><title>示例</title><article num="1"><title>目的</title><p>第一条 文字。</p></article></chapter>'
YAML = "title: 示例\nholdings:\n  - statute: 示例法\n    article: 2\n    text: |\n      登记应当公开。\n"
_SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '<row r="1"><c r="A1" t="inlineStr"><is><t>条文</t></is></c><c r="B1" t="inlineStr"><is><t>内容</t></is></c></row>'
    '<row r="2"><c r="A2" t="inlineStr"><is><t>第一条</t></is></c><c r="B2"><v>30</v></c></row></sheetData></worksheet>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


@dataclass(frozen=True, slots=True)
class File:
    """A file: its name and its bytes."""

    name: str
    content: bytes

    @property
    def suffix(self) -> str:
        """What its format is called."""
        return self.name.rpartition(".")[2].lower()


def xlsx() -> bytes:
    """A workbook of one sheet."""
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
            f'xmlns:r="{_OFFICE}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": _SHEET,
        }
    )


def image() -> bytes:
    """A small picture of a page, with a few strokes on it."""
    from PIL import Image, ImageDraw

    page = Image.new("L", (240, 80), 255)
    ImageDraw.Draw(page).text((10, 20), "Article 1 The office.", fill=0)
    stream = io.BytesIO()
    page.save(stream, "PNG")
    return stream.getvalue()


def nested(files: dict[str, bytes], depth: int) -> bytes:
    """A zip archive in a zip archive."""
    content = zipped({**files})
    for _ in range(depth - 1):
        content = zipped({"inner.zip": content})
    return content


@cache
def own() -> tuple[File, ...]:
    """A file of every format, written here."""
    word = docx(
        "".join(paragraph(line) for line in TEXT.splitlines() if line)
        + f"<w:tbl><w:tr><w:tc>{paragraph('登记')}</w:tc><w:tc>{paragraph('三十日')}</w:tc></w:tr></w:tbl>",
        {"s": ("styles", "styles.xml"), "n": ("footnotes", "footnotes.xml")},
        {"styles.xml": word_part("styles", ""), "footnotes.xml": word_part("footnotes", "")},
    )
    page = [(50, 760 - 20 * n, 12, line) for n, line in enumerate(line for line in TEXT.splitlines() if line)]
    files = {
        "a.txt": TEXT.encode(),
        "a.md": MARKDOWN.encode(),
        "a.html": HTML.encode(),
        "a.xml": FORMEX.encode(),
        "a.json": CASE.encode(),
        "a.jsonl": (CASE + "\n" + CASE + "\n").encode(),
        "a.yaml": YAML.encode(),
        "a.csv": "条文,内容\n第一条,\"登记, 公开\"\n第二条,统计\n".encode(),
        "a.tsv": "条文\t内容\n第一条\t登记\n".encode(),
        "a.eml": MAIL.encode(),
        "a.mht": mht(HTML),
        "a.docx": word,
        "a.pdf": pdf([page, page[:3]]),
        "a.xlsx": xlsx(),
        "a.png": image(),
        "a.zip": nested({"a.txt": TEXT.encode(), "b/c.docx": word, "../d.md": MARKDOWN.encode()}, 2),
        **converted(),
    }  # fmt: skip
    return tuple(File(name, content) for name, content in files.items())


def converted() -> dict[str, bytes]:
    """The formats that pandoc writes."""
    import pypandoc

    found: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ("rtf", "odt", "epub", "pptx"):
            path = Path(folder) / f"a.{suffix}"
            more = ["--standalone", "--metadata", "title=示例"]
            pypandoc.convert_text(MARKDOWN, suffix, format="markdown", outputfile=str(path), extra_args=more)
            found[path.name] = path.read_bytes()
    return found


@cache
def originals(corpora: Path | None) -> tuple[File, ...]:
    """Our own files, and some real ones of each format."""
    files = list(own())
    found: dict[str, list[Path]] = defaultdict(list)
    if corpora is not None:
        for path in sorted(corpora.rglob("*.*")):
            if path.is_file() and 0 < path.stat().st_size <= _LARGEST and path.name != "MANIFEST.tsv":
                found[path.suffix.lower()].append(path)
    for paths in found.values():
        step = max(len(paths) // _OF_A_FORMAT, 1)
        files += [File(path.name, path.read_bytes()) for path in paths[::step][:_OF_A_FORMAT]]
    return tuple(files)


def corpora_folder() -> Path | None:
    """Where the corpora are, if they are."""
    beside = Path(__file__).resolve().parents[3] / "shared"
    folder = Path(os.environ.get("ZHIKU_SHARED") or beside) / "corpus"
    return folder if folder.is_dir() else None


def parts(content: bytes) -> dict[str, bytes]:
    """The files in a zip archive."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
