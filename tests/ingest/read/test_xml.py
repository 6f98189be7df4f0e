"""XML: one class for each shape."""

from __future__ import annotations

import pytest

from corpus.errors import UnreadableError
from tests.ingest.read.builders import is_exact, read_text

TREATY = """<?xml version="1.0"?><treaty><meta><name>A - B</name><parties><code n="1">AAA</code><code>BBB</code></parties></meta>
<body><chapter number="CHAPTER 2" name="Marks"><article number="ARTICLE 2.1" name="Scope">1. The Parties:

(a) 	protect marks; and

(b) publish them.</article></chapter></body></treaty>"""
FORMEX = """<ACT><BIB.INSTANCE><DATE>20200102</DATE></BIB.INSTANCE><TITLE><TI><P>Directive on examples</P></TI></TITLE>
<PREAMBLE><GR.CONSID><CONSID><NP><NO.P>(1)</NO.P><TXT>Examples help.<NOTE TYPE="FOOTNOTE"><P>OJ L 1.</P></NOTE></TXT></NP></CONSID></GR.CONSID></PREAMBLE>
<ENACTING.TERMS><ARTICLE><TI.ART>Article 1</TI.ART><STI.ART><P>Scope</P></STI.ART><PARAG><NO.PARAG>1.</NO.PARAG>
<ALINEA>This applies to <QUOT.START CODE="2018"/>examples<QUOT.END CODE="2019"/>.</ALINEA></PARAG></ARTICLE></ENACTING.TERMS></ACT>"""
USLM = """<uscDoc xmlns="http://xml.house.gov/schemas/uslm/1.0"><meta><docNumber>9</docNumber></meta><main><title><num>Title 9—</num>
<heading>EXAMPLES</heading><section><num>§ 101.</num><heading> Definitions</heading><chapeau>In this title—</chapeau>
<paragraph><num>(1)</num><content>a <ref href="x">mark</ref> is a sign; and</content></paragraph>
<note><heading>History</heading><p>Added by <ref href="y">act 1</ref>, § 2.</p></note></section></title></main></uscDoc>"""
OTHER = "<law><title>Example Act</title><part><p>One <b>bold</b> word.</p><item>Two</item></part></law>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TREATY, ["heading 1 CHAPTER 2 Marks", "heading 3 ARTICLE 2.1 Scope", "paragraph 0 1. The Parties:",
                  "paragraph 0 (a) protect marks; and", "paragraph 0 (b) publish them."]),
        (FORMEX, ["heading 1 Directive on examples", "paragraph 0 (1) Examples help.", "footnote 0 OJ L 1.",
                  "heading 3 Article 1", "heading 4 Scope", "paragraph 0 1. This applies to ‘examples’."]),
        (USLM, ["heading 1 Title 9— EXAMPLES", "heading 4 § 101. Definitions", "paragraph 0 In this title—",
                "paragraph 0 (1) a mark is a sign; and", "heading 6 History", "paragraph 0 Added by act 1, § 2."]),
        (OTHER, ["heading 1 Example Act", "paragraph 0 One bold word.", "list_item 0 Two"]),
    ],
    ids=["treaty", "formex", "uslm", "generic"],
)  # fmt: skip
def test_shapes(content: str, expected: list[str]) -> None:
    reading = read_text("a.xml", content)
    assert [f"{block.kind.value} {block.level} {block.text}" for block in reading.blocks] == expected
    assert is_exact(reading)


def test_metadata() -> None:
    assert read_text("a.xml", TREATY).metadata == {"name": "A - B", "parties.code": "AAA; BBB"}
    assert read_text("a.xml", FORMEX).metadata == {"DATE": "20200102"}


@pytest.mark.parametrize(
    "content",
    [
        '<!DOCTYPE a [<!ENTITY x "xx">]><a>&x;</a>',
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    ],
)
def test_entities_are_refused(content: str) -> None:
    with pytest.raises(UnreadableError, match="entities"):
        read_text("a.xml", content)


def test_deep_nesting_is_refused_or_read() -> None:
    with pytest.raises(UnreadableError):
        read_text("a.xml", "<a>" * 100_000 + "x" + "</a>" * 100_000)


def test_broken_xml_is_read_as_far_as_it_goes_with_a_warning() -> None:
    reading = read_text("a.xml", "<a><p>第一</p><p>第二")
    assert [block.text for block in reading.blocks] == ["第一", "第二"]
    assert "broken" in reading.warnings[0]
