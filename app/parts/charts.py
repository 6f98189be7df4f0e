"""Counts as bars, each with the same figures as a small table for those who do not see the plot."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

# Loaded with this module: two sessions that load it at the same moment, as Streamlit does, break each other.
import pandas as pd  # type: ignore[import-untyped]
import streamlit as st

from app.parts.markup import table
from app.parts.page import Page, draw

_INK = "#8c2f26"
_TEXT = "#3c3a36"
_FONT = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"
_ROW = 26  # pixels of a bar


def bars(page: Page, title: str, counts: Sequence[tuple[str, int]], most: int = 20) -> None:
    """Horizontal bars, the longest first; what goes beyond ``most`` is added up in the last one."""
    shown = list(counts[:most])
    if rest := sum(number for _, number in counts[most:]):
        shown.append((page.text("overview.rest"), rest))
    rows = [{"name": name, "number": number} for name, number in shown]
    names = [name for name, _ in shown]
    base = alt.Chart(pd.DataFrame(rows)).encode(
        y=alt.Y("name:N", sort=names, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=170))
    )
    bar = base.mark_bar(color=_INK, cornerRadiusEnd=2, height=14).encode(
        x=alt.X("number:Q", title=None, axis=None),
        tooltip=[
            alt.Tooltip("name:N", title=title),
            alt.Tooltip("number:Q", title=page.text("overview.count")),
        ],
    )
    label = base.mark_text(align="left", dx=5, color=_TEXT, font=_FONT).encode(x="number:Q", text="number:Q")
    _draw(page, title, (bar + label).properties(height=_ROW * len(rows) + 10), counts)


def columns(page: Page, title: str, counts: Sequence[tuple[int, int]]) -> None:
    """Upright bars along the years; years without anything stay empty."""
    rows = [{"year": year, "number": number} for year, number in counts]
    first, last = counts[0][0], counts[-1][0]
    chart = (
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(color=_INK)
        .encode(
            x=alt.X(
                "year:Q",
                title=None,
                scale=alt.Scale(domain=[first - 1, last + 1], nice=False),
                axis=alt.Axis(format="d", grid=False, tickMinStep=1),
            ),
            y=alt.Y("number:Q", title=None, axis=alt.Axis(tickMinStep=1, format="d", domain=False)),
            size=alt.value(max(2, min(18, 700 // max(last - first + 2, 1)))),
            tooltip=[
                alt.Tooltip("year:Q", title=title, format="d"),
                alt.Tooltip("number:Q", title=page.text("overview.count")),
            ],
        )
        .properties(height=220)
    )
    _draw(page, title, chart, [(str(year), number) for year, number in counts])


def _draw(
    page: Page, title: str, chart: alt.Chart | alt.LayerChart, counts: Sequence[tuple[str, int]]
) -> None:
    styled = (
        chart.properties(background="transparent", description=title)
        .configure_view(strokeWidth=0)
        .configure_axis(labelFont=_FONT, labelFontSize=13, labelColor=_TEXT, gridColor="#e6e1d6")
    )
    st.altair_chart(styled, width="stretch", theme=None)
    with st.expander(page.text("overview.table")):
        draw(
            table(
                [title, page.text("overview.count")], [(name, f"{n:,}") for name, n in counts], "zk-numbers"
            )
        )
