"""The filters beside the hits: what can be chosen, with counts, and what is chosen, as links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from app.parts.markup import NOTHING, joined, link
from app.parts.page import Page
from app.state import State, address
from app.texts import Texts
from index.schema import FACETS, FacetCount

_SHOWN = 7  # values of a facet before the rest is folded away
_NAMED = frozenset(
    {"kind", "jurisdiction", "language", "subject", "progress", "due"}
)  # facets whose values have names of ours


def value_name(facet: str, value: str, texts: Texts) -> str:
    """A facet's value as people read it."""
    return texts.label(facet, value) if facet in _NAMED else value


def facet_column(
    page: Page,
    counts: Mapping[str, Sequence[FacetCount]],
    facets: Sequence[str] = FACETS,
    names: str = "facet",
) -> Markup:
    """All facets with their values; a value chosen already is marked, and its link takes it back.

    Args:
        facets: those that are shown, in order.
        names: the table of the strings that name them.
    """
    blocks = [_facet(page, facet, counts.get(facet, ()), names) for facet in facets]
    return Markup(
        '<details class="zk-facets zk-wide"><summary>{}</summary><div class="zk-facet-list">{}</div></details>'
    ).format(page.text("search.filters"), joined(block for block in blocks if block))


def chips(page: Page, facets: Sequence[str] = FACETS) -> Markup:
    """What is chosen, each with a link that takes it back; nothing where nothing is."""
    state = page.state
    chosen = [(facet, value) for facet in facets for value in state.filters.get(facet, ())]
    if not chosen:
        return NOTHING
    links = [
        link(
            address(state.without_filter(facet, value)),
            Markup("{}<span aria-hidden='true'> ×</span>").format(value_name(facet, value, page.texts)),
            "zk-chip",
            page.text("search.remove", value=value_name(facet, value, page.texts)),
        )
        for facet, value in chosen
    ]
    if len(chosen) > 1:
        links.append(link(address(without_filters(state)), page.text("search.remove_all"), "zk-chip-all"))
    return Markup('<div class="zk-chips" role="group" aria-label="{}">{}</div>').format(
        page.text("search.chosen"), joined(links)
    )


def without_filters(state: State) -> State:
    """The state with nothing chosen."""
    for facet, values in list(state.filters.items()):
        for value in values:
            state = state.without_filter(facet, value)
    return state


def _facet(page: Page, facet: str, counts: Sequence[FacetCount], names: str) -> Markup:
    chosen = page.state.filters.get(facet, ())
    present = {count.value for count in counts}
    # A chosen value stays to be taken back, even where nothing has it any more.
    listed = [*counts, *(FacetCount(value, 0) for value in chosen if value not in present)]
    listed.sort(key=lambda count: count.value not in chosen)
    if not listed:
        return NOTHING
    entries = [_value(page, facet, count, count.value in chosen) for count in listed]
    first = max(_SHOWN, len(chosen))
    shown, rest = entries[:first], entries[first:]
    if len(rest) == 1:
        shown, rest = entries, []
    folded = (
        Markup("<details><summary>{}</summary><ul>{}</ul></details>").format(
            page.text("search.show_more", count=len(rest)), joined(rest)
        )
        if rest
        else NOTHING
    )
    return Markup('<section class="zk-facet" data-facet="{}"><h2>{}</h2><ul>{}</ul>{}</section>').format(
        facet, page.text(f"{names}.{facet}"), joined(shown), folded
    )


def _value(page: Page, facet: str, count: FacetCount, is_chosen: bool) -> Markup:
    name = value_name(facet, count.value, page.texts)
    state = page.state
    after = state.without_filter(facet, count.value) if is_chosen else state.with_filter(facet, count.value)
    label = Markup(
        '<span class="zk-tick" aria-hidden="true"></span><span class="zk-value">{}</span><span class="zk-count">{}</span>'
    ).format(name, f"{count.count:,}")
    return Markup('<li><a class="zk-link zk-facet-value" href="{}" data-stay="1"{}>{}</a></li>').format(
        address(after), Markup(' aria-current="true"') if is_chosen else NOTHING, label
    )
