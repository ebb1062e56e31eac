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


def formats() -> tuple[str, ...]:
    """The formats that the checks in NAMES read."""
    return tuple(f"sampan-{name.replace('_', '-')}/1" for name in NAMES)


def of_format(name: str) -> Check | None:
    """The check that reads a format such as "sampan-payslip/1"; None when there is none."""
    return find(NAMES[formats().index(name)]) if name in formats() else None
