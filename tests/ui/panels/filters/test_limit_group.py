"""What the board allows, typed into the filter panel as a user types it."""

from __future__ import annotations

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from a4s_gui.catalog.selection.board_limits import Limit, Limits
from a4s_gui.catalog.selection.query import Facet, Filter
from a4s_gui.geometry.land_size import LandMeasure
from a4s_gui.session import reducers
from a4s_gui.ui.core.controller import Controller
from a4s_gui.ui.panels.filters.filters_panel import FiltersPanel
from a4s_gui.ui.panels.filters.limit_field import LimitField
from tests.every import for_each

LEFT = Qt.MouseButton.LeftButton
RETURN = Qt.Key.Key_Return


def _type(field: LimitField, text: str, end: Qt.Key | None = RETURN) -> None:
    line = field.field
    line.selectAll()
    if text.isascii():
        QTest.keyClick(line, Qt.Key.Key_Delete)
        QTest.keyClicks(line, text)
    else:  # QTest has no keys for other scripts
        QApplication.clipboard().setText(text)
        QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Paste))
    if end is not None:
        QTest.keyClick(line, end)


def _read(label: QLabel) -> str:
    """Return what stands on a label with links."""
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText().replace("\xa0", " ")


@for_each(
    "case",
    [
        # sockets of at most 9 mm have 10 to 32 pins: 12 at 0.8, 8 at 1.0, 7 in 4 mm, 12 inspection
        (Limit.LENGTH, "9", 9.0, 39),
        (Limit.LENGTH, "8.9 mm", 8.9, 39),
        (Limit.LENGTH, "8,89", 8.89, 36),
        (Limit.WIDTH, "2.5", 2.5, 72),
        (Limit.CURRENT, "5", 5.0, 57),
        (Limit.CURRENT, "300 mA", 0.3, 72),
        (Limit.CONTACTS, "70", 70, 6),
    ],
)
def test_a_limit_narrows_and_is_counted(
    panel: FiltersPanel, controller: Controller, case: tuple[Limit, str, float, int]
) -> None:
    limit, typed, value, rows = case
    controller.apply(reducers.reset)
    field = panel.fit.fields[limit]
    _type(field, typed)
    assert controller.state.filter.limits == Limits().with_value(limit, value)
    assert len(controller.result.rows) == rows
    assert field.count.text() == str(rows)
    assert f"{rows} of the 72 pairs" in field.field.toolTip()
    assert field.field.text() == typed


def test_a_pause_is_as_good_as_return(
    panel: FiltersPanel, controller: Controller, qtbot: QtBot
) -> None:
    _type(panel.fit.fields[Limit.LENGTH], "9", end=None)
    assert controller.state.filter == Filter()
    qtbot.waitUntil(lambda: controller.state.filter.limits.max_length_mm == 9)


def test_the_facets_follow_the_limits(panel: FiltersPanel) -> None:
    _type(panel.fit.fields[Limit.LENGTH], "9")
    buttons = {button.text(): button for button in panel.group(Facet.PINS).buttons}
    assert buttons["32"].isEnabled()
    assert not buttons["34"].isEnabled()
    assert buttons["34"].toolTip() == "34 pins: none with body at most 9 mm long"
    heights = [button.value.rows for button in panel.group(Facet.HEIGHT).buttons]
    assert heights == [19, 8]


def test_limits_follow_the_facets(panel: FiltersPanel, controller: Controller) -> None:
    field = panel.fit.fields[Limit.LENGTH]
    _type(field, "9")
    height = next(b for b in panel.group(Facet.HEIGHT).buttons if b.text() == "1.0 mm")
    QTest.mouseClick(height, LEFT)
    assert field.count.text() == "8"
    assert "8 of the 15 pairs" in field.field.toolTip()


