"""What holds for every test: no display, and property tests untimed and the same in every run."""

from __future__ import annotations

import os

from hypothesis import settings

# Before anything can load Qt. A test never shows a window on somebody's screen.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))
