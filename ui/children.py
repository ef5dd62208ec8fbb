"""How do several programs live and die together?

Takes the commands of long-running children, starts each in a process group of its own, waits until all answer, and then until
one of them ends or we are told to stop. Whatever happens, every child and whatever it started is gone afterwards.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import FrameType
from types import TracebackType
from typing import Self

from index.errors import ArchiveError
from ui.ports import ask

POLL = 0.1
"""Seconds between two looks: too short to be noticed, too long to be felt by the processor."""

STARTING = 180.0
"""Seconds until something that does not answer is given up: a cold start on a slow disk loads half a gigabyte."""

STOPPING = 10.0
"""Seconds that the children have to end by themselves."""

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
"""Ctrl-C, a polite end, and a terminal that was closed."""


class ChildEndedError(ArchiveError):
    """One of the programs ended by itself, and so the others were stopped."""

    def __init__(self, name: str, code: int) -> None:
        super().__init__(f"{name} ended by itself (exit code {code}), so everything was stopped: its last words stand above")


class ChildUnreadyError(ArchiveError):
    """One of the programs answers that it cannot work."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name} started and cannot answer: {problem}")


class ChildSilentError(ArchiveError):
    """One of the programs runs and does not answer."""

    def __init__(self, name: str, url: str, seconds: float) -> None:
        super().__init__(f"{name} did not answer at {url} within {seconds:.0f} seconds: run `minutebook doctor`")


@dataclass(frozen=True, slots=True)
class Child:
    """A running program, what people call it, and where it answers when it is ready."""

    name: str
    url: str
    running: subprocess.Popen[bytes]


class Children:
    """The programs that live together. Used in a `with`: at its end all are gone, and signals mean again what they meant."""

    def __init__(self) -> None:
        self._children: list[Child] = []
        self._told_to_stop = False
        self._meanings = {number: signal.getsignal(number) for number in SIGNALS}

    def __enter__(self) -> Self:
        for number in SIGNALS:
            signal.signal(number, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stop()
        for number, meaning in self._meanings.items():
            signal.signal(number, meaning)

    def _note(self, _number: int, _frame: FrameType | None) -> None:
        # Only noted: an exception from here could fall between the start of a child and our knowing of it.
        self._told_to_stop = True

    def start(self, name: str, url: str, arguments: Sequence[str]) -> None:
        """Start `python ARGUMENTS`; its group of its own is reached by no Ctrl-C but ours, and takes in what it starts itself."""
        command = [sys.executable, *arguments]
        running = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603 - our own programs
        self._children.append(Child(name, url, running))

    def wait_until_ready(self, seconds: float = STARTING) -> bool:
        """Return `True` when all answer, `False` when told to stop.

        Raises `ChildEndedError`, `ChildUnreadyError` (it says what is wrong) or `ChildSilentError` (it says nothing in time).
        """
        deadline = time.monotonic() + seconds
        for child in self._children:
            while not _is_ready(child):
                if not self._go_on():
                    return False
                if time.monotonic() > deadline:
                    raise ChildSilentError(child.name, child.url, seconds)
        return True

    def wait_until_told(self) -> None:
        """Return when told to stop; raises `ChildEndedError` when a child ends before."""
        while self._go_on():
            pass

    def _go_on(self) -> bool:
        for child in self._children:
            code = child.running.poll()
            if code is not None and not self._told_to_stop:
                raise ChildEndedError(child.name, code)
        time.sleep(POLL)
        return not self._told_to_stop

    def _stop(self) -> None:
        for child in self._children:
            _signal_group(child, signal.SIGTERM)
        deadline = time.monotonic() + STOPPING
        for child in self._children:
            with suppress(subprocess.TimeoutExpired):
                child.running.wait(max(0.0, deadline - time.monotonic()))
            _signal_group(child, signal.SIGKILL)
            child.running.wait()


def _is_ready(child: Child) -> bool:
    reply = ask(child.url)
    if reply and reply.problem:
        raise ChildUnreadyError(child.name, reply.problem)
    return reply is not None and reply.well


def _signal_group(child: Child, number: signal.Signals) -> None:
    # The group is named after the child and outlives it while a member lives; when nobody is left in it, all is well.
    with suppress(ProcessLookupError):
        os.killpg(child.running.pid, number)
