from __future__ import annotations

import pytest

from tests.ui.conftest import ROOT
from tests.ui.conftest import Run

SAME_NAME = "Same name as printed; whether it is the same person is not stated."


def test_every_printed_vote_is_one_line_of_json(run: Run, sample: str) -> None:
    rows = run("votes", "--json", "--archive", sample).rows()
    voted = [row for row in run("decisions", "--json", "--archive", sample).rows() if row["printed_vote"] or row["recorded_vote"]]
    assert len(rows) >= len(voted) > 0
    assert all({"text", "outcome", "tally", "unanimous", "casting", "citation", "sides"} <= set(row) for row in rows)
    dates = [row["citation"]["date"] or "" for row in rows]
    assert dates == sorted(dates, reverse=True)


def test_recorded_votes_are_shown_with_the_voters(run: Run, sample: str) -> None:
    rows = run("votes", "--recorded", "--json", "--archive", sample).rows()
    assert rows
    assert all(any(row["recorded_vote"].values()) for row in rows)
    assert "  For: Ashdown, Calloway, Chivers" in run("votes", "--recorded", "--archive", sample).out


def test_a_member_is_shown_with_the_side_as_printed(run: Run, sample: str) -> None:
    shown = run("votes", "--member", "Cllr Calloway", "--since", "2022-01-01", "--archive", sample).out
    assert shown.startswith(f"{SAME_NAME}\n\n")
    assert "  Calloway: for\n" in shown
    assert "  Calloway: against\n" in shown
    both = run("votes", "--member", "Pell", "--outcome", "lost", "--json", "--archive", sample).rows()
    assert [row["sides"] for row in both] == [[{"name": "Pell (R)", "side": "against"}, {"name": "Pell (J)", "side": "abstained"}]]


def test_a_lost_vote_is_said_to_be_lost(run: Run, sample: str) -> None:
    shown = run("votes", "--outcome", "lost", "--archive", sample).out
    assert "  Lost, vote (2:8): 2 for, 8 against\n" in shown
    assert "Carried" not in shown


@pytest.mark.parametrize("member", ["Nobody", "Councillor"])
def test_a_member_whom_no_vote_names_is_an_answer(run: Run, sample: str, member: str) -> None:
    ended = run("votes", "--member", member, "--archive", sample)
    assert (ended.code, ended.out) == (0, "No recorded vote found in these minutes prints this name.\n")


def test_a_name_shows_what_it_is_printed_with_and_what_is_printed_otherwise(run: Run, sample: str) -> None:
    shown = run("person", "Councillor Nandra", "--count", "1", "--archive", sample).out
    assert shown.startswith(f"Councillor Nandra\n{SAME_NAME}\n")
    for title in ("Moved: 1 of ", "Seconded: 1 of ", "Spoke: 1 of ", "Interests declared: 1 of ", "Undertakings: 1 of "):
        assert title in shown
    beside = shown.partition("Other names as printed that these words may stand for:\n")[2]
    assert "  Nandra (voted " in beside
    found = run("person", "Nandra", "--json", "--archive", sample).json()
    assert found["totals"]["voted"] == len(found["voted"]) > 0
    assert found["totals"]["moved"] == 0


def test_a_name_that_is_not_printed_so_gives_those_that_are(run: Run, sample: str) -> None:
    shown = run("person", "cllr nandra", "--archive", sample)
    assert shown.code == 0
    assert "  Councillor Nandra (moved " in shown.out
    listed = run("person", "cllr nandra", "--json", "--archive", sample).json()
    assert {"Councillor Nandra", "Nandra"} <= {one["name"] for one in listed["names"]}
    nobody = run("person", "Nobody", "--archive", sample)
    assert (nobody.code, nobody.out) == (0, "This name was not found in these minutes.\n")


def test_an_archive_of_an_older_format_says_what_to_run(run: Run) -> None:
    for command in (("votes",), ("person", "Keller")):
        ended = run(*command, "--archive", f"file:{ROOT / 'tests' / 'formats' / 'v2' / 'archive'}")
        assert ended.code == 1
        assert "was built before votes and people were listed: run `minutebook ingest FOLDER" in ended.err


@pytest.mark.parametrize(
    "wrong", [("person",), ("person", "X", "--count", "0"), ("person", "X", "--outcome", "lost"), ("votes", "X")]
)
def test_wrong_usage_is_refused(run: Run, wrong: tuple[str, ...]) -> None:
    assert run(*wrong).code == 2
