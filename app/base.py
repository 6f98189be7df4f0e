"""An open base: the catalogue, the engine and what works on both, as the command line and the pages use it."""

from __future__ import annotations

from functools import cached_property

from corpus.catalogue import Catalogue
from corpus.closing import Closing
from corpus.settings import Settings
from index.engine import Engine
from index.open import open_engine
from index.sync import IndexSync
from search.service import SearchService


class Base(Closing):
    """Everything that a command or a page needs, each part opened when it is first asked for.

    Args:
        settings: where it lives.
        patience: seconds for which a writer to the index waits for another one.
    """

    def __init__(self, settings: Settings, patience: float = 10.0) -> None:
        self.settings = settings
        self._patience = patience

    @cached_property
    def catalogue(self) -> Catalogue:
        """The record.

        Raises:
            UsageError, UnavailableError: if it cannot be opened; the message names it and the cure.
        """
        return Catalogue(self.settings.database_url)

    @cached_property
    def engine(self) -> Engine:
        """The engine that the settings name.

        Raises:
            UnavailableError: if it does not answer.
        """
        return open_engine(self.settings, self._patience)

    @cached_property
    def index(self) -> IndexSync:
        """What keeps the engine in step with the catalogue."""
        return IndexSync(self.catalogue, self.engine)

    @cached_property
    def search(self) -> SearchService:
        """What answers questions."""
        return SearchService(self.catalogue.reads, self.engine, self.settings.today)

    def close(self) -> None:
        """Give back what was opened."""
        opened = vars(self)
        if "engine" in opened:
            self.engine.close()
        if "catalogue" in opened:
            self.catalogue.close()
