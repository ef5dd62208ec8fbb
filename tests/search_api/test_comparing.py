"""The same question in columns, on an archive in memory and on one on disk."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import cast

import pytest
from fastapi.testclient import TestClient

from index.errors import DamagedArchiveError
from index.passages import Filters
from index.ports import Catalogue
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.answering import answer
from search_api.comparing import By
from search_api.comparing import Columns
from search_api.comparing import ColumnsError
from search_api.comparing import columns_of
from search_api.comparing import compare
from search_api.errors import EmptyQueryError
from search_api.errors import UnknownValueError
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.present_briefing import present_comparison
from search_api.schemas_briefing import CompareOut
from search_api.schemas_state import ProblemOut
from search_api.search import Searcher

TODAY = dt.date(2026, 11, 22)
CHORLMERE, LARKMERE, STOKE = "Chorlmere Council", "Larkmere City Council", "Stoke Parish Council"
BRIDGE = "what was decided on the harbour bridge"


def test_each_column_is_the_answer_within_that_council_alone(searcher: Searcher) -> None:
    compared = compare(searcher, BRIDGE, columns_of([STOKE, LARKMERE], []), Filters(), TODAY)
    assert [one.name for one in compared.columns] == [STOKE, LARKMERE]
    for column in compared.columns:
        assert column.answered == answer(searcher, BRIDGE, Filters(councils=(column.name,)))
        assert column.failure is None


def test_what_was_not_carried_stays_apart_in_its_column(searcher: Searcher) -> None:
    compared = compare(searcher, BRIDGE, columns_of([LARKMERE, STOKE], []), Filters(), TODAY)
    larkmere = compared.columns[0].answered
    assert isinstance(larkmere, Answer)
    assert {one.limb.outcome.value for one in larkmere.decisions} <= {"carried", "deferred"}
    assert {one.limb.outcome.value for one in larkmere.not_carried} == {"withdrawn"}


def test_a_column_without_a_record_says_so_and_what_was_looked_at(searcher: Searcher) -> None:
    compared = compare(searcher, BRIDGE, columns_of([STOKE, LARKMERE], []), Filters(), TODAY)
    stoke = compared.columns[0]
    assert isinstance(stoke.answered, NotRecorded)
    shown = present_comparison(compared).columns[0]
    assert (shown.kind, shown.label) == ("no_record", SENTENCES[Label.NO_RECORD])
    assert shown.answer is not None
    assert (shown.answer.coverage.meetings, shown.answer.coverage.councils) == (1, [STOKE])
    assert shown.answer.decisions == []


def test_a_column_in_which_nothing_lies_is_told_from_one_that_is_silent(searcher: Searcher) -> None:
    since = Filters(since=dt.date(2021, 1, 1))
    shown = present_comparison(compare(searcher, BRIDGE, columns_of([STOKE, LARKMERE], []), since, TODAY))
    assert [one.label for one in shown.columns] == [SENTENCES[Label.NO_MEETINGS], None]
    assert shown.columns[0].answer is not None
    assert shown.columns[0].answer.coverage.meetings == 0


def test_bodies_are_compared_across_councils(searcher: Searcher) -> None:
    columns = columns_of([], ["Shared Services Joint Committee", "Full Council"])
    compared = compare(searcher, "shared Chief Executive", columns, Filters(), TODAY)
    assert [type(one.answered) for one in compared.columns] == [Answer, NotRecorded]


class _Failing:
    """A catalogue that has lost the pages of one council's documents."""

    def __init__(self, held: Catalogue, lost: str) -> None:
        self._held = held
        self._lost = lost

    def __getattr__(self, name: str) -> object:
        return getattr(self._held, name)

    def documents(self, document_ids: list[str]) -> object:
        found = self._held.documents(document_ids)
        if any(one.path.startswith(self._lost) for one in found):
            raise DamagedArchiveError("the archive", "pages are missing")
        return found


