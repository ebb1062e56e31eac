"""Texts of the law: what rules mean, titles, doubts, days that begin and end, gaps, units, and who can act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sampan.lawbook import words
from sampan.rulebook import told
from sampan.rulebook.families import Family
from sampan.rulebook.law import Law
from tools.words.found import Text

# An address or a number: the same in every language.
PLACE = re.compile(r"https?://\S+|[\w.-]+\.[a-z]{2,4}|[-+\d ,()]+")


def texts(law: Law) -> Iterator[Text]:
    """Every text that the law in a folder holds."""
    for rule in law.rules.values():
        yield Text(rule.says, [f"sampan/law/{rule.file}"])
    known = {*words.FACTS, *words.CHOICES, *law.facts["prefecture"].of}
    for family in law.families.values():
        place = f"sampan/law/{family.file}"
        for english in _family(family):
            yield Text(english, [place])
        for row in family.rows:
            for name, value in told.scope_of(law, family, row):
                yield from (Text(word.replace("_", " "), [place]) for word in (name, value) if _needed(word, known))
    for duty in law.duties:
        place = "sampan/law/remedies/"
        limit, body = duty.deadline, duty.body
        said = [body.who, body.caution, *body.doubts, duty.does, duty.form, *duty.doubts,
                limit.text if limit else "", *(limit.doubts if limit else ())]
        said += [t for c in body.contacts for t in (c.text, *c.doubts) if not PLACE.fullmatch(t)]
        yield from (Text(english, [place]) for english in said)


def _family(family: Family) -> Iterator[str]:
    yield family.title
    yield from family.assumes
    yield from (d.text for d in family.doubts)
    yield from (str(gap["why"]) for gap in family.gaps if gap.get("why"))
    for row in family.rows:
        yield from (*row.begins, *row.ends, *row.doubts)
        readings = [r.values for r in row.readings]
        for values in [row.values, *readings]:
            for name, value in told.values_of(family, row, values):
                yield from (name, value.unit)


def _needed(word: str, known: set[str]) -> bool:
    """Whether the name or value of a condition is a word that the pages do not have in their own lists."""
    return word not in known and any(c.isalpha() for c in word)
