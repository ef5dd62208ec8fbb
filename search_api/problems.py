"""How does an error become a reply?

One table gives each class of error its HTTP status and its fixed name; one shape, `ProblemOut` (RFC 9457), carries it. Says what
happened and what would have been accepted, and nothing of the machine it happened on beyond what the error's own sentence says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from index.errors import ArchiveError
from index.errors import UnknownRecordError
from search_api.errors import QuestionError
from search_api.errors_images import NoPictureError
from search_api.parameters import ALLOWED
from search_api.schemas_state import ProblemOut

MEDIA_TYPE = "application/problem+json"

_STATUS: tuple[tuple[type[ArchiveError], HTTPStatus], ...] = (
    (QuestionError, HTTPStatus.BAD_REQUEST),
    (UnknownRecordError, HTTPStatus.NOT_FOUND),
    (NoPictureError, HTTPStatus.NOT_FOUND),
    # everything else that is raised on purpose while reading is about the archive or its model: nothing the asker can mend
    (ArchiveError, HTTPStatus.SERVICE_UNAVAILABLE),
)

_DESCRIPTIONS: Mapping[int, str] = {
    400: "The question or a filter cannot be answered; `detail` says why.",
    404: "The archive does not hold what was asked for.",
    405: "The path answers other methods only.",
    413: "The body of the request is longer than any that can be answered.",
    422: "A parameter is unknown, missing or out of bounds; `allowed` lists what would be accepted.",
    500: "A fault in this program; nothing is said of it but the request id.",
    503: "No archive can be read; `detail` is the sentence that says what to run.",
}


def declared(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Return the declaration of these error replies for a route; every route may also answer 500."""
    return {status: {"model": ProblemOut, "description": _DESCRIPTIONS[status]} for status in (*statuses, 500)}


def problem(name: str, status: int, detail: str, request_id: str, allowed: Sequence[str] | None = None) -> JSONResponse:
    """Return an error reply of the one shape; `name` stands for the kind of problem for ever."""
    body = ProblemOut(
        type=f"urn:minutebook:problem:{name}",
        title=name.replace("-", " ").capitalize(),
        status=status,
        detail=detail,
        allowed=None if allowed is None else list(allowed),
        request_id=request_id,
    )
    return JSONResponse(body.model_dump(), status, media_type=MEDIA_TYPE)


def answer_problems(app: FastAPI) -> None:
    """Let the app answer every error it knows in the one shape; what it does not know is left to the request boundary."""
    app.exception_handler(ArchiveError)(_archive_problem)
    app.exception_handler(RequestValidationError)(_parameter_problem)
    app.exception_handler(HTTPException)(_http_problem)


async def _archive_problem(request: Request, error: ArchiveError) -> JSONResponse:
    status = next(status for kind, status in _STATUS if isinstance(error, kind))
    allowed = error.allowed if isinstance(error, QuestionError) else None
    return problem(_kebab(type(error)), status, str(error), request.state.request_id, allowed)


async def _parameter_problem(request: Request, error: RequestValidationError) -> JSONResponse:
    faults = error.errors()
    detail = "; ".join(": ".join([*_parameter(fault), fault["msg"]]) for fault in faults)
    allowed = [value for fault in faults for value in _allowed(fault)]
    return problem("bad-parameters", HTTPStatus.UNPROCESSABLE_ENTITY, detail, request.state.request_id, allowed or None)


async def _http_problem(request: Request, error: HTTPException) -> JSONResponse:
    name = HTTPStatus(error.status_code).phrase.lower().replace(" ", "-")
    reply = problem(name, error.status_code, _reason(error), request.state.request_id, _methods(error))
    reply.headers.update(error.headers or {})
    return reply


def _reason(error: HTTPException) -> str:
    if error.status_code == HTTPStatus.NOT_FOUND:
        return "there is nothing at this path: /openapi.json lists the paths"
    return f"{error.detail}: /openapi.json lists what each path answers"


def _methods(error: HTTPException) -> Sequence[str] | None:
    allow = (error.headers or {}).get("Allow")
    return allow.split(", ") if allow else None


def _parameter(fault: Mapping[str, Any]) -> Sequence[str]:
    """Return the name of the parameter at fault, or nothing where the fault is not in one of those known."""
    return [str(part) for part in fault["loc"][1:2]]


def _allowed(fault: Mapping[str, Any]) -> Sequence[str]:
    listed = fault.get("ctx", {}).get("allowed")
    return listed or next((ALLOWED[name] for name in _parameter(fault) if name in ALLOWED), ())


def _kebab(kind: type[ArchiveError]) -> str:
    """Return `unknown-record` for `UnknownRecordError`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__.removesuffix("Error")).lower()
