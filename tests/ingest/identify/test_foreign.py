"""Identification of documents from outside the mainland: what dates, titles and kinds rest on."""

from __future__ import annotations

import json
from datetime import date

import pytest

from corpus.ids import checksum
from corpus.model import Identity, Kind, SourceFile
from ingest.clean import clean
from ingest.identify import identify
from ingest.read import read

ENGLISH = "Members shall give effect to the provisions of this Agreement and may implement in their law more extensive protection."


def identity(text: str, name: str = "a.md") -> Identity:
    content = text.encode()
    source = SourceFile(name, content, checksum(content))
    return identify(clean(read(source)), source)


def treaty(closing: str) -> str:
    body = "\n\n".join(f"### Article {number}\n\n{ENGLISH}" for number in range(1, 6))
    return (
        f"# Agreement on Examples\n\nThe Contracting Parties have agreed as follows:\n\n{body}\n\n{closing}\n"
    )


@pytest.mark.parametrize(
    ("closing", "adopted"),
    [
        (f"{ENGLISH} {ENGLISH} IN FAITH WHEREOF they have signed.DONE at Geneva, this sixth day of May, 1952.", (1952, 5, 6)),
        ("EN FOI DE QUOI, ils ont signé la présente Convention. FAIT à Paris, le deux mai mil neuf cent soixante.", (1960, 5, 2)),
        ("En foi de quoi, ils ont signé le présent Arrangement à Madrid le trois mai mil huit cent quatre-vingt-onze.", (1891, 5, 3)),
        ("GEDAAN te Den Haag op 25 mei 2005, in drievoud.", (2005, 5, 25)),
        ("Geschehen zu Berlin am 5. Mai 1999.", (1999, 5, 5)),
        ("The Convention done at Paris on 3 May 1883 is not affected.", None),
        ("Notice is given once this is done at the seat of the Organization.", None),
    ],
)  # fmt: skip
def test_a_treaty_is_dated_by_its_closing_words_wherever_they_stand(
    closing: str, adopted: tuple[int, int, int] | None
) -> None:
    assert identity(treaty(closing)).adopted == (date(*adopted) if adopted else None)


def taiwan(history: str, chinese: bool = False) -> Identity:
    keys = ("法規名稱", "法規內容") if chinese else ("英文法規名稱", "英文法規內容")
    title, text = ("樣本辦法", "為鼓勵樣本之創作，特訂定本辦法。") if chinese else ("Sample Act", ENGLISH)
    units = [{"條號": "第 1 條" if chinese else "Article 1", "條文內容": text}]
    record = {"法規性質": "法律", keys[0]: title, "沿革內容": history, "法規內容": units}
    return identity(json.dumps(record, ensure_ascii=False), "f.json")


@pytest.mark.parametrize(
    ("history", "adopted", "promulgated", "effective"),
    [
        ("1.Promulgated on March 2, 1991\n2.Amendments Promulgated on June 14, 2017;", "2017-06-14", "2017-06-14", None),
        ("1.Revised and promulgated on June 4, 2015; entered into force on June 18, 2015.", "2015-06-04", "2015-06-04", "2015-06-18"),
        ("1.Amendment to Articles 4 and 5 promulgated by Presidential Order on May 2, 2018", "2018-05-02", "2018-05-02", None),
        ("1.Articles 2 Amended and Promulgated, Articles 3 Added and Enforced on May 1, 2024", "2024-05-01", "2024-05-01", "2024-05-01"),
        ("1.Promulgated and entered into force on June 21, 2002.", None, "2002-06-21", "2002-06-21"),
        ("1.Date of Amendment: promulgated on May 15, 2023 by Order No. 7\n  Date of Enforcement: promulgated per May 22, 2023 Order No. 9"
         " and enforced as of August 30, 2023", "2023-05-15", "2023-05-15", "2023-08-30"),
        ("1.Article 5 amended and promulgated on 10 May 2010 by Order No. 1.\n   Article 7 amended and promulgated on 12 May 2010 by Order No. 2.\n"
         "2.Article 9 amended and promulgated on 22 May 2014 by Order No. 3.", "2014-05-22", "2014-05-22", None),
        ("\n".join(f"{n}.Article {n} amended and promulgated on 10 May {1920 + n} by Order.\n and more words\n of the order" for n in range(1, 40)),
         "1959-05-10", "1959-05-10", None),
    ],
)  # fmt: skip
def test_the_history_of_an_act_in_english(
    history: str, adopted: str | None, promulgated: str | None, effective: str | None
) -> None:
    found = taiwan(history)
    told = (found.adopted, found.promulgated, found.effective)
    assert told == tuple(
        date.fromisoformat(day) if day else None for day in (adopted, promulgated, effective)
    )


