"""How does the thread of a matter become what goes over the wire?

The only place that fills `schemas_threads.py`; what it shares with other replies comes from `present.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from search_api.applied import Applied
from search_api.labels import SENTENCES
from search_api.present import present_citation
from search_api.present import present_coverage
from search_api.present import present_decision
from search_api.present import present_filters
from search_api.present import present_head
from search_api.present import present_understood
from search_api.schemas_threads import EntryOut
from search_api.schemas_threads import GapOut
from search_api.schemas_threads import LinkOut
from search_api.schemas_threads import ThreadOut
from search_api.schemas_threads import TimelineOut
from search_api.threads import Thread
from search_api.timeline import Entry
from search_api.timeline import Timeline

_PLACES = 2
"""Decimal places of a confidence: more would say more than the rule knows."""


def present_thread(found: Thread) -> ThreadOut:
    """Present an agenda item and those linked with it."""
    return ThreadOut(
        item=present_head(found.place),
        decisions=[present_decision(one) for one in found.decisions],
        links=[
            LinkOut(
                head=present_head(mate.place),
                kind=mate.kind.value,
                confidence=round(mate.confidence, _PLACES),
                evidence=present_citation(mate.evidence),
                decisions=[present_decision(one) for one in mate.decisions],
            )
            for mate in found.mates
        ],
    )


def present_timeline(found: Timeline, applied: Applied) -> TimelineOut:
    """Present the items that speak to a matter, or that none does."""
    words = found.query.tokens
    return TimelineOut(
        **present_understood(applied),
        question=found.query.text,
        filters=present_filters(found.filters),
        label=SENTENCES[found.label] if found.label else None,
        entries=[_entry(one, words) for one in found.entries],
        gaps=[GapOut(since=one.since, until=one.until, label=SENTENCES[one.label]) for one in found.gaps],
        undated=[_entry(one, words) for one in found.undated],
        coverage=present_coverage(found.coverage),
    )


def _entry(entry: Entry, words: Sequence[str]) -> EntryOut:
    return EntryOut(
        head=present_head(entry.place),
        decisions=[present_decision(one, words) for one in entry.decisions],
        passage=present_citation(entry.passage, words) if entry.passage else None,
    )
