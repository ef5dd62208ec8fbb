"""The same minutes as a Word file and as Markdown give the same items and the same decisions."""

from __future__ import annotations

import io

from docx import Document

from index.records import Meeting
from index.sources import Page
from ingest.reading.opening import read
from ingest.segmenting.meeting import segment

MARKDOWN = """ALDER COMMUNITY COUNCIL

MINUTES OF GENERAL MEETING MONDAY 3 JUNE 2024

Present: Ann Gadd, Bo Vane

1.  MINUTES OF THE MAY MEETING

These were moved as correct by Ann Gadd and Bo Vane.

2.  PLAY AREA: GATE AND FENCE TO THE MEADOW ALONG THE LANE TO

THE MILL

It was AGREED to write to the owner of the lane about the gate and to ask

him for a date.

3.  NEXT MEETING

Monday 1 July.
"""


def _told(path: str, content: bytes) -> list[tuple[str | None, str | None, list[tuple[str, str]]]]:
    reading = read(path, content)
    meeting: Meeting = segment("d0", path, reading, reading.facts).meetings[0]
    pages = {page.number: Page("d0", page.number, page.text) for page in reading.pages}
    return [
        (
            item.number,
            item.title,
            [
                (limb.outcome.value, " ".join(" ".join(pages[span.page].quote(span) for span in limb.spans).split()))
                for limb in item.limbs
            ],
        )
        for item in meeting.items
    ]


def test_word_and_markdown_give_the_same_items_and_limbs() -> None:
    """Govan publishes both; in the Word file some numbers are counted by Word and paragraphs are not broken into lines."""
    document = Document()
    for words, style in (
        ("ALDER COMMUNITY COUNCIL", None),
        ("MINUTES OF GENERAL MEETING MONDAY 3 JUNE 2024", None),
        ("Present: Ann Gadd, Bo Vane", None),
        ("MINUTES OF THE MAY MEETING\nThese were moved as correct by Ann Gadd and Bo Vane.", "List Number"),
        ("PLAY AREA: GATE AND FENCE TO THE MEADOW ALONG THE LANE TO THE MILL", "List Number"),
        ("It was AGREED to write to the owner of the lane about the gate and to ask him for a date.", None),
        ("3. NEXT MEETING", None),
        ("Monday 1 July.", None),
    ):
        document.add_paragraph(words, style=style)
    made = io.BytesIO()
    document.save(made)
    wrapped = MARKDOWN.replace("\n\nTHE MILL", "\nTHE MILL").replace("\n\nhim for", "\nhim for")
    told = _told("minutes.docx", made.getvalue())
    assert told == _told("minutes.md", wrapped.encode())
    assert [number for number, _, _ in told] == [None, "1", "2", "3"]
