"""Contrast of the colours that text is set in (WCAG 2.1, 1.4.3 and 1.4.11)."""

import re

import pytest

from ui.wording import TEXTS

STYLE = TEXTS.parent / "style.css"
COLOURS = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", STYLE.read_text(encoding="utf-8")))
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
    ("on-brand", "brand"),
    ("good", "good-soft"),
    ("good", "surface"),
    ("care", "care-soft"),
    ("plain", "plain-soft"),
    ("surface", "plain"),
    ("ink", "mark"),
]
EDGES = [("line-strong", "page"), ("line-strong", "surface"), ("focus", "page"), ("brand", "page")]


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(COLOURS[one]), luminance(COLOURS[other])))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("ink", "ground"), TEXT)
def test_text_has_contrast_enough(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_edges_of_controls_have_contrast_enough(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3
