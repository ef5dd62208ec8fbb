"""What does the page of an agenda item say?

Takes the item as the wire has it and the items before and after it, gives whose it is, what was decided, what was not agreed apart
from that, what stands around it, every word as published, and the line to cite it by.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from search_api.permalinks import wording
from search_api.permalinks.addresses import cited_item
from search_api.permalinks.addresses import item_path
from search_api.permalinks.addresses import meeting_path
from search_api.permalinks.clauses import TEXT
from search_api.permalinks.clauses import by_ground
from search_api.permalinks.clauses import motions
from search_api.permalinks.frame import Leaf
from search_api.permalinks.parts import NOTHING
from search_api.permalinks.parts import citing
from search_api.permalinks.parts import doubtful
from search_api.permalinks.parts import event
from search_api.permalinks.parts import joined
from search_api.permalinks.parts import publishers_page
from search_api.permalinks.parts import quotation
from search_api.permalinks.parts import rows
from search_api.permalinks.parts import section
from search_api.permalinks.parts import way_up
from search_api.schemas import AroundOut
from search_api.schemas import AttendanceOut
from search_api.schemas import ItemHeadOut
from search_api.schemas import ItemOut
from search_api.schemas import PieceOut

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_WHOLE = Markup('<article itemscope itemtype="https://schema.org/CreativeWork">\n<h1{}>{}</h1>\n{}</article>\n')

AROUND = {
    "interest": "Interest declared",
    "undertaking": "Promised; not a decision",
    "report": "Report referred to",
    "appendix": "Appendix referred to",
    "minute": "Minute referred to",
    "referral": "Referred to another body; not a decision of that body",
    "recommendation": "Recommended to another body; not a decision of that body",
    "exclusion": "Exclusion of press and public",
    "correction": "Correction of earlier minutes",
}
"""What stands around a decision, by its kind on the wire."""


@dataclass(frozen=True, slots=True)
class Beside:
    """The items before and after one in its meeting, as printed."""

    before: ItemHeadOut | None
    after: ItemHeadOut | None


def item_page(of: ItemOut, beside: Beside, base: str) -> Leaf:
    """Return the page of an agenda item; `base` is the address of the API that is printed in the citation."""
    content = (
        _facts(of),
        by_ground(of.decisions),
        motions(of.motions),
        section("As published", _published(of.text)),
        section("Around this item", _around(of.around)),
        section("Who came and left", attendance(of.attendance)),
        citing(cited_item(of, base)),
    )
    name = Markup(' itemprop="name"') if of.title else NOTHING
    whole = _WHOLE.format(name, wording.title(of), joined(content))
    title = f"{wording.title(of)} · {wording.sitting(of)}"
    return Leaf(title, way_up(of) + whole + _onward(beside), f"{base}/{item_path(of.item_id)}", f"../{of.link.lstrip('/')}")


def _facts(of: ItemOut) -> Markup:
    meeting = Markup(' · <a itemprop="url" href="../{}">the whole meeting</a>').format(meeting_path(of.meeting_id))
    where = Markup('<div itemprop="recordedAt" itemscope itemtype="https://schema.org/Event">{}</div>').format(event(of, meeting))
    return Markup("<dl>{}<div>{}</div></dl>\n").format(where, rows(identity(of)))


def identity(of: ItemHeadOut) -> tuple[tuple[str, Markup | str | None], ...]:
    """Return the facts by which an item is found in print."""
    position = Markup('<span itemprop="position">{}</span>').format(wording.folded(of.number)) if of.number else None
    return (
        ("Agenda number", position),
        ("Minute number", wording.folded(of.minute_number)),
        ("Draft or confirmed", of.record_state),
        ("Document", Markup("{}, page {}").format(of.document, of.page)),
        ("Published at", publishers_page(of.url) or None),
    )


def _published(pieces: Sequence[PieceOut]) -> Markup:
    """Return the whole text page by page. Line ends stay as printed; a blank line is a narrow gap, since some files have one after
    every line.
    """
    title = NOTHING if len(pieces) == 1 else Markup("<h3>Page {}</h3>")
    page = Markup('{}{}<div class="printed"{}>{}</div>')
    return joined(page.format(title.format(piece.page), doubtful([piece]), TEXT, _lines(piece.text)) for piece in pieces)


def _lines(text: str) -> Markup:
    return joined(Markup("<p>{}</p>\n").format(part) for part in _BLANK_LINES.split(text) if part.strip())


def _around(found: Sequence[AroundOut]) -> Markup:
    if not found:
        return NOTHING
    line = Markup("<li><p><strong>{}</strong>{}</p>{}</li>")
    return Markup('<ul class="items">{}</ul>').format(
        joined(line.format(AROUND[one.kind], _told(one), quotation(one.quotation)) for one in found)
    )


def _told(one: AroundOut) -> Markup:
    """Return the facts that were read of a record; the words below it may hold others, so what was not read is not mentioned."""
    facts = (
        ("", one.who),
        ("", one.interest),
        ("", one.matter),
        ("left the meeting: ", one.left),
        ("", one.when),
        ("outcome: ", wording.outcome(one.outcome).lower() if one.outcome else None),
        ("paragraph ", ", ".join(one.paragraphs)),
        ("", one.act),
        ("minutes of ", wording.day(one.meeting_date) if one.meeting_date else None),
    )
    told = "; ".join(f"{name}{wording.folded(fact)}" for name, fact in facts if fact)
    return Markup(": {}").format(told) if told else NOTHING


def attendance(people: Sequence[AttendanceOut]) -> Markup:
    """Return names as printed by how they attended, in the order of the minutes; nothing where nobody is named."""
    if not people:
        return NOTHING
    ways = dict.fromkeys(person.presence for person in people)
    named = rows((_way(way), "; ".join(_person(one) for one in people if one.presence == way)) for way in ways)
    return Markup("<dl><div>{}</div></dl>").format(named) + doubtful([person.quotation for person in people])


def _way(presence: str) -> str:
    return "Unclear: a letter that the minutes do not explain" if presence == "unclear" else presence.capitalize()


def _person(one: AttendanceOut) -> str:
    instead = f" for {wording.folded(one.instead_of)}" if one.instead_of else ""
    return f"{wording.folded(one.name)}{instead}{f', {wording.folded(one.when)}' if one.when else ''}"


def _onward(beside: Beside) -> Markup:
    """Return the links to the items before and after."""
    link = Markup('<p>{}: <a href="../{}" rel="{}">{}</a></p>')
    ways = (("Previous item", "prev", beside.before), ("Next item", "next", beside.after))
    links = joined(link.format(name, item_path(one.item_id), way, wording.title(one)) for name, way, one in ways if one)
    return Markup('<nav class="onward" aria-label="Items of this meeting">{}</nav>').format(links) if links else NOTHING
