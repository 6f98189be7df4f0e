"""The house styles that cite by Article or Rule: treaties, trade agreements, the European Union, France, Spain ...

One table of words for all languages: a treaty prints two of them in one file.
"""

from __future__ import annotations

import re

from corpus.model import Level
from corpus.numbering import LATIN_MULTIPLES, article_number, container_number
from ingest.cut.grammar import Rules
from ingest.cut.marks import ARTICLE_RANK, DOUBTFUL, FORMED, RUN_ON, Rule

_MULTIPLE = "|".join(sorted(LATIN_MULTIPLES, key=len, reverse=True))
NUMBER = (
    rf"(?:[LRDA]\s?\*?\s?\.?\s?\d{{1,5}}(?:-\d{{1,4}})*|\d{{1,5}}(?:[.-]\d{{1,4}})*(?:\s?(?:{_MULTIPLE})|[A-Za-z]{{1,2}})?(?:-\d{{1,3}})*"
    rf"|[IVXL]{{1,8}}(?:\s?(?:{_MULTIPLE})|[a-z])?|premier|première|1er|first|único|unique|primero)(?![\w])"
)


def believed(match: re.Match[str], rest: str) -> float:
    """How far a line opens an article: a title or a sentence may follow its number, the rest of a reference not."""
    after = (match["heading"] or "") + rest
    if not after:
        return FORMED
    first = after.lstrip("([«“\"'‘*")[:1]
    if match["sep"].strip():
        return FORMED if not first.islower() else 0.0
    if re.match(r"\(\d|\([a-z]\)|,|;|\)", after):
        return 0.0
    return RUN_ON if first.isupper() or not first.isalpha() else 0.0


def article(words: str, family: str) -> Rule:
    """The rule for articles that open with one of ``words``."""
    return Rule(
        Level.ARTICLE,
        ARTICLE_RANK,
        re.compile(
            rf"(?P<label>(?P<number>(?:{words})\s*{NUMBER})(?P<sep>\s*[.:–—-]*))\s*(?P<heading>[^.:;\n]{{0,160}}\.?$)?",
            re.IGNORECASE,
        ),
        number=article_number,
        belief=believed,
        family=family,
        takes_next=True,
    )


def _title(match: re.Match[str], rest: str) -> float:
    heading = match["heading"]
    return (
        0.0
        if heading[:1].islower() or heading.startswith((",", ";", ")")) or heading.endswith((";", ","))
        else FORMED
    )


_ORDINAL = (
    r"[IVXLC]{1,7}(?:\s?(?:bis|ter|quater)|[A-Za-z])?|\d{1,2}\.?[ªº]|\d{1,3}(?:\.\d{1,2})?[A-Za-z]?|I?er|[A-Z]|one|two|three|four|five|six|premier|"
    r"première|primero|segundo|tercero|cuarto|quinto|sexto|séptimo|octavo|noveno|décimo|primera|segunda|tercera|cuarta|quinta|único|"
    r"preliminar|préliminaire"
)
_ORDINAL_BEFORE = (
    r"first|second|third|fourth|fifth|sixth|première|deuxième|troisième|quatrième|cinquième|sixième|septième|eerste|tweede|derde|vierde|vijfde|"
    r"zesde|zevende|achtste|erster|zweiter|dritter|vierter|fünfter"
)


def division(level: Level, rank: int, words: str, *, prefix: str = "") -> Rule:
    """The rule for divisions that open with one of ``words`` and a numeral, or an ordinal before the word."""
    return Rule(
        level,
        rank,
        re.compile(
            rf"(?P<label>(?:(?:{words})\s+(?P<number>{_ORDINAL})(?!\w)|(?:{_ORDINAL_BEFORE})\s+(?:{words})\b)\s*[.:–—-]*)"
            r"\s*(?P<heading>[^\n]*)$",
            re.IGNORECASE,
        ),
        number=lambda text: container_number(text.rstrip(".ªº")),
        belief=_title,
        longest=160,
        prefix=prefix,
        takes_next=True,
    )


BOOK = division(Level.PART, 14, "livre|libro|book", prefix="bk")
PART = division(Level.PART, 10, "part|partie|parte|deel")
TITLE = division(Level.TITLE, 18, "title|titre|título|titulo|titel")
CHAPTER = division(Level.CHAPTER, 30, "chapter|chapitre|capítulo|capitulo|hoofdstuk|kapitel")
SECTION = division(Level.SECTION, 40, "section|sección|afdeling|abschnitt|sous-titre")
SUBSECTION = division(
    Level.DIVISION, 50, "subsection|sous-section|subsección|paragraphe|division", prefix="sub"
)


def _annex(match: re.Match[str], rest: str) -> float:
    """An annex: a line that the source does not mark as a heading has to have its number, or stand in capitals."""
    heading = match["heading"]
    if heading[:1].islower() or heading.endswith((";", ",")):
        return 0.0
    return FORMED if match["number"] or match.string.isupper() else DOUBTFUL


