from __future__ import annotations

from pathlib import Path

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import open_archive
from search_api.evaluation.beir import build_archive
from search_api.evaluation.judgements import Collection
from search_api.evaluation.retrieval import ModeScores
from search_api.evaluation.retrieval import compare
from search_api.evaluation.retrieval import run_collection
from search_api.search import Mode
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
