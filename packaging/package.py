"""``make package``: wheel, sdist and the frozen program, and what this system installs it from."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import deb
from freeze import FROZEN, ROOT, freeze, make_distributions, make_environment
from system_packages import require


def make_package() -> None:
    """Make everything that can be made on this system, and say what it weighs."""
    if sys.platform == "linux":
        require(deb.PROGRAMS)
    wheel, sdist = make_distributions()
    make_environment(wheel)
    folder = freeze()
    made = [wheel, sdist]
    if sys.platform == "linux":
        made.append(deb.make(folder))
    for path in made:
        print(f"{path.stat().st_size / 1e6:8.1f} MB  {path.relative_to(ROOT)}")
    print(f"{size_of(folder) / 1e6:8.1f} MB  {FROZEN.relative_to(ROOT)}/, of which")
    for name, size in parts_of(folder):
        print(f"{size / 1e6:12.1f} MB  {name}")


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
