"""What have I put aside?

The screen of what was kept: the agenda items for a briefing in its order, the briefing as it will read and as files, and the saved
searches with their feeds. All of it follows from the address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

import streamlit as st

from search_api.schemas import ItemOut
from ui.web import states
from ui.web.address import search_in
from ui.web.briefing_view import briefing_heading
from ui.web.briefing_view import not_made
from ui.web.briefing_view import preview
from ui.web.briefing_view import question_asked
from ui.web.client import MinutebookApi
from ui.web.errors import ApiProblemError
from ui.web.errors import PageError
from ui.web.form import follow_address
from ui.web.form import go_to
from ui.web.form import screen_in_address
from ui.web.kept_view import kept_items
from ui.web.links import Screen
from ui.web.permalinks import feed_address
from ui.web.saved import has_feed
from ui.web.saved import saved_heading
from ui.web.saved import saved_search
from ui.web.screens.here import Here
from ui.web.screens.here import show
from ui.web.typed import typed

LONGEST_TITLE = 200
"""Characters of a briefing's title that the API accepts."""

GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.UNPROCESSABLE_ENTITY})
"""What the API says of an id that it does not hold, or that can be none of its ids."""

FILES = {
    "docx": ("Download for Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "csv": ("Download as a table (CSV)", "text/csv"),
    "markdown": ("Download as Markdown", "text/markdown"),
}
"""Files that a briefing is given as: what the button says, and the media type. The last is also what is shown.

All are made before their buttons are drawn: a file that Streamlit makes on the click takes the focus off its button, and says that
it failed in words that vanish and that no screen reader hears.
"""


def draw(here: Here) -> None:
    """Draw what was kept, the briefing made of it, and the saved searches."""
    screen = here.screen
    show(states.notices(screen))
    with st.spinner("Opening what you kept …"):
        kept = [(item_id, _item(here.address, item_id)) for item_id in screen.kept]
    show(kept_items(kept, screen))
    held = tuple(item_id for item_id, of in kept if of is not None)
    if held or screen.question:
        _briefing(here, held)
    _saved(here)


@st.cache_data(ttl=60, max_entries=400, show_spinner=False)
def _item(address: str, item_id: str) -> ItemOut | None:
    """Return an item, or `None` where the archive holds none of this id."""
    with MinutebookApi(address) as api:
        try:
            return api.item(item_id)
        except ApiProblemError as error:
            if error.status in GONE:
                return None
            raise


def _briefing(here: Here, items: Sequence[str]) -> None:
    show(briefing_heading())
    _options(here.screen)
    questions = (typed(here.screen),) if here.screen.answer_first and here.screen.question else ()
    if not items and not questions:
        return
    try:
        with st.spinner("Making the briefing …"):
            made = {form: _made(here.address, here.screen.title, questions, tuple(items), form) for form in FILES}
    except PageError as error:
        show(not_made(error))
        return
    with st.container(horizontal=True):
        for form, (label, kind) in FILES.items():
            st.download_button(label, *made[form], kind, on_click="ignore", key=f"as-{form}")
    show(preview(made["markdown"][0].decode()))


def _options(screen: Screen) -> None:
    follow_address("title", screen.title)
    follow_address("first", screen.answer_first)
    st.text_input(
        "Title of the briefing", key="title", max_chars=LONGEST_TITLE, placeholder="Briefing from council minutes", on_change=_write
    )
    if screen.question:
        # The question stands beside the box and not in its label, which Streamlit would read as Markdown, links and all.
        show(question_asked(typed(screen)))
        st.checkbox("Put the answer to this question first", key="first", on_change=_write)


def _write() -> None:
    state = st.session_state
    title, first = " ".join(str(state.get("title", "")).split()), bool(state.get("first"))
    go_to(replace(screen_in_address(), title=title, answer_first=first))


@st.cache_data(ttl=60, max_entries=60, show_spinner=False)
def _made(address: str, title: str, questions: Sequence[str], items: Sequence[str], form: str) -> tuple[bytes, str]:
    """Return a file and its name; the same one is not made again within a minute."""
    with MinutebookApi(address) as api:
        return api.briefing(title, questions, items, form)


def _saved(here: Here) -> None:
    show(saved_heading(here.screen))
    for search in here.screen.saved:
        show(saved_search(search, here.screen))
        if has_feed(search):
            st.code(feed_address(here.public, search_in(search).parameters), language=None, wrap_lines=True)
