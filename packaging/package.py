"""``make package``: wheel, sdist and the frozen program, and what this system installs it from."""

from __future__ import annotations

import shutil
import sys
import sysconfig
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import deb
from freeze import (
    BUILD,
    DIST,
    ENVIRONMENT,
    FROZEN,
    PYTHON,
    ROOT,
    freeze,
    make_distributions,
    make_environment,
    require_shared_python,
    run,
)
from licences import copyright_file
from system_packages import require, require_libraries

from a4s_gui import __version__

_LICENCES = "LICENCES.txt"
_PREFIX = {"base": str(ENVIRONMENT), "platbase": str(ENVIRONMENT)}


def make_package() -> None:
    """Make everything that can be made on this system, and say what it weighs."""
    if sys.platform == "linux":
        require(deb.PROGRAMS)
        require_libraries(deb.LIBRARIES)
    require_shared_python()
    wheel, sdist = make_distributions()
    make_environment(wheel)
    _icon()
    folder = freeze()
    made = [wheel, sdist]
    if sys.platform == "linux":
        made.append(deb.make(folder))
    else:
        _write_licences(folder)
        made += _installer()
    for path in made:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(ROOT)}")
    print(f"{size_of(folder) / 1e6:8.1f} MB  {FROZEN.relative_to(ROOT)}/, of which")
    for name, size in parts_of(folder):
        print(f"{size / 1e6:12.1f} MB  {name}")


def _icon() -> None:
    """Draw the icon that Windows and macOS want within the program; Linux has it beside."""
    wanted = {"win32": ("256", "a4s-gui.ico"), "darwin": ("512", "a4s-gui.icns")}
    if sys.platform in wanted:
        size, name = wanted[sys.platform]
        folder = BUILD / "icons"
        folder.mkdir(exist_ok=True)
        source = ROOT / "resources" / "icons" / "a4s-gui.svg"
        run(PYTHON, ROOT / "packaging" / "icons.py", source, size, folder / name)


def _write_licences(folder: Path) -> None:
    text = copyright_file("a4s-gui", Path(sysconfig.get_path("purelib", vars=_PREFIX)))
    (folder / _LICENCES).write_text(text, encoding="utf-8")


def _installer() -> list[Path]:
    """Make what this system installs from, where the tool for it is there."""
    if sys.platform == "darwin":
        return [_disk_image()]
    if shutil.which("iscc") is None:
        print("no installer is made: iscc, Inno Setup's compiler, is not on the path")
        return []
    run("iscc", f"/DVersion={__version__}", ROOT / "packaging" / "windows" / "a4s-gui.iss")
    return [DIST / f"a4s-gui-{__version__}-setup.exe"]


def _disk_image() -> Path:
    """Make the image of a disk with the bundle, and the licences beside it."""
    disk = BUILD / "disk"
    shutil.rmtree(disk, ignore_errors=True)
    disk.mkdir()
    bundle = FROZEN.parent / "A4S selector.app"
    shutil.copytree(bundle, disk / bundle.name, symlinks=True)
    shutil.copy(FROZEN / _LICENCES, disk)
    image = DIST / f"a4s-gui-{__version__}.dmg"
    run("hdiutil", "create", "-ov", "-fs", "HFS+", "-srcfolder", disk, image)
    return image


def size_of(path: Path) -> int:
    """Return the bytes of a file, or of all files of a folder."""
    if path.is_dir():
        return sum(size_of(child) for child in path.iterdir())
    return path.lstat().st_size


def parts_of(folder: Path) -> list[tuple[str, int]]:
    """Return what the folder is made of, the largest first; what is below 0.1 MB is left out."""
    inner = folder / "_internal"
    found = [("launcher with Python's modules", size_of(folder / "a4s-gui"))]
    found += [(path.name, size_of(path)) for path in inner.iterdir()]
    return sorted(((n, s) for n, s in found if s > 1e5), key=lambda part: -part[1])


if __name__ == "__main__":
    make_package()
