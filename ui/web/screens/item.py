"""What exactly was published?

The screen of one agenda item: its words as published, the page they are printed on, its decisions, how to cite it, the meeting it
belongs to and the same matter at other meetings. What takes longest is drawn last, and what cannot be had says so in its own place.
"""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup

from search_api.schemas import ItemOut
from search_api.schemas import MeetingOut
from ui.web import states
from ui.web import wording
from ui.web.beside_view import agenda
from ui.web.beside_view import neighbours
from ui.web.citing import item_citation
from ui.web.components import NOTHING
from ui.web.errors import PageError
from ui.web.item_view import decided
from ui.web.item_view import published
from ui.web.page_view import Shown
from ui.web.page_view import marks_on
from ui.web.page_view import no_picture
from ui.web.page_view import page_to_show
from ui.web.page_view import picture
from ui.web.permalinks import item_address
from ui.web.screens.here import Here
from ui.web.screens.here import show
from ui.web.screens.meeting import AGAIN
from ui.web.screens.meeting import cite
from ui.web.screens.meeting import way_back
from ui.web.thread_view import no_thread
from ui.web.thread_view import thread


def draw(here: Here, item_id: str) -> None:
    """Draw an agenda item with its marks, and what belongs to it."""
    show(way_back(here.screen))
    with st.spinner("Opening the minutes …"):
        opened = here.api.item(item_id)
        meeting = _meeting(here, opened.meeting_id)
    st.set_page_config(page_title=states.titled(wording.title(opened)))
    address = item_address(here.public, opened.item_id)
    show(neighbours(meeting, item_id, here.screen) if meeting else NOTHING)
    show(published(opened, here.screen, address))
    _page(here, opened)
    show(decided(opened, here.screen))
    cite("Cite this item", item_citation(opened, address))
    _beside(here, meeting, item_id)
    _thread(here, item_id)
    show(neighbours(meeting, item_id, here.screen, "Items before and after, again") if meeting else NOTHING)
    show(way_back(here.screen, AGAIN))


def _meeting(here: Here, meeting_id: str) -> MeetingOut | None:
    """Return the meeting of the item; without it the item stands, and no way leads to those beside it."""
    try:
        return here.api.meeting(meeting_id)
    except PageError:
        return None


def _page(here: Here, opened: ItemOut) -> None:
    """Draw the page asked for; without a picture the rest of the screen stands."""
    number = page_to_show(opened, here.screen)
    wanted = [(mark.start, mark.end) for mark in marks_on(number, here.screen)]
    with st.spinner("Drawing the page …"):
        drawn = _drawn(here, opened, number, wanted)
    show(drawn)


def _drawn(here: Here, opened: ItemOut, number: int, wanted: list[tuple[int, int]]) -> Markup:
    try:
        shown = Shown(*here.api.page_image(opened.document_id, number, wanted))
    except PageError as error:
        return no_picture(opened, number, error.detail, here.screen)
    return picture(opened, number, shown, here.screen)


def _beside(here: Here, meeting: MeetingOut | None, item_id: str) -> None:
    """Draw the agenda beside the item; on a phone it is behind the button that opens the side."""
    if meeting:
        with st.sidebar:
            show(agenda(meeting, item_id, here.screen))


def _thread(here: Here, item_id: str) -> None:
    with st.spinner("Looking for the same matter at other meetings …"):
        try:
            found = thread(here.api.thread(item_id), here.screen)
        except PageError as error:
            found = no_thread(error.detail)
    show(found)
