"""One offer at a time: the traced sheet, the whole check, JavaScript in node, and OpenFisca."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from bench.fisca.simulate import Model
from bench.offers import RULES, offers, row
from bench.timing import each
from sampan.checks.exchange import Rates
from sampan.checks.offer.codes import charge_codes, offer_codes
from sampan.checks.offer.facts import read_offer
from sampan.checks.offer.result import check_offer
from sampan.rulebook.law import Law
from sampan.rulebook.printers.javascript import module
from sampan.rulebook.sheet import Sheet

LINH = Path(__file__).parent.parent / "docs" / "examples" / "linh.toml"
DRIVER = """\
import { Case, work } from "./rules.mjs";
import { readFileSync } from "node:fs";
const { offer, rules, judged } = JSON.parse(readFileSync("offer.json", "utf8"));
const whole = () => judged.map(([facts, names]) => {
  const x = new Case(facts);
  return names.map(n => { try { return x.rule(n + " scope") ? x.rule(n) : null; } catch { return "open"; } });
});
const each = f => {
  for (let i = 0; i < 3000; i++) f();
  let best = Infinity;
  for (let k = 0; k < 20; k++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < 1000; i++) f();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e12);
  }
  return best;
};
const answers = work(offer, rules);
console.log(JSON.stringify({ answers, rules: each(() => work(offer, rules)), judged: each(whole) }));
"""


def measure(law: Law, model: Model) -> dict[str, float]:
    """Seconds for one offer, by what was run."""
    offer = row(offers(law, 1, "one"), 0)
    document = tomllib.loads(LINH.read_text(encoding="utf-8"))
    judged = _judged(law, document)

    def rules() -> dict[str, Any]:
        sheet = Sheet(law, offer)
        return {name: sheet.value(name) for name in RULES}

    def whole() -> None:
        for facts, names in judged:
            sheet = Sheet(law, facts)
            for name in names:
                if sheet.scope(name) == 1:
                    sheet.value(name)

    out = {"sheet": each(rules), "judged": each(whole), "check": each(lambda: check_offer(document)),
           "openfisca": each(lambda: model.one(offer, RULES))}
    answers = rules()
    theirs = model.one(offer, RULES)
    for name, value in answers.items():
        assert not isinstance(value, int) or abs(theirs[name] - value) <= 4, (name, value, theirs[name])
    if shutil.which("node"):
        printed = _node(law, offer, judged)
        assert all(printed["answers"][n] == v for n, v in answers.items() if isinstance(v, int))
        out |= {"javascript": printed["rules"], "javascript_judged": printed["judged"]}
    return out


def _judged(law: Law, document: dict[str, Any]) -> list[tuple[dict[str, int], list[str]]]:
    """The facts and the rules of each sheet that the check of an offer makes: the offer, then each charge."""
    offer = read_offer(document, law.facts)
    rates = Rates(offer.exchange, None, offer.plain.get("signed"))
    codes, _ = offer_codes(offer, rates, law.facts)
    out = [(codes, [r.id for k in ("limit", "offer") for r in law.judging(k)])]
    charge_rules = [r.id for k in ("charge", "ilo", "charge_finding") for r in law.judging(k)]
    for i in range(len(offer.charges)):
        out.append((charge_codes(offer, i, rates, law.facts, codes)[0], charge_rules))
    return out


def _node(law: Law, offer: dict[str, int], judged: list[tuple[dict[str, int], list[str]]]) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "rules.mjs").write_text(module(law), encoding="utf-8")
        (place / "driver.mjs").write_text(DRIVER, encoding="utf-8")
        (place / "offer.json").write_text(json.dumps({"offer": offer, "rules": RULES, "judged": judged}))
        done = subprocess.run(["node", "driver.mjs"], cwd=place, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))
