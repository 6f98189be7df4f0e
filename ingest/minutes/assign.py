"""Who does what by when: parties, deadline, state and what settled it, in the words of one item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from corpus.records import ItemState
from ingest.identify.forms import DOCUMENT_NUMBER
from ingest.minutes.deadlines import deadline_day, deadlines_in
from ingest.minutes.parties import ORGANISATIONS, is_organisation, role_of, split_parties
from ingest.minutes.wording import FIELDS, STATES


@dataclass(frozen=True, slots=True)
class Place:
    """A value and where it stands in the text of the item."""

    value: str
    start: int
    end: int


@dataclass
class Assignment:
    """What the words of an item say of its fields; places are offsets into them."""

    lead: list[Place] = field(default_factory=list)
    support: list[Place] = field(default_factory=list)
    deadline: Place | None = None
    day: date | None = None
    state: ItemState | None = None
    state_at: Place | None = None
    settled_by: Place | None = None
    labels: list[tuple[int, int]] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether it names a party or a deadline."""
        return bool(self.lead or self.support or self.deadline)

    def add(self, role: str, value: str, start: int, end: int) -> None:
        """Take a party, unless it is there; who leads does not support."""
        listed = self.lead if role == "lead" else self.support
        if value and all(value != each.value for each in (*self.lead, *self.support)):
            listed.append(Place(value, start, end))


_LABEL = re.compile(
    r"(?:(?<=[\s，,。；;：:（(\[|/–—-])|^)(?:" + "|".join(f"(?P<{role}>{words.pattern})" for role, words in FIELDS.items()) + r")\s?(?:[:：]|(?:为|是)(?=\S{2}))\s?",
    re.IGNORECASE,
)  # fmt: skip
_STOP = re.compile(r"[；;。\n|]|\.(?=\s|$)")
_SUPPORTS = re.compile(
    r"\s?(?:(?:给予|予以|做好|积极|协同|共同|主动|提供|负责|应当?|要|须|分别)?(?:配合|协助|支持|参与|协办|参加|[一-龥]{2,6}支持|提供[一-龥]{0,4}(?:指导|支撑|保障)))"
)
_BY = re.compile(rf"(?<![自理缘])由\s?(?P<orgs>{ORGANISATIONS})(?P<rest>[^，。；]{{0,8}})")
_BY_ANYBODY = re.compile(
    r"(?<![自理缘])由\s?(?P<orgs>[^，。；：《》（）由]{2,30}?)(?:轮流|共同|分别|联合)?(?:同志)?(?:牵头|负责|主办|承办|跟进|落实)"
)
_ASK = re.compile(
    rf"(?:责成|委托|(?<![提报商函邀申])请)\s?(?P<orgs>{ORGANISATIONS})(?P<rest>[^，。；]{{0,8}})"
)
_AT_START = re.compile(
    rf"(?:^|[，,。；;：:\n（(]|(?<=牵头|负责|主办|承办)、|[一二三四五六七八九]是)\s?(?:(?:会议|与会各方|双方|各方)?(?:要求|决定|明确|议定|商定|确定|(?:原则)?同意|强调))?[，,：:]?\s?(?P<orgs>{ORGANISATIONS})(?P<rest>[^，。；]{{0,8}})"
)
_WITH = re.compile(rf"(?:会同|会商|[，,局院厅委部]商|联合|协同|联同|协调)\s?(?P<orgs>{ORGANISATIONS})")
_UNDER = re.compile(rf"在\s?(?P<orgs>{ORGANISATIONS})的?(?:大力|积极)?(?:配合|支持|协助|指导)下")
_IN_BRACKETS = re.compile(r"[（(\[](?P<inside>[^（）()\[\]]{2,80})[)）\]]\s?[。.；;]?\s*$")
_SENTENCE_ENDS = re.compile(r"(?<=[a-z]{3})\.(?:\s|$)")
_LEADS = re.compile(r"\s?牵头")
_CHARGED = re.compile(r"\s?(?:牵头|负责|主办|承办|跟进|落实|[要应须])")
_ALL_OF_THEM = re.compile(r"双方|各方|三方|各单位")
_DEED_FIRST = re.compile(
    r"(?:加[快强大]|推[进动]|建[设立成]|成立|设[立置]|组建|完善|强化|支持|开展|深化|健全|打造|依托|发挥|做好|落实|督促|指导|协调|邀请|充分|积极|进一步|统筹|优化|探索|制定|修订|编制|发布|严厉|聚焦|围绕|持续|共同|同意)(?![区县市省])"
)
_OTHERS_ACT = re.compile(
    r"\s?(?:的|(?:印发|发布|出台|制定|提出|提交|提供|报送|起草|拟[定订]|汇报|上报|申报|反映|编制|通报)的|报|印发《|发布《|关于)"
)