ANNEX = Rule(
    Level.ANNEX,
    4,
    re.compile(
        rf"(?P<label>(?:the\s+)?(?:annex|annexe|anexo|anlage|bijlage|aanhangsel|schedule|appendix|appendice|anhang)(?:\s+(?P<number>{_ORDINAL}))?(?!\w)\s*[.:–—-]*)"
        r"\s*(?P<heading>[^\n]*)$",
        re.IGNORECASE,
    ),
    number=lambda text: container_number(text) if len(text) < 8 else None,
    belief=_annex,
    scope=True,
    prefix="annex",
    longest=100,
    takes_next=True,
)
PROTOCOL = Rule(
    Level.ANNEX,
    5,
    re.compile(
        rf"(?P<label>(?:protocol|protocole|protocolo)(?:\s+(?P<number>{_ORDINAL}))?)(?!\w)\s*(?P<heading>[^\n]*)$",
        re.IGNORECASE,
    ),
    number=lambda text: container_number(text) if len(text) < 8 else None,
    scope=True,
    prefix="prot",
    longest=100,
    takes_next=True,
    headings_only=True,
)
_PREAMBLE_OPENING = (
    r"(?:THE (?:EUROPEAN PARLIAMENT|COUNCIL|COMMISSION|EUROPEAN)|LE (?:PARLEMENT|CONSEIL)|LA COMMISSION|EL PARLAMENTO|EL CONSEJO|DAS EUROPÄISCHE|"
    r"Having regard to|The (?:High )?(?:Contracting|Parties|States|Members|Governments)|Les (?:Hautes )?(?:Parties|[EÉ]tats|Gouvernements)|"
    r"De (?:Hoge )?(?:Verdragsluitende|Staten|Regeringen|Overeenkomstsluitende))"
)
PREAMBLE = Rule(
    Level.PREAMBLE,
    88,
    re.compile(
        r"(?P<label>)(?P<heading>preamble|préambule|preámbulo|preambule|exposición de motivos|exposé des motifs)$",
        re.IGNORECASE,
    ),
    longest=40,
)
OPENING = Rule(Level.PREAMBLE, 88, re.compile(rf"(?P<label>)(?={_PREAMBLE_OPENING})"), prefix="preamble")
RECITAL = Rule(
    Level.RECITAL,
    ARTICLE_RANK,
    re.compile(r"(?P<label>\(?(?P<number>\d{1,3})\))(?=\s|[A-ZÀ-Ý])\s*"),
    number=lambda text: text,
)
CLOSING = Rule(
    Level.BODY,
    6,
    re.compile(
        r"(?P<label>)(?=IN WITNESS WHEREOF|EN FOI DE QUOI|TEN BLIJKE WAARVAN|EN FE DE LO CUAL|ZU URKUND|(?:DONE|Done) (?:at|in) [A-Z]"
        r"|(?:FAIT|Fait) (?:à|en) |(?:GEDAAN|Gedaan) te |Hecho en )"
    ),
    prefix="closing",
)
ARTICLE = article(r"articles?|artículos?|articolo|artigo|art\.", "article")
ARTIKEL = article("artikel", "artikel")
RULE = article("rule|règle|regla", "rule")
REGEL = article("regel|voorschrift", "regel")
_SPANISH_SUPPLEMENT = Rule(
    Level.SUPPLEMENT,
    14,
    re.compile(
        r"(?P<label>disposici(?:ón|ones)\s+(?:adicional|transitoria|derogatoria|final)(?:es)?(?:\s+(?:única|primera|segunda|tercera|cuarta|quinta"
        r"|sexta|séptima|octava|novena|décima|undécima|duodécima|decim[a-zé]+|vigésim[a-z]+)(?:\s(?:primera|segunda|tercera|cuarta|quinta|sexta"
        r"|séptima|octava|novena))?(?:\s(?:bis|ter|quater))?)?\s*[.:]?)\s*(?P<heading>[^\n]*)$",
        re.IGNORECASE,
    ),
    prefix="disp",
    longest=160,
)

_START = re.compile(r"(?i)[acdtlprbthseiokvgzf(0-9]")
DIVISIONS = (BOOK, PART, TITLE, CHAPTER, SECTION, SUBSECTION)
TREATY = Rules(
    "treaty",
    (ARTICLE, ARTIKEL, RULE, REGEL, *DIVISIONS, ANNEX, PROTOCOL, PREAMBLE, OPENING, RECITAL, CLOSING),
    _START,
    any_order=True,
)
_ARTICLE_ANNEX = Rule(
    Level.ANNEX,
    ARTICLE_RANK,
    re.compile(r"(?P<label>article\s+annexe)(?!\w)\s*(?P<heading>[^\n]*)$", re.IGNORECASE),
    prefix="annex",
    longest=160,
    headings_only=True,
)
"""France: an annex that stands among the articles as one of them; no scope, the next article goes on behind it."""
CODE = Rules(
    "code",
    (_ARTICLE_ANNEX, ARTICLE, *DIVISIONS, ANNEX, _SPANISH_SUPPLEMENT, PREAMBLE),
    _START,
    any_order=True,
)
