"""The pairs of terms that a document lists in two languages, in its order.

Pairs stand in tables whose columns are named by language, or hold one script each, and in lines of a glossary. A table
of whole sentences or articles lists no terms, nor does a glossary in one language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.model import Block, BlockKind, Document, Kind, Reading
from corpus.records import Term
from ingest.identify.language import by_stopwords, of_han, of_text

_LANGUAGES = {
    "zh": "zh 中文 汉语 漢語 简体 简体中文 中国語 chinese zh-cn 중국어",
    "zh-Hant": "zh-hant zh-tw zh-hk 繁体 繁體 繁体中文 繁體中文 正體中文 traditional",
    "en": "en english 英文 英语 英語 eng anglais 영어 en-us en-gb englisch",
    "fr": "fr french 法文 法语 法語 français francais",
    "de": "de german 德文 德语 德語 deutsch",
    "es": "es spanish 西班牙文 西班牙语 español espanol",
    "ja": "ja japanese 日文 日语 日語 日本語 jp",
    "ko": "ko korean 韩文 韩语 한국어 kr",
    "ru": "ru russian 俄文 俄语 русский",
    "it": "it italian 意大利文 意大利语 italiano",
    "pt": "pt portuguese 葡萄牙文 葡萄牙语 português",
    "nl": "nl dutch 荷兰文 荷兰语 nederlands",
}
_OF_NAME = {name: language for language, names in _LANGUAGES.items() for name in names.split()}
_NEEDLESS = re.compile(
    r"(?:术语|術語|名称|名稱|词语|词条|用語|用语|词汇|表述|译名|譯名|译文|对照|term|name|title|word|expression)s?$|[()（）_:：\s./]"
)
_CELL = re.compile(r"(?P<name>[^:：|]{1,40}):\s(?P<value>.*)", re.S)
_SPLIT = re.compile(r"\s\|\s|\t")
_LONGEST_TERM = 160
_LONGEST_TITLE = 320
_MOST_LONG = 0.2
_FEWEST_ROWS = 2
_ENOUGH = 200
_HAN = r"[一-鿿㐀-䶿]"
_LATIN = r"[A-Za-zÀ-ÖØ-öø-ɏ]"
_LINE = re.compile(
    rf"(?:\d{{1,4}}[.、)]\s{{0,3}})?(?:(?P<latin>{_LATIN}[^一-鿿\n:：=]{{0,120}}?)\s{{0,3}}(?:[:：=—–|-]{{1,2}}|[（(]|\s)\s{{0,3}}(?P<han>{_HAN}[^A-Za-z\n]{{0,80}}?)[）)]?"
    rf"|(?P<first>{_HAN}[^A-Za-z\n:：=]{{0,80}}?)\s{{0,3}}(?:[:：=—–|-]{{1,2}}|[（(]|\s)\s{{0,3}}(?P<second>{_LATIN}[^一-鿿\n]{{0,120}}?)[）)]?)\s{{0,3}}[;；。.]?"
)
_SENTENCE = re.compile(r"[。！？]|[.;]\s")


def terms_of(document: Document, reading: Reading) -> tuple[Term, ...]:
    """The pairs of terms that a document lists, in its order.

    Args:
        document: what the text came to; lines and tables without names of languages count in a glossary only.
        reading: the text with its blocks.
    """
    glossary = document.identity.kind is Kind.GLOSSARY
    found: list[Term] = []
    for is_row, group in groupby(reading.blocks, lambda block: block.kind is BlockKind.TABLE_ROW):
        blocks = [block for block in group if block.kind not in (BlockKind.COMMENT, BlockKind.FURNITURE)]
        if is_row:
            found.extend(_of_table(blocks, glossary))
        elif glossary:
            found.extend(_of_lines(blocks))
    return tuple(sorted(found, key=lambda term: (term.start, term.other_language)))


@dataclass(frozen=True, slots=True)
class _Row:
    block: Block
    cells: Sequence[str]


def language_of(name: str) -> str | None:
    """The language that the name of a column means: ``中文术语``, ``en``, ``English term``."""
    plain = name.strip().casefold()
    return _OF_NAME.get(plain) or _OF_NAME.get(_NEEDLESS.sub("", plain))


def _of_table(blocks: Sequence[Block], glossary: bool) -> Iterator[Term]:
    names, rows = _rows(blocks)
    columns = {place: language for place, name in enumerate(names) if (language := language_of(name))}
    if len(columns) < 2:
        columns = _by_script(rows) if glossary else {}
    if len(columns) < 2 or not _are_terms(rows, columns):
        return
    columns = {place: _written(language, rows, place) for place, language in columns.items()}
    (first, language), *others = columns.items()
    for row in rows:
        for place, other in others:
            if max(first, place) >= len(row.cells):
                continue
            term, translated = row.cells[first].strip(), row.cells[place].strip()
            if term and translated and language != other:
                yield Term(language, term, other, translated, row.block.start, row.block.end)


def _rows(blocks: Sequence[Block]) -> tuple[Sequence[str], list[_Row]]:
    """The names of the columns and the rows: each cell bears its name, or the first row does for all."""
    cells = [_SPLIT.split(block.text) for block in blocks]
    named = [[_CELL.fullmatch(cell) for cell in row] for row in cells]
    if all(all(row) for row in named[:20]):
        names = list(dict.fromkeys(match["name"].strip() for row in named[:50] for match in row if match))
        rows = []
        for block, row in zip(blocks, named, strict=True):
            values = {match["name"].strip(): match["value"] for match in row if match}
            rows.append(_Row(block, [values.get(name, "") for name in names]))
        return names, rows
    rows = [_Row(block, row) for block, row in zip(blocks, cells, strict=True)]
    if cells and sum(language_of(cell) is not None for cell in cells[0]) >= 2:
        return cells[0], rows[1:]
    return (), rows


def _by_script(rows: Sequence[_Row]) -> dict[int, str]:
    """The one column of Han and the one of Latin letters, where nearly all rows have both."""
    width = max((len(row.cells) for row in rows), default=0)
    columns: dict[int, str] = {}
    for place in range(min(width, 12)):
        held = [
            row.cells[place].strip() for row in rows if place < len(row.cells) and row.cells[place].strip()
        ]
        if len(held) < max(_FEWEST_ROWS, 0.8 * len(rows)):
            continue
        han = sum(bool(re.search(_HAN, cell)) for cell in held) / len(held)
        latin = sum(bool(re.search(rf"{_LATIN}{{2}}", cell)) for cell in held) / len(held)
        if han >= 0.9 and latin < 0.3:
            columns[place] = "zh"
        elif latin >= 0.9 and han < 0.1:
            columns[place] = _latin(held)
    scripts = list(columns.values())
    return columns if scripts.count("zh") == 1 and len(scripts) == 2 else {}


def _latin(terms: Sequence[str]) -> str:
    """The language of terms in Latin letters; a few words do not tell, and mostly are English."""
    text = "\n".join(terms[:200])
    return (of_text(text) if len(text) >= _ENOUGH else by_stopwords(text)) or "en"


def _are_terms(rows: Sequence[_Row], columns: dict[int, str]) -> bool:
    """Whether the columns hold terms or titles: short, and no sentences."""
    if len(rows) < _FEWEST_ROWS:
        return False
    cells = [row.cells[place] for row in rows for place in columns if place < len(row.cells)]
    long = sum(len(cell) > _LONGEST_TERM or bool(_SENTENCE.search(cell)) for cell in cells)
    return bool(cells) and long <= _MOST_LONG * len(cells) and max(map(len, cells)) <= 4 * _LONGEST_TITLE


def _written(language: str, rows: Sequence[_Row], place: int) -> str:
    """Chinese as it is written in the column: ``zh`` or ``zh-Hant``."""
    if language != "zh":
        return language
    return of_han("".join(row.cells[place] for row in rows[:400] if place < len(row.cells)))


def _of_lines(blocks: Sequence[Block]) -> Iterator[Term]:
    """``heirs 繼承人``, ``专利权（patent right）``: a term and its translation, alone on a line."""
    pairs: list[tuple[str, str, bool, Block]] = []
    for block in blocks:
        start = 0
        for line in block.text.split("\n"):
            match = _LINE.fullmatch(line.strip()) if len(line) <= _LONGEST_TITLE else None
            if match and line.strip():
                left = start + len(line) - len(line.lstrip())
                latin_first = match["latin"] is not None
                one, two = (
                    (match["latin"], match["han"]) if latin_first else (match["first"], match["second"])
                )
                pairs.append(
                    (one.strip(), two.strip(), latin_first, block.part(left, left + len(line.strip())))
                )
            start += len(line) + 1
    if len(pairs) < _FEWEST_ROWS:
        return
    han = of_han("".join(two if latin_first else one for one, two, latin_first, _ in pairs))
    latin = _latin([one if latin_first else two for one, two, latin_first, _ in pairs])
    for one, two, latin_first, part in pairs:
        languages = (latin, han) if latin_first else (han, latin)
        yield Term(languages[0], one, languages[1], two, part.start, part.end)
