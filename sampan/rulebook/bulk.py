"""Many cases at once: columns in, columns out; NumPy arrays, or Arrow tables and record batches.

Cases are worked in blocks that fit the processor's cache, on one thread or several. What stays open
for want of a fact or of a rule of law is null. Needs the `bulk` extra.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from sampan.rulebook.law import Law
from sampan.rulebook.printers.columns import Ints, Mask
from sampan.rulebook.printers.numpy import Block, Program
from sampan.rulebook.stored import law

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK = 16384


@cache
def program(rules: Law) -> Program:
    """The NumPy program of a law, made once."""
    return Program(rules)


def work(
    facts: Mapping[str, Any], names: list[str], rules: Law | None = None, known: Mapping[str, Mask] | None = None,
    threads: int = 1,
) -> dict[str, tuple[Ints, Mask]]:
    """Work rules over columns; "RULE scope" asks whether a rule concerns each row.

    `facts`: integer codes by fact name, all of one length; `known`: masks of the rows where a fact is
    given (left out: everywhere); `threads` share the blocks. Returns for each rule the values and
    the mask of decided rows; a value that is not decided is 0 and must not be read. Raises KeyError
    for an unknown name.
    """
    rules = rules or law()
    made = program(rules)
    for name in (*facts, *(n for n in names if n not in made.bodies)):
        if name not in rules.facts:
            raise KeyError(f"{name} is neither a fact nor a rule")
    columns = {n: np.asarray(v) for n, v in facts.items()}
    size = len(next(iter(columns.values()))) if columns else 0
    masks = {n: np.asarray(m, bool) for n, m in (known or {}).items()}
    # One allocation for all columns: fresh pages cost more than the rules.
    values, decided = np.empty((len(names), size), np.int64), np.ones((len(names), size), bool)
    out = {n: (values[i], decided[i]) for i, n in enumerate(names)}

    def block(start: int) -> None:
        part = slice(start, min(size, start + BLOCK))
        data = Block(made, {n: c[part] for n, c in columns.items()}, {n: m[part] for n, m in masks.items()},
                     part.stop - start)
        with np.errstate(all="ignore"):
            for name in names:
                worked, sure = data.ask(name)
                if sure is None:
                    out[name][0][part] = worked
                else:
                    np.multiply(worked, sure, out=out[name][0][part])
                    out[name][1][part] = sure

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(block, range(0, size, BLOCK)))
    return out


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
