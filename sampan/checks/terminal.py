"""The answer of a check for the terminal: aligned, coloured only on a terminal, in the chosen language."""

from __future__ import annotations

import shutil
import textwrap
from typing import Any

from sampan.checks.check import Check
from sampan.checks.verdict import ORDER, PARTS
from sampan.checks.words import Words, capital
from sampan.speech.translate import complete, translator

RED, GREEN, BROWN, BOLD, PLAIN = "\033[31m", "\033[32m", "\033[33m", "\033[1m", "\033[0m"
SIGNS = {"allowed": ("✓", GREEN), "nothing_wrong_found": ("✓", GREEN), "unknown": ("?", BROWN),
         "no_rule": ("–", ""), "not_verified": ("?", BROWN), "conflicting": ("?", BROWN)}
WORDS = {
    "not_allowed": "Not allowed", "short": "Too low", "unknown": "Cannot be decided yet",
    "nothing_wrong_found": "Nothing wrong found", "allowed": "Allowed", "over": "Over the limit",
    "forbidden": "Forbidden", "not_on_worker": "Not for the worker to pay", "void": "Void",
    "no_rule": "No rule loaded", "not_verified": "Not verified", "conflicting": "Sources conflict",
}


def render(page: Page) -> str:
    """The whole answer as text."""
    width = min(110, max(60, shutil.get_terminal_size((100, 24)).columns))
    return "".join(wrapped(line, width) + "\n" for line in page.lines())


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


class Page:
    """What every answer has: headline, findings, what is open, what to do, the law used."""

    def __init__(self, answer: dict[str, Any], lang: str, colour: bool, name: str) -> None:
        self.answer, self.lang, self.colour, self.name = answer, lang, colour, name
        self._ = translator(lang, "django")
        self.law = translator(lang)
        self.sources: list[tuple[str, str]] = []
        self.doubts: list[str] = []

    def verdict(self, word: str) -> str:
        """A verdict as a sign and a word."""
        sign, colour = SIGNS.get(word, ("✕", RED))
        text = f"{sign} {self._(WORDS.get(word, word))}"
        return f"{colour}{text}{PLAIN}" if self.colour and colour else text

    def bold(self, text: str) -> str:
        """A heading."""
        return f"{BOLD}{text}{PLAIN}" if self.colour else text

    def cited(self, citations: list[dict[str, Any]]) -> str:
        """The numbers of some sources; new ones are remembered for the end."""
        numbers = []
        for c in citations:
            label = f"{c['instrument']} {c['article']}".removesuffix("not seen").strip()
            since = "" if c["from"] == "unknown" else f"{self._('from')} {c['from']}, "
            entry = (label, f"{c['source']} ({self._(c['confidence'])}, {since}{self._('checked')} {c['checked']})")
            if entry not in self.sources:
                self.sources.append(entry)
            numbers.append(f"[{self.sources.index(entry) + 1}]")
        return "".join(dict.fromkeys(numbers))

    def lines(self) -> list[str]:
        """The answer line by line."""
        a = self.answer
        out = [self.bold(f"{self.name}: " if self.name else "") + self.bold(self.verdict(a["headline"])), ""]
        if not complete(self.lang, "django"):
            out += [self._("This language is not translated yet; the text is English."), ""]
        out += self.body() + self.open() + self.steps()
        if self.doubts:
            out += [self.bold(self._("What is doubtful"))]
            out += [*(f"  {i}) {self.law(d)}" for i, d in enumerate(self.doubts, 1)), ""]
        if self.sources:
            out += [self.bold(self._("The law used"))]
            for i, (label, rest) in enumerate(self.sources, 1):
                out += [f"  [{i}] {label}", f"      {rest}"]
            out += [""]
        out += [f"{self._('Law version')} {a['law']}, {self._('last checked')} {a['law_checked']}. "
                + self._("This is information, not a lawyer.")]
        return out

    def body(self) -> list[str]:
        """What this kind of answer shows between headline and what is open."""
        return self.findings()

    def findings(self) -> list[str]:
        """The verdicts with their reasons."""
        out = []
        for f in sorted(self.answer["findings"], key=lambda f: ORDER.index(f["verdict"])):
            amount = f" {amounts(f['amount'])}" if f["amount"] else ""
            out.append(f"  {self.verdict(f['verdict'])}{amount}  {self.law(f['why'])} {self.cited(f['citations'])}")
            out += self.about_finding(f)
        return self.titled("Findings", out)

    def about_finding(self, found: dict[str, Any]) -> list[str]:
        """What stands below a finding."""
        return []

    def doubtful(self, entry: dict[str, Any]) -> str:
        """The numbers of what is doubtful or assumed about an entry; new sentences are remembered for the end."""
        told = list(dict.fromkeys([*entry.get("assumes", []), *entry.get("doubts", [])]))
        self.doubts += [t for t in told if t not in self.doubts]
        numbers = ", ".join(str(self.doubts.index(t) + 1) for t in told)
        return f"{self._('Doubt')} {numbers}" if told else ""

    def behind(self, entry: dict[str, Any]) -> str:
        """The marks behind an entry: sources, doubts, and whether its rule was checked."""
        note = self._("Computed from a rule that nobody has checked yet.") if "note" in entry else ""
        return " ".join(filter(None, [self.cited(entry.get("citations", [])), self.doubtful(entry), note]))

    def open(self) -> list[str]:
        """What could not be decided, and the next question."""
        out = []
        for u in self.answer["unknown"]:
            out.append(f"  ? {u['rule']}: {self._('needs')} {', '.join(u['needs'])}")
        for n in self.answer["no_rule"]:
            out.append(f"  – {self._('no rule loaded')}: {n['missing']} ({n['on'] or self._('no date')})")
        if self.answer["unknown"]:
            out.append(f"  {self._('Next question')}: {self.answer['unknown'][0]['needs'][0]}")
        return self.titled("Not decided", out) + self.titled("Please note", [
            f"  ! {self.law(self._(r))}" for r in (*self.answer["remarks"], *self.answer.get("assumes", []))])

    def titled(self, title: str, lines: list[str]) -> list[str]:
        """Some lines under their title; nothing when there is none."""
        return [self.bold(self._(title)), *lines, ""] if lines else []

    def steps(self) -> list[str]:
        """What to do now, alone and with whom."""
        out = [f"  {i}. {self.step(s)}" for i, s in enumerate(self.answer["next"], 1)]
        return self.titled("What to do now", out)

    def step(self, step: dict[str, Any]) -> str:
        """One thing to do."""
        if step["who"] == "you":
            text = self.law(self._(step["where"]))
            return f"{text} {', '.join(step['needs'])}" if step.get("needs") else text
        out = [self.law(self._(step["who"])) + ("" if step.get("blank") else ":")]
        out += [self.law(step["does"])] if step.get("does") else []
        out += [f"{self._('Where')}: {self.law(step['where'])}."] if step.get("where") else []
        out += [f"{self._('Form')}: {self.law(step['form'])}."] if step.get("form") else []
        out += [f"{self._('By')} {step['by']}."] if step.get("by") else []
        out += [self.law(step["deadline"]["text"])] if step.get("deadline") else []
        cited = [step["citation"]] if step.get("citation") else []
        return " ".join([*out, self.behind({"citations": cited, "doubts": step.get("doubts", [])})]).strip()


