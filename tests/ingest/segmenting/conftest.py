"""Minutes as text in, records out: what the tests of this folder share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from index.records import DecisionLimb
from index.records import Meeting
from index.sources import Page
from ingest.facts import Facts
from ingest.reading.pages import PageText
from ingest.reading.pages import Reading
from ingest.segmenting.meeting import Segmented
from ingest.segmenting.meeting import segment


@dataclass(frozen=True)
class Read:
    """A text as it was segmented, with the means to quote it."""

    segmented: Segmented
    pages: dict[int, Page]

    @property
    def meeting(self) -> Meeting:
        """The first meeting."""
        return self.segmented.meetings[0]

    @property
    def limbs(self) -> list[DecisionLimb]:
        """Every limb of every item, in order."""
        return [limb for meeting in self.segmented.meetings for item in meeting.items for limb in item.limbs]

    def words(self, limb: DecisionLimb) -> str:
        """A limb's words, white space folded."""
        return " ".join(" ".join(self.pages[span.page].quote(span) for span in limb.spans).split())

    @property
    def told(self) -> list[tuple[str | None, str, str]]:
        """Label, outcome and words of every limb."""
        return [(limb.label, limb.outcome.value, self.words(limb)) for limb in self.limbs]


@pytest.fixture
def read() -> Callable[..., Read]:
    """Segment pages of text, as if they came from a file of that name."""

    def segmenting(*texts: str, path: str = "Minutes.txt", facts: Facts | None = None) -> Read:
        pages = tuple(PageText(number, text) for number, text in enumerate(texts, 1))
        segmented = segment("d0", path, Reading("text", pages), facts or Facts())
        return Read(segmented, {page.number: Page("d0", page.number, page.text) for page in pages})

    return segmenting
