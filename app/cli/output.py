"""What commands print: lines for scripts on standard output, words for people, messages on standard error."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.markup import escape

_COMMANDS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

people = Console(highlight=False, soft_wrap=True)
aside = Console(stderr=True, highlight=False, soft_wrap=True)


def line(value: Mapping[str, Any]) -> None:
    """One line of JSON, in UTF-8 whatever the terminal's character set is."""
    sys.stdout.buffer.write(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


def plain(text: str) -> str:
    """Text without what would command the terminal or turn its direction; as long as before."""
    return _COMMANDS.sub("\N{REPLACEMENT CHARACTER}", text)


def say(text: str, style: str | None = None) -> None:
    """A line for people; nothing in it is taken for markup."""
    people.print(escape(plain(text)), style=style)


def message(text: str) -> None:
    """A message beside the output."""
    aside.print(escape(plain(text)))
