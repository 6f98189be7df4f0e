"""How articles divide below themselves, jurisdiction by jurisdiction."""

from __future__ import annotations

import re

from corpus.model import Identity
from ingest.cut import numbering as n
from ingest.cut.grammar import Grammar
from ingest.cut.scheme import Scheme, Unnumbered
from ingest.cut.styles import chinese, east_asian, latin, sections

_INLINE = re.compile(r"[：:；;。]\s*(?P<label>[（(](?:[一二三四五六七八九十]{1,4}|[0-9０-９]{1,2})[）)])")
_CHINESE_ITEMS = (n.HAN_PAREN, n.HAN_COMMA, n.DIGIT_DOT, n.DIGIT_PAREN, n.CIRCLED, n.DIGIT_CLOSE)
CHINESE = Scheme((), _CHINESE_ITEMS, unnumbered=Unnumbered.COUNTED, implied=True, inline=_INLINE, quotes=True)
"""款 without numbers, 项 in brackets, 目 below; 一、 are the items of some old laws."""
NOTICE = Scheme((), _CHINESE_ITEMS, inline=_INLINE, quotes=True)
GUIDELINE = Scheme(
    (), (n.HAN_PAREN, n.DIGIT_PAREN, n.CIRCLED, n.DIGIT_CLOSE, n.LOWER_PAREN), inline=_INLINE, quotes=True
)
TAIWANESE = Scheme(
    (),
    (n.HAN_COMMA, n.HAN_PAREN, n.DIGIT_DOT, n.DIGIT_PAREN),
    unnumbered=Unnumbered.COUNTED,
    implied=True,
)
"""項 without numbers, 款 一、, 目 （一）."""
TAIWANESE_ENGLISH = Scheme(
    (),
    (n.DIGIT_DOT, n.DIGIT_PAREN, n.LOWER_PAREN, n.LOWER_DOT, n.ROMAN_PAREN),
    unnumbered=Unnumbered.COUNTED,
    implied=True,
)
JAPANESE = Scheme(
    (n.DIGIT_WIDE,),
    (n.HAN_BARE, n.IROHA, n.DIGIT_PAREN),
    unnumbered=Unnumbered.FIRST,
    implied=True,
    gaps=True,
)
"""項 from the second on with their number, 号 一, then イ and （１）."""
KOREAN = Scheme(
    (n.CIRCLED,),
    (n.DIGIT_INSERTED_DOT, n.HANGUL, n.DIGIT_CLOSE, n.HANGUL_CLOSE),
    implied=True,
    gaps=True,
    notes=re.compile(r"\[(?:전문|본조|제목|종전|법률|시행|단순|헌법|제\d)|<개정"),
)
"""항 ①, 호 1., 목 가."""
GERMAN = Scheme(
    (n.DIGIT_PAREN,), (n.DIGIT_DOT, n.LOWER_CLOSE, n.DOUBLE_CLOSE, n.LOWER_PAREN), implied=True, gaps=True
)
"""Absatz (1), Nummer 1., Buchstabe a), Doppelbuchstabe aa)."""
FRENCH = Scheme(
    (n.ROMAN_DASH,),
    (n.DEGREE, n.LOWER_CLOSE, n.UPPER_DOT, n.DIGIT_CLOSE, n.ROMAN_CLOSE),
    unnumbered=Unnumbered.COUNTED,
    implied=True,
)
"""Alinéas without numbers or I.-, then 1° and a)."""
SPANISH = Scheme((n.DIGIT_DOT,), (n.DEGREE, n.LOWER_CLOSE, n.DIGIT_CLOSE, n.ROMAN_CLOSE), gaps=True)
"""Apartado 1., letra a), number 1.º."""
TREATY = Scheme(
    (n.DIGIT_DOT, n.DIGIT_PAREN, n.DIGIT_CLOSE, n.UPPER_DOT, n.DOTTED),
    (n.LOWER_PAREN, n.LOWER_CLOSE, n.ROMAN_PAREN, n.ROMAN_CLOSE, n.DOUBLE_PAREN, n.UPPER_PAREN, n.LOWER_DOT),
    gaps=True,
)
"""Paragraphs 1. or (1), A. in the oldest treaties, 4.1 in the rules of regulations; then (a) and (i)."""
AMERICAN = Scheme(
    (n.LOWER_PAREN, n.DIGIT_PAREN),
    (n.UPPER_PAREN, n.ROMAN_PAREN, n.ROMAN_UPPER_PAREN, n.DOUBLE_PAREN),
    gaps=True,
    notes=re.compile(r"\((?:Pub\. L\.|Added Pub\.|July|Aug\.|June|[A-Z][a-z]+\.? \d{1,2}, \d{4}, ch\.)"),
)
"""Subsection (a), paragraph (1), subparagraph (A), clause (i), subclause (I)."""
COMMONWEALTH = Scheme(
    (n.DIGIT_PAREN,),
    (n.LOWER_PAREN, n.ROMAN_PAREN, n.DOUBLE_PAREN, n.UPPER_PAREN, n.ROMAN_UPPER_PAREN),
    gaps=True,
    headings=True,
    notes=re.compile(
        r"\[?(?:R\.?\s?S\.?|L\.?\s?R\.?|S\.R\.|\d{4},)\s?(?:C\.|,|\d{4}|ch?\.)|(?:SOR|DORS)/|\[\d+/\d{4}|\[Act \d"
    ),
)
"""Subsection (1), paragraph (a), subparagraph (i), clause (A)."""

_BY_STYLE: dict[str, Scheme] = {
    chinese.LAW.name: CHINESE,
    chinese.ITEMS.name: NOTICE,
    chinese.GUIDELINE.name: GUIDELINE,
    east_asian.TAIWANESE.name: TAIWANESE,
    east_asian.JAPANESE.name: JAPANESE,
    east_asian.KOREAN.name: KOREAN,
    sections.GERMAN.name: GERMAN,
    sections.AMERICAN.name: AMERICAN,
    sections.COMMONWEALTH.name: COMMONWEALTH,
    sections.PRINTED.name: COMMONWEALTH,
    latin.TREATY.name: TREATY,
    latin.CODE.name: TREATY,
}
_BY_JURISDICTION = {"FR": FRENCH, "ES": SPANISH, "TW": TAIWANESE_ENGLISH, "DE": GERMAN}
"""Jurisdictions that cite by Article and divide their articles in a way of their own."""


def scheme_of(grammar: Grammar, identity: Identity) -> Scheme | None:
    """How the articles of a document divide; ``None`` where its units keep all of their text."""
    if grammar.name in {latin.TREATY.name, latin.CODE.name}:
        return _BY_JURISDICTION.get(identity.jurisdiction, TREATY)
    return _BY_STYLE.get(grammar.name)