_NAME = (
    r"(?:(?:Both|All|Each|The)\s(?:two\s)?(?:sides|parties|[Oo]ffices|participants|delegations|party|side|secretariats?|[Cc]hair)"
    r"|(?:[Tt]he\s)?[A-Z][\w.'&/-]*(?:\s(?:of(?:\sthe)?|for|on|in|at)\s(?=[A-Z])[A-Z][\w.'&/-]*|\sand\s(?=[A-Z]\w+\s(?:Office|Authority|Organi[sz]ation|Court|Ministry|Department|Administration)\b)[A-Z]\w+|\s[A-Z(][\w.'&)/-]*){0,8})"
)
_NAMES = rf"{_NAME}(?:(?:,\s(?:and\s)?|\sand\s|\s&\s|/){_NAME})*"
_DOES = r"(?:to|will|shall|agreed\sto|agrees\sto|undertook\sto|undertakes\sto|is\sto|are\sto|would|should|must|commits?\sto|committed\sto|leads?|volunteered\sto|offered\sto)"
_ENGLISH_LEAD = (
    re.compile(
        rf"(?:^|[.;:\n–—]\s*|that\s|\bthat,\s)(?P<orgs>{_NAMES})(?:,[^,.;]{{2,60}},)?\s(?:jointly\s)?{_DOES}\s(?=[a-z])"
    ),
    re.compile(
        rf"(?:^|[.;:\n]\s*)(?P<orgs>{_NAMES})\s[a-z][^.;\n]{{2,160}}?\sand\s(?:undertook\sto|agreed\sto|committed\sto|offered\sto|will)\s(?=[a-z])"
    ),
    re.compile(
        rf"\b(?:led\sby|under\sthe\s(?:lead|responsibility)\sof|responsibility\sof)\s(?P<orgs>{_NAMES})"
    ),
)
_ENGLISH_SUPPORT = re.compile(
    rf"\b(?:with\s(?:the\s)?(?:support|assistance|help|input|participation)\s(?:of|from)|supported\sby|assisted\sby|in\s(?:close\s)?(?:cooperation|co-operation|coordination|consultation|collaboration)\swith|together\swith|jointly\swith)\s(?P<orgs>{_NAMES})"
)
_NO_NAMES = frozenset(
    [
        "It",
        "This",
        "That",
        "These",
        "Those",
        "There",
        "They",
        "We",
        "He",
        "She",
        "Such",
        "Any",
        "No",
        "Each",
        "All",
        "Both",
        "Action",
        "Item",
        "Actions",
        "Decision",
        "Article",
        "Deadline",
        "Participants",
        "Progress",
        "Parties",
    ]
)

_NUMBER = re.sub(r"\?P<\w+>", "?:", DOCUMENT_NUMBER.pattern)
_SETTLED = (
    re.compile(r"已(?:经)?[^。；《》]{0,24}?(?P<by>《[^《》]{2,120}(?:《[^《》]{1,80}》[^《》]{0,40})*》\s?(?:[（(][^（）()]{3,40}[)）])?)[^，。；]{0,10}(?:落实|完成|明确|印发|发布|出台|解决|规定|公布|办结|废止|替代|销号|$|[，。；])"),
    re.compile(rf"(?:已|印发|发布|出台|形成|由|以)[^，。；《》]{{0,12}}?(?P<by>{_NUMBER})"),
    re.compile(r"\b(?:settled|completed|implemented|fulfilled|addressed|discharged|done|closed|delivered|issued|published)\s(?:by|through|with|via|as|in)\s(?:the\s)?(?P<by>[\"“][^\"”]{3,160}[\"”](?:\s?\([^()]{2,40}\))?|[A-Z][^.;,()]{3,120}(?:\s?\([^()]{2,40}\))?)"),
)  # fmt: skip
_STATE_HERE = re.compile(
    r"(?:目前|现已|现|该项(?:工作|任务)?|本项|此项|该事项)[^，。；]{0,12}|[（(\[【]\s?(?=[^（）()\]】]{1,12}[)）\]】])|\bstatus\b[^.;]{0,4}",
    re.IGNORECASE,
)


