"""Ingestion by stage and format: ``python -m bench.ingest PATH... [--json FILE] [--workers N] [--peer N]``.

Three measurements over the same files: each stage alone in one process (files and MB per second, by format),
``unstructured`` alone beside it, and whole runs into a fresh base, the second one with nothing changed, with the most
memory that all processes took together.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from bench.peer import beside
from bench.processes import watched
from bench.table import Row, report
from corpus.catalogue import Catalogue
from corpus.errors import ZhikuError
from corpus.model import SourceFile
from index.embedded import EmbeddedEngine
from index.sync import IndexSync
from ingest.discover import Discovery, discover, load
from ingest.pipeline import STAGES, understand
from ingest.run import Choices, IngestionRun

MEGABYTE = 1_000_000

Measured = tuple[SourceFile, str, dict[str, float]]


def understood(discovery: Discovery) -> list[Measured]:
    """Each file that can be read, with its format and the seconds of each stage."""
    found: list[Measured] = []
    warm = False
    for candidate in discovery.candidates:
        try:
            source = load(candidate)
            if not warm:
                understand(source)  # tables are loaded once, and not at the cost of the first file
                warm = True
            document, seconds = understand(source)
        except ZhikuError:
            continue
        found.append((source, str(document.format), seconds))
    return found


def by_stage(measured: Sequence[Measured]) -> list[Row]:
    """Each stage alone, by format."""
    seconds: dict[str, Counter[str]] = defaultdict(Counter)
    size: Counter[str] = Counter()
    files: Counter[str] = Counter()
    for source, form, taken in measured:
        for name in (form, "all"):
            seconds[name].update(taken)
            size[name] += len(source.content)
            files[name] += 1
    rows: list[Row] = []
    for name, stages in sorted(seconds.items()):
        whole = sum(stages.values())
        figures = {f"{stage} s": round(stages[stage], 3) for stage in STAGES}
        rate = {"files/s": round(files[name] / whole, 1), "MB/s": round(size[name] / MEGABYTE / whole, 2)}
        rows.append(
            {"what": name, "files": files[name], "MB": round(size[name] / MEGABYTE, 2), **figures, **rate}
        )
    return rows


def whole_runs(discovery: Discovery, workers: int) -> list[Row]:
    """A first and a second run into a fresh base."""
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with (
            Catalogue(f"sqlite:///{home / 'catalogue.sqlite'}") as catalogue,
            EmbeddedEngine(home / "index") as engine,
        ):
            index = IndexSync(catalogue, engine)
            for name in ("first run", "second run"):
                began = time.perf_counter()
                with watched() as taken:
                    _, summary = IngestionRun(catalogue, index, Choices(workers=workers)).run(discovery)
                wall = time.perf_counter() - began
                done = {status: number for status, number in summary.counts.items() if number}
                stages = {
                    f"{stage} s": round(value, 2)
                    for stage, value in summary.seconds.items()
                    if stage != "total"
                }
                whole = {
                    "wall s": round(wall, 2),
                    "processor s": round(taken.processor, 1),
                    "peak MB": round(taken.memory / MEGABYTE),
                }
                rows.append({"what": name, **whole, **done, **stages})
    return rows


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.ingest", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument(
        "--peer", type=int, default=25, metavar="N", help="files a format that unstructured reads; 0: none"
    )
    parser.add_argument("--json", type=Path, metavar="FILE")
    given = parser.parse_args(arguments)
    discovery = discover(given.paths)
    runs = whole_runs(discovery, given.workers)  # first: what the others leave in memory is not theirs
    measured = understood(discovery)
    tables = {"whole runs": runs, "stages in one process, by format": by_stage(measured)}
    if given.peer:
        own = [(source, form, sum(seconds.values())) for source, form, seconds in measured]
        tables["unstructured alone, on the same files"] = beside(own, given.peer)
    report("ingest", tables, given.json)


if __name__ == "__main__":
    main()
