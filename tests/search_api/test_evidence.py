from __future__ import annotations

from math import log

import pytest

from search_api.evidence import NO_EVIDENCE
from search_api.evidence import Evidence
from search_api.evidence import Thresholds
from search_api.evidence import held_words
from search_api.evidence import is_weak
from search_api.evidence import strongest
from search_api.evidence import token_weights
from search_api.query import parse_query
from search_api.search import Searcher


def test_a_word_weighs_as_much_as_it_is_rare(searcher: Searcher) -> None:
    """22 chunks; "harbour" stands in 4 of them and "mermaid" in none."""
    chunks = searcher.archive.manifest.counts.chunks
    weights = token_weights(searcher.archive.lexical, parse_query("harbour mermaid"), chunks)
    assert chunks == 22
    assert weights["harbour"] == pytest.approx(log(1 + (22 - 4 + 0.5) / (4 + 0.5)))
    assert weights["mermaid"] == pytest.approx(log(1 + (22 - 0 + 0.5) / (0 + 0.5)))


def test_words_that_only_ask_weigh_nothing_unless_nothing_else_is_asked(searcher: Searcher) -> None:
    weigh = searcher.archive.lexical
    assert set(token_weights(weigh, parse_query("what was decided on the bridge"), 20)) == {"bridg"}
    assert set(token_weights(weigh, parse_query("what did the council decide"), 20)) == {"council", "decid"}


def test_of_a_compound_only_the_parts_are_weighed_unless_it_is_a_reference(searcher: Searcher) -> None:
    weigh = searcher.archive.lexical
    assert set(token_weights(weigh, parse_query("15km/h"), 20)) == {"15km", "h"}
    assert set(token_weights(weigh, parse_query("71/19"), 20)) == {"71/19", "71", "19"}


def test_the_share_is_that_of_the_weights_held() -> None:
    words = {"bridge": {1: 3.0, 2: 0.0}, "lamp": {1: 0.0, 2: 0.0}, "green": {1: 0.4, 2: 0.0}}
    share, number = held_words({"bridge": 2.0, "lamp": 5.0, "green": 1.0}, words, 1)
    assert share == pytest.approx((2 + 1) / (2 + 5 + 1))
    assert number == 2
    assert held_words({"bridge": 2.0, "lamp": 5.0}, words, 2) == (0.0, 0)


def test_strength_adds_share_and_cosine_and_a_tenth_for_each_word() -> None:
    assert Evidence(0.5, 4, 0.45).strength == pytest.approx(0.5 + 0.45 + 4 / 10)
    assert Evidence(0.5, 4, None).strength == pytest.approx(0.5 + 4 / 10)
    assert Evidence(0.0, 0, -0.2).strength == 0.0


@pytest.mark.parametrize(
    ("evidence", "weak"),
    [
        (Evidence(0.5, 4, 0.45), False),
        (Evidence(0.5, 2, 0.55), True),
        (Evidence(0.6, 3, None), False),
        (Evidence(0.5, 2, None), True),
        (Evidence(0.0, 0, 0.9), True),
        (Evidence(0.0, 0, 0.1, exact=True), False),
        (Evidence(1.0, 3, 0.9, exact=False, exact_only=True), True),
        (NO_EVIDENCE, True),
    ],
)
def test_evidence_is_weak_below_the_threshold_of_the_legs_asked(evidence: Evidence, weak: bool) -> None:  # noqa: FBT001 - a table
    assert is_weak(evidence) is weak


def test_the_thresholds_can_be_others() -> None:
    assert is_weak(Evidence(0.5, 4, 0.45), Thresholds(both=1.5))


def test_the_strongest_is_an_exact_match_and_the_first_among_equals() -> None:
    exact = Evidence(0.1, 1, 0.1, exact=True)
    assert strongest([Evidence(1.0, 3, 0.9), exact, Evidence(0.1, 1, 0.1, exact=True)]) is exact
    assert strongest([]) is NO_EVIDENCE
