"""What sort of document it is where its law is not that of the mainland: rules in order, the most telling first."""

from __future__ import annotations

import re

from corpus.evidence import Evidence
from corpus.model import Kind
from ingest.identify.facts import Facts
from ingest.identify.found import Found, stated
from ingest.identify.jurisdiction import treaty_evidence

_ENACTED = re.compile(
    r"\b(?:Act|Ordinance|Regulations?|Rules|Order|Law)(?: \([^()]{1,60}\))? (?:1[4-9]|20)\d{2}$"
)
_OF_UNION = re.compile(
    r"(?:(?:Council|Commission) )?(?:(?:Implementing|Delegated) )?(?:Directive|Regulation|Decision|Règlement|Décision) "
    r"(?:\([A-Z]{2,4}\) ?)?(?:N\.?[o°] ?)?\d{1,4}/\d{1,4}",
    re.I,
)
_GUIDE = re.compile(
    r"\bApplicant['’]s Guide\b|\bGuide for Applicants\b|\bExamination Guidelines\b|\bPractice Manual\b"
)
_PUBLISHED = re.compile(
    r"^(?:Ausfertigungsdatum|Vollzitat)\b|^PUBLIC LAW \d{1,3}[–-]\d|Public Law \d{1,3}[–-]\d{1,4}|^Be it enacted\b|^[（(](?:明治|大正|昭和|平成|令和)[^（）()]{2,12}年(?:法律|政令|省令|規則)第[^（）()]{1,10}号[）)]"
    r"|^中華民國[^。]{4,40}(?:制定|修正|增訂|公布|發布)"
    r"|\[(?:법률|대통령령|[가-힣]{2,12}령) 제\d{1,6}호,|^(?:SOR|DORS|S\.I\.|SI)[ /]\d{2,4}"
)
"""How journals and consolidations head an enactment."""
_MOST_FIELDS = 12
"""How many entries the front matter of a mere record has at most."""


def treaty(facts: Facts) -> Found[Kind] | None:
    """A treaty, by its title and the parties that agree, or by the data of a trade agreement."""
    seen = treaty_evidence(facts.view, facts.title, facts.language) if facts.jurisdiction == "INT" else None
    return (
        Found(Kind.TREATY, (Evidence("kind", seen.surface, seen.origin, seen.start, seen.end),))
        if seen
        else None
    )


def case(facts: Facts) -> Found[Kind] | None:
    """A decision or a report about a dispute."""
    case = facts.view.said("decision_date", "docket_number", "casename", "docket")
    if case:
        return Found(Kind.FOREIGN_CASE, (stated("kind", *case),))
    for line in facts.view.opening[:60]:
        match = re.match(
            r"(?:JUDGMENT|ORDER) OF THE|ARRÊT DE|IN THE (?:SUPREME|HIGH|FEDERAL|UNITED STATES)|Report of the (?:Panel|Appellate Body)|"
            r"OPINION OF ADVOCATE|SUPREME COURT OF|UNITED STATES (?:DISTRICT |COURT)|United States (?:District Court|Court of Appeals)|BUNDESGERICHTSHOF|BUNDESPATENTGERICHT|Previous Correspondence|URTEIL|大法院|最高裁判所|판결|判決",
            line.text,
        )
        if match:
            return Found(Kind.FOREIGN_CASE, (line.evidence("kind", 0, match.end()),))
    if re.search(r"\S\s(?:v|vs)\.?\s\S", facts.title):
        return _seen(facts, Kind.FOREIGN_CASE)
    return None


def policy(facts: Facts) -> Found[Kind] | None:
    """A policy, strategy or declaration."""
    return (
        _seen(facts, Kind.POLICY)
        if re.search(r"\b(?:Policy|Strategy|Declaration|Memorandum|Communication)\b", facts.title)
        else None
    )


def guide(facts: Facts) -> Found[Kind] | None:
    """A page of a guide that is named above the title: ``PCT Applicant's Guide``."""
    for line in facts.view.surroundings[:8]:
        match = _GUIDE.search(line.text) if len(line.text) < 120 else None
        if match:
            return Found(Kind.GUIDELINE, (line.evidence("kind", match.start(), match.end()),))
    return None


def digest_of_law(facts: Facts) -> Found[Kind] | None:
    """A record that describes a provision under headings such as beneficiaries and purposes.

    It is no statute, even where it quotes the provision: whoever asks for statutes is to find the law itself.
    """
    view = facts.view
    of_country = view.said("exceptions") if view.said("jurisdictions") else None
    of_exception = view.said("short") if view.said("summary") and len(view.blocks) <= _MOST_FIELDS else None
    described = of_country or of_exception
    return Found(Kind.OTHER, (stated("kind", *described),)) if described else None


def statute(facts: Facts) -> Found[Kind] | None:
    """A law in force in one jurisdiction, by its metadata, its title or its units."""
    said = facts.view.said(
        "rank",
        "rango",
        "법령구분",
        "法規性質",
        "LawLevel",
        "EngLawLevel",
        "jurabk",
        "type",
        "document_type",
        "docnumber",
    )
    if said and said[1].lower() not in ("treaty", "post"):
        return Found(Kind.STATUTE, (stated("kind", *said),))
    if facts.jurisdiction != "INT" and (_ENACTED.search(facts.title) or _OF_UNION.match(facts.title)):
        return _seen(facts, Kind.STATUTE)
    for line in facts.view.opening[:25] if facts.jurisdiction != "INT" else ():
        enacted = _PUBLISHED.search(line.text)
        if enacted:
            return Found(Kind.STATUTE, (line.evidence("kind", enacted.start(), enacted.end()),))
    unit = re.compile(
        r"(?:Article|§|Section|Sec\.|SEC\.|SECTION|Art\.?|Artículo)\s{0,3}|第\s?[\d〇一二三四五六七八九十百]{1,5}\s?[条條]|제\s?\d{1,4}조"
        r"|\d{1,3}[A-Z]{0,2}(?:[.\s]|$)|PART|Part |Chapter|CHAPTER"
    )
    if (
        facts.jurisdiction != "INT"
        and sum(1 for block in facts.view.blocks[:400] if unit.match(block.text)) >= 3
    ):
        return _seen(facts, Kind.STATUTE)
    return None


def _seen(facts: Facts, kind: Kind) -> Found[Kind]:
    return Found(kind, facts.saw())
