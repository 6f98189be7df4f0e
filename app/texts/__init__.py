"""Every visible string of the pages, by language: ``zh.toml`` and ``en.toml`` hold the same keys."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Texts:
    """The strings of one language.

    Attributes:
        language: its code.
        strings: the strings by their full key (``search.button``).
    """

    language: str
    strings: Mapping[str, str]

    def __call__(self, key: str, /, **values: object) -> str:
        """The string of ``key`` with its values filled in.

        Raises:
            KeyError: if there is no such key; a test holds the keys in the code against the files.
        """
        return self.strings[key].format(**values) if values else self.strings[key]

    def markup(self, key: str, /, **values: object) -> Markup:
        """The same for a place in markup: values are escaped, unless they are markup themselves."""
        return Markup(self.strings[key]).format(**values)

    def label(self, vocabulary: str, value: str) -> str:
        """The name of a vocabulary's value (``kind``, ``law``); a value without a name stands for itself."""
        return self.strings.get(f"{vocabulary}.{value}", value)


@cache
def texts(language: str) -> Texts:
    """The strings of a language.

    Raises:
        FileNotFoundError: if there is none such.
    """
    content = (files(__name__) / f"{language}.toml").read_text(encoding="utf-8")
    return Texts(language, dict(_flat(tomllib.loads(content))))


def _flat(table: Mapping[str, Any], before: str = "") -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in table.items():
        found += _flat(value, f"{before}{key}.") if isinstance(value, dict) else [(f"{before}{key}", value)]
    return found
