"""Which papers a minute names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def referred(read: Reader, text: str) -> list[tuple[str, str]]:
    items = read(f"1. Apologies\nNone.\n2. Finance\n{text}\n3. Close\nAt nine.\n").meeting.items
    return [(one.kind.value, one.as_printed) for item in items for one in item.references]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The officer presented appendix B: the strategy.", [("appendix", "appendix B")]),
        ("See Appendices A to C, and Annex 2.", [("appendix", "Appendices A to C"), ("appendix", "Annex 2")]),
        ("The land was sold (Minute 34 refers).", [("minute", "Minute 34")]),
        ("As agreed under minute 127/18, the gates were painted.", [("minute", "minute 127/18")]),
        (
            "Circulated, report of the Director of Service, Harbour & Ports dated 1st May, 2020.",
            [("report", "report of the Director of Service, Harbour & Ports")],
        ),
        ("Members had the report of the Chief Executive. Jane Moor spoke.", [("report", "the report of the Chief Executive")]),
        ("Appendix B was long. Appendix B was dull.", [("appendix", "Appendix B")]),
        ("A report was received of a lost dog.", []),
        ("There was a 5 minute break after Minute silence.", []),
        ("The minutes 12 March 2020 were signed.", []),
        ("The appendix to the report was read.", []),
    ],
)
def test_papers_are_named_as_printed_and_once(read: Reader, text: str, found: list[tuple[str, str]]) -> None:
    assert referred(read, text) == found
