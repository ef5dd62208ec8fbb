"""Whatever stands next to what: random mixes of invented sentences whose kind is known, read as one item."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import HealthCheck
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]

# What is spoken of, in one text only, so that a limb says which text it came from; and the text.
_CARRIED = (
    ("jetty", "RESOLVED that the jetty be repaired."),
    ("buoy", "It was agreed to sell the old buoy at auction."),
    ("minutes", "The minutes of 4 March were approved."),
    ("ferry", "It was proposed by Cllr Hale, seconded by Cllr Reed, that the ferry run on Sundays. All were in favour."),
    ("slipway", "Councillor Marsh proposed that the slipway be swept. The motion was put and carried by 6 votes to 2."),
    ("chandler", "A proposal from Councillor Bray to pay the chandler was put and carried."),
    ("lantern", "The Committee resolved to light the lantern at dusk."),
)
_LOST = (
    ("kiosk", "It was proposed by Cllr Hale, seconded by Cllr Reed, that the kiosk be sold. The motion was lost."),
    ("fountain", "Councillor Marsh proposed that the fountain be drained. This was not agreed."),
    ("maypole", "Councillor Dunn proposed that the maypole be felled. The motion was put to the vote and NOT CARRIED."),
    ("orchard", "A proposal from Councillor Bray to lease the orchard was put and LOST (2 for; 7 against)."),
    ("windmill", "Cllr Hale proposed that the windmill be bought. There was no seconder."),
    ("trough", "Councillor Reed proposed that the trough be filled in. Two voted for and five against."),
    ("pound", "Decision (2:8) to reopen the village pound."),
    ("stocks", "Councillor Pell proposed that the stocks be burnt. The proposal was withdrawn."),
)
_TALK = (
    ("heron", "Councillor Hale spoke at length of the heron."),
    ("otter", "The Clerk agreed to write about the otter."),
    ("badger", "It was agreed at the last meeting that the badger be left alone."),
    ("kestrel", "Works for the kestrel were carried out in spring."),
    ("weasel", "The Harrow Borough Council approved the weasel survey."),
    ("lapwing", "If the lapwing motion was carried, the reeds would stay."),
    ("newt", "The Engineer said it was agreed to move the newt."),
    ("stoat", "It was agreed that the stoat was a nuisance."),
)
_KINDS = {word: kind for kind, lines in (("carried", _CARRIED), ("lost", _LOST), ("talk", _TALK)) for word, _ in lines}
_LINES = st.lists(st.sampled_from([line for _, line in (*_CARRIED, *_LOST, *_TALK)]), min_size=1, max_size=8, unique=True)
_MEANWHILE = "\n\nMembers then went on to speak of the tide, of the price of rope and of the weather on the quay.\n\n"
"""Words that part two decisions: a resolution at once after a motion carried would be read as writing it down."""


def joined(*between: str) -> st.SearchStrategy[str]:
    """One to eight lines, parted by any of these."""
    parted = st.tuples(_LINES, st.sampled_from(between))
    return parted.map(lambda drawn: "Harbour matters\n\n" + drawn[1].join(drawn[0]) + "\n")


_MIXES = joined("\n\n", "\n", _MEANWHILE)
_SETTINGS = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


def kind_of(words: str) -> str:
    """Which kind of text a limb came from, by the thing it speaks of."""
    [kind] = {_KINDS[word] for word in _KINDS if word in words}
    return kind


@_SETTINGS
@given(_MIXES)
def test_every_limb_is_a_stretch_of_the_text_and_none_overlap(read: Reader, text: str) -> None:
    found = read(text)
    spans = sorted((span.start, span.end) for limb in found.limbs for span in limb.spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    for limb in found.limbs:
        [span] = limb.spans
        assert found.words(limb) == " ".join(text[span.start : span.end].split())
        assert text[span.start : span.end] == text[span.start : span.end].strip()


@_SETTINGS
@given(_MIXES)
def test_what_failed_is_never_carried_and_talk_is_never_decided(read: Reader, text: str) -> None:
    found = read(text)
    told = {(kind_of(found.words(limb)), limb.outcome.value == "carried") for limb in found.limbs}
    assert told <= {("carried", True), ("lost", False)}


@_SETTINGS
@given(joined(_MEANWHILE))
def test_every_decision_told_is_read_once(read: Reader, text: str) -> None:
    found = read(text)
    things = [word for word, kind in _KINDS.items() if kind != "talk" and word in text]
    assert sorted(word for limb in found.limbs for word in things if word in found.words(limb)) == sorted(things)


@_SETTINGS
@given(_MIXES)
def test_reading_twice_gives_the_same_records(read: Reader, text: str) -> None:
    assert read(text).meeting == read(text).meeting
