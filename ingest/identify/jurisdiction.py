"""Whose law a document is: ISO 3166, ``EU``, or ``INT`` for treaties and international organisations."""

from __future__ import annotations

import re
from functools import cache

from corpus.evidence import Evidence
from corpus.notes import Note
from corpus.tables import table
from ingest.identify.decisions import Decision
from ingest.identify.found import Found, stated
from ingest.identify.labels import labels_of
from ingest.identify.view import View

_TREATY = re.compile(
    r"\b(?:Treaty|Convention|Agreement|Protocol|Understanding|Arrangement|Traité|Accord|Protocole|Acte|Verdrag|Overeenkomst|Conventie|"
    r"Schikking|Akte|Tratado|Convenio|Acuerdo|Partnership|Act of|Additional Act|Abkommen|Übereinkommen|Vertrag)\b"
    r"|(?:条约|公约|协定|议定书|條約|公約|協定|議定書|条約|조약|협정)(?:[（(].{0,30}[）)])?$",
    re.I,
)
_PARTIES = re.compile(
    r"Contracting (?:Part|State|Countr)|States? [Pp]art(?:y|ies)|countries to which this|pays (?:auxquels|contractants)|Etats [Cc]ontractants|"
    r"États contractants|[Hh]ave agreed|Members,\s{1,3}(?:Desiring|Having|Recogni|Considering|Bearing)|[Hh]ereby agree as follows|Members hereby|[Ee]ach Party shall|nationals? of (?:the|each|another|any) (?:other )?Party|Sa Majesté|Plénipotentiaires|Plénipotentaires|Soussignés|soussignés|"
    r"Union particulière|Koninkrijk|[Tt]his (?:Treaty|Convention|Agreement|Protocol)|présente? (?:Convention|Arrangement|Acte)|"
    r"缔约|各方|以下(?:合称|称|统称)“?双方|政府(?:和|与)[一-龥]{2,20}政府|締約|本联盟|本同盟|各签字国|成员国|a Union for the protection"
)
_OF_ITSELF = re.compile(
    r"\b[Tt]his (?:Convention|Treaty|Protocol)\b|\b[Ll]a présente Convention\b|\b[Ll]e présent Traité\b"
)
_OFTEN = 3
"""How often a text calls itself a treaty that has lost its title."""
_FTA_KEYS = ("date_into_force", "date_signed", "parties_wto", "wto_rta_id")
_CODE_KEYS = ("country", "pais", "jurisdictions", "país", "国家", "land", "jurisdiction.name_long")
_LANGUAGE_DEFAULT = {"ja": "JP", "ko": "KR", "zh": "CN", "zh-Hant": "TW"}
_MARKS: tuple[tuple[str, float, re.Pattern[str]], ...] = tuple(
    (code, weight, re.compile(pattern))
    for code, weight, pattern in (
        (
            "EU",
            9,
            r"(?:DIRECTIVE|REGULATION|RÈGLEMENT|Directive|Regulation)[^\n]{0,60}(?:EUROPEAN PARLIAMENT|PARLEMENT EUROPÉEN|European Parliament|Parlement européen)",
        ),
        (
            "EU",
            8,
            r"(?:COUNCIL|COMMISSION) (?:IMPLEMENTING |DELEGATED )?(?:DIRECTIVE|REGULATION|DECISION)|^THE EUROPEAN COMMISSION,|Official Journal of the European|Journal officiel de l['’]Union",
        ),
        (
            "EU",
            9,
            r"(?:JUDGMENT|ORDER) OF THE (?:GENERAL )?COURT \(|OPINION OF ADVOCATE GENERAL|ARRÊT D[EU] (?:LA COUR|TRIBUNAL) \(",
        ),
        (
            "EU",
            8,
            r"JUDGMENT OF THE COURT|ARRÊT DE LA COUR|Court of Justice of the European Union|eur-lex\.europa\.eu",
        ),
        ("INT", 9, r"\bWT/DS\d|WORLD TRADE\s{1,3}ORGANIZATION|PCT Applicant[’']s Guide"),
        (
            "INT",
            4,
            r"\bWIPO\b|World Intellectual Property Organization|\bICANN\b|Domain-Name Dispute|World Trade Organization|\bWTO\b",
        ),
        ("EU", 5, r"\bInfoSoc\b|\(Art\. \d{1,2}[^)]{0,12} DSM\)"),
        ("AU", 7, r"\bDFAT\b|Department of Foreign Affairs and Trade|IP Australia|Commonwealth of Australia"),
        (
            "US",
            8,
            r"^#?\s?Title \d{1,2}\s?[—–-]|United States Code|\b\d{1,2} U\.S\.C\.|United States Copyright Office|(?:Supreme Court|SUPREME COURT) (?:of the|OF THE) (?:United States|UNITED STATES)|UNITED STATES (?:COURT OF APPEALS|DISTRICT COURT)|\bU\.S\. Copyright Office",
        ),
        (
            "US",
            6,
            r"uscourts|copyright\.gov|oyez\.org|case\.law|United States Patent and Trademark Office|\bF\.(?:2d|3d|4th)\b|\bU\.S\. \d|\b\d{1,3} US (?:\d{1,4}|_)",
        ),
        ("SG", 9, r"REPUBLIC OF SINGAPORE|sso\.agc\.gov\.sg"),
        ("GB", 8, r"legislation\.gov\.uk|ukpga|Secretary of State|Queen[’']s most Excellent Majesty"),
        (
            "CA",
            8,
            r"\bR\.S\.(?:C\.)?, c\.|\bS\.R\.(?:C\.)?, ch\.|\bR\.S\.C\. 1985|L\.R\.C\.|\bSOR/\d|\bDORS/\d|in right of Canada|pour le Canada|Canada Gazette|laws-lois",
        ),
        ("CA", 5, r"\b(?:in|au|le|of) Canada\b|Canadian|canadien"),
        ("DE", 8, r"BGBl|RGBl|Bundesgesetzblatt|Bundesrepublik|Deutsche[nrs]? (?:Patent|Bundes)"),
        ("DE", 6, r"BUNDESGERICHTSHOF|Bundesgerichtshof|BUNDESPATENTGERICHT|Bundespatentgericht"),
        (
            "IT",
            8,
            r"PRESIDENTE DELLA REPUBBLICA|REPUBBLICA ITALIANA|Repubblica italiana|Gazzetta Ufficiale della Repubblica",
        ),
        ("PL", 8, r"Dziennik Ustaw|Rzeczypospolitej Polskiej"),
        ("BR", 8, r"República Federativa do Brasil|PRESIDENTE DA REPÚBLICA"),
        ("MX", 8, r"Estados Unidos Mexicanos|Diario Oficial de la Federación"),
        ("AT", 7, r"Österreich"),
        ("CH", 7, r"Schweizerische|Confédération suisse"),
        (
            "FR",
            8,
            r"L['’]Assemblée nationale et le Sénat|Le Président de la République promulgue|\bNOR ?: ?[A-Z]{4}\d|[Ll]egifrance|Code de la propriété intellectuelle|République française|Conseil d['’]Etat",
        ),
        ("ES", 8, r"boe\.es|BOLETÍN OFICIAL DEL ESTADO|REY DE ESPAÑA|Boletín Oficial del Estado"),
        ("JP", 8, r"e-gov\.go\.jp|日本国"),
        ("KR", 8, r"law\.go\.kr|대한민국"),
        ("TW", 8, r"law\.moj\.gov\.tw|中華民國|中华民国|臺灣|經濟部"),
        ("HK", 8, r"香港法例|elegislation\.gov\.hk|\bCap\. \d{2,4}\b"),
        ("MO", 8, r"澳门特别行政区(?:法律|行政法规)|澳門特別行政區"),
        ("IN", 7, r"Republic of India|Gazette of India"),
    )
)
_URL_KEYS = (
    "source",
    "fuente",
    "출처",
    "법규网址",
    "法規網址",
    "linklaw",
    "url",
    "work_identifier",
    "caselink",
    "frontend_url",
    "citation",
    "lawurl",
    "englawurl",
    "identifier",
)


