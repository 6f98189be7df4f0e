"""Breaks and reads files: ``python -m tests.fuzz [--count N] [--seed N] [--workers N] [--keep FOLDER] [--replay SEED]``."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from corpus.errors import ZhikuError
from ingest.pipeline import understand
from tests.fuzz.mutations import broken_file
from tests.fuzz.run import Findings, fuzz
from tests.ingest.read.builders import source


def main() -> int:
    """Run, print counts by format and outcome, keep every offender; exit status 1 if there is one."""
    parser = argparse.ArgumentParser(prog="tests.fuzz", description=__doc__)
    parser.add_argument("--count", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1, help="of the first file; the others follow")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where offenders are kept")
    parser.add_argument("--replay", type=int, metavar="SEED", help="reads that one file in this process")
    given = parser.parse_args()
    if given.replay is not None:
        return replay(given.replay)
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        findings = fuzz(range(given.seed, given.seed + given.count), Path(folder), given.workers)
    show(findings)
    print(f"{given.count:,} files from seed {given.seed} in {time.perf_counter() - began:.0f} s")
    for name, reason in findings.offenders.items():
        print(f"OFFENDER {name}: {reason}")
        keep(name, given.keep)
    return 1 if findings.offenders else 0


def show(findings: Findings) -> None:
    """The counts, and the slowest ten."""
    formats: dict[str, Counter[str]] = {}
    for (suffix, outcome), number in findings.outcomes.items():
        formats.setdefault(suffix, Counter())[outcome] += number
    for suffix, counts in sorted(formats.items()):
        outcomes = ", ".join(f"{outcome} {number:,}" for outcome, number in counts.most_common())
        print(f"{suffix:<6} {counts.total():>5,}  {outcomes}")
    print("slowest: " + ", ".join(f"{name} {seconds:.1f} s" for seconds, name in findings.slowest))


def keep(name: str, folder: Path) -> None:
    """Write the file of an offender, which its name's number replays."""
    seed = name.partition(".")[0]
    if seed.isdecimal():
        file, how = broken_file(int(seed))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / file.name).write_bytes(file.content)
        print(f"  {how}: kept as {folder / file.name}; replay with python -m tests.fuzz --replay {seed}")


def replay(seed: int) -> int:
    """Read one file in this process, so that a debugger can look on."""
    file, how = broken_file(seed)
    print(f"{file.name}: {how}, {len(file.content):,} bytes")
    try:
        document, seconds = understand(source(file.name, file.content))
    except ZhikuError as error:
        print(f"{error.code}: {error}")
        return int(error.code in ("fault", ""))
    print(f"{len(document.provisions):,} provisions, {seconds}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
