"""The recognition of a document: its language is chosen once, each page gives lines, and doubt is measured."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.notes import Note
from ingest.limits import more_time
from ingest.read.paged.lines import Line
from ingest.read.scan.lines import page_lines
from ingest.read.scan.pictures import Picture
from ingest.read.scan.tesseract import Tesseract, Word

_SURE = 0.9  # a page recognised in a language that is not its own stays below
_DOUBTFUL = 0.8
_KANA = 0.05
_LATIN = 0.2
_ORDERS = {
    "": ("chi_sim", "eng", "chi_tra", "jpn", "kor"),
    "Han": ("chi_sim", "chi_tra", "jpn"),
    "Japanese": ("jpn", "chi_sim", "chi_tra"),
    "Korean": ("kor",),
    "Hangul": ("kor",),
    "Latin": ("eng",),
}
"""Models to try for a script, the likeliest first."""

_LANGUAGES = {"de": "deu", "fr": "fra", "es": "spa"}
"""Latin languages that are recognised better by a model of their own, by the code by which they are detected."""


class Recognition:
    """Recognises the pages of one document.

    Attributes:
        pages: numbers (from 1) of the pages that were recognised.
        failed: those on which Tesseract failed or took too long.
    """

    def __init__(self, tesseract: Tesseract) -> None:
        self._tesseract = tesseract
        self._languages: tuple[str, ...] = ()
        self._script = ""
        self._certainty = 0.0
        self._characters = 0
        self.pages: list[int] = []
        self.failed: list[int] = []

    def lines(self, picture: Picture, number: int) -> list[Line]:
        """The lines of a page.

        Args:
            picture: the page.
            number: of the page, from 0.
        """
        more_time()
        try:
            picture, words = self._upright(picture)
        except (RuntimeError, TimeoutError):
            self.failed.append(number + 1)
            return []
        self.pages.append(number + 1)
        self._certainty += sum(word.confidence * len(word.text) for word in words)
        self._characters += sum(len(word.text) for word in words)
        return page_lines(words, picture, number)

    @property
    def confidence(self) -> float | None:
        """How sure the characters are, from 0 to 1, each counting once; ``None`` without any."""
        return round(self._certainty / self._characters, 3) if self._characters else None

    def warnings(self) -> list[Note]:
        """What a person should know of it."""
        notes: list[Note] = []
        if self.pages and self.confidence is not None:
            shown = numbers(self.pages)
            notes.append(
                Note(f"recognised from pictures (OCR): pages {shown}", code="recognised", pages=shown)
            )
            if self.confidence < _DOUBTFUL:
                percent = round(self.confidence * 100)
                sentence = (
                    f"the recognition is doubtful ({percent} % sure): compare the text with the pictures"
                )
                notes.append(Note(sentence, code="recognition_doubtful", percent=percent))
        if self.failed:
            shown = numbers(self.failed)
            notes.append(
                Note(f"pages that could not be recognised: {shown}", code="not_recognised", pages=shown)
            )
        return notes

    def _upright(self, picture: Picture) -> tuple[Picture, list[Word]]:
        words = self._read(picture)
        if _confidence(words) >= _DOUBTFUL:
            return picture, words
        _, degrees = self._tesseract.script(picture)
        if degrees not in (90, 180, 270):
            return picture, words
        turned = _turned(picture, degrees)
        again = self._read(turned)
        return (turned, again) if _confidence(again) > _confidence(words) else (picture, words)

    def _read(self, picture: Picture) -> list[Word]:
        if self._languages:
            return self._tesseract.words(picture, self._languages)
        script, _ = self._tesseract.script(picture)
        words: list[Word] = []
        best = -1.0
        chosen: tuple[str, ...] = ()
        for languages in self._candidates(script):
            found = self._tesseract.words(picture, languages)
            certainty = _confidence(found) + (0.1 if languages[0] == "jpn" and _has_kana(found) else 0)
            if certainty > best:
                words, best, chosen = found, certainty, languages
            if certainty >= _SURE or not found:
                break  # where one model sees nothing that could be a character, no other does
        if chosen[:1] != ("eng",) and "eng" in self._tesseract.languages and _latin(words) > _LATIN:
            # The Chinese model knows Latin letters, but reads English words better with their own beside it.
            chosen = (*chosen, "eng")
            words = self._tesseract.words(picture, chosen)
        if script == "Latin" and (own := self._own_language(words)) is not None:
            chosen = (own, *chosen)
            words = self._tesseract.words(picture, chosen)
        if sum(len(word.text) for word in words) >= 20:
            self._languages = chosen  # a page with less says nothing of the others
        return words

    def _candidates(self, script: str) -> Sequence[tuple[str, ...]]:
        """What to try, the likeliest first, of the languages that are installed."""
        known = self._tesseract.languages
        found = [(name,) for name in _ORDERS.get(script, _ORDERS[""]) if name in known]
        return found or [tuple(sorted(known - {"osd"}))[:2]]

    def _own_language(self, words: Sequence[Word]) -> str | None:
        from langdetect import DetectorFactory, LangDetectException, detect

        DetectorFactory.seed = 0  # the same page is read the same each time
        try:
            found = _LANGUAGES.get(detect(" ".join(word.text for word in words)))
        except LangDetectException:
            return None
        return found if found in self._tesseract.languages else None


def numbers(pages: Sequence[int]) -> str:
    """Numbers of pages in a sentence; of many the first ones."""
    return ", ".join(map(str, pages[:10])) + (" ..." if len(pages) > 10 else "")


def _confidence(words: Sequence[Word]) -> float:
    characters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / characters if characters else 0.0


def _has_kana(words: Sequence[Word]) -> bool:
    text = "".join(word.text for word in words)
    return sum("\u3041" <= c <= "\u30fa" for c in text) >= _KANA * max(len(text), 1)


def _latin(words: Sequence[Word]) -> float:
    text = "".join(word.text for word in words)
    return sum(c.isascii() and c.isalpha() for c in text) / max(len(text), 1)


def _turned(picture: Picture, degrees: int) -> Picture:
    from PIL import Image

    image = Image.frombytes("L", (picture.width, picture.height), picture.grey)
    turned = image.rotate(-degrees, expand=True)
    return Picture(turned.width, turned.height, picture.dpi, turned.tobytes())
