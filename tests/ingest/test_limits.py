"""What a process that understands files may take: a file that wants more fails alone, with a named error."""

from __future__ import annotations

from corpus.errors import UnreadableError
from corpus.ids import checksum
from corpus.model import SourceFile
from ingest.workers import Understood, Workers
from tests.ingest.read.builders import docx, paragraph

TEXT = "# 示例管理办法\n\n第一条　为了举例，制定本办法。\n\n第二条　本办法自2020年1月1日起施行。\n"
MEGABYTE = 1024**2


def source(name: str, content: str | bytes) -> SourceFile:
    data = content.encode() if isinstance(content, str) else content
    return SourceFile(name, data, checksum(data))


def code(understood: Understood) -> str | None:
    return understood.error.code if understood.error is not None else None


def test_a_file_that_needs_too_much_memory_fails_alone() -> None:
    large = docx(paragraph("第一条　示例。") * 300_000)
    sources = [source("a.docx", large), source("b.md", TEXT), source("c.docx", large), source("d.md", TEXT)]
    with Workers(1, memory=300 * MEGABYTE) as workers:
        results = list(workers.understand(sources))
    assert [code(result) for result in results] == ["too_much_memory", None, "too_much_memory", None]
    assert isinstance(results[0].error, UnreadableError)
    assert "a.docx" in results[0].error.message
    assert "300 MiB" in results[0].error.message


def test_a_file_that_takes_too_long_fails_alone() -> None:
    sources = [source("a.md", TEXT * 100_000), source("b.md", TEXT)]
    with Workers(1, timeout=2) as workers:
        results = list(workers.understand(sources))
    assert [code(result) for result in results] == ["too_slow", None]
