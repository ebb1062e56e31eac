"""Many offers: Sampan's two engines beside the two OpenFisca models, with every answer compared."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from bench.fisca.simulate import Model
from bench.offers import RULES, Column, offers
from bench.timing import Work, in_turn
from sampan.rulebook.bulk import work
from sampan.rulebook.law import Law

THREADS = os.cpu_count() or 1
Answers = Callable[[], dict[str, Column]]
BLOCKS = (32_768, 131_072)
ENGINES = ("numpy", "numba")
THREADED = [f"{engine}_threads" for engine in ENGINES]
IN_DONG = {"vn.service_charge_excess", "vn.deposit_forbidden", "vn.brokerage_on_worker", "vn.air_ticket_on_worker",
           "jp.deposit_forbidden", "ilo.not_on_worker", "ilo.never"}


@dataclass
class Result:
    """Seconds of each contestant for one number of rows and one kind of days."""

    days: str
    rows: int
    seconds: dict[str, float] = field(default_factory=dict)
    spread: dict[str, float] = field(default_factory=dict)
    compiling: float = 0.0
    bytes_in: int = 0
    bytes_out: int = 0
    decided: float = 0.0
    compared: int = 0
    differing: dict[str, int] = field(default_factory=dict)

    def ratio(self, peer: str, of: str) -> float | None:
        """How many times faster an engine of Sampan is than a peer."""
        return self.seconds[peer] / self.seconds[of] if {peer, of} <= set(self.seconds) else None


def measure(law: Law, models: dict[str, Model], rows: int, days: str, most: dict[str, int]) -> Result:
    """One number of rows, one kind of days; a model is left out above its `most` rows."""
    columns = offers(law, rows, days)
    ours = work(columns, RULES, law, engine="numpy")
    out = Result(days, rows)
    out.bytes_in = sum(c.itemsize for c in {id(c): c for c in columns.values()}.values())
    out.bytes_out = sum(v.itemsize + m.itemsize for v, m in ours.values())
    out.decided = float(np.mean([m.mean() for _, m in ours.values()]))
    start = time.process_time()
    compiled = work(columns, RULES, law, engine="numba")
    out.compiling = time.process_time() - start  # the first run, most of it compiling
    for name, (values, mask) in ours.items():
        assert np.array_equal(values, compiled[name][0]) and np.array_equal(mask, compiled[name][1]), name
    del compiled
    works: dict[str, Work] = {}
    for engine in ENGINES:
        works[engine] = partial(work, columns, RULES, law, threads=1, engine=engine)
        if THREADS > 1:
            works[f"{engine}_threads"] = partial(work, columns, RULES, law, threads=THREADS, engine=engine)
    for name, model in models.items():
        if days != "two" and rows <= most[name]:
            ways = _ways(model, columns, days, in_blocks=name == "tuned")
            out.compared, out.differing[name] = _compare(ours, ways[0](), exact=name == "tuned")
            works |= {f"{name} {i}": way for i, way in enumerate(ways)}
    del ours
    for name, rounds in in_turn(works, wall=frozenset(THREADED)).items():
        contestant, seconds = name.split()[0], min(rounds)
        if seconds < out.seconds.get(contestant, float("inf")):
            out.seconds[contestant], out.spread[contestant] = seconds, statistics.median(rounds) / seconds
    return out


def impossible(result: Result, bandwidth: dict[str, float]) -> list[str]:
    """Contestants that seem faster than the memory could carry their columns: then the clock is wrong.

    Only the answers that each must write count (4 bytes each at least), on every processor at once.
    """
    least = result.rows * len(RULES) * 4 / (max(bandwidth.values()) * THREADS)
    large = result.rows * len(RULES) * 4 > 64_000_000  # less may stay in the caches
    return [name for name, seconds in result.seconds.items() if large and seconds < least]


def _ways(model: Model, columns: dict[str, Column], days: str, in_blocks: bool) -> list[Answers]:
    """The ways to run a model, of which the fastest counts."""
    ready = model.ready(columns)
    if days == "own":
        return [lambda: model.run_by_day(ready, RULES, columns["signed"])]
    ways: list[Answers] = [lambda: model.run(ready, RULES)]
    for block in BLOCKS:
        if in_blocks and block < len(columns["rent"]):
            ways.append(partial(model.run_in_blocks, ready, RULES, block))
    return ways


def _compare(ours: dict[str, tuple[Column, Column]], theirs: dict[str, Column], exact: bool) -> tuple[int, int]:
    """Compare every row that Sampan decides.

    A 32-bit float may lose units above 2^24, which only amounts in dong reach; such rows are counted.
    """
    compared = differing = 0
    for rule in RULES:
        values, sure = ours[rule]
        found = theirs[rule].astype(np.float64)
        gap = np.abs(found - values)[sure]
        compared += int(sure.sum())
        differing += int((gap > 0).sum())
        allowed = 16 if rule in IN_DONG and not exact else 0
        assert (gap <= allowed).all(), f"{rule}: OpenFisca differs from Sampan in {(gap > allowed).sum()} rows"
    return compared, differing
