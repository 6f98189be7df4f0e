"""存疑文件: the documents that a person should look at, the most doubtful first."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from app.parts.doubt_list import doubtful, doubts_list
from app.parts.markup import joined, link
from app.parts.page import Page, draw
from app.state import address

_ON_A_PAGE = 50


def show(page: Page) -> None:
    """Draw the page."""
    draw(
        Markup('<div class="zk-page-head"><h1>{}</h1><p>{}</p></div>').format(
            page.text("doubt.title"), page.text("doubt.about")
        )
    )
    found = doubtful(page)
    pages = max(-(-len(found) // _ON_A_PAGE), 1)
    number = min(page.state.page, pages)
    draw(doubts_list(page, found[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE]))
    if pages > 1:
        draw(
            Markup('<nav class="zk-parts" aria-label="{}">{}</nav>').format(
                page.text("search.pages"),
                joined(
                    Markup('<span aria-current="page">{}</span>').format(each)
                    if each == number
                    else link(address(replace(page.state, page=each)), each)
                    for each in range(1, pages + 1)
                ),
            )
        )
