"""Docs cannot lie: what exists is named, what is named exists, and every link leads somewhere."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from sampan import cli

TOP = Path(__file__).resolve().parent.parent
PAGES = sorted([*TOP.glob("*.md"), *(TOP / "docs").rglob("*.md")])
TEXTS = {page: page.read_text(encoding="utf-8") for page in PAGES}
ALL = "\n".join(TEXTS.values())


def targets() -> set[str]:
    """The make targets that have a word of help."""
    return set(re.findall(r"^([a-z]+):[^\n#]*## ", (TOP / "Makefile").read_text(encoding="utf-8"), re.M))


def commands() -> dict[str, argparse.ArgumentParser]:
    """The commands of the command line, each with its own options."""
    actions = cli.parser()._actions
    (found,) = [action for action in actions if isinstance(action, argparse._SubParsersAction)]
    return dict(found.choices)


def words_of(command: str) -> set[str]:
    """The words that may stand first behind a command, such as `stale` behind `sampan law`."""
    first = next(a for a in commands()[command]._actions if not a.option_strings)
    return set(first.choices or ())


def settings() -> set[str]:
    """The settings that the program reads from outside."""
    modules = [file for file in (TOP / "sampan").rglob("*.py") if "tests" not in file.parts]
    text = "\n".join(module.read_text(encoding="utf-8") for module in modules)
    return set(re.findall(r"\bSAMPAN_[A-Z]+(?:_[A-Z]+)*", text))


def rooms() -> set[str]:
    """The rooms that are built."""
    folders = {entry.name for entry in (TOP / "sampan").iterdir() if entry.is_dir()}
    return folders - {"__pycache__"}


def spoken(program: str) -> set[str]:
    """The first words after `make`, `sampan` or `sampan law` in code, in any page."""
    code = re.findall(r"```.*?```|`[^`\n]+`", ALL, re.S)
    start = rf"(?:^|`|\$ |bin/){program} ([a-z]+)\b"
    return {word for piece in code for word in re.findall(start, piece, re.M)}


def test_every_make_target_is_explained_and_none_invented() -> None:
    assert targets() == spoken("make")


def test_every_command_is_explained_and_none_invented() -> None:
    assert set(commands()) == spoken("sampan")


def test_every_word_of_the_law_command_is_explained_and_none_invented() -> None:
    assert words_of("law") == spoken("sampan law")


def test_every_setting_is_explained_and_none_invented() -> None:
    assert settings() == set(re.findall(r"`(SAMPAN_[A-Z_]+)", ALL))


def test_every_room_is_on_the_plan() -> None:
    plan = (TOP / "docs" / "house.md").read_text(encoding="utf-8")
    assert {room for room in rooms() if f"`{room}`" not in plan} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(TOP)))
def test_every_link_leads_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", TEXTS[page], flags=re.S)
    links = [link.partition("#") for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    for path, _, place in links:
        target = page.parent / path if path else page
        assert target.exists(), f"{page.relative_to(TOP)} links to {path}, which is not there"
        if place and target.suffix == ".md":
            known = headings(target.read_text(encoding="utf-8"))
            assert place in known, f"no heading #{place} in {target.name}"


def headings(text: str) -> set[str]:
    """The anchors of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_every_page_is_reached_from_the_readme() -> None:
    reached = {TOP / "README.md"}
    todo = list(reached)
    while todo:
        page = todo.pop()
        for link in re.findall(r"\]\(([^)#\s]+\.md)(?:#[^)]*)?\)", TEXTS[page]):
            target = (page.parent / link).resolve()
            if target in TEXTS and target not in reached:
                reached.add(target)
                todo.append(target)
    assert {str(page.relative_to(TOP)) for page in set(PAGES) - reached} == set()


def test_the_changelog_keeps_its_sections() -> None:
    log = (TOP / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## Unreleased" in log
    assert set(re.findall(r"^### (.+)$", log, re.M)) <= {"Law", "New", "Better", "Fixed"}