def test_a_history_broken_within_a_word_is_read_as_a_whole() -> None:
    first = (
        "1.中華民國九十八年五月十七日經濟部經智字第 09804606030  號令訂\n  定發布全文 7  條；並自發布日施行"
    )
    assert taiwan(first, chinese=True).promulgated == date(2009, 5, 17)
    changed = taiwan(
        f"{first}\n2.中華民國一百年五月二日經濟部經智字第 10004606030  號令修\n  正發布全文 9  條",
        chinese=True,
    )
    assert (changed.adopted, changed.promulgated) == (date(2011, 5, 2), date(2011, 5, 2))


def test_a_consolidation_up_to_a_day_was_not_adopted_on_it() -> None:
    sections = "\n".join(f"{number}.—(1) {ENGLISH}" for number in range(1, 6))
    found = identity(
        "THE STATUTES OF THE REPUBLIC OF SINGAPORE\nSAMPLES ACT 1994\n2020 REVISED EDITION\n"
        "This revised edition incorporates all amendments up to and\nincluding 1 December 2021 and comes into operation on 31 December 2021.\n"
        f"Informal Consolidation – version in force from 1/11/2022\n\n\nSamples Act 1994\nShort title\n{sections}\n",
        "a.txt",
    )
    assert (found.title, found.adopted) == ("Samples Act 1994", None)
    assert (found.version_on, found.effective) == (date(2022, 11, 1), date(2022, 11, 1))


RECORD = '---\ntitle: "{title}"\ndate: 2021-06-07\nexceptions:\n- {code}\njurisdictions:\n- {country}\ndescription: "Exception allowing anyone to copy samples."\n---\n'


@pytest.mark.parametrize("country", ["NL", "DE", "GB"])
def test_a_record_about_a_provision_is_no_statute(country: str) -> None:
    found = identity(RECORD.format(title="Artikel 9 Voorbeeldwet", code="ex1", country=country))
    assert (found.title, found.kind, found.jurisdiction) == ("Artikel 9 Voorbeeldwet", Kind.OTHER, country)
    quoting = RECORD.format(title="Artikel 9 Voorbeeldwet", code="ex1", country=country)
    quoting += (
        "\n### Original: \n\n**Artikel 9**\n\nIeder mag een voorbeeld maken zoals in deze wet is bepaald.\n"
    )
    found = identity(quoting)
    assert (found.title, found.kind) == ("Artikel 9 Voorbeeldwet", Kind.OTHER)


def test_a_record_without_a_title_is_called_by_its_codes() -> None:
    found = identity(RECORD.format(title="", code="ex1", country="GB"))
    assert found.title == "ex1 (GB)"
    assert any(warning.startswith("title") for warning in found.warnings)


def test_a_raised_number_stays_raised_in_a_title() -> None:
    found = identity(
        RECORD.format(title="Article 26<sup>2</sup> of the Samples Act", code="ex1", country="PL")
    )
    assert found.title == "Article 26² of the Samples Act"


def test_an_entry_of_a_table_is_no_title() -> None:
    found = identity(
        json.dumps({"&": ["and"], "Acad.": ["Academy"], "Ass'n": ["Association"]}), "word-list.json"
    )
    assert found.title == "word-list"
    assert any(warning.startswith("title") for warning in found.warnings)


def test_the_raised_letter_of_a_number_is_joined_to_it() -> None:
    articles = "".join(
        f"<p>Article {number}</p><p>Les États membres prennent les mesures.</p>" for number in range(1, 5)
    )
    found = identity(
        "<html><body><p>RÈGLEMENT (UE) N <span>o</span> 99/2031 DU PARLEMENT EUROPÉEN ET DU CONSEIL</p><p>du 17 décembre 2031</p>"
        f"<p>relatif aux exemples</p><p>LE PARLEMENT EUROPÉEN ET LE CONSEIL DE L’UNION EUROPÉENNE,</p>{articles}</body></html>",
        "e.html",
    )
    assert (
        found.title
        == "Règlement (UE) no 99/2031 du Parlement européen et du Conseil du 17 décembre 2031 relatif aux exemples"
    )
    assert found.document_number == "99/2031"


