"""A query that cannot be understood, in the reader's language: what is wrong, where, and the cure."""

from __future__ import annotations

from markupsafe import Markup

from app.parts.markup import marked, notice
from app.parts.page import Page
from search.query import QueryProblem

_AROUND = 60  # characters of the query on each side of the place


def problem_notice(page: Page, query: str, problem: QueryProblem) -> Markup:
    """The message, with the query and the place in it marked."""
    code = problem.code if f"problem.{problem.code}.message" in page.texts.strings else "other"
    # The limit of a long query is the place where it was cut.
    surface = str(problem.position) if code == "too_long" else problem.surface
    position = min(problem.position, max(len(query) - 1, 0))
    start, end = (
        max(position - _AROUND, 0),
        min(position + max(len(problem.surface), 1) + _AROUND, len(query)),
    )
    shown = query[start:end]
    mark = (position - start, min(position - start + max(len(problem.surface), 1), len(shown)))
    place = Markup('<code class="zk-query">{}{}{}</code> <span class="zk-where">{}</span>').format(
        "…" if start else "",
        marked(shown, (mark,)),
        "…" if end < len(query) else "",
        page.text("problem.place", position=problem.position + 1),
    )
    return notice(
        page.text("problem.title"),
        page.texts.markup(f"problem.{code}.message", surface=Markup("<b>{}</b>").format(surface)),
        place,
        page.text(f"problem.{code}.cure"),
        kind="warning",
    )
