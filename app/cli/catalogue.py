"""``list``, ``show`` and ``remove``: what the catalogue holds."""

from __future__ import annotations

from typing import Annotated

import typer

from app.cli import lines
from app.cli.options import Home, Json, KindOption, kind, open_base, reader
from app.cli.output import line, message, say
from corpus.whole import whole_of

Identifier = Annotated[str, typer.Argument(metavar="ID", help="An id such as cn/专利法@2020-10-17 or …#71.")]


def register(cli: typer.Typer) -> None:
    """Add the commands."""
    cli.command("list")(list_versions)
    cli.command()(show)
    cli.command()(remove)


def list_versions(
    kind_name: KindOption = None,
    work: Annotated[
        str | None, typer.Option("--work", help="Only versions of this work, such as cn/专利法.")
    ] = None,
    home: Home = None,
    json: Json = False,
) -> None:
    """List the versions in the catalogue."""
    with open_base(home) as base:
        today, access = base.settings.today, reader(base)
        ends = base.catalogue.records.endings(access) if json else {}
        versions = base.catalogue.reads.versions(access, kind(kind_name), work)
        wholes = [whole.work for version in versions if json and (whole := whole_of(version.identity))]
        held = base.catalogue.reads.held(wholes, access)
        for version in versions:
            if json:
                line(lines.version_line(version, today, ends.get(version.id, ()), held))
            else:
                say(
                    f"{version.id}  {version.identity.title}  {version.status(today)}  {version.articles} articles"
                )


def show(identifier: Identifier, home: Home = None, json: Json = False) -> None:
    """Show a version or a provision."""
    with open_base(home) as base:
        access = reader(base)
        reads = base.catalogue.reads
        if "#" in identifier:
            version, provision = reads.provision(identifier, access)
        else:
            version, provision = reads.version(identifier, access), None
        shown = lines.show_line(version, provision, reads.provisions(version.id, access))
        if json:
            line(shown)
            return
        day = version.identity.version_on
        say(
            f"{version.identity.title}{f' ({day})' if day else ''}  {version.status(base.settings.today)}",
            style="bold",
        )
        if shown["path"]:
            say(shown["path"], style="dim")
        say(shown["text"])


def remove(
    identifier: Identifier,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    home: Home = None,
) -> None:
    """Take a version out of the catalogue and the index, with the files it was read from."""
    with open_base(home) as base:
        version = base.catalogue.reads.version(identifier, reader(base))
        if not yes:
            typer.confirm(
                f"Remove {version.id} ({version.identity.title}, {version.provisions} provisions)?",
                abort=True,
            )
        base.catalogue.writes.remove(version.id)
        base.index.catch_up()
        message(f"{version.id} is gone. Its file can be read again with `zhiku ingest`.")
