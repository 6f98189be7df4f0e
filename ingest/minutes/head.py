"""The head of minutes: which meeting, when, where, in whose chair, who took part, and what was on the agenda."""

from __future__ import annotations

import contextlib
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from corpus.evidence import Evidence
from corpus.numerals import find_dates
from corpus.records import Participants
from ingest.minutes.naming import BARE_TITLE, MEETING_LINE, first_day, meeting_of
from ingest.minutes.outline import Node, mark_of
from ingest.minutes.parties import ORGANISATIONS, participants_of, split_parties
from ingest.minutes.rows import Part, Row, Table
from ingest.minutes.text import Text, sentences
from ingest.minutes.wording import LABELS

_LABEL = re.compile(
    r"(?:^|(?<=[\s；;。，,|]))\s?[*【\[]{0,2}(?:" + "|".join(f"(?P<{role}>{words.pattern})" for role, words in LABELS.items()) + r")(?:\s?[/(（]\s?[A-Za-z][A-Za-z &]{1,30}[)）]?)?[】\]]?\s{0,4}[:：]\s{0,4}",
    re.IGNORECASE,
)  # fmt: skip
_HELD = re.compile(
    r"(?:召开|举行|会商|组织召开|主持召开|签署|签订|座谈|\bheld\b|\bmet\b|\bconvened\b|took place|\bmeeting\b|\bcall\b)",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"在(?P<place>[^，。；在]{2,40}?)(?:组织|主持|联合|共同)?(?:召开|举行|召集|会商|开展|进行|举办|组织召开|签署|签订)|\b(?:[Hh]eld|[Cc]onvened|met|took place)\b[^.;]{0,60}?\b(?:at|in)\s(?P<place2>(?:the\s)?[A-Z][^.;,()]{2,80}?)(?=[.;,()]|\s(?:on|from|to|between|under|for|with)\s|$)"
)
_CHAIR = re.compile(
    r"由(?P<chair>[^，。；由]{2,40}?)(?:同志)?主持|(?:^|[，。；\n])\s?(?P<chair5>[^，。；：在]{2,30}?)(?:同志)?在[^，。；]{2,30}主持(?:召开)?|(?:^|[。；\n])\s?(?P<chair2>[^，。；：]{2,40}?)(?:同志)?主持(?:召开)?(?:了)?(?:本次|此次)?(?:会议|会商)|(?:^|[，。；\n])\s?(?P<chair6>[^，。；：由在]{2,30}?)(?:同志)?主持(?:召开(?:了)?[^，。；]{2,50}?(?:会议?|会商)|会商|会议)"
    r"|\b(?:chaired|presided\sover|moderated|facilitated)\sby\s(?P<chair3>(?:(?:Mr|Ms|Mrs|Dr|Prof)\.\s)?[A-Z][^.;\n]{2,80}?)(?=[.;\n]|\sand\s(?:attended|was)|$)|(?P<chair4>[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+){0,4}(?:\s?\([^()]{2,60}\)|,\s[^,.;]{2,60},)?)\s(?:chaired|presided|opened\sand\schaired)\b",
    re.MULTILINE,
)
_LONGEST_SENTENCE = 3_000
_ATTENDED = re.compile(
    r"(?:^|[，。；\n])\s?(?P<who>[^。；\n]{4,300}?)(?:等)?(?:单位|部门)?(?:的)?(?:有关|相关|主要|分管)?(?:负责同志|负责人|代表|人员|同志|领导)?(?:分别)?(?:参加|出席|列席)(?:了)?(?:本次|此次)?(?:会议|会商|座谈)|(?:参加|出席|列席)(?:本次|此次)?(?:会议|会商)的(?:单位|人员)?(?:有|包括|还有)[:：]?\s?(?P<who2>[^。\n]{4,400})"
    r"|\b(?:attended\sby|participants\sincluded|present\swere|attended\swere)\s(?:representatives\s(?:of|from)\s)?(?P<who3>[A-Z][^.\n]{4,300})|\b(?:[Rr]epresentatives|[Dd]elegations|[Oo]fficials)\s(?:of|from)\s(?P<who4>[A-Z][^.\n]{2,200}?)\s(?:met|held|attended|gathered)\b"
)
_PARTICIPANT = re.compile(rf"{ORGANISATIONS}(?:\s|[：:]|[一-龥（(]|$)|[^：:，。]{{2,40}}[：:]\s?\S")


