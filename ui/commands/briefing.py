"""`minutebook brief`: make a page of quotations with numbered citations, as a file.

Takes questions, ids of agenda items and where to write; the ending of the file says as what. Never writes over a file unless told
to. What is wrong with the file is said before anything is opened.
"""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC
from datetime import datetime
from pathlib import Path

from index.errors import ArchiveError
from search_api.answering import NotRecorded
from search_api.briefing.exporting import ENDINGS
from search_api.briefing.exporting import Format
from search_api.briefing.exporting import export
from search_api.briefing.gathering import Briefing
from search_api.briefing.gathering import EmptyBriefingError
from search_api.briefing.gathering import Order
from search_api.briefing.gathering import gather
from ui.opening import searcher
from ui.output import OutputError
from ui.web.wording import plural


class EndingError(ArchiveError):
    """The name of the file does not say what to write."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} ends with nothing that a briefing is written as: name it with {', '.join(ENDINGS.values())}")


class FileThereError(ArchiveError):
    """There is a file of that name."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path} is there already: name another file, or add --force to write over it")


def brief(given: Namespace) -> int:
    """Write the briefing; raises `EndingError`, `FileThereError`, `OutputError`, and what gathering it raises."""
    wanted = _format(given.out)
    if given.out.exists() and not given.force:
        raise FileThereError(given.out)
    order = Order(given.title, tuple(given.questions), tuple(given.item))
    if not order.questions and not order.item_ids:
        raise EmptyBriefingError
    made = gather(searcher(given), order, datetime.now(UTC).replace(microsecond=0))
    _write(given.out, export(made, wanted), force=given.force)
    print(f"{given.out}: {_told(made)}")
    return 0


def _format(path: Path) -> Format:
    for wanted, ending in ENDINGS.items():
        if path.suffix.lower() == ending:
            return wanted
    raise EndingError(path)


def _write(path: Path, content: bytes, *, force: bool) -> None:
    """Write the file; what came there since it was looked for is not written over either."""
    try:
        with path.open("wb" if force else "xb") as file:
            file.write(content)
    except FileExistsError as error:
        raise FileThereError(path) from error
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error


def _told(made: Briefing) -> str:
    silent = sum(isinstance(one.answered, NotRecorded) for one in made.questions)
    unanswered = f", {plural(silent, 'question')} without an answer in these minutes" if silent else ""
    return f"{plural(sum(1 for _ in made.quoted), 'quotation')} from {plural(len(made.sources), 'place')}{unanswered}"
