"""Decisions of forums outside the mainland, each with a text of our own in the forum's form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from tests.ingest.digests.base import misplaced, read_digests


@dataclass(frozen=True)
class Paper:
    """A decision and what it comes to; passages by their beginnings."""

    name: str
    text: str
    number: str
    court: str
    level: str
    jurisdiction: str
    day: date
    parties: tuple[str, ...]
    rules: tuple[str, ...] = ()
    holding: str | None = None
    result: str | None = None
    reasoning: str | None = None
    facts: str | None = None
    issue: str | None = None
    subjects: tuple[str, ...] = ()


UDRP = Paper(
    "domain names",
    """ARBITRATION AND MEDIATION CENTER

ADMINISTRATIVE PANEL DECISION
Alpenglow Outdoor AG v. Jane Sample
Case No. D2031-1234

1. The Parties

The Complainant is Alpenglow Outdoor AG, Switzerland, represented by Counsel.

The Respondent is Jane Sample, of Springfield.

2. The Domain Name and Registrar

The disputed domain name <alpenglow-shop.example> is registered with Sample Registrar.

3. Procedural History

The Complaint was filed with the WIPO Arbitration and Mediation Center on January 5, 2031.

4. Factual Background

The Complainant owns trademark registrations for ALPENGLOW since 2001.

5. Parties' Contentions

A. Complainant

The Complainant contends that the domain name is confusingly similar.

6. Discussion and Findings

Under paragraph 4(a) of the Policy the Complainant must prove three elements.

7. Decision

For the foregoing reasons, in accordance with paragraphs 4(i) of the Policy and 15 of the Rules, the Panel orders that the disputed domain name be transferred to the Complainant.

Max Muster
Sole Panelist
Date: March 3, 2031
""",
    "D2031-1234", "WIPO Arbitration and Mediation Center", "administrative", "INT", date(2031, 3, 3),
    ("Alpenglow Outdoor AG", "Jane Sample"),
    rules=("Policy#4",), facts="The Complainant owns", reasoning="Under paragraph 4(a)", result="For the foregoing reasons",
    holding="For the foregoing reasons", subjects=("domain_name",),
)  # fmt: skip

EPO = Paper(
    "boards of appeal",
    """BESCHWERDEKAMMERN DES EUROPÄISCHEN PATENTAMTS
BOARDS OF APPEAL OF THE EUROPEAN PATENT OFFICE

Case Number: T 9641/30 - 3.5.01

DECISION
of Technical Board of Appeal 3.5.01
of 26 September 2032

Appellant: Sample Cards Ltd
(Opponent)

Respondent: Beispiel Netze GmbH
(Patent Proprietor)

Headnote

Features without technical effect do not support inventive step.

Summary of Facts and Submissions

The appeal lies from the decision to maintain the European patent.

Reasons for the Decision

1. The appeal is admissible.

2. Under Article 56 EPC the closest prior art is document D8.

Order

For these reasons it is decided that:

The decision under appeal is set aside. The patent is revoked.

The Registrar: The Chairman:
""",
    "T 9641/30", "BOARDS OF APPEAL OF THE EUROPEAN PATENT OFFICE", "administrative", "INT", date(2032, 9, 26),
    ("Sample Cards Ltd", "Beispiel Netze GmbH"),
    rules=("EPC#56",), holding="Features without technical", result="For these reasons", reasoning="1. The appeal is admissible",
    facts="The appeal lies from", subjects=("patent",),
)  # fmt: skip

CJEU = Paper(
    "Court of Justice",
    """62030CJ0901

JUDGMENT OF THE COURT (Third Chamber)

14 May 2031

(Reference for a preliminary ruling – Copyright – Directive 2001/29/EC – Article 3(1) – Communication to the public)

In Case C‑901/30,

REQUEST for a preliminary ruling under Article 267 TFEU from the Sample Court, made by decision of 2 July 2030, in the proceedings

Musterverlag GmbH

v

Exemplum BV,

THE COURT (Third Chamber),

gives the following

Judgment

1 This request concerns the interpretation of Article 3(1) of Directive 2001/29/EC.

The dispute in the main proceedings and the question referred for a preliminary ruling

2 Exemplum BV placed links on its website to photographs held by Musterverlag GmbH.

3 The referring court asks whether such a link is a communication to the public.

Consideration of the question referred

4 It should be recalled that the concept must be given a broad meaning in the light of its purpose.

Costs

5 Costs are not recoverable.

On those grounds, the Court (Third Chamber) hereby rules:

Article 3(1) of Directive 2001/29/EC must be interpreted as meaning that such a link is no communication.

