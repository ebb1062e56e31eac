"""The strict schema of a family file: TOML (and CSV rows beside it) into a Family, or a LawError."""

from __future__ import annotations

import csv
import difflib
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from sampan.rulebook.dates import FIRST, LAST, read_start, until_day
from sampan.rulebook.errors import LawError
from sampan.rulebook.facts import Fact
from sampan.rulebook.families import CONFIDENCES, Doubt, Family, Reading, Row, Source
from sampan.rulebook.money import in_units

FAMILY_KEYS = {"title", "kind", "on", "by", "checked", "until", "decides", "assumes", "values", "sources",
               "row", "doubt", "gap", "rows", "band", "codes"}
ROW_KEYS = {"id", "from", "to", "where", "set", "source", "article", "confidence", "doubts", "readings",
            "url", "instrument", "at_least", "below", "begins", "ends"}
DAY = "write a day without quotes, like 2027-04-01"


def near(word: object, known: Iterable[str]) -> str:
    """A hint at the known word that is meant; empty when none is near."""
    found = difflib.get_close_matches(str(word), list(known), 1)
    return f"; did you mean {found[0]!r}?" if found else ""


def read_family(path: Path, folder: str, facts: dict[str, Fact]) -> Family:
    """Read one family file. Raises LawError naming file and place for anything the schema does not allow."""
    return _Reader(path, folder, facts).family()


