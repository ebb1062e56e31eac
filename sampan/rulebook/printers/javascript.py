"""JavaScript for phone and browser: one module with the rules, the tables and a small runtime.

`work(facts, names)` gives for each rule asked a whole number, or the name of the fact or the family of
law that is missing: the next question to ask. Whole numbers in doubles are exact below 2^53, which the
interval analysis proves; where a product may be larger (share, level_payment) the runtime uses BigInt.
"""

from __future__ import annotations

import json

from sampan.rulebook.dates import LAST
from sampan.rulebook.families import Family
from sampan.rulebook.ir import Let, Local, Lookup, Name, Node, Num, Op
from sampan.rulebook.law import Law

RUNTIME = """\
const LIMIT = 9007199254740991;
class Lack extends Error {}
const down = (a, b) => { const q = Math.floor(a / b); return q * b > a ? q - 1 : (q + 1) * b <= a ? q + 1 : q; };
const up = (a, b) => -down(-a, b);
const halfUp = (a, b) => down(2 * a + b, 2 * b);
const halfDown = (a, b) => -down(b - 2 * a, 2 * b);
const toTen = (a, b) => 10 * halfUp(a, 10 * b);
const bigHalf = (a, b) => { const q = (2n * a + b) / (2n * b); return q > BigInt(LIMIT) ? LIMIT : Number(q); };
const share = (a, b, c) => bigHalf(BigInt(a) * BigInt(b), BigInt(c));
const level = (p, n, d, k, t, u) => {
  const [P, N, D, K, T, U] = [p, n, d, k, t, u].map(BigInt);
  if (N === 0n) return bigHalf(P * T, K * U);
  const g = (N + D) ** K;
  return bigHalf(P * N * g * T, D * (g - D ** K) * U);
};
const civil = d => {
  const z = d + 305, era = down(z, 146097), e = z - era * 146097;
  const y = down(e - down(e, 1460) + down(e, 36524) - down(e, 146096), 365);
  const n = e - (365 * y + down(y, 4) - down(y, 100)), m = down(5 * n + 2, 153);
  return [y + era * 400 + (m > 9 ? 1 : 0), m > 9 ? m - 9 : m + 3, n - down(153 * m + 2, 5) + 1];
};
const ordinal = (y, m, d) => {
  const k = m > 2 ? y : y - 1, era = down(k, 400), e = k - era * 400;
  return era * 146097 + e * 365 + down(e, 4) - down(e, 100) + down(153 * (m > 2 ? m - 3 : m + 9) + 2, 5) + d - 306;
};
const monthsAfter = (day, months) => {
  const [y, m, d] = civil(day), t = y * 12 + m - 1 + months, year = down(t, 12), month = t - year * 12 + 1;
  if (year < 1) return 1;
  if (year > 9999) return 3652059;
  const first = ordinal(year, month, 1), next = month === 12 ? ordinal(year + 1, 1, 1) : ordinal(year, month + 1, 1);
  return Math.min(first + d, next) - 1;
};
const monthStart = day => day - civil(day)[2] + 1, yearStart = day => ordinal(civil(day)[0], 1, 1);
const lacks = e => { if (!(e instanceof Lack)) throw e; return e; };
const logic = (decisive, f) => {
  let lack = null;
  for (const g of f) { try { if (Boolean(g()) === decisive) return decisive; } catch (e) { lack = lack || lacks(e); } }
  if (lack) throw lack;
  return !decisive;
};
const all = (...f) => logic(false, f), any = (...f) => logic(true, f);
const pick = (c, a, b) => {
  let t;
  try { t = c(); } catch (e) {
    lacks(e);
    let p, q;
    try { p = a(); q = b(); } catch (f) { lacks(f); throw e; }
    if (Number(p) !== Number(q)) throw e;
    return p;
  }
  return t ? a() : b();
};
const find = (x, id, arg) => {
  const [on, by, band, rows] = TABLES[id], day = x.fact(on);
  let best = null, most = -1, lack = null, lackMost = -1;
  for (const r of rows) {
    if (day < r[0] || day > r[1]) continue;
    if (band && !(arg >= r[4] && (r[5] === null || arg < r[5]))) continue;
    let n = 0, ok = true, want = null;
    for (const k in r[2]) {
      const v = x.facts[by[k]];
      if (v === undefined || v === null) want = by[k];
      else if (v !== r[2][k]) { ok = false; break; }
      n++;
    }
    if (!ok) continue;
    if (want) { if (n > lackMost) { lack = want; lackMost = n; } }
    else if (n > most) { best = r; most = n; }
  }
  if (lack && lackMost > most) throw new Lack(lack);
  if (!best) throw new Lack(id);
  return best[3];
};
export class Case {
  constructor(facts) { this.facts = facts; this.seen = {}; }
  fact(n) { const v = this.facts[n]; if (v === undefined || v === null) throw new Lack(n); return v; }
  rule(n) { return n in this.seen ? this.seen[n] : (this.seen[n] = Number(RULES[n](this))); }
  value(id, i) { return find(this, id)[i]; }
  band(id, i, arg) { return find(this, id, arg)[i]; }
}
export function work(facts, names) {
  const x = new Case(facts), out = {};
  for (const n of names) {
    try { out[n] = x.rule(n); } catch (e) { if (!(e instanceof Lack)) throw e; out[n] = e.message; }
  }
  return out;
}
"""
WORDS = {"half_up": "halfUp", "half_down": "halfDown", "to_ten": "toTen", "level_payment": "level",
         "months_after": "monthsAfter", "month_start": "monthStart", "year_start": "yearStart"}


