from __future__ import annotations

import math
from dataclasses import replace

import pytest

from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import Place
from search_api.evaluation.questions import Reply
from search_api.evaluation.questions import Shown
from search_api.evaluation.questions import by_kind
from search_api.evaluation.questions import by_style
from search_api.evaluation.questions import groups_of
from search_api.evaluation.questions import ranks_of
from search_api.evaluation.questions import read_reply
from search_api.evaluation.questions import score_question
from search_api.evaluation.questions import table_of

ANSWER = Place("a.md", "that none of the options be agreed", 2)
CONTEXT = Place("b.md", "options were discussed", 1)
QUESTION = GoldQuestion(
    id="q1",
    kind="vote",
    text="were none of the options agreed?",
    answerable=True,
    places=(ANSWER, CONTEXT),
    outcome="lost",
    tally={"for": 2, "against": 8},
    must_quote=("none of the options", "not there"),
    must_not_quote=("none of the options be agreed",),
)
RIGHT_ITEM = Shown("a.md", "Resolved **that none\n of the options be agreed** (2:8)")
CONTEXT_ITEM = Shown("b.md", "The options were discussed at length")
OTHER_ITEM = Shown("c.md", "Nothing of it")
LOST = Shown("a.md", "that none of the options be agreed", "lost", {"for": 2, "against": 8, "abstained": None})


def test_ranking_measures_are_those_of_the_sums() -> None:
    scores = score_question(QUESTION, Reply(items=(CONTEXT_ITEM, OTHER_ITEM, RIGHT_ITEM)))
    assert scores["hit@1"] == 0
    assert scores["recall@10"] == pytest.approx(2 / 2)
    assert scores["MRR@10"] == pytest.approx(1 / 3)
    assert scores["nDCG@10"] == pytest.approx((1 / math.log2(2) + 3 / math.log2(4)) / (3 / math.log2(2) + 1 / math.log2(3)))


def test_each_judged_place_has_the_rank_of_the_first_item_that_holds_it() -> None:
    assert ranks_of(QUESTION, [OTHER_ITEM, CONTEXT_ITEM, CONTEXT_ITEM]) == (None, 2)


def test_a_result_of_the_right_document_and_another_item_is_no_hit() -> None:
    scores = score_question(QUESTION, Reply(items=(Shown("a.md", "Apologies were received"),)))
    assert (scores["recall@10"], scores["nDCG@10"], scores["hit@1"]) == (0, 0, 0)


def test_a_hit_below_the_tenth_place_counts_for_nothing() -> None:
    scores = score_question(QUESTION, Reply(items=(*[OTHER_ITEM] * 10, RIGHT_ITEM)))
    assert (scores["recall@10"], scores["nDCG@10"], scores["MRR@10"]) == (0, 0, 0)


def test_a_lost_motion_quoted_as_lost_is_right() -> None:
    scores = score_question(QUESTION, Reply(items=(RIGHT_ITEM,), decisions=(LOST,)))
    assert (scores["cited"], scores["outcome"], scores["tally"]) == (1, 1, 1)
    assert (scores["must not quote"], scores["lost as carried"]) == (0, 0)
    assert scores["must quote"] == pytest.approx(1 / 2)


def test_a_lost_motion_quoted_as_carried_is_two_mistakes() -> None:
    scores = score_question(QUESTION, Reply(items=(RIGHT_ITEM,), decisions=(replace(LOST, outcome="carried"),)))
    assert (scores["must not quote"], scores["lost as carried"], scores["outcome"]) == (1, 1, 0)


def test_a_clause_of_the_right_item_may_say_the_outcome() -> None:
    """The clause shares few words with the quote, and stands in the same agenda item."""
    clause = Shown("a.md", "(2:8)", "lost", {"for": 2, "against": 8, "abstained": 0})
    scores = score_question(QUESTION, Reply(items=(RIGHT_ITEM,), decisions=(clause,)))
    assert (scores["outcome"], scores["tally"]) == (1, 1)


def test_a_decision_of_another_document_says_nothing() -> None:
    scores = score_question(QUESTION, Reply(items=(RIGHT_ITEM,), decisions=(replace(LOST, document="z.md"),)))
    assert (scores["cited"], scores["outcome"], scores["tally"]) == (0, 0, 0)


