"""Tables of facts: names of works, issuers, regions, countries, subjects. Tab-separated, with a line of column names."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``name``.tsv, each as a mapping of its columns.

    Raises:
        FileNotFoundError: if there is no such table in the package.
    """
    text = (files(__name__) / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return tuple(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
