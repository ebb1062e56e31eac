"""Pictures of the pages and of the printed sheet under docs/proof/, and the weight of each page kind."""

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

ROOT = Path(__file__).parent.parent
OUT = ROOT / "docs" / "proof"
LANGUAGES = ("en", "km", "my", "vi", "ja")
KEPT = {"result-360-en", "home-360-my", "question-360-en", "result-1280-en"}
BROWSER = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
           "--disable-component-update", "--disable-sync"]
SUBMIT = """([address, offer]) => {
  const form = document.createElement("form");
  form.method = "post"; form.action = address;
  for (const [name, value] of Object.entries({ offer, seen: "", then: "" })) {
    const input = document.createElement("input");
    input.type = "hidden"; input.name = name; input.value = value; form.append(input);
  }
  document.body.append(form); form.submit();
}"""


def linh() -> str:
    """The example offer as the pages carry it."""
    offer = tomllib.loads((ROOT / "docs" / "examples" / "linh.toml").read_text(encoding="utf-8"))
    return json.dumps(offer, default=str)


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


def submit(page: Page, base: str, lang: str, address: str) -> None:
    """Go to an address that takes the offer by POST."""
    page.goto(f"{base}/{lang}/")
    with page.expect_navigation():
        page.evaluate(SUBMIT, [f"/{lang}/check/offer/{address}", linh()])


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
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER)
        for width in (360, 1280):
            page = browser.new_page(viewport={"width": width, "height": 800})
            for lang in LANGUAGES:
                for kind, go in (("home", None), ("question", None), ("result", "result"), ("print", "print")):
                    if go is None:
                        page.goto(f"{base}/{lang}/{'check/offer/' if kind == 'question' else ''}")
                    else:
                        submit(page, base, lang, go)
                    shoot(page, f"{kind}-{width}-{lang}")
                    seen += 1
                    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                        wide.append(f"{kind} {lang} at {width}")
        browser.close()
    faults = f", sideways scroll on {', '.join(wide)}" if wide else ", none scrolls sideways"
    return [f"{seen} pages looked at: four kinds in five languages at 360 and 1280 pixels{faults}."]


def weight(base: str, path: str, data: bytes | None = None) -> int:
    """The bytes of an answer, gzipped."""
    request: Any = urllib.request.Request(base + path, data=data, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as response:
        body = response.read()
        return len(body if response.headers.get("Content-Encoding") == "gzip" else gzip.compress(body))


def weights(base: str) -> list[str]:
    """The weight of each page kind in Burmese and English."""
    from urllib.parse import urlencode

    carried = urlencode({"offer": linh(), "seen": "", "then": ""}).encode()
    out = []
    for lang in ("my", "en"):
        sizes = {"home": weight(base, f"/{lang}/"), "first question": weight(base, f"/{lang}/check/offer/"),
                 "result": weight(base, f"/{lang}/check/offer/result", carried)}
        out.append(f"Weights in `{lang}`, gzip bytes of HTML: " + ", ".join(f"{k} {v:,}" for k, v in sizes.items()))
    return out


def sheet() -> list[str]:
    """The printed sheet as a picture."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sampan.settings")
    django.setup()
    from sampan.checks.offer.result import check_offer
    from sampan.checks.offer.sheet import sheet as pdf

    offer = tomllib.loads((ROOT / "docs" / "examples" / "linh.toml").read_text(encoding="utf-8"))
    document = pypdfium2.PdfDocument(pdf(check_offer(offer), offer))
    document[0].render(scale=1.5).to_pil().save(OUT / "sheet.png")
    return [f"The printed sheet has {len(document)} page."]


def main() -> None:
    """Make the pictures and print what was seen."""
    OUT.mkdir(parents=True, exist_ok=True)
    with server() as base:
        lines = pictures(base) + weights(base)
    print("\n".join(lines + sheet()))


if __name__ == "__main__":
    main()
