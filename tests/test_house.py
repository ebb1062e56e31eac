"""The floors of docs/house.md: imports, templates and addresses go down only, never to a neighbour."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent / "sampan"
FLOORS = (
    {"speech"},
    {"web", "rulebook", "vault"},
    {"lawbook", "accounts", "registry", "consent"},
    {"checks", "rights", "evidence"},
    {"cases", "advocacy"},
    {"referrals", "outreach"},
    {"desk"},
)
ROOF = {"settings", "urls", "cli", "nav"}
GROUND = {"law", "lang"}  # data only: read, never imported
ENTRANCE = {"__init__", "__main__", "__version__"}
DIVIDED = {"checks"}  # a room of rooms: each check stands alone
NO_DJANGO = {"rulebook", "speech"}
LEVEL = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def why_not(here: tuple[str, ...], there: tuple[str, ...]) -> str:
    """Why the place `here` may not use `there` (both are parts of a path under sampan); "" if it may."""
    if not there or there[0] in ENTRANCE:
        return ""
    if there[0] in GROUND:
        return "data only, read by rulebook and gettext, never imported"
    if here[0] in ROOF | ENTRANCE:
        return ""
    if there[0] in ROOF:
        return "the roof knows the rooms, not the other way round"
    if here[0] == there[0]:
        stand_alone = here[0] in DIVIDED and len(here) > 2 and here[1] != "tests" and len(there) > 1
        other = stand_alone and here[1] != there[1] and (TOP / there[0] / there[1] / "__init__.py").is_file()
        return "one check does not know another" if other else ""
    if there[0] not in LEVEL or here[0] not in LEVEL:
        return "not a room of the house"
    if LEVEL[here[0]] > LEVEL[there[0]]:
        return ""
    return "sideways" if LEVEL[here[0]] == LEVEL[there[0]] else "upward"


@dataclass
class House:
    """Where each template, static file, tag library and named address stands."""

    top: Path
    templates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    addresses: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file in self.files(""):
            place = file.relative_to(self.top).parts
            for shelf in ("templates", "static"):
                if shelf in place[:-1]:
                    self.templates["/".join(place[place.index(shelf) + 1 :])] = place
            if file.suffix == ".py" and file.parent.name == "templatetags":
                self.tags[file.stem] = place
            if file.suffix == ".py" and place[0] in LEVEL:
                self._name_addresses(file, place)

    def _name_addresses(self, file: Path, place: tuple[str, ...]) -> None:
        text = file.read_text(encoding="utf-8")
        space = re.search(r"^app_name(?:\s*:\s*\w+)?\s*=\s*[\"'](\w+)[\"']", text, re.M)
        for call in ast.walk(ast.parse(text)):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("path", "re_path"):
                for word in call.keywords:
                    if word.arg == "name" and isinstance(word.value, ast.Constant):
                        name = str(word.value.value)
                        self.addresses[f"{space[1]}:{name}" if space else name] = place

    def files(self, suffix: str) -> Iterator[Path]:
        """Every file whose name ends so; the law is data and not looked at."""
        for file in sorted(self.top.rglob(f"*{suffix}")):
            place = file.relative_to(self.top).parts
            if file.is_file() and place[0] not in GROUND and "__pycache__" not in place:
                yield file

    def faults(self) -> list[str]:
        """Every use of another room that the floors forbid."""
        found = []
        for file in self.files(""):
            here = file.relative_to(self.top).parts
            here = (*here[:-1], file.stem)
            if file.suffix == ".py":
                uses = python_uses(file.read_text(encoding="utf-8"), here, self)
            elif "templates" in here:
                uses = template_uses(file.read_text(encoding="utf-8"), self)
            else:
                continue
            for line, what, there in uses:
                reason = why_not(here, there)
                if reason:
                    found.append(f"{'/'.join(here)}:{line} uses {what}: {reason}")
        return found


def python_uses(text: str, here: tuple[str, ...], house: House) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """What a module uses: imports, and dotted names, templates and named addresses in quotes."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for name in imported(node, here):
                if name.split(".")[0] == "sampan":
                    yield node.lineno, name, tuple(name.split(".")[1:])
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            word = node.value
            if re.fullmatch(r"sampan(\.\w+)+", word) and not word.endswith((".css", ".js")):
                yield node.lineno, word, tuple(word.split(".")[1:])
            elif word in house.templates:
                yield node.lineno, word, house.templates[word]
            elif ":" in word and word in house.addresses:
                yield node.lineno, word, house.addresses[word]


