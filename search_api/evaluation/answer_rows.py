"""What do a search and an answer look like as objects of JSON?

Takes what the Searcher found and what was answered, gives the objects of a RESULTS.jsonl line (gold/FORMAT.md) with who, when
and where beside them; `minutebook search` and `ask` print the same. Every text is a slice of a stored page; a decision always
carries its outcome, and in an answer what was lost stands apart from what was decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence

from index.ports import Catalogue
from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.citations import Citation
from search_api.citations import Passage
from search_api.citations import cite
from search_api.decisions import QuotedDecision
from search_api.evaluation.rows import Row
from search_api.evaluation.rows import sitting_row
from search_api.evaluation.rows import vote_row
from search_api.found import Found
from search_api.labels import SENTENCES
from search_api.places import Place


def result_rows(catalogue: Catalogue, found: Found) -> Iterator[Row]:
    """Give the agenda items that were found, best first: each with its whole text, its best passage, and whether it lies outside
    what was understood from the question.
    """
    passages = [Passage(hit.place, hit.chunks[0].chunk.spans) for hit in found.hits]
    items = [Passage(hit.place, hit.place.item.spans) for hit in found.hits]
    citations = cite(catalogue, [*passages, *items])
    pairs = zip(found.hits, citations[: len(passages)], citations[len(passages) :], strict=True)
    for rank, (hit, passage, item) in enumerate(pairs, 1):
        yield {
            "rank": rank,
            **citation_row(passage),
            "quotation": passage.text,
            "item_text": item.text,
            "score": hit.score,
            "outside": hit.place.item.id in found.outside,
        }


def answer_row(answered: Answer | NotRecorded) -> Row:
    """Return an answer as one object: `refused` where nothing is quoted, `not_recorded` where a detail is missing."""
    if isinstance(answered, NotRecorded):
        return {
            "refused": True,
            "not_recorded": False,
            "label": SENTENCES[answered.label],
            "decisions": [],
            "not_carried": [],
            "quotations": [],
            "missing": [],
            "nearest": [place_row(place) for place in answered.nearest],
        }
    quoted = (*answered.decisions, *answered.not_carried)
    shown = [*(one.citation for one in quoted), *(Citation(one.citation.place, one.minuted) for one in quoted)]
    return {
        "refused": False,
        "not_recorded": bool(answered.missing),
        "label": SENTENCES[answered.label] if answered.label else None,
        "decisions": [decision_row(one) for one in answered.decisions],
        "not_carried": [decision_row(one) for one in answered.not_carried],
        "quotations": [{**citation_row(one), "text": one.text} for one in (*answered.passages, *shown)],
        "missing": [{"detail": detail.value, "label": SENTENCES[detail]} for detail in answered.missing],
        "nearest": [],
    }


def merged(answered: Row) -> Row:
    """Return the answer of a RESULTS.jsonl line: all motions in one list, each with its outcome, decided ones first."""
    decisions: Sequence[Row] = [*answered["decisions"], *answered["not_carried"]]
    return {**answered, "decisions": decisions, "not_carried": []}


def decision_row(quoted: QuotedDecision) -> Row:
    """Return one clause with its outcome, its vote and where it stands."""
    limb = quoted.limb
    return {
        **citation_row(quoted.citation),
        "text": quoted.citation.text,
        "label": limb.label,
        "force": limb.force.value,
        "outcome": limb.outcome.value,
        **vote_row(limb.vote),
        "mover": limb.mover,
        "seconder": limb.seconder,
    }


def citation_row(citation: Citation) -> Row:
    """Return where quoted words stand, with the span of every piece, and whether they were read from a picture."""
    spans = [{"page": one.span.page, "start": one.span.start, "end": one.span.end} for one in citation.pieces]
    return {**place_row(citation.place), "page": citation.page, "spans": spans, "ocr": citation.ocr}


def place_row(place: Place) -> Row:
    """Return which point of business it is, of which meeting, in which document."""
    return {
        "document": place.document.path,
        **sitting_row(place.meeting),
        "item_id": place.item.id,
        "item_number": place.item.number or place.item.minute_number,
        "item_title": place.item.title,
        "url": place.url,
    }
