"""Plots as SVG: a line for each figure, its interval, and what was accepted."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from evals.measured import Estimate

LEFT, WIDTH, ROW, RIGHT = 250, 420, 26, 120


class Line(NamedTuple):
    """A figure between 0 and 1, and the accepted one where there is one."""

    label: str
    value: Estimate
    accepted: float | None = None


def intervals(title: str, lines: Sequence[Line]) -> Markup:
    """Dots with their 95 % intervals; a hollow mark where the accepted value lies. The table
    beside it says the same in words, so that nothing is told by the picture alone."""
    height = ROW * (len(lines) + 1) + 10
    parts = [_grid(len(lines))]
    parts += [_line(number, line) for number, line in enumerate(lines)]
    size = f"0 0 {LEFT + WIDTH + RIGHT} {height}"
    return Markup(
        f'<svg viewBox="{size}" role="img" aria-label="{escape(title)}" class="plot">'
        f"{''.join(parts)}</svg>"
    )


def _grid(lines: int) -> str:
    bottom = ROW * lines + 8
    marks = ""
    for step in range(6):
        x = LEFT + WIDTH * step / 5
        marks += f'<line class="grid" x1="{x}" y1="4" x2="{x}" y2="{bottom}"/>'
        marks += f'<text class="axis" x="{x}" y="{bottom + 16}">{step / 5:.1f}</text>'
    return marks


def _line(number: int, line: Line) -> str:
    y = ROW * number + 18
    low, at, high = (_x(v) for v in (line.value.low, line.value.value, line.value.high))
    accepted = ""
    if line.accepted is not None:
        x = _x(line.accepted)
        accepted = f'<path class="accepted" d="M{x} {y - 8}L{x + 5} {y}L{x} {y + 8}L{x - 5} {y}Z"/>'
    return (
        f'<text class="label" x="{LEFT - 10}" y="{y + 4}">{escape(line.label)}</text>'
        f'<line class="interval" x1="{low:.1f}" y1="{y}" x2="{high:.1f}" y2="{y}"/>'
        f'{accepted}<circle class="value" cx="{at:.1f}" cy="{y}" r="5"/>'
        f'<text class="number" x="{LEFT + WIDTH + 12}" y="{y + 4}">{line.value.value:.3f}</text>'
    )


def _x(value: float) -> float:
    return round(LEFT + WIDTH * min(1.0, max(0.0, value)), 1)
