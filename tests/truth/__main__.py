"""``python -m tests.truth``: every value that differs from what a hand reader found, and the shares.

Exit status: 0 where nothing differs, 1 where something does, 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.truth.score import Score, counted, score
from tests.truth.tables import Row, earlier, own


def main(arguments: Sequence[str] | None = None) -> int:
    """Score the tables and print what is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.truth", description=__doc__)
    parser.add_argument("--field", action="append", default=[], help="only this field (may be repeated)")
    parser.add_argument("--path", action="append", default=[], help="only files with this in their path")
    parser.add_argument("--table", action="append", default=[], help="only this table")
    parser.add_argument("--earlier", action="store_true", help="the older tables of tests/ingest as well")
    parser.add_argument("--quiet", action="store_true", help="the shares alone")
    wanted = parser.parse_args(arguments)
    rows = [*own(), *(earlier() if wanted.earlier else [])]
    rows = [row for row in rows if _asked(row, wanted.path, wanted.table)]
    if not rows:
        parser.error("no row of the tables fits")
    result = score(rows, corpora(), frozenset(wanted.field))
    if not wanted.quiet:
        for miss in result.misses:
            print(miss)
    _report(result)
    return 1 if result.misses else 0


def corpora() -> Path:
    """The folder of the corpora: ``../shared/corpus``, or below ``ZHIKU_SHARED``."""
    beside = Path(__file__).resolve().parent.parent.parent.parent / "shared"
    return Path(os.environ.get("ZHIKU_SHARED") or beside) / "corpus"


def _asked(row: Row, paths: Sequence[str], tables: Sequence[str]) -> bool:
    return (not paths or any(path in row.path for path in paths)) and (not tables or row.table in tables)


def _report(result: Score) -> None:
    tables = list(result.files)
    for table in tables:
        print(f"\n{table}: {len(result.files[table])} files")
        for column in (column for name, column in result.looked if name == table):
            print(
                f"  {column:16} {result.share(table, column):7.1%} of {result.looked[table, column]:4} values"
            )
    everything = len({file for table in tables for file in result.files[table]})
    print(f"\n{everything} files")
    print(f"  {'every field':16} {result.right(tables):7.1%}")
    print(f"  {'articles counted':16} {result.right(tables, counted):7.1%}")


if __name__ == "__main__":
    sys.exit(main())
