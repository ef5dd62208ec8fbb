"""In which sentences does a decision stand?"""

from __future__ import annotations

from index.records import AgendaItem
from index.records import DecisionLimb
from index.records import Force
from index.records import Outcome
from index.records import Tally
from index.records import Vote
from index.sources import Page
from index.sources import SourceSpan
from search_api.minuted import minuted_spans
from search_api.minuted import told_by

TEXT = (
    "9. Derelict cottages\n\n"
    "The Engineer spoke first. After a long debate it was unanimously agreed to defer a decision on the cottages to May. "
    "Councillor Quill asked about the lamp.\n\n"
    "As there was no majority in favour, the Deputy Mayor declared the Motion defeated. The meeting rose."
)


def span(words: str) -> SourceSpan:
    start = TEXT.index(words)
    return SourceSpan("d1", 1, start, start + len(words))


def quoted(limb: DecisionLimb, part: SourceSpan | None = None) -> list[str]:
    whole = part or SourceSpan("d1", 1, 0, len(TEXT))
    item = AgendaItem("d1-m1-i01", 1, "9", None, "Derelict cottages", (whole,))
    return [TEXT[one.start : one.end] for one in minuted_spans(item, limb, {("d1", 1): Page("d1", 1, TEXT)})]


def clause(words: str, *, cue: str | None = None, vote: str | None = None) -> DecisionLimb:
    printed = Vote(vote, span(vote), Tally(2, 8)) if vote else None
    return DecisionLimb("l", None, (span(words),), Force.DEFERRED, Outcome.DEFERRED, span(cue) if cue else None, printed)


def test_a_clause_is_shown_in_its_whole_sentence() -> None:
    assert quoted(clause("to defer a decision on the cottages to May", cue="agreed")) == [
        "After a long debate it was unanimously agreed to defer a decision on the cottages to May."
    ]


def test_an_outcome_declared_elsewhere_is_a_sentence_of_its_own() -> None:
    limb = clause("to defer a decision on the cottages to May", cue="declared the Motion defeated")
    assert quoted(limb)[1] == "As there was no majority in favour, the Deputy Mayor declared the Motion defeated."
    assert told_by(limb) == (*limb.spans, limb.cue)


def test_sentences_that_touch_are_one_quotation() -> None:
    assert quoted(clause("The Engineer spoke first.", cue="unanimously agreed")) == [
        "The Engineer spoke first. After a long debate it was unanimously agreed to defer a decision on the cottages to May."
    ]


def test_nothing_is_quoted_from_outside_the_item() -> None:
    start = TEXT.index("unanimously")
    part = SourceSpan("d1", 1, start, TEXT.index(" on the cottages to May"))
    assert quoted(clause("to defer a decision", cue="agreed"), part) == ["unanimously agreed to defer a decision"]
