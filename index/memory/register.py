"""What is in the archive, as lists and counts? All is counted by going through everything.

Takes filters, gives ids and numbers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date

from index.memory.asking import items_within
from index.memory.asking import meetings_within
from index.memory.stored import Stored
from index.passages import Filters
from index.ports import Coverage
from index.ports import FacetValue
from index.ports import Listing
from index.ports import Sitting
from index.ports import Standing


class MemoryRegister:
    """A `Register` that counts by going through everything."""

    def __init__(self, stored: Sequence[Stored]) -> None:
        self._stored = stored

    def items(self, filters: Filters, start: int, count: int | None, *, decided: bool) -> Listing:
        """Return item ids, newest meeting first, undated last; meetings of one day by document and their order in it."""
        found = [(meeting, item) for _, meeting, item in items_within(self._stored, filters) if item.limbs or not decided]
        found.sort(key=lambda pair: pair[0].document_id)
        found.sort(key=lambda pair: pair[0].date.value or date.min, reverse=True)
        stop = None if count is None else start + count
        return Listing(tuple(item.id for _, item in found[start:stop]), len(found))

    def meeting_ids(self, document_id: str) -> tuple[str, ...]:
        """Return the meetings of a document in order."""
        deposits = (held.deposit for held in self._stored if held.deposit.document.id == document_id)
        return tuple(meeting.id for deposit in deposits for meeting in deposit.meetings)

    def facets(self, filters: Filters) -> Mapping[str, tuple[FacetValue, ...]]:
        """Return how many agenda items each value has."""
        counts: dict[str, Counter[str]] = {name: Counter() for name in ("council", "body", "year", "kind", "outcome")}
        for document, meeting, item in items_within(self._stored, filters):
            day = meeting.date.value
            counts["council"].update(_stated(meeting.council.value))
            counts["body"].update(_stated(meeting.body.value))
            counts["year"].update(_stated(None if day is None else f"{day.year:04}"))
            counts["kind"].update([document.kind])
            counts["outcome"].update({str(limb.outcome) for limb in item.limbs})
        return {name: _most_first(counter) for name, counter in counts.items()}

    def standing(self, item_ids: Sequence[str]) -> Mapping[str, Standing]:
        """Return where each of these items stands."""
        wanted = frozenset(item_ids)
        return {
            item.id: Standing(
                council=meeting.council.value,
                body=meeting.body.value,
                date=meeting.date.value,
                kind=document.kind,
                outcomes=tuple(sorted({limb.outcome for limb in item.limbs})),
            )
            for document, meeting, item in items_within(self._stored, Filters())
            if item.id in wanted
        }

    def coverage(self, filters: Filters) -> Coverage:
        """Return what lies within the filters, whatever the outcomes and people."""
        meetings = [meeting for _, meeting in meetings_within(self._stored, filters)]
        days = [meeting.date.value for meeting in meetings if meeting.date.value is not None]
        return Coverage(
            meetings=len(meetings),
            undated=len(meetings) - len(days),
            bodies=tuple(sorted({meeting.body.value for meeting in meetings if meeting.body.value is not None})),
            councils=tuple(sorted({meeting.council.value for meeting in meetings if meeting.council.value is not None})),
            earliest=min(days, default=None),
            latest=max(days, default=None),
        )

    def sittings(self) -> tuple[Sitting, ...]:
        """Return every meeting held, document by document."""
        deposits = sorted((held.deposit for held in self._stored), key=lambda deposit: deposit.document.id)
        return tuple(
            Sitting(
                deposit.document.id,
                deposit.document.kind,
                meeting.council.value,
                meeting.body.value,
                meeting.date.value,
                meeting.record_state,
            )
            for deposit in deposits
            for meeting in deposit.meetings
        )


def _stated(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def _most_first(counter: Counter[str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(str(value), items) for value, items in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))
