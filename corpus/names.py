"""The form in which names of works are compared: width, case, script variants and marks do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"[\W_]+")
_STATE = re.compile(r"^中华人民共和国(?=.)")


def plain_key(name: str) -> str:
    """A name without width, case, spaces and punctuation."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", name).casefold())


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The same without the name of the state before a Chinese law.

    >>> name_key("《中华人民共和国专利法》") == name_key("专利法")
    True
    """
    return _STATE.sub("", plain_key(name))
