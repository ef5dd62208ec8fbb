from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.conftest import SHARED
from tests.ui.conftest import Run

SEEDS = SHARED / "corpus" / "seeds"
KEYS = [
    *("document", "page", "item_number", "item_title", "item_text", "text", "label", "force", "outcome", "printed_vote", "tally"),
    *("recorded_vote", "mover", "seconder", "span", "date", "council", "body"),
]


def test_every_line_is_one_clause_with_the_keys_in_one_order(run: Run, sample: str) -> None:
    ended = run("decisions", "--json", "--archive", sample)
    rows = ended.rows()
    assert ended.code == 0
    assert len(rows) == run("status", "--json", "--archive", sample).json()["holds"]["counts"]["limbs"]
    assert all(list(row) == KEYS for row in rows)


def test_an_outcome_asked_for_is_the_only_one_shown(run: Run, sample: str) -> None:
    assert {row["outcome"] for row in run("decisions", "--outcome", "lost", "--json", "--archive", sample).rows()} == {"lost"}


def test_people_get_the_words_and_the_place(run: Run, sample: str) -> None:
    shown = run("decisions", "--outcome", "lost", "--archive", sample).out
    assert "lost, (2:8); d: \u201cto agree none of the options for the post of Chief Executive" in shown
    assert "date not stated" not in shown.partition("shared-services-phase-2.txt")[0].splitlines()[-4]


def test_none_at_all_is_an_answer(run: Run, sample: str) -> None:
    ended = run("decisions", "--since", "2099-01-01", "--archive", sample)
    assert (ended.code, ended.out, ended.err) == (0, "0 clauses of decisions\n", "")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five seeds are not beside this checkout (../shared)")
def test_the_five_seeds_give_their_votes_and_no_date_that_they_do_not_print(run: Run, tmp_path: Path) -> None:
    """What the issue asks to be shown: seven votes of seed 000, of which one was lost, and dates that are not stated."""
    assert run("ingest", SEEDS, "--archive", f"file:{tmp_path}/seeds", "--model", "hashing").code == 0
    rows = run("decisions", "--json", "--archive", f"file:{tmp_path}/seeds").rows()
    of_seed = {name: [row for row in rows if row["document"].startswith(name)] for name in ("000", "001", "002", "003", "004")}
    voted = [(row["label"], row["printed_vote"], row["outcome"]) for row in of_seed["000"] if row["printed_vote"]]
    assert [(vote, outcome) for _, vote, outcome in voted] == [
        ("(unanimously)", "carried"),
        ("(unanimously)", "carried"),
        ("(8:2)", "carried"),
        ("(2:8)", "lost"),
        ("(8:2)", "carried"),
        ("(unanimously)", "carried"),
        ("(unanimously)", "carried"),
    ]
    assert [len(of_seed[name]) for name in ("001", "002", "003", "004")] == [5, 3, 1, 5]
    assert {name: {row["date"] for row in found} for name, found in of_seed.items()} == {
        "000": {None},
        "001": {None},
        "002": {"2020-09-02"},
        "003": {None},
        "004": {None},
    }
    assert "date not stated" in run("decisions", "--archive", f"file:{tmp_path}/seeds").out
