"""What do two councils say on the same?

The screen of a comparison: a form for the question and for the councils or bodies to ask, which writes the address, and one column
each, every cell cited; where something is missing yet, what that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from search_api.schemas_state import FacetOut
from search_api.schemas_state import FacetsOut
from ui.web import states
from ui.web.compare_view import MOST
from ui.web.compare_view import comparison
from ui.web.compare_view import not_yet
from ui.web.compare_view import too_few
from ui.web.following_view import compare_purpose
from ui.web.form import LONGEST_QUESTION
from ui.web.form import follow_address
from ui.web.form import go_to
from ui.web.form import screen_in_address
from ui.web.links import Screen
from ui.web.saved import save_search
from ui.web.screens.ask import facets_of
from ui.web.screens.following import pair_of
from ui.web.screens.here import Here
from ui.web.screens.here import show


def draw(here: Here) -> None:
    """Draw the form, and the comparison or what it lacks."""
    screen = here.screen
    _form(screen, facets_of(here.address))
    show(states.notices(screen))
    missing = too_few(screen)
    if missing is None:
        _compared(here)
        return
    if screen.question or screen.councils or screen.bodies:
        show(not_yet(missing))
    with st.spinner("Opening the archive …"):
        pair = pair_of(here.address, here.api.status().generation)
    show(compare_purpose(pair, screen))


def _compared(here: Here) -> None:
    screen = here.screen
    names = [("council", name) for name in screen.councils] or [("body", name) for name in screen.bodies]
    days = [pair for pair in screen.filters if pair[0] in {"since", "until"}]
    with st.spinner("Asking each of them …"):
        found = here.api.compare(screen.question, [*names, *days])
    show(comparison(found, screen))
    show(save_search(screen))


def _form(screen: Screen, facets: FacetsOut) -> None:
    follow_address("compare-question", screen.question)
    with st.form("compare", border=False):
        st.text_input(
            "One question",
            key="compare-question",
            max_chars=LONGEST_QUESTION,
            placeholder="what was decided on …",
            autocomplete="off",
        )
        _choice("Ask these councils", "compare-council", screen.councils, facets.council)
        _choice("Or these bodies", "compare-body", screen.bodies, facets.body)
        st.form_submit_button("Compare", type="primary", on_click=_write_address)


def _choice(label: str, key: str, chosen: Sequence[str], values: Sequence[FacetOut]) -> None:
    # A link may name more than can be compared, or a name that is not held: it stays visible, and the page says what is wrong.
    options = list(dict.fromkeys([*(each.value for each in values), *chosen]))
    follow_address(key, list(chosen))
    st.multiselect(label, options, key=key, placeholder="Choose two to six", max_selections=max(MOST, len(chosen)))


def _write_address() -> None:
    before, state = screen_in_address(), st.session_state
    question = " ".join(str(state["compare-question"]).split())
    councils, bodies = tuple(state["compare-council"]), tuple(state["compare-body"])
    go_to(replace(before, question=question, councils=councils, bodies=bodies))
