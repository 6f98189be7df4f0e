"""What is found in folders and archives, and what is left out for which reason."""

from __future__ import annotations

import socket
import zipfile
from pathlib import Path

import pytest

from corpus.errors import UnreadableError
from ingest.discover import Discovery, discover, from_upload, load
from tests.ingest.read.builders import zipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "资料"
    root.mkdir()
    return root


def write(root: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def found(discovery: Discovery, root: Path) -> list[str]:
    return [
        candidate.location.removeprefix(f"{root.resolve().as_posix()}/") for candidate in discovery.candidates
    ]


def skipped(discovery: Discovery, root: Path) -> dict[str, str]:
    prefix = f"{root.resolve().as_posix()}/"
    return {entry.location.removeprefix(prefix): entry.reason for entry in discovery.skipped}


def test_files_come_in_the_order_of_their_names(folder: Path) -> None:
    write(folder, {"b.md": "乙", "a/2.md": "丙", "a/1.md": "丁", "c.txt": "戊", "a.md": "甲"})
    assert found(discover([folder]), folder) == ["a.md", "b.md", "c.txt", "a/1.md", "a/2.md"]


def test_what_is_no_document_is_left_out_with_its_reason(folder: Path) -> None:
    write(
        folder,
        {
            "README.md": "x",
            "MANIFEST.tsv": "path\ttitle\nlaws/甲.md\t甲\nlaws/乙.md\t乙\n",
            "laws/甲.md": "甲",
            "laws/乙.md": "乙",
            "terms.tsv": "zh\ten\n专利\tpatent\n",
            ".hidden/a.md": "x",
            "Thumbs.db": "x",
            "~$a.docx": "x",
        },
    )
    (folder / "空").mkdir()
    discovery = discover([folder])
    assert found(discovery, folder) == ["terms.tsv", "laws/乙.md", "laws/甲.md"]
    reasons = skipped(discovery, folder)
    assert set(reasons) == {"README.md", "MANIFEST.tsv", ".hidden", "Thumbs.db", "~$a.docx", "空"}
    assert "manifest" in reasons["MANIFEST.tsv"]
    assert "readme" in reasons["README.md"]
    assert "empty" in reasons["空"]


def test_companions_go_with_their_documents(folder: Path) -> None:
    write(
        folder,
        {
            "act.v1.en.html": "x",
            "act.v1.fr.html": "y",
            "act.v1.meta.json": "{}",
            "case.json": "{}",
            "case.holdings.yaml": "- a",
            "alone.meta.json": "{}",
        },
    )
    discovery = discover([folder])
    companions = {
        candidate.name: [each.name for each in candidate.companions] for candidate in discovery.candidates
    }
    assert companions == {
        "act.v1.en.html": ["act.v1.meta.json"],
        "act.v1.fr.html": ["act.v1.meta.json"],
        "alone.meta.json": [],
        "case.json": ["case.holdings.yaml"],
    }
    case = next(candidate for candidate in discovery.candidates if candidate.name == "case.json")
    assert load(case).companions == {"case.holdings.yaml": b"- a"}
    alone = discover([folder / "case.json"]).candidates
    assert [each.name for each in alone[0].companions] == ["case.holdings.yaml"]


def test_the_same_file_has_one_location(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, {"a/甲.md": "甲"})
    monkeypatch.chdir(folder / "a")
    discovery = discover([Path("甲.md"), Path("../a/甲.md"), folder])
    assert [candidate.location for candidate in discovery.candidates] == [
        (folder.resolve() / "a/甲.md").as_posix()
    ]


def test_locations_are_composed(folder: Path) -> None:
    write(folder, {"e\u0301.md": "x"})
    assert found(discover([folder]), folder) == ["é.md"]
    assert load(discover([folder]).candidates[0]).content == b"x"


def test_a_missing_path_is_an_error_and_the_rest_goes_on(folder: Path) -> None:
    write(folder, {"a.md": "x"})
    discovery = discover([folder / "none", folder])
    assert len(discovery.candidates) == 1
    assert "no such file" in discovery.failed[0].error.message
    assert discovery.failed[0].error.cure


def test_loops_of_links_end(folder: Path) -> None:
    write(folder, {"a.md": "x"})
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "gone.md").symlink_to(folder / "nowhere")
    discovery = discover([folder])
    assert found(discovery, folder) == ["a.md"]
    assert "link" in skipped(discovery, folder)["loop"]
    assert len(discovery.failed) == 1


def test_a_link_to_itself_costs_nothing_else(folder: Path) -> None:
    write(folder, {"a.md": "甲", "a.meta.json": "{}"})
    (folder / "round.md").symlink_to(folder / "round.md")
    found_there = discover([folder])
    assert found(found_there, folder) == ["a.md"]
    assert [entry.location.rsplit("/", 1)[-1] for entry in found_there.failed] == ["round.md"]
    (given,) = discover([folder / "a.md"]).candidates
    assert [companion.name for companion in given.companions] == ["a.meta.json"]


