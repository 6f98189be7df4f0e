"""``minutes``: what meetings agreed, and what became of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from app.base import Base
from app.cli.options import Home, Json, open_base, reader
from app.cli.output import line, say
from app.cli.record_lines import item_line
from corpus.access import Access
from corpus.catalogue.settlement import AgreedItem
from corpus.errors import UsageError
from corpus.ids import provision_id
from corpus.records import ItemState
from search.agreed import find_items

_STATES = {
    **{str(state): state for state in ItemState},
    **{"open": ItemState.OPEN, "under_way": ItemState.UNDER_WAY, "settled": ItemState.SETTLED},
}


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("minutes")(list_items)


def list_items(
    party: Annotated[
        str | None, typer.Option("--party", help="Only items of a party whose name holds this.")
    ] = None,
    state: Annotated[
        str | None, typer.Option("--state", help="Only items in this state: 待落实, 落实中 or 已落实.")
    ] = None,
    overdue: Annotated[
        bool, typer.Option("--overdue", help="Only items whose day has passed and that nothing settled.")
    ] = False,
    home: Home = None,
    json: Json = False,
) -> None:
    """List the items of all minutes, those overdue first."""
    if state is not None and state not in _STATES:
        raise UsageError(f"--state {state!r} is no state.", f"States are: {', '.join(ItemState)}.")
    with open_base(home) as base:
        today, access = base.settings.today, reader(base)
        found = find_items(base.catalogue.agreed.items(access), today).items
        wanted = [
            item
            for item in found
            if (party is None or any(party in name for name in item.parties))
            and (state is None or item.state is _STATES[state])
            and (not overdue or item.is_overdue(today))
        ]
        for item in wanted:
            if json:
                line(_line(base, access, item, today))
            else:
                say(_shown(item, today))


def _line(base: Base, access: Access, item: AgreedItem, today: date) -> dict[str, Any]:
    own = item.item
    version = item.meeting.version
    return {
        "id": provision_id(version, own.fragment) if own.fragment else version,
        "version": version,
        "meeting": item.meeting.minutes.meeting,
        "date": item.meeting.minutes.date.isoformat() if item.meeting.minutes.date else None,
        "key": item.key,
        **item_line(own),
        "cites": [_cited(base, access, printed) for printed in own.cites],
        "state": str(item.state) if item.state else None,
        "state_basis": str(item.state_basis) if item.state_basis else None,
        "state_source": item.state_source,
        "settled_by": item.settled_by,
        "settled_basis": str(item.settled_basis) if item.settled_basis else None,
        "suggested": item.is_suggested,
        "overdue": item.is_overdue(today),
    }


def _cited(base: Base, access: Access, printed: str) -> str:
    """The id of the work that an item names; its name as printed where the base does not hold it, or holds several."""
    name = printed.partition("》")[0].lstrip("《") if printed.startswith("《") else printed
    works = {named.work for named in base.catalogue.reads.named([name], access)}
    return next(iter(works)) if len(works) == 1 else printed


def _shown(item: AgreedItem, today: date) -> str:
    own = item.item
    day = own.deadline.isoformat() if own.deadline else own.deadline_text or "-"
    late = " !" if item.is_overdue(today) else ""
    text = own.text if len(own.text) <= 60 else f"{own.text[:60]}…"
    return f"{day}{late}  {item.state or '-'}  {'、'.join(own.lead) or '-'}  {text}  ({item.meeting.version})"
