from __future__ import annotations

import datetime as dt
import json

from index.passages import Filters
from search_api.answering import answer
from search_api.evaluation.answer_rows import answer_row
from search_api.evaluation.answer_rows import merged
from search_api.evaluation.judgements import GoldItem
from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import Limb
from search_api.evaluation.judgements import Place
from search_api.evaluation.labelled import score_items
from search_api.evaluation.questions import read_reply
from search_api.evaluation.questions import score_question
from search_api.evaluation.rows import limb_rows
from search_api.evaluation.run import run_questions
from search_api.search import Searcher

DAY = dt.date(2021, 11, 22)
CHIEF = GoldQuestion(
    id="q1",
    kind="decision",
    text="what was decided on a shared Chief Executive",
    answerable=True,
    places=(
        Place("seeds/phase-2.txt", "to agree approach 3 within the report"),
        Place("seeds/issue-41.txt", "the option of a shared"),
    ),
    outcome="carried",
    tally={"for": 8, "against": 2},
    must_quote=("to agree approach 3",),
    must_not_quote=("to agree none of the proposals",),
)
MERMAIDS = GoldQuestion("q2", "junk", "mermaids in Kent", answerable=False)
ENDLESS = GoldQuestion("q3", "junk", "why " * 40, answerable=False)


def test_a_line_of_results_has_what_the_scorers_read(searcher: Searcher) -> None:
    (row,) = run_questions([CHIEF], searcher, DAY)
    assert set(row) == {"id", "results", "answer", "confidence", "search_ms", "latency_ms"}
    assert [result["rank"] for result in row["results"]] == list(range(1, len(row["results"]) + 1))
    for result in row["results"]:
        assert {"rank", "document", "item_text", "quotation", "score"} <= set(result)
        assert result["quotation"] in result["item_text"]
    for decision in row["answer"]["decisions"]:
        assert {"document", "text", "outcome", "printed_vote", "tally"} <= set(decision)
    assert json.loads(json.dumps(row)) == row


def test_a_right_answer_scores_in_full(searcher: Searcher) -> None:
    (row,) = run_questions([CHIEF], searcher, DAY)
    scores = score_question(CHIEF, read_reply(row))
    assert {scores[name] for name in ("recall@10", "cited", "must quote", "outcome", "tally")} == {1.0}
    assert {scores[name] for name in ("must not quote", "wrongly refused", "wrongly not recorded")} == {0.0}


def test_lost_motions_stand_apart_in_an_answer_and_with_their_outcome_in_results(searcher: Searcher) -> None:
    row = answer_row(answer(searcher, CHIEF.text, Filters()))
    assert {decision["outcome"] for decision in row["decisions"]} <= {"carried", "deferred"}
    assert [decision["outcome"] for decision in row["not_carried"]] == ["lost"]
    assert [decision["outcome"] for decision in merged(row)["decisions"]][-1] == "lost"


def test_nothing_found_is_a_refusal_that_quotes_nothing(searcher: Searcher) -> None:
    (row,) = run_questions([MERMAIDS], searcher, DAY)
    assert score_question(MERMAIDS, read_reply(row)) == {"refused": 1.0}
    assert (row["answer"]["decisions"], row["answer"]["quotations"]) == ([], [])


def test_a_question_that_is_too_long_is_a_refusal_and_not_the_end_of_the_run(searcher: Searcher) -> None:
    first, second = run_questions([ENDLESS, CHIEF], searcher, DAY)
    assert (first["results"], first["answer"]["refused"]) == ([], True)
    assert set(first) == set(second)
    assert second["results"]


def test_the_same_questions_give_the_same_lines_but_for_the_time(searcher: Searcher) -> None:
    first, second = (list(run_questions([CHIEF, MERMAIDS], searcher, DAY)) for _ in range(2))
    untimed = {"latency_ms": 0, "search_ms": 0}
    assert [{**row, **untimed} for row in first] == [{**row, **untimed} for row in second]


def test_the_time_of_the_search_is_part_of_the_time_of_all(searcher: Searcher) -> None:
    (row,) = run_questions([CHIEF], searcher, DAY)
    assert 0 < row["search_ms"] <= row["latency_ms"]


def test_an_answer_is_surer_than_a_refusal_and_what_was_never_searched_for_has_no_confidence(searcher: Searcher) -> None:
    chief, mermaids, endless = (row["confidence"] for row in run_questions([CHIEF, MERMAIDS, ENDLESS], searcher, DAY))
    assert chief > mermaids
    assert endless is None


def test_labelled_items_are_compared_with_the_limbs_that_stand_in_them(searcher: Searcher) -> None:
    """Three items: one read in full, one whose only limb carries another outcome, one that the archive does not hold."""
    items = (
        GoldItem(
            "c1",
            "larkmere/2021-03-15 Minutes.txt",
            "Speed limits on Castle Street",
            "beginning of the summer.",
            (
                Limb("That a speed limit of 15km/h be adopted on Castle Street", outcome="carried"),
                Limb(
                    "That the signs on Castle Street be renewed, at the cost of the road fund, before the beginning of the summer"
                ),
            ),
        ),
        GoldItem("s1", "stoke/71-19.txt", "73/19 Finance", "of the accounts.", ()),
        GoldItem("x1", "nowhere/1.txt", "First", "last", (Limb("that it be so"),)),
    )
    comparison = score_items(items, limb_rows(searcher.archive, Filters()), searcher.archive)
    table = comparison.table()
    assert comparison.unplaced == ("x1",)
    assert list(table) == ["all", "larkmere", "nowhere", "stoke"]
    assert (table["all"]["precision"], table["all"]["recall"]) == (2 / 2, 2 / 3)
    assert (table["stoke"]["precision"], table["nowhere"]["recall"]) == (None, 0.0)
    assert table["larkmere"]["outcome"] == 0 / 2


def test_a_question_is_asked_within_the_dates_that_its_words_ask_for(searcher: Searcher) -> None:
    bridge = GoldQuestion("q4", "decision", "what was decided on the harbour bridge in 2019", answerable=True)
    (row,) = run_questions([bridge], searcher, DAY)
    assert {result["document"] for result in row["results"] if not result["outside"]} == {"stoke/71-19.txt"}
    assert not row["results"][0]["outside"]
