"""``verify``, ``rebuild`` and ``serve``: looking after a base, and showing it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.cli import lines
from app.cli.options import Home, Json, open_base
from app.cli.output import aside, line, message, say
from corpus.errors import UnavailableError
from index.engine import IndexingError


def register(cli: typer.Typer) -> None:
    """Add the commands."""
    cli.command()(verify)
    cli.command()(rebuild)
    cli.command()(serve)


def verify(
    repair: Annotated[bool, typer.Option("--repair", help="Heal what is found.")] = False,
    home: Home = None,
    json: Json = False,
) -> None:
    """Compare the index with the catalogue; exit status 1 where they differ (and were not repaired)."""
    with open_base(home) as base:
        drift = base.index.verify()
        if json:
            line(lines.drift_line(drift))
        else:
            for name in ("missing", "stale", "orphaned"):
                for version in getattr(drift, name):
                    say(f"{name}  {version}")
        if drift and repair:
            base.index.repair(drift)
            drift = base.index.verify()
        if drift:
            message("The index differs from the catalogue: `zhiku verify --repair` heals it.")
        else:
            message("The index holds what the catalogue holds.")
    raise typer.Exit(1 if drift else 0)


def rebuild(home: Home = None, json: Json = False) -> None:
    """Build the index anew beside the old one, then swap: search is never empty."""
    with open_base(home) as base:
        bar = Progress(
            TextColumn("indexing"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=aside,
            transient=True,
        )
        with bar:
            task = bar.add_task("indexing", total=len(base.catalogue.reads.fingerprints()))
            versions = base.index.rebuild(lambda done: bar.advance(task, done))
        if json:
            line({"versions": versions, **lines.drift_line(base.index.verify())})
        else:
            say(f"{versions} versions are in the new index.")


def serve(
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port on 127.0.0.1.")] = 8501,
    access: Annotated[
        list[str] | None,
        typer.Option("--access", help="Also show documents with this label; may be given several times."),
    ] = None,
    home: Home = None,
) -> None:
    """Open the pages at 127.0.0.1."""
    from dataclasses import replace

    from app.serve import serve as run
    from corpus.access import Access, label

    with open_base(home) as base:
        settings = base.settings
        if access:
            settings = replace(settings, access=Access.of(*map(label, access)))
        # What a run left behind when its engine was away becomes searchable now, before the first question.
        try:
            if base.index.is_behind():
                base.index.catch_up()
        except (UnavailableError, IndexingError) as error:
            message(f"{error} The pages open all the same.")
    raise typer.Exit(run(settings, port))