[Signatures]
""",
    "C-901/30", "Court of Justice of the European Union", "international", "EU", date(2031, 5, 14),
    ("Musterverlag GmbH", "Exemplum BV"),
    rules=("Directive 2001/29/EC#3",), holding="On those grounds", result="On those grounds", reasoning="4 It should be recalled",
    facts="2 Exemplum BV placed", subjects=("copyright",),
)  # fmt: skip

WTO = Paper(
    "WTO panel",
    """WORLD TRADE ORGANIZATION

WT/DS999/R
7 June 2030

Original: English

UTOPIA – MEASURES CONCERNING GEOGRAPHICAL INDICATIONS

Report of the Panel

Complainant: Arcadia
Respondent: Utopia

VII. FINDINGS

7.1 The Panel recalls that Article 22 of the TRIPS Agreement obliges Members to provide legal means.

7.2 Arcadia claims that the measure at issue does not provide such means for foreign indications.

VIII. CONCLUSIONS AND RECOMMENDATIONS

8.1 For the reasons set out in this Report, the Panel concludes that the measure is inconsistent with Article 22 of the TRIPS Agreement.
""",
    "WT/DS999/R", "WTO Panel", "international", "INT", date(2030, 6, 7), ("Arcadia", "Utopia"),
    rules=("TRIPS Agreement#22",), result="8.1 For the reasons", holding="8.1 For the reasons", reasoning="7.1 The Panel recalls",
    subjects=("geographical_indication",),
)  # fmt: skip

SCOTUS = Paper(
    "US Supreme Court",
    """SUPREME COURT OF THE UNITED STATES

No. 29-1234

ORCHARD SEEDS, INC., PETITIONER
v.
BARTLETT FARMS CO.

ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR THE FEDERAL CIRCUIT

Argued October 5, 2030—Decided January 11, 2031

JUSTICE SAMPLE delivered the opinion of the Court.

The question presented is whether the sale of a patented seed exhausts the right to exclude its progeny from being planted.

I

Orchard Seeds holds a patent on a pear seed. Under 35 U.S.C. § 271(a), whoever makes a patented invention infringes.

We hold that exhaustion does not permit a farmer to reproduce patented seeds through planting without the consent of the holder.

The judgment of the Court of Appeals for the Federal Circuit is affirmed.

It is so ordered.
""",
    "No. 29-1234", "SUPREME COURT OF THE UNITED STATES", "supreme", "US", date(2031, 1, 11),
    ("ORCHARD SEEDS, INC.", "BARTLETT FARMS CO."),
    rules=("35 U.S.C.#271",), holding="We hold that exhaustion", issue="The question presented", reasoning="The question presented",
    subjects=("patent",),
)  # fmt: skip

CAFC = Paper(
    "US court of appeals",
    """United States Court of Appeals for the Federal Circuit

LUMEN OPTICS LLC,
Plaintiff-Appellant

v.

PRISM DEVICES CORP.,
Defendant-Appellee

2029-1417

Appeal from the United States District Court for the Northern District of Sample in No. 5:27-cv-00123-ABC, Judge Doe.

Decided: February 2, 2030

OPINION

Lumen appeals from a judgment that the asserted claims are invalid under 35 U.S.C. § 103.

BACKGROUND

The patent describes a lens with two coatings.

DISCUSSION

We review claim construction de novo. The district court read a limitation into the claim. We conclude that the claim is not so limited.

CONCLUSION

Because the court erred in its construction, we reverse and remand.

REVERSED AND REMANDED
""",
    "2029-1417", "United States Court of Appeals for the Federal Circuit", "high", "US", date(2030, 2, 2),
    ("LUMEN OPTICS LLC", "PRISM DEVICES CORP."),
    facts="The patent describes", result="Because the court erred", subjects=("patent",),
)  # fmt: skip

PTAB = Paper(
    "PTAB",
    """UNITED STATES PATENT AND TRADEMARK OFFICE

BEFORE THE PATENT TRIAL AND APPEAL BOARD

QUARTZ TIME INC.,
Petitioner,

v.

PENDULUM WORKS LLC,
Patent Owner.

IPR2030-00456
Patent 9,999,999 B2

Entered: May 6, 2031

JUDGMENT
Final Written Decision

I. INTRODUCTION

We determine that Petitioner has shown that claims 1–5 are unpatentable.

II. ANALYSIS

Under 35 U.S.C. § 103(a) a claim is unpatentable if the differences would have been obvious.

III. CONCLUSION

Claims 1–5 are unpatentable.

IV. ORDER

Accordingly, it is ORDERED that claims 1–5 are held unpatentable.

For PETITIONER:
Jane Sample
""",
    "IPR2030-00456", "BEFORE THE PATENT TRIAL AND APPEAL BOARD", "administrative", "US", date(2031, 5, 6),
    ("QUARTZ TIME INC.", "PENDULUM WORKS LLC"),
    rules=("35 U.S.C.#103",), reasoning="Under 35 U.S.C.", result="Claims 1–5 are unpatentable.", subjects=("patent",),
)  # fmt: skip

UK = Paper(
    "United Kingdom",
    """[2031] UKSC 77

