"""What is the API made of?

The composition root of the read path: takes settings, gives an app that opens the archive when it starts and lets go of it when it
ends. No CORS, no page with a script (plain ones for citations: `routes_permalinks.py`), no documentation that loads scripts from
elsewhere: /openapi.json describes every reply to programs.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from collections.abc import Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from fastapi import APIRouter
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool
from uvicorn.config import LOGGING_CONFIG

from index.errors import ArchiveError
from search_api.body_limit import BodyLimit
from search_api.body_limit import Bound
from search_api.boundary import LOG
from search_api.boundary import RequestBoundary
from search_api.holdings import Holdings
from search_api.page_images.originals import Originals
from search_api.page_images.originals import Stated
from search_api.page_images.originals import nothing_stated
from search_api.plain.lines import PlainLines
from search_api.problems import MEDIA_TYPE
from search_api.problems import answer_problems
from search_api.routes import router
from search_api.routes_archive import router as archive_router
from search_api.routes_briefing import router as briefing_router
from search_api.routes_feeds import router as feeds_router
from search_api.routes_images import router as images_router
from search_api.routes_meetings import router as meetings_router
from search_api.routes_people import router as people_router
from search_api.routes_permalinks import router as permalinks_router
from search_api.routes_threads import router as threads_router
from search_api.settings import AppSettings
from search_api.snapshot import Snapshot


class _Api(FastAPI):
    """FastAPI, with errors described as the media type that they have."""

    def openapi(self) -> dict[str, Any]:
        if not self.openapi_schema:
            described = super().openapi()
            for method in (one for path in described["paths"].values() for one in path.values()):
                for status, reply in method["responses"].items():
                    if int(status) >= 400:  # noqa: PLR2004 - where errors begin, RFC 9110
                        (content,) = reply["content"].values()
                        reply["content"] = {MEDIA_TYPE: content}
        return self.openapi_schema or {}


@dataclass(frozen=True, slots=True)
class Beside:
    """A path that whoever composes the app answers beside our own, and how much may be sent to it."""

    path: str
    router: APIRouter
    bound: Bound


def create_app(settings: AppSettings, stated: Stated = nothing_stated, beside: Sequence[Beside] = ()) -> FastAPI:
    """Make the app. The archive and its model are opened in the lifespan; without an archive the app starts all the same, answers
    503 with the sentence that says what to run, and opens the archive at the first request after it is there. `stated` tells what
    is stated about the files of the documents folder.
    """
    snapshot = Snapshot(settings.archive, settings.search)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        try:
            await run_in_threadpool(snapshot.current)
        except ArchiveError as error:
            LOG.warning("not ready: %s", error)
        yield

    app = _Api(
        title="Minutebook",
        summary="Answers from council minutes: every decision quoted, every vote as printed, nothing invented.",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.snapshot = snapshot
    app.state.plain = PlainLines(settings.plain)
    app.state.public = settings.api.public
    app.state.originals = Originals(settings.api.documents, stated)
    app.state.holdings = Holdings()
    app.add_middleware(BodyLimit, bounds={one.path: one.bound for one in beside})
    app.add_middleware(RequestBoundary)
    answer_problems(app)
    app.include_router(router)
    app.include_router(people_router)
    app.include_router(threads_router)
    app.include_router(briefing_router)
    app.include_router(images_router)
    app.include_router(meetings_router)
    app.include_router(archive_router)
    app.include_router(feeds_router)
    app.include_router(permalinks_router)
    for one in beside:
        app.include_router(one.router)
    return app


def server_of(settings: AppSettings, stated: Stated = nothing_stated, beside: Sequence[Beside] = ()) -> uvicorn.Server:
    """Make the server of the app, with the log it keeps: one line a request from `boundary.py`, none of the server's own.

    The server's access log writes down every address, and with it every question. Switching it off by its flag leaves the logger
    itself open to whoever configures logging later, so its level is raised out of reach as well.
    """
    silent = {"handlers": [], "level": "CRITICAL", "propagate": False}
    ours = {"handlers": ["default"], "level": "INFO", "propagate": False}
    loggers = {**LOGGING_CONFIG["loggers"], "uvicorn.access": silent, LOG.name: ours}
    return uvicorn.Server(
        uvicorn.Config(
            create_app(settings, stated, beside),
            host=settings.api.host,
            port=settings.api.port,
            access_log=False,
            server_header=False,
            log_config={**LOGGING_CONFIG, "loggers": loggers},
        )
    )


def serve(settings: AppSettings, stated: Stated = nothing_stated, beside: Sequence[Beside] = ()) -> None:
    """Answer requests until told to stop."""
    server_of(settings, stated, beside).run()