def assignment_of(text: str, meeting: date | None, strict: bool = False) -> Assignment:
    """What the words of an item say of its fields.

    Args:
        text: its sentences, with the lines of labels (``牵头单位：…``) below it.
        meeting: the day from which deadlines are counted.
        strict: leave out parties that only stand before a verb: for sentences of which nobody knows whether they
            are items.
    """
    found = Assignment()
    _labelled(text, meeting, found)
    rest = _masked(text, found.labels)
    named = list(_parties(rest, strict))
    led = any(role == "lead" and _LEADS.match(match.groupdict().get("rest") or "") for role, match in named)
    for role, match in named:
        if led and role == "lead" and not _CHARGED.match(match.groupdict().get("rest", "牵头")):
            if _ALL_OF_THEM.fullmatch(match["orgs"]):
                continue
            role = "support"  # where one takes the lead, who else acts supports it
        _take(role, match, found)
    _bracketed(rest, meeting, found)
    if found.deadline is None:
        limits = deadlines_in(rest, meeting)
        if limits:
            last = next((d for d in reversed(limits) if d.day), limits[-1])
            value = rest[last.start : last.end].rstrip(". ")
            found.deadline = Place(value.strip(), last.start, last.start + len(value))
            found.day = last.day
    _settlement(text, found)
    found.lead.sort(key=lambda place: place.start)
    found.support.sort(key=lambda place: place.start)
    return found


def _labelled(text: str, meeting: date | None, found: Assignment) -> None:
    labels = list(_LABEL.finditer(text))
    for index, label in enumerate(labels):
        limit = labels[index + 1].start() if index + 1 < len(labels) else len(text)
        stop = _STOP.search(text, label.end(), limit)
        end = stop.start() if stop else limit
        end = _closing(text, label.end(), end)
        role = str(label.lastgroup)
        value = text[label.end() : end].rstrip(" ，,、（(\n")
        if not value.strip() or (label[0].rstrip()[-1] in "为是" and not is_organisation(value)):
            continue
        found.labels.append((label.start(), end))
        take_field(found, role, value, label.end(), meeting)


def _closing(text: str, start: int, end: int) -> int:
    """Where a value ends at the bracket that was opened before its label."""
    depth = 0
    for place in range(start, end):
        depth += (text[place] in "（([") - (text[place] in "）)]")
        if depth < 0:
            return place
    return end


def take_field(found: Assignment, role: str, value: str, start: int, meeting: date | None) -> None:
    """Take the value of a label or a column, which begins at ``start`` of the item's words."""
    if role in ("lead", "support"):
        inner = list(_LABEL.finditer(value))
        if inner:
            _labelled_inside(found, value, start, meeting)
            return
        for left, right in split_parties(value):
            name, own = role_of(value[left:right])
            found.add(own or role, name, start + left, start + right)
    elif role == "deadline":
        if re.search(r"\w", value):
            found.deadline = Place(value.strip(), start, start + len(value))
            found.day = deadline_day(value, meeting)
    elif role == "state":
        state = state_of(value)
        if state:
            found.state, found.state_at = state, Place(value, start, start + len(value))
        _settlement_in(found, value, start)
    elif role == "settled_by" and value.strip(" -—/无"):
        found.settled_by = Place(value.strip(), start, start + len(value))


def _labelled_inside(found: Assignment, value: str, start: int, meeting: date | None) -> None:
    """``牵头：甲局；配合：乙局`` in one cell."""
    inside = Assignment()
    _labelled(value, meeting, inside)
    for role, places in (("lead", inside.lead), ("support", inside.support)):
        for place in places:
            found.add(role, place.value, start + place.start, start + place.end)


def _masked(text: str, places: list[tuple[int, int]]) -> str:
    """The text with full stops where labels and their values stand."""
    for start, end in places:
        text = text[:start] + "。" * (end - start) + text[end:]
    return text


def _parties(text: str, strict: bool) -> Iterator[tuple[str, re.Match[str]]]:
    """Parties with their part, in the order in which patterns tell most."""
    for pattern, role in ((_UNDER, "support"), (_WITH, "support")):
        for match in pattern.finditer(text):
            yield role, match
    for pattern in (_BY, _ASK, _AT_START):
        for match in pattern.finditer(text):
            rest = match["rest"]
            if (
                _OTHERS_ACT.match(rest)
                or _DEED_FIRST.match(match["orgs"])
                or (pattern is _AT_START and _is_no_subject(text, match, strict))
            ):
                continue
            yield "support" if _SUPPORTS.match(rest) else "lead", match
    for match in _BY_ANYBODY.finditer(text):
        if not re.match(ORGANISATIONS, match["orgs"] + "。"):
            yield "lead", match
    for pattern in _ENGLISH_LEAD:
        for match in pattern.finditer(text):
            yield "lead", match
    for match in _ENGLISH_SUPPORT.finditer(text):
        yield "support", match


