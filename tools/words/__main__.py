"""`make words`: gather, merge, compile, and print how far each language is."""

from __future__ import annotations

import os

import django

from sampan.speech import translate as speech
from sampan.speech.catalogues import TRANSLATED


def main() -> None:
    """Bring `sampan/lang/` in step with the program and the law."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sampan.settings")
    django.setup()
    from tools.words import gather, merge

    found = gather.every()
    merge.all_languages(found)
    for place in gather.untranslatable():
        print(f'{place}: an f-string cannot be translated; write Filled("... %(name)s", name=...)')
    for domain, texts in found.items():
        words = sum(len(t.english.split()) for t in texts)
        print(f"{domain}: {len(texts):,} texts, {words:,} words")
    for lang in TRANSLATED:
        shares = [(domain, speech.share(lang, domain)) for domain in speech.DOMAINS]
        told = [f"{d} {s.percent} % ({s.translated:,} of {s.texts:,}, {s.reviewed:,} reviewed)" for d, s in shares]
        print(lang, *told)


if __name__ == "__main__":
    main()
