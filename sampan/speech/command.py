"""`sampan words`: how far each language is, and the spreadsheet for those who review."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from sampan.speech.catalogues import TRANSLATED, Refused, export, take_back
from sampan.speech.translate import DOMAINS, share


def command(what: str, lang: str | None, file: str | None) -> int:
    """Run `sampan words list`, `export LANG FILE` or `import LANG FILE`. Gives the exit status: 0 fine, 2 bad input."""
    if what == "list":
        for code in TRANSLATED:
            shares = ((domain, share(code, domain)) for domain in DOMAINS)
            print(code, *(f"{d}: {s.translated} of {s.texts} translated, {s.reviewed} reviewed." for d, s in shares))
        return 0
    if lang not in TRANSLATED or not file:
        print(f"write: sampan words {what} {'|'.join(TRANSLATED)} FILE.csv", file=sys.stderr)
        return 2
    try:
        if what == "export":
            print(f"{export(lang, Path(file))} texts written to {file}")
        else:
            today = datetime.now().astimezone().date()
            print(f"{take_back(lang, Path(file), today)} texts changed in sampan/lang/{lang}")
    except Refused as error:
        for wrong in error.wrong:
            print(f"{file}: {wrong.place}: {wrong.message}\n    {wrong.remedy}", file=sys.stderr)
        return 2
    except (OSError, UnicodeDecodeError) as error:
        print(f"{file}: this file cannot be read or written: {error}\n    save it as CSV in UTF-8", file=sys.stderr)
        return 2
    return 0
