"""The items of minutes: what was agreed, out of numbered points, sentences and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.minutes.assign import Assignment, Place, assignment_of, take_field
from ingest.minutes.outline import Node, mark_of
from ingest.minutes.rows import Part, Row, Table
from ingest.minutes.text import Text, sentences
from ingest.minutes.wording import FIELDS

_WHO = r"(?:(?:本次|此次)?会议|会商|与会(?:各方|单位|人员|代表)|参会(?:各方|单位)|各方|双方|三方|大家|各单位|[甲乙]、?[甲乙]双方)"
_HOW = r"(?:经(?:充分|认真)?(?:研究|讨论|协商|审议|会商)[，,]?)?(?:研究|讨论|协商|审议|审定)?(?:一致|共同|最后|还|并|同时|进一步)?"
_TRIGGER = re.compile(
    rf"(?:经(?:充分|认真|会议)?(?:研究|讨论|协商|审议|会商)[，,]?)?(?:{_WHO}{_HOW}(?:议定|决定|明确|要求|同意|商定|确定|约定|部署|安排|通过|认定|达成(?:以下|如下)?(?:一致|共识)?(?:意见)?|形成(?:以下|如下)?(?:一致)?(?:意见|共识|决议)?|一致认为|认为)"
    r"|现(?:将)?(?:议定|决定|明确)|议定|决定如下)(?:了)?(?:以下|如下)?(?:几?[个项]?事项|意见|内容|工作|共识)?(?:如下)?[，,：:]?\s?"
)
_FIRM = re.compile(r"议定|决定|明确|要求|同意|商定|确定|约定|部署|安排|通过|达成|形成|一致认为|共识")
_TRIGGER_ENGLISH = re.compile(
    r"(?:It\swas\s(?:further\s|also\s)?(?:agreed|decided|resolved)(?:\sthat|\sto)?|(?:The\s)?(?:meeting|participants|parties|two\ssides|both\ssides|sides|delegations|committee|group)\s(?:further\s|also\s)?(?:agreed|decided|resolved|concluded)(?:\sthat|\sto|\son)?|Agreed|Decision|Action(?:\s(?:item|point))?(?:\s\d{1,2})?)\s?[:,–-]?\s?",
    re.IGNORECASE,
)
_TALK = re.compile(
    rf"(?:{_WHO}{_HOW}(?:认为|指出|强调|听取|通报|回顾|肯定|分析|讨论|研究了|交流|学习|传达|审议了|围绕|就|还就|针对)|[^，。]{{2,30}}(?:表示|介绍|汇报|通报|提出|建议|发言|指出|认为)(?:了|[，：,:])"
    r"|(?:The\s)?(?:meeting|participants|chair)\s(?:noted|heard|discussed|reviewed|considered|welcomed|recalled|exchanged|took\snote)|[A-Z][^.]{2,60}\s(?:reported|explained|presented|noted|informed|outlined|thanked))",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"应当?|须|必须|负责|牵头|建立|开展|共享|通报|移送|制定|推[进动]|加强|完善|提供|配合|协助|定期|每[年季月]|联合|不得|可以|确定|设立|明确|落实|支持|互|统一|适用|按照|同意|纳入|起草|修订|召开|指定|\b(?:shall|will|agree[sd]?|undertakes?|should|to)\b"
)
_GENERAL_CLAUSE = re.compile(
    r"宗旨|目的|原则|背景|依据|定义|附则|生效|期限|有效期|文本|争议|修改|变更|终止|解除|签署|其他|保密|法律效力|份数|解释权|definitions?|purpose|background|objectives?|principles|legal\s(?:effect|status)|entry\sinto|duration|termination|amendment|dispute|confidential|signature|final",
    re.IGNORECASE,
)
_SUPPLEMENT = re.compile(
    r"(?:该项|该|此项|上述|以上|本项|相关|有关)?(?:工作|任务|事项)?(?:由|请|牵头|配合|责任|主办|协办|完成|时限|于|力争|在|Lead|Support|Deadline|Due|Owner|Responsible)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"该项|此项|上述|以上|本项|有关|相关|工作|任务|事项|由|请|牵头|配合|负责|完成|落实|组织|协助|主办|协办|承办|会同|共同|按期|确保|力争|争取|务必|于|在|并|和|与|及|前|之|做好|予以|抓紧|推进|办理|[\s，,。；;、：:（）()]"
)
_INLINE = re.compile(
    r"(?:(?<=[：:；;。，,])|^)\s?(?:[（(][1-9]\d?[)）]|[①-⑳]|[1-9][.．、](?!\d)|[一二三四五六七八九十]{1,2}是(?=[^的]))"
)
_DISPATCH = re.compile(
    r"(?:分送|抄送|抄报|主送|印发|报送|发送|附件|记录人?|联系人|电话|签[发字]|cc)[:：]|[（(]?(?:此页|以下)无正文|^[甲乙丙]方[（(：:]|^第?\s?\d{1,3}\s?页"
)
_OPINION_NONE = re.compile(
    r"^(?:同意|无(?:修改)?意见|无不同意见|原则同意|已阅|no\s(?:comments?|objections?)|agreed)[。.；;，,]?$",
    re.IGNORECASE,
)
_OPINION = re.compile(r"会签|意见|opinion|comment", re.IGNORECASE)


@dataclass
class Draft:
    """An item before it is finished: its words, with the lines of labels below it, and the cells of its row."""

    text: Text
    number: str = ""
    topic: str = ""
    below: list[Text] = field(default_factory=list)
    cells: list[tuple[str, Text]] = field(default_factory=list)
    inherited: Assignment | None = None

    @property
    def words(self) -> Text:
        """All its words, in order."""
        return Text.joined([self.text, *self.below], "\n") if self.below else self.text

    def assignment(self, meeting: date | None) -> Assignment:
        """What its words and cells say; columns first."""
        found = Assignment()
        for role, cell in self.cells:
            take_field(found, role, cell.text, 0, meeting)
        return found if self.cells else assignment_of(self.words.text, meeting)


class Finder:
    """Finds the items below a node of the outline."""

    def __init__(self, meeting: date | None, is_agreement: bool, is_countersigning: bool) -> None:
        """Where to look.

        Args:
            meeting: the day of the meeting.
            is_agreement: whether the document is a memorandum in clauses.
            is_countersigning: whether it collects the opinions of several units.
        """
        self.drafts: list[Draft] = []
        self.reported: list[tuple[Node, Part]] = []
        self._meeting = meeting
        self._agreement = is_agreement
        self._countersigning = is_countersigning

    def walk(self, node: Node, topic: str = "", role: str = "") -> None:
        """Take the items of a node and of those below it."""
        role = node.role or role
        if role == "previous":
            self.reported += [
                (node, part) for part in ([node.text] if not node.heading else []) + list(node.all_parts())
            ]
            return
        if role in ("agenda", "people"):
            for part in node.parts:
                if isinstance(part, Table):
                    self._table(part, topic)
            return
        own = node.text.text if node.heading and node.style and not node.role else topic
        opened = False
        for part in node.parts:
            if isinstance(part, Table):
                self._table(part, own)
            elif isinstance(part, Text):
                opened = self._paragraph(part, own, role == "items" and not node.nodes)
        if not node.heading and node.text and node.style != "named section":
            opened = self._paragraph(node.text, topic, False) or opened
        for child in node.nodes:
            if child.role and child.role != "items":
                self.walk(child, own, child.role)
            elif role == "items" or opened or self._is_point(child):
                self._point(child, own)
            else:
                self.walk(child, own, "" if role == "closing" else role)

    def _is_point(self, node: Node) -> bool:
        """Whether a numbered point outside a section of items is one all the same."""
        if node.role or _TRIGGER.search(node.text.text) or _TALK.match(node.text.text):
            return False
        if any(
            isinstance(part, Text) and (_TRIGGER.match(part.text) or _TALK.match(part.text))
            for part in node.parts
        ):
            return False
        words = "\n".join(part.text for part in (node.text, *node.parts) if isinstance(part, Text))
        if self._agreement and (node.style == "article" or not node.nodes):
            return (
                not _GENERAL_CLAUSE.search(node.text.text[:20])
                and bool(_DUTY.search(words))
                and not any(child.style for child in node.nodes if child.heading and child.nodes)
            )
        found = assignment_of(words, self._meeting, strict=True)
        if re.match("责成|委托", node.text.text):
            return True
        return bool(found.lead or found.labels) and (
            bool(found.deadline or found.labels or found.support) or len(words) < 200
        )

    def _point(self, node: Node, topic: str) -> None:
        """A numbered point of a section of items: an item, or several where its own points are."""
        tables = [part for part in node.parts if isinstance(part, Table)]
        for table in tables:
            self._table(table, node.text.text if node.heading else topic)
        lines = [part for part in node.parts if isinstance(part, Text) and not _DISPATCH.match(part.text)]
        own = assignment_of("\n".join(part.text for part in (node.text, *lines)), self._meeting)
        below = [child for child in node.nodes if child.text]
        has_sentence = not node.heading or any(not _is_label(line.text) for line in lines)
        if below and (
            self._all_assigned(below)
            or (not has_sentence and not tables)
            or node.text.text.endswith(("：", ":"))
        ):
            for child in below:
                count = len(self.drafts)
                self._point(child, node.text.text if node.heading else topic)
                for draft in self.drafts[count:]:
                    draft.inherited = draft.inherited or (own if own.says_something else None)
            return
        if tables and not has_sentence:
            return
        if self._is_talk(node, lines):
            for part in (node.text, *lines):
                self._paragraph(part, node.text.text if node.heading else topic, False)
            return
        texts = [*lines, *(text for child in below for text in _whole(child))]
        body = node.text
        if node.heading and texts and not _is_label(texts[0].text):
            body = Text.joined(
                [node.text, texts.pop(0)], "。" if re.search("[一-龥]", node.text.text) else ": "
            )
        if _is_nothing(body.text):
            return
        parts = self._inline(body) if not texts and not node.heading else []
        if len(parts) > 1:
            for part in parts:
                self._add(Draft(part, topic=topic))
            return
        self._add(Draft(_without_trigger(body), _number(node.mark), topic, texts))

    def _is_talk(self, node: Node, lines: Sequence[Text]) -> bool:
        """Whether a point tells what was said, and names what was agreed by 会议明确 and the like."""
        texts = (
            [line.text for line in lines]
            if node.heading
            else [node.text.text, *(line.text for line in lines)]
        )
        return bool(texts) and (
            bool(_TALK.match(texts[0]))
            or sum(bool(_TRIGGER.match(t)) for text in texts for t in re.split("。", text)) > 1
        )

    def _all_assigned(self, nodes: Sequence[Node]) -> bool:
        """Whether most of the points have a party of their own."""
        assigned = sum(
            bool(assignment_of("\n".join(text.text for text in _whole(node)), self._meeting).lead)
            for node in nodes
        )
        return assigned * 2 > len(nodes)

    def _paragraph(self, text: Text, topic: str, binding: bool) -> bool:
        """The items in the sentences of a paragraph; whether it ends by opening a list of items."""
        if _DISPATCH.match(text.text):
            return False
        if _is_label(text.text):
            if self.drafts and binding:
                self.drafts[-1].below.append(text)
            return False
        for start, end in sentences(text.text):
            sentence = text.part(start, end)
            match = _TRIGGER.match(sentence.text) or _TRIGGER_ENGLISH.match(sentence.text)
            if match and (_FIRM.search(match[0]) or not re.search("[一-龥]", match[0])):
                if sentence.text.endswith(("：", ":")) and match.end() >= len(sentence.text) - 12:
                    return True
                binding = True
                sentence = sentence.part(match.end())
            elif _TALK.match(sentence.text):
                if not self._is_firm(sentence):
                    binding = False
                    continue
                sentence = sentence.part(match.end() if match else 0)
            elif not binding and not self._is_firm(sentence):
                continue
            if not re.search(r"\w", sentence.text):
                continue
            if self._completes_last(sentence):
                self.drafts[-1].below.append(sentence)
                continue
            for part in self._inline(sentence) or [sentence]:
                self._add(Draft(part, topic=topic))
        return False

    def _is_firm(self, sentence: Text) -> bool:
        """Whether a sentence outside 会议议定 assigns a task all the same."""
        found = assignment_of(sentence.text, self._meeting, strict=True)
        return bool(found.lead) and bool(found.deadline or found.support or found.labels)

    def _completes_last(self, sentence: Text) -> bool:
        """``该项工作由甲局牵头，于6月底前完成。``: only what the item before lacks."""
        if (
            not self.drafts
            or self.drafts[-1].cells
            or not (_SUPPLEMENT.match(sentence.text) or _is_label(sentence.text))
        ):
            return False
        found = assignment_of(sentence.text, self._meeting)
        if not found.says_something:
            return False
        rest = sentence.text
        for place in (*found.lead, *found.support, *([found.deadline] if found.deadline else [])):
            rest = rest.replace(place.value, "")
        return len(_FILLER.sub("", rest)) <= 4

    def _inline(self, sentence: Text) -> list[Text]:
        """The parts of ``一是…；二是…``, and those between semicolons that each have a party."""
        marks = list(_INLINE.finditer(sentence.text))
        if len(marks) > 1:
            edges = [*(match.start() for match in marks), len(sentence.text)]
            return [sentence.part(marks[i].end(), edges[i + 1]).part(0) for i in range(len(marks))]
        parts: list[Text] = []
        start = 0
        for match in re.finditer(r"[；;]|$", sentence.text):
            part = sentence.part(start, match.end())
            start = match.end()
            if part.text.strip("；; "):
                parts.append(part)
        if len(parts) > 1 and all(assignment_of(part.text, self._meeting).lead for part in parts):
            return parts
        return []

    def _table(self, table: Table, topic: str) -> None:
        """A row is an item where the table has a column of tasks; opinions of units are, where they ask for something."""
        roles = set(table.roles.values())
        column = table.column("text")
        if "organisation" in roles and column is not None and not {"lead", "deadline", "state"} & roles:
            if self._countersigning:
                self._opinions(table, column)
            return
        subject = column if column is not None else table.column("topic")
        if subject is None or not {"lead", "support", "deadline", "state", "number", "text"} & roles:
            return
        for row in table.rows:
            cell = row.cells.get(subject)
            if cell is None or _is_nothing(cell.text) or len(row.cells) == 1:
                self._continued(row, table)
                continue
            cells = [
                (role, row.cells[place])
                for place, role in table.roles.items()
                if place in row.cells and role in FIELDS
            ]
            number = row.cells.get(table.column("number") if table.column("number") is not None else -1)  # type: ignore[arg-type]
            over = table.column("topic")
            named = (
                row.cells[over].text if over is not None and over != subject and over in row.cells else topic
            )
            mark = mark_of(cell.text)[1]
            self._add(
                Draft(cell.part(len(mark)), number.text if number else _number(mark), named, cells=cells)
            )

    def _continued(self, row: Row, table: Table) -> None:
        """A row without a task goes on with the one above, as at the top of a page."""
        if not self.drafts or not self.drafts[-1].cells:
            return
        draft = self.drafts[-1]
        subject = table.column("text")
        for place, cell in row.cells.items():
            if place == subject:
                draft.text = Text.joined([draft.text, cell], "", scattered=True)
                continue
            role = table.roles.get(place, "")
            for index, (own, text) in enumerate(draft.cells):
                if own == role and place not in row.covered and cell.text != text.text:
                    draft.cells[index] = (own, Text.joined([text, cell], "", scattered=True))

    def _opinions(self, table: Table, column: int) -> None:
        unit = table.column("organisation")
        for row in table.rows:
            cell = row.cells.get(column)
            name = row.cells.get(unit) if unit is not None else None
            if cell is not None and not _is_nothing(cell.text) and not _OPINION_NONE.match(cell.text):
                self._add(Draft(cell, topic=name.text if name else ""))

    def _add(self, draft: Draft) -> None:
        if re.search(r"\w{2}", draft.text.text):
            self.drafts.append(draft)


def _without_trigger(text: Text) -> Text:
    match = _TRIGGER.match(text.text)
    return text.part(match.end()) if match and match.end() < len(text.text) else text


def _whole(node: Node) -> Iterator[Text]:
    """All lines of a point and of those below it."""
    yield node.text
    for part in node.all_parts():
        if isinstance(part, Text):
            yield part


def _is_label(text: str) -> bool:
    return any(re.match(words.pattern + r"\s?[:：]", text, re.IGNORECASE) for words in FIELDS.values())


def _is_nothing(text: str) -> bool:
    return not re.search(r"\w", text) or text.strip() in ("无", "None", "N/A", "合计")


def _number(mark: str) -> str:
    """The number of a mark without brackets and stops."""
    return re.sub(r"[\s（）()、．.。：:)）-]+", " ", mark).strip()


def places_of(assignment: Assignment) -> Iterator[tuple[str, Place]]:
    """The values of an assignment with the names of the record's fields."""
    for place in assignment.lead:
        yield "lead", place
    for place in assignment.support:
        yield "support", place
    for name, value in (
        ("deadline_text", assignment.deadline),
        ("state", assignment.state_at),
        ("settled_by", assignment.settled_by),
    ):
        if value is not None:
            yield name, value
