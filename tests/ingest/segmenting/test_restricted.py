"""What is exempt never comes out of segmenting; what only speaks of it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from index.restriction import Restriction
from ingest.facts import Facts
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.segmenting.meeting import segment
from ingest.segmenting.restricted import restriction_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


@pytest.mark.parametrize(
    ("words", "restriction"),
    [
        ("9. LAND SALE\nNOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A", Restriction.EXEMPT),
        ("12 Leisure contract (Exempt Category 3)", Restriction.EXEMPT),
        ("Confidential item: staffing\nThe Clerk reported.", Restriction.CONFIDENTIAL),
        (
            "8. Exclusion of press and public\nRESOLVED that the public be excluded under Schedule 12A as exempt information",
            Restriction.OPEN,
        ),
        ("41 Shared Services\nThe Deputy Chief Executive presented his confidential report.", Restriction.OPEN),
        ("7 Land (exempt item)\nThis minute is public.", Restriction.UNCLEAR),
        ("3. Exempt: Staffing\nThe public were excluded under Schedule 12A. The clerk's pay was agreed.", Restriction.EXEMPT),
        ("12/19 EXEMPT – Land at the mill\nThe offer was accepted.", Restriction.EXEMPT),
        ("4 Charity shops exempt from rates: report\nNoted.", Restriction.OPEN),
        ("5 Exempt dwellings\nThe number of exempt dwellings was noted.", Restriction.OPEN),
        ("8. Exclusion of the public\nRESOLVED that the public be excluded.\nNOT FOR PUBLICATION\nThe land.", Restriction.EXEMPT),
        ("5 Leisure\n" + "Members spoke of the pool. " * 40 + "\nNOT FOR PUBLICATION: the offer was low.", Restriction.EXEMPT),
    ],
)
def test_an_item_is_exempt_when_its_own_heading_says_so(words: str, restriction: Restriction) -> None:
    assert restriction_of(words) is restriction


def test_an_exempt_item_leaves_nothing_but_where_it_stood(read: Reader) -> None:
    text = "1. Apologies\nNone.\n2. Land\nNOT FOR PUBLICATION by virtue of paragraph 3\nQuillonbrae.\n3. Close\nAt nine.\n"
    found = read(text)
    assert [item.number for item in found.meeting.items] == ["1", "3"]
    [withheld] = found.segmented.withheld
    assert "Quillonbrae" in text[withheld.spans[0].start : withheld.spans[0].end]


def test_a_document_marked_at_its_head_has_no_meetings(read: Reader) -> None:
    found = read("NOT FOR PUBLICATION: Appendix C\n1. A\nb\n2. C\nd\n")
    assert found.segmented.meetings == ()
    assert found.segmented.restriction is Restriction.EXEMPT


def test_what_goes_on_behind_a_page_that_cannot_be_read_is_withheld_up_to_the_next_heading() -> None:
    """The lost page may have held a heading "not for publication": unclear is not open."""
    pages = (
        PageText(1, "1. Apologies\n\nNone were received.\n\n2. Street lighting\n\nThe Clerk had two quotations.\n"),
        PageText(2, "", unread=True),
        PageText(3, "the sum of nine thousand pounds was offered to settle.\n\n3. Next meeting\n\nThe date was agreed.\n"),
    )
    segmented = segment("d0", "Minutes.pdf", Reading("pdf", pages), Facts())
    assert [item.number for meeting in segmented.meetings for item in meeting.items] == ["1", "3"]
    assert [(one.restriction, {span.page for span in one.spans}) for one in segmented.withheld] == [(Restriction.UNCLEAR, {1, 3})]
