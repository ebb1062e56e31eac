"""The report as a page of Markdown: ratios first, each against a named peer of the same run."""

from __future__ import annotations

import platform
from datetime import date

import numpy as np

from bench.bulk import THREADS, Result
from bench.offers import DAYS, RULES

NAMES = {"sheet": f"Sampan, {len(RULES)} rules, Python with the whole trace",
         "judged": "Sampan, all judged rules of an offer with 8 charges, traced",
         "check": "Sampan, the whole check of that offer: reading, verdicts, working, citations, sums",
         "javascript": f"Sampan, {len(RULES)} rules, JavaScript in node",
         "javascript_judged": "Sampan, all judged rules of an offer with 8 charges, JavaScript in node",
         "openfisca": f"OpenFisca as documented, {len(RULES)} rules"}


def times(value: float | None) -> str:
    """A ratio as people read it."""
    if value is None:
        return "–"
    return f"{value:,.0f}x" if value >= 20 else f"{value:.1f}x" if value >= 2 else f"{value:.2f}x"


def speed(rows: int, seconds: float | None) -> str:
    """Million rows a second."""
    return "–" if seconds is None else f"{rows / seconds / 1e6:.3g}"


def one_offer(seconds: dict[str, float]) -> list[str]:
    """The table of single offers."""
    lines = ["## One offer", "", "| what | time | OpenFisca takes |", "|---|---:|---:|"]
    for key, name in NAMES.items():
        if key in seconds:
            time = seconds[key]
            shown = f"{time * 1e3:.2f} ms" if time >= 1e-4 else f"{time * 1e6:.1f} µs"
            lines.append(f"| {name} | {shown} | {times(seconds['openfisca'] / time)} |")
    met = "met" if seconds["judged"] < 1e-3 else "NOT met"
    return [*lines, "", f"Target, one traced offer under 1 ms with the whole law loaded: {met}.", ""]


def bulk(results: list[Result]) -> list[str]:
    """One table for each kind of days."""
    lines = ["## Many offers", "",
             f"The same {len(RULES)} rules; million rows a second, and how many times faster Sampan's NumPy blocks "
             "are (one thread against one thread).", ""]
    for days, title in DAYS.items():
        how = {"one": "OpenFisca runs one simulation.", "own": "OpenFisca runs one simulation a day.",
               "two": "Signed on one day, entry on another: OpenFisca has one instant a simulation and cannot do it."}
        lines += [f"### {title.capitalize()}", "", how[days], "",
                  f"| rows | Sampan | Sampan, {THREADS} threads | OpenFisca documented | OpenFisca tuned "
                  "| faster than documented | faster than tuned |", "|---:|---:|---:|---:|---:|---:|---:|"]
        for r in (r for r in results if r.days == days):
            cells = [speed(r.rows, r.seconds.get(k)) for k in ("sampan", "sampan_threads", "documented", "tuned")]
            lines.append(f"| {r.rows:,} | {' | '.join(cells)} | {times(r.ratio('documented'))} "
                         f"| {times(r.ratio('tuned'))} |")
        lines.append("")
    return lines


def targets(results: list[Result]) -> list[str]:
    """Whether the targets are met, at the largest number of rows that both ran (a million, when it was run)."""
    lines = ["| target | days | rows | measured | |", "|---|---|---:|---:|---|"]
    for days in ("own", "one"):
        for peer, least in (("documented", 100), ("tuned", 5)):
            both = [r for r in results if r.days == days and r.ratio(peer) and r.rows <= 1_000_000]
            if both:
                last = max(both, key=lambda r: r.rows)
                ratio = last.ratio(peer) or 0.0
                said = "met" if ratio >= least else "not met"
                lines.append(f"| {least}x OpenFisca {peer} | {DAYS[days]} | {last.rows:,} | {times(ratio)} | {said} |")
    return [*lines, ""]