def test_no_abstentions_and_none_printed_are_the_same_tally() -> None:
    question = replace(QUESTION, tally={"for": 2, "against": 8, "abstained": 0})
    assert score_question(question, Reply(items=(RIGHT_ITEM,), decisions=(LOST,)))["tally"] == 1


@pytest.mark.parametrize(
    ("reply", "right"), [(Reply(refused=True), 1), (Reply(), 0), (Reply(refused=True, quotations=(OTHER_ITEM,)), 0)]
)
def test_a_question_off_the_topic_must_be_refused_and_nothing_shown(reply: Reply, right: int) -> None:
    question = GoldQuestion("q2", "junk", "best pizza", answerable=False)
    assert score_question(question, reply) == {"refused": right}


def test_refusing_what_can_be_answered_is_a_mistake() -> None:
    scores = score_question(QUESTION, Reply(items=(RIGHT_ITEM,), quotations=(LOST,), refused=True, not_recorded=True))
    assert (scores["cited"], scores["wrongly refused"], scores["wrongly not recorded"]) == (0, 1, 1)


def test_not_recorded_is_right_where_it_is_said_beside_the_item() -> None:
    question = replace(QUESTION, kind="not_recorded", answerable=False, outcome=None, tally=None)
    said = Reply(items=(OTHER_ITEM, RIGHT_ITEM), not_recorded=True)
    assert score_question(question, said)["not recorded"] == 1
    assert score_question(question, replace(said, items=(*[OTHER_ITEM] * 5, RIGHT_ITEM)))["not recorded"] == 0
    assert score_question(question, replace(said, not_recorded=False))["not recorded"] == 0
    assert "cited" not in score_question(question, said)


def test_a_line_of_results_is_read_in_the_order_of_its_ranks() -> None:
    row = {
        "id": "q1",
        "results": [{"rank": 2, "document": "b.md", "item_text": "B"}, {"rank": 1, "document": "a.md", "item_text": "A"}],
        "answer": {
            "refused": False,
            "not_recorded": True,
            "decisions": [{"document": "a.md", "text": "T", "outcome": "lost", "tally": None}],
            "quotations": [{"document": "a.md", "text": "Q"}],
        },
    }
    reply = read_reply(row)
    assert [item.text for item in reply.items] == ["A", "B"]
    assert [shown.text for shown in reply.quoted] == ["Q", "T"]
    assert (reply.refused, reply.not_recorded) == (False, True)


def test_the_table_has_means_of_shares_and_counts_of_mistakes_by_kind() -> None:
    junk = GoldQuestion("q2", "junk", "best pizza", answerable=False)
    table = table_of([(QUESTION, {"hit@1": 1.0, "must not quote": 1.0}), (QUESTION, {"hit@1": 0.0}), (junk, {"refused": 1.0})])
    assert list(table) == ["all", "junk", "vote"]
    assert (table["all"]["questions"], table["all"]["refused"]) == (3, 1.0)
    assert table["all"]["hit@1"] == pytest.approx((1 + 0) / 2)
    assert (table["vote"]["must not quote"], table["junk"]["must not quote"], table["junk"]["hit@1"]) == (1, 0, None)


def test_the_table_by_style_leaves_questions_without_one_among_all() -> None:
    plain, exact = replace(QUESTION, id="q2", style="plain"), replace(QUESTION, id="q3", style="exact")
    table = table_of([(QUESTION, {"hit@1": 0.0}), (plain, {"hit@1": 1.0}), (exact, {"hit@1": 0.0})], by_style)
    assert {name: (row["questions"], row["hit@1"]) for name, row in table.items()} == {
        "all": (3, pytest.approx(1 / 3)),
        "exact": (1, 0.0),
        "plain": (1, 1.0),
    }


def test_what_is_kept_of_a_question_stands_under_all_and_under_its_kind() -> None:
    junk = GoldQuestion("q2", "junk", "best pizza", answerable=False)
    assert groups_of([(QUESTION, 10), (junk, 20), (QUESTION, 30)], by_kind) == {"all": [10, 20, 30], "junk": [20], "vote": [10, 30]}