@pytest.mark.parametrize(
    ("chapter", "note", "number"),
    [
        ("Z-4", "R.S., c. Z-4, s. 1", "R.S.C., 1985, c. Z-4"),
        ("Z-14.6", "1990, c. 37, s. 2; 1992, c. 1, s. 145(F)", "S.C. 1990, c. 37"),
        ("Z-14.6", "1990, ch. 20, art. 2; 1994, ch. 38, art. 25", "L.C. 1990, ch. 20"),
        ("Z-14.6", "No note", "c. Z-14.6"),
    ],
)
def test_an_act_of_canada_has_the_number_of_its_own_series(chapter: str, note: str, number: str) -> None:
    french = "ch." in note
    sentence = (
        "La présente loi est un exemple pour le Canada." if french else f"{ENGLISH} This holds in Canada."
    )
    sections = "\n\n".join(f"### {n} Words\n\n{sentence}\n\n- {note}" for n in range(1, 5))
    front = f'---\ntitle: "Sample Act"\nchapter: "{chapter}"\nlanguage: "en"\ntype: "act"\n---\n'
    found = identity(f"{front}\n# Sample Act\n\n{sections}\n")
    assert (found.jurisdiction, found.document_number) == ("CA", number)


def test_an_opinion_and_an_order_are_of_the_union_whatever_court_asked() -> None:
    opinion = identity(
        "OPINION OF ADVOCATE GENERAL\nMUSTERMANN\ndelivered on 12 March 2030 (1)\nCase C‑999/29\nAlpha GmbH\nv\nBeta SA\n"
        f"(Request for a preliminary ruling from the Bundesgerichtshof (Federal Court of Justice, Germany))\n1. {ENGLISH}\n2. {ENGLISH}",
        "a.txt",
    )
    assert (opinion.jurisdiction, opinion.kind, opinion.adopted) == (
        "EU",
        Kind.FOREIGN_CASE,
        date(2030, 3, 12),
    )
    order = identity(
        "ORDER OF THE GENERAL COURT (Second Chamber)\n5 May 2031\nIn Case T-99/30,\nAlpha Ltd, established in London,\napplicant,\nv\n"
        f"Example Office (EO),\ndefendant,\nmakes the following\nOrder\n1 {ENGLISH}",
        "a.txt",
    )
    assert (order.title, order.jurisdiction) == ("Alpha Ltd v Example Office (EO)", "EU")


def test_a_case_is_of_the_day_on_which_it_was_decided() -> None:
    found = identity(
        "SUPREME COURT OF THE UNITED STATES\nSyllabus\nALPHA INC. v. BETA LLC\nCERTIORARI TO THE UNITED STATES COURT OF APPEALS\n"
        f"No. 19-999. Argued March 3, 2030—Decided June 8, 2030\n{ENGLISH}",
        "a.txt",
    )
    assert (found.jurisdiction, found.kind, found.adopted) == ("US", Kind.FOREIGN_CASE, date(2030, 6, 8))


