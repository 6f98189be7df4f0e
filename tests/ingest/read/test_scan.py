"""Scans: pictures of pages become text by Tesseract. The pictures are drawn here, of invented texts."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Sequence

import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from corpus.errors import UnreadableError
from corpus.model import Format, Reading
from ingest.read.scan.lines import line_text, page_lines
from ingest.read.scan.pictures import Picture
from ingest.read.scan.tesseract import Tesseract, Word
from tests.conftest import missing
from tests.ingest.read.builders import docx, pdf, read_text, shown

RULES = (
    ("示例市信息管理办法", 80, 500),
    ("　　第一条　为了规范信息的管理，促进信息的公开和合理", 48, 0),
    ("的利用，根据有关法律，制定本办法。", 48, 0),
    ("　　第二条　市知识产权局负责下列工作：", 48, 0),
    ("　　（一）制定信息目录；", 48, 0),
    ("　　（二）公布上一年度的统计数据。", 48, 0),
    ("　　第三条　本办法自2021年5月1日起施行。", 48, 0),
)
ENGLISH = (
    ("Article 1", 56, 0),
    ("The office keeps a register of examples that have been", 48, 0),
    ("filed with it. It is open to the public.", 48, 0),
)


@pytest.fixture(scope="module")
def tesseract() -> Tesseract:
    """An installed Tesseract that knows Chinese and English."""
    found = Tesseract.installed()
    if found is None or not {"chi_sim", "eng"} <= found.languages:
        missing("Tesseract", "apt-get install tesseract-ocr tesseract-ocr-chi-sim")
    return found


@pytest.fixture(scope="module")
def font() -> str:
    """The file of a font with Han characters."""
    try:
        command = ["fc-match", "--format=%{file}", "Noto Sans CJK SC:lang=zh-cn"]
        file = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        file = ""
    if "CJK" not in file:
        missing("a font with Han characters", "apt-get install fontconfig fonts-noto-cjk")
    return file


def drawn(lines: Sequence[tuple[str, int, int]], font: str) -> Image.Image:
    """A page of A4 at 200 dpi with lines given as text, size and indent."""
    image = Image.new("L", (1654, 1400), 255)
    draw = ImageDraw.Draw(image)
    top = 120
    for text, size, indent in lines:
        face = ImageFont.truetype(font, size, index=2 if font.endswith(".ttc") else 0)
        draw.text((150 + indent, top), text, fill=0, font=face)
        top += int(size * 1.8)
    return image


def saved(image: Image.Image, form: str, **more: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, resolution=200, dpi=(200, 200), **more)
    return stream.getvalue()


def joined(*documents: bytes) -> bytes:
    """The pages of several PDFs in one."""
    whole = pypdfium2.PdfDocument.new()
    for document in documents:
        whole.import_pages(pypdfium2.PdfDocument(document))
    stream = io.BytesIO()
    whole.save(stream)
    return stream.getvalue()


def text_of(reading: Reading) -> str:
    return "\n".join(shown(reading))


@pytest.mark.usefixtures("tesseract")
class TestRecognised:
    @pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.jpg", "a.tiff"])
    def test_chinese_rules(self, name: str, font: str) -> None:
        forms = {"a.pdf": "PDF", "a.png": "PNG", "a.jpg": "JPEG", "a.tiff": "TIFF"}
        reading = read_text(name, saved(drawn(RULES, font), forms[name]))
        lines = shown(reading)
        assert lines[0] == "示例市信息管理办法"
        assert lines[1] == "第一条 为了规范信息的管理，促进信息的公开和合理的利用，根据有关法律，制定本办法。"
        assert [line[:3] for line in lines[2:]] == ["第二条", "(一)", "(二)", "第三条"]
        assert reading.format is (Format.PDF if name == "a.pdf" else Format.IMAGE)
        assert reading.confidence is not None
        assert 0.8 < reading.confidence <= 1
        assert [getattr(warning, "code", "") for warning in reading.warnings] == ["recognised"]

    def test_english(self, font: str) -> None:
        reading = read_text("a.png", saved(drawn(ENGLISH, font), "PNG"))
        assert "register of examples that have been filed with it." in text_of(reading)

    def test_only_the_pages_without_text_of_a_pdf(self, font: str) -> None:
        page = pdf([[(50, 700, 12, "第九条 这一页有文字，不必识别。")]])
        reading = read_text("a.pdf", joined(page, saved(drawn(RULES, font), "PDF"), pdf([[]])))
        assert shown(reading)[0] == "第九条 这一页有文字，不必识别。"
        assert "制定信息目录" in text_of(reading)
        assert [getattr(warning, "facts", {}) for warning in reading.warnings] == [{"pages": "2"}]

    def test_the_pages_of_a_tiff(self, font: str) -> None:
        second = drawn([("第四条　这是第二页。", 48, 0)], font)
        reading = read_text("a.tif", saved(drawn(RULES, font), "TIFF", save_all=True, append_images=[second]))
        assert shown(reading)[-1] == "第四条 这是第二页。"

    def test_a_page_that_lies_on_its_side(self, font: str) -> None:
        page = drawn(RULES, font).rotate(90, expand=True)
        assert "制定信息目录" in text_of(read_text("a.png", saved(page, "PNG")))

    def test_a_word_document_of_nothing_but_pictures(self, font: str) -> None:
        picture = saved(drawn(RULES, font), "BMP")
        reading = read_text("a.docx", docx("<w:p/>", parts={"media/image1.bmp": picture}))
        assert "制定信息目录" in text_of(reading)
        assert reading.format is Format.DOCX
        assert reading.confidence is not None

    def test_a_page_full_of_noise_is_doubtful_or_without_text(self) -> None:
        noise = Image.effect_noise((300, 200), 200).convert("L")
        try:
            reading = read_text("a.png", saved(noise, "PNG"))
        except UnreadableError as error:
            assert error.code == "no_text"  # noqa: PT017
        else:
            assert reading.confidence is not None
            assert reading.confidence < 0.8

    def test_a_white_page_has_no_text(self) -> None:
        with pytest.raises(UnreadableError, match=r"a\.png: there is no text"):
            read_text("a.png", saved(Image.new("L", (800, 800), 255), "PNG"))


class TestRefused:
    @pytest.mark.parametrize("form", ["PNG", "PDF"])
    def test_without_tesseract(self, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        name = f"a.{form.lower()}"
        with pytest.raises(UnreadableError) as caught:
            read_text(name, saved(Image.new("L", (800, 800), 255), form))
        assert caught.value.code == "scan"
        assert caught.value.message.startswith(name)
        assert "apt-get install tesseract-ocr tesseract-ocr-chi-sim" in caught.value.cure

    @pytest.mark.parametrize("side", [11_500, 20_000])
    def test_more_pixels_than_are_unpacked(self, side: int) -> None:
        bomb = saved(Image.new("1", (side, side)), "PNG")
        assert len(bomb) < 200_000
        with pytest.raises(UnreadableError, match="more than 120 million pixels"):
            read_text("a.png", bomb)

    def test_a_damaged_image(self) -> None:
        with pytest.raises(UnreadableError, match="damaged"):
            read_text("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50)


def word(text: str, left: int, width: int, confidence: float = 0.9, line: int = 1, height: int = 40) -> Word:
    return Word(text, (1, 1, line), left, 100 * line, width, height, confidence)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([("信息", 0, 80), ("管理", 100, 80), ("办法", 190, 80)], "信息管理办法"),
        ([("第一", 0, 80), ("条", 80, 40), ("为了", 160, 80)], "第一条 为了"),
        ([("第一", 0, 80), ("条", 80, 40), ("”为了", 160, 80)], "第一条 为了"),
        ([("第一", 0, 80), ("条", 80, 40), ("“为了", 160, 80)], "第一条 为了"),
        ([("第一", 0, 80), ("条", 80, 40), ("“作品”", 160, 80), ("是指", 245, 80)], "第一条 “作品”是指"),
        ([("the", 0, 60), ("office", 70, 100)], "the office"),
        ([("2021", 0, 80), ("年", 90, 40), ("5", 135, 20), ("月", 160, 40)], "2021年5月"),
        ([("특허", 0, 80), ("출원", 90, 80)], "특허 출원"),
        ([("依照", 0, 80), ("TRIPS", 90, 100), ("协定", 195, 80)], "依照TRIPS协定"),
    ],
)  # fmt: skip
def test_blanks_of_a_line(words: list[tuple[str, int, int]], text: str) -> None:
    assert line_text([word(*each) for each in words]) == text


def test_lines_of_about_the_same_height_have_one_size() -> None:
    words = [
        word("甲乙丙丁", 0, 160),
        word("一一", 0, 80, line=2, height=34),
        word("标题", 0, 80, line=3, height=80),
    ]
    lines = page_lines(words, Picture(400, 400, 72, b""), 0)
    assert [line.size for line in lines] == [40, 40, 80]
    assert [line.base for line in lines] == [260, 166, 20]


def test_what_a_stamp_was_taken_for_is_left_out() -> None:
    words = [word("甲乙", 0, 80), word("﹏", 0, 30, line=2), word("x", 0, 30, 0.05, line=3)]
    assert [line.text for line in page_lines(words, Picture(400, 400, 72, b""), 0)] == ["甲乙"]
