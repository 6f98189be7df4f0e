"""Decisions of forums outside the mainland: what each is, by its head. The texts are those of the digests, and short ones."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.ids import checksum
from corpus.model import Identity, SourceFile
from ingest.clean import clean
from ingest.identify import identify
from ingest.read import read
from tests.ingest.digests.test_forums import PAPERS, Paper
from tests.ingest.identify.test_unseen_heads import plain

CALLED = {
    "domain names": ("Alpenglow Outdoor AG v. Jane Sample", "WIPO Arbitration and Mediation Center"),
    "boards of appeal": (
        "Sample Cards Ltd v. Beispiel Netze GmbH",
        "Boards of Appeal of the European Patent Office",
    ),
    "Court of Justice": ("Musterverlag GmbH v Exemplum BV", "Court of Justice of the European Union"),
    "WTO panel": ("UTOPIA – MEASURES CONCERNING GEOGRAPHICAL INDICATIONS", "WTO Panel"),
    "US Supreme Court": (
        "ORCHARD SEEDS, INC. v. BARTLETT FARMS CO.",
        "Supreme Court of the United States",
    ),
    "US court of appeals": (
        "LUMEN OPTICS LLC v. PRISM DEVICES CORP.",
        "United States Court of Appeals for the Federal Circuit",
    ),
    "PTAB": ("QUARTZ TIME INC. v. PENDULUM WORKS LLC", "Patent Trial and Appeal Board"),
    "United Kingdom": (
        "Willow Pharma Ltd (Appellant) v Birch Labs plc (Respondent)",
        "Supreme Court of the United Kingdom",
    ),
    "Singapore": (
        "Merlion Tea Pte Ltd v Orchid Foods Pte Ltd",
        "General Division of the High Court of the Republic of Singapore",
    ),
    "Australia": ("Wattle Genetics Pty Ltd v Banksia Research Ltd", "High Court of Australia"),
    "Canada": ("Maple Books v. Aurora Press", "Supreme Court of Canada"),
    "Germany": ("Bundesgerichtshof X ZR 99/30", "Bundesgerichtshof"),
    "France": ("Cour de cassation 29-12.345", "Cour de cassation"),
    "Japan": ("知的財産高等裁判所 令和４年（ネ）第９０１号", "知的財産高等裁判所"),
    "Korea": ("대법원 2029후1234", "대법원"),
    "Taiwan region": ("智慧財產及商業法院民事判決 112年度民商訴字第99號", "智慧財產及商業法院"),
}
"""Title and court of each text."""


def identity_of(text: str, name: str = "paper.txt") -> Identity:
    content = text.encode()
    source = SourceFile(name, content, checksum(content))
    return identify(clean(read(source)), source)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_the_head_of_a_decision_tells_what_it_is(paper: Paper) -> None:
    found = identity_of(paper.text)
    title, court = CALLED[paper.name]
    assert (found.kind, found.title, found.issuers) == ("foreign_case", title, (court,))
    assert (found.jurisdiction, found.document_number) == (paper.jurisdiction, paper.number)
    assert (found.adopted, found.subjects) == (paper.day, paper.subjects)
    assert not found.warnings
    for entry in found.evidence:
        if entry.start is not None and entry.field in ("document_number", "issuers", "jurisdiction"):
            assert entry.origin == "text"


SHORT = (
    (
        "Case C‑77/31\n\nOPINION OF ADVOCATE GENERAL\nMUSTERMANN\ndelivered on 3 April 2032\n\nExemplum SA\nv\nVoorbeeld NV\n\n"
        "1. By this reference the Court is asked about Directive 2001/29/EC and copyright.\n",
        ("EU", "C-77/31", date(2032, 4, 3)),
    ),
    (
        "DECISION\nof the Fifth Board of Appeal\nof 12 March 2031\n\nIn Case R 123/2030-5\n\nMuster AG\nVaduz\nApplicant / Appellant\n"
        "v\nExemplum Lda\nLisboa\nOpponent / Respondent\n\nAPPEAL relating to Opposition Proceedings No B 3 111 222\n\nThe marks are alike.\n",
        ("EU", "R 123/2030-5", date(2031, 3, 12)),
    ),
    (
        "WORLD TRADE ORGANIZATION\n\nWT/DS888/ARB25\n\n21 July 2032\n\nARCADIA – PATENT SUITS\n\nARBITRATION UNDER ARTICLE 25 OF THE DSU\n\n"
        "AWARD OF THE ARBITRATORS\n\n1.1 Utopia appeals certain issues.\n",
        ("INT", "WT/DS888/ARB25", date(2032, 7, 21)),
    ),
    (
        "[2031] NZHC 345\n\nIN THE HIGH COURT OF NEW ZEALAND\nAUCKLAND REGISTRY\n\nBETWEEN KAURI FOODS LIMITED\nPlaintiff\n\nAND FERN TRADING LIMITED\n"
        "Defendant\n\nJudgment: 9 May 2031\n\nJUDGMENT OF SAMPLE J\n\n[1] The plaintiff owns a trade mark.\n",
        ("NZ", "[2031] NZHC 345", date(2031, 5, 9)),
    ),
    (
        "IN THE HIGH COURT OF DELHI AT NEW DELHI\n\nCS(COMM) 45/2031\n\nBANYAN TEXTILES PVT. LTD. ..... Plaintiff\nversus\nLOTUS TRADERS ..... Defendant\n\n"
        "Date of decision: 7 August 2031\n\nJUDGMENT\n\n1. The suit is for infringement of a trade mark.\n",
        ("IN", "CS(COMM) 45/2031", date(2031, 8, 7)),
    ),
    (
        "BUNDESPATENTGERICHT\n\n29 W (pat) 501/30\n\nBESCHLUSS\n\nIn der Beschwerdesache\n\nbetreffend die Marke 30 2029 000 111\n\n"
        "hat der 29. Senat am 4. Februar 2031 beschlossen:\n\nDie Beschwerde wird zurückgewiesen.\n\nGründe\n\nNach § 8 MarkenG fehlt die Unterscheidungskraft.\n",
        ("DE", "29 W (pat) 501/30", date(2031, 2, 4)),
    ),
    (
        "[2031] HKCFI 1234\n\nHCA 88/2030\n\nIN THE HIGH COURT OF THE HONG KONG SPECIAL ADMINISTRATIVE REGION\nCOURT OF FIRST INSTANCE\n\nBETWEEN\n\n"
        "Harbour Toys Limited v Peak Goods Limited\n\nDate of Judgment: 2 June 2031\n\nJUDGMENT\n\n1. This is a copyright action.\n",
        ("HK", "[2031] HKCFI 1234", date(2031, 6, 2)),
    ),
)


@pytest.mark.parametrize(("text", "expected"), SHORT, ids=[text.split("\n")[0] for text, _ in SHORT])
def test_a_short_decision(text: str, expected: tuple[str, str, date]) -> None:
    found = identity_of(text)
    assert found.kind == "foreign_case"
    assert (found.jurisdiction, found.document_number, found.adopted) == expected
    assert found.title != "paper"


@pytest.mark.parametrize(
    "text",
    [
        "Patent Courts Act 2031\n\nSection 1 Short title\n\nThis Act may be cited as the Patent Courts Act 2031.\n\nSection 2 Federal Court of Australia\n\n"
        "The Federal Court of Australia has jurisdiction.\n\nSection 3 Appeals\n\nAn appeal lies.\n",
        "Gesetz über das Bundespatentgericht\n\n§ 1 Errichtung\n\nDas Bundespatentgericht entscheidet.\n\n§ 2 Sitz\n\nSitz ist München.\n\n§ 3 Inkrafttreten\n\nDieses Gesetz tritt in Kraft.\n",
    ],
)
def test_a_statute_about_courts_is_no_decision(text: str) -> None:
    assert identity_of(text).kind == "statute"


STYLES: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n\nSAMPLE SOFTWARE, INC.,\nPlaintiff,\nv.\nEXAMPLE APPS LLC,\nDefendant.\n\nCase No. 30-cv-01234-ABC\n\nORDER GRANTING IN PART MOTION FOR SUMMARY JUDGMENT\n\nRe: Dkt. No. 88\n\nPlaintiff alleges infringement of its copyright in source code under 17 U.S.C. § 501.\n\nI. BACKGROUND\n\nPlaintiff makes software.\n\nIV. CONCLUSION\n\nThe motion is GRANTED IN PART.\n\nIT IS SO ORDERED.\n\nDated: August 3, 2031\n\nJane Doe\nUnited States District Judge\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "US",
            "document_number": "Case No. 30-cv-01234-ABC",
            "adopted": "2031-08-03",
            "title": "SAMPLE SOFTWARE, INC. v. EXAMPLE APPS LLC",
            "subjects": ["copyright"],
        },
    ),
    (
        "특 허 법 원\n\n제 3 부\n\n판 결\n\n사 건 2030허1234 거절결정(상)\n\n원 고 주식회사 견본\n피 고 특허청장\n\n변론종결 2031. 2. 10.\n판결선고 2031. 3. 17.\n\n주 문\n\n1. 원고의 청구를 기각한다.\n\n이 유\n\n1. 기초사실\n\n이 사건 출원상표는 상표법 제33조에 해당한다.\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "KR",
            "document_number": "2030허1234",
            "adopted": "2031-03-17",
            "issuers": ["특허법원"],
            "subjects": ["trademark"],
            "language": "ko",
        },
    ),
    (
        "Neutral Citation Number: [2031] EWHC 2222 (Pat)\n\nCase No: HP-2030-000012\n\nIN THE HIGH COURT OF JUSTICE\nBUSINESS AND PROPERTY COURTS OF ENGLAND AND WALES\nINTELLECTUAL PROPERTY LIST (ChD)\nPATENTS COURT\n\nRolls Building, London\n\nDate: 12/09/2031\n\nBefore:\nMR JUSTICE SAMPLE\n\nBetween:\nOAKLEAF BIOTECH LIMITED\nClaimant\n- and -\nELM DIAGNOSTICS PLC\nDefendant\n\nJUDGMENT\n\n1. This is a patent action.\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "GB",
            "document_number": "[2031] EWHC 2222 (Pat)",
            "adopted": "2031-09-12",
            "subjects": ["patent"],
        },
    ),
    (
        "IN THE COURT OF APPEAL OF THE REPUBLIC OF SINGAPORE\n\n[2031] SGCA 12\n\nCivil Appeal No 30 of 2030\n\nBetween\n\nSample Holdings Pte Ltd\n… Appellant\n\nAnd\n\nExample Design Pte Ltd\n… Respondent\n\nGROUNDS OF DECISION\n\n[Copyright — Infringement]\n\n2 March 2031\n\n1 This appeal concerns copyright in drawings.\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "SG",
            "document_number": "[2031] SGCA 12",
            "adopted": "2031-03-02",
            "subjects": ["copyright"],
            "title": "Sample Holdings Pte Ltd v Example Design Pte Ltd",
        },
    ),
    (
        "(Hong Kong Office)\nADMINISTRATIVE PANEL DECISION\n\nCase No.                HK-3101234\nComplainant:            Sample Fashion SA\nRespondent:             Zhang San\nDisputed Domain Name(s): <sample-fashion.example>\n\n1. The Parties and Contested Domain Name\n\nThe Complainant is Sample Fashion SA, of Paris.\n\nAsian Domain Name Dispute Resolution Centre\n\n6. Decision\n\nThe Panel orders transfer.\n\nDated: 9 May 2031\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "INT",
            "document_number": "HK-3101234",
            "adopted": "2031-05-09",
            "subjects": ["domain_name"],
            "title": "Sample Fashion SA v. Zhang San",
        },
    ),
    (
        "OPP 30-1234\nLe 15 avril 2031\n\nDÉCISION\nSTATUANT SUR UNE OPPOSITION\n\nLE DIRECTEUR GÉNÉRAL DE L'INSTITUT NATIONAL DE LA PROPRIÉTÉ INDUSTRIELLE ;\n\nVu le code de la propriété intellectuelle et notamment ses articles L. 711-1 à L. 712-14 ;\n\nI. FAITS ET PROCÉDURE\n\nLa société Exemple a déposé la demande d'enregistrement portant sur la marque verbale MODELE.\n\nPAR CES MOTIFS\n\nDÉCIDE\n\nArticle 1 : L'opposition est reconnue justifiée.\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "FR",
            "document_number": "OPP 30-1234",
            "adopted": "2031-04-15",
            "subjects": ["trademark"],
            "language": "fr",
        },
    ),
    (
        "Oberlandesgericht Düsseldorf\n\nI-2 U 12/30\n4b O 50/28 LG Düsseldorf\n\nVerkündet am 6. März 2031\n\nIM NAMEN DES VOLKES\n\nURTEIL\n\nIn dem Rechtsstreit\n\nder Muster AG, Klägerin und Berufungsklägerin,\n\ngegen\n\ndie Beispiel GmbH, Beklagte und Berufungsbeklagte,\n\nhat der 2. Zivilsenat für Recht erkannt:\n\nDie Berufung wird zurückgewiesen.\n\nGründe\n\nDie Klägerin macht das Klagepatent geltend, § 139 PatG.\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "DE",
            "document_number": "I-2 U 12/30",
            "adopted": "2031-03-06",
            "issuers": ["Oberlandesgericht Düsseldorf"],
            "subjects": ["patent"],
        },
    ),
    (
        "JUDGMENT OF THE GENERAL COURT (Fourth Chamber)\n\n17 September 2031 (*)\n\n(EU trade mark – Opposition proceedings – Likelihood of confusion)\n\nIn Case T‑444/30,\n\nMuster AG, established in Vaduz (Liechtenstein),\n\napplicant,\n\nv\n\nEuropean Union Intellectual Property Office (EUIPO),\n\ndefendant,\n\nTHE GENERAL COURT (Fourth Chamber),\n\ngives the following\n\nJudgment\n\n1 By its action the applicant seeks annulment.\n\nOn those grounds,\n\nTHE GENERAL COURT (Fourth Chamber)\n\nhereby:\n\n1. Dismisses the action;\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "EU",
            "document_number": "T-444/30",
            "adopted": "2031-09-17",
            "issuers": ["General Court"],
            "subjects": ["trademark"],
            "title": "Muster AG v European Union Intellectual Property Office (EUIPO)",
        },
    ),
    (
        "Local Division Munich\n\nUPC_CFI_123/2030\n\nDecision\nof the Court of First Instance of the Unified Patent Court\ndelivered on 18 June 2031\n\nCLAIMANT\nMuster Sensors GmbH, Musterstadt, Germany\n\nDEFENDANT\nExemplum Optics BV, Delft, Netherlands\n\nPATENT AT ISSUE: EP 9 999 999\n\nSUMMARY OF FACTS\n\nThe Claimant sues for infringement.\n\nORDER\n\nThe action is dismissed.\n",
        {
            "kind": "foreign_case",
            "jurisdiction": "EU",
            "document_number": "UPC_CFI_123/2030",
            "adopted": "2031-06-18",
            "subjects": ["patent"],
        },
    ),
)


@pytest.mark.parametrize(("text", "expected"), STYLES, ids=[text.split("\n")[0] for text, _ in STYLES])
def test_a_decision_in_another_house_style(text: str, expected: dict[str, object]) -> None:
    found = identity_of(text)
    assert {key: plain(getattr(found, key)) for key in expected} == expected
