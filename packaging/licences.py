"""The copyright file of the Debian package, in its machine-readable format, from licences.toml."""

from __future__ import annotations

import sys
import sysconfig
import textwrap
import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

_HERE = Path(__file__).resolve().parent
_FORMAT = "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
_LAUNCHER = "a4s-gui"
_OWN = ("_internal/a4s_gui/*", _LAUNCHER)  # the launcher has a stanza of its own
_WIDTH = 90


def read_table() -> dict[str, Any]:
    """Return licences.toml: ``component``, a list, and ``licence``, by name."""
    return tomllib.loads((_HERE / "licences.toml").read_text(encoding="utf-8"))


def copyright_file(prefix: str, packages: Path) -> str:
    """Return the text of the copyright file; a text not where the table says is a ``ValueError``.

    ``prefix`` is where the program's folder is in the package, without a slash at either end. Most
    texts come from the ``site-packages`` from which the program was frozen.
    """
    table = read_table()
    components: list[dict[str, Any]] = table["component"]
    stanzas = [f"Format: {_FORMAT}\nUpstream-Name: a4s-gui"]
    # The last that fits counts, so what is everywhere comes first.
    stanzas += [
        _files(
            [f"{prefix}/{pattern}" if pattern != "*" else "*" for pattern in component["files"]],
            component["copyright"],
            component["licences"],
            component["name"],
        )
        for component in components
        if "files" in component
    ]
    stanzas.append(_launcher(prefix, components))
    used = dict.fromkeys(name for component in components for name in component["licences"])
    stanzas += [
        f"License: {name}\n{_indented(licence_text(table['licence'][name], packages))}"
        for name in used
    ]
    return "\n\n".join(stanzas) + "\n"


def differences(frozen: Path) -> list[str]:
    """Return how the table differs from what is frozen: files without a name, names without a file.

    A file that no component names would pass for the project's own. ``frozen`` is the frozen
    program's folder, on Linux.
    """
    named = [p for c in read_table()["component"] for p in c.get("files", ()) if p != "*"]
    files = [
        path.relative_to(frozen).as_posix()
        for path in sorted(frozen.rglob("*"))
        if path.is_file() and not path.is_symlink()
    ]
    known = (*named, *_OWN)
    return [f for f in files if not any(fnmatchcase(f, pattern) for pattern in known)] + [
        pattern for pattern in named if not any(fnmatchcase(f, pattern) for f in files)
    ]


def licence_text(source: dict[str, Any], packages: Path) -> str:
    """Return a licence's text, or where Debian has it; raises as :func:`copyright_file`."""
    if source.get("python"):
        return python_licence()
    if "text" in source:
        return (_HERE / "licences" / str(source["text"])).read_text(encoding="utf-8")
    parts = []
    if "distribution" in source:
        parts.append(_text_of(source, packages))
    if "common" in source:
        parts.append(
            "On Debian systems, the full text of this licence is in "
            f"/usr/share/common-licenses/{source['common']}."
        )
    return "\n\n".join(parts)


def python_licence() -> str:
    """Return the licence of the Python that runs here; a :class:`ValueError` if not found."""
    folder = Path(sysconfig.get_path("stdlib"))
    places = (
        folder / "LICENSE.txt",
        Path(sys.base_prefix, "LICENSE.txt"),  # on Windows
        Path(f"/usr/share/doc/python{sysconfig.get_python_version()}/copyright"),  # on Debian
    )
    for path in places:
        if path.exists():
            return path.read_text(encoding="utf-8")
    raise ValueError(f"Python's licence is not found: {', '.join(map(str, places))}")


def _text_of(source: dict[str, Any], packages: Path) -> str:
    stem = source["distribution"].replace("-", "_")
    folders = list(packages.glob(f"{stem}-*.dist-info/licenses"))
    if not folders:
        raise ValueError(f"{packages}: no licences of {stem}")
    path = folders[0] / source["file"]
    lines = path.read_text(encoding="utf-8").splitlines()
    begin = _line_with(lines, source["from"], path, after=0)
    end = _line_with(lines, source["to"], path, after=begin + 1) if "to" in source else None
    return textwrap.dedent("\n".join(lines[begin:end])).strip()


def _line_with(lines: list[str], words: str, path: Path, *, after: int) -> int:
    for number in range(after, len(lines)):
        if words in lines[number]:
            return number
    raise ValueError(f"{path}: no line with “{words}”; has the licence changed?")


def _launcher(prefix: str, components: list[dict[str, Any]]) -> str:
    """Return the stanza of the launcher, which holds the Python code of all that is imported."""
    inside = [component for component in components if component["name"] != "A4S selector"]
    pure = [
        component for component in inside if "distribution" in component or "files" not in component
    ]
    holders = dict.fromkeys(holder for component in pure for holder in component["copyright"])
    names = dict.fromkeys(name for component in pure for name in component["licences"])
    comment = "; ".join(f"{c['name']}: {' and '.join(c['licences'])}" for c in pure)
    return _files([f"{prefix}/{_LAUNCHER}"], list(holders), list(names), comment)


def _files(patterns: list[str], holders: list[str], licences: list[str], comment: str) -> str:
    gap = "\n           "
    return "\n".join(
        [
            f"Files: {gap.join(patterns)}",
            f"Copyright: {gap.join(holders)}",
            f"License: {' and '.join(licences)}",
            "Comment:",
            *(f" {line}" for line in textwrap.wrap(comment, _WIDTH)),
        ]
    )


def _indented(text: str) -> str:
    lines = (line.rstrip().expandtabs() for line in text.strip().splitlines())
    return "\n".join(f" {line}" if line else " ." for line in lines)
