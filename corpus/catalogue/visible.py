"""Which versions a reader may see: the one condition that every question to the catalogue carries."""

from __future__ import annotations

from sqlalchemy import ColumnElement, true

from corpus.access import Access
from corpus.catalogue import tables


def visible(access: Access) -> ColumnElement[bool]:
    """The condition, on the table of versions, that a version may be seen with ``access``."""
    if access.labels is None:
        return true()
    return tables.versions.c.access.in_(sorted(access.labels))