@dataclass
class Head:
    """What the head says; ``evidence`` has a place for each value."""

    meeting: str = ""
    date: date | None = None
    place: str | None = None
    chair: str | None = None
    participants: list[Participants] = field(default_factory=list)
    agenda: list[str] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def take(self, role: str, value: Text) -> None:
        """The value of a label; of two values of a field the first counts."""
        text = value.part(0)
        if not text.text.strip("　 :：-—/"):
            return
        if role == "date" and self.date is None:
            self.date = first_day(text.text)
            self._saw("date", text if self.date else Text("", ()))
        elif role in ("meeting", "place", "chair") and not getattr(self, role):
            setattr(self, role, _plain(text.text))
            self._saw(role, text)
        elif role == "people":
            known = {entry.organisation for entry in self.participants}
            for entry in participants_of(text.text):
                if entry.organisation is None or entry.organisation not in known or entry.people:
                    self._join(entry)
            self._saw("participants", text)
        elif role == "agenda":
            for point in _points(text):
                if point.text not in self.agenda:
                    self.agenda.append(point.text)
                    self._saw("agenda", point)

    def _join(self, entry: Participants) -> None:
        for place, other in enumerate(self.participants):
            if entry.organisation is not None and other.organisation == entry.organisation:
                people = tuple(dict.fromkeys((*other.people, *entry.people)))
                self.participants[place] = Participants(entry.organisation, people)
                return
        self.participants.append(entry)

    def _saw(self, name: str, text: Text) -> None:
        self.evidence += text.evidence(name)


def read_head(root: Node, title: Text | None, printed_title: str, held: date | None) -> Head:
    """What the head of minutes says.

    Args:
        root: the outline of the document.
        title: the line of the title, if it was found.
        printed_title: the document's title.
        held: the day that identification found for it.
    """
    head = Head()
    _labels(list(_before_items(root)), head)
    for node in (root, *_nodes(root)):
        for part in node.parts:
            if isinstance(part, Table) and {"organisation", "person", "text"} <= set(part.roles.values()):
                _people_table(head, part)
        if node.role == "agenda" and not head.agenda:
            _take_all(head, "agenda", node)
        elif node.role == "people":
            _take_people(head, node)
    lines = list(_opening(root))
    printed = held or next((day for line in lines if (day := first_day(line.text))), None)
    _running(lines, head, printed)
    if not head.meeting:
        named = _named_below(root) if BARE_TITLE.fullmatch(printed_title.strip()) else None
        head.meeting = meeting_of(named.text if named else printed_title)
        shown = named or title
        if shown is not None:
            head.evidence += shown.evidence("meeting")
    if head.date is None:
        _line_of_place_and_day(lines[:4], head)
    head.date = head.date or held or first_day(printed_title)
    return head


def _named_below(root: Node) -> Text | None:
    """The line below a title that only says that these are minutes, if it names a meeting."""
    lines = itertools.islice((part for part in _before_items(root) if isinstance(part, Text)), 5)
    return next((line for line in lines if MEETING_LINE.match(line.text)), None)


def _plain(text: str) -> str:
    return re.sub(r"[\s　]+", " ", text).strip().rstrip("。.；;，,")


def _points(text: Text) -> Iterable[Text]:
    """The points of an agenda in one value: numbered, or parted by semicolons."""
    marks = [
        m.start()
        for m in re.finditer(
            r"(?:(?<=^)|(?<=[\s；;。]))(?:[（(]?\d{1,2}[)）.．、](?!\d)|[一二三四五六七八九十]{1,2}[、.]|[①-⑳])\s?",
            text.text,
        )
    ]
    if len(marks) > 1:
        edges = [*marks, len(text.text)]
        pieces = [text.part(edges[i], edges[i + 1]) for i in range(len(marks))]
    else:
        pieces, start = [], 0
        for match in re.finditer(r"[；;\n]|$", text.text):
            pieces.append(text.part(start, match.start()))
            start = match.end()
    for piece in pieces:
        point = piece.part(len(mark_of(piece.text)[1]))
        point = point.part(0, len(point.text.rstrip("。.；;，, ")))
        if point:
            yield point


def _nodes(node: Node) -> Iterable[Node]:
    for child in node.nodes:
        yield child
        yield from _nodes(child)


def _before_items(node: Node) -> Iterable[Part]:
    """Lines and tables before the first section with items, in order."""
    yield from node.parts
    for child in node.nodes:
        if child.role in ("items", "previous", "agenda"):
            continue
        yield Text.joined([Text(child.mark, ()), child.text], "") if not child.heading else child.text
        if child.style.startswith("heading") or not child.nodes or child.role in ("people", ""):
            yield from _before_items(child)


