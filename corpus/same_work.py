"""By which title a document's work is called, whatever its own title: so that versions and translations meet.

A translation is called by the title in the language of its jurisdiction, an act of the European Union by its number, a
treaty by its name without the history that its editions print into it, and any rule by its official title where the
table of names knows it.
"""

from __future__ import annotations

import re
import unicodedata

from corpus.model import Identity, Kind
from corpus.works import work_names

RULES = frozenset(
    {
        Kind.LAW,
        Kind.ADMINISTRATIVE_REGULATION,
        Kind.DEPARTMENT_RULE,
        Kind.LOCAL_REGULATION,
        Kind.JUDICIAL_INTERPRETATION,
        Kind.GUIDELINE,
        Kind.POLICY,
        Kind.TREATY,
        Kind.STATUTE,
    }
)
"""Kinds of which a work may have several versions and translations."""
_SCRIPTS = {
    "CN": re.compile(r"[一-鿿]"),
    "TW": re.compile(r"[一-鿿]"),
    "JP": re.compile(r"[぀-ヿ一-鿿]"),
    "KR": re.compile(r"[가-힣]"),
}
"""The script of a jurisdiction whose laws are read in Latin letters only as translations."""
_EU_FORMS = {
    "directive": "Directive",
    "richtlinie": "Directive",
    "directiva": "Directive",
    "direttiva": "Directive",
    "richtlijn": "Directive",
    "regulation": "Regulation",
    "règlement": "Regulation",
    "verordnung": "Regulation",
    "reglamento": "Regulation",
    "regolamento": "Regulation",
    "verordening": "Regulation",
    "decision": "Decision",
    "décision": "Decision",
    "beschluss": "Decision",
    "decisión": "Decision",
}
_EU_ACT = re.compile(
    rf"^(?:[\wéè-]{{3,20}} ){{0,4}}?(?P<form>{'|'.join(_EU_FORMS)})\s(?:\d+/)?"
    r"(?:(?:d['’]exécution|déléguée?|du conseil|de la commission|des rates|der kommission) ){0,2}"
    r"(?:\((?:EU|EC|EEC|UE|CE|CEE|EG|EWG|Euratom|, ){1,4}\)\s?)?(?:n[ro°º]{0,2}\.?\s?)?(?P<number>\d{1,4}/\d{1,4})(?:/[A-Z]{2,7})?\b",
    re.I,
)
_DAY = r"(?:\d{1,2}(?:er|st|nd|rd|th|\.)? (?:de )?[a-zéûäç]{3,10}(?: de)? \d{4}|[A-Z][a-z]{2,9} \d{1,2}, \d{4}|\d{1,2}-\d{1,2}-\d{4})"
_OF_DAY = re.compile(rf",?\s(?:of|du|van|vom|del|de)\s{_DAY}", re.I)
_HISTORY = re.compile(
    r"[,;]?\s\(?(?:as (?:last )?(?:revised|amended|modified)|tel(?:le)? que|zoals|revised|re?[vé]+is[ée]+e?|r?evisé|amended|modifiée?|completed|complétée?"
    r"|signed|signée?|done|adopted|conclue?|concluded|herzien|ondertekend|in der Fassung|en su forma|and the regulations|with regulations)\b.*$",
    re.I | re.S,
)
_ADDITIONAL = re.compile(
    r"^(?:acte additionnel|additional act)\b.{0,60}?(?:portant modification de|modifiant|amending|modifying) (?:la |le |l['’]|the )?(?P<work>.{6,})$",
    re.I | re.S,
)
"""An act that is counted among the acts of the treaty that it amends."""
_BRACKETS = re.compile(r"\s\([^()]{2,60}\)$")
_LONGEST = 600


def work_title(identity: Identity) -> str:
    """The title by which the work is called, from the document alone, so that it does not depend on what came before."""
    title = identity.title[:_LONGEST]
    if identity.kind not in RULES:
        return _apart(identity, title)
    native = _native(identity, title)
    if identity.jurisdiction == "EU":
        act = _EU_ACT.match(unicodedata.normalize("NFKC", title))
        if act:
            return f"{_EU_FORMS[act['form'].lower()]} {act['number']}"
    stem = _stem(native) if identity.kind is Kind.TREATY else native
    for name in dict.fromkeys((native, stem, _BRACKETS.sub("", stem))):
        known = work_names().canonical(name, identity.jurisdiction)
        if len(known) == 1:
            return known[0].title
    return stem


def _apart(identity: Identity, title: str) -> str:
    """What is said about a rule under its name (a summary, a glossary) is no version of it."""
    known = work_names().canonical(title, identity.jurisdiction) if identity.kind is Kind.OTHER else ()
    return f"{title} {identity.kind}" if known else title


def _native(identity: Identity, title: str) -> str:
    script = _SCRIPTS.get(identity.jurisdiction)
    if script is None or script.search(title):
        return title
    return next((name for name in identity.names if script.search(name)), title)


def _stem(title: str) -> str:
    """The name of a treaty without the days and places of its revisions.

    >>> _stem("Sample Convention of May 2, 1901, as revised at Lima on 3 June 1950")
    'Sample Convention'
    """
    plain = _OF_DAY.sub("", title)
    additional = _ADDITIONAL.match(plain)
    if additional:
        plain = additional["work"][0].upper() + additional["work"][1:]
    return _HISTORY.sub("", plain).strip(" ,;") or title


MAIN_LANGUAGES = {
    **{"CN": "zh", "TW": "zh-Hant", "HK": "zh-Hant", "MO": "zh-Hant", "JP": "ja", "KR": "ko"},
    **{
        "EU": "en",
        "INT": "en",
        "GB": "en",
        "US": "en",
        "CA": "en",
        "AU": "en",
        "SG": "en",
        "IN": "en",
        "NZ": "en",
    },
    **{"DE": "de", "AT": "de", "CH": "de", "FR": "fr", "ES": "es", "IT": "it", "NL": "nl", "BE": "fr"},
}
"""The language in which the versions of a jurisdiction need no mark of their language in their ids."""


def other_language(identity: Identity) -> str | None:
    """The language of a version, where it is not the main one of its jurisdiction."""
    main = MAIN_LANGUAGES.get(identity.jurisdiction)
    if identity.kind not in RULES or main is None or identity.language in (main, "und"):
        return None
    if identity.jurisdiction in ("HK", "MO") and identity.language == "zh":
        return None
    return identity.language
