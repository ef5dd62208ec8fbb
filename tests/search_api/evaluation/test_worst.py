from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest

from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import Place
from search_api.evaluation.worst import worst

BRIDGE = Place("a.md", "the bridge be painted", 2)
COLOUR = Place("b.md", "any colour but green", 1)
QUESTION = GoldQuestion("q1", "reason", "why was the bridge painted?", answerable=True, places=(BRIDGE, COLOUR), style="plain")
OTHER = {"document": "c.md", "item_title": "Finance", "item_text": "Finance: nothing."}
RIGHT = {"document": "a.md", "item_title": "Bridge", "item_text": "Resolved that the bridge be painted."}


def result(*items: dict[str, str], refused: bool = False) -> dict[str, Any]:
    answer = {"refused": refused, "not_recorded": False, "decisions": [], "quotations": []}
    return {"results": [{**item, "rank": rank} for rank, item in enumerate(items, 1)], "answer": answer}


def test_the_worst_stand_first_and_equals_in_the_order_of_the_file() -> None:
    rows = [(replace(QUESTION, id=f"q{number}"), result(OTHER)) for number in range(3)]
    rows.insert(1, (replace(QUESTION, id="found"), result(RIGHT)))
    assert [one.question.id for one in worst(rows, 9)] == ["q0", "q1", "q2", "found"]
    assert [one.question.id for one in worst(rows, 2)] == ["q0", "q1"]


def test_questions_without_an_answer_are_no_failures_of_the_ranking() -> None:
    junk = GoldQuestion("q2", "junk", "best pizza", answerable=False)
    unrecorded = replace(QUESTION, kind="not_recorded", answerable=False)
    assert worst([(junk, result()), (unrecorded, result(OTHER))], 9) == []


def test_a_failure_says_where_each_place_was_found_and_what_came_first_instead() -> None:
    (failure,) = worst([(QUESTION, result(OTHER, RIGHT, refused=True))], 9)
    row = failure.row()
    assert row["nDCG@10"] == pytest.approx((3 / math.log2(3)) / (3 / math.log2(2) + 1 / math.log2(3)))
    assert [(place["document"], place["grade"], place["rank"]) for place in row["places"]] == [("a.md", 2, 2), ("b.md", 1, None)]
    assert row["first"] == {"document": "c.md", "item_title": "Finance"}
    assert (row["id"], row["kind"], row["style"], row["refused"]) == ("q1", "reason", "plain", True)
    assert json.loads(json.dumps(row)) == row


def test_where_nothing_was_found_nothing_came_first() -> None:
    (failure,) = worst([(QUESTION, result())], 9)
    assert (failure.first, failure.row()["first"]) == (None, None)
