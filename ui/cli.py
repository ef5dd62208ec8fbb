"""What did the person type, and how did it end?

The entry of `minutebook`. Reads the arguments, loads the one command that was asked for (nothing heavy before that), and turns
what can go wrong into one sentence and an exit code. This is the only file of `ui` that imports inside functions, and the one
place where an error that nobody foresaw is caught.
"""
# ruff: noqa: PLC0415 - loading one command on demand is what this file is for

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable
from collections.abc import Sequence
from datetime import UTC
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path

from index.errors import ArchiveError
from ui.arguments import command_parser

LOG = Path("var/minutebook.log")
FAILED = 1
INTERRUPTED = 130
"""128 + SIGINT, as shells report it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; wrong usage ends with `SystemExit(2)`, as argparse has it."""
    given = command_parser().parse_args(arguments)
    _write_any_letter(as_utf8=getattr(given, "json", False))
    try:
        return _COMMANDS[given.command](given)
    except ArchiveError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return _complain("stopped before it was done: what was committed earlier is as it was", INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output has gone (`minutebook decisions | head`), which is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # noqa: BLE001 - the one boundary around a command; it logs and says so
        return _complain(_unforeseen(error, debug=given.debug))


def _write_any_letter(*, as_utf8: bool) -> None:
    """JSON is UTF-8 wherever it goes; for people, a terminal that lacks a letter shows another rather than none of the answer."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8" if as_utf8 else None, errors="replace")


def _complain(sentence: str, code: int = FAILED) -> int:
    print(f"minutebook: {' '.join(sentence.split())}", file=sys.stderr)
    return code


def _unforeseen(error: Exception, *, debug: bool) -> str:
    what = f"an error that nobody foresaw ({type(error).__name__}: {error})"
    if debug:
        traceback.print_exception(error)
        return f"{what}; please report what stands above"
    where = f"what led to it is in {LOG}" if _keep(error) else "run it again with --debug to see what led to it"
    return f"{what}; {where}, please report it"


def _keep(error: Exception) -> bool:
    """Write down where an error came from; a folder that cannot be written to is no second error."""
    try:
        LOG.parent.mkdir(parents=True, exist_ok=True)
        with LOG.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n")
            traceback.print_exception(error, file=file)
    except OSError:
        return False
    return True


def _ingest(given: Namespace) -> int:
    from ui.commands.ingesting import ingest

    return ingest(given)


def _search(given: Namespace) -> int:
    from ui.commands.asking import search

    return search(given)


def _ask(given: Namespace) -> int:
    from ui.commands.asking import ask

    return ask(given)


def _compare(given: Namespace) -> int:
    from ui.commands.comparing import compare

    return compare(given)


def _brief(given: Namespace) -> int:
    from ui.commands.briefing import brief

    return brief(given)


def _timeline(given: Namespace) -> int:
    from ui.commands.threading_matters import timeline

    return timeline(given)


def _thread(given: Namespace) -> int:
    from ui.commands.threading_matters import thread

    return thread(given)


def _decisions(given: Namespace) -> int:
    from ui.commands.listing import decisions

    return decisions(given)


def _votes(given: Namespace) -> int:
    from ui.commands.votes import votes

    return votes(given)


def _person(given: Namespace) -> int:
    from ui.commands.votes import person

    return person(given)


def _serve(given: Namespace) -> int:
    from ui.commands.serving import serve

    return serve(given)


def _ui(given: Namespace) -> int:
    from ui.commands.page import page

    return page(given)


def _up(given: Namespace) -> int:
    from ui.commands.up import up

    return up(given)


def _status(given: Namespace) -> int:
    from ui.commands.status import status

    return status(given)


def _doctor(given: Namespace) -> int:
    from ui.commands.doctor import doctor

    return doctor(given)


def _evaluate(given: Namespace) -> int:
    from ui.commands.evaluating import evaluate

    return evaluate(given)


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "ingest": _ingest,
    "search": _search,
    "ask": _ask,
    "compare": _compare,
    "brief": _brief,
    "timeline": _timeline,
    "thread": _thread,
    "decisions": _decisions,
    "votes": _votes,
    "person": _person,
    "serve": _serve,
    "ui": _ui,
    "up": _up,
    "status": _status,
    "doctor": _doctor,
    "evaluate": _evaluate,
}

if __name__ == "__main__":
    sys.exit(main())
