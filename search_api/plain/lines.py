"""May this answer have a line in plain English, and how often was there one?

Takes an answer, asks the model where one is configured, checks what it wrote, gives the line or nothing, and counts both. Whatever
the model or its server does, the answer itself is not touched.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from search_api.answering import Answer
from search_api.answering import NotRecorded
from search_api.plain.asking import ask_model
from search_api.plain.asking import sendable
from search_api.plain.checking import Support
from search_api.plain.checking import check
from search_api.plain.quoted import quotations_of
from search_api.plain.reasons import NoLineError
from search_api.plain.reasons import Reason
from search_api.settings import PlainSettings

LOG = logging.getLogger("minutebook.api.plain")


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line every sentence of which is borne out by the quotations it cites."""

    text: str
    supports: tuple[Support, ...]


@dataclass(frozen=True, slots=True)
class PlainCounts:
    """How many lines were shown since the program started, and how many were dropped for which reason."""

    shown: int
    dropped: Mapping[Reason, int]


class PlainLines:
    """Gives checked lines; may be shared between threads."""

    def __init__(self, settings: PlainSettings) -> None:
        self._settings = settings
        self._shown = 0
        self._dropped: Counter[Reason] = Counter()
        self._counting = Lock()

    @property
    def configured(self) -> bool:
        """Return whether there is an endpoint; without one nothing is ever sent."""
        return bool(self._settings.endpoint)

    def counts(self) -> PlainCounts:
        """Return what was shown and dropped so far."""
        with self._counting:
            return PlainCounts(self._shown, dict(self._dropped))

    def line_of(self, answered: Answer | NotRecorded) -> PlainLine | None:
        """Return the line of an answer; `None` without an endpoint, without quotations, or where the line was dropped."""
        if not self.configured or not isinstance(answered, Answer):
            return None
        quotations = sendable(quotations_of(answered))
        if not quotations:
            return None
        try:
            supports = check(ask_model(self._settings, answered.query.text, quotations), quotations)
        except NoLineError as error:
            self._drop(error.reason)
            return None
        with self._counting:
            self._shown += 1
        return PlainLine(" ".join(_marked(one) for one in supports), supports)

    def _drop(self, reason: Reason) -> None:
        with self._counting:
            self._dropped[reason] += 1
        LOG.warning("plain line dropped: %s", reason.value)


def _marked(support: Support) -> str:
    marks = "".join(f"[{number}]" for number in support.citations)
    return f"{support.sentence} {marks}."
