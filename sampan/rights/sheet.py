"""An article as a leaflet of one A4 page, made by typst with our own fonts.

All text goes in as data, never as markup. The text shrinks a little until everything fits on one page.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext

from sampan.web import fonts
from sampan.web.templatetags.sampan import day

SOURCE = Path(__file__).parent / "templates" / "rights" / "leaflet.typ"
SIZES = ("11", "10", "9", "8.5", "8", "7.5", "7", "6.5")
LEADING = {"km": "0.95", "my": "1.0", "vi": "0.6", "ja": "0.65"}
Page = dict[str, Any]


def leaflet(page: Page) -> bytes:
    """The PDF of an article."""
    given = content(page)
    for size in SIZES:
        inputs = {"data": json.dumps({**given, "size": size}, ensure_ascii=False)}
        pages = typst.query(SOURCE, "<pages>", field="value", one=True, sys_inputs=inputs, **fonts.ONLY_OURS)
        if json.loads(pages) == 1:
            break
    pdf = typst.compile(SOURCE, format="pdf", sys_inputs=inputs, **fonts.ONLY_OURS)
    if not isinstance(pdf, bytes):
        raise TypeError("typst gives one PDF as bytes")
    return pdf


def content(page: Page) -> Page:
    """What the leaflet shows: plain text and lists only."""
    words, lang = page["words"], page["text"].lang
    return {
        "lang": lang, "leading": LEADING.get(lang, "0.55"), "words": _words(),
        "title": words.title, "answer": words.answer, "paragraphs": words.paragraphs, "do": words.do,
        "steps": [{"what": s.what, "papers": s.papers, "trick": s.trick} for s in words.steps],
        "says": [(s.japanese, s.means) for s in words.says],
        "call": [(n.number, f"{gettext(n.who)}. {gettext(n.about)}") for n in page["article"].call],
        "help": _columns([(c["country"], [_office(o) for o in c["offices"]]) for c in page["help"]]),
        "doubts": words.doubts, "law": [_source(r) for r in page["law"]],
        "about": f"{gettext('Checked on')} {day(page['article'].checked)}. {page['review']}",
    }


def _words() -> dict[str, str]:
    return {
        "do": gettext("What to do"), "papers": gettext("Papers"), "trick": gettext("The usual trick"),
        "show": gettext("Show this in Japan"), "help": gettext("Who can help"),
        "doubts": gettext("What is not certain"), "law": gettext("The law we used"),
        "foot": gettext("Free. No name needed. Nothing you type is kept.") + " "
        + gettext("This is information, not a lawyer."),
    }


def _columns(countries: list[tuple[str, list[str]]]) -> list[list[tuple[str, list[str]]]]:
    """The offices in two columns of about the same number of lines; a country that goes on has no second heading."""
    lines = sum(o.count("\n") + 1 for _, some in countries for o in some)
    columns: list[list[tuple[str, list[str]]]] = [[], []]
    done = 0
    for country, some in countries:
        open_in, heading = -1, country
        for office in some:
            side = int(done * 2 >= lines)
            if side != open_in:
                columns[side].append((heading, []))
                open_in, heading = side, ""
            columns[side][-1][1].append(office)
            done += office.count("\n") + 1
    return [c for c in columns if c]


def _office(office: Page) -> str:
    only = f" ({office['only']})" if office["only"] else ""
    places = [gettext(place) + (f" [{as_of}]" if as_of else "") for place, as_of in office["places"]]
    return "\n".join([gettext(office["who"]) + only, *places])


def _source(row: Page) -> str:
    return gettext(row["title"]) + (f", {row['article']}" if row["article"] else "")
