"""Headings that nothing numbers are told by their shape, where the record uses it for usual business."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ingest.segmenting.conftest import Read

    Reader = Callable[..., Read]


def titles(found: Read) -> list[str | None]:
    assert all(item.number is None for item in found.meeting.items)
    return [item.title for item in found.meeting.items]


def test_words_before_a_colon_are_headings(read: Reader) -> None:
    """Stoke Ferry, 2011: no number anywhere, "Matters Arising: a) ..."."""
    found = read(
        "Minutes of Alder Parish Council\nThose Attending: Cllr A Gadd\nApologies: None.\nMatters Arising: a) Laurels - cut.\n"
        "The Common: The owner wrote.\nProposed by: Cllr Gadd\nPlanning: None.\n"
    )
    assert titles(found) == [None, "Apologies", "Matters Arising", "The Common", "Planning"]


def test_short_lines_above_their_minutes_are_headings(read: Reader) -> None:
    found = read(
        "Alder Parish Council\n\nApologies\n\nCllr Vane sent his apologies, which were accepted by all.\n\nThe Pond\n\n"
        "The Clerk reported that the pond had been drained by the ranger in June.\n\nUnanimously agreed\n\n"
        "Correspondence\n\nNone.\n"
    )
    assert titles(found) == [None, "Apologies", "The Pond", "Correspondence"]


def test_capitals_are_headings_and_the_title_and_the_address_are_not(read: Reader) -> None:
    found = read(
        "MINUTES OF PROCEEDINGS AT MEETING OF ALDER\nCOUNCIL HELD IN THE TOWN HALL,\nALDER,\n"
        "APOLOGIES\nCllr Vane.\nPLANNING\nNone.\nWAR MEMORIAL\nTo be cleaned.\n"
    )
    assert titles(found) == [None, "APOLOGIES", "PLANNING", "WAR MEMORIAL"]


def test_an_address_in_capitals_makes_no_items(read: Reader) -> None:
    found = read("To each Member\nMERCHANTS QUAY,\nALDER\nCOUNTY OF ALDER\nYou are asked to attend.\n")
    assert titles(found) == [None]


def test_list_entries_of_usual_business_are_headings_where_a_post_lost_its_numbers(read: Reader) -> None:
    found = read("Alder\n- Apologies for Absence. None.\n- Declarations of Interest. None.\n- Mow the verge\n- Planning. None.\n")
    assert titles(found) == [None, "Apologies for Absence", "Declarations of Interest", "Planning"]


def test_a_record_without_usual_business_stays_whole(read: Reader) -> None:
    found = read("Letter to the village\nMy view: the pond is lovely.\nAnother thing: so are the ducks.\n")
    assert titles(found) == [None]


def test_numbered_entries_in_one_item_do_not_take_the_place_of_the_headings(read: Reader) -> None:
    found = read(
        "Alder\nAPOLOGIES\nNone.\nMINUTES\nAgreed.\nCORRESPONDENCE\n1. Ducks Weekly\n2. Pond News\nPLANNING\nNone.\n"
        "NEXT MEETING\nIn May.\n"
    )
    assert titles(found) == [None, "APOLOGIES", "MINUTES", "CORRESPONDENCE", "PLANNING", "NEXT MEETING"]
