"""A matter meeting by meeting: what was decided, what was lost, where nothing is held, and nothing that only shares a name."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from index.embedding.hashing import HashingEmbedder
from index.passages import Filters
from index.records import Outcome
from index.settings import ArchiveSettings
from index.sources import DocumentKind
from search_api.app import create_app
from search_api.errors import EmptyQueryError
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.schemas_threads import TimelineOut
from search_api.search import Searcher
from search_api.settings import AppSettings
from search_api.settings import SearchSettings
from search_api.timeline import A_YEAR
from search_api.timeline import gaps_between
from search_api.timeline import timeline
from tests.search_api.matters import COUNCIL
from tests.search_api.matters import PANEL
from tests.search_api.matters import write_matters

ADDRESS = "memory:timeline"
QUESTION = "what became of the skate park at Withy Lane"


@pytest.fixture(scope="module")
def searcher() -> Searcher:
    return Searcher(write_matters(ADDRESS), HashingEmbedder(), SearchSettings())


def test_a_matter_goes_from_the_panel_to_the_council_and_to_its_change(searcher: Searcher) -> None:
    found = timeline(searcher, QUESTION, Filters())
    assert [(one.place.meeting.date.value, one.place.meeting.body.value) for one in found.entries] == [
        (dt.date(2021, 2, 10), PANEL),
        (dt.date(2021, 3, 3), COUNCIL),
        (dt.date(2021, 9, 1), COUNCIL),
        (dt.date(2023, 11, 8), COUNCIL),
    ]


def test_decisions_are_verbatim_and_a_lost_motion_stays_lost(searcher: Searcher) -> None:
    entry = timeline(searcher, QUESTION, Filters()).entries[1]
    assert [(one.limb.outcome, one.citation.text) for one in entry.decisions] == [
        (Outcome.LOST, "That the concrete skate park with ramps and fencing wait for two years."),
        (Outcome.CARRIED, "That the concrete skate park with ramps and fencing be built at Withy Lane."),
    ]


def test_where_nothing_was_decided_the_passage_speaks(searcher: Searcher) -> None:
    entry = timeline(searcher, QUESTION, Filters()).entries[2]
    assert entry.decisions == ()
    assert entry.passage is not None
    assert "costed quotations" in entry.passage.text


def test_what_only_shares_the_name_of_the_place_is_not_in_it(searcher: Searcher) -> None:
    found = timeline(searcher, QUESTION, Filters())
    titles = {one.place.item.title for one in (*found.entries, *found.undated)}
    assert titles.isdisjoint({"Withy Lane drains", "Bus shelter at Withy Lane", "Apologies for absence", "Churchyard wall"})


def test_what_states_no_day_stands_apart(searcher: Searcher) -> None:
    found = timeline(searcher, QUESTION, Filters())
    assert [one.place.item.title for one in found.undated] == ["Skate park opening"]
    assert all(one.place.meeting.date.value for one in found.entries)


def test_agendas_are_shown_only_where_they_are_asked_for(searcher: Searcher) -> None:
    asked = timeline(searcher, QUESTION, Filters(kinds=(DocumentKind.AGENDA,)))
    assert [one.place.document.kind for one in asked.entries] == [DocumentKind.AGENDA]
    assert all(one.place.document.kind is DocumentKind.MINUTES for one in timeline(searcher, QUESTION, Filters()).entries)


def test_a_stretch_of_years_is_declared(searcher: Searcher) -> None:
    (gap,) = timeline(searcher, QUESTION, Filters()).gaps
    assert (gap.since, gap.until, gap.label) == (dt.date(2021, 9, 1), dt.date(2023, 11, 8), Label.NOTHING_BETWEEN)


def test_filters_hold_for_every_entry(searcher: Searcher) -> None:
    found = timeline(searcher, QUESTION, Filters(bodies=(PANEL,)))
    assert [one.place.meeting.body.value for one in (*found.entries, *found.undated)] == [PANEL]


def test_no_more_than_asked_for_are_shown(searcher: Searcher) -> None:
    found = timeline(searcher, QUESTION, Filters(), 2)
    assert len(found.entries) + len(found.undated) == 2


@pytest.mark.parametrize("question", ["mermaids in the harbour", "cheap flights to Tenerife", "Withy Lane monorail"])
def test_of_what_no_minutes_say_there_is_no_timeline(searcher: Searcher, question: str) -> None:
    found = timeline(searcher, question, Filters())
    assert (found.entries, found.undated, found.gaps, found.label) == ((), (), (), Label.NOTHING_FOUND)
    assert found.coverage.meetings > 0


def test_a_question_without_words_is_refused(searcher: Searcher) -> None:
    with pytest.raises(EmptyQueryError):
        timeline(searcher, "?", Filters())


@given(st.lists(st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)), max_size=12))
def test_gaps_lie_between_days_that_follow_each_other_and_every_year_without_an_entry_is_one(days: list[dt.date]) -> None:
    ordered = sorted(days)
    gaps = gaps_between(ordered)
    steps = list(pairwise(dict.fromkeys(ordered)))
    assert {(gap.since, gap.until) for gap in gaps} <= set(steps)
    assert {step for step in steps if (step[1] - step[0]).days > A_YEAR} <= {(gap.since, gap.until) for gap in gaps}


def test_a_stretch_of_three_usual_intervals_is_a_gap_and_a_little_less_is_none() -> None:
    monthly = [dt.date(2021, 1, 1) + dt.timedelta(days=30 * month) for month in range(5)]
    assert gaps_between([*monthly, monthly[-1] + dt.timedelta(days=90)]) == ()
    (gap,) = gaps_between([*monthly, monthly[-1] + dt.timedelta(days=91)])
    assert (gap.since, gap.until) == (monthly[-1], monthly[-1] + dt.timedelta(days=91))


def test_the_timeline_goes_over_the_wire_with_its_gaps_and_what_was_looked_at(searcher: Searcher) -> None:
    assert searcher.archive.manifest.counts.documents == 8
    with TestClient(create_app(AppSettings(ArchiveSettings(address=ADDRESS)))) as client:
        reply = client.get("/v1/timeline", params={"q": QUESTION})
        nothing = client.get("/v1/timeline", params={"q": "mermaids in the harbour"})
        refused = client.get("/v1/timeline", params={"q": QUESTION, "until": "2020-01-01", "since": "2021-01-01"})
    found = TimelineOut.model_validate_json(reply.content)
    assert [one.head.date_origin for one in found.entries] == ["file name"] * 4
    assert reply.json()["gaps"] == [
        {"from": "2021-09-01", "until": "2023-11-08", "label": SENTENCES[Label.NOTHING_BETWEEN]},
    ]
    assert (found.label, found.coverage.latest) == (None, dt.date(2023, 11, 8))
    assert TimelineOut.model_validate_json(nothing.content).label == SENTENCES[Label.NOTHING_FOUND]
    assert refused.status_code == 400


def test_what_is_asked_for_word_for_word_is_held_by_every_entry(searcher: Searcher) -> None:
    found = timeline(searcher, '"skate park" -steel', Filters())
    texts = [one.passage.text if one.passage else one.decisions[0].citation.text for one in (*found.entries, *found.undated)]
    assert texts
    assert all("skate park" in text.casefold() for text in texts)
    assert dt.date(2023, 11, 8) not in [one.place.meeting.date.value for one in found.entries]


def test_the_same_question_gives_the_same_timeline(searcher: Searcher) -> None:
    assert timeline(searcher, QUESTION, Filters()) == timeline(searcher, QUESTION, Filters())


def test_every_quotation_is_a_slice_of_its_page(searcher: Searcher) -> None:
    found = timeline(searcher, QUESTION, Filters())
    for entry in (*found.entries, *found.undated):
        cited = [one.citation for one in entry.decisions] + ([entry.passage] if entry.passage else [])
        assert cited
        for piece in (piece for citation in cited for piece in citation.pieces):
            pages = searcher.archive.catalogue.pages([(piece.span.document_id, piece.span.page)])
            assert pages[piece.span.document_id, piece.span.page].quote(piece.span) == piece.text
