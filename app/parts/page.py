"""What a page is given: the open base, the state of its URL, the strings of its language."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st
from markupsafe import Markup

from app.base import Base
from app.state import Place, State, address, encode
from app.texts import Texts
from corpus.access import Access
from corpus.model import Version
from corpus.settings import Settings

_opened: dict[Settings, Base] = {}  # by their settings, whatever the day
_opening = threading.Lock()


def opened_base() -> Base:
    """The base that the environment names: one for all sessions of the process.

    Raises:
        UsageError: if a variable of the environment means nothing.
    """
    settings = Settings.read(os.environ)
    place = replace(settings, today=date.min)
    with _opening:
        base = _opened.get(place)
        if base is None or base.settings != settings:
            # A new day: what was opened yesterday goes when the last page that uses it is drawn.
            base = _opened[place] = Base(settings)
        return base


def reader_access(base: Base) -> Access:
    """What readers of the pages may see: what the settings grant, else what is public."""
    return base.settings.access or Access.public()


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that a page draws from."""

    base: Base
    state: State
    texts: Texts

    @property
    def access(self) -> Access:
        """What the one who reads this page may see."""
        return reader_access(self.base)

    @property
    def today(self) -> date:
        """The day that "in force today" means."""
        return self.base.settings.today

    def text(self, key: str, /, **values: object) -> str:
        """A string of the page's language."""
        return self.texts(key, **values)

    def listed(self, names: Iterable[str]) -> str:
        """Names one after the other, as the page's language sets them."""
        return self.text("app.between").join(names)

    def link(self, place: Place, **changes: Any) -> str:
        """The address of a page in a fresh state, in the language of this one."""
        return address(replace(State(place, self.state.language), **changes))

    def document_link(self, identifier: str) -> str:
        """The address at which a work, version or provision is read."""
        return self.link(Place.READER, identifier=identifier)

    def version_caption(self, version: Version) -> str:
        """A version in a list: title and day."""
        day = version.identity.version_on
        return f"{self.title(version)} {day.isoformat() if day else ''}".strip()

    def title(self, version: Version) -> str:
        """The title of a version; its id where no title was found, so that there is always something to press."""
        return version.identity.title or version.id


def go(state: State) -> None:
    """Show this page in another state: the URL changes, and the page is drawn anew from it."""
    parameters: dict[str, list[str]] = {}
    for name, value in encode(state):
        parameters.setdefault(name, []).append(value)
    st.query_params.from_dict(parameters)
    st.rerun()


def draw(markup: Markup) -> None:
    """Put markup on the page, if there is any. Only ``Markup`` is taken, in which every value was escaped."""
    if not isinstance(markup, Markup):
        raise TypeError("only escaped markup may be drawn")
    if markup:
        st.html(str(markup))
