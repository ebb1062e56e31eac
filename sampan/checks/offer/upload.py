"""A whole offer as a file (TOML or JSON), for organisations that already have one."""

from __future__ import annotations

import datetime
import json
import tomllib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from sampan.checks.offer.carried import Document, well_formed

LIMIT = 256 * 1024


class Upload(Exception):
    """The file cannot be read as an offer; the text says why and what to send instead."""


def read_upload(file: UploadedFile[Any] | None) -> Document:
    """The offer in an uploaded file, its dates as text. Raises Upload."""
    if file is None:
        raise Upload(_("Choose a file first."))
    if (file.size or 0) > LIMIT:
        raise Upload(_("The file is too large. Send at most 256 kB."))
    try:
        text = file.read().decode("utf-8-sig")
        found = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (ValueError, RecursionError):
        wrong = _("The file is neither TOML nor JSON. Look at the example of the format sampan-offer/1.")
        raise Upload(wrong) from None
    offer = plain(found)
    if not isinstance(offer, dict) or not well_formed(offer):
        raise Upload(_("The file is not one offer. Look at the example of the format sampan-offer/1."))
    return offer


def plain(value: Any) -> Any:
    """A value of a file with dates as text, so that it can travel as JSON."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, datetime.date | datetime.time) else value
