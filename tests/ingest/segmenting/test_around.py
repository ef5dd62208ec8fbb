"""Properties of what stands around decisions, whatever the page holds, and that nothing withheld enters it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from index.records import AgendaItem
from index.sources import Page
from index.sources import SourceSpan
from ingest.facts import Facts
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.segmenting.meeting import segment

_LINES = st.sampled_from(
    [
        *(
            "1. Apologies",
            "2. Declarations of interest",
            "3. Minutes of the last meeting",
            "4. Planning",
            "5. Exclusion of the public",
        ),
        *(
            "Present: Cllr Moor, Cllr B Hale (substitute for Cllr Wick) and Ann\nVane",
            "Apologies: Cllrs Moor, Hale and Wick",
            "P  Cllr Moor",
            "A  Cllr Hale",
        ),
        *(
            "P = present, A = apologies",
            "Cllr Moor left the meeting at 7.10pm.",
            "Cllr Moor declared a personal interest in",
            "item 6 and left the room.",
        ),
        *(
            "Clerk to write to",
            "the owner.",
            "Action: AM",
            "Appendix B",
            "(Minute 34 refers)",
            "the report of the Chief Executive",
            "be referred to the Hall",
        ),
        *(
            "Committee.",
            "RESOLVED that the press and public be excluded under paragraph 3",
            "of Schedule 12A to the Local Government Act 1972.",
        ),
        *(
            "The minutes were approved subject to the following amendment:",
            "Item 3 should read Susan.",
            "",
            "   ",
            "ç ŵ 😀 \u00a0 x",
            "None.",
        ),
    ]
)
_PAGES = st.lists(st.lists(_LINES, max_size=16).map("\n".join), min_size=1, max_size=3)


def spans_of(item: AgendaItem) -> list[SourceSpan]:
    groups = [
        *(one.spans for one in item.interests),
        *(one.spans for one in item.undertakings),
        *(one.spans for one in item.referrals),
        *(one.spans for one in item.exclusions),
        *(one.spans for one in item.corrections),
    ]
    left = [one.left_span for one in item.interests if one.left_span]
    return [
        *(span for spans in groups for span in spans),
        *left,
        *(one.span for one in item.attendance),
        *(one.span for one in item.references),
    ]


@settings(max_examples=200, deadline=None)
@given(_PAGES)
def test_every_record_points_at_words_inside_its_item(pages: list[str]) -> None:
    reading = Reading("text", tuple(PageText(number, text) for number, text in enumerate(pages, 1)))
    for meeting in segment("d0", "Minutes.txt", reading, Facts()).meetings:
        for item in meeting.items:
            for span in spans_of(item):
                words = Page("d0", span.page, pages[span.page - 1]).quote(span)
                assert words
                assert words == words.strip()
                assert any(one.page == span.page and one.start <= span.start and span.end <= one.end for one in item.spans)


@settings(max_examples=100, deadline=None)
@given(_PAGES)
def test_names_are_words_of_the_page(pages: list[str]) -> None:
    reading = Reading("text", tuple(PageText(number, text) for number, text in enumerate(pages, 1)))
    printed = " ".join(" ".join(pages).split())
    for meeting in segment("d0", "Minutes.txt", reading, Facts()).meetings:
        names = [one.name_as_printed for item in meeting.items for one in item.attendance]
        names += [one.name_as_printed for item in meeting.items for one in item.interests]
        assert all(name in printed for name in names)


def test_an_item_that_is_withheld_gives_no_record_of_any_kind() -> None:
    secret = (
        "1. Apologies\nNone.\n2. Land\nNOT FOR PUBLICATION by virtue of paragraph 3\nCllr Quillon declared an interest in the Brae "
        "and left the meeting. Clerk to write to Quillonbrae. See Appendix Q. The matter was referred to the Quillon Committee. "
        "RESOLVED that the public be excluded. The minutes were approved subject to the correction of Quillon.\n"
        "3. Close\nAt nine.\n"
    )
    segmented = segment("d0", "Minutes.txt", Reading("text", (PageText(1, secret),)), Facts())
    assert segmented.withheld
    assert "Quillon" not in repr(segmented.meetings)
