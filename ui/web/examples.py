"""What could I ask?

Questions to show to a person who has not asked yet. Each is put to the archive before it is offered, so that nobody's first click
finds nothing: with the sample council the first three are answered, with other minutes perhaps others, or none are shown.
"""

from __future__ import annotations

from ui.web.client import MinutebookApi

QUESTIONS = (
    "what was decided on a shared Chief Executive",
    "who voted against reducing the council tax",
    "why was the premises licence reviewed",
    "what was decided on the budget",
    "what was decided on car parking",
    "what was decided on the local plan",
    "who proposed the motion",
)
"""Best first; those after the third are asked of any council."""

SHOWN = 3


def answered(api: MinutebookApi) -> tuple[str, ...]:
    """Return the first questions that this archive answers, three at most."""
    found: list[str] = []
    for question in QUESTIONS:
        if len(found) == SHOWN:
            break
        if api.answer(question, ()).kind == "answer":
            found.append(question)
    return tuple(found)
