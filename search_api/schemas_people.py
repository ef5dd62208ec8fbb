"""What of votes and people goes over the wire?

Pydantic models only, beside `schemas.py` and on the same terms: `present_people.py` fills them, a fact that the minutes do not
print is `null`. A name is the letters printed, never a person.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from search_api.schemas import CitationOut
from search_api.schemas import DecisionOut
from search_api.schemas import FiltersOut
from search_api.schemas import OutcomeName
from search_api.schemas import Wire


class SideOut(Wire):
    """A name as printed in a recorded vote, and where."""

    name: str = Field(description="The name as printed.")
    side: Literal["for", "against", "abstained"] = Field(description="On which side it is printed.")


class VoteOut(DecisionOut):
    """One clause on which a vote is printed; `citation` says where, and `recorded_vote` who voted how, where that is printed."""

    sides: list[SideOut] = Field(description="The side of each name that was asked for; empty where none was.")


class VotesOut(Wire):
    """One page of the list of votes, newest meeting first; one vote taken on several clauses is listed with each of them."""

    filters: FiltersOut = Field(description="The filters in force.")
    member: str | None = Field(description="The name asked for, as typed; null where none was.")
    recorded: bool = Field(description="Whether only votes that name the voters are listed.")
    label: str | None = Field(description="The fixed sentence to show above: on a name asked for; null where none was.")
    total: int = Field(description="How many votes there are in all.")
    start: int = Field(description="How many of them were skipped.")
    votes: list[VoteOut] = Field(description="This page of them.")


class MentionsOut(Wire):
    """How often a name is printed, and as what."""

    moved: int = Field(description="Clauses and motions that it is printed as moving.")
    seconded: int = Field(description="Clauses and motions that it is printed as seconding.")
    spoke: int = Field(description="Times the minutes say that it spoke, asked or reported.")
    voted: int = Field(description="Recorded votes that print it.")
    attendance: int = Field(description="Lines of attendance.")
    interests: int = Field(description="Interests declared.")
    undertakings: int = Field(description="Things promised to be done.")


class NameOut(Wire):
    """A name, letter by letter as printed."""

    name: str = Field(description="The name as printed.")
    councils: list[str] = Field(description="Councils whose minutes print it, where they are stated.")
    mentions: MentionsOut = Field(description="How often, and as what.")
    link: str = Field(description="Path of the name in this API.")


class NamesOut(Wire):
    """One page of the names for which a typed one may stand, most often printed first; two spellings are two names."""

    name: str = Field(description="The name as typed.")
    label: str = Field(description="The fixed sentence to show above.")
    filters: FiltersOut = Field(description="The filters in force.")
    total: int = Field(description="How many names there are in all.")
    start: int = Field(description="How many of them were skipped.")
    names: list[NameOut] = Field(description="This page of them.")


class ProposalOut(Wire):
    """What was moved: a clause with its outcome, or a motion whose fate is not printed."""

    outcome: OutcomeName | None = Field(
        description="What became of it; null where its fate is not printed: then it decided nothing."
    )
    motion_kind: Literal["substantive", "amendment", "procedural"] = Field(description="What kind of motion it was.")
    printed_vote: str | None = Field(description="The vote as printed; null where none is printed.")
    mover: str | None = Field(description="Who moved it, as printed; null where not printed.")
    seconder: str | None = Field(description="Who seconded it, as printed; null where not printed.")
    citation: CitationOut = Field(description="Its words and where they stand.")


class RemarkOut(Wire):
    """That somebody spoke, asked or reported."""

    citation: CitationOut = Field(description="The words that say so.")


class AttendedOut(Wire):
    """How a name attended."""

    presence: Literal["present", "apologies", "substitute", "in attendance", "left", "arrived", "unclear"] = Field(
        description="How; `unclear` where the minutes use a letter that they do not explain."
    )
    when: str | None = Field(description='Time as printed ("7.10pm"); null where not printed.')
    instead_of: str | None = Field(description="Whom a substitute stood in for, name as printed.")
    citation: CitationOut = Field(description="The words that say so.")


class DeclaredOut(Wire):
    """An interest declared."""

    matter: str | None = Field(description="In what, as printed; null where not printed.")
    interest: str | None = Field(
        description='Kind of interest as printed, such as "disclosable pecuniary"; null where not printed.'
    )
    left: Literal["yes", "no", "not stated", "unclear"] = Field(description="Whether who declared it left.")
    citation: CitationOut = Field(description="The words that say so, those on leaving included.")


class PromisedOut(Wire):
    """Something promised to be done."""

    when: str | None = Field(description="By when, as printed; null where not printed.")
    citation: CitationOut = Field(description="The words that say so.")


class PersonOut(Wire):
    """What one name is printed with, newest meeting first; every list is one page, its whole length is in `totals`."""

    name: str = Field(description="The name as printed.")
    label: str = Field(description="The fixed sentence to show above: the same name need not be the same person.")
    filters: FiltersOut = Field(description="The filters in force.")
    start: int = Field(description="How many rows of every list were skipped.")
    totals: MentionsOut = Field(description="How long each list is.")
    moved: list[ProposalOut] = Field(description="What it is printed as moving.")
    seconded: list[ProposalOut] = Field(description="What it is printed as seconding.")
    spoke: list[RemarkOut] = Field(description="Where the minutes say that it spoke.")
    voted: list[VoteOut] = Field(description="Recorded votes that print it, with its side.")
    attendance: list[AttendedOut] = Field(description="How it attended.")
    interests: list[DeclaredOut] = Field(description="Interests it declared.")
    undertakings: list[PromisedOut] = Field(description="What it is printed as having promised.")
    alike: list[NameOut] = Field(description="Other names, as printed, for which the words of this one may stand.")
