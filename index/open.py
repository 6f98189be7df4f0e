"""Which engine a base uses: the one place that knows both."""

from __future__ import annotations

from corpus.settings import Settings
from index.embedded import EmbeddedEngine
from index.engine import Engine


def open_engine(settings: Settings, patience: float = 10.0) -> Engine:
    """The engine that the settings name: Elasticsearch where an address is given, else the folder of the base.

    Nothing is connected or written yet. ``patience`` is for how many seconds a writer waits for another one.

    Raises:
        UsageError: if the address of Elasticsearch is none.
    """
    if settings.elasticsearch_url is not None:
        from index.elastic import (
            ElasticEngine,  # a base without a server does not pay for the client's import
        )

        return ElasticEngine(settings.elasticsearch_url, settings.elasticsearch_prefix)
    return EmbeddedEngine(settings.home / "index", patience)
