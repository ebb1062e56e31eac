"""What to do next after a check, with whom and where. Only addresses whose confidence allows it.

Sources: the dossiers' contact tables (Viet Nam WEB-03; Cambodia KH-6-01; help lines in Japan).
"""

from __future__ import annotations

from typing import Any

from sampan.checks.offer.facts import Offer

OFFICES: dict[str, list[dict[str, str]]] = {
    "vn": [{"who": "Department of Overseas Labour (DOLAB), list of licensed companies and complaints",
            "where": "dolab.moha.gov.vn", "confidence": "secondary"}],
    "kh": [{"who": "Ministry of Labour and Vocational Training", "where": "1297 (inside Cambodia)",
            "confidence": "secondary"}],
    "mm": [],
}
JAPAN: dict[str, list[dict[str, str]]] = {
    "vn": [{"who": "OTIT native-language consultation (Vietnamese)", "where": "0120-250-168 (inside Japan, free)",
            "confidence": "secondary"}],
    "kh": [],
    "mm": [],
}


def next_steps(offer: Offer, answer: dict[str, Any]) -> list[dict[str, str]]:
    """The next steps for an answer, the nearest first. A step names who, where and, where known, by when."""
    steps: list[dict[str, str]] = []
    if answer["headline"] in ("not_allowed", "short"):
        steps.append({"who": "you", "where": "Do not pay what is not allowed. Ask for a written list of every charge."})
        steps.append({"who": "you", "where": "Keep every receipt, message and paper, and take photos of them."})
    if any("no receipt" in c.get("notes", []) for c in answer["charges"]):
        steps.append({"who": "you", "where": "Write down who took money without a receipt, when and where."})
    if answer["unknown"]:
        asked = answer["unknown"][0]["needs"][0]
        steps.append({"who": "you", "where": f"Find out what is still unknown, first: {asked}."})
    origin = str(offer.plain.get("origin"))
    steps += OFFICES.get(origin, [])
    if offer.plain.get("programme") == "titp":
        steps += JAPAN.get(origin, [])
    return steps