def find(view: View, language: str, title: str, decision: Decision | None) -> Found[str]:
    """The jurisdiction, by the forum of a decision, by treaty forms, codes in the metadata, marks in the text, and last by the language."""
    if decision and decision.forum.jurisdiction:
        return Found(decision.forum.jurisdiction, decision.evidence("jurisdiction"))
    treaty = treaty_evidence(view, title, language)
    if treaty:
        return Found("INT", (treaty,))
    for key in _CODE_KEYS:
        entry = view.said(key)
        code = code_of(entry[1]) if entry else None
        if entry and code:
            return Found(code, (stated("jurisdiction", *entry),))
    for label in labels_of(view):
        code = code_of(label.value) if label.role == "country" else None
        if code:
            return Found(code, (label.evidence("jurisdiction"),))
    if language == "zh":
        return _chinese(view, title)
    marked = _marked(view, title)
    if marked:
        return marked
    if language in _LANGUAGE_DEFAULT:
        return Found(_LANGUAGE_DEFAULT[language], (Evidence("jurisdiction", language, "text"),))
    return _by_country_names(view, title)


def treaty_evidence(view: View, title: str, language: str) -> Evidence | None:
    """Evidence that the document is a treaty: its title and parties that agree, or the data of a trade agreement."""
    for key in _FTA_KEYS:
        entry = view.said(key)
        if entry and view.said("parties_wto", "wto_rta_id", "treaty_identifier", "composition"):
            return stated("jurisdiction", *entry)
    if language in ("ja", "ko") and not re.search(r"(?:条約|協定|議定書|조약|협정)$", title):
        return None
    sample = view.body[:12000]
    if not (_TREATY.search(title) or len(_OF_ITSELF.findall(sample)) >= _OFTEN) or re.search(
        r"\b(?:Act|Regulations?) (?:19|20)\d{2}$|法$|法律$|条例$|解释$|规定$", title
    ):
        return None
    if view.said("country", "rank", "pais", "type") or re.match(
        r"(?:Directive|Regulation|Règlement|Council)", title
    ):
        return None
    match = _PARTIES.search(sample)
    has_articles = re.search(
        r"^(?:Article|Artikel|Artículo|第[一1]条)\s", view.reading.text[:200_000], re.M
    ) or any(
        re.match(r"(?:Article|Artikel|Artículo)\s{1,4}(?:\d|[IVX]|[Pp]remier)|第一条", block.text)
        for block in view.blocks[:200]
    )
    if not match or not has_articles:
        return None
    place = view.reading.text.find(match[0])
    return Evidence("jurisdiction", match[0], "text", place, place + len(match[0])) if place >= 0 else None


