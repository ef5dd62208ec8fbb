"""What is gathered, in which order, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import UnknownRecordError
from index.passages import Filters
from index.records import Outcome
from search_api.answering import Answer
from search_api.briefing.exporting import Format
from search_api.briefing.exporting import export
from search_api.briefing.gathering import Briefing
from search_api.briefing.gathering import EmptyBriefingError
from search_api.briefing.gathering import Order
from search_api.briefing.gathering import Sort
from search_api.briefing.gathering import gather
from search_api.briefing.gathering import of_sort
from search_api.errors import EmptyQueryError
from search_api.search import Searcher
from tests.search_api.briefing.conftest import MADE
from tests.search_api.briefing.conftest import QUESTIONS
from tests.search_api.briefing.reading import ours_in_word
from tests.search_api.conftest import Clause
from tests.search_api.conftest import Minutes
from tests.search_api.conftest import point
from tests.search_api.conftest import write_archive


def test_questions_stand_in_the_order_asked_and_every_decision_of_an_answer_is_there(briefing: Briefing) -> None:
    assert tuple(one.typed for one in briefing.questions) == QUESTIONS
    for one in briefing.questions:
        if isinstance(one.answered, Answer):
            for sort, decisions in ((Sort.DECISION, one.answered.decisions), (Sort.NOT_CARRIED, one.answered.not_carried)):
                assert {q.limb.id for q in of_sort(one.quoted, sort) if q.limb} == {q.limb.id for q in decisions}
            assert one.left_out + len(of_sort(one.quoted, Sort.PASSAGE)) == len(one.answered.passages)


@pytest.mark.parametrize(
    ("outcome", "sort"),
    [
        (Outcome.CARRIED, Sort.DECISION),
        (Outcome.DEFERRED, Sort.DECISION),
        (Outcome.LOST, Sort.NOT_CARRIED),
        (Outcome.WITHDRAWN, Sort.NOT_CARRIED),
        (Outcome.NOT_PUT, Sort.NOT_CARRIED),
        (Outcome.UNCLEAR, Sort.UNCLEAR),
    ],
)
def test_what_is_not_clear_is_neither_decided_nor_lost(searcher: Searcher, tmp_path: Path, outcome: Outcome, sort: Sort) -> None:
    minutes = Minutes("one.txt", (point("1", "Roof", Clause("that the roof be mended.", outcome)),))
    archive = write_archive(f"file:{tmp_path}", [minutes])
    alone = Searcher(archive, searcher.embedder, searcher.settings)
    item_id = archive.register.items(Filters(), 0, 1, decided=True).item_ids[0]
    made = gather(alone, Order(item_ids=(item_id,)), MADE)
    assert [one.sort for one in made.quoted if one.sort is not Sort.MINUTED] == [sort]
    heading = {Sort.DECISION: "Decided", Sort.NOT_CARRIED: "Not carried", Sort.UNCLEAR: "Outcome not clear"}[sort]
    assert heading in ours_in_word(export(made, Format.DOCX))


def test_what_was_not_carried_has_beside_it_the_words_that_say_so_and_what_was_carried_does_not(briefing: Briefing) -> None:
    lost = next(one for one in briefing.quoted if one.sort is Sort.NOT_CARRIED and one.limb and one.limb.mover)
    assert lost.beside is not None
    assert "the motion was defeated" in lost.beside.citation.text
    assert all(one.beside is None for one in of_sort(briefing.quoted, Sort.DECISION))


def test_the_clauses_of_one_item_stand_in_printed_order(briefing: Briefing) -> None:
    labels = [one.limb.label for one in of_sort(briefing.questions[0].quoted, Sort.DECISION) if one.limb and one.number == 1]
    assert len(labels) > 1
    assert [one for one in labels if one] == sorted(one for one in labels if one)


def test_what_an_operator_asks_for_is_what_is_said_to_have_been_looked_at(searcher: Searcher) -> None:
    (asked,) = gather(searcher, Order(questions=("bridge date:2021",)), MADE).questions
    assert asked.answered.coverage.meetings == 2


def test_numbers_begin_at_one_and_lead_to_the_page_and_item_of_their_quotation(briefing: Briefing) -> None:
    first_seen = list(dict.fromkeys(one.number for one in briefing.quoted))
    assert first_seen == list(range(1, len(briefing.sources) + 1))
    for one in briefing.quoted:
        source = briefing.sources[one.number - 1]
        assert (source.place.item.id, source.page) == (one.citation.place.item.id, one.citation.page)


def test_an_item_is_quoted_by_its_decisions_and_motions_and_one_without_either_as_a_whole(briefing: Briefing) -> None:
    bridge, trees = briefing.items
    assert [one.sort for one in bridge.quoted] == [Sort.DECISION, Sort.DECISION, Sort.NOT_CARRIED, Sort.MOTION]
    assert bridge.quoted[-1].mover == "Councillor Hartigan"
    (whole,) = trees.quoted
    assert whole.sort is Sort.WHOLE
    assert whole.citation.text.endswith("The yew tree by the church was looked at.\n\n")


def test_an_item_asked_for_twice_stands_once(searcher: Searcher, item_ids: tuple[str, ...]) -> None:
    assert len(gather(searcher, Order(item_ids=(item_ids[0], item_ids[0])), MADE).items) == 1


def test_a_briefing_of_nothing_is_refused(searcher: Searcher) -> None:
    with pytest.raises(EmptyBriefingError, match="at least one question or one item"):
        gather(searcher, Order("Title"), MADE)


def test_a_question_that_cannot_be_read_and_an_item_not_held_are_refused(searcher: Searcher) -> None:
    with pytest.raises(EmptyQueryError):
        gather(searcher, Order(questions=("  ",)), MADE)
    with pytest.raises(UnknownRecordError, match="agenda item"):
        gather(searcher, Order(item_ids=("d000000000000-m1-i01",)), MADE)


def test_an_item_that_is_not_open_is_as_unknown_as_one_that_never_was(searcher: Searcher, item_ids: tuple[str, ...]) -> None:
    closed = item_ids[0].removesuffix("1") + "2"
    with pytest.raises(UnknownRecordError):
        gather(searcher, Order(item_ids=(closed,)), MADE)
