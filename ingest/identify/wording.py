"""Titles in their usual writing: without notes of editions, without spaced-out letters, capitals made calm."""

from __future__ import annotations

import re

_EDITION = re.compile(
    r"\s{0,2}[（(\[【](?:"
    r"(?:19|20)\d{2}\s?年?(?:\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?)?\s?(?:第[一二三四五六七八九十]{1,3}次)?(?:修[订正改]|版|公布|发布|施行|起施行|修订版|最新版|修正版|文本)?(?:版|本)?"
    r"|(?:19|20)\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?"
    r"|(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日起(?:施行|实施)"
    r"|(?:明治|大正|昭和|平成|令和)[^（）()]{2,20}第[^（）()]{1,16}号"
    r"|现行|现行有效|已失效|已修改|已废止|全文|最新|[一-龥]{0,10}相关条款|节选|摘录"
    r")[）)\]】]$"
)
_NUMBERED_AMENDMENT = re.compile(r"修正案[（(]\d{4}年?[）)]$")
_SPACED = re.compile(r"(?<=[一-龥]) (?=[一-龥])")
_TAIL = re.compile(r"\s{1,3}原文$|[\s_-]+全文$")
_RAISED = re.compile(r"<sup>\s{0,3}(\d{1,3})\s{0,3}</sup>", re.I)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_KEEP = frozenset(
    [
        "EU",
        "EC",
        "EEC",
        "UE",
        "CE",
        "CEE",
        "EG",
        "WTO",
        "TRIPS",
        "WIPO",
        "OMPI",
        "EEA",
        "UN",
        "UPOV",
        "PCT",
        "II",
        "III",
        "IV",
        "VI",
        "VII",
    ]
)
_FORMS_OF_ACTS = ("regulation", "directive", "decision", "implementing", "delegated")
_PROPER = frozenset(
    [
        "european",
        "parliament",
        "council",
        "commission",
        "union",
        "community",
        "parlement",
        "conseil",
        "china",
        "united",
        "states",
        "singapore",
        "madrid",
        "paris",
        "berne",
        "hague",
        "nice",
        "rome",
        "vienna",
        "world",
        "intellectual",
        "property",
        "organization",
        "trade",
    ]
)


def clean(text: str) -> str:
    """A title without markup, notes of editions and needless spaces."""
    plain = _RAISED.sub(lambda match: match[1].translate(_SUPERSCRIPT), text)
    plain = re.sub(r"<[^<>]{1,80}>|[*_`#]{1,3}(?=\S)|(?<=\S)[*`#]{1,3}", "", plain)
    plain = re.sub(r"[\s　]+", " ", plain).strip(" -—–|>·:：")
    if len(_SPACED.findall(plain)) >= max(3, len(plain) // 3):
        plain = _SPACED.sub("", plain)
    plain = _TAIL.sub("", plain)
    if not _NUMBERED_AMENDMENT.search(plain):
        plain = _EDITION.sub("", plain) or plain
    return plain.strip(" .") if not re.search(r"\b(?:Inc|Co|Corp|Ltd|L\.L\.C|al)\.$", plain, re.I) else plain


def calm(text: str) -> str:
    """A title whose words are in capitals as it is written in a sentence; other words stay."""
    words = text.split(" ")
    shouted = [bool(re.search(r"[A-ZÀ-Þ]{2}", word)) and word.upper() == word for word in words]
    if sum(shouted) < 3:
        return text
    for index in (1, 2):
        if index < len(words) and words[index].lower() in _FORMS_OF_ACTS:
            words[index] = words[index].capitalize()
            shouted[index] = False
    return " ".join(
        _word(word, first=index == 0) if loud else word
        for index, (word, loud) in enumerate(zip(words, shouted, strict=True))
    )


def _word(word: str, first: bool) -> str:
    bare = re.sub(r"[^\w]", "", word)
    if bare in _KEEP or re.search(r"\d", word):
        return word
    lower = word.lower()
    if first:
        return lower[:1].upper() + lower[1:]
    if bare.lower() in _PROPER:
        return re.sub(r"[^\W\d_]", lambda letter: letter[0].upper(), lower, count=1)
    return lower
