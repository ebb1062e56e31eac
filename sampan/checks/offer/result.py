"""The check of one offer: a document in, the answer of the format sampan-verdict/1 out.

Each charge is judged by national law and by the international standard, never merged. Sums against
ceilings stand under `limits`, everything else under `findings`. The worst leads the headline.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sampan.checks.exchange import kinds, shown
from sampan.checks.offer.charges import judge_charge
from sampan.checks.offer.facts import FORMAT, Offer, read_offer
from sampan.checks.offer.plan import plan
from sampan.checks.offer.steps import next_steps
from sampan.checks.offer.sums import lacking, loan, missing_parts, remarks, totals
from sampan.checks.offer.takehome import take_home
from sampan.checks.offer.whole import findings_of, limits_of
from sampan.checks.offer.worked import Worked
from sampan.checks.verdict import ORDER, WRONG
from sampan.rulebook import dates
from sampan.rulebook.law import Law
from sampan.rulebook.stored import law

ESD_STARTS = date(2027, 4, 1)


def check_offer(
    document: object, rules: Law | None = None, today: date | None = None, planned: bool = False
) -> dict[str, Any]:
    """Check an offer document (sampan-offer/1, TOML or JSON already parsed).

    Returns the sampan-verdict/1 answer, with a plan when the offer holds events or one is asked for (`planned`).
    Raises BadInput with every fault of the document.
    """
    rules = rules or law()
    offer = read_offer(document, rules.facts)
    worked = [_Done(offer, rules, kind, today or dates.today(), planned) for kind in kinds(offer.exchange)]
    answer: dict[str, Any] = {"format": "sampan-verdict/1", "of": FORMAT, "law": rules.hash,
                              "law_checked": rules.checked}
    first = worked[0]
    answer["headline"] = ""
    answer["charges"] = _charges(worked)
    answer["limits"] = _limits(worked)
    several = len(worked) > 1
    for part in ("totals", "take_home", "loan", "plan"):
        parts = [{**({"exchange": w.kind} if several else {}), **p} for w in worked if (p := getattr(w, part))]
        if parts:
            answer[part] = parts if several else parts[0]
    answer["findings"] = first.findings
    answer["amounts"], answer["dates"] = first.amounts, {}
    answer["unknown"] = _merged([u for w in worked for u in w.unknown])
    answer["no_rule"] = _merged([n for w in worked for n in w.no_rule])
    if offer.exchange:
        answer["exchange"] = [shown(e) for e in offer.exchange]
    answer["remarks"] = remarks(offer)
    answer["headline"] = _headline(offer, answer, first)
    answer["next"] = next_steps(offer, answer, rules, today or dates.today())
    return answer


def _verdicts(answer: dict[str, Any]) -> list[str]:
    charges = [c["national"]["verdict"] for c in answer["charges"]]
    return [*charges, *(x["verdict"] for x in [*answer["limits"], *answer["findings"]])]


def _wrong(answer: dict[str, Any]) -> bool:
    return any(v in WRONG for v in _verdicts(answer))


def _headline(offer: Offer, answer: dict[str, Any], first: _Done) -> str:
    entry = offer.plain.get("entry")
    if offer.plain.get("programme") == "esd" and entry is not None and entry < ESD_STARTS:
        return "unknown"
    found = _verdicts(answer)
    if any(v in WRONG and v != "short" for v in found):
        return "not_allowed"
    if "short" in found:
        return "short"
    sums = [x["verdict"] for x in [*answer["limits"], *answer["findings"]] if "charge" not in x]
    open_lines = {"unknown", "conflicting"} & set(found) or {"not_verified", "no_rule"} & set(sums)
    asked = [u for u in answer["unknown"] if u["rule"] != "loan"]
    undecided = asked or first.no_table or open_lines
    return "unknown" if undecided else "nothing_wrong_found"


def _merged(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    for entry in entries:
        if entry not in out:
            out.append(entry)
    return out


def _charges(worked: list[_Done]) -> list[dict[str, Any]]:
    if len(worked) == 1:
        return worked[0].charges
    out = []
    for same in zip(*(w.charges for w in worked), strict=True):
        charge = dict(same[0])
        written_in = next(iter(charge["paid"]))
        charge["paid"] = {written_in: charge["paid"][written_in]}
        if any(s["national"]["verdict"] != charge["national"]["verdict"] or
               s["national"].get("over") != charge["national"].get("over") for s in same):
            charge["national"] = min((s["national"] for s in same), key=lambda n: ORDER.index(n["verdict"]))
            charge["national"] = {**charge["national"], "readings": [
                {"exchange": w.kind, "rule": s["national"]["rule"], "verdict": s["national"]["verdict"],
                 "ceiling": s["national"].get("ceiling"), "over": s["national"].get("over"),
                 "citations": s["national"].get("citations", [])}
                for w, s in zip(worked, same, strict=True)]}
        out.append(charge)
    return out


def _limits(worked: list[_Done]) -> list[dict[str, Any]]:
    if len(worked) == 1:
        return worked[0].limits
    out: list[dict[str, Any]] = []
    for w in worked:
        for limit in w.limits:
            alike = [o for v in worked for o in v.limits if o["rule"] == limit["rule"]]
            if all(o == limit for o in alike):
                if limit not in out:
                    out.append(limit)
            else:
                out.append({**limit, "exchange": w.kind})
    return out


class _Done:
    """Every part of the answer under one kind of exchange rate."""

    def __init__(self, offer: Offer, rules: Law, kind: str | None, today: date, planned: bool) -> None:
        w = Worked(offer, rules, kind, today)
        self.kind = kind
        self.charges = [judge_charge(w, i) for i in range(len(offer.charges))]
        self.limits = limits_of(w)
        self.amounts = findings_of(w)
        self.findings = w.findings
        self.take_home = take_home(w)
        gross = w.sheet.value("jp.gross")
        self.totals = totals(offer, w.rates, gross if isinstance(gross, int) else None)
        self.loan = loan(offer, w.rates, self.take_home.get("after_living"))
        self.plan = plan(w, self.take_home) if offer.events or planned else None
        pairs = [{"rule": "exchange", "needs": [pair]} for pair in lacking(offer, w.rates)]
        self.unknown = [*w.unknown, *missing_parts(offer), *pairs]
        self.no_rule, self.no_table = w.no_rule, w.no_table
