"""How do votes and people become what goes over the wire?

The only place that fills `schemas_people.py`, one function a reply; what it shares with other replies comes from `present.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from index.passages import Filters
from index.ports import NameHeld
from index.ports import NameListing
from index.records import DecisionLimb
from index.records import Motion
from index.rolls import Role
from search_api.labels import SENTENCES
from search_api.labels import Label
from search_api.people import Person
from search_api.people import Quoted
from search_api.present import present_citation
from search_api.present import present_decision
from search_api.present import present_filters
from search_api.schemas_people import AttendedOut
from search_api.schemas_people import DeclaredOut
from search_api.schemas_people import MentionsOut
from search_api.schemas_people import NameOut
from search_api.schemas_people import NamesOut
from search_api.schemas_people import PersonOut
from search_api.schemas_people import PromisedOut
from search_api.schemas_people import ProposalOut
from search_api.schemas_people import RemarkOut
from search_api.schemas_people import SideOut
from search_api.schemas_people import VoteOut
from search_api.schemas_people import VotesOut
from search_api.votes import PrintedVote
from search_api.votes import VoteList
from search_api.votes import label_of


def present_votes(listed: VoteList, filters: Filters, start: int, *, member: str | None, recorded: bool) -> VotesOut:
    """Present a page of the list of votes."""
    label = label_of(listed, member)
    return VotesOut(
        filters=present_filters(filters),
        member=member,
        recorded=recorded,
        label=SENTENCES[label] if label else None,
        total=listed.total,
        start=start,
        votes=[present_vote(one) for one in listed.votes],
    )


def present_names(listed: NameListing, typed: str, filters: Filters, start: int) -> NamesOut:
    """Present a page of the names for which a typed one may stand."""
    return NamesOut(
        name=typed,
        label=SENTENCES[Label.SAME_NAME if listed.total else Label.NO_SUCH_NAME],
        filters=present_filters(filters),
        total=listed.total,
        start=start,
        names=[_name(one) for one in listed.names],
    )


def present_person(person: Person, filters: Filters, start: int) -> PersonOut:
    """Present what one name is printed with."""
    return PersonOut(
        name=person.name,
        label=SENTENCES[Label.SAME_NAME],
        filters=present_filters(filters),
        start=start,
        totals=_mentions(person.totals),
        moved=[_proposal(one) for one in person.moved],
        seconded=[_proposal(one) for one in person.seconded],
        spoke=[RemarkOut(citation=present_citation(one.citation)) for one in person.spoke],
        voted=[present_vote(one) for one in person.voted],
        attendance=[
            AttendedOut(
                presence=one.record.presence.value,
                when=one.record.when,
                instead_of=one.record.instead_of,
                citation=present_citation(one.citation),
            )
            for one in person.attended
        ],
        interests=[
            DeclaredOut(
                matter=one.record.matter_as_printed,
                interest=one.record.kind_as_printed,
                left=one.record.left.value,
                citation=present_citation(one.citation),
            )
            for one in person.declared
        ],
        undertakings=[
            PromisedOut(when=one.record.when_as_printed, citation=present_citation(one.citation)) for one in person.undertook
        ],
        alike=[_name(one) for one in person.alike],
    )


def present_vote(vote: PrintedVote) -> VoteOut:
    """Present one vote."""
    decision = present_decision(vote.decision)
    fields = {name: getattr(decision, name) for name in type(decision).model_fields}
    return VoteOut(**fields, sides=[SideOut(name=one.name, side=one.side.value) for one in vote.sides])


def _name(held: NameHeld) -> NameOut:
    link = f"/v1/people/{quote(held.name, safe='')}"
    return NameOut(name=held.name, councils=list(held.councils), mentions=_mentions(held.counts), link=link)


def _mentions(counts: Mapping[Role, int]) -> MentionsOut:
    return MentionsOut(
        moved=counts.get(Role.MOVED, 0),
        seconded=counts.get(Role.SECONDED, 0),
        spoke=counts.get(Role.SPOKE, 0),
        voted=counts.get(Role.VOTED, 0),
        attendance=counts.get(Role.ATTENDED, 0),
        interests=counts.get(Role.DECLARED, 0),
        undertakings=counts.get(Role.UNDERTOOK, 0),
    )


def _proposal(quoted: Quoted[DecisionLimb | Motion]) -> ProposalOut:
    proposal = quoted.record
    limb = proposal if isinstance(proposal, DecisionLimb) else None
    kind = proposal.motion_kind if isinstance(proposal, DecisionLimb) else proposal.kind
    return ProposalOut(
        outcome=limb.outcome.value if limb else None,
        motion_kind=kind.value,
        printed_vote=limb.vote.printed if limb and limb.vote else None,
        mover=proposal.mover,
        seconder=proposal.seconder,
        citation=present_citation(quoted.citation),
    )
