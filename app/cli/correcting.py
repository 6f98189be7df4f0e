"""``correct`` and ``doubts``: a person has the last word over what was read."""

from __future__ import annotations

import getpass
from typing import Annotated, Any

import typer

from app.base import Base
from app.cli.options import Home, Json, open_base, reader
from app.cli.output import line, message, say
from corpus.catalogue import Doubtful, Outcome
from corpus.corrections import Change, Correction, Part, item_keys, parsed, shown
from corpus.corrections.fields import CONFIRMED, WORK, part_of
from corpus.doubts import Doubt
from corpus.errors import UnavailableError, UsageError
from index.engine import IndexingError

_SHORT = 80

Arguments = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ID FIELD=VALUE...",
        help="A version, and values for its fields; an empty value says that there is none.",
        show_default=False,
    ),
]

Move = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--move", metavar="VERSION WORK", help="Move a version to another work.", show_default=False
    ),
]
Join = Annotated[
    tuple[str, str] | None,
    typer.Option(
        "--join", metavar="WORK INTO", help="Let all of a work belong to another.", show_default=False
    ),
]


def register(cli: typer.Typer) -> None:
    """Add the commands."""
    cli.command()(correct)
    cli.command()(doubts)


def correct(
    arguments: Arguments = None,
    by: Annotated[
        str | None, typer.Option("--by", help="Who corrects; else the user's login name.", show_default=False)
    ] = None,
    item: Annotated[
        str | None,
        typer.Option("--item", help="The fields of this item of minutes: its key, or its place from 1."),
    ] = None,
    case: Annotated[
        int | None, typer.Option("--case", min=1, help="The fields of this case of the document, from 1.")
    ] = None,
    confirm: Annotated[
        list[str] | None, typer.Option("--confirm", help="Say that this field is right as it is.")
    ] = None,
    move: Move = None,
    join: Join = None,
    undo: Annotated[
        int | None, typer.Option("--undo", help="Take the correction of this number back.")
    ] = None,
    listing: Annotated[bool, typer.Option("--list", help="List corrections, of all or of one ID.")] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would become of it; keep nothing.")
    ] = False,
    home: Home = None,
    json: Json = False,
) -> None:
    """Correct what was read of a version, move or join works, list corrections, take them back."""
    words = list(arguments or ())
    _one_at_a_time(bool(words) and not listing, move is not None, join is not None, undo is not None, listing)
    with open_base(home) as base:
        access, writes = reader(base), base.catalogue.writes
        if listing:
            found = base.catalogue.corrections.corrections(access, words[0] if words else None)
            _print(reversed(found), json)
            return
        who = by or _login()
        if join is not None:
            done = writes.join(*join, who, access, dry_run)
        elif undo is not None:
            done = writes.withdraw(undo, who, access, dry_run)
        elif move is not None:
            done = writes.correct(move[0], [Change(WORK, move[1])], who, access, dry_run)
        else:
            version = base.catalogue.reads.version(words[0], access).id
            part, key = _part(base, version, item, case)
            changes = [_change(word, part, key) for word in words[1:]]
            changes += [_confirmed(base, version, name, part, key) for name in confirm or ()]
            if not changes:
                raise UsageError(
                    "Nothing is to be corrected.", "Write FIELD=VALUE, such as adopted=2020-10-17."
                )
            done = writes.correct(version, changes, who, access, dry_run)
        _tell(base, done, dry_run, json)


def doubts(
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many documents at most.")] = 20,
    home: Home = None,
    json: Json = False,
) -> None:
    """List the documents whose data are doubtful, the most doubtful first, with the reasons."""
    with open_base(home) as base:
        found = base.catalogue.doubts.doubtful(reader(base))
        for each in found[:limit]:
            if json:
                line(doubtful_line(each))
                continue
            say(f"{each.score:>5}  {each.version.id}  {each.version.identity.title}", style="bold")
            for doubt in each.reasons:
                said = f": {doubt.said}" if doubt.said else ""
                say(f"       {doubt.field}  {_REASONS[doubt.reason]}{said}")
                say(f"         {_cure(each, doubt)}", style="dim")
        if not json:
            say(f"{min(limit, len(found))} of {len(found)} doubtful documents.")


def _cure(each: Doubtful, doubt: Doubt) -> str:
    """The command that settles a doubt."""
    option = {Part.ITEM: f" --item {doubt.key}", Part.CASE: f" --case {_place(each, doubt)}"}.get(
        doubt.part, ""
    )
    if doubt.field in CONFIRMED:
        return f"zhiku correct '{each.version.id}' --confirm {doubt.field}{option}"
    return f"zhiku correct '{each.version.id}' {doubt.field}=…{option} (or --confirm {doubt.field})"


def _place(each: Doubtful, doubt: Doubt) -> int:
    return each.cases.index(doubt.key) + 1 if doubt.key in each.cases else 1


