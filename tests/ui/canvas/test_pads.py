"""Pads pointed at, told of, clicked and selected, each with the one that it meets."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.model import Half
from a4s_gui.drawing.palette import LIGHT
from a4s_gui.drawing.scene import Layer
from a4s_gui.drawing.spec import View
from a4s_gui.drawing.style import ColorRole
from a4s_gui.drawing.views.build import build_scene
from a4s_gui.geometry.land_pattern.reading import shipped_pattern
from a4s_gui.geometry.numbering import HeaderScheme
from a4s_gui.session.state import PadKey
from a4s_gui.ui.canvas.drawing_view import DrawingView
from a4s_gui.ui.canvas.pad_tip import HoveredPad, mated_pads, pad_by_key, pad_tip
from tests.every import for_each
from tests.ui.canvas.hand import (
    click,
    colour_at,
    drag,
    is_plain,
    move,
    pixel_of,
    placed_of,
    plain_ink,
    spec_of,
    wheel,
)

_SOCKET_3 = PadKey(Half.SOCKET, 2)


@for_each("half, number", [(half, number) for half in Half for number in ("1", "2", "3", "10")])
def test_a_pad_is_found_and_lit_where_it_is(view: DrawingView, half: Half, number: str) -> None:
    """The header's rows are swapped: its pad 1 is at the lower left."""
    seen: list[HoveredPad | None] = []
    view.pointing.pad_hovered.connect(seen.append)
    place = pixel_of(view, half, number)
    move(view, *place)
    hovered = seen[-1]
    assert hovered is not None
    assert (hovered.half, hovered.pad.number) == (half, number)
    if number == "1":
        assert hovered.pad.x_mm < 0
        assert (hovered.pad.y_mm < 0) == (half is Half.SOCKET)
    unlit = (plain_ink(half), LIGHT.background, LIGHT.inks[ColorRole.PIN_1])
    assert colour_at(view, *place) not in unlit
    move(view, 5, 5)
    assert seen[-1] is None
    if number != "1":
        assert colour_at(view, *place) == plain_ink(half)


def test_pads_are_found_where_they_are_after_zooming_but_not_under_the_strip(
    view: DrawingView,
) -> None:
    seen: list[HoveredPad | None] = []
    view.pointing.pad_hovered.connect(seen.append)
    wheel(view, *pixel_of(view, Half.SOCKET, "9"), 15)
    move(view, *pixel_of(view, Half.SOCKET, "9"))
    assert seen[-1] is not None
    assert seen[-1].pad.number == "9"

    move(view, 5, 5)
    view.fit()
    wheel(view, *pixel_of(view, Half.SOCKET, "2"), 6)
    _, y_px = pixel_of(view, Half.SOCKET, "2")
    drag(view, 0, round(595 - y_px))
    x_px, y_px = pixel_of(view, Half.SOCKET, "2")
    assert 600 - view.strip_px < y_px < 600
    move(view, x_px, y_px)
    assert view.pointing.hovered is None


def test_a_pad_lights_up_with_the_one_it_meets_in_the_other_half(view: DrawingView) -> None:
    told: list[str] = []
    view.pointing.status_changed.connect(told.append)
    for header, mate, words in (
        (HeaderScheme.MATING, "3", "Socket pad 3 meets header pad 3"),
        (HeaderScheme.SAME, "4", "Socket pad 3 meets header pad 4: not the same number"),
    ):
        view.show_spec(spec_of(10, header=header))
        told.clear()
        move(view, *pixel_of(view, Half.SOCKET, "3"))
        assert told == [words]
        assert not is_plain(view, Half.SOCKET, "3")
        assert not is_plain(view, Half.HEADER, mate)
        assert is_plain(view, Half.HEADER, "9")
        move(view, *pixel_of(view, Half.HEADER, mate))
        assert told == [words], "the same two pads, seen from the other one"
        move(view, 5, 5)
        assert told == [words, ""]
        assert is_plain(view, Half.HEADER, mate)

    terminal = pixel_of(view, Half.HEADER, "MP")
    unlit = colour_at(view, *terminal)
    move(view, *terminal)
    assert told[-1] == "Header: soldering terminal", "which meets no contact"
    assert colour_at(view, *terminal) != unlit
    view.show_spec(spec_of(10, View.SOCKET))
    move(view, *pixel_of(view, Half.SOCKET, "10"))
    assert told[-1] == "Socket pad 10 meets header pad 10", "though that is not drawn"


