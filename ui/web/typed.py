"""How would a person type this search?

Takes a screen, gives its question with its filters as the operators of the question box (`council:"..."`, `date:2020..2021`), for
where only words can be asked, as in a briefing. The filters are then printed with the question. Checks nothing: what the archive
does not hold, it refuses itself.
"""

from __future__ import annotations

from ui.web.links import Screen


def typed(screen: Screen) -> str:
    """Return the question followed by an operator for each filter in force."""
    days = (screen.since.isoformat() if screen.since else "", screen.until.isoformat() if screen.until else "")
    return " ".join(
        (
            screen.question,
            *(f'council:"{name}"' for name in screen.councils),
            *(f'body:"{name}"' for name in screen.bodies),
            *((f"date:{days[0]}..{days[1]}",) if any(days) else ()),
            *(f"kind:{kind}" for kind in screen.kinds),
            *(f"outcome:{outcome}" for outcome in screen.outcomes),
        )
    )
