"""Many cases at once: columns in, columns out; NumPy arrays, or Arrow tables and record batches.

Cases are worked in blocks that fit the processor's cache, on one thread or several. What stays open
for want of a fact or of a rule of law is null. Needs the `bulk` extra.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np

from sampan.rulebook.law import Law
from sampan.rulebook.printers.columns import Ints, Mask
from sampan.rulebook.printers.numpy import Block, Program
from sampan.rulebook.stored import law

if TYPE_CHECKING:
    import pyarrow as pa

    from sampan.rulebook.printers.numba import Fused

BLOCK = 16384
APART = 72  # rows between two columns of answers, so that they do not fall on the same lines of the cache
Answers = dict[str, tuple[Ints, Mask]]
MANY = 10_000_000  # from so many rows on compiling a loop costs less than it saves


@cache
def program(rules: Law) -> Program:
    """The NumPy program of a law, made once."""
    return Program(rules)


@cache
def _reads(rules: Law, names: frozenset[str]) -> set[str]:
    """The facts that these rules, scopes and facts may read."""
    asked = {n.removesuffix(" scope") for n in names}
    return (asked & set(rules.facts)).union(*(rules.needs(n) for n in asked if n in rules.rules))


@cache
def _loops(rules: Law, names: tuple[str, ...], given: tuple[tuple[str, int, int], ...]) -> list[Fused]:
    from sampan.rulebook.printers.numba import Given, loops

    return loops(program(rules), list(names), {n: Given(column, mask) for n, column, mask in given})


def work(
    facts: Mapping[str, Any], names: list[str], rules: Law | None = None, known: Mapping[str, Mask] | None = None,
    threads: int = 1, engine: str = "auto",
) -> Answers:
    """Work rules over columns; "RULE scope" asks whether a rule concerns each row.

    `facts`: integer codes by fact name, all of one length; `known`: masks of the rows where a fact is
    given (left out: everywhere); `threads` share the blocks. `engine`: "numpy", "numba" (a loop compiled at
    the first call for these rules and kinds of columns), or "auto": numba for ten million rows or more, where
    it is installed. Date facts that are one and the same column are looked up once. Returns for each rule the
    values and the mask of decided rows; a value that is not decided is 0 and must not be read. Raises
    KeyError for an unknown name.
    """
    rules = rules or law()
    made = program(rules)
    for name in (*facts, *(n for n in names if n not in made.bodies)):
        if name not in rules.facts:
            raise KeyError(f"{name} is neither a fact nor a rule")
    columns, masks, size = _arrays(facts, known or {})
    # One allocation for all columns: fresh pages cost more than the rules.
    values, decided = (np.empty((len(names), size + APART), kind) for kind in (np.int64, bool))
    out = {n: (values[i, :size], decided[i, :size]) for i, n in enumerate(names)}
    left = _loops_over(rules, names, columns, masks, out) if _compiles(engine, size) else lambda part: names

    def block(start: int) -> None:
        part = slice(start, min(size, start + BLOCK))
        slow = left(part)
        if slow:
            _work_block(Block(made, _cut(columns, part), _cut(masks, part), part.stop - start), slow, part, out)

    starts = range(0, size, BLOCK)
    if threads == 1:
        for start in starts:
            block(start)
    else:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(block, starts))
    return out


def _arrays(facts: Mapping[str, Any], known: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Mask], int]:
    columns = {n: np.asarray(v) for n, v in facts.items()}
    masks = {n: np.asarray(m, bool) for n, m in known.items()}
    size = len(next(iter(columns.values()))) if columns else 0
    if any(c.shape != (size,) for c in (*columns.values(), *masks.values())):
        raise ValueError("columns and masks must be of one length")
    return columns, masks, size


def _work_block(block: Block, names: list[str], part: slice, out: Answers) -> None:
    with np.errstate(all="ignore"):
        for name in names:
            values, sure = block.ask(name)
            out[name][1][part] = True if sure is None else sure
            np.multiply(values, True if sure is None else sure, out=out[name][0][part])


def _compiles(engine: str, size: int) -> bool:
    if engine not in ("auto", "numpy", "numba"):
        raise ValueError(f"the engine {engine!r} is none of auto, numpy, numba")
    return engine == "numba" or (engine == "auto" and size >= MANY and find_spec("numba") is not None)


def _loops_over(
    rules: Law, names: list[str], columns: dict[str, Any], masks: dict[str, Mask], out: Answers
) -> Callable[[slice], list[str]]:
    """What works a part of the rows by compiled loops, and gives the names that are left to NumPy."""
    read: dict[int, tuple[int, Any]] = {}  # each column once, however many facts it is given for
    sure: dict[int, tuple[int, Any]] = {}
    given = []
    for name in sorted(_reads(rules, frozenset(names)) & set(columns)):
        column, mask = columns[name], masks.get(name)
        number = read.setdefault(id(column), (len(read), _plain(column)))[0]
        partly = mask is not None and not mask.all()
        given.append((name, number, sure.setdefault(id(mask), (len(sure), mask))[0] if partly else -1))
    made = _loops(rules, tuple(dict.fromkeys(names)), tuple(given))
    arrays, flags = [c for _, c in read.values()], [m for _, m in sure.values()]

    def work_part(part: slice) -> list[str]:
        done = {n for loop in made if loop.work(arrays, flags, part, out) for n in loop.names}
        return [n for n in names if n not in done]

    return work_part


def _plain(column: Any) -> Any:
    """A column as compiled loops read it: whole numbers of any width, one after the other."""
    whole = column.dtype.kind in "biu" and column.dtype.isnative
    return np.ascontiguousarray(column if whole else column.astype(np.int64))


def _cut(columns: dict[str, Any], part: slice) -> dict[str, Any]:
    """The part of each column; what was one column stays one."""
    parts = {id(c): c[part] for c in columns.values()}
    return {n: parts[id(c)] for n, c in columns.items()}


def work_arrow(
    table: pa.Table | pa.RecordBatch, names: list[str], rules: Law | None = None, engine: str = "auto"
) -> pa.Table:
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
    worked = work(facts, names, rules, known, engine=engine)
    return pa.table({n: pa.array(v, mask=~sure) for n, (v, sure) in worked.items()})


def batches(stream: Iterator[pa.RecordBatch], names: list[str], engine: str = "auto") -> Iterator[pa.Table]:
    """Work a stream of record batches one by one, as engines that spread batches do."""
    for batch in stream:
        yield work_arrow(batch, names, engine=engine)


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