def _labels(parts: Sequence[Part], head: Head) -> None:
    """``会议时间：…``; a value goes on over the lines below until the next label."""
    waiting: tuple[str, list[Text]] | None = None
    for part in parts:
        if isinstance(part, Row):
            _pairs(part, head)
        if not isinstance(part, Text):
            _settled(waiting, head)
            waiting = None
            continue
        if re.fullmatch(r"[（(][^（）()]*[:：][^（）()]*[)）]", part.text):
            part = part.part(1, len(part.text) - 1)  # the whole head in brackets
            part = Text(part.text.replace("，", "；"), part.pieces)
        matches = [m for m in _LABEL.finditer(part.text) if m.start() == 0 or _is_second(part.text, m)]
        if not matches or matches[0].start() > 2:
            if waiting is not None and _goes_on(waiting, part):
                waiting[1].append(part)
            else:
                _settled(waiting, head)
            waiting = None
            continue
        _settled(waiting, head)
        waiting = None
        for index, match in enumerate(matches):
            end = matches[index + 1].start() if index + 1 < len(matches) else len(part.text)
            _settled(waiting, head)
            waiting = (str(match.lastgroup), [part.part(match.end(), end)])
    _settled(waiting, head)


def _is_second(text: str, match: re.Match[str]) -> bool:
    """Another label on the same line stands after a wide blank or a stop."""
    return bool(
        re.search(
            r"(?:\s{2,}|[　；;。|]\s?)$", text[: match.start() + len(match[0]) - len(match[0].lstrip())]
        )
    )


def _settled(waiting: tuple[str, list[Text]] | None, head: Head) -> None:
    if waiting is not None:
        role, lines = waiting
        shown = [line for line in lines if line]
        if shown:
            head.take(role, Text.joined(shown, "\n") if len(shown) > 1 else shown[0])


def _goes_on(waiting: tuple[str, list[Text]], part: Text) -> bool:
    """Whether a line belongs to the label above: people and agendas go over several lines."""
    role, lines = waiting
    if part.heading or role not in ("people", "agenda"):
        return False
    if role == "agenda":
        return bool(mark_of(part.text)[0]) and len(part.text) < 200
    printed = part.text[len(mark_of(part.text)[1]) :]
    is_sentence = (
        bool(re.search(r"会议|会商|。.", printed)) or len(printed) > 160 or printed.endswith(("：", ":"))
    )
    awaited = not lines[-1] or lines[-1].text.endswith(("、", "，", "；", ",", ";", "：", ":"))
    return not is_sentence and (awaited or bool(_PARTICIPANT.match(printed)))


def _pairs(row: Row, head: Head) -> None:
    """``会议名称 | … | 时间 | …``: labels and values side by side."""
    cells = [row.cells[place] for place in sorted(row.cells)]
    for label, value in itertools.pairwise(cells):
        for role, words in LABELS.items():
            if words.fullmatch(label.text.strip().rstrip(":： ")):
                head.take(role, value)


def _take_all(head: Head, role: str, node: Node) -> None:
    for part in node.parts:
        if isinstance(part, Text):
            head.take(role, part)
    for child in node.nodes:
        head.take(role, child.text)


def _take_people(head: Head, node: Node) -> None:
    for part in node.all_parts():
        if isinstance(part, Text) and not _LABEL.match(part.text):
            head.take("people", part)
        elif isinstance(part, Table):
            _people_table(head, part)


def _people_table(head: Head, table: Table) -> None:
    """Columns 单位, 姓名, 职务; a cell of the organisation reaches down over its people."""
    house, person, post = table.column("organisation"), table.column("person"), table.column("post")
    last: Text | None = None
    for row in table.rows:
        organisation = row.cells.get(house) if house is not None else None
        last = organisation or last
        name = row.cells.get(person) if person is not None else None
        held = row.cells.get(post) if post is not None else None
        shown = f"{name.text}（{held.text}）" if name and held else name.text if name else ""
        people = (
            tuple(p for p in re.split(r"[、，,\n]", shown) if p) if not held else (shown,) if shown else ()
        )
        if last is not None or people:
            head._join(Participants(last.text if last else None, people))
            for cell in (organisation, name):
                head._saw("participants", cell or Text("", ()))


def _opening(root: Node) -> Iterable[Text]:
    """The first sentences, in which minutes without labels say when and where."""
    count = 0
    stack: list[Node] = [root]
    while stack and count < 8:
        node = stack.pop(0)
        lines = [part for part in node.parts if isinstance(part, Text)]
        for line in ([node.text] if node.text and not node.heading else []) + lines:
            yield line
            count += 1
        stack[:0] = node.nodes


