"""Is every word of every answer the page's own, or one of our fixed labels? Asked with every development question."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from index.passages import Filters
from index.ports import Catalogue
from search_api.answering import answer
from search_api.applied import apply
from search_api.errors import QuestionError
from search_api.evaluation.judgements import read_questions
from search_api.labels import SENTENCES
from search_api.present import present_answer
from search_api.search import Searcher
from tests.quality.conftest import SEEDS
from tests.quality.conftest import TODAY

SHARED = Path(__file__).parents[3] / "shared"
QUESTIONS = SHARED / "gold" / "questions-dev.jsonl"

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(not SEEDS.is_dir() or not QUESTIONS.is_file(), reason="../shared is not beside this checkout"),
]

SAID = frozenset(SENTENCES.values())


@pytest.fixture(scope="module")
def replies(seeds: Searcher) -> tuple[Catalogue, list[dict[str, Any]]]:
    """What goes over the wire for every question, within whatever words of it are read as filters."""
    return seeds.archive.catalogue, list(replies_of(seeds))


def replies_of(searcher: Searcher) -> Iterator[dict[str, Any]]:
    """Answer every question that can be asked."""
    for question in read_questions(QUESTIONS):
        try:
            applied = apply(searcher, question.text, Filters(), (), TODAY)
            yield present_answer(answer(searcher, question.text, applied.filters), applied).model_dump(mode="json")
        except QuestionError:
            continue


def pieces_in(reply: object, document: str | None = None) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every quoted piece with the document that it is quoted from."""
    if isinstance(reply, dict):
        cited = reply.get("citation")
        within = reply.get("document_id") or (cited["document_id"] if isinstance(cited, dict) else document)
        if {"text", "page", "start", "end", "ocr"} <= reply.keys():
            yield str(document), reply
        else:
            for value in reply.values():
                yield from pieces_in(value, within)
    elif isinstance(reply, list):
        for value in reply:
            yield from pieces_in(value, document)


def test_every_quotation_is_the_page_byte_for_byte(replies: tuple[Catalogue, list[dict[str, Any]]]) -> None:
    catalogue, answers = replies
    quoted = [piece for reply in answers for piece in pieces_in(reply)]
    assert len(quoted) > 100
    for document, piece in quoted:
        page = catalogue.pages([(document, piece["page"])])[document, piece["page"]]
        assert page.text[piece["start"] : piece["end"]].encode() == piece["text"].encode()


def test_a_clause_is_its_quotation_and_every_sentence_beside_it_is_a_fixed_label(
    replies: tuple[Catalogue, list[dict[str, Any]]],
) -> None:
    _, answers = replies
    for reply in answers:
        for decision in (*reply["decisions"], *reply["not_carried"]):
            assert decision["text"] == "\n".join(piece["text"] for piece in decision["citation"]["quotation"])
        said = [reply["label"], *(missing["label"] for missing in reply["missing"])]
        assert {sentence for sentence in said if sentence} <= SAID
        assert reply["plain"] is None
