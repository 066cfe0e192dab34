"""Using an installed program as a person does: what it says, and every format it exports."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from freeze import ROOT, SCRIPTS, source_date
from system_packages import ended

from a4s_gui.export.registry import FORMATS

PAIR = "AXE540127/AXE640124"
_OTHER = "AXE510127/AXE610124"
_SAID = (
    ("--version",),
    ("list", "--json"),
    ("list", "--csv", "--height", "1.0"),
    ("show", PAIR),
    ("show", PAIR, "--json"),
    ("decode", "AXE540127D"),
    ("compare", PAIR, _OTHER, "--json"),
)


@dataclass(frozen=True)
class Use:
    """A program that can be started, and what it gave: texts by command, files by name.

    ``command`` makes of the program's arguments what is to be run.
    """

    command: Callable[..., list[str]]
    environment: Mapping[str, str]
    said: dict[tuple[str, ...], str] = field(default_factory=dict)
    exported: dict[str, bytes] = field(default_factory=dict)


def use_all(use: Use, folder: Path, seen_as: str) -> None:
    """Run every command, and export every format and view, and keep what comes out in ``use``.

    Files go into ``folder``, which must be there; ``seen_as`` is its path as the program sees it. A
    command that ends badly ends this program.
    """
    for words in _SAID:
        use.said[words] = _run(use, *words).stdout
    for known in FORMATS:
        _run(use, "export", PAIR, "--format", known.suffix, "-o", seen_as)
    for view in ("socket", "header", "mated", "tape"):
        _run(use, "export", PAIR, "--view", view, "-o", f"{seen_as}/{view}.svg")
    _run(use, "compare", PAIR, _OTHER, "-o", f"{seen_as}/compared.png")
    use.exported.update({path.name: path.read_bytes() for path in sorted(folder.iterdir())})
    suffixes = {known.suffix for known in FORMATS}
    missing = {s for s in suffixes if not any(name.endswith(f".{s}") for name in use.exported)}
    if missing:
        raise SystemExit(f"not exported: {', '.join(sorted(missing))}")


def installed_wheel(wheel: Path, folder: Path) -> Use:
    """Install a wheel with the locked packages in a clean environment beneath a folder; use it."""
    environment = folder / "environment"
    python = environment / SCRIPTS / "python"
    pip = [str(python), "-m", "pip", "-qq", "--disable-pip-version-check", "install"]
    lock = ROOT / "packaging" / "requirements.lock"
    for command in (
        [sys.executable, "-m", "venv", str(environment)],
        [*pip, "--no-deps", "--require-hashes", "-r", str(lock)],
        [*pip, "--no-deps", str(wheel)],
    ):
        subprocess.run(command, cwd=folder, check=True)
    program = str(environment / SCRIPTS / "a4s-gui")
    home = folder / "home"
    home.mkdir()
    made = Use(lambda *words: [program, *words], plain_environment(str(home)))
    output = folder / "wheel"
    output.mkdir()
    use_all(made, output, str(output))
    return made


def plain_environment(home: str) -> dict[str, str]:
    """Return what a program needs to be told, and no more."""
    return {
        "PATH": "/usr/bin:/bin",
        "HOME": home,
        "LANG": "C.UTF-8",
        "SOURCE_DATE_EPOCH": str(source_date()),
    }


def _run(use: Use, *words: str) -> subprocess.CompletedProcess[str]:
    done = ended(*use.command(*words), env=dict(use.environment), cwd="/")
    if done.returncode:
        raise SystemExit(f"a4s-gui {' '.join(words)}: status {done.returncode}: {done.stderr}")
    return done
