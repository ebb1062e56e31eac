"""The command line: `check`, `law`, `formats`, `words`, `serve`. A room is imported only when its command runs."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Sequence
from typing import Any

LANGUAGES = ("en", "km", "my", "vi", "ja")
OFFER = "sampan-offer/1"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command. Returns its exit status: 0 fine, 1 something wrong found, 2 bad input, 3 undecided."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(argv)
    try:
        status: int = args.run(args)
        return status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="sampan", description=__doc__)
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    check = commands.add_parser("check", help="check case files against the law")
    check.add_argument("files", nargs="+", metavar="FILE")
    check.add_argument("--json", action="store_true", help="the answer as JSON (sampan-verdict/1)")
    check.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the answer")
    check.set_defaults(run=_check)
    law = commands.add_parser("law", help="look into the law that is loaded")
    law.add_argument("what", choices=(
        "list", "show", "history", "diff", "cases", "stale", "doubts", "verify", "import"))
    law.add_argument("which", nargs="*", metavar="RULE|DATE|FILE")
    law.add_argument("--json", action="store_true")
    law.add_argument("--take", action="store_true", help="import: write the table into the law")
    law.set_defaults(run=_law)
    formats = commands.add_parser("formats", help="the vocabulary of the file formats")
    formats.add_argument("name", nargs="?", metavar="NAME", help="offer, payslip, ...; csv; rules")
    formats.add_argument("--schema", metavar="NAME", help="a JSON Schema")
    formats.set_defaults(run=_formats)
    words = commands.add_parser("words", help="the words of the five languages: how far they are, and their review")
    words.add_argument("what", choices=("list", "export", "import"))
    words.add_argument("lang", nargs="?", choices=LANGUAGES[1:])
    words.add_argument("file", nargs="?", metavar="FILE.csv")
    words.set_defaults(run=_words)
    serve = commands.add_parser("serve", help="start Sampan at a local address")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=_serve)
    return top


def _check(args: argparse.Namespace) -> int:
    from sampan.checks.check import exit_status
    from sampan.checks.reading import read_cases
    from sampan.rulebook.errors import BadInput
    from sampan.speech.translate import translator

    say = translator(args.lang, "django")
    answers: list[dict[str, Any]] = []
    statuses: list[int] = []

    def one(name: str, document: object) -> None:
        answer = _answer(name, document)
        statuses.append(exit_status(answer))
        answers.append({"file": name, **answer})

    def failed(name: str, error: BadInput) -> None:
        statuses.append(2)
        errors = [{**e, "file": e["file"] or name} for e in error.errors]
        answers.append({"format": "sampan-error/1", "file": name, "errors": errors})
        for e in errors:
            print(f"{e['file']}: {e['key']}: {say(e['message'])}\n    {say(e['remedy'])}", file=sys.stderr)

    for path in args.files:
        try:
            for name, document in read_cases(path):
                try:
                    one(name, document)
                except BadInput as error:
                    failed(name, error)
        except BadInput as error:
            failed(path, error)
    _print(args, answers)
    return next((s for s in (2, 1, 3) if s in statuses), 0)


def _answer(name: str, document: object) -> dict[str, Any]:
    """The answer of the check whose format the document names; without a format it is an offer."""
    from sampan.checks import every
    from sampan.checks.offer.result import check_offer
    from sampan.checks.reading import bad
    from sampan.speech.translate import Filled

    kind = str(document.get("format", OFFER)) if isinstance(document, dict) else OFFER
    if kind == OFFER:
        return check_offer(document)
    check = every.of_format(kind)
    if check is None:
        known = ", ".join([OFFER, *every.formats()])
        raise bad(name, "format", Filled("%(kind)s is not a format that can be checked", kind=repr(kind[:40])),
                  Filled("write one of %(known)s", known=known))
    return check.answer(document)


def _text(answer: dict[str, Any], lang: str, colour: bool, name: str) -> str:
    from sampan.checks import every
    from sampan.checks.offer.terminal import OfferPage
    from sampan.checks.terminal import CheckPage, Page, render

    check = every.of_format(answer["of"])
    page: Page = CheckPage(answer, check, lang, colour, name) if check else OfferPage(answer, lang, colour, name)
    return render(page)


def _print(args: argparse.Namespace, answers: list[dict[str, Any]]) -> None:
    if args.json:
        # A file that holds one plain case gives one object; [[case]], CSV or several files give a list.
        single = len(args.files) == 1 and [a["file"] for a in answers] == args.files
        shown = [{k: v for k, v in a.items() if k != "file"} for a in answers] if single else answers
        print(json.dumps(shown[0] if single else shown, ensure_ascii=False, indent=1))
        return
    for answer in answers:
        if answer["format"] != "sampan-error/1":
            name = answer["file"] if len(answers) > 1 else ""
            sys.stdout.write(_text(answer, args.lang, sys.stdout.isatty(), name))


def _law(args: argparse.Namespace) -> int:
    from sampan.rulebook import pages

    return pages.command(args.what, args.which, args.json, args.take)


def _formats(args: argparse.Namespace) -> int:
    from sampan.checks import vocabulary

    known = vocabulary.formats() + (() if args.schema else ("csv", "rules"))
    asked = args.schema or args.name
    if asked and asked.startswith("sampan-"):
        asked = asked.removeprefix("sampan-").removesuffix("/1")
    if asked not in (None, *known):
        print(f"sampan formats: {asked!r} is not known; write one of {', '.join(known)}", file=sys.stderr)
        return 2
    sys.stdout.write(vocabulary.schema_text(asked) if args.schema else vocabulary.text(asked))
    return 0


def _words(args: argparse.Namespace) -> int:
    from sampan.speech.command import command

    return command(args.what, args.lang, args.file)


def _serve(args: argparse.Namespace) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sampan.settings")
    from sampan.web.server import serve

    return serve(args.host, args.port)


if __name__ == "__main__":
    raise SystemExit(main())
