"""The best k of a list that an engine cuts where it likes."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from index.local.ties import best
from index.passages import Scored
from index.passages import ranked


@given(
    scores=st.dictionaries(st.integers(1, 500), st.sampled_from([0.5, 1.0, 2.0]), max_size=120),
    k=st.integers(-1, 130),
    seed=st.integers(0, 1000),
)
def test_the_best_are_those_of_the_whole_ranking(scores: dict[int, float], k: int, seed: int) -> None:
    """Whatever order an engine gives equal scores in, the lowest ids of the run that is cut are kept."""
    shuffled = [Scored(*pair) for pair in scores.items()]
    Random(seed).shuffle(shuffled)
    by_engine = sorted(shuffled, key=lambda scored: -scored.score)
    assert best(lambda wanted: by_engine[:wanted], k, len(scores)) == ranked(scores)[: max(k, 0)]


def test_an_engine_that_finds_fewer_than_it_holds_is_asked_once() -> None:
    asked: list[int] = []

    def ask(wanted: int) -> list[Scored]:
        asked.append(wanted)
        return [Scored(2, 1.0), Scored(1, 1.0)]

    assert best(ask, 1, 1000) == (Scored(1, 1.0),)
    assert asked == [1 + 16]
