"""What to do now: alone first, then with whom, in the country of origin and in Japan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sampan.rulebook.law import Law
from sampan.rulebook.remedies import remedies_for

# The kind of body that each name in `do_not_contact` keeps out of the steps.
BODIES = {"employer": "employer", "sending_organisation": "sending", "supervising_organisation": "supervising"}


def alone(texts: Sequence[str], unknown: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the person can do alone; what is still unknown and holds up the answer comes last."""
    steps: list[dict[str, Any]] = [{"who": "you", "where": text} for text in texts]
    asked = [u for u in unknown if not u.get("later")]
    if asked:
        steps.append({"who": "you", "where": "Find out what is still unknown.", "needs": asked[0]["needs"]})
    return steps


def helped(
    rules: Law, topics: Sequence[str], origin: str | None, programme: str | None, today: date,
    dates: dict[str, str] | None = None, spared: Sequence[str] = (),
) -> list[dict[str, Any]]:
    """Who can act on some topics, as `next` of sampan-verdict/1 writes it; nobody in `spared` is proposed."""
    barred = {BODIES[name] for name in spared if name in BODIES}
    found = remedies_for(rules.duties, topics, origin, programme, today, dates or {})
    return [entry for entry in found if entry.get("kind") not in barred]
