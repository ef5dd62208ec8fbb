"""How is a stranger's file read where it can do no harm?

Run as `python -m ui.desk.child`: takes on its input one line with the name of the file, as JSON, and then its bytes; writes one
line of JSON a step on its output. May be killed at any moment. Bounds its own memory and time, since a hostile file bounds neither.
"""

from __future__ import annotations

import json
import logging
import resource
import signal
import sys

from search_api.schemas_reading import ReadingLineOut
from ui.desk.reading import read_file

MEMORY = 4 << 30
"""Bytes of address space; a real file of 20 MB takes less than a quarter."""

SECONDS = 120
"""Of the processor, not of the clock, which the parent watches."""

PATIENCE = 600
"""Seconds that a child waits for a file before it goes: an idle one holds 150 MB of memory."""


def main() -> None:
    """Read the file on the input."""
    logging.disable(logging.CRITICAL)
    _bound(resource.RLIMIT_AS, MEMORY)
    _bound(resource.RLIMIT_CPU, SECONDS)
    _bound(resource.RLIMIT_CORE, 0)
    signal.alarm(PATIENCE)
    name = sys.stdin.buffer.readline()
    signal.alarm(0)
    if name:  # else whoever started us is gone
        read_file(str(json.loads(name)), sys.stdin.buffer.read(), _tell)


def _bound(what: int, most: int) -> None:
    """Lower a limit, and never raise one that is lower already."""
    _, hard = resource.getrlimit(what)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (allowed, allowed))


def _tell(line: ReadingLineOut) -> None:
    sys.stdout.write(line.model_dump_json(by_alias=True, exclude_none=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
