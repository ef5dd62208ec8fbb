"""How does the page ask the API?

One method a question, each one HTTP call that gives a validated reply of `search_api.schemas` or raises one of the errors of
`ui.web.errors`. The only file that imports httpx; it never retries and never changes a reply.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import Self
from typing import TypeVar
from urllib.parse import quote

import httpx
from pydantic import ValidationError

from search_api.schemas import AnswerOut
from search_api.schemas import ItemOut
from search_api.schemas import MeetingOut
from search_api.schemas import SearchOut
from search_api.schemas import Wire
from search_api.schemas_briefing import CompareOut
from search_api.schemas_people import VotesOut
from search_api.schemas_state import FacetsOut
from search_api.schemas_state import ProblemOut
from search_api.schemas_state import StatusOut
from search_api.schemas_threads import ThreadOut
from search_api.schemas_threads import TimelineOut
from ui.web.errors import ApiProblemError
from ui.web.errors import ApiSlowError
from ui.web.errors import ApiStrangeError
from ui.web.errors import ApiUnreachableError

WireT = TypeVar("WireT", bound=Wire)
Parameters = Iterable[tuple[str, str]]

SECONDS = 30.0
"""How long a reply may take; connecting gets a tenth of it."""


class MinutebookApi:
    """A connection to the API at an address, for as long as one screen takes; use it in a `with`."""

    def __init__(self, address: str, seconds: float = SECONDS) -> None:
        self._address = address
        self._seconds = seconds
        # Proxies named in the environment are for the way out; the archive stands on this side of them.
        self._http = httpx.Client(base_url=address, timeout=httpx.Timeout(seconds, connect=seconds / 10), trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._http.close()

    def answer(self, question: str, filters: Parameters) -> AnswerOut:
        """Return what the minutes say on a question."""
        return self._get("/v1/answer", AnswerOut, (("q", question), *filters))

    def search(self, question: str, mode: str, count: int, filters: Parameters) -> SearchOut:
        """Return at most so many agenda items found for a question, best first."""
        return self._get("/v1/search", SearchOut, (("q", question), ("mode", mode), ("k", str(count)), *filters))

    def item(self, item_id: str) -> ItemOut:
        """Return one agenda item as published."""
        return self._get(f"/v1/items/{quote(item_id, safe='')}", ItemOut)

    def meeting(self, meeting_id: str) -> MeetingOut:
        """Return one meeting, its attendance and its items in order."""
        return self._get(f"/v1/meetings/{quote(meeting_id, safe='')}", MeetingOut)

    def thread(self, item_id: str) -> ThreadOut:
        """Return the items that belong together with one."""
        return self._get(f"/v1/threads/{quote(item_id, safe='')}", ThreadOut)

    def timeline(self, question: str, filters: Parameters) -> TimelineOut:
        """Return the matter that a question asks about, meeting by meeting."""
        return self._get("/v1/timeline", TimelineOut, (("q", question), *filters))

    def compare(self, question: str, columns: Parameters) -> CompareOut:
        """Return what each council or body, given as (parameter, value), says on a question."""
        return self._get("/v1/compare", CompareOut, (("q", question), *columns))

    def votes(self, asked: Parameters) -> VotesOut:
        """Return one page of the votes printed."""
        return self._get("/v1/votes", VotesOut, asked)

    def facets(self) -> FacetsOut:
        """Return the values that can be filtered by."""
        return self._get("/v1/facets", FacetsOut)

    def status(self) -> StatusOut:
        """Return what the archive holds."""
        return self._get("/v1/status", StatusOut)

    def _get(self, path: str, kind: type[WireT], parameters: Parameters = ()) -> WireT:
        """Raises `ApiUnreachableError`, `ApiSlowError`, `ApiProblemError` or `ApiStrangeError`."""
        try:
            reply = self._http.get(path, params=httpx.QueryParams(tuple(parameters)))
        except httpx.ReadTimeout as error:
            raise ApiSlowError(self._address, self._seconds) from error
        except httpx.TransportError as error:
            raise ApiUnreachableError(self._address) from error
        if not reply.is_success:
            raise ApiProblemError(self._read(reply, ProblemOut))
        return self._read(reply, kind)

    def _read(self, reply: httpx.Response, kind: type[WireT]) -> WireT:
        try:
            return kind.model_validate_json(reply.content)
        except ValidationError as error:
            reason = f"status {reply.status_code}, {error.error_count()} fields of {kind.__name__} are not as expected"
            raise ApiStrangeError(self._address, reason) from error
