from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.passages import Filters
from index.records import Outcome
from index.sources import DocumentKind
from search_api.errors import DateRangeError
from search_api.errors import EmptyQueryError
from search_api.errors import ExcludedOperatorError
from search_api.errors import QuestionError
from search_api.errors import UnknownValueError
from search_api.errors import UnreadableDateError
from search_api.operators import TermKind
from search_api.operators import held_filters
from search_api.operators import read_terms
from search_api.query import Exact
from search_api.query import parse_query
from search_api.search import Searcher

PIECES = st.sampled_from(
    [
        '"',
        "-",
        "OR",
        "or",
        "body:",
        "by:",
        "date:",
        "2015",
        "..",
        "2017-05",
        "bridge",
        "the",
        "71/19",
        " ",
        ":",
        "“",
        "outcome:",
        "lost",
    ]
)


def printed(found: tuple[Exact, ...]) -> list[str]:
    return [exact.printed for exact in found]


def test_a_minus_directly_before_a_word_or_a_phrase_excludes_it() -> None:
    query = parse_query('bridge -toll, -"the old harbour"')
    assert query.text == "bridge"
    assert printed(query.excluded) == ["toll", "the old harbour"]
    assert query.phrases == ()


@pytest.mark.parametrize(
    "typed", ["pages 15-20", "a co-option", "harbour - bridge", "harbour -15", "the bridge -and the toll", "a--b"]
)
def test_a_minus_anywhere_else_is_text(typed: str) -> None:
    query = parse_query(typed)
    assert (query.text, query.excluded) == (typed, ())


def test_words_and_phrases_joined_by_or_are_alternatives_and_still_count_as_words() -> None:
    query = parse_query('cost of the pool OR (baths) OR "swimming lake" and the lido OR beach')
    assert [printed(group) for group in query.alternatives] == [["pool", "baths", "swimming lake"], ["lido", "beach"]]
    assert query.phrases == ()
    assert query.text == 'cost of the pool (baths) "swimming lake" and the lido beach'
    assert {"pool", "bath", "swim", "lake", "beach"} <= set(query.tokens)


@pytest.mark.parametrize("typed", ["pool or baths", "OR pool", "pool OR", "pool OR OR baths", "pool OR -baths", "pool OR body:x"])
def test_an_or_that_joins_no_two_words_makes_no_alternatives(typed: str) -> None:
    assert parse_query(typed).alternatives == ()


def test_every_operator_says_what_is_asked_and_none_is_a_word_of_the_question() -> None:
    query = parse_query(
        'speed BODY:"Full Council" council:larkmere by:"Cllr Keary" outcome:Lost kind:minutes 2015-06..2016-01-31 limit'
    )
    assert query.text == "speed limit"
    assert query.asked == Filters(
        councils=("larkmere",),
        bodies=("Full Council",),
        since=dt.date(2015, 6, 1),
        until=dt.date(2016, 1, 31),
        kinds=(DocumentKind.MINUTES,),
        outcomes=(Outcome.LOST,),
        people=("Cllr Keary",),
    )


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("date:2017", dt.date(2017, 1, 1), dt.date(2017, 12, 31)),
        ("date:2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("date:2017-05-29?", dt.date(2017, 5, 29), dt.date(2017, 5, 29)),
        ("2015..2018", dt.date(2015, 1, 1), dt.date(2018, 12, 31)),
        ("..2018", None, dt.date(2018, 12, 31)),
        ("2018-03..", dt.date(2018, 3, 1), None),
        ("2015.. date:2015-04", dt.date(2015, 4, 1), dt.date(2015, 4, 30)),
    ],
)
def test_a_date_is_a_year_a_month_a_day_or_a_range(typed: str, since: dt.date | None, until: dt.date | None) -> None:
    asked = parse_query(f"bridge {typed}").asked
    assert (asked.since, asked.until) == (since, until)


@pytest.mark.parametrize(
    "typed", ["at 10:30", "foo:bar", "http://a.ie", "Re: body: x", "and so on... 2015...", "the antibody:x", "a..b"]
)
def test_colons_and_dots_that_mean_nothing_are_text(typed: str) -> None:
    query = parse_query(typed)
    assert (query.text, query.asked) == (typed, Filters())


@pytest.mark.parametrize(
    ("typed", "refusal", "sentence"),
    [
        ("x date:2017-13", UnreadableDateError, "'2017-13' is no date: write 2017, 2017-05"),
        ("x date:soon", UnreadableDateError, "'soon' is no date"),
        ("x 2015-02-30..", UnreadableDateError, "is no date"),
        ("x 2018..2015", DateRangeError, "since must not come after until"),
        ("x date:2015 date:2016", DateRangeError, "no day lies between"),
        ("x outcome:foo", UnknownValueError, "no outcome 'foo': try carried or lost"),
        ("x kind:letter", UnknownValueError, "no kind 'letter': try minutes"),
        ("x -body:cabinet", ExcludedOperatorError, "cannot be excluded"),
        ("body:cabinet 2015..", EmptyQueryError, "operators and no word beside them"),
        ("-bridge", EmptyQueryError, "operators and no word beside them"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(typed: str, refusal: type[QuestionError], sentence: str) -> None:
    with pytest.raises(refusal, match=sentence):
        parse_query(typed)


def test_a_phrase_beside_operators_is_enough() -> None:
    assert parse_query('body:cabinet "chief executive"').exact_only


def test_a_measure_in_inches_opens_no_phrase() -> None:
    assert parse_query('the 12" pipe and the 6" pipe').phrases == ()


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=12).map("".join), st.lists(PIECES, max_size=12).map(" ".join)))
def test_any_text_is_refused_by_name_or_a_query_that_holds_no_operator(typed: str) -> None:
    try:
        query = parse_query(typed)
    except QuestionError:
        return
    assert query.tokens
    left = read_terms(query.text)
    assert {term.kind for term in left} <= {TermKind.WORD, TermKind.PHRASE}
    assert parse_query(query.text).text == query.text
    assert all(exact.tokens for exact in (*query.exact, *query.excluded))
    assert all(query.alternatives)


def test_a_name_typed_in_part_means_every_name_that_holds_its_words(searcher: Searcher) -> None:
    held = searcher.coverage(Filters())
    assert held_filters(Filters(councils=("council",)), held).councils == held.councils
    assert held_filters(Filters(councils=("LARKMERE council",)), held).councils == ("Larkmere City Council",)
    assert held_filters(Filters(bodies=("shared joint",)), held).bodies == ("Shared Services Joint Committee",)
    assert held_filters(Filters(bodies=("parish council",)), held).bodies == ("Parish Council",)


def test_a_name_that_matches_nothing_is_refused_with_the_nearest_held(searcher: Searcher) -> None:
    with pytest.raises(UnknownValueError, match="no council 'Larkmore City': try Larkmere City Council") as refusal:
        held_filters(Filters(councils=("Larkmore City",)), searcher.coverage(Filters()))
    assert "Stoke Parish Council" in (refusal.value.allowed or ())
