"""What does the browser really show of an element?

JavaScript that reads computed colours, boxes and focus of a page open in Chromium, and the arithmetic of WCAG over what it gives.
Reads only; never changes the page.
"""

from __future__ import annotations

from playwright.sync_api import Locator
from playwright.sync_api import Page

from tests.ui.web.test_theme import contrast

GROUND = """element => {
  for (let each = element; each; each = each.parentElement) {
    const colour = getComputedStyle(each).backgroundColor;
    if (!/, 0\\)$/.test(colour) && colour !== "transparent") return colour;
  }
  return "rgb(255, 255, 255)";
}"""
"""The first opaque ground on which an element stands."""

OVER_THE_SIDE = """() => {
  const inside = each => {
    for (let up = each.parentElement; up && !up.matches(".stMain"); up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  return [...document.querySelectorAll(".stMain *")]
    .filter(each => each.getBoundingClientRect().width > 1 && each.getBoundingClientRect().right > innerWidth + 1 && !inside(each))
    .map(each => each.outerHTML.slice(0, 120));
}"""
"""What runs over the right edge, without what scrolls in a frame of its own."""

CLIPPED = """() => [...document.querySelectorAll(".mb *")]
  .filter(each => ["hidden", "clip"].includes(getComputedStyle(each).overflowY) && !each.closest(".mb-hidden")
    && each.getBoundingClientRect().width > 1 && each.scrollHeight > each.clientHeight + 1)
  .map(each => each.outerHTML.slice(0, 120))"""
"""Our elements whose text is cut off."""

SMALL = """() => [...document.querySelectorAll(".mb a, .mb button, .mb summary")]
  .map(each => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => box.width > 1 && Math.min(box.width, box.height) < 23.9)
  .filter(([each, box]) => each.checkVisibility({visibilityProperty: true}))
  .map(([each, box]) => each.outerHTML.slice(0, 120) + ` ${box.width} x ${box.height}`)"""
"""Our links and buttons that are smaller than 24 by 24, less what rounding takes."""

FOCUS = """() => {
  const seen = each => getComputedStyle(each).outlineStyle === "solid" && parseFloat(getComputedStyle(each).outlineWidth) >= 2;
  const focused = document.activeElement, box = focused.getBoundingClientRect();
  const ringed = [focused, ...["label", "[role=group]", "[data-testid$=RootElement]", "[data-testid$=Field]"]
    .map(one => focused.closest(one))].some(each => each && seen(each));
  const points = [[box.left + 4, box.top + 4], [box.left + box.width / 2, box.top + box.height / 2]];
  const tops = points.map(([x, y]) => document.elementFromPoint(x, Math.min(y, innerHeight - 1)));
  return {
    name: focused.getAttribute("aria-label") || focused.innerText || focused.tagName,
    ringed: ringed,
    within: box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    uncovered: tops.some(top => top !== null && (focused.contains(top) || top.contains(focused))),
  };
}"""
"""The element with the focus: whether a ring shows it, whether it is in the window, whether all of it lies under something."""


def hexadecimal(colour: str) -> str:
    """Return `rgb(1, 2, 3)` as `#010203`; raises `ValueError` for what is not opaque."""
    parts = colour.removeprefix("rgba(").removeprefix("rgb(").removesuffix(")").split(",")
    if len(parts) == 4 and float(parts[3]) < 1:
        raise ValueError(colour)
    return "#" + "".join(f"{int(float(part)):02x}" for part in parts[:3])


def text_contrast(element: Locator, pseudo: str | None = None) -> float:
    """Return the contrast of an element's text, or of a pseudo-element's, with the ground it stands on."""
    colour = element.evaluate("(element, pseudo) => getComputedStyle(element, pseudo).color", pseudo)
    return contrast(hexadecimal(str(colour)), hexadecimal(str(element.evaluate(GROUND))))


def edge_contrast(element: Locator, side: str = "borderTopColor") -> float:
    """Return the contrast of an element's edge with what lies around it."""
    colour = element.evaluate(f"element => getComputedStyle(element).{side}")
    around = element.evaluate(f"element => ({GROUND})(element.parentElement)")
    return contrast(hexadecimal(str(colour)), hexadecimal(str(around)))


def over_the_side(page: Page) -> list[str]:
    """Return the elements that make a person scroll sideways."""
    found: list[str] = page.evaluate(OVER_THE_SIDE)
    return found