SECTIONS = "\n\n".join(
    f"### § {number} Muster\n\nDas Muster wird nach diesem Gesetz geschützt." for number in range(1, 5)
)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (f"# Markengesetz (MarkenG)\n\nMarkengesetz vom 25. Oktober 1994 (BGBl. I S. 3082), das zuletzt durch Artikel 5 des Gesetzes vom 10. August 2021"
         f" (BGBl. I S. 3490) geändert worden ist\n\n{SECTIONS}", "a.md", ("Markengesetz", "DE", None, "2021-08-10", None, None)),
        ("LOI n° 2019-999 du 22 mai 2019 relative aux exemples\n\nLe Président de la République promulgue la loi dont la teneur suit :\n\nArticle 1\n"
         "Les exemples sont protégés dans toute la République française.\nArticle 2\nLe code est modifié.\nArticle 3\nFin.", "a.txt",
         ("LOI n° 2019-999 du 22 mai 2019 relative aux exemples", "FR", "2019-999", "2019-05-22", None, None)),
        ("# Ley Orgánica 3/2018, de 5 de diciembre, de Muestras\n\nREY DE ESPAÑA\n\n##### Artículo 1. Objeto.\n\nLa presente ley tiene por objeto la muestra.\n\n"
         "##### Artículo 2. Ámbito.\n\nEsta ley se aplica.\n\n##### Artículo 3. Final.\n\nFin de la ley.", "a.md",
         ("Ley Orgánica 3/2018, de 5 de diciembre, de Muestras", "ES", "3/2018", None, None, None)),
        ("見本法（昭和三十四年法律第九百二十一号）\n\n第一章　総則\n（目的）\n第一条　この法律は、見本の保護及び利用を図ることを目的とする。\n"
         "第二条　この法律で「見本」とは、次のものをいう。\n第三条　前条の規定は、適用しない。", "a.txt",
         ("見本法", "JP", "昭和三十四年法律第九百二十一号", None, None, None)),
        ("견본법\n[시행 2023. 7. 4.] [법률 제99162호, 2023. 1. 3., 일부개정]\n제1장 총칙\n제1조(목적) 이 법은 견본을 보호함을 목적으로 한다.\n"
         "제2조(정의) 이 법에서 사용하는 용어의 뜻은 다음과 같다.\n제3조(적용) 이 법을 적용한다.", "a.txt",
         ("견본법", "KR", "법률 제99162호", None, "2023-01-03", "2023-07-04")),
        ("樣本法\n中華民國九十二年五月二十八日總統華總一義字第 09200096000 號令修正公布全文 94 條\n第 1 條\n為保障樣本，特制定本法。\n第 2 條\n本法適用之。\n"
         "第 3 條\n本法之主管機關為經濟部。", "a.txt", ("樣本法", "TW", None, "2003-05-28", "2003-05-28", None)),
        ("COMMISSION IMPLEMENTING DECISION (EU) 2031/914\nof 4 June 2031\non samples\nTHE EUROPEAN COMMISSION,\nHAS ADOPTED THIS DECISION:\nArticle 1\nIt applies.\n"
         "Article 2\nIt ends.\nDone at Brussels, 4 June 2031.", "a.txt",
         ("Commission Implementing Decision (EU) 2031/914 of 4 June 2031 on samples", "EU", "2031/914", "2031-06-04", None, None)),
    ],
)  # fmt: skip
def test_statutes_by_their_text_alone(text: str, name: str, expected: tuple[str | None, ...]) -> None:
    found = identity(text, name)
    assert found.kind is Kind.STATUTE
    days = [day.isoformat() if day else None for day in (found.adopted, found.promulgated, found.effective)]
    assert (found.title, found.jurisdiction, found.document_number, *days) == expected


def test_a_treaty_that_has_lost_its_title_is_still_one() -> None:
    found = identity(
        "of March 20, 1983,\nas revised at Brussels on December 14, 1990,\nand as amended on September 28, 1999\nArticle 1\nScope\n"
        "(1) The countries to which this Convention applies constitute a Union.\nArticle 2\nWords\n"
        "For the purposes of this Convention a word has its meaning in any country of the Union.\nArticle 3\nEnd\nThis Convention shall enter into force.",
        "upload.txt",
    )
    assert (found.title, found.kind, found.adopted) == ("upload", Kind.TREATY, date(1999, 9, 28))


def test_an_act_named_by_its_year_is_a_statute() -> None:
    found = identity(
        "Samples Act 1994\n1994 CHAPTER 99\nAn Act to make new provision for samples in the United Kingdom.\n1 Samples.\n(1) In this Act “sample” means any sign.\n",
        "a.txt",
    )
    assert (found.title, found.kind, found.jurisdiction) == ("Samples Act 1994", Kind.STATUTE, "GB")


TRADE = "Article 11.1: Objectives\n1. The objective of this Chapter is to reduce impediments. Each Party shall recognise samples.\nArticle 11.2: Scope\nIt covers nationals of the other Party.\n"


