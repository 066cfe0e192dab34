"""The package, and the wheel's code, on a Debian without Python and without Qt's libraries."""

from __future__ import annotations

import shutil
from pathlib import Path

from freeze import BUILD, site_packages, source_date
from machine import USER, Machine
from screen import Screen, open_window
from use import PAIR, Use, use_all

_COMMAND = "/usr/bin/a4s-gui"
_PACKAGE = "/tmp/a4s-gui.deb"  # noqa: S108 - in the machine
_UNPACKED = "/tmp/unpacked"  # noqa: S108 - in the machine
_APT = ("apt-get", "-qq", "-y", "--no-install-recommends")
_HOME = "/home/tester"
_STATUS = 2


def name_missing_libraries(machine: Machine, package: Path, display: Screen) -> None:
    """See that the unpacked program, without its dependencies, says which packages it lacks."""
    shutil.copy(package, machine.root / _PACKAGE[1:])
    machine.run("dpkg-deb", "-x", _PACKAGE, _UNPACKED)
    _must_name_packages(machine, f"{_UNPACKED}{_COMMAND}", display=display)
    shutil.rmtree(machine.root / _UNPACKED[1:])


def wheel_names_missing_libraries(machine: Machine, wheel: Use, display: Screen) -> None:
    """See that the wheel's code says the same, under a Python that has no libraries of Qt."""
    machine.run(*_APT, "install", "python3")
    shutil.copytree(site_packages(Path(wheel.command()[0])), machine.root / "opt" / "packages")
    command = ("python3", "-m", "a4s_gui")
    _must_name_packages(machine, *command, display=display, path="/opt/packages")


def install_use_remove(machine: Machine, package: Path, wheel: Use, display: Screen) -> None:
    """Install the package with what it depends on, use it, remove it, look for traces.

    It must do what the wheel did.
    """
    if machine.run("sh", "-c", "command -v python3 || command -v python", check=False).stdout:
        raise SystemExit("the bare machine has a Python; this would prove nothing")
    shutil.copy(package, machine.root / _PACKAGE[1:])
    before = machine.files()
    machine.run(*_APT, "update")
    machine.run(*_APT, "install", _PACKAGE)

    settings = {"SOURCE_DATE_EPOCH": str(source_date())}
    use = Use(lambda *words: machine.command(_COMMAND, *words, user=USER, **settings), {})
    output = machine.root / _HOME[1:] / "exported"
    machine.run("mkdir", f"{_HOME}/exported", user=USER)
    use_all(use, output, f"{_HOME}/exported")
    _compare(use, wheel)
    without_display = machine.run(_COMMAND, user=USER, check=False)
    if without_display.returncode != _STATUS or "no display" not in without_display.stderr:
        raise SystemExit(f"without a display: {without_display}")
    shown = machine.command(_COMMAND, PAIR, user=USER, DISPLAY=display.display)
    open_window(shown, display, picture=BUILD / "test-package-window.ppm")

    machine.run(*_APT, "purge", "a4s-gui")
    _compare_files(before, machine.files(), only="a4s")
    machine.run(*_APT, "autoremove", "--purge")
    _compare_files(before, machine.files())


def _must_name_packages(machine: Machine, *command: str, display: Screen, path: str = "") -> None:
    for words in ((), ("export", PAIR, "-o", "/root/pair.png")):
        ended = machine.run(*command, *words, check=False, DISPLAY=display.display, PYTHONPATH=path)
        lines = ended.stderr.splitlines()
        if ended.returncode != _STATUS or len(lines) != 1 or "apt-get install lib" not in lines[0]:
            raise SystemExit(f"without Qt's libraries: status {ended.returncode}: {ended.stderr}")
    print(f"   {lines[0]}")


def _compare(use: Use, wheel: Use) -> None:
    said = [" ".join(words) for words, text in use.said.items() if wheel.said[words] != text]
    names = use.exported.keys() | wheel.exported.keys()
    files = sorted(n for n in names if use.exported.get(n) != wheel.exported.get(n))
    if said or files:
        raise SystemExit(f"the package and the wheel differ in: {', '.join(said + files)}")
    print(f"   {len(use.said)} commands say, and {len(names)} files are, the same as the wheel's")


def _compare_files(before: set[str], after: set[str], only: str = "") -> None:
    changed = sorted(path for path in before ^ after if only in path and _HOME not in path)
    if changed:
        raise SystemExit(f"once removed, these are left or lost: {', '.join(changed)}")
