"""A line chart as SVG, made by the server: plain text out, no library, no script, no colour that means something.

The finding is the title. Lines differ by dash and mark and carry their names; the table below holds every figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 340, 230
LEFT, RIGHT, TOP, BOTTOM = 68, 12, 28, 40
DASHES = ("", "7 4", "2 4")
STEPS = (1, 2, 5)
MOST_TICKS = 5


@dataclass(frozen=True)
class Line:
    """One line of the chart: its name and a value for each month, the first month first."""

    name: str
    values: Sequence[int]


def chart(title: str, about: str, unit: str, lines: Sequence[Line], across: str) -> str:
    """The chart as one SVG element; `unit` names the values, `across` what runs from left to right."""
    months = max((len(line.values) for line in lines), default=0)
    if months == 0:
        return ""
    scale = _Scale(months, [v for line in lines for v in line.values])
    out = [f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" role="img" aria-labelledby="ct cd" font-size="13" '
           'fill="currentColor">',
           f'<title id="ct">{escape(title)}</title><desc id="cd">{escape(about)}</desc>',
           f'<text x="0" y="14">{escape(unit)}</text>']
    out += [_level(scale, value) for value in scale.levels]
    out += [f'<text x="{scale.x(m):.0f}" y="{HEIGHT - 22}" text-anchor="middle">{m}</text>' for m in scale.marks]
    out.append(f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 6}" text-anchor="end">{escape(across)}</text>')
    out += [_line(scale, line, i) for i, line in enumerate(lines)]
    return "".join([*out, "</svg>"])


class _Scale:
    """Months and values as places in the picture."""

    def __init__(self, months: int, values: list[int]) -> None:
        self.months = months
        step = _step(max(*values, 0) - min(*values, 0))
        self.low, self.high = min(*values, 0) // step * step, max(step, -(-max(*values, 0) // step) * step)
        self.levels = range(self.low, self.high + 1, step)
        every = next(n for n in (1, 3, 6, 12, 24) if months / n <= 7 or n == 24)
        self.marks = [1, *(m for m in range(every, months + 1, every) if m > 1)]

    def x(self, month: int) -> float:
        """The place of a month from the left."""
        return LEFT + (month - 1) * (WIDTH - LEFT - RIGHT - 6) / max(1, self.months - 1)

    def y(self, value: int) -> float:
        """The place of a value from the top."""
        return TOP + (self.high - value) * (HEIGHT - TOP - BOTTOM) / (self.high - self.low)


def _step(span: int) -> int:
    """The smallest round step that needs few levels."""
    power = 1
    while True:
        for step in STEPS:
            if span <= step * power * MOST_TICKS:
                return step * power
        power *= 10


def _level(scale: _Scale, value: int) -> str:
    y = scale.y(value)
    weight = "1.5" if value == 0 else ".3"
    return (f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="currentColor" stroke-width="{weight}"/>'
            f'<text x="{LEFT - 5}" y="{y + 4:.1f}" text-anchor="end">{value:,}</text>')


def _line(scale: _Scale, line: Line, i: int) -> str:
    points = [(scale.x(m), scale.y(v)) for m, v in enumerate(line.values, 1)]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dash = f' stroke-dasharray="{DASHES[i % len(DASHES)]}"' if DASHES[i % len(DASHES)] else ""
    first = i % 2 == 0
    x, y = points[len(points) // 5 if first else -1]
    mark = (f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4"/>' if first
            else f'<path d="M{x - 4:.1f} {y - 4:.1f}h8v8h-8z"/>')
    # The first name stands over its line, the second before its end, where the line comes from below or above.
    place = (x + 6, max(y - 8, TOP + 4), "start") if first else (x - 12, min(y + 4, HEIGHT - BOTTOM), "end")
    return (f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="2.5"{dash}/>{mark}'
            f'<text x="{place[0]:.1f}" y="{place[1]:.1f}" text-anchor="{place[2]}" font-weight="700">'
            f'{escape(line.name)}</text>')