Hilary Term
[2030] EWCA Civ 901

JUDGMENT

Willow Pharma Ltd (Appellant) v Birch Labs plc (Respondent)

before

Lord Sample, President

THE SUPREME COURT OF THE UNITED KINGDOM

JUDGMENT GIVEN ON
8 July 2031

Introduction

1. This appeal concerns section 60 of the Patents Act 1977.

The facts

2. Willow sells a salt of the claimed compound.

Conclusion

9. I would dismiss the appeal.
""",
    "[2031] UKSC 77", "THE SUPREME COURT OF THE UNITED KINGDOM", "supreme", "GB", date(2031, 7, 8),
    ("Willow Pharma Ltd", "Birch Labs plc"), facts="2. Willow sells", result="9. I would dismiss", subjects=("patent",),
)  # fmt: skip

SINGAPORE = Paper(
    "Singapore",
    """IN THE GENERAL DIVISION OF THE HIGH COURT OF THE REPUBLIC OF SINGAPORE

[2031] SGHC 88

Suit No 12 of 2029

Decision Date: 4 April 2031

Merlion Tea Pte Ltd v Orchid Foods Pte Ltd

Facts

1 The plaintiff owns a registered trade mark for tea.

Issues

2 The issue is whether the marks are confusingly similar under section 27 of the Trade Marks Act 1998.

Decision

3 For these reasons I dismiss the claim.
""",
    "[2031] SGHC 88", "IN THE GENERAL DIVISION OF THE HIGH COURT OF THE REPUBLIC OF SINGAPORE", "high", "SG", date(2031, 4, 4),
    ("Merlion Tea Pte Ltd", "Orchid Foods Pte Ltd"), rules=("Trade Marks Act 1998#27",),
    facts="1 The plaintiff owns", issue="2 The issue is", result="3 For these reasons", subjects=("trademark",),
)  # fmt: skip

AUSTRALIA = Paper(
    "Australia",
    """HIGH COURT OF AUSTRALIA

Wattle Genetics Pty Ltd v Banksia Research Ltd [2031] HCA 55

Date of Judgment: 7 October 2031

ORDER

Appeal allowed.

Reasons

1. The question is whether an isolated sequence is a manner of manufacture within s 18 of the Patents Act 1990 (Cth).
""",
    "[2031] HCA 55", "HIGH COURT OF AUSTRALIA", "supreme", "AU", date(2031, 10, 7),
    ("Wattle Genetics Pty Ltd", "Banksia Research Ltd"), rules=("Patents Act 1990#18",), result="Appeal allowed.", reasoning="1. The question is",
    subjects=("patent",),
)  # fmt: skip

CANADA = Paper(
    "Canada",
    """SUPREME COURT OF CANADA

Citation: Maple Books v. Aurora Press, 2031 SCC 44

Judgment rendered: July 12, 2031

Between:

Appellant: Maple Books Inc.
Respondent: Aurora Press Ltd.

Reasons for judgment

[1] Fair dealing under section 29 of the Copyright Act must be read broadly.

Disposition

[9] The appeal is dismissed with costs.
""",
    "2031 SCC 44", "SUPREME COURT OF CANADA", "supreme", "CA", date(2031, 7, 12),
    ("Maple Books Inc.", "Aurora Press Ltd."), rules=("Copyright Act#29",), reasoning="[1] Fair dealing", result="[9] The appeal", subjects=("copyright",),
)  # fmt: skip

GERMANY = Paper(
    "Germany",
    """BUNDESGERICHTSHOF

IM NAMEN DES VOLKES

URTEIL

X ZR 99/30

Verkündet am:
14. Mai 2031

in dem Rechtsstreit

Klägerin: Muster Pumpen GmbH
Beklagte: Beispiel Antriebe AG

Leitsatz

Die Auslegung des Patentanspruchs hat den Sinngehalt zu ermitteln.

Tenor

Die Revision wird zurückgewiesen.

Tatbestand

Die Klägerin ist Inhaberin eines Patents.

Entscheidungsgründe

Die Revision hat keinen Erfolg. Nach § 14 PatG bestimmt der Inhalt der Patentansprüche den Schutzbereich.
""",
    "X ZR 99/30", "BUNDESGERICHTSHOF", "supreme", "DE", date(2031, 5, 14), ("Muster Pumpen GmbH", "Beispiel Antriebe AG"),
    rules=("PatG#14",), holding="Die Auslegung", result="Die Revision wird", facts="Die Klägerin ist", reasoning="Die Revision hat keinen",
    subjects=("patent",),
)  # fmt: skip

FRANCE = Paper(
    "France",
    """COUR DE CASSATION

Chambre commerciale

