from __future__ import annotations

import re

import pytest

from ui.web.theme import EDGES
from ui.web.theme import PALETTE
from ui.web.theme import RULES
from ui.web.theme import STREAMLIT_THEME
from ui.web.theme import TEXT_ON_GROUND
from ui.web.theme import style_sheet


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_worked_out_as_wcag_does() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_text_has_the_contrast_that_wcag_asks_for(text: str, ground: str, scheme: int) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    assert contrast(PALETTE[text][scheme], PALETTE[ground][scheme]) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("part", "ground"), EDGES)
def test_fields_buttons_and_the_focus_stand_out_from_their_ground(part: str, ground: str, scheme: int) -> None:
    """WCAG 2.2, 1.4.11: at least 3 to 1 for parts of the interface."""
    assert contrast(PALETTE[part][scheme], PALETTE[ground][scheme]) >= 3


def test_the_style_sheet_uses_only_colours_of_the_palette() -> None:
    rules = RULES.read_text(encoding="utf-8")
    assert set(re.findall(r"var\(--mb-([a-z-]+)\)", rules)) <= set(PALETTE)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b", rules)


def test_the_style_sheet_fetches_nothing() -> None:
    assert "url(" not in style_sheet()
    assert "@import" not in style_sheet()


def test_streamlits_own_parts_have_the_same_colours() -> None:
    assert STREAMLIT_THEME["theme.light.backgroundColor"] == PALETTE["paper"][0]
    assert STREAMLIT_THEME["theme.dark.textColor"] == PALETTE["ink"][1]
