"""Timing on a machine that others may use: the best of several runs, never the mean."""

from __future__ import annotations

import time
from collections.abc import Callable


def best(work: Callable[[], object], at_most: float = 12.0, times: int = 7) -> float:
    """The shortest of several runs in seconds; slow work is run at least twice, so that it is warm."""
    found = float("inf")
    began = time.perf_counter()
    for i in range(times):
        start = time.perf_counter()
        work()
        found = min(found, time.perf_counter() - start)
        if i and time.perf_counter() - began > at_most:
            break
    return found


def each(work: Callable[[], object], at_most: float = 2.0) -> float:
    """Seconds for one call of short work, from loops of calls."""
    start = time.perf_counter()
    work()
    loops = max(1, int(0.05 / max(1e-7, time.perf_counter() - start)))

    def loop() -> None:
        for _ in range(loops):
            work()

    return best(loop, at_most, 20) / loops
