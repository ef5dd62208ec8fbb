"""What is held here?

The screen of the archive: how much and how fresh, a file read on the spot, bodies by year with their gaps, and what could not be
read. All of it follows from the address, but for a file that is read: that is shown once and kept nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from search_api.schemas_archive import ArchiveOut
from search_api.schemas_reading import ReadingLineOut
from search_api.schemas_reading import StepOut
from ui.web import states
from ui.web import wording
from ui.web.components import NOTHING
from ui.web.errors import PageError
from ui.web.forgetting import taken
from ui.web.form import follow_address
from ui.web.form import go_to
from ui.web.form import screen_in_address
from ui.web.held_view import in_short
from ui.web.held_view import left_out
from ui.web.holdings_view import picture
from ui.web.links import Screen
from ui.web.reading_view import desk_title
from ui.web.reading_view import reading
from ui.web.reading_view import refused
from ui.web.screens.here import Here
from ui.web.screens.here import show

MANY = 8
"""Bodies from which on it is worth looking for one by its name."""

LONGEST_NAME = 200

_COMMON = ("pdf", "docx")
_PROMISE = (
    "The file is read and forgotten; the archive does not change. "
    "To keep it, put it in the folder of minutes and run `minutebook ingest`."
)
_NO_DESK = (
    "This archive is served without the part that reads a file on the spot. Start it with `minutebook serve` or `minutebook up`, "
    "which have it."
)
_SHARES = {"opened": 0.05, "page": 0.05, "items": 0.95, "decisions": 1.0}
"""How much of the bar is full at each stage; pages fill what lies between."""

_PAGES = 0.85


def draw(here: Here) -> None:
    """Draw what is held, and read a file where one is given."""
    with st.spinner("Counting what is held …"):
        held = here.api.archive()
    show(in_short(held))
    _desk(here)
    _choices(here.screen, held)
    show(picture(held, here.screen))
    show(left_out(held))


def _choices(screen: Screen, held: ArchiveOut) -> None:
    """Draw the boxes in which councils and bodies are looked for by name, where there are many."""
    councils = [one.council for one in held.councils if one.council]
    bodies = sorted({body.body for one in held.councils for body in one.bodies if body.body})
    if len(bodies) < MANY and not screen.filters:
        return
    with st.container(horizontal=True):
        _choice("Show only these councils", "council", screen.councils, councils)
        _choice("Show only these bodies", "body", screen.bodies, bodies)


def _choice(label: str, name: str, chosen: tuple[str, ...], values: Iterable[str]) -> None:
    follow_address(f"archive-{name}", list(chosen))
    options = list(dict.fromkeys([*values, *chosen]))
    st.multiselect(label, options, key=f"archive-{name}", placeholder="All", on_change=_write_address)


def _write_address() -> None:
    state = st.session_state
    go_to(replace(screen_in_address(), councils=tuple(state["archive-council"]), bodies=tuple(state["archive-body"])))


def _desk(here: Here) -> None:
    """Draw the desk, open as it is: a fold around it would close over what was read when the screen is drawn again."""
    show(desk_title())
    desk = here.api.desk()
    if desk is None:
        st.markdown(_NO_DESK)
        return
    largest = desk.most_bytes >> 20
    # The box is empty again when the file is sent, and what is shown of it is gone with the next change of the address.
    with st.form("reading", clear_on_submit=True, border=False):
        file = st.file_uploader(
            f"A file of minutes: PDF, DOCX, HTML, Markdown or text, up to {largest} MB",
            type=sorted(desk.endings, key=lambda ending: (ending not in _COMMON, ending)),
            max_upload_size=largest,
        )
        st.markdown(_PROMISE)
        asked = st.form_submit_button("Read the file", type="primary")
    if asked and file is None:
        st.warning("Choose a file first, then read it.")
    if asked and file is not None:
        _read(here, file.name[-LONGEST_NAME:], taken(file))


def _read(here: Here, name: str, content: bytes) -> None:
    """Send the file, follow the steps with the bar, and show what came of it."""
    bar = st.progress(0.0, text=f"Opening “{name}” …")
    last = ReadingLineOut()
    try:
        for last in here.api.reading(name, content):
            if last.step:
                bar.progress(_share(last.step), text=_told(last.step))
    except PageError as error:
        show(states.failure(error, here.screen))
    finally:
        bar.empty()
    show(reading(name, last.reading) if last.reading else NOTHING)
    show(refused(name, last.refused) if last.refused else NOTHING)


def _share(step: StepOut) -> float:
    read = _PAGES * step.done / step.total if step.total else 0.0
    return min(1.0, _SHARES[step.stage] + read)


def _told(step: StepOut) -> str:
    return {
        "opened": "Opened",
        "page": f"Page {step.done} of {step.total} read",
        "items": f"{wording.plural(step.done, 'agenda item')} found",
        "decisions": f"{wording.plural(step.done, 'clause')} of decisions found",
    }[step.stage]
