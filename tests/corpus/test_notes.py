"""Sentences with codes: as good as plain ones, and the code is not lost on any way."""

from __future__ import annotations

import json
import pickle

import pytest

from corpus.errors import UnavailableError, UnreadableError, ZhikuError
from corpus.notes import Note, kept, revived

NOTE = Note("the file has 3 pages; 2 are read", code="too_many", count=3, limit=2)


class TestNote:
    def test_it_is_its_sentence(self) -> None:
        assert NOTE == "the file has 3 pages; 2 are read"
        assert json.dumps([NOTE]) == '["the file has 3 pages; 2 are read"]'
        assert list(dict.fromkeys([NOTE, str(NOTE)])) == [NOTE]
        assert hash(NOTE) == hash(str(NOTE))
        assert type(str(NOTE)) is str

    def test_it_crosses_the_border_between_processes(self) -> None:
        back = pickle.loads(pickle.dumps(NOTE))
        assert (back, back.code, back.facts) == (NOTE, "too_many", {"count": 3, "limit": 2})

    def test_json_keeps_it(self) -> None:
        back = revived(json.loads(json.dumps(kept(NOTE))))
        assert isinstance(back, Note)
        assert (back, back.code, back.facts) == (NOTE, "too_many", {"count": 3, "limit": 2})

    @pytest.mark.parametrize("plain", ["words", Note("words")])
    def test_without_a_code_json_keeps_the_words_alone(self, plain: str) -> None:
        assert kept(plain) == "words"
        assert revived("words") == "words"


class TestErrors:
    @pytest.mark.parametrize("kind", [ZhikuError, UnreadableError, UnavailableError])
    def test_code_and_facts_cross_the_border_between_processes(self, kind: type[ZhikuError]) -> None:
        back = pickle.loads(pickle.dumps(kind("a.pdf: a scan.", "Recognise it.", code="scan", pages=3)))
        assert type(back) is kind
        assert (back.message, back.cure, back.code, back.facts) == (
            "a.pdf: a scan.",
            "Recognise it.",
            "scan",
            {"pages": 3},
        )

    def test_the_note_says_what_the_command_line_prints(self) -> None:
        error = UnreadableError("a.pdf: a scan.", "Recognise it.", code="scan", pages=3)
        assert error.note == str(error) == "a.pdf: a scan. Recognise it."
        assert (error.note.code, error.note.facts) == ("scan", {"pages": 3})
