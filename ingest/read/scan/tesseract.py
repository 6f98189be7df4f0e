"""The program Tesseract: what of it is installed, and a picture in, words out.

It runs as a process of its own for each page, on one thread and under a time limit, so a page on which it hangs or
crashes costs that page.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from corpus.errors import UnreadableError
from ingest.read.scan.pictures import Picture

PAGE_SECONDS = 60.0
"""Seconds after which a page is given up; one that is full of small print takes three."""

_ASIDE_SECONDS = 20.0
_LAYOUTS = ("3", "6")  # a page as it comes; one block, because a line alone on its page is overlooked else
_WORD = "5"  # the level of the lines that hold a word
_SCRIPT = re.compile(r"^Script: (\w+)$", re.MULTILINE)
_ROTATE = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Word:
    """Recognised characters: which line they belong to, their box in pixels from the top left, and how sure they are
    (0 to 1)."""

    text: str
    line: tuple[int, int, int]
    left: int
    top: int
    width: int
    height: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Tesseract:
    """An installed Tesseract and the languages that it knows."""

    program: str
    languages: frozenset[str]

    @classmethod
    def installed(cls) -> Tesseract | None:
        """Tesseract as it is on this machine; ``None`` without it, or where it knows no language."""
        program = shutil.which("tesseract")
        return None if program is None else _asked(program)

    def words(self, picture: Picture, languages: Sequence[str]) -> list[Word]:
        """The words of a picture, in reading order.

        Raises:
            TimeoutError: if it takes too long.
            RuntimeError: if Tesseract fails.
        """
        words: list[Word] = []
        for layout in _LAYOUTS:
            arguments = ["-l", "+".join(languages), "--psm", layout, "--dpi", str(picture.dpi), "tsv"]
            table = self._run(picture, arguments, PAGE_SECONDS)
            words = [word for row in table.splitlines() if (word := _word(row.split("\t"))) is not None]
            if words:
                break
        return words

    def script(self, picture: Picture) -> tuple[str, int]:
        """The script of a picture (``Han``, ``Latin`` ...; empty where it cannot tell), and by how many degrees it has
        to be turned clockwise to stand upright."""
        if "osd" not in self.languages:
            return "", 0
        try:
            said = self._run(picture, ["--psm", "0", "--dpi", str(picture.dpi)], _ASIDE_SECONDS)
        except (RuntimeError, TimeoutError):
            return "", 0  # as a rule: too few characters to tell
        script, rotate = _SCRIPT.search(said), _ROTATE.search(said)
        return (script[1] if script else "", int(rotate[1]) if rotate else 0)

    def _run(self, picture: Picture, arguments: Sequence[str], seconds: float) -> str:
        command = [self.program, "stdin", "stdout", *arguments]
        try:
            done = subprocess.run(
                command,
                input=picture.file,
                capture_output=True,
                timeout=seconds,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise TimeoutError from None
        except OSError as error:
            raise RuntimeError(error.strerror or str(error)) from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise RuntimeError(said[-1][:200] if said else f"exit {done.returncode}")
        return done.stdout.decode("utf-8", "replace")


@lru_cache(maxsize=4)
def _asked(program: str) -> Tesseract | None:
    command = [program, "--list-langs"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_ASIDE_SECONDS, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return None
    lines = (done.stdout or done.stderr).decode("utf-8", "replace").splitlines()
    languages = frozenset(line.strip() for line in lines[1:] if line.strip())
    return Tesseract(program, languages) if languages - {"osd"} else None


def _word(row: Sequence[str]) -> Word | None:
    # level, page, block, paragraph, line, word, left, top, width, height, confidence, text
    if len(row) != 12 or row[0] != _WORD or not row[11].strip():
        return None
    block, paragraph, line, left, top, width, height = (int(row[n]) for n in (2, 3, 4, 6, 7, 8, 9))
    confidence = min(max(float(row[10]) / 100, 0.0), 1.0)
    return Word(row[11].strip(), (block, paragraph, line), left, top, width, height, confidence)


def missing(location: str, pages: int) -> UnreadableError:
    """What to say of a scan where there is nothing to recognise it with."""
    return UnreadableError(
        f"{location}: this is a scan without text ({pages:,} pages of pictures), and Tesseract, which recognises"
        " characters (OCR), is not installed.",
        "Install it (on Debian and Ubuntu: apt-get install tesseract-ocr tesseract-ocr-chi-sim) and read the file"
        " again, or give its text as docx, txt or a searchable PDF.",
        code="scan",
        pages=pages,
    )
