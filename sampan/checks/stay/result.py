"""The check of a history of stays (sampan-stay/1)."""

from __future__ import annotations

from datetime import date

from sampan.checks.check import Check
from sampan.checks.fields import Told
from sampan.checks.stay.history import Period, chain, counting, in_order
from sampan.checks.stay.questions import FIELDS, WORDS
from sampan.checks.work import Work
from sampan.rulebook.law import Law
from sampan.rulebook.sheet import Sheet

RULES = ("jp.stay_family", "jp.stay_job_change", "jp.stay_counts_as_work", "jp.stay_return")
STANDS_ASIDE = ("forbidden", "not_verified")
UNTIL_TODAY = "the last period goes on, and is counted until today"
NOT_YET = "Employment for Skill Development begins on 1 April 2027. Before that day it does not exist."
LEFT = ("The last period is over. Who comes back after that begins the ten years for permanent residence again; the "
        "years as Specified Skilled Worker 1 are still added up.")
NO_WORK = ("The status you have now does not count as work for permanent residence. Five years with one that counts "
           "are still needed, such as Specified Skilled Worker 2.")
PENSION = ("If the pension was paid out when you went home, those months no longer count for a pension of Japan.")
KEEP = "Keep copies of each residence card and of the pages of the passport with the stamps. They prove the years."
ASK = "Before you go home for good, ask what the return does to these years."


def judged(out: Work, period: Period) -> None:
    """What one period allows and counts for, as findings that name it."""
    out.lacking = period.lacking
    for entry in out.judge("stay", sheet=period.sheet, only=RULES):
        entry["period"] = period.shown()
        if entry["verdict"] in STANDS_ASIDE:
            entry["aside"] = True


def permanent(out: Work, periods: list[Period], facts: dict[str, int]) -> None:
    """When permanent residence can be asked for."""
    linked = chain(periods)
    if not linked or linked[0].first is None:
        return
    facts["chain_from"] = linked[0].first.toordinal()
    start = counting(linked)
    if start and start.first:
        facts["counting_from"] = start.first.toordinal()
    out.sheet = Sheet(out.rules, facts)
    out.figure("ten_years_on", "jp.ten_years_from", "date")
    if start:
        out.figure("permanent_residence_from", "jp.permanent_from", "date")
    elif linked[-1].value("jp.stay_counts_as_work") == 1:
        out.remarks.append(NO_WORK)


def skilled(out: Work, periods: list[Period], facts: dict[str, int], now: Period | None) -> None:
    """What is left of the five years as Specified Skilled Worker 1, and of the three of the new programme."""
    own = [p for p in periods if p.status == "ssw1"]
    days = [p.value("jp.stay_days") for p in own]
    told = [d for d in days if d is not None]
    if own and len(told) == len(days) and own[0].first and own[-1].first:
        facts |= {"ssw1_days": sum(told), "ssw1_from": own[0].first.toordinal(),
                  "ssw1_days_before": sum(told[:-1]), "ssw1_last_from": own[-1].first.toordinal()}
    if now and now.status == "esd" and now.first:
        facts["esd_from"] = now.first.toordinal()
    out.sheet = Sheet(out.rules, facts)
    if "ssw1_days" in facts:
        out.figure("ssw1_days_left", "jp.ssw1_days_left", "")
        if now is own[-1]:
            out.figure("ssw1_until", "jp.ssw1_until", "date")
    if "esd_from" in facts:
        out.figure("esd_until", "jp.esd_until", "date")


def work(told: Told, facts: dict[str, int], rules: Law, today: date) -> Work:
    """What each period counts for, what it allows, and what a return did to it."""
    out = Work(rules, facts, today)
    periods = in_order(told, rules, today)
    if not periods:
        out.note("jp.stay_counts_as_work", ["period"], [])
        return out
    for period in periods:
        judged(out, period)
    now = periods[-1] if periods[-1].going_on else None
    if now:
        permanent(out, periods, facts)
    elif periods[-1].last:
        out.remarks.append(LEFT)
    skilled(out, periods, facts, now)
    if now and now.open:
        for entry in out.figures:
            entry["assumes"] = [*entry.get("assumes", []), UNTIL_TODAY]
    first = rules.families["jp.programme_esd"].rows[0].first
    if any(p.status == "esd" and p.first and p.first.toordinal() < first for p in periods):
        out.lead = "unknown"
        out.remarks.append(NOT_YET)
    if not now or any(p.value("jp.stay_return") for p in periods[1:]):
        out.remarks.append(PENSION)
    out.steps += [KEEP, ASK]
    out.topic("status")
    return out


CHECK = Check(
    "stay", "How long is temporary", "What does each of your periods in Japan allow, and what does it count for?",
    FIELDS, work, WORDS,
)