def test_a_column_that_cannot_be_looked_at_says_so_and_leaves_the_others_as_they_are(searcher: Searcher) -> None:
    broken = replace(searcher.archive, catalogue=cast("Catalogue", _Failing(searcher.archive.catalogue, "stoke/")))
    columns = columns_of([STOKE, LARKMERE], [])
    compared = compare(Searcher(broken, searcher.embedder, searcher.settings), "Mill Lane bridge", columns, Filters(), TODAY)
    whole = compare(searcher, "Mill Lane bridge", columns, Filters(), TODAY)
    assert compared.columns[1] == whole.columns[1]
    shown = present_comparison(compared).columns[0]
    assert (shown.kind, shown.label, shown.answer) == ("failed", SENTENCES[Label.NOT_LOOKED_AT], None)
    assert shown.failure is not None
    assert "pages are missing" in shown.failure


@pytest.mark.parametrize(
    ("councils", "bodies"),
    [([], []), ([STOKE], []), ([STOKE, STOKE], []), ([STOKE, LARKMERE], ["Full Council"]), ([str(n) for n in range(7)], [])],
)
def test_columns_that_cannot_stand_side_by_side_are_refused(councils: list[str], bodies: list[str]) -> None:
    with pytest.raises(ColumnsError, match="name 2 to 6 councils, or 2 to 6 bodies, each once"):
        columns_of(councils, bodies)


def test_an_operator_that_would_silence_the_other_columns_is_refused(searcher: Searcher) -> None:
    with pytest.raises(ColumnsError, match="council:"):
        compare(searcher, "bridge council:Larkmere", columns_of([STOKE, LARKMERE], []), Filters(), TODAY)


def test_what_an_operator_asks_for_holds_for_every_column_and_is_what_was_looked_at(searcher: Searcher) -> None:
    shown = present_comparison(compare(searcher, "bridge date:2021", columns_of([STOKE, LARKMERE], []), Filters(), TODAY))
    assert [one.answer.coverage.meetings for one in shown.columns if one.answer] == [0, 2]
    within = present_comparison(compare(searcher, "bridge body:Full", columns_of([STOKE, LARKMERE], []), Filters(), TODAY))
    assert [one.answer.filters.bodies for one in within.columns if one.answer] == [["Full Council"], ["Full Council"]]


def test_names_not_held_and_questions_without_words_are_refused_as_everywhere(searcher: Searcher) -> None:
    with pytest.raises(UnknownValueError, match="no council 'Atlantis'"):
        compare(searcher, "bridge", columns_of([STOKE, "Atlantis"], []), Filters(), TODAY)
    with pytest.raises(EmptyQueryError):
        compare(searcher, "  ", columns_of([STOKE, LARKMERE], []), Filters(), TODAY)


def test_the_api_compares_two_councils(client: TestClient) -> None:
    reply = client.get("/v1/compare", params={"q": BRIDGE, "council": [STOKE, LARKMERE], "since": "2019-01-01"})
    assert reply.status_code == 200, reply.text
    found = CompareOut.model_validate_json(reply.content)
    assert (found.question, found.by) == (BRIDGE, "council")
    assert [(one.name, one.kind) for one in found.columns] == [(STOKE, "no_record"), (LARKMERE, "answer")]
    answered = found.columns[1].answer
    assert answered is not None
    assert answered.filters.councils == [LARKMERE]
    for one in (*answered.decisions, *answered.not_carried):
        page = client.get(f"/v1/documents/{one.citation.document_id}/pages/{one.citation.page}").json()
        (piece,) = one.citation.quotation
        assert page["text"][piece.start : piece.end] == piece.text == one.text


@pytest.mark.parametrize(
    ("parameters", "status", "name"),
    [
        ({"q": "bridge", "council": [STOKE]}, 400, "columns"),
        ({"q": "bridge", "council": [STOKE, "Atlantis"]}, 400, "unknown-value"),
        ({"q": "bridge", "council": [STOKE, LARKMERE], "k": "3"}, 422, "bad-parameters"),
        ({"q": " ", "council": [STOKE, LARKMERE]}, 400, "empty-query"),
    ],
)
def test_what_the_api_cannot_compare_it_refuses_in_one_sentence(
    client: TestClient, parameters: dict[str, list[str]], status: int, name: str
) -> None:
    reply = client.get("/v1/compare", params=parameters)
    assert reply.status_code == status
    assert ProblemOut.model_validate_json(reply.content).type == f"urn:minutebook:problem:{name}"


def test_columns_keep_the_order_asked() -> None:
    assert columns_of(["b", "a"], []) == Columns(By.COUNCIL, ("b", "a"))
