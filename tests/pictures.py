"""Pictures of the pages and of the printed sheets under docs/proof/, and the weight of each page kind."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2
from playwright.sync_api import Page, sync_playwright

from sampan.checks import every
from tests.browser import ARGS, CHROMIUM, sent

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "proof"
LANGUAGES = ("en", "km", "my", "vi", "ja")
KEPT = {"result-360-en", "home-360-my", "question-360-en", "result-1280-en", "payslip-360-en", "compare-1280-en",
        "emergency-360-vi"}
# The page kinds: an address to read, or one to send a case to.
READ = {"home": "", "question": "check/offer/", "emergency": "emergency/", "article": "rights/pregnancy-and-job/",
        "law": "law/", "compare": "law/compare"}
SENT = {"result": ("offer", "check/offer/result"), "print": ("offer", "check/offer/print"),
        "plan": ("plan", "check/offer/plan"), **{n: (n, f"check/{n.replace('_', '-')}/result") for n in every.NAMES}}


def example(name: str) -> str:
    """A worked example as the pages carry it."""
    file = {"offer": "linh"}.get(name, name)
    return json.dumps(tomllib.loads((ROOT / "docs" / "examples" / f"{file}.toml").read_text(encoding="utf-8")),
                      default=str)


def carrier(name: str) -> str:
    """The form field that carries it."""
    return "offer" if name in ("offer", "plan") else "case"


@contextmanager
def server(port: int = 8765) -> Iterator[str]:
    """Sampan served on loopback, with a home of its own that vanishes."""
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen([sys.executable, "-m", "sampan.cli", "serve", "--port", str(port)], cwd=ROOT,
                                   env={**os.environ, "SAMPAN_HOME": home}, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            process.stdout.readline()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.communicate()


def submit(page: Page, base: str, lang: str, name: str, address: str) -> None:
    """Go to an address that takes a case by POST."""
    sent(page, f"{base}/{lang}/{address}", {carrier(name): example(name), "seen": "", "then": ""}, f"{base}/{lang}/")


def shoot(page: Page, name: str) -> None:
    """Keep a picture when it is one of the telling few; show every one in all languages to `make proof`."""
    if name in KEPT or os.environ.get("SAMPAN_ALL_PICTURES"):
        width = int(name.split("-")[1])
        page.screenshot(path=str(OUT / f"{name}.png"), full_page=True,
                        clip={"x": 0, "y": 0, "width": width, "height": 1600})


def pictures(base: str) -> list[str]:
    """Every page kind in five languages at two widths; returns what was seen."""
    seen, wide = 0, []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        for width in (360, 1280):
            page = browser.new_page(viewport={"width": width, "height": 800})
            for lang in LANGUAGES:
                for kind in (*READ, *SENT):
                    if kind in READ:
                        page.goto(f"{base}/{lang}/{READ[kind]}")
                    else:
                        submit(page, base, lang, *SENT[kind])
                    shoot(page, f"{kind}-{width}-{lang}")
                    seen += 1
                    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                        wide.append(f"{kind} {lang} at {width}")
        browser.close()
    faults = f", sideways scroll on {', '.join(wide)}" if wide else ", none scrolls sideways"
    kinds = f"{len(READ) + len(SENT)} kinds in five languages at 360 and 1280 pixels"
    return [f"{seen} pages looked at: {kinds}{faults}."]


def weight(base: str, path: str, data: bytes | None = None) -> int:
    """The bytes of an answer, gzipped."""
    request: Any = urllib.request.Request(base + path, data=data, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as response:
        body = response.read()
        return len(body if response.headers.get("Content-Encoding") == "gzip" else gzip.compress(body))


def weights(base: str) -> list[str]:
    """The weight of each page kind in Burmese and English."""
    from urllib.parse import urlencode

    out = []
    for lang in ("my", "en"):
        sizes = {kind: weight(base, f"/{lang}/{path}") for kind, path in READ.items()}
        for kind, (name, path) in SENT.items():
            carried = urlencode({carrier(name): example(name), "seen": "", "then": ""}).encode()
            sizes[kind] = weight(base, f"/{lang}/{path}", carried)
        out.append(f"Weights in `{lang}`, gzip bytes of HTML: " + ", ".join(f"{k} {v:,}" for k, v in sizes.items()))
    return out


def sheets(base: str) -> list[str]:
    """The printed sheets: pages of each, and two as pictures."""
    from urllib.parse import urlencode

    out = []
    for name in ("offer", *every.NAMES):
        data = urlencode({carrier(name): example(name), "seen": "", "then": ""}).encode()
        with urllib.request.urlopen(f"{base}/en/check/{name.replace('_', '-')}/pdf", data) as response:
            document = pypdfium2.PdfDocument(response.read())
        out.append(f"{name} {len(document)}")
        if name in ("offer", "payslip"):
            picture = "sheet" if name == "offer" else "sheet-payslip"
            document[0].render(scale=1.5).to_pil().save(OUT / f"{picture}.png")
    return ["Pages of each printed sheet: " + ", ".join(out) + "."]


def main() -> None:
    """Make the pictures and print what was seen."""
    OUT.mkdir(parents=True, exist_ok=True)
    with server() as base:
        lines = pictures(base) + weights(base) + sheets(base)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
