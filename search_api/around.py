"""What stands around the decisions of an item, in one list?

Takes an agenda item, gives its interests, undertakings, references, referrals, exclusions and corrections in printed order, each
with the spans of its words and its facts by the names of the wire. Reads nothing and quotes nothing: that is for `citations.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from index.records import AgendaItem
from index.records import Interest
from index.sources import SourceSpan

_NOTHING: dict[str, Any] = dict.fromkeys(("who", "matter", "interest", "left", "when", "outcome", "act", "meeting_date"))


@dataclass(frozen=True, slots=True)
class Around:
    """One record beside the decisions: where its words stand, and its facts as the wire names them."""

    spans: tuple[SourceSpan, ...]
    facts: dict[str, Any]


def around_of(item: AgendaItem) -> tuple[Around, ...]:
    """Return what stands around the item's decisions, in printed order."""
    return tuple(sorted((one for one in _records(item) if one.spans), key=lambda one: (one.spans[0], one.facts["kind"])))


def _records(item: AgendaItem) -> Iterator[Around]:
    for interest in item.interests:
        yield _around(
            "interest",
            declaring(interest),
            who=interest.name_as_printed,
            matter=interest.matter_as_printed,
            interest=interest.kind_as_printed,
            left=interest.left.value,
        )
    for undertaking in item.undertakings:
        yield _around("undertaking", undertaking.spans, who=undertaking.who_as_printed, when=undertaking.when_as_printed)
    for reference in item.references:
        yield _around(reference.kind.value, (reference.span,), matter=reference.as_printed)
    for referral in item.referrals:
        yield _around(referral.kind.value, referral.spans, matter=referral.to_as_printed)
    for exclusion in item.exclusions:
        outcome, cited = exclusion.outcome.value, list(exclusion.paragraphs)
        yield _around("exclusion", exclusion.spans, outcome=outcome, paragraphs=cited, act=exclusion.act_as_printed)
    for correction in item.corrections:
        yield _around("correction", correction.spans, outcome=correction.outcome.value, meeting_date=correction.meeting_date)


def declaring(interest: Interest) -> tuple[SourceSpan, ...]:
    """Return where a declaration stands, and what says of leaving where they stand elsewhere: "left: yes" is quoted too."""
    left = interest.left_span
    if left is None or any(one.page == left.page and one.start <= left.start and left.end <= one.end for one in interest.spans):
        return interest.spans
    return (*interest.spans, left)


def _around(kind: str, spans: tuple[SourceSpan, ...], **facts: Any) -> Around:  # noqa: ANN401 - facts of six kinds of record
    return Around(spans, {**_NOTHING, "paragraphs": [], "kind": kind, **facts})
