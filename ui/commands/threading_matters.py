"""`minutebook timeline` and `minutebook thread`: how did a matter go, and what belongs together with one item?

Takes a question and filters, or the id of an agenda item, prints meeting by meeting what was decided or said, or JSON as the API
has it. What states no date stands apart and below; a stretch on which nothing is held is a line of its own. Finding nothing is an
answer.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from collections.abc import Sequence

from search_api.applied import apply
from search_api.applied import today
from search_api.citations import Citation
from search_api.decisions import QuotedDecision
from search_api.labels import SENTENCES
from search_api.places import Place
from search_api.present_threads import present_thread
from search_api.present_threads import present_timeline
from search_api.threads import Mate
from search_api.threads import Thread
from search_api.threads import thread as thread_of
from search_api.timeline import Entry
from search_api.timeline import Timeline
from search_api.timeline import timeline as timeline_of
from ui.opening import filters
from ui.opening import searcher
from ui.output import print_json
from ui.screen import console
from ui.screen import show_understood
from ui.sentences import heading
from ui.sentences import looked_at
from ui.sentences import movers
from ui.sentences import safe
from ui.sentences import sitting
from ui.sentences import verdict
from ui.sentences import whereabouts
from ui.web.wording import day
from ui.web.wording import plural


def timeline(given: Namespace) -> int:
    """Print the matter that a question asks about, earliest meeting first."""
    asked = searcher(given)
    applied = apply(asked, given.query, filters(given, asked.archive), given.without, today())
    found = timeline_of(asked, given.query, applied.filters, given.top_k)
    if given.json:
        print_json(present_timeline(found, applied).model_dump(mode="json"))
    else:
        show_understood(console(), applied)
        print(safe("\n".join(_timeline(found))))
    return 0


def thread(given: Namespace) -> int:
    """Print the items that belong together with one, earliest first."""
    found = thread_of(searcher(given), given.item_id)
    if given.json:
        print_json(present_thread(found).model_dump(mode="json"))
    else:
        print(safe("\n".join(_thread(found))))
    return 0


def _timeline(found: Timeline) -> Iterator[str]:
    if found.label:
        yield SENTENCES[found.label]
    gaps = {gap.until: gap for gap in found.gaps}
    for entry in found.entries:
        gap = gaps.pop(entry.place.meeting.date.value, None) if entry.place.meeting.date.value else None
        if gap:
            yield f"  ... {SENTENCES[gap.label]} {day(gap.since)} to {day(gap.until)}\n"
        yield from _entry(entry)
    if found.undated:
        yield "Without a stated date:\n"
        for entry in found.undated:
            yield from _entry(entry)
    yield f"Looked at: {looked_at(found.coverage)}."


def _entry(entry: Entry) -> Iterator[str]:
    yield from _place(entry.place)
    yield from _decisions(entry.decisions)
    if entry.passage:
        yield f"  {_words(entry.passage)}"
        yield f"    {whereabouts(entry.passage)}"
    yield ""


def _thread(found: Thread) -> Iterator[str]:
    yield from _place(found.place)
    yield from _decisions(found.decisions)
    yield ""
    for mate in found.mates:
        yield from _mate(mate)
    yield plural(len(found.mates), "linked item", "linked items")


def _mate(mate: Mate) -> Iterator[str]:
    yield from _place(mate.place)
    yield f"  {mate.kind.value} (confidence {mate.confidence:.2f}): {_words(mate.evidence)}"
    yield f"    {whereabouts(mate.evidence)}"
    yield from _decisions(mate.decisions)
    yield ""


def _place(place: Place) -> Iterator[str]:
    """Yield where an item stands; the day is said to be inferred where the minutes themselves do not print it."""
    stated = place.meeting.date
    inferred = f" (date from {stated.origin.value})" if stated.value and stated.origin.value != "printed" else ""
    yield f"{sitting(place)}{inferred}"
    yield f"  {heading(place)} [{place.item.id}]"


def _decisions(decisions: Sequence[QuotedDecision]) -> Iterator[str]:
    for quoted in decisions:
        limb = quoted.limb
        yield f"  {verdict(limb)}; {f'{limb.label}: ' if limb.label else ''}{_words(quoted.citation)}"
        moved = movers(limb)
        if moved:
            yield f"    {moved}"
        yield f"    {whereabouts(quoted.citation)}"


def _words(citation: Citation) -> str:
    """Return quoted words on one line."""
    return f"\u201c{' '.join(citation.text.split())}\u201d"