def limit(results: list[Result], bandwidth: dict[str, float]) -> list[str]:
    """How far the bulk form is from what the memory allows."""
    lines = ["## The limit", "",
             f"Memory bandwidth, one thread: copy {bandwidth['copy'] / 1e9:.1f} GB/s, "
             f"triad {bandwidth['triad'] / 1e9:.1f} GB/s, read and written.", "",
             "| days | rows | bytes a row, in + out | at the limit | Sampan | part of the limit |",
             "|---|---:|---:|---:|---:|---:|"]
    most = max(bandwidth.values())
    for r in results:
        size = r.bytes_in + r.bytes_out
        fastest = min(s for k, s in r.seconds.items() if k.startswith("sampan"))
        ours = fastest / r.rows
        lines.append(f"| {DAYS[r.days]} | {r.rows:,} | {r.bytes_in} + {r.bytes_out} | {size / most * 1e9:.0f} ns a row "
                     f"| {ours * 1e9:.0f} ns a row | {size / most / ours:.0%} |")
    return [*lines, ""]


def agreement(results: list[Result]) -> list[str]:
    """What was compared, and what the peer's number types lose."""
    compared = sum(r.compared for r in results)
    lost = sum(r.differing.get("documented", 0) for r in results)
    documented = sum(r.compared for r in results if "documented" in r.differing)
    lines = ["## Agreement", "",
             f"Every answer that Sampan decides was compared ({compared:,} with at least one model).",
             "The tuned model, in 64-bit whole numbers, is equal in all of them.",
             f"The documented model keeps amounts as 32-bit floats: of {documented:,} answers {lost:,} lost units, "
             "all of them sums in dong above 2^24 (16,777,216) or differences of such; every amount in yen is equal.",
             ""]
    lines += [f"Sampan decides {min(r.decided for r in results):.0%} to {max(r.decided for r in results):.0%} of the "
              "answers; for the rest no rule is in force (rent of others than interns, programmes not yet begun), and "
              "it says so in a mask, where OpenFisca answers 0.", ""]
    return lines


def page(one: dict[str, float], results: list[Result], bandwidth: dict[str, float], versions: dict[str, str],
         capped: dict[str, int]) -> str:
    """The whole page."""
    run_on = ", ".join(f"{k} {v}" for k, v in versions.items())
    lines = ["# Speed, beside OpenFisca", "",
             f"Made by `python -m bench` on {date.today().isoformat()}; all figures are of one run. {run_on}, "  # noqa: DTZ011
             f"Python {platform.python_version()}, NumPy {np.__version__}, {THREADS} processors. "
             "Each figure is the best of several rounds in which the contestants run in turn; one thread is measured "
             "in processor time, several threads by the clock. Read the ratios; the times change with the machine.", "",
             *targets(results), *one_offer(one), *bulk(results), *limit(results, bandwidth), *agreement(results),
             "## What was compared", "",
             "- *Documented*: variables and formulas as the documentation and the country template show them, "
             "parameters in dated YAML, tables of a prefecture by fancy indexing with an Enum, bands as single-amount "
             "scales.",
             "- A day for each row, documented and tuned: the rows are sorted by day, one simulation is run a day, and "
             "the answers are put back in order; both run twice at least, so that the parameters of each day are read.",
             "- *Tuned*: 64-bit whole numbers, choices as codes, tables read once an instant into arrays, direct "
             "indexes, several block sizes of which the fastest counts. It is NumPy written by hand inside OpenFisca.",
             "- Both read the parameters made from `sampan/law`, so no figure can drift. Columns are handed over in "
             "the types each side keeps; converting them is not counted. Loading law and parameters is not counted.",
             f"- Above {capped['documented']:,} rows the documented model was not run, above {capped['tuned']:,} the "
             "tuned one: time and memory.",
             "- Sampan's answers carry masks (decided or not) for every row; its days are columns like any other.", ""]
    return "\n".join(lines)
