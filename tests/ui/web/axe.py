"""What does axe-core find wrong with a page, and what of that is ours?

Takes a page open in Chromium, gives the violations of WCAG 2.2 A and AA (best practice is asked for apart). The script comes out of
an installed package; nothing is downloaded. What Streamlit itself causes is taken out by the list that the accessibility statement
prints, so no violation can be excused here without standing there.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from ui.web.barriers import BARRIERS

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
"""Tags of the rules that a failing page breaks WCAG 2.2 AA by."""

BEST_PRACTICE = ("best-practice",)
"""Tags of the rules that are advice."""

GRAVE = frozenset({"serious", "critical"})
"""Impacts that must not be there."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule broken: its id, how much it hurts, and each element that breaks it as a selector and as HTML."""

    rule: str
    impact: str
    targets: tuple[str, ...]
    html: tuple[str, ...]


def violations(page: Page, tags: Sequence[str] = WCAG) -> tuple[Violation, ...]:
    """Run axe-core over the open page with the rules of these tags."""
    options = {"runOnly": {"type": "tag", "values": list(tags)}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return tuple(_violation(each) for each in found)


def _violation(found: Mapping[str, Any]) -> Violation:
    nodes = found["nodes"]
    targets = tuple(" ".join(str(part) for part in node["target"]) for node in nodes)
    return Violation(str(found["id"]), str(found["impact"]), targets, tuple(str(node["html"]) for node in nodes))


def ours(page: Page, found: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return the violations without the elements of Streamlit that the statement names for that same rule."""
    return tuple(left for each in found if (left := _less_streamlits(page, each)).targets)


def grave(found: Iterable[Violation]) -> tuple[Violation, ...]:
    """Return the violations that are serious or critical."""
    return tuple(each for each in found if each.impact in GRAVE)


def _less_streamlits(page: Page, violation: Violation) -> Violation:
    selectors = [barrier.selector for barrier in BARRIERS if barrier.rule == violation.rule]
    pairs = zip(violation.targets, violation.html, strict=True)
    left = [(target, html) for target, html in pairs if not any(_within(page, target, one) for one in selectors)]
    return Violation(violation.rule, violation.impact, tuple(one for one, _ in left), tuple(html for _, html in left))


def _within(page: Page, target: str, selector: str) -> bool:
    return bool(page.locator(target).first.evaluate("(element, selector) => element.matches(selector)", selector))
