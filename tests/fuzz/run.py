"""Reads broken files as an ingestion run does, stores what was read, and says what must not happen."""

from __future__ import annotations

import sqlite3
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.errors import UnreadableError
from corpus.model import SourceFile
from index.embedded import EmbeddedEngine
from index.sync import IndexSync
from ingest.discover import discover, load
from ingest.pipeline import store, storing
from ingest.workers import Understood, Workers
from tests.fuzz.mutations import broken_file

LONGEST = 10.0
"""Seconds in which every file must end."""

FAULTS = ("fault", "crashed", "too_slow", "")
"""Codes of errors that are our own: a broken file must not end so."""


@dataclass(slots=True)
class Findings:
    """What became of the files.

    Attributes:
        outcomes: by format and outcome (``read``, or the code of the error).
        slowest: seconds, name and how it was made.
        offenders: name of each file that ended as no file may, and why.
    """

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    slowest: list[tuple[float, str]] = field(default_factory=list)
    offenders: dict[str, str] = field(default_factory=dict)


def fuzz(seeds: Sequence[int], folder: Path, workers: int) -> Findings:
    """Break a file for each seed, read all of them and store what could be read.

    Args:
        seeds: which files.
        folder: an empty folder for files, catalogue and index.
        workers: processes that read.
    """
    findings = Findings()
    files = folder / "files"
    files.mkdir()
    with (
        Catalogue(f"sqlite:///{folder / 'catalogue.sqlite'}") as catalogue,
        EmbeddedEngine(folder / "index") as engine,
        Workers(workers, timeout=LONGEST) as processes,
    ):
        index, stages = IndexSync(catalogue, engine), storing(catalogue.writes)
        stored = 0
        for understood in processes.understand(_sources(seeds, files, findings)):
            stored += _take(understood, stages, findings)
        index.catch_up()
        _check(catalogue, index, stored, findings)
    _check_sqlite(folder / "catalogue.sqlite", findings)
    return findings


def _sources(seeds: Sequence[int], files: Path, findings: Findings) -> Iterator[SourceFile]:
    """The documents in the files, found as a run finds them: in archives too."""
    for seed in seeds:
        file, how = broken_file(seed)
        path = files / file.name
        path.write_bytes(file.content)
        began = time.perf_counter()
        try:
            found = discover([path])
            for failed in found.failed:
                _count(findings, file.suffix, failed.error, file.name)
            for skipped in found.skipped:
                findings.outcomes[file.suffix, "skipped"] += 1
                assert skipped.reason
            loaded = []
            for candidate in found.candidates:
                try:
                    loaded.append(load(candidate))
                except UnreadableError as error:
                    _count(findings, file.suffix, error, file.name)
        except Exception as error:
            findings.offenders[file.name] = f"{type(error).__name__}: {error} ({how})"
            continue
        finally:
            path.unlink()
        seconds = time.perf_counter() - began
        if seconds > LONGEST:
            findings.offenders[file.name] = f"finding its documents took {seconds:.0f} s ({how})"
        yield from loaded


def _take(understood: Understood, stages: object, findings: Findings) -> int:
    name = understood.source.location.partition("!/")[0].rpartition("/")[2]
    suffix = name.rpartition(".")[2]
    findings.slowest = sorted([*findings.slowest, (understood.took, name)], reverse=True)[:10]
    if understood.took > LONGEST:
        findings.offenders[name] = f"took {understood.took:.0f} s"
    if understood.document is None:
        _count(findings, suffix, understood.error, name)
        return 0
    try:
        store(stages, understood.document, understood.source, None)  # type: ignore[arg-type]
    except UnreadableError as error:
        _count(findings, suffix, error, name)
        return 0
    findings.outcomes[suffix, "read"] += 1
    return 1


def _count(findings: Findings, suffix: str, error: Exception | None, name: str) -> None:
    code = getattr(error, "code", "")
    findings.outcomes[suffix, code or "without a code"] += 1
    if code in FAULTS:
        findings.offenders[name] = str(error)[:400]


def _check(catalogue: Catalogue, index: IndexSync, stored: int, findings: Findings) -> None:
    """Whatever was read is wholly there, and nothing else."""
    everything = Access.everything()
    versions = catalogue.reads.versions(everything)
    sources = sum(len(version.sources) for version in versions)
    if sources != stored:
        findings.offenders["catalogue"] = f"{stored} files were stored, and {sources} are there"
    for version in versions:
        count = len(catalogue.reads.provisions(version.id, everything))
        if count != version.provisions or not version.sources:
            findings.offenders[version.id] = f"{count} of {version.provisions} provisions are there"
    if drift := index.verify():
        findings.offenders["index"] = str(drift)


def _check_sqlite(path: Path, findings: Findings) -> None:
    with sqlite3.connect(path) as connection:
        for pragma in ("integrity_check", "foreign_key_check"):
            said = [row for row in connection.execute(f"PRAGMA {pragma}") if row != ("ok",)]
            if said:
                findings.offenders[pragma] = str(said[:3])
