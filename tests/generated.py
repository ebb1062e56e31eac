"""Offers made by a seeded generator: ordinary, edge and absurd ones, as facts of the rulebook.

Dates and amounts are drawn near the edges of the law: each row's first and last day -1/0/+1, each
threshold of a band -1/0/+1, beside days and amounts anywhere.
"""

from __future__ import annotations

import random

from sampan.rulebook.law import Law

ANY_DAY = (737000, 740200)


def edges(law: Law) -> tuple[list[int], list[int]]:
    """The days and the amounts at which some rule of law changes."""
    days, amounts = set[int](), set[int]()
    for family in law.families.values():
        for row in family.rows:
            days.update(d for d in (row.first, row.last + 1) if ANY_DAY[0] - 3000 < d < ANY_DAY[1] + 300)
            if family.band:
                amounts.add(row.at_least)
    return sorted(days), sorted(amounts)


def offers(law: Law, count: int, seed: int = 20261123) -> list[dict[str, int]]:
    """So many offers with one charge each, as facts; about a third lack a fact or two."""
    rng = random.Random(seed)
    days, amounts = edges(law)
    return [_offer(law, rng, days, amounts) for _ in range(count)]


def _day(rng: random.Random, days: list[int]) -> int:
    return rng.choice(days) + rng.choice((-1, 0, 1)) if rng.random() < 0.5 else rng.randint(*ANY_DAY)


def _money(rng: random.Random, amounts: list[int], most: int) -> int:
    kind = rng.random()
    if kind < 0.3:
        return max(0, min(most, rng.choice(amounts) + rng.choice((-1, 0, 1))))
    return min(most, int(10 ** rng.uniform(0, 11)) if kind < 0.4 else rng.randint(0, 400000))


def _offer(law: Law, rng: random.Random, days: list[int], amounts: list[int]) -> dict[str, int]:
    out: dict[str, int] = {}
    for name, fact in law.facts.items():
        if fact.kind == "date":
            out[name] = _day(rng, days)
        elif fact.kind in ("choice", "flag"):
            out[name] = rng.randint(fact.low, fact.high)
        elif name.endswith(("_num", "_den")):
            out[name] = rng.choice((1, 1, 7, 150, 175, 999983, 2625000, 10**9 + 7, 9_007_199_254_740_991))
        elif name == "scheduled_hours":
            out[name] = rng.randint(1, 744)
        elif fact.high <= 744:
            near = rng.choice((fact.low, 1, 6, 7, 11, 12, 13, 24, 35, 36, 37, 60, 61, 120, fact.high))
            out[name] = max(fact.low, min(fact.high, near))
        else:
            out[name] = max(fact.low, _money(rng, amounts, fact.high))
    out["wage_amount"] = rng.choice((rng.randint(700, 1500), rng.randint(0, 10**9), rng.randint(100000, 900000)))
    out["loan_rate_num"] = rng.choice((0, 0, 1, 3, 15, 999999))
    out["loan_rate_den"] = rng.choice((1, 100, 200, 1000, 10**6))
    if rng.random() < 0.35:
        for name in rng.sample(sorted(out), rng.randint(1, 2)):
            del out[name]
    return out
