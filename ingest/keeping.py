"""What of an ingest's report is kept beside the archive?

Takes the report, gives the record of what was left out (`index.left_out`) to whoever opens the archive later: files refused, pages
unread, those of unchanged files as the record before had them. What an error said of itself stays out: it may quote the file.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection
from collections.abc import Iterable
from contextlib import suppress

from index.errors import ArchiveError
from index.left_out import LeftOut
from index.left_out import Shortfall
from index.opening import committed_manifest
from index.opening import keep_left_out
from index.opening import left_out_of
from ingest.report import IngestReport
from ingest.report import Refusal

_log = logging.getLogger(__name__)

_UNFORESEEN = re.compile(r"^(\w+) while reading: .*", re.DOTALL)
_IN_BRACKETS = re.compile(r"\((\w*(?:Error|Exception|Warning|Interrupt)\w*): .*\)?", re.DOTALL)
"""How the reasons of `ingest.pipeline` and `ingest.reading.pdf` name an error that they did not foresee, and what it said."""


def left_out_before(address: str) -> LeftOut | None:
    """Return the record of the archive as it is committed now, `None` where there is no archive or none was kept."""
    with suppress(ArchiveError):
        return left_out_of(address, committed_manifest(address).generation)
    return None


def keep(address: str, report: IngestReport, before: LeftOut | None, unchanged: Collection[str]) -> None:
    """Keep what an ingest left out; `unchanged` are the paths of files that it did not read again."""
    again = tuple(one for one in before.unread if one.path in unchanged) if before else ()
    left_out = LeftOut(
        generation=report.generation,
        refused=tuple(_shortfalls(report.refused)),
        unread=tuple(sorted({*again, *_shortfalls(report.unread)}, key=lambda one: (one.path, one.reason))),
        withheld_documents=report.withheld_documents,
        whole=not unchanged or (before is not None and before.whole),
    )
    try:
        keep_left_out(address, left_out)
    except OSError as error:  # the archive is committed and whole: only this is not known of it
        _log.warning("what was left out could not be noted beside %s: %s", address, error)


def _shortfalls(refusals: Iterable[Refusal]) -> Iterable[Shortfall]:
    return (Shortfall(one.path, without_words(one.reason), one.remedy) for one in refusals)


def without_words(reason: str) -> str:
    """Return a reason without what an error said of itself, which may be words of the file."""
    return _IN_BRACKETS.sub(r"(\1)", _UNFORESEEN.sub(r"\1 while reading", reason))
