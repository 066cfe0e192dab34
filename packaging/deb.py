"""Makes the Debian package from the frozen program."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import os
import shutil
from pathlib import Path

from deb_depends import dependencies
from freeze import BUILD, DIST, PYTHON, ROOT, run, site_packages, source_date
from licences import copyright_file, differences
from man_page import man_page
from system_packages import ended

from a4s_gui import __version__

PROGRAMS = {
    "as": "binutils",
    "chrpath": "chrpath",
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "ld": "binutils",
    "objdump": "binutils",
    "strip": "binutils",
}
"""What a package is made with, each with its Debian package."""

LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
"""What the package depends on and ``make setup`` does not install, each with its Debian package.

``dpkg-shlibdeps`` reads in installed packages which versions do.
"""

REVISION = 1
MAINTAINER = "a4s_gui contributors <a4s-gui@users.noreply.invalid>"
_HOME = "usr/lib/a4s-gui"
_ICON_SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_LINUX = ROOT / "packaging" / "linux"
_METAINFO = "org.a4s_gui.selector.metainfo.xml"
_DESCRIPTION = """\
selector for A4S board-to-board connectors
 Narrows the pairs of the A4S series (0.4 mm pitch, 10 to 80 contacts, 0.8 and
 1.0 mm mated height) by pointing, shows a pair to scale with its dimensions
 and exports drawings, land patterns and tables.
 .
 Everything the window exports can be had on the command line too, without a
 display. The whole catalog is built in."""


def make(frozen: Path) -> Path:
    """Make the package of a frozen program, which the licences fit, in ``dist`` and return it."""
    if unclear := differences(frozen):
        raise SystemExit(f"licences.toml does not fit what is frozen: {', '.join(unclear)}")
    tree = BUILD / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree / _HOME, symlinks=True)
    link = _made(tree / "usr/bin/a4s-gui")
    link.symlink_to("../lib/a4s-gui/a4s-gui")
    share = tree / "usr/share"
    shutil.copyfile(_LINUX / "a4s-gui.desktop", _made(share / "applications/a4s-gui.desktop"))
    shutil.copyfile(_LINUX / "lintian-overrides", _made(share / "lintian/overrides/a4s-gui"))
    _icons(share / "icons/hicolor")
    date = dt.datetime.fromtimestamp(source_date(), dt.UTC)
    metainfo = (_LINUX / _METAINFO).read_text(encoding="utf-8")
    metainfo = metainfo.replace("@VERSION@", __version__).replace("@DATE@", f"{date:%Y-%m-%d}")
    _write(share / "metainfo" / _METAINFO, metainfo)
    _write_packed(share / "man/man1/a4s-gui.1.gz", man_page(date.date()))
    _documents(share / "doc/a4s-gui", date)
    _settle(tree)
    _control(tree)
    name = f"a4s-gui_{version()}_{architecture()}.deb"
    DIST.mkdir(exist_ok=True)
    for old in DIST.glob("*.deb"):
        old.unlink()
    run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, DIST / name)
    return DIST / name


def version() -> str:
    """Return the package's version: the program's, and which package of that it is."""
    return f"{__version__}-{REVISION}"


def architecture() -> str:
    """Return Debian's word for this machine's processor."""
    return ended("dpkg", "--print-architecture", check=True).stdout.strip()


def _icons(folder: Path) -> None:
    source = ROOT / "resources" / "icons" / "a4s-gui.svg"
    shutil.copyfile(source, _made(folder / "scalable" / "apps" / "a4s-gui.svg"))
    wanted: list[str | Path] = []
    for size in _ICON_SIZES_PX:
        wanted += [str(size), _made(folder / f"{size}x{size}" / "apps" / "a4s-gui.png")]
    run(PYTHON, ROOT / "packaging" / "icons.py", source, *wanted)


def _documents(folder: Path, date: dt.datetime) -> None:
    _write(folder / "copyright", copyright_file(_HOME, site_packages(PYTHON)))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    _write_packed(folder / "changelog.gz", changes)
    debian = (
        f"a4s-gui ({version()}) unstable; urgency=medium\n\n"
        f"  * Release {__version__}; changelog.gz tells what is new.\n\n"
        f" -- {MAINTAINER}  {date:%a, %d %b %Y %H:%M:%S} +0000\n"
    )
    _write_packed(folder / "changelog.Debian.gz", debian)


def _control(tree: Path) -> None:
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    fields = {
        "Package": "a4s-gui",
        "Version": version(),
        "Architecture": architecture(),
        "Maintainer": MAINTAINER,
        "Installed-Size": str(sum(map(_kibibytes, tree.rglob("*")))),
        "Depends": ", ".join(dependencies(tree / _HOME)),
        "Recommends": "xdg-utils",
        "Section": "electronics",
        "Priority": "optional",
        "Description": _DESCRIPTION,
    }
    sums = [
        f"{hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()}"
        f"  {path.relative_to(tree)}\n"
        for path in files
    ]
    _write(tree / "DEBIAN/control", "".join(f"{key}: {value}\n" for key, value in fields.items()))
    _write(tree / "DEBIAN/md5sums", "".join(sums))
    _settle(tree)


def _kibibytes(path: Path) -> int:
    """Return the whole blocks that a file takes, one for a folder: as Debian counts."""
    return -(-path.lstat().st_size // 1024) if path.is_file() else 1


def _settle(tree: Path) -> None:
    """Give every file the rights and the date that it is to have, whatever made it."""
    programs = {tree / _HOME / "a4s-gui"}
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path in programs else 0o644)
        os.utime(path, (source_date(), source_date()), follow_symlinks=False)


def _made(path: Path) -> Path:
    """Return the path of a file that is to be, once there is a folder for it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _write(path: Path, text: str) -> None:
    _made(path).write_text(text, encoding="utf-8")


def _write_packed(path: Path, text: str) -> None:
    # Without a name and a date in it, as gzip -9n does.
    _made(path).write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
