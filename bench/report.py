"""The report as a page of Markdown: ratios first, each against a named peer of the same run."""

from __future__ import annotations

import platform
from datetime import date

import numpy as np

from bench.bulk import ENGINES, THREADED, THREADS, Result
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
    """Two tables for each kind of days: speeds, and how many times faster."""
    lines = ["## Many offers", "", f"The same {len(RULES)} rules. Sampan has two engines that give the same answers: "
             "NumPy blocks, and one loop compiled by Numba.", ""]
    how = {"one": "OpenFisca runs one simulation.", "own": "OpenFisca runs one simulation a day.",
           "two": "Signed on one day, entry on another: OpenFisca has one instant a simulation and cannot do it."}
    contestants = {"numpy": "NumPy", "numpy_threads": f"NumPy, {THREADS} threads", "numba": "Numba",
                   "numba_threads": f"Numba, {THREADS} threads", "documented": "OpenFisca documented",
                   "tuned": "OpenFisca tuned"}
    for days in ("own", "one", "two"):
        chosen = [r for r in results if r.days == days]
        lines += [f"### {DAYS[days].capitalize()}", "", how[days], "", "Million rows a second:", "",
                  f"| rows | {' | '.join(contestants.values())} |", f"|---:|{'---:|' * len(contestants)}"]
        for r in chosen:
            lines.append(f"| {r.rows:,} | {' | '.join(speed(r.rows, r.seconds.get(k)) for k in contestants)} |")
        if any(r.ratio("tuned", "numpy") for r in chosen):
            lines += ["", "Times faster, one thread against one thread:", "",
                      "| rows | NumPy, than documented | NumPy, than tuned | Numba, than documented "
                      "| Numba, than tuned |", "|---:|---:|---:|---:|---:|"]
        for r in chosen:
            ratios = [r.ratio(peer, of) for of in ENGINES for peer in ("documented", "tuned")]
            if any(ratios):
                lines.append(f"| {r.rows:,} | {' | '.join(map(times, ratios))} |")
        lines.append("")
    return lines


def targets(results: list[Result]) -> list[str]:
    """Which targets are met, and by what, at 100,000 rows and a million."""
    ours = {"numpy": "NumPy", "numba": "Numba"}
    lines = [f"| target | days | rows | {' | '.join(ours.values())} | |", "|---|---|---:|---:|---:|---|"]
    for days in ("own", "one"):
        for peer, least in (("documented", 100), ("tuned", 5)):
            for r in results:
                ratios = [r.ratio(peer, of) for of in ours]
                if r.days == days and r.rows in (100_000, 1_000_000) and any(ratios):
                    first = next((name for name, x in zip(ours.values(), ratios, strict=True) if (x or 0) >= least), "")
                    lines.append(f"| {least}x OpenFisca {peer} | {DAYS[days]} | {r.rows:,} | "
                                 f"{' | '.join(map(times, ratios))} | {f'met by {first}' if first else 'not met'} |")
    return [*lines, "", "Offers come with a day of their own each, so the first rows are the case that counts. One day "
            "for all rows is the form that suits OpenFisca best: it reads the law once for all of them. One thread "
            "stands against one thread.", ""]


def limit(results: list[Result], bandwidth: dict[str, float]) -> list[str]:
    """How far the bulk form is from what the memory allows."""
    lines = ["## The limit", "",
             f"Memory bandwidth, one thread: copy {bandwidth['copy'] / 1e9:.1f} GB/s, "
             f"triad {bandwidth['triad'] / 1e9:.1f} GB/s, read and written.", "",
             "| days | rows | bytes a row, in + out | at the limit | Sampan at its fastest | part of the limit |",
             "|---|---:|---:|---:|---:|---:|"]
    most = max(bandwidth.values())
    for r in results:
        size = r.bytes_in + r.bytes_out
        fastest = min(r.seconds[k] for k in (*ENGINES, *THREADED) if k in r.seconds)
        ours = fastest / r.rows
        lines.append(f"| {DAYS[r.days]} | {r.rows:,} | {r.bytes_in} + {r.bytes_out} | {size / most * 1e9:.0f} ns a row "
                     f"| {ours * 1e9:.0f} ns a row | {size / most / ours:.0%} |")
    return [*lines, "", *(_spread(results, several) for several in ((False, True) if THREADS > 1 else (False,))), ""]


def _spread(results: list[Result], several: bool) -> str:
    found = sorted(x for r in results for name, x in r.spread.items() if (name in THREADED) is several)
    what = f"{THREADS} threads, by the clock" if several else "one thread, in processor time"
    return (f"How noisy the machine was ({what}): the median round took {found[len(found) // 2]:.2f} times the best in "
            f"the middle of these figures, {found[-1]:.2f} times in the worst.")


def agreement(results: list[Result]) -> list[str]:
    """What was compared, and what the peer's number types lose."""
    compared = sum(r.compared for r in results)
    lost = sum(r.differing.get("documented", 0) for r in results)
    documented = sum(r.compared for r in results if "documented" in r.differing)
    both = sum(r.rows for r in results) * len(RULES)
    lines = ["## Agreement", "",
             f"NumPy and Numba gave the same value and mask in every one of {both:,} places.",
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
             "- Sampan's answers carry masks (decided or not) for every row; its days are columns like any other.",
             "- Compiling the loop is not counted; it took up to "
             f"{max(r.compiling for r in results):.0f} s of processor time for each new list of rules and kinds of "
             "columns, and is kept for the next process where SAMPAN_HOME is set.", ""]
    return "\n".join(lines)
