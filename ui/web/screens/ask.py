"""What do the minutes say?

The first screen: the question box and the filters, then the answer and the agenda items found; where nothing is asked yet, what is
held and what could be asked.
"""

from __future__ import annotations

import streamlit as st

from search_api.schemas_found import SearchOut
from search_api.schemas_state import FacetsOut
from ui.web import states
from ui.web.answer_card import answer
from ui.web.client import MinutebookApi
from ui.web.examples import answered
from ui.web.form import filters
from ui.web.form import more_of_list
from ui.web.form import order_of_list
from ui.web.form import question_box
from ui.web.how_to_ask import how_to_ask
from ui.web.links import Screen
from ui.web.result_list import found_heading
from ui.web.result_list import outside_alone
from ui.web.result_list import results
from ui.web.saved import save_search
from ui.web.screens.here import Here
from ui.web.screens.here import show
from ui.web.states import ways_on
from ui.web.understood_view import understood


def draw(here: Here) -> None:
    """Draw the box, and what the archive has to say."""
    question_box(here.screen)
    show(how_to_ask())
    show(states.notices(here.screen))
    show(states.filters_in_force(here.screen))
    facets = facets_of(here.address)
    filters(here.screen, facets)
    if here.screen.question:
        _found(here)
    else:
        _home(here, facets)


def _found(here: Here) -> None:
    api, screen = here.api, here.screen
    with st.spinner("Reading the minutes …"):
        said = api.answer(screen.question, (*screen.narrowing, ("plain", "true")))
    show(understood(said, screen))
    show(answer(said, screen))
    if said.kind == "answer":
        show(ways_on(screen))
    show(save_search(screen))
    with st.spinner("Looking for more in the minutes …"):
        found = api.search(screen.question, screen.mode, screen.count, screen.narrowing, screen.order)
    # Nearest items that answer nothing stand in the card already; a second list of them would look like results.
    if said.kind == "not_recorded" and found.weak:
        show(outside_alone(found, screen))
    elif found.results:
        _listed(found, screen)


def _listed(found: SearchOut, screen: Screen) -> None:
    show(found_heading(found))
    order_of_list(screen)
    show(results(found, screen))
    if found.total > len(found.results):
        more_of_list(screen, len(found.results))


def _home(here: Here, facets: FacetsOut) -> None:
    with st.spinner("Opening the archive …"):
        status = here.api.status()
        questions = _examples(here.address, status.generation)
    show(states.examples(questions, here.screen))
    show(states.held(status, facets))


@st.cache_data(ttl=30, show_spinner=False)
def facets_of(address: str) -> FacetsOut:
    """Return the values that can be filtered by; asked for once in half a minute."""
    with MinutebookApi(address) as api:
        return api.facets()


@st.cache_data(ttl=600, show_spinner=False)
def _examples(address: str, generation: int) -> tuple[str, ...]:  # noqa: ARG001 - another generation may answer others
    with MinutebookApi(address) as api:
        return answered(api)
