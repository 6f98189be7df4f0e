"""A reference as people type it alone into a search box: the name of a work and a unit of it, in either order."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from corpus.numbering import article_number

_LONGEST = 120
_NUMERAL = r"[0-9一二三四五六七八九十百千零〇○两廿卅]{1,10}"
_BELOW = rf"(?:\s*第\s*{_NUMERAL}\s*[款项項號号目]|\s*第\s*\({_NUMERAL}\)\s*[项項])*"
_UNITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<unit>第?\s*{_NUMERAL}\s*[条條](?:\s*[之の]\s*{_NUMERAL})?){_BELOW}",
        r"(?P<unit>제\s*\d{1,4}\s*조(?:의\s*\d{1,3})?)(?:\s*제\s*\d{1,3}\s*항)?",
        r"(?<![\w])(?P<unit>(?:articles?|artikel|artículo|articulo|rules?|regel|art\.?|sections?|sec\.?|§§?)\s*"
        r"(?:[LRDA]\.?\s?)?\d{1,4}(?:[.-]\d{1,4})*(?:\s?(?:bis|ter|quater|quinquies)|[a-z]{1,2})?(?![\w]))"
        r"(?:\s*\(\w{1,4}\)){0,4}(?:\s*(?:abs\.|para\.?|paragraph)\s*\d{1,3})?",
    )
)
_US_CODE = re.compile(
    r"^(?P<title>\d{1,2})\s*U\.?\s?S\.?\s?C\.?\s*(?:§{1,2}\s*)?(?P<unit>\d{1,5}[a-z]?)(?:\s*\(\w{1,4}\)){0,4}$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[(\[]?\s*(?P<year>(?:19|20)\d{2})\s*年?(?:\s*(?:修正|修订|修訂|版|文本))?\s*[)\]]?")
_JOINTS = re.compile(
    r"^(?:of the|of|the|in|under|du|des|de la|der|del|的|,|:|-)\s+|\s+(?:of the|of|the|的|,|-)$|^的|的$",
    re.IGNORECASE,
)
_MARKS = "《》<>〈〉「」『』\"'“” ,，、:："


@dataclass(frozen=True, slots=True)
class Reference:
    """What a query names.

    Attributes:
        name: the name of a work or a document number, as typed, without the unit.
        number: the normalised number of the article, or ``None`` where only a name was typed.
        year: the year of the version that was typed beside the name, or ``None``.
    """

    name: str
    number: str | None
    year: int | None = None


def readings(query: str) -> tuple[Reference, ...]:
    """The ways in which a query may be a reference, most telling first; none where it is too long to be one."""
    plain = unicodedata.normalize("NFKC", query).strip()
    if not plain or len(plain) > _LONGEST:
        return ()
    us_code = _US_CODE.match(plain)
    if us_code:
        return (Reference(f"{us_code['title']} U.S.C.", us_code["unit"].lower()),)
    found: list[Reference] = []
    for unit in _UNITS:
        for match in unit.finditer(plain):
            number = article_number(re.sub(r"\s+", " ", match["unit"]))
            name = _name(f"{plain[: match.start()]} {plain[match.end() :]}")
            if number is not None and name:
                found += _with_and_without_year(name, number)
    found += _with_and_without_year(_name(plain), None)
    return tuple(dict.fromkeys(found))


def _with_and_without_year(name: str, number: str | None) -> list[Reference]:
    """A year may belong to the name (民事诉讼法2021) or be part of it (Directive 2001/29/EC): both are tried."""
    found = [Reference(name, number)] if name else []
    for match in _YEAR.finditer(name):
        rest = _name(f"{name[: match.start()]} {name[match.end() :]}")
        if rest:
            found.append(Reference(rest, number, int(match["year"])))
    return found


def _name(text: str) -> str:
    name = re.sub(r"\s+", " ", text).strip(_MARKS)
    while (shorter := _JOINTS.sub("", name).strip(_MARKS)) != name:
        name = shorter
    return name