_REASONS = {
    "title_of_name": "the title is the file's name",
    "no_title": "no title was found",
    "no_day": "no day names the version",
    "day_of_name": "the day is only in the file's name",
    "day_of_metadata_alone": "the day is only in the metadata",
    "days_disagree": "text, metadata and name disagree",
    "kind_other": "no rule tells its kind",
    "no_issuer": "no issuer was found",
    "no_number": "no number was found",
    "no_jurisdiction": "nothing names its jurisdiction",
    "language_unknown": "its text is too short to tell the language",
    "numbers_repeat": "articles stand twice",
    "numbers_lack": "numbers of articles are lacking",
    "differs": "its text differs from another copy",
    "recognised": "its characters were recognised with little certainty",
    "no_case": "no case was found in it",
    "no_case_number": "a case without a number",
    "no_court": "a case without a court",
    "no_items": "minutes without items",
    "no_meeting_date": "a meeting without a date",
    "no_lead": "an item without a responsible party",
}


def doubtful_line(each: Doubtful) -> dict[str, Any]:
    """A doubtful document."""
    return {
        "id": each.version.id,
        "title": each.version.identity.title,
        "score": each.score,
        "reasons": [
            {
                "reason": doubt.reason,
                "field": doubt.field,
                "part": str(doubt.part),
                "key": doubt.key,
                "weight": doubt.weight,
                "said": doubt.said,
                "cure": _cure(each, doubt),
            }
            for doubt in each.reasons
        ],
    }


def _one_at_a_time(*wishes: bool) -> None:
    if sum(wishes) != 1:
        raise UsageError(
            "Say one thing at a time.",
            "Write `zhiku correct ID FIELD=VALUE`, or one of --move, --join, --list and --undo.",
        )


def _part(base: Base, version: str, item: str | None, case: int | None) -> tuple[Part | None, str]:
    """The part that the options name and its key; ``None`` for the document as a whole."""
    if item is not None and case is not None:
        raise UsageError("--item and --case exclude each other.", "Correct them one after the other.")
    records = base.catalogue.records
    access = reader(base)
    if item is not None:
        keys = [key for each in records.meetings(access, version) for key in item_keys(each.minutes.items)]
        return Part.ITEM, _chosen(keys, item, "item")
    if case is not None:
        keys = list(base.catalogue.corrections.cases(version, access))
        return Part.CASE, _chosen(keys, str(case), "case")
    return None, ""


def _chosen(keys: list[str], given: str, what: str) -> str:
    """The key that was given itself, or by its place."""
    if given in keys:
        return given
    if given.isdecimal() and 1 <= int(given) <= len(keys):
        return keys[int(given) - 1]
    listed = ", ".join(f"{place} ({key})" for place, key in enumerate(keys, 1)) or "none"
    raise UsageError(f"There is no {what} {given!r} in this document.", f"It has: {listed}.")


def _change(word: str, part: Part | None, key: str) -> Change:
    name, sign, text = word.partition("=")
    if not sign:
        raise UsageError(f"{word!r} is no correction.", "Write FIELD=VALUE, such as adopted=2020-10-17.")
    belongs = part or part_of(name.strip())
    return Change(name.strip(), parsed(name.strip(), text, belongs), belongs, key)


def _confirmed(base: Base, version: str, name: str, part: Part | None, key: str) -> Change:
    belongs = part or part_of(name)
    value = base.catalogue.corrections.value(version, name, belongs, key, reader(base))
    return Change(name, value, belongs, key)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name
        raise UsageError("Nobody is named who corrects.", "Name yourself: --by NAME.") from None


def _tell(base: Base, done: Outcome, dry_run: bool, json: bool) -> None:
    _print(done.corrections, json)
    if done.version != done.before and not json:
        say(f"{done.before} is {done.version}{' then' if dry_run else ' now'}.")
    if dry_run:
        message("Nothing was kept: leave out --dry-run to keep it.")
        return
    try:
        base.index.catch_up()
    except (UnavailableError, IndexingError) as error:
        message(
            f"{error} The correction is in the catalogue; `zhiku verify --repair` brings it to the search."
        )
        raise typer.Exit(1) from None


def _print(corrections: Any, json: bool) -> None:
    for correction in corrections:
        if json:
            line(correction_line(correction))
        else:
            say(_described(correction))


def _described(correction: Correction) -> str:
    where = f"{correction.part} {correction.key} " if correction.key else ""
    values = f"{_brief(correction.before)} -> {_brief(correction.value)}"
    said = f"confirmed {_brief(correction.value)}" if correction.confirms else values
    taken = f", taken back by {correction.withdrawn_by}" if correction.withdrawn else ""
    about = ", ".join(correction.versions)
    return (
        f"{correction.number:>4}  {about}  {where}{correction.field}: {said}  "
        f"({correction.by} {correction.made[:10]}{taken})"
    )


def _brief(value: Any) -> str:
    text = shown(value).replace("\n", " ") or "nothing"
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def correction_line(correction: Correction) -> dict[str, Any]:
    """A correction."""
    return {
        "number": correction.number,
        "versions": list(correction.versions),
        "part": str(correction.part),
        "key": correction.key,
        "field": correction.field,
        "value": correction.value,
        "before": correction.before,
        "by": correction.by,
        "made": correction.made,
        "withdrawn": correction.withdrawn,
        "withdrawn_by": correction.withdrawn_by,
    }
