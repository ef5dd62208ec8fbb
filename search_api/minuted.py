"""In which sentences of the minutes does a decision stand?

Takes a clause and the pages of its item, gives the spans of the whole sentences that hold its words, the words its outcome was read
from and its vote: "it was unanimously agreed to defer ...", "the Deputy Mayor declared the Motion defeated". The clause alone is
what was decided; these are what an officer quotes. Composes nothing and leaves the item never.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping

from index.ports import PageKey
from index.records import AgendaItem
from index.records import DecisionLimb
from index.sentences import Sentence
from index.sentences import sentence_at
from index.sentences import sentences
from index.sources import Page
from index.sources import SourceSpan

_LONGEST = 1200
"""Characters: what runs on for longer without a stop is a table or a list, not a sentence."""


def told_by(limb: DecisionLimb) -> tuple[SourceSpan, ...]:
    """Return where the clause, the words its outcome was read from, and its vote stand."""
    vote = limb.vote.span if limb.vote else None
    return (*limb.spans, *(span for span in (limb.cue, vote) if span is not None))


def minuted_spans(item: AgendaItem, limb: DecisionLimb, pages: Mapping[PageKey, Page]) -> tuple[SourceSpan, ...]:
    """Return the sentences of the item that tell of the clause, in printed order, those that touch as one span."""
    return sentence_spans(item, told_by(limb), pages)


def sentence_spans(item: AgendaItem, spans: Iterable[SourceSpan], pages: Mapping[PageKey, Page]) -> tuple[SourceSpan, ...]:
    """Return the whole sentences of the item that hold these spans, in printed order, those that touch as one span."""
    found = sorted({widened for span in spans for widened in _widened(item, span, pages)}, key=_place)
    merged: list[SourceSpan] = []
    for span in found:
        before = merged[-1] if merged else None
        if before is not None and _touch(before, span, pages):
            merged[-1] = SourceSpan(span.document_id, span.page, before.start, max(before.end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _widened(item: AgendaItem, span: SourceSpan, pages: Mapping[PageKey, Page]) -> Iterator[SourceSpan]:
    """Yield the span, widened to whole sentences within the part of the item that it stands in."""
    page = pages[span.document_id, span.page]
    for part in _parts(item.spans, span):
        found = sentences(page.text, part.start, part.end)
        first, last = _at(found, span.start), _at(found, span.end - 1)
        start, end = min(first.start, span.start), max(last.end, span.end)
        yield SourceSpan(span.document_id, span.page, start, end) if end - start <= _LONGEST else span


def _parts(spans: Iterable[SourceSpan], span: SourceSpan) -> list[SourceSpan]:
    same = [one for one in spans if (one.document_id, one.page) == (span.document_id, span.page)]
    return [one for one in same if one.start <= span.start and span.end <= one.end] or [span]


def _at(found: list[Sentence], at: int) -> Sentence:
    return sentence_at(found, max(at, found[0].start)) if found else Sentence(at, at + 1)


def _touch(before: SourceSpan, after: SourceSpan, pages: Mapping[PageKey, Page]) -> bool:
    if (before.document_id, before.page) != (after.document_id, after.page):
        return False
    return not pages[after.document_id, after.page].text[before.end : after.start].strip()


def _place(span: SourceSpan) -> tuple[str, int, int, int]:
    return (span.document_id, span.page, span.start, span.end)
