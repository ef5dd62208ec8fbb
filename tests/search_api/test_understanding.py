from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages import Filters
from index.ports import Coverage
from search_api.chips import Chip
from search_api.chips import ChipKind
from search_api.chips import Polite
from search_api.search import Searcher
from search_api.understanding import understand

TODAY = dt.date(2021, 11, 22)
HELD_COUNCILS = (
    "Ayton Community Council",
    "Limerick City & County Council",
    "Limenck City and County Council",
    "Stoke Ferry Parish Council",
)
HELD_BODIES = (
    "Cabinet",
    "Joint Policing Committee",
    "Limerick City & County Council",
    "Municipal District of Newcastle West",
    "Municipal District of Newcastle West Joint Policing Sub-Committee",
    "Overview and Scrutiny Committee",
    "Planning Committee",
    "Stoke Ferry Parish Council",
    "Travel & Transportation Strategic Policy Committee",
)
SLIPS = {"Limenck City and County Council"}


def held(filters: Filters) -> Coverage:
    """What an archive of many names says it holds: 100 meetings under each name, one under a slip of OCR, all stated."""
    names = (*filters.councils, *filters.bodies)
    meetings = 1 if names and set(names) <= SLIPS else 100
    latest = dt.date(2021, 5, 17) if "Planning Committee" in names else dt.date(2021, 9, 6)
    return Coverage(meetings, 0, HELD_BODIES, HELD_COUNCILS, dt.date(2001, 3, 5), latest)


def dates(question: str) -> Sequence[Chip]:
    return [chip for chip in understand(question, held, TODAY).chips if chip.kind is ChipKind.DATE]


def names(question: str) -> Sequence[tuple[str, tuple[str, ...], bool]]:
    chips = [chip for chip in understand(question, held, TODAY).chips if chip.kind is not ChipKind.DATE]
    return [(chip.words, chip.filters.bodies or chip.filters.councils, chip.firm) for chip in chips]


def day(written: str | None) -> dt.date | None:
    return dt.date.fromisoformat(written) if written else None


@pytest.mark.parametrize(
    ("asked", "since", "until"),
    [
        ("in 2017", "2017-01-01", "2017-12-31"),
        ("during 2017", "2017-01-01", "2017-12-31"),
        ("in Sept 2014", "2014-09-01", "2014-09-30"),
        ("24 May 2021", "2021-05-24", "2021-05-24"),
        ("24th of May, 2021", "2021-05-24", "2021-05-24"),
        ("May 24 2021", "2021-05-24", "2021-05-24"),
        ("24/05/2021", "2021-05-24", "2021-05-24"),
        ("2021-05-24", "2021-05-24", "2021-05-24"),
        ("24-26 May 2021", "2021-05-24", "2021-05-26"),
        ("since 2019", "2019-01-01", None),
        ("since 2019-05", "2019-05-01", None),
        ("before 2015", None, "2014-12-31"),
        ("before the end of 2018", None, "2018-12-31"),
        ("after June 2016", "2016-07-01", None),
        ("until 2014", None, "2014-12-31"),
        ("between 2015 and June 2018", "2015-01-01", "2018-06-30"),
    ],
)
def test_words_that_surely_say_when_they_met_are_firm(asked: str, since: str | None, until: str | None) -> None:
    question = f"bus shelters {asked}, who voted?"
    (chip,) = dates(question)
    assert (chip.filters, chip.firm) == (Filters(since=day(since), until=day(until)), True)
    assert question[chip.start : chip.end] == chip.words == asked


