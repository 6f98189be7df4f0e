"""Pictures of pages in grey, one after the other, never larger than what is worth recognising."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus.errors import UnreadableError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PAGES = 500
"""Pages of one file that are recognised: some ten minutes of work."""

_MOST_PIXELS = 120_000_000  # in the file, before anything is unpacked; A3 at 600 dpi has 70 million
_KEPT_PIXELS = 24_000_000  # A3 at 300 dpi has 17 million; more makes nothing more legible
_USUAL_DPI = 300
_DPI = range(100, 601)  # what a scanner may say; a screen's 72 or 96 dpi says nothing of a page
_SMALLEST = 24


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture in grey: a byte a pixel, row after row from the top."""

    width: int
    height: int
    dpi: int
    grey: bytes = field(repr=False)

    @property
    def file(self) -> bytes:
        """The picture as a file (portable graymap)."""
        return b"P5\n%d %d\n255\n" % (self.width, self.height) + self.grey


def pictures_of(location: str, content: bytes) -> Iterator[Picture]:
    """The pages of an image file (png, jpg, tiff ...).

    Raises:
        UnreadableError: if it is damaged, has too many pages, or more pixels than are unpacked.
    """
    from PIL import Image, ImageSequence

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the limits below are ours
        try:
            with Image.open(io.BytesIO(content)) as image:
                for number, frame in enumerate(ImageSequence.Iterator(image), 1):
                    _check(location, frame, number)
                    yield _grey(frame)
        except UnreadableError:
            raise
        except Image.DecompressionBombError:  # Pillow's own limit is higher, and asked first
            raise _too_many_pixels(location) from None
        # Pillow raises whatever its decoders raise.
        except Exception as error:
            reason = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
            raise UnreadableError(
                f"{location}: the image is cut off or damaged ({reason}).",
                "Scan it again, or get it again from where it came from.",
                code="damaged",
                reason=reason,
            ) from error


def _check(location: str, frame: Image, number: int) -> None:
    if number > MOST_PAGES:
        raise too_many_pages(location)
    if frame.width * frame.height > _MOST_PIXELS:
        raise _too_many_pixels(location)


def _too_many_pixels(location: str) -> UnreadableError:
    return UnreadableError(
        f"{location}: a page of it has more than {_MOST_PIXELS / 1e6:,.0f} million pixels.",
        "Scan it at 300 dpi.",
        code="too_many_pixels",
        limit=_MOST_PIXELS / 1e6,
    )


def too_many_pages(location: str) -> UnreadableError:
    """What to say of a scan that is too long."""
    return UnreadableError(
        f"{location}: more than {MOST_PAGES:,} pages of this file would have to be recognised.",
        "Split it.",
        code="too_many_scans",
        limit=MOST_PAGES,
    )


def _grey(frame: Image) -> Picture:
    dpi = frame.info.get("dpi", (0,))[0]
    if frame.mode in ("RGBA", "LA", "PA", "P"):
        from PIL import Image

        # What is transparent is paper, not ink.
        layered = frame.convert("RGBA")
        paper = Image.new("RGBA", layered.size, "white")
        paper.alpha_composite(layered)
        frame = paper
    grey = frame.convert("L")
    share = (_KEPT_PIXELS / max(grey.width * grey.height, 1)) ** 0.5
    resolution = int(dpi) if int(dpi or 0) in _DPI else _guessed_dpi(grey.width, grey.height)
    if share < 1:
        resolution = max(round(resolution * share), 70)
        size = max(int(grey.width * share), 1), max(int(grey.height * share), 1)
        grey = grey.resize(size)
    if min(grey.size) < _SMALLEST:
        grey = _framed(grey)
    return Picture(grey.width, grey.height, resolution, grey.tobytes())


def _guessed_dpi(width: int, height: int) -> int:
    """Of a picture that does not say: as if it were a page of A4 in its longer side."""
    return min(max(round(max(width, height) / 11.7), 70), _USUAL_DPI)


def _framed(grey: Image) -> Image:
    """A picture too small for the recognition, on a larger white one."""
    from PIL import Image

    whole = Image.new("L", (max(grey.width, _SMALLEST), max(grey.height, _SMALLEST)), 255)
    whole.paste(grey)
    return whole
