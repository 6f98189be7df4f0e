"""Of which rule a document is a part, as its title says."""

from __future__ import annotations

import pytest

from corpus.access import Access
from corpus.catalogue import Catalogue
from corpus.model import Identity, Kind
from corpus.whole import whole_of
from tests.documents import LONG, document, source

ALL = Access.everything()


@pytest.mark.parametrize(
    ("title", "kind", "jurisdiction", "work"),
    [
        ("中华人民共和国示例法 第二编 程序", Kind.LAW, "CN", "cn/示例法"),
        ("示例审查指南 第三部分第四章 形式", Kind.GUIDELINE, "CN", "cn/示例审查指南"),
        ("示例审查指南 第十二章", Kind.GUIDELINE, "CN", "cn/示例审查指南"),
        ("示例法典·合同编", Kind.LAW, "CN", "cn/示例法典"),
        ("示例法典合同编", Kind.LAW, "CN", "cn/示例法典"),
        ("Title 9— SAMPLES, CHAPTER 2— MARKS", Kind.STATUTE, "US", "us/title-9-samples"),
        ("Samples Act, Part IV", Kind.STATUTE, "GB", "gb/samples-act"),
        ("示例法", Kind.LAW, "CN", None),
        ("关于适用《示例法典》合同编的解释", Kind.JUDICIAL_INTERPRETATION, "CN", None),
        ("法规汇编编辑规定", Kind.DEPARTMENT_RULE, "CN", None),
        ("示例办法（第二部分）解读", Kind.OTHER, "CN", None),
        ("第二章", Kind.GUIDELINE, "CN", None),
        ("Agreement on Samples, Annex 2", Kind.TREATY, "INT", None),
    ],
)
def test_titles(title: str, kind: Kind, jurisdiction: str, work: str | None) -> None:
    found = whole_of(Identity(title, kind, "zh" if jurisdiction == "CN" else "en", jurisdiction))
    assert (found.work if found else None) == work


def test_wholes_that_may_be_seen(catalogue: Catalogue) -> None:
    catalogue.writes.store(document("示例法"), source("/全.txt", b"1"))
    catalogue.writes.store(document("密示例法", (LONG, "密")), source("/密.txt", b"2"), "internal")
    asked = ["cn/示例法", "cn/密示例法", "cn/无此法"]
    assert catalogue.reads.held(asked, ALL) == {"cn/示例法", "cn/密示例法"}
    assert catalogue.reads.held(asked, Access.public()) == {"cn/示例法"}
    assert catalogue.reads.held([], ALL) == set()
