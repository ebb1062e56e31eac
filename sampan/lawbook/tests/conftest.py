"""For the tests of this room: each begins in English and leaves the language as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """English before and after."""
    with override("en"):
        yield
