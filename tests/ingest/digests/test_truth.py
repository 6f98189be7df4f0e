"""Scores the digests against what hand readers found in the real cases (tests/truth/digests.tsv)."""

from __future__ import annotations

from pathlib import Path

from tests.truth.score import score
from tests.truth.tables import own

_SHARE = 0.97


def test_nearly_every_case_read_by_hand_is_right_in_all_values(corpora: Path) -> None:
    rows = [row for row in own() if row.table == "digests"]
    assert len(rows) >= 50
    misses = score(rows, corpora).misses
    wrong = {(miss.row.path, miss.row.case) for miss in misses}
    assert 1 - len(wrong) / len(rows) >= _SHARE, "\n".join(map(str, misses))
