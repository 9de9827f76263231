"""Contrast of the colours that text is set in (WCAG 2.1, 1.4.3 and 1.4.11)."""

import re
import tomllib

import pytest

from ui.wording import TEXTS

STYLE = (TEXTS.parent / "styles" / "1-colours.css").read_text(encoding="utf-8")
CONFIG = TEXTS.parents[1] / ".streamlit" / "config.toml"
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
    for block in STYLE.split("prefers-color-scheme: dark")
)
TEXT = [
    ("ink", "page"),
    ("ink", "soft"),
    ("ink-soft", "page"),
    ("ink-soft", "soft"),
    ("ink-soft", "surface"),
    ("brand", "surface"),
    ("brand", "soft"),
    ("brand-bright", "page"),
    ("brand-bright", "soft"),
    ("on-brand", "fill"),
    ("good", "good-soft"),
    ("good", "surface"),
    ("care", "care-soft"),
    ("plain", "plain-soft"),
    ("surface", "plain"),
    ("ink", "mark"),
]
EDGES = [
    ("line-strong", "page"),
    ("line-strong", "surface"),
    ("focus", "page"),
    ("brand", "page"),
    ("fill", "page"),
]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_contrast_enough(colours: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(colours[ink], colours[ground]) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_have_contrast_enough(
    colours: dict[str, str], edge: str, ground: str
) -> None:
    assert contrast(colours[edge], colours[ground]) >= 3


def test_both_schemes_name_the_same_colours() -> None:
    assert set(LIGHT) == set(DARK)


@pytest.mark.parametrize(("scheme", "colours"), [("light", LIGHT), ("dark", DARK)])
def test_streamlits_own_widgets_have_the_same_colours(scheme: str, colours: dict[str, str]) -> None:
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][scheme]
    used = (theme["backgroundColor"], theme["secondaryBackgroundColor"], theme["textColor"])
    assert used == (colours["page"], colours["soft"], colours["ink"])
