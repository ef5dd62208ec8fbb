"""Which path gives the picture of a page?

One route beside those of `routes.py`. The reply is a PNG, or the reason for which there is none. Whoever asks may keep it, and must
ask each time whether it still holds: it does as long as no other generation is committed, so that what is withdrawn is not shown.
"""

from __future__ import annotations

from typing import Annotated
from typing import Any

from fastapi import APIRouter
from fastapi import Depends
from fastapi import Query
from fastapi import Request
from fastapi import Response

from search_api.page_images.originals import Originals
from search_api.page_images.picturing import picture_of
from search_api.parameters import PageNumber
from search_api.parameters import RecordId
from search_api.parameters_images import ImageParameters
from search_api.problems import declared
from search_api.routes import Current
from search_api.search import Searcher

router = APIRouter()

MARKED = "X-Marked-Passages"
"""Header that says how many of the passages asked for are marked: words that cannot be placed surely are not marked."""

_PNG: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"image/png": {}},
        "description": f"The page, about 1000 dots across; the header {MARKED} says how many of the passages are marked.",
    }
}


def originals_of(request: Request) -> Originals:
    """Return where the original files are."""
    originals: Originals = request.app.state.originals
    return originals


@router.get(
    "/v1/documents/{document_id}/pages/{number}/image",
    tags=["records"],
    response_class=Response,
    responses={**_PNG, **declared(404, 422, 503)},
)
def page_image(  # noqa: PLR0917 - FastAPI gives them by name
    request: Request,
    document_id: RecordId,
    number: PageNumber,
    asked: Annotated[ImageParameters, Query()],
    searcher: Current,
    originals: Annotated[Originals, Depends(originals_of)],
) -> Response:
    """Give one page of a PDF as a picture, the passages asked for marked; only pages on which all is open, and only of files that
    are still what was read.
    """
    headers = {"ETag": _tag(searcher), "Cache-Control": "private, no-cache"}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    picture = picture_of(searcher.archive, originals, document_id, number, asked.passages())
    return Response(picture.png, media_type="image/png", headers={**headers, MARKED: str(picture.marked)})


def _tag(searcher: Searcher) -> str:
    manifest = searcher.archive.manifest
    return f'"{manifest.generation} {manifest.committed}"'
