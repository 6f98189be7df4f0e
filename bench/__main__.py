"""All benchmarks, one after the other: ``python -m bench [--json FOLDER] [--shared FOLDER]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from bench import engines, ingest


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every benchmark whose data is there, and name what is missing."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "--json", type=Path, metavar="FOLDER", help="write the figures there, one file a benchmark"
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="folder with the corpora")
    given = parser.parse_args(arguments)
    corpora = given.shared / "corpus"
    if not corpora.is_dir():
        print(
            f"{corpora} is missing: the benchmarks measure real documents. Name its folder with --shared.",
            file=sys.stderr,
        )
        return 1
    if given.json is not None:
        given.json.mkdir(parents=True, exist_ok=True)
    file = {
        name: [] if given.json is None else ["--json", str(given.json / f"{name}.json")]
        for name in ("ingest", "engines")
    }
    ingest.main([str(corpora), *file["ingest"]])
    collection = given.shared / "bench" / "stard" / "collection.jsonl"
    return engines.main(["--collection", str(collection), *file["engines"]])


if __name__ == "__main__":
    sys.exit(main())
