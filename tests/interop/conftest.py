"""What the tests that run other programs share; the run begins by saying which those are."""

from __future__ import annotations

import pytest
from machine import Machine

from tests.interop.programs import KiCad, machine_of_others, what_is_read_with


def pytest_report_header() -> list[str]:
    """Say what files are read with."""
    return what_is_read_with()


@pytest.fixture(scope="session")
def others(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """Return the Debian with the other programs."""
    return machine_of_others(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="session")
def kicad_9(others: Machine) -> KiCad:
    """Return the newer KiCad."""
    return KiCad("9", others)


@pytest.fixture(scope="session", params=["6", "9"])
def kicad(request: pytest.FixtureRequest) -> KiCad:
    """Return this machine's KiCad, then the newer one."""
    if request.param == "6":
        return KiCad("6")
    newer: KiCad = request.getfixturevalue("kicad_9")
    return newer
