from __future__ import annotations

import json
from pathlib import Path

import pytest

from search_api.evaluation.comparing import gains
from search_api.evaluation.comparing import read_scores
from search_api.evaluation.judgements import GoldError
from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.judgements import Place

QUESTION = GoldQuestion("q1", "decision", "what of the bridge?", answerable=True, places=(Place("a.md", "the bridge be painted"),))
LATER = GoldQuestion("q2", "decision", "what of the hall?", answerable=True, places=(Place("b.md", "the hall be sold"),))
RESULT = {
    "id": "q1",
    "results": [
        {"rank": 1, "document": "b.md", "item_text": "The hall"},
        {"rank": 2, "document": "a.md", "item_text": "Resolved that the bridge be painted."},
    ],
    "answer": {"refused": False, "not_recorded": False, "decisions": [], "quotations": []},
    "latency_ms": 12.0,
}


def test_the_gain_is_the_mean_of_the_differences_question_by_question() -> None:
    table = gains({"q1": {"hit@1": 1.0}, "q2": {"hit@1": 1.0}}, {"q1": {"hit@1": 0.0}, "q2": {"hit@1": 1.0}})
    assert list(table) == ["hit@1"]
    assert table["hit@1"]["questions"] == 2
    assert table["hit@1"]["gain"] == pytest.approx((1 + 0) / 2)
    assert (table["hit@1"]["low"], table["hit@1"]["high"], table["hit@1"]["certain"]) == (0, 1, 0)


def test_a_run_that_is_better_by_the_same_on_every_question_is_certainly_better() -> None:
    first, second = ({name: {"nDCG@10": score} for name in ("q1", "q2", "q3")} for score in (0.75, 0.5))
    assert gains(first, second) == {"nDCG@10": {"questions": 3, "gain": 0.25, "low": 0.25, "high": 0.25, "certain": 1}}


def test_questions_that_only_one_run_was_asked_are_left_out() -> None:
    """The second was not asked q2, and q3, off the topic, has no rank in either."""
    first = {"q1": {"recall@10": 1.0}, "q2": {"recall@10": 1.0}, "q3": {"refused": 1.0}}
    table = gains(first, {"q1": {"recall@10": 0.5}, "q3": {"refused": 0.0}})
    assert table == {"recall@10": {"questions": 1, "gain": 0.5, "low": 0.5, "high": 0.5, "certain": 1}}


def test_an_earlier_run_is_scored_by_the_gold_of_today(tmp_path: Path) -> None:
    """Files of the first release have no time of the search alone and no confidence."""
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text(json.dumps(RESULT), encoding="utf-8")
    scores = read_scores(earlier, [QUESTION, LATER])
    assert list(scores) == ["q1"]
    assert (scores["q1"]["hit@1"], scores["q1"]["MRR@10"]) == (0, 1 / 2)


@pytest.mark.parametrize(("lines", "said"), [("{}", "line 1 lacks"), (json.dumps({**RESULT, "id": "q9"}), "holds no result")])
def test_a_file_that_is_no_run_of_these_questions_is_refused(tmp_path: Path, lines: str, said: str) -> None:
    earlier = tmp_path / "earlier.jsonl"
    earlier.write_text(lines, encoding="utf-8")
    with pytest.raises(GoldError, match=said):
        read_scores(earlier, [QUESTION])
