"""The items of minutes: what was agreed, out of numbered points, sentences and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from ingest.minutes import speech
from ingest.minutes.assign import Assignment, Place, assignment_of, take_field
from ingest.minutes.outline import Node, mark_of
from ingest.minutes.rows import Part, Row, Table
from ingest.minutes.text import Text, sentences
from ingest.minutes.wording import FIELDS


@dataclass
class Draft:
    """An item before it is finished: its words, with the lines of labels below it, and the cells of its row."""

    text: Text
    number: str = ""
    topic: str = ""
    below: list[Text] = field(default_factory=list)
    cells: list[tuple[str, Text]] = field(default_factory=list)
    inherited: Assignment | None = None
    above: Text | None = None

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
        if node.role or speech.TRIGGER.search(node.text.text) or speech.TALK.match(node.text.text):
            return False
        if any(
            isinstance(part, Text) and (speech.TRIGGER.match(part.text) or speech.TALK.match(part.text))
            for part in node.parts
        ):
            return False
        words = "\n".join(part.text for part in (node.text, *node.parts) if isinstance(part, Text))
        if self._agreement and (node.style == "article" or not node.nodes):
            return (
                not speech.GENERAL_CLAUSE.search(node.text.text[:20])
                and bool(speech.DUTY.search(words))
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
        lines = [
            part for part in node.parts if isinstance(part, Text) and not speech.DISPATCH.match(part.text)
        ]
        words = Text.joined([node.text, *lines])
        own = assignment_of(words.text, self._meeting)
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
                    if draft.inherited is None and own.says_something:
                        draft.inherited, draft.above = own, words
            return
        if tables and not has_sentence:
            return
        if self._is_talk(node, lines):
            for part in (node.text, *lines):
                self._paragraph(
                    part, node.text.text if node.heading else _opening(node.text.text) or topic, False
                )
            return
        own_lines, others = _parted(lines, node.heading)
        self._finish(node, [*own_lines, *(text for child in below for text in _whole(child))], topic)
        for line in others:
            self._paragraph(line, topic, False)

    def _finish(self, node: Node, texts: list[Text], topic: str) -> None:
        """The item, or the items, of a point without items below it."""
        body = node.text
        if node.heading and texts and not _is_label(texts[0].text):
            sentence = texts.pop(0)
            if self._only_completes(sentence):
                body = Text.joined(
                    [node.text, sentence], "。" if re.search("[一-龥]", node.text.text) else ": "
                )
            else:
                topic, body = node.text.text, sentence
        if _is_nothing(body.text):
            return
        parts = self._inline(body) if not texts and not node.heading else []
        if len(parts) > 1:
            for part in parts:
                self._add(Draft(part, topic=topic))
            return
        if re.search("[一-龥]", body.text):  # a line in another language says the same once more
            texts = [text for text in texts if re.search("[一-龥]", text.text) or _is_label(text.text)]
        self._add(Draft(_without_trigger(body), _number(node.mark), topic, texts))

    def _is_talk(self, node: Node, lines: Sequence[Text]) -> bool:
        """Whether a point tells what was said, and names what was agreed by 会议明确 and the like."""
        texts = (
            [line.text for line in lines]
            if node.heading
            else [node.text.text, *(line.text for line in lines)]
        )
        return bool(texts) and (
            bool(speech.TALK.match(texts[0]))
            or _later_trigger(node.text.text)
            or any(speech.CALL.search(text) for text in texts)
            or sum(bool(speech.TRIGGER.match(t)) for text in texts for t in re.split("。", text)) > 1
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
        if speech.DISPATCH.match(text.text):
            return False
        if _is_label(text.text):
            if self.drafts and binding:
                self.drafts[-1].below.append(text)
            return False
        for start, end in sentences(text.text):
            sentence = text.part(start, end)
            match = speech.TRIGGER.match(sentence.text) or speech.TRIGGER_ENGLISH.match(sentence.text)
            if match and (speech.FIRM.search(match[0]) or not re.search("[一-龥]", match[0])):
                if sentence.text.endswith(("：", ":")) and match.end() >= len(sentence.text) - 12:
                    return True
                binding = True
                if not speech.SIDES_AGREED.match(match[0]):
                    sentence = sentence.part(match.end())
            elif (
                speech.OPENS.search(sentence.text)
                and end == len(text.text)
                and not assignment_of(sentence.text, self._meeting).lead
            ):
                return True
            elif speech.TALK.match(sentence.text):
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
            or not (speech.SUPPLEMENT.match(sentence.text) or _is_label(sentence.text))
        ):
            return False
        return self._only_completes(sentence)

    def _only_completes(self, sentence: Text) -> bool:
        """Whether a sentence names parties and times, and no task."""
        found = assignment_of(sentence.text, self._meeting)
        if not found.says_something:
            return False
        rest = sentence.text
        for place in (*found.lead, *found.support, *([found.deadline] if found.deadline else [])):
            rest = rest.replace(place.value, "")
        return len(speech.FILLER.sub("", rest)) <= 4

    def _inline(self, sentence: Text) -> list[Text]:
        """The parts of ``一是…；二是…``, and those between semicolons that each have a party."""
        marks = list(speech.INLINE.finditer(sentence.text))
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
            if cell is not None and not _is_nothing(cell.text) and not speech.OPINION_NONE.match(cell.text):
                self._add(Draft(cell, topic=name.text if name else ""))

    def _add(self, draft: Draft) -> None:
        if not draft.cells and not draft.below and speech.EXHORTATION.search(draft.text.text):
            found = draft.assignment(self._meeting)
            if not found.deadline and all(speech.EVERYBODY.fullmatch(place.value) for place in found.lead):
                return
        if re.search(r"\w{2}", draft.text.text):
            self.drafts.append(draft)


def _later_trigger(text: str) -> bool:
    """Whether 会议议定 stands behind the first sentence: ``关于经费。会议决定，…``."""
    spans = list(sentences(text))[1:]
    return any(
        (match := speech.TRIGGER.match(text[start:end])) is not None and bool(speech.FIRM.search(match[0]))
        for start, end in spans
    )


def _opening(text: str) -> str:
    """The run-in heading of a point: ``关于经费。会议决定，…``."""
    first = text.partition("。")[0]
    return first if len(first) <= 40 and not re.search("[，；：]", first) else ""


def _parted(lines: Sequence[Text], heading: bool) -> tuple[list[Text], list[Text]]:
    """The lines that belong to a point, and those from the first that speaks for the meeting again."""
    for place, line in enumerate(lines):
        match = speech.TRIGGER.match(line.text)
        if (place or not heading) and (
            speech.TALK.match(line.text) or (match and speech.WHO_SPEAKS.match(match[0]))
        ):
            return list(lines[:place]), list(lines[place:])
    return list(lines), []


def _without_trigger(text: Text) -> Text:
    match = speech.TRIGGER.match(text.text) or speech.IT_WAS.match(text.text)
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
