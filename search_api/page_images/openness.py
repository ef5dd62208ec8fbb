"""May this page be shown as a picture?

THE LAW of this room: a picture must never show exempt text. A picture shows everything that is printed on a page, while the archive
holds only what is open, so a page is shown only where every sign says that all of it is open:

- what is withheld stands in the stored page written over with a mark (`ingest.pipeline`), length for length. A page that holds the
  mark anywhere is refused, and so is one with the first letter of it outside open items, since a short stretch holds only the
  beginning of the mark;
- words of at least one open agenda item stand on the page. Thereby all pages after a withheld item begins are refused, until the
  words of an open item stand on a page again without any of the withheld ones;
- what is printed on it was read: a page that is a picture of words which no OCR has read, and one on which the PDF prints much
  that the reading does not have, are refused by `drawn.py` with `is_all_read`, since nobody has judged those words.

Takes a stored page, the spans of the open items and what the PDF prints; never looks at a file, and never says what it found.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.sources import Page
from index.sources import SourceSpan

WITHHELD = "[withheld: not open to the public]"
"""What the write path puts over words that are not open; a test holds the two together."""

MOST_UNREAD_LETTERS = 40
"""Letters in the PDF that the reading does not have: a page number or a stamp is shorter, a sentence is longer."""

MOST_PICTURED = 0.3
"""Share of a page that pictures may cover where no OCR has read them: a crest or a photograph covers less, a scan nearly all."""


def is_open(page: Page, open_spans: Sequence[SourceSpan]) -> bool:
    """Return whether all that was read on a page is open; `open_spans` are those of the open items of its document."""
    here = [span for span in open_spans if span.page == page.number]
    if WITHHELD in page.text or not any(page.quote(span).strip() for span in here):
        return False
    return WITHHELD[0] not in _outside(page.text, here)


def is_all_read(*, ocr: bool, unread_letters: int, pictured: float) -> bool:
    """Return whether what is printed on a page was read: by OCR, or as text with nothing much beside it."""
    return ocr or (unread_letters <= MOST_UNREAD_LETTERS and pictured <= MOST_PICTURED)


def _outside(text: str, spans: Sequence[SourceSpan]) -> str:
    """Return what stands on the page outside the spans."""
    left, end = [], 0
    for span in sorted(spans):
        left.append(text[end : span.start])
        end = max(end, span.end)
    return "".join([*left, text[end:]])
