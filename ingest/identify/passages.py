"""Which days in the head of a Chinese document are told of the document itself, and which of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.numerals import find_dates
from corpus.works import normalised

_VERB = re.compile(r"修[订正改]|通过|批准|核准|公布|发布|颁布|印发|施行|实施|生效|执行|废止|公告|令")
_A_BORDER = re.compile(r"\s?(?:(?:以|之)[前后内]|[前后](?![一-龥]{0,2}修)|至|止|期间|届满)")
"""What follows a day that parts a time in two: ``2015年11月1日以后``."""
_NARRATED = re.compile(r"^[^。；]{0,60}?(?:通过|公布|发布|颁布|印发|批准|作出|修[订正改]|制定)了")
_SUBJECT = re.compile(
    r"《([^《》]{2,120}(?:〈[^〈〉]{1,80}〉[^《》]{0,60})?)》(?:[（(][^（）()]{1,40}[）)])?[已业自于由经][^《》。；]{0,80}$"
)
_LONGEST_BROKEN = 60
_SHORTEST_NAME = 4
_LONGEST_ENTRY = 300


def is_border(text: str, end: int) -> bool:
    """Whether the day that ends at ``end`` parts a time in two and is no event."""
    return _A_BORDER.match(text, end) is not None


def tells_of_another(text: str, start: int, end: int, title: str) -> bool:
    """Whether the day at ``[start, end)`` is told of another document than the one called ``title``.

    So it is where a work of another name stands before the day (``《样本法》已于…修订通过``), and where a narrator
    tells what a body has done (``…通过了…``).
    """
    if _NARRATED.match(text[end : end + 120]):
        return True
    subject = _SUBJECT.search(text[max(0, start - 260) : start])
    if subject is None:
        return False
    named, own = normalised(subject[1]), normalised(title)
    return len(named) >= _SHORTEST_NAME and named not in own and own not in named


def breaks_off(text: str) -> bool:
    """Whether a line names a day and a body and breaks off before it says what happened."""
    if not 12 <= len(text) <= _LONGEST_BROKEN or text[-1] in "。；，：:、":
        return False
    days = find_dates(text[:24])
    return bool(days) and days[0][0] <= 2 and len(text) > days[0][1] + 4 and not _VERB.search(text)


def goes_on(text: str) -> bool:
    """Whether a line may be the rest of one that broke off: short, without a day of its own, with what happened."""
    return len(text) <= _LONGEST_BROKEN and not find_dates(text[:24]) and _VERB.search(text) is not None


def is_cut_off(lines: Sequence[str]) -> bool:
    """Whether a history shows that a later change is missing.

    So it does where its last entry is the first of several changes (第一次修订), or goes on with a 根据 that leads nowhere.
    """
    told = [line for line in lines if len(line) <= _LONGEST_ENTRY and find_dates(line[:40])]
    if not told:
        return False
    last = told[-1].rstrip("）) 　")
    first_of_several = re.search(r"第一次修[订正]$", last) and not any("第二次修" in line for line in told)
    return bool(first_of_several) or re.search(r"修[订正]\s{1,4}根据$", last) is not None
