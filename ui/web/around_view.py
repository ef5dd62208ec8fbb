"""What stands around the decisions of an item?

Takes an item's declared interests, promises, references, referrals, exclusions and corrections as the wire has them, gives one
section a kind: the facts as printed and below them the words that say so. A fact that a rule was unsure of is said to be unclear.
One that no rule read has no row: the words may still print it, and "not stated" above them would then be untrue. An exclusion or a
correction that was not carried never stands under the heading of those that were.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence

from markupsafe import Markup

from search_api.schemas import AroundOut
from search_api.schemas import ItemOut
from search_api.schemas import PieceOut
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.components import doubtful
from ui.web.components import joined
from ui.web.components import marking
from ui.web.components import quotation
from ui.web.links import Screen

_PAPERS = {"report": "Report", "appendix": "Appendix", "minute": "Minute"}
"""Kinds whose quotation says all there is to say: which paper is meant."""

_HEADINGS = {
    "interest": "Declared interests",
    "undertaking": "Promised",
    **dict.fromkeys(_PAPERS, "Referred to"),
    "referral": "Sent to another body",
    "recommendation": "Sent to another body",
    "exclusion": "Press and public excluded",
    "correction": "Corrections of earlier minutes",
}

# Minutes print "The Council to pass a resolution excluding ..." and no more: under the plain heading that would read as done.
_NOT_DONE = {
    "exclusion": "Excluding press and public: not carried, or unclear",
    "correction": "Corrections asked for: not carried, or unclear",
}

_LEDES = {
    "Promised": "Said to be done later. These are not decisions.",
    "Sent to another body": "Neither a referral nor a recommendation is a decision of the body that it goes to.",
}

_ROWS: dict[str, tuple[tuple[str, Callable[[AroundOut], str | None]], ...]] = {
    "interest": (
        ("Who", lambda one: one.who),
        ("Kind of interest", lambda one: one.interest),
        ("In what", lambda one: one.matter),
        ("Left the meeting", lambda one: one.left),
    ),
    "undertaking": (("By whom", lambda one: one.who), ("By when", lambda one: one.when)),
    "referral": (("Referred to", lambda one: one.matter),),
    "recommendation": (("Recommended to", lambda one: one.matter),),
    "exclusion": (
        ("Outcome", lambda one: wording.outcome(one.outcome)),
        ("Paragraph cited", lambda one: wording.listing(one.paragraphs)),
        ("Act", lambda one: one.act),
    ),
    "correction": (
        ("Outcome", lambda one: wording.outcome(one.outcome)),
        ("Minutes of", lambda one: wording.day(one.meeting_date) if one.meeting_date else None),
    ),
}


def around(of: ItemOut, screen: Screen) -> Markup:
    """Return one section for each kind of record that the item has, in a fixed order, records in printed order."""
    sections: dict[str, list[AroundOut]] = {title: [] for title in (*_HEADINGS.values(), *_NOT_DONE.values())}
    for one in of.around:
        sections[_heading(one)].append(one)
    return joined(_section(title, found, of, screen) for title, found in sections.items() if found)


def _heading(one: AroundOut) -> str:
    done = one.outcome == "carried" or one.kind not in _NOT_DONE
    return _HEADINGS[one.kind] if done else _NOT_DONE[one.kind]


def _section(title: str, found: Sequence[AroundOut], of: ItemOut, screen: Screen) -> Markup:
    lede = Markup('<p class="mb-muted">{}</p>').format(_LEDES[title]) if title in _LEDES else NOTHING
    listed = _papers if found[0].kind in _PAPERS else _records
    return Markup("<section><h2>{}</h2>{}{}</section>").format(title, lede, listed(found, of, screen))


def _records(found: Sequence[AroundOut], of: ItemOut, screen: Screen) -> Markup:
    return Markup('<ul class="mb-results">{}</ul>').format(joined(_record(one, of, screen) for one in found))


def _record(one: AroundOut, of: ItemOut, screen: Screen) -> Markup:
    return Markup('<li>{}{}<p class="mb-cite">{}</p></li>').format(
        _facts(one), quotation(one.quotation), marking(of, screen, one.quotation)
    )


def _facts(one: AroundOut) -> Markup:
    facts = ((label, fact(one)) for label, fact in _ROWS[one.kind])
    rows = [Markup("<dt>{}</dt><dd>{}</dd>").format(label, wording.settled(fact)) for label, fact in facts if fact]
    return Markup('<dl class="mb-facts">{}</dl>').format(joined(rows)) if rows else NOTHING


def _papers(found: Sequence[AroundOut], of: ItemOut, screen: Screen) -> Markup:
    """Return each paper once, however often it is named; its link marks every place."""
    named: dict[tuple[str, str], list[PieceOut]] = {}
    for one in found:
        words = " ".join(piece.text for piece in one.quotation)
        named.setdefault((_PAPERS[one.kind], " ".join(words.split())), []).extend(one.quotation)
    row = Markup('<li>{}: “{}” <span class="mb-muted">· {}</span>{}</li>')
    rows = joined(row.format(*paper, marking(of, screen, pieces), doubtful(pieces)) for paper, pieces in named.items())
    return Markup("<ul>{}</ul>").format(rows)
