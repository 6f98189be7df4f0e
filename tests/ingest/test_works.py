"""Files of one rule are versions of one work, and copies of one text are one version: of real files, by hand.

The table names the versions that the corpora hold, and every copy of them in another format or house style.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.ids import checksum
from corpus.model import SourceFile, Version
from ingest.pipeline import store, storing, understand

TABLE = Path(__file__).with_name("works.tsv")


def rows() -> list[dict[str, str]]:
    lines = [
        line for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    ]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def stored(corpora: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Version]:
    """The version that each file of the table became, in a catalogue of its own."""
    url = f"sqlite:///{tmp_path_factory.mktemp('works') / 'catalogue.sqlite'}"
    found: dict[str, str] = {}
    with Catalogue(url) as catalogue:
        pipeline = storing(catalogue.writes)
        for row in sorted(rows(), key=lambda row: row["path"]):
            content = (corpora / row["path"]).read_bytes()
            source = SourceFile(f"/{row['path']}", content, checksum(content))
            document, _seconds = understand(source)
            found[row["path"]] = store(pipeline, document, source, None)[0].version
        held = catalogue.reads.versions_by_id(found.values(), Access.public())
    return {path: held[version] for path, version in found.items()}


@pytest.mark.corpora
def test_files_of_one_rule_are_versions_of_one_work(stored: dict[str, Version]) -> None:
    wrong = {
        row["path"]: (version.id, f"{row['work']}@{row['version']}")
        for row in rows()
        if not is_meant(version := stored[row["path"]], row)
    }
    assert wrong == {}


def is_meant(version: Version, row: dict[str, str]) -> bool:
    if version.work != row["work"]:
        return False
    wanted = row["version"]
    told = version.id.split("@")[1]
    if wanted.endswith("~"):
        return told.startswith(wanted)
    return told == wanted if wanted else version.identity.version_on is None


@pytest.mark.corpora
@pytest.mark.parametrize(
    ("path", "valid_to"),
    [
        ("zh/laws/专利法(2008-12-27).md", "2021-06-01"),
        ("zh/laws/商标法(2019-04-23).md", "2027-01-01"),
        ("zh/laws/反不正当竞争法(2019-04-23).md", "2025-10-15"),
        ("zh/laws/反垄断法(2007-08-30).md", "2022-06-24"),
        ("zh/laws/七八宪法（已失效）__risshun.md", "1982-12-04"),
        ("zh/laws/互联网上网服务营业场所管理条例(2019-03-24).md", "2019-03-24"),
        ("intl/treaties/paris-convention-1883.md", "1900-12-14"),
        ("intl/treaties/paris-convention-1911-washington-act.md", "1925-11-06"),
        ("intl/treaties/berne-convention-1948-brussels-act.md", "1971-07-24"),
        ("intl/statutes/eu/directive-2001-29-infosoc.v2001-05-22.en.html", "2017-10-10"),
        ("intl/statutes/tw/patent-act.v2024-10-24.en.json", ""),
    ],
)
def test_a_version_ends_with_the_next_one(stored: dict[str, Version], path: str, valid_to: str) -> None:
    day = stored[path].valid_to
    assert (day.isoformat() if day else "") == valid_to
