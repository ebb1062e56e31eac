"""The fonts for PDF sheets, and nothing else: no font of the system is used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

ONLY_OURS: dict[str, Any] = {"font_paths": [Path(__file__).parent], "ignore_system_fonts": True}
