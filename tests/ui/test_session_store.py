"""What comes back in the next window, and what is said where something cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from a4s_gui.catalog.catalog import Catalog
from a4s_gui.catalog.model import Half
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.export.pattern_writer import save_pattern
from a4s_gui.geometry.land_pattern.editing import edited
from a4s_gui.geometry.land_pattern.library import PatternLibrary
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import HeaderScheme, Numbering, RowScheme
from a4s_gui.session import settings_table as table
from a4s_gui.session.reducers import edit_figures, set_pattern
from a4s_gui.session.session_store import first_state, remember
from a4s_gui.session.state import State
from a4s_gui.ui.core.settings import Settings

PAIR = "AXE540127/AXE640124"
WIDTH = "socket.contact_width_mm"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def library(tmp_path: Path) -> PatternLibrary:
    return PatternLibrary(tmp_path / "own patterns: mine")


def _next(
    state: State, catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> tuple[State, str]:
    """Return the state of the window after the one that was closed in a state."""
    settings = Settings(tmp_path / "settings.ini")
    remember(settings, state)
    assert settings.save()
    again = Settings(tmp_path / "settings.ini")
    assert again.message == ""
    return first_state(again, catalog, None, library.find)


def test_every_choice_comes_back(catalog: Catalog, library: PatternLibrary, tmp_path: Path) -> None:
    state = State(
        pair_id=PAIR,
        view=View.MATED,
        layers=frozenset({Layer.MASK, Layer.STIFFENER}),
        numbering=Numbering(RowScheme.LOOP, HeaderScheme.SAME),
        pattern_name="inkplate-5",
        seen_from=Half.HEADER,
    )
    assert _next(state, catalog, library, tmp_path) == (state, "")


def test_unsaved_changes_of_every_pattern_come_back(
    catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    save_pattern(library, shipped_pattern(), "mine")
    file = str(library.path_of("mine"))
    state = edit_figures(State(pair_id=PAIR), {WIDTH: 0.25, "header.terminal_reference": "A"})
    state = edit_figures(set_pattern(state, file), {"socket.terminal_offset_mm": -0.875})
    assert _next(state, catalog, library, tmp_path) == (state, "")


def test_a_former_name_of_a_pattern_comes_back_as_today_s(
    catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    state = State(pair_id=PAIR, pattern_name="dash-connector")
    assert _next(state, catalog, library, tmp_path) == (State(pair_id=PAIR), "")


def test_a_pattern_that_is_gone_gives_way_to_the_default(
    catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    state, lost = _next(State(pair_id=PAIR, pattern_name="mine"), catalog, library, tmp_path)
    assert state.pattern_name == "default"
    assert "mine" in lost


def test_a_pattern_that_became_impossible_gives_way(
    catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    """Its terminals would meet the contacts: impossible for the parts, not by itself."""
    save_pattern(library, edited(shipped_pattern(), {"socket.terminal_offset_mm": -2.5}), "mine")
    state, lost = _next(State(pair_id=PAIR, pattern_name="mine"), catalog, library, tmp_path)
    assert state.pattern_name == "default"
    assert "terminal_offset_mm" in lost


def test_changes_that_became_impossible_are_dropped_and_said(
    catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    state = edit_figures(State(pair_id=PAIR), {WIDTH: 0.5})
    opened, lost = _next(state, catalog, library, tmp_path)
    assert opened.pattern_edits == {}
    assert "contact_width_mm" in lost


@pytest.mark.parametrize(
    "words",
    [
        "nonsense",
        "default:socket.nose=1",
        "default:socket.contact_width_mm=wide",
        "default:socket.contact_width_mm=nan",
        "default:socket.contact_width_mm=1e999",
        ":socket.contact_width_mm=0.2",
    ],
)
def test_words_that_were_never_written_here_count_as_nothing(
    words: str, catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set(table.PATTERN_EDITS, (words, f"default:{WIDTH}=0.24"))
    state, lost = first_state(settings, catalog, None, library.find)
    assert state.edits == {"default": {WIDTH: 0.24}}
    assert lost == ""


def test_the_pair_asked_for_goes_before_the_last_one(
    catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    settings = Settings(tmp_path / "settings.ini")
    assert first_state(settings, catalog)[0].pair_id == next(iter(catalog.pairs)).id
    settings.set(table.PAIR, PAIR)
    assert first_state(settings, catalog)[0].pair_id == PAIR
    assert first_state(settings, catalog, "AXE510127/AXE610124")[0].pair_id == (
        "AXE510127/AXE610124"
    )
    settings.set(table.PAIR, "gone/lost")
    assert first_state(settings, catalog)[0].pair_id == next(iter(catalog.pairs)).id


def test_a_window_says_what_could_not_be_brought_back(
    catalog: Catalog, own_settings: Path, qapp: QApplication, make: object
) -> None:
    settings = Settings()
    settings.set(table.PATTERN, "mine")
    settings.save()
    window = make()  # type: ignore[operator]
    assert "mine" in window.notice.label.text()
    assert window.notice.isVisible()


def test_compared_pairs_come_back_without_those_that_are_no_longer_made(
    catalog: Catalog, library: PatternLibrary, tmp_path: Path
) -> None:
    ids = tuple(pair.id for pair in catalog.pairs)
    state, lost = _next(State(pair_id=PAIR, compared=(ids[3], ids[0])), catalog, library, tmp_path)
    assert (state.compared, lost) == ((ids[3], ids[0]), "")
    settings = Settings(tmp_path / "settings.ini")
    settings.set(table.COMPARED, ("gone/lost", ids[1], ids[1], *ids[4:10]))
    state, _ = first_state(settings, catalog)
    assert state.compared == (ids[1], *ids[4:7]), "four fit side by side"
