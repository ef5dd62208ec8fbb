"""The numbers that Word counts are written as Word shows them."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from ingest.reading.word import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1.%2)"/></w:lvl>'
)


def numbering(kind: str = "decimal", text: str = "%1.", start: int = 1, override: str = "") -> str:
    levels = LEVELS.format(kind=kind, text=text, start=start)
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{override}</w:num></w:numbering>'
    )


def entry(words: str, level: int = 0, number: int = 1) -> str:
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f"<w:p><w:pPr>{listed}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def lines(body: str, counted: str) -> list[str]:
    document = Document()
    document.add_paragraph("x", style="List Number")
    made = io.BytesIO()
    document.save(made)
    again = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            replaced = {
                "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>".encode(),
                "word/numbering.xml": counted.encode(),
            }
            new.writestr(name, replaced.get(name, old.read(name)))
    return read_word("a.docx", again.getvalue()).pages[0].text.split("\n")


def test_items_that_word_numbers_have_their_numbers() -> None:
    """Govan, June 2024: item 1 is numbered by Word, item 2 by hand."""
    assert lines(entry("MINUTES") + "<w:p><w:r><w:t>Agreed.</w:t></w:r></w:p>" + entry("FAIR"), numbering()) == [
        "1. MINUTES",
        "Agreed.",
        "2. FAIR",
    ]


@pytest.mark.parametrize(
    ("kind", "text", "start", "signs"),
    [
        ("lowerLetter", "%1)", 1, ["a)", "b)"]),
        ("upperLetter", "(%1)", 26, ["(Z)", "(AA)"]),
        ("lowerRoman", "%1.", 3, ["iii.", "iv."]),
        ("upperRoman", "%1", 9, ["IX", "X"]),
        ("decimalZero", "%1.", 9, ["09.", "10."]),
        ("decimal", "Minute %1:", 71, ["Minute 71:", "Minute 72:"]),
        ("bullet", "\uf0b7", 1, ["•", "•"]),
        ("none", "%1", 1, ["", ""]),
    ],
)
def test_every_way_of_counting_is_written_as_it_is_shown(kind: str, text: str, start: int, signs: list[str]) -> None:
    expected = [f"{sign} {words}".strip() for sign, words in zip(signs, ("Roads", "Trees"), strict=True)]
    assert lines(entry("Roads") + entry("Trees"), numbering(kind, text, start)) == expected


def test_a_level_below_begins_again_under_each_number() -> None:
    body = entry("Roads") + entry("signs", 1) + entry("gates", 1) + entry("Trees") + entry("oaks", 1)
    assert lines(body, numbering()) == ["1. Roads", "1.i) signs", "1.ii) gates", "2. Trees", "2.i) oaks"]


def test_a_list_goes_on_where_word_goes_on_and_begins_again_where_it_is_told_to() -> None:
    body = entry("Roads") + entry("Trees", number=2)
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert lines(body, numbering()) == ["1. Roads", "2. Trees"]
    assert lines(body, numbering(override=anew)) == ["1. Roads", "1. Trees"]


def test_a_blank_paragraph_and_a_list_that_is_not_there_have_no_number() -> None:
    assert lines(entry("") + entry("Roads") + entry("Trees", number=9), numbering()) == ["", "1. Roads", "Trees"]
