"""Which fields of the state differ."""

from __future__ import annotations

from dataclasses import fields
from typing import get_args

from a4s_gui.session import reducers
from a4s_gui.session.changes import Field, changed_fields
from a4s_gui.session.state import State


def test_every_field_of_the_state_can_be_followed() -> None:
    assert set(get_args(Field)) == {field.name for field in fields(State)} | {"pattern", "rows"}


def test_only_what_differs_is_named() -> None:
    assert changed_fields(State(), State()) == set()
    assert changed_fields(reducers.set_text(State(), "40"), State()) == {"filter"}
    assert changed_fields(reducers.choose_pair(State(), "a"), State()) == {"pair_id"}


def test_the_pattern_that_is_drawn_depends_on_its_own_edits_only() -> None:
    edits = {"socket.contact_width_mm": 0.25}
    drawn = reducers.edit_figures(State(), edits)
    assert changed_fields(drawn, State()) == {"edits", "pattern"}
    other = reducers.forget_edits(reducers.set_pattern(drawn, "mine"), "default")
    assert changed_fields(other, State(pattern_name="mine", edits=drawn.edits)) == {"edits"}
