"""By which other names a document can be found, and which words in it are none."""

from __future__ import annotations

import pytest

from corpus.ids import checksum
from corpus.model import SourceFile
from ingest.identify import identify
from ingest.read import read


def names(text: str) -> tuple[str, ...]:
    content = text.encode()
    source = SourceFile("a.md", content, checksum(content))
    return identify(read(source), source).names


BODY = "\n\n第一条 为了正确审理样品案件，制定本解释。\n\n第二条 样品应当寄存。\n"
ACT = "\n\n## 1. Short title\n\n{}\n\n## 2. Scope\n\nThis Act applies to all samples that are deposited with the Registrar.\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("# 最高人民法院关于审理样品纠纷案件若干问题的解释" + BODY, "关于审理样品纠纷案件若干问题的解释"),
        ("# 最高人民法院、最高人民检察院关于办理样品案件适用法律的解释" + BODY, "关于办理样品案件适用法律的解释"),
        ("# 最高人民法院关于适用《中华人民共和国样品法》若干问题的解释" + BODY, "最高人民法院关于适用《样品法》若干问题的解释"),
        ("# 中华人民共和国样品法\n\n# Sample Law of the People's Republic of China" + BODY, "Sample Law of the People's Republic of China"),
        ("# 关于审理样品案件的解释\n\n《关于审理样品案件的解释》（以下简称《样品解释》）已经通过。" + BODY, "样品解释"),
        ("# Samples Act 2031" + ACT.format("This Act may be cited as the Deposit Act and shall come into force on proclamation."), "Deposit Act"),
        ("# Chapter 77" + ACT.format("This Act is the Samples Act 2031."), None),
        ("# Gesetz über Proben und ihre Hinterlegung (Probengesetz – ProbG)\n\n§ 1 Dieses Gesetz regelt die Hinterlegung von Proben.\n\n§ 2 Die Hinterlegung ist frei.\n", "Probengesetz"),
        ("# Gesetz über Proben und ihre Hinterlegung (Probengesetz – ProbG)\n\n§ 1 Dieses Gesetz regelt die Hinterlegung von Proben.\n\n§ 2 Die Hinterlegung ist frei.\n", "ProbG"),
    ],
)  # fmt: skip
def test_a_document_gives_itself_names(text: str, name: str | None) -> None:
    assert name is None or name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "# 关于审理样品案件的解释\n\n《关于审理样品案件的解释》（以下简称《解释》）已经通过。" + BODY,
        "# 关于审理样品案件的解释\n\n《关于审理样品案件的解释》（以下简称本解释）已经通过。" + BODY,
        "# Sample Convention\n\nArticle 1\n\nA Sample Office, hereinafter referred to as the Office, is established by this Convention.\n",
    ],
)
def test_what_holds_within_the_text_alone_is_no_name(text: str) -> None:
    assert names(text) == ()
