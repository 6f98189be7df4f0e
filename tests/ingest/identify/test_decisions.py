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
