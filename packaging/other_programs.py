"""A Debian 12 of its own with programs that this machine cannot have, for ``make interop``.

Beside the programs of Debian 12 itself, exported files are to be read by a newer KiCad, which would
take the older one's place, and by some that nobody should have to install for a test. They live in
a folder that outlasts a clone: made once, in some minutes, and anew when what is wanted changes.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from machine import SUITE, Machine, mirror
from system_packages import ended, require

PLACE = Path("/var/cache/a4s-gui/other-programs")
PROGRAMS = ("kicad", "inkscape", "chromium", "librecad")
"""By the names of their packages; KiCad and what fits it are of the backports."""
_WITH_THEM = ("python3-lxml", "python3-cssselect")
"""Inkscape reads DXF by a script in Python that it only recommends what to run with."""
_BACKPORTS = f"{SUITE}-backports"
_RECIPE = " ".join((_BACKPORTS, *PROGRAMS, *_WITH_THEM))
_STAMP = PLACE / "made-of"


def is_made() -> bool:
    """Return whether the machine is there, whole and with what is wanted now."""
    return _STAMP.is_file() and _STAMP.read_text(encoding="utf-8") == _RECIPE


def other_programs(shared: Iterable[Path]) -> Machine:
    """Return the machine with the programs, which sees some folders of this one."""
    return Machine(PLACE / "root", shared)


def versions() -> Mapping[str, str]:
    """Return the version of each program in the machine, by its package."""
    return installed_versions(PROGRAMS, PLACE / "root" / "var/lib/dpkg")


def installed_versions(packages: Iterable[str], folder: Path) -> Mapping[str, str]:
    """Return the versions of Debian packages, by their names; those that are missing are not there.

    ``folder`` is where dpkg keeps its lists.
    """
    form = ("-W", "-f", "${Package} ${Version}\n")
    done = ended("dpkg-query", f"--admindir={folder}", *form, *packages)
    return dict(line.split(" ", 1) for line in done.stdout.splitlines() if not line.endswith(" "))


def make() -> None:
    """Make the machine, unless it is there; where that fails nothing is left to be taken for it."""
    if is_made():
        return
    begun = time.monotonic()
    print(f"making {PLACE}, a Debian with {', '.join(PROGRAMS)}: some minutes", flush=True)
    require({"debootstrap": "debootstrap"})
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    machine = other_programs(())
    machine.make()
    places = mirror()
    if not places:
        raise SystemExit(f"this machine has no source of packages for {SUITE}: other-programs")
    line = f"deb {places[0]} {_BACKPORTS} main\n"
    (machine.root / "etc/apt/sources.list.d/backports.list").write_text(line, encoding="utf-8")
    apt = ("apt-get", "-qq", "-y")
    machine.run(*apt, "update")
    # All from the backports where they have it: KiCad 9 needs some, and the rest has to fit those.
    wanted = ("install", "--no-install-recommends", "-t", _BACKPORTS, *PROGRAMS, *_WITH_THEM)
    machine.run(*apt, *wanted)
    machine.run("apt-get", "clean")
    _STAMP.write_text(_RECIPE, encoding="utf-8")
    print(f"made in {time.monotonic() - begun:.0f} s", flush=True)


def main() -> None:
    """Make the machine where root may, else say what will not be run."""
    if os.geteuid() == 0 and sys.platform == "linux" and shutil.which("apt-get"):
        make()
    elif not is_made():
        print(f"not run, for want of a Debian and of root: {', '.join(PROGRAMS)} in {PLACE}")


if __name__ == "__main__":
    main()
