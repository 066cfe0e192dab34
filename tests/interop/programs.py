"""The programs that exported files are read with, here and in a Debian of their own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from machine import Machine
from other_programs import installed_versions, is_made, other_programs, versions

HERE = ("kicad", "librsvg2-bin", "poppler-utils", "occt-draw")
_PYTHON = "/usr/bin/python3"
_NO_COMPLAINT = re.compile(r"(?m)^.*Debug: Adding duplicate image handler for .*\n")
"""What KiCad 9's module says of itself when it is loaded."""
_PATIENCE_S = 300
"""A program that opens a window that nobody sees would wait for ever."""
Done = subprocess.CompletedProcess[str]


def what_is_read_with() -> list[str]:
    """Return which programs read the files in this run, and which do not."""
    found = installed_versions(HERE, Path("/var/lib/dpkg"))
    lines = [f"read with {_listed(found)} and ezdxf"]
    lines += [f"MISSING: {', '.join(lacking)}"] if (lacking := sorted(HERE - found.keys())) else []
    if is_made():
        return [*lines, f"in a Debian of their own: {_listed(versions())}"]
    return [*lines, "NOT run: newer KiCad, Inkscape, Chromium, LibreCAD (root is needed once)"]


def _listed(found: Mapping[str, str]) -> str:
    return ", ".join(f"{name} {version}" for name, version in sorted(found.items()))


def machine_of_others(shared: Path) -> Machine:
    """Return the Debian with the other programs; where root could have made it, it must be there.

    ``shared`` is the folder that its programs see as they see it here.
    """
    if not is_made() and os.geteuid() == 0:
        pytest.fail("the other programs are not there: packaging/other_programs.py makes them")
    if not is_made():
        pytest.skip("the Debian with the other programs can only be made by root")
    return other_programs([shared])


def run_other(machine: Machine, work: Path, *words: str | Path) -> str:
    """Run one of the other programs, without a display; return what it prints.

    What it complains of is its own surroundings, a desktop that is not there.
    """
    settings = {"HOME": f"{work}", "XDG_RUNTIME_DIR": f"{work}", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        machine.command(*map(str, words), user=0, **settings),
        check=False,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@dataclass(frozen=True)
class KiCad:
    """One version of KiCad: that of this machine, or of the Debian with the other programs."""

    version: str
    machine: Machine | None = None

    def python(self, script: Path, *words: Path) -> Done:
        """Run a script with KiCad's Python module; the last word is in the folder to work in."""
        work = words[-1].parent
        copied = shutil.copy(script, work)
        done = self._run(work, _PYTHON, copied, *words)
        done.stderr = _NO_COMPLAINT.sub("", done.stderr)
        return done

    def cli(self, work: Path, *words: str | Path) -> str:
        """Run KiCad's command line, which must end well; return what it says."""
        done = self._run(work, "kicad-cli", *words)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def _run(self, work: Path, *words: str | Path) -> Done:
        settings = {"HOME": str(work), "KICAD_CONFIG_HOME": str(work)}
        texts = [str(word) for word in words]
        command = self.machine.command(*texts, user=0, **settings) if self.machine else texts
        return subprocess.run(
            command, env={**os.environ, **settings}, check=False, capture_output=True, text=True
        )
