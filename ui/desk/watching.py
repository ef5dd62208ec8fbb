"""How is a reading watched, and ended where it does not end?

Takes the name and the bytes of a file, starts the child that reads it, and gives the child's lines as they come. Whatever happens,
too much time, a child that dies, an asker who goes away, the child and whatever it started are gone afterwards.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import DEVNULL
from asyncio.subprocess import PIPE
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import suppress

from search_api.schemas_reading import ReadingLineOut
from search_api.schemas_reading import RefusedOut

SECONDS = 60.0
"""How long one file may take; 20 printed pages take three seconds."""

LONGEST_LINE = 256 << 20
"""Bytes of one line from the child: the last one has every word of the file, and every clause of it again."""

_CHILD = ("-m", "ui.desk.child")
_STEP = b'{"step":{'
"""How a line begins after which more will come."""

_TOO_LONG = "it was not read within {:.0f} seconds"
_DIED = "the reading of it broke off"
_REMEDY = "put it in the folder of minutes and run `minutebook ingest`, which takes its time and says what is wrong"


class Readers:
    """Starts children, and keeps one waiting where it was asked to: to load the rules of reading takes longer than most files."""

    def __init__(self) -> None:
        self._waiting: asyncio.Task[Process] | None = None

    def make_ready(self) -> None:
        """See to it that a child is waiting, or soon will be; one that waits in vain ends by itself."""
        if self._waiting is None or (self._waiting.done() and self._waiting.result().returncode is not None):
            self._waiting = asyncio.create_task(_start())

    async def take(self) -> Process:
        """Return a child of one's own."""
        waiting, self._waiting = self._waiting, None
        child = await waiting if waiting else None
        return child if child and child.returncode is None else await _start()

    async def close(self) -> None:
        """Let no child wait any longer."""
        waiting, self._waiting = self._waiting, None
        if waiting:
            await _end(await waiting)


async def _start() -> Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, *_CHILD, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LONGEST_LINE, start_new_session=True
    )


async def lines_of(readers: Readers, name: str, content: bytes, seconds: float = SECONDS) -> AsyncIterator[bytes]:
    """Yield the lines of a reading, each with its line end; the last one is the reading or why there is none."""
    child = await readers.take()
    feeding = asyncio.create_task(_feed(child, json.dumps(name).encode() + b"\n" + content))
    deadline = asyncio.get_running_loop().time() + seconds
    ended = False
    try:
        while not ended:
            line = await _next(child, deadline)
            ended = not line.startswith(_STEP)
            yield line or _refused(_DIED)
    except TimeoutError:
        yield _refused(_TOO_LONG.format(seconds))
    finally:
        feeding.cancel()
        await _end(child)


async def _feed(child: Process, sent: bytes) -> None:
    if child.stdin is None:
        return
    with suppress(ConnectionError):  # the child may refuse a file before it has read all of it
        child.stdin.write(sent)
        await child.stdin.drain()
        child.stdin.close()


async def _next(child: Process, deadline: float) -> bytes:
    """Return the next whole line, or nothing at the end; half a line is what a child leaves that died. Raises `TimeoutError`."""
    if child.stdout is None:
        return b""
    # The time is taken line by line: a limit around the `yield` would end whoever is being sent to, and not the reading.
    async with asyncio.timeout_at(deadline):
        line = await child.stdout.readline()
    return line if line.endswith(b"\n") else b""


async def _end(child: Process) -> None:
    # The group is named after the child and takes in what the child started (Tesseract); where nobody is left, all is well.
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    await child.wait()


def _refused(reason: str) -> bytes:
    line = ReadingLineOut(refused=RefusedOut(reason=reason, remedy=_REMEDY))
    return line.model_dump_json(by_alias=True).encode() + b"\n"
