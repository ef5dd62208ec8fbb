"""`minutebook votes` and `minutebook person`: how was it voted, and what is a name printed with?

Takes filters and names, prints every vote of the archive that they allow, or the lists of one name: a few lines for people, or JSON
as the API has it. A name is its letters: what is printed otherwise is listed beside it and never counted with it.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from index.passages import Filters
from index.ports import Archive
from index.ports import NameHeld
from index.ports import NameListing
from index.records import Attendance
from index.records import DecisionLimb
from index.records import Interest
from index.records import Motion
from index.records import Undertaking
from index.rolls import Role
from search_api.citations import Citation
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.people import Person
from search_api.people import UnknownNameError
from search_api.people import read_person
from search_api.present_people import present_names
from search_api.present_people import present_person
from search_api.present_people import present_vote
from search_api.query import fold
from search_api.votes import PrintedVote
from search_api.votes import list_votes
from ui.opening import filters
from ui.opening import opened
from ui.output import line_of
from ui.output import print_json
from ui.sentences import heading
from ui.sentences import movers
from ui.sentences import safe
from ui.sentences import sitting
from ui.sentences import verdict
from ui.sentences import voters
from ui.sentences import whereabouts
from ui.web.wording import plural

_PAGE = 100
"""Votes that are read at a time."""

_TITLES = {
    Role.MOVED: "Moved",
    Role.SECONDED: "Seconded",
    Role.SPOKE: "Spoke",
    Role.VOTED: "Voted",
    Role.ATTENDED: "Attendance",
    Role.DECLARED: "Interests declared",
    Role.UNDERTOOK: "Undertakings",
}


def votes(given: Namespace) -> int:
    """Print every vote; none at all is an answer."""
    archive = opened(given)
    member = None if given.member is None else fold(given.member)
    count = 0
    for vote in _all_votes(archive, filters(given, archive), member, recorded=given.recorded):
        if count == 0 and member is not None and not given.json:
            print(f"{SENTENCES[Label.SAME_NAME]}\n")
        shown = line_of(present_vote(vote).model_dump(mode="json")) if given.json else safe("\n".join(_vote_lines(vote)))
        print(shown)
        count += 1
    if not given.json:
        print(plural(count, "vote", "votes") if count or member is None else SENTENCES[Label.NO_RECORDED_VOTE])
    return 0


def person(given: Namespace) -> int:
    """Print what a name is printed with; where it is not printed so, the names that it may stand for."""
    archive, name = opened(given), fold(given.name)
    within = filters(given, archive)
    try:
        found = read_person(archive, name, within, 0, given.count)
    except UnknownNameError:
        listed = archive.rolls.names(name, within, 0, given.count)
        if given.json:
            print_json(present_names(listed, name, within, 0).model_dump(mode="json"))
        else:
            print(safe("\n".join(_names(listed))))
        return 0
    if given.json:
        print_json(present_person(found, within, 0).model_dump(mode="json"))
    else:
        print(safe("\n".join(_person(found))))
    return 0


def _all_votes(archive: Archive, within: Filters, member: str | None, *, recorded: bool) -> Iterator[PrintedVote]:
    start, total = 0, 1
    while start < total:
        page = list_votes(archive, within, start, _PAGE, member=member, recorded=recorded)
        yield from page.votes
        start, total = start + _PAGE, page.total


def _vote_lines(vote: PrintedVote) -> Iterator[str]:
    """Yield a vote for people: when and who, which item, the words, what became of it, who voted how."""
    limb, citation = vote.decision.limb, vote.decision.citation
    yield from _place(citation)
    yield f"  {limb.label}: {_words(citation)}" if limb.label else f"  {_words(citation)}"
    yield f"  {verdict(limb)}"
    recorded = voters(limb.vote.recorded) if limb.vote and limb.vote.recorded else None
    yield from (f"  {line}" for line in (movers(limb), recorded) if line)
    yield from (f"  {one.name}: {one.side.value}" for one in vote.sides)
    yield f"  {whereabouts(citation)}\n"


def _person(found: Person) -> Iterator[str]:
    yield f"{found.name}\n{SENTENCES[Label.SAME_NAME]}\n"
    lists: Sequence[tuple[Role, Iterable[Iterable[str]]]] = (
        (Role.MOVED, (_row(_fate(one.record), one.citation) for one in found.moved)),
        (Role.SECONDED, (_row(_fate(one.record), one.citation) for one in found.seconded)),
        (Role.SPOKE, (_row("", one.citation) for one in found.spoke)),
        (Role.VOTED, (_vote_lines(one) for one in found.voted)),
        (Role.ATTENDED, (_row(_attended(one.record), one.citation) for one in found.attended)),
        (Role.DECLARED, (_row(_declared(one.record), one.citation) for one in found.declared)),
        (Role.UNDERTOOK, (_row(_promised(one.record), one.citation) for one in found.undertook)),
    )
    for role, rows in lists:
        shown = [*rows]
        if total := found.totals[role]:
            yield f"{_TITLES[role]}: {len(shown)} of {total}\n"
            yield from (line for row in shown for line in row)
    if found.alike:
        yield "Other names as printed that these words may stand for:"
        yield from (_counted(one) for one in found.alike)


def _names(listed: NameListing) -> Iterator[str]:
    yield SENTENCES[Label.SAME_NAME if listed.total else Label.NO_SUCH_NAME]
    yield from (_counted(one) for one in listed.names)
    if listed.total:
        yield f"{len(listed.names)} of {plural(listed.total, 'name', 'names')} as printed"


def _counted(held: NameHeld) -> str:
    counts = ", ".join(f"{_TITLES[role].lower()} {held.counts[role]}" for role in Role if role in held.counts)
    return f"  {held.name} ({counts}; {', '.join(held.councils) or 'council not stated'})"


def _row(fact: str, citation: Citation) -> Iterator[str]:
    yield from _place(citation)
    yield f"  {_words(citation)}"
    if fact:
        yield f"  {fact}"
    yield f"  {whereabouts(citation)}\n"


def _place(citation: Citation) -> Iterator[str]:
    yield sitting(citation.place)
    yield f"  {heading(citation.place)}"


def _words(citation: Citation) -> str:
    return f"\u201c{' '.join(citation.text.split())}\u201d"


def _fate(proposal: DecisionLimb | Motion) -> str:
    if isinstance(proposal, DecisionLimb):
        return f"{verdict(proposal)}; {movers(proposal)}"
    return f"Outcome not stated; moved by {proposal.mover or 'not stated'}, seconded by {proposal.seconder or 'not stated'}"


def _attended(attendance: Attendance) -> str:
    instead = f", instead of {attendance.instead_of}" if attendance.instead_of else ""
    return f"{attendance.presence.value.capitalize()}{f', {attendance.when}' if attendance.when else ''}{instead}"


def _declared(interest: Interest) -> str:
    kind = interest.kind_as_printed or "kind not stated"
    return f"{kind}; {interest.matter_as_printed or 'matter not stated'}; left: {interest.left.value}"


def _promised(undertaking: Undertaking) -> str:
    return f"By when: {undertaking.when_as_printed or 'not stated'}"
