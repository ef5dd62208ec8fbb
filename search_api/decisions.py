"""What was decided, in the minutes' own words?

Takes decision clauses by their place, gives each with the citation of its words and of the words from which its outcome was read.
All pages are read in two batches, together with whatever else the same reply quotes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.ports import Catalogue
from index.records import DecisionLimb
from search_api.citations import Citation
from search_api.citations import Passage
from search_api.citations import Piece
from search_api.citations import cite
from search_api.minuted import minuted_spans
from search_api.minuted import told_by
from search_api.places import Place


@dataclass(frozen=True, slots=True)
class Clause:
    """One limb of a decision and the agenda item it stands in."""

    place: Place
    limb: DecisionLimb


@dataclass(frozen=True, slots=True)
class QuotedDecision:
    """A clause with the citation of its words; `cue` are the printed words from which its outcome was read, `minuted` the whole
    sentences that tell of it.
    """

    limb: DecisionLimb
    citation: Citation
    cue: Piece | None
    minuted: tuple[Piece, ...]


def quote_decisions(
    catalogue: Catalogue, clauses: Sequence[Clause], passages: Sequence[Passage] = ()
) -> tuple[tuple[QuotedDecision, ...], tuple[Citation, ...]]:
    """Return the clauses quoted and the passages cited, each in the order given, with one read of pages."""
    words = [Passage(clause.place, clause.limb.spans) for clause in clauses]
    cues = [Passage(clause.place, (clause.limb.cue,)) for clause in clauses if clause.limb.cue]
    told = _minuted(catalogue, clauses)
    citations = iter(cite(catalogue, [*words, *told, *cues, *passages]))
    quoted = [next(citations) for _ in words]
    minuted = [next(citations) for _ in told]
    printed = {passage.spans[0]: next(citations).pieces[0] for passage in cues}
    decisions = (
        QuotedDecision(clause.limb, citation, printed[clause.limb.cue] if clause.limb.cue else None, sentences.pieces)
        for clause, citation, sentences in zip(clauses, quoted, minuted, strict=True)
    )
    return tuple(decisions), tuple(citations)


def _minuted(catalogue: Catalogue, clauses: Sequence[Clause]) -> list[Passage]:
    """Return the sentences that tell of each clause."""
    pages = catalogue.pages(sorted({(span.document_id, span.page) for clause in clauses for span in told_by(clause.limb)}))
    return [Passage(clause.place, minuted_spans(clause.place.item, clause.limb, pages)) for clause in clauses]


def all_clauses(place: Place) -> tuple[Clause, ...]:
    """Return every clause of an item, in printed order."""
    return tuple(Clause(place, limb) for limb in place.item.limbs)
