"""A new minimum-wage table from a CSV: read with care, shown as a diff, and taken into the law only when told so.

Columns: prefecture, yen_per_hour, effective_from, source_url, confidence, and if wanted doubt.
What is taken closes the row before it on the day before. If the law cannot be read after that, the file is put back.
"""

from __future__ import annotations

import csv
import io
import os
import re
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

from sampan.rulebook.errors import BadInput, Fault, LawError
from sampan.rulebook.families import Family, Row
from sampan.rulebook.law import LAW, Law, read_law
from sampan.rulebook.money import decimals, read_digits
from sampan.rulebook.review import checked_line
from sampan.rulebook.schema import near

FAMILY = "jp.minimum_wage"
TABLE = "jp/minimum_wage.csv"
COLUMNS = ("prefecture", "yen_per_hour", "effective_from", "source_url", "confidence")
SURE = ("official", "transcribed", "secondary", "memory")
INSTRUMENT, ARTICLE = "Minimum Wage Act; table of the regional minimum wages", "4(2)"
LARGEST_FILE = 1_000_000
MOST_RISE = 20  # percent; beyond it, or below 0, a rise is marked to be looked at again


@dataclass(frozen=True)
class New:
    """One line of the new table."""

    line: int
    prefecture: str
    yen: int
    start: date
    url: str
    confidence: str
    doubt: str = ""


@dataclass(frozen=True)
class Step:
    """What one new line does to the law: the row before it, and the rise in percent."""

    new: New
    before: Row | None

    @property
    def old(self) -> int | None:
        """The amount before, where there is one."""
        return self.before.values["minimum_wage"] if self.before else None

    @property
    def rise(self) -> Fraction | None:
        """The rise in percent, exactly."""
        return Fraction(100 * (self.new.yen - self.old), self.old) if self.old else None

    @property
    def odd(self) -> bool:
        """Whether the rise is outside 0 to 20 percent."""
        return self.rise is not None and not 0 <= self.rise <= MOST_RISE