class _Printer:
    def __init__(self, law: Law) -> None:
        self.law = law

    def parameter(self, name: str) -> tuple[str, int]:
        family = self.law.parameters[name]
        return family.id, list(family.units).index(name.split(".", 1)[1])

    def write(self, node: Node) -> str:
        if isinstance(node, Num):
            return str(node.value)
        if isinstance(node, Local):
            return f"_{node.id}()"
        if isinstance(node, Name):
            if node.kind == "parameter":
                family, i = self.parameter(node.id)
                return f"x.value({json.dumps(family)},{i})"
            return f"x.{node.kind}({json.dumps(node.id)})"
        if isinstance(node, Lookup):
            family, i = self.parameter(node.parameter)
            return f"x.band({json.dumps(family)},{i},{self.write(node.argument)})"
        if isinstance(node, Let):
            return f"(()=>{{{self.body(node)}}})()"
        return self.operation(node)

    def operation(self, node: Op) -> str:
        a = [self.write(x) for x in node.args]
        if node.op == "if":
            return f"pick({','.join(f'()=>{x}' for x in a)})"
        if node.op in ("neg", "not"):
            return f"({'-' if node.op == 'neg' else '!'}{a[0]})"
        if node.op in ("and", "or"):
            return f"{'all' if node.op == 'and' else 'any'}({','.join(f'()=>{x}' for x in a)})"
        if node.op in ("min", "max"):
            return f"Math.{node.op}({','.join(a)})"
        if node.op in ("==", "!="):
            return f"({a[0]}{node.op}={a[1]})"
        if node.op.replace("_", "").isalpha():
            return f"{WORDS.get(node.op, node.op)}({','.join(a)})"
        return f"({a[0]}{node.op}{a[1]})"

    def body(self, node: Node) -> str:
        if isinstance(node, Let):
            return f"const _{node.name}=()=>{self.write(node.value)};{self.body(node.body)}"
        return f"return {self.write(node)};"


def _table(family: Family, columns: dict[str, int]) -> list[object]:
    last = LAST.toordinal()
    rows = []
    for r in family.rows:
        where = {str(columns[k]): v for k, v in r.where.items()}
        row: list[object] = [r.first, min(r.last, last), where, [r.values[u] for u in family.units]]
        rows.append([*row, r.at_least, r.below] if family.band else row)
    return [family.on, list(family.by), 1 if family.band else 0, rows]


def module(law: Law, rules: list[str] | None = None) -> str:
    """The law (or the rules named, with all they need) as one JavaScript module."""
    wanted, families = _closure(law, rules or list(law.rules))
    printer = _Printer(law)
    tables = {f: _table(law.families[f], {b: i for i, b in enumerate(law.families[f].by)}) for f in sorted(families)}
    printed = ",\n".join(f"{json.dumps(r)}:x=>{{{printer.body(law.rules[r].body)}}}"
                         for r in law.rules if r in wanted)
    scopes = ",\n".join(f"{json.dumps(r + ' scope')}:x=>{{{printer.body(law.rules[r].scope)}}}"
                        for r in law.rules if r in wanted)
    packed = json.dumps(tables, separators=(",", ":"))
    version = f"export const LAW={json.dumps(law.hash)};"
    return "\n".join([f"{RUNTIME}const TABLES={packed};", f"const RULES={{{printed},\n{scopes}}};", version, ""])


def _closure(law: Law, rules: list[str]) -> tuple[set[str], set[str]]:
    wanted: set[str] = set()
    families: set[str] = set()
    todo = [("rule", r) for r in rules]
    while todo:
        kind, name = todo.pop()
        if kind == "parameter":
            families.add(law.parameters[name].id)
        elif kind == "rule" and name not in wanted:
            wanted.add(name)
            rule = law.rules[name]
            ceiling = [(rule.ceiling.split(":")[0], rule.ceiling.split(":")[1])] if rule.ceiling else []
            todo += [*rule.deps, *rule.scope_deps, *ceiling]
    return wanted, families
