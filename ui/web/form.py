"""How does a person ask?

Draws the question box and the filters from the address of the page, and writes into the address whatever is typed or chosen. The
address is the only memory: the widgets are set from it at the start of a run, and a change goes there and nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from search_api.schemas_state import FacetOut
from search_api.schemas_state import FacetsOut
from ui.web import wording
from ui.web.address import screen_of
from ui.web.links import COUNTS
from ui.web.links import EARLIEST
from ui.web.links import LATEST
from ui.web.links import MODES
from ui.web.links import ORDERS
from ui.web.links import Screen

LONGEST_QUESTION = 500
"""Characters that the API accepts."""


def screen_in_address() -> Screen:
    """Return the screen that the page's address names."""
    return screen_of({name: st.query_params.get_all(name) for name in st.query_params})


def question_box(screen: Screen) -> None:
    """Draw the one box."""
    follow_address("q", screen.question)
    with st.form("ask", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input(
            "Ask the minutes, or search",
            key="q",
            max_chars=LONGEST_QUESTION,
            placeholder="what was decided on …",
            autocomplete="off",
        )
        st.form_submit_button("Ask", type="primary", on_click=_write_address)


def filters(screen: Screen, facets: FacetsOut) -> None:
    """Draw the filters in the sidebar, each value with the number of agenda items that have it."""
    with st.sidebar:
        st.markdown("**Look only in**")
        _choice("Council", "council", screen.councils, facets.council)
        _choice("Body", "body", screen.bodies, facets.body)
        _day("From", "since", screen.since)
        _day("To", "until", screen.until)
        _choice("Outcome", "outcome", screen.outcomes, facets.outcome)
        _choice("Kind of document", "kind", screen.kinds, facets.kind)
        with st.expander("More options"):
            _mode(screen.mode)


def order_of_list(screen: Screen) -> None:
    """Draw in which order the list is; a change leaves the reader where they are."""
    follow_address("order", screen.order)
    st.radio(
        "Order of the list",
        ORDERS,
        key="order",
        format_func=lambda one: wording.ORDERS[one],
        horizontal=True,
        on_change=_write_order,
    )


def more_of_list(screen: Screen, count: int) -> None:
    """Draw the button that lists more, where there are more than `count`; what is listed already stays where it is."""
    if count < screen.count or screen.longer() is None:
        return
    st.button("List more agenda items", on_click=_write_longer)


def _write_order() -> None:
    go_to(replace(screen_in_address(), order=st.session_state["order"]))


def _write_longer() -> None:
    before = screen_in_address()
    go_to(replace(before, count=next((count for count in COUNTS if count > before.count), before.count)))


def _choice(label: str, name: str, chosen: Sequence[str], values: Sequence[FacetOut]) -> None:
    items = {each.value: each.items for each in values}
    # A link may name a value that is not held: it stays visible here, and the API says what is wrong with it.
    options = list(dict.fromkeys([*items, *chosen]))
    follow_address(name, list(chosen))

    def shown(value: str) -> str:
        return f"{wording.filter_value(name, value)} ({items.get(value, 0):,})"

    st.multiselect(label, options, key=name, format_func=shown, placeholder="Any", on_change=_write_address)


def _day(label: str, name: str, chosen: date | None) -> None:
    follow_address(name, chosen)
    st.date_input(label, value=None, min_value=EARLIEST, max_value=LATEST, key=name, format="DD/MM/YYYY", on_change=_write_address)


def _mode(chosen: str) -> None:
    follow_address("mode", chosen)
    st.radio("Search by", MODES, key="mode", format_func=lambda mode: wording.MODES[mode], on_change=_write_address)


def follow_address(name: str, value: object) -> None:
    """Set the widget of this key to what the address says, before it is drawn."""
    # Only where it differs: setting a widget again would throw away what is being typed into it.
    if st.session_state.get(name) != value:
        st.session_state[name] = value


def _write_address() -> None:
    before, state = screen_in_address(), st.session_state
    days = {name: state[name].isoformat() for name in ("since", "until") if state.get(name)}
    chosen = {name: list(state.get(name, ())) for name in ("council", "body", "kind", "outcome")}
    asked = {"q": [str(state.get("q", ""))], "mode": [str(state.get("mode", ""))], **{name: [day] for name, day in days.items()}}
    typed = screen_of({**chosen, **asked})
    carried = replace(typed, view=before.view, order=before.order, kept=before.kept, saved=before.saved, title=before.title)
    # Words left alone are words of that question, and of no other.
    screen = replace(carried, left_alone=before.left_alone if typed.question == before.question else ())
    go_to(screen)


def go_to(screen: Screen) -> None:
    """Make this the page's address; the page is then drawn again from it."""
    written: dict[str, list[str]] = {}
    for name, value in screen.parameters:
        written.setdefault(name, []).append(value)
    st.query_params.from_dict(written)
