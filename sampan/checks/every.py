"""The list of checks; each is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module

from sampan.checks.check import Check

# The offer stands apart: its charges and exchange rates are worked by its own modules.
NAMES = (
    "contract", "payslip", "paid_leave", "injury", "pregnancy", "leaving", "transfer", "pension_refund", "stay",
)


def find(name: str) -> Check:
    """The check of a name in NAMES."""
    check: Check = import_module(f"sampan.checks.{name}.result").CHECK
    return check


def of_format(name: str) -> Check | None:
    """The check that reads a format such as "sampan-payslip/1"; None when there is none."""
    plain = name.removeprefix("sampan-").removesuffix("/1").replace("-", "_")
    return find(plain) if plain in NAMES and name == f"sampan-{plain.replace('_', '-')}/1" else None
