"""Who is printed on an item, and as what?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import EXAMPLE_MEETING
from index.records import AgendaItem
from index.records import Motion
from index.records import RecordedVote
from index.records import Undertaking
from index.records import Vote
from index.restriction import Restriction
from index.rolls import Printed
from index.rolls import Role
from index.rolls import names_voters
from index.rolls import printed_names
from index.rolls import proposals_of
from index.rolls import votes_of

(ITEM,) = EXAMPLE_MEETING.items
(LIMB,) = ITEM.limbs
NAMES = st.sampled_from(["Cllr Bell", "Cllr Bell and Cllr Fox", "Fox; Gale & Hill", "The Clerk", "Ó Mathúna", ", and ,", ""])


def item_of(mover: str | None, who: str | None, sides: tuple[tuple[str, ...], ...]) -> AgendaItem:
    limb = replace(LIMB, mover=mover, seconder=who, vote=Vote(None, recorded=RecordedVote(*sides)))
    return replace(
        ITEM, limbs=(LIMB, limb), motions=(Motion(ITEM.spans, who, mover),), undertakings=(Undertaking(ITEM.spans, who),)
    )


def test_a_vote_without_names_is_a_vote_and_names_nobody() -> None:
    assert votes_of(ITEM) == ((0, LIMB),)
    assert not names_voters(LIMB)
    assert printed_names(ITEM) == ()
    assert votes_of(replace(ITEM, limbs=(replace(LIMB, vote=None),))) == ()


def test_several_names_printed_together_are_several_names() -> None:
    printed = printed_names(item_of("Cllr Bell and Cllr Fox", None, ((), (), ())))
    assert printed == (
        *(Printed(Role.MOVED, 1, name) for name in ("Cllr Bell", "Cllr Fox")),
        *(Printed(Role.SECONDED, 2, name) for name in ("Cllr Bell", "Cllr Fox")),
    )


@pytest.mark.parametrize("restriction", [one for one in Restriction if one is not Restriction.OPEN])
def test_what_is_not_open_prints_nobody_and_has_no_vote(restriction: Restriction) -> None:
    item = replace(item_of("Cllr Bell", "Cllr Fox", (("Bell",), (), ())), restriction=restriction)
    assert (printed_names(item), votes_of(item)) == ((), ())


@given(mover=st.none() | NAMES, who=st.none() | NAMES, sides=st.tuples(*[st.lists(NAMES.filter(bool), max_size=3).map(tuple)] * 3))
def test_every_name_is_letter_by_letter_in_the_record_at_its_place(
    mover: str | None, who: str | None, sides: tuple[tuple[str, ...], ...]
) -> None:
    item = item_of(mover, who, sides)
    printed = printed_names(item)
    assert len(set(printed)) == len(printed)
    for one in printed:
        assert one.name
        if one.role is Role.VOTED:
            assert any(one.name in side for side in sides)
            assert (one.place, item.limbs[one.place]) in votes_of(item)
        elif one.role is Role.UNDERTOOK:
            assert one.name in (item.undertakings[one.place].who_as_printed or "")
        else:
            proposal = proposals_of(item)[one.place]
            assert one.name in ((proposal.mover if one.role is Role.MOVED else proposal.seconder) or "")
    assert {one.name for one in printed if one.role is Role.VOTED} == {name for side in sides for name in side}
    assert names_voters(item.limbs[1]) == any(sides)
