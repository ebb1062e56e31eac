"""The words of the rule language for NumPy columns: rounding, the calendar, and three-valued logic over masks.

A mask says in which rows a value is decided; None says: in every row.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sampan.rulebook.words import LAST_DAY, LIMIT, level_payment, share

EPOCH = 719163  # the ordinal of 1970-01-01, where NumPy counts from
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]
Known = Mask | None


def down(a: Any, b: Any) -> Any:
    """a/b towards minus infinity; below 2^53 the floor of the quotient of doubles is exact."""
    if isinstance(b, int):
        return np.floor_divide(a, b)
    return np.floor(np.true_divide(a, b)).astype(np.int64)


def up(a: Any, b: Any) -> Any:
    """a/b towards plus infinity."""
    return -down(-a, b)


def half_up(a: Any, b: Any) -> Any:
    """a/b, a half upwards."""
    return down(2 * a + b, 2 * b)


def half_down(a: Any, b: Any) -> Any:
    """a/b, a half downwards."""
    return -down(b - 2 * a, 2 * b)


def to_ten(a: Any, b: Any) -> Any:
    """a/b to the nearest ten, a half upwards."""
    return 10 * half_up(a, 10 * b)


def share_columns(a: Any, b: Any, c: Any) -> Any:
    """a*b/c; where the product is too large for a double, by splitting a, and then by big integers."""
    a, b, c = (np.asarray(x, np.int64) for x in (a, b, c))
    if a.size and 2.0 * a.max() * b.max() + c.max() < 2.0**53 and a.min() >= 0:
        return half_up(a * b, c)
    a, b, c = np.broadcast_arrays(a, b, c)
    whole, rest = np.divmod(a, c)
    large = (b.astype(float) * c > 2.0**61) | (whole.astype(float) * b > 2.0**62)
    safe_b, safe_c = np.where(large, 1, b), np.where(large, 1, c)
    rounded = (2 * np.where(large, 0, rest) * safe_b + safe_c) // (2 * safe_c)
    out = np.minimum(LIMIT, np.where(large, 0, whole) * safe_b + rounded)
    for i in np.flatnonzero(large):
        out.flat[i] = share(int(a.flat[i]), int(b.flat[i]), int(c.flat[i]))
    return out


def level_payment_columns(*args: Any) -> Any:
    """The level payment, row by row with big integers (exact; loans are not the hot path)."""
    columns = np.broadcast_arrays(*(np.asarray(a, np.int64) for a in args))
    flat = zip(*(c.ravel().tolist() for c in columns), strict=True)
    return np.fromiter((level_payment(*row) for row in flat), np.int64, columns[0].size).reshape(columns[0].shape)


def _calendar(day: Any, unit: str) -> Any:
    return (np.asarray(day, np.int64) - EPOCH).astype("datetime64[D]").astype(f"datetime64[{unit}]")


def _ordinal(date: Any) -> Any:
    return date.astype("datetime64[D]").astype(np.int64) + EPOCH


def months_after(day: Any, months: Any) -> Any:
    """The same day of the month so many months later, or the last day of a shorter month."""
    month = _calendar(day, "M")
    then = month + np.asarray(months, np.int64)
    length = _ordinal(then + 1) - _ordinal(then)
    return np.clip(_ordinal(then) + np.minimum(day - _ordinal(month), length - 1), 1, LAST_DAY)


def month_start(day: Any) -> Any:
    """The first day of the month."""
    return _ordinal(_calendar(day, "M"))


def year_start(day: Any) -> Any:
    """The first day of the year."""
    return _ordinal(_calendar(day, "Y"))


def both(*known: Known) -> Known:
    """Decided where all parts are."""
    out: Known = None
    for mask in known:
        if mask is not None:
            out = mask if out is None else out & mask
    return out


def either(decisive: bool, *parts: tuple[Any, Known]) -> Known:
    """Where `and` (`or`) is decided: all parts are, or one that is says no (yes)."""
    out = both(*(k for _, k in parts))
    if out is None:
        return None
    for value, known in parts:
        says = value if decisive else np.logical_not(value)
        out = out | (says if known is None else known & says)
    return out


def choice(test: tuple[Any, Known], one: tuple[Any, Known], two: tuple[Any, Known]) -> Known:
    """Where `if` is decided: the branch taken is, or both are and agree."""
    (t, kt), (a, ka), (b, kb) = test, one, two
    taken: Known = None
    if ka is not None or kb is not None:
        taken = np.where(t, True if ka is None else ka, True if kb is None else kb)
    if kt is None:
        return taken
    agree: Mask = np.asarray(a == b)
    for k in (ka, kb):
        agree = agree if k is None else agree & k
    decided: Mask = (kt if taken is None else kt & taken) | agree
    return decided


def column(value: Any, size: int) -> Ints:
    """A value as a whole column."""
    if isinstance(value, np.ndarray) and value.dtype == np.int64 and value.shape:
        return value
    return np.broadcast_to(np.asarray(value, np.int64), (size,))


SPACE: dict[str, Any] = {
    "np": np, "down": down, "up": up, "half_up": half_up, "half_down": half_down, "to_ten": to_ten,
    "share": share_columns, "level_payment": level_payment_columns,
    "months_after": months_after, "month_start": month_start, "year_start": year_start,
    "both": both, "either": either, "choice": choice, "column": column,
}
