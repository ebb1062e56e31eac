"""A month in which the minimum wage changes, and sums held against a separate calculation with exact fractions."""

from __future__ import annotations

import random
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

import pytest

from sampan.checks.payslip.result import CHECK
from sampan.checks.payslip.tests.test_payslip import slip, yen
from sampan.rulebook.errors import BadInput

KYOTO: dict[str, Any] = {"prefecture": "kyoto", "month": "2026-11", "payday": date(2026, 12, 10),
                         "pay__amount": "1100 JPY", "hours__night": 0}
FIRST, SECOND = 1122, 1180  # from 16 November 2026


def half_up(value: Fraction) -> int:
    return floor(value + Fraction(1, 2))


def part(first: int, last: int, **hours: object) -> dict[str, object]:
    return {"from": date(2026, 11, first), "to": date(2026, 11, last), **hours}


def test_a_month_with_a_change_is_split_by_calendar_days() -> None:
    answer = CHECK.answer(slip(**KYOTO))
    mean = Fraction(15 * FIRST + 15 * SECOND, 30)
    sums = [168 * mean, 60 * mean * Fraction(5, 4), 32 * mean * Fraction(3, 2)]
    assert yen(answer, "base", "overtime", "overtime_over_60") == [half_up(s) for s in sums]
    assert yen(answer, "due") == [half_up(sum(sums, Fraction(0)))]
    assert yen(answer, "minimum_hourly", "minimum_hourly_other") == [FIRST, SECOND]
    assert answer["dates"]["minimum_changes_on"] == "2026-11-16"
    assert any("spread evenly" in remark for remark in answer["remarks"])


def test_the_working_names_both_parts() -> None:
    base = next(f for f in CHECK.answer(slip(**KYOTO))["figures"] if f["name"] == "base")
    assert "2026-11-01 – 2026-11-15" in base["working"] and "2026-11-16 – 2026-11-30" in base["working"]
    assert "168:00 h × 1,122 JPY × 15/30 = 94,248.00 JPY" in base["working"]
    assert {c["from"] for c in base["citations"]} == {"2025-11-21", "2026-11-16"}


def test_the_hours_of_the_parts_are_used_where_they_are_told() -> None:
    parts = [part(1, 15, regular=100, overtime=50, night=0, holiday=0),
             part(16, 30, regular=68, overtime=42, night=0, holiday=0)]
    answer = CHECK.answer(slip(**KYOTO, hours__part=parts))
    # The first sixty hours of overtime are fifty of the first part and ten of the second.
    sums = [Fraction(100 * FIRST + 68 * SECOND), (50 * FIRST + 10 * SECOND) * Fraction(5, 4),
            32 * SECOND * Fraction(3, 2)]
    assert yen(answer, "base", "overtime", "overtime_over_60") == [half_up(s) for s in sums]
    assert yen(answer, "due") == [half_up(sum(sums, Fraction(0)))]


def test_the_parts_alone_are_enough() -> None:
    parts = [part(1, 15, regular=100, overtime=0, night=0, holiday=0),
             part(16, 30, regular=60, overtime=5, night=2, holiday=0)]
    answer = CHECK.answer(slip(**KYOTO, hours={"part": parts}))
    assert yen(answer, "base") == [100 * FIRST + 60 * SECOND]
    assert yen(answer, "overtime") == [half_up(5 * SECOND * Fraction(5, 4))]


def test_a_part_across_the_change_is_split_by_its_days() -> None:
    parts = [part(1, 10, regular=80, overtime=0, night=0, holiday=0),
             part(11, 30, regular=88, overtime=0, night=0, holiday=0)]
    answer = CHECK.answer(slip(**KYOTO, hours__overtime=0, hours__part=parts))
    assert yen(answer, "base") == [half_up(80 * FIRST + 88 * Fraction(5 * FIRST + 15 * SECOND, 20))]


def test_a_pay_period_may_begin_in_the_month_before() -> None:
    parts = [{"from": date(2026, 10, 21), "to": date(2026, 11, 20), "regular": 155, "overtime": 0, "night": 0,
              "holiday": 0}]
    answer = CHECK.answer(slip(**KYOTO, hours={"part": parts}))
    assert yen(answer, "base") == [half_up(155 * Fraction(26 * FIRST + 5 * SECOND, 31))]