def _is_no_subject(text: str, match: re.Match[str], strict: bool) -> bool:
    """Whether an organisation at the beginning of a clause does nothing there: 乙方在执法中遇到问题时."""
    rest = match["rest"]
    clause = re.split(r"[，,。；;\n]", text[match.end("orgs") : match.end("orgs") + 80], maxsplit=1)[0]
    acts = re.match(r"\s?(?:牵头|负责|主办|承办|联合|会同|会商|[要应须])", rest)
    after = text[match.end("orgs") + len(clause) : match.end("orgs") + len(clause) + 4]
    is_condition = (
        clause.rstrip().endswith(("时", "的", "后", "情况下", "之日"))
        and not acts
        and not re.match(r"[，,]\s?(?:应|须|要|不得|必须|及时)", after)  # who meets the condition acts on it
    )
    return not rest or is_condition or (strict and not acts)


def _take(role: str, match: re.Match[str], found: Assignment) -> None:
    value, start = match["orgs"], match.start("orgs")
    stop = _SENTENCE_ENDS.search(value)
    value = value[: stop.start()] if stop else value
    for left, right in split_parties(value):
        name = re.sub(r"^(?:责成|委托|会同|会商|由|请|并|以及|及|[Tt]he\s)", "", value[left:right])
        left = right - len(name)
        if name.split(" ")[0] in _NO_NAMES and not re.match(r"(?:Both|All|Each)\s\w|All$", name):
            continue
        name, own = role_of(name)
        found.add(own or role, name, start + left, start + right)


def _bracketed(text: str, meeting: date | None, found: Assignment) -> None:
    """``（市知识产权局，6月底前）`` or ``[EPO; 30 June 2026]`` at the end of an item without other parties."""
    match = _IN_BRACKETS.search(text)
    if match is None or found.lead:
        return
    start = match.start("inside")
    for piece in re.finditer(r"[^，,；;]+", match["inside"]):
        value = piece[0].strip()
        at = start + piece.start() + len(piece[0]) - len(piece[0].lstrip())
        if deadline_day(value, meeting) or deadlines_in(value, meeting):
            if found.deadline is None:
                found.deadline, found.day = Place(value, at, at + len(value)), deadline_day(value, meeting)
        elif all(
            is_organisation(value[a:b]) or re.fullmatch(r"[A-Z][\w&' -]{1,40}", value[a:b])
            for a, b in split_parties(value)
        ):
            take_field(found, "lead", value, at, meeting)


def state_of(text: str) -> ItemState | None:
    """The state that words of progress mean: the first that fits."""
    plain = text.strip()
    return next((state for state, words in STATES if words.search(plain)), None)


def _settlement(text: str, found: Assignment) -> None:
    if found.settled_by is None:
        _settlement_in(found, text, 0, only_settled=True)
    if found.state is None:
        for match in _STATE_HERE.finditer(text):
            place = text[match.start() : match.end() + 24]
            cut = re.split(r"[，。；]", place[match.end() - match.start() :])[0]
            state = state_of(match[0] + cut)
            if state:
                found.state, found.state_at = state, Place(cut, match.start(), match.end() + len(cut))
                break


def _settlement_in(found: Assignment, text: str, start: int, only_settled: bool = False) -> None:
    """``已由《…》（文号）落实``: the document, as printed, and the state."""
    for pattern in _SETTLED[:1] + _SETTLED[2:] if only_settled else _SETTLED:
        match = pattern.search(text)
        if match and state_of(match[0]) is not ItemState.OPEN:
            if only_settled and not re.search(
                r"落实|完成|办结|销号|解决|[a-z]",
                match[0].split(match["by"])[-1] + text[match.start() : match.start("by")],
            ):
                continue
            found.settled_by = Place(match["by"].strip(), start + match.start("by"), start + match.end("by"))
            if found.state is None:
                found.state = ItemState.SETTLED
                found.state_at = Place(match[0], start + match.start(), start + match.end())
            return
