"""Undo and redo: what was chosen before and after, as values. The time is passed in."""

from __future__ import annotations

from typing import Any

from a4s_gui.frozen import frozen, replace
from a4s_gui.session.state import State
from a4s_gui.session.steps.step_words import PAIR_BURST, burst_of, step_words

MOST_STEPS = 500
"""So many can be taken back; older ones are forgotten."""
_UNRECORDED = ("pad", "board", "pattern_reading", "lit_figure")
_BURST_S = 1.0
"""Within so many seconds of each other, keys or turns of a wheel at one thing are one step."""
_KEY_REPEAT_S = 0.2
"""The same for rows that a held arrow key runs through; clicks are slower."""


@frozen
class Step:
    """One step: the state on its other side, what it changes, and when it was taken last."""

    state: State
    words: str
    burst: str = ""
    at_s: float = 0.0


@frozen
class History:
    """The steps that led here, the last one last, and those that were taken back, likewise."""

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()


def same_choice(one: State, other: State) -> bool:
    """Say whether two states are the same to undo: what is pointed at, or a board's, is none."""
    return replace(one, **unrecorded(other)) == other


def unrecorded(state: State) -> dict[str, Any]:
    """Return the fields of a state that no step changes: undo leaves them as they are."""
    return {name: getattr(state, name) for name in _UNRECORDED}


def recorded(history: History, new: State, old: State, now_s: float) -> History:
    """Return the history after a step from one state to another, at a time in seconds.

    What is typed within a moment is one step, and typing it back to how it was is none.
    """
    if same_choice(new, old):
        return history
    burst = burst_of(new, old)
    typed_back = _typed_back(history, new, burst)
    if typed_back is not None:
        return typed_back
    last = history.past[-1] if history.past else None
    if last is not None and not history.future and _goes_on(last, burst, now_s):
        step = replace(last, words=step_words(new, last.state), at_s=now_s)
        return History((*history.past[:-1], step))
    step = Step(old, step_words(new, old), burst, now_s)
    return History((*history.past, step)[-MOST_STEPS:])


def undone(history: History, present: State) -> tuple[History, State]:
    """Return the history and the state one step back; the same where there is none."""
    if not history.past:
        return history, present
    *past, step = history.past
    taken_back = replace(step, state=present, burst="")
    return History(tuple(past), (*history.future, taken_back)), step.state


def redone(history: History, present: State) -> tuple[History, State]:
    """Return the history and the state after the step that was taken back last."""
    if not history.future:
        return history, present
    *future, step = history.future
    taken_again = replace(step, state=present)
    return History((*history.past, taken_again), tuple(future)), step.state


def _goes_on(last: Step, burst: str, now_s: float) -> bool:
    within_s = _KEY_REPEAT_S if burst == PAIR_BURST else _BURST_S
    return bool(burst) and last.burst == burst and now_s - last.at_s <= within_s


def _typed_back(history: History, new: State, burst: str) -> History | None:
    """Return the history without the steps that a field's own undo has taken back."""
    past = history.past
    while past and burst not in ("", PAIR_BURST) and past[-1].burst == burst:
        if same_choice(new, past[-1].state):
            return History(past[:-1])
        past = past[:-1]
    return None
