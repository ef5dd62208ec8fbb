"""How does the command line say it?

Takes records, gives the short lines that stand below a quotation: outcome, vote, who moved it, where it stands. What the minutes
do not print is said to be not stated; no function here draws a conclusion or changes a quotation.
"""

from __future__ import annotations

import shlex
import unicodedata
from collections.abc import Sequence

from index.passages import Filters
from index.ports import Coverage
from index.records import DecisionLimb
from index.records import Outcome
from index.records import RecordedVote
from index.records import Tally
from search_api.chips import Chip
from search_api.chips import ChipKind
from search_api.citations import Citation
from search_api.places import Place
from ui.web.wording import day
from ui.web.wording import plural

OUTCOMES = {
    Outcome.CARRIED: "Carried",
    Outcome.LOST: "Lost",
    Outcome.WITHDRAWN: "Withdrawn",
    Outcome.DEFERRED: "Deferred",
    Outcome.NOT_PUT: "Not put to the vote",
    Outcome.UNCLEAR: "Outcome not clear",
}


_EVERYTHING = {ChipKind.DATE: "all dates", ChipKind.BODY: "all bodies", ChipKind.COUNCIL: "all councils"}


def safe(text: str) -> str:
    """Return text without control characters: a file that was read may hold some that a terminal would obey."""
    return "".join(letter if letter == "\n" or unicodedata.category(letter) != "Cc" else " " for letter in text)


def verdict(limb: DecisionLimb) -> str:
    """Return outcome, force and vote: `Carried (approved), vote (8:2): 8 for, 2 against`."""
    said = OUTCOMES[limb.outcome] + (f" ({limb.force.value})" if limb.outcome is Outcome.CARRIED else "")
    vote = limb.vote
    if vote is None:
        return f"{said}, vote not stated"
    printed = f", vote {vote.printed}" if vote.printed else ""
    figures = f": {tally(vote.tally)}" if vote.tally and tally(vote.tally) else ""
    return f"{said}{printed}{figures}{', on a casting vote' if vote.casting else ''}"


def tally(votes: Tally) -> str:
    """Return `8 for, 2 against`, leaving out what is not printed."""
    figures = ((votes.in_favour, "for"), (votes.against, "against"), (votes.abstained, "abstained"))
    return ", ".join(f"{figure} {side}" for figure, side in figures if figure is not None)


def voters(recorded: RecordedVote) -> str:
    """Return the names on each side, as printed."""
    sides = (("For", recorded.in_favour), ("Against", recorded.against), ("Abstained", recorded.abstained))
    return "; ".join(f"{side}: {', '.join(names)}" for side, names in sides if names)


def movers(limb: DecisionLimb) -> str | None:
    """Return who moved and seconded; `None` where neither is printed."""
    if not limb.mover and not limb.seconder:
        return None
    return f"Moved by {limb.mover or 'not stated'}, seconded by {limb.seconder or 'not stated'}"


def sitting(place: Place) -> str:
    """Return council, body and date, each as stated."""
    meeting = place.meeting
    return f"{meeting.council.value or 'council not stated'}, {meeting.body.value or 'body not stated'}, {day(meeting.date.value)}"


def heading(place: Place) -> str:
    """Return an item's number and title, as printed."""
    item = place.item
    number = item.number or item.minute_number
    title = " ".join((item.title or "an item without a title").split())
    return f"{number.rstrip('.')}. {title}" if number and not title.startswith(number) else title


def whereabouts(citation: Citation) -> str:
    """Return page and characters of a quotation, and the document."""
    span = citation.pieces[0].span
    more = f" and {len(citation.pieces) - 1} more" if len(citation.pieces) > 1 else ""
    read = "; read by OCR: check against the original" if citation.ocr else ""
    return f"{citation.place.document.path}, page {span.page}, characters {span.start} to {span.end}{more}{read}"


def chip(of: Chip) -> str:
    """Return a filter read from the words of a question, and what to type to be rid of it or, where only offered, to have it."""
    read = f"from \u201c{of.words}\u201d"
    if of.firm:
        return f"Only: {of.label} ({read}; --without {shlex.quote(of.words)} to search {_EVERYTHING[of.kind]})"
    return f"Only {of.label}? ({read}; {' '.join(_options(of.filters))} to search only there)"


def _options(filters: Filters) -> Sequence[str]:
    days = (("--since", filters.since), ("--until", filters.until))
    return (
        *(f"--council {shlex.quote(name)}" for name in filters.councils),
        *(f"--body {shlex.quote(name)}" for name in filters.bodies),
        *(f"{option} {on.isoformat()}" for option, on in days if on),
    )


def looked_at(coverage: Coverage) -> str:
    """Return what was there to be looked at."""
    dates = ""
    if coverage.earliest and coverage.latest:
        first, last = day(coverage.earliest), day(coverage.latest)
        dates = f", from {first} to {last}" if first != last else f", of {first}"
    undated = f", {coverage.undated} without a stated date" if coverage.undated else ""
    bodies = plural(len(coverage.bodies), "named body", "named bodies")
    return f"{plural(coverage.meetings, 'meeting')} of {bodies}{dates}{undated}"
