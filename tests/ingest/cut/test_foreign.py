"""House styles of treaties, the Union and other jurisdictions, on texts written for the tests."""

from __future__ import annotations

import pytest

from corpus.model import Kind, Level
from ingest.cut import cut
from tests.ingest.cut.papers import articles_of, faults, identity, outline_of, paper

TREATY = """## Verdrag van Nergens
#### Treaty of Nowhere
The Contracting States,
Desiring peace,
### PART  I
#### GENERAL
### Article  1
#### Aim
1. Each State under Article 2 shall.
Article 2 of the Convention shall apply.
### Article  1bis
Text.
### Article  2
Text.
IN WITNESS WHEREOF the undersigned have signed.
#### Regulations
### Rule  1
#### Words
### Rule  1bis
Text.
### ANNEX  I
### Article  1
### Article  2
#### Verdrag van Nergens
De Verdragsluitende Staten,
### DEEL  I
#### ALGEMEEN
### Artikel  1
Tekst.
### Artikel  2
Tekst.
### Regel  1
"""


def test_a_treaty_in_two_languages() -> None:
    who = identity(Kind.TREATY, "en", "INT")
    provisions = cut(paper(TREATY), who)
    assert articles_of(provisions) == [
        *("1", "1bis", "2", "R1", "R1bis", "annex1.1", "annex1.2", "nl.1", "nl.2", "nl.R1"),
    ]
    by_fragment = {each.fragment: each for each in provisions}
    assert by_fragment["1"].heading == "Aim"
    assert by_fragment["pt1"].heading == "GENERAL"
    assert by_fragment["preamble"].level is Level.PREAMBLE
    assert by_fragment["closing"].text.startswith("IN WITNESS")
    assert by_fragment["nl.1"].parent == "nl.pt1"
    assert faults(paper(TREATY), who, provisions) == []


UNION = """# DIRECTIVE 2099/1/EU
THE EUROPEAN PARLIAMENT AND THE COUNCIL,
Having regard to the Treaty,
Whereas:
(1) Peace is good.
(2) War is not.
HAVE ADOPTED THIS DIRECTIVE:
## CHAPTER I
## GENERAL
### Article 1
### Aim
(1) This Directive aims.
### Article 1a
[^1] OJ L 1.
### Article 2
## ANNEX I
Table.
"""


def test_an_act_of_the_union_has_recitals_footnotes_and_annexes() -> None:
    who = identity(Kind.STATUTE, "en", "EU")
    provisions = cut(paper(UNION), who)
    assert outline_of(provisions) == [
        *("head", "preamble", "rec1", "rec2", "ch1", "1", "1.1", "1a", "fn1", "2", "annex1"),
    ]
    assert faults(paper(UNION), who, provisions) == []


