from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from index.embedding.hashing import HashingEmbedder
from index.passages import Chunk
from index.passages import ChunkKind
from index.passages import Filters
from index.sources import DocumentKind
from search_api.confidence import LEAST
from search_api.confidence import LEAST_PROMISE
from search_api.confidence import as_read_whole
from search_api.confidence import confidence_of
from search_api.confidence import promise_of
from search_api.features import Entrant
from search_api.features import Features
from search_api.features import beside_leaders
from search_api.found import Mode
from search_api.query import parse_query
from search_api.rerank import WEIGHTS
from search_api.rerank import ReciprocalRanks
from search_api.rerank import RecordReranker
from search_api.rerank import weighted
from search_api.search import Searcher
from search_api.settings import SearchSettings
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive


class _Noting(RecordReranker):
    """Keeps the features it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given: Mapping[str, Features] = {}

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        self.given = features
        return super().rerank(features)


@pytest.fixture
def noting(searcher: Searcher) -> tuple[Searcher, _Noting]:
    """A searcher and what its reranker is given."""
    reranker = _Noting()
    return Searcher(searcher.archive, searcher.embedder, searcher.settings, reranker), reranker


def _first(noting: tuple[Searcher, _Noting], question: str) -> Features:
    searcher, reranker = noting
    found = searcher.search(parse_query(question), Filters(), Mode.HYBRID, 50)
    return reranker.given[found.hits[0].place.item.id]


def test_every_weight_has_its_feature(noting: tuple[Searcher, _Noting]) -> None:
    assert WEIGHTS.keys() <= _first(noting, "harbour bridge").keys()


@pytest.mark.parametrize(
    ("title", "question", "share"),
    [
        ("Parish facilities. Lighting for the defibrillator", "defibrillator", 0.0),
        ("Lighting", "Overley", 1.0),
        ("Parish facilities. Lighting", "Overley", 1.0),
        ("Lighting", "2019", 1.0),
        (None, "Overley", 0.0),
    ],
)
def test_a_place_is_named_by_the_name_of_a_council_or_by_a_day_and_not_by_the_end_of_a_title(
    title: str | None, question: str, share: float
) -> None:
    minutes = Minutes("a.txt", (point("1", title, "It was lit."),), council="Overley", day=dt.date(2019, 5, 7))
    reranker = _Noting()
    archive = write_archive("memory:places", (minutes,), rebuild=True)
    searcher = Searcher(archive, HashingEmbedder(), SearchSettings(), reranker)
    assert _first((searcher, reranker), question)["named place"] == share


def test_words_that_stand_side_by_side_count_more_than_the_same_words_apart(noting: tuple[Searcher, _Noting]) -> None:
    assert _first(noting, "harbour bridge")["side by side"] == 1.0
    assert _first(noting, "bridge mermaids")["side by side"] == 0.0


def test_an_item_of_the_year_asked_for_is_told_from_the_others(noting: tuple[Searcher, _Noting]) -> None:
    searcher, reranker = noting
    found = searcher.search(parse_query("shared Chief Executive 2010"), Filters(), Mode.HYBRID, 50)
    dated = {hit.place.meeting.date.value: reranker.given[hit.place.item.id] for hit in found.hits}
    assert all(told["date"] == float(day is not None and day.year == 2010) for day, told in dated.items())


def test_a_question_that_names_no_date_tells_nothing_of_dates(noting: tuple[Searcher, _Noting]) -> None:
    told = _first(noting, "harbour bridge")
    assert (told["date"], told["month"]) == (0.0, 0.0)


def test_the_score_of_an_item_is_the_sum_of_its_features_times_their_weights() -> None:
    assert weighted({"a": 2.0, "b": -1.0}, {"a": 3.0, "b": 4.0, "c": 9.0}) == 2.0


def test_reciprocal_ranks_add_a_sixty_first_for_each_first_place() -> None:
    told = {"x": {"words": 2.0, "meaning": 2.0}, "y": {"words": 1.0, "meaning": 1.0}}
    assert ReciprocalRanks().rerank(told) == pytest.approx({"x": 2 / 61, "y": 2 / 62})


def test_two_keywords_that_stand_together_are_answered_and_two_of_which_one_stands_are_not(searcher: Searcher) -> None:
    assert not searcher.search(parse_query("harbour bridge"), Filters()).weak
    assert searcher.search(parse_query("harbour mermaids"), Filters()).weak


def test_more_of_the_question_found_is_never_less_sure() -> None:
    told = {
        "nearness": 0.3,
        "best passage": 0.6,
        "share": 0.5,
        "share of item": 0.5,
        "share as typed": 0.5,
        "telling words": 1.8,
        "names missing": 0.0,
        "named place": 0.0,
    }
    surer = {**told, "share": 0.9, "share of item": 0.9, "share as typed": 0.9}
    assert promise_of(told) < promise_of(surer)
    assert promise_of(told) < LEAST_PROMISE < promise_of(surer)


def test_words_that_are_met_make_it_surer_and_what_cannot_be_read_keeps_its_promise() -> None:
    shares = ("share", "share of item", "share as typed", "names missing", "named place")
    told = dict.fromkeys(("nearness", "best passage", *shares, "other council", "date"), 0.5) | {
        "telling words": 1.8,
        "decides nothing": 0.0,
        "numbers missing": 0.0,
        "like another": 0.7,
        "near another": 0.5,
    }
    assert confidence_of(told, 0.2) < LEAST < confidence_of(told, 0.9)
    assert confidence_of(told, None) == promise_of(told)


def test_what_is_read_of_a_passage_meets_a_little_less_than_all_of_it_would_and_never_more_than_everything() -> None:
    assert as_read_whole(None) is None
    assert 0.5 < (as_read_whole(0.5) or 0) < 0.6
    assert as_read_whole(0.99) == 1.0


def test_one_leg_alone_has_no_confidence_and_is_judged_by_its_own_evidence(searcher: Searcher) -> None:
    found = searcher.search(parse_query("harbour bridge"), Filters(), Mode.LEXICAL)
    assert found.confidence is None
    assert not found.weak


def test_the_same_question_gives_the_same_items_and_scores(searcher: Searcher) -> None:
    first, second = (searcher.search(parse_query("shared chief executive in 2010"), Filters()) for _ in range(2))
    assert [(hit.place.item.id, hit.score) for hit in first.hits] == [(hit.place.item.id, hit.score) for hit in second.hits]


def test_an_item_is_likened_to_the_others_that_come_first_and_never_to_itself(noting: tuple[Searcher, _Noting]) -> None:
    first = _first(noting, "shared chief executive")
    assert 0.0 < first["like another"] < 0.999
    assert all(0.0 <= told["near another"] <= 1.0 for told in noting[1].given.values())


def test_what_comes_alone_and_on_no_day_is_like_nothing() -> None:
    entrant = Entrant((Chunk(1, "d0-m1-i1", ChunkKind.PASSAGE, (), "Roads"),), ("road",), DocumentKind.MINUTES)
    (told,) = beside_leaders({"one": {}}, {"one": entrant}, ["one"], {"one": [1.0]}, lately=True).values()
    assert told == {"like another": 0.0, "near another": 0.0, "late": 0.0}


def test_an_item_of_the_same_days_as_another_leader_is_near_it_in_time_though_others_are_not() -> None:
    contexts = {"a": "Roads. 4 May 2021", "b": "Roads. 4 May 2021", "c": "Roads. 4 May 2001", "d": "Roads"}
    entrants = {
        one: Entrant((Chunk(at, one, ChunkKind.PASSAGE, (), context),), ("",), DocumentKind.MINUTES)
        for at, (one, context) in enumerate(contexts.items())
    }
    like = {"a": [1.0, 0.6], "b": [0.6, 1.0], "c": [0.2, 0.3], "d": [0.1, 0.0]}
    told = beside_leaders({one: {} for one in entrants}, entrants, ["a", "b"], like, lately=False)
    assert [told[one]["like another"] for one in "abcd"] == [0.6, 0.6, 0.3, 0.1]
    assert [round(told[one]["near another"], 3) for one in "abcd"] == [1.0, 1.0, 0.0, 0.0]


@pytest.mark.parametrize(("lately", "late"), [(True, [1.0, 0.368, 1.0, 0.0]), (False, [0.0, 0.0, 0.0, 0.0])])
def test_where_it_is_asked_how_a_matter_stands_later_items_tell(*, lately: bool, late: list[float]) -> None:
    contexts = {"a": "Roads. 4 May 2021", "b": "Roads. 4 May 2020", "c": "Roads. 4 May 2023", "d": "Roads"}
    entrants = {
        one: Entrant((Chunk(at, one, ChunkKind.PASSAGE, (), context),), ("",), DocumentKind.MINUTES)
        for at, (one, context) in enumerate(contexts.items())
    }
    told = beside_leaders({one: {} for one in entrants}, entrants, ["a", "b"], dict.fromkeys(entrants, (0.5, 0.5)), lately=lately)
    assert [round(told[one]["late"], 3) for one in "abcd"] == late


@pytest.mark.parametrize(("asked", "missed"), [("in 2009", 1.0), ("2010 to 2021", 0.0), ("since 2007", 0.0)])
def test_a_year_asked_for_is_missed_where_it_is_not_said_but_not_those_that_bound_more_than_a_year(
    asked: str, missed: float, noting: tuple[Searcher, _Noting]
) -> None:
    assert _first(noting, f"shared chief executive {asked}")["numbers missing"] == missed


def test_a_name_that_the_item_does_not_hold_is_told(noting: tuple[Searcher, _Noting]) -> None:
    assert _first(noting, "was the harbour bridge in Samarkand closed")["names missing"] == 1.0
    assert 0.0 < _first(noting, "was the Harbour bridge in Samarkand closed")["names missing"] < 1.0
    assert _first(noting, "was the harbour bridge closed")["names missing"] == 0.0
