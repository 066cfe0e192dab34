"""The datasheet's range of the stiffener margin, edges included."""

from __future__ import annotations

import pytest

from a4s_gui.geometry.land_pattern.advice import advice

MARGIN = "common.stiffener_margin_mm"


@pytest.mark.parametrize("value", [0.5, 0.75, 1.0])
def test_within_the_range_nothing_is_said(value: float) -> None:
    assert advice(MARGIN, value) == ""


@pytest.mark.parametrize("value", [0.0, 0.49, 1.01, 5.0])
def test_outside_the_range_the_datasheet_is_named(value: float) -> None:
    assert advice(MARGIN, value) == "The datasheet recommends 0.5 to 1.0 mm"


def test_other_figures_have_no_such_range() -> None:
    assert advice("common.courtyard_margin_mm", 5.0) == ""
    assert advice("socket.terminal_reference", "A") == ""
