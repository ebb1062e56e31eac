"""The law as it was last read, kept beside the compiled modules so that a check starts quickly.

It is a copy like a .pyc: made from the law files and this program, known by their names, sizes and
times, made anew when any of them changes, and left out where the folder cannot be written.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from functools import cache
from pathlib import Path

from sampan.rulebook.law import LAW, Law, read_law

FOLDER = Path(__file__).parent / "__pycache__"


@cache
def law() -> Law:
    """The shipped law, read once a process."""
    path = FOLDER / f"law-{_stamp()}.pickle"
    try:
        found = pickle.loads(path.read_bytes())  # noqa: S301 (written below, beside our own .pyc files)
        if isinstance(found, Law):
            return found
    except (OSError, EOFError, AttributeError, ImportError, pickle.PickleError):
        pass
    made = read_law()
    _keep(path, made)
    return made


def _stamp() -> str:
    digest = hashlib.sha256(sys.version.encode())
    for folder in (LAW, Path(__file__).parent):
        for place, folders, files in os.walk(folder):
            folders[:] = sorted(f for f in folders if f not in ("__pycache__", "tests"))
            for name in sorted(files):
                seen = os.stat(os.path.join(place, name))
                digest.update(f"{place}/{name} {seen.st_size} {seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _keep(path: Path, made: Law) -> None:
    try:
        FOLDER.mkdir(exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        new.write_bytes(pickle.dumps(made, protocol=pickle.HIGHEST_PROTOCOL))
        for old in FOLDER.glob("law-*.pickle"):
            old.unlink(missing_ok=True)
        new.replace(path)
    except OSError:
        pass  # a folder that cannot be written costs only time
