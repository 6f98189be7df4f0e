"""``cases``: the digests of the cases in the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli.options import Home, Json, open_base, reader
from app.cli.output import line, say
from app.cli.record_lines import digest_line
from corpus.errors import UsageError
from corpus.records import Digest
from search.cases import find_cases


def register(cli: typer.Typer) -> None:
    """Add the command."""
    cli.command("cases")(list_cases)


def list_cases(
    jurisdiction: Annotated[
        str | None, typer.Option("--jurisdiction", help="Only cases of this one, such as CN, US or EU.")
    ] = None,
    court: Annotated[
        str | None, typer.Option("--court", help="Only cases of courts whose name holds this.")
    ] = None,
    subject: Annotated[
        str | None, typer.Option("--subject", help="Only cases of this subject, such as patent.")
    ] = None,
    year: Annotated[str | None, typer.Option("--year", help="Only cases decided in this year.")] = None,
    home: Home = None,
    json: Json = False,
) -> None:
    """List the cases in the catalogue, newest first."""
    if year is not None and not (len(year) == 4 and year.isascii() and year.isdigit()):
        raise UsageError(f"--year {year!r} is no year.", "Write it as 2021.")
    asked = {"jurisdiction": jurisdiction, "subject": subject, "year": year}
    filters = {facet: (value,) for facet, value in asked.items() if value}
    with open_base(home) as base:
        records, access = base.catalogue.records, reader(base)
        found = find_cases(records.briefs(access), filters=filters).entries
        wanted = [e for e in found if court is None or court.casefold() in (e.brief.court or "").casefold()]
        if not json:
            for entry in wanted:
                brief = entry.brief
                facts = [str(brief.date or brief.year or ""), brief.court or "", brief.case_number or ""]
                say(f"{entry.version}  {brief.title}  {'  '.join(filter(None, facts))}")
            return
        held: dict[tuple[str, int], Digest] = {}
        if wanted:
            held = {(e.version, e.order): e.digest for e in records.digests(access)}
        for entry in wanted:
            line(
                {
                    "version": entry.version,
                    "case": entry.order + 1,
                    **digest_line(held[entry.version, entry.order]),
                }
            )
