from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.embedding.hashing import HashingEmbedder
from index.opening import open_archive
from search_api.evaluation.beir import build_archive
from search_api.evaluation.judgements import Collection
from search_api.evaluation.metrics import gain
from search_api.evaluation.metrics import ndcg
from search_api.evaluation.retrieval import ModeScores
from search_api.evaluation.retrieval import compare
from search_api.evaluation.retrieval import measured
from search_api.evaluation.retrieval import run_collection
from search_api.found import Mode
from search_api.search import Searcher
from search_api.settings import SearchSettings

SUBJECTS = ("harbour bridge", "village hall roof", "car park charges", "library opening hours", "allotment water supply")
COLLECTION = Collection(
    name="invented",
    texts={
        **{
            f"t{number}": (subject, f"The council talked of it at length, number {number}.")
            for number, subject in enumerate(SUBJECTS)
        },
        "empty": ("", ""),
        "long": ("", "The library at the harbour was closed. " * 40),
    },
    queries={"q1": "roof of the village hall", "q2": "library opening", "q3": "nobody judged this", "q4": "word " * 50 + "charges"},
    grades={"q1": {"t1": 1}, "q2": {"t3": 2, "long": 1}, "q3": {"t0": 0}, "q4": {"t2": 1}},
)


def unseen(_done: int, _total: int) -> None:
    """Watch nothing."""


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[Mode, ModeScores]:
    address = f"file:{tmp_path_factory.mktemp('beir')}/archive"
    embedder = HashingEmbedder()
    names = build_archive(COLLECTION, address, embedder, unseen)
    searcher = Searcher(open_archive(address), embedder, SearchSettings())
    return run_collection(COLLECTION, searcher, names, unseen)


def test_every_mode_is_asked_every_judged_query(scores: dict[Mode, ModeScores]) -> None:
    assert set(scores) == set(Mode)
    assert {len(one.ndcg) for one in scores.values()} == {3}
    assert {len(one.recall) for one in scores.values()} == {3}


def test_every_query_has_its_time_beside_the_figures(scores: dict[Mode, ModeScores]) -> None:
    times = sorted(scores[Mode.HYBRID].times)
    assert len(times) == 3
    assert scores[Mode.HYBRID].row()["p50 ms"] == times[1]


def test_titles_are_found_though_they_are_no_part_of_the_text(scores: dict[Mode, ModeScores]) -> None:
    assert scores[Mode.LEXICAL].ndcg[0] == 1.0
    assert scores[Mode.HYBRID].row()["recall@100"] == 1.0


def test_a_query_longer_than_a_person_may_type_is_asked_all_the_same(scores: dict[Mode, ModeScores]) -> None:
    assert scores[Mode.LEXICAL].ndcg[2] == 1.0


def test_the_fusion_is_compared_with_each_leg(scores: dict[Mode, ModeScores]) -> None:
    found = compare(scores)
    fused, dense = scores[Mode.HYBRID].ndcg, scores[Mode.DENSE].ndcg
    assert set(found) == {Mode.LEXICAL, Mode.DENSE}
    gained = found[Mode.DENSE]
    assert gained is not None
    assert gained.difference == pytest.approx(sum(fused) / 3 - sum(dense) / 3)


def test_a_text_without_words_is_left_out_and_the_rest_is_told_in_batches(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    names = build_archive(COLLECTION, f"file:{tmp_path}/archive", HashingEmbedder(), lambda done, total: told.append((done, total)))
    assert sorted(names.values()) == sorted(set(COLLECTION.texts) - {"empty"})
    assert told == [(6, 6)]


def test_recall_is_the_share_of_answers_found_and_ndcg_that_of_the_gains() -> None:
    """Of four answers the first and the third result are two; grade 1 stands where grade 2 should."""
    (ndcg_10,), (recall,) = measured({"q": ["a", "x", "b"]}, {"q": {"a": 1, "b": 2, "c": 1, "d": 1, "x": 0}})
    assert recall == pytest.approx(2 / 4)
    best = 3 / math.log2(2) + 1 / math.log2(3) + 1 / math.log2(4) + 1 / math.log2(5)
    assert ndcg_10 == pytest.approx((1 / math.log2(2) + 3 / math.log2(4)) / best)


def test_the_ranking_is_scored_in_its_own_order_whatever_the_names() -> None:
    grades = {"q": {"m": 1}}
    assert measured({"q": ["m", "z", "a"]}, grades)[0] == (1.0,)
    assert measured({"q": ["a", "z", "m"]}, grades)[0][0] == pytest.approx(1 / math.log2(4))


def test_a_query_for_which_nothing_was_found_counts_as_nought() -> None:
    assert measured({"q1": [], "q2": ["a"]}, {"q1": {"a": 1}, "q2": {"a": 1}}) == ((0.0, 1.0), (0.0, 1.0))


GRADES = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 3), min_size=1, max_size=15)
BINARY = st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 1), min_size=1, max_size=15)


@given(BINARY | GRADES, st.data())
def test_the_ndcg_of_collections_is_the_ndcg_of_questions(grades: dict[str, int], data: st.DataObject) -> None:
    """Two pieces of arithmetic, trec_eval's for collections and ours for questions, and one measure."""
    ranking = data.draw(st.permutations([*grades, "unjudged", "another"]))
    ours = ndcg([gain(grades.get(name, 0)) for name in ranking], [gain(grade) for grade in grades.values()], 10)
    assert measured({"q": ranking}, {"q": grades})[0][0] == pytest.approx(ours or 0.0)
