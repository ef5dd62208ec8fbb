"""Which path reads a file on the spot?

`POST /v1/readings`, mounted beside the API by `ui/commands/serving.py`: the body is the file, the reply one line of JSON a step.
The archive is not asked and does not change; nothing of the file is kept, and nothing of it is logged.
"""

from __future__ import annotations

from asyncio import BoundedSemaphore
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import PurePosixPath
from typing import Annotated

from fastapi import APIRouter
from fastapi import FastAPI
from fastapi import Query
from fastapi import Request
from fastapi.responses import StreamingResponse
from pydantic import Field

from index.errors import ArchiveError
from ingest.reading.opening import READABLE
from search_api.app import Beside
from search_api.body_limit import Bound
from search_api.parameters import NoParameters
from search_api.parameters import Parameters
from search_api.problems import declared
from search_api.schemas_reading import DeskOut
from search_api.schemas_reading import ReadingLineOut
from ui.desk.watching import SECONDS
from ui.desk.watching import Readers
from ui.desk.watching import lines_of

READINGS = "/v1/readings"

MOST_BYTES = 25 * 1024 * 1024
"""Longer than any of 3,195 real minutes, the scanned ones included."""

AT_ONCE = 2
"""Files read at the same time: each takes a core."""

_MEDIA = "application/x-ndjson"
_TOO_LONG = "the file is larger than 25 MB: split it, or put it in the folder of minutes and run `minutebook ingest`"


class DeskBusyError(ArchiveError):
    """As many files are being read as this machine reads at a time."""

    def __init__(self) -> None:
        super().__init__(f"{AT_ONCE} other files are being read just now: try again in half a minute")


class ReadingParameters(Parameters):
    """What the file is called: its ending says how to read it, and a date in its name may say of which day it is."""

    name: str = Field(min_length=1, max_length=255, description="Name of the file, such as `2024-05-13 minutes.pdf`.")


def desk() -> Beside:
    """Return the path, to be mounted beside an API."""
    readers = Readers()

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await readers.close()

    router = APIRouter(lifespan=lifespan)
    places = BoundedSemaphore(AT_ONCE)

    @router.get(READINGS, tags=["files"], responses=declared(422))
    async def offered(_: Annotated[NoParameters, Query()]) -> DeskOut:
        """Say what can be read on the spot, and make ready to."""
        readers.make_ready()
        return DeskOut(endings=[ending.removeprefix(".") for ending in READABLE], most_bytes=MOST_BYTES, seconds=SECONDS)

    @router.post(
        READINGS,
        tags=["files"],
        response_class=StreamingResponse,
        responses={**declared(413, 422, 503), 200: {"model": ReadingLineOut, "description": "One such object a line (NDJSON)."}},
    )
    async def read(asked: Annotated[ReadingParameters, Query()], request: Request) -> StreamingResponse:
        """Read a file (PDF, DOCX, HTML, Markdown, text) on the spot, as an ingest would; the archive does not change."""
        content = await request.body()
        if places.locked():
            raise DeskBusyError
        return StreamingResponse(_read(readers, places, PurePosixPath(asked.name).name, content), media_type=_MEDIA)

    return Beside(READINGS, router, Bound(MOST_BYTES, _TOO_LONG))


async def _read(readers: Readers, places: BoundedSemaphore, name: str, content: bytes) -> AsyncIterator[bytes]:
    async with places:
        async for line in lines_of(readers, name, content):
            yield line