@for_each(
    "typed, reason",
    [
        ("wide", "“wide” is not a number; write a number in mm, as in 2.9"),
        ("-3", "“-3” is below 0"),
        ("0", "“0” is too small"),
        ("5000", "“5000” is too large"),
        ("9" * 60, "too long for a number"),
        ("٣", "only the digits 0 to 9 can be read here"),
        ("４", "only the digits 0 to 9 can be read here"),
        ("2,500", "could mean two numbers; write 2.500 or 2500"),
        ("1e1", "write the number without an exponent"),
        ("3 in", "“in” is not a unit of width; write mm, or none"),
    ],
)
def test_what_is_no_width_is_refused_in_place(
    panel: FiltersPanel, controller: Controller, typed: str, reason: str
) -> None:
    field = panel.fit.fields[Limit.WIDTH]
    _type(field, "2.6")
    before = controller.state
    _type(field, typed)
    assert field.refused
    assert field.problem.isVisible()
    assert reason in field.problem.text()
    assert field.problem.text().endswith("; still 2.6 mm")
    assert controller.state == before
    QTest.keyClick(field.field, Qt.Key.Key_Escape)
    assert field.field.text() == "2.6"
    assert not field.problem.isVisible()


@for_each("limit, typed", product(Limit, ["many", "-1", "0", "1000000", "٣"]))
def test_every_field_refuses(
    panel: FiltersPanel, controller: Controller, limit: Limit, typed: str
) -> None:
    field = panel.fit.fields[limit]
    _type(field, typed)
    assert field.problem.text().startswith(f"{field.caption.text()}: “{typed}”")
    assert controller.state.filter == Filter()
    assert field.field.text() == typed


def test_contacts_are_whole(panel: FiltersPanel) -> None:
    field = panel.fit.fields[Limit.CONTACTS]
    _type(field, "2.5")
    assert "not whole" in field.problem.text()


def test_what_was_refused_stays_while_other_filters_change(
    panel: FiltersPanel, controller: Controller
) -> None:
    field = panel.fit.fields[Limit.WIDTH]
    _type(field, "wide")
    controller.apply(reducers.set_bound, Facet.PINS_FROM, 20)
    assert field.field.text() == "wide"
    assert field.problem.isVisible()
    QTest.mouseClick(panel.reset_button, LEFT)
    assert field.field.text() == ""
    assert not field.problem.isVisible()


def test_an_emptied_field_lifts_its_limit(panel: FiltersPanel, controller: Controller) -> None:
    field = panel.fit.fields[Limit.LENGTH]
    _type(field, "9")
    _type(field, "")
    assert controller.state.filter == Filter()
    assert field.count.text() == ""


@for_each(
    "case",
    [
        (Limit.LENGTH, "3", "the shortest is 4.5 mm long. Set 4.5 mm", 4.5),
        (Limit.WIDTH, "2.1", "the narrowest is 2.5 mm wide. Set 2.5 mm", 2.5),
        (Limit.CURRENT, "6", "the 5 A that all contacts of a pair carry together. Set 5 A", 5.0),
        (Limit.CONTACTS, "90", "the most is 80 contacts. Set 80", 80),
    ],
)
def test_where_nothing_is_left_a_link_sets_the_nearest(
    panel: FiltersPanel, controller: Controller, case: tuple[Limit, str, str, float]
) -> None:
    limit, typed, words, value = case
    controller.apply(reducers.reset)
    field = panel.fit.fields[limit]
    _type(field, typed)
    assert not controller.result.rows
    assert field.count.text() == "0"
    assert field.suggestion.isVisible()
    assert words in _read(field.suggestion)
    field.suggestion.setFocus()
    QTest.keyClick(field.suggestion, Qt.Key.Key_Tab)
    QTest.keyClick(field.suggestion, RETURN)
    assert controller.state.filter.limits.value(limit) == value
    assert controller.result.rows
    assert not field.suggestion.isVisible()


def test_contacts_share_the_current(panel: FiltersPanel, controller: Controller) -> None:
    _type(panel.fit.fields[Limit.CURRENT], "2")
    _type(panel.fit.fields[Limit.CONTACTS], "4")
    assert not controller.result.rows
    contacts = panel.fit.fields[Limit.CONTACTS].suggestion
    assert "Set 7" in _read(contacts)
    contacts.linkActivated.emit("nearest")
    # 2 A by 0.3 A a contact takes 7 contacts, which every pair has.
    assert len(controller.result.rows) == 72
    assert panel.fit.fields[Limit.CONTACTS].field.text() == "7"


