"""``unstructured`` alone on the same files: partitioned by type and cut into chunks, each file under a time limit."""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import TimeoutError as FutureTimeout
from pathlib import Path
from typing import Any

from pebble import ProcessExpired, ProcessPool

from bench.table import Row
from corpus.model import SourceFile

LIMIT = 30.0
"""Seconds for one file."""

MEGABYTE = 1_000_000


def beside(measured: Sequence[tuple[SourceFile, str, float]], most: int) -> list[Row]:
    """Rows by format that put ``unstructured`` beside our own reading of the very same files.

    Args:
        measured: files, their formats, and the seconds that understanding them took us.
        most: files of each format that are compared, spread evenly over all.
    """
    by_format: dict[str, list[tuple[SourceFile, float]]] = defaultdict(list)
    for source, form, seconds in measured:
        by_format[form].append((source, seconds))
    rows: list[Row] = []
    context = multiprocessing.get_context("forkserver")
    with ProcessPool(max_workers=1, context=context) as pool:
        pool.schedule(partitioned, args=["a.md", b"# a"]).result()  # what it imports is no work on a file
        for form, files in sorted(by_format.items()):
            step = max(len(files) // most, 1)
            rows.append(_row(form, files[::step][:most], pool))
    return rows


def _row(form: str, files: Sequence[tuple[SourceFile, float]], pool: Any) -> Row:
    done = 0
    size = ours = theirs = 0.0
    chunks = 0
    refused: Counter[str] = Counter()
    for source, seconds in files:
        try:
            took, number = pool.schedule(
                partitioned, args=[source.name, source.content], timeout=LIMIT
            ).result()
        except FutureTimeout:
            refused[f"over {LIMIT:.0f} s"] += 1
        except ProcessExpired:
            refused["crashed"] += 1
        except Exception as error:
            refused[type(error).__name__] += 1
        else:
            done += 1
            size += len(source.content)
            ours += seconds
            theirs += took
            chunks += number
    return {
        "what": form,
        "files": len(files),
        "it can do": done,
        "MB": round(size / MEGABYTE, 2),
        "zhiku s": round(ours, 2),
        "unstructured s": round(theirs, 2),
        "times as long": round(theirs / ours, 1) if ours else None,
        "chunks": chunks,
        "it cannot": ", ".join(f"{reason} {number}" for reason, number in refused.most_common(3)) or None,
    }


def partitioned(name: str, content: bytes) -> tuple[float, int]:
    """Seconds and number of chunks; runs in a process of its own."""
    from ingest.read.office import prepare

    prepare()
    from unstructured.chunking.title import chunk_by_title
    from unstructured.partition.auto import partition

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        began = time.perf_counter()
        chunks = chunk_by_title(partition(filename=str(path), languages=["zho"]))
        return time.perf_counter() - began, len(chunks)
