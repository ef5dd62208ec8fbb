"""What might the API say of a matter, of votes, and of a comparison?

Small replies like those of `canned.py`, on the same invented council.
"""

from __future__ import annotations

from datetime import date

from search_api.schemas import DecisionOut
from search_api.schemas import RecordedVoteOut
from search_api.schemas import TallyOut
from search_api.schemas_briefing import ColumnOut
from search_api.schemas_briefing import CompareOut
from search_api.schemas_people import SideOut
from search_api.schemas_people import VoteOut
from search_api.schemas_people import VotesOut
from search_api.schemas_threads import EntryOut
from search_api.schemas_threads import GapOut
from search_api.schemas_threads import TimelineOut
from tests.ui.web import canned

NOTHING_BETWEEN = "No meeting held here on this between these days."
PASSAGE = canned.piece("The three approaches were considered", highlights=((4, 20),))


def entry(day: date | None, *decisions: DecisionOut, **changes: object) -> EntryOut:
    """An item of a timeline; without decisions it has a passage."""
    head = canned.head(date=day, **changes)
    return EntryOut(head=head, decisions=list(decisions), passage=None if decisions else canned.citation(PASSAGE))


def gap(since: date, until: date) -> GapOut:
    """A stretch without any entry."""
    return GapOut(since=since, until=until, label=NOTHING_BETWEEN)


def timeline(**changes: object) -> TimelineOut:
    """Four dated entries with a gap, and one without a stated date."""
    fields: dict[str, object] = {
        "question": canned.QUESTION,
        "filters": canned.FILTERS,
        "label": None,
        "entries": [
            entry(date(2019, 6, 11), title="OPPORTUNITIES"),
            entry(date(2019, 9, 24), date_origin="file name", title="SCRUTINY"),
            entry(date(2020, 10, 20), canned.approach_three(), canned.none_of_them()),
            entry(date(2020, 11, 12), canned.approach_three(), title="RECOMMENDATION"),
        ],
        "gaps": [gap(date(2019, 9, 24), date(2020, 10, 20))],
        "undated": [entry(None, date_origin="not stated", title="A NOTE")],
        "coverage": canned.COVERAGE,
        **canned.UNDERSTOOD_NOTHING,
    }
    return TimelineOut.model_validate(fields | changes)


def no_timeline() -> TimelineOut:
    """The reply that nothing speaks to the matter."""
    label = "Nothing in these minutes answers this question."
    return timeline(entries=[], gaps=[], undated=[], label=label, question="mermaids in Kent")


def vote(*sides: SideOut, clause: DecisionOut | None = None, **changes: object) -> VoteOut:
    """A clause on which a vote is printed."""
    fields = (clause or canned.approach_three()).model_dump(by_alias=True)
    return VoteOut.model_validate(fields | {"sides": list(sides)} | changes)


def recorded_vote() -> VoteOut:
    """A lost clause with the names of those who voted, asked for Crake."""
    names = RecordedVoteOut(in_favour=["Lomax", "Voss"], against=["Crake", "Hallin"], abstained=["Elverson"])
    tally = TallyOut(in_favour=2, against=8, abstained=None)
    return vote(SideOut(name="Crake", side="against"), clause=canned.none_of_them(), recorded_vote=names, tally=tally)


def votes(*listed: VoteOut, **changes: object) -> VotesOut:
    """One page of votes."""
    fields: dict[str, object] = {
        "filters": canned.FILTERS,
        "member": None,
        "recorded": False,
        "label": None,
        "total": len(listed),
        "start": 0,
        "votes": list(listed),
    }
    return VotesOut.model_validate(fields | changes)


def column(name: str, **changes: object) -> ColumnOut:
    """A column that answers."""
    fields: dict[str, object] = {"name": name, "kind": "answer", "label": None, "answer": canned.answer(), "failure": None}
    return ColumnOut.model_validate(fields | changes)


def silent_column(name: str) -> ColumnOut:
    """A column that was looked at and has nothing."""
    label = "No record: nothing in these minutes answers this question."
    return column(name, kind="no_record", label=label, answer=canned.nothing())


def failed_column(name: str) -> ColumnOut:
    """A column that was not looked at."""
    label = "Not looked at: this column could not be answered. The others are not touched by it."
    return column(name, kind="failed", label=label, answer=None, failure="The archive could not be read: run it again.")


def compared(*columns: ColumnOut) -> CompareOut:
    """A comparison of councils."""
    return CompareOut(question=canned.QUESTION, by="council", columns=list(columns))


COLUMNS = (column, silent_column, failed_column)
"""One of each kind."""
