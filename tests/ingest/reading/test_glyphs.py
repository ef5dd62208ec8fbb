"""PDFs whose fonts name glyphs by number and have no map to letters, as one office's PDF printer left them."""

from __future__ import annotations

import random

from ingest.reading.glyphs import letter_of
from ingest.reading.glyphs import spelt
from ingest.reading.pdf import read_pdf_with
from tests.ingest.reading.papers import in_glyphs

COMMON = {letter: glyph for glyph in range(190) if (letter := letter_of(glyph))}
HEADING = "4.  Clerk’s Report"
LINES = [HEADING, "RESOLVED:  That the Clerk’s ‘draft’ budget of £4,250 – as amended – be adopted."]


def words(content: bytes) -> list[str]:
    return [" ".join(line.split()) for line in read_pdf_with(None, "a.pdf", content).pages[0].text.splitlines()]


def test_a_font_without_a_map_whose_glyphs_stand_in_the_common_order_is_read_exactly() -> None:
    assert words(in_glyphs(LINES, COMMON)) == [" ".join(line.split()) for line in LINES]


def test_a_heading_in_such_a_font_is_read_between_lines_that_need_no_map() -> None:
    body = "The report on the drains was noted."
    assert words(in_glyphs([HEADING], COMMON, plain=[body])) == ["4. Clerk’s Report", body]


def test_a_font_without_a_map_whose_codes_are_letters_already_is_left_alone() -> None:
    lines = ["RESOLVED: That the accounts be approved.", "Proposed by Councillor Ottershaw."]
    assert words(in_glyphs(lines, {sign: ord(sign) for sign in "".join(lines)})) == lines


def test_no_letter_is_guessed_where_the_order_does_not_make_words() -> None:
    signs = sorted(set("".join(LINES)))
    codes = random.Random(5).sample(range(33, 33 + len(signs)), len(signs))
    garbled = "".join(chr(dict(zip(signs, codes, strict=True))[sign]) for line in LINES for sign in line)
    assert spelt(garbled) == garbled


def test_a_font_whose_few_letters_prove_nothing_is_left_alone() -> None:
    assert spelt("$%") == "$%"
