"""The named rounding words of the rule language, for Python integers of any size.

Each word holds its quotient inside, so that no fraction ever exists. Every printer writes the same
words in its own runtime; shared vectors in the tests prove them equal. Source of `half_down`: Act 42
of 1987, art. 3, as the premium tables read it (0.50 or less is dropped).
"""

from __future__ import annotations

from collections.abc import Callable

LIMIT = 2**53 - 1


def down(a: int, b: int) -> int:
    """a/b rounded towards minus infinity; b is above zero."""
    return a // b


def up(a: int, b: int) -> int:
    """a/b rounded towards plus infinity; b is above zero."""
    return -(-a // b)


def half_up(a: int, b: int) -> int:
    """a/b to the nearest whole number, a half upwards; b is above zero."""
    return (2 * a + b) // (2 * b)


def half_down(a: int, b: int) -> int:
    """a/b to the nearest whole number, a half downwards; b is above zero."""
    return -((b - 2 * a) // (2 * b))


def to_ten(a: int, b: int) -> int:
    """a/b to the nearest ten, a half upwards; b is above zero."""
    return 10 * half_up(a, 10 * b)


def share(a: int, b: int, c: int) -> int:
    """a*b/c, a half upwards, exact whatever the size in between, never above LIMIT; a >= 0, b and c > 0."""
    return min(LIMIT, half_up(a * b, c))


def level_payment(principal: int, rate_num: int, rate_den: int, payments: int, to_num: int, to_den: int) -> int:
    """The level payment of a loan times to_num/to_den, a half upwards, exact, never above LIMIT.

    p = P*i/(1-(1+i)^-n) with i = rate_num/rate_den a period; without interest p = P/n.
    """
    if rate_num == 0:
        return min(LIMIT, half_up(principal * to_num, payments * to_den))
    grown = (rate_num + rate_den) ** payments
    top = principal * rate_num * grown * to_num
    return min(LIMIT, half_up(top, rate_den * (grown - rate_den**payments) * to_den))


WORDS: dict[str, Callable[..., int]] = {
    "down": down, "up": up, "half_up": half_up, "half_down": half_down, "to_ten": to_ten,
    "share": share, "level_payment": level_payment,
}
ARGUMENTS = {"down": 2, "up": 2, "half_up": 2, "half_down": 2, "to_ten": 2, "share": 3, "level_payment": 6}
