"""The form in which names of works are compared: width, case, script variants and marks do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = re.compile(r"[\W_]+")
_STATE = re.compile(r"^中华人民共和国(?=.)")


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """A name without width, case, spaces, punctuation and the name of the state.

    >>> name_key("《中华人民共和国专利法》") == name_key("专利法")
    True
    """
    plain = unicodedata.normalize("NFKC", name).casefold()
    return _STATE.sub("", _MARKS.sub("", plain))
