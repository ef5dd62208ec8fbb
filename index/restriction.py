"""May this be in the archive?

The one rule: only what is open is indexed, and what is unclear is not open. Schedule 12A of the Local Government Act 1972
names the categories of exempt information; section 100A(4) lets a body exclude the public while it considers them.
"""

from __future__ import annotations

from enum import StrEnum


class Restriction(StrEnum):
    """How far an item may be shown. `UNCLEAR` means that the marks on it contradict each other."""

    OPEN = "open"
    EXEMPT = "exempt"
    CONFIDENTIAL = "confidential"
    UNCLEAR = "unclear"


def may_be_indexed(restriction: Restriction) -> bool:
    """Return whether text under this restriction may be stored, embedded or shown. Fails closed."""
    return restriction is Restriction.OPEN
