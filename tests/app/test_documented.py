"""Every command and option stands in docs/commands.md, and has help of its own."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
import typer.main

from app.cli import cli

COMMANDS = typer.main.get_command(cli)
PAGE = (Path(__file__).resolve().parents[2] / "docs" / "commands.md").read_text(encoding="utf-8")


def commands() -> dict[str, click.Command]:
    assert isinstance(COMMANDS, click.Group) or hasattr(COMMANDS, "commands")
    return dict(COMMANDS.commands)


@pytest.mark.parametrize("name", sorted(commands()))
def test_a_command_is_documented(name: str) -> None:
    assert f"`zhiku {name}" in PAGE
    assert commands()[name].help


@pytest.mark.parametrize(
    ("command", "option"),
    sorted(
        (name, option)
        for name, command in commands().items()
        for p in command.params
        for option in p.opts
        if option.startswith("--")
    ),
)
def test_an_option_is_documented(command: str, option: str) -> None:
    if option in ("--help", "--home", "--json"):
        assert f"`{option}" in PAGE
        return
    start = PAGE.index(f"`zhiku {command}")
    following = [PAGE.find(f"\n`zhiku {other}", start + 1) for other in commands()]
    end = min((place for place in following if place > 0), default=len(PAGE))
    assert f"`{option}" in PAGE[start:end], f"{option} of zhiku {command} is missing in docs/commands.md"


@pytest.mark.parametrize("name", sorted(commands()))
def test_each_option_says_what_it_does(name: str) -> None:
    silent = [p.name for p in commands()[name].params if isinstance(p, click.Option) and not p.help]
    assert silent == []
