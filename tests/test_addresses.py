"""No address vanishes: what was once linked, printed or bookmarked goes on working (tests/addresses.txt)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

from sampan.checks.every import NAMES

LIST = Path(__file__).with_name("addresses.txt")


def patterns(entries: list[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    """Every address pattern from here down, the language written as <lang>."""
    for entry in entries:
        language = isinstance(entry.pattern, LocalePrefixPattern)
        here = before + ("<lang>/" if language else str(entry.pattern))
        if isinstance(entry, URLResolver):
            yield from patterns(entry.url_patterns, here)
        else:
            yield f"/{here}"


def known() -> set[str]:
    """The stored list, each line of <check> once for each check."""
    lines = [line.strip() for line in LIST.read_text(encoding="utf-8").splitlines()]
    slugs = [name.replace("_", "-") for name in NAMES]
    return {line.replace("<check>", slug) for line in lines if line.startswith("/") for slug in slugs}


def test_no_address_vanishes() -> None:
    gone = known() - set(patterns(get_resolver().url_patterns))
    assert not gone, f"{sorted(gone)}: keep it, or leave a redirect in its place"


def test_a_new_address_is_written_down() -> None:
    new = set(patterns(get_resolver().url_patterns)) - known()
    assert not new, "\n".join(["", *sorted(new), "Add these lines to tests/addresses.txt, for ever."])


def test_the_list_is_in_order_and_without_doubles() -> None:
    lines = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line.startswith("/")]
    assert lines == sorted(set(lines))
