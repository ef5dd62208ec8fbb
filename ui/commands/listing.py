"""`minutebook decisions`: what was decided, clause by clause?

Takes filters, prints every clause of the archive that they allow, newest meeting first: a few lines for people, or one object of
JSON a line as gold/FORMAT.md has it.
"""

from __future__ import annotations

from argparse import Namespace

from index.records import Outcome
from search_api.evaluation.rows import Row
from search_api.evaluation.rows import limb_rows
from ui.opening import filters
from ui.opening import opened
from ui.output import line_of
from ui.sentences import OUTCOMES
from ui.sentences import safe
from ui.web.wording import plural


def decisions(given: Namespace) -> int:
    """Print every clause; none at all is an answer."""
    archive = opened(given)
    count = 0
    for row in limb_rows(archive, filters(given, archive)):
        print(line_of(row) if given.json else safe(_block(row)))
        count += 1
    if not given.json:
        print(plural(count, "clause", "clauses") + " of decisions")
    return 0


def _block(row: Row) -> str:
    """Return a clause for people: when and who, which item, what became of it, the words."""
    sitting = ", ".join(row[key] or f"{key} not stated" for key in ("date", "council", "body"))
    item = ". ".join(part for part in (row["item_number"], row["item_title"]) if part) or "an item without a title"
    outcome = OUTCOMES[Outcome(row["outcome"])].lower()
    vote = row["printed_vote"] or "vote not stated"
    words = " ".join(row["text"].split())
    label = f"{row['label']}: " if row["label"] else ""
    return f"{sitting}\n  {item}\n  {outcome}, {vote}; {label}\u201c{words}\u201d\n  {row['document']}, page {row['page']}\n"