def imported(node: ast.Import | ast.ImportFrom, here: tuple[str, ...]) -> list[str]:
    """The full names that an import statement may bring in."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    source = node.module or ""
    if node.level:
        package = ("sampan", *here)[: len(here) + 1 - node.level]
        source = ".".join((*package, *filter(None, [node.module])))
    return [f"{source}.{alias.name}" for alias in node.names]


def template_uses(text: str, house: House) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """What a template uses: other templates, static files, tag libraries and named addresses."""
    for tag in re.finditer(r"{%-?\s*(extends|include|static|url|load)\s+(.*?)\s*-?%}", text, re.S):
        line = text.count("\n", 0, tag.start()) + 1
        kind, rest = tag[1], tag[2]
        if kind == "load":
            for name in rest.partition(" from ")[2].split() or rest.split():
                if name in house.tags:
                    yield line, name, house.tags[name]
            continue
        known = house.addresses if kind == "url" else house.templates
        for name in re.findall(r"^[\"']([^\"']+)[\"']", rest):
            if name in known:
                yield line, name, known[name]


def test_everything_in_the_package_has_its_place() -> None:
    for entry in TOP.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            assert entry.name in {*LEVEL, *GROUND}, f"sampan/{entry.name} is not a room of the house"
        elif entry.suffix == ".py":
            assert entry.stem in ROOF | ENTRANCE, f"sampan/{entry.name} is not part of the roof"


def test_imports_templates_and_addresses_go_down_only() -> None:
    faults = House(TOP).faults()
    assert not faults, "\n".join(["", *faults, "", "The floors are in docs/house.md."])


@pytest.mark.parametrize("room", sorted(NO_DJANGO))
def test_what_must_run_without_django_does_not_name_it(room: str) -> None:
    for file in (TOP / room).rglob("*.py"):
        here = file.relative_to(TOP).with_suffix("").parts
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                roots = {name.split(".")[0] for name in imported(node, here)}
                assert not roots & {"django", "ninja", "csp"}, f"{file.relative_to(TOP)}:{node.lineno}"


def test_the_command_line_imports_a_room_only_when_its_command_runs() -> None:
    module = ast.parse((TOP / "cli.py").read_text(encoding="utf-8"))
    inside = {
        node
        for function in ast.walk(module)
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef))
        for node in ast.walk(function)
    }
    for node in ast.walk(module):
        if isinstance(node, (ast.Import, ast.ImportFrom)) and node not in inside:
            rooms = {name.split(".")[1] for name in imported(node, ("cli",)) if name.startswith("sampan.")}
            assert not rooms & set(LEVEL), f"sampan/cli.py:{node.lineno} imports {rooms} at its top"


# The guard guarded: on small houses built here, it finds what it should, and only that.


def build(tmp_path: Path, **texts: str) -> House:
    for name, text in texts.items():
        file = tmp_path / name.replace("__", "/").replace("_dot_", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return House(tmp_path)


@pytest.mark.parametrize(
    ("name", "text", "word"),
    [
        ("web__page_dot_py", "from sampan.checks import offer", "upward"),
        ("web__page_dot_py", "from ..checks.offer import facts", "upward"),
        ("web__page_dot_py", "from sampan import rulebook", "sideways"),
        ("rulebook__read_dot_py", "def f():\n    import sampan.web.page", "sideways"),
        ("checks__offer__facts_dot_py", "import sampan.law.vn.fees", "data only"),
        ("checks__offer__facts_dot_py", "from sampan import cli", "the roof"),
        ("checks__offer__facts_dot_py", "load('sampan.cases.models')", "upward"),
        ("evidence__views_dot_py", "render(request, 'cases/one.html')", "upward"),
        ("web__templates__web__base_dot_html", "{% extends 'cases/one.html' %}", "upward"),
        ("web__templates__web__base_dot_html", "<a href=\"{% url 'cases:one' %}\">", "upward"),
        ("web__templates__web__base_dot_html", "{% load i18n ledger %}", "upward"),
    ],
)
def test_a_use_upward_or_sideways_is_found(tmp_path: Path, name: str, text: str, word: str) -> None:
    cases = {
        "cases__templates__cases__one_dot_html": "",
        "cases__templatetags__ledger_dot_py": "",
        "cases__urls_dot_py": "app_name = 'cases'\nurlpatterns = [path('<id>/', one, name='one')]",
    }
    (fault,) = build(tmp_path, **cases, **{name: text}).faults()
    assert word in fault


def test_one_check_does_not_know_another() -> None:
    assert why_not(("checks", "offer", "facts"), ("checks", "offer", "result")) == ""
    assert why_not(("checks", "urls"), ("checks", "offer", "urls")) == ""
    assert why_not(("checks", "offer", "templates"), ("checks", "templates", "checks", "list.html")) == ""
    assert why_not(("checks", "payslip", "facts"), ("checks", "offer", "result"))


def test_the_way_down_is_open(tmp_path: Path) -> None:
    house = build(
        tmp_path,
        checks__offer__facts_dot_py="from sampan import __version__\nfrom sampan.rulebook import law",
        checks__offer__views_dot_py="import sampan.web",
        checks__offer__templates__offer__result_dot_html="{% extends 'web/base.html' %}",
        web__templates__web__base_dot_html="",
        settings_dot_py="ROOMS = ['sampan.web', 'sampan.checks.offer']",
    )
    assert house.faults() == []