@pytest.mark.parametrize(
    "text",
    [
        "FREE TRADE AGREEMENT BETWEEN FREEDONIA AND SYLVANIA\nCHAPTER 11\nSAMPLES\n" + TRADE,
        "AGREEMENT ON TECHNICAL SAMPLES\nMembers,\nHaving regard to the Negotiations;\nHereby agree as follows:\nArticle 1\nTerms\n1.1 General terms.\nArticle 2\nMore\n",
    ],
)
def test_agreements_between_states_are_treaties(text: str) -> None:
    found = identity(text, "a.txt")
    assert (found.kind, found.jurisdiction) == (Kind.TREATY, "INT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WORLD TRADE\nORGANIZATION\nWT/DS999/R\n17 March 2030\n(30-1012)\nOriginal: English\n\nFREEDONIA – PROTECTION OF SAMPLES\n\nReport of the Panel\n\n",
         ("FREEDONIA – PROTECTION OF SAMPLES", "INT", "WT/DS999/R", date(2030, 3, 17))),
        ("BUNDESGERICHTSHOF\nIM NAMEN DES VOLKES\nURTEIL\nI ZR 999/08\nVerkündet am: 29. April 2030\nin dem Rechtsstreit\nAlpha GmbH, Klägerin,\ngegen\nBeta AG, Beklagte\n"
         "Der Senat hat auf die mündliche Verhandlung für Recht erkannt: Die Revision wird zurückgewiesen.\n",
         ("Alpha GmbH v Beta AG", "DE", "I ZR 999/08", date(2030, 4, 29))),
        ("Neutral Citation Number: [2030] UKSC 99\nJUDGMENT\nAlpha (Appellant) v Comptroller-General of Samples (Respondent)\nJUDGMENT GIVEN ON\n20 December 2030\n"
         "1. This appeal concerns the United Kingdom.\n",
         ("Alpha (Appellant) v Comptroller-General of Samples (Respondent)", "GB", "[2030] UKSC 99", date(2030, 12, 20))),
        ("United States Court of Appeals for the Federal Circuit\n______________________\nALPHA CORP.,\nPlaintiff-Appellant\nv.\nBETA, INC.,\nDefendant-Appellee\n"
         "______________________\nAppeal from the United States District Court.\n______________________\nDecided: May 12, 2030\n",
         ("ALPHA CORP. v. BETA, INC.", "US", None, date(2030, 5, 12))),
    ],
)  # fmt: skip
def test_decisions_of_other_courts(text: str, expected: tuple[str, str, str | None, date]) -> None:
    found = identity(text + ENGLISH * 2 if "Der Senat" not in text else text, "a.txt")
    assert found.kind is Kind.FOREIGN_CASE
    assert (found.title, found.jurisdiction, found.document_number, found.adopted) == expected


@pytest.mark.parametrize(
    ("text", "jurisdiction", "version_on"),
    [
        ("Samples Act 1990\nNo. 83, 1990\nCompilation date: 24 February 2030\nChapter 1—Introductory\n1 Short title\nThis Act is of the Commonwealth of Australia.\n",
         "AU", date(2030, 2, 24)),
        ("DECRETO LEGISLATIVO 10 febbraio 2005, n. 99\nCodice dei campioni\nIL PRESIDENTE DELLA REPUBBLICA\nArt. 1. Diritti\n1. Ai fini del presente codice i campioni "
         "sono protetti.\nArt. 2. Costituzione\n1. I diritti si acquistano.\nArt. 3. Fine\n1. Ai cittadini.\n", "IT", date(2005, 2, 10)),
    ],
)  # fmt: skip
def test_statutes_of_further_countries(text: str, jurisdiction: str, version_on: date | None) -> None:
    found = identity(text, "a.txt")
    assert (found.kind, found.jurisdiction, found.version_on) == (Kind.STATUTE, jurisdiction, version_on)


def test_a_statute_has_not_the_number_of_a_case_it_mentions() -> None:
    found = identity(
        f"Samples Act 1990\nNo. 83, 1990\nSee Case C-999/29\nand [2030] UKSC 99\n1 Short title\nOf Australia. {ENGLISH}\n",
        "a.txt",
    )
    assert (found.kind, found.document_number) == (Kind.STATUTE, None)


def test_a_law_as_the_interface_of_the_taiwan_database_gives_it() -> None:
    articles = [
        {"ArticleType": "C", "ArticleNo": "", "ArticleContent": "第 一 章 總則"},
        {"ArticleType": "A", "ArticleNo": "第 1 條", "ArticleContent": "為保障樣本，特制定本法。"},
    ]
    record = {"LawLevel": "法律", "LawName": "樣本法", "LawModifiedDate": "20200115", "LawArticles": articles}
    history = "1.中華民國八十五年一月十七日總統令制定公布全文 16 條"
    found = identity(json.dumps(record | {"LawHistories": history}, ensure_ascii=False), "f.json")
    assert (found.title, found.kind, found.jurisdiction) == ("樣本法", Kind.STATUTE, "TW")
    assert (found.version_on, found.promulgated) == (date(2020, 1, 15), date(1996, 1, 17))
    english = {
        "EngLawLevel": "Act",
        "EngLawName": "Samples Act",
        "LawName": "樣本法",
        "EngLawURL": "https://law.moj.gov.tw/ENG/x",
        "EngLawHistories": "1. Promulgated on January 17, 1996\n2. Amended on January 15, 2020",
        "EngLawArticles": [
            {"EngArticleType": "A", "EngArticleNo": f"Article {n}", "EngArticleContent": ENGLISH}
            for n in (1, 2)
        ],
    }
    found = identity(json.dumps(english, ensure_ascii=False), "f.json")
    assert (found.title, found.language, found.jurisdiction) == ("Samples Act", "en", "TW")
    assert found.adopted == date(2020, 1, 15)


