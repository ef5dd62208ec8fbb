"""Every way of searching is tried on the invented minutes of conftest.py, in memory and on disk."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from index.passages import Filters
from search_api.evaluation.ablation import LEGS
from search_api.evaluation.ablation import PARTS
from search_api.evaluation.ablation import Search
from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import Place
from search_api.evaluation.rankings import Ranked
from search_api.evaluation.rankings import gains_table
from search_api.evaluation.rankings import rank_questions
from search_api.evaluation.rankings import ways_table
from search_api.evaluation.run import RESULTS
from search_api.features import Features
from search_api.found import Found
from search_api.found import Mode
from search_api.query import Query
from search_api.query import parse_query
from search_api.search import Searcher

BRIDGE = GoldQuestion(
    "q1",
    "decision",
    "harbour bridge painted",
    answerable=True,
    places=(Place("larkmere/2021-05-17 Minutes.txt", "That the harbour bridge be painted"),),
)
MILL = GoldQuestion(
    "q2", "exact", "minute 72/19", answerable=True, places=(Place("stoke/71-19.txt", "the extension at 19 Mill Lane"),)
)
ENDLESS = GoldQuestion("q3", "decision", "why " * 40, answerable=True, places=BRIDGE.places)
JUNK = GoldQuestion("q4", "junk", "best pizza", answerable=False)
REFERENCE = parse_query("what is said of Mill Lane in minute 71/19?")


def unseen(_done: int, _total: int) -> None:
    """Watch nothing."""


def found(searcher: Searcher, name: str, query: Query = REFERENCE) -> list[tuple[str, float]]:
    """The items and their scores that a part or leg finds."""
    return [(hit.place.item.id, hit.score) for hit in {**LEGS, **PARTS}[name](searcher)(query).hits]


def plain(searcher: Searcher, mode: Mode) -> list[tuple[str, float]]:
    return [(hit.place.item.id, hit.score) for hit in searcher.search(REFERENCE, Filters(), mode, RESULTS).hits]


def test_the_whole_is_the_search_that_people_use(searcher: Searcher) -> None:
    assert found(searcher, "whole") == found(searcher, "hybrid") == plain(searcher, Mode.HYBRID)


def test_without_one_leg_the_other_searches_alone(searcher: Searcher) -> None:
    assert found(searcher, "no lexical leg") == found(searcher, "dense") == plain(searcher, Mode.DENSE)
    assert found(searcher, "no dense leg") == found(searcher, "lexical") == plain(searcher, Mode.LEXICAL)


def test_legs_weighted_alike_find_the_same_items_with_other_scores_and_leave_the_searcher_as_it_was(searcher: Searcher) -> None:
    before = found(searcher, "no features, scores fused")
    changed = found(searcher, "no features, legs weighted alike")
    assert {item for item, _ in changed} == {item for item, _ in before}
    assert changed != before
    assert found(searcher, "no features, scores fused") == before


def test_a_part_is_left_out_of_the_searcher_at_hand_whatever_else_that_was_given(searcher: Searcher) -> None:
    """A Searcher made anew would search without the reranker that the one at hand was given."""
    turned = Searcher(searcher.archive, searcher.embedder, searcher.settings, Backwards())
    assert found(turned, "nothing exact first")[0] != found(searcher, "nothing exact first")[0]


class Backwards:
    """Turns the order of the legs round."""

    def rerank(self, features: Mapping[str, Features]) -> Mapping[str, float]:
        return {item_id: -told["fused"] for item_id, told in features.items()}


def test_without_exact_matches_first_a_reference_is_like_any_other_word(searcher: Searcher) -> None:
    query = parse_query('"Castle Street" bridge harbour painted lit deferred thanks')
    exact = found(searcher, "whole", query)
    loose = found(searcher, "nothing exact first", query)
    assert exact[0][0] != loose[0][0]


def test_every_judged_question_goes_to_every_search_and_the_turns_change(searcher: Searcher) -> None:
    """The other questions have no judged place: there is no rank to measure."""
    asked: list[str] = []

    def noting(name: str) -> Search:
        def search(query: Query) -> Found:
            asked.append(name)
            return Found(query, Filters(), Mode.HYBRID, (), 0)

        return search

    told: list[tuple[int, int]] = []
    questions = [BRIDGE, JUNK, MILL]
    searches = {"a": noting("a"), "b": noting("b")}
    ranked = rank_questions(questions, searches, searcher.archive.catalogue, lambda done, total: told.append((done, total)))
    assert asked == ["a", "b", "b", "a"]
    assert told == [(1, 2), (2, 2)]
    assert {name: list(one.scores) for name, one in ranked.items()} == {"a": ["q1", "q2"], "b": ["q1", "q2"]}


def test_a_question_that_is_too_long_is_a_ranking_without_items(searcher: Searcher) -> None:
    ranked = rank_questions([BRIDGE, ENDLESS], {"hybrid": LEGS["hybrid"](searcher)}, searcher.archive.catalogue, unseen)
    assert {name: scores["recall@10"] for name, scores in ranked["hybrid"].scores.items()} == {"q1": 1.0, "q3": 0.0}


def test_the_table_has_means_and_times_of_all_questions_and_of_some_apart() -> None:
    ranked = {
        "hybrid": Ranked({"q1": scores(1.0), "q2": scores(0.5)}, {"q1": 10.0, "q2": 20.0}),
        "lexical": Ranked({"q1": scores(0.5), "q2": scores(0.5)}, {"q1": 2.0, "q2": 4.0}),
    }
    groups = {"exact": ["q2"]}
    table = ways_table(ranked, groups)
    assert list(table) == ["hybrid", "lexical", "hybrid, exact", "lexical, exact"]
    assert table["hybrid"]["questions"] == 2
    assert table["hybrid"]["nDCG@10"] == pytest.approx((1.0 + 0.5) / 2)
    assert table["lexical"]["p50 ms"] == pytest.approx((2 + 4) / 2)
    assert table["lexical, exact"]["p50 ms"] == 4.0
    gained = gains_table(ranked, groups)
    assert gained["hybrid - lexical: nDCG@10"]["gain"] == pytest.approx((0.5 + 0.0) / 2)
    assert gained["hybrid - lexical, exact: nDCG@10"]["gain"] == 0.0
    assert len(gained) == 2 * 3


def scores(value: float) -> dict[str, float]:
    return dict.fromkeys(("nDCG@10", "hit@1", "recall@10"), value)
