"""How long the rest of many files takes, told by a clock of the test's own."""

from __future__ import annotations

from a4s_gui.export.many.pace import Pace


def test_what_is_left_is_said_once_it_is_known_in_seconds_and_minutes() -> None:
    now_s = 100.0
    pace = Pace(72, clock=lambda: now_s)
    assert pace.words == "0 of 72 files"
    pace.step()
    now_s += 0.9
    assert pace.words == "1 of 72 files", "workers have just started"
    now_s += 0.1
    assert pace.words == "1 of 72 files, 71 s left"
    now_s += 1.0
    assert pace.words == "1 of 72 files, 2 min left"
    for _ in range(70):
        pace.step()
    assert pace.words == "71 of 72 files, 1 s left"
    pace.step()
    assert pace.words == "72 of 72 files"