@pytest.mark.parametrize(
    ("asked", "since", "until"),
    [
        ("budget 2019", "2019-01-01", "2019-12-31"),
        ("tax for 2019", "2019-01-01", "2019-12-31"),
        ("bins (2019)", "2019-01-01", "2019-12-31"),
        ("July 2015 vote", "2015-07-01", "2015-07-31"),
        ("rates each year 2015 to 2020", "2015-01-01", "2020-12-31"),
        ("rent in 2013 & 2014", "2013-01-01", "2014-12-31"),
        ("precept 2011/12", "2011-01-01", "2012-12-31"),
        ("plan 2020-2021", "2020-01-01", "2021-12-31"),
        ("autumn 2012 pitch", "2012-09-01", "2012-11-30"),
        ("winter 2013", "2013-12-01", "2014-02-28"),
        ("from autumn 2018 to the end of 2019", "2018-09-01", "2019-12-31"),
        ("rules from April 2017", "2017-04-01", None),
        ("how much was seized in 2019", "2019-01-01", "2019-12-31"),
        ("the hall built in 2010", "2010-01-01", "2010-12-31"),
        ("the letter dated 24 May 2021", "2021-05-24", "2021-05-24"),
        ("grants last year", "2020-01-01", "2020-12-31"),
        ("grants last month", "2021-10-01", "2021-10-31"),
    ],
)
def test_words_that_may_be_the_subject_are_only_offered(asked: str, since: str | None, until: str | None) -> None:
    found = understand(asked, lambda _: Coverage(9, 0, (), (), dt.date(2001, 3, 5), dt.date(2021, 11, 1)), TODAY).chips
    assert [(chip.filters, chip.firm) for chip in found] == [(Filters(since=day(since), until=day(until)), False)]


@pytest.mark.parametrize(
    "asked",
    [
        "2020 Main Street",
        "£2019 for the hall",
        "€2,018 grant",
        "a petition of 2000 signatures",
        "Planning Act 2000",
        "at 2015 hours",
        "route 2010",
        "minute 71/19 and P.P.S. 2017/A",
        "the Larkmere 2030 plan",
        "we may 2 go",
        "flights in August",
        "the 1990s",
        '"in 2017" roads',
        "roads -2017",
        "24 May to 3 June",
        "done by 2018",
    ],
)
def test_figures_that_are_no_date_give_no_chip(asked: str) -> None:
    assert dates(asked) == []


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("roads since the 2019 election", "does not know when the 2019 election was; type a date, for instance since 2019-05."),
        ("roads since Brexit", "does not know when Brexit was; type a date, for instance since 2020-05."),
        ("roads after the merger", "does not know when the merger was"),
        ("roads since the election in 2019", "does not know when the election in 2019 was"),
        ("roads after the 2014 floods", "does not know when the 2014 floods were"),
        ("roads on 31/02/2021", "There is no day 31/02/2021"),
        ("final in 1973", "holds no meeting in 1973: its meetings run from 5 March 2001 to 6 September 2021."),
    ],
)
def test_what_the_archive_cannot_know_is_refused_in_a_sentence_and_gives_no_chip(asked: str, sentence: str) -> None:
    understood = understand(asked, held, TODAY)
    assert understood.chips == ()
    assert [sentence in refusal.sentence for refusal in understood.refusals] == [True]
    assert asked[understood.refusals[0].start : understood.refusals[0].end] == understood.refusals[0].words


def test_dates_that_leave_no_day_open_together_are_only_offered() -> None:
    found = dates("in 2014 they agreed and in 2019 they did not")
    assert [chip.firm for chip in found] == [False, False]


def test_the_last_meeting_is_the_newest_of_the_body_asked_for() -> None:
    (chip,) = dates("what did the last planning committee meeting decide?")
    assert (chip.label, chip.firm) == ("last meeting, 17 May 2021", True)
    assert chip.filters == Filters(bodies=("Planning Committee",), since=dt.date(2021, 5, 17), until=dt.date(2021, 5, 17))
    assert dates("what did the latest meeting decide?")[0].filters.since == dt.date(2021, 9, 6)


@pytest.mark.parametrize("asked", ["minutes of the last meeting", "last meeting with Irish Water", "since the last meeting"])
def test_a_last_meeting_that_is_spoken_of_gives_no_chip(asked: str) -> None:
    assert dates(asked) == []