def test_an_argument_is_no_decision() -> None:
    record = {
        "caseName": "Alpha Inc. v. Beta Corp.",
        "docket": "18-999",
        "citation": "593 US 1 (2031)",
        "arguedOn": "Oct 7, 2030",
        "transcript": {"title": "Oral Argument - October 07, 2030", "sections": []},
    }
    undecided = identity(json.dumps(record), "f.json")
    assert (undecided.kind, undecided.jurisdiction, undecided.adopted) == (Kind.FOREIGN_CASE, "US", None)
    assert identity(json.dumps(record | {"decidedOn": "Apr 5, 2031"}), "f.json").adopted == date(2031, 4, 5)


def test_a_number_that_every_page_repeats_is_still_that_of_the_report() -> None:
    pages = "".join(f"\fWT/DS999/R\nPage {number}\n\n7.{number} {ENGLISH * 4}\n" for number in range(80, 86))
    found = identity(
        f"WORLD TRADE\nORGANIZATION\n\nWT/DS999/R\n17 March 2030\n\nFREEDONIA – PROTECTION OF\nSAMPLES\n\nReport of the Panel\n{pages}",
        "a.txt",
    )
    assert (found.title, found.document_number) == ("FREEDONIA – PROTECTION OF SAMPLES", "WT/DS999/R")


def test_an_opinion_is_about_what_it_speaks_of_again_and_again() -> None:
    opinion = (
        "The Court holds that the copyright in the directory is thin. " * 10 + "A patent was not at issue."
    )
    record = {"name": "A v. B", "name_abbreviation": "A v. B", "decision_date": "1991-03-27", "docket_number": "No. 1",
              "court": {"name": "Supreme Court of the United States"},
              "casebody": {"data": {"opinions": [{"text": "Justice C delivered the opinion of the Court.\n" + opinion}]}}}  # fmt: skip
    assert identity(json.dumps(record), "c.json").subjects == ("copyright",)


def test_a_judgment_of_the_union_is_issued_by_its_court() -> None:
    text = "JUDGMENT OF THE COURT (Fifth Chamber)\n\n17 June 2021\n\nIn Case C\u2011900/19,\n\nA Limited\n\nv\n\nB BV,\n\nTHE COURT (Fifth Chamber),\n\ngives the following Judgment\n"
    assert identity(text).issuers == ("Court of Justice of the European Union",)


def test_who_edits_a_database_of_statutes_does_not_issue_them() -> None:
    head = 'title: "Samples Act 1977"\ncountry: "uk"\nrank: "public-general-act"\ndepartment: "Statute Law Database"\npublisher: "Some Publisher"\n'
    assert (
        identity(f"---\n{head}---\n# Samples Act 1977\n\n## Part I\n\n##### 1\n\n(1) Text.\n").issuers == ()
    )


def test_a_rule_made_jointly_has_every_ministry_whose_order_made_it() -> None:
    history = "1.中華民國九十三年九月十五日經濟部經智字第 09300000020  號令、財政部臺財關字第 09300000070  號令會銜訂定發布全文 8  條；並自發布日施行"
    found = taiwan(history, chinese=True)
    assert (found.issuers, found.effective) == (("經濟部", "財政部"), date(2004, 9, 15))
    history = "1.中華民國一百零一年十二月二十八日經濟部經智字第 10100000020  號令、行政院衛生署署授食字第 1010000012 號令、行政院農業委員會農科字第 1010000090 號令會銜修正發布全文 10 條"
    assert taiwan(history, chinese=True).issuers == ("經濟部", "行政院衛生署", "行政院農業委員會")


def test_a_comparison_of_exceptions_is_about_copyright() -> None:
    head = 'title: "Article 12 of the Samples Act"\nexceptions:\n- info52b\njurisdictions:\n- PL\ndescription: "It allows samples."\n'
    assert identity(f"---\n{head}---\n").subjects == ("copyright",)
