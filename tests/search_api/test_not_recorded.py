"""Which details asked for are not printed?"""

from __future__ import annotations

import pytest

from search_api.kinds import Detail
from search_api.kinds import details_of
from search_api.kinds import kind_of
from search_api.not_recorded import missing_details
from search_api.query import parse_query


def missing(question: str, item_text: str) -> tuple[Detail, ...]:
    query = parse_query(question)
    return missing_details(query, details_of(query, kind_of(query)), (), item_text)


def test_things_that_are_counted_and_not_listed_are_missing() -> None:
    text = "The Committee noted there were three models under consideration for the service; officers would report in May."
    assert missing("which three models were considered for the service?", text) == (Detail.LIST,)


@pytest.mark.parametrize(
    "text",
    [
        "There were three models under consideration: a joint team, a company, and a lead council.",
        "The three models, a joint team, a company and a lead council, were compared.",
        "Three models were compared:\n- a joint team\n- a company\n- a lead council",
        "The models were compared.",
    ],
)
def test_things_that_are_listed_or_not_counted_are_not_missing(text: str) -> None:
    assert missing("which three models were considered for the service?", text) == ()


def test_members_are_councillors_when_they_are_counted() -> None:
    assert missing("which three councillors went with the mayor to Oslo", "A visit by the Mayor and 3 Members to Oslo.") == (
        Detail.LIST,
    )


def test_reasons_that_were_outlined_for_this_are_missing_and_for_something_else_are_not() -> None:
    text = "The Leader outlined the reasons for not joining the county's legal service. The roof was leaking."
    assert missing("why did the council not join the county's legal service", text) == (Detail.REASONS,)
    assert missing("why was the library roof closed off in June", text) == ()


@pytest.mark.parametrize(
    "text", ["12. Car park\nThe site was discussed on 4 May 2021 with the dentist.", "(b) Nothing was costed."]
)
def test_a_figure_is_missing_where_none_is_printed_but_numbers_of_items_and_dates(text: str) -> None:
    assert missing("how many cars would the car park hold", text) == (Detail.FIGURE,)


@pytest.mark.parametrize("text", ["It would hold forty, or 40, cars.", "At a cost of £5.", "About a hundred cars.", "Two cars."])
def test_a_figure_that_may_be_the_one_asked_for_is_not_missing(text: str) -> None:
    assert missing("how many cars would the car park hold", text) == ()


@pytest.mark.parametrize("text", ["The annual cost was highlighted to 40 members.", "4. Two quotes were received for 3 trees."])
def test_where_money_is_asked_for_other_figures_are_not_what_is_asked(text: str) -> None:
    assert missing("how much did the cameras cost", text) == (Detail.FIGURE,)
    assert missing("what was the lowest quote for the cameras", text) == (Detail.FIGURE,)


@pytest.mark.parametrize("text", ["It cost £5.", "At 40 pence each.", "A sum of 1,200 a year.", "Cameras 456.00", "They are free."])
def test_money_is_printed_in_many_ways(text: str) -> None:
    assert missing("how much did the cameras cost", text) == ()


def test_a_figure_that_another_passage_quoted_prints_is_not_missing() -> None:
    query = parse_query("how many cars would the car park hold")
    assert missing_details(query, (Detail.FIGURE,), (), "Nothing was costed.", ["It would hold 40."]) == ()
