from __future__ import annotations

from datetime import date

import pytest

from search_api.schemas import ForceName
from search_api.schemas import OutcomeName
from search_api.schemas import TallyOut
from tests.ui.web import canned
from ui.web import wording


def test_a_date_is_written_the_british_way_or_said_to_be_missing() -> None:
    assert wording.day(date(2020, 9, 2)) == "2 September 2020"
    assert wording.day(None) == "date not stated"


def test_a_tally_leaves_out_what_is_not_printed() -> None:
    assert wording.tally(TallyOut(in_favour=8, against=2, abstained=None)) == "8 for, 2 against"
    assert wording.tally(TallyOut(in_favour=5, against=None, abstained=1)) == "5 for, 1 abstained"
    assert wording.tally(TallyOut(in_favour=0, against=0, abstained=0)) == "0 for, 0 against, 0 abstained"


def test_a_vote_that_is_not_printed_has_no_words() -> None:
    assert wording.vote(canned.decision("to agree.")) is None
    assert wording.vote(canned.decision("to agree.", unanimous=True)) == "unanimous"
    tied = TallyOut(in_favour=5, against=5, abstained=None)
    assert wording.vote(canned.decision("to agree.", tally=tied, casting=True)) == "5 for, 5 against, on a casting vote"


@pytest.mark.parametrize("force", ["noted", "endorsed", "recommended", "referred", "delegated", "refused"])
def test_a_verb_weaker_than_agreeing_is_always_told(force: ForceName) -> None:
    assert wording.force(canned.decision("the report.", force=force)) == force


def test_the_verb_of_a_lost_motion_is_not_told_since_nothing_came_of_it() -> None:
    assert wording.force(canned.decision("the report.", "lost", force="noted")) is None


def test_who_moved_is_told_where_printed_and_said_to_be_missing_only_where_asked_or_half_known() -> None:
    silent = canned.decision("that it be agreed.")
    assert wording.movers(silent, asked=False) is None
    assert wording.movers(silent, asked=True) == "Mover not stated; seconder not stated."
    half = canned.decision("that it be agreed.", mover="Councillor Crake")
    assert wording.movers(half, asked=False) == "Moved by Councillor Crake; seconder not stated."


def test_only_who_states_a_fact_outside_the_minutes_is_told() -> None:
    assert wording.origin("printed") is None
    assert wording.origin("not stated") is None
    assert wording.origin("file name") == "from the name of the file"


def test_a_title_has_its_number_once() -> None:
    assert wording.title(canned.head(number="21.", title="SHARED SERVICES")) == "21. SHARED SERVICES"
    assert wording.title(canned.head(number="21", title="21. SHARED SERVICES")) == "21. SHARED SERVICES"
    assert wording.title(canned.head(number="3", title="3G PITCHES")) == "3. 3G PITCHES"
    assert wording.title(canned.head(number=None, title="SHARED SERVICES")) == "SHARED SERVICES"
    assert wording.title(canned.head(number=None, title=None)) == "An item without a title"


def test_agenda_number_and_minute_number_are_told_apart() -> None:
    assert wording.numbered(canned.head(number="7", minute_number="71/19")) == "item 7, minute 71/19"
    assert not wording.numbered(canned.head(number=None, minute_number=None))


def test_what_was_looked_at_is_one_sentence() -> None:
    assert (
        wording.coverage(canned.COVERAGE)
        == "31 meetings of 3 bodies, from 11 June 2019 to 12 December 2023 (2 without a stated date)"
    )
    nothing = canned.COVERAGE.model_copy(
        update={"meetings": 1, "bodies": ["Cabinet"], "earliest": None, "latest": None, "undated": 0}
    )
    assert wording.coverage(nothing) == "1 meeting of 1 body"


@pytest.mark.parametrize("outcome", ["carried", "lost", "withdrawn", "deferred", "not_put", "unclear"])
def test_every_outcome_has_a_word_a_sign_and_a_name_in_the_filters(outcome: OutcomeName) -> None:
    verdict = wording.VERDICTS[outcome]
    assert verdict.word.isupper()
    assert verdict.sign
    assert wording.filter_value("outcome", outcome) in wording.OUTCOMES.values()


def test_no_two_outcomes_share_a_word_or_a_sign() -> None:
    assert len({verdict.word for verdict in wording.VERDICTS.values()}) == len(wording.VERDICTS)
    assert len({verdict.sign for verdict in wording.VERDICTS.values()}) == len(wording.VERDICTS)


def test_a_time_that_is_no_time_is_shown_as_it_came() -> None:
    assert wording.moment("2026-11-21T22:10:00Z") == "21 November 2026"
    assert wording.moment("lately") == "lately"


def test_names_are_listed_as_people_write_them() -> None:
    assert [wording.listing(names) for names in (["a"], ["a", "b"], ["a", "b", "c"], [])] == ["a", "a and b", "a, b and c", ""]
