"""What can keep the page from showing an answer?

One small tree. Each class knows what a person should read: a title, what happened, and what to do or to run. The page shows
these words as they stand and never a traceback.
"""

from __future__ import annotations

from search_api.schemas_state import ProblemOut


class PageError(Exception):
    """Base of what the page can show instead of an answer.

    `command` is what to run, `allowed` what would have been accepted, `request_id` what to quote when reporting it.
    """

    title = "The page cannot answer"
    allowed: tuple[str, ...] = ()

    def __init__(self, detail: str, *, remedy: str, command: str | None = None, request_id: str | None = None) -> None:
        super().__init__(f"{detail} {remedy}")
        self.detail = detail
        self.remedy = remedy
        self.command = command
        self.request_id = request_id


class PageSettingsError(PageError):
    """The page was started with a setting that it cannot use."""

    title = "The page is not set up"

    def __init__(self, setting: str, reason: str) -> None:
        super().__init__(
            f"The setting {setting} cannot be used: {reason}.",
            remedy="Give the address of the API, such as http://127.0.0.1:8000, in MINUTEBOOK_PAGE_API, and start the page again.",
        )


class ApiUnreachableError(PageError):
    """Nothing answers at the address."""

    title = "The archive is not answering"

    def __init__(self, address: str) -> None:
        super().__init__(
            f"Nothing answers at {address}, where this page looks for the archive.",
            remedy="Start the archive with this command, then try again.",
            command="minutebook serve",
        )


class ApiSlowError(PageError):
    """The API took the call and did not reply in time."""

    title = "The archive took too long"

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(
            f"The archive at {address} gave no reply within {seconds:.0f} seconds.",
            remedy="It may be starting or busy: wait a moment, then try again.",
        )


_PROBLEMS = {
    400: ("This cannot be asked as it stands", "Change the question or the filters, then ask again."),
    404: ("This is not in the archive", "It may have been replaced since the link was made: ask for it again."),
    422: ("This cannot be asked as it stands", "Change the question or the filters, then ask again."),
    503: ("The archive is not ready", "Then try again."),
}
"""A title and a remedy for each status (RFC 9110) that a person can do something about."""


class ApiProblemError(PageError):
    """The API replied with a problem."""

    def __init__(self, problem: ProblemOut) -> None:
        title, remedy = _PROBLEMS.get(
            problem.status, ("The archive could not answer", "Try again, and report the request if it stays.")
        )
        super().__init__(sentence(problem.detail), remedy=remedy, request_id=problem.request_id)
        self.title = title
        self.status = problem.status
        self.allowed = tuple(problem.allowed or ())


class ApiStrangeError(PageError):
    """What answers does not speak this release's language."""

    title = "Something else is answering"

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(
            f"What answers at {address} is not the archive this page was made for ({reason}).",
            remedy="Check the address, and that the page and the API are of the same release.",
        )


def sentence(words: str) -> str:
    """Return words as a sentence: a capital first and a stop last, and nothing else changed."""
    text = words.strip()
    return text if not text else text[0].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "`")) else ".")
