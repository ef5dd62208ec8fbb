"""The page: one address, one screen.

Run by Streamlit from top to bottom for every change of the address: the question box, the filters, then the answer and the items
found, or an item as published, or what is held where nothing is asked yet. Knows the API's wire format and nothing else of ours.
"""

from __future__ import annotations

import os
import sys

import streamlit as st

from search_api.schemas_state import FacetsOut
from ui.web import states
from ui.web.answer_card import answer
from ui.web.client import MinutebookApi
from ui.web.errors import PageError
from ui.web.examples import answered
from ui.web.form import filters
from ui.web.form import question_box
from ui.web.form import screen_in_address
from ui.web.item_view import item
from ui.web.links import Screen
from ui.web.result_list import results
from ui.web.settings import page_settings
from ui.web.theme import style_sheet
from ui.web.understood_view import understood


def main() -> None:
    """Draw the screen that the address names."""
    screen = screen_in_address()
    st.set_page_config(page_title=_title(screen), layout="centered")
    st.html(style_sheet())
    _draw(states.masthead(screen))
    try:
        address = page_settings(sys.argv[1:], os.environ).address
        with MinutebookApi(address) as api:
            _screen(api, address, screen)
    except PageError as error:
        _draw(states.failure(error, screen))


def _title(screen: Screen) -> str:
    return f"{screen.question} · Minutebook" if screen.question else "Minutebook"


def _draw(html: str) -> None:
    if html:
        st.html(html)


def _screen(api: MinutebookApi, address: str, screen: Screen) -> None:
    if screen.item:
        _item(api, screen, screen.item)
        return
    question_box(screen)
    _draw(states.notices(screen))
    _draw(states.filters_in_force(screen))
    facets = _facets(address)
    filters(screen, facets)
    if screen.question:
        _found(api, screen)
    else:
        _home(api, address, facets)


def _item(api: MinutebookApi, screen: Screen, item_id: str) -> None:
    _draw(states.way_back(screen))
    with st.spinner("Opening the minutes …"):
        opened = api.item(item_id)
    _draw(item(opened, screen))
    _draw(states.way_back(screen))


def _found(api: MinutebookApi, screen: Screen) -> None:
    with st.spinner("Reading the minutes …"):
        said = api.answer(screen.question, (*screen.narrowing, ("plain", "true")))
    _draw(understood(said, screen))
    _draw(answer(said, screen))
    with st.spinner("Looking for more in the minutes …"):
        found = api.search(screen.question, screen.mode, screen.count, screen.narrowing)
    # Nearest items that answer nothing stand in the card already; a second list of them would look like results.
    if not (said.kind == "not_recorded" and found.weak):
        _draw(results(found, screen))


def _home(api: MinutebookApi, address: str, facets: FacetsOut) -> None:
    with st.spinner("Opening the archive …"):
        status = api.status()
        questions = _examples(address, status.generation)
    _draw(states.examples(questions))
    _draw(states.held(status, facets))


@st.cache_data(ttl=30, show_spinner=False)
def _facets(address: str) -> FacetsOut:
    with MinutebookApi(address) as api:
        return api.facets()


@st.cache_data(ttl=600, show_spinner=False)
def _examples(address: str, generation: int) -> tuple[str, ...]:  # noqa: ARG001 - another generation may answer others
    with MinutebookApi(address) as api:
        return answered(api)


if __name__ == "__main__":
    main()