JAPAN = """## 示例法
### 第一章　総則
第一条（目的）　この法律は、示例する。
２　前項の規定は、適用する。
（定義）
第二条　この法律において、示例とは、次のものをいう。
一　甲
第二条の二　乙。
第三条及び第四条　削除
## 附則
第一条　この法律は、施行する。
## 附則　（令和二年法律第一号）
第一条　この法律は、施行する。
第二条　経過措置。
"""
KOREA = """# 예시법
## 제1장 총칙 <개정 2014.6.11>
##### 제1조 (목적)
이 법은 예시한다.
##### 제2조의2 (정의)
제3조에 따른 예시.
## 부칙
부칙 <제1호,2001.1.1>
제1조(시행일) 이 법은 시행한다.
제2조(경과조치) 예시.
"""
GERMANY = """# Mustergesetz
## Inhalt
§ 1 Zweck
§ 2 Begriffe
## Teil 1 - Allgemeines
### Abschnitt 1
#### § 1 Zweck
(1) Nach § 2 Abs. 1 gilt.
#### § 2a Begriffe
#### (§§ 3 bis 5) (weggefallen)
#### (XXXX) §§ 6 und 7 (weggefallen)
## Anlage 1
"""
UNITED_STATES = """# Title 99— EXAMPLES
### CHAPTER 1— GENERAL
#### § 1. Aim
###### (a) In General .
Text.
# Title 99— EXAMPLES
### CHAPTER 1— GENERAL
#### § 1. Aim
###### (b) Exception .
Text.
# Title 99— EXAMPLES
### CHAPTER 1— GENERAL
#### § 2a. Words
Section 1 applies.
"""
CANADA = """# Example Act
## Interpretation
### 2 Definitions
In this Act
### 2.1
Text.
## PART 2
### Licences
### 3 Licence
## RELATED PROVISIONS
### 3 Transitional
"""
KINGDOM = (
    "# Example Act 1999\n## Part I — Law\n#### Aim\n##### 1\n(1) This Act aims.\n#### Words\n##### 2\nText."
)
SINGAPORE = """EXAMPLE ACT
ARRANGEMENT OF SECTIONS
PART 1
PRELIMINARY
1. Short title
2. Interpretation
2A. Application
PART 1
PRELIMINARY
Short title
1. This Act is the Example Act.
Interpretation
2.—(1) In this Act, “example” means an example that is long enough to be the text of a provision.
Application
2A.—(1) This Act applies to every example there is, wherever it may be and whoever may give it to us.
THE SCHEDULE
1. In this Schedule
2. Something else
"""
FRANCE = """# Code
## Partie législative
### Livre Ier : Le droit
#### Article L111-1
L'article L111-2 s'applique.
#### Article L111-2
#### Article L111-2
### Livre II : Autre
#### Article R211-1
"""
SPAIN = """# Ley
### PREÁMBULO
### I
Texto.
## LIBRO PRIMERO
De todo
## TÍTULO I. Disposiciones
##### Artículo 1. Objeto.
##### Artículo 2 bis. Otro.
## Disposición adicional primera. Nada.
Texto.
"""
TAIWAN = "# 範例法\n第 一 章 總則\n第 1 條\n為範例。\n第 2-1 條\n第 1 條規定之範例。\n第 3 條\n甲。"
TRADE = "# CHAPTER 18 Intellectual Property\n### ARTICLE 18.1 General\nText.7\n### ARTICLE 18.2 Marks\nArticle 18.1 applies."

STATUTES = {
    "Japan": (JAPAN, "ja", "JP", ["1", "2", "2-2", "3", "supp1.1", "supp2.1", "supp2.2"]),
    "Korea": (KOREA, "ko", "KR", ["1", "2-2", "supp2.1", "supp2.2"]),
    "Germany": (GERMANY, "de", "DE", ["1", "2a", "3", "6"]),
    "United States": (UNITED_STATES, "en", "US", ["1", "2a"]),
    "Canada": (CANADA, "en", "CA", ["2", "2.1", "3", "supp1.3"]),
    "United Kingdom": (KINGDOM, "en", "GB", ["1", "2"]),
    "Singapore": (SINGAPORE, "en", "SG", ["1", "2", "2A"]),
    "France": (FRANCE, "fr", "FR", ["L111-1", "L111-2", "L111-2~2", "R211-1"]),
    "Spain": (SPAIN, "es", "ES", ["1", "2bis"]),
    "Taiwan": (TAIWAN, "zh-Hant", "TW", ["1", "2-1", "3"]),
    "trade agreement": (TRADE, "en", "INT", ["18.1", "18.2"]),
}


@pytest.mark.parametrize("name", STATUTES)
def test_statutes(name: str) -> None:
    text, language, jurisdiction, expected = STATUTES[name]
    who = identity(Kind.STATUTE, language, jurisdiction)
    provisions = cut(paper(text), who)
    assert articles_of(provisions) == expected
    assert faults(paper(text), who, provisions) == []


def test_a_french_annex_stands_among_the_articles() -> None:
    text = "#### Article R1-1\nUn.\n#### Article Annexe de l'article R. 1-1\nTable.\n#### Article R1-2\nDeux."
    who = identity(Kind.STATUTE, "fr", "FR")
    provisions = cut(paper(text), who)
    assert outline_of(provisions) == ["R1-1", "annex1", "R1-2"]
    assert provisions[1].level is Level.ANNEX
    assert faults(paper(text), who, provisions) == []


