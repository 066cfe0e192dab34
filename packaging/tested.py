"""Whether the package has been tested as it is now: tested.sha256 holds what it was tested with.

That is everything which decides what is packed and how, and nothing else, so that an ordinary
change of the program does not test the package anew: the files of packaging/, what pyproject.toml
says of building and dependencies, the table of system libraries, the names of the shipped
resources and of the guide's files, and the modules that the program imports from elsewhere, for
these are what is frozen.
"""

from __future__ import annotations

import ast
import json
import sys
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMP = "packaging/tested.sha256"
_PROGRAM = "a4s_gui"
_TABLES = ("build-system", "project", "dependency-groups")


def current(root: Path = ROOT) -> str:
    """Return the hash of all that is to be tested, in the sources beneath a folder."""
    return sha256("\n".join(_facts(root)).encode("utf-8")).hexdigest()


def is_tested(root: Path = ROOT) -> bool:
    """Return whether the package has passed its test as it is now."""
    stamp = root / STAMP
    return stamp.exists() and stamp.read_text(encoding="utf-8").strip() == current(root)


def note(root: Path = ROOT) -> None:
    """Remember that it has passed; the file is to be committed."""
    (root / STAMP).write_text(f"{current(root)}\n", encoding="utf-8")


def imported_from_elsewhere(root: Path) -> set[str]:
    """Return the modules that the program's sources import and that are not its own."""
    found = set()
    for path in (root / _PROGRAM).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes(), path)):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
    return {name for name in found if name.partition(".")[0] != _PROGRAM}


def _facts(root: Path) -> Iterator[str]:
    for path in _files(root / "packaging"):
        name = path.relative_to(root).as_posix()
        if path.suffix != ".md" and name != STAMP:
            yield f"{name} {sha256(path.read_bytes()).hexdigest()}"
    settings = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    kept = {table: settings.get(table) for table in _TABLES}
    yield json.dumps([kept, settings.get("tool", {}).get("hatch")], sort_keys=True)
    yield (root / "resources" / "qt-libraries.txt").read_text(encoding="utf-8")
    for folder in ("resources", "docs/guide"):
        yield from (path.relative_to(root).as_posix() for path in _files(root / folder))
    yield from sorted(imported_from_elsewhere(root))


def _files(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts
    )


if __name__ == "__main__":
    if not is_tested():
        print(f"what is packed, or how, has changed since {STAMP} was written", file=sys.stderr)
        sys.exit(1)
