"""The command ``zhiku``: what people script with."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

# Before any import of theirs: without internet these cost many seconds at start, and nobody asked for them.
os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "False")
os.environ.setdefault("DO_NOT_TRACK", "true")
os.environ.setdefault("SCARF_NO_ANALYTICS", "true")
os.environ.setdefault("UNSTRUCTURED_DISABLE_NOTICE", "1")

import typer

from app.cli import agreed, cases, catalogue, correcting, ingestion, maintenance, searching
from app.cli.options import Home
from app.cli.output import message
from corpus.errors import UsageError, ZhikuError

cli = typer.Typer(
    name="zhiku",
    help="知库: a knowledge base of intellectual-property rules.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@cli.callback()
def everywhere(home: Home = None) -> None:
    """知库: a knowledge base of intellectual-property rules."""
    if home is not None:
        # Before the command or after it: where it stands makes no difference.
        os.environ["ZHIKU_HOME"] = str(home)


for module in (ingestion, catalogue, cases, agreed, correcting, searching, maintenance):
    module.register(cli)


def main() -> NoReturn:
    """Run a command; exit status 0 done, 1 something failed, 2 wrong usage."""
    try:
        cli(standalone_mode=True)
    except UsageError as error:
        message(str(error))
        sys.exit(2)
    except ZhikuError as error:
        message(str(error))
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has had enough; nothing went wrong here.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        message(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}")
        sys.exit(1)
    sys.exit(0)
