"""What a step changed, in a few words for the menu, and which steps are one: a burst of typing."""

from __future__ import annotations

from collections.abc import Callable

from a4s_gui.catalog.selection.query import Filter, asked_for
from a4s_gui.catalog.wording import printable
from a4s_gui.drawing.layer_presets import PRESETS
from a4s_gui.frozen import replace
from a4s_gui.geometry.land_pattern.editing import FIGURES
from a4s_gui.geometry.land_pattern.ways import WORKED_OUT, figures_behind
from a4s_gui.geometry.numbering import SCHEMES
from a4s_gui.session.changes import changed_fields
from a4s_gui.session.state import State

_MOST_CHARACTERS = 40
_FIGURE_LABELS = {
    figure.name: f"{figure.part} {figure.label}" for figure in (*FIGURES, *WORKED_OUT)
}
_TYPED_AT_ONCE = {frozenset(figures_behind(figure)) for figure in _FIGURE_LABELS}
"""The figures that change together when one is typed, in any way."""


def step_words(new: State, old: State) -> str:
    """Return what leads from one state to another: ``filter: 40 pins``, ``view: Mated``."""
    changed = changed_fields(new, old)
    words = next((say(new, old) for name, say in WORDS.items() if name in changed), "choice")
    return printable(words, _MOST_CHARACTERS)


def burst_of(new: State, old: State) -> str:
    """Return the name of the one thing that is typed or dragged at, empty where it is no such.

    Steps of the same name that follow each other closely are one step to the user.
    """
    if new.filter.text != old.filter.text and _same_but_text(new, old):
        return "search"
    changed = changed_fields(new, old) - {"pattern", "pad", "lit_figure"}
    if changed == {"edits"}:
        figures = {name for name, _ in new.pattern_edits.items() ^ old.pattern_edits.items()}
        # The field that has the keys tells one edge from the other: both change the same figures.
        parts = (new.pattern_name, new.lit_figure, *sorted(figures))
        return "/".join(parts) if figures in _TYPED_AT_ONCE else ""
    if changed == {"questions"}:
        return "questions"
    if changed == {"pair_id"}:
        return PAIR_BURST
    return ""


PAIR_BURST = "pair"
"""Rows that an arrow key runs through while it is held down."""


def _same_but_text(new: State, old: State) -> bool:
    """Return whether only the searched text differs, and the pair where one alone is found."""
    same = replace(
        new, filter=replace(new.filter, text=old.filter.text), pair_id=old.pair_id, pad=old.pad
    )
    return same == old


def _filter_words(new: State, old: State) -> str:
    if new.filter == Filter(limits=replace(Filter().limits, measure=new.filter.limits.measure)):
        return "reset of the filters"
    if new.filter.text != old.filter.text:
        return f"search: {new.filter.text.strip() or 'none'}"
    after, before = asked_for(new.filter), asked_for(old.filter)
    added = [part for part in after if part not in before]
    removed = [part for part in before if part not in after]
    if added:
        return f"filter: {' and '.join(added)}"
    return f"filter: without {' and '.join(removed)}" if removed else "filter: what is measured"


def _edit_words(new: State, old: State) -> str:
    every = {**old.pattern_edits, **new.pattern_edits}
    figures = {n for n in every if new.pattern_edits.get(n) != old.pattern_edits.get(n)}
    lit = _FIGURE_LABELS.get(new.lit_figure)
    if lit and figures == set(figures_behind(new.lit_figure)):
        return lit
    labels = [_FIGURE_LABELS[name] for name in figures if name in _FIGURE_LABELS]
    return labels[0] if len(labels) == 1 else "figures of the land pattern"


def _layer_words(new: State, old: State) -> str:
    changed = new.layers ^ old.layers
    if len(changed) == 1:
        return f"layer: {next(iter(changed)).words.title}"
    titles = [preset.title for preset in PRESETS if preset.layers == new.layers]
    return f"layers: {next(iter(titles), 'another choice')}"


def _numbering_words(new: State, old: State) -> str:
    chosen = [
        words.title
        for group in SCHEMES.values()
        for scheme, words in group.items()
        if new.numbering.has(scheme) and not old.numbering.has(scheme)
    ]
    return f"numbering: {chosen[0]}" if len(chosen) == 1 else "numbering"


WORDS: dict[str, Callable[[State, State], str]] = {
    "part_list": lambda new, old: (
        "part list" if new.part_list.text != old.part_list.text else "correction in the part list"
    ),
    "filter": _filter_words,
    "pattern_name": lambda new, _: f"land pattern: {new.pattern_name}",
    "edits": _edit_words,
    "compared": lambda *_: "comparison",
    "questions": lambda new, old: (
        "pieces wanted"
        if (new.questions.sockets, new.questions.headers)
        != (old.questions.sockets, old.questions.headers)
        else "current needed"
    ),
    "view": lambda new, _: f"view: {new.view.words.title}",
    "layers": _layer_words,
    "board": lambda new, _: "pads of a board" if new.board else "without the board's pads",
    "wanted": lambda *_: "pieces of the part list",
    "numbering": _numbering_words,
    "from_below": lambda new, _: "from below" if new.from_below else "from above",
    "seen_from": lambda new, _: f"side of the {new.seen_from}",
    "pair_id": lambda new, _: f"pair {new.pair_id}",
    "pinned": lambda new, _: "pinned" if new.pinned else "unpinned",
}
"""By field, the one that says most first: a filter chooses a pair as well."""
