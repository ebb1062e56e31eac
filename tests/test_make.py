"""The workshop: `make` explains itself, and what is installed is named to the last digit and nowhere else."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import tomllib
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parent.parent
MAKEFILE = (TOP / "Makefile").read_text(encoding="utf-8")
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
TARGETS = ["setup", "run", "test", "proof", "bench", "lint", "types", "fuzz", "clean"]
LOCKS = sorted((TOP / "requirements").glob("*.txt"))


def make(*arguments: str) -> str:
    """What make says."""
    outer = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "LOCK", "PORT")
    env = {name: value for name, value in os.environ.items() if name not in outer}
    line = ["make", *arguments]
    done = subprocess.run(line, cwd=TOP, env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout


def plain(name: str) -> str:
    """A package's name as registries compare it, without extras and versions."""
    return re.sub(r"[-_.]+", "-", re.split(r"[\[<>=~!; ]", name)[0]).lower()


def locked(lock: Path) -> dict[str, str]:
    """Package -> version."""
    found = re.findall(r"^([\w.-]+)==(\S+) ", lock.read_text(encoding="utf-8"), re.M)
    return {plain(name): version for name, version in found}


def asked(*extras: str) -> set[str]:
    """The packages that pyproject.toml names."""
    lists = [PROJECT["project"]["optional-dependencies"][extra] for extra in extras]
    return {plain(name) for names in [PROJECT["project"]["dependencies"], *lists] for name in names}


def test_make_alone_prints_its_help() -> None:
    assert make() == make("help")


@pytest.mark.parametrize("target", TARGETS)
def test_each_target_is_explained(target: str) -> None:
    assert re.search(rf"^  make {target}  +\S", make(), re.M)


def test_make_test_ends_with_the_tests() -> None:
    steps = make("--dry-run", "test").splitlines()
    assert "pytest" in steps[-1]


def test_ci_runs_the_same_tests_as_anybody() -> None:
    script = TOP / ".ci" / "run"
    assert os.access(script, os.X_OK)
    text = script.read_text(encoding="utf-8")
    assert "set -euo pipefail" in text
    assert text.rstrip().endswith("make test")


def test_there_is_a_lock_for_each_use() -> None:
    assert [lock.stem for lock in LOCKS] == ["base", "bulk", "dev"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_names_versions_and_hashes_and_no_place(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    allowed = re.compile(r"[\w.-]+==[\w.+!]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?|    # via .*|")
    assert [line for line in lines if not allowed.fullmatch(line)] == []
    assert not re.search(r"https?:|file:|--(find-links|index|extra-index|trusted-host)", "\n".join(lines))


@pytest.mark.parametrize(("lock", "extras"), [("base", ()), ("bulk", ("bulk",)), ("dev", ("bulk", "dev"))])
def test_everything_asked_for_is_locked(lock: str, extras: tuple[str, ...]) -> None:
    assert asked(*extras) <= set(locked(TOP / "requirements" / f"{lock}.txt"))


def test_the_locks_agree_with_each_other() -> None:
    everything = locked(TOP / "requirements" / "dev.txt")
    for lock in LOCKS:
        assert locked(lock).items() <= everything.items(), lock.stem


def test_the_light_install_brings_nothing_heavy() -> None:
    light = locked(TOP / "requirements" / "base.txt")
    assert not set(light) & {"numpy", "pyarrow", "numba", "pytest", "playwright"}


def test_the_browser_check_is_pinned_and_names_no_place() -> None:
    folder = TOP / "tests" / "node"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    got = json.loads(lock)["packages"]["node_modules/axe-core"]
    assert wanted == {"axe-core": got["version"]}
    assert got["integrity"].startswith("sha512-")
    assert '"resolved"' not in lock


@pytest.mark.parametrize("host", ["192.0.2.1", "2001:db8::1", "example.org"])
def test_no_test_reaches_another_machine(host: str) -> None:
    with pytest.raises(RuntimeError, match="this machine only"):
        socket.create_connection((host, 80), timeout=1)


def test_this_machine_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=5).close()


def test_the_package_carries_its_law_and_its_pages() -> None:
    carried = PROJECT["tool"]["setuptools"]["package-data"]
    assert {"law/**/*", "lang/**/*"} <= set(carried["sampan"])
    assert {"templates/**/*", "static/**/*", "fonts/**/*", "*.typ"} <= set(carried["*"])