def test_pads_can_be_measured_instead_of_bodies(
    panel: FiltersPanel, controller: Controller
) -> None:
    field = panel.fit.fields[Limit.WIDTH]
    _type(field, "2.6")
    assert field.count.text() == "72"
    QTest.mouseClick(panel.fit.land, LEFT)
    assert isinstance(controller.state.filter.limits.measure, LandMeasure)
    # The socket's pads reach 2.90 mm from edge to edge.
    assert not controller.result.rows
    assert "Land pattern at most 2.6 mm wide" in _read(field.suggestion)
    assert "Set 2.9 mm" in _read(field.suggestion)
    QTest.mouseClick(panel.fit.body, LEFT)
    assert controller.state.filter == Filter(limits=Limits(max_width_mm=2.6))
    assert len(controller.result.rows) == 72


def test_any_lifts_every_limit_and_what_was_refused(
    panel: FiltersPanel, controller: Controller
) -> None:
    assert not panel.fit.clear_button.isVisible()
    QTest.mouseClick(panel.fit.land, LEFT)
    _type(panel.fit.fields[Limit.LENGTH], "9")
    _type(panel.fit.fields[Limit.CONTACTS], "20")
    _type(panel.fit.fields[Limit.WIDTH], "wide")
    controller.apply(reducers.set_bound, Facet.PINS_FROM, 20)
    assert panel.fit.clear_button.isVisible()
    QTest.mouseClick(panel.fit.clear_button, LEFT)
    limits = controller.state.filter.limits
    assert all(limits.value(limit) is None for limit in Limit)
    assert all(field.field.text() == "" for field in panel.fit.fields.values())
    assert not panel.fit.fields[Limit.WIDTH].problem.isVisible()
    assert panel.fit.land.isChecked()
    assert controller.state.filter.pins_from == 20


def test_reset_and_clear_filters_lift_limits_and_list(
    panel: FiltersPanel, controller: Controller
) -> None:
    for lift in (reducers.reset, reducers.clear_filters):
        QTest.mouseClick(panel.fit.land, LEFT)
        _type(panel.fit.fields[Limit.LENGTH], "9")
        controller.apply(reducers.set_pair_ids, {controller.catalog.pairs[0].id})
        controller.apply(lift)
        assert controller.state.filter == Filter()
        assert panel.fit.body.isChecked()
        assert panel.fit.fields[Limit.LENGTH].field.text() == ""
        assert not panel.listed.isVisible()


def test_a_list_is_a_line_that_can_be_lifted(panel: FiltersPanel, controller: Controller) -> None:
    assert not panel.listed.isVisible()
    controller.apply(reducers.set_pair_ids, {pair.id for pair in controller.catalog.pairs[:3]})
    assert panel.listed.isVisible()
    assert panel.listed.label.text() == "In the list of 3 pairs"
    assert len(controller.result.rows) == 3
    QTest.mouseClick(panel.listed.lift_button, LEFT)
    assert not panel.listed.isVisible()
    assert len(controller.result.rows) == 72


def test_nothing_is_wider_for_the_limits(panel: FiltersPanel) -> None:
    assert panel.fit.sizeHint().width() <= panel.group(Facet.PINS).sizeHint().width()
    assert panel.horizontalScrollBar().maximum() == 0


def test_captions_have_room_in_letters_that_become_larger(
    controller: Controller, qtbot: QtBot
) -> None:
    panel = FiltersPanel(controller)  # its own: with small letters again, captions stay wide
    qtbot.addWidget(panel)
    captions = [field.caption for field in panel.fit.fields.values()]
    large = panel.font()
    large.setPointSizeF(2 * large.pointSizeF())
    panel.setFont(large)
    for caption in captions:
        needed = caption.fontMetrics().horizontalAdvance(caption.text())
        assert caption.maximumWidth() >= needed, caption.text()
