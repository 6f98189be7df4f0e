"""``ingest``, ``read`` and ``samples``: from files into the base."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from app.base import Base
from app.cli import lines
from app.cli.options import Home, Json, open_base, reader
from app.cli.output import aside, line, message, people, plain, say
from corpus.access import label
from corpus.errors import UnreadableError

if TYPE_CHECKING:
    from corpus.model import Document, SourceFile
    from ingest.discover import Discovery
    from ingest.report import Outcome, Summary
    from ingest.run import Choices

Paths = Annotated[list[Path], typer.Argument(help="Files, folders or zip archives.", show_default=False)]
_MOST_LISTED = 50
_MOST_READERS = 8


def register(cli: typer.Typer) -> None:
    """Add the commands."""
    cli.command()(ingest)
    cli.command()(read)
    cli.command()(samples)


def ingest(
    paths: Paths,
    access: Annotated[
        str | None,
        typer.Option(
            "--access", help="Label for all of them: public, internal, or a group's name.", show_default=False
        ),
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", min=1, max=64, help="Processes that read files.")
    ] = min(os.cpu_count() or 1, _MOST_READERS),
    again: Annotated[
        bool, typer.Option("--again", help="Read files anew even where they are unchanged.")
    ] = False,
    home: Home = None,
    json: Json = False,
) -> None:
    """Read files and folders into the catalogue and the index."""
    from ingest.discover import discover
    from ingest.run import Choices

    wanted = label(access) if access is not None else None
    with open_base(home) as base:
        summary = run(base, discover(paths), Choices(wanted, workers, again), json)
    raise typer.Exit(1 if summary.failed else 0)


def read(files: Paths, home: Home = None, json: Json = False) -> None:
    """Show what ingestion makes of files; nothing is stored."""
    from ingest.discover import discover
    from ingest.workers import Workers

    discovery = discover(files)
    failed = bool(discovery.failed)
    for failure in discovery.failed:
        message(str(failure.error))
    for skipped in discovery.skipped:
        message(f"{skipped.location}: {skipped.reason}")
    refused: list[UnreadableError] = []
    processes = min(os.cpu_count() or 1, len(discovery.candidates), _MOST_READERS)
    with Workers(processes) as workers:
        for understood in workers.understand(_loaded(discovery, refused)):
            if understood.document is None:
                message(str(understood.error))
                failed = True
            elif json:
                line(lines.read_line(understood.source.location, understood.document))
            else:
                _describe(understood.source.location, understood.document)
    for error in refused:
        message(str(error))
    failed = failed or bool(refused)
    raise typer.Exit(1 if failed else 0)


def _loaded(discovery: Discovery, refused: list[UnreadableError]) -> Iterator[SourceFile]:
    """The files that can be loaded; why the others cannot is added to ``refused``."""
    from ingest.discover import load

    for candidate in discovery.candidates:
        try:
            yield load(candidate)
        except UnreadableError as error:
            refused.append(error)


def samples(home: Home = None, json: Json = False) -> None:
    """Put the project's own samples into an empty base; one that holds documents stays as it is."""
    from corpus.samples import documents, folder
    from ingest.discover import discover
    from ingest.run import Choices

    with open_base(home) as base, folder() as root:
        if base.catalogue.reads.versions(reader(base)):
            message("The base holds documents already: the samples stay out.")
            return
        # They show what minutes look like, so everybody may see them.
        summary = run(base, discover(documents(root)), Choices(access="public", workers=1), json)
    raise typer.Exit(1 if summary.failed else 0)


def run(base: Base, discovery: Discovery, choices: Choices, json: bool) -> Summary:
    """One ingestion run with a progress bar and a report."""
    from ingest.run import IngestionRun

    described = sum(len(candidate.companions) for candidate in discovery.candidates)
    total = len(discovery.candidates) + described + len(discovery.skipped) + len(discovery.failed)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[file]}", markup=False),
        console=aside,
        transient=True,
    )
    with bar:
        task = bar.add_task("reading", total=total, file="")

        def progress(outcome: Outcome) -> None:
            bar.update(task, advance=1, file=plain(outcome.source.rsplit("/", 1)[-1][:40]))
            if json:
                line(outcome.line())

        outcomes, summary = IngestionRun(base.catalogue, base.index, choices).run(discovery, progress)
    if json:
        line(summary.line())
    else:
        _report(outcomes, summary)
    if summary.unindexed:
        message(summary.unindexed)
    return summary


def _report(outcomes: Sequence[Outcome], summary: Summary) -> None:
    """What a person needs to know: what failed and why first, then the doubts, then the counts."""
    by_status: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        by_status[outcome.status].append(outcome)
    for outcome in by_status["failed"]:
        say(f"failed   {outcome.reason}", style="red")
    for outcome in by_status["skipped"][:_MOST_LISTED]:
        say(f"skipped  {outcome.source}: {outcome.reason}", style="dim")
    noted = [o for o in outcomes if o.status in ("added", "changed") and (o.warnings or o.reason)]
    for outcome in noted[:_MOST_LISTED]:
        say(
            f"note     {outcome.source}: {'; '.join(filter(None, (outcome.reason, *outcome.warnings)))}",
            style="yellow",
        )
    if len(noted) > _MOST_LISTED:
        say(f"         and {len(noted) - _MOST_LISTED} more with notes: see --json")
    counts = ", ".join(f"{number} {status}" for status, number in summary.counts.items() if number)
    seconds = ", ".join(f"{stage} {value:.1f} s" for stage, value in summary.seconds.items())
    people.print()
    say(counts or "There was nothing to read.", style="bold")
    say(seconds, style="dim")


def _describe(location: str, document: Document) -> None:
    identity = document.identity
    say(location, style="dim")
    say(identity.title, style="bold")
    days = {
        "adopted": identity.adopted,
        "promulgated": identity.promulgated,
        "effective": identity.effective,
        "repealed": identity.repealed,
    }
    facts = [str(identity.kind), identity.jurisdiction, identity.language, identity.document_number]
    facts += [f"{name} {day}" for name, day in days.items() if day]
    say("  ".join(fact for fact in facts if fact))
    say(f"{document.articles} articles, {len(document.provisions)} provisions")
    for warning in dict.fromkeys((*identity.warnings, *document.warnings)):
        say(f"note: {warning}", style="yellow")
    for provision in document.provisions[:_MOST_LISTED]:
        start = provision.text.replace("\n", " ")[:60]
        say(f"  {provision.level:<10} {provision.caption} {start}")
    if len(document.provisions) > _MOST_LISTED:
        say(f"  and {len(document.provisions) - _MOST_LISTED} more: see --json")
    people.print()
