from __future__ import annotations

import pytest

from search_api.evaluation.judgements import GoldQuestion
from search_api.evaluation.refusing import Judged
from search_api.evaluation.refusing import curve
from search_api.evaluation.refusing import judged
from search_api.evaluation.refusing import refusal_row


def absent(confidence: float | None, *, refused: bool = True) -> Judged:
    return Judged(refused, confidence, to_refuse=True, answerable=False)


def answerable(confidence: float, *, refused: bool = False) -> Judged:
    return Judged(refused, confidence, to_refuse=False, answerable=True)


def unrecorded(confidence: float, *, refused: bool = False) -> Judged:
    return Judged(refused, confidence, to_refuse=False, answerable=False)


def test_what_no_document_says_and_what_is_off_the_topic_is_to_be_refused() -> None:
    row = {"answer": {"refused": True}, "confidence": 0.5}
    kinds = {"absent": False, "junk": False, "not_recorded": False, "vote": True}
    rows = {kind: judged(GoldQuestion("q1", kind, "why?", answerable=answer), row) for kind, answer in kinds.items()}
    assert [kind for kind, one in rows.items() if one.to_refuse] == ["absent", "junk"]
    assert [kind for kind, one in rows.items() if one.answerable] == ["vote"]
    assert {(one.refused, one.confidence) for one in rows.values()} == {(True, 0.5)}


def test_refusals_have_recall_precision_and_a_price() -> None:
    """Two of three refused that had to be, four refusals in all, one of two answerable questions among them."""
    rows = [absent(0.1), absent(0.2), absent(0.9, refused=False)]
    rows += [answerable(0.3, refused=True), answerable(0.8), unrecorded(0.3, refused=True)]
    assert refusal_row(rows) == {
        "to refuse": 3,
        "answerable": 2,
        "recall": pytest.approx(2 / 3),
        "precision": pytest.approx(2 / 4),
        "wrongly refused": pytest.approx(1 / 2),
    }


def test_without_questions_there_is_nothing_to_measure() -> None:
    assert set(refusal_row([]).values()) == {0, None}
    assert curve([]) == {}


def test_each_line_of_the_curve_refuses_one_more_of_the_right_questions() -> None:
    """In order of confidence: absent, answerable, absent, answerable, answerable."""
    rows = [absent(0.1), answerable(0.2), absent(0.4), answerable(0.6), answerable(0.9)]
    assert curve(rows) == {
        "below 0.150": {"absent and junk refused": 1 / 2, "wrongly refused": 0 / 3},
        "below 0.500": {"absent and junk refused": 2 / 2, "wrongly refused": 1 / 3},
    }


def test_what_was_refused_before_any_search_is_refused_at_every_threshold() -> None:
    rows = [absent(None), absent(0.1), answerable(0.3)]
    assert curve(rows) == {"below 0.200": {"absent and junk refused": 2 / 2, "wrongly refused": 0 / 1}}


def test_a_question_of_an_unrecorded_detail_costs_nothing_and_gains_nothing_on_the_curve() -> None:
    rows = [absent(0.1), unrecorded(0.05), unrecorded(0.3), answerable(0.5)]
    assert curve(rows) == {"below 0.200": {"absent and junk refused": 1 / 1, "wrongly refused": 0 / 1}}
