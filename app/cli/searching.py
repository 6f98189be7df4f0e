"""``search``: one question, or many from a file."""

from __future__ import annotations

import json as json_module
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.text import Text

from app.base import Base
from app.cli import lines
from app.cli.options import Home, Json, KindOption, day, open_base, reader
from app.cli.output import line, message, people, plain, say
from corpus.errors import UnavailableError, UsageError
from index.engine import IndexingError
from search.query.fields import filter_values
from search.service import LARGEST_PAGE, Answer, Hit, Question, SearchService

_PATIENCE = 1.0  # seconds; who is writing to the index takes over what was read last, too


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command()(search)


def search(
    query: Annotated[str | None, typer.Argument(help="What to search for.", show_default=False)] = None,
    batch: Annotated[
        Path | None,
        typer.Option(
            "--batch", help='A file of lines {"id", "query", "as_of"}; prints JSON Lines.', show_default=False
        ),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", help="The day whose law is searched (today).")
    ] = None,
    kind: KindOption = None,
    jurisdiction: Annotated[
        str | None, typer.Option("--jurisdiction", help="Only this one, such as CN or INT.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Only this one, such as zh or en.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=LARGEST_PAGE, help="Hits on the page.")] = 10,
    offset: Annotated[int, typer.Option("--offset", min=0, help="Hits before the page.")] = 0,
    all_versions: Annotated[
        bool, typer.Option("--all-versions", help="Search every version, not one day's.")
    ] = False,
    home: Home = None,
    json: Json = False,
) -> None:
    """Search by article."""
    if (query is None) == (batch is None):
        raise UsageError(
            "There is nothing to search for, or too much.", "Give either a query or --batch FILE."
        )
    with open_base(home, _PATIENCE) as base:
        asked = Question(
            text=query or "",
            access=reader(base),
            as_of=day(as_of, "--as-of"),
            all_versions=all_versions,
            filters=_filters({"kind": kind, "jurisdiction": jurisdiction, "language": language}),
            limit=limit,
            offset=offset,
        )
        service = _service(base)
        if batch is not None:
            failed = _answer_all(service, asked, batch)
            raise typer.Exit(1 if failed else 0)
        answer = service.search(asked)
        if json:
            for hit in answer.hits:
                line(lines.hit_line(hit))
        else:
            _print(answer, offset)


def _service(base: Base) -> SearchService:
    """The search, on an index that has taken over what the catalogue noted for it, as far as that can be now."""
    try:
        if base.index.is_behind():
            base.index.catch_up()
    except (UnavailableError, IndexingError) as error:
        # Another process may be about it, or the folder may not be written: what is in the index is still found.
        message(f"The index lacks what was read last: {error}")
    return base.search


def _filters(given: dict[str, str | None]) -> dict[str, frozenset[str]]:
    filters: dict[str, frozenset[str]] = {}
    for facet, value in given.items():
        if value is None:
            continue
        meant = filter_values(facet, value)
        if meant is None:
            raise UsageError(
                f"There is no {facet} {value!r}.", "See `zhiku list --json` for those in the catalogue."
            )
        filters[facet] = meant
    return filters


def _answer_all(service: SearchService, asked: Question, batch: Path) -> bool:
    """Answer every line of a file; whether one of them could not be."""
    from dataclasses import replace

    failed = False
    for number, entry in _entries(batch):
        try:
            own_day = day(entry.get("as_of"), f"{batch}:{number}: as_of")
            answer = service.search(replace(asked, text=entry["query"], as_of=own_day or asked.as_of))
        except UsageError as error:
            message(f"{batch}:{number}: {error}")
            line({"id": entry.get("id"), "total": 0, "hits": [], "milliseconds": 0.0, "error": str(error)})
            failed = True
            continue
        hits = [lines.hit_line(hit) for hit in answer.hits]
        milliseconds = round(answer.milliseconds, 3)
        line({"id": entry.get("id"), "total": answer.total, "hits": hits, "milliseconds": milliseconds})
    return failed


def _entries(batch: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        text = batch.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{batch} cannot be read: {error}.", "Give a UTF-8 file of JSON Lines.") from None
    for number, raw in enumerate(text.splitlines(), 1):
        if not raw.strip():
            continue
        try:
            entry = json_module.loads(raw)
        except (ValueError, RecursionError):
            entry = None
        if not _is_question(entry):
            raise UsageError(
                f"{batch}:{number} is no query.", 'A line is {"id": ..., "query": "...", "as_of": null}.'
            )
        yield number, entry


def _is_question(entry: object) -> bool:
    return (
        isinstance(entry, dict)
        and isinstance(entry.get("query"), str)
        and isinstance(entry.get("as_of"), str | None)
    )


def _print(answer: Answer, offset: int) -> None:
    for item in answer.known:
        say(f"{item.version.identity.title}: zhiku show {item.id}", style="bold")
    if answer.loosened:
        say("Hits need not hold every word.", style="dim")
    for rank, hit in enumerate(answer.hits, offset + 1):
        _print_hit(rank, hit)
    say(f"{answer.total} hits, {answer.milliseconds:.0f} ms", style="dim")


def _print_hit(rank: int, hit: Hit) -> None:
    day_of = f" ({hit.unit.version_on})" if hit.unit.version_on else ""
    say(f"{rank}. {hit.unit.title}{day_of}  {' '.join(hit.unit.path)}  {hit.status}", style="bold")
    text = Text("   " + plain(hit.snippet.text))
    for start, end in hit.snippet.marks:
        text.stylize("reverse", start + 3, end + 3)
    people.print(text)
    say(f"   {hit.unit.id}", style="dim")
