"""The answer of an offer check for the terminal."""

from __future__ import annotations

from typing import Any

from sampan.checks.offer.takehome import PREMIUMS
from sampan.checks.terminal import Page, amounts


class OfferPage(Page):
    """What an offer shows more than every answer: payments, sums against ceilings, pay in a month, the loan."""

    def body(self) -> list[str]:
        """Every part of the answer in its order."""
        return self.charges() + self.limits() + self.findings() + self.sums() + self.home() + self.debt() + self.plan()

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
        """The verdicts, and how far the pay is below the minimum wage."""
        out, hourly = super().findings(), self.answer["amounts"]
        if out and "short_hour" in hourly:
            out.insert(-1, f"      {self._('Minimum wage')} {amounts(hourly['minimum_hourly'])}, {self._('short by')} "
                           f"{amounts(hourly['short_hour'])} {self._('an hour')}, {amounts(hourly['short_month'])} "
                           f"{self._('a month')}")
        return out

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
        """The months until the debt is paid, for each course."""
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
