"""Floors on real minutes and a standard collection, where they lie beside the checkout; skipped, and said so, where not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.passages import Filters
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.answering import answer
from search_api.evaluation.rows import limb_rows
from search_api.kinds import Detail
from search_api.search import Searcher
from tests.quality.conftest import SEEDS
from ui.cli import main

SHARED = Path(__file__).parents[3] / "shared"
CRANFIELD = SHARED / "gold" / "beir" / "cranfield"

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not SEEDS.is_dir() or not CRANFIELD.is_dir(), reason="../shared is not beside this checkout"),
]


@pytest.fixture(scope="module")
def rows(seeds: Searcher) -> dict[str, list[dict[str, Any]]]:
    """Every limb, by the number of its seed."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in limb_rows(seeds.archive, Filters()):
        found.setdefault(row["document"][:3], []).append(dict(row))
    return found


def votes(rows: list[dict[str, Any]]) -> list[tuple[str | None, str | None, str]]:
    return [(row["label"], row["printed_vote"], row["outcome"]) for row in rows if row["printed_vote"]]


def test_seed_000_has_seven_votes_and_one_of_them_was_lost(rows: dict[str, list[dict[str, Any]]]) -> None:
    assert votes(rows["000"]) == [
        ("a", "(unanimously)", "carried"),
        ("b", "(unanimously)", "carried"),
        ("c", "(8:2)", "carried"),
        ("d", "(2:8)", "lost"),
        (None, "(8:2)", "carried"),
        ("e", "(unanimously)", "carried"),
        ("f", "(unanimously)", "carried"),
    ]


def test_seed_001_is_one_unanimous_resolution_of_five_limbs(rows: dict[str, list[dict[str, Any]]]) -> None:
    assert votes(rows["001"]) == [(str(number), "(Unanimously)", "carried") for number in range(1, 6)]


def test_seed_002_was_on_the_second_of_september(rows: dict[str, list[dict[str, Any]]]) -> None:
    assert votes(rows["002"]) == [
        ("1", "(For: 7 Against: 3)", "carried"),
        ("2", "(unanimous)", "carried"),
        ("3", "(unanimous)", "carried"),
    ]
    assert {(row["date"], row["body"], row["item_number"]) for row in rows["002"]} == {
        ("2020-09-02", "Shared Services Joint Committee", "41")
    }


def test_seed_003_endorses_and_seed_004_keeps_its_verbs(rows: dict[str, list[dict[str, Any]]]) -> None:
    assert [row["force"] for row in rows["003"]] == ["endorsed"]
    assert [row["label"] for row in rows["004"]] == ["a", "b", "c", "d", "e"]
    assert [row["text"].split()[0] for row in rows["004"]] == ["accepted", "noted", "agreed", "noted", "authorised"]


def test_a_date_that_no_seed_prints_is_not_stated(rows: dict[str, list[dict[str, Any]]]) -> None:
    assert {row["date"] for seed in ("000", "001", "003", "004") for row in rows[seed]} == {None}


def test_what_was_decided_on_a_shared_chief_executive(seeds: Searcher) -> None:
    found = answer(seeds, "what was decided on a shared Chief Executive", Filters())
    assert isinstance(found, Answer)
    decided = {one.citation.text: one.limb.vote.printed for one in found.decisions if one.limb.vote}
    lost = {one.citation.text: one.limb.vote.printed for one in found.not_carried if one.limb.vote}
    assert any(text.startswith("to agree approach 3") and vote == "(8:2)" for text, vote in decided.items())
    assert any(text.startswith("the option of a shared Chief Executive be pursued") for text in decided)
    assert any(text.startswith("to agree none of the proposals") and vote == "(2:8)" for text, vote in lost.items())


def test_who_voted_against_is_not_recorded_beside_the_vote(seeds: Searcher) -> None:
    found = answer(seeds, "who voted against the shared leadership team", Filters())
    assert isinstance(found, Answer)
    assert Detail.VOTERS in found.missing
    assert found.decisions[0].limb.vote is not None
    assert found.decisions[0].limb.vote.printed == "(8:2)"


def test_there_are_no_mermaids_in_kent(seeds: Searcher) -> None:
    assert isinstance(answer(seeds, "mermaids in Kent", Filters()), NotRecorded)


def test_hybrid_search_reaches_its_floor_on_cranfield(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "beir", str(CRANFIELD), "--json"]) == 0
    table = json.loads(capsys.readouterr().out)
    assert table["cranfield"]["hybrid"]["nDCG@10"] >= 0.43
