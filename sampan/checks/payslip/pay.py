"""What was due for the hours: the parts of the month worked one by one, then one sum with one rounding.

Each figure carries the working, sources and doubts of every part behind it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from sampan.checks.payslip.parts import Part
from sampan.checks.verdict import needed
from sampan.checks.work import Entry, Work, behind
from sampan.rulebook.kleene import Missing
from sampan.rulebook.money import decimals
from sampan.rulebook.sheet import Sheet

# The figure's name: rule of the figure, rule of its worth in a part, fact of the sum, minutes, percent, pay of an hour.
KINDS = {
    "base": ("jp.due_base", "jp.regular_worth", "sum_base", "regular_minutes", "", "base"),
    "overtime": ("jp.due_overtime", "jp.overtime_worth", "sum_overtime", "jp.overtime_up_to", "jp.overtime_percent",
                 "premium"),
    "overtime_over_60": ("jp.due_over_60", "jp.over_60_worth", "sum_over_60", "jp.overtime_beyond",
                         "jp.over_60_percent", "premium"),
    "night": ("jp.due_night", "jp.night_worth", "sum_night", "night_minutes", "jp.night_rate", "premium"),
    "holiday": ("jp.due_holiday", "jp.holiday_worth", "sum_holiday", "holiday_minutes", "jp.holiday_percent",
                "premium"),
}


# Steps that only keep fractions exact; the plain lines say the same in hours and yen.
PLUMBING = ("hour parts", "agreed rate", "lowest rate", "base rate", "base yen", "base rest", "premium rate",
            "premium yen", "premium rest", "split of", "day parts", "hours worth", "hours worth rest",
            "overtime earlier")


@dataclass
class Pay:
    """The parts with their sheets, the sums of the kinds, and what stands behind each kind."""

    parts: list[tuple[Part, Sheet]]
    sums: dict[str, int] = field(default_factory=dict)
    behind: dict[str, Entry] = field(default_factory=dict)
    unsure: list[str] = field(default_factory=list)  # kinds that rest on law that is not verified


def worked(work: Work, told_parts: list[Part]) -> Pay:
    """Every kind of hours in every part; what lacks is noted."""
    pay = Pay([(part, Sheet(work.rules, part.facts)) for part in told_parts])
    for name, (_, worth, fact, *_) in KINDS.items():
        sums = [0, 0]
        behinds: list[Entry] = []
        for part, sheet in pay.parts:
            values = [sheet.value(worth), sheet.value(f"{worth}_rest")]
            for i, value in enumerate(values):
                if isinstance(value, Missing):
                    lines = sorted((n.missing, n.on) for n in value.no_rule)
                    work.note(KINDS[name][0], needed(sheet, value, work.lacking), lines)
                    break
                sums[i] += value * part.days
            else:
                behinds.append(_behind(work, name, part, sheet, len(pay.parts) > 1))
        if len(behinds) == len(pay.parts):
            pay.sums |= {fact: sums[0], f"{fact}_rest": sums[1]}
            pay.behind[name] = joined(behinds)
            if "verdict" in pay.behind[name]:
                pay.unsure.append(name)
    return pay


def _behind(work: Work, name: str, part: Part, sheet: Sheet, several: bool) -> Entry:
    worth = KINDS[name][1]
    out = behind(sheet, worth, work.today)
    if sheet.value(f"{worth}_rest"):
        rest = behind(sheet, f"{worth}_rest", work.today)
        out = joined([out, rest])
    plain = [*_hour(name, sheet), *_plain(name, part, sheet)]
    days = [f"{part.first.isoformat()} – {part.last.isoformat()}"] if several else []
    return {**out, "working": [*days, *plain, *out["working"]]}


def _plain(name: str, part: Part, sheet: Sheet) -> list[str]:
    """The calculation of a part in one line: "60:00 h × 1,195 JPY × 125 % = 89,625 JPY"."""
    _, worth, _, minutes, percent, rate = KINDS[name]
    count = sheet.ask(minutes)
    if not count:
        return []
    yen, rest = sheet.ask(f"jp.{rate}_yen"), sheet.ask(f"jp.{rate}_rest")
    parts = 8 * sheet.ask("jp.hour_parts")
    hour = f"{yen:,} JPY" if not rest else f"{yen:,} {Fraction(rest, parts)} JPY"
    share = f" × {part.days}/{part.of}" if part.days != part.of else ""
    of_hour = f" × {sheet.ask(percent)} %" if percent else ""
    value = (sheet.ask(worth) * parts + sheet.ask(f"{worth}_rest")) * part.days
    shown = round(100 * value / (6000 * parts * part.of))
    return [f"{count // 60}:{count % 60:02d} h × {hour}{of_hour}{share} = {shown // 100:,}.{shown % 100:02d} JPY"]


def _hour(name: str, sheet: Sheet) -> list[str]:
    """How pay of a day or month, and allowances, become pay of an hour."""
    if not sheet.ask(KINDS[name][3]):
        return []
    basis, minutes = sheet.law.facts["wage_basis"].of[sheet.ask("wage_basis")], sheet.facts.get("scheduled_minutes", 0)
    of_hours = f"{minutes // 60}:{minutes % 60:02d} h"
    lines = []
    if basis != "hour":
        amount, hours = sheet.ask(f"pay_{basis}"), "8:00 h" if basis == "day" else of_hours
        value = Fraction(amount * 60, 480 if basis == "day" else minutes)
        lines.append(f"{amount:,} JPY ÷ {hours} = {decimals(value, 2)} JPY")
    allowance = sheet.ask("jp.allowances_in_premium" if KINDS[name][5] == "premium" else "allowance_fixed")
    if allowance:
        lines.append(f"{allowance:,} JPY ÷ {of_hours} = {decimals(Fraction(allowance * 60, minutes), 2)} JPY")
    return lines


def readable(lines: list[str]) -> list[str]:
    """The working without the steps that only keep fractions exact, and without allowances of nothing."""
    out = []
    for line in lines:
        name = line.partition(" = ")[0]
        plumbing = name in PLUMBING or name.startswith("sum ") or " worth" in name
        nothing = name.startswith("allowance") and line.endswith(" = 0")
        if not plumbing and not nothing:
            out.append(f"{name} = {line.rpartition(' = ')[2]}" if name.startswith("due ") else line)
    return out


def joined(entries: list[Entry]) -> Entry:
    """What stands behind several values, each line, source and doubt once; one that is not verified leads."""
    out: Entry = {}
    for key in ("working", "citations", "doubts", "assumes"):
        lines: list[Any] = []
        for entry in entries:
            lines += [line for line in entry.get(key, []) if line not in lines]
        if lines or key != "assumes":
            out[key] = lines
    for entry in entries:
        out |= {key: entry[key] for key in ("verdict", "note") if entry.get("verdict") == "not_verified"}
    return out


def stand_behind(entry: Entry, more: list[Entry]) -> None:
    """Puts what stands behind the parts before what the entry itself says; a verdict of its own is kept."""
    both = joined([*more, entry])
    both["working"] = readable(both["working"])
    own = entry.get("verdict")
    entry.update(both)
    if own:
        entry["verdict"] = own


def month_parts(told_parts: list[Part], pay: Pay) -> dict[str, int]:
    """The facts of the whole month: the sums of its parts, and over how many days hours are spread."""
    return {**pay.sums, "split_of": told_parts[0].of}


