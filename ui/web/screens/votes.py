"""Which votes are printed, and who voted how?

The screen of votes: a form for a member's name and for whose minutes to look at, which writes the address, and the table of the
votes that the address asks for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from search_api.schemas_state import FacetOut
from search_api.schemas_state import FacetsOut
from ui.web import states
from ui.web import wording
from ui.web.following_view import voter_to_try
from ui.web.form import follow_address
from ui.web.form import go_to
from ui.web.form import screen_in_address
from ui.web.links import EARLIEST
from ui.web.links import LATEST
from ui.web.links import Screen
from ui.web.saved import save_search
from ui.web.screens.ask import facets_of
from ui.web.screens.following import voter_of
from ui.web.screens.here import Here
from ui.web.screens.here import show
from ui.web.votes_view import ROWS
from ui.web.votes_view import votes

LONGEST_NAME = 200
"""Characters that the API accepts."""


def draw(here: Here) -> None:
    """Draw the form, and one page of the votes."""
    screen = here.screen
    _form(screen, facets_of(here.address))
    show(states.notices(screen))
    show(states.filters_in_force(screen))
    with st.spinner("Looking up the votes …"):
        found = here.api.votes((*screen.filters, *_asked(screen)))
    show(votes(found, screen))
    show(save_search(screen))
    if not screen.member:
        show(voter_to_try(voter_of(here.address, here.api.status().generation), screen))


def _asked(screen: Screen) -> tuple[tuple[str, str], ...]:
    asked = (
        ("member", screen.member),
        ("recorded", "true" if screen.recorded else ""),
        ("start", str(screen.start) if screen.start else ""),
        ("count", str(ROWS)),
    )
    return tuple((name, value) for name, value in asked if value)


def _form(screen: Screen, facets: FacetsOut) -> None:
    follow_address("votes-member", screen.member)
    follow_address("votes-recorded", screen.recorded)
    with st.form("votes", border=False):
        st.text_input("Member's name", key="votes-member", max_chars=LONGEST_NAME, placeholder="anybody", autocomplete="off")
        with st.expander("Whose minutes, and when"):
            _choice("Council", "council", screen.councils, facets.council)
            _choice("Body", "body", screen.bodies, facets.body)
            _choice("Outcome", "outcome", screen.outcomes, facets.outcome)
            _day("From", "since", screen.since)
            _day("To", "until", screen.until)
        st.checkbox("Only votes that name the voters", key="votes-recorded")
        st.form_submit_button("Show the votes", type="primary", on_click=_write_address)


def _choice(label: str, name: str, chosen: Sequence[str], values: Sequence[FacetOut]) -> None:
    options = list(dict.fromkeys([*(each.value for each in values), *chosen]))
    follow_address(f"votes-{name}", list(chosen))
    st.multiselect(
        label, options, key=f"votes-{name}", format_func=lambda value: wording.filter_value(name, value), placeholder="Any"
    )


def _day(label: str, name: str, chosen: date | None) -> None:
    follow_address(f"votes-{name}", chosen)
    st.date_input(label, value=None, min_value=EARLIEST, max_value=LATEST, key=f"votes-{name}", format="DD/MM/YYYY")


def _write_address() -> None:
    state = st.session_state
    typed = replace(
        screen_in_address(),
        member=" ".join(str(state["votes-member"]).split()),
        recorded=bool(state["votes-recorded"]),
        councils=tuple(state["votes-council"]),
        bodies=tuple(state["votes-body"]),
        outcomes=tuple(state["votes-outcome"]),
        since=state["votes-since"],
        until=state["votes-until"],
        start=0,
    )
    go_to(typed)
