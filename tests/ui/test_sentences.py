from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from index.passages import Filters
from index.ports import Coverage
from index.records import DecisionLimb
from index.records import Force
from index.records import Outcome
from index.records import RecordedVote
from index.records import Tally
from index.records import Vote
from index.sources import SourceSpan
from search_api.chips import Chip
from search_api.chips import ChipKind
from ui.screen import _line
from ui.sentences import chip
from ui.sentences import looked_at
from ui.sentences import movers
from ui.sentences import safe
from ui.sentences import verdict
from ui.sentences import voters
from ui.tables import show_table


def limb(outcome: Outcome, vote: Vote | None = None, mover: str | None = None, seconder: str | None = None) -> DecisionLimb:
    return DecisionLimb("l", None, (SourceSpan("d", 1, 0, 1),), Force.NOTED, outcome, None, vote, mover, seconder)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (limb(Outcome.CARRIED), "Carried (noted), vote not stated"),
        (limb(Outcome.LOST, Vote("(2:8)", None, Tally(2, 8))), "Lost, vote (2:8): 2 for, 8 against"),
        (limb(Outcome.CARRIED, Vote("(unanimously)", unanimous=True)), "Carried (noted), vote (unanimously)"),
        (
            limb(Outcome.CARRIED, Vote(None, None, Tally(0, 0, 3), casting=True)),
            "Carried (noted): 0 for, 0 against, 3 abstained, on a casting vote",
        ),
        (limb(Outcome.NOT_PUT), "Not put to the vote, vote not stated"),
        (limb(Outcome.UNCLEAR), "Outcome not clear, vote not stated"),
    ],
)
def test_a_verdict_says_what_is_printed_and_nothing_else(found: DecisionLimb, said: str) -> None:
    assert verdict(found) == said


def test_who_moved_is_said_where_one_of_them_is_printed() -> None:
    assert movers(limb(Outcome.CARRIED)) is None
    assert movers(limb(Outcome.CARRIED, mover="Cllr Lowe")) == "Moved by Cllr Lowe, seconded by not stated"


def test_voters_stand_on_the_side_they_are_printed_on() -> None:
    assert voters(RecordedVote(("Lowe", "Coyle"), (), ("Ryan (E)",))) == "For: Lowe, Coyle; Abstained: Ryan (E)"


def test_what_was_looked_at_names_meetings_bodies_and_days() -> None:
    day = date(2020, 9, 2)
    assert looked_at(Coverage(1, 1, ("Cabinet",), (), None, None)) == "1 meeting of 1 named body, 1 without a stated date"
    assert looked_at(Coverage(2, 0, (), (), day, day)) == "2 meetings of 0 named bodies, of 2 September 2020"


@given(st.text())
def test_nothing_that_a_terminal_would_obey_is_left(text: str) -> None:
    """A PDF may hold escape sequences, and a terminal would carry them out."""
    assert "\x1b" not in safe(f"a\x1b[31m{text}")
    assert safe(safe(text)) == safe(text)


def test_words_are_wrapped_in_a_terminal_and_left_alone_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    path = "aldermere/2020-11-12-a-rather-long-name-of-a-file.md"
    _line(Console(width=50, force_terminal=True, color_system=None), f"to be found in {path} of the council", 2)
    _line(Console(width=50), f"to be found in {path} of the council", 2)
    assert capsys.readouterr().out.splitlines() == [
        "  to be found in",
        f"  {path}",
        "  of the council",
        f"  to be found in {path} of the council",
    ]


def test_a_table_lines_up_its_figures(capsys: pytest.CaptureFixture[str]) -> None:
    show_table({"all": {"questions": 3, "F1": 2 / 3}, "vote": {"questions": 12, "F1": None}})
    show_table({})
    assert capsys.readouterr().out.splitlines() == [
        "      questions      F1",
        "all           3   0.667",
        "vote         12       -",
    ]


def test_a_time_has_one_place_where_a_share_has_three(capsys: pytest.CaptureFixture[str]) -> None:
    show_table({"all": {"F1": 0.25, "p50 ms": 94.04, "p95 ms": 128.56}})
    assert capsys.readouterr().out.splitlines()[1].split() == ["all", "0.250", "94.0", "128.6"]


def test_a_filter_only_offered_says_what_to_type_to_have_it() -> None:
    filters = Filters(bodies=("St. John's Committee",), since=date(2019, 1, 1), until=date(2019, 12, 31))
    said = chip(Chip(ChipKind.BODY, "St. John's Committee", "st johns", 0, 8, filters, firm=False))
    assert said.startswith("Only St. John's Committee? (from “st johns”; --body 'St. John'")
    assert said.endswith(" --since 2019-01-01 --until 2019-12-31 to search only there)")