Audience publique du 12 mars 2031

Pourvoi n° 29-12.345

Demandeur : société Exemple Parfums
Défendeur : société Modèle Cosmétiques

Faits et procédure

1. La société Exemple Parfums est titulaire d'une marque déposée pour des parfums.

Réponse de la Cour

2. Selon l'article L. 713-2 du code de la propriété intellectuelle, l'usage d'un signe identique est interdit.

PAR CES MOTIFS, la Cour :

CASSE ET ANNULE l'arrêt rendu par la cour d'appel.

Ainsi fait et jugé par la Cour de cassation.
""",
    "29-12.345", "COUR DE CASSATION", "supreme", "FR", date(2031, 3, 12), ("société Exemple Parfums", "société Modèle Cosmétiques"),
    rules=("code de la propriété intellectuelle#L713-2",), facts="1. La société Exemple", reasoning="2. Selon l'article",
    result="PAR CES MOTIFS", subjects=("trademark",),
)  # fmt: skip

JAPAN = Paper(
    "Japan",
    """令和５年６月１４日判決言渡
令和４年（ネ）第９０１号 特許権侵害差止請求控訴事件
知的財産高等裁判所

判決

控訴人　株式会社見本製作所
被控訴人　例示工業株式会社

主文

本件控訴を棄却する。

事実

控訴人は、ポンプに関する特許権を有する。

理由

特許法第７０条により、技術的範囲は特許請求の範囲に基づいて定められる。
""",
    "令和４年（ネ）第９０１号", "知的財産高等裁判所", "high", "JP", date(2023, 6, 14), ("株式会社見本製作所", "例示工業株式会社"),
    rules=("特許法#70",), result="本件控訴を棄却する。", holding="本件控訴を棄却する。", facts="控訴人は", reasoning="特許法第７０条", subjects=("patent",),
)  # fmt: skip

KOREA = Paper(
    "Korea",
    """대법원

판결

사건 2029후1234 등록무효(특)

원고, 상고인 주식회사 견본
피고, 피상고인 예시산업 주식회사

판결선고 2031. 4. 9.

주문

상고를 기각한다.

이유

특허법 제29조 제2항에 따라 진보성을 판단한다.
""",
    "2029후1234", "대법원", "supreme", "KR", date(2031, 4, 9), ("주식회사 견본", "예시산업 주식회사"),
    rules=("특허법#29",), result="상고를 기각한다.", reasoning="특허법 제29조", subjects=("patent",),
)  # fmt: skip

TAIWAN = Paper(
    "Taiwan region",
    """智慧財產及商業法院民事判決

112年度民商訴字第99號

原　　　告　　示例茶業股份有限公司
被　　　告　　樣本食品有限公司

上列當事人間侵害商標權有關財產權爭議等事件，本院判決如下：

主　　　文

原告之訴駁回。

事實及理由

原告主張被告使用近似之商標，依商標法第68條請求排除侵害。

中　　華　　民　　國　　112　　年　　9　　月　　8　　日
""",
    "112年度民商訴字第99號", "智慧財產及商業法院", "specialised", "TW", date(2023, 9, 8), ("示例茶業股份有限公司", "樣本食品有限公司"),
    rules=("商標法#68",), result="原告之訴駁回。", reasoning="原告主張被告使用", subjects=("trademark",),
)  # fmt: skip

PAPERS = (
    UDRP,
    EPO,
    CJEU,
    WTO,
    SCOTUS,
    CAFC,
    PTAB,
    UK,
    SINGAPORE,
    AUSTRALIA,
    CANADA,
    GERMANY,
    FRANCE,
    JAPAN,
    KOREA,
    TAIWAN,
)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_a_decision_in_the_form_of_its_forum(paper: Paper) -> None:
    found, source = read_digests(paper.text)
    assert len(found) == 1
    digest = found[0]
    assert misplaced(digest, source) == []
    assert (digest.case_number, digest.court, digest.court_level, digest.jurisdiction) == (
        paper.number,
        paper.court,
        paper.level,
        paper.jurisdiction,
    )
    assert digest.date == paper.day
    assert digest.parties == paper.parties
    held = {f"{rule.work}#{rule.article}" for rule in digest.rules}
    assert set(paper.rules) <= held
    assert digest.subjects == paper.subjects
    for field in ("holding", "result", "reasoning", "facts", "issue"):
        expected = getattr(paper, field)
        if expected is not None:
            assert (getattr(digest, field) or "").startswith(expected), (field, getattr(digest, field))


def test_a_decision_without_a_title_is_called_by_its_sides_or_its_court_and_number() -> None:
    assert read_digests(PTAB.text)[0][0].title == "QUARTZ TIME INC. v. PENDULUM WORKS LLC"
    assert read_digests(FRANCE.text)[0][0].title == "Cour de cassation 29-12.345"
