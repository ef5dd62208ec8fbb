"""What does the page of a decision say?

Takes one clause as the wire has it and the others of its item, gives its outcome first, in the heading too, then its words, its
vote and who moved it, the sentences that tell of it, the other clauses, and the line to cite it by. What was not agreed says so in
its title: nobody who opens the page at any point may take it for a decision.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from search_api.permalinks import wording
from search_api.permalinks.addresses import cited_decision
from search_api.permalinks.addresses import decision_path
from search_api.permalinks.addresses import item_path
from search_api.permalinks.addresses import meeting_path
from search_api.permalinks.clauses import TEXT
from search_api.permalinks.clauses import listed
from search_api.permalinks.clauses import minuted
from search_api.permalinks.clauses import voters
from search_api.permalinks.frame import Leaf
from search_api.permalinks.item_page import identity
from search_api.permalinks.parts import NOTHING
from search_api.permalinks.parts import badge
from search_api.permalinks.parts import citing
from search_api.permalinks.parts import event
from search_api.permalinks.parts import joined
from search_api.permalinks.parts import quotation
from search_api.permalinks.parts import rows
from search_api.permalinks.parts import section
from search_api.permalinks.parts import way_up
from search_api.schemas import DecisionOut

_WHOLE = Markup('<article itemscope itemtype="https://schema.org/CreativeWork">\n<h1 itemprop="name">{}</h1>\n{}</article>\n')


def decision_page(of: DecisionOut, clauses: Sequence[DecisionOut], base: str) -> Leaf:
    """Return the page of a clause; `clauses` are all of its item, `base` the address of the API printed in the citation."""
    ground = wording.ground_of(of.outcome)
    clause = wording.clause(of)
    title = f"{ground.single}: {wording.bare_title(of.citation)}{', ' if clause else ''}{clause}"
    content = (
        Markup('<p class="verdict">{}<span>{}</span></p>\n').format(badge(of.outcome), ground.note),
        quotation(of.citation.quotation, of.outcome, TEXT),
        _told(of),
        voters(of),
        minuted(of),
        section("Where it stands", _facts(of)),
        section("Other clauses of this item", _others(of, clauses)),
        citing(cited_decision(of, base)),
    )
    whole = _WHOLE.format(title, joined(content))
    address = f"{base}/{decision_path(of.limb_id)}"
    record = f"../{of.citation.link.lstrip('/')}"
    return Leaf(f"{title} · {wording.sitting(of.citation)}", way_up(of.citation, of.citation) + whole, address, record)


def _told(of: DecisionOut) -> Markup:
    """Return the outcome and the vote with the words they were read from; what is not printed is not stated."""
    cue = Markup("{}, printed “{}”").format(wording.outcome(of.outcome), wording.folded(of.cue.text)) if of.cue else None
    facts = (
        ("Outcome", cue or wording.outcome(of.outcome)),
        ("Vote", wording.vote(of)),
        *((("Verb", wording.verb(of)),) if wording.verb(of) else ()),
        ("Kind of motion", of.motion_kind),
        ("Moved by", wording.folded(of.mover)),
        ("Seconded by", wording.folded(of.seconder)),
    )
    return Markup("<dl><div>{}</div></dl>\n").format(rows(facts))


def _facts(of: DecisionOut) -> Markup:
    """Return the item and the meeting that the clause belongs to."""
    head = of.citation
    item = Markup('<a itemprop="url" href="../{}"><span itemprop="name">{}</span></a>')
    part = Markup('<div itemprop="isPartOf" itemscope itemtype="https://schema.org/CreativeWork">{}</div>').format(
        rows((("Agenda item", item.format(item_path(head.item_id), wording.title(head))), *identity(head)))
    )
    meeting = Markup(' · <a itemprop="url" href="../{}">the whole meeting</a>').format(meeting_path(head.meeting_id))
    when = Markup('<div itemprop="recordedAt" itemscope itemtype="https://schema.org/Event">{}</div>').format(event(head, meeting))
    return Markup("<dl>{}{}</dl>").format(part, when)


def _others(of: DecisionOut, clauses: Sequence[DecisionOut]) -> Markup:
    """Return the other clauses in printed order, each with its outcome."""
    others = listed(clauses, without=of.limb_id)
    return Markup('<ul class="items">{}</ul>').format(others) if others else NOTHING