@pytest.mark.parametrize(
    ("asked", "words", "meant"),
    [
        ("speed in Newcastle West district", "Newcastle West district", "Municipal District of Newcastle West"),
        ("did the district of Newcastle West agree", "district of Newcastle West", "Municipal District of Newcastle West"),
        ("did the joint policing committee back it", "joint policing committee", "Joint Policing Committee"),
        ("what did the cabinet say", "cabinet", "Cabinet"),
        ("planning committee vote", "planning committee", "Planning Committee"),
        ("by the transport policy committee", "transport policy committee", HELD_BODIES[-1]),
    ],
)
def test_a_body_said_with_its_kind_is_firm(asked: str, words: str, meant: str) -> None:
    assert names(asked) == [(words, (meant,), True)]


@pytest.mark.parametrize("asked", ["appointed to the planning committee", "a letter for the joint policing committee"])
def test_a_body_that_is_told_of_is_only_offered(asked: str) -> None:
    assert [firm for *_, firm in names(asked)] == [False]


@pytest.mark.parametrize(
    "asked",
    [
        "when did the planning committee stop meeting in public",
        "why was the joint policing committee abolished",
        "when did Newcastle West district become a district of its own",
    ],
)
def test_a_body_that_began_ended_or_changed_is_only_offered(asked: str) -> None:
    assert [firm for *_, firm in names(asked)] == [False]


@pytest.mark.parametrize(
    "asked", ["the committee", "a traffic cabinet", "the housing committee", "village green", '"planning committee"']
)
def test_words_that_tell_no_body_give_no_chip(asked: str) -> None:
    assert names(asked) == []


def test_a_council_said_before_its_body_is_a_chip_of_its_own() -> None:
    limerick, policing = names("Limerick joint policing committee")
    assert limerick == ("Limerick", HELD_COUNCILS[1:3], False)
    assert policing == ("joint policing committee", ("Joint Policing Committee",), True)


def test_a_full_council_is_the_body_that_is_the_council_itself() -> None:
    assert names("did the full council agree") == [("full council", (HELD_BODIES[2], HELD_BODIES[7]), True)]


def test_a_place_is_offered_and_a_place_with_its_parish_council_is_firm() -> None:
    assert names("lights in Ayton") == [("Ayton", ("Ayton Community Council",), False)]
    assert names("did Stoke Ferry parish council agree") == [("Stoke Ferry parish council", ("Stoke Ferry Parish Council",), True)]
    assert names("pool in Newcastle West") == [("Newcastle West", ("Municipal District of Newcastle West",), False)]


def test_a_rare_name_spelt_nearly_alike_is_a_slip_and_meant_too() -> None:
    assert names("mermaids in Limerick") == [("Limerick", HELD_COUNCILS[1:3], False)]


def test_names_are_not_firm_where_many_meetings_do_not_say_whose_they_are() -> None:
    def half_stated(filters: Filters) -> Coverage:
        return Coverage(50 if filters.councils else 100, 0, HELD_BODIES, HELD_COUNCILS, dt.date(2001, 3, 5), TODAY)

    (chip,) = understand("Ayton community council bins", half_stated, TODAY).chips
    assert not chip.firm
    assert [chip.firm for chip in understand("last Ayton meeting", half_stated, TODAY).chips] == [False, False]


def test_a_real_archive_is_asked_for_its_own_names_and_days(searcher: Searcher) -> None:
    understood = understand("what did the shared services joint committee agree in 2020", searcher.coverage, TODAY)
    assert [chip.label for chip in understood.chips] == ["Shared Services Joint Committee", "2020"]
    assert understand("Stoke, on 3 April", searcher.coverage, TODAY).chips[-1].label == "3 April 2019"
    assert understand("last meeting", searcher.coverage, TODAY).chips[0].filters.since == dt.date(2021, 5, 17)


@given(
    st.one_of(
        st.text(max_size=60),
        st.lists(
            st.sampled_from(["in", "2017", "to", "May", "24", "last", "meeting", "Ayton", "district", "/", "since", "of", "the"])
        ).map(" ".join),
    )
)
def test_any_words_give_chips_that_stand_where_they_say(typed: str) -> None:
    text = " ".join(typed.split())
    understood = understand(text, held, TODAY)
    read: list[Chip | Polite] = [*understood.chips, *understood.refusals]
    for found in read:
        assert found.words == text[found.start : found.end]
    asked = understood.filters
    assert not (asked.since and asked.until) or asked.since <= asked.until
