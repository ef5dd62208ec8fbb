"""How does the page ask the API?

One method a question, each one HTTP call that gives a validated reply of `search_api.schemas`, or a file, or raises one of the
errors of `ui.web.errors`. The only file that imports httpx; it never retries and never changes a reply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from contextlib import closing
from types import TracebackType
from typing import Self
from typing import TypeVar
from urllib.parse import quote

import httpx
from pydantic import ValidationError

from search_api.schemas import AnswerOut
from search_api.schemas import DocumentOut
from search_api.schemas import ItemOut
from search_api.schemas import MeetingOut
from search_api.schemas import Wire
from search_api.schemas_archive import ArchiveOut
from search_api.schemas_briefing import CompareOut
from search_api.schemas_found import SearchOut
from search_api.schemas_meeting import MeetingDecisionsOut
from search_api.schemas_people import VotesOut
from search_api.schemas_reading import DeskOut
from search_api.schemas_reading import ReadingLineOut
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

READING_SECONDS = 75.0
"""How long a file may be read without a word from the API, which gives up after a minute by itself."""

_FILE_NAME = re.compile(r'filename="([^"/\\]+)"')


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

    def search(self, question: str, mode: str, count: int, filters: Parameters, order: str = "best") -> SearchOut:
        """Return at most so many agenda items found for a question, best first or by date."""
        ordered = (("order", order),) if order != "best" else ()
        return self._get("/v1/search", SearchOut, (("q", question), ("mode", mode), ("k", str(count)), *ordered, *filters))

    def item(self, item_id: str) -> ItemOut:
        """Return one agenda item as published."""
        return self._get(f"/v1/items/{quote(item_id, safe='')}", ItemOut)

    def meeting(self, meeting_id: str) -> MeetingOut:
        """Return one meeting, its attendance and its items in order."""
        return self._get(f"/v1/meetings/{quote(meeting_id, safe='')}", MeetingOut)

    def meeting_decisions(self, meeting_id: str) -> MeetingDecisionsOut:
        """Return what one meeting decided, item by item."""
        return self._get(f"/v1/meetings/{quote(meeting_id, safe='')}/decisions", MeetingDecisionsOut)

    def document(self, document_id: str) -> DocumentOut:
        """Return one document and the meetings that it records."""
        return self._get(f"/v1/documents/{quote(document_id, safe='')}", DocumentOut)

    def page_image(self, document_id: str, page: int, passages: Iterable[tuple[int, int]]) -> tuple[bytes, int]:
        """Return a page as PNG and how many of the passages are marked on it; where there is none, the problem says why."""
        marks = tuple(pair for start, end in passages for pair in (("start", str(start)), ("end", str(end))))
        path = f"/v1/documents/{quote(document_id, safe='')}/pages/{page}/image"
        reply = self._reply(self._http.build_request("GET", path, params=httpx.QueryParams(marks)))
        marked = reply.headers.get("x-marked-passages", "")
        if reply.headers.get("content-type") != "image/png" or not marked.isdigit():
            raise ApiStrangeError(self._address, f"status {reply.status_code}, and no picture")
        return reply.content, int(marked)

    def thread(self, item_id: str) -> ThreadOut:
        """Return the items that belong together with one."""
        return self._get(f"/v1/threads/{quote(item_id, safe='')}", ThreadOut)

    def timeline(self, question: str, filters: Parameters) -> TimelineOut:
        """Return the matter that a question asks about, meeting by meeting."""
        return self._get("/v1/timeline", TimelineOut, (("q", question), *filters))

    def compare(self, question: str, columns: Parameters) -> CompareOut:
        """Return what each council or body, given as (parameter, value), says on a question."""
        return self._get("/v1/compare", CompareOut, (("q", question), *columns))

    def briefing(self, title: str, questions: Sequence[str], items: Sequence[str], form: str) -> tuple[bytes, str]:
        """Return a briefing as a file (`docx`, `markdown` or `csv`) and the file's name."""
        wanted = {"title": title, "questions": list(questions), "items": list(items), "format": form}
        reply = self._reply(self._http.build_request("POST", "/v1/briefing", json=wanted))
        named = _FILE_NAME.search(reply.headers.get("content-disposition", ""))
        if named is None:
            raise ApiStrangeError(self._address, f"status {reply.status_code}, and no file")
        return reply.content, named[1]

    def votes(self, asked: Parameters) -> VotesOut:
        """Return one page of the votes printed."""
        return self._get("/v1/votes", VotesOut, asked)

    def archive(self) -> ArchiveOut:
        """Return what is held of each council and body, and what was left out."""
        return self._get("/v1/archive", ArchiveOut)

    def desk(self) -> DeskOut | None:
        """Return what can be read on the spot, `None` where this API does not; makes it ready to."""
        try:
            return self._get("/v1/readings", DeskOut)
        except ApiProblemError as error:
            if error.status == httpx.codes.NOT_FOUND:
                return None
            raise

    def reading(self, name: str, content: bytes) -> Iterator[ReadingLineOut]:
        """Send a file to be read on the spot, and yield each step as it is told; the last line is the reading or a refusal."""
        request = self._http.build_request("POST", "/v1/readings", params={"name": name}, content=content, timeout=READING_SECONDS)
        try:
            with closing(self._http.send(request, stream=True)) as reply:
                if not reply.is_success:
                    reply.read()
                    raise ApiProblemError(self._read(reply, ProblemOut))
                yield from (self._line(line) for line in reply.iter_lines())
        except httpx.ReadTimeout as error:
            raise ApiSlowError(self._address, READING_SECONDS) from error
        except httpx.TransportError as error:
            raise ApiUnreachableError(self._address) from error

    def _line(self, line: str) -> ReadingLineOut:
        try:
            return ReadingLineOut.model_validate_json(line)
        except ValidationError as error:
            raise ApiStrangeError(self._address, f"{error.error_count()} fields of a reading are not as expected") from error

    def facets(self) -> FacetsOut:
        """Return the values that can be filtered by."""
        return self._get("/v1/facets", FacetsOut)

    def status(self) -> StatusOut:
        """Return what the archive holds."""
        return self._get("/v1/status", StatusOut)

    def _get(self, path: str, kind: type[WireT], parameters: Parameters = ()) -> WireT:
        return self._read(self._reply(self._http.build_request("GET", path, params=httpx.QueryParams(tuple(parameters)))), kind)

    def _reply(self, request: httpx.Request) -> httpx.Response:
        """Raises `ApiUnreachableError`, `ApiSlowError`, `ApiProblemError` or `ApiStrangeError`."""
        try:
            reply = self._http.send(request)
        except httpx.ReadTimeout as error:
            raise ApiSlowError(self._address, self._seconds) from error
        except httpx.TransportError as error:
            raise ApiUnreachableError(self._address) from error
        if not reply.is_success:
            raise ApiProblemError(self._read(reply, ProblemOut))
        return reply

    def _read(self, reply: httpx.Response, kind: type[WireT]) -> WireT:
        try:
            return kind.model_validate_json(reply.content)
        except ValidationError as error:
            reason = f"status {reply.status_code}, {error.error_count()} fields of {kind.__name__} are not as expected"
            raise ApiStrangeError(self._address, reason) from error
