"""The sample councils, read and answered: what a careful reader found is what the archive says."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.passages import Filters
from index.ports import Archive
from index.records import Outcome
from index.records import undecided
from search_api.answering import Answer
from search_api.answering import answer
from search_api.citations import Citation
from search_api.evaluation.decisions import Totals
from search_api.evaluation.judgements import read_items
from search_api.evaluation.judgements import read_questions
from search_api.evaluation.labelled import score_items
from search_api.evaluation.rows import limb_rows
from search_api.search import Searcher

GOLD = Path(__file__).parents[1] / "gold"
QUESTIONS = read_questions(GOLD / "sample-questions.jsonl")


@pytest.fixture(scope="module")
def totals(sample_archive: Archive) -> Totals:
    comparison = score_items(read_items(GOLD / "sample-decisions.jsonl"), limb_rows(sample_archive, Filters()), sample_archive)
    assert comparison.unplaced == ()
    return comparison.totals["all"]


def test_the_decisions_read_are_the_decisions_printed(totals: Totals) -> None:
    assert (totals.score.f1 or 0) >= 0.97


def test_no_lost_motion_of_the_sample_is_called_carried(totals: Totals) -> None:
    assert totals.lost_as_carried == 0


@pytest.mark.parametrize(("field", "floor"), [("outcome", 0.99), ("tally", 0.97), ("mover", 0.94), ("seconder", 0.94)])
def test_the_fields_of_a_decision_are_the_ones_printed(totals: Totals, field: str, floor: float) -> None:
    assert totals.right[field] / totals.matched >= floor


def quotations(answered: Answer) -> list[Citation]:
    decided = [one.citation for one in (*answered.decisions, *answered.not_carried)]
    return [*decided, *answered.passages]


@pytest.mark.parametrize("question", [question.text for question in QUESTIONS])
def test_every_quotation_is_byte_equal_to_its_page_and_nothing_lost_stands_as_decided(
    question: str, sample_searcher: Searcher
) -> None:
    answered = answer(sample_searcher, question, Filters())
    if not isinstance(answered, Answer):
        return
    catalogue = sample_searcher.archive.catalogue
    pieces = [piece for citation in quotations(answered) for piece in citation.pieces]
    pages = catalogue.pages([(piece.span.document_id, piece.span.page) for piece in pieces])
    for piece in pieces:
        stored = pages[piece.span.document_id, piece.span.page].text.encode()
        assert piece.text.encode() in stored
        assert piece.text == pages[piece.span.document_id, piece.span.page].text[piece.span.start : piece.span.end]
    assert not any(undecided(one.limb.outcome) for one in answered.decisions)
    assert all(undecided(one.limb.outcome) for one in answered.not_carried)


def test_every_limb_of_the_archive_can_be_quoted_from_its_page(sample_archive: Archive) -> None:
    rows = list(limb_rows(sample_archive, Filters()))
    assert len(rows) > 150
    assert all(row["text"] in row["item_text"] or "\n" in row["text"] for row in rows)


def test_the_motion_to_agree_none_is_lost_and_the_one_after_it_carried(sample_archive: Archive) -> None:
    lost = [row for row in limb_rows(sample_archive, Filters(outcomes=(Outcome.LOST,))) if row["outcome"] == "lost"]
    assert any(row["text"].startswith("to agree none") and row["printed_vote"] == "(2:8)" for row in lost)
