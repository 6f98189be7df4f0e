"""Small files of every format, made by hand so that a test shows what is in them."""

from __future__ import annotations

import io
import quopri
import zipfile
from collections.abc import Sequence
from itertools import pairwise

from corpus.ids import checksum
from corpus.model import Block, BlockKind, Reading, SourceFile
from ingest.read import read

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def source(name: str, content: str | bytes) -> SourceFile:
    """A source file of the given name."""
    data = content.encode() if isinstance(content, str) else content
    return SourceFile(name, data, checksum(data))


def shown(reading: Reading, *kinds: BlockKind) -> list[str]:
    """The texts of the blocks, of some kinds or of all."""
    return [block.text for block in reading.blocks if not kinds or block.kind in kinds]


def read_text(name: str, content: str | bytes) -> Reading:
    """What the reader makes of a file."""
    return read(source(name, content))


def is_exact(reading: Reading) -> bool:
    """Whether every block is exactly the characters of its spans, in order, and shows something.

    A note that stands inside a sentence comes behind it: its spans lie between those of the sentence.
    """
    starts = [block.start for block in reading.blocks]
    spans = sorted((span.start, span.end) for block in reading.blocks for span in block.spans)
    return (
        all(_is_exact(block, reading.text) for block in reading.blocks)
        and starts == sorted(starts)
        and all(start < end for start, end in spans)
        and all(one[1] <= other[0] for one, other in pairwise(spans))
    )


def _is_exact(block: Block, text: str) -> bool:
    in_order = all(one.end <= other.start for one, other in pairwise(block.spans))
    return (
        in_order
        and bool(block.text.strip())
        and block.text == "".join(text[s.start : s.end] for s in block.spans)
    )


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def docx(
    body: str,
    relations: dict[str, tuple[str, str]] | None = None,
    parts: dict[str, str | bytes] | None = None,
) -> bytes:
    """A Word document of a body in WordprocessingML, with further parts by id, kind and name."""
    related = "".join(
        f'<Relationship Id="{identifier}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for identifier, (kind, target) in (relations or {}).items()
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="r1" '
            f'Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f"<w:document {_W} {_R}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{related}</Relationships>',
            **{f"word/{name}": content for name, content in (parts or {}).items()},
        }
    )


def paragraph(text: str, properties: str = "") -> str:
    """A Word paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def word_part(name: str, inner: str) -> str:
    """A part of a Word document, such as ``styles`` or ``numbering``."""
    return f"<w:{name} {_W}>{inner}</w:{name}>"


def mht(page: str) -> bytes:
    """A web archive: MIME HTML, quoted-printable."""
    body = quopri.encodestring(page.encode()).decode("ascii")
    return (
        'MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"; boundary="part"\n\n'
        '--part\nContent-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\n\n'
        f"{body}\n--part--\n"
    ).encode()


def pdf(
    pages: Sequence[Sequence[tuple[int, int, int, str]]],
    encrypted: bool = False,
    rules: Sequence[Sequence[tuple[int, int, int, int]]] = (),
) -> bytes:
    """A PDF of lines given as left edge, base, font size and text; each character is as wide as it is high.

    ``rules`` are thin boxes to draw on each page, as left edge, bottom, width and height.
    """
    objects: list[str] = []
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects.append("<</Type/Catalog/Pages 2 0 R>>")
    objects.append(f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>")
    font = 4 + 2 * len(pages)
    objects.append(
        f"<</Type/Font/Subtype/Type0/BaseFont/Plain/Encoding/Identity-H/DescendantFonts[{font} 0 R]"
        f"/ToUnicode {font + 1} 0 R>>"
    )
    for number, lines in enumerate(pages):
        stream = "\n".join(
            f"BT /F {size} Tf {left} {base} Td <{text.encode('utf-16-be').hex()}> Tj ET"
            for left, base, size, text in lines
        )
        drawn = rules[number] if number < len(rules) else ()
        stream = "\n".join([stream, *(f"{left} {low} {wide} {high} re f" for left, low, wide, high in drawn)])
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {5 + 2 * number} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
    objects.append(
        "<</Type/Font/Subtype/CIDFontType2/BaseFont/Plain/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        "/Supplement 0>>/DW 1000>>"
    )
    ranges = "".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>\n" for high in range(256))
    cmap = (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def/CMapType 2 def\n"
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n256 beginbfrange\n{ranges}endbfrange\n"
        "endcmap end end"
    )
    objects.append(f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream")
    return _assembled(objects, encrypted)


def _assembled(objects: list[str], encrypted: bool) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, text in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    start = len(content)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    lock = f"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>" if encrypted else ""
    trailer = f"<</Size {len(objects) + 1}/Root 1 0 R/ID[<00><00>]{lock}>>"
    size = len(objects) + 1
    content += (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer{trailer}\nstartxref\n{start}\n%%EOF".encode()
    )
    return content