def _running(lines: Sequence[Text], head: Head, known: date | None) -> None:
    for line in lines:
        for start, end in sentences(line.text):
            sentence = line.part(start, min(end, start + _LONGEST_SENTENCE))
            held = _HELD.search(sentence.text)
            if held and head.date is None and (day := first_day(sentence.text)) is not None:
                head.date = day
                head._saw(
                    "date", sentence.part(*next(((a, b) for a, b, d in find_dates(sentence.text)), (0, None)))
                )
            if held and head.date is None and known is not None:
                _day_without_year(head, sentence, known)
            if held and head.place is None and head.date is not None:
                _named(head, "place", _PLACE.search(sentence.text), sentence)
            if head.chair is None:
                _named(head, "chair", _CHAIR.search(sentence.text), sentence)
            if not head.participants:
                _attended(head, sentence)
    for line in lines:
        if not head.participants and _HELD.search(line.text):
            _convened(head, line.part(0, min(len(line.text), _LONGEST_SENTENCE)))


_MONTH_AND_DAY = re.compile(r"(?<![\d年])(?P<month>\d{1,2})\s?月\s?(?P<day>\d{1,2})\s?日")


def _day_without_year(head: Head, sentence: Text, known: date) -> None:
    """``6月22日，…召开会议``: of the year of the day on which the minutes were printed, or of the one before."""
    match = _MONTH_AND_DAY.search(sentence.text)
    if match is None:
        return
    for year in (known.year, known.year - 1):
        with contextlib.suppress(ValueError):
            day = date(year, int(match["month"]), int(match["day"]))
            if day <= known:
                head.date = day
                head._saw("date", sentence.part(match.start(), match.end()))
                return


def _named(head: Head, role: str, match: re.Match[str] | None, sentence: Text) -> None:
    if match:
        name = str(match.lastgroup)
        head.take(role, sentence.part(match.start(name), match.end(name)))


def _attended(head: Head, sentence: Text) -> None:
    match = _ATTENDED.search(sentence.text)
    if not match:
        return
    name = str(match.lastgroup)
    value = match[name]
    chaired = re.search(r"主持(?:召开)?(?:了)?(?:[本此]次)?(?:会议|会商)?[，,]", value)
    if name == "who" and chaired:  # who chairs stands before those who attend
        _attend_each(head, sentence.part(match.start(name) + chaired.end()))
    elif name == "who":
        organisations = list(re.finditer(ORGANISATIONS, value))
        if not organisations:
            return
        start = match.start(name) + organisations[0].start()
        end = match.start(name) + organisations[-1].end()
        for left, right in split_parties(sentence.text[start:end]):
            head._join(Participants(sentence.text[start + left : start + right]))
        head._saw("participants", sentence.part(start, end))
    elif name == "who4":
        for left, right in split_parties(value):
            head._join(Participants(value[left:right]))
        head._saw("participants", sentence.part(match.start(name), match.end(name)))
    else:
        head.take("people", sentence.part(match.start(name), match.end(name)))


_ATTENDS = re.compile(
    r"(?:等(?:单位|部门)?)?(?:的)?(?:有关|相关|主要|分管)?(?:负责同志|负责人|代表|人员|同志|领导)?(?:分别)?(?:参加|出席|列席)(?:了)?(?:本次|此次)?(?:会议|会商|座谈)?"
)


def _attend_each(head: Head, text: Text) -> None:
    """``甲院院长张三出席会议，乙局、丙局负责同志参加会议``: the clauses one by one."""
    for clause in re.finditer(r"[^，。；,]+", text.text):
        verb = _ATTENDS.search(clause[0])
        if verb and verb.start():
            head.take("people", text.part(clause.start(), clause.start() + verb.start()))


_CONVENED = re.compile(
    rf"(?:^|[，,日午])\s?(?P<orgs>{ORGANISATIONS})\s?(?:联合|共同)?(?:在[^，。；]{{2,40}}?)?(?:联合|共同)?(?:召开|举行|举办|会商)"
)


def _convened(head: Head, sentence: Text) -> None:
    """``甲局、乙院在…召开会商会``: several that convene a meeting take part in it."""
    match = _CONVENED.search(sentence.text)
    parts = split_parties(match["orgs"]) if match else []
    if match is None or len(parts) < 2:
        return
    for left, right in parts:
        head._join(Participants(match["orgs"][left:right]))
    head._saw("participants", sentence.part(match.start("orgs"), match.end("orgs")))


def _line_of_place_and_day(lines: Sequence[Text], head: Head) -> None:
    """``Greenport, 17 June 2026``: a line below the title with nothing else."""
    for line in lines:
        found = find_dates(line.text) if len(line.text) <= 60 else []
        if not found or found[-1][1] < len(line.text.rstrip(" .")) or _LABEL.match(line.text):
            continue
        before = line.text[: found[0][0]].rstrip(" ,，")
        if re.search(r"[。.：:;；\d]", before):
            continue
        head.date = found[0][2]
        head._saw("date", line.part(found[0][0]))
        if before and head.place is None and before[0].isupper():
            head.take("place", line.part(0, len(before)))
        return