class _Reader:
    def __init__(self, path: Path, folder: str, facts: dict[str, Fact]) -> None:
        self.path, self.folder, self.facts = path, folder, facts
        self.file = f"{folder}/{path.name}"
        try:
            self.raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise LawError(self.file, "TOML", str(error)) from None

    def fail(self, place: str | int, message: str) -> LawError:
        return LawError(self.file, place, message)

    def family(self) -> Family:
        raw = self.raw
        self._keys("top", raw, FAMILY_KEYS, {"title", "kind", "on", "checked", "values", "sources"})
        if raw["kind"] not in ("standing", "yearly"):
            raise self.fail("kind", 'write "standing" or "yearly"')
        if raw["kind"] == "yearly" and "until" not in raw:
            raise self.fail("until", 'a yearly family says until when its last row may be used, like "09-30+1"')
        if raw["on"] not in self.facts or self.facts[raw["on"]].kind != "date":
            raise self.fail("on", f"{raw['on']!r} is not a date fact of the folder facts")
        for name in raw.get("by", []):
            if name not in self.facts or self.facts[name].kind not in ("choice", "flag"):
                raise self.fail("by", f"{name!r} is not a choice or flag fact of the folder facts")
        self.sources = {key: self._source(key, s) for key, s in raw["sources"].items()}
        self._day("checked", raw["checked"])
        rows = [self._row(f"row {i + 1}", r) for i, r in enumerate(raw.get("row", []))]
        rows += [self._row(place, r) for place, r in self._csv()]
        family = Family(
            id=f"{self.folder}.{self.path.stem}", title=raw["title"], kind=raw["kind"], on=raw["on"],
            by=tuple(raw.get("by", [])), checked=raw["checked"], units=dict(raw["values"]), rows=rows,
            doubts=[self._doubt(i, d) for i, d in enumerate(raw.get("doubt", []))], gaps=raw.get("gap", []),
            band=raw.get("band", ""), decides=raw.get("decides", True), assumes=tuple(raw.get("assumes", [])),
            codes=tuple(raw.get("codes", [])), file=self.file,
        )
        family.rows = self._closed(family)
        self._overlaps(family)
        self._gaps(family)
        family.index()
        return family

    def _keys(self, place: str, table: dict[str, Any], known: set[str], needed: set[str]) -> None:
        for key in table:
            if key not in known:
                hint = f"{near(key, known)}; known are {', '.join(sorted(known))}"
                raise self.fail(place, f"the key {key!r} is not known{hint}")
        for key in sorted(needed - set(table)):
            raise self.fail(place, f"the key {key!r} is missing")

    def _day(self, place: str, value: object) -> date:
        if not isinstance(value, date):
            raise self.fail(place, f"{value!r} is not a day; {DAY}")
        return value

    def _source(self, key: str, raw: dict[str, Any]) -> Source:
        self._keys(f"sources.{key}", raw, {"instrument", "url", "confidence"}, {"instrument", "url", "confidence"})
        return Source(raw["instrument"], raw["url"], self._confidence(f"sources.{key}", raw["confidence"]))

    def _confidence(self, place: str, word: str) -> str:
        if word not in CONFIDENCES:
            raise self.fail(place, f"confidence {word!r} is not one of {', '.join(CONFIDENCES)}")
        return word

    def _csv(self) -> list[tuple[str, dict[str, Any]]]:
        name = self.raw.get("rows")
        if not name:
            return []
        if not (self.path.parent / name).is_file():
            raise self.fail("rows", f"the table {name!r} is not in the folder {self.folder}")
        out = []
        with (self.path.parent / name).open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            for line in reader:
                place = f"{name} line {reader.line_num}"
                cells = {k: v for k, v in line.items() if v not in ("", None)}
                row: dict[str, Any] = {"where": {}, "set": {}}
                for key, text in cells.items():
                    if key in self.raw.get("by", []):
                        row["where"][key] = {"true": True, "false": False}.get(text, text)
                    elif key in self.raw["values"]:
                        row["set"][key] = int(text) if text.lstrip("-").isdigit() else text
                    elif key == "doubt":
                        row["doubts"] = [text]
                    elif key in ("at_least", "below"):
                        row[key] = self._cell(place, key, text, int)
                    elif key == "to":
                        row[key] = self._cell(place, key, text, date.fromisoformat)
                    else:
                        row[key] = text
                out.append((place, row))
        return out

    def _cell(self, place: str, key: str, text: str, read: Any) -> Any:
        try:
            return read(text)
        except ValueError:
            example = "2027-03-31" if key == "to" else "63000"
            raise self.fail(place, f"{key} is {text!r}; write it like {example}") from None

    def _where(self, place: str, where: dict[str, Any]) -> dict[str, int]:
        out = {}
        for name, value in where.items():
            if name not in self.raw.get("by", []):
                hint = near(name, self.raw.get("by", []))
                raise self.fail(place, f"the condition {name!r} is not listed in `by`{hint}")
            try:
                out[name] = self.facts[name].code(value)
            except ValueError as error:
                raise self.fail(place, f"{name}: {error}{near(value, self.facts[name].of)}") from None
        return out

    def _values(self, place: str, values: dict[str, Any]) -> dict[str, int]:
        unknown = set(values) ^ set(self.raw["values"])
        if unknown:
            raise self.fail(place, f"`set` must give exactly {', '.join(self.raw['values'])}; check {sorted(unknown)}")
        out = {}
        for name, value in values.items():
            try:
                out[name] = in_units(value, self.raw["values"][name])
            except (ValueError, ZeroDivisionError) as error:
                hint = f'; put it in quotes: {name} = "{value}"' if isinstance(value, float) else ""
                raise self.fail(place, f"{name}: {error}{hint}") from None
        return out

    def _row(self, place: str, raw: dict[str, Any]) -> Row:
        self._keys(place, raw, ROW_KEYS, {"from", "set"})
        try:
            start = read_start(raw["from"])
        except ValueError as error:
            raise self.fail(place, str(error)) from None
        source = self._row_source(place, raw)
        if not source.url and source.confidence in ("official", "transcribed", "secondary"):
            raise self.fail(place, "a value needs a source with an address")
        end = self._day(f"{place}, to", raw.get("to", LAST))
        if end < start.earliest:
            raise self.fail(place, f"`to` = {end} is not a day on or after `from` = {start.written}")
        confidence = self._confidence(place, raw.get("confidence", source.confidence))
        readings = tuple(self._reading(place, r) for r in raw.get("readings", []))
        if (confidence == "conflicting") != bool(readings):
            raise self.fail(place, "confidence conflicting and `readings` go together")
        return Row(
            start=start, end=end, open="to" not in raw, where=self._where(place, raw.get("where", {})),
            values=self._values(place, raw["set"]), source=source, confidence=confidence,
            article=str(raw.get("article", "")), id=str(raw.get("id", "")), doubts=tuple(raw.get("doubts", [])),
            readings=readings, at_least=raw.get("at_least", 0), below=raw.get("below"),
            begins=tuple(raw.get("begins", [])), ends=tuple(raw.get("ends", [])),
        )

    def _row_source(self, place: str, raw: dict[str, Any]) -> Source:
        if "source" not in raw and {"instrument", "url", "confidence"} <= set(raw):
            return Source(raw["instrument"], raw["url"], self._confidence(place, raw["confidence"]))
        if "source" not in raw:
            raise self.fail(place, "the key 'source' is missing; write source = the name of one of "
                            f"[sources]: {', '.join(self.sources)}")
        if raw["source"] not in self.sources:
            hint = near(raw["source"], self.sources)
            raise self.fail(place, f"source {raw['source']!r} is not in [sources]{hint}")
        source = self.sources[raw["source"]]
        if "url" in raw or "instrument" in raw or "confidence" in raw:
            source = Source(raw.get("instrument", source.instrument), raw.get("url", source.url),
                            raw.get("confidence", source.confidence))
        return source

    def _reading(self, place: str, raw: dict[str, Any]) -> Reading:
        self._keys(place, raw, {"set", "source", "article"}, {"set", "source"})
        return Reading(self._values(place, raw["set"]), self._row_source(place, raw), str(raw.get("article", "")))

    def _doubt(self, i: int, raw: dict[str, Any]) -> Doubt:
        self._keys(f"doubt {i + 1}", raw, {"text", "where", "from", "to", "when"}, {"text"})
        first, last = raw.get("from", FIRST), raw.get("to", LAST)
        return Doubt(raw["text"], self._where(f"doubt {i + 1}", raw.get("where", {})),
                     first.toordinal(), last.toordinal(), raw.get("when", ""))

    def _closed(self, family: Family) -> list[Row]:
        if family.kind == "standing":
            return family.rows
        out = []
        for row in family.rows:
            end = row.end
            if row.open:
                try:
                    end = until_day(row.start.earliest, self.raw["until"])
                except ValueError as error:
                    raise self.fail("until", str(error)) from None
            out.append(replace(row, end=end))
        return out

    def _overlaps(self, family: Family) -> None:
        by_size: dict[tuple[int, tuple[tuple[str, int], ...]], list[Row]] = {}
        for row in family.rows:
            by_size.setdefault((len(row.where), tuple(sorted(row.where.items()))), []).append(row)
        groups = list(by_size.items())
        for i, ((size, where), rows) in enumerate(groups):
            for (size2, where2), others in groups[i:]:
                if size != size2 or any(dict(where).get(k, v) != v for k, v in where2):
                    continue
                self._pairs(family, rows, others)

    def _pairs(self, family: Family, rows: list[Row], others: list[Row]) -> None:
        for one in rows:
            for two in others:
                apart = family.band and (
                    (one.below is not None and one.below <= two.at_least)
                    or (two.below is not None and two.below <= one.at_least))
                if one is not two and not apart and one.first <= two.last and two.first <= one.last:
                    first, second = sorted((one, two), key=lambda r: r.first)
                    day = date.fromordinal(second.first - 1)
                    raise self.fail(f"{self._called(first)} and {self._called(second)}",
                                    "two rows of equal scope overlap: both hold on one day; close the earlier with "
                                    f"to = {day}, or give one of them a condition more")

    def _called(self, row: Row) -> str:
        scope = " ".join(self.facts[name].shown(value) for name, value in row.where.items())
        return row.id or f"{row.start.written} {scope}".strip()

    def _gaps(self, family: Family) -> None:
        if family.band:
            return
        scopes: dict[tuple[tuple[str, int], ...], list[Row]] = {}
        for row in family.rows:
            scopes.setdefault(tuple(sorted(row.where.items())), []).append(row)
        declared = [(g.get("from"), g.get("to")) for g in family.gaps]
        for rows in scopes.values():
            rows.sort(key=lambda r: r.first)
            for one, two in zip(rows, rows[1:], strict=False):
                gap = (date.fromordinal(one.last + 1), date.fromordinal(two.first - 1))
                if one.last + 1 < two.first and gap not in declared:
                    place = f"{self._called(one)}, gap"
                    raise self.fail(place, f"nothing holds from {gap[0]} to {gap[1]}; declare it with [[gap]]")
