"""packaging/setup.sh on machines that lack something, played by stand-ins on the path."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="system packages are Linux's")


class Machine:
    """A machine whose Python finds libEGL missing, whatever is installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.command("python", 'case "$*" in *missing.py) echo libegl1 libEGL.so.1 ;; esac')
        self.command("apt-get", f'echo "$@" >>{folder}/apt.log')
        self.user(1000)
        self.command("sudo", "exit 1")

    def command(self, name: str, script: str) -> None:
        path = self.folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)

    def user(self, number: int) -> None:
        self.command("id", f"echo {number}")

    def apt_calls(self) -> str:
        log = self.folder / "apt.log"
        return log.read_text(encoding="utf-8") if log.exists() else ""

    def set_up(self, python: str = "") -> subprocess.CompletedProcess[str]:
        environment = os.environ | {
            "PATH": f"{self.folder}:{os.environ['PATH']}",
            "PYTHON": python or str(self.folder / "python"),
        }
        return subprocess.run(
            [ROOT / "packaging" / "setup.sh"],
            env=environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_without_rights_it_prints_the_line_to_type(machine: Machine) -> None:
    run = machine.set_up()

    assert run.returncode == 1
    assert run.stderr.endswith(": sudo apt-get install --no-install-recommends -y libegl1\n")
    assert machine.apt_calls() == ""


def test_root_installs_what_is_missing_and_looks_again(machine: Machine) -> None:
    machine.user(0)

    run = machine.set_up()

    assert "update" in machine.apt_calls()
    assert "install --no-install-recommends -y libegl1\n" in machine.apt_calls()
    assert run.returncode == 1
    assert run.stderr.endswith("still not to be found after installing: libegl1\n")


def test_sudo_that_does_not_ask_is_used(machine: Machine) -> None:
    machine.command("sudo", '[ "$1" = -n ] && shift && exec "$@"')

    machine.set_up()

    assert "install --no-install-recommends -y libegl1\n" in machine.apt_calls()


def test_a_python_that_is_too_old_or_absent_is_named(machine: Machine) -> None:
    machine.command("python", "exit 1")

    for python in (str(machine.folder / "python"), "/nowhere/python3"):
        run = machine.set_up(python)

        assert run.returncode == 1
        assert "no Python 3.11 or newer" in run.stderr
        assert python in run.stderr
