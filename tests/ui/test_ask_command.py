from __future__ import annotations

import pytest

from index.ids import document_of
from index.opening import open_archive
from index.passages import Filters
from tests.ui.conftest import Run

TARNBROOK = "Tarnbrook District Council"
CHIEF = "what did the joint committee decide about option 2 for a shared Chief Executive"


def folded(text: str) -> str:
    return " ".join(text.split())


def test_a_question_is_answered_in_quotations_with_outcome_vote_and_place(run: Run, sample: str) -> None:
    ended = run("ask", "did the joint committee agree none of the options for the Chief Executive post", "--archive", sample)
    assert (ended.code, ended.err) == (0, "")
    decided, _, rest = folded(ended.out).partition("Not agreed")
    assert "to agree none of the options for the post of Chief Executive" not in decided
    assert "to agree none of the options for the post of Chief Executive" in rest.partition("What the minutes say")[0]
    assert "Lost, vote (2:8): 2 for, 8 against" in rest
    assert "shared-services-joint-committee/shared-services-phase-2.txt, page 1, characters" in rest


def test_what_is_not_stated_is_said_to_be_not_stated(run: Run, sample: str) -> None:
    ended = run("decisions", "--archive", sample)
    assert "not stated" in ended.out


def test_nothing_found_is_an_answer_and_says_what_was_looked_at(run: Run, sample: str) -> None:
    ended = run("ask", "mermaids in Kent", "--archive", sample)
    assert (ended.code, ended.err) == (0, "")
    assert "Nothing in these minutes answers this question." in ended.out
    looked_at = open_archive(sample).register.coverage(Filters())
    assert f"Looked at: {looked_at.meetings} meetings" in ended.out
    assert "The nearest items, which do not answer:" in ended.out


def test_who_voted_how_is_said_where_the_minutes_print_it_and_said_to_be_missing_where_not(run: Run, sample: str) -> None:
    named = run("ask", "who voted against sharing a Chief Executive permanently", "--council", TARNBROOK, "--archive", sample)
    assert "For: Ambleston, Beech" in named.out
    counted = run("ask", "who voted for closing the sauna at the leisure centre", "--archive", sample)
    assert folded(counted.out).endswith("Not recorded The minutes do not record how each member voted.")


def test_a_search_that_finds_nothing_near_says_so(run: Run, sample: str) -> None:
    assert "Nothing matches well; these are the nearest.\n1. " in run("search", "mermaids in Kent", "--archive", sample).out
    assert run("search", "bench", "--since", "2099-01-01", "--archive", sample).out.endswith("Nothing found in these minutes.\n")


def test_a_search_lists_what_lies_outside_of_what_was_understood_apart(run: Run, sample: str) -> None:
    asked = ("search", "market hall traders' rents in 2020", "--archive", sample)
    rows = run(*asked, "--json").json()["results"]
    first = [row["outside"] for row in rows].index(True)
    assert rows[first]["date"][:4] != "2020"
    assert {row["date"][:4] for row in rows if row["date"] and not row["outside"]} == {"2020"}
    printed = run(*asked).out
    assert printed.count(f"These lie outside what was understood, and match the rest of the question:\n{first + 1}. 58. ") == 1
    assert printed.count("These match less well:") == 1


def test_an_answer_in_json_keeps_lost_motions_apart(run: Run, sample: str) -> None:
    answered = run("ask", "was the sauna at the leisure centre to be closed", "--archive", sample, "--json").json()
    assert "lost" not in {decision["outcome"] for decision in answered["decisions"]}
    lost = next(decision for decision in answered["not_carried"] if "sauna" in decision["text"])
    assert lost["tally"] == {"for": 2, "against": 3, "abstained": None}
    assert lost["document"] == "aldermere-borough-council/cabinet/2023-10-10 Cabinet Minutes.pdf"
    assert answered["refused"] is False


def test_a_refusal_in_json_quotes_nothing(run: Run, sample: str) -> None:
    answered = run("ask", "mermaids in Kent", "--archive", sample, "--json").json()
    assert answered["refused"] is True
    assert (answered["decisions"], answered["not_carried"], answered["quotations"]) == ([], [], [])


def test_every_quotation_in_json_is_a_slice_of_its_page(run: Run, sample: str) -> None:
    archive = open_archive(sample)
    answered = run("ask", CHIEF, "--archive", sample, "--json").json()
    quoted = [*answered["decisions"], *answered["not_carried"], *answered["quotations"]]
    assert quoted
    for one in quoted:
        document = document_of(one["item_id"])
        pieces = []
        for span in one["spans"]:
            page = archive.catalogue.pages([(document, span["page"])])[document, span["page"]]
            pieces.append(page.text[span["start"] : span["end"]])
        assert "\n".join(pieces) == one["text"]


def test_a_search_lists_items_with_their_best_passage(run: Run, sample: str) -> None:
    ended = run("search", "traders rents in the market hall", "-k", "3", "--archive", sample)
    assert ended.code == 0
    assert [line[:2] for line in ended.out.splitlines() if line[:2] in {"1.", "2.", "3.", "4."}] == ["1.", "2.", "3."]
    assert "Market Hall" in ended.out or "MARKET HALL" in ended.out


