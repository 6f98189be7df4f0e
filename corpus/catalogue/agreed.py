"""The question for the items of all minutes, each with what became of it by now."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Engine, or_, select

from corpus.access import Access
from corpus.catalogue import tables
from corpus.catalogue.connect import translated
from corpus.catalogue.records import RecordReads
from corpus.catalogue.settlement import AgreedItem, Held, Issued, asked_for, settled_items
from corpus.catalogue.visible import visible
from corpus.model import Kind
from corpus.names import name_key

_MOST = 300  # titles asked for in one query


class AgreedReads:
    """Questions about what meetings agreed."""

    def __init__(self, engine: Engine, records: RecordReads) -> None:
        self._engine = engine
        self._records = records

    def meetings(self, access: Access) -> list[Held]:
        """The minutes that may be seen, newest first, undated ones last."""
        return [Held(m.version, m.title, m.minutes) for m in self._records.meetings(access)]

    def items(self, access: Access) -> list[AgreedItem]:
        """The items of all minutes that may be seen, in the order of the meetings and of their texts.

        What settled them is looked for among the documents that the same access may see.
        """
        meetings = self.meetings(access)
        return settled_items(meetings, self._documents(meetings, access)) if meetings else []

    def _documents(self, meetings: list[Held], access: Access) -> list[Issued]:
        asked = asked_for(meetings)
        titles, numbers = sorted(asked["titles"]), sorted(asked["numbers"])
        n, v = tables.names, tables.versions
        found: dict[str, Issued] = {}
        conditions: list[ColumnElement[bool]] = [
            condition
            for start in range(0, len(titles), _MOST)
            for condition in _named(titles[start : start + _MOST])
        ]
        if numbers:
            conditions.append(v.c.number_key.in_([name_key(number) for number in numbers[:_MOST]]))
        with translated(self._engine), self._engine.connect() as connection:
            for condition in conditions:
                query = (
                    select(v.c.id, v.c.title, v.c.document_number, v.c.version_on, n.c.name)
                    .outerjoin(n, n.c.version == v.c.id)
                    .where(condition, v.c.kind != str(Kind.MINUTES), visible(access))
                )
                for row in connection.execute(query):
                    found[row.id] = Issued(row.id, row.title, row.document_number, row.version_on)
        return [found[key] for key in sorted(found)]


def _named(titles: list[str]) -> list[ColumnElement[bool]]:
    """Documents that bear one of the titles, or whose title names it in marks or with (试行) behind it."""
    n, v = tables.names, tables.versions
    keys = [key for title in titles if (key := name_key(title))]
    within = [v.c.title.contains(title, autoescape=True) for title in titles if len(title) > 3]
    return [n.c.key.in_(keys), *(or_(*within[i : i + 50]) for i in range(0, len(within), 50))]
