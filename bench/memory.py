"""The memory bandwidth of this machine: the limit of whatever reads and writes columns."""

from __future__ import annotations

import numpy as np

from bench.timing import best

SIZE = 40_000_000  # 320 MB an array, far beyond every cache


def bandwidth() -> dict[str, float]:
    """Bytes a second, read and written, on one thread: copy, and triad a = b + s*c in two passes."""
    a, b, c = (np.full(SIZE, i, np.float64) for i in range(3))

    def triad() -> None:
        np.multiply(c, 3.0, out=a)
        np.add(a, b, out=a)

    copy = 2 * a.nbytes / best(lambda: np.copyto(a, b))
    return {"copy": copy, "triad": 5 * a.nbytes / best(triad)}
