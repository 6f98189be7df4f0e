"""The samples are marked as such and are understood as what they are."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus import samples
from corpus.ids import checksum
from corpus.model import Document, Format, Kind, Level, SourceFile
from ingest.pipeline import understand

ARTICLES = {
    "cooperation-2021.md": 18,
    "cooperation-2025.md": 21,
    "model-treaty.md": 8,
}

# file, kind, jurisdiction, language, the day that names the version
IDENTITIES = [
    ("cooperation-2021.md", Kind.LOCAL_REGULATION, "CN", "zh", date(2021, 9, 28)),
    ("cooperation-2025.md", Kind.LOCAL_REGULATION, "CN", "zh", date(2025, 6, 26)),
    ("evidence-notice-2024.md", Kind.POLICY, "CN", "zh", date(2024, 4, 12)),
    ("joint-meeting-1.md", Kind.MINUTES, "CN", "zh", date(2024, 3, 15)),
    ("joint-meeting-2.docx", Kind.MINUTES, "CN", "zh", date(2024, 9, 20)),
    ("us-ebay-v-mercexchange.md", Kind.FOREIGN_CASE, "US", "zh", date(2006, 5, 15)),
    ("us-alice-v-cls-bank.md", Kind.FOREIGN_CASE, "US", "zh", date(2014, 6, 19)),
    ("us-warner-jenkinson.md", Kind.FOREIGN_CASE, "US", "zh", date(1997, 3, 3)),
    ("uk-actavis-v-eli-lilly.md", Kind.FOREIGN_CASE, "GB", "zh", date(2017, 7, 12)),
    ("eu-huawei-v-zte.md", Kind.FOREIGN_CASE, "EU", "zh", date(2015, 7, 16)),
    ("de-frand-einwand.md", Kind.FOREIGN_CASE, "DE", "zh", date(2020, 5, 5)),
    ("ca-teva-v-pfizer.md", Kind.FOREIGN_CASE, "CA", "zh", date(2012, 11, 8)),
    ("jp-maxacalcitol.md", Kind.FOREIGN_CASE, "JP", "zh", date(2017, 3, 24)),
    ("model-treaty.md", Kind.TREATY, "INT", "en", date(2019, 5, 14)),
]

CASE_HEAD = (
    "案号：",
    "法院：",
    "日期：",
    "法域：",
    "主题：",
    "争点：",
    "裁判要旨：",
    "理由：",
    "适用规则：",
    "关键词：",
)


@pytest.fixture(scope="module")
def files() -> dict[str, SourceFile]:
    with samples.folder() as root:
        return {file.name: source(file) for file in samples.documents(root)}


@pytest.fixture(scope="module")
def documents(files: dict[str, SourceFile]) -> dict[str, Document]:
    return {name: understand(file)[0] for name, file in files.items()}


def source(file: Path) -> SourceFile:
    content = file.read_bytes()
    return SourceFile(file.name, content, checksum(content))


def text(document: Document) -> str:
    return "\n".join(f"{p.label} {p.heading} {p.text}" for p in document.provisions)


def test_every_sort_of_document_is_there(files: dict[str, SourceFile]) -> None:
    assert len(files) >= 15
    assert {name for name, *_ in IDENTITIES} <= set(files)


def test_each_is_marked_as_a_sample(documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        assert "示例" in document.identity.title or "Sample" in document.identity.title, name
        assert "示例：" in text(document) or "Sample (示例):" in text(document), name


@pytest.mark.parametrize(("name", "kind", "jurisdiction", "language", "day"), IDENTITIES)
def test_each_is_identified(
    name: str, kind: Kind, jurisdiction: str, language: str, day: date, documents: dict[str, Document]
) -> None:
    identity = documents[name].identity
    assert (identity.kind, identity.jurisdiction, identity.language) == (kind, jurisdiction, language)
    assert identity.version_on == day


@pytest.mark.parametrize(("name", "count"), ARTICLES.items())
def test_rules_are_cut_by_article(name: str, count: int, documents: dict[str, Document]) -> None:
    numbers = [p.number for p in documents[name].provisions if p.level is Level.ARTICLE]
    assert numbers == [str(number) for number in range(1, count + 1)]


def test_two_versions_are_of_one_work(documents: dict[str, Document]) -> None:
    old, new = (documents[f"cooperation-{year}.md"].identity for year in (2021, 2025))
    assert old.title == new.title == "示例市知识产权协同保护办法"
    assert (old.effective, new.effective) == (date(2022, 1, 1), date(2025, 9, 1))


def test_the_notice_has_the_number_by_which_the_minutes_settle_an_item(
    documents: dict[str, Document],
) -> None:
    number = documents["evidence-notice-2024.md"].identity.document_number
    assert number == "示知发〔2024〕12号"
    assert number in text(documents["joint-meeting-2.docx"])
    assert documents["joint-meeting-2.docx"].format is Format.DOCX


def test_digests_share_one_head(files: dict[str, SourceFile]) -> None:
    for name, *_ in (row for row in IDENTITIES if row[1] is Kind.FOREIGN_CASE):
        lines = files[name].content.decode().splitlines()
        for field in CASE_HEAD:
            assert sum(line.startswith(field) and len(line) > len(field) for line in lines) == 1, (
                name,
                field,
            )
