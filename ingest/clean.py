"""The furniture of web sites, apps and pages is told from the text of the document; nothing is taken out of it.

Rules are conservative: what they do not know stays text. ``ingest/furniture.py`` holds them as data.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from corpus.evidence import Span
from corpus.model import Block, BlockKind, Format, Reading
from ingest import furniture
from ingest.endnotes import with_endnotes
from ingest.read.contents import mark_contents
from ingest.read.wrapping import begins_unit, is_cjk

_SILENT = (BlockKind.FURNITURE, BlockKind.COMMENT)
_JOINED = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_PAGED = (Format.PDF, Format.IMAGE)
_HEAD = 80
_TAIL = 80
_SHORT = 60
_ENTRY_ZONE = 40
_LONGEST_VALUE = 600
_FEWEST_REPEATS = 8
_SENTENCE_STOP = tuple("。；！？")
_STOP = tuple("。；：！？…;:!?.”」』）)》")


def clean(reading: Reading) -> Reading:
    """Mark furniture, take the facts that a page tells of a document into the metadata, join what a page break cut.

    ``Reading.text`` stays as it is; blocks that are no text of the document become FURNITURE. Lines such as
    发布日期：… before the text go to the metadata as ``page.发布日期``. Where a paragraph went on after a page break,
    its parts become one block, and the furniture between them is no block any more. Notes at the end become footnotes.
    """
    blocks = list(mark_contents(reading).blocks)
    metadata = dict(reading.metadata)
    _mark_always(blocks)
    _mark_running_heads(blocks, reading.format)
    _mark_navigation(blocks)
    _mark_entries(blocks, metadata)
    _mark_below(blocks, metadata)
    _mark_footer(blocks)
    if not any(block.kind not in _SILENT for block in blocks):
        # Nothing but furniture would be left: then it was none.
        return reading
    blocks = with_endnotes(_joined(reading, blocks), reading.text)
    return replace(reading, blocks=tuple(blocks), metadata=metadata)


def _mark(blocks: list[Block], index: int) -> None:
    if blocks[index].kind not in _SILENT:
        blocks[index] = replace(blocks[index], kind=BlockKind.FURNITURE, level=0)


def _is_sentence(text: str) -> bool:
    """Whether a block is too long or too much of a sentence to be furniture by its look."""
    return len(text) > furniture.LONGEST_LINE or text.endswith(("。", "；"))


def _mark_always(blocks: list[Block]) -> None:
    for index, block in enumerate(blocks):
        if not _is_sentence(block.text) and furniture.ALWAYS.fullmatch(block.text):
            _mark(blocks, index)


def _mark_running_heads(blocks: list[Block], form: Format) -> None:
    """Lines of text taken out of a PDF that come back page after page, each time beside a page number."""
    if form not in (Format.TXT, Format.MARKDOWN):
        return
    keys = [furniture.repeated_key(block.text) if block.kind in _JOINED else "" for block in blocks]
    counts = Counter(key for key in keys if key)
    numbers = {
        index
        for index, block in enumerate(blocks)
        if block.kind in (*_JOINED, BlockKind.FURNITURE) and furniture.PAGE_NUMBER.fullmatch(block.text)
    }
    often = {key for key, count in counts.items() if count >= _FEWEST_REPEATS}
    if not often or len(numbers) < _FEWEST_REPEATS:
        return
    near = Counter(key for index, key in enumerate(keys) if key in often and _is_near(index, numbers))
    heads = {key for key in often if near[key] * 4 >= counts[key] * 3 and counts[key] * 4 >= len(numbers)}
    places = {index for index, key in enumerate(keys) if key in heads}
    for index in places:
        _mark(blocks, index)
    for index in numbers:
        if _is_near(index, places):
            _mark(blocks, index)


def _is_near(index: int, places: set[int]) -> bool:
    return any(index + step in places for step in (-2, -1, 1, 2))


def _mark_navigation(blocks: list[Block]) -> None:
    """The menu of a site stands before its line 当前位置, which stands before the title."""
    head = blocks[:_HEAD]
    place = next((index for index, block in enumerate(head) if furniture.BREADCRUMB.match(block.text)), None)
    if place is None:
        return
    for index in range(place):
        block = blocks[index]
        titled = block.kind in (BlockKind.HEADING, BlockKind.QUOTATION)
        if not titled and _is_caption(block.text) and not furniture.ENTRY.match(block.text):
            _mark(blocks, index)
    _mark(blocks, place)
    if place + 1 < len(blocks) and furniture.TRAIL.search(blocks[place + 1].text):
        _mark(blocks, place + 1)
    for index in range(place, min(len(blocks), place + 12)):
        if furniture.FONT_SIZE.fullmatch(blocks[index].text):
            _mark(blocks, index)


def _is_caption(text: str) -> bool:
    return len(text) <= _SHORT and not text.endswith(("。", "；", "！", "？", ".")) and not begins_unit(text)


def _mark_entries(blocks: list[Block], metadata: dict[str, str]) -> None:
    """Lines ``发布日期：…`` before the text are what a page says of the document."""
    seen = 0
    for index, block in enumerate(blocks):
        if block.kind in _SILENT:
            continue
        seen += 1
        if seen > _ENTRY_ZONE or furniture.FIRST_UNIT.match(block.text):
            return
        match = furniture.ENTRY.fullmatch(block.text) if len(block.text) <= _LONGEST_VALUE else None
        if match is not None and block.kind is not BlockKind.HEADING:
            metadata.setdefault(f"page.{match.group('key')}", match.group("value").strip())
            _mark(blocks, index)


def _mark_below(blocks: list[Block], metadata: dict[str, str]) -> None:
    """From the end up, as long as the lines are a page's facts of the document or a publisher's notice."""
    for index in range(len(blocks) - 1, -1, -1):
        block = blocks[index]
        if block.kind in _SILENT:
            continue
        match = furniture.BELOW.fullmatch(block.text) if len(block.text) <= _LONGEST_VALUE else None
        if match is not None:
            key, value = match["key"] or match["link"], match["value"] or match["address"]
            metadata.setdefault(f"page.{key}", value.strip())
        elif len(block.text) > _LONGEST_VALUE or not furniture.NOTICE.fullmatch(block.text):
            return
        _mark(blocks, index)


def _mark_footer(blocks: list[Block]) -> None:
    """From its first sign on, if the owner's or registration lines follow and nothing after it is a sentence."""
    first = max(0, len(blocks) - _TAIL)
    strong = [index for index in range(first, len(blocks)) if _is_owner(blocks[index].text)]
    if not strong:
        return
    start = strong[0]
    while start > first and _is_tail(blocks[start - 1]):
        start -= 1
    signs = [
        index
        for index in range(start, len(blocks))
        if index in strong or furniture.FOOTER_SIGN.fullmatch(blocks[index].text)
    ]
    for index in range(signs[0], len(blocks)):
        if _is_tail(blocks[index]):
            _mark(blocks, index)


