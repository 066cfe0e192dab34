"""What a step needs of the system: installed with apt where root may, else named."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any


def require(programs: Mapping[str, str]) -> None:
    """See to it that programs are on the path, each given with the Debian package that has it.

    Those that are missing and cannot be installed end this program, with the packages' names.
    """
    install(sorted({package for program, package in programs.items() if not _on_path(program)}))
    missing = [program for program in programs if not _on_path(program)]
    if missing:
        raise SystemExit(f"still not to be found after installing: {', '.join(missing)}")


def require_libraries(libraries: Mapping[str, str]) -> None:
    """See to it that libraries can be loaded, as :func:`require` does of programs."""
    install(sorted({package for library, package in libraries.items() if not _loads(library)}))


def install(packages: Sequence[str]) -> None:
    """Install Debian packages; without any this does nothing.

    Where they cannot be installed this program ends, with the line to type.
    """
    if not packages:
        return
    by_hand = f"sudo apt-get install --no-install-recommends -y {' '.join(packages)}"
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise SystemExit(f"system packages are missing; install them with: {by_hand}")
    print("installing system packages:", *packages, file=sys.stderr)
    apt_get("update", fail=False)
    apt_get("install", "--no-install-recommends", "-y", *packages)


def apt_get(*arguments: str, fail: bool = True) -> None:
    """Run apt-get without questions and without chatter."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = ended("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300", *arguments, env=environment)
    if done.returncode and fail:
        raise SystemExit(f"apt-get {' '.join(arguments)} failed:\n{done.stdout}{done.stderr}")


def ended(
    *command: str | Path, check: bool = False, **more: Any
) -> subprocess.CompletedProcess[str]:
    """Run a program to its end and return it with what it said; nothing is typed into it.

    With ``check`` it must end well; ``more`` is as for ``subprocess.run``.
    """
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=check, **more
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _on_path(program: str) -> bool:
    return shutil.which(program) is not None
