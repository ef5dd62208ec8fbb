"""Which council announces its own next meeting?

Takes the running text of minutes whose head names nobody, gives the council of "the next Ayton Community Council meeting will take
place", with its words' span: web pages of small councils (Ayton, from 2024) print their name there only, in the last lines. What
is said further up may be of another council's meeting; where two are announced nothing is known. Never names the body that met: a
committee's minutes may announce the council's meeting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sources import Origin
from index.sources import Stated
from ingest.segmenting.names_of_bodies import NAME
from ingest.segmenting.names_of_bodies import is_generic
from ingest.segmenting.names_of_bodies import tidy_name
from ingest.segmenting.names_of_bodies import without_lead_in
from ingest.segmenting.running import RunningText

_KIND = r"(?:(?:ordinary|full|monthly|regular|scheduled|public)\s+)?"
_NEXT = re.compile(rf"\bnext\s+{_KIND}(?P<of>meetings?\s+of\s+(?:the\s+)?)?", re.IGNORECASE)
_MEETING = re.compile(rf"(?:[’']s)?\s+{_KIND}meeting\b", re.IGNORECASE)
_CLOSE = 600
"""Characters at the end of a record in which it announces its own next meeting; Ayton does in the last 210."""
_COUNCIL = re.compile(r"\bcouncil$", re.IGNORECASE)


def council_announced(running: RunningText) -> Stated[str]:
    """Return the council whose next meeting is announced, as printed; not stated where none is, or more than one."""
    places = list(_places(running.text))
    names = {tidy_name(running.text[start:end]).casefold() for start, end in places}
    if len(names) != 1:
        return Stated()
    start, end = places[0]
    return Stated(tidy_name(running.text[start:end]), Origin.PRINTED, running.span(start, end))


def _places(text: str) -> Iterator[tuple[int, int]]:
    for said in _NEXT.finditer(text, max(0, len(text) - _CLOSE)):
        name = NAME.match(text, said.end())
        if name is None or not (said["of"] or _MEETING.match(text, name.end())):
            continue
        start, end = without_lead_in(text, *name.span())
        if _COUNCIL.search(text[start:end]) and not is_generic(text[start:end]):
            yield start, end
