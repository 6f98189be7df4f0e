"""The mapping of the index in Elasticsearch, and a unit as its document.

Streams are cut on our side and meet the built-in ``whitespace`` analyzer, so any cluster will do, without plugins.
That analyzer cannot drop a token and keep its position: a gap is a token like any other here, which no query for a word
ever asks for. As phrases are asked for with every position filled, one mark for a gap does what two do elsewhere.
"""

from __future__ import annotations

import hashlib
from typing import Any

from index.analysis import GAP, MARK
from index.fields import INDEX_FINGERPRINT, KEYWORDS, MANY, STREAMS, Indexed, clean

_LONGEST_ID = 512  # bytes, Elasticsearch's own limit


def body(window: int) -> dict[str, Any]:
    """Settings and mappings of a new index; ``window`` is as far as paging by offset goes in one request."""
    properties: dict[str, Any] = {name: {"type": "text", "analyzer": "whitespace"} for name in STREAMS}
    properties |= {name: {"type": "keyword"} for name in (*KEYWORDS, *MANY, "newest", "oldest", "natural")}
    properties |= {"since": {"type": "integer"}, "until": {"type": "integer"}, "first": {"type": "boolean"}}
    properties["unit"] = {"type": "object", "enabled": False}
    return {
        "settings": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "max_result_window": window,
            "refresh_interval": "-1",  # every write ends with a refresh of its own
        },
        "mappings": {
            "dynamic": "strict",
            "_meta": {"fingerprint": INDEX_FINGERPRINT},
            "_source": {"includes": ["unit"]},
            "properties": properties,
        },
    }


def narrowed(stream: str) -> str:
    """A stream with one mark for a gap."""
    return stream.replace(GAP, MARK)


def document_id(unit: str) -> str:
    """The id of a unit's document: the unit's own, or its checksum where that is longer than Elasticsearch takes."""
    encoded = clean(unit).encode()
    return clean(unit) if len(encoded) <= _LONGEST_ID else f"sha256:{hashlib.sha256(encoded).hexdigest()}"


def document(entry: Indexed) -> dict[str, Any]:
    """A unit as a document of the index."""
    made: dict[str, Any] = {name: narrowed(tokens) for name, tokens in entry.streams.items() if tokens}
    made |= {name: [clean(value) for value in values] for name, values in entry.keywords.items() if values}
    return made | {
        "newest": clean(entry.newest),
        "oldest": clean(entry.oldest),
        "natural": clean(entry.natural),
        "since": entry.since,
        "until": entry.until,
        "first": entry.first,
        "unit": {"fields": clean(entry.stored)},
    }
