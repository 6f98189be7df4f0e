"""The script that Streamlit runs for every session: reads the URL, opens the base, draws the page."""

from __future__ import annotations

import logging
from collections.abc import Callable

import streamlit as st

from app.pages import cases, correct, doubts, ingest, meetings, overview, reader, search
from app.parts.layout import MARK, frame, title_of
from app.parts.markup import notice
from app.parts.notes import in_words, said
from app.parts.page import Page, draw, opened_base
from app.state import Place, decode
from app.texts import texts
from corpus.errors import UnavailableError, ZhikuError

_log = logging.getLogger(__name__)

PAGES: dict[Place, Callable[[Page], None]] = {
    Place.SEARCH: search.show,
    Place.READER: reader.show,
    Place.CASES: cases.show,
    Place.MEETINGS: meetings.show,
    Place.INGEST: ingest.show,
    Place.OVERVIEW: overview.show,
    Place.CORRECT: correct.show,
    Place.DOUBTS: doubts.show,
}


def show() -> None:
    """Draw the page of the session's URL. An error becomes a message; the page stays up."""
    parameters = {name: st.query_params.get_all(name) for name in st.query_params}
    state, refused = decode(parameters)
    strings = texts(state.language)
    page = Page(opened_base(), state, strings)
    st.set_page_config(title_of(page), page_icon=MARK, layout="wide")
    frame(page, refused)
    try:
        PAGES[state.place](page)
    except UnavailableError as error:
        # Addresses and folders are for the one who runs the server, not for every reader.
        _log.error("%s", error)
        what = in_words(strings, error.note) or strings("app.unavailable")
        draw(notice(what, strings("app.unavailable_cure"), kind="error"))
    except ZhikuError as error:
        draw(notice(said(strings, error.note), kind="error"))
    except Exception:
        _log.exception("The page %r failed", str(state.place))
        draw(notice(strings("app.failed"), strings("app.failed_cure"), kind="error"))


# Workers that read files import the main module of their parent under another name: they draw nothing.
if __name__ == "__main__":
    # One page for Streamlit, which else takes every file under pages/ for a page of its own.
    st.navigation([st.Page(show, default=True)], position="hidden").run()
