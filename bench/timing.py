"""Timing on a machine that others may use: processor time, contestants in turn, the best of several rounds."""

from __future__ import annotations

import time
from collections.abc import Callable

Work = Callable[[], object]


def in_turn(
    works: dict[str, Work], wall: frozenset[str] = frozenset(), at_most: float = 40.0
) -> dict[str, list[float]]:
    """Seconds of several rounds, for each; every round runs each of them once.

    Processor time of the whole process, whichever of its threads works, so that what others do on the
    machine counts less; for those in `wall`, which use several processors, the time that passed.
    Slow work is run at least twice.
    """
    found: dict[str, list[float]] = {name: [] for name in works}
    began = time.perf_counter()
    for i in range(7):
        for name, work in works.items():
            clock = time.perf_counter if name in wall else time.process_time
            start = clock()
            work()
            found[name].append(clock() - start)
        if i and time.perf_counter() - began > at_most:
            break
    return found


def best(work: Work, at_most: float = 6.0) -> float:
    """The shortest of several runs of one thing."""
    return min(in_turn({"it": work}, at_most=at_most)["it"])


def each(work: Work) -> float:
    """Seconds for one call of short work, from loops of calls."""
    start = time.perf_counter()
    work()
    loops = max(1, int(0.1 / max(1e-7, time.perf_counter() - start)))

    def loop() -> None:
        for _ in range(loops):
            work()

    return best(loop) / loops
