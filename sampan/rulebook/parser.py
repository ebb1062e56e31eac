"""Rule files into trees. Anything outside the small language is refused with file and line."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sampan.rulebook.errors import LawError
from sampan.rulebook.facts import Fact
from sampan.rulebook.ir import Let, Local, Lookup, Name, Node, Num, Op
from sampan.rulebook.words import ARGUMENTS, LIMIT

JUDGES = ("", "charge", "charge_finding", "limit", "offer", "ilo", "contract", "payslip", "pension_refund", "pregnancy",
          "injury", "leaving", "transfer", "paid_leave", "stay")
BREACHES = ("", "over", "forbidden", "not_on_worker", "short", "void", "not_verified")
DECORATOR = {"judges", "breach", "ceiling", "ceiling_unit", "counted", "when", "since", "until", "on"}
UNITS = ("JPY", "USD", "VND", "KHR", "MMK", "charge", "loan", "flag", "number", "date")
_BINARY = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_COMPARE = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!="}


@dataclass(eq=False)
class Rule:
    """One rule of the law: what it means, what it judges, and its tree."""

    id: str
    says: str
    file: str
    line: int
    unit: str
    body: Node
    scope: Node
    judges: str = ""
    breach: str = ""
    ceiling: str = ""
    ceiling_unit: str = "JPY"
    counted: str = ""
    deps: list[tuple[str, str]] = field(default_factory=list)
    scope_deps: list[tuple[str, str]] = field(default_factory=list)


Resolve = Callable[[str], Name | None]


class RuleParser:
    """Reads the functions of one rule file; `resolve` says what an argument name is."""

    def __init__(self, file: str, folder: str, facts: dict[str, Fact], resolve: Resolve, known: list[str]) -> None:
        self.file, self.folder, self.facts = file, folder, facts
        self.resolve, self.known = resolve, known
        self.arguments: dict[str, Node] = {}

    def fail(self, node: ast.AST, message: str) -> LawError:
        return LawError(self.file, getattr(node, "lineno", 0), message)

    def rules(self, source: str) -> list[Rule]:
        """Every rule of the file, in order."""
        try:
            tree = ast.parse(source)
        except SyntaxError as error:
            raise LawError(self.file, error.lineno or 0, error.msg) from None
        out = []
        for i, node in enumerate(tree.body):
            if isinstance(node, ast.FunctionDef):
                out.append(self._rule(node))
            elif i or not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
                raise self.fail(node, "a rule file holds a docstring and functions, nothing else (no import)")
        return out

    def _rule(self, node: ast.FunctionDef) -> Rule:
        says = ast.get_docstring(node)
        if not says:
            raise self.fail(node, f"the rule {node.name} needs a docstring that says what it means")
        options = self._decorator(node)
        self.arguments = {}
        a = node.args
        if a.defaults or a.vararg or a.kwarg or a.kwonlyargs or a.posonlyargs:
            raise self.fail(node, "arguments are plain names: facts, rules or parameters")
        for arg in a.args:
            self.arguments[arg.arg] = self._resolved(arg.arg, arg)
        unit = node.returns.id if isinstance(node.returns, ast.Name) else "number"
        unit = {"Money": "charge", "Flag": "flag", "Number": "number", "Date": "date"}.get(unit, unit)
        if unit not in UNITS:
            raise self.fail(node, f"the answer is in {unit!r}; write -> one of {', '.join(UNITS)}, Money or Flag")
        body = self._block(node.body[1:], {}, node)
        scope = self._scope(options, node)
        return Rule(
            id=f"{self.folder}.{node.name}", says=" ".join(says.split()), file=self.file, line=node.lineno,
            unit=unit, body=body, scope=scope, judges=options.get("judges", ""), breach=options.get("breach", ""),
            ceiling=self._target(options, "ceiling", node), ceiling_unit=options.get("ceiling_unit", "JPY"),
            counted=options.get("counted", ""),
        )

    def _target(self, options: dict[str, str], key: str, node: ast.AST) -> str:
        if key not in options:
            return ""
        found = self._resolved(options[key], node)
        return f"{found.kind}:{found.id}"

    def _decorator(self, node: ast.FunctionDef) -> dict[str, str]:
        out: dict[str, str] = {}
        for d in node.decorator_list:
            if not (isinstance(d, ast.Call) and isinstance(d.func, ast.Name) and d.func.id == "rule" and not d.args):
                raise self.fail(d, "the only decorator is @rule(key=\"text\", ...)")
            for k in d.keywords:
                if k.arg not in DECORATOR:
                    raise self.fail(d, f"@rule does not know {k.arg!r}; it knows {', '.join(sorted(DECORATOR))}")
                if isinstance(k.value, ast.Constant) and isinstance(k.value.value, str):
                    out[k.arg] = k.value.value
                elif k.arg in ("since", "until") and isinstance(k.value, ast.Call):
                    out[k.arg] = str(self._day(k.value).value)
                else:
                    raise self.fail(d, f"@rule({k.arg}=...) takes a text")
        if out.get("judges", "") not in JUDGES or out.get("breach", "") not in BREACHES:
            raise self.fail(node, f"judges is one of {JUDGES[1:]}, breach one of {BREACHES[1:]}")
        return out

    def _scope(self, options: dict[str, str], node: ast.AST) -> Node:
        parts: list[Node] = []
        if self.folder in self.facts["origin"].of:
            parts.append(Op("==", (Name("origin", "fact"), Num(self.facts["origin"].code(self.folder)))))
        for key, op in (("since", ">="), ("until", "<=")):
            if key in options:
                text = options[key]
                day = int(text) if text.isdigit() else date.fromisoformat(text).toordinal()
                parts.append(Op(op, (Name(options.get("on", "signed"), "fact"), Num(day))))
        if "when" in options:
            self.arguments = {}
            parts.append(self.expression(options["when"], node))
        return Op("and", tuple(parts)) if len(parts) > 1 else parts[0] if parts else Num(1)

    def expression(self, text: str, at: ast.AST) -> Node:
        """A condition in a text, whose names are resolved as arguments are."""
        try:
            tree = ast.parse(text.strip(), mode="eval").body
        except SyntaxError as error:
            raise self.fail(at, f"the condition {text!r} cannot be read: {error.msg}") from None
        for n in ast.walk(tree):
            if isinstance(n, ast.Name) and n.id not in ("date", "True", "False") and n.id not in ARGUMENTS:
                if n.id not in ("min", "max"):
                    self.arguments[n.id] = self._resolved(n.id, at)
        return self._expr(tree, {})

    def _resolved(self, name: str, at: ast.AST) -> Name:
        found = self.resolve(name)
        if found is None:
            near = difflib.get_close_matches(name, self.known, 3)
            hint = f"; did you mean {', '.join(near)}?" if near else ""
            raise self.fail(at, f"{name!r} is no fact, rule or parameter{hint}")
        return found

    def _block(self, body: list[ast.stmt], local: dict[str, str], at: ast.AST) -> Node:
        if not body:
            raise self.fail(at, "a path ends without `return`")
        first, rest = body[0], body[1:]
        if isinstance(first, ast.Return) and first.value is not None:
            return self._expr(first.value, local)
        if isinstance(first, ast.If):
            then = self._block([*first.body, *rest], local, first)
            other = self._block([*first.orelse, *rest], local, first)
            return Op("if", (self._expr(first.test, local), then, other))
        if isinstance(first, ast.Assign) and len(first.targets) == 1 and isinstance(first.targets[0], ast.Name):
            name = first.targets[0].id
            if name in local or name in self.arguments:
                raise self.fail(first, f"the name {name!r} is given twice")
            value = self._expr(first.value, local)
            return Let(name, value, self._block(rest, {**local, name: name}, first))
        raise self.fail(first, f"{type(first).__name__} is not allowed; use if, return and local names")

    def _day(self, node: ast.Call) -> Num:
        parts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, int)]
        if not (isinstance(node.func, ast.Name) and node.func.id == "date" and len(parts) == 3 == len(node.args)):
            raise self.fail(node, "write a day as date(2026, 4, 1)")
        try:
            return Num(date(*parts).toordinal())
        except ValueError as error:
            raise self.fail(node, str(error)) from None

    def _expr(self, node: ast.expr, local: dict[str, str]) -> Node:
        if isinstance(node, ast.Constant):
            return self._constant(node)
        if isinstance(node, ast.Name):
            return self._name(node, local)
        if isinstance(node, ast.BinOp) and type(node.op) in _BINARY:
            return Op(_BINARY[type(node.op)], (self._expr(node.left, local), self._expr(node.right, local)))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.Not):
            return Op("neg" if isinstance(node.op, ast.USub) else "not", (self._expr(node.operand, local),))
        if isinstance(node, ast.BoolOp):
            return Op("and" if isinstance(node.op, ast.And) else "or",
                      tuple(self._expr(v, local) for v in node.values))
        if isinstance(node, ast.Compare):
            return self._compare(node, local)
        if isinstance(node, ast.IfExp):
            return Op("if", tuple(self._expr(n, local) for n in (node.test, node.body, node.orelse)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
            return self._call(node, node.func.id, local)
        hint = " Division stands inside a rounding word: down(a, b)." if isinstance(node, ast.BinOp) else ""
        raise self.fail(node, f"{ast.unparse(node)!r} is outside the rule language.{hint}")

    def _name(self, node: ast.Name, local: dict[str, str]) -> Node:
        if node.id in local:
            return Local(node.id)
        if node.id not in self.arguments:
            raise self.fail(node, f"{node.id!r} is not an argument of this rule")
        return self.arguments[node.id]

    def _constant(self, node: ast.Constant) -> Num:
        if isinstance(node.value, bool):
            return Num(int(node.value))
        if isinstance(node.value, int) and abs(node.value) <= LIMIT:
            return Num(node.value)
        kind = type(node.value).__name__
        raise self.fail(node, f"{node.value!r} is a {kind}; a rule holds whole numbers below 2^53 only")

    def _compare(self, node: ast.Compare, local: dict[str, str]) -> Node:
        out, left = [], node.left
        for op, right in zip(node.ops, node.comparators, strict=True):
            if isinstance(op, ast.In | ast.NotIn) and isinstance(right, ast.Tuple | ast.List):
                tests = tuple(Op("==", self._pair(left, e, local)) for e in right.elts)
                one: Node = Op("or", tests) if len(tests) > 1 else tests[0]
                out.append(Op("not", (one,)) if isinstance(op, ast.NotIn) else one)
            elif type(op) in _COMPARE:
                out.append(Op(_COMPARE[type(op)], self._pair(left, right, local)))
            else:
                raise self.fail(node, f"the comparison {ast.unparse(node)!r} is not allowed")
            left = right
        return out[0] if len(out) == 1 else Op("and", tuple(out))

    def _pair(self, left: ast.expr, right: ast.expr, local: dict[str, str]) -> tuple[Node, Node]:
        for one, two, swap in ((left, right, False), (right, left, True)):
            if isinstance(two, ast.Constant) and isinstance(two.value, str):
                name = self._expr(one, local)
                if not isinstance(name, Name) or name.kind != "fact" or self.facts[name.id].kind != "choice":
                    raise self.fail(two, "a text stands only beside a fact that is a choice")
                try:
                    code = Num(self.facts[name.id].code(two.value))
                except ValueError as error:
                    raise self.fail(two, str(error)) from None
                return (code, name) if swap else (name, code)
        return self._expr(left, local), self._expr(right, local)

    def _call(self, node: ast.Call, name: str, local: dict[str, str]) -> Node:
        if name == "date":
            return self._day(node)
        args = tuple(self._expr(a, local) for a in node.args)
        if name in ("min", "max") and len(args) >= 2:
            return Op(name, args)
        if name in ARGUMENTS:
            if len(args) != ARGUMENTS[name]:
                raise self.fail(node, f"{name} takes {ARGUMENTS[name]} arguments")
            return Op(name, args)
        target = self.arguments.get(name)
        if isinstance(target, Name) and target.kind == "parameter" and len(args) == 1:
            return Lookup(target.id, args[0])
        raise self.fail(node, f"{name!r} cannot be called; allowed are min, max, the rounding words and band look-ups")
