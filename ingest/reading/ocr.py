"""What does the picture of a page say?

Takes a PDF and a page number, gives the words that optical character recognition reads on it, line by line; such text is marked,
since nothing read from a picture is certain. The only file that knows the engine, which is not part of Minutebook: pages are drawn
by pypdfium2, read by the program Tesseract with its English model (the package tesseract-ocr). Never asks the
network.

Measured on 2026-11-22, twelve real pages of four hands (tables of initials, two fonts of parish minutes, agendas) drawn at 200 dots
an inch, turned by 0.6 degrees, blurred and with noise, against their own text, on one core: Tesseract 5.3 finds 99 % of the words,
95 % in pypdf's order (tables differ), in 3 seconds a page; RapidOCR 1.4 (PP-OCRv4, the models of its wheel) finds 75 % even on
clean pages, since it loses the spaces between words, in 19 seconds. More than 200 dots an inch wins nothing (150: 98 %, 300: 98 %).
Of 129 printed pages one was taken for two columns, a short one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pypdfium2

HOW_TO_INSTALL = "install the program tesseract (`make ocr`), then ingest with --rebuild"

Dots = npt.NDArray[np.uint8]
"""A page in grey, 0 to 255, rows and columns."""

DOTS_PER_INCH = 200
_POINTS_PER_INCH = 72
MAX_DOTS = 40_000_000
"""An A3 plan at 200 dots an inch has eight million; a page that claims to be as large as a field is drawn coarser."""

SECONDS_A_PAGE = 120
_COLUMNS = "3"
_ONE_BLOCK = "6"
_INK = 128
_BANDS = 40
_MIDDLE = (0.3, 0.7)
_CROSSED = 0.2
_GUTTER = 0.015
_ONE_SIDE = 0.25


class OcrError(Exception):
    """A page could not be drawn or read; the message says why."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(f"OCR failed on page {number}: {reason}")


class Engine(Protocol):
    """Reads pictures of pages."""

    def read(self, content: bytes, number: int) -> str:
        """Return the words on a page of a PDF, from 1, in the order in which people read them; raises `OcrError`."""
        ...


class Tesseract:
    """Tesseract, started once a page."""

    def __init__(self, program: str) -> None:
        self._program = program

    def read(self, content: bytes, number: int) -> str:
        """Return the words on a page, line by line, or column by column where it has columns.

        Left to find columns by itself, Tesseract takes the numbers before the headings of an agenda for one and prints them apart.
        """
        dots = _drawn(content, number)
        if dots.min() == dots.max():
            return ""
        height, width = dots.shape
        picture = b"P5 %d %d 255\n" % (width, height) + dots.tobytes()  # a graymap: the plainest picture that it takes
        return self._asked(picture, number, _COLUMNS if has_columns(dots) else _ONE_BLOCK)

    def _asked(self, picture: bytes, number: int, layout: str) -> str:
        command = [self._program, "stdin", "stdout", "-l", "eng", "--dpi", str(DOTS_PER_INCH), "--psm", layout]
        one_core = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        try:
            ran = subprocess.run(  # noqa: S603 - a program found on the path, words of our own, the picture on its input
                command, input=picture, capture_output=True, timeout=SECONDS_A_PAGE, check=True, env=one_core
            )
        except subprocess.TimeoutExpired as error:
            raise OcrError(number, f"not done in {SECONDS_A_PAGE} seconds") from error
        except (subprocess.CalledProcessError, OSError) as error:
            raise OcrError(number, str(error)) from error
        return ran.stdout.decode("utf-8", "replace").replace("\f", "").rstrip()


def installed() -> Engine | None:
    """Return the engine, or `None` where it is not installed."""
    program = shutil.which("tesseract")
    return Tesseract(program) if program else None


def has_columns(dots: Dots) -> bool:
    """Return whether a page has two columns: a gutter in its middle, white nearly all the way down, much ink on both sides."""
    ink = dots < _INK
    width = ink.shape[1]
    bands = [band for band in np.array_split(ink, _BANDS) if band.any()]
    crossed = np.mean([band.sum(axis=0) > 1 for band in bands], axis=0)
    middle = range(int(width * _MIDDLE[0]), int(width * _MIDDLE[1]))
    white = longest_run([bool(crossed[place] <= _CROSSED) for place in middle])
    if white is None or white[1] - white[0] < _GUTTER * width:
        return False
    place = middle.start + sum(white) // 2
    return bool(_ONE_SIDE < ink[:, :place].sum() / ink.sum() < 1 - _ONE_SIDE)


def longest_run(marks: list[bool]) -> tuple[int, int] | None:
    """Return where the longest run of what is true begins and ends; `None` where nothing is."""
    runs = [(start, start + length) for start, length in _runs(marks)]
    return max(runs, key=lambda run: (run[1] - run[0], -run[0]), default=None)


def _runs(marks: list[bool]) -> Iterator[tuple[int, int]]:
    start = 0
    for is_true, run in groupby(marks):
        length = len(list(run))
        if is_true:
            yield start, length
        start += length


def _drawn(content: bytes, number: int) -> Dots:
    """Draw a page in grey."""
    try:
        with closing(pypdfium2.PdfDocument(content)) as opened:
            page = opened[number - 1]
            width, height = page.get_size()
            scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, (MAX_DOTS / max(width * height, 1)) ** 0.5)
            return np.array(page.render(scale=scale, grayscale=True).to_numpy(), dtype=np.uint8)  # a copy: the bitmap goes
    except (pypdfium2.PdfiumError, IndexError, ValueError, MemoryError) as error:
        raise OcrError(number, f"it cannot be drawn ({error})") from error
