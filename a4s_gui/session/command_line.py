"""The command line that gives what the window shows: the drawing, or the pairs of the table."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Sequence
from typing import Any

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half, Pair
from a4s_gui.catalog.numbers import format_exact
from a4s_gui.catalog.selection.option_names import FACET_OPTIONS, LIMIT_OPTIONS
from a4s_gui.catalog.selection.query import Filter, query, value_text
from a4s_gui.drawing.scene import DEFAULT_LAYERS, Layer
from a4s_gui.drawing.spec import View
from a4s_gui.frozen import frozen, replace
from a4s_gui.geometry.land_pattern.reading import DEFAULT_PATTERN
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.geometry.numbering import Numbering
from a4s_gui.session.state import State


@frozen
class Command:
    """A command line, and what of the window it cannot hold, in words."""

    words: tuple[str, ...]
    without: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words as they are typed into this system's command line."""
        if sys.platform == "win32":
            return subprocess.list2cmdline(self.words)
        return shlex.join(self.words)


def export_command(
    state: State, pair: Pair, options: Sequence[str] = (), output: str = ""
) -> Command:
    """Return the command that writes the drawing of a pair: into a picture here, if not told where.

    The state has view, layers, numbering and land pattern; ``options`` are words of the command
    that it does not have: scale, dots per inch, paper. ``output`` is the file, or the folder with
    ``--format`` among the options.
    """
    numbers = (pair.socket.part_number, pair.header.part_number)
    words = ["a4s-gui", "export", *numbers, "--view", state.view]
    if state.view is View.MATED and state.seen_from is not Half.SOCKET:
        words += ["--seen-from", state.seen_from]
    if state.from_below and state.view.shows_pads:
        words.append("--from-below")
    if state.layers not in (DEFAULT_LAYERS, frozenset()):
        words += ["--layers", ",".join(layer for layer in Layer if layer in state.layers)]
    words += [*_numbering(state.numbering), *_pattern(state), *options]
    words += ["-o", output or f"{'-'.join((*numbers, state.view))}.png"]
    without = _unsaved(state)
    if not state.layers:
        without = (*without, "leaving out every layer")
    if state.board is not None:
        nets = " and nets" if any(state.board.nets.values()) else ""
        without = (*without, f"the pads{nets} of the board")
    return Command(tuple(map(str, words)), without)


def list_command(state: State, catalog: Catalog) -> Command:
    """Return the command that lists the pairs of the table, as far as its options can."""
    wanted = state.filter
    words = ["a4s-gui", "list", *_pins(wanted, catalog)]
    for facet, option in FACET_OPTIONS.items():
        values = getattr(wanted, facet)
        if len(values) == 1:
            words += [option, *map(value_text, values)]
    for limit, option in LIMIT_OPTIONS.items():
        value = wanted.limits.value(limit)
        if value is not None:
            words += [option, format_exact(value).replace(",", "")]
    without: tuple[str, ...] = ()
    if isinstance(wanted.limits.measure, LandMeasure):
        words += _pattern(state, always=True)
        without = _unsaved(state)
    return Command(tuple(words), (*without, *_not_listed(wanted, catalog)))


def _numbering(numbering: Numbering) -> Sequence[str]:
    usual = Numbering()
    schemes = (numbering.rows, numbering.header, numbering.pin_1)
    words = [scheme for scheme in schemes if not usual.has(scheme)]
    options = ["--numbering", ",".join(words)] if words else []
    if numbering.terminals is not usual.terminals:
        options += ["--terminals", numbering.terminals]
    return options


def _pattern(state: State, *, always: bool = False) -> Sequence[str]:
    if state.pattern_name == DEFAULT_PATTERN and not always:
        return []
    return ["--land-pattern", state.pattern_name]


def _unsaved(state: State) -> tuple[str, ...]:
    return ("the unsaved changes of the land pattern",) if state.pattern_edits else ()


def _pins(wanted: Filter, catalog: Catalog) -> Sequence[str]:
    """Return the option of the numbers of pins that values and bounds leave together."""
    if not wanted.pins and wanted.pins_from is None and wanted.pins_to is None:
        return []
    least = wanted.pins_from or min(catalog.pin_counts)
    most = wanted.pins_to or max(catalog.pin_counts)
    if not wanted.pins:
        return ["--pins", f"{least}-{most}"]
    within = [count for count in sorted(wanted.pins) if least <= count <= most]
    return ["--pins", ",".join(map(str, within or sorted(wanted.pins)))]


def _not_listed(wanted: Filter, catalog: Catalog) -> tuple[str, ...]:
    """Name what `list` has no option for, where other pairs are listed for that."""
    found = query(catalog.pairs, wanted).rows
    opened: dict[str, dict[str, Any]] = {
        "the search": {"text": ""},
        "the list of pairs": {"pair_ids": frozenset()},
    }
    for facet in FACET_OPTIONS:
        if len(getattr(wanted, facet)) > 1:
            values = facet.removesuffix("_mm").replace("_", " ")
            opened[f"several {values} at once"] = {facet: frozenset()}
    return tuple(
        words
        for words, change in opened.items()
        if query(catalog.pairs, replace(wanted, **change)).rows != found
    )