def test_headings_before_a_number_are_the_articles_own() -> None:
    kingdom = cut(paper(KINGDOM), identity(Kind.STATUTE, "en", "GB"))
    assert [each.heading for each in kingdom if each.level is Level.ARTICLE] == ["Aim", "Words"]
    japan = cut(paper(JAPAN), identity(Kind.STATUTE, "ja", "JP"))
    assert [each.heading for each in japan if each.level is Level.ARTICLE][:2] == ["（目的）", "（定義）"]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("{n} The Court holds that this is a sentence of a judgment.", [f"par{n}" for n in range(1, 10)]),
        ("7.{n} The Panel notes that this is a sentence of a report.", [f"par7.{n}" for n in range(1, 10)]),
    ],
)
def test_numbered_paragraphs_of_judgments(printed: str, expected: list[str]) -> None:
    text = "# A v B\n" + "\n".join(printed.format(n=n) for n in range(1, 10))
    provisions = cut(paper(text), identity(Kind.FOREIGN_CASE, "en", "EU"))
    assert [each.fragment for each in provisions if each.level is Level.PARAGRAPH] == expected


def test_what_the_source_marks_as_articles_is_cut_whatever_the_kind() -> None:
    text = "# Act\n" + "\n".join(f"### Article {n}\nText." for n in range(1, 8))
    assert len(articles_of(cut(paper(text), identity(Kind.FORM, "en", "INT")))) == 7


CANADA = """# Sample Act
## Samples
### 25 Regulations
The Governor may make regulations.
R.S., 1985, c. Z-9, s. 25; 1993, c. 15, s. 23
### 26 to 28
[Repealed, 1993, c. 15, s. 23]
1993, c. 15, s. 24
### 28.01
[Repealed, 1997, c. 24, s. 15]
### 28.02 and 28.03
[Repealed, 1997, c. 24, s. 16]
Marginal words
### 29
This applies.
"""


def test_a_repealed_section_keeps_its_note_and_its_range() -> None:
    who = identity(Kind.STATUTE, "en", "CA")
    by_fragment = {each.fragment: each for each in cut(paper(CANADA), who)}
    assert [(by_fragment[key].label, by_fragment[key].heading) for key in ("26", "28.01", "28.02", "29")] == [
        ("26 to 28", ""),
        ("28.01", ""),
        ("28.02 and 28.03", ""),
        ("29", "Marginal words"),
    ]
    assert by_fragment["28.01"].text == "[Repealed, 1997, c. 24, s. 15]"
    assert "s. 25" in by_fragment["25"].text


def test_sections_of_federal_regulations_have_a_point_in_their_number() -> None:
    who = identity(Kind.STATUTE, "en", "US")
    text = (
        "# 37 CFR Part 2\n§ 2.1 Applicable.\nText of it.\n§ 2.2 Definitions.\n(a) Words.\n§ 2.6 Fees.\nText."
    )
    assert articles_of(cut(paper(text), who)) == ["2.1", "2.2", "2.6"]


LEFT_OUT = """## 제1장 총칙
##### 제1조 (목적)
이 법은 견본을 정한다.
## 부칙
부칙 <제100호,2001.1.1>
제1조(시행일) 이 법은 공포한 날부터 시행한다.
제2조 부터 제5조까지 생략
제6조(다른 법률의 개정) ① 견본보호법 일부를 다음과 같이 개정한다.
제81조 중 "견본법 제218조"를 "견본법 제217조"로 한다.
제7조 생략
"""


def test_articles_that_a_compilation_leaves_out_are_one_unit_and_amended_ones_are_none() -> None:
    provisions = cut(paper(LEFT_OUT), identity(Kind.STATUTE, "ko", "KR"))
    assert articles_of(provisions) == ["1", "supp2.1", "supp2.2", "supp2.6", "supp2.7"]


def test_dutch_rules_may_be_voorschriften_and_annexes_aanhangsels() -> None:
    text = "#### Verdrag\nDe Verdragsluitende Staten,\n### Artikel  1\nTekst.\n### Voorschrift  1\nTekst.\n### Aanhangsel\n### Artikel  1\nTekst.\n"
    provisions = cut(paper(text), identity(Kind.TREATY, "nl", "INT"))
    assert articles_of(provisions) == ["1", "R1", "annex1.1"]


def test_a_section_with_a_note_that_it_came_into_force_is_a_section() -> None:
    text = "# Sample Act\n### 1 Short title\nThis Act may be cited so.\n### 2\n[Amendments]\n### [^]3 Coming into force\nOn a day to be fixed.\n"
    provisions = cut(paper(text), identity(Kind.STATUTE, "en", "CA"))
    assert articles_of(provisions) == ["1", "2", "3"]
