"""`make proof`: the long forms of the tests, measured on this machine, written to docs/proof.md.

Each part returns lines of the report. `python -m tests.proof PART ...` runs only the parts named.
"""

from __future__ import annotations

import multiprocessing
import os
import platform
import re
import statistics
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

from sampan.checks.offer.result import check_offer
from sampan.rulebook.dates import today
from sampan.rulebook.sheet import Sheet
from sampan.rulebook.stored import law
from tests import printers
from tests.generated import offers

ROOT = Path(__file__).parent.parent
LINH = ROOT / "docs" / "examples" / "linh.toml"
GENERATED, CHUNK = 1_000_000, 10_000


def _agree(seed: int) -> tuple[int, int, list[str]]:
    rules = law()
    rows, names = offers(rules, CHUNK, seed), printers.everything(rules)
    scalar = printers.scalar(rules, rows, names)
    others = {"NumPy": printers.numpy(rules, rows, names), "JavaScript": printers.javascript(rules, rows, names)}
    faults = [f"{who} {rows[i]}" for who, out in others.items() for i in range(CHUNK) if out[i] != scalar[i]]
    return CHUNK, sum(v is not None for a in scalar for v in a.values()), faults[:3]


def printers_agree(count: int = GENERATED) -> list[str]:
    """A million generated offers on every printer."""
    started = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
        done = list(pool.imap_unordered(_agree, range(1, count // CHUNK + 1)))
    rows, integers = sum(d[0] for d in done), sum(d[1] for d in done)
    faults = [f for d in done for f in d[2]]
    if faults:
        raise AssertionError("printers disagree: " + "; ".join(faults[:3]))
    asked = len(printers.everything(law()))
    return [f"{rows:,} generated offers x {asked} rules and scopes: {integers:,} integers, identical in scalar Python, "
            f"NumPy and JavaScript ({time.monotonic() - started:,.0f} s)."]


def fuzz() -> list[str]:
    """The fuzz tests with 5,000 examples each."""
    done = subprocess.run([sys.executable, "-m", "pytest", "-q", "-k", "fuzz", "--hypothesis-profile=fuzz",
                           "-p", "no:randomly"], cwd=ROOT, capture_output=True, text=True)
    last = done.stdout.strip().splitlines()[-1]
    if done.returncode:
        raise AssertionError(done.stdout[-3000:])
    return [f"Fuzzed documents and forms, 5,000 examples a test: {last}"]


def _median(work: Callable[[], object], times: int) -> float:
    out = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        out.append(time.perf_counter() - started)
    return statistics.median(out)


def speed() -> list[str]:
    """One traced offer with the whole law loaded, and `sampan check` from a cold start."""
    document = tomllib.loads(LINH.read_text(encoding="utf-8"))
    rules = law()
    facts = offers(rules, 1, 7)[0]
    judged = [r.id for r in rules.rules.values() if r.judges]
    traced = _median(lambda: [Sheet(rules, facts).value(r) for r in judged], 300)
    whole = _median(lambda: check_offer(document), 300)
    command = [str(Path(sys.executable).with_name("sampan")), "check", str(LINH), "--json"]
    cold = _median(lambda: subprocess.run(command, capture_output=True, check=False), 15)
    return [f"One offer, all {len(judged)} judging rules traced, the whole law loaded: median {traced * 1e3:.2f} ms.",
            f"The whole answer to Linh's offer (8 charges, citations, working): median {whole * 1e3:.2f} ms.",
            f"`sampan check` on one file, a new process each time: median {cold:.3f} s."]


def pages() -> list[str]:
    """Pictures of the pages and the printed sheet, and their weights."""
    done = subprocess.run([sys.executable, "-m", "tests.pictures"], cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(done.stderr[-3000:])
    return done.stdout.strip().splitlines()


PARTS: dict[str, Callable[[], list[str]]] = {
    "printers": printers_agree, "fuzz": fuzz, "speed": speed, "pages": pages,
}


def machine() -> str:
    """The machine in one line, without its name."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return (f"{os.cpu_count()} cores ({model[1] if model else platform.machine()}), {memory:.0f} GiB, "
            f"Python {platform.python_version()}, {platform.system()}")


def main(names: list[str]) -> None:
    """Run the parts and write (or, for some parts, replace) their sections of docs/proof.md."""
    path = ROOT / "docs" / "proof.md"
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    sections = dict(re.findall(r"## (\w+)\n\n(.*?)\n(?=\n## |\Z)", old, re.S))
    for name in names or list(PARTS):
        lines = PARTS[name]()
        print("\n".join(lines), flush=True)
        sections[name] = f"On {today()}, law {law().hash}, {machine()}.\n\n" + "\n".join(f"- {x}" for x in lines)
    order = [n for n in PARTS if n in sections]
    text = "# Proof\n\nWritten by `make proof`: the long forms of the tests, with the figures seen.\n"
    path.write_text(text + "".join(f"\n## {n}\n\n{sections[n]}\n" for n in order), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