def test_links_out_of_a_folder_are_not_followed(folder: Path, tmp_path: Path) -> None:
    write(tmp_path, {"secret.md": "密"})
    write(folder, {"a.md": "甲"})
    (folder / "inside.md").symlink_to("a.md")
    (folder / "outside.md").symlink_to(tmp_path / "secret.md")
    assert found(discover([folder]), folder) == ["a.md", "inside.md"]
    assert "outside of the folder" in skipped(discover([folder]), folder)["outside.md"]


def test_sockets_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "x"})
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        assert "socket" in skipped(discover([tmp_path]), tmp_path)["s"]


def test_rights(common_folder: Path) -> None:
    folder = common_folder
    write(folder, {"locked/a.md": "x", "b.md": "y"})
    (folder / "locked").chmod(0)
    (folder / "b.md").chmod(0)
    discovery = discover([folder])
    (folder / "locked").chmod(0o700)
    assert "no right" in discovery.failed[0].error.message
    with pytest.raises(UnreadableError, match="no right"):
        load(discovery.candidates[0])


def test_a_file_that_is_too_large_is_named_with_size_limit_and_cure(folder: Path) -> None:
    write(folder, {"a.md": "x" * 3 * 1024 * 1024})
    with pytest.raises(UnreadableError, match=r"3\.0 MiB; at most 2\.0 MiB") as caught:
        load(discover([folder]).candidates[0], largest=2 * 1024 * 1024)
    assert "Split" in caught.value.cure


def test_a_file_that_vanished(folder: Path) -> None:
    write(folder, {"a.md": "x"})
    candidate = discover([folder]).candidates[0]
    (folder / "a.md").unlink()
    with pytest.raises(UnreadableError, match="no such file"):
        load(candidate)


def test_archives_are_opened_one_level_deep(folder: Path) -> None:
    deepest = zipped({"c.md": "丙"})
    inner = zipped({"b.md": "乙", "deep.zip": deepest})
    write(folder, {"a.zip": zipped({"x/a.md": "甲", "in.zip": inner, "__MACOSX/x": "-", "README.md": "-"})})
    discovery = discover([folder])
    assert found(discovery, folder) == ["a.zip!/in.zip!/b.md", "a.zip!/x/a.md"]
    assert [load(candidate).content.decode() for candidate in discovery.candidates] == ["乙", "甲"]
    assert "nested" in discovery.failed[0].error.message
    assert set(skipped(discovery, folder)) == {"a.zip!/__MACOSX/x", "a.zip!/README.md"}


def test_names_in_gbk(folder: Path) -> None:
    content = zipped({"MARK.md": "甲"}).replace(b"MARK.md", "中文".encode("gb18030") + b".md"[:3])
    write(folder, {"a.zip": content})
    assert found(discover([folder]), folder) == ["a.zip!/中文.md"]


@pytest.mark.parametrize("name", ["../evil.md", "/etc/evil.md", "C:/evil.md"])
def test_names_that_lead_out_are_refused(folder: Path, name: str) -> None:
    write(folder, {"a.zip": zipped({name: "x", "a.md": "y"})})
    discovery = discover([folder])
    assert found(discovery, folder) == ["a.zip!/a.md"]
    assert "leads out" in discovery.failed[0].error.message


def test_bad_archives(folder: Path) -> None:
    locked = bytearray(zipped({"a.md": "甲"}))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(signature) + place] |= 1
    whole = zipped({"a.md": "甲" * 100})
    write(
        folder,
        {
            "bomb.zip": zipped({"a.bin": b"\0" * 20_000_000}),
            "cut.zip": whole[: len(whole) // 2],
            "locked.zip": bytes(locked),
        },
    )
    messages = {
        failed.location.rsplit("/", 1)[-1]: failed.error.message for failed in discover([folder]).failed
    }
    assert "refused" in messages["bomb.zip"]
    assert "cut off or damaged" in messages["cut.zip"]
    assert "password" in messages["locked.zip"]


def test_an_empty_archive_is_told(folder: Path) -> None:
    with zipfile.ZipFile(folder / "a.zip", "w"):
        pass
    assert "empty" in skipped(discover([folder]), folder)["a.zip"]


def test_uploads() -> None:
    single = from_upload("C:\\tmp\\甲.md", "甲".encode())
    assert [(candidate.location, load(candidate).content) for candidate in single.candidates] == [
        ("upload/33e3580c/甲.md", "甲".encode())
    ]
    other = from_upload("甲.md", "乙".encode())
    assert other.candidates[0].location != single.candidates[0].location
    many = from_upload("a.zip", zipped({"x/a.md": "甲", "x/a.meta.json": "{}"}))
    assert many.candidates[0].location.endswith("/a.zip!/x/a.md")
    assert load(many.candidates[0]).companions == {"a.meta.json": b"{}"}


@pytest.mark.corpora
def test_the_corpora(corpora: Path) -> None:
    discovery = discover([corpora])
    companions = {each.location for candidate in discovery.candidates for each in candidate.companions}
    assert len(discovery.candidates) + len(companions) == 828
    assert not discovery.failed
    assert len(discovery.skipped) == 3
