"""What can go wrong, as one tree.

    SampanError
    |- LawError        a law file is wrong: file, place in it, what, and what to write instead
    `- BadInput        a case file is wrong: a list of (file, key, message, remedy)

A message says what was wrong, where, and what to write instead. It never repeats personal text.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass


class SampanError(Exception):
    """The root of every error that Sampan raises on purpose."""


class LawError(SampanError):
    """A law file breaks the schema or the rule language; the text names file and place."""

    def __init__(self, file: str, place: str | int, message: str) -> None:
        self.file, self.place = file, place
        super().__init__(f"{file}:{place}: {message}")


@dataclass(frozen=True)
class Fault:
    """One fault of an input: where it is, what is wrong and what to write instead."""

    key: str
    message: str
    remedy: str
    file: str = ""

    def as_dict(self) -> dict[str, str]:
        """The fault as the `sampan-error/1` format writes it."""
        return asdict(self)


class BadInput(SampanError):
    """An input that cannot be checked; `.errors` lists every fault found, not only the first."""

    def __init__(self, faults: list[Fault]) -> None:
        self.faults = faults
        super().__init__("; ".join(f"{f.key}: {f.message}" for f in faults))

    @property
    def errors(self) -> list[dict[str, str]]:
        """The faults as dictionaries with file, key, message and remedy."""
        return [f.as_dict() for f in self.faults]
