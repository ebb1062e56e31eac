"""A stand-in for a Burmese translation, in words of the agreed glossary, to weigh pages before translators come."""

from __future__ import annotations

import csv
import hashlib
from functools import cache
from pathlib import Path

from sampan.rights.article import Article, Say, Step, Text, Words

GLOSSARY = Path(__file__).resolve().parents[3] / "tests" / "dossier" / "glossary.csv"
LONGER = 1.15  # Burmese signs for one sign of English, a little more than in the glossary


@cache
def glossary() -> list[str]:
    with GLOSSARY.open(encoding="utf-8") as file:
        return [w for row in csv.DictReader(file) if (w := row["my"].split(" / ")[0].split("(")[0].strip())]


def burmese(text: str) -> str:
    """The same English word gives the same signs, so that it packs like a language."""
    out = []
    for word in text.split():
        mark = int(hashlib.sha256(word.lower().strip(".,:;").encode()).hexdigest(), 16)
        source = glossary()[mark % len(glossary())]
        signs = max(1, round(len(word) * LONGER))
        start = (mark >> 20) % max(1, len(source) - signs + 1)
        out.append(source[start:start + signs])
    return "".join(out).rstrip("။") + "။" if text else ""


def stand_in(article: Article) -> Text:
    """A text of the right length in Burmese letters. It means nothing."""
    w = article.english.words
    return Text("my", Words(
        burmese(w.title), burmese(w.answer), tuple(map(burmese, w.paragraphs)),
        tuple(Step(burmese(s.what), burmese(s.papers), burmese(s.trick)) for s in w.steps),
        tuple(map(burmese, w.do)), tuple(Say(s.japanese, burmese(s.means)) for s in w.says),
        tuple(map(burmese, w.doubts)),
    ), "draft")
