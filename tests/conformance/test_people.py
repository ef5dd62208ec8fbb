"""Every backend: the items on which somebody is noted, by a name as typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from index.embedding.hashing import HashingEmbedder
from index.opening import begin_archive
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.ports import Deposit
from index.records import AgendaItem
from index.records import Motion
from index.records import Outcome
from index.records import Speaker
from index.records import Undertaking

Invent = Callable[..., Deposit]

CARRIED = ("Resolved.", (Outcome.CARRIED,))


def noting(deposit: Deposit, change: Callable[[AgendaItem], AgendaItem]) -> Deposit:
    (meeting,) = deposit.meetings
    return replace(deposit, meetings=(replace(meeting, items=tuple(change(item) for item in meeting.items)),))


@pytest.fixture(scope="module")
def deposits(invent: Invent) -> dict[str, Deposit]:
    motion, undertaking, speaker = (invent(f"{name}.pdf", "Roads.") for name in ("motion", "undertaking", "speaker"))
    span = speaker.meetings[0].items[0].spans[0]
    promised = Undertaking(undertaking.meetings[0].items[0].spans, "Mr. O’Brien")
    return {
        "moved": invent("moved.pdf", CARRIED, "Nothing moved.", mover="Councillor Stephen Keary"),
        "motion": noting(motion, lambda item: replace(item, motions=(Motion(item.spans, "Cllr. S. Keary", "Séan Ó Mathúna"),))),
        "undertaking": noting(undertaking, lambda item: replace(item, undertakings=(promised,))),
        "speaker": noting(speaker, lambda item: replace(item, speakers=(Speaker("Councillor T. Ruddle", span),))),
        "pair": invent("pair.pdf", CARRIED, mover="Cllr Bell and Cllr Fox"),
        "nobody": invent("nobody.pdf", CARRIED, "Mr Stephen Keary is only written about."),
    }


@pytest.fixture(scope="module")
def archive(new_address: Callable[[], str], deposits: dict[str, Deposit]) -> Archive:
    address = new_address()
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    for deposit in deposits.values():
        writer.put(deposit)
    writer.commit("2024-01-02T03:04:05Z")
    return open_archive(address)


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (("Keary",), {"moved", "motion"}),
        (("Cllr S. Keary",), {"moved", "motion"}),
        (("councillor STEPHEN KEARY",), {"moved", "motion"}),
        (("Sheila Keary",), {"motion"}),  # whom "S. Keary" may be
        (("Keary Stephen",), {"moved", "motion"}),
        (("P. Keary",), set()),
        (("Sean O Mathuna",), {"motion"}),
        (("O'Brien",), {"undertaking"}),
        (("Thomas Ruddle", "obrien"), {"speaker", "undertaking"}),
        (("Bell",), {"pair"}),
        (("Bell Fox",), set()),
        (("Kear",), set()),
        (("Councillor",), set()),
        (("",), set()),
        (("' OR 1=1 --",), set()),
    ],
)
def test_an_item_has_a_person_when_all_words_of_the_name_are_words_of_one_noted_name(
    archive: Archive, deposits: dict[str, Deposit], people: tuple[str, ...], expected: set[str]
) -> None:
    noted = [deposits[name].meetings[0].items[0].id for name in sorted(expected)]
    selected = archive.catalogue.select(Filters(people=people)).chunk_ids
    assert {chunk.item_id for chunk in archive.catalogue.chunks(selected)} == set(noted)
    assert set(archive.register.items(Filters(people=people), 0, None, decided=False).item_ids) == set(noted)


def test_people_are_one_filter_among_others(archive: Archive, deposits: dict[str, Deposit]) -> None:
    carried = archive.catalogue.select(Filters(people=("Keary",), outcomes=(Outcome.CARRIED,))).chunk_ids
    assert {chunk.item_id for chunk in archive.catalogue.chunks(carried)} == {deposits["moved"].meetings[0].items[0].id}
    facets = archive.register.facets(Filters(people=("Keary",)))
    assert [value.items for value in facets["council"]] == [2]
    assert archive.register.coverage(Filters(people=("Keary",))) == archive.register.coverage(Filters())


def test_who_is_taken_out_is_no_longer_found(address: str, deposits: dict[str, Deposit]) -> None:
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    writer.put(deposits["moved"])
    writer.commit("2024-01-02T03:04:05Z")
    writer = begin_archive(address, HashingEmbedder().identity, "1")
    writer.remove(deposits["moved"].document.id)
    writer.commit("2024-01-02T03:04:06Z")
    assert open_archive(address).catalogue.select(Filters(people=("Keary",))).chunk_ids == ()
