from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages import Filters
from search_api.errors import DateRangeError
from search_api.errors import EmptyQueryError
from search_api.errors import QueryTooLongError
from search_api.errors import QuestionError
from search_api.errors import UnknownValueError
from search_api.query import check_filters
from search_api.query import parse_query
from search_api.query import read_query
from search_api.search import Searcher


def test_a_question_is_its_content_words_stemmed_and_folded() -> None:
    query = parse_query("  What was   decided on the Shared Chief Executive? ")
    assert query.text == "What was decided on the Shared Chief Executive?"
    assert query.tokens == ("decid", "share", "chief", "execut")
    assert query.exact == ()


@pytest.mark.parametrize("typed", ['the "chief executive" post', "the “chief executive” post", "the „chief executive“ post"])
def test_a_phrase_may_stand_in_straight_or_curly_quotes(typed: str) -> None:
    (phrase,) = parse_query(typed).phrases
    assert (phrase.printed, phrase.tokens) == ("chief executive", ("chief", "execut"))


def test_a_quotation_mark_without_its_fellow_is_punctuation() -> None:
    assert parse_query('the 12" pipe').phrases == ()


@pytest.mark.parametrize("reference", ["71/19", "07/00328/F", "P.P.S. 2017/A", "C048/23", "c048/23", "12/AP/3456"])
def test_a_reference_number_must_be_found_as_it_stands(reference: str) -> None:
    query = parse_query(f"what became of {reference}?")
    assert [exact.printed for exact in query.references] == [reference]
    assert not query.exact_only
    assert parse_query(reference).exact_only


@pytest.mark.parametrize("ordinary", ["2020/21", "2020/2021", "02/09/2020", "and/or", "24/7", "1/2", "15km/h", "covid-19"])
def test_a_year_a_date_or_a_speed_is_no_reference_number(ordinary: str) -> None:
    assert parse_query(f"spending in {ordinary}").references == ()


def test_a_reference_inside_a_phrase_is_asked_for_once() -> None:
    query = parse_query('"minute 71/19"')
    assert [exact.printed for exact in query.exact] == ["minute 71/19"]


def test_too_many_characters_are_refused_with_the_limit() -> None:
    with pytest.raises(QueryTooLongError, match="501 characters, at most 500"):
        parse_query("a" * 501)


def test_too_many_words_are_refused_with_the_limit() -> None:
    assert len(parse_query("bridge " * 32).tokens) == 1
    with pytest.raises(QueryTooLongError, match="33 words, at most 32"):
        parse_query("bridge " * 33)


def test_a_collection_may_ask_longer_questions_than_a_person() -> None:
    assert read_query("bridge " * 200).tokens == ("bridg",)


@pytest.mark.parametrize("typed", ["", "   ", "?", '""', "“”", "()[]{}", "\x00", "\udc80"])
def test_a_question_without_a_word_is_refused(typed: str) -> None:
    with pytest.raises(EmptyQueryError, match="holds no word"):
        parse_query(typed)


@given(st.text(max_size=600))
def test_any_text_is_either_a_query_or_refused_by_name(typed: str) -> None:
    try:
        query = parse_query(typed)
    except QuestionError:
        return
    assert query.tokens
    assert parse_query(query.text).text == query.text
    query.text.encode()


def test_a_filter_that_names_nothing_held_is_refused_with_what_is_held(searcher: Searcher) -> None:
    with pytest.raises(UnknownValueError, match="no council 'Larkmere'") as refusal:
        check_filters(searcher.archive, Filters(councils=("Larkmere",)))
    assert refusal.value.allowed == ("Chorlmere Council", "Larkmere City Council", "Stoke Parish Council")
    with pytest.raises(UnknownValueError, match="no body"):
        check_filters(searcher.archive, Filters(bodies=("Cabinet",)))


def test_a_range_that_ends_before_it_begins_is_refused(searcher: Searcher) -> None:
    day = dt.date(2021, 3, 15)
    assert check_filters(searcher.archive, Filters(since=day, until=day)) == Filters(since=day, until=day)
    with pytest.raises(DateRangeError, match="since must not come after until"):
        check_filters(searcher.archive, Filters(since=day, until=dt.date(2020, 1, 1)))