def test_a_search_in_json_has_whole_items_of_each_document(run: Run, sample: str) -> None:
    found = run("search", "traders rents in the market hall", "-k", "5", "--archive", sample, "--json").json()
    assert [result["rank"] for result in found["results"]] == [1, 2, 3, 4, 5]
    assert {"document", "item_text", "quotation", "score", "date", "council", "body", "page", "spans"} <= set(found["results"][0])
    assert all(result["quotation"] in result["item_text"] for result in found["results"])


@pytest.mark.parametrize("mode", ["lexical", "dense", "hybrid"])
def test_each_mode_searches(run: Run, sample: str, mode: str) -> None:
    assert run("search", "market hall", "--mode", mode, "--archive", sample, "--json").json()["mode"] == mode


def test_filters_are_pushed_into_the_search(run: Run, sample: str) -> None:
    typed = ("--council", "Aldermere Borough Council", "--since", "2021-01-01", "--until", "2021-12-31")
    found = run("search", "market hall rents", *typed, "--archive", sample, "--json").json()
    assert found["results"]
    assert {(result["council"], result["date"][:4]) for result in found["results"]} == {("Aldermere Borough Council", "2021")}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("--council", "Aldermere Boro Council"), "for example 'Aldermere Borough Council'"),
        (("--body", "Cabinett"), "'Cabinet'"),
        (("--since", "2022-01-01", "--until", "2021-01-01"), "since must not come after until"),
    ],
)
def test_a_filter_that_can_only_find_nothing_is_refused(run: Run, sample: str, typed: tuple[str, ...], said: str) -> None:
    ended = run("ask", "market hall", *typed, "--archive", sample)
    assert (ended.code, ended.out) == (1, "")
    assert said in ended.err
    assert len(ended.err.splitlines()) == 1


@pytest.mark.parametrize("command", ["ask", "search"])
def test_a_question_without_a_word_is_refused(run: Run, sample: str, command: str) -> None:
    ended = run(command, " ?! ", "--archive", sample)
    assert ended.code == 1
    assert ended.err.startswith("minutebook: the question holds no word")


def test_the_same_question_gives_the_same_bytes(run: Run, sample: str) -> None:
    first, second = (run("ask", CHIEF, "--archive", sample, "--json").out for _ in range(2))
    assert first == second


def test_a_year_in_plain_words_is_applied_said_and_can_be_left_alone(run: Run, sample: str) -> None:
    found = run("search", "market hall rents in 2021", "--archive", sample)
    assert found.out.startswith("Only: 2021 (from “in 2021”; --without 'in 2021' to search all dates)\n\n1. ")
    typed = ("search", "market hall rents in 2021", "--archive", sample, "--json")
    narrow, wide = run(*typed).json(), run(*typed, "--without", "in 2021").json()
    assert narrow["understood"] == [{"kind": "date", "label": "2021", "words": "in 2021", "applied": True}]
    assert {result["date"][:4] for result in narrow["results"]} == {"2021"}
    assert wide["understood"] == []
    assert len({result["date"][:4] for result in wide["results"]}) > 1


@pytest.mark.parametrize("command", ["ask", "search"])
def test_what_may_be_misspelt_and_what_cannot_be_known_is_said_before_what_was_found(run: Run, sample: str, command: str) -> None:
    typed = (command, "market hall rnets since the election", "--archive", sample)
    shown, told = run(*typed), run(*typed, "--json").json()
    assert told["did_you_mean"] == "market hall rents since the election"
    assert shown.out.startswith(f"{told['notices'][0]}\nDid you mean: {told['did_you_mean']}\n\n")
    assert "does not know when the election was" in told["notices"][0]


def test_an_answer_is_asked_within_the_dates_understood(run: Run, sample: str) -> None:
    nothing = run("ask", "what was decided on the market hall in 1950", "--archive", sample)
    assert "The archive holds no meeting in 1950" in nothing.out
    answered = run("ask", "what was decided on the market hall in 2021", "--archive", sample, "--json").json()
    assert {decision["date"][:4] for decision in answered["decisions"]} <= {"2021"}
    assert answered["understood"][0]["applied"] is True


@pytest.mark.parametrize(("order", "newest_first"), [("newest", True), ("oldest", False)])
def test_a_search_by_date_lists_what_matches_by_the_day_of_its_meeting(
    run: Run, sample: str, order: str, *, newest_first: bool
) -> None:
    found = run("search", "shared services", "--order", order, "-k", "50", "--archive", sample, "--json").json()
    assert (found["order"], len(found["results"])) == (order, found["matching"])
    days = [result["date"] for result in found["results"] if result["date"]]
    assert days == sorted(days, reverse=newest_first)
    shown = run("search", "shared services", "--order", order, "-k", "2", "--archive", sample)
    assert shown.out.endswith(f"2 of {found['matching']} agenda items\n")
