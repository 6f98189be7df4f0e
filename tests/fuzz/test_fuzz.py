"""A few hundred broken files: each ends as read or as a named error, and nothing is stored by halves."""

from __future__ import annotations

from pathlib import Path

import pytest

from ingest.discover import discover, load
from ingest.pipeline import understand
from tests.fuzz.mutations import broken_file
from tests.fuzz.originals import File, own
from tests.fuzz.run import fuzz


@pytest.mark.timeout(280)
def test_broken_files_end_as_read_or_as_a_named_error(tmp_path: Path) -> None:
    findings = fuzz(range(1, 301), tmp_path, workers=1)
    assert findings.offenders == {}
    assert findings.outcomes.total() >= 300


# A picture takes Tesseract to be read: it is there to be broken.
@pytest.mark.parametrize("file", [f for f in own() if f.suffix != "png"], ids=lambda file: file.suffix)
def test_our_originals_are_read(file: File, tmp_path: Path) -> None:
    (tmp_path / file.name).write_bytes(file.content)
    candidates = discover([tmp_path / file.name]).candidates
    assert candidates
    assert all(understand(load(candidate))[0].provisions for candidate in candidates)


def test_a_seed_gives_the_same_file() -> None:
    assert [broken_file(seed) for seed in range(40)] == [broken_file(seed) for seed in range(40)]
