"""PySide6 6.12.0 on Python < 3.12 drops a reference to None at every void call.

After some 5,000 calls the interpreter aborts with "none_dealloc". Until a release mends it, the
metadata and the lock files keep it out, and 20,000 calls show that what is installed can be used.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent

VOID_CALLS = """
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(20_000):
    thing.setObjectName("thing")
print("alive")
"""


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [Requirement(line) for line in project["dependencies"]]


def qt_allowed(python: str) -> list[Requirement]:
    return [
        requirement
        for requirement in requirements()
        if requirement.name == "PySide6-Essentials"
        and (not requirement.marker or requirement.marker.evaluate({"python_version": python}))
    ]


def test_twenty_thousand_void_calls_survive() -> None:
    run = subprocess.run(
        [sys.executable, "-c", VOID_CALLS], capture_output=True, text=True, timeout=60, check=False
    )

    assert run.stdout == "alive\n", (
        f"Python {sys.version.split()[0]} ended with status {run.returncode} after many void Qt "
        f"calls; this PySide6 cannot be used with it:\n{run.stderr[:500]}"
    )


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_broken_release_is_kept_from_old_pythons_only(python: str) -> None:
    (requirement,) = qt_allowed(python)

    assert requirement.specifier.contains("6.11.3")
    assert requirement.specifier.contains("6.12.0") == (python != "3.11")


def test_pyside6_with_all_its_addons_is_never_asked_for() -> None:
    names = {requirement.name.lower() for requirement in requirements()}

    assert names.isdisjoint({"pyside6", "pyside6-addons"})


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_hold_to_the_same(lock: str) -> None:
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    locked = re.findall(r"^(pyside6[\w-]*)==(\S+) ;.*(<|>=) '3\.12'", text, re.MULTILINE)

    assert {name for name, _, _ in locked} == {"pyside6-essentials"}
    assert all(Version(version) < Version("6.12") for _, version, side in locked if side == "<")
    assert not re.search(r"^pyside6(-addons)?==", text, re.MULTILINE)
    assert not re.search(r"https?://|file:|--index-url|--find-links", text)