def read_table(path: Path, prefectures: tuple[str, ...]) -> list[New]:
    """Read the new table. Raises BadInput with every fault: column, line, what is wrong and what to write."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise _bad("", f"the file cannot be opened ({error.strerror})", "check the name of the file") from None
    if len(raw) > LARGEST_FILE:
        raise _bad("", "the file is larger than 1 MB", "send only the new table, one line a prefecture")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _bad("", "the file is not in UTF-8", "save it again as “CSV UTF-8”") from None
    try:
        return _rows(csv.DictReader(io.StringIO(text, newline="")), prefectures)
    except csv.Error as error:
        raise _bad("", f"the file cannot be read as CSV ({error})", "save the table again as “CSV UTF-8”") from None


def _rows(reader: csv.DictReader[str], prefectures: tuple[str, ...]) -> list[New]:
    columns = [(c or "").strip() for c in reader.fieldnames or []]
    faults = [Fault(f"column {c}", f"the column {c!r} is missing", f"the first line must be {','.join(COLUMNS)}")
              for c in COLUMNS if c not in columns]
    faults += [Fault(f"column {c}", f"the column {c!r} is not known{near(c, (*COLUMNS, 'doubt'))}", "take it out")
               for c in columns if c not in (*COLUMNS, "doubt")]
    if faults:
        raise BadInput(faults)
    rows: list[New] = []
    for cells in reader:
        values = {(k or "").strip(): v.strip() for k, v in cells.items() if isinstance(v, str)}
        if None in cells or len(values) < len(columns):
            faults.append(Fault(f"line {reader.line_num}", "the line has more or fewer cells than the first line",
                                "put quotes around a cell that holds a comma"))
        elif any(values.values()):
            _line(reader.line_num, values, prefectures, rows, faults)
    if not rows and not faults:
        faults.append(Fault("", "the table holds no line", "write one line a prefecture below the first line"))
    if faults:
        raise BadInput(faults)
    return rows


def _bad(key: str, message: str, remedy: str) -> BadInput:
    return BadInput([Fault(key, message, remedy)])


def _line(
    line: int, values: dict[str, str], prefectures: tuple[str, ...], rows: list[New], faults: list[Fault]
) -> None:
    found = len(faults)

    def fault(column: str, message: str, remedy: str) -> None:
        faults.append(Fault(f"line {line}, {column}", message, remedy))

    name, word = values["prefecture"].lower(), values["confidence"].lower()
    if name not in prefectures:
        hint = near(name, prefectures)
        fault("prefecture", f"{values['prefecture']!r} is not a prefecture{hint}",
              "write the name in small Latin letters, like aichi")
    elif any(r.prefecture == name for r in rows):
        fault("prefecture", f"{name} stands in the table twice", "keep one line a prefecture")
    amount = read_digits(values["yen_per_hour"])
    if not re.fullmatch(r"[1-9]\d{0,5}", amount):
        fault("yen_per_hour", f"{values['yen_per_hour']!r} is not a whole number of yen", "write digits, like 1195")
    day = _day(values["effective_from"])
    if isinstance(day, str):
        fault("effective_from", day, "write year-month-day, like 2027-10-01")
    if not re.fullmatch(r"https?://\S+\.\S+", values["source_url"]):
        fault("source_url", f"{values['source_url']!r} is not an address", "write where the amount was read: https://...")
    if word not in SURE:
        fault("confidence", f"{values['confidence']!r} is not one of {', '.join(SURE)}{near(word, SURE)}",
              "write how the amount was read; official only for the notice itself")
    if len(faults) == found and isinstance(day, date):
        rows.append(New(line, name, int(amount), day, values["source_url"], word, values.get("doubt", "")))


def _day(text: str) -> date | str:
    clean = read_digits(text)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", clean):
        return f"{text!r} is not a date"
    try:
        return date.fromisoformat(clean)
    except ValueError:
        return f"{text!r} is no day of the calendar"


def steps(law: Law, table: list[New]) -> list[Step]:
    """What each new line does. Raises BadInput where it does not follow on the rows that are loaded."""
    family, faults, out = law.families[FAMILY], [], []
    for new in table:
        before = _latest(family, law.facts["prefecture"].code(new.prefecture))
        if before and new.start <= before.start.earliest:
            if new.start == before.start.earliest and new.yen == before.values["minimum_wage"]:
                faults.append(Fault(f"line {new.line}", f"{new.prefecture} has {new.yen} yen from {new.start} already",
                                    "take the line out of the table"))
            else:
                faults.append(Fault(f"line {new.line}", f"the last row of {new.prefecture} begins on "
                                    f"{before.start.written}, so a new one cannot begin on {new.start}",
                                    f"to mend a row that is loaded, change it in sampan/law/{TABLE} itself"))
        elif before and not before.open and before.end != new.start - timedelta(days=1):
            faults.append(Fault(f"line {new.line}", f"the last row of {new.prefecture} ends on {before.end}, but the "
                                f"new one begins on {new.start}",
                                f"mend the day in the table, or the `to` of that row in sampan/law/{TABLE}"))
        out.append(Step(new, before))
    if faults:
        raise BadInput(faults)
    return out


def _latest(family: Family, prefecture: int) -> Row | None:
    rows = [r for r in family.rows if r.where.get("prefecture") == prefecture]
    return max(rows, key=lambda r: r.first, default=None)


def diff(law: Law, found: list[Step]) -> list[str]:
    """The new table beside the law: old and new amount, rise, start; what is missing; what looks odd."""
    out = [f"{'prefecture':<12}{'old':>7}{'new':>7}{'rise':>6}{'%':>7}  from"]
    for s in sorted(found, key=lambda s: law.facts["prefecture"].of.index(s.new.prefecture)):
        rise = "" if s.old is None else f"{s.new.yen - s.old:+d}"
        percent = "" if s.rise is None else decimals(s.rise, 1)
        mark = f"  LOOK AGAIN: a rise outside 0 to {MOST_RISE} %" if s.odd else "" if s.before else "  no row before"
        old = "" if s.old is None else str(s.old)
        out.append(f"{s.new.prefecture:<12}{old:>7}{s.new.yen:>7}{rise:>6}{percent:>7}  {s.new.start}{mark}")
    named = {s.new.prefecture for s in found}
    missing = [p for p in law.facts["prefecture"].of if p not in named]
    odd = sum(s.odd for s in found)
    out.append(f"{len(found)} prefectures; {odd} to be looked at again; "
               f"missing: {', '.join(missing) if missing else 'none'}")
    return out


def take(folder: Path, found: list[Step]) -> None:
    """Write the steps into the table of a law folder. Raises LawError, the file put back, when it cannot be read."""
    path = folder / TABLE
    old = path.read_bytes()
    _put(path, _written(old.decode("utf-8"), found).encode("utf-8"))
    try:
        read_law(folder)
    except BaseException:
        _put(path, old)
        raise


def _written(text: str, found: list[Step]) -> str:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    columns = list(reader.fieldnames or [])
    columns += [c for c in ("instrument", "url", "confidence") if c not in columns]
    rows = [dict(row) for row in reader]
    for step in found:
        for row in rows:
            same = step.before and row["prefecture"] == step.new.prefecture and row["from"] == step.before.start.written
            if same and step.before and step.before.open:
                row["to"] = str(step.new.start - timedelta(days=1))
        new = step.new
        rows.append({"from": str(new.start), "prefecture": new.prefecture, "minimum_wage": str(new.yen),
                     "article": ARTICLE, "doubt": new.doubt, "instrument": INSTRUMENT, "url": new.url,
                     "confidence": new.confidence})
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _put(path: Path, content: bytes) -> None:
    new = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with new.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        new.chmod(path.stat().st_mode)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def take_table(which: list[str], taken: bool, folder: Path = LAW) -> int:
    """`sampan law import FILE.csv`: print the diff; with `--take` write it into the law. Returns the exit status."""
    if len(which) != 1:
        print("sampan law import: name one CSV file with the new table", file=sys.stderr)
        return 2
    try:
        law = read_law(folder)
        found = steps(law, read_table(Path(which[0]), law.facts["prefecture"].of))
        print("\n".join(diff(law, found)))
        if not taken:
            print("Nothing is changed. To take this table into the law, add --take.")
            return 0
        take(folder, found)
    except BadInput as error:
        for e in error.errors:
            print(f"{which[0]}: {e['key']}{': ' if e['key'] else ''}{e['message']}\n    {e['remedy']}", file=sys.stderr)
        return 2
    except LawError as error:
        print(f"Not taken; {TABLE} is as it was. The law cannot be read: {error}", file=sys.stderr)
        return 2
    line = checked_line(law.families[FAMILY], folder)
    print(f"Taken into {folder / TABLE}. Now write today's date into {folder / 'jp/minimum_wage.toml'}, "
          f"line {line}: checked = ...")
    return 0
