"""`minutebook compare` as a person meets it."""

from __future__ import annotations

from search_api.schemas_briefing import CompareOut
from tests.ui.conftest import Run

ALDERMERE, TARNBROOK, MARLSHAM = "Aldermere Borough Council", "Tarnbrook District Council", "Marlsham Parish Council"
CHIEF = "sharing a Chief Executive"


def test_the_same_question_is_shown_side_by_side_with_numbered_places(run: Run, sample: str) -> None:
    ended = run("compare", CHIEF, "--council", TARNBROOK, "--council", MARLSHAM, "--archive", sample)
    assert (ended.code, ended.err) == (0, "")
    head = ended.out.splitlines()[1]
    assert head.index(TARNBROOK) < head.index(MARLSHAM)
    assert "No record:" in ended.out
    assert "LOOKED AT" in ended.out
    assert "[1]" in ended.out
    assert f"\n1. {TARNBROOK}" in ended.out


def test_columns_are_wide_enough_to_be_read_where_there_is_no_terminal(run: Run, sample: str) -> None:
    ended = run(
        "compare", CHIEF, *(word for name in (TARNBROOK, ALDERMERE, MARLSHAM) for word in ("--council", name)), "--archive", sample
    )
    table = [line for line in ended.out.splitlines() if line.startswith(("|", "+"))]
    assert {len(line) for line in table} == {len(table[0])}
    assert len(table[0]) > 3 * 34


def test_json_is_what_the_api_gives(run: Run, sample: str) -> None:
    ended = run("compare", CHIEF, "--council", TARNBROOK, "--council", MARLSHAM, "--archive", sample, "--json")
    found = CompareOut.model_validate_json(ended.out)
    assert [(one.name, one.kind) for one in found.columns] == [(TARNBROOK, "answer"), (MARLSHAM, "no_record")]


def test_a_day_holds_for_every_column(run: Run, sample: str) -> None:
    ended = run(
        "compare", CHIEF, "--council", TARNBROOK, "--council", MARLSHAM, "--since", "2099-01-01", "--archive", sample, "--json"
    )
    assert [one.kind for one in CompareOut.model_validate_json(ended.out).columns] == ["no_record", "no_record"]


def test_one_column_is_refused_before_anything_is_opened(run: Run) -> None:
    ended = run("compare", CHIEF, "--council", TARNBROOK, "--archive", "file:nowhere")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "minutebook: 1 to compare: name 2 to 6 councils, or 2 to 6 bodies, each once\n"


def test_a_misspelt_council_brings_the_ones_that_may_be_meant(run: Run, sample: str) -> None:
    ended = run("compare", CHIEF, "--council", TARNBROOK, "--council", "Marlsham Parish Counsel", "--archive", sample)
    assert ended.code == 1
    assert MARLSHAM in ended.err
