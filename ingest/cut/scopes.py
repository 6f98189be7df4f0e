"""Scopes: parts of a document that number their articles anew, and parts that stand only in front of the articles."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import replace

from corpus.model import Level
from corpus.numbering import main_number
from ingest.cut.lines import Line
from ingest.cut.marks import DOUBTFUL, Mark

_SCOPE_RANK = 6
_LANGUAGE_RANK = 1
_TITLE = re.compile(
    r"[^。；;，：:]{4,80}(?:法|条例|规定|办法|决定|解释|规则|细则|意见|通知|公告|协议|公约)(?:[（(][^()（）]*[)）])?$"
)
_RECITALS_BEGIN = re.compile(r"(?i)whereas|considérant|considerando|in erwägung|overwegende")
_DUTCH = re.compile(
    r"\b(?:van|het|een|der|tot|inzake|betreffende|voor|tussen|bij|zoals|deel|hoofdstuk|titel|verdrag)\b", re.I
)
_NOT_DUTCH = re.compile(r"\b(?:the|and|for|to|on|by|la|les|des|du|et|pour|sur)\b", re.I)
_DUTCH_FAMILIES = frozenset({"artikel", "regel"})
_OTHER_FAMILIES = frozenset({"article", "rule"})


def settle_scopes(marks: MutableMapping[int, Mark]) -> None:
    """Decide which marks that may open a scope do."""
    _settle_chapters(marks)
    scopes = [index for index in sorted(marks) if marks[index].scope]
    for index in scopes:
        mark = marks[index]
        if mark.level is Level.SUPPLEMENT:
            continue
        if mark.level is Level.ANNEX and not _is_annex(marks, index):
            del marks[index]
    holders = [index for index in scopes if index in marks and _articles_within(marks, index)]
    places = _articles(marks)
    if len(holders) == 1 and places and places[0] > holders[0] and marks[holders[0]].level is Level.ANNEX:
        # The whole text is an annex of the letter that sends it.
        for index in [index for index in scopes if index <= holders[0]]:
            marks.pop(index, None)


def keep_front(marks: MutableMapping[int, Mark], lines: Sequence[Line]) -> None:
    """Drop preambles behind the first article and recitals outside the front of the document."""
    first = next(iter(_articles(marks)), len(lines))
    recitals = next((i for i in range(first) if _RECITALS_BEGIN.match(lines[i].text)), first)
    opened = False
    for index in sorted(marks):
        mark = marks[index]
        if mark.level is Level.RECITAL and not recitals < index < first:
            del marks[index]
        elif mark.level is Level.PREAMBLE and not mark.heading:
            if index > first or opened:
                del marks[index]
            opened = True
        elif mark.prefix == "closing" and index < first:
            del marks[index]


def fresh_start(lines: Sequence[Line], marks: MutableMapping[int, Mark], first: int) -> None:
    """Open a scope at the title above an article with which the numbers begin again, where there is a title."""
    index = first - 1
    while index >= 0 and not (index in marks and (marks[index].is_article or marks[index].scope)):
        line = lines[index]
        above = marks.get(index - 1)
        if index not in marks and above is not None and above.takes_next and not above.heading:
            marks[index - 1] = replace(above, scope=True)
            return
        if index not in marks and (line.is_heading or _TITLE.fullmatch(line.text)):
            marks[index] = Mark(
                Level.DIVISION, None, "", line.text, "", _SCOPE_RANK, family="text", scope=True, prefix="text"
            )
            return
        index -= 1


def part_languages(lines: Sequence[Line], marks: MutableMapping[int, Mark]) -> None:
    """Open a scope where the text comes a second time, in Dutch, behind the English or French one."""
    dutch = [
        index for index in sorted(marks) if marks[index].is_article and marks[index].family in _DUTCH_FAMILIES
    ]
    other = [
        index for index in sorted(marks) if marks[index].is_article and marks[index].family in _OTHER_FAMILIES
    ]
    if len(dutch) < 2 or len(other) < 2 or dutch[0] < other[-1]:
        return
    between = range(other[-1] + 1, dutch[0])
    headings = [index for index in between if lines[index].is_heading]
    titles = [index for index in headings if _is_dutch(lines[index].text)]
    loose = [index for index in headings if index not in marks]
    for index in (*titles[:1], *loose[-1:]):
        text = lines[index].text
        marks[index] = Mark(
            Level.DIVISION,
            None,
            "",
            text,
            "",
            _LANGUAGE_RANK,
            family="language",
            scope=True,
            prefix="nl",
            language="nl",
        )
        return


def _is_dutch(text: str) -> bool:
    return len(_DUTCH.findall(text)) > len(_NOT_DUTCH.findall(text))


def _settle_chapters(marks: MutableMapping[int, Mark]) -> None:
    """Make scopes of chapters in which the sections count from 1 again."""
    chapters = [index for index in sorted(marks) if marks[index].anew]
    begins = [index for index in chapters if _begins_with_one(marks, index)]
    articles = _articles(marks)
    if not begins or not articles or (len(begins) == 1 and articles[0] > begins[0]):
        return
    for index in chapters:
        marks[index] = replace(marks[index], scope=True)


def _begins_with_one(marks: Mapping[int, Mark], index: int) -> bool:
    within = _articles_within(marks, index)
    return bool(within) and main_number(marks[within[0]].number or "") == 1


def _articles(marks: Mapping[int, Mark]) -> list[int]:
    return [index for index in sorted(marks) if marks[index].is_article and marks[index].weight >= 1]


def _articles_within(marks: Mapping[int, Mark], index: int) -> list[int]:
    """The articles from a scope's heading up to the next one of its rank."""
    rank = marks[index].rank
    found: list[int] = []
    for place in sorted(marks):
        if place <= index:
            continue
        mark = marks[place]
        if (mark.scope or mark.anew) and mark.rank <= rank:
            break
        if mark.is_article and mark.weight >= 1:
            found.append(place)
    return found


def _is_annex(marks: Mapping[int, Mark], index: int) -> bool:
    """Whether numbers begin anew behind an annex's heading; where they count on, the line mentions an annex."""
    places = _articles(marks)
    before = [place for place in places if place < index]
    is_title = index <= 2 and not before
    if is_title or marks[index].weight <= DOUBTFUL:
        return False
    after = [place for place in places if place > index]
    if not before or not after or marks[before[-1]].family != marks[after[0]].family:
        return True
    last, first = main_number(marks[before[-1]].number or ""), main_number(marks[after[0]].number or "")
    return not (first > 1 and first in (last, last + 1))