def test_hours_that_only_some_parts_tell_are_asked_for() -> None:
    parts = [part(1, 15, regular=100), part(16, 30, regular=68)]
    answer = CHECK.answer(slip(**KYOTO, hours__part=parts))
    assert yen(answer, "base") == [100 * FIRST + 68 * SECOND]
    assert "hours.part.overtime" in {key for u in answer["unknown"] for key in u["needs"]}


@pytest.mark.parametrize(("parts", "key"), [
    ([part(1, 15, regular=100), part(15, 30, regular=68)], "hours.part 2"),
    ([part(1, 15, regular=100), part(16, 30, regular=60)], "hours.regular"),
    ([part(15, 1, regular=168)], "hours.part 1"), ([{"regular": 168}], "hours.part 1.from"),
    ([{"from": date(2026, 8, 1), "to": date(2026, 8, 31), "regular": 168}], "hours.part 1"),
])
def test_parts_that_cannot_be_are_refused(parts: list[dict[str, object]], key: str) -> None:
    with pytest.raises(BadInput) as caught:
        CHECK.answer(slip(**KYOTO, hours__part=parts))
    assert [e["key"] for e in caught.value.errors] == [key]


def reference(document: dict[str, Any], wages: list[tuple[int, int]]) -> dict[str, Fraction]:
    """The figures of a slip worked apart: `wages` are (minimum wage, days) of the month."""
    pay, hours = document["pay"], document["hours"]
    amount, contracted = int(pay["amount"].split()[0]), Fraction(pay["scheduled_hours"])
    agreed = {"hour": Fraction(amount), "day": Fraction(amount, 8), "month": amount / contracted}[pay["basis"]]
    sums = {kind: sum(int(a["amount"].split()[0]) for a in pay["allowance"] if a["kind"] == kind)
            for kind in ("fixed", "attendance", "family", "commuting", "other")}
    counted = Fraction(sums["fixed"]) / contracted
    more = Fraction(sums["fixed"] + sums["attendance"] + sums["other"]) / contracted
    days = sum(d for _, d in wages)
    base = sum((max(agreed, wage - counted) * d for wage, d in wages), Fraction(0)) / days
    premium, minutes = base + more, {k: Fraction(v) / 60 for k, v in hours.items()}
    within = min(minutes["overtime"], Fraction(60))
    out = {"base": minutes["regular"] * base, "overtime": within * premium * Fraction(125, 100),
           "overtime_over_60": (minutes["overtime"] - within) * premium * Fraction(150, 100),
           "night": minutes["night"] * premium * Fraction(25, 100),
           "holiday": minutes["holiday"] * premium * Fraction(135, 100)}
    return {**out, "due": sum(out.values(), Fraction(0)) + sum(sums.values())}


PLACES = [("tokyo", "2025-05", [(1163, 31)]), ("ehime", "2025-11", [(956, 30)]),
          ("kyoto", "2026-11", [(1122, 15), (1180, 15)]), ("tokyo", "2026-10", [(1280, 31)]),
          ("okinawa", "2026-12", [(1023, 1), (1086, 30)])]


@pytest.mark.parametrize("seed", range(40))
def test_any_slip_agrees_with_a_calculation_in_exact_fractions(seed: int) -> None:
    rng = random.Random(seed)
    place, month, wages = rng.choice(PLACES)
    basis = rng.choice(("hour", "day", "month"))
    amount = rng.randint(*{"hour": (900, 1500), "day": (7000, 12000), "month": (140000, 260000)}[basis])
    minutes = {"regular": rng.randint(0, 12000), "overtime": rng.choice((0, 3599, 3600, 3601, rng.randint(0, 7000))),
               "night": rng.randint(0, 3000), "holiday": rng.randint(0, 2000)}
    minutes["night"] = min(minutes["night"], minutes["regular"])
    allowances = [{"kind": kind, "amount": f"{rng.randint(0, 15000)} JPY"}
                  for kind in rng.sample(("fixed", "attendance", "family", "commuting", "other"), rng.randint(0, 3))]
    document = slip(prefecture=place, month=month, payday=date(2026, 12, 25), pay__basis=basis,
                    pay__amount=f"{amount} JPY",
                    pay__scheduled_hours=rng.randint(140, 180), pay__allowance=allowances,
                    hours={k: f"{v // 60}:{v % 60:02d}" for k, v in minutes.items()})
    answer = CHECK.answer(document)
    wanted = reference({**document, "hours": minutes}, wages)
    assert {k: answer["amounts"][k]["JPY"] for k in wanted} == {k: half_up(v) for k, v in wanted.items()}
