"""A whole case as a file (TOML or JSON), for organisations that already have one."""

from __future__ import annotations

import datetime
from typing import Any, Protocol

from django.utils.translation import gettext as _

from sampan.checks.carried import Document, Shape
from sampan.checks.reading import read_document
from sampan.rulebook.errors import BadInput

LIMIT = 256 * 1024


class Upload(Exception):
    """The file cannot be read as a case; the text says why and what to send instead."""


class File(Protocol):
    """What we need of an uploaded file."""

    @property
    def size(self) -> int | None:
        """Its bytes."""

    def read(self) -> bytes:
        """Its content."""


def read_upload(file: File | None, shape: Shape) -> Document:
    """The document in an uploaded file, its dates as text. Raises Upload."""
    if file is None:
        raise Upload(_("Choose a file first."))
    if (file.size or 0) > LIMIT:
        raise Upload(_("The file is too large. Send at most 256 kB."))
    named = {"format": shape.format}
    try:
        document = shape.tidied(plain(read_document("", file.read().decode("utf-8-sig"))))
    except (UnicodeDecodeError, BadInput):
        wrong = _("The file is neither TOML nor JSON. Look at the example of the format %(format)s.") % named
        raise Upload(wrong) from None
    if not shape.fits(document):
        raise Upload(_("The file is not one case. Look at the example of the format %(format)s.") % named)
    found: Document = document
    return found


def plain(value: Any) -> Any:
    """A value of a file with dates as text, so that it can travel as JSON."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else value
