"""``make test-package``: installs what ``make package`` made, uses it, removes it again."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from statistics import median

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import tested
from bare_machine_test import (
    install_use_remove,
    name_missing_libraries,
    wheel_names_missing_libraries,
)
from freeze import DIST, FROZEN, freeze
from machine import bare_debian
from package import make_package
from screen import Screen, open_window, screen
from system_packages import ended, require
from use import PAIR, Use, installed_wheel

_PROGRAMS = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "debootstrap": "debootstrap",
    "desktop-file-validate": "desktop-file-utils",
    "lintian": "lintian",
    "man": "man-db",
    "xdotool": "xdotool",
}
_STARTS = 7


def main() -> None:
    """Test all of it, and remember that; the first failure ends it with status 1."""
    if os.geteuid() != 0:
        raise SystemExit("a Debian can only be made, and programs run in it, by root")
    require(_PROGRAMS)
    with step("make the package"):
        make_package()
    (package,), (wheel,) = DIST.glob("*.deb"), DIST.glob("*.whl")
    with step("freeze the same sources again: the same files"):
        freeze_again()
    with step("look for errors with lintian, desktop-file-validate, appstreamcli and man"):
        validate(package)
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        with step("install the wheel in a clean environment, use it from another folder"):
            expected = installed_wheel(wheel, Path(folder))
            window(expected, display)
        with step("start the frozen program and the installed wheel in turn"):
            compare_starts(expected, display)
        with step("make a bare Debian 12"), bare_debian() as machine:
            with step("without Qt's libraries, name the packages that have them"):
                name_missing_libraries(machine, package, display)
            with step("install the package, use it, remove it without a trace"):
                install_use_remove(machine, package, expected, display)
            with step("without Qt's libraries, name the packages from the wheel too"):
                wheel_names_missing_libraries(machine, expected, display)
    tested.note()
    print(f"all is well; commit {tested.STAMP} to say so")


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is tested and how long it took."""
    print(f"== {what}", flush=True)
    begun = time.monotonic()
    yield
    print(f"   {time.monotonic() - begun:.0f} s: {what}", flush=True)


def freeze_again() -> None:
    """Freeze a second time: the same files must come out, with the same in them."""
    before = fingerprints(FROZEN)
    after = fingerprints(freeze())
    different = sorted(name for name, _ in before.items() ^ after.items())
    if different:
        raise SystemExit(f"frozen again, these differ: {', '.join(dict.fromkeys(different))}")
    print(f"   {len(after)} files, all the same")


def fingerprints(folder: Path) -> dict[str, str]:
    """Return a hash of each file of a folder, by its path."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def validate(package: Path) -> None:
    """Run the checkers of each kind of file; the first error ends this program with its words."""
    with tempfile.TemporaryDirectory() as folder:
        _quiet("dpkg-deb", "-x", str(package), folder)
        share = Path(folder, "usr", "share")
        _quiet("lintian", "--allow-root", "--fail-on", "error,warning", str(package))
        _quiet("desktop-file-validate", str(share / "applications" / "a4s-gui.desktop"))
        for metainfo in (share / "metainfo").iterdir():
            _quiet("appstreamcli", "validate", "--no-net", "--pedantic", str(metainfo))
        page = share / "man" / "man1" / "a4s-gui.1.gz"
        if said := _quiet("man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(page)):
            raise SystemExit(f"man finds in {page.name}: {said}")


def window(use: Use, display: Screen) -> None:
    """Open the window, see that the drawing comes, close it."""
    open_window(use.command(PAIR), display, use.environment)


def compare_starts(wheel: Use, display: Screen) -> None:
    """Print how long both take until the first thing is painted; that depends on the machine."""
    frozen, installed = [], []
    for _ in range(_STARTS):
        frozen.append(open_window([str(FROZEN / "a4s-gui"), PAIR], display, wheel.environment))
        installed.append(open_window(wheel.command(PAIR), display, wheel.environment))
    ours, theirs = median(frozen), median(installed)
    print(f"   frozen {ours:.2f} s, wheel {theirs:.2f} s, ratio {ours / theirs:.2f}")


def _quiet(*command: str) -> str:
    """Run a checker; return what it said on standard error."""
    done = ended(*command)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}:\n{done.stdout}{done.stderr}")
    return done.stderr


if __name__ == "__main__":
    main()
