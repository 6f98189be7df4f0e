"""The day on which a journal printed an act, and the day of effect that the act counts from it or states."""

from __future__ import annotations

import json
from datetime import date

import pytest

from corpus.ids import checksum
from corpus.model import Identity, SourceFile
from ingest.clean import clean
from ingest.identify import identify
from ingest.identify.dates import name_date
from ingest.read import read

ARTICLE = "Members keep samples in good order and report on them once a year to the office that is in charge of samples."


def identity(text: str, name: str = "a.md") -> Identity:
    content = text.encode()
    source = SourceFile(name, content, checksum(content))
    return identify(clean(read(source)), source)


def act(last: str, head: str = "Official Journal L 12 , 05/03/2010 P. 0003 - 0005") -> Identity:
    articles = "\n\n".join(f"# Article {number}\n\n{ARTICLE}" for number in range(1, 5))
    return identity(
        f"{head}\n\n# Directive 2010/7/EC of the European Parliament and of the Council of 1 March 2010 on samples\n\n"
        f"THE EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION,\n\n{articles}\n\n# Article 5\n\n{last}\n"
    )


@pytest.mark.parametrize(
    ("last", "effective"),
    [
        ("This Directive shall enter into force on the day of its publication in the Official Journal.", (2010, 3, 5)),
        ("This Directive shall enter into force on the day following its publication.", (2010, 3, 6)),
        ("This Directive shall enter into force on the twentieth day following that of its publication.", (2010, 3, 25)),
        ("This Directive shall enter into force on the 20th\u00a0day following its publication.", (2010, 3, 25)),
        ("La présente directive entre en vigueur le vingtième jour suivant celui de sa publication.", (2010, 3, 25)),
        ("Members shall publish what they do.", None),
    ],
)  # fmt: skip
def test_effect_counts_from_the_day_of_the_journal(last: str, effective: tuple[int, int, int] | None) -> None:
    found = act(last)
    assert found.adopted == date(2010, 3, 1)
    assert found.promulgated == date(2010, 3, 5)
    assert found.effective == (date(*effective) if effective else None)


def test_the_day_of_the_journal_may_stand_in_its_running_head() -> None:
    assert act("x", "5.3.2010 | EN | Official Journal of the European Union | L 12/3").promulgated == date(
        2010, 3, 5
    )


CONSOLIDATED = """02010L0007 — EN — 01.07.2015 — 001.001

# DIRECTIVE 2010/7/EC OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL

# of 1 March 2010

# on samples

Amended by:

DIRECTIVE (EU) 2012/5 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL of 3 May 2012 | L 24 | 6 | 20.5.2012

DIRECTIVE (EU) 2015/9 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL of 17 April 2015 | L 13 | 92 | 17.5.2015

# Article 1

Members keep samples.
"""


def test_the_acts_in_the_table_of_a_consolidated_act_amended_it() -> None:
    found = identity(CONSOLIDATED)
    amended = [event.on for event in found.events if event.kind == "amended"]
    assert (found.adopted, amended) == (date(2015, 4, 17), [date(2012, 5, 3), date(2015, 4, 17)])


@pytest.mark.parametrize(
    ("changed", "last", "adopted", "effective"),
    [
        ("2015-03-02", "La presente ley entrará en vigor el\u00a01 de junio de\u00a02015.", "2015-03-01", "2015-06-01"),
        ("2015-03-02", "La presente ley entrará en vigor a los veinte días de su publicación.", "2015-03-01", "2015-03-22"),
        ("2015-03-02", "La presente ley entrará en vigor a los tres meses de su publicación.", "2015-03-01", "2015-06-02"),
        ("2020-07-01", "La presente ley entrará en vigor el 1 de junio de 2015.", "None", "None"),
    ],
)  # fmt: skip
def test_a_statute_that_was_not_changed_says_when_it_came_into_force(
    changed: str, last: str, adopted: str, effective: str
) -> None:
    head = f'country: "es"\nrank: "ley"\npublication_date: "2015-03-02"\nlast_updated: "{changed}"\nenactment_date: "2015-03-01"\n'
    text = "\n\n".join(f"##### Artículo {n}. Objeto.\n\nLa muestra se conserva." for n in range(1, 4))
    found = identity(
        f"---\n{head}---\n# Ley 3/2015, de 1 de marzo, de Muestras\n\n{text}\n\n##### Disposición final.\n\n{last}\n"
    )
    assert (str(found.adopted), str(found.effective)) == (adopted, effective)


def test_the_day_in_force_that_a_register_gives_is_the_effect_of_its_text() -> None:
    head = 'title: "見本法"\ncountry: "jp"\nrank: "act"\npublication_date: "1990-01-10"\nextra:\n  enforced_at: "2020-04-01"\n'
    found = identity(f"---\n{head}---\n**第一条（目的）**　この法律は、見本について定める。\n")
    assert (found.promulgated, found.effective) == (None, date(2020, 4, 1))


def test_the_first_day_in_a_title_is_the_conclusion_and_no_revision() -> None:
    title = "Sample Convention of September 9, 1906, completed at Bern on May 4, 1916, and revised at Rome on June 2, 1928"
    found = identity(
        f"##Monsterverdrag van 9 september 1906, herzien te Rome op 2 juni 1928\n\n####{title}\n\nThe Contracting Parties have agreed as follows:\n\n### Article 1\n\n{ARTICLE}\n"
    )
    amended = [event.on for event in found.events if event.kind == "amended"]
    assert amended == [date(1916, 5, 4), date(1928, 6, 2)]


def test_the_number_of_an_act_in_a_name_is_no_day() -> None:
    assert name_date("regulation-2017-1001-samples.v2017-06-14.en.xml") == date(2017, 6, 14)
    assert (name_date("a(2020-10-17).md"), name_date("a_20121228.txt"), name_date("a-2017-1001.md")) == (
        date(2020, 10, 17),
        date(2012, 12, 28),
        None,
    )


def test_regulations_may_enter_into_force_on_a_day_that_they_state() -> None:
    units = [
        {"條號": "Article 1", "條文內容": ARTICLE},
        {"條號": "Article 2", "條文內容": "These regulations enter into force on March 24, 2014."},
    ]
    record = {
        "法規性質": "命令",
        "英文法規名稱": "Sample Regulations",
        "沿革內容": "1.Promulgated on March 20, 2014",
        "法規內容": units,
    }
    assert identity(json.dumps(record, ensure_ascii=False), "a.json").effective == date(2014, 3, 24)
