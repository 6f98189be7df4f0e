"""The clauses by which a document ends others, in its order: ``同时废止``, ``is repealed``, lists of what is repealed.

A clause that ends only a part of a document, or whatever disagrees with the new one, ends no document; nor does one
that is quoted or told as history.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from corpus.model import WITHOUT_VALIDITY, Block, BlockKind, Document, Kind, Reading
from corpus.numerals import find_dates, parse_date
from corpus.records import Ending, Relation
from ingest.endings_elsewhere import elsewhere
from ingest.ends import Named, ending
from ingest.identify.forms import CASE_NUMBER, DECREE, DOCUMENT_NUMBER, STANDARD_NUMBER

_SILENT = (BlockKind.COMMENT, BlockKind.FURNITURE, BlockKind.QUOTATION)
_LONGEST = 20_000
_LONGEST_SURFACE = 600
_MOST_LISTED = 2000
_WORDS = ("废止", "廢止", "失效", "停止", "不再", "代替", "取代", "替代")
"""Words without which no clause ends a document: most texts need no further look."""
_VERB = r"(?:废止|廢止|失效|停止(?:执行|施行|实施|使用)|停止適用|不再(?:执行|适用|施行|有效)|終止|终止执行)"
_ENDS = re.compile(_VERB)
_TITLE = re.compile(
    r"《(?P<title>[^《》]{2,200}(?:《[^《》]{1,120}》[^《》]{0,120}){0,4})》|＜(?P<wide>[^＜＞]{2,200})＞"
)
_BRACKET = (
    r"(?:[（(﹝〔\[][^（）()\n]{0,100}(?:[（(〔\[][^（）()\n]{0,40}[）)〕\]][^（）()\n]{0,60})?[）)﹞〕\]])"
)
_BETWEEN = re.compile(
    rf"\s{{0,2}}{_BRACKET}?(?:\s?等[^，。；《》]{{0,30}})?(?:文件|规章|规定|通知)?[，,]?(?:自[^，。；《》]{{2,24}}?(?:之日|日|即日)?起)?[，,]?"
    r"(?:[^，。；《》]{0,3}(?:也|均|亦|都|一并|一律|同时|即行|予以|相应|自行|宣布|正式|全部|已被|随之|即)){0,4}\s?$"
)
"""What may stand between a title and the verb by which it ends."""
_LINK = re.compile(
    rf"\s{{0,2}}{_BRACKET}?\s?[、，,和及与;；]?(?:以及|和|及|与)?\s?(?:[^《》。；，]{{0,60}}[，、,]){{0,3}}"
    r"(?:[^《》。；]{0,100}(?:通过|批准|发布|公布|颁布|颁发|制定|印发|施行|实施|作出|下发|发出|出台|制订)的?|原?[^《》。；，、]{0,24})$"
)
"""What may stand between two titles of one list: provenance, and nothing else."""
_HISTORY = re.compile(r"(?:已经?|业已|早已|此前|曾经?|未|没有|尚未|并未|被|不得|不因|不)\s?$")
_UNDER = re.compile(r"(?:根据|依照|按照|依据|违反|遵照|适用|执行|参照|符合)[^《》，。；]{0,12}$")
_BEFORE_TITLE = re.compile(
    r"(?:决定|宣布|予以|现|同时|应当|即行|一并)\s?(?:废止|废除)[^《》。；：:]{0,60}$|^\s{0,4}(?:[一二三四五六七八九十\d]{1,3}[、.．])?\s?废止[^《》。；：:]{0,60}$"
)
_LIST_OPENS = re.compile(
    r"(?:废止|失效|停止执行|停止施行|不再适用)(?:[^。；：:《》]{0,60}?(?:如下|下列[^。；：:《》]{0,40}|以下[^。；：:《》]{0,40}))?\s?[:：]\s{0,2}$"
    r"|(?:下列|以下)[^。；《》]{0,60}(?:废止|失效|停止执行|停止施行)[^。；《》]{0,20}[:：]?$"
)
_CONDITIONS = re.compile(r"情形|情况|之一|条件")
"""What a line speaks of that lists when something ends, and not what."""
_LIST_HEADING = re.compile(
    r"(?:^|附件|附表|附)[^。；，《》]{0,40}(?:废止|失效|停止执行)[^。；，《》]{0,40}(?:目录|清单|名单|一览表)[^。；，《》]{0,16}$"
)
_ANOTHER_LIST = re.compile(
    r"(?:修改|保留|继续有效|现行有效)[^。；，]{0,40}(?:目录|清单|名单|一览表|表|[:：])[^。；，]{0,16}$"
)
_ENTRY = re.compile(
    r"\s{0,4}(?:(?:\d{1,4}\s?[.．、)）|]|[（(]?\s?(?:\d{1,4}|[一二三四五六七八九十百]{1,5})\s?[)）]|[一二三四五六七八九十百]{1,5}、|[①-⑳]|[-•·*])\s?(?:\|\s?)?)"
)
_NOT_AN_ENTRY = re.compile(
    r"(?:本(?:决定|通知|公告|法|规定)|修改|继续有效|将第|第[一二三四五六七八九十百\d]{1,4}条)"
)
_TAKES_OVER = re.compile(
    r"(?:代替|取代|替代)\s{0,3}(?:了|原)?[^《》。；，]{0,30}(?=《)|由本[一-龥]{1,4}(?:予以)?(?:代替|取代|替代)"
)
_STANDARD = re.compile(
    rf"(?:本(?:标准|文件|部分|规范)|此标准)[^。；]{{0,12}}?(?:代替|替代|取代)了?\s?(?P<number>{STANDARD_NUMBER.pattern})"
)
_NUMBER_ALONE = re.compile(
    rf"(?P<number>{DOCUMENT_NUMBER.pattern})(?:文件|通知|文)?(?:，|,)?(?:自[^，。；]{{2,24}}起)?(?:同时|即行|予以|相应)?(?:废止|停止执行)"
)
_FORCE = re.compile(r"自\s?(?P<day>[^。，；《》]{6,24}?)\s?起?(?:正式)?(?:施行|实施|执行|生效|试行|實施)")
_FROM = re.compile(r"自\s?(?P<day>[^。，；《》]{6,24}?)\s?起[^。；《》]{0,8}" + _VERB)
_WHOLE_NUMBER = re.compile(
    r"[一-龥]{1,8}[（(][一-龥]{1,4}[）)][一-龥]{0,6}[〔\[［【]\d{4}[〕\]］】]\s?(?:第\s?)?\d{1,5}\s?号"
)
"""``法（研）发〔1987〕32号``: a number whose letters hold brackets."""
_AT_ONCE = re.compile(r"自(?:公布|发布|颁布)之日起(?:施行|实施|执行|生效)")
_WITHIN = re.compile(r"(?:[（(][^（）()]{1,40}[）)])?的(?:通知|公告|决定|批复|意见|函|通告|答复|解释|命令)")
"""What follows a title that is only a part of another: ``关于印发《…》的通知``."""
_OTHER_TEXT = re.compile(r"text\d")
_CELLS = re.compile(r"\s\|\s|\t")


def endings_of(document: Document, reading: Reading) -> tuple[Ending, ...]:
    """The clauses by which a document ends others, each ended document once, in the order of the text.

    Args:
        document: what the text came to; cases, minutes, forms and glossaries end nothing.
        reading: the text with its blocks.
    """
    if document.identity.kind in WITHOUT_VALIDITY or document.identity.kind is Kind.TYPICAL_CASE:
        return ()
    chinese = document.identity.language.startswith("zh")
    if chinese and not any(word in reading.text for word in _WORDS):
        return ()
    blocks = [block for block in reading.blocks if block.kind not in _SILENT]
    found = (
        _chinese(blocks, _first_day(document)) if chinese else elsewhere(blocks, document.identity.language)
    )
    others = [(p.start, p.end) for p in document.provisions if _OTHER_TEXT.match(p.fragment)]
    seen: dict[tuple[str | None, str | None], Ending] = {}
    own = document.identity.title
    for each in found:
        if any(start <= each.start < end for start, end in others):
            continue  # it stands in a second document that the file holds
        if each.title != own or each.document_number not in (None, document.identity.document_number):
            seen.setdefault((each.title, each.document_number if each.title is None else None), each)
    return tuple(seen.values())


def _first_day(document: Document) -> date | None:
    """The day on which the first version was promulgated, as the history tells; of a law that is its adoption."""
    last = max((e for e in document.identity.events if e.kind == "amended"), key=lambda e: e.on, default=None)
    if last and "修订" in last.surface and not re.search(r"决定|根据|修正", last.surface):
        return last.on  # the whole text was passed anew, its last article too
    told = {
        kind: [e.on for e in document.identity.events if e.kind == kind]
        for kind in ("promulgated", "adopted")
    }
    if document.identity.kind is Kind.LAW:
        return min(chain(told["adopted"], told["promulgated"]), default=None)
    return min(told["promulgated"], default=None)


def _chinese(blocks: list[Block], first: date | None) -> Iterator[Ending]:
    """The endings in the sentences and lists of Chinese blocks; ``first`` is the day of the first promulgation."""
    skip = 0
    for index, block in enumerate(blocks):
        if index < skip or len(block.text) > _LONGEST:
            continue
        if _ENDS.search(block.text) or _TAKES_OVER.search(block.text) or "代替" in block.text:
            yield from _sentences(block, blocks[index - 1] if index else None, first)
            last = block.text.rstrip().rsplit("\n", 1)[-1]
            if _opens_list(last, block):
                listed = list(_listed(blocks[index + 1 : index + 1 + _MOST_LISTED], last))
                yield from chain.from_iterable(entry for _, entry in listed)
                skip = index + 1 + (listed[-1][0] + 1 if listed else 0)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence of a block: ``block.text[start:end]``."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.block.text[self.start : self.end]


def _pieces(block: Block) -> Iterator[_Piece]:
    """The sentences of a block; marks inside titles part nothing."""
    start, depth = 0, 0
    for place, mark in enumerate(block.text):
        depth += (mark == "《") - (mark == "》" and depth > 0)
        if mark == "\n" or (mark in "。；;" and depth == 0):
            if place > start:
                yield _Piece(block, start, place)
            start, depth = place + 1, 0
    if start < len(block.text):
        yield _Piece(block, start, len(block.text))


def _sentences(block: Block, before: Block | None, first: date | None) -> Iterator[Ending]:
    for piece in _pieces(block):
        if _quoted(block.text, piece.start + max(0, piece.text.find("《"))):
            continue
        day = _day(piece, before) or (first if _AT_ONCE.search(block.text) else None)
        ended = list(_ended(piece.text))
        for relation, named in ended:
            yield _made(relation, named, piece, day)
        match = None if ended else _NUMBER_ALONE.search(piece.text)
        if match:
            yield _made(Relation.REPEALS, Named(None, match["number"]), piece, day)
        standard = _STANDARD.search(piece.text)
        if standard:
            yield _made(Relation.REPLACES, Named(None, standard["number"]), piece, day)


def _quoted(text: str, place: int) -> bool:
    before = text[:place]
    return before.count("“") > before.count("”") or text[place : place + 2].lstrip().startswith("“")


def _ended(text: str) -> Iterator[tuple[Relation, Named]]:
    """The titles of a sentence that it ends, with how."""
    titles = list(_TITLE.finditer(text))
    if not titles:
        return
    for verb in _ENDS.finditer(text):
        place = max((i for i, title in enumerate(titles) if title.end() <= verb.start()), default=None)
        if place is None or _partly(text, titles[place].end()):
            continue
        if not _BETWEEN.fullmatch(text[titles[place].end() : verb.start()]):
            continue
        if _HISTORY.search(text[titles[place].end() : verb.start()]) or text[verb.end() :].startswith(
            ("的", "后", "前", "之")
        ):
            continue
        yield from ((Relation.REPEALS, named) for named in _chain(text, titles, place))
        return
    for title_at, title in enumerate(titles):
        lead = text[: title.start()]
        if _BEFORE_TITLE.search(lead) and not _partly(text, title.end()):
            yield from ((Relation.REPEALS, named) for named in _onwards(text, titles, title_at))
            return
        taken = _TAKES_OVER.search(text)
        if (
            taken
            and (taken.end() == title.start() or taken.start() >= title.end())
            and not _partly(text, title.end())
        ):
            yield Relation.REPLACES, _named(text, titles, title_at)
            return


def _partly(text: str, end: int) -> bool:
    """Whether it is a part of the work that is spoken of: ``《…》第三条``."""
    return (
        re.match(
            rf"\s?{_BRACKET}?\s?(?:中|里|内|第[一二三四五六七八九十百\d]{{1,6}}[条章节款项编]|有关|关于|的决定|的(?:有关|相关|部分)|规定的)",
            text[end:],
        )
        is not None
    )


def _chain(text: str, titles: list[re.Match[str]], last: int) -> list[Named]:
    """The titles that are listed up to the one before the verb."""
    first = last
    while first and _LINK.fullmatch(text[titles[first - 1].end() : titles[first].start()]):
        if _partly(text, titles[first - 1].end()):
            break
        first -= 1
    while first < last and _UNDER.search(text[: titles[first].start()]):
        first += 1
    if first == last and _UNDER.search(text[: titles[first].start()]):
        return []
    return [_named(text, titles, place) for place in range(first, last + 1)]


def _onwards(text: str, titles: list[re.Match[str]], first: int) -> list[Named]:
    """The titles that are listed from one on, behind the verb."""
    listed = [_named(text, titles, first)]
    for place in range(first + 1, len(titles)):
        if not _LINK.fullmatch(text[titles[place - 1].end() : titles[place].start()]) or _partly(
            text, titles[place].end()
        ):
            break
        listed.append(_named(text, titles, place))
    return listed


def _named(text: str, titles: list[re.Match[str]], place: int) -> Named:
    """A title with the number that stands behind it in brackets, or before it as that of the order."""
    title = titles[place]
    name = _plain(title)
    behind = re.match(rf"\s?(?P<bracket>{_BRACKET})", text[title.end() :])
    before = text[titles[place - 1].end() if place else 0 : title.start()]
    return Named(name, _number(behind["bracket"][1:-1] if behind else "") or _number_before(before))


def _plain(title: re.Match[str]) -> str:
    """The title without the marks of a link that some editions set around it."""
    return (title["title"] or title["wide"]).strip("[] ")


def _number(text: str) -> str | None:
    whole = _WHOLE_NUMBER.fullmatch(text.strip())
    if whole:
        return whole[0]
    for pattern in (DOCUMENT_NUMBER, CASE_NUMBER, STANDARD_NUMBER):
        match = pattern.search(text)
        if match:
            return match[0].strip()
    match = DECREE.search(re.sub(r"^.*\d\s?日", "", text).removeprefix("原"))
    return re.sub(r"\s", "", match[0]) if match else None


def _number_before(text: str) -> str | None:
    """The order by which the title was promulgated: ``国家工商行政管理总局令第71号公布的``."""
    clause = re.split(r"[，,、；]|\d日|年\d{1,2}月", text)[-1]
    return _number(clause) if re.search(r"[令告号][^，。]{0,30}(?:公布|发布|颁布)的?$", text) else None


def _day(piece: _Piece, before: Block | None) -> date | None:
    """The day that the clause gives, else that on which the document says, beside it, that it takes effect."""
    for pattern, text in (
        (_FROM, piece.text),
        (_FORCE, piece.text),
        (_FORCE, piece.block.text[max(0, piece.start - 400) : piece.start]),
        (_FORCE, before.text[-400:] if before else ""),
    ):
        match = pattern.search(text)
        day = parse_date(match["day"].removesuffix("起").strip()) if match else None
        if day:
            return day
    return None


def _made(relation: Relation, named: Named, piece: _Piece, day: date | None) -> Ending:
    return ending(
        relation, named, piece.block, piece.start, min(piece.end, piece.start + _LONGEST_SURFACE), day
    )


def _opens_list(line: str, block: Block) -> bool:
    if len(line) > 400 or _quoted(block.text, len(block.text) - len(line)):
        return False
    if _CONDITIONS.search(line):
        return False
    return _LIST_OPENS.search(line) is not None or _LIST_HEADING.search(line.strip()) is not None


def _listed(blocks: list[Block], opening: str) -> Iterator[tuple[int, list[Ending]]]:
    """The entries below a line that ends what is listed, with their places; the list goes on to what is no entry."""
    days = find_dates(opening)
    match = _FROM.search(opening)
    day = parse_date(match["day"]) if match and days else None
    silent = 0
    for index, block in enumerate(blocks):
        entries: list[Ending] = []
        for piece in _lines(block):
            line = piece.text.strip()
            if _ANOTHER_LIST.search(line) or _NOT_AN_ENTRY.match(_ENTRY.sub("", line, count=1)):
                return
            named = _entry(line, block.kind)
            if named:
                entries.append(_made(Relation.REPEALS, named, piece, day))
        silent = 0 if entries else silent + 1
        if silent > (3 if block.kind is BlockKind.TABLE_ROW else 1) or (silent and len(block.text) > 60):
            return
        if entries:
            yield index, entries


def _lines(block: Block) -> Iterator[_Piece]:
    start = 0
    for line in block.text.split("\n"):
        if line.strip():
            yield _Piece(block, start, start + len(line))
        start += len(line) + 1


def _entry(line: str, kind: BlockKind) -> Named | None:
    """The work that a numbered line or a row of a table names."""
    if kind is BlockKind.TABLE_ROW:
        cells = [cell.strip() for cell in _CELLS.split(line)]
        return _of_cells(cells)
    marked = _ENTRY.match(line)
    rest = line[marked.end() :] if marked else line
    title = _TITLE.search(rest)
    if title and len(rest[: title.start()]) <= 80 and not _WITHIN.match(rest, title.end()):
        return _named(rest, [title], 0)
    if not marked or kind is BlockKind.HEADING:
        return None
    number = _number(rest)
    bare = re.sub(
        rf"\s?{_BRACKET}?[；;。，,\s]{{0,3}}$", "", re.sub(rf"{_BRACKET}(?=[；;。\s]{{0,3}}$)", "", rest)
    ).strip("；;。 ")
    return (
        Named(bare, number) if 4 <= len(bare) <= 160 and "。" not in bare and "，" not in bare[:30] else None
    )


def _of_cells(cells: list[str]) -> Named | None:
    number = next((found for cell in cells if (found := _number(cell))), None)
    for cell in cells:
        title = _TITLE.search(cell)
        if title:
            return Named(cell if _WITHIN.match(cell, title.end()) else _plain(title), number)
    names = [
        cell
        for cell in cells
        if len(cell) >= 6
        and _number(cell) is None
        and not parse_date(cell)
        and re.search(r"[一-龥]{4}", cell)
    ]
    first = cells[0] if cells else ""
    return Named(names[0], number) if names and re.fullmatch(r"\d{1,4}", first) else None
