"""What holds for every test: no display, property tests untimed and the same in every run."""

from __future__ import annotations

import gc
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.geometry.land_pattern.pattern import LandPattern
from a4s_gui.geometry.land_pattern.reading import shipped_pattern

# Before anything can load Qt. A test never shows a window on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# As for a user: a program that a test starts is compiled once, not at every start of the run; and
# the tests themselves, at the first run.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Garbage is looked for a hundred times more rarely: the time of all tests goes into their own work.
# What a test of the window leaves behind is collected at its end.
gc.set_threshold(70_000, 20, 20)

settings.register_profile("steady", deadline=None, derandomize=True, max_examples=50)
settings.register_profile(
    "explore",
    deadline=None,
    max_examples=1_000,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """Return the shipped catalog."""
    return load_catalog()


@pytest.fixture(scope="session")
def pattern() -> LandPattern:
    """Return the default land pattern."""
    return shipped_pattern()
