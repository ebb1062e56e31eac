"""The answer of an offer check for the terminal: aligned, coloured only on a terminal, in the chosen language."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from sampan.checks.offer.takehome import PREMIUMS
from sampan.rulebook.speech import complete, translator

RED, GREEN, BROWN, BOLD, PLAIN = "\033[31m", "\033[32m", "\033[33m", "\033[1m", "\033[0m"
SIGNS = {"allowed": ("✓", GREEN), "nothing_wrong_found": ("✓", GREEN), "unknown": ("?", BROWN),
         "no_rule": ("–", ""), "not_verified": ("?", BROWN), "conflicting": ("?", BROWN)}
WORDS = {
    "not_allowed": "Not allowed", "short": "Too low", "unknown": "Cannot be decided yet",
    "nothing_wrong_found": "Nothing wrong found", "allowed": "Allowed", "over": "Over the limit",
    "forbidden": "Forbidden", "not_on_worker": "Not for the worker to pay", "void": "Void",
    "no_rule": "No rule loaded", "not_verified": "Not verified", "conflicting": "Sources conflict",
}


def render(answer: dict[str, Any], lang: str, colour: bool, name: str = "") -> str:
    """The whole answer as text."""
    width = min(110, max(60, shutil.get_terminal_size((100, 24)).columns))
    return "".join(wrapped(line, width) + "\n" for line in _Page(answer, lang, colour, name).lines())


def wrapped(line: str, width: int) -> str:
    """A line broken at spaces, the next lines indented like the first; addresses stay whole."""
    indent = " " * (len(line) - len(line.lstrip()))
    return textwrap.fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False,
                         drop_whitespace=True, replace_whitespace=False) if len(line) > width else line


def amounts(money: dict[str, Any] | None) -> str:
    """Amounts with their currencies, grouped: "547,200 JPY = 95,760,000 VND"."""
    return " = ".join(f"{grouped(v)} {c}" for c, v in (money or {}).items())


def grouped(value: int | str) -> str:
    """A number with its thousands grouped by commas; decimals stay as they are."""
    whole, dot, rest = str(value).partition(".")
    return f"{int(whole):,}{dot}{rest}"


class _Page:
    def __init__(self, answer: dict[str, Any], lang: str, colour: bool, name: str) -> None:
        self.answer, self.lang, self.colour, self.name = answer, lang, colour, name
        self._ = translator(lang, "sampan")
        self.law = translator(lang)
        self.sources: list[tuple[str, str]] = []

    def verdict(self, word: str) -> str:
        sign, colour = SIGNS.get(word, ("✕", RED))
        text = f"{sign} {self._(WORDS.get(word, word))}"
        return f"{colour}{text}{PLAIN}" if self.colour and colour else text

    def bold(self, text: str) -> str:
        return f"{BOLD}{text}{PLAIN}" if self.colour else text

    def cited(self, citations: list[dict[str, Any]]) -> str:
        numbers = []
        for c in citations:
            label = f"{c['instrument']} {c['article']}".strip()
            entry = (label, f"{c['source']} ({self._(c['confidence'])}, {self._('from')} {c['from']}, "
                            f"{self._('checked')} {c['checked']})")
            if entry not in self.sources:
                self.sources.append(entry)
            numbers.append(f"[{self.sources.index(entry) + 1}]")
        return "".join(dict.fromkeys(numbers))

    def lines(self) -> list[str]:
        a = self.answer
        out = [self.bold(f"{self.name}: " if self.name else "") + self.bold(self.verdict(a["headline"])), ""]
        if not complete(self.lang, "sampan"):
            out += [self._("This language is not translated yet; the text is English."), ""]
        out += self.charges() + self.limits() + self.findings() + self.sums() + self.home() + self.debt() + self.plan()
        out += self.open() + self.steps()
        if self.sources:
            out += [self.bold(self._("The law used"))]
            for i, (label, rest) in enumerate(self.sources, 1):
                out += [f"  [{i}] {label}", f"      {rest}"]
            out += [""]
        out += [f"{self._('Law version')} {a['law']}, {self._('last checked')} {a['law_checked']}. "
                + self._("This is information, not a lawyer.")]
        return out

    def charges(self) -> list[str]:
        if not self.answer["charges"]:
            return []
        out = [self.bold(self._("What is asked of the worker"))]
        width = max(len(self._(c["kind"].replace("_", " "))) for c in self.answer["charges"])
        money = [amounts(dict(list(c["paid"].items())[:1])) for c in self.answer["charges"]]
        wide = max(len(m) for m in money)
        for c, paid in zip(self.answer["charges"], money, strict=True):
            n = c["national"]
            kind = self._(c["kind"].replace("_", " "))
            over = f", {self._('over by')} {amounts(n['over'])}" if "over" in n else ""
            out.append(f"  {kind:<{width}}  {paid:>{wide}}  {self.verdict(n['verdict'])}{over}")
            pad = " " * (width + wide + 6)
            ceiling = f" {self._('Ceiling')}: {amounts(n['ceiling'])}." if n.get("ceiling") else ""
            out.append(f"{pad}{self.law(n['why'])}{ceiling} {self.cited(n.get('citations', []))}".rstrip())
            if "note" in n:
                out.append(f"{pad}{self._('Computed from a rule that nobody has checked yet.')}")
            if "on_paid_day" in n:
                paid = n["on_paid_day"]
                out.append(f"{pad}{self._('By the law of the day of payment')} ({paid['on']}): "
                           f"{self.verdict(paid['verdict'])}. {self.law(paid['why'])} {self.cited(paid['citations'])}")
            if "no receipt" in c.get("notes", []):
                out.append(f"{pad}{self._('No receipt was given.')}")
            ilo = f"{pad}{self._('International standard (ILO)')}: {self.verdict(c['ilo']['verdict'])}"
            out.append(f"{ilo} ({c['ilo']['code']})" if c["ilo"]["code"] else ilo)
        return [*out, ""]

    def limits(self) -> list[str]:
        out = []
        for x in self.answer["limits"]:
            kind = f" ({x['exchange']})" if "exchange" in x else ""
            cited = self.cited(x.get("citations", []))
            out.append(f"  {self.verdict(x['verdict'])}{kind}  {self.law(x['why'])} {cited}")
            parts = [f"{self._(k)} {amounts(x[k])}" for k in ("counted", "ceiling", "over") if x.get(k)]
            if parts:
                out.append("      " + ", ".join(parts))
            if "note" in x:
                out.append(f"      {self._('Computed from a rule that nobody has checked yet.')}")
            out += [f"      {self._('Assumes')}: {self.law(t)}" for t in x.get("assumes", [])]
            out += [f"      {self._('Doubt')}: {self.law(t)}" for t in x.get("doubts", [])]
        return [self.bold(self._("Sums against ceilings")), *out, ""] if out else []

    def findings(self) -> list[str]:
        out = []
        for f in self.answer["findings"]:
            amount = f" {amounts(f['amount'])}" if f["amount"] else ""
            out.append(f"  {self.verdict(f['verdict'])}{amount}  {self.law(f['why'])} {self.cited(f['citations'])}")
        hourly = self.answer["amounts"]
        if "short_hour" in hourly:
            out.append(f"      {self._('Minimum wage')} {amounts(hourly['minimum_hourly'])}, {self._('short by')} "
                       f"{amounts(hourly['short_hour'])} {self._('an hour')}, {amounts(hourly['short_month'])} "
                       f"{self._('a month')}")
        return [self.bold(self._("Findings")), *out, ""] if out else []

    def entries(self, key: str) -> list[dict[str, Any]]:
        value = self.answer.get(key) or []
        return value if isinstance(value, list) else [value]

    def sums(self) -> list[str]:
        out = []
        for t in self.entries("totals"):
            kind = f" ({t['exchange']})" if "exchange" in t else ""
            months = f" = {t['months_of_gross']} {self._('months of gross pay')}" if "months_of_gross" in t else ""
            out.append(f"  {self._('Total')}{kind}: {amounts(t['paid'])}{months}")
        return [*out, ""] if self.answer["charges"] else []

    def home(self) -> list[str]:
        out = []
        for t in self.entries("take_home"):
            rows: list[tuple[str, int]] = [(k, t[k]) for k in ("gross", *PREMIUMS) if k in t]
            rows += [(f"{k} ({self._('as told')})", v) for k, v in t.get("told", {}).items()]
            rows += [(k, t[k]) for k in ("income_tax_computed", "net", "after_living") if k in t]
            out += [f"  {self._(k.replace('_', ' ')):<28}{v:>12,} JPY" for k, v in rows]
            if "net" not in t:
                out.append(f"  {self._('Take-home pay is not known.')}")
            if t.get("assumes"):
                out.append(f"  {self._('Assumes')}: {'; '.join(self._(x) for x in t['assumes'])}.")
        return [self.bold(self._("Pay in a month")), *out, ""] if out else []

    def debt(self) -> list[str]:
        out = []
        for x in self.entries("loan"):
            out.append(f"  {self._('Payment a month')} {amounts(x['payment'])}; {self._('interest')} "
                       f"{amounts(x['interest'])}")
            if "left_each_month" in x:
                out.append(f"  {self._('Left each month')} {amounts(x['left_each_month'])}")
            if "months_to_recover" in x:
                out.append(f"  {self._('Months until cost and interest are earned back')}: {x['months_to_recover']}")
        return [self.bold(self._("Loan")), *out, ""] if out else []

    def plan(self) -> list[str]:
        out = []
        for x in self.entries("plan"):
            kind = f" ({x['exchange']})" if "exchange" in x else ""
            for c in x.get("courses", []):
                free, lowest = c["months_until_free"], c["lowest"]
                months = f"{free} {self._('months')}" if isinstance(free, int) else self._(free)
                out.append(f"  {self._(c['name'].replace('_', ' '))}{kind}: {self._('free of debt')}: {months}; "
                           f"{self._('least money')} {amounts(lowest)}; {self._('left at the end')} "
                           f"{amounts(c['left_at_end'])}")
            if "courses" not in x:
                out.append(f"  {self._('A plan needs')}: {', '.join(x['needs']) or self._(x.get('why', ''))}")
            out += [f"      {self._('Assumes')}: {self.law(t)}" for t in x.get("assumes", [])]
            out += [f"      {self._('Doubt')}: {self.law(t)}" for t in x.get("doubts", [])]
        return [self.bold(self._("Plan")), *out, ""] if out else []

    def open(self) -> list[str]:
        out = []
        for u in self.answer["unknown"]:
            out.append(f"  ? {u['rule']}: {self._('needs')} {', '.join(u['needs'])}")
        for n in self.answer["no_rule"]:
            out.append(f"  – {self._('no rule loaded')}: {n['missing']} ({n['on'] or self._('no date')})")
        if self.answer["unknown"]:
            out.append(f"  {self._('Next question')}: {self.answer['unknown'][0]['needs'][0]}")
        out += [f"  ! {self._(r)}" for r in self.answer["remarks"]]
        return [self.bold(self._("Not decided")), *out, ""] if out else []

    def steps(self) -> list[str]:
        out = [f"  {i}. {self._(s['where']) if s['who'] == 'you' else self._(s['who']) + ': ' + s['where']}"
               for i, s in enumerate(self.answer["next"], 1)]
        return [self.bold(self._("What to do now")), *out, ""] if out else []
