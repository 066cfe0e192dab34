"""The command that the window copies: the command line reads it as what was on the screen."""

from __future__ import annotations

import shlex
from dataclasses import replace
from pathlib import Path

import pytest

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.data.load import load_catalog
from a4s_gui.catalog.model import Half, Pair, Product
from a4s_gui.catalog.selection.board_limits import Limits
from a4s_gui.catalog.selection.query import Filter, describe, query, toggle
from a4s_gui.commands import export, listing
from a4s_gui.commands.text.filter_arguments import filter_of
from a4s_gui.commands.text.limit_arguments import limits_of
from a4s_gui.commands.text.pattern_arguments import chosen_numbering, chosen_pattern
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, Pin1, RowScheme, TerminalScheme
from a4s_gui.session import reducers
from a4s_gui.session.command_line import export_command, list_command
from a4s_gui.session.selectors import drawing_spec
from a4s_gui.session.shown_board import ShownBoard
from a4s_gui.session.state import State
from tests.commands.conftest import Cli

PAIR = "AXE540127/AXE640224"

STATES = [
    State(),
    *(State(view=view) for view in View),
    State(view=View.MATED, seen_from=Half.HEADER),
    State(view=View.SOCKET, from_below=True),
    State(view=View.TAPE, from_below=True),
    State(layers=frozenset({Layer.MASK, Layer.BODY})),
    State(layers=frozenset(Layer)),
    State(numbering=Numbering(RowScheme.LOOP)),
    State(numbering=Numbering(pin_1=Pin1.LOWER_LEFT, terminals=TerminalScheme.CONTINUED)),
    State(numbering=Numbering(RowScheme.LOOP, HeaderScheme.SAME), pattern_name="inkplate-5"),
]


@pytest.fixture
def pair(catalog: Catalog) -> Pair:
    return next(pair for pair in catalog.pairs if pair.id == PAIR)


@pytest.mark.parametrize("state", STATES)
def test_the_drawing_is_written_as_it_is_on_the_screen(
    state: State, pair: Pair, catalog: Catalog
) -> None:
    command = export_command(state, pair)
    assert command.without == ()
    program, name, *arguments = shlex.split(command.text)
    assert (program, name) == ("a4s-gui", "export")
    options = export.parser().parse_intermixed_args(arguments)
    pattern = chosen_pattern(options)
    drawn = drawing_spec(replace(state, pair_id=PAIR), {PAIR: pair}, shipped_pattern(pattern.name))
    assert drawn is not None
    assert (options.view, options.layers, chosen_numbering(options), pattern) == (
        (drawn.view,),
        drawn.layers,
        drawn.numbering,
        drawn.pattern,
    )
    assert (options.seen_from or Half.SOCKET) is drawn.seen_from
    assert options.from_below is drawn.from_below


def test_it_runs_as_it_was_copied(qapp: object, cli: Cli, pair: Pair, tmp_path: Path) -> None:
    words = export_command(State(view=View.MATED, seen_from=Half.HEADER), pair).words
    assert cli(*words[1:-1], str(tmp_path / words[-1])).status == 0
    assert (tmp_path / "AXE540127-AXE640224-mated.png").stat().st_size > 1000


def test_a_file_with_blanks_and_quotes_is_one_word(pair: Pair, tmp_path: Path) -> None:
    library = PatternLibrary(tmp_path / "it's $HOME; own")
    save_pattern(library, shipped_pattern(), "mine")
    state = State(pattern_name=str(library.path_of("mine")))
    words = shlex.split(export_command(state, pair).text)
    assert words[words.index("--land-pattern") + 1] == state.pattern_name
    assert chosen_pattern(export.parser().parse_intermixed_args(words[2:])).name == "mine"


def test_what_it_cannot_hold_is_named(pair: Pair, catalog: Catalog) -> None:
    state = reducers.edit_figures(State(), {"socket.contact_width_mm": 0.25})
    assert "unsaved changes" in export_command(state, pair).without[0]
    assert "every layer" in export_command(State(layers=frozenset()), pair).without[0]
    bare, wired = ShownBoard(40), ShownBoard(40, nets={Half.SOCKET: {(0, 0): "GND"}})
    assert export_command(State(board=bare), pair).without == ("the pads of the board",)
    assert export_command(State(board=wired), pair).without == ("the pads and nets of the board",)
    wanted = Filter(text="127D", pair_ids=frozenset({PAIR, "AXE540127D/AXE640124D"}))
    without = list_command(State(filter=wanted), catalog).without
    assert without == ("the search", "the list of pairs")


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(pins=frozenset({40})),
        Filter(pins=frozenset({10, 40, 80}), pins_from=20),
        Filter(pins_from=20, pins_to=30),
        Filter(pins_to=12),
        Filter(heights_mm=frozenset({1.0}), packagings_mm=frozenset({8})),
        Filter(products=frozenset({Product.INSPECTION})),
        Filter(limits=Limits(9.5, 2.75, 2.0, 8)),
        Filter(limits=Limits(max_length_mm=9.5, measure=LandMeasure(shipped_pattern()))),
        *(
            toggle(Filter(), facet, value.value)
            for facet, values in query(load_catalog().pairs, Filter()).facets.items()
            for value in (values[0], values[-1])
        ),
    ],
    ids=describe,
)
def test_the_same_pairs_are_listed(wanted: Filter, catalog: Catalog) -> None:
    command = list_command(State(filter=wanted), catalog)
    assert command.without == ()
    options = listing.parser().parse_intermixed_args(shlex.split(command.text)[2:])
    read = replace(filter_of(options, catalog), limits=limits_of(options))
    rows = query(catalog.pairs, wanted).rows
    assert rows
    assert query(catalog.pairs, read).rows == rows
