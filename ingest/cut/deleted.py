"""Units of which only the number is left: repealed, deleted, omitted."""

from __future__ import annotations

import re

_LONGEST = 300
_DELETED = re.compile(
    r"[\s(（\[【*_]*(?:"
    r"(?:本条|该条|本款|本项)?(?:已|已经|予以)?(?:删除|删去|废止|刪除)"
    r"|削除"
    r"|삭\s*제"
    r"|weggefallen|aufgehoben|gegenstandslos"
    r"|abrogée?s?\b|supprimée?s?\b"
    r"|derogad[oa]s?\b|suprimid[oa]s?\b|sin contenido"
    r"|vervallen"
    r"|(?:section |subsection |article |rule |paragraph |schedule )?(?:repealed|deleted|omitted|revoked|cancelled|spent)\b"
    r")[\s)）\]】*_.。]*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NOTE = re.compile(r"(?:[-—–,:;]|\(|（|<|〈|\[|［|by\b|por\b|par\b|durch\b|del?\b|\d)", re.IGNORECASE)


def is_deleted(text: str) -> bool:
    """Whether a unit's heading and text say no more than that it was deleted, by what and when."""
    if not text or len(text) > _LONGEST:
        return False
    match = _DELETED.match(text)
    if match is None:
        return False
    rest = match["rest"].strip()
    return not rest or bool(_NOTE.match(rest))
