"""The language of the main body: by script first, then by words for Latin scripts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from langdetect import DetectorFactory, detect_langs
from langdetect.lang_detect_exception import LangDetectException

from corpus.evidence import Evidence
from corpus.notes import Note
from ingest.identify.found import Found, stated
from ingest.identify.view import View

DetectorFactory.seed = 0

LATIN = ("en", "de", "fr", "es", "nl", "it", "pt", "pl", "sv", "da", "fi")
_TOO_SHORT = Note("language: the text is too short to tell", code="language_unknown")
_SAMPLE = 6000
_LATIN_SAMPLE = 2500
_ENOUGH = 60
_MANY, _CLEAR = 25, 2.5
_STOPWORDS = {
    "en": "the of and for to in on by an with relating concerning as at copyright convention treaty agreement act law",
    "fr": "le la les des du de pour et un une sur relatif concernant au aux d'un par arrangement acte traité loi",
    "de": "der die das und des von über für dem den zur zum mit eines bei",
    "nl": "de het van en inzake voor tot een betreffende op der zoals te bij verdrag overeenkomst schikking akte conventie auteursrecht universele internationaal",
    "es": "el la los las de del y por que para con en sobre al",
    "it": "il lo gli della di e per sul che delle un una",
    "pt": "o os as da do dos das e para sobre que em",
}
_KEYS = ("language", "lang", "언어", "dc.language", "xml:lang")
_NAMES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "zh-tw": "zh-Hant", "zh-cn": "zh"}


@cache
def _variants() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only traditional, and that only simplified writing uses."""
    only_traditional, only_simplified = _converted("TSCharacters"), _converted("STCharacters")
    return only_traditional - only_simplified, only_simplified - only_traditional


def _converted(table: str) -> frozenset[str]:
    """The characters that a table of OpenCC changes. It is read as it is: through the converter that takes a second."""
    lines = files("opencc").joinpath("dictionary", f"{table}.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if "\t" in line)
    return frozenset(
        char for char, others in rows if "\u4e00" <= char <= "\u9fa5" and others.split(" ")[0] != char
    )


def detect(view: View) -> Found[str]:
    """The language of a document, ``zh`` and ``zh-Hant`` told apart; metadata decide only for very short texts."""
    sample = _sample(view)
    language = of_text(sample)
    said = view.said(*_KEYS)
    claimed = _code(said[1]) if said else None
    short = len(sample.strip()) < _ENOUGH
    if said and claimed and (language is None or (short and not _han(Counter(sample)))):
        return Found(claimed, (stated("language", *said),))
    if language is None:
        return Found("und", warnings=(_TOO_SHORT,))
    evidence = Evidence("language", sample.strip()[:40], "text")
    place = view.reading.text.find(evidence.surface)
    if place >= 0:
        evidence = Evidence("language", evidence.surface, "text", place, place + len(evidence.surface))
    if said and claimed and claimed.split("-")[0] != language.split("-")[0]:
        return Found(language, (evidence,), (f"language: the file says {said[1]}, the text is {language}",))
    return Found(language, (evidence,))


def of_text(text: str) -> str | None:
    """The language of a text, or ``None`` where it has no letters."""
    counts = Counter(text)  # a text of thousands of characters has some hundred different ones
    kana = sum(n for c, n in counts.items() if "぀" <= c <= "ヿ")
    hangul = sum(n for c, n in counts.items() if "가" <= c <= "힣")
    han = _han(counts)
    latin = sum(n for c, n in counts.items() if c.isalpha() and c < "ɐ")
    if hangul * 2 > han and hangul * 4 > latin:
        return "ko"
    if kana * 12 > han and kana * 4 > latin and kana > 3:
        return "ja"
    if han and han * 5 > latin:
        return of_han(text)
    return _of_latin(text) if latin else None


def of_han(text: str) -> str:
    """``zh`` or ``zh-Hant``, by the characters that only one of the two uses."""
    traditional, simplified = _variants()
    more = sum(n * ((c in traditional) - (c in simplified)) for c, n in Counter(text).items())
    return "zh-Hant" if more > 0 else "zh"


def by_stopwords(text: str, clear: bool = False) -> str | None:
    """The language of a title, by its small words; ``None`` where they do not tell.

    Args:
        text: the title; of a longer text its first 200 words count.
        clear: only where one language has many of them and every other one few.
    """
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())[:200]
    scores = {
        language: sum(word in known for word in words)
        for language, known in ((key, frozenset(value.split())) for key, value in _STOPWORDS.items())
    }
    best = max(scores, key=lambda language: scores[language])
    if clear and not scores[best] >= max(
        _MANY, *(_CLEAR * score for language, score in scores.items() if language != best)
    ):
        return None
    if not scores[best] or sum(score == scores[best] for score in scores.values()) > 1:
        return None
    return best


def _of_latin(text: str) -> str:
    if told := by_stopwords(text[:_LATIN_SAMPLE], clear=True):
        return told
    try:
        guesses = detect_langs(text[:_LATIN_SAMPLE])
    except LangDetectException:
        return by_stopwords(text) or "en"
    known = [guess.lang for guess in guesses if guess.lang in LATIN]
    return str(known[0]) if known else by_stopwords(text) or "en"


def _han(counts: Mapping[str, int]) -> int:
    return sum(n for c, n in counts.items() if "一" <= c <= "鿿" or c in "〇㐀")


def _sample(view: View) -> str:
    """Text from the body, after its first lines, which may be titles in other languages."""
    body = re.sub(r"https?://\S{1,500}", " ", view.body)
    return body[: _SAMPLE * 2] if len(body) < _SAMPLE else body[500 : 500 + _SAMPLE]


def _code(value: str) -> str | None:
    plain = value.strip().lower()
    plain = _NAMES.get(plain, plain)
    if plain.startswith("zh") and ("hant" in plain.lower() or plain.endswith(("tw", "hk", "mo"))):
        return "zh-Hant"
    return plain[:2] if re.fullmatch(r"[a-z]{2}(-[a-z0-9]{2,8})*", plain) else None
