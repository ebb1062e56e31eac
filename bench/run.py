"""The bench: one run measures everything and writes the report.

python -m bench.run [--rows 1000,100000,1000000,10000000] [--out docs/bench.md]
"""

from __future__ import annotations

import argparse
import sys
from importlib.metadata import version
from pathlib import Path

from bench import bulk, memory, one, report
from bench.fisca.simulate import Model
from bench.offers import DAYS
from sampan.rulebook.stored import law

ROWS = "1000,100000,1000000,10000000"


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description="Speed, beside OpenFisca.")
    parser.add_argument("--rows", default=ROWS, help=f"numbers of rows, with commas ({ROWS})")
    parser.add_argument("--out", type=Path, default=Path("docs/bench.md"), help="the page to write")
    parser.add_argument("--documented-rows", type=int, default=1_000_000, help="most rows of the documented model")
    parser.add_argument("--tuned-rows", type=int, default=1_000_000, help="most rows of the tuned model")
    return parser.parse_args()


def say(text: str) -> None:
    """A line on the way."""
    print(text, file=sys.stderr, flush=True)


def main() -> None:
    """Measure and write."""
    chosen = arguments()
    rules = law()
    models = {"documented": Model(rules, by_hand=False), "tuned": Model(rules, by_hand=True)}
    say("memory bandwidth")
    bandwidth = memory.bandwidth()
    say("one offer")
    single = one.measure(rules, models["documented"])
    most = {"documented": chosen.documented_rows, "tuned": chosen.tuned_rows}
    results = []
    for days in DAYS:
        for rows in (int(n) for n in chosen.rows.split(",")):
            say(f"{rows:,} rows, {DAYS[days]}")
            result = bulk.measure(rules, models, rows, days, most)
            wrong = bulk.impossible(result, bandwidth)
            if wrong:
                sys.exit(f"Not possible, faster than the memory: {', '.join(wrong)}. Look at the clock in timing.py.")
            results.append(result)
    versions = {"OpenFisca-Core": version("openfisca-core"), "law": rules.hash, "Numba": version("numba")}
    chosen.out.write_text(report.page(single, results, bandwidth, versions, most), encoding="utf-8")
    print(f"Written: {chosen.out}")


if __name__ == "__main__":
    main()