def _chinese(view: View, title: str) -> Found[str]:
    head = title + "\n" + view.body[:3000]
    for code, pattern in (
        ("MO", r"^澳门特别行政区"),
        ("HK", r"^香港特别行政区|香港法例第"),
        ("TW", r"^台湾地区"),
    ):
        if re.search(pattern, head):
            return Found(code, (Evidence("jurisdiction", title[:60], "text"),))
    match = re.search(
        r"中华人民共和国|最高人民法院|最高人民检察院|国务院|人民法院|人民政府|人民代表大会|全国人大|知识产权局|市场监管|我国",
        view.reading.text[:40_000],
    )
    if match:
        return Found("CN", (Evidence("jurisdiction", match[0], "text", match.start(), match.end()),))
    return Found("CN", (Evidence("jurisdiction", "zh", "text"),))


def _marked(view: View, title: str) -> Found[str] | None:
    scores: dict[str, float] = {}
    evidence: dict[str, Evidence] = {}
    text = view.reading.text[:60_000]
    told = "\n".join(f"{value}" for key, value in view.metadata.items() if key in _URL_KEYS)
    for code, weight, pattern in _MARKS:
        for origin, sample, factor, most in (
            ("title", title, 1.5, 1.5),
            ("text", text[:4000], 1.0, 1.0),
            ("text", text, 0.6, 1.0 if told else 0.6),
            ("metadata", told, 1.0, 1.0),
        ):
            if weight * most <= scores.get(code, 0):
                break  # neither here nor in what follows can it say more
            match = pattern.search(sample)
            if not match:
                continue
            if weight * factor > scores.get(code, 0):
                scores[code] = weight * factor
                place = text.find(match[0])
                inside = origin != "metadata" and place >= 0
                evidence[code] = Evidence(
                    "jurisdiction",
                    match[0][:120],
                    "text" if inside else "metadata",
                    place if inside else None,
                    place + len(match[0][:120]) if inside else None,
                )
            break
    if not scores:
        return None
    best = max(scores, key=lambda code: scores[code])
    return Found(best, (evidence[best],))


@cache
def _countries() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (
            row["code"],
            re.compile(
                "|".join(
                    rf"\b{re.escape(name)}\b" if name.isascii() else re.escape(name)
                    for name in row["names"].split("|")
                )
            ),
        )
        for row in table("countries")
    )


@cache
def _codes() -> dict[str, str]:
    codes = {row["code"].lower(): row["code"] for row in table("countries")} | {"uk": "GB", "int": "INT"}
    for row in table("countries"):
        codes[row["alpha3"].lower()] = row["code"]
        for name in row["names"].split("|"):
            codes.setdefault(name.lower(), row["code"])
    return codes


def code_of(name: str) -> str | None:
    """The code of a country that is given by code or name."""
    return _codes().get(name.strip().strip(".").lower().split(";")[0].strip())


def _by_country_names(view: View, title: str) -> Found[str]:
    text = f"{title}\n{view.body[:8000]}"
    counts = {code: len(pattern.findall(text)) for code, pattern in _countries()}
    best = max(counts, key=lambda code: counts[code])
    if counts[best] >= 1:
        match = next(p for c, p in _countries() if c == best).search(view.reading.text)
        if match:
            return Found(best, (Evidence("jurisdiction", match[0], "text", match.start(), match.end()),))
    if _TREATY.search(title):
        return Found("INT", (Evidence("jurisdiction", title[:80], "text"),))
    warning = Note("jurisdiction: neither the text nor the metadata names one", code="no_jurisdiction")
    return Found("INT", warnings=(warning,))