def _is_owner(text: str) -> bool:
    return not _is_sentence(text) and furniture.FOOTER.search(text) is not None


def _is_tail(block: Block) -> bool:
    if block.kind in _SILENT or not any(map(str.isalnum, block.text)):
        return True
    short = _is_caption(block.text) or _is_owner(block.text)
    return short and not furniture.FIRST_UNIT.match(block.text)


def _joined(reading: Reading, blocks: list[Block]) -> list[Block]:
    """The blocks with those joined that a page break cut."""
    result: list[Block] = []
    last = -1
    for block in blocks:
        if last >= 0 and _goes_on(result[last], block, last < len(result) - 1, reading.format):
            result[last] = _join(reading.text, result[last], block)
            del result[last + 1 :]
            continue
        result.append(block)
        if block.kind is not BlockKind.FURNITURE:
            last = len(result) - 1
    return result


def _goes_on(block: Block, following: Block, broken: bool, form: Format) -> bool:
    """Whether a paragraph breaks off in its sentence and the next one goes on with it."""
    if block.kind not in _JOINED or following.kind is not BlockKind.PARAGRAPH:
        return False
    if not (broken or form in _PAGED) or block.text.endswith(_STOP) or begins_unit(following.text):
        return False
    if is_cjk(block.text) and is_cjk(following.text):
        sentence = any(sign in block.text for sign in "，。；")
        return len(block.text) >= 15 and sentence and following.text.endswith(_SENTENCE_STOP)
    return following.text[:1].islower() and len(block.text) >= 30


def _join(text: str, block: Block, following: Block) -> Block:
    spans = list(block.spans)
    feed = text.rfind("\n", block.end, following.start)
    if feed >= 0 and not (is_cjk(block.text[-4:]) and is_cjk(following.text[:4])):
        spans.append(Span(feed, feed + 1))
    spans.extend(following.spans)
    content = "".join(text[span.start : span.end] for span in spans)
    return Block(block.kind, content, tuple(spans), block.level)
