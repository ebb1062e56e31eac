"""The words of the rule language for a compiled loop, each without a jump, and the compiling itself. Needs numba."""

# mypy: disable-error-code="no-untyped-call,untyped-decorator"
from __future__ import annotations

import hashlib
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba
from llvmlite import ir  # type: ignore[import-untyped]
from numba.core import types
from numba.extending import intrinsic

from sampan.rulebook.words import LAST_DAY

word = numba.njit(nogil=True, error_model="numpy", forceinline=True)


@intrinsic
def pick(_context: Any, _test: Any, one: Any, _two: Any) -> Any:
    """One of two values without a jump."""
    kind = types.boolean if isinstance(one, types.Boolean | types.BooleanLiteral) else types.int64
    return kind(types.boolean, kind, kind), lambda context, builder, signature, args: builder.select(*args)


@intrinsic
def apart(_context: Any) -> Any:
    """Tells the compiler that no column lies where another one does, so that it need not look after each row."""
    def code(context: Any, builder: Any, signature: Any, arguments: Any) -> Any:
        for argument in builder.function.args:
            if isinstance(argument.type, ir.PointerType) and "noalias" not in argument.attributes:
                argument.add_attribute("noalias")
        return context.get_dummy_value()
    return types.none(), code


@word
def inside(place: int, size: int) -> int:
    """The place, or the nearest that the table has."""
    return min(max(place, 0), size - 1)


@word
def down(a: int, b: int) -> int:
    """a/b towards minus infinity; below 2^53 the floor of the quotient of doubles is exact."""
    return math.floor(a / b)


@word
def up(a: int, b: int) -> int:
    """a/b towards plus infinity."""
    return -down(-a, b)


@word
def half_up(a: int, b: int) -> int:
    """a/b, a half upwards."""
    return down(2 * a + b, 2 * b)


@word
def half_down(a: int, b: int) -> int:
    """a/b, a half downwards."""
    return -down(b - 2 * a, 2 * b)


@word
def to_ten(a: int, b: int) -> int:
    """a/b to the nearest ten, a half upwards."""
    return 10 * down(2 * a + 10 * b, 20 * b)


@word
def large(a: int, b: int, c: int) -> bool:
    """Whether a share is too large to be worked here."""
    top = 2.0 * a * b + c
    return top >= 2.0**62 or top >= 2.0**51 * c


@word
def share(a: int, b: int, c: int) -> int:
    """a*b/c, a half upwards, where it is not large: the quotient of doubles is then off by one at most."""
    top, bottom = 2 * a * b + c, 2 * c
    found = down(top, bottom)
    left = top - found * bottom
    return found + int(left >= bottom) - int(left < 0)


@word
def _month(day: int) -> int:
    """The months from March of the year 0 to the month of a day."""
    past = day + 305
    era = down(past, 146097)
    left = past - 146097 * era
    year = down(left - down(left, 1460) + down(left, 36524) - down(left, 146096), 365)
    left -= 365 * year + down(year, 4) - down(year, 100)
    return 12 * (400 * era + year) + down(5 * left + 2, 153)


@word
def _first(month: int) -> int:
    """The first day of such a month."""
    year = down(month, 12)
    days = 365 * year + down(year, 4) - down(year, 100) + down(year, 400)
    return days + down(153 * (month - 12 * year) + 2, 5) - 305


@word
def month_start(day: int) -> int:
    """The first day of the month."""
    return _first(_month(day))


@word
def year_start(day: int) -> int:
    """The first day of the year, whose January is the eleventh month from March."""
    return _first(12 * down(_month(day) - 10, 12) + 10)


@word
def months_after(day: int, months: int) -> int:
    """The same day of the month so many months later, or the last day of a shorter month."""
    month = _month(day)
    then = _first(month + months)
    return min(max(then + min(day - _first(month), _first(month + months + 1) - then - 1), 1), LAST_DAY)


SPACE: dict[str, Any] = {
    "int64": numba.int64, "uint64": numba.uint64, "pick": pick, "apart": apart, "inside": inside,
    "down": down, "up": up, "half_up": half_up, "half_down": half_down,
    "to_ten": to_ten, "share": share, "large": large,
    "months_after": months_after, "month_start": month_start, "year_start": year_start,
}


def compiled(source: str) -> Callable[..., int]:
    """The function `loop` of a printed source, compiled when it is first called, for the columns it is given.

    With SAMPAN_HOME set what was compiled is kept there for the next process.
    """
    home, place = os.environ.get("SAMPAN_HOME"), Path("<loop>")
    if home:
        stamp = hashlib.sha256(source.encode() + Path(__file__).read_bytes()).hexdigest()[:24]
        place = Path(home).expanduser() / "compiled" / f"loop_{stamp}.py"
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(source, encoding="utf-8")
    space = {**SPACE, "__name__": __name__}
    exec(compile(source, str(place), "exec"), space)  # noqa: S102 (printed from parsed trees only)
    ready: Callable[..., int] = numba.njit(space["loop"], nogil=True, error_model="numpy", cache=bool(home))
    return ready
