"""Many cases at once: columns in, columns out; NumPy arrays, or Arrow tables and record batches.

Cases are worked in blocks of 16 k rows. A row that the conservative column form cannot decide is
worked again by the scalar sheet, which decides in spite of gaps; what then stays open is null.
Needs the `bulk` extra.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from sampan.rulebook.kleene import Missing
from sampan.rulebook.law import Law, law
from sampan.rulebook.printers.numpy import Block, Ints, Mask, Program
from sampan.rulebook.sheet import Sheet

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK = 16384


@cache
def program(rules: Law) -> Program:
    """The NumPy program of a law, made once."""
    return Program(rules)


def work(
    facts: Mapping[str, Any], names: list[str], rules: Law | None = None, known: Mapping[str, Mask] | None = None
) -> dict[str, tuple[Ints, Mask]]:
    """Work rules over columns.

    `facts`: integer codes by fact name, all of one length; `known`: masks of the rows where a fact is
    given (left out: everywhere). Returns for each rule the values and the mask of decided rows; a
    value that is not decided is 0 and must not be read. Raises KeyError for an unknown name.
    """
    rules = rules or law()
    for name in (*facts, *(n for n in names if n not in rules.rules)):
        if name not in rules.facts:
            raise KeyError(f"{name} is neither a fact nor a rule")
    columns = {n: np.asarray(v, np.int64) for n, v in facts.items()}
    size = len(next(iter(columns.values()))) if columns else 0
    masks = {n: np.asarray(m, bool) for n, m in (known or {}).items()}
    out = {n: (np.zeros(size, np.int64), np.zeros(size, bool)) for n in names}
    for start in range(0, size, BLOCK):
        part = slice(start, min(size, start + BLOCK))
        block = Block(program(rules), {n: c[part] for n, c in columns.items()},
                      {n: m[part] for n, m in masks.items()}, part.stop - start)
        for name in names:
            values, sure = block.ask(name)
            out[name][0][part], out[name][1][part] = np.where(sure, values, 0), sure
        _gaps(rules, block, start, names, out)
    return out


def _gaps(rules: Law, block: Block, start: int, names: list[str], out: dict[str, tuple[Ints, Mask]]) -> None:
    open_rows = np.zeros(block.size, bool)
    for name in names:
        open_rows |= ~out[name][1][start:start + block.size]
    for i in np.flatnonzero(open_rows).tolist():
        facts = {n: int(c[i]) for n, c in block.facts.items() if n not in block.known or block.known[n][i]}
        sheet = Sheet(rules, facts)
        for name in names:
            if not out[name][1][start + i]:
                value = sheet.value(name)
                if not isinstance(value, Missing):
                    out[name][0][start + i], out[name][1][start + i] = value, True


def work_arrow(table: pa.Table | pa.RecordBatch, names: list[str], rules: Law | None = None) -> pa.Table:
    """Work rules over an Arrow table or batch: facts in (null = not known), one column a rule out.

    Texts are read as the choices of a fact, booleans as flags, dates as days. Raises ValueError for a
    value that a fact does not allow.
    """
    import pyarrow as pa

    rules = rules or law()
    facts, known = {}, {}
    for name in table.schema.names:
        if name in rules.facts:
            facts[name], known[name] = _column(rules, name, table.column(name))
    worked = work(facts, names, rules, known)
    return pa.table({n: pa.array(v, mask=~sure) for n, (v, sure) in worked.items()})


def batches(stream: Iterator[pa.RecordBatch], names: list[str]) -> Iterator[pa.Table]:
    """Work a stream of record batches one by one, as engines that spread batches do."""
    for batch in stream:
        yield work_arrow(batch, names)


def _column(rules: Law, name: str, column: Any) -> tuple[Ints, Mask]:
    import pyarrow as pa
    import pyarrow.compute as pc

    fact = rules.facts[name]
    sure = np.asarray(column.is_valid())
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    if pa.types.is_string(column.type) or pa.types.is_large_string(column.type):
        codes = pc.index_in(column, pa.array(fact.of, column.type))
        if not np.array_equal(np.asarray(codes.is_valid()), sure):
            raise ValueError(f"{name}: a value is not one of {', '.join(fact.of)}")
        return np.asarray(codes.fill_null(0)).astype(np.int64), sure
    if pa.types.is_date(column.type):
        days = column.cast(pa.date32()).cast(pa.int32()).fill_null(0)
        return np.asarray(days).astype(np.int64) + 719163, sure
    filled = column.cast(pa.int64()).fill_null(0)
    return np.asarray(filled).astype(np.int64), sure
