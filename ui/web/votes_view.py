"""Which votes are printed, and who voted how?

Takes the reply of `/v1/votes`, gives the table of them, newest meeting first: where and when, the clause quoted in short with the
way to the whole, its outcome and the vote as printed, the figures with a bar, and the names of each side in a fold. With a name
asked for, on which side it is printed. Counts nobody's votes and takes no two names for one person.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import RecordedVoteOut
from search_api.schemas_people import SideOut
from search_api.schemas_people import VoteOut
from search_api.schemas_people import VotesOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import badge
from ui.web.components import joined
from ui.web.components import sitting
from ui.web.excerpts import excerpt
from ui.web.excerpts import excerpted
from ui.web.links import Screen
from ui.web.vote_bar import figures

ROWS = 20
"""Votes on one page, as many as the API gives where no number is asked for."""

CLAUSE = 240
"""Characters of a clause that are quoted in the table."""

COLUMNS = ("Meeting", "On what", "Outcome", "Votes")


def votes(found: VotesOut, screen: Screen) -> Markup:
    """Return one page of the votes printed, or that none is."""
    label = Markup('<p class="mb-note">{}</p>').format(found.label) if found.label else NOTHING
    body = _table(found, screen) if found.votes else _none(found, screen)
    return Markup(
        '<div class="mb mb-votes" lang="en-GB"><section aria-labelledby="mb-listed"><h2 id="mb-listed">{}</h2>'
        '<p class="mb-muted" role="status">{}</p>{}{}{}</section></div>'
    ).format(_title(found), _counted(found), label, body, _pages(found, screen))


def _title(found: VotesOut) -> str:
    kind = "Recorded votes" if found.recorded or found.member else "Votes printed"
    return f"{kind} that print “{found.member}”" if found.member else kind


def _counted(found: VotesOut) -> str:
    if not found.total:
        return "None."
    first, last = found.start + 1, found.start + len(found.votes)
    rows = f"{first:,} to {last:,} of " if found.votes and len(found.votes) < found.total else ""
    return f"{rows}{wording.plural(found.total, 'clause')} with a vote, newest meeting first."


def _none(found: VotesOut, screen: Screen) -> Markup:
    if found.total:
        return Markup('<p>This page of the list is empty. <a href="{}">Go to the first</a></p>').format(screen.starting(0))
    widen = Markup('<p><a href="{}">Look without filters</a></p>').format(screen.unfiltered()) if screen.filters else NOTHING
    return Markup("<p>No vote is printed in the minutes held here within what was asked for.</p>{}").format(widen)


def _table(found: VotesOut, screen: Screen) -> Markup:
    # The roles stand there in so many words: on a phone the rows are drawn as blocks, and some browsers then forget the table.
    headed = joined(Markup('<th scope="col" role="columnheader">{}</th>').format(name) for name in COLUMNS)
    rows = joined(_row(vote, screen) for vote in found.votes)
    return Markup(
        '<table class="mb-table" role="table" aria-labelledby="mb-listed"><thead role="rowgroup"><tr role="row">{}</tr></thead>'
        '<tbody role="rowgroup">{}</tbody></table>'
    ).format(headed, rows)


def _row(vote: VoteOut, screen: Screen) -> Markup:
    cells = (sitting(vote.citation), _matter(vote, screen), badge(vote.outcome, vote.printed_vote), _voted(vote))
    cell = Markup('<td role="cell" class="mb-cell-{}">{}</td>')
    return Markup('<tr role="row">{}</tr>').format(joined(cell.format(*each) for each in enumerate(cells)))


def _matter(vote: VoteOut, screen: Screen) -> Markup:
    """Return the item as a link, and the clause quoted in short."""
    citation = vote.citation
    link = Markup('<p class="mb-item"><a href="{}">{}</a></p>').format(
        screen.at_item(citation.item_id, citation.spans), wording.title(citation)
    )
    kind = (
        Markup('<p class="mb-muted">{}</p>').format(vote.motion_kind.capitalize()) if vote.motion_kind != "substantive" else NOTHING
    )
    return link + kind + (excerpted(excerpt(citation.quotation, CLAUSE), vote.outcome) if citation.quotation else NOTHING)


def _voted(vote: VoteOut) -> Markup:
    return joined((_sides(vote.sides), figures(vote), _names(vote.recorded_vote)))


def _sides(sides: Sequence[SideOut]) -> Markup:
    side = Markup('<li><span class="mb-side mb-side-{}" aria-hidden="true"></span>{}: <strong>{}</strong></li>')
    listed = joined(side.format(one.side, one.name, one.side) for one in sides)
    return Markup('<ul class="mb-sides">{}</ul>').format(listed) if sides else NOTHING


def _names(recorded: RecordedVoteOut | None) -> Markup:
    if recorded is None:
        return NOTHING
    sides = (("For", recorded.in_favour), ("Against", recorded.against), ("Abstained", recorded.abstained))
    rows = joined(Markup("<dt>{}</dt><dd>{}</dd>").format(side, ", ".join(names)) for side, names in sides if names)
    return Markup('<details><summary>Who voted how</summary><dl class="mb-facts">{}</dl></details>').format(rows)


def _pages(found: VotesOut, screen: Screen) -> Markup:
    newer = Markup('<a href="{}" rel="prev">← Newer votes</a>').format(screen.starting(max(0, found.start - ROWS)))
    older = Markup('<a href="{}" rel="next">Older votes →</a>').format(screen.starting(found.start + ROWS))
    shown = [link for link, there in ((newer, found.start > 0), (older, found.start + ROWS < found.total)) if there]
    return (
        Markup('<nav aria-label="Pages of the list"><p class="mb-pages">{}</p></nav>').format(joined(shown)) if shown else NOTHING
    )
