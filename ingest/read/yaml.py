"""YAML: every value is a line with the keys that lead to it."""

from __future__ import annotations

import yaml

from corpus.errors import UnreadableError
from corpus.model import Format, Reading, SourceFile
from ingest.read.base import TextBuilder
from ingest.read.encoding import decode, normalise_lines
from ingest.read.json.generic import write_value
from ingest.read.metadata import load_yaml

_LARGEST = 20_000_000


def read_yaml(source: SourceFile) -> Reading:
    """Read a YAML file.

    Raises:
        UnreadableError: if it is too large, no YAML, nested too deeply, or uses aliases.
    """
    if len(source.content) > _LARGEST:
        raise UnreadableError(
            f"{source.location}: the YAML file has {len(source.content):,} bytes; at most {_LARGEST:,} are read.",
            "Split it into smaller files.",
            code="too_large",
            size=len(source.content) / 1024**2,
            limit=_LARGEST / 1024**2,
        )
    decoded = decode(source.location, source.content)
    try:
        value = load_yaml(normalise_lines(decoded.text))
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableError(
            f"{source.location}: this is no YAML that can be read ({error}).",
            "Mend it.",
            code="no_yaml",
            reason=str(error),
        ) from None
    builder = TextBuilder()
    write_value(value, builder)
    return builder.reading(source, Format.YAML, {}, decoded.encoding, decoded.warnings)
