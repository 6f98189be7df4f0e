"""A small base for tests of the pages, and ways to look at a page that was drawn."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from app.base import Base
from corpus.evidence import Evidence
from corpus.model import Event, Kind, Level
from corpus.settings import Settings
from tests.conftest import TODAY
from tests.documents import LONG, document, provision, source

HOSTILE = "<script>alert('x')</script><img src=x onerror=alert(1)> javascript:alert(1) \"' &amp;"
"""What no page may take for markup."""


def settings(home: Path) -> Settings:
    return Settings(home, f"sqlite:///{home / 'catalogue.sqlite'}", None, TODAY)


def fill(base: Base) -> None:
    """Two versions of a law, one to come, a treaty, internal minutes, and a document that is up to no good."""
    store = base.catalogue.writes.store
    old = ("第一款内容。\n第二款内容。", "侵犯专利权的，应当恢复原状。", LONG)
    for day, last in ((date(2010, 4, 1), "旧的规定。"), (date(2020, 10, 17), "诉前保全应当提供担保。")):
        store(
            document(
                "示例专利法",
                (*old, last),
                day,
                issuers=("示例大会",),
                subjects=("patent",),
                document_number="示发〔2020〕3号" if day.year == 2020 else None,
                effective=day,
                events=(Event("adopted", date(2001, 1, 1)), Event("amended", day)),
                evidence=(Evidence("title", "示例专利法", "text", 0, 5),),
            ),
            source(f"/somewhere/private/law-{day}.txt", str(day).encode()),
        )
    store(
        document("未来条例", ("自二〇二七年起施行。",), date(2026, 6, 1), effective=date(2027, 1, 1)),
        source("/somewhere/future.md", b"future"),
    )
    store(
        document("Sample Treaty", ("Members shall protect patents.",), date(1994, 4, 15), kind=Kind.TREATY,
                 language="en", jurisdiction="INT"),
        source("/somewhere/treaty.html", b"treaty"),
    )  # fmt: skip
    store(
        document("机密纪要", ("机密事项。",), kind=Kind.MINUTES), source("/somewhere/minutes.txt", b"minutes")
    )
    store(
        document(f"坏文件{HOSTILE}", (f"恢复原状{HOSTILE}",), issuers=(HOSTILE,), names=(HOSTILE,)),
        source(f"/somewhere/{HOSTILE.replace('/', '')}.txt", b"hostile"),
    )
    base.index.catch_up()


def chapters(count: int) -> list[Any]:
    """Provisions of a code: chapters of ten articles."""
    listed = []
    for number in range(count):
        fragment, order = f"ch{number + 1}", number * 11
        listed.append(
            provision(order, fragment, "", level=Level.CHAPTER, label=f"第{number + 1}章", heading="名称",
                      article=None, fragment=fragment)
        )  # fmt: skip
        for place in range(10):
            name = str(number * 10 + place + 1)
            listed.append(provision(order + place + 1, name, f"内容{name}。", parent=fragment))
    return listed


def page(**parameters: Any) -> AppTest:
    """A page drawn from the parameters of a URL."""
    test = AppTest.from_file(str(files("app") / "main.py"), default_timeout=60)
    for name, value in parameters.items():
        test.query_params[name] = value
    test.run()
    assert not test.exception, test.exception
    return test


def markup(test: AppTest) -> str:
    """The markup of a page, without the look and the behaviour that stand on every page."""
    bodies = [str(element.proto.body) for element in test.get("html")]
    return "\n".join(body for body in bodies if not body.startswith(("<style", "<script")))


def words(test: AppTest) -> str:
    """What people read of a page's markup."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", markup(test))))


def links(test: AppTest) -> dict[str, str]:
    """The addresses of a page's links by what stands in them; the first of equal ones."""
    found: dict[str, str] = {}
    for address, inside in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', markup(test), re.DOTALL):
        label = html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", inside))).strip()
        found.setdefault(label, html.unescape(address))
    return found


def parameters(address: str) -> Mapping[str, Any]:
    """The parameters of a link, in the form that ``page`` takes."""
    from urllib.parse import parse_qs, urlsplit

    return {
        name: values if len(values) > 1 else values[0]
        for name, values in parse_qs(urlsplit(address).query).items()
    }
