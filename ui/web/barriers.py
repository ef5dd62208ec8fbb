"""What stands in somebody's way on this page, and is not ours to take away?

The one list of barriers that Streamlit, which draws the page, itself causes: what happens, whom it stops, what was done about it.
The accessibility statement prints it, and the tests excuse nothing that does not stand here. Holds facts and no HTML.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Barrier:
    """One barrier: what happens, the success criterion it touches, what was done about it.

    `rule` and `selector` are axe-core's id of the rule and the element of Streamlit's that breaks it, for what a program can find;
    empty for what only a person can.
    """

    what: str
    criterion: str
    done: str
    rule: str = ""
    selector: str = ""


BARRIERS: tuple[Barrier, ...] = (
    Barrier(
        "The page needs a browser that runs scripts and keeps its connection open. Where scripts are off, nothing is shown.",
        "",
        "Everything shown here can also be had from the archive's own address, without scripts, and from the command line.",
    ),
    Barrier(
        "When an answer comes, Streamlit puts it on the page as a new piece. Some screen readers do not say that it has come.",
        "4.1.3 Status messages",
        "The number of items found is marked as a status message, a failure as an alert, the title of the window changes with the "
        "question, and each part of an answer has a heading to jump to.",
    ),
    Barrier(
        "On a narrow screen the button that says “Filters” or “This meeting” is called “Expand sidebar” by screen readers and "
        "voice control.",
        "2.5.3 Label in name",
        "The word is shown so that the button can be found by eye; say “Expand sidebar” to press it by voice.",
    ),
    Barrier(
        "In the boxes where several values can be chosen, each chosen value is a stop of the keyboard that does not say what it "
        "is, and the cross that takes it away can only be pressed with a pointer.",
        "4.1.2 Name, role, value",
        "Every filter in force stands above the answer too, with a link that takes it away; in the box, Backspace does it.",
    ),
    Barrier(
        "The language of the page as a whole is given as English, not as British English.",
        "",
        "Each part that we write says en-GB.",
    ),
)
"""What Streamlit 1.67 causes, looked at on 22 November 2026."""
