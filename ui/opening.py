"""What does a command open before it can answer?

Takes the arguments typed, gives the archive, a Searcher over it and filters that are known to this archive. The one place of the
command line that opens anything; errors are the archive's own sentences.
"""

from __future__ import annotations

from argparse import Namespace
from difflib import get_close_matches

from index.errors import ArchiveError
from index.opening import open_archive
from index.passages import Filters
from index.ports import Archive
from index.records import Outcome
from index.sources import DocumentKind
from search_api.errors import QuestionError
from search_api.query import check_filters
from search_api.search import Searcher
from search_api.snapshot import open_searcher
from ui.progress import spinner
from ui.settings import archive_settings
from ui.settings import search_settings

SHOWN = 8
"""Values that are listed in a complaint; an archive may hold hundreds of bodies."""


class FilterError(ArchiveError):
    """A filter that this archive cannot mean."""

    def __init__(self, reason: str, allowed: tuple[str, ...], typed: tuple[str, ...]) -> None:
        near = [match for value in typed for match in get_close_matches(value, allowed, cutoff=0.4)] or allowed[:SHOWN]
        hint = f"; for example {', '.join(repr(value) for value in near)}" if near else ""
        super().__init__(f"{reason}{hint}; `minutebook status` lists all")


def opened(given: Namespace) -> Archive:
    """Open the archive that was named or set; raises the archive errors."""
    return open_archive(archive_settings(given).address)


def searcher(given: Namespace) -> Searcher:
    """Open the archive and the model it was built with."""
    with spinner("Opening the archive and its model"):
        return open_searcher(archive_settings(given), search_settings(given))


def filters(given: Namespace, archive: Archive) -> Filters:
    """Return the filters typed; raises `FilterError` for a council or body not held, and for an empty range of days."""
    typed = Filters(
        councils=tuple(given.council),
        bodies=tuple(given.body),
        since=given.since,
        until=given.until,
        kinds=tuple(DocumentKind(kind) for kind in given.kind),
        outcomes=tuple(Outcome(outcome) for outcome in given.outcome),
    )
    try:
        return check_filters(archive, typed)
    except QuestionError as error:
        if error.allowed is None:
            raise
        raise FilterError(str(error).partition(":")[0], error.allowed, typed.councils + typed.bodies) from error