class CheckPage(Page):
    """The answer of a check that is declared as data."""

    def __init__(self, answer: dict[str, Any], check: Check, lang: str, colour: bool, name: str) -> None:
        super().__init__(answer, lang, colour, name)
        self.words = Words(check, lambda text: self.law(self._(text)), amounts, str)

    def body(self) -> list[str]:
        """Findings, figures, and the lists that only this check gives."""
        return self.findings() + self.figures() + self.extras()

    def about_finding(self, found: dict[str, Any]) -> list[str]:
        """What only this check says of a finding, and what is doubtful."""
        more = [f"{name}: {value}" for name, value in self.words.more(found, frozenset(("amount",)))]
        return [f"      {line}" for line in (*more, self.behind({**found, "citations": []})) if line]

    def figures(self) -> list[str]:
        """Amounts and days in two columns, with sources and doubts."""
        a = self.answer
        behind = {f["name"]: f for f in a["figures"]}
        shown = {name: self.words.value(value) for name, value in {**a["amounts"], **a["dates"]}.items()}
        label = max((len(self.words.name(n)) for n in shown), default=0)
        wide = max((len(v) for v in shown.values()), default=0)
        out = []
        for name, value in shown.items():
            entry = behind.get(name, {})
            note = f"  {self.verdict(entry['verdict'])}" if entry.get("verdict") else ""
            out.append(f"  {self.words.name(name):<{label}}  {value:>{wide}}{note}  {self.behind(entry)}".rstrip())
        return self.titled("Figures", out)

    def extras(self) -> list[str]:
        """Lists that only this check gives."""
        out = []
        for key, entries in self.answer.items():
            if key in PARTS or not isinstance(entries, list) or not entries:
                continue
            out.append(self.bold(capital(self.words.name(key))))
            for entry in entries:
                if not isinstance(entry, dict):
                    out.append(f"  {self.words.value(entry)}")
                    continue
                verdict = f"{self.verdict(entry['verdict'])}  " if entry.get("verdict") else ""
                what = f"{self.words.value(entry['what'])}. " if "what" in entry else ""
                parts = "; ".join(f"{name}: {value}" for name, value in self.words.more(entry))
                out.append(f"  {verdict}{what}{parts} {self.behind(entry)}".rstrip())
            out.append("")
        return out
