"""Makes wheel and sdist, and from the wheel the frozen program: a folder that needs no Python."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from icu_data import cut_down
from system_packages import ended, install

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
ENVIRONMENT = BUILD / "package-venv"
FROZEN = BUILD / "frozen" / "a4s-gui"
LOCK = ROOT / "packaging" / "requirements-package.lock"
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"
PYTHON = ENVIRONMENT / SCRIPTS / "python"

# Their symbol tables lie where patchelf has put them: strip breaks the libraries.
_NOT_STRIPPED = ("numpy", "numpy.libs")


def source_date() -> int:
    """Return the date of all that is made: when its sources changed, in seconds since 1970.

    ``SOURCE_DATE_EPOCH`` where it is set, else that of the last commit.
    """
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    done = ended("git", "log", "-1", "--format=%ct", cwd=ROOT)
    # An unpacked sdist has no history, but all its files have one date.
    return int(done.stdout or (ROOT / "pyproject.toml").stat().st_mtime)


def environment() -> dict[str, str]:
    """Return the environment in which the same sources give the same bytes."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(source_date()),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "LC_ALL": "C.UTF-8" if sys.platform == "linux" else "",
    }


def run(*command: str | Path) -> None:
    """Run a program in the project's folder; it must end well."""
    subprocess.run([str(word) for word in command], cwd=ROOT, env=environment(), check=True)


def make_distributions() -> tuple[Path, Path]:
    """Make wheel and sdist anew in ``dist`` and return them."""
    DIST.mkdir(exist_ok=True)
    for old in (*DIST.glob("*.whl"), *DIST.glob("*.tar.gz")):
        old.unlink()
    run(sys.executable, "-m", "hatchling", "build", "-d", DIST)
    (wheel,) = DIST.glob("*.whl")
    (sdist,) = DIST.glob("*.tar.gz")
    return wheel, sdist


def make_environment(wheel: Path) -> None:
    """Install the wheel, the locked packages and PyInstaller in an environment of their own."""
    stamp = ENVIRONMENT / "lock.stamp"
    wanted = f"{sys.version}\n{LOCK.read_text(encoding='utf-8')}"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        run(sys.executable, "-m", "venv", "--clear", ENVIRONMENT)
        _pip("install", "--no-deps", "--require-hashes", "-r", LOCK)
        stamp.write_text(wanted, encoding="utf-8")
    _pip("install", "--no-deps", "--force-reinstall", wheel)


def site_packages(python: Path) -> Path:
    """Return the folder in which a Python of an environment has its packages."""
    (packages,) = python.parent.parent.glob("lib/python3*/site-packages")
    return packages


def freeze() -> Path:
    """Freeze what is installed in the environment; return the program's folder."""
    shutil.rmtree(FROZEN.parent, ignore_errors=True)
    run(
        *(PYTHON, "-P", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"),
        *("--distpath", FROZEN.parent, "--workpath", BUILD / "pyinstaller"),
        ROOT / "packaging" / "a4s_gui.spec",
    )
    if sys.platform == "linux":
        _slim(FROZEN / "_internal")
    return FROZEN


def require_shared_python() -> None:
    """See to it that this Python has a library to freeze; on Debian it is in a package of its own.

    One that is linked as one piece has none: this ends the program.
    """
    if sys.platform == "win32" or sysconfig.get_config_var("PYTHONFRAMEWORK") or _shared_python():
        return
    if Path(sys.base_prefix) == Path("/usr"):
        install([f"libpython{sysconfig.get_python_version()}"])
    if not _shared_python():
        library = sysconfig.get_config_var("INSTSONAME")
        raise SystemExit(
            f"{library} is missing: it is frozen into the program; build Python with "
            "--enable-shared, or name another: make package PYTHON=/path/to/python3"
        )


def _shared_python() -> bool:
    folders = [str(sysconfig.get_config_var(name)) for name in ("LIBDIR", "LIBPL")]
    parts = ("", sysconfig.get_config_var("MULTIARCH") or "")
    library = str(sysconfig.get_config_var("INSTSONAME"))
    return any(Path(folder, part, library).exists() for folder in folders for part in parts)


def _slim(folder: Path) -> None:
    """Take out of the libraries what nobody reads, and where they were built."""
    for library in sorted(folder.rglob("*.so*")):
        if library.is_symlink():
            continue
        library.chmod(0o644)
        if _looks_elsewhere(library):
            run("chrpath", "--delete", library)
        if library.name.startswith("libicudata.so"):
            cut_down(library)
        elif library.relative_to(folder).parts[0] not in _NOT_STRIPPED:
            run("strip", "--strip-unneeded", "--remove-section=.comment", library)


def _looks_elsewhere(library: Path) -> bool:
    """Return whether a library looks for others in a folder of the machine it was built on."""
    said = ended("objdump", "-p", library, check=True).stdout
    return re.search(r"^\s*R(?:UN)?PATH\s+/", said, re.MULTILINE) is not None


def _pip(*arguments: str | Path) -> None:
    run(PYTHON, "-m", "pip", "-qq", "--disable-pip-version-check", *arguments)
