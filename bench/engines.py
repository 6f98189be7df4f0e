"""Both engines beside their peers, in one process and on the same articles: speed, size, latency.

``python -m bench.engines [--articles N] [--json FILE]``. Elasticsearch takes part where ``ZHIKU_ELASTICSEARCH_URL`` or
``ZHIKU_TEST_ELASTICSEARCH_URL`` names one. Ratios between the lines of one run mean more than figures of two.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.systems import (
    Article,
    BareElastic,
    BareTantivy,
    EmbeddedSystem,
    HaystackMemory,
    Question,
    SqliteFts,
    System,
    ZhikuElastic,
)
from bench.table import Row, Value, percentile, report

_QUERIES = 300
_WARM = 20
_HAYSTACK_ARTICLES = 2_000  # its BM25 looks at every document for every query
_SEED = 7


@dataclass(frozen=True)
class Load:
    """What is asked: queries of each class."""

    words: list[Question]
    phrases: list[Question]
    questions: list[Question]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark; 2 where the articles are not there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = Path(os.environ.get("ZHIKU_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--collection", type=Path, default=shared / "bench/stard/collection.jsonl")
    parser.add_argument("--queries", type=Path, default=shared / "bench/stard/queries.jsonl")
    parser.add_argument("--articles", type=int, help="only the first N articles")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    options = parser.parse_args(arguments)
    for path in (options.collection, options.queries):
        if not path.is_file():
            print(f"{path} is missing: put the benchmark data there or name another file.", file=sys.stderr)
            return 2
    articles = _articles(options.collection, options.articles)
    load = _load(articles, options.queries)
    rows = _measure_all(articles, load)
    report("engines", {f"{len(articles):,} articles, latencies in ms": rows}, options.json)
    return 0


def _articles(path: Path, limit: int | None) -> list[Article]:
    with path.open(encoding="utf-8") as lines:
        return [Article(**json.loads(line)) for line in islice(lines, limit)]


def _load(articles: Sequence[Article], queries: Path) -> Load:
    """Words and phrases are four characters that stand in some article; questions are real ones."""
    chance = random.Random(_SEED)
    runs: list[str] = []
    while len(runs) < 2 * _QUERIES:
        text = chance.choice(articles).text
        start = chance.randrange(max(len(text) - 4, 1))
        if len(run := text[start : start + 4]) == 4 and run.isalpha():
            runs.append(run)
    with queries.open(encoding="utf-8") as lines:
        asked = [str(json.loads(line)["query"]) for line in islice(lines, _QUERIES)]
    return Load(
        [Question("word", run) for run in runs[:_QUERIES]],
        [Question("phrase", run) for run in runs[_QUERIES:]],
        [Question("question", text) for text in asked],
    )


def _measure_all(articles: Sequence[Article], load: Load) -> list[Row]:
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        for system in _systems(Path(folder)):
            few = isinstance(system, HaystackMemory)
            with ExitStack() as stack:
                stack.callback(system.close)
                rows.append(_measure(system, articles[:_HAYSTACK_ARTICLES] if few else articles, load, few))
    return rows


def _systems(folder: Path) -> list[System]:
    systems: list[System] = [EmbeddedSystem(folder / "zhiku"), BareTantivy(folder / "tantivy")]
    systems += [SqliteFts(folder / f"{cut}.sqlite", cut) for cut in (False, True)]
    url = os.environ.get("ZHIKU_ELASTICSEARCH_URL") or os.environ.get("ZHIKU_TEST_ELASTICSEARCH_URL")
    if url:
        systems += [ZhikuElastic(url), BareElastic(url)]
    else:
        print("No Elasticsearch named: set ZHIKU_ELASTICSEARCH_URL to measure it.", file=sys.stderr)
    return [*systems, HaystackMemory()]


def _measure(system: System, articles: Sequence[Article], load: Load, few: bool) -> Row:
    started = time.perf_counter()
    system.index(articles)
    seconds = time.perf_counter() - started
    size = system.size()
    row: dict[str, Value] = {
        "system": system.name,
        "articles": len(articles),
        "articles/s": round(len(articles) / seconds),
        "MB": None if size is None else round(size / 1e6, 1),
    }
    for name, queries in (("word", load.words), ("phrase", load.phrases), ("question", load.questions)):
        spent = _latencies(system, queries[:_WARM] if few else queries)
        row[f"{name} p50"] = None if spent is None else round(percentile(spent, 0.5) * 1000, 3)
        row[f"{name} p95"] = None if spent is None else round(percentile(spent, 0.95) * 1000, 3)
    return row


def _latencies(system: System, queries: Sequence[Question]) -> list[float] | None:
    """Seconds for each query; ``None`` for a class that the system cannot answer."""
    if queries[0].kind not in system.answers:
        return None
    for question in queries[:_WARM]:
        system.ask(question)
    spent: list[float] = []
    for question in queries:
        started = time.perf_counter()
        system.ask(question)
        spent.append(time.perf_counter() - started)
    return spent


if __name__ == "__main__":
    sys.exit(main())
