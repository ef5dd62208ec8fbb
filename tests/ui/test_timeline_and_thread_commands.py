"""`minutebook timeline` and `minutebook thread` on the invented councils: for people, and for programs as the API has it."""

from __future__ import annotations

import pytest

from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.schemas_threads import ThreadOut
from search_api.schemas_threads import TimelineOut
from search_api.timeline import MOST
from tests.ui.conftest import Run
from ui.arguments import command_parser

QUESTION = "shared Chief Executive"


@pytest.fixture
def timeline(run: Run, sample: str) -> TimelineOut:
    return TimelineOut.model_validate_json(run("timeline", QUESTION, "--json", "--archive", sample).out)


def test_a_timeline_goes_from_the_first_meeting_to_the_last(timeline: TimelineOut) -> None:
    days = [one.head.date for one in timeline.entries if one.head.date]
    assert len(days) == len(timeline.entries) > 5
    assert days == sorted(days)
    assert {one.head.body for one in timeline.entries} >= {
        "Shared Services Joint Committee",
        "Cabinet",
        "Aldermere Borough Council",
    }


def test_a_motion_that_fell_stands_before_what_was_put_instead(timeline: TimelineOut) -> None:
    (phase_2,) = [one for one in timeline.entries if one.head.title == "Shared Services Phase 2: Business Case"]
    outcomes = [(one.label, one.outcome, one.printed_vote) for one in phase_2.decisions]
    assert ("d", "lost", "(2:8)") in outcomes
    assert any(outcome == "carried" for _, outcome, _ in outcomes[outcomes.index(("d", "lost", "(2:8)")) + 1 :])


def test_dates_say_who_states_them(timeline: TimelineOut) -> None:
    assert {one.head.date_origin for one in timeline.entries} >= {"printed", "sidecar"}


def test_people_see_the_gap_between_the_meetings_and_what_was_looked_at(run: Run, sample: str) -> None:
    shown = run("timeline", QUESTION, "--archive", sample).out
    assert f"... {SENTENCES[Label.NOTHING_BETWEEN]} 24 September 2019 to 15 September 2020" in shown
    assert "(date from sidecar)" in shown
    assert "Lost, vote (2:8): 2 for, 8 against; d: \u201cto agree none of the options" in shown
    assert shown.splitlines()[-1].startswith("Looked at: 39 meetings of 12 named bodies, from 6 March 2019")


def test_a_filter_and_a_number_hold(run: Run, sample: str) -> None:
    found = TimelineOut.model_validate_json(
        run("timeline", QUESTION, "--since", "2021-01-01", "-k", "3", "--json", "--archive", sample).out
    )
    assert len(found.entries) == 3
    assert all(one.head.date and one.head.date.year >= 2021 for one in found.entries)


def test_the_command_line_shows_as_many_as_the_api(timeline: TimelineOut) -> None:
    assert command_parser().parse_args(["timeline", QUESTION]).top_k == MOST >= len(timeline.entries) + len(timeline.undated)


def test_nothing_on_the_matter_is_an_answer(run: Run, sample: str) -> None:
    ended = run("timeline", "mermaids and dragons", "--archive", sample)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(SENTENCES[Label.NOTHING_FOUND])


def test_a_thread_shows_the_words_of_every_link(run: Run, sample: str, timeline: TimelineOut) -> None:
    (review,) = [
        one for one in timeline.entries if one.head.title == "REVIEW OF THE SHARED CHIEF EXECUTIVE" and one.head.number == "15"
    ]
    found = ThreadOut.model_validate_json(run("thread", review.head.item_id, "--json", "--archive", sample).out)
    shown = run("thread", review.head.item_id, "--archive", sample).out
    assert found.links
    for link in found.links:
        assert f"{link.kind} (confidence {link.confidence:.2f}): " in shown
        assert all(" ".join(piece.text.split()) in shown for piece in link.evidence.quotation)
    assert any(link.kind == "same title" and link.head.body == "Overview and Scrutiny Committee" for link in found.links)


def test_an_item_that_is_not_held_is_one_sentence(run: Run, sample: str) -> None:
    ended = run("thread", "d0000000000000-m1-i01", "--archive", sample)
    assert (ended.code, ended.out) == (1, "")
    assert "agenda item" in ended.err