def test_the_tip_names_both_pads_places_and_sources() -> None:
    spec = spec_of(40, header=HeaderScheme.SAME)
    meeting = mated_pads(spec, PadKey(Half.HEADER, 1))
    assert meeting is not None
    hovered = pad_by_key(build_scene(spec, 20), PadKey(Half.HEADER, 1))
    assert hovered is not None
    tip = pad_tip(hovered, meeting)
    for words in (
        "Socket 1 meets header 2</b>, not the same number",
        "Socket pad 1</b>, contact<br>centre x -3.800, y -1.125 mm",
        "Header pad 2</b>, contact<br>centre x -3.800, y 0.875 mm",
        "GPD_Pocket-mods",
        "Inkplate 5",
        "kicad-boards",
    ):
        assert words in tip
    assert tip.count("GPD_Pocket-mods") == 1


def test_resting_on_a_pad_tells_all_about_it_and_its_net(view: DrawingView, qtbot: QtBot) -> None:
    target = view.canvas.viewport()

    def rest_on(half: Half, number: str) -> QHelpEvent:
        x_px, y_px = pixel_of(view, half, number)
        move(view, x_px, y_px)
        place = QPoint(round(x_px), round(y_px))
        event = QHelpEvent(QEvent.Type.ToolTip, place, target.mapToGlobal(place))
        QApplication.sendEvent(target, event)
        return event

    event = rest_on(Half.HEADER, "10")
    tip = QToolTip.text()
    pads = placed_of(view, Half.HEADER).footprint.pads
    pad = next(pad for pad in pads if pad.number == "10")
    sources = shipped_pattern().source_of(Half.HEADER, "contact_width_mm").documents
    for words in ("Header pad 10", "contact", f"x {pad.x_mm:.3f}", "0.23 × 0.65 mm", *sources):
        assert words in tip
    move(view, 5, 5)
    QApplication.sendEvent(target, event)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())

    nets = {Half.SOCKET: {"3": "A<B"}, Half.HEADER: {"3": "GND"}}
    view.show_spec(replace(spec_of(10), nets=nets))
    rest_on(Half.SOCKET, "3")
    assert "net <b>A&lt;B</b>" in QToolTip.text()
    assert "net <b>GND</b>" in QToolTip.text()


def test_a_click_says_which_pad_though_the_hand_trembles_and_a_drag_does_not(
    view: DrawingView,
) -> None:
    clicked: list[PadKey | None] = []
    view.pointing.pad_clicked.connect(clicked.append)
    click(view, *pixel_of(view, Half.SOCKET, "3"))
    click(view, *pixel_of(view, Half.HEADER, "2"))
    click(view, 5, 5)
    assert clicked == [_SOCKET_3, PadKey(Half.HEADER, 1), None]

    before = view.viewport
    drag(view, 1, 1, start=pixel_of(view, Half.SOCKET, "3"))
    assert clicked[3:] == [_SOCKET_3]
    assert view.viewport == before, "nothing has moved"
    drag(view, 30, 0, start=pixel_of(view, Half.SOCKET, "3"))
    assert len(clicked) == 4


def test_a_selected_pad_stays_lit_and_told(view: DrawingView) -> None:
    told: list[str] = []
    view.pointing.status_changed.connect(told.append)
    view.pointing.select(_SOCKET_3)
    assert told == ["Socket pad 3 meets header pad 3"]
    assert not is_plain(view, Half.SOCKET, "3")
    assert not is_plain(view, Half.HEADER, "3")
    view.show_spec(replace(spec_of(10), layers=spec_of(10).layers - {Layer.GRID}))
    assert not is_plain(view, Half.HEADER, "3")
    view.show_spec(spec_of(10, header=HeaderScheme.SAME))
    assert told[-1] == "Socket pad 3 meets header pad 4: not the same number"
    view.pointing.select(None)
    assert told[-1] == ""
    assert is_plain(view, Half.SOCKET, "3")
