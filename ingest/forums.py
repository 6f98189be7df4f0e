"""Courts and panels outside the mainland: how each prints its decisions. One row a forum; the first sign that fits counts.

Identification and digests both read this table, so that a decision's number, court, sides and day are the same in both.

Sources: the published decisions of each forum and its rules on their form (WIPO Rules 15, EPO Rules 102 and 111,
Rules of Procedure of the Court of Justice art. 87, § 313 ZPO, art. 455 code de procédure civile, 民事訴訟法 253条).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_NO = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Forum:
    """How a forum prints its decisions.

    Attributes:
        name: for whoever reads the table.
        sign: found in the head, it shows the forum; its group ``court`` is the court as printed, where there is one.
        jurisdiction, level: where the court's name does not tell.
        court: the court as printed, where the sign is something else.
        number: the number of the case, group ``number`` or ``number_of_office``.
        day: words before the day of the decision; ``None``: the first day in the head counts.
        parties: each with groups ``party``; searched in the head.
        procedure: words that name the procedure, group ``procedure``.
        operative: words that open what was decided.
        issue: a sentence that puts the question.
        closes: words that end what was decided.
        reasons: where its grounds begin, if they stand under no heading.
        subject: the only subject matter on which it decides, where there is one.
    """

    name: str
    sign: re.Pattern[str]
    jurisdiction: str
    level: str
    court: re.Pattern[str] = _NO
    number: re.Pattern[str] = _NO
    day: re.Pattern[str] | None = None
    parties: tuple[re.Pattern[str], ...] = field(default=())
    procedure: re.Pattern[str] = _NO
    operative: re.Pattern[str] = _NO
    issue: re.Pattern[str] = _NO
    closes: re.Pattern[str] = _NO
    reasons: re.Pattern[str] = _NO
    subject: str = ""


def _p(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags | re.MULTILINE)


_DASH = r"[-‐‑–—]"
_LINE_V = _p(
    r"^(?P<party>[^\n]{2,120}?),?\n(?:[^\n]{0,60}\n)?(?:v\.?|vs\.?|versus|against|- and -|and|And|AND)\n(?P<party2>[^\n]{2,120}?),?$"
)
_INLINE_V = _p(
    r"^(?P<party>[A-Z][^\n]{1,100}?)\s(?:v\.?|vs\.?|V\.?)\s(?P<party2>[A-Z][^\n]{1,100}?)(?=$|\s[\[(]|,\s(?:No|\d)|\sCase\b)"
)
_LABELLED = _p(
    r"^(?:The\s)?(?P<role>Complainants?|Respondents?|Petitioners?|Appellants?|Applicants?|Claimants?|Plaintiffs?|Defendants?|Opponents?|Patent [Oo]wner|"
    r"Proprietor of the patent|Patent [Pp]roprietor|Intervener|Third [Pp]art(?:y|ies)|Interested [Pp]arty)\s?(?:\d\s?)?(?:\([^)\n]{1,40}\))?\s?[:：]\s*(?P<party>[^\n]{2,160})"
)
_AFFIRMS = r"(?:AFFIRMED|REVERSED|VACATED|REMANDED|DISMISSED|DENIED|GRANTED)"

FORUMS = (
    Forum(
        "WTO panel and Appellate Body", _p(r"WT/DS\d{1,3}/(?:(?:AB/)?R|ARB)|Report of the (?:Panel|Appellate Body)"), "INT", "international",
        court=_p(r"(?:Report of (?:the )?)?(?P<court>(?:the )?(?:Appellate Body|Panel)|(?<=Award of the )Arbitrators?)\b"),
        number=_p(r"(?P<number>WT/DS\d{1,3}/(?:(?:AB/)?RW?|ARB)\d{0,2}(?:/\d)?)"),
        parties=(
            _p(r"(?P<role>Complainants?|Respondents?|Complaining Part(?:y|ies))\s?[:：]\s?(?P<party>[^\n]{2,80})"),
            _p(r"^(?P<party>[A-Z][A-Z ]{2,40}?)\s[–—-]\s[A-Z]"),
            _p(r"[Cc]omplaint by (?:the )?(?P<party>[A-Z][a-z]+(?: [A-Z][a-z]+){0,3})"),
            _p(r"\b[Tt]he (?P<party>(?:United States|European (?:Union|Communities)))\s(?:claims|alleges) that"),
            _p(r"^(?:\d+\.\d+\s)?(?P<party>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\sclaims that"),
        ),
        procedure=_p(r"(?P<procedure>Report of the (?:Panel|Appellate Body)|Award of the Arbitrators?)", re.IGNORECASE),
        reasons=_p(r"^(?:VII\. FINDINGS|7\.\d{1,4}\s)"),
        operative=_p(r"^(?:For (?:all )?the reasons (?:set out|above)|In (?:the )?light of the (?:findings|foregoing)|The Panel concludes that|The Panel therefore concludes that|For the above reasons, the Panel)[^\n]{0,4000}"),
    ),
    Forum(
        "WIPO domain name panel", _p(r"(?P<court>WIPO Arbitration and Mediation Center|Asian Domain Name Dispute Resolution Cent(?:re|er)|National Arbitration Forum)|ADMINISTRATIVE PANEL DECISION|Uniform Domain Name Dispute", re.IGNORECASE), "INT", "administrative",
        subject="domain_name",
        court=_p(r"(?P<court>WIPO Arbitration and Mediation Center|National Arbitration Forum|Asian Domain Name Dispute Resolution Cent(?:re|er)|Czech Arbitration Court)", re.IGNORECASE),
        number=_p(r"(?:Case|Claim)\s(?:No\.?|Number)\s?[:：]?\s{0,40}(?P<number>D[A-Z]{0,3}\d{4}" + _DASH + r"\d{3,5}|[A-Z]{2,4}\d{10,}|(?:HK|CN|KR|MY)[A-Z]{0,3}" + _DASH + r"\d{7}|CAC" + _DASH + r"UDRP" + _DASH + r"\d{4,7})"),
        day=_p(r"^(?:Date|Dated)\s?[:：]\s?"),
        parties=(
            _LABELLED,
            _p(r"The (?:Complainant|Respondent)s? (?:is|are) (?P<party>[^,\n]{2,100}?)(?=,|\sof\s|\.\s|\(|$)"),
            _p(r"^(?P<party>[A-Z][^\n]{1,100}?)\sv\.\s(?P<party2>[^\n]{2,100})$"),
        ),
        procedure=_p(r"(?P<procedure>Uniform Domain Name Dispute Resolution Policy)"),
        operative=_p(r"^For (?:all )?the foregoing reasons, in accordance with"),
        closes=_p(r"^(?:/s/|Sole Panelist|Presiding Panelist|[^\n]{2,50}\nSole Panelist|[^\n]{2,50}\nPresiding)"),
    ),
    Forum(
        "EPO boards of appeal", _p(r"(?P<court>Boards? of Appeal of the European Patent Office|(?:Technical|Legal|Enlarged) Boards? of Appeal|Beschwerdekammern?(?= des Europäischen Patentamts|\s\d)|Chambres? de recours)|^Case Number\s?[:：]?\s[TGJ]\s?\d", re.IGNORECASE), "INT", "administrative",
        subject="patent",
        court=_p(r"(?P<court>BOARDS? OF APPEAL OF THE EUROPEAN PATENT OFFICE|(?:Technical|Legal|Enlarged) Board of Appeal(?: \d\.\d\.\d\d)?)", re.IGNORECASE),
        number=_p(r"\b(?P<number>[TGJRDW]\s?\d{1,4}/\d{2})\b"),
        day=_p(r"(?:of|Date of decision|vom|du|DECISION of)\s?[:：]?\s"),
        parties=(_LABELLED, _p(r"^(?P<role>Appellant|Respondent|Opponent)[^\n:]{0,60}\n(?P<party>[^\n]{2,100})$")),
        procedure=_p(r"(?P<procedure>[Oo]pposition appeal proceedings|[Ee]x parte|[Ii]nter partes|appeal proceedings)"),
        operative=_p(r"^(?:For these reasons it is decided that\s?[:：]?|Entscheidungsformel|Par ces motifs, il est statué)"),
        closes=_p(r"^(?:The Registrar|The Chair(?:man|woman)?\b|Der Geschäftsstellenbeamte)"),
    ),
    Forum(
        "EUIPO", _p(r"(?P<court>(?:[A-Z][a-z]+ )?Boards? of Appeal(?: of (?:the )?(?:EUIPO|OHIM|European Union Intellectual Property Office))?)(?=\s*\n)|(?:OPPOSITION|CANCELLATION) N[o°º]\s?[BC]\s?\d|EUROPEAN UNION INTELLECTUAL PROPERTY OFFICE", re.IGNORECASE), "EU", "administrative",
        court=_p(r"(?P<court>(?:First|Second|Third|Fourth|Fifth|Grand) Board of Appeal(?: of (?:the )?(?:EUIPO|European Union Intellectual Property Office))?|(?:Opposition|Cancellation) Division|European Union Intellectual Property Office|EUIPO)", re.IGNORECASE),
        number=_p(r"(?P<number>\bR\s?\d{1,4}/\d{4}-[\dG]|(?:OPPOSITION|CANCELLATION|Opposition|Cancellation) N[o°º]\s[BC]\s?[\d ]{4,11}\d)"),
        day=_p(r"(?:^of|DECISION of|Alicante,?)\s"),
        parties=(
            _p(r"^(?P<party>[^\n]{2,120}?)\n(?:[^\n]{1,120}\n){0,2}(?:Opponent|Cancellation Applicant|Applicant)[^\n]{0,60}\n(?:represented[^\n]{0,200}\n)?(?:v|against)\n(?P<party2>[^\n]{2,120}?)$"),
            _LABELLED, _LINE_V,
        ),
        operative=_p(r"^(?:On those grounds|THE BOARD|For those reasons)[^\n]{0,200}$"),
        closes=_p(r"^(?:Signed|Registrar|\[Signatures?\])"),
    ),
    Forum(
        "Unified Patent Court", _p(r"(?P<court>(?:Court of (?:First Instance|Appeal) of the )?Unified Patent Court)|UPC_(?:CFI|CoA)_\d{1,6}/\d{4}", re.IGNORECASE), "EU", "international",
        subject="patent",
        court=_p(r"(?P<court>(?:Court of (?:First Instance|Appeal) of the )?Unified Patent Court)", re.IGNORECASE),
        number=_p(r"(?P<number>UPC_(?:CFI|CoA)_\d{1,6}/\d{4})"),
        day=_p(r"(?:issued on|delivered on|dated|of)\s?[:：]?\s"),
        parties=(_p(r"^(?P<role>CLAIMANTS?|DEFENDANTS?|APPELLANTS?|RESPONDENTS?|APPLICANTS?)[^\n:]{0,40}[:：]?\n(?:\d\)\s)?(?P<party>[^\n]{2,120})", re.IGNORECASE), _LABELLED, _LINE_V),
        operative=_p(r"^(?:ORDER|DECISION)$"),
    ),
    Forum(
        "Court of Justice of the European Union", _p(r"(?:JUDGMENT|ORDER|ARRÊT|URTEIL) (?:OF THE|DE LA|DES) (?:COURT|GENERAL COURT|COUR|GERICHTSHOFS)|(?P<court>Court of Justice of the European Union)|THE (?:GENERAL )?COURT \(|OPINION OF (?:MR |MS |MRS )?ADVOCATE GENERAL|CONCLUSIONS DE L[’']AVOCATE? GÉNÉRALE?|SCHLUSSANTRÄGE DE[SR] GENERALANW"), "EU", "international",
        court=_p(r"(?P<court>(?:THE )?(?:GENERAL )?COURT\s\((?:[A-Z][a-z]+ Chamber|Grand Chamber|Full Court)[^)\n]{0,40}\)|Court of Justice of the European Union|LA COUR\s\([^)\n]{3,40}\)|DER GERICHTSHOF\s\([^)\n]{3,40}\))"),
        number=_p(rf"(?:In (?:Joined )?Cases?|Dans l[’']affaire|In der Rechtssache|Case)\s(?P<number>[CT]\s?{_DASH}\s?\d{{1,4}}/\d{{2}}(?:\sP)?(?:\s(?:and|to)\s[CT]\s?{_DASH}\s?\d{{1,4}}/\d{{2}})*)"),
        parties=(
            _p(r"(?:in the proceedings|dans la procédure|in dem Verfahren)[^\n]{0,20}\n(?P<party>[^\n]{2,160}?)[,;]?\n(?:v|contre|gegen|and)\n(?P<party2>[^\n]{2,160}?)[,;.]?$"),
            _p(r"^(?P<party>[A-Z][^\n]{2,160}?),?\n(?:[^\n]{2,120},\n){0,3}(?:v|contre|gegen)\n(?P<party2>[^\n]{2,160}?)[,;.]?$"),
        ),
        procedure=_p(r"(?P<procedure>REQUEST for a preliminary ruling|Reference for a preliminary ruling|APPEAL under Article 56|ACTION for annulment|Action for annulment|DEMANDE de décision préjudicielle)", re.IGNORECASE),
        operative=_p(r"^On those grounds,? the (?:General )?Court[^\n]{0,60}$|^Par ces motifs, la Cour[^\n]{0,60}$|^Aus diesen Gründen hat der Gerichtshof[^\n]{0,60}$"),
        closes=_p(r"^(?:\\?\[Signatures?\\?\]|\* \* \*|Signatures$|Delivered in open court)"),
    ),
    Forum(
        "Supreme Court of the United States", _p(r"(?P<court>SUPREME COURT OF THE UNITED STATES|Supreme Court of the United States)"), "US", "supreme",
        number=_p(r"(?P<number>Nos?\.\s?\d{2}[-–—]\d{1,5}(?:\sand\s\d{2}[-–—]\d{1,5})?)"),
        day=_p(r"(?:Decided|[Dd]ecided:?)\s"), parties=(_INLINE_V, _LINE_V),
        procedure=_p(r"(?P<procedure>(?:ON WRIT OF )?CERTIORARI TO [^\n]{4,90}|On Writ of Certiorari[^\n]{0,90})", re.IGNORECASE),
        operative=_p(r"^(?:The judgment[^\n]{2,200}(?:affirmed|reversed|vacated)[^\n]{0,120}|[^\n]{0,200}It is so ordered\.?)$", re.IGNORECASE),
        issue=_p(r"^(?:The question (?:presented|before us)|This case requires us|We (?:must|are asked to) decide|We granted certiorari to)[^\n]{10,900}$"),
    ),
    Forum(
        "US Patent Trial and Appeal Board", _p(r"(?P<court>(?:BEFORE THE )?PATENT TRIAL AND APPEAL BOARD|TRADEMARK TRIAL AND APPEAL BOARD)", re.IGNORECASE), "US", "administrative",
        number=_p(r"(?P<number>(?:IPR|PGR|CBM|DER)\s?20\d\d" + _DASH + r"\d{5}|Appeal (?:No\. )?20\d\d-\d{6}|(?:Opposition|Cancellation) No\. \d{6,8})"),
        day=_p(r"(?:Entered|Dated?|Decided|Mailed)\s?[:：]?\s"),
        parties=(_p(r"^(?P<party>[^\n]{2,120}?),?\n(?:Petitioners?|Opposer|Appellant)[,.]?\n(?:v\.?|vs\.?)\n(?P<party2>[^\n]{2,120}?),?\n(?:Patent Owners?|Applicant|Registrant)"), _LABELLED, _LINE_V),
        procedure=_p(r"(?P<procedure>[Ii]nter [Pp]artes [Rr]eview|[Pp]ost-?[Gg]rant [Rr]eview|Final Written Decision|Cancellation|Opposition)"),
        operative=_p(r"^(?:Accordingly,? it is|In consideration of the foregoing|It is (?:hereby )?ORDERED|ORDERED)[^\n]*$", re.IGNORECASE),
        closes=_p(r"^(?:For PETITIONER|PETITIONER:|For PATENT OWNER|PATENT OWNER:)", re.IGNORECASE),
    ),
    Forum(
        "US International Trade Commission", _p(r"(?P<court>UNITED STATES INTERNATIONAL TRADE COMMISSION)", re.IGNORECASE), "US", "administrative",
        number=_p(r"(?P<number>(?:Inv(?:estigation)?\. No\. |Investigation No\. )?337-TA-\d{3,4})"),
        day=_p(r"(?:Issued|Dated?)\s?[:：]?\s"),
        procedure=_p(r"(?P<procedure>(?:FINAL )?INITIAL DETERMINATION|COMMISSION OPINION)", re.IGNORECASE),
    ),
    Forum(
        "US Copyright Office", _p(r"(?P<court>(?:United States|U\.S\.) Copyright Office)"), "US", "administrative",
        number=_p(r"(?P<number>(?:Registration # ?|SR # ?|Service Request # ?)[\w-]{6,20})"),
        operative=_p(r"^(?:Accordingly, (?:the Office|the Board)|For the reasons stated)[^\n]*$"),
    ),
    Forum(
        "US courts of appeals and district courts", _p(r"(?P<court>UNITED STATES COURT OF APPEALS[^\n]{0,60}|United States Court of Appeals[^\n,]{0,60}?(?=[,.\n]|$)|UNITED STATES DISTRICT COURT[^\n]{0,60}|United States District Court[^\n,]{0,60})"), "US", "high",
        number=_p(r"(?P<number>^20\d{2}-\d{4}(?:,\s20\d{2}-\d{4})*$|(?:Case )?Nos?\.:?\s?(?:\d{1,2}:)?\d{2,4}[-–][\w-]{1,20}(?:,\s?\d{4}-\d{4})*|\d{1,2}:\d{2}-cv-\d{3,6}(?:-[A-Z]{2,4}){0,3})"),
        day=_p(r"(?:Decided|Filed|DATED|Dated|Entered)\s?[:：]?\s"),
        parties=(_p(r"^(?P<party>[^\n]{2,120}?),?\n(?:Plaintiffs?|Petitioners?|Appellants?)[^\n]{0,40}\n(?:v\.?|vs\.?)\n(?P<party2>[^\n]{2,120}?),?\n(?:Defendants?|Respondents?|Appellees?)"), _INLINE_V, _LINE_V),
        procedure=_p(r"(?P<procedure>Appeals? from the [^\n]{4,120}|ORDER (?:GRANTING|DENYING|ON)[^\n]{4,120})"),
        operative=_p(rf"^(?:{_AFFIRMS}(?:[ ,-]+(?:AND |IN PART|{_AFFIRMS}))*\.?|[^\n]{{0,200}}IT IS SO ORDERED\.?|IT IS (?:HEREBY )?ORDERED[^\n]*|(?:For the foregoing reasons|Accordingly|Because)[^\n]{{4,600}}(?:affirm|reverse|vacate|remand|grant|den)[^\n]{{0,300}})$"),
        issue=_p(r"^(?:The (?:question|issue) (?:presented|before us|on appeal)|On appeal, [^\n]{0,40}argues)[^\n]{10,900}$"),
    ),
    Forum(
        "United Kingdom", _p(r"(?P<sign>\[\d{4}\]\s(?:UKSC|UKHL|UKPC|UKUT|UKIPTrib|EWCA\s(?:Civ|Crim)|EWHC|EWPCC|CSIH|CSOH)\s\d{1,5}(?:\s\((?:Pat|Ch|IPEC|Comm|KB|QB|TCC)\))?|\b(?:BL )?O/\d{3,4}/\d{2}\b)"), "GB", "high",
        court=_p(r"(?P<court>THE SUPREME COURT(?: OF THE UNITED KINGDOM)?|UK Supreme Court|IN THE (?:HIGH COURT OF JUSTICE|COURT OF APPEAL[^\n]{0,40}|INTELLECTUAL PROPERTY ENTERPRISE COURT)|House of Lords|(?:COURT OF APPEAL|HIGH COURT OF JUSTICE)[^\n]{0,60}|Supreme Court|High Court of Justice)"),
        number=_p(r"(?P<number>\[\d{4}\]\s(?:UKSC|UKHL|UKPC|UKUT|UKIPTrib|EWCA\s(?:Civ|Crim)|EWHC|EWPCC|CSIH|CSOH)\s\d{1,5}(?:\s\((?:Pat|Ch|IPEC|Comm|KB|QB|TCC)\))?|\b(?:BL )?O/\d{3,4}/\d{2}\b)"),
        day=_p(r"(?:JUDGMENT GIVEN ON|Date|Handed down|Judgment given on|given on|delivered on)\s?[:：]?\s?", re.IGNORECASE),
        parties=(_LABELLED, _p(r"^(?P<party>[^\n]{2,120}?)\s?\((?:Appellants?|Claimants?|Respondents?)[^)\n]{0,30}\)\s?v\.?\s(?P<party2>[^\n]{2,120}?)\s?\((?:Respondents?|Defendants?|Appellants?)"), _INLINE_V, _LINE_V),
        procedure=_p(r"(?P<procedure>On appeal from[:：]?\s?[^\n]{2,80})"),
        operative=_p(r"^(?:\d{1,3}\.?\s)?(?:I|We) would (?:therefore |accordingly )?(?:allow|dismiss)[^\n]{2,400}$"),
    ),
    Forum(
        "Singapore", _p(r"(?P<sign>\[\d{4}\]\sSG(?:CA|HC|DC|IPOS)(?:\(I\)|\(A\))?\s\d{1,4})"), "SG", "high",
        court=_p(r"(?P<court>(?:IN THE )?(?:COURT OF APPEAL|HIGH COURT|GENERAL DIVISION OF THE HIGH COURT)(?: OF THE REPUBLIC OF SINGAPORE)?)", re.IGNORECASE),
        number=_p(r"(?P<number>\[\d{4}\]\sSG(?:CA|HC|DC|IPOS)(?:\(I\)|\(A\))?\s\d{1,4})"),
        day=_p(r"(?:Decision Date|Date of decision)\s?[:：]\s?"), parties=(_INLINE_V, _LINE_V, _LABELLED),
        operative=_p(r"^(?:\d{1,3}\.?\s)?(?:For (?:all )?(?:these|the foregoing|the above) reasons|In the circumstances|We therefore|I therefore)[^\n]{2,400}(?:allow|dismiss|grant)[^\n]{0,200}$"),
    ),
    Forum(
        "Australia", _p(r"(?P<sign>\[\d{4}\]\s(?:HCA|FCAFC|FCA|APO|ATMO)\s\d{1,4})|(?P<court>(?:HIGH|FEDERAL) COURT OF AUSTRALIA|(?:High|Federal) Court of Australia)"), "AU", "high",
        court=_p(r"(?P<court>HIGH COURT OF AUSTRALIA|FEDERAL COURT OF AUSTRALIA|High Court of Australia|Federal Court of Australia|Full Court of the Federal Court of Australia)"),
        number=_p(r"(?P<number>\[\d{4}\]\s(?:HCA|FCAFC|FCA|APO|ATMO)\s\d{1,4})"),
        day=_p(r"(?:Date of [Jj]udgment|Date of [Oo]rder|Judgment [Dd]ate|Date)\s?[:：]?\s?"), parties=(_INLINE_V, _LINE_V, _LABELLED),
    ),
    Forum(
        "Canada", _p(r"(?P<sign>\b\d{4}\s(?:SCC|CSC|FCA|CAF|FC|CF)\s\d{1,4}\b)|(?P<court>Supreme Court of Canada|Federal Court of Appeal|Cour suprême du Canada)"), "CA", "high",
        court=_p(r"(?P<court>SUPREME COURT OF CANADA|Supreme Court of Canada|Federal Court of Appeal|Federal Court|Cour suprême du Canada|Cour d[’']appel fédérale)"),
        number=_p(r"(?P<number>\b\d{4}\s(?:SCC|CSC|FCA|CAF|FC|CF)\s\d{1,4}\b)"),
        day=_p(r"(?:Judgment (?:rendered|delivered)|Judgment|Date)\s?[:：]?\s"), parties=(_LABELLED, _INLINE_V, _LINE_V),
        operative=_p(r"^(?:\[\d{1,3}\]\s)?(?:For these reasons|I would|The appeal)[^\n]{0,300}(?:allow|dismiss)[^\n]{0,200}$"),
    ),
    Forum(
        "New Zealand", _p(r"(?P<sign>\[\d{4}\]\sNZ(?:SC|CA|HC|IPOTM|IPOPAT)\s\d{1,5})|(?P<court>(?:SUPREME COURT|COURT OF APPEAL|HIGH COURT) OF NEW ZEALAND)"), "NZ", "high",
        court=_p(r"(?P<court>(?:SUPREME COURT|COURT OF APPEAL|HIGH COURT) OF NEW ZEALAND)", re.IGNORECASE),
        number=_p(r"(?P<number>\[\d{4}\]\sNZ(?:SC|CA|HC|IPOTM|IPOPAT)\s\d{1,5})"),
        day=_p(r"(?:Judgment|Date of judgment|Delivered)\s?[:：]\s?"),
        parties=(_p(r"^(?P<role>BETWEEN|AND|Between|And)\s+(?P<party>[^\n]{2,120})"), _INLINE_V, _LINE_V, _LABELLED),
    ),
    Forum(
        "Ireland", _p(r"(?P<sign>\[\d{4}\]\sIE(?:SC|CA|HC)\s\d{1,5})"), "IE", "high",
        court=_p(r"(?P<court>(?:THE )?(?:SUPREME COURT|COURT OF APPEAL|HIGH COURT)(?: OF IRELAND)?)", re.IGNORECASE),
        number=_p(r"(?P<number>\[\d{4}\]\sIE(?:SC|CA|HC)\s\d{1,5})"),
        day=_p(r"(?:delivered (?:on )?(?:the )?)\s?"), parties=(_INLINE_V, _LINE_V, _LABELLED),
    ),
    Forum(
        "Hong Kong", _p(r"(?P<sign>\[\d{4}\]\s(?:HKCFA|HKCA|HKCFI|HKDC)\s\d{1,5})|(?P<court>(?:COURT OF FINAL APPEAL|COURT OF APPEAL|COURT OF FIRST INSTANCE|HIGH COURT) OF (?:THE )?HONG KONG[A-Z ]{0,40})"), "HK", "high",
        court=_p(r"(?P<court>(?:COURT OF FINAL APPEAL|HIGH COURT) OF (?:THE )?HONG KONG[A-Z ]{0,40}|COURT OF (?:APPEAL|FIRST INSTANCE))", re.IGNORECASE),
        number=_p(r"(?P<number>\[\d{4}\]\s(?:HKCFA|HKCA|HKCFI|HKDC)\s\d{1,5})"),
        day=_p(r"(?:Date of (?:Judgment|Decision|Reasons for Judgment|Handing Down[^\n:]{0,20})|Handed down on)\s?[:：]?\s?", re.IGNORECASE),
        parties=(_INLINE_V, _LINE_V, _LABELLED),
    ),
    Forum(
        "India", _p(r"(?P<sign>\b\d{4}\sINSC\s\d{1,5}\b|\b\d{4}[:/](?:DHC|BHC|MHC)[:/]\d{1,6}\b)|(?P<court>SUPREME COURT OF INDIA|HIGH COURT OF (?:DELHI|BOMBAY|MADRAS|CALCUTTA|JUDICATURE)[A-Z ]{0,30})"), "IN", "high",
        court=_p(r"(?P<court>SUPREME COURT OF INDIA|HIGH COURT OF (?:DELHI|BOMBAY|MADRAS|CALCUTTA|JUDICATURE)[A-Z ]{0,30})", re.IGNORECASE),
        number=_p(r"(?P<number>(?:CIVIL APPEAL|CS\s?\(COMM\)|C\.A\.\s?\(COMM\.IPD-(?:PAT|TM)\)|RFA\(OS\)\(COMM\)|FAO\(OS\)\s?\(COMM\)|W\.P\.\s?\(C\)(?:-IPD)?|O\.S\.A\.|C\.A\.)\s(?:NOS?\.?\s?)?[\d-]{1,9}\s?(?:OF|/)\s?\d{4}|\b\d{4}\sINSC\s\d{1,5}\b|\b\d{4}[:/](?:DHC|BHC|MHC)[:/]\d{1,6}\b)", re.IGNORECASE),
        day=_p(r"(?:Date of [Dd]ecision|Judgment (?:delivered|pronounced) on|Pronounced on|Decided on|DATED?)\s?[:：]?\s?", re.IGNORECASE),
        parties=(
            _p(r"^(?P<party>[^\n]{2,120}?)\s?(?:\.{2,}|…)\s?(?:Plaintiffs?|Appellants?|Petitioners?)[^\n]{0,20}\n(?:Through[^\n]{0,200}\n)?(?:versus|v\.?|vs\.?)\n(?P<party2>[^\n]{2,120}?)\s?(?:\.{2,}|…)\s?(?:Defendants?|Respondents?)", re.IGNORECASE),
            _INLINE_V, _LINE_V, _LABELLED,
        ),
    ),
    Forum(
        "Switzerland", _p(r"(?P<court>Schweizerisches Bundesgericht|Bundesverwaltungsgericht(?=[^\n]{0,40}\n(?:[^\n]{0,80}\n){0,6}[^\n]{0,30}\bB-\d)|Tribunal fédéral|Tribunale federale|Eidgenössisches Institut für Geistiges Eigentum)|(?P<sign>\b\d[A-Z]_\d{1,4}/\d{4}\b)"), "CH", "supreme",
        court=_p(r"(?P<court>Schweizerisches Bundesgericht|Bundesgericht\b|Bundesverwaltungsgericht|Tribunal fédéral|Tribunale federale)"),
        number=_p(r"(?P<number>\b\d[A-Z]_\d{1,4}/\d{4}\b|\bB-\d{3,4}/\d{4}\b)"),
        day=_p(r"(?:[Vv]om|du|del)\s"),
    ),
    Forum(
        "Austria", _p(r"(?P<court>Oberster? Gerichtshof|Oberlandesgericht Wien|Handelsgericht Wien)"), "AT", "supreme",
        number=_p(r"(?P<number>\b\d{1,2}\s?(?:Ob|Cg|R)\s?\d{1,4}/\d{2}[a-z]?\b)"),
        day=_p(r"(?:am|vom)\s"),
    ),
    Forum(
        "Germany", _p(r"(?P<court>BUNDESGERICHTSHOF|Bundesgerichtshof|BUNDESPATENTGERICHT|Bundespatentgericht|Oberlandesgericht [A-ZÄÖÜ][a-zäöü]+|OLG [A-ZÄÖÜ][a-zäöü]+|Landgericht [A-ZÄÖÜ][a-zäöü]+|LG [A-ZÄÖÜ][a-zäöü]+)"), "DE", "high",
        number=_p(r"(?P<number>\b(?:(?:I-)?(?:[IVX]{1,5}a?|\d{1,3}[a-z]?)\s(?:ZR|ZB|ZA|ARZ|StR|O|U|W|OH|HK\sO|Ni|W\s\(pat\)|BvR)|KZR|KZB|KVR|EnVR)\s?\d{1,5}/\d{2}(?:\s\(E[PU]\))?)"),
        day=_p(r"(?:[Vv]erkündet am|[Vv]om|am)\s?[:：]?\s"),
        parties=(
            _p(r"^(?:der|des|die)?\s?(?P<party>[^\n,]{2,100})(?:,[^\n]{0,100})?\n(?:Klägerin?|Kläger)[^\n]{0,80}\n(?:[^\n]{0,120}\n){0,2}gegen\n(?P<party2>[^\n,]{2,100})"),
            _p(r"^(?P<role>Klägerin?|Beklagter?|Antragstellerin?|Antragsgegnerin?|Beschwerdeführerin?)\s?[:：]\s?(?P<party>[^\n]{2,100})"),
        ),
        procedure=_p(r"(?P<procedure>Revision|Rechtsbeschwerde|Berufung|Nichtigkeitsklage|Beschwerde)\b"),
    ),
    Forum(
        "France", _p(r"(?P<court>C\s?O\s?U\s?R\s+D\s?E\s+C\s?A\s?S\s?S\s?A\s?T\s?I\s?O\s?N|Cour de cassation|COUR D[’']APPEL DE [A-Z]+|Cour d[’']appel de [A-Z][a-z]+|TRIBUNAL JUDICIAIRE DE [A-Z]+|Tribunal judiciaire de [A-Z][a-z]+|Conseil d[’']État|Institut national de la propriété industrielle|INSTITUT NATIONAL DE LA PROPRI[ÉE]T[ÉE] INDUSTRIELLE)|^(?P<sign>(?:OPP?|DC|NL|NUL)\s?\d{2}-\d{4}\b)"), "FR", "high",
        number=_p(r"(?:[Pp]ourvoi\s+n\s?[°o]|N°\s(?:RG\s)?|n°\s?|^RG\s)\s?[:：]?\s?(?P<number>(?:[A-Z]\s)?\d{2}[-/.]\d{2}[.\d]{0,6}\d)|\b(?P<number_of_office>(?:OPP?|DC|NL|NUL)\s?\d{2}-\d{4})\b"),
        day=_p(r"(?:Audience publique du|[Aa]rrêt du|du|DU|le|prononcé le)\s(?:(?:lundi|mardi|mercredi|jeudi|vendredi)\s)?", 0),
        parties=(
            _p(r"^(?:\d°\s?)?(?P<party>(?:La|Le|M\.|Mme|L[’'])\s?(?:société\s)?[^\n,]{2,90}),[^\n]{0,300}a formé le pourvoi[^\n]{0,200}(?:\n[^\n]{0,200}){0,2}?(?:l[’']opposant|opposant)[^\n]{0,20}?(?:à|au)\s(?P<party2>[^\n,]{2,90})"),
            _p(r"^(?P<role>Demandeu(?:r|se)|Défendeu(?:r|se)|DEMANDEUR|DÉFENDEUR|Appelante?|Intimée?)(?:\(?s\)?)?\s?[:：]\s?(?P<party>[^\n]{2,100})"),
        ),
        procedure=_p(r"(?P<procedure>a formé le pourvoi|pourvoi en cassation|appel d[’']un jugement)"),
        operative=_p(r"^P\s?A\s?R\s+C\s?E\s?S\s+M\s?O\s?T\s?I\s?F\s?S[^\n]{0,40}$", re.IGNORECASE),
        closes=_p(r"^(?:Ainsi fait et jugé|Ainsi décidé|LE GREFFIER|Le greffier|MOYENS? ANNEXÉS?)"),
    ),
    Forum(
        "Japan", _p(r"(?P<court>最高裁判所(?:第[一二三]小法廷|大法廷)?|知的財産高等裁判所|[一-龥]{2,4}(?:高等|地方)裁判所(?:民事第\d{1,3}部)?|特許庁審判[官部])|(?P<sign>(?:不服|無効|取消|異議|訂正)\s?[0-9０-９]{4}\s?[－−‐-]\s?[0-9０-９]{5,6})"), "JP", "high",
        number=_p(r"(?P<number>(?:令和|平成|昭和)[元0-9０-９]{1,2}年[（(][^（()）\n]{1,4}[)）]第[0-9０-９]{1,6}号|(?:不服|無効|取消|異議|訂正)\s?[0-9０-９]{4}\s?[－−‐-]\s?[0-9０-９]{5,6})"),
        day=_p(r"(?:判決言渡|言渡|判決)?\s?(?=(?:令和|平成|昭和)[元0-9０-９]{1,2}年\s?[0-9０-９]{1,2}月)"),
        parties=(_p(r"^(?P<role>原告|被告|控訴人|被控訴人|上告人|被上告人|上訴人|申立人|債権者|債務者|請求人|被請求人)[（(]?[^\s　：:]{0,12}?[)）]?[\s　:：]+(?P<party>[^\n\s　]{2,60})"),),
        procedure=_p(r"(?P<procedure>[一-龥ァ-ヴー]{2,24}(?:請求|取消|差止等?請求)(?:控訴|上告|受理)?事件)"),
    ),
    Forum(
        "Korea", _p(r"(?P<court>대\s?법\s?원|특\s?허\s?법\s?원|헌법재판소|[가-힣]{2,6}(?:고등|중앙지방|지방)법원|특허심판원)"), "KR", "high",
        number=_p(r"(?P<number>\d{4}\s?[가-힣]{1,3}\s?\d{1,7})"),
        day=_p(r"(?:판\s?결\s?선\s?고|선고|결정)\s?[:：]?\s?(?=\d{4})"),
        parties=(_p(r"^[\[【]?\s?(?P<role>원\s?고|피\s?고|상고인|피상고인|항소인|피항소인|신청인|피신청인)(?:\s?[,、]\s?(?:상고인|피상고인|항소인|피항소인|피신청인|신청인))?(?:[（(][^（()）\n]{1,20}[)）])?\s?[\]】]?[\s:：]+(?P<party>[^\n]{2,60})"),),
    ),
    Forum(
        "Taiwan", _p(r"(?P<court>智慧財產(?:及商業)?法院|最高(?:行政)?法院|臺灣[一-龥]{2,4}(?:地方|高等)法院)"), "TW", "high",
        number=_p(r"(?P<number>(?:民國)?\d{2,3}\s?年度?\s?[一-龥]{1,8}字第\s?\d{1,6}\s?號)"),
        day=_p(r"^(?=中\s{0,4}華\s{0,4}民\s{0,4}國)"),
        parties=(_p(r"^(?P<role>原\s*告|被\s*告|上\s*訴\s*人|被\s*上\s*訴\s*人|聲\s*請\s*人|相\s*對\s*人)(?:即[一-龥]{2,8})?[\s　:：]+(?P<party>[^\n\s　]{2,60})"),),
    ),
    Forum(
        "Netherlands", _p(r"(?P<court>Hoge Raad(?: der Nederlanden)?|Gerechtshof [A-Z][a-z-]+|Rechtbank [A-Z][a-z-]+)|(?P<sign>ECLI:NL:\w{1,7}:\d{4}:\w{1,15})"), "NL", "high",
        number=_p(r"(?P<number>ECLI:NL:\w{1,7}:\d{4}:\w{1,15})"),
    ),
    Forum(
        "Spain", _p(r"(?P<court>Tribunal Supremo|TRIBUNAL SUPREMO|Audiencia (?:Nacional|Provincial de [A-Z][a-z]+)|Juzgado de lo Mercantil[^\n]{0,40})|(?P<sign>ECLI:ES:\w{1,7}:\d{4}:\w{1,15})"), "ES", "high",
        number=_p(r"(?P<number>ECLI:ES:\w{1,7}:\d{4}:\w{1,15}|(?:Sentencia|SENTENCIA|STS)\s(?:(?:núm|n)\.\s|N[úÚ]M\.\s)?\d{1,5}/\d{4})"),
        day=_p(r"(?:Madrid, a|Fecha(?: de (?:sentencia|la resolución))?\s?[:：]|de fecha|[Ee]n \w+, a)\s"),
    ),
    Forum(
        "Italy", _p(r"(?P<court>Corte (?:Suprema )?di [Cc]assazione|CORTE (?:SUPREMA )?DI CASSAZIONE|Tribunale di [A-Z][a-z]+|TRIBUNALE DI [A-Z]+)|(?P<sign>ECLI:IT:\w{1,7}:\d{4}:\w{1,15})"), "IT", "high",
        number=_p(r"(?P<number>ECLI:IT:\w{1,7}:\d{4}:\w{1,15}|(?:R\.G\.|Sentenza|SENTENZA)\s(?:n\.\s?)?\d{1,6}/\d{4})"),
        day=_p(r"(?:del|data)\s"),
    ),
    Forum(
        "Brazil", _p(r"(?P<court>SUPERIOR TRIBUNAL DE JUSTIÇA|Superior Tribunal de Justiça|TRIBUNAL REGIONAL FEDERAL[^\n]{0,30})|^(?P<sign>RECURSO ESPECIAL Nº)"), "BR", "high",
        court=_p(r"(?P<court>SUPERIOR TRIBUNAL DE JUSTIÇA|Superior Tribunal de Justiça|TRIBUNAL REGIONAL FEDERAL[^\n]{0,30})"),
        number=_p(r"(?P<number>(?:RECURSO ESPECIAL|REsp|APELAÇÃO CÍVEL)\s(?:Nº|N°|n\.?º?)\s?[\d.]{3,12}(?:\s?[-–/]\s?[A-Z]{2})?)"),
        day=_p(r"(?:Brasília(?: \(DF\))?,|Julgado em)\s(?:\(Data do Julgamento\))?"),
    ),
)  # fmt: skip
