"""Properties of everything that segmenting makes of a page, whatever stands on it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.sources import Page
from index.sources import SourceSpan
from ingest.chunking import chunks_of
from ingest.facts import Facts
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.segmenting.meeting import segment
from ingest.segmenting.running import run_together

_LINES = st.sampled_from(
    [
        *(
            "1. Apologies",
            "2. Finance",
            "3.",
            "(a)",
            "71/19 Minutes",
            "RESOLVED:",
            "RESOLVED that",
            "a) Decision (2:8) to agree none.",
        ),
        *("Proposed by Councillor Vane;", "Seconded by Councillor Wick;", "And Resolved:", "“That it be so.”", "For", "Against: 3"),
        *("Councillors A, B (2)", "The Mayor declared the Motion defeated.", "It was agreed to sell the hall.", "", "   "),
        *("NOT FOR PUBLICATION", "The minutes were approved.", "Cllr Oake left the meeting at 7.10pm.", "ç ŵ 😀 \u00a0 x"),
        "1. the budget be approved; and",
    ]
)
_PAGES = st.lists(st.lists(_LINES, max_size=14).map("\n".join), min_size=1, max_size=3)


def all_spans(pages: list[str]) -> tuple[list[list[SourceSpan]], list[Page]]:
    reading = Reading("text", tuple(PageText(number, text) for number, text in enumerate(pages, 1)))
    segmented = segment("d0", "Minutes.txt", reading, Facts())
    stored = [Page("d0", page.number, page.text) for page in reading.pages]
    groups = [list(item.spans) for meeting in segmented.meetings for item in meeting.items]
    groups += [list(limb.spans) for meeting in segmented.meetings for item in meeting.items for limb in item.limbs]
    by_key = {(page.document_id, page.number): page for page in stored}
    groups += [list(chunk.spans) for meeting in segmented.meetings for chunk in chunks_of(meeting, by_key, 40)]
    return groups, stored


@settings(max_examples=150, deadline=None)
@given(_PAGES)
def test_every_span_slices_to_words_of_its_page(pages: list[str]) -> None:
    groups, stored = all_spans(pages)
    for span in (span for group in groups for span in group):
        words = stored[span.page - 1].quote(span)
        assert words
        assert words == words.strip()


@settings(max_examples=150, deadline=None)
@given(_PAGES)
def test_items_cover_the_text_in_order_without_overlap(pages: list[str]) -> None:
    reading = Reading("text", tuple(PageText(number, text) for number, text in enumerate(pages, 1)))
    segmented = segment("d0", "Minutes.txt", reading, Facts())
    spans = [span for meeting in segmented.meetings for item in meeting.items for span in item.spans]
    spans += [span for withheld in segmented.withheld for span in withheld.spans]
    places = sorted((span.page, span.start, span.end) for span in spans)
    assert all(left[0] < right[0] or left[2] <= right[1] for left, right in pairwise(places))
    covered = "".join(pages[page - 1][start:end] for page, start, end in places)
    assert "".join(covered.split()) == "".join("".join(pages).split())


@settings(max_examples=60, deadline=None)
@given(_PAGES)
def test_reading_again_gives_the_same_records(pages: list[str]) -> None:
    reading = Reading("text", tuple(PageText(number, text) for number, text in enumerate(pages, 1)))
    assert segment("d0", "a.txt", reading, Facts()) == segment("d0", "a.txt", reading, Facts())


@given(_PAGES, st.integers(0, 200), st.integers(0, 200))
def test_any_stretch_of_the_running_text_is_a_stretch_of_a_page(pages: list[str], left: int, right: int) -> None:
    running = run_together("d0", tuple(PageText(number, text) for number, text in enumerate(pages, 1)))
    start, end = sorted((left, right))
    quoted = "".join(pages[span.page - 1][span.start : span.end] for span in running.spans(start, end))
    assert "".join(quoted.split()) == "".join(running.text[start:end].split())
