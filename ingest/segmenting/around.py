"""What stands around the decisions of an item?

Takes an open item as read so far and where it stands in the running text, gives it with its attendance, interests, undertakings,
references, referrals, exclusions, corrections and speakers. Each is read by its own file; here they are only put together. Never
given an item that is not open, so that nothing withheld can enter these records.
"""

from __future__ import annotations

from dataclasses import replace

from index.records import AgendaItem
from index.sentences import Sentence
from index.sentences import sentences
from index.sources import SourceSpan
from ingest.segmenting.attendance import read_attendance
from ingest.segmenting.corrections import read_corrections
from ingest.segmenting.exclusions import read_exclusions
from ingest.segmenting.interests import read_interests
from ingest.segmenting.references import read_references
from ingest.segmenting.referrals import read_referrals
from ingest.segmenting.running import RunningText
from ingest.segmenting.speakers import read_speakers
from ingest.segmenting.undertakings import read_undertakings


def with_surroundings(item: AgendaItem, running: RunningText, start: int, end: int, title: tuple[int, int] | None) -> AgendaItem:
    """Return the item, which stands at `start` to `end`, with what stands around its decisions; it holds these already."""
    found = _sentences(running, start, end, title)
    return replace(
        item,
        attendance=read_attendance(running, start, end),
        interests=read_interests(running, found, item.title),
        undertakings=read_undertakings(running, found, _decided(item)),
        references=read_references(running, start, end),
        referrals=read_referrals(running, found),
        exclusions=read_exclusions(running, found),
        corrections=read_corrections(running, found, item.title),
        speakers=read_speakers(running, start, end),
    )


def _sentences(running: RunningText, start: int, end: int, title: tuple[int, int] | None) -> list[Sentence]:
    """The sentences of an item; its heading is one of its own, unless the printed line goes on behind it."""
    if title is None or not running.text[title[1] : title[1] + 2].lstrip(" \t.:–-").startswith("\n"):
        return sentences(running.text, start, end)
    return [*sentences(running.text, start, title[1]), *sentences(running.text, title[1], end)]


def _decided(item: AgendaItem) -> tuple[SourceSpan, ...]:
    limbs = (span for limb in item.limbs for span in limb.spans)
    return (*limbs, *(span for motion in item.motions for span in motion.spans))
