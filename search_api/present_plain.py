"""How does a checked line go over the wire?

Fills the plain line of `schemas.py` and its counts of `schemas_state.py`; the label is one fixed sentence.
"""

from __future__ import annotations

from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.plain.lines import PlainLine
from search_api.plain.lines import PlainLines
from search_api.schemas import PlainOut
from search_api.schemas import PlainSupportOut
from search_api.schemas_state import PlainStateOut


def present_plain(line: PlainLine | None) -> PlainOut | None:
    """Present a line, or that there is none."""
    if line is None:
        return None
    supports = [PlainSupportOut(sentence=one.sentence, citations=list(one.citations)) for one in line.supports]
    return PlainOut(label=SENTENCES[Label.PLAIN], text=line.text, supports=supports)


def present_plain_state(lines: PlainLines) -> PlainStateOut:
    """Present how many lines were shown and dropped."""
    counts = lines.counts()
    dropped = {reason.value: count for reason, count in sorted(counts.dropped.items())}
    return PlainStateOut(configured=lines.configured, shown=counts.shown, dropped=dropped)
